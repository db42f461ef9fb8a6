//! The invariants of the architecture, held by reading the workspace and not by memory.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What everything above is made from.
const CORE: [&str; 8] = ["units", "texts", "domain", "physics", "control", "geometry", "fitting", "twin"];

/// Which crates of the workspace each may use, tests included.
const MAY_USE: [(&str, &[&[&str]]); 19] = [
    ("units", &[]),
    ("texts", &[]),
    ("domain", &[&["units", "texts"]]),
    ("physics", &[&["units"]]),
    ("control", &[&["units"]]),
    ("geometry", &[&["units", "texts", "domain"]]),
    ("fitting", &[&["units", "texts", "domain"]]),
    ("twin", &[&["units", "texts", "domain", "physics", "control"]]),
    ("evidence", &[&CORE]),
    ("mechanics", &[&["geometry"]]),
    ("picture", &[&["units", "domain", "geometry"]]),
    ("store", &[]),
    ("workup", &[&CORE, &["mechanics", "evidence"]]),
    ("trial", &[&CORE, &["evidence", "workup"]]),
    ("report", &[&CORE, &["mechanics", "evidence", "picture", "workup", "trial"]]),
    ("form", &[&CORE, &["workup"]]),
    ("clinic", &[&CORE, &["evidence", "workup", "trial", "report", "form", "store"]]),
    ("concord", &[&CORE, &["evidence", "picture", "workup", "trial", "report", "form", "store", "clinic"]]),
    ("xtask", &[&CORE, &["evidence", "workup"]]),
];

/// Crates that are functions of their inputs.
const PURE: [&str; 6] = ["domain", "physics", "control", "fitting", "geometry", "mechanics"];

/// What a function of its inputs does not touch.
const IMPURE: [&str; 12] = [
    "std::fs",
    "std::env",
    "std::time",
    "std::thread",
    "std::net",
    "std::process",
    "SystemTime",
    "Instant::now",
    "println!",
    "eprintln!",
    "print!(",
    "dbg!",
];

const LONGEST_FILE: usize = 500;

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

pub fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A path as it is called in the workspace.
pub fn place(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// Every file below `folder` with this ending; none if the folder does not exist yet.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = vec![];
    let Ok(entries) = folder.read_dir() else { return found };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            // Build products and installed packages are not ours.
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if !name.starts_with("target") && name != "node_modules" && !name.starts_with('.') {
                found.extend(files(&path, ending));
            }
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// (name, folder) of every crate that exists.
fn crates() -> Vec<(String, PathBuf)> {
    let mut found: Vec<_> = root()
        .join("crates")
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .chain([root().join("xtask")])
        .filter(|path| path.join("Cargo.toml").is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path))
        .collect();
    found.sort();
    found
}

/// The lines of a source file before its test module, each with its number.
fn shipped(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines: Vec<&str> = text.lines().collect();
    // The attribute alone does not end the file: it may stand before a single item.
    let module = |line: &str| line.trim_start().trim_start_matches("pub(crate) ").starts_with("mod ");
    let begins_tests = |pair: &[&str]| pair[0].trim() == "#[cfg(test)]" && module(pair[1]);
    let end = lines.windows(2).position(begins_tests).unwrap_or(lines.len());
    lines.into_iter().take(end).enumerate().map(|(index, line)| (index + 1, line))
}

/// As [`shipped`], without comments.
pub fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    shipped(text).filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn what_is_shipped_ends_where_the_test_module_begins() {
    let text = "//! std::fs\n#[cfg(test)]\nuse a;\nlet b;\n#[cfg(test)]\nmod tests {\n std::fs\n";
    assert_eq!(shipped(text).count(), 4);
    assert_eq!(code(text).map(|(number, _)| number).collect::<Vec<_>>(), [2, 3, 4]);
}

/// Panics with every complaint at once.
fn none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn no_crate_uses_one_above_or_beside_it() {
    let mut complaints = vec![];
    for (name, folder) in crates() {
        let Some((_, allowed)) = MAY_USE.iter().find(|(known, _)| *known == name) else {
            complaints.push(format!("{name}: say in tidy.rs what this new crate may use"));
            continue;
        };
        let manifest: toml::Table = toml::from_str(&read(&folder.join("Cargo.toml"))).unwrap();
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let used = manifest.get(section).and_then(|table| table.as_table());
            for used in used.into_iter().flat_map(|table| table.keys()) {
                let ours = MAY_USE.iter().any(|(known, _)| known == used);
                if ours && !allowed.iter().any(|group| group.contains(&used.as_str())) {
                    complaints.push(format!("{name} may not use {used}"));
                }
            }
        }
    }
    none(complaints);
}

