//! Values along heights or circumferences.

use super::Station;

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
