//! Settings of the electronic pump as a case gives them: names and numbers. What they mean is the controller's matter.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A number, or a few in a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "this is neither a number nor a list of numbers; give 12.5 or [12.5, 15]")]
pub enum Numbers {
    /// One.
    One(f64),
    /// A few.
    Row(Vec<f64>),
}

impl Numbers {
    /// All of them.
    pub fn as_slice(&self) -> &[f64] {
        match self {
            Self::One(number) => std::slice::from_ref(number),
            Self::Row(numbers) => numbers,
        }
    }
}

/// Settings of the electronic pump's controller by name. Which there are, and their limits, the controller knows.
pub type PumpSettings = BTreeMap<String, Numbers>;
