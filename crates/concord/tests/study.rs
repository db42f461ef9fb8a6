//! `concord study`, driven as its users drive it.

use crate::common::{Answer, Folder};
use serde_json::Value;

/// A quarter of an hour, four blocks of ten persons.
const SMALL: &str = r#"
concord_study = 1
name = "A quarter of an hour"
case = "reference"
limb_modes = "openlimb"
persons = 40
seed = 3
design = "crossover"
reference = "valve"
trial_sizes = [6, 12]
block = 10

[day]
temperature_c = 21
altitude_m = 0
activities = [{ from = "09:00", to = "09:15", do = "walk", steps = 1400 }]

[eligibility]
screened = false

[population]
body_mass_kg = { law = { normal = { mean = 80, sd = 14 } }, within = [45, 130], source = "assumed" }
mode_girth = { law = { normal = { mean = 0, sd = 1 } }, within = [-2.5, 2.5], source = "openlimb2025" }
fit_error_mm = { law = { normal = { mean = 0, sd = 0.2 } }, of_day = 0.3, source = "assumed" }

[[correlation]]
between = ["body_mass_kg", "mode_girth"]
r = 0.5
source = "assumed"

[[arm]]
id = "valve"
name = "One-way valve"
system = "suction"

[[arm]]
id = "vacuum"
name = "Vacuum of 17 inHg"
system = "regulated"
vacuum_kpa = 57.6

[[outcome]]
outcome = "post_doff_volume_end_pct"
better = "higher"
matters = 2.0
measurement_sd = 1.0
source = "assumed"

[[published]]
row = "board2001.volume.difference"
outcome = "post_doff_volume_end_pct"
arm = "vacuum"
less = "valve"
"#;

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("small.toml", SMALL);
    folder
}

fn sound(answer: &Answer) {
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
}

fn json(answer: &Answer) -> Value {
    sound(answer);
    serde_json::from_str(&answer.stdout).unwrap()
}

/// The files of a study's folder, name and bytes.
fn files(folder: &Folder, name: &str) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder.0.join(name))
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()))
        .collect();
    found.sort();
    found
}

#[test]
fn a_study_leaves_its_parts_a_report_and_a_summary_that_is_what_json_prints() {
    let folder = folder();
    let answer = folder.concord(&["study", "run", "small.toml", "--out", "trial", "--json"]);
    let result = json(&answer);
    let names: Vec<String> = files(&folder, "trial").into_iter().map(|(name, _)| name).collect();
    let parts = (0..4).map(|block| format!("part-{block:08}.parquet"));
    let expected: Vec<String> = parts.chain(["report.html", "study.json", "summary.json"].map(String::from)).collect();
    assert_eq!(names, expected);
    assert_eq!(std::fs::read_to_string(folder.0.join("trial/summary.json")).unwrap(), answer.stdout);
    assert_eq!((&result["concord_result"], &result["flow"]["assessed"]), (&Value::from(1), &Value::from(40)));
    let comparison = &result["outcomes"][0]["comparisons"][0];
    assert!(comparison["effect"]["mean"].as_f64().unwrap().is_finite());
    let drawn = comparison["trials"].as_array().unwrap().iter().filter(|trials| trials["sampling"].is_object());
    assert_eq!(drawn.count(), 4, "two sizes, as a crossover and in parallel groups");

    // The published number stands beside the study, in the summary and in the report.
    let beside = &result["published"][0];
    assert_eq!(beside["held"]["row"]["id"], "board2001.volume.difference");
    assert!(beside["held"]["trials"]["sd"].as_f64().unwrap() > 0.0);
    let report = std::fs::read_to_string(folder.0.join("trial/report.html")).unwrap();
    for word in
        ["A quarter of an hour", "Beside what was published", "board2001.volume.difference", "fixed before any run"]
    {
        assert!(report.contains(word), "{word}");
    }
    let before = files(&folder, "trial");
    let again = folder.concord(&["study", "report", "trial"]);
    sound(&again);
    assert!(again.stdout.contains("One-way valve") && again.stdout.contains("report.html"), "{}", again.stdout);
    assert!(files(&folder, "trial") == before, "the report made anew is the same");
}

