//! A step of the technique in words: what, where, how much.

use super::thigh_words;
use super::found::{around, given, height};
use crate::words::{capital, landmark};
use domain::limb::AmputationLevel;
use domain::technique::{Channel, Face, Landmark, LinerMaterial, Station, Step};
use texts::Texts;

/// What, where, how much.
pub fn say(texts: &Texts, level: AmputationLevel, step: &Step) -> (String, String, String) {
    let word = |key: &str| texts.say(key).to_string();
    let all = || word("socket_report.step.everywhere");
    let given = |value: f64| given(texts, value);
    match step {
        Step::Liner { material, thickness } => (
            texts.fill("socket_report.step.liner", &[("material", material_word(texts, *material))]),
            all(),
            stations(texts, thickness),
        ),
        Step::Sheath { thickness_mm } => {
            (word("socket_report.step.sheath"), all(), format!("{} mm", given(*thickness_mm)))
        }
        Step::Socks { plies } => {
            let ply = |label: u8| texts.fill("report.case.ply", &[("ply", &label.to_string())]);
            let labels: Vec<String> = plies.iter().map(|sock| ply(sock.label())).collect();
            let worn = if labels.is_empty() { word("socket_report.step.no_socks") } else { labels.join(" + ") };
            (word("socket_report.step.socks"), all(), worn)
        }
        Step::Reduce { percent, by_circumference } => {
            let sections = word("socket_report.step.every_section");
            let much = if by_circumference.is_empty() {
                texts.fill("socket_report.step.percent", &[("percent", &given(*percent))])
            } else {
                let row = |mm: f64, percent: f64| format!("{} mm: {} %", given(mm), given(percent));
                let rows = by_circumference.iter().map(|at| row(at.circumference_mm, at.percent));
                texts.fill(
                    "socket_report.step.by_circumference",
                    &[("rows", &rows.collect::<Vec<_>>().join("; ")), ("percent", &given(*percent))],
                )
            };
            (word("socket_report.step.reduction"), sections, much)
        }
        Step::ReduceByHeight(_)
        | Step::Proportion(_)
        | Step::Flatten(_)
        | Step::Contain(_)
        | Step::SealRing(_) => thigh_words::say(texts, level, step),
        Step::Rectify { name, at, around_deg, below_mm, depth_mm, half_length_mm, half_width_mm } => {
            let key = if *depth_mm < 0.0 { "socket_report.step.load" } else { "socket_report.step.relief" };
            let much = texts.fill(
                key,
                &[
                    ("depth", &given(depth_mm.abs())),
                    ("length", &given(*half_length_mm)),
                    ("width", &given(*half_width_mm)),
                ],
            );
            (capital(&texts.named(name)), beside(texts, *at, *around_deg, *below_mm), much)
        }
        Step::DistalCup { deeper_mm, blend_mm } => (
            word("socket_report.step.cup"),
            texts.fill("socket_report.step.cup_at", &[("mm", &given(*blend_mm))]),
            texts.fill("socket_report.step.deeper", &[("mm", &given(*deeper_mm))]),
        ),
        Step::Trim { line } => {
            let point = |around_deg: f64, below: f64| format!("{} {}", around(texts, around_deg), height(texts, level, below));
            let points: Vec<String> = line.iter().map(|at| point(at.around_deg, at.below_mm)).collect();
            (word("socket_report.fact.trim"), word("socket_report.step.around_limb"), points.join("; "))
        }
        Step::Flare { out_mm, height_mm } => (
            word("socket_report.step.flare"),
            texts.fill("socket_report.step.flare_at", &[("mm", &given(*height_mm))]),
            texts.fill("socket_report.step.outwards", &[("mm", &given(*out_mm))]),
        ),
        Step::SealLand { height_mm } => (
            word("socket_report.step.seal_land"),
            word("socket_report.step.seal_land_at"),
            texts.fill("socket_report.step.high", &[("mm", &given(*height_mm))]),
        ),
        Step::Wall { thickness, minimum_mm } => (
            word("socket_report.step.wall"),
            all(),
            texts.fill(
                "socket_report.step.wall_said",
                &[("thickness", &stations(texts, thickness)), ("least", &given(*minimum_mm))],
            ),
        ),
        Step::Port { channel, bore_mm, around_deg, above_distal_end_mm } => {
            let place = match channel {
                Channel::Distal => word("socket_report.step.port_distal"),
                Channel::Side => texts.fill(
                    "socket_report.step.port_side",
                    &[("around", &around(texts, *around_deg)), ("mm", &given(*above_distal_end_mm))],
                ),
            };
            let bore = texts.fill("socket_report.step.bore", &[("mm", &given(*bore_mm))]);
            (word("socket_report.step.port"), place, bore)
        }
        Step::Mount { face, diameter_mm, below_inside_mm, hole_square_mm, hole_mm, hole_depth_mm } => {
            let kind = match face {
                Face::Pyramid => "socket_report.step.pyramid",
                Face::FourHole => "socket_report.step.four_hole",
            };
            let place = texts.fill("socket_report.step.mount_at", &[("mm", &given(*below_inside_mm))]);
            let much = texts.fill(
                "socket_report.step.mount_said",
                &[
                    ("diameter", &given(*diameter_mm)),
                    ("hole", &given(*hole_mm)),
                    ("depth", &given(*hole_depth_mm)),
                    ("square", &given(*hole_square_mm)),
                ],
            );
            (word(kind), place, much)
        }
    }
}

/// What a liner is made of.
pub fn material_word(texts: &Texts, material: LinerMaterial) -> &str {
    texts.say(match material {
        LinerMaterial::Polyurethane => "socket_report.step.polyurethane",
        LinerMaterial::Silicone => "socket_report.step.silicone",
        LinerMaterial::Tpe => "socket_report.step.tpe",
    })
}

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

fn beside(texts: &Texts, at: Landmark, around_deg: f64, below_mm: f64) -> String {
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
        let (what, place, much) = say(Texts::english(), AmputationLevel::Transtibial, &step);
        assert_eq!(what, "Load on the flare");
        assert_eq!(place, "28 mm below the mid-patellar tendon, 55° towards medial");
        assert_eq!(much, "3 mm inwards (load) at its middle; ± 30 mm along the limb, ± 26 mm around it");
        if let Step::Rectify { depth_mm, .. } = &mut step {
            *depth_mm = 2.5;
        }
        assert!(say(Texts::english(), AmputationLevel::Transtibial, &step).2.starts_with("2.5 mm outwards (relief)"));
    }

    #[test]
    fn thickness_is_said_by_height() {
        let at = |above_distal_end_mm, thickness_mm| Station { above_distal_end_mm, thickness_mm };
        let said = stations(Texts::english(), &[at(0.0, 9.0), at(60.0, 6.0), at(160.0, 4.5)]);
        assert_eq!(said, "9 mm at the distal end; 6 mm at 60 mm above it; 4.5 mm from 160 mm above it");
    }
}
