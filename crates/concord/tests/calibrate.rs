//! `concord calibrate`, driven as its users drive it.

use crate::common::{Folder, MECHANIC};
use serde_json::Value;

/// As little as the program computes.
const LITTLE: [&str; 6] = ["--islands", "2", "--members", "6", "--on", "suction"];

/// The mechanic, for two hours.
fn short_day() -> String {
    let (head, _) = MECHANIC.split_once("activities = [").unwrap();
    let day = "{ from = \"07:00\", to = \"08:00\", do = \"walk\", steps = 3000 }, { from = \"08:00\", to = \"09:00\", do = \"sit\" }";
    format!("{head}activities = [{day}]\n")
}

const LOG: &str = "# made\ntime,steps,vacuum_inhg,post_doff_volume_pct\n07:30,900,10,\n08:00,1000,11,\n09:00,,,-0.8\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("case.toml", short_day());
    folder.write("log.csv", LOG);
    folder
}

#[test]
fn the_report_says_first_whether_to_believe_it() {
    let folder = folder();
    let answer = folder.concord(&[&["calibrate", "case.toml", "log.csv", "--system", "pin"], &LITTLE[..]].concat());
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    assert!(answer.stdout.contains("NOT CONVERGED"), "a dozen draws know nothing: {}", answer.stdout);
    let report = std::fs::read_to_string(folder.0.join("concord-calibration/calibration.html")).unwrap();
    let said = report.find("the draws do not agree").or(report.find("cannot follow")).unwrap();
    assert!(said < report.find("What the log taught</h2>").unwrap());
    assert!(report.contains("no diagnosis") && report.contains("Pin and socks"));
    assert!(!report.contains("<script") && !report.contains("http://") && !report.contains("https://"));
    let draws = std::fs::read_to_string(folder.0.join("concord-calibration/posterior.csv")).unwrap();
    assert_eq!(draws.lines().count(), 13);
    let header = draws.lines().next().unwrap();
    assert!(header.starts_with("island,draw,") && header.contains("fit_error_mm [mm]"), "{header}");
    assert!(draws.lines().all(|line| line.split(',').count() == header.split(',').count()));
}

#[test]
fn the_same_seed_writes_the_same_bytes_and_json_holds_it_all() {
    let folder = folder();
    let run = |out: &str| {
        let answer =
            folder.concord(&[&["calibrate", "case.toml", "log.csv", "--out", out, "--json"], &LITTLE[..]].concat());
        assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
        let result: Value = serde_json::from_str(&answer.stdout).unwrap();
        assert_eq!(result["concord_result"], 1);
        assert_eq!(result["readings"].as_array().unwrap().len(), 3);
        assert_eq!(result["worn"]["id"], "suction");
        assert!(result["sampling"]["converged"].is_boolean());
        let read = |name: &str| std::fs::read(folder.0.join(out).join(name)).unwrap();
        (answer.stdout, read("calibration.html"), read("posterior.csv"))
    };
    assert_eq!(run("a"), run("b"));
}

#[test]
fn what_is_wrong_is_told_with_file_line_column_and_value_before_anything_is_computed() {
    let folder = folder();
    folder.write("steps.csv", "time,steps,vacuum_kpa\n07:30,90000,40\n");
    folder.write("column.csv", "time,vacuum\n07:30,40\n");
    folder.write("large.csv", "#".repeat(2 << 20));
    for (log, told) in [
        ("steps.csv", "steps.csv, line 2, steps = 90000: more steps than fit into the time"),
        ("column.csv", "column.csv, line 1, vacuum: no such column"),
        ("large.csv", "larger than any log"),
        ("nothing.csv", "there is no such file"),
    ] {
        let answer = folder.concord(&[&["calibrate", "case.toml", log], &LITTLE[..]].concat());
        assert_eq!(answer.code, Some(2));
        assert!(answer.stderr.contains(told), "{log}: {}", answer.stderr);
    }
    for (option, value) in [("--on", "glue"), ("--vacuum-sd-kpa", "0"), ("--volume-sd-pct", "NaN"), ("--islands", "1")]
    {
        let answer = folder.concord(&["calibrate", "case.toml", "log.csv", option, value]);
        assert_eq!(answer.code, Some(2), "{option} {value}: {}", answer.stderr);
    }
    assert!(!folder.0.join("concord-calibration").exists());
}
