//! docs/model is what the program writes, and its links lead somewhere.

use std::path::{Path, PathBuf};
use std::process::Command;

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/model")
}

#[test]
fn the_model_pages_are_what_the_program_writes() {
    let folder = std::env::temp_dir().join(format!("concord-model-pages-{}", std::process::id()));
    let output =
        Command::new(env!("CARGO_BIN_EXE_concord")).args(["model-pages", "--out"]).arg(&folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut written = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        let shipped = std::fs::read_to_string(docs().join(name)).unwrap_or_default();
        let now = std::fs::read_to_string(&path).unwrap();
        assert!(shipped == now, "docs/model/{} is not current: run `concord model-pages`", name.display());
        written += 1;
    }
    let _ = std::fs::remove_dir_all(&folder);
    assert!(written >= 20, "{written} pages");
}

#[test]
fn every_link_of_the_model_pages_leads_to_a_file() {
    for entry in std::fs::read_dir(docs()).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            assert!(file.is_empty() || docs().join(file).exists(), "{} links to {target}", path.display());
        }
    }
}
