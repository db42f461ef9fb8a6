//! Everything a broken file or argument can be: one clear message that names file, line, field, value and what would
//! be right; exit code 2; nothing on stdout; no file left behind.

use crate::common::{Folder, MECHANIC, concord_in};
use std::path::Path;
use std::time::{Duration, Instant};

/// What the one message must say.
struct Expected<'a> {
    line: u64,
    field: &'a str,
    value: &'a str,
    what: &'a str,
    expected: &'a str,
}

/// Checks `text` as a file, in both shapes of the answer.
fn expect(text: impl AsRef<[u8]>, want: &Expected) {
    let folder = Folder::new();
    folder.write("case.toml", text);
    let begun = Instant::now();
    let json = folder.concord(&["check", "case.toml", "--json"]);
    assert!(begun.elapsed() < Duration::from_secs(10), "took {:?}", begun.elapsed());
    let faults = json.faults();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    let said = |key: &str| faults[0][key].as_str().unwrap().to_string();
    assert_eq!(said("file"), "case.toml");
    assert_eq!(faults[0]["line"].as_u64().unwrap_or(0), want.line, "{faults:#?}");
    assert_eq!(said("field"), want.field, "{faults:#?}");
    assert_eq!(said("value"), want.value, "{faults:#?}");
    assert!(said("what").contains(want.what), "{faults:#?}");
    assert!(said("expected").contains(want.expected), "{faults:#?}");

    let human = folder.concord(&["check", "case.toml"]);
    assert_eq!((json.code, human.code), (Some(2), Some(2)));
    assert_eq!((json.stdout.as_str(), human.stdout.as_str()), ("", ""));
    assert_eq!(human.stderr.matches('×').count(), 1, "{}", human.stderr);
    assert!(human.stderr.len() < 4_000, "{}", human.stderr.len());
    for part in ["case.toml", want.field, want.value, want.what, want.expected] {
        assert!(human.stderr.contains(part), "{part} is not in {}", human.stderr);
    }
    assert!(!human.stderr.contains('\u{1b}'), "colours in a pipe: {:?}", human.stderr);
    assert_eq!(folder.names(), ["case.toml"]);
}

/// The mechanic with one thing broken. The message must name the line on which `to` begins its value.
fn mechanic(from: &str, to: &str, want: Expected) {
    assert_eq!(MECHANIC.matches(from).count(), 1, "{from}");
    expect(MECHANIC.replace(from, to), &want);
}

#[test]
fn an_empty_file() {
    let want = Expected { line: 1, field: "", value: "", what: "the file is empty", expected: "concord new NAME" };
    expect("", &want);
    expect("\n \n", &want);
}

#[test]
fn a_file_of_something_else() {
    let what = "this is not a Concord case";
    expect("[package]\nname = 1\n", &Expected { line: 1, field: "", value: "", what, expected: "concord new NAME" });
    let what = "not valid TOML";
    expect("{\"concord\": 1}", &Expected { line: 1, field: "", value: "", what, expected: "commented example" });
}

#[test]
fn an_unknown_field_suggests_the_nearest_known_one() {
    let (field, what) = ("person.body_mas_kg", "does not exist");
    let want = Expected { line: 7, field, value: "", what, expected: "did you mean `body_mass_kg`" };
    mechanic("body_mass_kg", "body_mas_kg", want);
}

#[test]
fn what_is_not_answered_is_a_question_and_nothing_is_concluded_from_it() {
    let folder = Folder::new();
    folder.write("draft.toml", MECHANIC.replacen("dialysis = false\n", "", 1));
    let before = folder.names();
    for command in ["check", "fit", "run", "day", "socket", "drive"] {
        let answer = folder.concord(&[command, "draft.toml", "--json"]);
        assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""), "{command}");
        let told: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
        let told = if command == "check" { &told[0] } else { &told };
        assert_eq!(told["open"][0]["field"], "person.conditions.dialysis", "{command}");
        assert_eq!(told["open"].as_array().unwrap().len(), 1, "{command}");
        assert!(
            told.get("candidate").is_none() && told.get("days").is_none() && told.get("files").is_none(),
            "{told:#}"
        );
        let answer = folder.concord(&[command, "draft.toml"]);
        assert!(answer.stdout.starts_with("draft.toml: a draft, 1 question open."), "{}", answer.stdout);
        assert_eq!(folder.names(), before, "{command}");
    }
}

