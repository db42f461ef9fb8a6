//! TOML documents read with errors a person can act on: line, field, value, what would be right.
//!
//! Two kinds of fault meet here. The *shape* of a document (syntax, unknown or missing fields, wrong types) is
//! found by serde; the *meaning* (a negative mass) by the type's own check, which knows only the field's path.
//! Both end as [`Problem`]s that point into the text.

use serde::de::DeserializeOwned;
use std::ops::Range;
use toml::de::{DeTable, DeValue};
use units::{Length, Mass};

mod every_fault;
mod us_units;

pub use every_fault::read_every;
pub use us_units::{KEPT, US_UNITS, UsUnit, metric_path, read_clinical};

/// One fault in a document, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Line in the text, counted from 1.
    pub line: usize,
    /// Where the offending text lies, in bytes.
    pub span: Range<usize>,
    /// Dotted path of the field, e.g. `person.body_mass_kg` or `day.activities[2].to`; empty for the whole document.
    pub field: String,
    /// The offending text as written; empty where something is missing.
    pub value: String,
    /// What is wrong.
    pub what: String,
    /// What would be right.
    pub expected: String,
    /// Nothing is wrong: a question is not answered yet.
    pub open: bool,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}", self.line)?;
        match (self.field.as_str(), self.value.as_str()) {
            ("", "") => {}
            ("", value) => write!(f, ", at {value}")?,
            (field, "") => write!(f, ", {field}")?,
            (field, value) => write!(f, ", {field} = {value}")?,
        }
        write!(f, ": {}", self.what)?;
        if !self.expected.is_empty() {
            write!(f, "; {}", self.expected)?;
        }
        Ok(())
    }
}

/// A fault of meaning, found after the document's shape was read: it knows the path, not yet the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// Dotted path of the field.
    pub field: String,
    /// What is wrong.
    pub what: String,
    /// What would be right.
    pub expected: String,
    /// Nothing is wrong: a question is not answered yet.
    pub open: bool,
}

impl Violation {
    /// A fault at `field`.
    pub fn new(field: impl Into<String>, what: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { field: field.into(), what: what.into(), expected: expected.into(), open: false }
    }

    /// A question at `field` that is not answered yet, and what would answer it.
    pub fn open(field: impl Into<String>, what: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { open: true, ..Self::new(field, what, expected) }
    }
}

/// Another unit, and its number in a field's own.
type OtherUnit = (&'static str, fn(f64) -> f64);

/// What comes between what would be right and another reading of what was given.
const OTHER_READING: &str = "; ";

/// What a number may be: the one source of a type's check and of its JSON Schema.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The least allowed.
    pub low: f64,
    /// The most allowed.
    pub high: f64,
    /// The unit, for the message.
    pub unit: &'static str,
}

impl Bounds {
    /// From `low` to `high`, both allowed.
    pub const fn new(low: f64, high: f64, unit: &'static str) -> Self {
        Self { low, high, unit }
    }

