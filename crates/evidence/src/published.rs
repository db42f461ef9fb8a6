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
                let bound = &row.bound;
                let given = [bound.sd.is_some(), bound.tolerance.is_some(), bound.range.is_some()];
                if given.iter().filter(|given| **given).count() != 1 {
                    found.push(Violation::new(field("bound"), "not one bound", "give sd, tolerance or range"));
                }
                for (name, text) in [("unit", &row.unit), ("read", &row.read), ("what", &row.what)] {
                    if text.trim().is_empty() {
                        found.push(Violation::new(field(name), "empty", "say it"));
                    }
                }
                if !row.value.is_finite() {
                    found.push(Violation::new(field("value"), "not a number", "give the published value"));
                }
            }
            found
        })
    }
}
