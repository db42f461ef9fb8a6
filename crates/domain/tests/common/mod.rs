//! Reads the catalogue of the repository.

use domain::catalog::Catalog;
use std::path::Path;

/// (file name, text) of every catalogue file.
pub fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/catalog/ottobock");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the catalogue folder exists")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("readable"))
        })
        .collect();
    files.sort();
    files
}

/// The catalogue; panics with every fault.
pub fn catalog() -> Catalog {
    let files = files();
    Catalog::parse(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(|(file, problem)| format!("{file}: {problem}")).collect();
        panic!("{}", lines.join("\n"))
    })
}
