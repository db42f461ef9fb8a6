//! What a page shows, and what a browser sends of it.

use super::html::{sent, tags};
use super::{MECHANIC, TEMPLATE, all_groups, english, page};
use crate::common::shipped_cases;
use form::path::Path;
use form::{Edit, Field, Kind, apply, check, fields, from_posted, groups, units_posted};
use std::collections::{BTreeMap, BTreeSet};
use texts::Language;

#[test]
fn every_group_of_every_case_is_shown_without_a_fault_and_with_words_for_everything() {
    for (name, text) in shipped_cases() {
        for language in Language::all() {
            for group in all_groups() {
                let html = page(&text, &BTreeMap::new(), language, &[group]);
                for tag in tags(&html) {
                    assert!(tag.get("aria-invalid").is_none(), "{name}: {tag:?}");
                    let words = [tag.text.trim(), tag.get("aria-label").unwrap_or_default()];
                    let areas =
                        ["field", "column", "choice", "group", "hint", "column_hint", "group_hint", "form", "unit"];
                    let is_key = |words: &str| {
                        words
                            .split_once('.')
                            .is_some_and(|(area, rest)| areas.contains(&area) && !rest.starts_with(' '))
                    };
                    assert!(!words.iter().any(|words| is_key(words) || words.contains('{')), "{name}: {words:?}");
                }
            }
        }
    }
}

#[test]
fn every_input_has_a_label_every_id_is_one_and_nothing_is_styled_or_scripted() {
    let broken =
        MECHANIC.replace("body_mass_kg = 84 ", "body_mass_kg = 8 ").replace("shape = \"conical\"", "shape = \"x\"");
    for (name, text) in shipped_cases().into_iter().chain([("broken".into(), broken)]) {
        let html = english(&text);
        let tags = tags(&html);
        let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: an id twice");
        let labelled: BTreeSet<&str> =
            tags.iter().filter(|tag| tag.name == "label").filter_map(|tag| tag.get("for")).collect();
        for tag in &tags {
            let hidden = tag.get("type") == Some("hidden");
            if ["input", "select", "textarea"].contains(&tag.name.as_str()) && !hidden {
                let named = tag.get("aria-label").is_some() || tag.get("id").is_some_and(|id| labelled.contains(id));
                assert!(named, "{name}: {tag:?}");
            }
            for target in tag.get("aria-describedby").into_iter().flat_map(|ids| ids.split(' ')).chain(tag.get("for")) {
                assert!(unique.contains(target), "{name}: {target} is nowhere: {tag:?}");
            }
            if let Some(target) = tag.get("href").and_then(|href| href.strip_prefix('#')) {
                assert!(unique.contains(target), "{name}: {target} is nowhere");
            }
            assert!(tag.name != "script" && tag.name != "style" && tag.get("style").is_none());
            assert!(!tag.attributes.iter().any(|(name, _)| name.starts_with("on")), "{tag:?}");
        }
        let first = tags.iter().find(|tag| tag.name == "button").unwrap();
        assert_eq!(first.get("name"), Some("save"), "Enter presses the first button");
    }
}

