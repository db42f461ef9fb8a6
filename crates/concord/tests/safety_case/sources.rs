//! What the safety case is made from: hazards, tests by name, source files, pages.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A file of the workspace.
pub fn text(place: &str) -> String {
    std::fs::read_to_string(root().join(place)).unwrap_or_else(|error| panic!("{place}: {error}"))
}

/// A file of the workspace as data.
pub fn data<T: for<'a> Deserialize<'a>>(place: &str) -> T {
    toml::from_str(&text(place)).unwrap_or_else(|error| panic!("{place}: {error}"))
}

/// The pages of the safety case.
pub fn pages() -> Vec<(PathBuf, String)> {
    let folder = root().join("docs/control");
    let paths = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// The sources below a folder, by their place in the workspace.
pub fn rust(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = vec![];
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for path in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() && path.file_name().is_some_and(|name| name != "target" && name != "node_modules") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_path_buf(), source));
            }
        }
    }
    found.sort();
    found
}

/// A test: its file and its lines.
pub struct Test {
    pub file: String,
    pub body: String,
}

/// Every test of the workspace and of the firmware, by name.
pub fn tests() -> &'static BTreeMap<String, Test> {
    static TESTS: OnceLock<BTreeMap<String, Test>> = OnceLock::new();
    TESTS.get_or_init(|| {
        let mut tests = BTreeMap::new();
        for (path, source) in ["crates", "firmware", "xtask"].into_iter().flat_map(rust) {
            let mut marked = false;
            let lines: Vec<&str> = source.lines().collect();
            for (at, line) in lines.iter().enumerate() {
                let line = line.trim_start();
                marked |= line == "#[test]";
                if let Some(name) = line.strip_prefix("fn ").filter(|_| marked).and_then(|rest| rest.split('(').next())
                {
                    let indent = lines[at].len() - line.len();
                    let ends = |line: &&&str| line.trim_start().starts_with('}') && line.len() == indent + 1;
                    let length = lines[at..].iter().position(|line| ends(&line)).unwrap_or(0);
                    let file = path.display().to_string();
                    tests.insert(name.to_string(), Test { file, body: lines[at..=at + length].join("\n") });
                    marked = false;
                }
            }
        }
        tests
    })
}

/// A test as a link from a page of the safety case.
pub fn link(test: &str) -> String {
    let file = &tests().get(test).unwrap_or_else(|| panic!("no test is called {test}")).file;
    format!("[`{test}`](../../{file})")
}

#[derive(Deserialize)]
struct Hazards {
    hazard: Vec<Hazard>,
    threat: Vec<Threat>,
}

#[derive(Deserialize)]
pub struct Judged {
    pub before: String,
    pub after: String,
}

#[derive(Deserialize)]
pub struct Hazard {
    pub id: String,
    pub hazard: String,
    pub cause: String,
    pub severity: Judged,
    pub probability: Judged,
    pub control: String,
    pub kind: Vec<String>,
    pub residual: String,
    pub told: String,
    requirement: String,
    pub tests: Vec<String>,
}

impl Hazard {
    pub fn requirements(&self) -> Vec<String> {
        self.requirement.split(", ").map(str::to_string).collect()
    }
}

#[derive(Deserialize)]
pub struct Threat {
    pub id: String,
    pub group: String,
    pub stride: Vec<String>,
    pub threat: String,
    pub control: String,
    pub residual: String,
    pub open: Option<String>,
}

/// The hazards of the controller: those with requirements from SR-001 to SR-099.
pub fn hazards() -> Vec<Hazard> {
    let Hazards { hazard, .. } = data("docs/hazards.toml");
    let mut found: Vec<Hazard> = hazard.into_iter().filter(|hazard| hazard.requirement.starts_with("SR-0")).collect();
    found.sort_by(|a, b| a.id.cmp(&b.id));
    found
}

/// The threats to the wire and the flash.
pub fn threats() -> Vec<Threat> {
    let Hazards { threat, .. } = data("docs/hazards.toml");
    threat.into_iter().filter(|threat| threat.group == "firmware link").collect()
}

/// What each requirement says, by id.
pub fn sentences() -> BTreeMap<String, String> {
    data("docs/control/requirements.toml")
}

/// The tests of a requirement: `sr_001_…` are those of SR-001, and those that its hazard names beside where it has none.
pub fn tests_of(id: &str) -> Vec<&'static str> {
    let prefix = format!("{}_", id.to_lowercase().replace('-', "_"));
    tests().keys().filter(|name| name.starts_with(&prefix)).map(String::as_str).collect()
}

/// The anchor that a heading has on a page.
pub fn anchor(heading: &str) -> String {
    let heading = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}
