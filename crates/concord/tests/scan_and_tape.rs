//! A scan is held against the tape before it takes its place; of a tape alone a check of size is made; who placed what.

use crate::common::{Folder, MECHANIC};
use domain::limb::ResidualLimb;
use geometry::formats;
use serde_json::Value;

const SCANNED: &str = include_str!("../../../cases/scanned.toml");
const TRANSFEMORAL: &str = include_str!("../../../cases/transfemoral.toml");
const SCAN: &[u8] = include_bytes!("../../../cases/scanned_limb.stl");

/// A folder with the shipped scan.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("scanned_limb.stl", SCAN);
    folder
}

fn json(folder: &Folder, arguments: &[&str]) -> Value {
    let answer = folder.concord(&[arguments, &["--json"]].concat());
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""), "{arguments:?}");
    serde_json::from_str(&answer.stdout).unwrap()
}

/// What is asked where nothing is concluded.
fn asked(result: &Value) -> Vec<&str> {
    let result = if result.is_array() { &result[0] } else { result };
    let open = result["open"].as_array().unwrap_or_else(|| panic!("nothing is asked: {result:#}"));
    assert!(result.get("candidate").is_none() && result.get("days").is_none() && result.get("files").is_none());
    open.iter().map(|question| question["field"].as_str().unwrap()).collect()
}

/// The case with another line for a line that begins so.
fn with(case: &str, begins: &str, line: &str) -> String {
    assert_eq!(case.lines().filter(|old| old.trim_start().starts_with(begins)).count(), 1, "{begins}");
    case.lines().map(|old| if old.trim_start().starts_with(begins) { line } else { old }.to_string() + "\n").collect()
}

/// The shipped case of another person's tape: the mechanic's.
fn of_another() -> String {
    let rows = MECHANIC.lines().filter(|line| line.contains("below_reference_mm"));
    let mut rows = rows.map(str::to_string);
    let line = |old: &str| if old.contains("below_reference_mm") { rows.next().unwrap() } else { old.to_string() };
    SCANNED.lines().map(line).map(|line| line + "\n").collect()
}

#[test]
fn a_scan_that_disagrees_with_the_tape_stops_every_command_and_asks() {
    let folder = folder();
    folder.write("case.toml", of_another());
    let before = folder.names();
    for command in [
        &["check", "case.toml"][..],
        &["fit", "case.toml"],
        &["day", "case.toml", "--persons", "0"],
        &["run", "case.toml", "--persons", "0", "--out", "out"],
        &["socket", "case.toml", "--out", "out"],
        &["sleeve", "case.toml"],
        &["drive", "case.toml", "--faults", "1", "--hours", "1"],
    ] {
        let result = json(&folder, command);
        assert_eq!(asked(&result), ["scan.goes_by"], "{command:?}");
        let against = result.pointer("/tape_against_scan").or(result.pointer("/0/tape_against_scan")).unwrap();
        let rows = against["circumferences"].as_array().unwrap();
        assert_eq!(rows.len(), 5, "{command:?}");
        assert!(rows.iter().all(|row| row["tape_mm"].is_number() && row["scan_mm"].is_number()), "{against:#}");
        assert_eq!((&against["limit_mm"], &against["limit_pct"]), (&3.0.into(), &2.0.into()));
        let text = folder.concord(command).stdout;
        for said in
            ["348 mm", "371 mm", "+23.4 mm (+6.7 %)", "right limb", "min after doffing", "on the skin", "goes_by"]
        {
            assert!(text.contains(said), "{said} of {command:?}: {text}");
        }
        assert!(!text.contains("candidate") && !text.contains("fine"), "{text}");
    }
    assert_eq!(folder.names(), before);
}

