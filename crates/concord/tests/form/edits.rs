//! What is typed, where it ends, and what stays as it was.

use super::html::sent;
use super::{MECHANIC, all_groups, english, page, places, shown_at};
use crate::common::shipped_cases;
use form::path::Path;
use form::{Edit, Field, Kind, Unit, apply, check, from_posted, groups, shown};
use proptest::prelude::*;
use std::collections::BTreeMap;
use texts::Language;
use toml::de::DeTable;

fn set(path: &Path, raw: &str, unit: Option<Unit>) -> Edit {
    Edit::Set { path: path.to_string(), raw: raw.into(), unit }
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
    for (name, text) in shipped_cases() {
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
                "day.",
                "landmarks",
                "limb_length",
                "water_use",
                "amputation_level",
                "scan",
                "pump_settings",
                "existing",
                // A date is no free text, and which one goes needs a reason.
                "measured_on",
                "scanned_on",
                "goes_by",
                // What stands in relief on a part is of few letters.
                "job.number",
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
    let scanned = include_str!("../../../../cases/scanned.toml");
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

/// A case with pieces of it taken out, put elsewhere or replaced by what ends and begins things.
fn torn() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "\n",
        "\"",
        "'''",
        "[",
        "]",
        "{",
        "}",
        "[[",
        ", ",
        "=",
        "#",
        ".",
        "ä",
        "\u{1F9BF}",
        "\r\n",
        "1e999",
        "[person]\n",
        "[[limb.circumferences]]\n",
        "day = ",
        "limb.",
        "\"person\".",
        "{ from = ",
        " ",
    ]);
    let tear = (any::<prop::sample::Index>(), 0usize..40, pieces);
    prop::collection::vec(tear, 1..6).prop_map(|tears| {
        let mut chars: Vec<char> = include_str!("../../../../cases/scanned.toml").chars().collect();
        for (at, length, piece) in tears {
            let at = at.index(chars.len());
            let end = (at + length).min(chars.len());
            chars.splice(at..end, piece.chars());
        }
        chars.into_iter().collect()
    })
}

/// Edits of every kind, at lists, tables and values.
fn edits_of_every_kind() -> Vec<Edit> {
    let mut edits = vec![];
    for list in ["day.activities", "limb.circumferences", "prosthesis.socks_now", "scan.landmarks"] {
        edits.extend([None, Some(1)].map(|after| Edit::AddRow { path: list.into(), after }));
        edits.extend([0, 4].map(|index| Edit::RemoveRow { path: list.into(), index }));
    }
    for table in ["scan", "prosthesis.existing", "prosthesis.pump_settings"] {
        edits.extend([Edit::AddTable { path: table.into() }, Edit::RemoveTable { path: table.into() }]);
    }
    for value in [
        "person.body_mass_kg",
        "person.conditions.vision",
        "day.activities[0].to",
        "prosthesis.existing.pump",
        "scan.proximal[1]",
    ] {
        edits.extend(["7", ""].map(|raw| set(&Path::parse(value).unwrap(), raw, None)));
    }
    edits
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn a_torn_case_is_shown_checked_and_edited_without_a_panic(text in torn()) {
        let html = english(&text);
        prop_assert_eq!(from_posted(&text, &sent(&html)), vec![]);
        for edit in edits_of_every_kind() {
            if let Ok(new) = apply(&text, &[edit]) {
                prop_assert!(DeTable::parse(&new).is_ok());
            }
        }
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
            let pairs = sent(&page(&new, &units, Language::ENGLISH, &all_groups()));
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
