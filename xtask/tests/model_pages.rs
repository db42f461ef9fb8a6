//! docs/model is what `cargo xtask model-pages` writes, and its links lead somewhere.

use std::path::{Path, PathBuf};
use workup::library::Library;
use xtask::model_pages;

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/model")
}

#[test]
fn the_model_pages_are_what_the_program_writes() {
    let pages = model_pages::render(&Library::embedded());
    for (file, now) in &pages {
        let shipped = std::fs::read_to_string(docs().join(file)).unwrap_or_default();
        assert!(shipped == *now, "docs/model/{file} is not current: run `cargo xtask model-pages`");
    }
    assert!(pages.len() >= 20, "{} pages", pages.len());
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