#[test]
fn the_core_has_no_clock_file_environment_thread_or_print() {
    let mut complaints = vec![];
    for name in PURE {
        for file in files(&root().join("crates").join(name).join("src"), ".rs") {
            let text = read(&file);
            for (number, line) in code(&text) {
                for word in IMPURE.iter().filter(|word| line.contains(**word)) {
                    complaints.push(format!("{}:{number}: {word}", place(&file)));
                }
            }
        }
    }
    none(complaints);
}

/// The first article number in a line: `4R` or `4X` and a digit, or the foot's.
fn article_number(line: &str) -> Option<&str> {
    let bytes = line.as_bytes();
    (0..bytes.len()).find_map(|at| {
        let begins = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        let rest = &bytes[at..];
        let matches = rest.starts_with(b"1C62")
            || (rest.len() > 2 && matches!(&rest[..2], b"4R" | b"4X") && rest[2].is_ascii_digit());
        (begins && matches).then(|| line[at..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default())
    })
}

#[test]
fn article_numbers_are_recognised() {
    assert_eq!(article_number("let pump = \"4R147=3\";"), Some("4R147"));
    assert_eq!(article_number("the 1C62 foot"), Some("1C62"));
    assert_eq!(article_number("4X147"), Some("4X147"));
    for innocent in ["0x4R1", "4Rs", "x14R1", "const C62: u8 = 1;", "4R"] {
        assert_eq!(article_number(innocent), None, "{innocent}");
    }
}

#[test]
fn brands_are_data_no_source_names_an_article() {
    let mut complaints = vec![];
    for (_, folder) in crates() {
        for file in files(&folder.join("src"), ".rs") {
            if file.file_name().is_some_and(|name| name == "tests.rs") {
                continue;
            }
            for (number, line) in shipped(&read(&file)) {
                if let Some(article) = article_number(line) {
                    complaints.push(format!("{}:{number}: {article}", place(&file)));
                }
            }
        }
    }
    none(complaints);
}

/// Makers and the first words of their pumps' names, from the catalogue.
fn brands() -> Vec<String> {
    let mut found = vec![];
    for file in files(&root().join("data/catalog"), ".toml") {
        let article: toml::Table = toml::from_str(&read(&file)).unwrap();
        let text = |name: &str| article.get(name).and_then(|value| value.as_str()).unwrap_or_default().to_string();
        found.push(text("maker"));
        if article.contains_key("pump") {
            found.push(text("name").split(' ').next().unwrap_or_default().to_string());
        }
    }
    found.sort();
    found.dedup();
    found
}

#[test]
fn brands_are_data_no_source_names_a_maker_or_a_series() {
    let brands = brands();
    assert!(brands.len() > 4 && !brands.contains(&String::new()), "{brands:?}");
    let mut complaints = vec![];
    for (_, folder) in crates() {
        for file in files(&folder.join("src"), ".rs") {
            if file.file_name().is_some_and(|name| name == "tests.rs") {
                continue;
            }
            // A comment may cite; a key of the bibliography is written small.
            for (number, line) in code(&read(&file)) {
                let words = line.split(|c: char| !c.is_alphanumeric());
                for brand in words.filter(|word| brands.iter().any(|brand| brand == word)) {
                    complaints.push(format!("{}:{number}: {brand}", place(&file)));
                }
            }
        }
    }
    none(complaints);
}

/// Every value of a key `source` (or a list of them in `sources`) anywhere in a document.
fn sources(value: &toml::Value, found: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                match value {
                    toml::Value::String(source) if key == "source" => found.push(source.clone()),
                    toml::Value::Array(items) if key == "source" || key == "sources" => {
                        found.extend(items.iter().filter_map(|item| item.as_str().map(str::to_string)));
                    }
                    _ => sources(value, found),
                }
            }
        }
        toml::Value::Array(items) => items.iter().for_each(|item| sources(item, found)),
        _ => {}
    }
}