#[test]
fn what_is_sent_back_untouched_is_no_edit_in_any_unit() {
    let odd = "concord = 1\nname = \"two\\nlines \\u0001\"\nabout = \"\"\"\n\na\r\nb\n\"\"\"\n[person]\nbody_mass_kg = 8_4.50\n\
               k_level = 3\nactivity = \"\"\n[person.conditions]\ndiabetes = \"maybe\"\nneuroma = \"<b>&\\\"\"\n\
               [limb]\nlimb_length_in = \"x\\ny\"\ncircumferences = 7\n[prosthesis]\nsleeve_barrier = \"perhaps\"\nsocks_now = [3, \"9-ply\"]\n\
               suspension_now = [\n1,\n2]\n[scan]\nproximal = [1, \"\"]\n[day]\nactivities = [{}, 5]\n";
    for (name, text) in
        shipped_cases().into_iter().chain([("odd".into(), odd.to_string()), ("template".into(), TEMPLATE.into())])
    {
        let html = english(&text);
        assert_eq!(from_posted(&text, &sent(&html)), [], "{name}");
        for choice in 0..4 {
            let mut units = BTreeMap::new();
            for field in groups().iter().flat_map(|group| &group.fields) {
                let columns = if let Kind::Rows(columns) = &field.kind { columns.as_slice() } else { &[] };
                for field in std::iter::once(field).chain(columns) {
                    let choices = field.number().and_then(|number| number.unit).map_or(&[][..], |unit| unit.choices());
                    units.extend(choices.get(choice).map(|unit| (field.path.clone(), *unit)));
                }
            }
            let pairs = sent(&page(&text, &units, Language::from_code("de").unwrap(), &all_groups()));
            assert_eq!(from_posted(&text, &pairs), [], "{name}");
            let posted = units_posted(&pairs);
            assert!(units.iter().all(|(path, unit)| posted.get(path).is_none_or(|own| own == unit)));
            // The unit beside a value changes, and with it nothing else.
            let other: Vec<(String, String)> = sent(&html)
                .into_iter()
                .map(|(name, value)| match name.strip_prefix("unit:").and_then(|path| units.get(path)) {
                    Some(unit) => (name, unit.code().to_string()),
                    None => (name, value),
                })
                .collect();
            assert_eq!(from_posted(&text, &other), [], "{name}");
        }
    }
}

#[test]
fn one_value_typed_on_the_page_is_one_edit_and_the_page_then_shows_it() {
    for (name, text) in shipped_cases() {
        let pairs = sent(&english(&text));
        assert!(pairs.len() > 150, "{name}: {}", pairs.len());
        for (at, (field, _)) in pairs.iter().enumerate().filter(|(_, (field, _))| !field.contains(':')) {
            let Some(path) = Path::parse(field).filter(|path| fields::field(path).is_some()) else { continue };
            // A checkbox goes before its hidden companion.
            if pairs[at + 1..].iter().any(|(later, _)| later == field) {
                continue;
            }
            let mut typed = pairs.clone();
            typed[at].1 = "7.5".into();
            let edits = from_posted(&text, &typed);
            assert_eq!(edits.len(), 1, "{name} {field}: {edits:?}");
            let new = apply(&text, &edits).unwrap();
            let shown = sent(&english(&new)).into_iter().find(|(name, _)| *name == path.to_string());
            // What is no choice is in sight nowhere but in its fault, and stays in the file.
            assert!(shown.is_none_or(|(_, value)| value == "7.5" || value == "false"), "{name} {field}");
            assert!(new.contains("7.5"), "{name} {field}");
        }
    }
}

#[test]
fn a_fault_stands_beside_its_input_and_links_lead_there() {
    let text = MECHANIC
        .replace("body_mass_kg = 84 ", "body_mass_lb = 1850 ")
        .replace("circumference_mm = 306", "circumference_mm = \"30 6\"")
        .replace("shape = \"conical\"", "shape = \"round\"\nwaist_in = 30")
        .replace("[day]\n", "[prosthesis.pump_settings]\nband_ihg = 1\nlevels_inhg = [12, 15, 18, 60]\n[day]\n");
    let html = english(&text);
    let tags = tags(&html);
    for (id, words) in [
        ("person-body_mass_kg", "give 15 to 300 kg (1850 lb is 839.1 kg)"),
        ("limb-circumferences-2-circumference_mm", "“30 6” is no number"),
        ("limb-shape", "did you mean"),
        ("prosthesis-pump_settings-levels_inhg-3", "give 5 to 25 inHg"),
    ] {
        let words = if id == "limb-shape" { "“round” is not one of the answers" } else { words };
        let error =
            tags.iter().find(|tag| tag.get("id") == Some(&format!("{id}-error"))).unwrap_or_else(|| panic!("{id}"));
        assert!(error.text.contains(words), "{id}: {}", error.text);
        let described = tags.iter().any(|tag| {
            tag.get("aria-describedby").is_some_and(|ids| ids.split(' ').any(|own| own == format!("{id}-error")))
        });
        assert!(described, "{id}");
        assert!(tags.iter().any(|tag| tag.get("href") == Some(&format!("#{id}"))), "{id}");
    }
    let removable: Vec<&str> =
        tags.iter().filter(|tag| tag.get("name") == Some("remove_table")).filter_map(|tag| tag.get("value")).collect();
    assert!(
        removable.contains(&"limb.waist_in") && removable.contains(&"prosthesis.pump_settings.band_ihg"),
        "{removable:?}"
    );
    assert!(!removable.contains(&"person.body_mass_lb") && !removable.contains(&"limb.shape"), "{removable:?}");
}