#[test]
fn shards_and_threads_give_the_bytes_of_one_run_and_what_is_missing_is_told() {
    let folder = folder();
    let run =
        |out: &str, more: &[&str]| folder.concord(&[&["study", "run", "small.toml", "--out", out], more].concat());
    sound(&run("one", &["--threads", "1"]));
    sound(&run("two", &["--threads", "2"]));
    let partly = run("shared", &["--shard", "1/3"]);
    sound(&partly);
    assert!(partly.stdout.contains("1 of 4 blocks"), "{}", partly.stdout);
    let unfinished = folder.concord(&["study", "report", "shared", "--json"]);
    assert_eq!((unfinished.code, unfinished.stdout.as_str()), (Some(2), ""));
    let fault = unfinished.faults()[0].to_string();
    assert!(fault.contains("3 of 4 blocks") && fault.contains("concord study run small.toml --out shared"), "{fault}");
    assert!(!folder.0.join("shared/report.html").exists());
    let goes_on = run("shared", &[]);
    assert_eq!(goes_on.code, Some(0), "{}", goes_on.stderr);
    let one = files(&folder, "one");
    assert!(files(&folder, "two") == one, "two threads give other bytes");
    assert!(files(&folder, "shared") == one, "shards give other bytes");
}

#[test]
fn wrong_study_files_are_refused_with_line_and_field_before_anything_is_written() {
    let folder = folder();
    let wrong = [
        ("concord_study = 1", "concord_study = 2", "concord_study", "version"),
        ("persons = 40", "persons = 0", "persons", "out of range"),
        ("design = \"crossover\"", "design = \"cross\"", "design", "crossover"),
        ("reference = \"valve\"", "reference = \"pin\"", "reference", "no such arm"),
        ("body_mass_kg = {", "body_mas_kg = {", "population.body_mas_kg", "body_mass_kg"),
        ("of_day = 0.3", "of_day = 1.3", "population.fit_error_mm.of_day", "0 to 1"),
        ("r = 0.5", "r = 1.5", "correlation[0].r", "1.5"),
        ("system = \"suction\"", "system = \"4R999\"", "arm[0].system", "no such suspension"),
        ("vacuum_kpa = 57.6", "vacuum_kpa = 570", "arm[1].vacuum_kpa", "90"),
        ("trial_sizes = [6, 12]", "trial_sizes = [2]", "trial_sizes", "4 or more"),
        ("board2001.volume.difference", "board2001.volume.diference", "published[0].row", "volume.difference"),
        (
            "board2001.volume.difference",
            "sock_log2013.changes",
            "published[0].row",
            "this row is in socks, the outcome",
        ),
        ("outcome = \"", "outcome = \"x", "outcome[0].outcome", "did you mean"),
    ];
    for (sound, broken, field, word) in wrong {
        assert!(SMALL.contains(sound), "{sound}");
        folder.write("wrong.toml", SMALL.replacen(sound, broken, 1));
        let answer = folder.concord(&["study", "run", "wrong.toml", "--out", "trial", "--json"]);
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""), "{broken}");
        let faults = answer.faults();
        let fault =
            faults.iter().find(|fault| fault["field"] == field).unwrap_or_else(|| panic!("{broken}: {faults:?}"));
        assert!(fault["line"].as_u64().is_some() && fault.to_string().contains(word), "{broken}: {fault}");
        assert_eq!(folder.names(), ["small.toml", "wrong.toml"], "{broken}");
    }
}

