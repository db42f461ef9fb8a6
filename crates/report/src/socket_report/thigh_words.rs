//! The steps of a socket above the knee in words: what, where, how much.

use super::found::{around, given, height};
use crate::words::capital;
use domain::limb::AmputationLevel;
use domain::technique::Step;
use texts::Texts;

/// What, where, how much; nothing of another step.
pub fn say(texts: &Texts, level: AmputationLevel, step: &Step) -> (String, String, String) {
    let word = |key: &str| texts.say(key).to_string();
    let given = |value: f64| given(texts, value);
    match step {
        Step::ReduceByHeight(step) => {
            let row = |row: &domain::thigh::HeightRow| {
                let with = [
                    ("share", given(100.0 * row.share_of_length)),
                    ("percent", given(row.percent)),
                    ("spread", given(row.spread_percent)),
                ];
                texts.fill(
                    "socket_report.step.reduced_at",
                    &with.each_ref().map(|(name, value)| (*name, value.as_str())),
                )
            };
            let rows = step.rows.iter().map(row).collect::<Vec<_>>().join("; ");
            (
                word("socket_report.step.reduction"),
                word("socket_report.step.every_section"),
                texts.fill("socket_report.step.by_height", &[("rows", &rows), ("source", &step.source)]),
            )
        }
        Step::Proportion(step) => {
            let row = |row: &domain::thigh::ProportionRow| {
                format!("{} {}", height(texts, level, row.below_mm), given(row.ml_over_ap))
            };
            (
                word("socket_report.step.proportion"),
                texts.fill("socket_report.step.fading", &[("mm", &given(step.blend_mm))]),
                texts.fill(
                    "socket_report.step.ml_over_ap",
                    &[("rows", &step.rows.iter().map(row).collect::<Vec<_>>().join("; "))],
                ),
            )
        }
        Step::Flatten(step) => (
            capital(&texts.named(&step.name)),
            texts.fill(
                "socket_report.step.flat_at",
                &[
                    ("around", &around(texts, step.around_deg)),
                    ("from", &height(texts, level, step.from_below_mm)),
                    ("to", &height(texts, level, step.to_below_mm)),
                ],
            ),
            texts.fill("socket_report.step.inwards", &[("mm", &given(step.depth_mm))]),
        ),
        Step::Contain(step) => (
            capital(&texts.named(&step.name)),
            texts.fill(
                "socket_report.step.between",
                &[("from", &around(texts, step.from_deg)), ("to", &around(texts, step.to_deg))],
            ),
            texts.fill(
                "socket_report.step.above_scan",
                &[("mm", &given(step.above_the_scan_mm)), ("degrees", &given(step.lean_deg))],
            ),
        ),
        Step::SealRing(step) => (
            word("socket_report.step.seal_ring"),
            texts.fill("socket_report.step.above_end", &[("mm", &given(step.above_distal_end_mm))]),
            texts.fill("socket_report.step.high", &[("mm", &given(step.height_mm))]),
        ),
        _ => Default::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::thigh::{Contain, HeightRow, ReduceByHeight};

    #[test]
    fn heights_of_a_thigh_count_from_the_tuberosity_and_a_reduction_says_its_spread() {
        let texts = Texts::english();
        let contain = Step::Contain(Contain {
            name: "medial wall".into(),
            from_deg: 195.0,
            to_deg: 270.0,
            above_the_scan_mm: 30.0,
            lean_deg: 10.0,
        });
        let (what, place, much) = say(texts, AmputationLevel::Transfemoral, &contain);
        assert_eq!(what, "Medial wall");
        assert_eq!(place, "from 195° from anterior towards lateral to medial (270°)");
        assert!(much.contains("30 mm above the scan") && much.contains("10°"), "{much}");
        let reduce = Step::ReduceByHeight(ReduceByHeight {
            rows: vec![HeightRow { share_of_length: 0.4, percent: 4.0, spread_percent: 1.5 }],
            source: "concord_assumption".into(),
        });
        let (_, _, much) = say(texts, AmputationLevel::Transfemoral, &reduce);
        assert_eq!(much, "4 ± 1.5 % of the circumference at 40 % of the length (concord_assumption)");
    }
}
