//! Every word that a page can show is in every language.

use clinic::error::HttpError;
use clinic::layout::STEPS;
use clinic::technique;
use clinic::visit::Theme;
use domain::case::SocketConcept;
use form::{Kind, fields, words};
use std::collections::BTreeSet;
use std::path::Path;
use store::Action;
use texts::*;
use twin::quantity::{OUTCOMES, QUANTITIES, Quantity};
use twin::unused::NOT_USED;
use workup::library;
use workup::problem::elsewhere;

#[test]
fn every_language_has_every_id_with_the_same_places() {
    let english = Texts::english();
    assert!(english.ids().len() > 900, "{}", english.ids().len());
    for texts in Language::all().map(Texts::of) {
        assert!(texts.faults().is_empty(), "{}: {:#?}", texts.code(), texts.faults());
        let differ = |from: &Texts, to: &Texts| -> Vec<String> {
            let lacks = |id: &str, places: &BTreeSet<String>| to.ids().get(id) != Some(places);
            from.ids().iter().filter(|(id, places)| lacks(id, places)).map(|(id, _)| id.clone()).collect()
        };
        let (missing, idle) = (differ(english, texts), differ(texts, english));
        assert!(missing.is_empty() && idle.is_empty(), "{}: missing {missing:#?}, of no use {idle:#?}", texts.code());
        for id in texts.ids().keys() {
            assert!(!texts.say(id).trim().is_empty(), "{}: {id}", texts.code());
        }
    }
}

/// Every `.rs` file of the pages.
fn sources(folder: &Path, found: &mut String) {
    for path in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push_str(text.split("#[cfg(test)]\nmod tests {").next().unwrap());
        }
    }
}

/// Keys in quotes behind `say(`, `fill(` and `knows(`; with those passed on by a name that says so, `aria("form.row")`.
fn keys_in(source: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for call in ["say(", "fill(", "knows(", "aria("] {
        for behind in source.split(call).skip(1) {
            let key = behind.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'));
            found.extend(key.map(|(key, _)| key.to_string()));
        }
    }
    found
}

/// What stands in quotes before a place that is filled: `format!("step.{name}")` says any key that begins with it.
fn beginnings_in(source: &str) -> Vec<String> {
    let quoted = source.split("format!(\"").skip(1).filter_map(|behind| behind.split('"').next());
    let key =
        |text: &&str| text.contains(['.', '-']) && text.chars().all(|c| c.is_ascii_lowercase() || "._-".contains(c));
    quoted.filter_map(|text| Some(text.split_once('{')?.0)).filter(key).map(str::to_string).collect()
}

/// The keys that follow from lists of the program.
fn keys_of_lists() -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = ["step.versions".to_string()].into();
    for (_, drawn) in Quantity::drawn(QUANTITIES.iter().copied()) {
        keys.extend([
            format!("quantity.{}", drawn.name),
            format!("quantity_unit.{}", drawn.name),
            format!("quantity_hint.{}", drawn.name),
        ]);
    }
    for outcome in OUTCOMES {
        keys.extend([format!("outcome.{}", outcome.id), format!("outcome_name.{}", outcome.id)]);
    }
    keys.extend(STEPS.iter().map(|step| format!("step.{step}")));
    keys.extend(Theme::ALL.iter().map(|(name, _)| format!("theme.{name}")));
    keys.extend(Action::ALL.iter().map(|action| format!("action.{}", action.as_str())));
    for concept in SocketConcept::ALL {
        for (path, _) in library::technique(concept).steps.iter().flat_map(technique::numbers) {
            keys.insert(format!("technique.{}", path.rsplit('.').next().unwrap()));
        }
    }
    keys
}

/// The sentences of every rule, and its note and what it asks to settle, where it has these.
fn keys_of_rules() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for entry in fitting::registry::REGISTRY {
        keys.extend(entry.wordings.iter().map(|outcome| format!("{}.{outcome}", entry.id)));
        let extra = ["note", "settle"].map(|what| format!("{}.{what}", entry.id));
        keys.extend(extra.into_iter().filter(|key| Texts::english().knows(key)));
    }
    keys
}