#[test]
fn three_millimetres_or_two_percent_stop_at_any_height_and_less_does_not() {
    let folder = folder();
    // Every circumference is wider than 150 mm, so that 3 mm come before 2 %.
    folder.write("case.toml", SCANNED);
    let rows = json(&folder, &["check", "case.toml"])[0]["tape_against_scan"]["circumferences"].clone();
    let row = |row: &Value| (row["below_mm"].as_f64().unwrap() as i32, row["scan_mm"].as_f64().unwrap());
    let tape: Vec<(i32, f64)> = rows.as_array().unwrap().iter().map(row).collect();
    let case = |below: i32, off: f64| {
        let mut text = SCANNED.to_string();
        for (height, scan) in &tape {
            let line = if *height == below { scan + off } else { *scan };
            text = with(
                &text,
                &format!("{{ below_reference_mm = {height},"),
                &format!("    {{ below_reference_mm = {height}, circumference_mm = {line} }},"),
            );
        }
        text
    };
    for (below, _) in tape.clone() {
        for (off, stops) in [(2.8, false), (-2.8, false), (3.2, true), (-3.2, true)] {
            folder.write("case.toml", case(below, off));
            let result = json(&folder, &["check", "case.toml"])[0].clone();
            if stops {
                assert_eq!(asked(&result), ["scan.goes_by"], "{below} {off}");
                let rows = result["tape_against_scan"]["circumferences"].as_array().unwrap();
                assert_eq!(rows.iter().filter(|row| row["agrees"] == false).count(), 1, "{below} {off}");
            } else {
                assert_eq!(result["tape_against_scan"]["disagree"], Value::Array(vec![]));
            }
        }
    }
    // The length counts where a person has placed the level: 155 mm; 2 % of 158 are 3.16.
    for (length, stops) in [(153.0, false), (157.5, false), (151.5, true), (158.2, true)] {
        folder.write("case.toml", with(SCANNED, "limb_length_mm", &format!("limb_length_mm = {length}")));
        let result = json(&folder, &["check", "case.toml"]);
        assert_eq!(result[0].get("open").is_some(), stops, "{length}: {result:#}");
    }
    // Where nobody has, the scan's level is the tape's: it cannot speak for it.
    let unplaced = with(SCANNED, "{ name = \"mid_patellar_tendon\"", "");
    folder.write("case.toml", unplaced);
    let result = json(&folder, &["check", "case.toml"]);
    assert_eq!(result[0]["tape_against_scan"]["length"]["agrees"], Value::Null);
}

#[test]
fn a_thin_limb_stops_at_two_percent() {
    let folder = Folder::new();
    // 130 mm around: 2 % are 2.6 mm.
    let rows = [(0, 130.0), (60, 130.0), (120, 130.0)];
    let case = |off: f64| {
        let (head, rest) = MECHANIC.split_once("circumferences = [").unwrap();
        let tail = rest.split_once("\n]\n").unwrap().1;
        let rows: String = rows
            .iter()
            .map(|(below, mm)| format!("    {{ below_reference_mm = {below}, circumference_mm = {} }},\n", mm + off))
            .collect();
        let scan =
            "[scan]\nfile = \"limb.stl\"\nunit = \"mm\"\nproximal = [0, 0, 1]\nanterior = [1, 0, 0]\n\n[prosthesis]\n";
        format!("{head}circumferences = [\n{rows}]\n{tail}").replace("[prosthesis]\n", scan)
    };
    let limb: ResidualLimb = domain::Case::parse(&case(0.0)).unwrap().limb;
    folder.write("limb.stl", formats::write_stl(&geometry::limb::from_tape(&limb, 60.0)));
    for (off, stops) in [(0.0, false), (2.4, false), (2.8, true)] {
        folder.write("case.toml", case(off));
        assert_eq!(json(&folder, &["check", "case.toml"])[0].get("open").is_some(), stops, "{off}");
    }
}

