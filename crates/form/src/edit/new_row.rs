//! What a new row begins with: what the row before it suggests, so that a sound case stays sound where that can be.

use super::super::fields::{Field, Kind};
use super::super::path::{Path, find};
use super::super::unit::{Unit, digits};
use super::literal::quoted;
use domain::day::{ClockTime, USUAL_CADENCE_STEPS_PER_MIN};
use toml::de::{DeTable, DeValue};

/// Length of a new activity where nothing limits it.
const MINUTES: u16 = 60;
/// Distance between circumferences where only one is given.
const APART_MM: f64 = 20.0;
/// More digits than any tape has.
const DIGITS: usize = 6;

/// A row as keys and values.
pub type Entries = Vec<(String, String)>;

/// The first row of a list: required columns only, each with the least that is sound.
pub fn first(field: &Field) -> Option<Entries> {
    let Kind::Rows(columns) = &field.kind else { return None };
    let value = |column: &Field| match &column.kind {
        Kind::Number(number) => digits(number.low.unwrap_or(0.0), DIGITS),
        Kind::Numbers(_, count) => format!("[{}]", vec!["0"; *count].join(", ")),
        Kind::Time if column.key() == "from" => quoted("07:00"),
        Kind::Time => quoted("08:00"),
        Kind::Choice(names) => {
            let quiet = names.iter().find(|name| *name == "sit").or(names.first());
            quoted(quiet.map_or("", String::as_str))
        }
        _ => quoted(""),
    };
    let required = columns.iter().filter(|column| column.required);
    Some(required.map(|column| (column.key().to_string(), value(column))).collect())
}

/// The row to put behind the one at `index`.
pub fn after(text: &str, root: &DeTable<'_>, path: &Path, index: usize) -> Option<Entries> {
    let row = Row { text, root, path, index };
    let DeValue::Table(table) = find(root, &path.at(index))?.value else { return None };
    let mut entries: Vec<_> = table.iter().map(|(key, value)| (key.span().start, key.get_ref(), value)).collect();
    entries.sort_by_key(|(start, ..)| *start);
    let mut entries: Entries =
        entries.into_iter().map(|(_, key, value)| (key.to_string(), text[value.span()].to_string())).collect();
    match path.to_string().as_str() {
        "day.activities" => row.activity(&mut entries),
        "limb.circumferences" => row.circumference(&mut entries),
        "scan.landmarks" => row.landmark(&mut entries),
        _ => {}
    }
    Some(entries)
}

fn put(entries: &mut Entries, key: &str, value: String) {
    if let Some(entry) = entries.iter_mut().find(|entry| entry.0 == key) {
        entry.1 = value;
    }
}

struct Row<'a> {
    text: &'a str,
    root: &'a DeTable<'a>,
    path: &'a Path,
    index: usize,
}

impl Row<'_> {
    fn word(&self, index: usize, key: &str) -> Option<String> {
        find(self.root, &self.path.at(index).key(key))?.value.as_str().map(String::from)
    }

    fn number(&self, path: &Path) -> Option<f64> {
        let place = find(self.root, path)?;
        self.text[place.span].replace('_', "").parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// From where the one before ends to where the next begins, or for an hour.
    fn activity(&self, entries: &mut Entries) {
        let minutes = |time: Option<String>| {
            let time = ClockTime::try_from(time?).ok()?;
            Some((time.seconds() / 60.0) as u16)
        };
        let Some(from) = minutes(self.word(self.index, "to")) else { return };
        let next = minutes(self.word(self.index + 1, "from")).filter(|next| *next > from);
        let to = next.unwrap_or(from + MINUTES).min(24 * 60);
        let clock = |minutes| quoted(&ClockTime::from_minutes(minutes).map_or(String::new(), |time| time.to_string()));
        put(entries, "from", clock(from));
        put(entries, "to", clock(to));
        let cadence = self.number(&self.path.at(self.index).key("cadence_steps_per_min"));
        let most = cadence.unwrap_or(USUAL_CADENCE_STEPS_PER_MIN) * f64::from(to.saturating_sub(from));
        if self.number(&self.path.at(self.index).key("steps")).is_some_and(|steps| steps > most) {
            put(entries, "steps", digits(most.floor().max(1.0), DIGITS));
        }
    }

    /// Half way to the next one, or as far below as the one before is; never below the distal end.
    fn circumference(&self, entries: &mut Entries) {
        for (metric, us) in [("below_reference_mm", "below_reference_in"), ("circumference_mm", "circumference_in")] {
            let Some(key) = [metric, us].into_iter().find(|key| entries.iter().any(|(own, _)| own == key)) else {
                continue;
            };
            let (unit, other) =
                if key == metric { (Unit::Millimetre, Unit::Inch) } else { (Unit::Inch, Unit::Millimetre) };
            let other_key = if key == metric { us } else { metric };
            let of = |row: &Path| {
                let own = self.number(&row.key(key));
                own.or_else(|| self.number(&row.key(other_key)).map(|number| other.convert(number, unit)))
            };
            let at = |index: Option<usize>| index.and_then(|index| of(&self.path.at(index)));
            let Some(own) = at(Some(self.index)) else { continue };
            let next = at(self.index.checked_add(1));
            let new = match (next, key == metric && metric == "circumference_mm" || key == "circumference_in") {
                (Some(next), _) => (own + next) / 2.0,
                (None, true) => own,
                (None, false) => {
                    let apart = Unit::Millimetre.convert(APART_MM, unit);
                    let step = at(self.index.checked_sub(1)).map_or(apart, |before| own - before).max(0.0);
                    let end = self.limb_length(unit).filter(|end| *end > own);
                    end.filter(|end| own + step >= *end).map_or(own + step, |end| (own + end) / 2.0)
                }
            };
            put(entries, key, digits(new, DIGITS));
        }
    }

    fn limb_length(&self, unit: Unit) -> Option<f64> {
        let (limb, _) = self.path.split()?;
        let metric = self.number(&limb.key("limb_length_mm")).map(|mm| Unit::Millimetre.convert(mm, unit));
        metric.or_else(|| self.number(&limb.key("limb_length_in")).map(|inches| Unit::Inch.convert(inches, unit)))
    }

    /// The next landmark that is not placed yet.
    fn landmark(&self, entries: &mut Entries) {
        let placed: Vec<String> = (0..domain::technique::Landmark::ALL.len() + self.index)
            .map_while(|index| {
                find(self.root, &self.path.at(index)).map(|_| self.word(index, "name").unwrap_or_default())
            })
            .collect();
        let Some(column) = super::beside::beside(&self.path.at(0)).iter().find(|column| column.key() == "name") else {
            return;
        };
        if let Some(name) = column.choices().iter().find(|name| !placed.contains(name)) {
            put(entries, "name", quoted(name));
        }
    }
}