#[test]
fn a_new_case_answers_nothing_and_an_example_says_that_it_is_one() {
    let folder = Folder::new();
    assert_eq!(folder.concord(&["new", "somebody"]).code, Some(0));
    let fit = folder.concord(&["fit", "somebody.toml", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&fit.stdout).unwrap();
    let open: Vec<&str> = told["open"].as_array().unwrap().iter().map(|open| open["field"].as_str().unwrap()).collect();
    assert_eq!(open.len(), 30, "{open:?}");
    for field in
        ["person.conditions.dialysis", "person.conditions.neuroma", "person.fitting_stage", "limb.daily_fluctuation_mm"]
    {
        assert!(open.contains(&field), "{field}");
    }
    // What is wrong is an error, whatever else is open.
    let text = std::fs::read_to_string(folder.0.join("somebody.toml")).unwrap();
    folder.write("wrong.toml", text.replacen("# k_level = ", "k_level = \"K7\" # ", 1));
    let wrong = folder.concord(&["fit", "wrong.toml", "--json"]);
    assert_eq!((wrong.code, wrong.faults().len()), (Some(2), 1));
    assert_eq!(folder.concord(&["new", "shown", "--example"]).code, Some(0));
    assert_eq!(folder.concord(&["check", "shown.toml"]).code, Some(0));
}

#[test]
fn every_fault_of_a_file_is_told_at_once() {
    let text = MECHANIC
        .replacen("body_mass_kg = 84 ", "body_mass_kg = 840 ", 1)
        .replacen("k_level = \"K4\"", "k_level = \"4\"", 1)
        .replacen("side = \"right\"", "side = \"r\"", 1);
    let folder = Folder::new();
    folder.write("case.toml", text);
    let fields: Vec<String> = folder
        .concord(&["check", "case.toml", "--json"])
        .faults()
        .iter()
        .map(|fault| fault["field"].as_str().unwrap().into())
        .collect();
    assert_eq!(fields, ["person.body_mass_kg", "person.k_level", "limb.side"]);
}

#[test]
fn masses_that_cannot_be() {
    for (value, what, expected) in [
        ("-84", "out of range", "give 15 to 300 kg"),
        ("80000", "grams", "80 kg"),
        ("80_000", "grams", "80 kg"),
        ("nan", "not a number", "give 15 to 300 kg"),
        ("inf", "infinite", "give 15 to 300 kg"),
        ("-inf", "infinite", "give 15 to 300 kg"),
        ("1e300", "out of range", "give 15 to 300 kg"),
        ("\"84\"", "text in quotes", "give a number"),
        ("true", "true or false", "give a number"),
        ("9223372036854775807", "out of range", "give 15 to 300 kg"),
        ("99999999999999999999999999999999999999999999999999", "too large", "fewer digits"),
        ("1e999999", "too large", "fewer digits"),
    ] {
        let want = Expected { line: 7, field: "person.body_mass_kg", value, what, expected };
        mechanic("body_mass_kg = 84 ", &format!("body_mass_kg = {value} "), want);
    }
}

#[test]
fn masses_in_pounds_keep_the_words_as_written() {
    let (field, expected) = ("person.body_mass_lb", "give 15 to 300 kg (1850 lb is 839.1 kg)");
    let want = Expected { line: 7, field, value: "1850", what: "out of range", expected };
    mechanic("body_mass_kg = 84 ", "body_mass_lb = 1850 ", want);
    let (what, expected) = ("`body_mass_kg` gives the same", "keep one");
    let want = Expected { line: 8, field, value: "185", what, expected };
    mechanic("body_mass_kg = 84 ", "body_mass_kg = 84\nbody_mass_lb = 185 ", want);
}

#[test]
fn a_circumference_table_out_of_order() {
    let field = "limb.circumferences[2].below_reference_mm";
    let want = Expected { line: 36, field, value: "30", what: "out of order", expected: "proximal to distal" };
    mechanic("below_reference_mm = 80,", "below_reference_mm = 30,", want);
}

#[test]
fn overlapping_activities_and_a_day_across_midnight() {
    let (field, what) = ("day.activities[3].from", "overlaps the activity before, which ends at 10:00");
    let want = Expected { line: 60, field, value: "\"09:45\"", what, expected: "begin at 10:00" };
    mechanic("from = \"10:00\"", "from = \"09:45\"", want);
    let (field, what) = ("day.activities[12].to", "ends at 06:00 but begins at 20:30");
    let want = Expected { line: 69, field, value: "\"06:00\"", what, expected: "midnight" };
    mechanic("to = \"23:00\"", "to = \"06:00\"", want);
    let (field, what) = ("day.activities[12].to", "not a clock time");
    let want = Expected { line: 69, field, value: "\"25:00\"", what, expected: "write \"07:30\"" };
    mechanic("to = \"23:00\"", "to = \"25:00\"", want);
}

#[test]
fn an_unknown_version() {
    let (what, expected) = ("unknown version", "version 1");
    mechanic("concord = 1\n", "concord = 2\n", Expected { line: 2, field: "concord", value: "2", what, expected });
    let value = "99999999999999999999";
    let text = format!("concord = {value}\n");
    mechanic("concord = 1\n", &text, Expected { line: 2, field: "concord", value, what, expected });
}

#[test]
fn duplicate_keys() {
    let want = Expected { line: 8, field: "", value: "body_mass_kg", what: "duplicate", expected: "" };
    mechanic("body_mass_kg = 84 ", "body_mass_kg = 84\nbody_mass_kg = 85 ", want);
}

#[test]
fn nesting_without_end_is_refused_and_does_not_overflow_the_stack() {
    let names = vec!["a"; 200_000].join(".");
    for text in [
        format!("concord = {}", "[".repeat(500_000)),
        "[".repeat(500_000),
        format!("concord = {}", "{a=".repeat(300_000)),
        format!("[{names}]"),
        format!("{names} = 1"),
    ] {
        let folder = Folder::new();
        folder.write("case.toml", &text);
        let answer = folder.concord(&["check", "case.toml", "--json"]);
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""), "{:.100}", answer.stderr);
        let faults = answer.faults();
        assert_eq!((faults.len(), faults[0]["line"].as_u64()), (1, Some(1)));
        assert!(answer.stderr.len() < 2_000);
    }
}