#[test]
fn the_other_side_stops_whoever_says_it_and_no_reason_settles_it() {
    let folder = folder();
    let reason = "minutes_since_doffing = 12\ngoes_by = \"scan\"\ngoes_by_reason = \"a test\"";
    for text in [SCANNED.to_string(), with(SCANNED, "minutes_since_doffing = 12", reason)] {
        folder.write("case.toml", with(&text, "side = \"right\"  ", "side = \"left\""));
        let result = json(&folder, &["fit", "case.toml"]);
        assert_eq!(asked(&result), ["limb.side"], "{result:#}");
        assert!(result["open"][0]["asks"].as_str().unwrap().contains("scan.side"), "{result:#}");
        // The fibular head that was placed lies on the other side of the case's limb.
        folder.write("case.toml", text.replace("side = \"right\"", "side = \"left\""));
        for command in [&["fit", "case.toml"][..], &["socket", "case.toml", "--out", "out"]] {
            let result = json(&folder, command);
            assert_eq!(asked(&result), ["limb.side"], "{result:#}");
            assert!(result["open"][0]["asks"].as_str().unwrap().contains("fibular head"), "{result:#}");
            let rows = result["tape_against_scan"]["circumferences"].as_array().unwrap();
            assert!(rows.iter().all(|row| row["agrees"] == true), "{result:#}");
        }
    }
    // The file says it itself.
    let aop = std::fs::read(made(&folder, SCANNED, &[]).1.join("case-model.aop")).unwrap();
    folder.write("right.aop", aop);
    let scan = "[scan]\nfile = \"right.aop\"\ngoes_by = \"scan\"\ngoes_by_reason = \"a test\"\n\n[prosthesis]\n";
    folder.write("case.toml", MECHANIC.replace("side = \"right\"", "side = \"left\"").replace("[prosthesis]\n", scan));
    assert_eq!(asked(&json(&folder, &["fit", "case.toml"])), ["limb.side"]);
    folder.write("case.toml", MECHANIC.replace("[prosthesis]\n", scan));
    assert!(json(&folder, &["fit", "case.toml"])["candidate"].is_boolean());
}

/// The socket of a case: its result, and the folder of its files.
fn made(folder: &Folder, case: &str, more: &[&str]) -> (Value, std::path::PathBuf) {
    folder.write("case.toml", case);
    let out = folder.0.join("made");
    let _ = std::fs::remove_dir_all(&out);
    (json(folder, &[&["socket", "case.toml", "--out", "made"], more].concat()), out)
}

#[test]
fn which_one_goes_is_printed_wherever_its_numbers_are_used() {
    let folder = folder();
    let reason = "M. Muster taped over a sock by mistake";
    let chosen = |which: &str| {
        let lines = format!("minutes_since_doffing = 12\ngoes_by = \"{which}\"\ngoes_by_reason = \"{reason}\"");
        with(&of_another(), "minutes_since_doffing = 12", &lines)
    };
    for (which, volume) in [("scan", 1236.0), ("tape", 1082.0)] {
        folder.write("case.toml", chosen(which));
        let checked = json(&folder, &["check", "case.toml"]);
        assert!((checked[0]["limb_volume_ml"].as_f64().unwrap() - volume).abs() < 1.0, "{which}: {checked:#}");
        for command in [
            &["fit", "case.toml"][..],
            &["day", "case.toml", "--persons", "0"],
            &["run", "case.toml", "--persons", "0", "--out", "run"],
            &["socket", "case.toml", "--out", "made"],
        ] {
            let text = folder.concord(command).stdout;
            let mark = format!("GOES BY THE {}", which.to_uppercase());
            assert!(text.contains(&mark) && text.contains(reason), "{which} {command:?}: {text}");
            assert_eq!(json(&folder, command)["tape_against_scan"]["goes_by_reason"], reason);
        }
        let stem = if which == "scan" { "case" } else { "case-size-check" };
        let html = if which == "scan" { "made/case-socket.html" } else { "made/case-size-check.html" };
        for sheet in ["run/case.html", html] {
            let text = std::fs::read_to_string(folder.0.join(sheet)).unwrap();
            assert!(text.contains(reason) && text.contains("Tape and scan"), "{sheet}");
        }
        for part in ["measurements.csv", "technique.toml", "model.aop"] {
            let text = std::fs::read_to_string(folder.0.join(format!("made/{stem}-{part}"))).unwrap();
            assert!(text.contains(reason), "{stem}-{part}");
        }
    }
    for (lines, field) in [
        ("goes_by = \"scan\"", "scan.goes_by"),
        ("goes_by_reason = \"why\"", "scan.goes_by_reason"),
        ("goes_by = \"scan\"\ngoes_by_reason = \" \"", "scan.goes_by_reason"),
        ("goes_by = \"both\"\ngoes_by_reason = \"why\"", "scan.goes_by"),
    ] {
        folder.write("case.toml", with(SCANNED, "minutes_since_doffing = 12", lines));
        let answer = folder.concord(&["fit", "case.toml", "--json"]);
        assert_eq!(answer.code, Some(2), "{lines}");
        assert_eq!(answer.faults()[0]["field"], field, "{lines}");
    }
}

