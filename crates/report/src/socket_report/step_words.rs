//! A step of the technique in words: what, where, how much.

use super::brim_words;
use super::found::given;
use super::mount_words;
use super::place_words::beside;
pub use super::place_words::stations;
use super::thigh_words;
use crate::words::capital;
use domain::limb::AmputationLevel;
use domain::technique::{LinerMaterial, Sheet, Step};
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
        Step::ReduceByHeight(_) | Step::Proportion(_) | Step::Flatten(_) | Step::Contain(_) | Step::SealRing(_) => {
            thigh_words::say(texts, level, step)
        }
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
        Step::Brim { shape } => {
            let said = shape.steps().iter().map(|step| say(texts, level, step)).collect::<Vec<_>>();
            let said = said.iter().map(|(what, place, much)| format!("{what}: {place}, {much}")).collect::<Vec<_>>();
            let name = brim_words::brim_name(texts, *shape).to_string();
            (name, word("socket_report.step.around_limb"), said.join(". "))
        }
        Step::Trim { line } => brim_words::trim(texts, level, line),
        Step::Flare { out_mm, height_mm, by_place } => brim_words::flare(texts, *out_mm, *height_mm, by_place),
        Step::RolledEdge { radius_mm, by_place } => brim_words::rolled_edge(texts, *radius_mm, by_place),
        Step::Window(window) => brim_words::window(texts, level, window),
        Step::Frame(frame) => brim_words::frame(texts, frame),
        Step::SealLand { height_mm } => (
            word("socket_report.step.seal_land"),
            word("socket_report.step.seal_land_at"),
            texts.fill("socket_report.step.high", &[("mm", &given(*height_mm))]),
        ),
        Step::Wall { thickness, minimum_mm, regions, ribs } => {
            brim_words::wall(texts, level, thickness, *minimum_mm, regions, ribs)
        }
        Step::BuildUp(step) => (
            word("workshop.step.build_up"),
            texts.fill("workshop.step.build_up_at", &[("mm", &given(step.collar_mm))]),
            texts.fill(
                "workshop.step.build_up_said",
                &[
                    ("extension", &given(step.extension_mm)),
                    ("diameter", &given(step.extension_diameter_mm)),
                    ("groove", &given(step.groove_mm)),
                    ("mandrel", &given(step.mandrel_mm)),
                    ("depth", &given(step.mandrel_depth_mm)),
                ],
            ),
        ),
        Step::CheckSocket(step) => (
            word("workshop.step.check_socket"),
            sheet_word(texts, step.sheet).into(),
            texts.fill(
                "workshop.step.check_socket_said",
                &[("sheet", &given(step.sheet_mm)), ("least", &given(step.minimum_mm))],
            ),
        ),
        Step::CustomLiner(step) => (
            word("workshop.step.custom_liner"),
            all(),
            texts.fill(
                "workshop.step.custom_liner_said",
                &[("percent", &given(step.undersize_percent)), ("from", &step.undersize_from)],
            ),
        ),
        Step::Port(_)
        | Step::Mount(_)
        | Step::Align(_)
        | Step::PinLock(_)
        | Step::Lanyard(_)
        | Step::Valve(_)
        | Step::SleeveShelf(_) => mount_words::say(texts, step),
    }
}

/// What a check socket is drawn of.
pub fn sheet_word(texts: &Texts, sheet: Sheet) -> &str {
    texts.say(match sheet {
        Sheet::Petg => "workshop.sheet.petg",
        Sheet::Polypropylene => "workshop.sheet.polypropylene",
        Sheet::Flexible => "workshop.sheet.flexible",
    })
}

/// What a liner is made of.
pub fn material_word(texts: &Texts, material: LinerMaterial) -> &str {
    texts.say(match material {
        LinerMaterial::Polyurethane => "socket_report.step.polyurethane",
        LinerMaterial::Silicone => "socket_report.step.silicone",
        LinerMaterial::Tpe => "socket_report.step.tpe",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::technique::{Landmark, Station};

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
