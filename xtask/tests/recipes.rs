//! The recipes of ARCHITECTURE.md, "Where to change what": how many files of code name a scan format, or a warning.

use crate::tidy::{code, files, place, read, root};
use control::Warning;
use geometry::formats::READERS;

/// Files of the crates whose code, tests aside, has one of these words.
fn with(folder: &str, words: &[&str]) -> Vec<String> {
    let is_test = |place: &str| place.contains("/tests/") || place.ends_with("tests.rs") || place.contains("/benches/");
    let names = |line: &str| {
        let mut found = line.split(|c: char| !c.is_alphanumeric() && c != '_');
        found.any(|word| words.contains(&word))
    };
    let sources = files(&root().join(folder), ".rs");
    let of = sources.iter().filter(|file| code(&read(file)).any(|(_, line)| names(line)));
    of.map(|file| place(file)).filter(|place| !is_test(place)).collect()
}

#[test]
fn a_scan_format_that_is_only_read_stands_in_three_files() {
    assert!(READERS.iter().any(|reader| reader.format.name == "OBJ"));
    let formats = "crates/geometry/src/formats";
    assert_eq!(
        with("crates", &["obj", "OBJ", "Obj"]),
        [format!("{formats}/obj.rs"), format!("{formats}/scan.rs"), format!("{formats}.rs")]
    );
}

#[test]
fn a_warning_stands_in_two_files_of_the_controller() {
    // The frames of version 1 list those that it had.
    let others = ["crates/control/src/telemetry.rs", "crates/control/src/warnings.rs"];
    for warning in Warning::ALL {
        let name = format!("{warning:?}");
        let source = read(&root().join("crates/control/src/warnings.rs"));
        let row = format!("    {name} {:?};", warning.priority());
        assert_eq!(source.lines().filter(|line| *line == row).count(), 1, "{name}");
        let reads = format!("Warning::{name}");
        let names = |place: &String| read(&root().join(place)).contains(&reads) && !others.contains(&place.as_str());
        let found: Vec<String> = with("crates/control/src", &["Warning"]).into_iter().filter(names).collect();
        assert_eq!(found, ["crates/control/src/step.rs"], "{name}");
    }
}
