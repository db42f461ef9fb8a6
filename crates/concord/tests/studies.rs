//! `sensitivity`, `identify` and `sleeve`, driven as their users drive them.

use crate::common::{Answer, Folder, MECHANIC};
use serde_json::Value;

/// As little as the program computes.
const LITTLE: [&str; 4] = ["--trajectories", "2", "--points", "8"];

/// The mechanic, for half an hour.
fn short_day() -> String {
    let (head, _) = MECHANIC.split_once("activities = [").unwrap();
    format!("{head}activities = [{{ from = \"07:00\", to = \"07:30\", do = \"walk\", steps = 2000 }}]\n")
}

fn json(answer: &Answer) -> Value {
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    let result: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(result["concord_result"], 1);
    result
}

/// A finite number.
fn number(value: &Value) -> f64 {
    value.as_f64().filter(|number| number.is_finite()).unwrap_or_else(|| panic!("{value} is no number"))
}

#[test]
fn help_says_what_it_is_for_and_shows_an_example() {
    let folder = Folder::new();
    for (command, words) in [
        (
            "sensitivity",
            ["Rank the parameters", "--trajectories", "--data", "concord sensitivity --out sensitivity.md"],
        ),
        ("identify", ["published numbers", "--out", "--data", "concord identify --out identifiability.md"]),
        ("sleeve", ["sleeve lasts", "--barrier", "--cost", "concord sleeve cases/mechanic.toml"]),
    ] {
        let answer = folder.concord(&[command, "--help"]);
        assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
        for word in words {
            assert!(answer.stdout.contains(word), "{command}: {word}\n{}", answer.stdout);
        }
    }
}

#[test]
fn sensitivity_ranks_parameters_in_words_and_in_both_files() {
    let folder = Folder::new();
    folder.write("case.toml", short_day());
    let run = [&["sensitivity", "case.toml", "--out", "s.md", "--data", "s.toml"], &LITTLE[..]].concat();
    let answer = folder.concord(&run);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    for word in ["strongest first", "mean pistoning while walking", "steps on the prosthesis", " %)"] {
        assert!(answer.stdout.contains(word), "{word}\n{}", answer.stdout);
    }
    assert_eq!(folder.names(), ["case.toml", "s.md", "s.toml"]);
    let page = std::fs::read_to_string(folder.0.join("s.md")).unwrap();
    assert!(page.starts_with("# Sensitivity") && page.contains("*Mechanic*") && page.contains("What to measure next"));
    let data = std::fs::read_to_string(folder.0.join("s.toml")).unwrap();
    assert_eq!(evidence::sensitivity::Summary::parse(&data).expect("sound data").outcome.len(), 4);
}

#[test]
fn sensitivity_as_json_has_every_parameter_of_every_outcome_and_is_the_same_for_the_same_seed() {
    let folder = Folder::new();
    folder.write("case.toml", short_day());
    let run = |seed| {
        let run = [&["sensitivity", "case.toml", "--out", "s.md", "--json", "--seed", seed], &LITTLE[..]].concat();
        json(&folder.concord(&run))
    };
    let result = run("3");
    assert_eq!(result["case"], "Mechanic");
    assert_eq!(result["effort"]["points"], 8);
    assert_eq!(result["fingerprint"].as_str().unwrap().len(), 64);
    let outcomes = result["outcomes"].as_array().unwrap();
    assert_eq!(outcomes.len(), 4);
    for outcome in outcomes {
        assert!(number(&outcome["sd"]) > 0.0);
        let influences = outcome["influences"].as_array().unwrap();
        assert!(influences.len() > 50, "{}", influences.len());
        let strengths: Vec<f64> = influences.iter().map(|i| number(&i["strength"])).collect();
        assert!(strengths.is_sorted_by(|a, b| a >= b));
    }
    assert_eq!(result, run("3"));
    assert_ne!(result["outcomes"], run("4")["outcomes"]);
}

#[test]
fn identify_says_what_pins_each_fitted_parameter() {
    let folder = Folder::new();
    let answer = folder.concord(&["identify", "--out", "i.md", "--data", "i.toml", "--json"]);
    let result = json(&answer);
    let fitted = result["fitted"].as_array().unwrap();
    assert!(fitted.len() >= 5);
    for parameter in fitted {
        let ratio = number(&parameter["posterior_over_prior"]);
        assert!(ratio > 0.0 && ratio <= 1.0 + 1e-9, "{parameter}");
        assert_eq!(parameter["profile"].as_array().unwrap().len(), 5);
    }
    let rows = result["rows"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["id"].as_str().unwrap().starts_with(row["source"].as_str().unwrap())));
    assert!(result["free"].as_array().unwrap().iter().all(|f| f["effects"].as_array().unwrap().len() == rows.len()));

    let page = std::fs::read_to_string(folder.0.join("i.md")).unwrap();
    let data = std::fs::read_to_string(folder.0.join("i.toml")).unwrap();
    let summary = evidence::identifiability::Summary::parse(&data).expect("sound data");
    for (pinned, parameter) in summary.fitted.iter().zip(fitted) {
        assert_eq!(parameter["parameter"], pinned.parameter.as_str());
        assert!(page.contains(&format!("- `{}` is {}", pinned.parameter, pinned.grip().words())));
    }
}

#[test]
fn identify_in_plain_text_is_a_table() {
    let folder = Folder::new();
    let answer = folder.concord(&["identify", "--out", "i.md"]);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    for word in ["fitted parameter", "pinned by", "distal_factor", "beil2002."] {
        assert!(answer.stdout.contains(word), "{word}\n{}", answer.stdout);
    }
    assert_eq!(folder.names(), ["i.md"]);
}