#[test]
fn power_tells_how_many_persons_a_trial_needs_and_writes_nothing() {
    let folder = folder();
    let run = ["study", "power", "small.toml", "--persons", "30", "--sizes", "6,12,6", "--trials", "200"];
    let answer = folder.concord(&run);
    sound(&answer);
    for word in ["A quarter of an hour", "80 %", "90 %", "n=6", "n=12", "Vacuum of 17 inHg", "crossover"] {
        assert!(answer.stdout.contains(word), "{word}\n{}", answer.stdout);
    }
    let result = json(&folder.concord(&[&run[..], &["--json"]].concat()));
    assert_eq!((&result["concord_result"], &result["analysed"]), (&Value::from(1), &Value::from(30)));
    let power = &result["outcomes"][0]["arms"][0]["power"];
    let sizes: Vec<u64> = power["curve"].as_array().unwrap().iter().map(|of| of["size"].as_u64().unwrap()).collect();
    assert_eq!(sizes, [6, 12]);
    let smallest: Vec<u64> =
        power["smallest"].as_array().unwrap().iter().map(|of| of["size"].as_u64().unwrap()).collect();
    assert!(smallest.len() == 2 && smallest[0] <= smallest[1], "{smallest:?}");
    assert_eq!(folder.names(), ["small.toml"]);
}

#[test]
fn a_paired_study_gives_the_sizes_of_trials_that_people_can_run() {
    let folder = Folder::new();
    folder.write("paired.toml", SMALL.replace("crossover", "paired"));
    let run = ["study", "power", "paired.toml", "--persons", "30", "--sizes", "8", "--trials", "100"];
    let answer = folder.concord(&run);
    sound(&answer);
    assert!(answer.stdout.contains("these are sizes of parallel groups"), "{}", answer.stdout);
    let result = json(&folder.concord(&[&run[..], &["--json"]].concat()));
    assert_eq!(
        (&result["design"], &result["outcomes"][0]["arms"][0]["power"]["design"]),
        (&"parallel".into(), &"parallel".into())
    );
}

#[test]
fn who_never_reached_it_is_told_beside_the_effect() {
    let folder = Folder::new();
    let text = SMALL.replace("post_doff_volume_end_pct", "strides_to_15_inhg").replace("\"higher\"", "\"lower\"");
    folder.write("reached.toml", text.split("[[published]]").next().unwrap());
    let answer = folder.concord(&["study", "run", "reached.toml", "--out", "trial"]);
    sound(&answer);
    let line =
        answer.stdout.lines().find(|line| line.contains("reached by")).unwrap_or_else(|| panic!("{}", answer.stdout));
    assert!(line.contains("with the reference by 0 of 40"), "{line}");
}

#[test]
fn power_refuses_what_cannot_be_asked() {
    let folder = folder();
    let head = SMALL.split("[[arm]]").next().unwrap();
    let (arm, outcome) = (SMALL.split("[[arm]]").nth(1).unwrap(), SMALL.split("[[outcome]]").nth(1).unwrap());
    let outcome = outcome.split("[[published]]").next().unwrap();
    folder.write("alone.toml", format!("{head}[[arm]]{arm}[[outcome]]{outcome}"));
    let wrong: &[(&[&str], &str)] = &[
        (&["alone.toml"], "there is one arm"),
        (&["small.toml", "--sizes", "3"], "--sizes"),
        (&["small.toml", "--sizes", "many"], "--sizes"),
        (&["small.toml", "--persons", "1"], "--persons"),
        (&["small.toml", "--trials", "1"], "--trials"),
        (&["nobody.toml"], "nobody.toml"),
    ];
    for (arguments, word) in wrong {
        let answer = folder.concord(&[&["study", "power"], *arguments].concat());
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(answer.stderr.contains(word) && !answer.stderr.contains("panicked"), "{}", answer.stderr);
    }
}

#[test]
fn every_ready_study_runs_and_reports_on_a_dozen_persons() {
    let folder = Folder::new();
    let listed = json(&folder.concord(&["study", "list", "--json"]));
    let studies = listed["studies"].as_array().unwrap();
    assert!(studies.len() >= 4, "{}", studies.len());
    for study in studies {
        let id = study["id"].as_str().unwrap();
        let answer = folder.concord(&["study", "run", id, "--persons", "12", "--out", id]);
        sound(&answer);
        assert!(answer.stdout.contains("12 persons assessed"), "{id}: {}", answer.stdout);
        assert!(folder.0.join(id).join("report.html").exists(), "{id}");
    }
}
