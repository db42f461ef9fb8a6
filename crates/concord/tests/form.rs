//! The case as a form: what is shown comes back as it was, what is typed changes one place, nothing typed is lost.

#[path = "common/html.rs"]
mod html;

use concord::serve::form::{
    Action, Checked, Edit, Field, FormView, Kind, Unit, apply, check, from_posted, groups, path::Path, render, shown,
    units_posted,
};
use concord::serve::texts::{Language, Texts};
use html::{sent, tags};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use toml::de::DeTable;

const MECHANIC: &str = include_str!("../../../cases/mechanic.toml");
const TEMPLATE: &str = include_str!("../src/commands/template.toml");

/// Every case that is shipped, by name.
fn cases() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let paths = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    cases.sort();
    assert!(cases.len() > 10);
    cases
}

fn all_groups() -> Vec<&'static str> {
    groups().iter().map(|group| group.path.as_str()).collect()
}

fn page(text: &str, units: &BTreeMap<String, Unit>, language: Language, groups: &[&str]) -> String {
    let Checked { problems, .. } = check(text);
    let view = FormView {
        text,
        problems: &problems,
        units,
        texts: Texts::of(language),
        groups,
        base_version: "7",
        read_only: false,
        action: Action { post: "/case/1/form", target: "#form", swap: "outerHTML" },
    };
    render(&view).into_string()
}

fn english(text: &str) -> String {
    page(text, &BTreeMap::new(), Language::English, &all_groups())
}

/// Every field with the paths it has in a text: its own, or one a row and number.
fn places(text: &str) -> Vec<(Path, &'static Field)> {
    let table = DeTable::parse(text).unwrap();
    let mut found = vec![];
    for field in groups().iter().flat_map(|group| &group.fields) {
        let path = Path::parse(&field.path).unwrap();
        let rows = shown::rows(table.get_ref(), &path);
        match &field.kind {
            Kind::Rows(columns) => {
                for (index, column) in (0..rows).flat_map(|index| columns.iter().map(move |column| (index, column))) {
                    let at = path.at(index).key(column.key());
                    match column.kind {
                        Kind::Numbers(_, count) => found.extend((0..count).map(|place| (at.at(place), column))),
                        _ => found.push((at, column)),
                    }
                }
            }
            Kind::Numbers(_, count) => found.extend((0..*count).map(|place| (path.at(place), field))),
            Kind::Choices(_) => found.extend((0..rows).map(|place| (path.at(place), field))),
            _ => found.push((path, field)),
        }
    }
    found
}

fn shown_at(text: &str, path: &Path, field: &Field) -> shown::Shown {
    let table = DeTable::parse(text).unwrap();
    shown::shown(text, table.get_ref(), path, field, None)
}

fn set(path: &Path, raw: &str, unit: Option<Unit>) -> Edit {
    Edit::Set { path: path.to_string(), raw: raw.into(), unit }
}