#[test]
fn every_source_in_the_data_is_in_the_bibliography() {
    let data = root().join("data");
    let bibliography = data.join("sources.bib");
    let text = if bibliography.is_file() { read(&bibliography) } else { String::new() };
    let known: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with('@'))
        .filter_map(|line| line.split_once('{')?.1.split(',').next())
        .map(str::trim)
        .collect();
    let mut complaints = vec![];
    for file in files(&data, ".toml") {
        let table = toml::from_str::<toml::Table>(&read(&file));
        let Ok(table) = table else {
            complaints.push(format!("{}: not valid TOML", place(&file)));
            continue;
        };
        let mut used = vec![];
        sources(&toml::Value::Table(table), &mut used);
        used.sort();
        used.dedup();
        for key in used.iter().filter(|key| !known.contains(&key.as_str())) {
            complaints.push(format!("{}: source {key:?} is not in data/sources.bib", place(&file)));
        }
    }
    none(complaints);
}

#[test]
fn every_source_file_can_be_read_in_one_sitting() {
    let mut complaints = vec![];
    let mut sources: Vec<PathBuf> = crates().iter().flat_map(|(_, folder)| files(folder, ".rs")).collect();
    for ending in [".rs", ".py", ".pyi"] {
        sources.extend(files(&root().join("python"), ending));
    }
    for file in sources {
        let lines = read(&file).lines().count();
        if lines > LONGEST_FILE {
            complaints.push(format!("{}: {lines} lines, at most {LONGEST_FILE}", place(&file)));
        }
    }
    none(complaints);
}

#[test]
fn every_crate_has_a_test() {
    let tested = |folder: &Path| files(folder, ".rs").iter().any(|file| read(file).contains("#[test]"));
    none(crates().iter().filter(|(_, folder)| !tested(folder)).map(|(name, _)| format!("{name}: no test")).collect());
}

#[test]
fn what_runs_on_the_microcontroller_needs_no_std() {
    let mut complaints = vec![];
    for (name, folder) in crates().iter().filter(|(name, _)| ["units", "control"].contains(&name.as_str())) {
        let library = read(&folder.join("src/lib.rs"));
        if !library.lines().any(|line| line.trim() == "#![no_std]") {
            complaints.push(format!("{name}: no #![no_std]"));
        }
        for file in files(&folder.join("src"), ".rs") {
            let text = read(&file);
            for (number, line) in code(&text).filter(|(_, line)| line.contains("extern crate")) {
                complaints.push(format!("{}:{number}: {}", place(&file), line.trim()));
            }
        }
    }
    none(complaints);
}

/// The names in every `test` or `tests` key of a document.
fn named_tests(value: &toml::Value, found: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                match value {
                    toml::Value::String(test) if key == "test" || key == "tests" => found.push(test.clone()),
                    toml::Value::Array(items) if key == "test" || key == "tests" => {
                        found.extend(items.iter().filter_map(|item| item.as_str().map(str::to_string)));
                    }
                    _ => named_tests(value, found),
                }
            }
        }
        toml::Value::Array(items) => items.iter().for_each(|item| named_tests(item, found)),
        _ => {}
    }
}

#[test]
fn every_test_that_answers_a_hazard_exists() {
    let hazards = root().join("docs/hazards.toml");
    if !hazards.is_file() {
        return;
    }
    let table: toml::Table = toml::from_str(&read(&hazards)).unwrap();
    let mut named = vec![];
    named_tests(&toml::Value::Table(table), &mut named);
    let folders = crates().into_iter().map(|(_, folder)| folder).chain([root().join("firmware/tests")]);
    let sources: String = folders.flat_map(|folder| files(&folder, ".rs")).map(|file| read(&file)).collect();
    // A name may carry its path, as in `control::modes::holds_vacuum`.
    let exists = |test: &&String| {
        let name = test.rsplit("::").next().unwrap_or(test);
        sources.contains(&format!("fn {name}("))
    };
    none(named.iter().filter(|test| !exists(test)).map(|test| format!("no test is called {test}")).collect());
}

/// The ids in every `requirement` key: `SR-001, SR-002` are two.
fn requirements(hazards: &toml::Table) -> Vec<String> {
    let hazards = hazards.get("hazard").and_then(|value| value.as_array());
    let texts = hazards.into_iter().flatten().filter_map(|hazard| hazard.get("requirement")?.as_str());
    texts.flat_map(|text| text.split(',')).map(|id| id.trim().to_string()).collect()
}