#[test]
fn half_a_million_lines() {
    let mut text = "#\n".repeat(500_000);
    text.push_str("concord = 3\n");
    assert!(text.len() < 1 << 20);
    let (what, expected) = ("unknown version", "version 1");
    expect(&text, &Expected { line: 500_001, field: "concord", value: "3", what, expected });
}

#[test]
fn a_day_of_ten_thousand_activities_is_one_fault() {
    let row = "    { from = \"07:00\", to = \"06:00\", do = \"sit\" },\n";
    let text = MECHANIC.replace("activities = [\n", &format!("activities = [\n{}", row.repeat(15_000)));
    let (field, what) = ("day.activities", "15013 activities");
    expect(&text, &Expected { line: 56, field, value: "[ ...", what, expected: "give 1 to 500" });
}

#[test]
fn five_hundred_broken_activities_are_all_told_at_once() {
    let row = "    { from = \"23:59\", to = \"06:00\", do = \"sit\", steps = 5 },\n";
    let end = MECHANIC.find("activities = [\n").unwrap();
    let text = format!("{}{}activities = [\n{}]\n", &MECHANIC[..end], "#\n".repeat(300_000), row.repeat(500));
    let folder = Folder::new();
    folder.write("case.toml", text);
    let begun = Instant::now();
    let answer = folder.concord(&["check", "case.toml"]);
    assert!(begun.elapsed() < Duration::from_secs(10), "took {:?}", begun.elapsed());
    assert_eq!(answer.stderr.matches('×').count(), 500 + 500 + 499);
}

#[test]
fn bytes_that_are_no_text_are_named_by_their_offset() {
    let mut bytes = MECHANIC.as_bytes().to_vec();
    let at = MECHANIC.find("Mechanic").unwrap();
    bytes[at] = 0xFF;
    let what = format!("offset {at} is 0xFF");
    expect(&bytes, &Expected { line: 3, field: "", value: "", what: &what, expected: "save the file as UTF-8" });
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    for text in ["a = \"\u{1b}[31m\"\n", "\u{1b}[31m", "concord = 1\n\"\\u001b[31m\" = 2\n", "concord = \"\u{202E}\""] {
        let folder = Folder::new();
        folder.write("case.toml", text);
        let answer = folder.concord(&["check", "case.toml"]);
        assert_eq!(answer.code, Some(2));
        assert!(!answer.stderr.contains(['\u{1b}', '\u{202E}']), "{:?}", answer.stderr);
    }
}