/// The keys that follow from the case's schema.
fn keys_of_schema() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for group in fields::groups() {
        keys.extend([group.text_key(), group.hint_key()]);
        for field in &group.fields {
            let columns: &[_] = if let Kind::Rows(columns) = &field.kind { columns } else { &[] };
            for field in std::iter::once(field).chain(columns) {
                keys.insert(field.text_key());
                // What a setting of the pump is, is its name already.
                if !field.path.starts_with(fields::PUMP_SETTINGS) {
                    keys.insert(field.hint_key());
                }
                keys.extend(field.choices().iter().map(|choice| field.choice_key(choice)));
            }
        }
    }
    keys
}

#[test]
fn every_key_that_is_used_exists_and_every_key_that_exists_is_used() {
    let mut source = String::new();
    for each in Path::new(env!("CARGO_MANIFEST_DIR")).join("..").read_dir().unwrap() {
        sources(&each.unwrap().path().join("src"), &mut source);
    }
    let mut used = keys_in(&source);
    used.extend(keys_of_schema());
    used.extend(keys_of_lists());
    used.extend(keys_of_rules());
    let used: BTreeSet<String> = used.iter().map(|key| key.replace('.', "-")).collect();
    let have: BTreeSet<String> = Texts::english().ids().keys().cloned().collect();
    let missing: Vec<_> = used.difference(&have).collect();
    let beginnings: Vec<String> = beginnings_in(&source).iter().map(|area| area.replace('.', "-")).collect();
    let source = source.replace('.', "-");
    let said = |id: &str| source.contains(&format!("\"{id}\"")) || beginnings.iter().any(|area| id.starts_with(area));
    let idle: Vec<_> = have.difference(&used).filter(|key| !said(key)).collect();
    assert!(missing.is_empty() && idle.is_empty(), "missing: {missing:#?}\nnot used: {idle:#?}");
}

#[test]
fn a_missing_key_is_said_as_it_is() {
    let texts = Texts::of(Language::from_code("de").unwrap());
    assert_eq!(texts.say("no.such_key"), "no.such_key");
    assert_eq!(texts.fill("no.{place}", &[("place", "x")]), "no.x");
    assert_eq!(texts.fill("form.unit_of", &[("label", "{label}")]), "Einheit von {label}");
    assert!(!texts.knows("no.such_key") && texts.knows("form.save"));
}

#[test]
fn the_language_is_the_one_the_browser_likes_best() {
    for (header, language) in [
        ("", Language::ENGLISH),
        ("de", Language::from_code("de").unwrap()),
        ("de-AT,de;q=0.9,en;q=0.8", Language::from_code("de").unwrap()),
        ("fr, en;q=0.4, de;q=0.6", Language::from_code("de").unwrap()),
        ("en-US,en;q=0.9,de;q=0.8", Language::ENGLISH),
        ("de;q=0, en;q=0.1", Language::ENGLISH),
        ("fr", Language::ENGLISH),
        ("*", Language::ENGLISH),
        ("DE;q=nonsense", Language::ENGLISH),
        (";;;,,,q=", Language::ENGLISH),
    ] {
        assert_eq!(Language::from_accept_language(header), language, "{header}");
    }
    assert_eq!(Language::from_accept_language(&"de,".repeat(100_000)), Language::from_code("de").unwrap());
    for language in Language::all() {
        assert_eq!(Language::from_code(language.code()), Some(language));
        assert_eq!(Texts::of(language).language(), language);
    }
    assert_eq!(Language::from_code("den"), None);
}

