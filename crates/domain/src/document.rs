//! TOML documents read with errors a person can act on: line, field, value, what would be right.
//!
//! Two kinds of fault meet here. The *shape* of a document (syntax, unknown or missing fields, wrong types) is
//! found by serde; the *meaning* (a negative mass) by the type's own check, which knows only the field's path.
//! Both end as [`Problem`]s that point into the text.

use serde::de::DeserializeOwned;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

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

/// Reads a document's shape into `T`, then its meaning with `check`.
///
/// # Errors
/// Every fault found: one for syntax and shape (serde stops at the first), all of them for meaning.
pub fn read<T: DeserializeOwned>(text: &str, check: impl Fn(&T) -> Vec<Violation>) -> Result<T, Vec<Problem>> {
    let table = DeTable::parse(text).map_err(|error| vec![syntax_problem(text, &error)])?;
    let deserializer = toml::Deserializer::parse(text).map_err(|error| vec![syntax_problem(text, &error)])?;
    let value: T = serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let path = error.path().to_string();
        vec![shape_problem(text, table.get_ref(), &path, error.inner())]
    })?;
    let violations = check(&value);
    if violations.is_empty() {
        return Ok(value);
    }
    let root = table.get_ref();
    Err(violations.into_iter().map(|violation| locate(text, root, violation)).collect())
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
        Some(name) if unknown_field && !path.ends_with(name) => join(path, name),
        _ => path.to_string(),
    };
    let span = clamp(text, error.span().or_else(|| span_of(root, &field)).unwrap_or(0..0));
    let (what, expected) = if unknown {
        let candidates = &names[1..];
        let near = nearest(names[0], candidates);
        let what = if unknown_field { "this field does not exist" } else { "this is not one of the possible values" };
        let listed = format!("possible: {}", candidates.join(", "));
        (what.to_string(), near.map_or(listed.clone(), |near| format!("did you mean `{near}`? {listed}")))
    } else if missing {
        ("this field is missing".to_string(), format!("add `{}`", names[0]))
    } else {
        (message.to_string(), String::new())
    };
    let value = if missing || unknown_field { String::new() } else { shorten(&text[span.clone()]) };
    Problem { line: line_of(text, span.start), span, field, value, what, expected }
}

fn locate(text: &str, root: &DeTable<'_>, violation: Violation) -> Problem {
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
    let first = value.lines().next().unwrap_or_default().trim();
    if first.chars().count() > 60 { first.chars().take(57).collect::<String>() + "..." } else { first.to_string() }
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
    fn broken_syntax_says_where() {
        assert_eq!(problems("[inner]\nbody_mass_kg = = 3\n")[0].line, 2);
    }
}
