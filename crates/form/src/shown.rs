//! What a field shows of a case's text: what is written there, in the unit asked for.

use super::fields::Field;
use super::path::{Path, Place, find};
use super::unit::Unit;
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

/// What a field shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// What stands in its input; empty where the file says nothing.
    pub text: String,
    /// The unit of that.
    pub unit: Option<Unit>,
    /// The key the file has for it, that of a US unit perhaps.
    pub key: String,
    /// Whether the file says anything.
    pub present: bool,
}

/// What the field at `path` shows in the unit asked for; without one in the file's.
pub fn shown(text: &str, root: &DeTable<'_>, path: &Path, field: &Field, unit: Option<Unit>) -> Shown {
    let (place, key, written) = written(root, path, field);
    let allowed =
        |unit: &Unit| field.number().and_then(|number| number.unit).is_some_and(|of| of.choices().contains(unit));
    let unit = unit.filter(allowed).or(written);
    let Some(place) = place else { return Shown { text: String::new(), unit, key, present: false } };
    let own = content(text, &place);
    let text = match (place.value, written, unit) {
        (DeValue::Integer(_) | DeValue::Float(_), Some(written), Some(unit)) if written != unit => {
            match own.replace('_', "").parse::<f64>() {
                Ok(number) if number.is_finite() => written.shown(number, unit),
                _ => own,
            }
        }
        _ => own,
    };
    Shown { text, unit, key, present: true }
}

/// Where the file has the value, under which key, and in which unit.
pub fn written<'a>(root: &'a DeTable<'a>, path: &Path, field: &Field) -> (Option<Place<'a>>, String, Option<Unit>) {
    let stored = field.number().and_then(|number| number.unit);
    let own = find(root, path);
    if own.is_none()
        && let (Some((us, unit)), Some((parent, _))) = (field.us_key(), path.split())
        && let Some(place) = find(root, &parent.key(&us))
    {
        return (Some(place), us, Some(unit));
    }
    (own, field.key().into(), stored)
}

/// A value as a person writes it: text without its quotes, everything else as the file has it.
fn content(text: &str, place: &Place<'_>) -> String {
    match place.value {
        DeValue::String(string) => string.to_string(),
        _ => text[place.span.clone()].to_string(),
    }
}

/// The unit a column of rows shows: the one asked for, or that of the first row.
pub fn column_unit(root: &DeTable<'_>, rows: &Path, column: &Field, units: &BTreeMap<String, Unit>) -> Option<Unit> {
    let asked = units.get(&column.path).copied();
    asked.or_else(|| written(root, &rows.at(0).key(column.key()), column).2)
}

/// How many rows or entries the file has at a path.
pub fn rows(root: &DeTable<'_>, path: &Path) -> usize {
    match find(root, path).map(|place| place.value) {
        Some(DeValue::Array(items)) => items.len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fields;
    use super::*;

    fn at(text: &str, path: &str, unit: Option<Unit>) -> Shown {
        let table = DeTable::parse(text).unwrap();
        let path = Path::parse(path).unwrap();
        shown(text, table.get_ref(), &path, fields::field(&path).unwrap(), unit)
    }

    #[test]
    fn a_number_is_shown_as_written_or_in_the_unit_asked_for() {
        let text = "[person]\nbody_mass_lb = 174.0\n[prosthesis]\nfoot_length_cm = 2_6\nfit_gap_mm = \"loose\"\n";
        let mass = at(text, "person.body_mass_kg", None);
        assert_eq!((mass.text.as_str(), mass.unit, mass.key.as_str()), ("174.0", Some(Unit::Pound), "body_mass_lb"));
        assert_eq!(at(text, "person.body_mass_kg", Some(Unit::Kilogram)).text, "78.925");
        assert_eq!(at(text, "prosthesis.foot_length_cm", Some(Unit::Millimetre)).text, "260");
        assert_eq!(at(text, "prosthesis.foot_length_cm", Some(Unit::Pound)).text, "2_6");
        assert_eq!(at(text, "prosthesis.fit_gap_mm", Some(Unit::Inch)).text, "loose");
        assert!(!at(text, "limb.limb_length_mm", None).present);
    }
}
