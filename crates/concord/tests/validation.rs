//! VALIDATION.md is what the program writes, and says what it must.

use crate::common::Folder;
use std::path::Path;
use std::process::Command;

fn written(name: &str, more: &[&str]) -> (String, String) {
    let folder = std::env::temp_dir().join(format!("concord-validation-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("V.md");
    let mut command = Command::new(env!("CARGO_BIN_EXE_concord"));
    let output = command.args(["validate", "--json"]).args(more).arg("--out").arg(&path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = std::fs::read_to_string(&path).unwrap();
    let _ = std::fs::remove_dir_all(&folder);
    (text, String::from_utf8(output.stdout).unwrap())
}

#[test]
fn validation_md_is_what_the_program_writes() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../VALIDATION.md");
    let (now, json) = written("whole", &[]);
    assert_eq!(std::fs::read_to_string(shipped).unwrap(), now, "run `concord validate` and look at what changed");

    let result: serde_json::Value = serde_json::from_str(&json).unwrap();
    let rows = result["rows"].as_array().unwrap();
    let role = |row: &&serde_json::Value, role: &str| row["row"]["role"] == role;
    assert!(rows.iter().filter(|row| role(row, "predicted")).count() >= 8);
    for study in ["board2001", "beil2002", "zachariah2004", "ottobock_p3_ifu", "ottobock_harmony_brochure"] {
        assert!(rows.iter().any(|row| row["source"] == study), "{study}");
    }
}

#[test]
fn vacuum_gains_where_the_valve_loses() {
    // A few persons know a sign.
    let (_, json) = written("signs", &["--persons", "8"]);
    let result: serde_json::Value = serde_json::from_str(&json).unwrap();
    let value = |id: &str| {
        let row = result["rows"].as_array().unwrap().iter().find(|row| row["row"]["id"] == id).unwrap().clone();
        row["compared"].as_f64().unwrap()
    };
    // The sign of both is the least that Board 2001 asks of a twin.
    assert!(value("board2001.volume.suction") < 0.0 && value("board2001.volume.vacuum") > 0.0);
    assert!(value("board2001.pistoning.tibia") > value("board2001.pistoning.limb"));
}

#[test]
fn a_check_writes_nothing_and_names_the_rows_that_differ_those_that_fell_first() {
    let folder = Folder::new();
    let check = |more: &[&str]| folder.concord(&[&["validate", "--persons", "4", "--out", "V.md"], more].concat());
    let missing = check(&["--check"]);
    assert_eq!((missing.code, folder.names().len()), (Some(2), 0));
    assert!(missing.stderr.contains("V.md") && missing.stderr.contains("there is no such file"), "{}", missing.stderr);

    assert_eq!(check(&[]).code, Some(0));
    let kept = std::fs::read_to_string(folder.0.join("V.md")).unwrap();
    let same = check(&["--check"]);
    assert_eq!((same.code, same.stderr.as_str()), (Some(0), ""));

    // As if a row had been inside that is outside now, and another had said something else.
    assert!(kept.contains("**outside**") && kept.contains("| abstract, x-ray |"));
    let other = kept.replacen("abstract, x-ray", "x-ray", 1).replacen("**outside**", "inside 1 SD", 1);
    folder.write("V.md", &other);
    let differs = check(&["--check", "--json"]);
    assert_eq!((differs.code, differs.stdout.as_str()), (Some(2), ""));
    let faults = differs.faults();
    assert_eq!(faults.len(), 2, "{faults:#?}");
    let said = |index: usize| faults[index]["what"].as_str().unwrap().to_string();
    assert!(said(0).starts_with("FELL OUTSIDE: ") && said(0).contains("verdict was inside 1 SD, is **outside**"));
    assert!(
        said(1).contains("board2001: limb moves less with vacuum: read was x-ray, is abstract, x-ray"),
        "{}",
        said(1)
    );
    assert_eq!(std::fs::read_to_string(folder.0.join("V.md")).unwrap(), other);
}
