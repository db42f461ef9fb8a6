//! The safety case of the controller (`docs/control`) says what code and data say: its tables are made from them, every test that
//! it names exists, and every link leads somewhere.
//!
//! After a change of hazards, warnings or faults: `INSTA_UPDATE=always cargo test --workspace -- safety_case` makes the tables anew.

mod alarms;
mod sources;
mod tables;

use sources::{hazards, pages, root, tests, text};
use std::collections::BTreeSet;

/// Words of a page in the mean sentence, at most.
const WORDS: f64 = 25.0;
/// Lines of a page, at most.
const LINES: usize = 500;

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Ids as `SR-001` in a text.
fn ids(text: &str) -> BTreeSet<String> {
    let is_id = |word: &str| {
        let (kind, number) = word.split_once('-').unwrap_or_default();
        ["SR", "HZ", "TH"].contains(&kind) && number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words.filter(|word| is_id(word)).map(str::to_string).collect()
}

#[test]
fn the_tables_of_the_safety_case_are_what_code_and_data_say() {
    let update = std::env::var("INSTA_UPDATE").is_ok_and(|value| value == "always");
    let mut used = BTreeSet::new();
    for (path, page) in pages() {
        let made = tables::filled(&page, &mut used).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        if update && made != page {
            std::fs::write(&path, &made).unwrap();
        }
        let hint = "run `INSTA_UPDATE=always cargo test --workspace -- safety_case`";
        assert!(update || made == page, "{} is not current: {hint}", path.display());
    }
    let known: BTreeSet<String> = tables::NAMES.iter().map(ToString::to_string).collect();
    assert_eq!(used, known, "tables that no page shows, or that nobody makes");
}

#[test]
fn every_requirement_of_the_controller_has_its_sentence_its_hazard_and_a_test() {
    let required: BTreeSet<String> = hazards().iter().flat_map(|hazard| hazard.requirements()).collect();
    let said: BTreeSet<String> = sources::sentences().into_keys().collect();
    assert_eq!(
        said, required,
        "docs/control/requirements.toml has one sentence for each requirement of docs/hazards.toml"
    );
    assert!(required.len() >= 32, "{}", required.len());
    for id in &required {
        assert!(!sources::tests_of(id).is_empty(), "{id}: no test");
    }
    let page = text("docs/control/requirements.md");
    let hazard_page = text("docs/control/hazards.md");
    for id in &required {
        assert!(page.contains(&format!("| {id} |")), "{id}");
    }
    for hazard in hazards() {
        assert!(hazard_page.contains(&format!("### {}: ", hazard.id)), "{}", hazard.id);
        assert!(page.contains(&hazard.id), "{}", hazard.id);
    }
}

#[test]
fn every_name_in_the_safety_case_is_that_of_a_test_a_setting_a_fault_or_a_source() {
    let settings: BTreeSet<&str> = control::SETTINGS.iter().map(|row| row.name).collect();
    let faults: BTreeSet<&str> = twin::drive::Fault::ALL.iter().map(|fault| fault.name()).collect();
    let sources = text("data/sources.bib");
    let mut unknown = vec![];
    let mut named = 0;
    for (path, page) in pages() {
        for name in quoted(&page) {
            let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            if !name.chars().all(is_name) || name.matches('_').count() < 2 {
                continue;
            }
            named += usize::from(tests().contains_key(name));
            let cited = sources.contains(&format!("{{{name},"));
            if !(tests().contains_key(name) || settings.contains(name) || faults.contains(name) || cited) {
                unknown.push(format!("{}: {name}", path.display()));
            }
        }
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
    assert!(named > 100, "{named}");
}

#[test]
fn every_id_and_every_link_of_the_safety_case_leads_somewhere() {
    let known = ids(&text("docs/hazards.toml"));
    let mut broken = vec![];
    for (path, page) in pages() {
        let strange = ids(&page).into_iter().filter(|id| !known.contains(id));
        broken.extend(strange.map(|id| format!("{}: {id}", path.display())));
        for target in page.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let to = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            let heading = |line: &str| line.starts_with('#') && sources::anchor(line) == anchor;
            let there =
                to.exists() && (anchor.is_empty() || std::fs::read_to_string(&to).unwrap().lines().any(heading));
            if !there {
                broken.push(format!("{}: {target}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
    // Every page is found from the first one.
    let first = text("docs/control/README.md");
    for (path, _) in pages() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name == "README.md" || first.contains(&format!("]({name}")), "{name} is not linked");
    }
    assert!(text("ARCHITECTURE.md").contains("docs/control/README.md"));
}

#[test]
fn every_claim_names_its_evidence() {
    let page = text("docs/control/evidence.md");
    let claims = page.lines().filter(|line| line.starts_with("| C"));
    let mut count = 0;
    for claim in claims {
        let named = quoted(claim).any(|name| tests().contains_key(name) || name.starts_with(".ci/"));
        assert!(named, "{claim}");
        count += 1;
    }
    assert!(count >= 10, "{count}");
}

/// The sentences of a page: without headings, tables, code and marks.
fn sentences(page: &str) -> Vec<String> {
    let (mut prose, mut fenced) = (String::new(), false);
    for line in page.lines() {
        let line = line.trim();
        if line.starts_with("```") {
            fenced = !fenced;
        } else if line.is_empty() || line.starts_with('#') {
            prose.push('\n');
        } else if !fenced && !line.starts_with(['|', '<']) {
            let item = line.starts_with("- ") || line.split_once(". ").is_some_and(|(n, _)| n.parse::<u8>().is_ok());
            prose.push(if item { '\n' } else { ' ' });
            prose.push_str(line.trim_start_matches("- "));
        }
    }
    let ends = |text: &str| text.replace(": ", ". ").replace("? ", ". ").replace("; ", ". ");
    let parts = prose.lines().map(ends).collect::<Vec<_>>();
    parts
        .iter()
        .flat_map(|line| line.split(". "))
        .map(|part| part.trim().to_string())
        .filter(|s| !s.is_empty())
        .collect()
}

#[test]
fn the_safety_case_is_written_in_short_sentences_and_pages() {
    for (path, page) in pages() {
        assert!(page.lines().count() <= LINES, "{}: {} lines", path.display(), page.lines().count());
        let sentences = sentences(&page);
        let words: usize = sentences.iter().map(|sentence| sentence.split_whitespace().count()).sum();
        let mean = words as f64 / sentences.len().max(1) as f64;
        assert!(mean <= WORDS, "{}: {mean:.1} words in the mean sentence", path.display());
    }
}

#[test]
fn every_test_file_that_a_page_of_the_controller_names_exists() {
    for (path, source) in sources::rust("crates/control/src") {
        for rest in source.split("`tests/").skip(1) {
            let name = rest.split('`').next().unwrap();
            assert!(root().join("crates/control/tests").join(name).exists(), "{}: tests/{name}", path.display());
        }
    }
}