    /// Whether `value` lies within; NaN does not.
    pub fn hold(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// Records a violation of `field` unless `value` lies within.
    pub fn check(&self, found: &mut Vec<Violation>, field: String, value: f64) {
        if !self.hold(value) {
            let what = match value {
                nan if nan.is_nan() => "this is not a number",
                infinite if infinite.is_infinite() => "this is infinite",
                grams if self.unit == "kg" && self.hold(grams / 1_000.0) => "this looks like grams",
                _ => "out of range",
            };
            let expected = format!("give {} to {} {}{}", self.low, self.high, self.unit, self.other_readings(value));
            found.push(Violation::new(field, what, expected));
        }
    }

    /// What a number out of range would be in another unit, where that is within.
    fn other_readings(&self, value: f64) -> String {
        let own = self.unit.split([' ', ',', ';']).next().unwrap_or_default();
        let (own, units): (&str, &[OtherUnit]) = match own {
            "mm" => ("mm", &[("cm", |cm| 10.0 * cm), ("in", |inches| Length::from_in(inches).mm())]),
            "cm" => ("cm", &[("mm", |mm| mm / 10.0), ("in", |inches| Length::from_in(inches).mm() / 10.0)]),
            "kg" => ("kg", &[("lb", |lb| Mass::from_lb(lb).kg()), ("g", |grams| grams / 1_000.0)]),
            "degrees" if self.unit == "degrees Celsius" => {
                (self.unit, &[("°F", |fahrenheit| (fahrenheit - 32.0) / 1.8)])
            }
            _ => return String::new(),
        };
        let within =
            units.iter().map(|(unit, convert)| (unit, convert(value))).filter(|(_, number)| self.hold(*number));
        within.fold(String::new(), |text, (unit, number)| {
            text + &format!("{OTHER_READING}{value} {unit} would be {} {own}", (number * 10.0).round() / 10.0)
        })
    }
}

/// Reads a document's shape into `T`, then its meaning with `check`.
///
/// # Errors
/// Every fault found: one for syntax and shape (serde stops at the first), all of them for meaning.
pub fn read<T: DeserializeOwned>(text: &str, check: impl Fn(&T) -> Vec<Violation>) -> Result<T, Vec<Problem>> {
    let table = DeTable::parse(text).map_err(|error| vec![syntax_problem(text, &error)])?;
    let root = table.get_ref();
    let deserializer = toml::Deserializer::from(table.clone());
    let value: T = serde_path_to_error::deserialize(deserializer)
        .map_err(|error| vec![shape_problem(text, root, &error.path().to_string(), error.inner())])?;
    passed(value, check).map_err(|violations| violations.into_iter().map(|v| locate(text, root, v)).collect())
}

fn passed<T>(value: T, check: impl Fn(&T) -> Vec<Violation>) -> Result<T, Vec<Violation>> {
    let violations = check(&value);
    if violations.is_empty() { Ok(value) } else { Err(violations) }
}

fn syntax_problem(text: &str, error: &toml::de::Error) -> Problem {
    let span = clamp(text, error.span().unwrap_or(0..0));
    Problem {
        line: line_of(text, span.start),
        value: shorten(&text[span.clone()]),
        span,
        field: String::new(),
        what: format!("this is not valid TOML: {}", error.message()),
        expected: "see `concord new NAME --example` for a commented example".into(),
        open: false,
    }
}

fn shape_problem(text: &str, root: &DeTable<'_>, path: &str, error: &toml::de::Error) -> Problem {
    let message = error.message().trim();
    // serde reports a wrong name through its message only: "unknown field `x`, expected one of `a`, `b`".
    let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let unknown_field = message.starts_with("unknown field");
    let unknown = unknown_field || message.starts_with("unknown variant");
    let missing = message.starts_with("missing field");
    let path = if path == "." { "" } else { path };
    let field = match names.first() {
        Some(name) if missing => join(path, name),
        Some(name) if unknown_field && path != *name && !path.ends_with(&format!(".{name}")) => join(path, name),
        _ => path.to_string(),
    };
    // What is unknown is the key; everything else is said about a value.
    let place = if unknown_field { place_of(root, &field).map(|(key, _)| key) } else { error.span() };
    let span = clamp(text, place.or_else(|| span_of(root, &field)).unwrap_or(0..0));
    let (what, expected) = match names.split_first() {
        Some((name, candidates)) if unknown => {
            let what = if unknown_field { UNKNOWN_FIELD } else { "this is not one of the possible values" };
            let listed = format!("possible: {}", candidates.join(", "));
            let near = nearest(name, candidates);
            (what.to_string(), near.map_or(listed.clone(), |near| format!("did you mean `{near}`? {listed}")))
        }
        Some((name, _)) if missing => (MISSING.to_string(), format!("add `{name}`")),
        _ => wrong_type(message),
    };
    let value = if missing || unknown_field { String::new() } else { shorten(&text[span.clone()]) };
    Problem { line: line_of(text, span.start), span, field, value, what, expected, open: missing }
}

/// What is said of a field that a document lacks.
pub const MISSING: &str = "this field is missing";

/// What is wrong with a key that no field has.
const UNKNOWN_FIELD: &str = "this field does not exist";

fn too_large() -> (String, String) {
    ("this number is too large".into(), "write fewer digits".into())
}

/// serde's "invalid type: string \"84\", expected f64", and our own types' "what; expected", in plain words.
fn wrong_type(message: &str) -> (String, String) {
    let invalid = message.strip_prefix("invalid type: ").or(message.strip_prefix("invalid value: "));
    let Some((given, wanted)) = invalid.and_then(|rest| rest.rsplit_once(", expected ")) else {
        if message.ends_with("number overflowed") {
            return too_large();
        }
        let (what, expected) = message.split_once("; ").unwrap_or((message, ""));
        return (what.to_string(), expected.to_string());
    };
    let given = given.split([' ', '`', '"']).next().unwrap_or_default();
    if given == "integer" && ["f64", "any valid TOML value"].contains(&wanted) {
        // The one integer that is no number to serde is the one that no integer type holds.
        return too_large();
    }
    let given = match given {
        "string" => "text in quotes",
        "integer" | "floating" => "a number",
        "boolean" => "true or false",
        "sequence" => "a list",
        "map" => "a table",
        other => other,
    };
    let wanted = match wanted {
        "f64" => "a number without quotes",
        "a boolean" => "true or false",
        "a sequence" => "a list: [ ... ]",
        "a string" | "string or map" | "wanted string or table" => "text in quotes",
        wanted if wanted.starts_with("struct ") => "a table with its own fields",
        wanted => wanted,
    };
    (format!("{given} does not belong here"), format!("give {wanted}"))
}

pub(crate) fn locate(text: &str, root: &DeTable<'_>, violation: Violation) -> Problem {
    let span = clamp(text, span_of(root, &violation.field).unwrap_or(0..0));
    // A question that is not answered has no value, only a table in which its answer belongs.
    let unanswered = violation.open && !has(root, &violation.field);
    Problem {
        line: line_of(text, span.start),
        value: if unanswered { String::new() } else { shorten(&text[span.clone()]) },
        span,
        field: violation.field,
        what: violation.what,
        expected: violation.expected,
        open: violation.open,
    }
}

/// The closest of `candidates` to `name`, if one alone is close enough to be a slip of the hand: "4-ply" is as near to
/// "3-ply" as to "5-ply", and a guess would be wrong half the time.
pub fn nearest<'a>(name: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let likeness = |candidate: &str| strsim::jaro_winkler(name, candidate);
    let best = candidates.iter().map(|c| likeness(c)).max_by(f64::total_cmp).filter(|best| *best > 0.75)?;
    let mut closest = candidates.iter().filter(|candidate| likeness(candidate) == best);
    let found = closest.next()?;
    if closest.next().is_none() { Some(found) } else { None }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_string() } else { format!("{path}.{name}") }
}

