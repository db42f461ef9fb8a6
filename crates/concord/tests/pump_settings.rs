//! The electronic pump's settings in a case, as their users meet them: printed, pasted, changed, mistyped.

use crate::common::{Answer, Folder, MECHANIC};
use serde_json::Value;

const TRANSFEMORAL: &str = include_str!("../../../cases/transfemoral.toml");
const SCRIPT: &str = "0 switch 1\n0 stand\n2:00 end\n";

/// Runs the program on the mechanic with some lines more.
fn with(settings: &str, arguments: &[&str]) -> Answer {
    let folder = Folder::new();
    folder.write("mechanic.toml", format!("{MECHANIC}\n[prosthesis.pump_settings]\n{settings}"));
    folder.write("script.txt", SCRIPT);
    folder.concord(arguments)
}

fn json(settings: &str, arguments: &[&str]) -> Value {
    let answer = with(settings, &[arguments, &["--json"]].concat());
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    serde_json::from_str(&answer.stdout).unwrap()
}

#[test]
fn what_is_printed_can_be_pasted_and_changes_nothing() {
    let folder = Folder::new();
    let printed = folder.concord(&["pump-settings"]);
    assert_eq!((printed.code, printed.stderr.as_str()), (Some(0), ""));
    for words in ["levels_inhg = [12, 15, 18, 21]", "5 to 25 inHg. From: ours", "pause_ms = 600000", "not published"] {
        assert!(printed.stdout.contains(words), "{words} in {}", printed.stdout);
    }
    let drive = ["drive", "mechanic.toml", "--script", "script.txt"];
    let (_, table) = printed.stdout.split_once("[prosthesis.pump_settings]\n").unwrap();
    assert_eq!(json(table, &drive), json("", &drive));
}

#[test]
fn the_same_rows_come_as_json() {
    let rows: Value = serde_json::from_str(&Folder::new().concord(&["pump-settings", "--json"]).stdout).unwrap();
    let band = rows.as_array().unwrap().iter().find(|row| row["name"] == "band_inhg").unwrap();
    assert_eq!((&band["low"], &band["high"], &band["unit"]), (&0.3.into(), &1.65.into(), &"inHg".into()));
    assert_eq!(rows[0]["default"], serde_json::json!([12, 15, 18, 21]));
}

#[test]
fn drive_day_run_and_campaigns_are_simulated_with_the_cases_settings() {
    let low = "levels_inhg = [8, 9, 10, 11]";
    let drive = ["drive", "mechanic.toml", "--script", "script.txt"];
    let set = |result: &Value| result["rows"].as_array().unwrap().last().unwrap()["set_kpa"].as_f64().unwrap();
    assert_eq!([set(&json("", &drive)), set(&json(low, &drive))], [40.6, 27.1]);

    let faults = ["drive", "mechanic.toml", "--faults", "2", "--hours", "6"];
    assert_ne!(json("", &faults)["clean"], json(low, &faults)["clean"]);

    // In automatic mode, which a day is in where the case says nothing else.
    let low = "automatic_inhg = [8, 8, 8, 8, 8, 8]";
    let e2 = ["day", "mechanic.toml", "--system", "E2", "--persons", "1"];
    let vacuum = |result: &Value| result["days"][0]["summary"]["vacuum_mean_kpa"]["central"].as_f64().unwrap();
    let [usual, other] = [vacuum(&json("", &e2)), vacuum(&json(low, &e2))];
    assert!(other < usual - 10.0, "{usual} and {other} kPa");
    // A person for whom the electronic pump is what `run` recommends.
    let run = |settings: &str| {
        let folder = Folder::new();
        folder.write("case.toml", format!("{TRANSFEMORAL}\n[prosthesis.pump_settings]\n{settings}"));
        let answer = folder.concord(&["run", "case.toml", "--persons", "1", "--json"]);
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        let result: Value = serde_json::from_str(&answer.stdout).unwrap();
        assert_eq!(result["days"][0]["system"]["id"], "4R152:auto");
        vacuum(&result)
    };
    assert!(run(low) < run("") - 10.0);
}

#[test]
fn a_setting_that_cannot_be_is_named_by_file_line_field_and_value() {
    for (settings, words) in [
        ("levels_inhg = [12, 15, 18, 60]", ["prosthesis.pump_settings.levels_inhg[3] = 60", "give 5 to 25 inHg"]),
        ("band_ihg = 1", ["band_ihg", "did you mean `band_inhg`?"]),
        ("pause_ms = \"long\"", ["pause_ms = \"long\"", "give 12.5 or [12.5, 15]"]),
        ("hold_ms = 9000", ["hold_walking_ms", "give at least hold_ms"]),
    ] {
        for command in ["check", "fit", "run", "day", "drive"] {
            let answer = with(settings, &[command, "mechanic.toml"]);
            assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""), "{command} {settings}");
            for words in words.into_iter().chain(["mechanic.toml, line "]) {
                assert!(answer.stderr.contains(words), "{command} {settings}: {}", answer.stderr);
            }
        }
    }
}

#[test]
fn sr_046_a_cases_settings_become_the_record_that_a_device_reads_and_a_broken_case_none() {
    let folder = Folder::new();
    folder.write("mechanic.toml", format!("{MECHANIC}\n[prosthesis.pump_settings]\nhold_ms = 3000\n"));
    let answer = folder.concord(&["pump-settings", "mechanic.toml", "--record", "settings.bin"]);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    let record = std::fs::read(folder.0.join("settings.bin")).unwrap();
    let expected = control::Settings { hold_ms: 3_000, ..control::Settings::default() };
    assert_eq!(control::read_settings(&record), Ok(expected));
    assert!(answer.stdout.contains(&format!("{} bytes", record.len())), "{}", answer.stdout);

    folder.write("broken.toml", format!("{MECHANIC}\n[prosthesis.pump_settings]\nhold_ms = 9000\n"));
    let answer = folder.concord(&["pump-settings", "broken.toml", "--record", "broken.bin"]);
    assert_eq!(answer.code, Some(2));
    assert!(answer.stderr.contains("hold_walking_ms") && !folder.0.join("broken.bin").exists(), "{}", answer.stderr);
    for alone in [["pump-settings", "mechanic.toml"].as_slice(), &["pump-settings", "--record", "x.bin"]] {
        assert_eq!(folder.concord(alone).code, Some(2), "{alone:?}");
    }
}

#[test]
fn the_report_says_that_no_device_learns_of_a_cases_settings_by_it() {
    let report = |settings: &str| {
        let folder = Folder::new();
        folder.write("mechanic.toml", format!("{MECHANIC}\n[prosthesis.pump_settings]\n{settings}"));
        let answer = folder.concord(&["run", "mechanic.toml", "--persons", "1", "--out", "out"]);
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        std::fs::read_to_string(folder.0.join("out/mechanic.html")).unwrap()
    };
    let said = "runs on the settings of this case: band_inhg, hold_ms. No device learns of them by this report";
    assert!(report("hold_ms = 3000\nband_inhg = 1\n").contains(said));
    assert!(!report("").contains("No device learns of them"));
}
