//! TOML documents read with errors a person can act on: line, field, value, what would be right.
//!
//! Two kinds of fault meet here. The *shape* of a document (syntax, unknown or missing fields, wrong types) is
//! found by serde; the *meaning* (a negative mass) by the type's own check, which knows only the field's path.
//! Both end as [`Problem`]s that point into the text.

use serde::de::DeserializeOwned;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::{Table, Value};
use units::{Length, Mass};

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
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}", self.line)?;
        if !self.field.is_empty() {
            write!(f, ", {}", self.field)?;
        }
        if !self.value.is_empty() {
            write!(f, " = {}", self.value)?;
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
}

impl Violation {
    /// A fault at `field`.
    pub fn new(field: impl Into<String>, what: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { field: field.into(), what: what.into(), expected: expected.into() }
    }
}

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
                _ => "out of range",
            };
            found.push(Violation::new(field, what, format!("give {} to {} {}", self.low, self.high, self.unit)));
        }
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

/// As [`read`], for documents that people write in a clinic: where a key ends in `_kg`, `_mm` or `_c`, the same key
/// with `_lb`, `_in` or `_f` is taken too and converted. Faults keep the key and value that were written.
///
/// # Errors
/// As [`read`]; besides, a quantity that is given in both units.
pub fn read_clinical<T: DeserializeOwned>(text: &str, check: impl Fn(&T) -> Vec<Violation>) -> Result<T, Vec<Problem>> {
    let table = DeTable::parse(text).map_err(|error| vec![syntax_problem(text, &error)])?;
    let root = table.get_ref();
    let parsed: Result<Table, _> = serde_path_to_error::deserialize(toml::Deserializer::from(table.clone()));
    let mut metric =
        parsed.map_err(|error| vec![shape_problem(text, root, &error.path().to_string(), error.inner())])?;
    let mut renamed = vec![];
    let twice = us_to_metric(&mut metric, "", &mut renamed);
    if !twice.is_empty() {
        return Err(twice.into_iter().map(|violation| locate(text, root, violation)).collect());
    }
    let value: T = serde_path_to_error::deserialize(metric).map_err(|error| {
        // The path leads to the text as written; the error itself knows only the converted table.
        let problem = shape_problem(text, root, &error.path().to_string(), error.inner());
        vec![as_written(text, root, &renamed, problem)]
    })?;
    passed(value, check).map_err(|violations| {
        violations.into_iter().map(|v| as_written(text, root, &renamed, locate(text, root, v))).collect()
    })
}

fn passed<T>(value: T, check: impl Fn(&T) -> Vec<Violation>) -> Result<T, Vec<Violation>> {
    let violations = check(&value);
    if violations.is_empty() { Ok(value) } else { Err(violations) }
}

/// A US unit taken at the edge, told by the end of the key.
pub struct UsUnit {
    /// End of the key as written.
    pub suffix: &'static str,
    /// End of the metric key that it stands for.
    pub metric: &'static str,
    /// Its number in the metric unit.
    pub convert: fn(f64) -> f64,
}

/// The US units taken. The JSON Schema of a clinical document admits the same keys from this table.
pub const US_UNITS: [UsUnit; 3] = [
    UsUnit { suffix: "_lb", metric: "_kg", convert: |lb| Mass::from_lb(lb).kg() },
    UsUnit { suffix: "_in", metric: "_mm", convert: |inches| Length::from_in(inches).mm() },
    UsUnit { suffix: "_f", metric: "_c", convert: |fahrenheit| (fahrenheit - 32.0) / 1.8 },
];

/// A key that was converted: (metric path, path as written, "185 lb is 83.9 kg").
type Renamed = (String, String, String);

/// Renames every key in a US unit to its metric twin and converts its number. Returns what is given twice.
fn us_to_metric(table: &mut Table, path: &str, renamed: &mut Vec<Renamed>) -> Vec<Violation> {
    let mut twice = vec![];
    for key in table.keys().cloned().collect::<Vec<_>>() {
        for UsUnit { suffix, metric, convert } in US_UNITS {
            let Some(stem) = key.strip_suffix(suffix) else { continue };
            let (written, twin) = (join(path, &key), format!("{stem}{metric}"));
            if table.contains_key(&twin) {
                let what = format!("`{twin}` gives the same quantity");
                twice.push(Violation::new(written, what, format!("keep one of `{key}` and `{twin}`")));
            } else if let Some(value) = table.remove(&key) {
                let number = value.as_float().or(value.as_integer().map(|integer| integer as f64));
                let note = number
                    .map_or(String::new(), |n| format!("{n} {} is {:.1} {}", &suffix[1..], convert(n), &metric[1..]));
                renamed.push((join(path, &twin), written, note));
                table.insert(twin, number.map_or(value, |n| Value::Float(convert(n))));
            }
        }
    }
    for (key, value) in table.iter_mut() {
        twice.extend(us_to_metric_within(value, &join(path, key), renamed));
    }
    twice
}