#[test]
fn when_and_how_a_limb_was_measured_is_printed_or_said_to_be_unknown() {
    let folder = folder();
    let (result, out) = made(&folder, SCANNED, &[]);
    assert_eq!(result["taken"]["minutes_since_doffing"], 12.0);
    let read = |name: &str| std::fs::read_to_string(out.join(name)).unwrap().replace('\u{a0}', " ");
    let sheet = read("case-socket.html");
    for said in
        ["right limb, 2026-11-02, 12 min after doffing, on the skin", "right limb, 2026-11-02, 10 min after doffing"]
    {
        assert!(sheet.contains(said), "{said}");
    }
    assert!(sheet.contains("0.34 mm") && sheet.contains("20 min after doffing than 5 s after it"), "what time does");
    assert!(read("case-measurements.csv").starts_with("# right limb, 2026-11-02, 12 min after doffing, on the skin\n"));
    // Half a minute is said in seconds; nothing said is said to be so.
    let seconds = with(SCANNED, "minutes_since_doffing = 12", "minutes_since_doffing = 0.0833");
    folder.write("case.toml", seconds);
    let text = folder.concord(&["socket", "case.toml", "--out", "made"]).stdout;
    assert!(text.contains("5 s after doffing"), "{text}");
    folder.write("tape.toml", MECHANIC);
    let text = folder.concord(&["socket", "tape.toml", "--out", "tape"]).stdout;
    assert!(text.contains("Taken: right limb, date: not said, time since doffing: not said, on the skin"), "{text}");
    let bare =
        ["socket", "scanned_limb.stl", "--side", "right", "--level", "transtibial", "--length", "155", "--out", "bare"];
    let text = folder.concord(&bare).stdout;
    assert!(text.contains("date: not said") && text.contains("not said, taken as skin"), "{text}");
    for date in ["2026-02-29", "2026-13-01", "20.11.2026", "2026-1-1", "yesterday", ""] {
        folder.write("case.toml", with(SCANNED, "measured_on", &format!("measured_on = \"{date}\"")));
        let answer = folder.concord(&["check", "case.toml", "--json"]);
        assert_eq!((answer.code, answer.faults()[0]["field"].as_str()), (Some(2), Some("limb.measured_on")), "{date}");
    }
}

#[test]
fn over_the_liner_its_thickness_is_counted() {
    let folder = Folder::new();
    let liner = |above: f64| {
        let technique = workup::library::technique(domain::case::SocketConcept::TotalSurfaceBearing);
        let stations = technique.steps.iter().find_map(|step| match step {
            domain::technique::Step::Liner { thickness, .. } => Some(thickness.clone()),
            _ => None,
        });
        domain::technique::thickness_at(&stations.unwrap(), above)
    };
    let mut limb = domain::Case::parse(MECHANIC).unwrap().limb;
    let length = limb.limb_length_mm;
    for row in &mut limb.circumferences {
        row.circumference_mm += std::f64::consts::TAU * liner(length - row.below_reference_mm);
    }
    limb.limb_length_mm += liner(0.0);
    folder.write("limb.stl", formats::write_stl(&geometry::limb::from_tape(&limb, 60.0)));
    for (over, stops) in [("over = \"liner\"\n", false), ("over = \"skin\"\n", true), ("", true)] {
        let scan = format!(
            "[scan]\nfile = \"limb.stl\"\n{over}unit = \"mm\"\nproximal = [0, 0, 1]\nanterior = [1, 0, 0]\n\n[prosthesis]\n"
        );
        folder.write("case.toml", MECHANIC.replace("[prosthesis]\n", &scan));
        let result = json(&folder, &["fit", "case.toml"]);
        assert_eq!(result.get("open").is_some(), stops, "{over}: {:#}", result["tape_against_scan"]);
        if !stops {
            assert!(result["tape_against_scan"]["circumferences"][0]["liner_adds_mm"].as_f64().unwrap() > 10.0);
        }
    }
}