#[test]
fn a_file_of_a_gigabyte_is_refused_at_once() {
    let folder = Folder::new();
    std::fs::File::create(folder.0.join("case.toml")).unwrap().set_len(1 << 30).unwrap();
    let begun = Instant::now();
    let answer = folder.concord(&["check", "case.toml", "--json"]);
    assert!(begun.elapsed() < Duration::from_secs(2), "took {:?}", begun.elapsed());
    assert_eq!(answer.code, Some(2));
    assert!(answer.faults()[0]["what"].as_str().unwrap().contains("larger than any case"));
    assert!(answer.faults()[0]["expected"].as_str().unwrap().contains("1 MiB"));
}

#[test]
fn standard_input_is_read_no_further_than_the_limit() {
    let folder = Folder::new();
    let answer = concord_in(&folder.0, &["check", "-", "--json"], &vec![b'#'; 3 << 20]);
    assert_eq!(answer.code, Some(2));
    assert_eq!(answer.faults()[0]["file"], "standard input");
    assert!(answer.faults()[0]["what"].as_str().unwrap().contains("larger than any case"));
}

#[test]
fn a_missing_file_suggests_the_nearest_one() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    let answer = folder.concord(&["check", "mecanic.toml", "--json"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""));
    assert_eq!(answer.faults()[0]["file"], "mecanic.toml");
    assert_eq!(answer.faults()[0]["expected"], "did you mean mechanic.toml?");
    let answer = folder.concord(&["check", "elsewhere/x.toml", "--json"]);
    assert!(answer.faults()[0]["expected"].as_str().unwrap().contains("concord new NAME"));
}

#[test]
fn a_folder_instead_of_a_file() {
    let answer = Folder::new().concord(&["check", ".", "--json"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""));
    assert_eq!(answer.faults()[0]["what"], "this is a folder");
}

#[test]
fn one_broken_file_does_not_hide_what_is_said_about_the_others() {
    let folder = Folder::new();
    folder.write("good.toml", MECHANIC);
    folder.write("bad.toml", "");
    let answer = folder.concord(&["check", "bad.toml", "good.toml"]);
    assert_eq!(answer.code, Some(2));
    assert!(answer.stdout.starts_with("good.toml: fine") && answer.stderr.contains("bad.toml"));
}

#[test]
fn a_wrong_argument_is_json_too() {
    let folder = Folder::new();
    for arguments in [&["chek", "--json"][..], &["check", "--json"], &["new", "--json", "--frce", "x"]] {
        let answer = folder.concord(arguments);
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""));
        assert_eq!(answer.faults().len(), 1);
        assert_eq!(answer.faults()[0]["file"], "command line");
    }
    let missing = folder.concord(&["check", "--json"]).faults()[0]["what"].to_string();
    assert!(missing.contains("required") && missing.contains("<FILE>"), "{missing}");
    assert!(folder.concord(&["check", "--help", "--json"]).stdout.contains("Usage"));
}

#[test]
fn an_existing_file_is_not_overwritten_without_force() {
    let folder = Folder::new();
    folder.write("mine.toml", "mine");
    let answer = folder.concord(&["new", "mine"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""));
    assert!(answer.stderr.contains("mine.toml") && answer.stderr.contains("--force"));
    assert_eq!(std::fs::read_to_string(folder.0.join("mine.toml")).unwrap(), "mine");
    assert_eq!(folder.concord(&["new", "mine", "--force"]).code, Some(0));
    assert_eq!(folder.concord(&["check", "mine.toml"]).code, Some(0));
    assert_eq!(folder.names(), ["mine.toml"]);
}

#[test]
fn names_that_are_no_file_names() {
    let folder = Folder::new();
    let long = "a".repeat(65);
    for name in ["", "../evil", "a/b", "a.toml", "a b", "\u{1b}[31m", "müller", &long, ".", ".."] {
        let answer = folder.concord(&["new", "--json", "--", name]);
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""), "{name:?}");
        assert_eq!(answer.faults()[0]["field"], "NAME", "{name:?}");
    }
    assert!(folder.names().is_empty());
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_nobody_may_write_is_named_once() {
    // Not even the superuser can make files in /proc.
    let answer = concord_in(Path::new("/proc"), &["new", "mine", "--json"], &[]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(1), ""));
    let faults = answer.faults();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0]["file"], "the current folder, /proc");
    assert!(faults[0]["what"].as_str().unwrap().contains("this folder cannot be written"));
}
