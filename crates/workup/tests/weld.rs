//! What a case says of welding holds for its scan.

use crate::faults::{file, torn};
use domain::Case;
use workup::scan_file::{Told, of_bytes};

const SCANNED: &str = include_str!("../../../cases/scanned.toml");

#[test]
fn a_case_says_how_its_scan_is_welded() {
    let read = |weld: &str| {
        let case = Case::parse(&SCANNED.replace("[scan]\n", &format!("[scan]\n{weld}\n"))).unwrap();
        let scan = case.scan.unwrap();
        let (name, bytes) = file(&torn(0.05), "binary STL");
        of_bytes(name, bytes, Told { level: None, ..Told::of(&scan) }).map(|scan| scan.facts.done)
    };
    let error = read("").unwrap_err().text(false);
    assert!(error.contains("--weld auto") && error.contains("weld of scan"), "{error}");
    for weld in ["weld = \"auto\"", "weld = \"0.2\""] {
        let done = read(weld).unwrap();
        assert!(done.iter().any(|line| line.contains("60 vertices were welded")), "{weld}: {done:?}");
    }
    for wrong in ["weld = \"much\"", "weld = \"1.5\"", "weld = \"-1\"", "weld = \"\""] {
        let problems = Case::parse(&SCANNED.replace("[scan]\n", &format!("[scan]\n{wrong}\n"))).unwrap_err();
        assert!(problems.iter().any(|problem| problem.field == "scan.weld"), "{wrong}: {problems:?}");
    }
}