#[test]
fn an_empty_case_asks_for_everything_at_once() {
    let html = english("concord = 1\n");
    let missing = check("concord = 1\n").problems;
    assert!(missing.iter().any(|problem| problem.field == "person"));
    assert!(html.contains("href=\"#person\""));
    let tables = "concord = 1\nname = \"x\"\n[person]\n[person.conditions]\n[limb]\n[prosthesis]\n[day]\n";
    let fields: BTreeSet<String> = check(tables).problems.into_iter().map(|problem| problem.field).collect();
    let required = groups().iter().filter(|group| !group.optional && !group.path.is_empty());
    // The day is one question, until it is begun.
    let begun = |field: &&Field| !["day.kind", "day.from", "day.to", "day.activities"].contains(&field.path.as_str());
    for field in required.flat_map(|group| &group.fields).filter(|field| field.required).filter(begun) {
        assert!(fields.contains(&field.path), "{} is not asked for", field.path);
    }
    // A condition that nobody answered has no answer, and sends none.
    let sent = sent(&english(tables));
    assert!(!sent.iter().any(|(name, _)| name == "person.conditions.diabetes"));
    assert_eq!(from_posted(tables, &sent), []);
}

#[test]
fn ten_thousand_rows_are_shown_in_part_and_kept_in_full() {
    let row = "    { from = \"07:00\", to = \"06:00\", do = \"sit\" },\n".repeat(10_000);
    let text = MECHANIC.replace("activities = [\n", &format!("activities = [\n{row}"));
    let html = english(&text);
    assert!(html.contains("9413 more rows"));
    assert_eq!(from_posted(&text, &sent(&html)), []);
    let new = apply(&text, &[Edit::RemoveRow { path: "day.activities".into(), index: 5_000 }]).unwrap();
    assert_eq!(new.lines().count() + 1, text.lines().count());
}

#[test]
fn what_is_hostile_in_a_post_is_no_edit() {
    let mut pairs: Vec<(String, String)> =
        (0..20_000).map(|index| (format!("day.activities[{index}].to"), "x".into())).collect();
    pairs.push(("a".repeat(1_000_000), "x".into()));
    pairs.push(("[".repeat(100_000), "]".repeat(100_000)));
    pairs.push(("add".into(), "[".repeat(100_000)));
    let edits = from_posted(MECHANIC, &pairs);
    assert!(edits.len() <= 20_001);
    assert!(apply(MECHANIC, &edits).is_err());
    assert_eq!(from_posted("= =", &pairs), []);
    let named =
        apply(MECHANIC, &[Edit::Set { path: "name".into(), raw: "\"><script>&amp;".into(), unit: None }]).unwrap();
    assert!(!english(&named).contains("<script>") && english(&named).contains("&quot;&gt;&lt;script&gt;&amp;amp;"));
    assert!(
        !english("\"<script>\" = = 1").contains("<script>")
            && !english("concord = 1\n\"<script>\" = 1").contains("<script>")
    );
    for text in [
        "",
        "concord = 2",
        "\u{0}",
        "a = 1",
        "concord = 1\nperson = 3\nlimb = [1]\nday = \"x\"\nprosthesis = { existing = 3 }\nscan = 4",
    ] {
        english(text);
    }
}