fn us_to_metric_within(value: &mut Value, path: &str, renamed: &mut Vec<Renamed>) -> Vec<Violation> {
    match value {
        Value::Table(table) => us_to_metric(table, path, renamed),
        Value::Array(items) => items
            .iter_mut()
            .enumerate()
            .flat_map(|(index, item)| us_to_metric_within(item, &format!("{path}[{index}]"), renamed))
            .collect(),
        _ => vec![],
    }
}

/// Puts the key and value as written back into a fault that was found after conversion.
fn as_written(text: &str, root: &DeTable<'_>, renamed: &[Renamed], problem: Problem) -> Problem {
    let Some((_, written, note)) = renamed.iter().find(|(metric, ..)| *metric == problem.field) else {
        return problem;
    };
    let expected = match (problem.expected.is_empty(), note.is_empty()) {
        (false, false) => format!("{} ({note})", problem.expected),
        _ => problem.expected,
    };
    locate(text, root, Violation { field: written.clone(), what: problem.what, expected })
}

fn syntax_problem(text: &str, error: &toml::de::Error) -> Problem {
    let span = clamp(text, error.span().unwrap_or(0..0));
    Problem {
        line: line_of(text, span.start),
        value: shorten(&text[span.clone()]),
        span,
        field: String::new(),
        what: format!("this is not valid TOML: {}", error.message()),
        expected: "see `concord new NAME` for a commented example".into(),
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
    let span = clamp(text, error.span().or_else(|| span_of(root, &field)).unwrap_or(0..0));
    let (what, expected) = match names.split_first() {
        Some((name, candidates)) if unknown => {
            let what =
                if unknown_field { "this field does not exist" } else { "this is not one of the possible values" };
            let listed = format!("possible: {}", candidates.join(", "));
            let near = nearest(name, candidates);
            (what.to_string(), near.map_or(listed.clone(), |near| format!("did you mean `{near}`? {listed}")))
        }
        Some((name, _)) if missing => ("this field is missing".to_string(), format!("add `{name}`")),
        _ => wrong_type(message),
    };
    let value = if missing || unknown_field { String::new() } else { shorten(&text[span.clone()]) };
    Problem { line: line_of(text, span.start), span, field, value, what, expected }
}

/// serde's "invalid type: string \"84\", expected f64", and our own types' "what; expected", in plain words.
fn wrong_type(message: &str) -> (String, String) {
    let invalid = message.strip_prefix("invalid type: ").or(message.strip_prefix("invalid value: "));
    let Some((given, wanted)) = invalid.and_then(|rest| rest.rsplit_once(", expected ")) else {
        let (what, expected) = message.split_once("; ").unwrap_or((message, ""));
        return (what.to_string(), expected.to_string());
    };
    let given = given.split([' ', '`', '"']).next().unwrap_or_default();
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
    Problem {
        line: line_of(text, span.start),
        value: shorten(&text[span.clone()]),
        span,
        field: violation.field,
        what: violation.what,
        expected: violation.expected,
    }
}

/// The closest of `candidates` to `name`, if any is close enough to be a slip of the hand.
pub fn nearest<'a>(name: &str, candidates: &[&'a str]) -> Option<&'a str> {
    candidates
        .iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), *candidate))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_string() } else { format!("{path}.{name}") }
}

