//! Days in a row: text, JSON, a case that tells its days, and a limb's state that is saved and gone on from.

use crate::common::{Answer, Folder, MECHANIC};
use serde_json::Value;

const SUCTION: [&str; 4] = ["day", "case.toml", "--system", "suction"];

fn folder(case: &str) -> Folder {
    let folder = Folder::new();
    folder.write("case.toml", case);
    folder
}

fn answer(folder: &Folder, more: &[&str]) -> Answer {
    let answer = folder.concord(&[&SUCTION, more].concat());
    assert_eq!(answer.code, Some(0), "{more:?}: {}{}", answer.stdout, answer.stderr);
    answer
}

fn json(folder: &Folder, more: &[&str]) -> Value {
    serde_json::from_str(&answer(folder, &[more, &["--json"]].concat()).stdout).unwrap()
}

fn refused(folder: &Folder, arguments: &[&str]) -> String {
    let answer = folder.concord(arguments);
    assert!(matches!(answer.code, Some(1 | 2)) && answer.stdout.is_empty(), "{arguments:?}: {}", answer.stdout);
    answer.stderr
}

#[test]
fn two_weeks_say_when_no_sock_was_needed_and_what_was_measured() {
    let folder = folder(MECHANIC);
    let text = answer(&folder, &["--days", "14", "--persons", "2"]).stdout;
    for part in [
        "days in a row. Volumes since the first morning",
        "In 14 days there is no day without a sock.",
        "−2.0 to 12.6 % (6 users, mean 0.6, SD 5.5; Zachariah et al. 2004)",
        "After 14 days the twin's limb has changed by −",
        "Assumed: at night the person lies without a prosthesis.",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let pump = folder.concord(&["day", "case.toml", "--system", "4R147", "--days", "3", "--persons", "0"]).stdout;
    assert!(pump.contains("The first day without a sock is day 1.\nFrom day 1 on no sock is added."), "{pump}");
    assert!(pump.contains("The twin is compared with it from 14 days on."), "{pump}");
    let german = answer(&folder, &["--days", "2", "--persons", "0", "--language", "de"]).stdout;
    assert!(german.contains("Tage in Folge") && german.contains("−2,0 bis 12,6 %"), "{german}");
}

#[test]
fn a_row_has_an_entry_a_day_and_one_day_has_none() {
    let folder = folder(MECHANIC);
    let one = json(&folder, &["--persons", "0"]);
    assert_eq!(one.get("row_of_days"), None);
    assert_eq!(one, json(&folder, &["--persons", "0", "--days", "1"]));
    let result = json(&folder, &["--persons", "4", "--days", "3"]);
    assert_eq!(result["days"].as_array().unwrap().len(), 1);
    let row = &result["row_of_days"][0];
    assert_eq!((&row["system"], row["days"].as_array().unwrap().len()), (&"suction".into(), 3));
    let second = &row["days"][1];
    assert_eq!(second["day"], 2);
    let median = |key: &str| second[key]["p50"].as_f64().unwrap();
    assert!(median("lowest_volume_pct") <= median("evening_volume_pct"), "{second}");
    assert!(median("evening_volume_pct") < median("next_morning_volume_pct"), "{second}");
    assert!((0.0..=24.0).contains(&median("first_sock_h")));
    assert!((0.0..=1.0).contains(&second["share_without_sock"].as_f64().unwrap()));
    assert_eq!(row["two_weeks"]["measured"]["source"], "zachariah2004");
    assert_eq!(row["two_weeks"].get("change_pct"), None);
    // The whole day is the usual one, whatever comes after it.
    assert_eq!(result["days"], json(&folder, &["--persons", "4"])["days"]);
}

#[test]
fn a_case_tells_its_days_and_a_rest_day_has_a_name() {
    let rest = "activities = [{ from = \"08:00\", to = \"22:00\", do = \"doff\" }]";
    let folder = folder(&format!("{MECHANIC}\n[[days]]\nrepeat = 2\n[[days]]\nname = \"rest day\"\n{rest}\n"));
    let row = |more: &[&str]| json(&folder, &[&["--persons", "0"], more].concat())["row_of_days"][0].clone();
    let told = row(&[]);
    assert_eq!(told["days"].as_array().unwrap().len(), 4);
    assert_eq!((&told["days"][3]["name"], &told["first_day_without_sock"]), (&"rest day".into(), &4.into()));
    assert_eq!(told["no_more_socks_from_day"], 4);
    assert_eq!(row(&["--days", "2"])["days"].as_array().unwrap()[..], told["days"].as_array().unwrap()[..2]);
    assert!(answer(&folder, &["--persons", "0"]).stdout.contains("4: rest day"));
    let more = refused(&folder, &["day", "case.toml", "--days", "5"]);
    assert!(more.contains("--days = 5") && more.contains("give 1 to 4, or take [[days]] out"), "{more}");
    for days in ["0", "61"] {
        let folder = self::folder(MECHANIC);
        assert!(refused(&folder, &["day", "case.toml", "--days", days]).contains("give 1 to 60 days"));
    }
}

#[test]
fn every_fault_of_the_days_of_a_case_is_told() {
    let days = "[[days]]\nrepeat = 0\n[[days]]\nname = \"rest\"\n[[days]]\n\
                activities = [{ from = \"09:00\", to = \"08:00\", do = \"sit\" }]\n[[days]]\nrepeat = 70\n\
                [[days]]\nrepeat = \"six\"\n";
    let folder = folder(&format!("{MECHANIC}\n{days}"));
    let answer = folder.concord(&["check", "case.toml", "--json"]);
    assert_eq!(answer.code, Some(2), "{}", answer.stdout);
    let faults = answer.faults();
    let fields: Vec<&str> = faults.iter().map(|fault| fault["field"].as_str().unwrap()).collect();
    for field in ["days", "days[0].repeat", "days[1].repeat", "days[2].activities[0].to", "days[4].repeat"] {
        assert!(fields.contains(&field), "{field}: {fields:?}");
    }
    assert!(faults.iter().all(|fault| fault["line"].as_u64().is_some() && fault["expected"] != ""), "{faults:?}");
}

#[test]
fn days_in_one_go_are_those_that_go_on_from_a_saved_limb() {
    let folder = folder(MECHANIC);
    let few = ["--persons", "0"];
    let whole = json(&folder, &[&few[..], &["--days", "4", "--save-limb", "whole.json"]].concat());
    json(&folder, &[&few[..], &["--days", "2", "--save-limb", "half.json"]].concat());
    let on = ["--days", "2", "--from-limb", "half.json", "--save-limb", "on.json"];
    let rest = json(&folder, &[&few[..], &on].concat());
    let read = |name: &str| -> Value { serde_json::from_slice(&std::fs::read(folder.0.join(name)).unwrap()).unwrap() };
    let (one, other) = (read("whole.json"), read("on.json"));
    assert_eq!(
        (&one["concord_limb"], &one["system"], &one["case"]),
        (&1.into(), &"suction".into(), &"Mechanic".into())
    );
    for (name, value) in one.as_object().unwrap() {
        match (value.as_f64(), other[name].as_f64()) {
            (Some(a), Some(b)) => assert!((a - b).abs() <= 1e-7 * a.abs().max(1.0), "{name}: {a} {b}"),
            _ => assert_eq!(value, &other[name]),
        }
    }
    let day = |result: &Value, place: usize| result["row_of_days"][0]["days"][place].clone();
    for (before, after) in [(2, 0), (3, 1)] {
        for key in ["socks_added", "first_sock_h"] {
            assert_eq!(day(&whole, before)[key], day(&rest, after)[key], "{key}");
        }
    }
    assert!(rest["notes"].to_string().contains("The limb begins as it was at"), "{}", rest["notes"]);
    assert_ne!(rest["days"], whole["days"], "the first day forgot the night before");
}

#[test]
fn a_limb_that_cannot_be_gone_on_from_says_why() {
    let folder = folder(MECHANIC);
    answer(&folder, &["--persons", "0", "--save-limb", "limb.json"]);
    let sound = std::fs::read_to_string(folder.0.join("limb.json")).unwrap();
    let from = |text: &str| {
        folder.write("wrong.json", text);
        refused(&folder, &["day", "case.toml", "--from-limb", "wrong.json"])
    };
    assert!(from("{").contains("not valid JSON"));
    let version = from(&sound.replace("\"concord_limb\": 1", "\"concord_limb\": 7"));
    assert!(version.contains("concord_limb = 7") && version.contains("give 1"), "{version}");
    let protein = sound.lines().find(|line| line.contains("protein_relative_to_rest")).unwrap();
    let wrong =
        sound.replace(protein, "  \"protein_relative_to_rest\": -3,").replace("\"muscle_swelling_ml\"", "\"muscle\"");
    let several = from(&wrong);
    for part in [
        "protein_relative_to_rest = -3: out of range",
        "give 0.01 to 10.00",
        "muscle_swelling_ml: missing",
        "unknown field",
    ] {
        assert!(several.contains(part), "{part}\n{several}");
    }
    let volume = sound.lines().find(|line| line.contains("volume_at_rest_ml")).unwrap();
    let other = from(&sound.replace(volume, "  \"volume_at_rest_ml\": 2500.0,"));
    assert!(other.contains("another limb's") && other.contains("mL at rest"), "{other}");
    let missing = refused(&folder, &["day", "case.toml", "--from-limb", "lamb.json"]);
    assert!(missing.contains("no such file") && missing.contains("limb.json"), "{missing}");
    let several = refused(&folder, &["day", "case.toml", "--save-limb", "out.json"]);
    assert!(several.contains("--save-limb = out.json") && several.contains("give one --system"), "{several}");
    let nowhere = refused(&folder, &[&SUCTION[..], &["--save-limb", "limb.json/out.json"]].concat());
    assert!(nowhere.contains("folder cannot be written"), "{nowhere}");
    assert_eq!(folder.names(), ["case.toml", "limb.json", "wrong.json"]);
}

#[test]
fn tables_have_every_day_and_reports_show_the_days_in_a_row() {
    let folder = folder(&format!("{MECHANIC}\n[[days]]\nrepeat = 1\n[[days]]\nname = \"rest day\"\nrepeat = 1\n"));
    answer(&folder, &["--persons", "0", "--csv", "all"]);
    answer(&folder, &["--persons", "0", "--days", "1", "--csv", "one"]);
    let read = |name: &str| std::fs::read_to_string(folder.0.join(name)).unwrap();
    let (all, one) = (read("all/suction.csv"), read("one/suction.csv"));
    let (mut lines, mut first) = (all.lines(), one.lines());
    assert!(first.next().unwrap().starts_with("time,seconds_after_midnight,"));
    assert!(lines.next().unwrap().starts_with("day,time,seconds_after_midnight,"));
    let days: Vec<(&str, &str)> = lines.map(|line| line.split_once(',').unwrap()).collect();
    let of = |day: &str| days.iter().filter(|(own, _)| *own == day).map(|(_, line)| *line).collect::<Vec<_>>();
    assert_eq!(of("1"), first.collect::<Vec<_>>(), "the first day is the one that is told in full");
    assert!(of("2").len() > 150 && of("2").len() == of("3").len(), "{}", of("2").len());
    assert_eq!(days.len(), of("1").len() + 2 * of("2").len());
    // A limb that has lost fluid begins the next day smaller.
    assert_ne!(of("2")[0].split(',').nth(2), None);

    let run = |case: &str| {
        let answer = folder.concord(&["run", case, "--persons", "0", "--out", "out", "--json"]);
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        let result: Value = serde_json::from_str(&answer.stdout).unwrap();
        (result, read(&format!("out/{}", case.replace("toml", "html"))))
    };
    let (result, report) = run("case.toml");
    assert_eq!(result["row_of_days"].as_array().unwrap().len(), result["days"].as_array().unwrap().len());
    for part in ["Days in a row", "3: rest day", "id=\"days-in-a-row\"", "In 3 days there is no day without a sock."] {
        assert!(report.contains(part), "{part}");
    }
    folder.write("single.toml", MECHANIC);
    let (result, report) = run("single.toml");
    assert!(result.get("row_of_days").is_none() && !report.contains("Days in a row"));
}
