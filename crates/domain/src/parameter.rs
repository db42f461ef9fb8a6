//! A number with what one has to know of it: unit, kind, source and spread.

use crate::document::Violation;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The maker prints it.
    Printed,
    /// Somebody measured it on this article, or it is computed from what they measured.
    Measured,
    /// Read in the source, or computed from its figures.
    Published,
    /// Nobody published it: our judgement.
    Assumed,
    /// Set so that a published row is met.
    Fitted,
}

impl Kind {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Measured => "measured",
            Self::Published => "published",
            Self::Assumed => "assumed",
            Self::Fitted => "fitted",
        }
    }
}

/// How a value differs between persons and devices, and how unsure it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Spread {
    /// Does not vary.
    Fixed,
    /// Normal law with this standard deviation, in the value's unit.
    Normal(f64),
    /// Log-normal law with this standard deviation of the logarithm.
    Lognormal(f64),
}

impl Spread {
    /// The value that lies `z` standard deviations from a centre.
    pub fn at(self, centre: f64, z: f64) -> f64 {
        match self {
            Self::Fixed => centre,
            Self::Normal(sd) => centre + sd * z,
            Self::Lognormal(sd) => centre * (sd * z).exp(),
        }
    }
}

/// One parameter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Central value.
    pub value: f64,
    /// Unit.
    pub unit: String,
    /// Where it comes from.
    pub kind: Kind,
    /// Key in `data/sources.bib`; none for an assumption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Spread.
    pub spread: Spread,
    /// What one should know about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Parameter {
    /// The value that lies `z` standard deviations from the centre.
    pub fn at(&self, z: f64) -> f64 {
        self.spread.at(self.value, z)
    }

    /// What is wrong with the parameter at the path `at`: no number, no source, no standard deviation.
    pub fn violations(&self, at: &str) -> Vec<Violation> {
        let mut found = vec![];
        if !self.value.is_finite() {
            found.push(Violation::new(format!("{at}.value"), "this is not a number", "give a finite value"));
        }
        if self.kind != Kind::Assumed && self.source.is_none() {
            found.push(Violation::new(at, "no source", "name a key of sources.bib, or say assumed"));
        }
        let sd = match self.spread {
            Spread::Fixed => 0.0,
            Spread::Normal(sd) | Spread::Lognormal(sd) => sd,
        };
        if !(0.0..1e6).contains(&sd) {
            found.push(Violation::new(format!("{at}.spread"), "not a standard deviation", "give zero or more"));
        }
        found
    }
}