#[test]
fn every_file_of_a_tape_is_a_check_of_size_and_none_of_a_scan_is() {
    let folder = folder();
    let tapes = ["mechanic", "in_the_hole", "heavy", "long_limb"].map(|name| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../cases/{name}.toml"));
        std::fs::read_to_string(path).unwrap()
    });
    let cases = tapes.iter().map(String::as_str).map(|case| (case, true)).chain([(SCANNED, false)]);
    for (case, size_check) in cases {
        let (result, out) = made(&folder, case, &["--picture", "picture.svg"]);
        assert_eq!(result["purpose"], if size_check { "size_check" } else { "socket" });
        assert_eq!(result["files"].as_array().unwrap().len(), 8);
        let stamp = "SIZE CHECK ONLY";
        for entry in out.read_dir().unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            assert_eq!(name.contains("size-check"), size_check, "{name}");
            let bytes = std::fs::read(&path).unwrap();
            // A 3MF is packed: its title is the model's.
            let bytes = if name.ends_with(".3mf") { unpacked(&bytes) } else { bytes };
            let says = bytes.windows(stamp.len()).any(|part| part == stamp.as_bytes());
            assert_eq!(says, size_check, "{name}");
            if name.ends_with(".stl") {
                let head = String::from_utf8_lossy(&bytes[..80]);
                assert!(head.starts_with("Concord; unit: millimetre") && head.contains(stamp) == size_check, "{head}");
            }
        }
        let picture = std::fs::read_to_string(folder.0.join("picture.svg")).unwrap();
        assert_eq!(picture.matches(stamp).count() > 9, size_check, "{}", picture.matches(stamp).count());
        let name = if size_check { "case-size-check.html" } else { "case-socket.html" };
        let html = std::fs::read_to_string(out.join(name)).unwrap();
        let text = folder.concord(&["socket", "case.toml", "--out", "made"]).stdout;
        for shown in [&html, &text, &result.to_string()] {
            assert_eq!(shown.contains("to print"), !size_check, "{name}");
            assert_eq!(shown.contains(stamp), size_check, "{name}");
        }
        assert!(size_check || html.contains(">The socket<"), "{name}");
    }
}

/// Every part of an archive, one behind the other.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = vec![];
    for index in 0..archive.len() {
        std::io::Read::read_to_end(&mut archive.by_index(index).unwrap(), &mut all).unwrap();
    }
    all
}

#[test]
fn nothing_is_measured_above_a_tapes_first_height() {
    let (result, _) = made(&folder(), MECHANIC, &[]);
    let sections = result["measurements"]["sections"].as_array().unwrap();
    assert!(!sections.is_empty() && sections.iter().all(|row| row["below_mm"].as_f64().unwrap() >= 0.0));
}