/// The span of the value at a dotted path such as `day.activities[2].to`; of its nearest existing parent otherwise.
fn span_of(root: &DeTable<'_>, path: &str) -> Option<Range<usize>> {
    place_of(root, path).map(|(_, value)| value)
}

/// Whether there is a value at a dotted path.
fn has(root: &DeTable<'_>, path: &str) -> bool {
    let at = |path: &str| place_of(root, path).map(|(key, _)| key);
    let parent = path.rsplit_once('.').map_or("", |(parent, _)| parent);
    at(path).is_some_and(|key| at(parent) != Some(key))
}

/// The spans of the key and of the value at a dotted path, or at its nearest existing parent.
fn place_of(root: &DeTable<'_>, path: &str) -> Option<(Range<usize>, Range<usize>)> {
    let mut steps = path.split(['.', '[']);
    let (key, mut value) = root.get_key_value(steps.next()?)?;
    let mut key = key.span();
    for step in steps {
        let next = match (value.get_ref(), step.strip_suffix(']')) {
            (DeValue::Array(items), Some(index)) => {
                index.parse().ok().and_then(|index: usize| items.get(index)).map(|item| (item.span(), item))
            }
            (DeValue::Table(table), None) => table.get_key_value(step).map(|(key, value)| (key.span(), value)),
            _ => None,
        };
        let Some(found) = next else { break };
        (key, value) = found;
    }
    Some((key, value.span()))
}

fn clamp(text: &str, span: Range<usize>) -> Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(span.start);
    start..floor(span.end.max(start))
}

fn line_of(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    memchr::memchr_iter(b'\n', before).count() + 1
}

fn shorten(value: &str) -> String {
    let mut lines = value.lines();
    let first = lines.next().unwrap_or_default().trim();
    if first.chars().count() > 60 {
        first.chars().take(57).collect::<String>() + "..."
    } else if lines.next().is_some() {
        format!("{first} ...")
    } else {
        first.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        inner: Inner,
        #[serde(default)]
        rows: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        body_mass_kg: f64,
    }

    fn problems(text: &str) -> Vec<Problem> {
        read::<Outer>(text, |outer| {
            let mut violations = vec![];
            for (index, row) in outer.rows.iter().enumerate() {
                if row.body_mass_kg < 0.0 {
                    violations.push(Violation::new(
                        format!("rows[{index}].body_mass_kg"),
                        "negative",
                        "a positive mass",
                    ));
                }
            }
            violations
        })
        .expect_err("the document is faulty")
    }

    #[test]
    fn an_unknown_field_names_its_nearest_neighbour_and_line() {
        let problem = &problems("[inner]\nbody_mas_kg = 3\n")[0];
        assert_eq!((problem.line, problem.field.as_str()), (2, "inner.body_mas_kg"));
        assert!(problem.expected.contains("did you mean `body_mass_kg`"), "{problem}");
    }

    #[test]
    fn a_missing_field_is_named_with_its_table() {
        let problem = &problems("\n[inner]\n")[0];
        assert_eq!((problem.line, problem.field.as_str()), (2, "inner.body_mass_kg"));
    }

    #[test]
    fn every_fault_of_meaning_is_found_with_its_own_line() {
        let text = "[inner]\nbody_mass_kg = 1\n[[rows]]\nbody_mass_kg = -1\n[[rows]]\nbody_mass_kg = -2.5\n";
        let found: Vec<_> = problems(text).into_iter().map(|p| (p.line, p.value)).collect();
        assert_eq!(found, [(4, "-1".to_string()), (6, "-2.5".to_string())]);
    }

    #[test]
    fn a_sound_document_is_read() {
        let outer = read::<Outer>("[inner]\nbody_mass_kg = 3\n", |_| vec![]).unwrap();
        assert_eq!(outer.inner.body_mass_kg, 3.0);
    }

    #[test]
    fn a_suggestion_is_made_only_when_one_stands_out() {
        assert_eq!(nearest("body_mas_kg", &["body_mass_kg", "age_years"]), Some("body_mass_kg"));
        assert_eq!(nearest("4-ply", &["1-ply", "3-ply", "5-ply"]), None);
        assert_eq!(nearest("colour", &["body_mass_kg"]), None);
    }

    #[test]
    fn broken_syntax_says_where() {
        assert_eq!(problems("[inner]\nbody_mass_kg = = 3\n")[0].line, 2);
    }
}
