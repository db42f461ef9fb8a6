//! Documents that are too dear to make in a test carry the fingerprint of what they were made from.

use std::path::Path;
use twin::parameters::Kind;
use workup::documents::{USUAL_CASE, current};
use workup::library::Library;

fn assert_current(file: &str, fingerprint: &str, command: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        text.contains(fingerprint),
        "{file} was made from other parameters or published tables, not those of {fingerprint}: run `cargo run --release -- {command}`"
    );
}

#[test]
fn the_sensitivity_was_computed_with_the_current_parameters() {
    let command = "sensitivity --data data/sensitivity.toml";
    assert_current("docs/model/sensitivity.md", &current(USUAL_CASE), command);
    assert_current("data/sensitivity.toml", &current(USUAL_CASE), command);
}

#[test]
fn the_identifiability_was_computed_with_the_current_parameters() {
    let command = "identify --data data/identifiability.toml";
    assert_current("docs/model/identifiability.md", &current(""), command);
    assert_current("data/identifiability.toml", &current(""), command);
}

#[test]
fn the_library_reads_the_strongest_parameters() {
    let summary = workup::library::sensitivity().expect("data/sensitivity.toml");
    assert_eq!(summary.outcome.len(), 4);
    assert!(summary.outcome.iter().all(|outcome| !outcome.top.is_empty()));
}

#[test]
fn the_library_reads_what_pins_every_fitted_parameter() {
    let summary = workup::library::identifiability().expect("data/identifiability.toml");
    let fitted = Library::embedded().parameters.iter().filter(|(_, p)| p.kind == Kind::Fitted).count();
    assert_eq!(summary.fitted.len(), fitted);
    assert!(!summary.free.is_empty());
}

#[test]
fn the_table_of_answers_is_what_the_program_writes() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/answers_moved.md");
    let written = std::fs::read_to_string(file).unwrap_or_default();
    let made = xtask::answers_moved::render(&Library::embedded()).unwrap();
    assert_eq!(written, made, "run `cargo xtask answers`");
}

#[test]
fn the_data_files_are_as_the_program_writes_them() {
    let text = |file: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../data").join(file));
    let sensitivity = workup::library::sensitivity().expect("data/sensitivity.toml").to_toml().unwrap();
    assert_eq!(text("sensitivity.toml").unwrap(), sensitivity);
    let identifiability = workup::library::identifiability().expect("data/identifiability.toml").to_toml().unwrap();
    assert_eq!(text("identifiability.toml").unwrap(), identifiability);
}
