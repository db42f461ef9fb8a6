//! Places and thicknesses of a step in words.

use super::found::given;
use crate::words::landmark;
use domain::technique::{Landmark, Station};
use texts::Texts;

/// "9 mm at the distal end; 6 mm at 60 mm above it; 4 mm from 160 mm up".
pub fn stations(texts: &Texts, stations: &[Station]) -> String {
    let last = stations.len().saturating_sub(1);
    let place = |(index, station): (usize, &Station)| {
        let above = given(texts, station.above_distal_end_mm);
        let key = match above.as_str() {
            "0" => "socket_report.step.at_end",
            _ if index == last => "socket_report.step.from_above",
            _ => "socket_report.step.at_above",
        };
        texts.fill(key, &[("thick", &given(texts, station.thickness_mm)), ("above", &above)])
    };
    stations.iter().enumerate().map(place).collect::<Vec<_>>().join("; ")
}

/// A place beside a landmark.
pub fn beside(texts: &Texts, at: Landmark, around_deg: f64, below_mm: f64) -> String {
    let name = landmark(texts, at);
    let mm = given(texts, below_mm.abs());
    let with = [("landmark", name), ("mm", mm.as_str())];
    let place = match below_mm {
        0.0 => name.to_string(),
        below if below > 0.0 => texts.fill("socket_report.step.below", &with),
        _ => texts.fill("socket_report.step.above", &with),
    };
    if around_deg == 0.0 {
        return place;
    }
    let key = if around_deg > 0.0 { "socket_report.step.to_lateral" } else { "socket_report.step.to_medial" };
    texts.fill(key, &[("place", &place), ("degrees", &given(texts, around_deg.abs()))])
}
