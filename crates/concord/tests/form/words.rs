//! What a page says of a fault is said to the person at the form: no path, line, file's word or command's option.

use super::html::tags;
use super::{MECHANIC, all_groups, page, places};
use form::{Edit, Kind, apply, check, words};
use std::collections::BTreeMap;
use texts::{Language, Texts};

/// A word that only a file's author, a programmer or a terminal knows, if there is one.
fn foreign(said: &str) -> Option<String> {
    for word in [
        "`",
        "TOML",
        ".toml",
        "quotes",
        "Anführungszeichen",
        " = ",
        "line ",
        "Zeile `",
        "--",
        "[ ...",
        "true or",
        "true oder",
    ] {
        if said.contains(word) {
            return Some(word.into());
        }
    }
    let name = |word: &&str| {
        let letters = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        (letters.contains('_') || letters.contains('.') && letters.split('.').all(|part| part.len() > 2))
            && letters.chars().any(|c| c.is_ascii_lowercase())
    };
    said.split_whitespace().find(name).map(str::to_string)
}

/// What the page says in its faults, one text each.
fn said(html: &str) -> Vec<String> {
    let mut found = vec![];
    let tags = tags(html);
    for (at, tag) in tags.iter().enumerate() {
        let class = tag.get("class").unwrap_or_default();
        if tag.name == "p" && ["error", "open-question"].contains(&class) {
            found.push(tag.text.clone());
        }
        if tag.name == "section" && ["problems", "open-questions"].contains(&class) {
            let within: Vec<&str> =
                tags[at..].iter().take_while(|tag| tag.name != "/section").map(|tag| tag.text.as_str()).collect();
            found.push(within.join(" "));
        }
    }
    found
}

#[test]
fn whatever_is_typed_anywhere_is_answered_in_the_words_of_the_form() {
    let scanned = include_str!("../../../../cases/scanned.toml");
    let texts: Vec<&Texts> = Language::all().map(Texts::of).collect();
    let mut told = 0;
    for (path, _) in places(scanned) {
        for raw in ["sixty", "-7", "1e9", "", "25:00"] {
            let edit = Edit::Set { path: path.to_string(), raw: raw.into(), unit: None };
            let Ok(text) = apply(scanned, &[edit]) else { continue };
            for problem in check(&text).problems {
                for texts in &texts {
                    let label = words::label(texts, &problem.field);
                    let said = words::said(texts, &problem);
                    assert!(label.is_some(), "{path} {raw}: {problem}");
                    // What was typed is said as it was typed.
                    let ours = said.replace(raw, "").replace(&label.unwrap(), "");
                    assert_eq!(foreign(&ours), None, "{path} = {raw}: {said}");
                    told += 1;
                }
            }
        }
    }
    assert!(told > 400, "{told}");
}

#[test]
fn a_whole_page_of_faults_names_questions_and_rows() {
    let told = "steps = 6000\nkind = \"at_a_desk\"\nfrom = \"07:00\"\nto = \"23:00\"\n";
    let text = MECHANIC
        .replace("body_mass_kg = 84 ", "body_mass_kg = \"sixty\" ")
        .replace("age_years = 46", "age_years = 460\nbody_mass_lb = 3\nage = 4")
        .replace("k_level = \"K4\"", "k_level = \"4\"")
        .replace("diabetes = false", "diabetes = \"maybe\"")
        .replace("= 140,", "= 180,")
        .replace("activities = [", &format!("{told}activities = ["));
    for language in Language::all() {
        let html = page(&text, &BTreeMap::new(), language, &all_groups());
        let said = said(&html);
        assert!(said.len() > 6, "{said:?}");
        for said in said {
            assert_eq!(foreign(&said), None, "{said}");
        }
    }
    let html = super::english(&text);
    for sentence in [
        "“sixty” is no number. Enter a number, for example 80.",
        "The form does not know “age”.",
        "this is not above the distal end at 155 mm",
        "“4” is not one of the answers. Choose one: K0",
        "the day is told twice; keep either the activities, or the steps and the kind of day",
    ] {
        assert!(html.contains(sentence), "{sentence}");
    }
    assert!(html.contains(", row 5</a>"), "the row is named");
}