#[test]
fn sleeve_tells_life_cost_and_leak_in_words_and_writes_nothing() {
    let folder = Folder::new();
    folder.write("case.toml", MECHANIC);
    let answer = folder.concord(&["sleeve", "case.toml", "--persons", "10"]);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    for word in ["a sleeve lasts", "months", "cost a year", "at $160 each", "one hole of", "n = 2", "without a barrier"]
    {
        assert!(answer.stdout.contains(word), "{word}\n{}", answer.stdout);
    }
    assert_eq!(folder.names(), ["case.toml"]);
}

#[test]
fn sleeve_as_json_costs_what_its_sleeves_cost_and_lasts_longer_behind_a_barrier() {
    let folder = Folder::new();
    let run = |more: &[&str]| json(&folder.concord(&[&["sleeve", "--json", "--persons", "20"], more].concat()));
    let (bare, barrier) = (run(&["--cost", "100"]), run(&["--cost", "100", "--barrier"]));
    assert_eq!((&bare["barrier"], &barrier["barrier"]), (&Value::Bool(false), &Value::Bool(true)));
    for result in [&bare, &barrier] {
        assert_eq!(number(&result["cost_a_year"]["p50"]), 100.0 * number(&result["sleeves_a_year"]["p50"]));
        for spread in ["life_months", "pinholes", "pump_ml_per_min", "covered_ml_per_min", "covered_pinhole_mm"] {
            let at = |place: &str| number(&result[spread][place]);
            assert!(at("p10") <= at("p50") && at("p50") <= at("p90"), "{spread}");
        }
        assert!(result["evidence"].as_str().unwrap().contains("n = 2"));
    }
    assert!(number(&barrier["life_months"]["p50"]) > number(&bare["life_months"]["p50"]));
}

#[test]
fn what_is_wrong_is_said_at_once_and_nothing_is_written() {
    let folder = Folder::new();
    folder.write("case.toml", MECHANIC);
    folder.write("broken.toml", "concord = 1\nname = 3\n");
    std::fs::create_dir(folder.0.join("folder")).unwrap();
    let before = folder.names();
    let wrong: &[(&[&str], i32, &str)] = &[
        (&["sensitivity", "--trajectories", "1"], 2, "--trajectories"),
        (&["sensitivity", "--points", "7"], 2, "--points"),
        (&["sensitivity", "--points", "many"], 2, "invalid value 'many'"),
        (&["sensitivity", "nobody.toml", "--out", "s.md"], 2, "nobody.toml"),
        (&["sensitivity", "broken.toml", "--out", "s.md"], 2, "broken.toml"),
        (&["sensitivity", "--out", "nowhere/s.md"], 1, "nowhere"),
        // The second file is tried before the first is written.
        (&["sensitivity", "--out", "s.md", "--data", "nowhere/s.toml"], 1, "nowhere"),
        (&["sensitivity", "--out", "s.md", "--data", "folder"], 1, "it is a folder"),
        (&["identify", "--persons", "3"], 2, "--persons"),
        (&["identify", "--out", "nowhere/i.md"], 1, "nowhere"),
        (&["identify", "--out", "i.md", "--data", "folder"], 1, "it is a folder"),
        (&["sleeve", "case.toml", "--cost", "-1"], 2, "out of range"),
        (&["sleeve", "case.toml", "--cost", "nan"], 2, "out of range"),
        (&["sleeve", "case.toml", "--cost", "1e9"], 2, "0 to 100000 dollars"),
        (&["sleeve", "case.toml", "--system", "suction"], 2, "no pump"),
        (&["sleeve", "case.toml", "--system", "P9"], 2, "P9"),
        (&["sleeve", "case.toml", "--persons", "100001"], 2, "--persons"),
    ];
    for (arguments, code, word) in wrong {
        let answer = folder.concord(arguments);
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(*code), ""), "{arguments:?}");
        assert!(
            answer.stderr.contains(word) && !answer.stderr.contains("panicked"),
            "{arguments:?}\n{}",
            answer.stderr
        );
        assert_eq!(folder.names(), before, "{arguments:?}");
    }
}

#[test]
fn faults_are_json_where_json_was_asked_for() {
    let folder = Folder::new();
    for arguments in [
        ["sensitivity", "--out", "nowhere/s.md", "--json"],
        ["identify", "--out", "nowhere/i.md", "--json"],
        ["sleeve", "--cost", "1e9", "--json"],
    ] {
        let answer = folder.concord(&arguments);
        assert_ne!(answer.code, Some(0));
        let faults = answer.faults();
        assert!(faults.len() == 1 && !faults[0]["what"].as_str().unwrap().is_empty(), "{arguments:?}");
    }
}

#[test]
fn above_the_knee_no_sleeve_is_priced() {
    let folder = Folder::new();
    folder.write("thigh.toml", include_str!("../../../cases/transfemoral.toml"));
    let told = folder.concord(&["sleeve", "thigh.toml"]);
    assert_eq!((told.code, told.stderr.as_str()), (Some(0), ""));
    assert!(told.stdout.contains("Above the knee") && !told.stdout.contains('$'), "{}", told.stdout);
    let json = folder.concord(&["sleeve", "thigh.toml", "--json"]).stdout;
    assert!(json.contains("\"refused\"") && !json.contains("year"), "{json}");
}