#[test]
fn every_group_of_every_case_is_shown_without_a_fault_and_with_words_for_everything() {
    for (name, text) in cases() {
        for language in Language::ALL {
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
    for (name, text) in cases().into_iter().chain([("broken".into(), broken)]) {
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
        cases().into_iter().chain([("odd".into(), odd.to_string()), ("template".into(), TEMPLATE.into())])
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
            let pairs = sent(&page(&text, &units, Language::German, &all_groups()));
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

/// Another value that the field takes.
fn another(field: &Field, now: &str) -> String {
    match &field.kind {
        Kind::Number(of) | Kind::Numbers(of, _) => {
            let number: f64 = now.parse().ok().or(of.low).unwrap_or(1.0);
            let step = if of.whole { 1.0 } else { 0.25 };
            let next = number + step;
            if of.high.is_some_and(|high| next > high) { (number - step).to_string() } else { next.to_string() }
        }
        Kind::Text(_) => format!("{now} and \"more\""),
        Kind::Time => if now == "09:59" { "09:58" } else { "09:59" }.into(),
        Kind::YesNo => (now != "true").to_string(),
        Kind::Choice(names) | Kind::Choices(names) => names.iter().find(|name| *name != now).unwrap().clone(),
        Kind::Rows(_) => unreachable!("rows have columns"),
    }
}

#[test]
fn each_field_edited_once_changes_its_own_line_and_reads_back() {
    for (name, text) in cases() {
        for (path, field) in places(&text) {
            let before = shown_at(&text, &path, field);
            let typed = another(field, &before.text);
            let new = apply(&text, &[set(&path, &typed, None)]).unwrap_or_else(|refused| panic!("{name}: {refused:?}"));
            assert_eq!(shown_at(&new, &path, field).text, typed, "{name} {path}");
            let old: Vec<&str> = text.lines().collect();
            let same_count = before.present
                || matches!(path.row(), Some((_, index)) if index > 0 && new.lines().count() == old.len());
            let in_row = path.to_string().contains("].");
            if same_count || in_row {
                let changed = old.iter().zip(new.lines()).filter(|(old, new)| *old != new).count();
                assert_eq!((changed, new.lines().count()), (1, old.len()), "{name} {path}:\n{new}");
            } else {
                // A key more, and perhaps its table: every line there was is still there, in order.
                let mut lines = new.lines();
                assert!(old.iter().all(|old| lines.any(|new| new == *old)), "{name} {path}:\n{new}");
            }
            let twin: Vec<_> = check(&new).problems;
            let only_by_context = [
                "circumferences",
                "activities",
                "landmarks",
                "limb_length",
                "water_use",
                "amputation_level",
                "scan",
                "pump_settings",
                "existing",
            ];
            assert!(
                twin.is_empty() || only_by_context.iter().any(|part| path.to_string().contains(part)),
                "{name} {path}: {twin:?}"
            );
        }
    }
}

#[test]
fn a_case_is_filled_from_nothing() {
    let mut text = "concord = 1\n".to_string();
    let scanned = include_str!("../../../cases/scanned.toml");
    let wanted = check(scanned).case.unwrap().0;
    let table = DeTable::parse(scanned).unwrap();
    for group in groups().iter().filter(|group| group.path == "scan") {
        text = apply(&text, &[Edit::AddTable { path: group.path.clone() }]).unwrap();
    }
    for field in groups().iter().flat_map(|group| &group.fields) {
        let rows = shown::rows(table.get_ref(), &Path::parse(&field.path).unwrap());
        if matches!(field.kind, Kind::Rows(_) | Kind::Choices(_)) {
            text = apply(&text, &vec![Edit::AddRow { path: field.path.clone(), after: None }; rows]).unwrap();
        }
    }
    for (path, field) in places(scanned) {
        let shown = shown_at(scanned, &path, field);
        text = apply(&text, &[set(&path, &shown.text, shown.unit)])
            .unwrap_or_else(|refused| panic!("{refused:?}\n{text}"));
    }
    let checked = check(&text);
    assert_eq!(checked.problems, [], "{text}");
    assert_eq!(checked.case.unwrap().0, wanted);
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
    for field in required.flat_map(|group| &group.fields).filter(|field| field.required) {
        assert!(fields.contains(&field.path), "{} is not asked for", field.path);
    }
    // A condition that nobody answered has no answer, and sends none.
    let sent = sent(&english(tables));
    assert!(!sent.iter().any(|(name, _)| name == "person.conditions.diabetes"));
    assert_eq!(from_posted(tables, &sent), []);
}

#[test]
fn whatever_is_typed_is_kept_and_nothing_panics() {
    let long = "9".repeat(10_000);
    let typed = [
        "\u{0}",
        "\u{1b}[31m",
        "1e400",
        "-1e400",
        "1e-400",
        "\"",
        "'''",
        "\"\"\"\n\\",
        "𝔘nicode\u{202e}",
        "#",
        "]",
        "}, {",
        "=",
        "nan",
        "inf",
        "0x1F",
        "1_000",
        "١٢",
        "true",
        "07:00",
        long.as_str(),
        "\\u0041",
        "\r\n",
        "84 kg",
        ",",
        "-",
        "1,2,3",
    ];
    for raw in typed {
        for (path, field) in places(MECHANIC).into_iter().filter(|(path, _)| !path.to_string().contains("[1")) {
            for unit in [None, Some(Unit::Pound), Some(Unit::Inch), Some(Unit::Kilopascal)] {
                let Ok(new) = apply(MECHANIC, &[set(&path, raw, unit)]) else {
                    panic!("{path} refuses {raw:?}");
                };
                let back = shown_at(&new, &path, field);
                let number: Option<f64> = raw.parse().ok().filter(|number: &f64| number.is_finite());
                let kept = back.text == raw
                    || back.text == raw.trim()
                    || back.text.parse().ok() == number.filter(|_| unit.is_none());
                let lines = matches!(field.kind, Kind::Text(true)) && back.text == raw.replace("\r\n", "\n");
                assert!(kept || lines || raw.trim().is_empty() || number.is_some(), "{path} {raw:?}: {back:?}");
            }
        }
    }
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_number_typed_in_any_unit_is_in_the_case_that_is_read_back(
        pick in any::<prop::sample::Index>(), unit in any::<prop::sample::Index>(), share in 0.0f64..1.0, digits in 0usize..9, comma: bool
    ) {
        let scalars: Vec<_> = places(MECHANIC).into_iter().filter(|(_, field)| field.number().is_some_and(|number| number.unit.is_some())).collect();
        let (path, field) = &scalars[pick.index(scalars.len())];
        let number = field.number().unwrap();
        let stored = number.unit.unwrap();
        let (low, high) = (number.low.unwrap_or(-100.0), number.high.unwrap_or(100.0));
        let unit = stored.choices()[unit.index(stored.choices().len())];
        let meant = stored.convert(low + share * (high - low), unit);
        let typed = format!("{meant:.digits$}");
        let meant: f64 = typed.parse().unwrap();
        let typed = if comma { typed.replace('.', ",") } else { typed };
        let new = apply(MECHANIC, &[set(path, &typed, Some(unit))]).unwrap();
        let wanted = unit.convert(meant, stored);
        let close = |number: f64| (number - wanted).abs() <= 1e-9 * wanted.abs().max(1e-3);
        if let Some((case, _)) = check(&new).case {
            let json = serde_json::to_value(&case).unwrap();
            let pointer = format!("/{}", path.to_string().replace("].", "/").replace(['.', '['], "/").replace(']', ""));
            let read = json.pointer(&pointer).and_then(serde_json::Value::as_f64);
            prop_assert!(read.is_some_and(close), "{} {}: {:?}", path, typed, read);
        }
        let table = DeTable::parse(&new).unwrap();
        let back = shown::shown(&new, table.get_ref(), path, field, Some(unit)).text;
        prop_assert!((back.parse::<f64>().unwrap() - meant).abs() <= 1e-4 * meant.abs().max(1e-3), "{}: {} {}", path, typed, back);
        // Switching to every other unit and back shows the same and sends no edit.
        for other in stored.choices() {
            let units = BTreeMap::from([(field.path.clone(), *other)]);
            let pairs = sent(&page(&new, &units, Language::English, &all_groups()));
            prop_assert_eq!(from_posted(&new, &pairs), vec![]);
        }
    }

    #[test]
    fn any_text_typed_anywhere_is_shown_again(pick in any::<prop::sample::Index>(), raw in "\\PC{1,40}") {
        let all = places(MECHANIC);
        let (path, field) = &all[pick.index(all.len())];
        if let Ok(new) = apply(MECHANIC, &[set(path, &raw, None)]) {
            let html = english(&new);
            prop_assert_eq!(from_posted(&new, &sent(&html)), vec![]);
            let back = shown_at(&new, path, field).text;
            let same = back == raw || back == raw.trim() || raw.trim().is_empty()
                || back.parse::<f64>().is_ok_and(|back| raw.trim().replace(',', ".").replace('\u{2212}', "-").parse() == Ok(back));
            prop_assert!(same, "{}: {:?} {:?}", path, raw, back);
        }
    }
}