#[test]
fn a_number_that_is_asked_back_is_answered_by_a_button() {
    let text = MECHANIC.replace("body_mass_kg = 84 ", "body_mass_kg = 185 ");
    let html = super::english(&text);
    assert!(html.contains("185 kg, or 185 lb (84 kg)?") && html.contains("185 kg is right"), "{html}");
    let press = |name: &str| {
        let button = tags(&html).into_iter().find(|tag| tag.name == "button" && tag.get("name") == Some(name)).unwrap();
        let pairs = [(name.to_string(), button.get("value").unwrap().to_string())];
        apply(&text, &form::from_posted(&text, &pairs)).unwrap()
    };
    let pounds = check(&press("meant")).case.unwrap().0;
    assert_eq!(pounds.person.body_mass_lb, Some(185.0));
    let right = press("confirm");
    assert_eq!(check(&right).case.unwrap().0.person.body_mass_kg, 185.0);
    assert!(right.contains("confirmed = [\"person.body_mass_kg = 185\"]"), "{right}");
    // Another number is asked about anew, and its confirmation takes the place of the first.
    let other = right.replace("body_mass_kg = 185 ", "body_mass_kg = 190 ");
    assert!(check(&other).problems[0].open);
    let again = apply(&other, &[Edit::Confirm { entry: "person.body_mass_kg = 190".into() }]).unwrap();
    assert!(again.contains("confirmed = [\"person.body_mass_kg = 190\"]"), "{again}");
}

#[test]
fn the_day_is_asked_as_steps_and_a_kind_with_activities_by_hand_beside() {
    let begin = MECHANIC.find("activities = [").unwrap();
    let neither = &MECHANIC[..begin];
    let day = |text: &str| page(text, &BTreeMap::new(), Language::ENGLISH, &["day"]);
    let press = |text: &str, value: &str| {
        let html = day(text);
        let there =
            tags(&html).iter().any(|tag| tag.get("name") == Some("tell_day") && tag.get("value") == Some(value));
        assert!(there, "{value}: {html}");
        apply(text, &form::from_posted(text, &[("tell_day".into(), value.into())])).unwrap()
    };
    let asked = day(neither);
    for id in ["day-steps", "day-kind-at_a_desk", "day-from", "day-to"] {
        assert!(asked.contains(&format!("id=\"{id}\"")), "{id}: {asked}");
    }
    assert!(!asked.contains("id=\"day-activities\""));
    let set = |path: &str, raw: &str| Edit::Set { path: path.into(), raw: raw.into(), unit: None };
    let answers =
        [set("day.steps", "6000"), set("day.kind", "at_a_desk"), set("day.from", "07:00"), set("day.to", "23:00")];
    let told = apply(neither, &answers).unwrap();
    let case = check(&told).case.unwrap().0;
    assert!(case.day.expansion().is_some());
    assert!(!told.contains("do = \"walk\""), "what is kept is what was told: {told}");
    let by_hand = press(&told, "activities");
    assert!(!by_hand.contains("at_a_desk") && by_hand.contains("do = \"sit\""), "{by_hand}");
    assert!(check(&by_hand).problems.is_empty());
    let back = press(&by_hand, "steps");
    assert_eq!(check(&back).problems.iter().map(|problem| problem.field.as_str()).collect::<Vec<_>>(), ["day.steps"]);
    let both = MECHANIC.replacen(
        "activities = [",
        "steps = 6000\nkind = \"mixed\"\nfrom = \"07:00\"\nto = \"23:00\"\nactivities = [",
        1,
    );
    assert!(check(&press(&both, "steps")).problems.is_empty());
    assert_eq!(press(&both, "activities"), MECHANIC);
    assert!(places(MECHANIC).iter().all(|(_, field)| !matches!(field.kind, Kind::Rows(_))));
}
