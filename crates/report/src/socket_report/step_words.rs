//! A step of the technique in words: what, where, how much.

use super::found::{around, given, height};
use crate::words::capital;
use domain::technique::{Channel, Face, Landmark, LinerMaterial, Station, Step};

/// What, where, how much.
pub fn say(step: &Step) -> (String, String, String) {
    let all = || "everywhere".to_string();
    match step {
        Step::Liner { material, thickness } => {
            (format!("Liner, {}", material_word(*material)), all(), stations(thickness))
        }
        Step::Sheath { thickness_mm } => ("Sheath".into(), all(), format!("{} mm", given(*thickness_mm))),
        Step::Socks { plies } => {
            let labels: Vec<String> = plies.iter().map(|ply| format!("{}-ply", ply.label())).collect();
            let worn = if labels.is_empty() { "none".into() } else { labels.join(" + ") };
            ("Socks".into(), all(), worn)
        }
        Step::Reduce { percent, by_circumference } if by_circumference.is_empty() => {
            ("Reduction".into(), "every section".into(), format!("{} % of circumference", given(*percent)))
        }
        Step::Reduce { percent, by_circumference } => {
            let rows = by_circumference
                .iter()
                .map(|row| format!("{} mm: {} %", given(row.circumference_mm), given(row.percent)));
            let rows: Vec<String> = rows.collect();
            let much = format!("By circumference: {} (instead of {} % for all)", rows.join("; "), given(*percent));
            ("Reduction".into(), "every section".into(), much)
        }
        Step::Rectify { name, at, around_deg, below_mm, depth_mm, half_length_mm, half_width_mm } => {
            let kind = if *depth_mm < 0.0 { "inwards (load)" } else { "outwards (relief)" };
            let much = format!(
                "{} mm {kind} at its middle; ± {} mm along the limb, ± {} mm around it",
                given(depth_mm.abs()),
                given(*half_length_mm),
                given(*half_width_mm)
            );
            (capital(name), beside(*at, *around_deg, *below_mm), much)
        }
        Step::DistalCup { deeper_mm, blend_mm } => (
            "Distal cup".into(),
            format!("distal end, fading out over {} mm", given(*blend_mm)),
            format!("{} mm deeper", given(*deeper_mm)),
        ),
        Step::Trim { line } => {
            let points = line.iter().map(|point| format!("{} {}", around(point.around_deg), height(point.below_mm)));
            ("Trim line".into(), "around the limb".into(), points.collect::<Vec<_>>().join("; "))
        }
        Step::Flare { out_mm, height_mm } => (
            "Flare of the brim".into(),
            format!("the last {} mm below the trim line", given(*height_mm)),
            format!("{} mm outwards", given(*out_mm)),
        ),
        Step::SealLand { height_mm } => (
            "Seal land for the sleeve".into(),
            "outside, below the trim line's lowest point".into(),
            format!("{} mm high", given(*height_mm)),
        ),
        Step::Wall { thickness, minimum_mm } => {
            ("Wall".into(), all(), format!("{}; nowhere under {} mm", stations(thickness), given(*minimum_mm)))
        }
        Step::Port { channel, bore_mm, around_deg, above_distal_end_mm } => {
            let place = match channel {
                Channel::Distal => "straight down through the mounting face".to_string(),
                Channel::Side => {
                    format!("{}, {} mm above the distal end", around(*around_deg), given(*above_distal_end_mm))
                }
            };
            ("Vacuum port".into(), place, format!("{} mm bore", given(*bore_mm)))
        }
        Step::Mount { face, diameter_mm, below_inside_mm, hole_square_mm, hole_mm, hole_depth_mm } => {
            let kind = match face {
                Face::Pyramid => "Mounting face for a pyramid",
                Face::FourHole => "Mounting face, four holes",
            };
            let place = format!("distal, {} mm below the socket's inside", given(*below_inside_mm));
            let much = format!(
                "{} mm in diameter; holes {} mm, {} mm deep, on a square of {} mm",
                given(*diameter_mm),
                given(*hole_mm),
                given(*hole_depth_mm),
                given(*hole_square_mm)
            );
            (kind.into(), place, much)
        }
    }
}

/// The liner's material.
pub const fn material_word(material: LinerMaterial) -> &'static str {
    match material {
        LinerMaterial::Polyurethane => "polyurethane",
        LinerMaterial::Silicone => "silicone",
        LinerMaterial::Tpe => "thermoplastic elastomer (TPE)",
    }
}

/// "9 mm at the distal end; 6 mm at 60 mm above it; 4 mm from 160 mm up".
pub fn stations(stations: &[Station]) -> String {
    let last = stations.len().saturating_sub(1);
    let place = |(index, station): (usize, &Station)| {
        let thick = given(station.thickness_mm);
        match given(station.above_distal_end_mm).as_str() {
            "0" => format!("{thick} mm at the distal end"),
            above if index == last => format!("{thick} mm from {above} mm above it"),
            above => format!("{thick} mm at {above} mm above it"),
        }
    };
    stations.iter().enumerate().map(place).collect::<Vec<_>>().join("; ")
}

fn beside(landmark: Landmark, around_deg: f64, below_mm: f64) -> String {
    let mut text = landmark.label().to_string();
    if below_mm != 0.0 {
        let way = if below_mm > 0.0 { "below" } else { "above" };
        text = format!("{} mm {way} the {text}", given(below_mm.abs()));
    }
    if around_deg != 0.0 {
        let way = if around_deg > 0.0 { "lateral" } else { "medial" };
        text += &format!(", {}° towards {way}", given(around_deg.abs()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn load_and_relief_are_told_apart_and_moved_places_said() {
        let mut step = Step::Rectify {
            name: "load on the flare".into(),
            at: Landmark::MidPatellarTendon,
            around_deg: -55.0,
            below_mm: 28.0,
            depth_mm: -3.0,
            half_length_mm: 30.0,
            half_width_mm: 26.0,
        };
        let (what, place, much) = say(&step);
        assert_eq!(what, "Load on the flare");
        assert_eq!(place, "28 mm below the mid-patellar tendon, 55° towards medial");
        assert_eq!(much, "3 mm inwards (load) at its middle; ± 30 mm along the limb, ± 26 mm around it");
        if let Step::Rectify { depth_mm, .. } = &mut step {
            *depth_mm = 2.5;
        }
        assert!(say(&step).2.starts_with("2.5 mm outwards (relief)"));
    }

    #[test]
    fn thickness_is_said_by_height() {
        let at = |above_distal_end_mm, thickness_mm| Station { above_distal_end_mm, thickness_mm };
        let said = stations(&[at(0.0, 9.0), at(60.0, 6.0), at(160.0, 4.5)]);
        assert_eq!(said, "9 mm at the distal end; 6 mm at 60 mm above it; 4.5 mm from 160 mm above it");
    }
}