/// The span of the value at a dotted path such as `day.activities[2].to`; of its nearest existing parent otherwise.
fn span_of(root: &DeTable<'_>, path: &str) -> Option<Range<usize>> {
    enum Node<'a, 'i> {
        Table(&'a DeTable<'i>),
        Value(&'a Spanned<DeValue<'i>>),
    }
    let mut node = Node::Table(root);
    let mut found = None;
    for step in path.split(['.', '[']) {
        let next = match (&node, step.strip_suffix(']')) {
            (Node::Value(value), Some(index)) => match value.get_ref() {
                DeValue::Array(items) => index.parse().ok().and_then(|index: usize| items.get(index)),
                _ => None,
            },
            (Node::Table(table), None) => table.get(step),
            (Node::Value(value), None) => match value.get_ref() {
                DeValue::Table(table) => table.get(step),
                _ => None,
            },
            (Node::Table(_), Some(_)) => None,
        };
        let Some(value) = next else { break };
        found = Some(value.span());
        node = Node::Value(value);
    }
    found
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
    text[..offset].matches('\n').count() + 1
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

    fn clinical(text: &str) -> Result<Outer, Vec<Problem>> {
        read_clinical::<Outer>(text, |outer| {
            let mut violations = vec![];
            Bounds::new(15.0, 300.0, "kg").check(
                &mut violations,
                "inner.body_mass_kg".into(),
                outer.inner.body_mass_kg,
            );
            violations
        })
    }

    #[test]
    fn pounds_are_taken_and_faults_keep_the_words_as_written() {
        let heavy = clinical("[inner]\nbody_mass_lb = 185\n[[rows]]\nbody_mass_lb = 100.0\n").unwrap();
        assert!((heavy.inner.body_mass_kg - 83.914_59).abs() < 1e-4);
        assert!((heavy.rows[0].body_mass_kg - 45.359_237).abs() < 1e-9);

        let absurd = &clinical("[inner]\nbody_mass_lb = 1_850\n").unwrap_err()[0];
        assert_eq!((absurd.line, absurd.field.as_str(), absurd.value.as_str()), (2, "inner.body_mass_lb", "1_850"));
        assert_eq!(absurd.expected, "give 15 to 300 kg (1850 lb is 839.1 kg)");

        let twice = &clinical("[inner]\nbody_mass_kg = 84\nbody_mass_lb = 185\n").unwrap_err()[0];
        assert_eq!((twice.line, twice.field.as_str()), (3, "inner.body_mass_lb"));

        let text = &clinical("[inner]\nbody_mass_lb = \"185\"\n").unwrap_err()[0];
        assert_eq!((text.line, text.field.as_str(), text.value.as_str()), (2, "inner.body_mass_lb", "\"185\""));
        assert_eq!(text.expected, "give a number without quotes");

        let unknown = &clinical("[inner]\nbody_mass_kg = 84\nwaist_in = 30\n").unwrap_err()[0];
        assert_eq!((unknown.line, unknown.field.as_str()), (3, "inner.waist_in"));
    }

    #[test]
    fn both_readers_say_the_same_about_the_same_fault() {
        for text in [
            "[inner]\nbody_mas_kg = 3\n",
            "\n[inner]\n",
            "[inner]\nbody_mass_kg = \"3\"\n",
            "inner = 3\n",
            "[inner]\nbody_mass_kg = 30\n[[rows]]\nbody_mass_kg = true\n",
        ] {
            let plain = read::<Outer>(text, |_| vec![]).unwrap_err();
            let clinical = clinical(text).unwrap_err();
            assert_eq!(plain[0].to_string(), clinical[0].to_string());
        }
    }

    #[test]
    fn huge_numbers_deep_nesting_and_duplicates_are_faults_not_crashes() {
        let deep = "a = ".to_string() + &"[".repeat(200_000);
        let dotted = vec!["a"; 200_000].join(".") + " = 1";
        let tables = "[".to_string() + &vec!["a"; 200_000].join(".") + "]";
        let inline = "a = ".to_string() + &"{ a = ".repeat(100_000);
        for text in [deep, dotted, tables, inline] {
            assert_eq!(clinical(&text).unwrap_err().len(), 1);
        }
        let huge = &clinical("[inner]\nbody_mass_kg = 99999999999999999999999999999999999999999999\n").unwrap_err()[0];
        assert_eq!(huge.line, 2);
        let twice = &clinical("[inner]\nbody_mass_kg = 50\nbody_mass_kg = 51\n").unwrap_err()[0];
        assert_eq!(twice.line, 3);
    }

    #[test]
    fn broken_syntax_says_where() {
        assert_eq!(problems("[inner]\nbody_mass_kg = = 3\n")[0].line, 2);
    }
}
