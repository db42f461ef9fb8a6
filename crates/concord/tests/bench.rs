//! The benches, driven as their users drive them.

use crate::common::Folder;
use serde_json::Value;

const FEW: [&str; 2] = ["--persons", "6"];

fn json(arguments: &[&str]) -> Value {
    let answer = Folder::new().concord(&[arguments, &FEW[..], &["--json"]].concat());
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    serde_json::from_str(&answer.stdout).unwrap()
}

#[test]
fn every_pump_of_the_catalogue_runs_on_the_five_chambers() {
    let result = json(&["bench", "pump"]);
    let pumps = result["pumps"].as_array().unwrap();
    assert!(pumps.len() >= 9);
    for pump in pumps {
        let chambers = pump["chambers"].as_array().unwrap();
        assert_eq!(chambers.len(), 5);
        let seconds: Vec<f64> = chambers.iter().map(|c| c["seconds"]["p50"].as_f64().unwrap()).collect();
        assert!(seconds.windows(2).all(|pair| pair[0] < pair[1]), "{seconds:?}");
        assert_eq!(chambers[0]["cycles"].is_null(), pump["pump"]["kind"] == "electric");
        assert!(pump["straightness"].as_f64().unwrap() > 0.98);
    }
    let legacy = pumps.iter().find(|pump| pump["article"] == "4R144").unwrap();
    assert!(legacy["notes"][0].as_str().unwrap().contains("no data printed"));
}

#[test]
fn a_leak_slows_a_pump_and_a_flood_is_said_in_words() {
    let cycles = |leak: &str| {
        let result = json(&["bench", "pump", "--pump", "P3", "--chamber-ml", "98", "--leak-ml-per-min", leak]);
        result["pumps"][0]["chambers"][0]["cycles"]["p50"].as_f64()
    };
    assert!(cycles("30").unwrap() > cycles("0").unwrap());
    assert_eq!(cycles("3000"), None);
    let answer = Folder::new().concord(&["bench", "pump", "--pump", "P3", "--leak-ml-per-min", "3000"]);
    assert!(answer.stdout.contains("not reached"), "{}", answer.stdout);
}

const OWN: &str = include_str!("../../../pumps/own_pump.toml");

#[test]
fn a_pump_of_ones_own_runs_from_its_file_beside_one_of_the_catalogue() {
    let folder = Folder::new();
    std::fs::write(folder.0.join("mine.toml"), OWN).unwrap();
    let arguments = ["bench", "pump", "--pump", "mine.toml", "--pump", "P3", "--chamber-ml", "66"];
    let answer = folder.concord(&[&arguments[..], &FEW[..], &["--json"]].concat());
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    let result: Value = serde_json::from_str(&answer.stdout).unwrap();
    let articles: Vec<&str> =
        result["pumps"].as_array().unwrap().iter().map(|pump| pump["article"].as_str().unwrap()).collect();
    assert_eq!(articles, ["own-1", "4R147"]);
    let cycles = |pump: usize| result["pumps"][pump]["chambers"][0]["cycles"]["p50"].as_f64().unwrap();
    // It sweeps 6.5 mL, the other 5 mL.
    assert!(cycles(0) < cycles(1), "{} {}", cycles(0), cycles(1));
    assert_eq!(result["pumps"][0]["pump"]["rated_mass_kg"], 80.0);
    let text = folder.concord(&[&arguments[..], &FEW[..]].concat()).stdout;
    assert!(text.contains("Own pump own-1") && text.contains("ring a fifth softer"), "{text}");
}