#[test]
fn every_requirement_of_the_controller_names_a_test_and_every_such_test_a_requirement() {
    let hazards: toml::Table = toml::from_str(&read(&root().join("docs/hazards.toml"))).unwrap();
    let required = requirements(&hazards);
    let mut tested = vec![];
    for file in ["crates/control", "firmware/tests"].iter().flat_map(|folder| files(&root().join(folder), ".rs")) {
        for line in read(&file).lines() {
            let name = line.trim_start().strip_prefix("fn sr_").and_then(|rest| rest.split_once('_'));
            tested.extend(name.map(|(number, _)| format!("SR-{number}")));
        }
    }
    let of_controller = |id: &&String| id.starts_with("SR-0");
    let untested = required.iter().filter(of_controller).filter(|id| !tested.contains(id));
    let stray = tested.iter().filter(|id| !required.contains(id));
    none(untested.map(|id| format!("{id}: no test")).chain(stray.map(|id| format!("{id}: no hazard"))).collect());
}

/// What is said on the command line alone: commands and their options, what they print, and what a ready study is run by.
const TERMINAL: [&str; 9] = [
    "concord/src/",
    "workup/src/problem.rs",
    "clinic/src/server.rs",
    "trial/src/disk",
    "report/src/",
    "workup/src/documents.rs",
    // What the API's document says of an answer, and what is written into generated documents.
    "clinic/src/api/operations.rs",
    "/summary.rs",
    "trial/src/held.rs",
];

#[test]
fn what_a_page_or_a_program_can_be_told_names_no_option_and_no_command() {
    let mut wrong = vec![];
    let mut arguments = 0;
    for path in files(&root().join("crates"), "rs") {
        let place = place(&path);
        let of_terminal = TERMINAL.iter().any(|part| place.contains(part));
        if of_terminal || !place.contains("/src/") || place.ends_with("tests.rs") {
            continue;
        }
        let text = read(&path);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for said in line.split('"').skip(1).step_by(2) {
                // The name of an argument alone is told as the argument of a call where there is no command line.
                let option = said.split_whitespace().any(|word| {
                    word.trim_start_matches('`')
                        .strip_prefix("--")
                        .is_some_and(|name| name.starts_with(char::is_alphabetic))
                });
                let argument = option && !said.contains(' ');
                arguments += usize::from(argument);
                let command = said.contains("`concord ") && !said.contains("`concord = ");
                let told_elsewhere = workup::problem::ELSEWHERE.iter().any(|(told, _)| said.contains(told));
                if (option && !argument || command) && !told_elsewhere {
                    wrong.push(format!("{place}: {said}"));
                }
            }
        }
    }
    assert!(arguments > 15, "{arguments}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_means_of_a_day_are_made_in_one_place() {
    let sums = |path: &PathBuf| {
        let text = read(path);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_string();
        code.contains("samples.len() as f64") || code.contains(".filter(|sample| sample.donned)")
    };
    let with: Vec<String> = files(&root().join("crates"), "rs")
        .iter()
        .filter(|path| !place(path).contains("tests/"))
        .filter(|path| sums(path))
        .map(|path| place(path))
        .collect();
    assert_eq!(with, ["crates/twin/src/person_day.rs"]);
}

/// A dependency that no source names, and why it stands there.
const UNNAMED: [(&str, &str); 3] = [
    ("idna_adapter", "holds the version of another one's"),
    ("rand_chacha", "fuzz/bodies/run.rs names it, which tests include"),
    ("syn", "asks for what other builds ask for, so that it is built once"),
];

#[test]
fn every_dependency_is_used() {
    let mut complaints = vec![];
    for (name, folder) in crates() {
        let manifest: toml::Table = toml::from_str(&read(&folder.join("Cargo.toml"))).unwrap();
        let text: String = files(&folder, ".rs").iter().map(|file| read(file)).collect();
        let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let used = manifest.get(section).and_then(|table| table.as_table());
            for used in used.into_iter().flat_map(|table| table.keys()) {
                let excepted = UNNAMED.iter().any(|(known, _)| known == used);
                if !words.contains(used.replace('-', "_").as_str()) && !excepted {
                    complaints.push(format!("{name}: nothing uses {used}"));
                }
            }
        }
    }
    none(complaints);
}