/// The mechanic, broken once: from, to.
const BROKEN: [(&str, &str); 59] = [
    ("body_mass_kg = 84 ", "body_mass_kg = -84 "),
    ("body_mass_kg = 84 ", "body_mass_kg = 80000 "),
    ("body_mass_kg = 84 ", "body_mass_kg = nan "),
    ("body_mass_kg = 84 ", "body_mass_kg = inf "),
    ("body_mass_kg = 84 ", "body_mass_kg = \"84\" "),
    ("body_mass_kg = 84 ", "body_mass_kg = true "),
    ("body_mass_kg = 84 ", "body_mass_kg = [84] "),
    ("body_mass_kg = 84 ", "body_mass_kg = { kg = 84 } "),
    ("body_mass_kg = 84 ", "body_mass_kg = 07:00:00 "),
    ("body_mass_kg = 84 ", "body_mass_kg = 1e999 "),
    ("body_mass_kg = 84 ", "body_mass_lb = 1850 "),
    ("body_mass_kg = 84 ", "body_mass_kg = 84\nbody_mass_lb = 185 "),
    ("body_mass_kg = 84 ", "body_mass_kg = = 84 "),
    ("body_mass_kg", "body_mas_kg"),
    ("dialysis = false\n", ""),
    ("diabetes = false", "diabetes = \"no\""),
    ("k_level = \"K4\"", "k_level = \"K7\""),
    ("k_level = \"K4\"", "k_level = 4"),
    ("shape = \"conical\"", "shape = \"conial\""),
    ("age_years = 46", "age_years = 460"),
    ("[limb]\n", "[limb]\nmonths_since_amputation = 600\n"),
    ("[limb]\n", "[limb]\nmonths_since_amputation = -6\n"),
    ("limb_length_mm = 155 ", "limb_length_mm = 360 "),
    ("limb_length_mm = 155 ", "limb_length_mm = 130 "),
    ("limb_length_mm = 155 ", "limb_length_in = 60 "),
    ("below_reference_mm = 80,", "below_reference_mm = 30,"),
    ("below_reference_mm = 80,", "below_reference_mm = -1,"),
    ("circumferences = [", "circumferences = []\nx = ["),
    ("name = \"Mechanic\"", "name = \"\""),
    ("about = \"", "about = \"\\u0007"),
    ("socks_now = [\"1-ply\"]", "socks_now = [\"4-ply\"]"),
    ("socks_now = [\"1-ply\"]", "socks_now = \"1-ply\""),
    (
        "socks_now = [\"1-ply\"]",
        "socks_now = [\"1-ply\",\"1-ply\",\"1-ply\",\"1-ply\",\"1-ply\",\"1-ply\",\"1-ply\",\"1-ply\",\"1-ply\",\"1-ply\",\"1-ply\"]",
    ),
    ("[day]\n", "[prosthesis.existing]\npump = \"\"\nexternal_tubing = 1\n[day]\n"),
    ("[day]\n", "[prosthesis.pump_settings]\nband_ihg = 1\n[day]\n"),
    ("[day]\n", "[prosthesis.pump_settings]\nlevels_inhg = [1]\n[day]\n"),
    ("[day]\n", "[prosthesis.pump_settings]\nband_inhg = [1]\n[day]\n"),
    ("[day]\n", "[prosthesis.pump_settings]\nband_inhg = \"x\"\n[day]\n"),
    ("[day]\n", "[prosthesis.pump_settings]\npause_ms = 60000.5\n[day]\n"),
    ("[day]\n", "[prosthesis.pump_settings]\nlevels_inhg = [15, 12, 18, 21]\nhold_ms = 7000\n[day]\n"),
    ("[day]\n", "[scan]\nfile = \"\"\nproximal = [0, 0, 0]\n[day]\n"),
    ("[day]\n", "[scan]\nfile = \"a\"\nproximal = [0, 0]\nover = \"sock\"\n[day]\n"),
    (
        "[day]\n",
        "[scan]\nfile = \"a\"\nlandmarks = [{ name = \"popliteal\", at = [1, 2, 3] }, { name = \"popliteal\", at = [1, 2, 99999] }]\n[day]\n",
    ),
    ("temperature_c = 21", "temperature_f = 300"),
    ("altitude_m = 310", "altitude_m = 9000"),
    ("from = \"10:00\"", "from = \"09:45\""),
    ("from = \"10:00\"", "from = \"10:05\""),
    ("to = \"23:00\"", "to = \"06:00\""),
    ("to = \"23:00\"", "to = \"25:00\""),
    ("do = \"walk\", steps = 900", "do = \"sit\", steps = 900"),
    ("do = \"walk\", steps = 900", "do = \"walk\""),
    ("do = \"walk\", steps = 900", "do = \"swim\""),
    ("steps = 900", "steps = 90000"),
    ("cadence_steps_per_min = 104", "cadence_steps_per_min = 4"),
    ("activities = [", "steps = 6000\nkind = \"mixed\"\nfrom = \"07:00\"\nto = \"23:00\"\nactivities = ["),
    ("activities = [", "steps = 600000\nkind = \"mixed\"\nfrom = \"07:00\"\nto = \"23:00\"\nx = ["),
    ("activities = [", "steps = 0.5\nkind = \"desk\"\nfrom = \"07:00\"\nto = \"23:00\"\nx = ["),
    ("activities = [", "steps = 10\nkind = \"mixed\"\nfrom = \"23:00\"\nto = \"07:00\"\nx = ["),
    ("temperature_c = 21", "temperature_c = 90"),
];

