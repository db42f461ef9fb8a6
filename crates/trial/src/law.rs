//! # How a quantity differs between persons
//!
//! **Stands for** one line of a study's population: a law, its limits, how much of it changes from day to day in the same
//! person, and where it comes from.
//!
//! **Equations**
//! - every law is read off a standard normal z, so that any two can be correlated (Gaussian copula): normal μ + σ·z,
//!   log-normal m·e^(σ·z), uniform a + (b − a)·Φ(z), sometimes: 0 for Φ(z) < 1 − s, else uniform in the rest
//! - from day to day: z = √(1 − d)·z_person + √d·z_day
//! - limits: a value beyond `within` is set to it
//!
//! **Tests** quantiles of every law; a day's share leaves the law as it is.

use domain::document::Violation;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A law.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Law {
    /// The same for all.
    Fixed(f64),
    /// Normal.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// Log-normal.
    Lognormal {
        /// Median.
        median: f64,
        /// Standard deviation of the natural logarithm.
        sd: f64,
    },
    /// Uniform.
    Uniform {
        /// Least.
        low: f64,
        /// Most.
        high: f64,
    },
    /// Zero for most; for some, uniform.
    Sometimes {
        /// Share of persons who have it, 0 to 1.
        share: f64,
        /// Least.
        low: f64,
        /// Most.
        high: f64,
    },
}

/// A law with its limits and its source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// The law.
    pub law: Law,
    /// Least and most: what lies beyond is set to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<[f64; 2]>,
    /// Share of the variance that changes from day to day in the same person, 0 to 1.
    #[serde(default)]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub of_day: f64,
    /// Where it comes from; "assumed" where nobody published it.
    pub source: String,
    /// What one should know about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Law {
    /// The value at a standard normal z.
    pub fn at(self, z: f64) -> f64 {
        match self {
            Self::Fixed(value) => value,
            Self::Normal { mean, sd } => mean + sd * z,
            Self::Lognormal { median, sd } => median * (sd * z).exp(),
            Self::Uniform { low, high } => low + (high - low) * below(z),
            Self::Sometimes { share, low, high } => {
                let place = below(z) - (1.0 - share);
                if place < 0.0 || share <= 0.0 { 0.0 } else { low + (high - low) * (place / share).min(1.0) }
            }
        }
    }

    fn numbers(self) -> Vec<f64> {
        match self {
            Self::Fixed(value) => vec![value],
            Self::Normal { mean, sd } => vec![mean, sd],
            Self::Lognormal { median, sd } => vec![median, sd],
            Self::Uniform { low, high } => vec![low, high],
            Self::Sometimes { share, low, high } => vec![share, low, high],
        }
    }

    fn fault(self) -> Option<&'static str> {
        if self.numbers().iter().any(|number| !number.is_finite() || number.abs() > 1e9) {
            return Some("give finite numbers");
        }
        match self {
            Self::Normal { sd, .. } if sd < 0.0 => Some("a standard deviation is zero or more"),
            Self::Lognormal { median, sd } if sd < 0.0 || median <= 0.0 || sd > 5.0 => {
                Some("a log-normal law has a median above zero and an sd of 0 to 5 (of the logarithm)")
            }
            Self::Uniform { low, high } | Self::Sometimes { low, high, .. } if low > high => {
                Some("low must not be above high")
            }
            Self::Sometimes { share, .. } if !(0.0..=1.0).contains(&share) => Some("a share is 0 to 1"),
            _ => None,
        }
    }
}

impl Spread {
    /// The value at a standard normal z, within the limits.
    pub fn at(&self, z: f64) -> f64 {
        let value = self.law.at(z);
        self.within.map_or(value, |[low, high]| value.clamp(low, high))
    }

    /// What is wrong with it.
    pub(super) fn violations(&self, field: &str, found: &mut Vec<Violation>) {
        if let Some(fault) = self.law.fault() {
            found.push(Violation::new(format!("{field}.law"), "no usable law", fault));
        }
        if let Some([low, high]) = self.within
            && !(low.is_finite() && high.is_finite() && low <= high)
        {
            found.push(Violation::new(format!("{field}.within"), "no usable limits", "give [least, most]"));
        }
        if !(0.0..=1.0).contains(&self.of_day) {
            found.push(Violation::new(format!("{field}.of_day"), "out of range", "give a share of 0 to 1"));
        }
        if self.source.trim().is_empty() {
            let expected = "name the source, or say source = \"assumed\"";
            found.push(Violation::new(format!("{field}.source"), "no source", expected));
        }
    }
}

/// The standard normal law's share below z.
pub fn below(z: f64) -> f64 {
    0.5 * statrs::function::erf::erfc(-z / std::f64::consts::SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_law_is_at_its_quantiles() {
        let z90 = 1.281_551_565_5;
        let near = |law: Law, z: f64, value: f64| assert!((law.at(z) - value).abs() < 1e-6, "{law:?}: {}", law.at(z));
        near(Law::Fixed(3.0), z90, 3.0);
        near(Law::Normal { mean: 80.0, sd: 10.0 }, z90, 92.815_516);
        near(Law::Lognormal { median: 2.0, sd: 0.5 }, 0.0, 2.0);
        near(Law::Uniform { low: 1.0, high: 2.0 }, z90, 1.9);
        let sometimes = Law::Sometimes { share: 0.2, low: 0.1, high: 0.3 };
        near(sometimes, 0.0, 0.0);
        near(sometimes, z90, 0.2);
    }

    #[test]
    fn limits_hold_and_broken_laws_are_told() {
        let spread = |law, within| Spread { law, within, of_day: 0.0, source: "assumed".into(), note: String::new() };
        assert_eq!(spread(Law::Normal { mean: 80.0, sd: 10.0 }, Some([70.0, 90.0])).at(9.0), 90.0);
        for law in [
            Law::Normal { mean: 1.0, sd: -1.0 },
            Law::Lognormal { median: 0.0, sd: 1.0 },
            Law::Uniform { low: 2.0, high: 1.0 },
            Law::Sometimes { share: 1.2, low: 0.0, high: 1.0 },
            Law::Fixed(f64::NAN),
        ] {
            let mut found = vec![];
            spread(law, None).violations("x", &mut found);
            assert_eq!(found.len(), 1, "{law:?}");
        }
    }
}
