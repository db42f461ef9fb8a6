//! A day told by steps and a kind: the same in every door, and said wherever the day is shown.

use crate::common::{Folder, MECHANIC};
use serde_json::Value;

const SAID: &str = "6,000 steps and \"at a desk\", 07:00 to 23:00";

/// The mechanic, whose day is told by steps.
fn told() -> String {
    let (head, _) = MECHANIC.split_once("activities = [").unwrap();
    format!("{head}steps = 6000\nkind = \"at_a_desk\"\nfrom = \"07:00\"\nto = \"23:00\"\n")
}

#[test]
fn wherever_a_day_is_shown_it_says_what_it_was_expanded_from() {
    let folder = Folder::new();
    folder.write("case.toml", told());
    let few = ["--persons", "0"];
    let text = |arguments: &[&str]| {
        let answer = folder.concord(arguments);
        assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""), "{arguments:?}");
        answer.stdout
    };
    let json =
        |arguments: &[&str]| -> Value { serde_json::from_str(&text(&[arguments, &["--json"]].concat())).unwrap() };
    assert!(text(&["check", "case.toml"]).contains(&format!("expanded from {SAID}")));
    assert_eq!(json(&["check", "case.toml"])[0]["expanded_from"], SAID);
    let day = [&["day", "case.toml", "--system", "suction"], &few[..]].concat();
    let run = [&["run", "case.toml", "--out", "out"], &few[..]].concat();
    for arguments in [&day, &run] {
        let shown = text(arguments);
        assert!(shown.contains(&format!("Expanded from {SAID}. Assumed: ")), "{shown}");
        let result = json(arguments);
        assert!(result["expanded_day"]["said"].as_str().unwrap().contains(SAID));
        let activities = result["expanded_day"]["activities"].as_array().unwrap();
        assert_eq!(activities.iter().filter_map(|activity| activity["steps"].as_f64()).sum::<f64>(), 6_000.0);
    }
    // What is kept of the case is what was told.
    let case = &json(&run)["case"]["day"];
    assert_eq!((&case["steps"], &case["kind"], case.get("activities")), (&6000.0.into(), &"at_a_desk".into(), None));
    let report = std::fs::read_to_string(folder.0.join("out/case.html")).unwrap().replace("&quot;", "\"");
    assert_eq!(report.matches(SAID).count(), 2, "beside the day's hours, and below its picture");
    // A day by hand says nothing of the kind.
    folder.write("case.toml", MECHANIC);
    assert!(!text(&day).contains("Expanded") && json(&day).get("expanded_day").is_none());
}

#[test]
fn a_day_told_twice_or_not_at_all_or_too_full_is_told_so() {
    let folder = Folder::new();
    let both = told() + "activities = [{ from = \"07:00\", to = \"08:00\", do = \"sit\" }]\n";
    folder.write("case.toml", both);
    let twice = folder.concord(&["check", "case.toml", "--json"]);
    assert_eq!(twice.code, Some(2));
    let fields: Vec<String> = twice.faults().iter().map(|fault| fault["field"].as_str().unwrap().to_string()).collect();
    assert_eq!(fields, ["day.steps", "day.kind", "day.from", "day.to", "day.activities"]);
    folder.write("case.toml", MECHANIC.split_once("activities = [").unwrap().0);
    let open = folder.concord(&["fit", "case.toml"]);
    assert_eq!((open.code, open.stdout.contains("day.steps")), (Some(0), true), "{open:?}");
    folder.write("case.toml", told().replace("to = \"23:00\"", "to = \"07:30\""));
    let full = folder.concord(&["check", "case.toml"]);
    assert!(full.code == Some(2) && full.stderr.contains("give 0 to 3000 steps (100 a minute)"), "{full:?}");
}

#[test]
fn a_mass_that_is_more_likely_in_pounds_is_a_question_of_every_command() {
    let folder = Folder::new();
    folder.write("case.toml", MECHANIC.replacen("body_mass_kg = 84", "body_mass_kg = 185", 1));
    for arguments in [&["check", "case.toml"][..], &["fit", "case.toml"], &["run", "case.toml"], &["day", "case.toml"]]
    {
        let answer = folder.concord(arguments);
        assert_eq!(answer.code, Some(0), "{answer:?}");
        assert!(answer.stdout.contains("185 kg, or 185 lb (84 kg)?"), "{answer:?}");
        assert!(!answer.stdout.contains("candidate"), "{answer:?}");
    }
    let confirmed = "concord = 1\nconfirmed = [\"person.body_mass_kg = 185\"]";
    let text = MECHANIC.replacen("body_mass_kg = 84", "body_mass_kg = 185", 1).replacen("concord = 1", confirmed, 1);
    folder.write("case.toml", text);
    assert!(folder.concord(&["fit", "case.toml"]).stdout.contains("no pump of the catalogue fits"));
}

#[test]
fn the_page_the_api_and_its_sliders_take_a_told_day() {
    let folder = Folder::new();
    let server = crate::serve::server::Server::start(&folder);
    let case = server.case(&told());
    let page = server.get(&format!("/cases/{case}/day")).text();
    assert!(page.contains("Expanded from 6,000 steps and “at a desk”, 07:00 to 23:00."), "{page}");
    let controls = br#"{"system": "suction", "cadence_steps_per_min": 80}"#;
    let preview = server.post(&format!("/cases/{case}/day.json"), "application/json", controls).json();
    assert!(
        preview["expanded"].as_str().unwrap().contains("80 steps of both feet a minute"),
        "{}",
        preview["expanded"]
    );
    let day = server.post(&format!("/api/v1/cases/{case}/day"), "application/json", br#"{"systems": ["pin"]}"#).json();
    assert!(day["expanded_day"]["said"].as_str().unwrap().contains(SAID), "{}", day["expanded_day"]);
    let exported = server.get(&format!("/cases/{case}/export")).text();
    assert_eq!(exported, told());
}