#[test]
fn what_is_wrong_with_a_pumps_file_is_said_with_line_field_value_and_what_would_be_right() {
    let folder = Folder::new();
    std::fs::write(folder.0.join("large.toml"), "#".repeat((1 << 20) + 1)).unwrap();
    std::fs::create_dir(folder.0.join("folder.toml")).unwrap();
    let ring = "[pump.performance.functional_ring]";
    for (name, from, to, words) in [
        ("a", "value = 6.5", "value = -6.5", ["swept_ml.value = -6.5", "out of range", "0.1 to 200 mL a chamber"]),
        ("b", "unit = \"mm\"", "unit = \"cm\"", ["stroke_mm.unit", "another unit", "\"mm\""]),
        ("c", ring, "[pump.performance.rings]", ["rings", "possible values", "functional_ring, foot_membrane"]),
        ("d", "swept_to_dead = ", "swept_to_dad = ", ["swept_to_dad", "does not exist", "swept_to_dead"]),
        ("e", "drive = \"weight_activated\"", "drive = \"electric\"", ["pump.drive", "another drive", "the same kind"]),
        ("g", "article = \"own-1\"", "article = \"p3\"", ["article", "Harmony P3 4R147 is called so", "of its own"]),
        ("h", "name = \"Own pump\"", "name = \"unity\"", ["name", "is called so already", "of its own"]),
        (
            "i",
            "{ normal = 0.3 }",
            "{ normal = 6 }",
            ["swept_to_dead.spread", "wider than devices", "half of the value"],
        ),
        ("j", "min_kg = 50", "min_kg = -50", ["body_mass", "no limit of body mass", "10 to 400 kg"]),
        ("k", "name = \"Own pump\"", "name = \"Own\\npump\"", ["name", "no usable name", "on one line"]),
        ("f", "article = \"own-1\"", "article = \"4R147\"", ["article", "4R147", "another file has this article"]),
    ] {
        assert!(OWN.contains(from), "{from}");
        let file = format!("{name}.toml");
        std::fs::write(folder.0.join(&file), OWN.replacen(from, to, 1)).unwrap();
        let answer = folder.concord(&["bench", "pump", "--pump", &file]);
        assert_eq!(answer.code, Some(2), "{}", answer.stdout);
        for word in words.into_iter().chain([format!("{file}, line").as_str()]) {
            assert!(answer.stderr.contains(word), "{word}: {}", answer.stderr);
        }
    }
    for (file, word) in [
        ("missing.toml", "there is no such file"),
        ("folder.toml", "give a pump, NAME.toml"),
        ("large.toml", "a pump is at most 1 MiB"),
    ] {
        let answer = folder.concord(&["bench", "pump", "--pump", file, "--json"]);
        assert_eq!(answer.code, Some(2));
        let faults: Value = serde_json::from_str(&answer.stderr).unwrap();
        assert_eq!(faults[0]["file"], file);
        assert!(answer.stderr.contains(word), "{}", answer.stderr);
    }
}

