//! What users see, word for word. The wording is ours to change: look at the new text, then accept it with
//! `INSTA_UPDATE=always cargo test -p concord --test it what_users_see`.

use crate::common::{Folder, MECHANIC, concord_in};
use std::process::{Command, Stdio};

fn help(arguments: &[&str]) -> String {
    let answer = Folder::new().concord(arguments);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    // The version changes with every release, the text around it does not.
    answer.stdout.replace(env!("CARGO_PKG_VERSION"), "VERSION")
}

fn faults(text: &str) -> String {
    let folder = Folder::new();
    folder.write("case.toml", text);
    let answer = folder.concord(&["check", "case.toml"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""));
    answer.stderr
}

#[test]
fn helps() {
    insta::assert_snapshot!("help_of_new", help(&["new", "--help"]));
    insta::assert_snapshot!("help_of_check", help(&["check", "--help"]));
    insta::assert_snapshot!("help_of_schema", help(&["schema", "--help"]));
}

#[test]
fn several_faults_at_once() {
    let text = MECHANIC
        .replace("body_mass_kg = 84 ", "body_mass_lb = -185 ")
        .replace("below_reference_mm = 80,", "below_reference_mm = 30,")
        .replace("from = \"10:00\"", "from = \"09:45\"");
    insta::assert_snapshot!("several_faults", faults(&text));
}

#[test]
fn single_faults() {
    insta::assert_snapshot!("unknown_field", faults(&MECHANIC.replace("body_mass_kg", "body_mas_kg")));
    insta::assert_snapshot!("unknown_value", faults(&MECHANIC.replace("\"K4\"", "\"K5\"")));
    insta::assert_snapshot!("wrong_type", faults(&MECHANIC.replace("dialysis = false", "dialysis = \"no\"")));
    insta::assert_snapshot!("broken_syntax", faults(&MECHANIC.replace("body_mass_kg = 84", "body_mass_kg = = 84")));
    insta::assert_snapshot!("empty_file", faults(""));
}

#[test]
fn a_sound_case() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    insta::assert_snapshot!("sound_case", folder.concord(&["check", "mechanic.toml"]).stdout);
    insta::assert_snapshot!("sound_case_as_json", folder.concord(&["check", "mechanic.toml", "--json"]).stdout);
    insta::assert_snapshot!("new_case", folder.concord(&["new", "mine"]).stdout);
}

#[test]
fn a_case_comes_by_standard_input_too() {
    let answer = concord_in(&Folder::new().0, &["check", "-"], MECHANIC.as_bytes());
    assert_eq!(answer.code, Some(0));
    assert!(answer.stdout.starts_with("standard input: fine"));
}

#[test]
fn the_schema_is_json_of_the_promised_dialect() {
    let answer = Folder::new().concord(&["schema"]);
    let schema: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["additionalProperties"], false);
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_concord"))
        .arg("schema")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