#[test]
fn a_landmark_that_the_level_does_not_have_is_an_error_wherever_it_is_named() {
    let folder = folder();
    let steps = |at: &str| {
        format!(
            "name = \"mine\"\n[[step]]\ndo = \"rectify\"\nname = \"relief\"\nat = \"{at}\"\ndepth_mm = 3\nhalf_length_mm = 20\n\
             half_width_mm = 20\n[[step]]\ndo = \"trim\"\nline = [{{ around_deg = 0, below_mm = 0 }}, {{ around_deg = 120, below_mm = 0 }}, \
             {{ around_deg = 240, below_mm = 0 }}]\n[[step]]\ndo = \"wall\"\nminimum_mm = 3\nthickness = [{{ above_distal_end_mm = 0, thickness_mm = 4 }}]\n"
        )
    };
    let scan =
        "[scan]\nfile = \"scanned_limb.stl\"\nlandmarks = [{ name = \"NAME\", at = [0, 0, 0] }]\n\n[prosthesis]\n";
    folder.write("thigh.toml", TRANSFEMORAL);
    for name in ["mid_patellar_tendon", "fibular_head", "tibial_crest", "distal_tibia", "popliteal"] {
        folder.write("steps.toml", steps(name));
        let own = steps(name).replace("[[step]]", "[[technique.step]]").replacen("name = ", "[technique]\nname = ", 1);
        folder.write("own.toml", format!("{TRANSFEMORAL}\n{own}"));
        folder.write("placed.toml", TRANSFEMORAL.replace("[prosthesis]\n", &scan.replace("NAME", name)));
        let at = format!("{name}=0,0,0");
        let bare = ["socket", "scanned_limb.stl", "--side", "left", "--level", "transfemoral"];
        for (command, field) in [
            (&["socket", "thigh.toml", "--technique", "steps.toml"][..], "step[0].at"),
            (&[&bare[..], &["--technique", "steps.toml"]].concat(), "step[0].at"),
            (&["check", "own.toml"], "technique.step[0].at"),
            (&["socket", "own.toml"], "technique.step[0].at"),
            (&["run", "own.toml"], "technique.step[0].at"),
            (&["fit", "placed.toml"], "scan.landmarks[0].name"),
            (&[&bare[..], &["--landmark", &at]].concat(), "--landmark"),
        ] {
            let answer = folder.concord(&[command, &["--json"]].concat());
            assert_eq!(
                (answer.code, answer.stdout.is_empty() || command[0] == "check"),
                (Some(2), true),
                "{command:?}"
            );
            let fault = &answer.faults()[0];
            assert_eq!(fault["field"], field, "{command:?}: {fault:#}");
            assert!(fault["what"].as_str().unwrap().starts_with("a transfemoral limb has no "), "{fault:#}");
            assert!(fault["expected"].as_str().unwrap().contains("distal_end"), "{fault:#}");
            assert!(fault["value"].as_str().unwrap().contains(name), "{fault:#}");
            assert_eq!(fault["line"].is_u64(), field != "--landmark", "{fault:#}");
        }
        // Below the knee each is a place.
        folder.write("leg.toml", MECHANIC);
        assert_eq!(json(&folder, &["socket", "leg.toml", "--technique", "steps.toml"])["purpose"], "size_check");
    }
    folder.write("steps.toml", steps("distal_end"));
    assert_eq!(json(&folder, &["socket", "thigh.toml", "--technique", "steps.toml"])["purpose"], "size_check");
}

#[test]
fn a_bare_scan_is_asked_its_level_and_becomes_the_socket_of_that_level() {
    let folder = folder();
    let answer = folder.concord(&["socket", "scanned_limb.stl", "--side", "right", "--json"]);
    assert_eq!(answer.code, Some(2));
    assert_eq!(answer.faults()[0]["field"], "--level");
    let level = |level: &'static str| {
        ["socket", "scanned_limb.stl", "--side", "right", "--length", "155", "--out", "out", "--level", level]
    };
    assert_eq!(json(&folder, &level("transfemoral"))["technique"]["name"], "Sub-ischial with vacuum");
    assert_eq!(json(&folder, &level("transtibial"))["technique"]["name"], "Total surface bearing with vacuum");
    folder.write("case.toml", SCANNED);
    let answer = folder.concord(&["socket", "case.toml", "--level", "transfemoral", "--json"]);
    assert_eq!((answer.code, answer.faults()[0]["field"].as_str()), (Some(2), Some("--level")));
}