#[test]
fn pumps_of_other_makers_give_a_bench_and_a_day() {
    let result = json(&["bench", "pump", "--pump", "LimbLogic", "--pump", "Unity", "--chamber-ml", "66"]);
    let kinds: Vec<&str> =
        result["pumps"].as_array().unwrap().iter().map(|pump| pump["pump"]["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["electric", "weight_activated"]);
    let mechanic = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/mechanic.toml");
    for (system, article) in [("limblogic:level2", "LimbLogic"), ("Unity", "Unity")] {
        let answer = Folder::new().concord(&["day", mechanic, "--system", system, "--persons", "2", "--json"]);
        assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
        let told: Value = serde_json::from_str(&answer.stdout).unwrap();
        let told = told.to_string();
        assert!(told.contains("is refused for this person") && told.contains("its numbers are assumed"), "{article}");
    }
    let fit = Folder::new().concord(&["fit", mechanic, "--json"]).stdout;
    assert!(fit.contains("\"LimbLogic\"") && fit.contains("\"Unity\""));
}

#[test]
fn a_hand_pump_says_how_often_a_person_works_it() {
    let folder = Folder::new();
    let ring = OWN.split("[pump.performance.functional_ring]").next().unwrap();
    let number = |name: &str, value: f64, unit: &str| {
        format!("{name} = {{ value = {value}, unit = \"{unit}\", kind = \"assumed\", spread = \"fixed\" }}\n")
    };
    let hand = [
        ("swept_ml", 20.0, "mL a chamber"),
        ("swept_to_dead", 4.0, "1"),
        ("stroke_mm", 30.0, "mm"),
        ("exhaust_crack_kpa", 1.0, "kPa"),
        ("force_n", 60.0, "N"),
        ("strokes", 12.0, "strokes"),
    ];
    let hand: String = hand.map(|(name, value, unit)| number(name, value, unit)).concat();
    let text = ring.replace("drive = \"weight_activated\"", "drive = \"hand\"") + "[pump.performance.hand]\n" + &hand;
    folder.write("hand.toml", text);
    let answer = folder.concord(&["bench", "pump", "--pump", "hand.toml", "--persons", "2"]);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    assert!(answer.stdout.contains("12 strokes after each donning"), "{}", answer.stdout);
}

#[test]
fn what_is_wrong_with_an_argument_is_said() {
    let folder = Folder::new();
    for (arguments, word) in [
        (["bench", "pump", "--pump", "P9"], "no such pump"),
        (["bench", "pump", "--chamber-ml", "33,x"], "not a number"),
        (["bench", "pump", "--vacuum-kpa", "120"], "out of range"),
        (["bench", "pump", "--mass-kg", "3"], "out of range"),
        (["bench", "pump", "--mass-kg", "-5"], "give 15 to 300"),
        (["bench", "pump", "--washers", "3"], "--washers"),
        (["bench", "socket", "--leaks", "1,2"], "not three numbers"),
        (["bench", "socket", "--vacuum-kpa", "0"], "out of range"),
    ] {
        let answer = folder.concord(&arguments);
        assert_eq!(answer.code, Some(2), "{arguments:?}");
        assert!(answer.stderr.contains(word), "{}", answer.stderr);
    }
}

#[test]
fn curves_and_pictures_are_written_and_are_the_same_again() {
    let folder = Folder::new();
    let written = |name: &str, bench: &[&str]| {
        let [csv, svg] = [format!("{name}-csv"), format!("{name}.svg")];
        let answer = folder.concord(&[bench, &FEW[..], &["--csv", &csv, "--svg", &svg]].concat());
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        let svg = std::fs::read_to_string(folder.0.join(svg)).unwrap();
        let mut tables: Vec<_> = folder.0.join(csv).read_dir().unwrap().map(|e| e.unwrap().path()).collect();
        tables.sort();
        (svg, tables.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect::<Vec<_>>())
    };
    for (bench, tables) in [(&["bench", "pump"][..], 9), (&["bench", "socket"][..], 5)] {
        let (picture, curves) = written("a", bench);
        assert!(picture.starts_with("<svg") && picture.trim_end().ends_with("</svg>") && !picture.contains("NaN"));
        assert!(curves.len() >= tables, "{}", curves.len());
        for table in &curves {
            let columns = table.lines().next().unwrap().split(',').count();
            assert!(columns > 1 && table.lines().all(|line| line.split(',').count() == columns));
        }
        assert_eq!((picture, curves), written("b", bench));
    }
}

#[test]
fn the_socket_bench_answers_all_four_stands() {
    let result = json(&["bench", "socket", "--leaks", "0,4,0", "--leaks", "0,0,0"]);
    assert_eq!(result["dome"].as_array().unwrap().len(), 12);
    assert_eq!(result["pull"].as_array().unwrap().len(), 3);
    assert_eq!(result["fit"].as_array().unwrap().len(), 10);
    assert_eq!(result["leaks"][0]["named_by_chart"], 2);
    assert!(result["leaks"][1]["named_by_chart"].is_null());
    let text = Folder::new().concord(&[&["bench", "socket"], &FEW[..]].concat()).stdout;
    for word in ["Pull-out", "standard deviations", "zone 1", "touches at"] {
        assert!(text.contains(word), "{word}");
    }
}

#[test]
fn no_device_is_drawn_beyond_what_its_numbers_may_be() {
    let folder = Folder::new();
    let wide = OWN.replacen("spread = { normal = 0.3 }", "spread = { normal = 2.0 }", 1);
    std::fs::write(folder.0.join("wide.toml"), wide).unwrap();
    let answer = folder.concord(&["bench", "pump", "--pump", "wide.toml", "--persons", "200", "--json"]);
    let result: Value = serde_json::from_str(&answer.stdout).unwrap();
    let deepest = &result["pumps"][0]["chambers"][0]["deepest_kpa"];
    let ends = ["central", "p10", "p50", "p90"].map(|end| deepest[end].as_f64().unwrap());
    assert!(ends.iter().all(|kpa| (0.0..101.325).contains(kpa)), "{ends:?}");
}
