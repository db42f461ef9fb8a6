//! `concord drive`, driven as its users drive it: a script, broken scripts, no terminal, a small campaign.

use crate::common::{Answer, Folder, MECHANIC};
use serde_json::Value;

const SENSOR_DIES: &str = include_str!("../../../cases/sensor_dies.txt");

fn drive(script: &str, options: &[&str]) -> Answer {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    folder.write("script.txt", script);
    folder.concord(&[&["drive", "mechanic.toml", "--script", "script.txt"], options].concat())
}

#[test]
fn a_sensor_that_dies_is_told_and_the_vacuum_is_held_until_it_is_repaired() {
    let answer = drive(SENSOR_DIES, &["--json", "--every", "5"]);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    let result: Value = serde_json::from_str(&answer.stdout).unwrap();
    let rows = result["rows"].as_array().unwrap();
    let between = |from: f64, to: f64| {
        rows.iter().filter(move |row| (from..to).contains(&row["t_s"].as_f64().unwrap())).collect::<Vec<_>>()
    };
    // Before: walking's vacuum. Silent from 4:00 to 6:00: told, the pump rests, the vacuum falls by its leak alone.
    assert!(between(150.0, 240.0).iter().all(|row| row["mode"] == "automatic" && row["activity"] == "walk"));
    let silent = between(243.0, 360.0);
    assert!(silent.len() > 10 && silent.iter().all(|row| row["warning"] == "sensor" && row["pump_pct"] == 0));
    let held = silent.last().unwrap()["vacuum_kpa"].as_f64().unwrap();
    assert!(held > 50.0, "{held} kPa");
    assert!(between(370.0, 470.0).iter().all(|row| row["mode"] == "automatic" && row["warning"].is_null()));
    // Torn from 8:00: lost at once, told as a leak. Reverse lets air in, off holds.
    assert!(between(575.0, 700.0).iter().any(|row| row["warning"] == "leak"));
    assert!(between(785.0, 799.0).iter().all(|row| row["mode"] == "reverse"));
    assert_eq!(rows.last().unwrap()["mode"], "off");
}

#[test]
fn a_course_is_a_table_that_says_whose_set_points_it_shows() {
    let answer = drive("0 switch 2\n0 stand\n2:00 end\n", &["--every", "30"]);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    for words in ["level 2", "stands", "50.8 kPa (15.0 inHg)", "the maker's are not published"] {
        assert!(answer.stdout.contains(words), "{words} in {}", answer.stdout);
    }
}

#[test]
fn a_broken_script_is_named_by_line_and_value() {
    for (script, line, words) in [
        ("0 sit\n10 hop\n20 end\n", "line 2", "not an order: hop"),
        ("0 switch 9\n20 end\n", "line 1", "no such position: switch 9"),
        ("0 fault rust\n20 end\n", "line 1", "no such fault: fault rust"),
        ("0 sit\n", "line 1", "the script does not end"),
        ("", "line 1", "the script does not end"),
    ] {
        let answer = drive(script, &[]);
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""), "{script}");
        assert!(answer.stderr.contains(line) && answer.stderr.contains(words), "{}", answer.stderr);
    }
}

#[test]
fn a_script_that_cannot_be_read_is_called_a_script() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    folder.write("large.txt", "#".repeat((1 << 20) + 1));
    for (script, words) in [
        ("none.txt", ["there is no such file", "what a script is"]),
        (".", ["this is a folder", "give a script, NAME.txt"]),
        ("large.txt", ["larger than any script", "a script is at most 1 MiB"]),
    ] {
        let answer = folder.concord(&["drive", "mechanic.toml", "--script", script]);
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""), "{script}");
        for words in words {
            assert!(answer.stderr.contains(words) && !answer.stderr.contains("case"), "{}", answer.stderr);
        }
    }
}

#[test]
fn a_recording_holds_what_the_controller_senses_a_hundred_times_a_second() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    folder.write("script.txt", "0 switch 2\n0 walk\n40 fault sensor_silent\n60 end\n");
    let record = |file| folder.concord(&["drive", "mechanic.toml", "--script", "script.txt", "--record", file]);
    let answer = record("walk.recording");
    assert_eq!((answer.code, answer.stdout.as_str(), answer.stderr.as_str()), (Some(0), "", ""));
    let bytes = std::fs::read(folder.0.join("walk.recording")).unwrap();
    let (records, rest) = bytes[8..].as_chunks();
    assert_eq!((&bytes[..8], records.len(), rest.len()), (&control::HEADER[..], 6_000, 0));
    let (mut state, mut warned) = (control::State::new(), vec![]);
    for (step, record) in records.iter().enumerate() {
        let (now, inputs) = control::recorded(record);
        assert_eq!((now.0, inputs.line.is_none()), (10 * step as u64, step >= 4_000));
        assert!(matches!(inputs.acceleration, control::Acceleration::Sample(_)));
        let (next, outputs, _) = control::step(&control::Settings::default(), &state, now, &inputs);
        state = next;
        warned.extend(outputs.warning.filter(|warning| warned.last() != Some(warning)));
    }
    // Who feeds them to the controller sees it do what it did.
    assert_eq!((state.mode(), warned), (control::Mode::Fault, vec![control::Warning::Sensor]));
    let refused = record("none/walk.recording");
    assert!(refused.code == Some(1) && refused.stderr.contains("cannot be written"), "{}", refused.stderr);
}

#[test]
fn without_a_terminal_it_says_what_needs_none() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    let answer = folder.concord(&["drive", "mechanic.toml"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""));
    assert!(answer.stderr.contains("--script FILE or --faults RUNS"), "{}", answer.stderr);
}

#[test]
fn a_small_campaign_is_clean_and_says_seeds_and_hours() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    let answer = folder.concord(&["drive", "mechanic.toml", "--faults", "4", "--hours", "3", "--seed", "11", "--json"]);
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    let result: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(
        (&result["runs"], &result["first_seed"], &result["clean"]["hours"]),
        (&4.into(), &11.into(), &12.0.into())
    );
    assert!(result["clean"]["faults"].as_u64().unwrap() > 4 && result["failures"].as_array().unwrap().is_empty());
    assert!(!result["commit"].as_str().unwrap().is_empty());
}

#[test]
fn the_person_who_is_driven_is_the_one_that_days_know_by_the_measured_fluctuation() {
    let course = |fluctuation: &str| {
        let folder = Folder::new();
        assert!(MECHANIC.contains("daily_fluctuation_mm = 14 "));
        let case = MECHANIC.replace("daily_fluctuation_mm = 14 ", &format!("daily_fluctuation_mm = {fluctuation} "));
        folder.write("mechanic.toml", case);
        folder.write("script.txt", "0 switch 1\n0 walk\n2:00 end\n");
        let answer = folder.concord(&["drive", "mechanic.toml", "--script", "script.txt", "--every", "10", "--json"]);
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        serde_json::from_str::<Value>(&answer.stdout).unwrap()["rows"].clone()
    };
    assert_eq!(course("14"), course("14"));
    assert_ne!(course("14"), course("9"));
}