/// Words that are no German: those a form must not leave in.
pub fn is_english(said: &str) -> bool {
    let words: BTreeSet<&str> = said.split(|c: char| !c.is_alphabetic()).collect();
    ["the", "this", "give", "not", "does", "here", "of", "or", "and", "with"].iter().any(|word| words.contains(word))
}

#[test]
fn every_fault_of_a_broken_case_has_its_german_words() {
    let german = Texts::of(Language::from_code("de").unwrap());
    let mechanic = include_str!("../../../cases/mechanic.toml");
    let whole = [
        "".to_string(),
        "a = 1".into(),
        mechanic.replace("concord = 1", "concord = 2"),
        "person = 3\nconcord = 1".into(),
    ];
    let broken = BROKEN.map(|(from, to)| {
        assert!(mechanic.contains(from), "{from}");
        mechanic.replacen(from, to, 1)
    });
    let mut left = BTreeSet::new();
    for text in whole.iter().chain(&broken) {
        let problems = form::check(text).problems;
        assert!(!problems.is_empty(), "{text}");
        for problem in problems {
            // What the parser of TOML says is its own.
            let parsers = problem.what.starts_with("this is not valid TOML");
            let expected = elsewhere(&problem.expected);
            let said = words::said(german, &problem);
            let asked = words::asked_back(&problem).is_some();
            if !asked && (!german.translates(&problem.what) || !german.translates(&expected)) {
                left.insert(format!("not said: {} | {expected}", problem.what));
            } else if !parsers && is_english(&said) {
                left.insert(format!("half said: {said}"));
            }
        }
    }
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn every_refusal_of_an_edit_has_its_german_words() {
    let german = Texts::of(Language::from_code("de").unwrap());
    let source = include_str!("../../form/src/edit.rs");
    let mut count = 0;
    for refusal in ["refused(\"", "last.path(), \""].into_iter().flat_map(|call| source.split(call).skip(1)) {
        let (what, rest) = refusal.split_once('"').unwrap();
        let expected = rest.split('"').nth(1).unwrap();
        assert!(german.translates(what) && german.translates(expected), "{what}; {expected}");
        count += 1;
    }
    assert!(count > 5);
}

#[test]
fn what_is_not_here_and_what_is_denied_have_their_german_words() {
    let german = Texts::of(Language::from_code("de").unwrap());
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../clinic/src")];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
                continue;
            }
            let source = std::fs::read_to_string(&entry).unwrap();
            for said in ["NotFound(\"", "Forbidden(\""].into_iter().flat_map(|call| source.split(call).skip(1)) {
                let words = said.split('"').next().unwrap();
                assert!(german.translates(words), "{words}: {}", entry.display());
                count += 1;
            }
        }
    }
    assert!(count > 10);
    for error in [
        HttpError::Unauthorized,
        HttpError::TooLarge,
        HttpError::TooSlow,
        HttpError::Busy,
        HttpError::Internal,
        HttpError::NotFound("a case"),
    ] {
        for fault in error.faults() {
            let problem = fault.as_problem();
            let said = german.sentence(&problem.what, &elsewhere(&problem.expected));
            assert!(!is_english(&said), "{said}");
        }
    }
}

#[test]
fn english_says_what_the_program_says() {
    let problems = form::check("concord = 2").problems;
    assert_eq!(
        Texts::of(Language::ENGLISH).sentence(&problems[0].what, &problems[0].expected),
        format!("{}; {}", problems[0].what, problems[0].expected)
    );
}

#[test]
fn what_a_day_does_not_use_is_said_of_every_field_that_it_does_not_use() {
    let sentence = twin::unused::sentence();
    for (field, words) in &NOT_USED {
        assert!(sentence.contains(words), "{field}: {sentence}");
    }
    assert_eq!(sentence.matches(';').count() + 1, NOT_USED.len(), "{sentence}");
}
