//! Values along heights or circumferences.

use super::limits;
use crate::document::{Bounds, Violation};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

const STATIONS: RangeInclusive<usize> = 1..=50;
pub(super) const TRIM_POINTS: RangeInclusive<usize> = 3..=72;
pub(super) const NAME_LENGTH: usize = 100;

/// A thickness at a height; between heights it runs linearly, beyond the last it stays.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Station {
    /// Height above the limb's distal end, mm.
    #[schemars(range(min = limits::ABOVE.low, max = limits::ABOVE.high))]
    pub above_distal_end_mm: f64,
    /// Thickness there, mm.
    #[schemars(range(min = 0.0, max = limits::LINER.high))]
    pub thickness_mm: f64,
}

/// One point of the trim line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrimPoint {
    /// Around the limb from anterior towards lateral, degrees.
    #[schemars(range(min = limits::AROUND.low, max = limits::AROUND.high))]
    pub around_deg: f64,
    /// Below the level that heights are counted from (mid-patellar tendon or ischial tuberosity), mm; negative is above it.
    #[schemars(range(min = limits::BELOW.low, max = limits::BELOW.high))]
    pub below_mm: f64,
}

/// The thickness at a height above the distal end, mm.
pub fn thickness_at(stations: &[Station], above_distal_end_mm: f64) -> f64 {
    let along = stations.iter().map(|station| (station.above_distal_end_mm, station.thickness_mm));
    interpolate(along, above_distal_end_mm)
}

/// Linear between points of rising place, the first and last value beyond them; 0 without points.
pub fn interpolate(points: impl Iterator<Item = (f64, f64)>, at: f64) -> f64 {
    let mut before: Option<(f64, f64)> = None;
    for (place, value) in points {
        match before {
            None if at <= place => return value,
            Some((from, start)) if at <= place => return start + (value - start) * (at - from) / (place - from),
            _ => before = Some((place, value)),
        }
    }
    before.map_or(0.0, |(_, value)| value)
}

pub(super) fn count(
    found: &mut Vec<Violation>,
    field: String,
    number: usize,
    allowed: RangeInclusive<usize>,
    of: &str,
) {
    if !allowed.contains(&number) {
        let expected = format!("give {} to {}", allowed.start(), allowed.end());
        found.push(Violation::new(field, format!("{number} {of}"), expected));
    }
}

pub(super) fn stations(found: &mut Vec<Violation>, path: &str, stations: &[Station], bounds: &Bounds) {
    count(found, path.to_string(), stations.len(), STATIONS, "heights");
    for (index, station) in stations.iter().enumerate() {
        limits::ABOVE.check(found, format!("{path}[{index}].above_distal_end_mm"), station.above_distal_end_mm);
        bounds.check(found, format!("{path}[{index}].thickness_mm"), station.thickness_mm);
    }
    rising(found, path, stations.iter().map(|station| station.above_distal_end_mm));
}

pub(super) fn rising(found: &mut Vec<Violation>, path: &str, values: impl Iterator<Item = f64>) {
    let values: Vec<f64> = values.collect();
    let mut pairs = values.iter().zip(values.iter().skip(1)).enumerate();
    if let Some((index, (before, value))) = pairs.find(|(_, (before, value))| value <= before) {
        let what = format!("{value} does not follow {before}");
        found.push(Violation::new(format!("{path}[{}]", index + 1), what, "list them in rising order"));
    }
}
