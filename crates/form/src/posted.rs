//! From a posted form to edits: what is not as it was shown was typed.
//!
//! An input is called by its field's path, `unit:PATH` is the unit beside it (of a column: `unit:limb.circumferences[].…`),
//! `shown:PATH` what stood in the input when the page was made. Switching a unit alone is no edit.

use super::edit::Edit;
use super::fields::{self, Field, Kind};
use super::path::{Path, find};
use super::shown::shown;
use super::unit::Unit;
use domain::document::metric_path;
use std::collections::{BTreeMap, HashMap};
use toml::de::DeTable;

/// The edits that a posted form asks for, in the order of its inputs, rows and tables last.
pub fn from_posted(text_at_base: &str, pairs: &[(String, String)]) -> Vec<Edit> {
    let Ok(table) = DeTable::parse(text_at_base) else { return vec![] };
    // A checkbox comes behind its hidden companion: the last of a name counts.
    let last: HashMap<&str, usize> = pairs.iter().enumerate().map(|(at, (name, _))| (name.as_str(), at)).collect();
    let said = |name: &str| last.get(name).map(|at| pairs[*at].1.as_str());
    let mut edits = vec![];
    for (at, (name, raw)) in pairs.iter().enumerate() {
        if last.get(name.as_str()) != Some(&at) {
            continue;
        }
        let Some(path) = Path::parse(name) else { continue };
        let Some(field) = fields::field(&path).filter(|field| !matches!(field.kind, Kind::Rows(_))) else { continue };
        let unit = said(&format!("unit:{name}")).or_else(|| said(&format!("unit:{}", field.path)));
        let unit = unit.and_then(Unit::from_code);
        let before = said(&format!("shown:{name}"))
            .map_or_else(|| shown(text_at_base, table.get_ref(), &path, field, unit).text, String::from);
        if as_sent(field, raw) != as_sent(field, &before) {
            edits.push(Edit::Set { path: name.clone(), raw: raw.clone(), unit });
        }
    }
    for (name, value) in pairs {
        let row = Path::parse(value).and_then(|path| path.row());
        let path = value.clone();
        edits.extend(match (name.as_str(), row) {
            ("remove", Some((list, index))) => Some(Edit::RemoveRow { path: list.to_string(), index }),
            ("add", Some((list, index))) => Some(Edit::AddRow { path: list.to_string(), after: Some(index) }),
            ("add", None) => Some(Edit::AddRow { path, after: None }),
            ("add_table", _) => Some(Edit::AddTable { path }),
            ("remove_table", _) => Some(Edit::RemoveTable { path }),
            ("confirm", _) => Some(Edit::Confirm { entry: value.clone() }),
            ("meant", _) => meant(value),
            _ => None,
        });
        if name == "tell_day" {
            edits.extend(told_day(table.get_ref(), value));
        }
    }
    edits
}

/// The edit that says in which unit a number is meant: "person.body_mass_kg 185 lb".
fn meant(value: &str) -> Option<Edit> {
    let mut parts = value.split(' ');
    let (path, raw, unit) = (metric_path(parts.next()?), parts.next()?, Unit::from_code(parts.next()?)?);
    Some(Edit::Set { path, raw: raw.into(), unit: Some(unit) })
}

/// The edits from a day told by steps to one told by activities, or back.
fn told_day(root: &DeTable<'_>, by: &str) -> Vec<Edit> {
    let there = |path: &str| Path::parse(path).is_some_and(|path| find(root, &path).is_some());
    let told = fields::TOLD_DAY.into_iter().filter(|path| there(path));
    match by {
        "steps" if there(fields::BY_HAND) => vec![Edit::RemoveTable { path: fields::BY_HAND.into() }],
        "activities" => {
            let gone = told.map(|path| Edit::Set { path: path.into(), raw: String::new(), unit: None });
            let first = (!there(fields::BY_HAND)).then(|| Edit::AddRow { path: fields::BY_HAND.into(), after: None });
            gone.chain(first).collect()
        }
        _ => vec![],
    }
}

/// A value as it comes back from a browser that nobody typed in: one-line inputs lose line breaks, others get them anew.
fn as_sent(field: &Field, value: &str) -> String {
    match field.kind {
        Kind::Text(true) => value.replace("\r\n", "\n").replace('\r', "\n"),
        _ => value.replace(['\r', '\n'], ""),
    }
}

/// The units chosen on a posted form, by field, to be shown from now on.
pub fn units_posted(pairs: &[(String, String)]) -> BTreeMap<String, Unit> {
    let chosen = pairs.iter().filter_map(|(name, code)| {
        let name = name.strip_prefix("unit:")?;
        let field = fields::field_of_schema(name)?;
        let stored = field.number()?.unit?;
        let unit = Unit::from_code(code).filter(|unit| stored.choices().contains(unit))?;
        Some((name.to_string(), unit))
    });
    chosen.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
        of.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()
    }

    const TEXT: &str = "[person]\nbody_mass_kg = 84\n";

    #[test]
    fn what_is_as_it_was_shown_is_no_edit() {
        let mass = "person.body_mass_kg";
        let of = |value: &str, unit: &str, shown: &str| {
            from_posted(
                TEXT,
                &pairs(&[(mass, value), ("unit:person.body_mass_kg", unit), ("shown:person.body_mass_kg", shown)]),
            )
        };
        assert!(
            of("84", "kg", "84").is_empty()
                && of("84", "lb", "84").is_empty()
                && of("185.19", "kg", "185.19").is_empty()
        );
        let typed = Edit::Set { path: mass.into(), raw: "186".into(), unit: Some(Unit::Pound) };
        assert_eq!(of("186", "lb", "185.19"), [typed]);
        assert!(from_posted(TEXT, &pairs(&[(mass, "84")])).is_empty());
    }

    #[test]
    fn the_last_of_a_name_counts_and_unknown_names_do_not() {
        let posted = [
            ("prosthesis.sleeve_barrier", "false"),
            ("prosthesis.sleeve_barrier", "true"),
            ("shown:prosthesis.sleeve_barrier", "false"),
            ("technique.name", "x"),
            ("base_version", "7"),
            ("../../etc", "x"),
            ("add", "limb.circumferences"),
            ("remove", "day.activities[2]"),
            ("add_table", "scan"),
        ];
        let edits = from_posted(TEXT, &pairs(&posted));
        assert_eq!(edits.len(), 4);
        assert_eq!(edits[0], Edit::Set { path: posted[0].0.into(), raw: "true".into(), unit: None });
        assert_eq!(edits[2], Edit::RemoveRow { path: "day.activities".into(), index: 2 });
    }

    #[test]
    fn only_units_of_the_fields_own_quantity_are_taken() {
        let posted = [
            ("unit:person.body_mass_kg", "lb"),
            ("unit:limb.circumferences[].circumference_mm", "cm"),
            ("unit:limb.limb_length_mm", "lb"),
            ("unit:nonsense", "lb"),
        ];
        let units = units_posted(&pairs(&posted));
        assert_eq!(units.len(), 2);
        assert_eq!(units["limb.circumferences[].circumference_mm"], Unit::Centimetre);
    }
}
