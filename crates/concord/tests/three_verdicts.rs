//! Candidate, not before, refused: the same in every place that shows a verdict.

use crate::common::{Folder, MECHANIC};
use serde_json::Value;

const FOOT: &str = "foot_build_height_mm = 54 ";
const SLEEVE: &str = "sleeve_months = 2.5 ";

/// The mechanic without the line that begins so.
fn without(line: &str) -> String {
    assert!(MECHANIC.contains(line), "{line}");
    MECHANIC.lines().filter(|own| !own.starts_with(line)).map(|own| format!("{own}\n")).collect()
}

/// Each kind of what has to be settled first: what it is called, and a case of it.
fn amber() -> Vec<(&'static str, String)> {
    let with = |from: &str, to: &str| {
        assert!(MECHANIC.contains(from), "{from}");
        MECHANIC.replacen(from, to, 1)
    };
    let helpless = with("hand_function = \"full\"", "hand_function = \"none\"");
    vec![
        ("the height", without(FOOT)),
        ("the height", with(FOOT, "foot_build_height_mm = 76 ")),
        ("how long a sleeve lasts", without(SLEEVE)),
        ("how much the limb swells and shrinks", with("daily_fluctuation_mm = 14", "daily_fluctuation_mm = 45")),
        ("who handles the system every day", helpless.replacen("vision = \"full\"", "vision = \"none\"", 1)),
        ("why the limb swells in vacuum", with("fit_gap_mm = 0.0", "fit_gap_mm = 3.0")),
    ]
}

#[test]
fn every_kind_of_amber_is_told_by_every_command_that_shows_a_verdict() {
    for (topic, case) in amber() {
        let folder = Folder::new();
        folder.write("case.toml", &case);
        let headline = "A candidate for active vacuum, but not before this is settled: ";
        for command in
            [&["fit", "case.toml", "--persons", "0"][..], &["run", "case.toml", "--persons", "0", "--out", "out"]]
        {
            let answer = folder.concord(command);
            assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""), "{topic}");
            let line = answer.stdout.lines().find(|line| line.starts_with(headline));
            assert!(line.is_some_and(|line| line.contains(topic)), "{topic}: {}", answer.stdout);
            assert!(!answer.stdout.contains("Recommended: Harmony"), "{topic}");
            assert!(answer.stdout.contains("not before: ") || answer.stdout.contains("out of range: "), "{topic}");
        }
        let fitted = folder.concord(&["fit", "case.toml", "--persons", "0"]).stdout;
        assert!(fitted.contains("Order, not before this is settled: "), "{topic}");
        let html = std::fs::read_to_string(folder.0.join("out/case.html")).unwrap();
        assert!(html.contains("class=\"verdict care\"") && html.contains(topic), "{topic}");
        assert!(html.contains("The order for one system, not before this is settled: "), "{topic}");
        for json in [
            folder.concord(&["fit", "case.toml", "--persons", "0", "--json"]),
            folder.concord(&["run", "case.toml", "--persons", "0", "--out", "out", "--json"]),
        ] {
            let result: Value = serde_json::from_str(&json.stdout).unwrap();
            assert_eq!(
                (&result["verdict"], &result["fitting"]["verdict"]),
                (&"not_before".into(), &"not_before".into())
            );
            assert!(result["to_settle"][0].as_str().unwrap().contains(topic), "{topic}: {}", result["to_settle"]);
        }
        let day = folder.concord(&["day", "case.toml", "--persons", "0", "--system", "4R180"]);
        let said = day.stdout + &day.stderr;
        assert!(said.contains("not before this is settled: ") && said.contains(topic), "{topic}: {said}");
    }
}

#[test]
fn what_is_settled_is_green_and_what_is_refused_is_not_amber() {
    let folder = Folder::new();
    let judged = |case: &str| -> Value {
        folder.write("case.toml", case);
        let answer = folder.concord(&["fit", "case.toml", "--persons", "0", "--json"]);
        serde_json::from_str(&answer.stdout).unwrap()
    };
    let green = judged(MECHANIC);
    assert_eq!((&green["verdict"], green.get("to_settle")), (&"candidate".into(), None));
    let no_pump = judged(&without(FOOT).replacen("available_clearance_mm = 190", "available_clearance_mm = 90", 1));
    assert_eq!((&no_pump["verdict"], no_pump.get("to_settle")), (&"refused".into(), None));
    let refused = judged(&without(FOOT).replacen("dialysis = false", "dialysis = true", 1));
    assert_eq!((&refused["verdict"], &refused["candidate"]), (&"refused".into(), &false.into()));
}

#[test]
fn the_stack_and_the_forces_are_told_in_text_json_and_report() {
    let folder = Folder::new();
    folder.write("case.toml", MECHANIC);
    let text = folder.concord(&["fit", "case.toml", "--persons", "0"]).stdout;
    for line in ["Height between socket and floor: 190 mm (7.5 in)", "what is left", "as told", "= 168 of 190 mm"] {
        assert!(text.contains(line), "{line}: {text}");
    }
    for force in ["Impact, when the heel strikes", "Rotation, in stance", "Shear, the lifting force"] {
        assert!(text.contains(force), "{force}");
    }
    let json = folder.concord(&["fit", "case.toml", "--persons", "0", "--json"]).stdout;
    let result: Value = serde_json::from_str(&json).unwrap();
    let height = &result["fitting"]["pumps"][0]["height"];
    assert_eq!((&height["verdict"], &height["left_mm"]), (&"fits".into(), &22.0.into()));
    let kinds: Vec<&str> = height["pieces"].as_array().unwrap().iter().filter_map(|p| p["kind"].as_str()).collect();
    assert_eq!(kinds, ["pump", "pylon", "foot", "footshell", "shoe"]);
    let forces = result["fitting"]["forces"].as_array().unwrap();
    assert!(forces.len() == 3 && forces.iter().all(|force| force["source"] == "ottobock_socket_technology"));
    folder.concord(&["run", "case.toml", "--persons", "0", "--out", "out"]);
    let html = std::fs::read_to_string(folder.0.join("out/case.html")).unwrap();
    for said in
        ["table class=\"stack", "Forces in the socket", "Socket technology: liner", "foot 54</text>", "pump 114</text>"]
    {
        assert!(html.contains(said), "{said}");
    }
}

#[test]
fn what_is_left_is_told_with_its_number_even_where_it_may_be_too_little() {
    let folder = Folder::new();
    folder.write("case.toml", MECHANIC.replacen(FOOT, "foot_build_height_mm = 70 ", 1));
    let text = folder.concord(&["fit", "case.toml", "--persons", "0"]).stdout;
    assert!(text.contains("= 184 of 190 mm (7.2 of 7.5 in), 6 mm left: too little?"), "{text}");
    folder.concord(&["run", "case.toml", "--persons", "0", "--out", "out"]);
    let html = std::fs::read_to_string(folder.0.join("out/case.html")).unwrap();
    assert!(
        html.replace('\u{a0}', " ").contains("184 mm, 6 mm left: too little?"),
        "the picture and the text tell the same"
    );
}
