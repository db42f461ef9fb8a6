//! Published tables, read from `data/published/*.toml`.

use domain::document::{self, Problem, Violation};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether a parameter was set with the row in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// No parameter was set on this row.
    Predicted,
    /// A parameter was set on this row: meeting it proves nothing.
    Fitted,
}

/// What the model is held to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bound {
    /// Published standard deviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sd: Option<f64>,
    /// Where no standard deviation was published: the tolerance fixed before the run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<f64>,
    /// The value must lie between these (a published range).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<[f64; 2]>,
}

/// The same number read otherwise, where the paper's words do not settle it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Other {
    /// How it is read here, with the factor between the readings and where that comes from.
    pub reading: String,
    /// The published value in this reading, in the row's unit.
    pub value: f64,
    /// What the model is held to in this reading.
    pub bound: Bound,
}

/// One published number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Unique name; the protocol of the same name computes the model's value.
    pub id: String,
    /// What was measured.
    pub what: String,
    /// Published value; for a range its middle.
    pub value: f64,
    /// Unit.
    pub unit: String,
    /// Number of subjects; 0 for a maker's figure.
    pub n: u32,
    /// What the model is held to.
    pub bound: Bound,
    /// How the number was read.
    pub read: String,
    /// Fitted or predicted.
    pub role: Role,
    /// Other readings: each has a verdict of its own that counts nowhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<Other>,
}

/// One study's table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// Key in `data/sources.bib`.
    pub source: String,
    /// The study in a line.
    pub title: String,
    /// What the protocol does and what had to be assumed about it.
    pub protocol: String,
    /// Its numbers.
    pub row: Vec<Row>,
}

impl Published {
    /// Reads one table.
    ///
    /// # Errors
    /// Anything that is not a table of numbers with unit, bound and provenance.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        document::read(text, |table: &Self| {
            let mut found = vec![];
            for (index, row) in table.row.iter().enumerate() {
                let field = |name: &str| format!("row[{index}].{name}");
                found.extend(held_to(field(""), row.value, &row.bound));
                for (place, other) in row.other.iter().enumerate() {
                    let within = field(&format!("other[{place}]."));
                    if other.reading.trim().is_empty() {
                        found.push(Violation::new(format!("{within}reading"), "empty", "say it"));
                    }
                    found.extend(held_to(within, other.value, &other.bound));
                }
                for (name, text) in [("unit", &row.unit), ("read", &row.read), ("what", &row.what)] {
                    if text.trim().is_empty() {
                        found.push(Violation::new(field(name), "empty", "say it"));
                    }
                }
            }
            found
        })
    }
}

/// What is wrong with a value and its bound.
fn held_to(within: String, value: f64, bound: &Bound) -> Vec<Violation> {
    let mut found = vec![];
    let given = [bound.sd.is_some(), bound.tolerance.is_some(), bound.range.is_some()];
    if given.iter().filter(|given| **given).count() != 1 {
        found.push(Violation::new(format!("{within}bound"), "not one bound", "give sd, tolerance or range"));
    }
    if !value.is_finite() {
        found.push(Violation::new(within + "value", "not a number", "give the published value"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "source = \"a\"\ntitle = \"A\"\nprotocol = \"P\"\n[[row]]\nid = \"a.b\"\nwhat = \"w\"\nvalue = 1.0\n\
                         unit = \"%\"\nn = 3\nbound = { sd = 0.5 }\nread = \"abstract\"\nrole = \"predicted\"\n";

    #[test]
    fn a_row_may_be_read_otherwise_and_each_reading_has_one_bound() {
        let other = "[[row.other]]\nreading = \"of fluid\"\nvalue = 0.2\nbound = { sd = 0.1 }\n";
        let table = Published::parse(&format!("{TABLE}{other}")).unwrap();
        assert_eq!((table.row[0].other.len(), table.row[0].other[0].value), (1, 0.2));
        assert_eq!(Published::parse(TABLE).unwrap().row[0].other, []);
        let problems = Published::parse(&format!("{TABLE}{}", other.replace("sd = 0.1", ""))).unwrap_err();
        assert!(problems.iter().any(|problem| problem.to_string().contains("row[0].other[0].bound")), "{problems:?}");
    }
}