#[test]
fn placed_is_said_of_what_a_person_placed_and_of_nothing_else() {
    let folder = folder();
    let none = with(&with(SCANNED, "{ name = \"mid", ""), "{ name = \"fib", "");
    let all = with(
        SCANNED,
        "{ name = \"fib",
        "    { name = \"fibular_head\", at = [10.0, -55.0, -95.0] },\n    { name = \"popliteal\", at = [-60.0, 0.0, -75.0] },",
    );
    for (case, placed) in [(MECHANIC, 0), (none.as_str(), 0), (SCANNED, 2), (all.as_str(), 3)] {
        let (result, out) = made(&folder, case, &[]);
        let rows = result["landmarks"].as_array().unwrap();
        assert_eq!(rows.len(), 6);
        assert_eq!(rows.iter().filter(|row| row["found"] == "placed").count(), placed);
        let text = folder.concord(&["socket", "case.toml", "--out", "made"]).stdout;
        let lines = text.split("Landmarks:").nth(1).unwrap().split("Files").next().unwrap();
        assert_eq!(lines.matches(" placed:").count(), placed, "{lines}");
        let words = ["seen in the scan, confirm", "assumed, place it"];
        let open = |text: &str, end: &str| words.map(|said| text.matches(&format!("{said}{end}")).count());
        let standing = ["seen", "assumed"].map(|name| rows.iter().filter(|row| row["found"] == name).count());
        assert_eq!(open(lines, ":"), standing, "{lines}");
        let name = if case == MECHANIC { "case-size-check.html" } else { "case-socket.html" };
        let html = std::fs::read_to_string(out.join(name)).unwrap();
        let axes =
            ["long_axis", "anterior", "level"].map(|axis| result["orientation"][axis]["found"].as_str().unwrap());
        let of_axes = ["seen", "assumed"].map(|name| axes.iter().filter(|found| **found == name).count());
        let placed_axes = 3 - of_axes.iter().sum::<usize>();
        assert_eq!(html.matches(">placed<").count(), placed + placed_axes, "{name}");
        assert_eq!(open(&html, "<"), [standing[0] + of_axes[0], standing[1] + of_axes[1]], "{name}");
        // A proposed one has a dashed ring in every view.
        let views = html.split("class=\"view\"").skip(1).map(|view| view.split("</svg>").next().unwrap());
        let rings: String = views.filter(|view| view.contains("r=\"8.5\"")).collect();
        let (rings, dashed) = (rings.matches("r=\"8.5\"").count(), rings.matches("stroke-dasharray=\"3 2\"").count());
        assert!(rings > 0 && (dashed == rings) == (placed == 0), "{dashed} of {rings}");
    }
}

#[test]
fn a_landmark_beside_the_limb_is_an_error_with_its_distance() {
    let folder = folder();
    let far = SCANNED
        .lines()
        .map(|line| {
            if line.contains("\"fibular_head\"") {
                "    { name = \"fibular_head\", at = [1000, -55, -95] },"
            } else {
                line
            }
        })
        .collect::<Vec<_>>()
        .join("\n");
    assert_ne!(far, SCANNED.trim_end());
    folder.write("case.toml", far);
    for command in [&["check", "case.toml"][..], &["fit", "case.toml"], &["socket", "case.toml", "--out", "out"]] {
        let answer = folder.concord(command);
        assert_eq!(answer.code, Some(2), "{command:?}: {}", answer.stdout);
        for word in ["fibular_head", "mm away from the skin", "place it on the limb"] {
            assert!(answer.stderr.contains(word), "{word}: {}", answer.stderr);
        }
    }
    assert!(!folder.names().contains(&"out".to_string()), "nothing is half written");
}

#[test]
fn what_the_case_says_of_its_scan_no_flag_contradicts() {
    let folder = folder();
    folder.write("case.toml", SCANNED);
    for (flag, value) in [("--over", "liner"), ("--length", "200")] {
        let answer = folder.concord(&["socket", "case.toml", flag, value, "--out", "out"]);
        assert_eq!(answer.code, Some(2), "{flag}: {}", answer.stdout);
        assert!(
            answer.stderr.contains(flag) && answer.stderr.contains("correct the one or the other"),
            "{}",
            answer.stderr
        );
    }
}
