//! Spreads of many persons, and percentiles.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 10th, 50th and 90th percentile, and the person with central parameter values.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Spread {
    /// Person with central parameter values.
    pub central: f64,
    /// 10th percentile.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// 90th percentile.
    pub p90: f64,
}

/// One quantity over the day; `null` at moments that have no such thing, as pistoning where nobody walks.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Band {
    /// Person with central parameter values.
    #[schemars(with = "Vec<Option<f64>>")]
    pub central: Vec<f64>,
    /// 10th percentile.
    #[schemars(with = "Vec<Option<f64>>")]
    pub p10: Vec<f64>,
    /// Median.
    #[schemars(with = "Vec<Option<f64>>")]
    pub p50: Vec<f64>,
    /// 90th percentile.
    #[schemars(with = "Vec<Option<f64>>")]
    pub p90: Vec<f64>,
}

/// Bit by bit: a moment without the quantity is like another one without it.
impl PartialEq for Band {
    fn eq(&self, other: &Self) -> bool {
        let parts = |band: &Self| [&band.central, &band.p10, &band.p50, &band.p90].map(|part| bits(part));
        parts(self) == parts(other)
    }
}

/// The bits of numbers, for comparisons in which what is no number counts, too.
pub(crate) fn bits(numbers: &[f64]) -> Vec<u64> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

impl Band {
    /// Adds a moment.
    pub(crate) fn push(&mut self, here: Spread) {
        self.central.push(here.central);
        self.p10.push(here.p10);
        self.p50.push(here.p50);
        self.p90.push(here.p90);
    }
}

/// Percentiles by linear interpolation; the first value is the central person's.
pub fn spread(values: impl Iterator<Item = f64>) -> Spread {
    spread_of(values.collect())
}

pub(crate) fn spread_of(mut sorted: Vec<f64>) -> Spread {
    let central = sorted.first().copied().unwrap_or(f64::NAN);
    sorted.sort_by(f64::total_cmp);
    let at = |q: f64| quantile(&sorted, q).unwrap_or(f64::NAN);
    Spread { central, p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}

/// The `q` quantile of sorted values by linear interpolation between them; nothing without values.
pub fn quantile(sorted: &[f64], q: f64) -> Option<f64> {
    let place = q * (sorted.len().saturating_sub(1)) as f64;
    let (low, high) = (sorted.get(place.floor() as usize)?, sorted.get(place.ceil() as usize)?);
    Some(low + (high - low) * (place - place.floor()))
}
