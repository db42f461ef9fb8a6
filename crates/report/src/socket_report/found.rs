//! On what something stands, and where it lies, in the clinic's words.

use crate::case::case_words as say;
use crate::words;
use domain::limb::AmputationLevel;
use geometry::donning::DonningVerdict;
use geometry::mount::Feature;
use geometry::pose::{Basis, Found};
use maud::{Markup, html};
use texts::Texts;
use workup::tape_against_scan::Taken;

/// "placed", "seen in the scan, confirm", "assumed, place it", in a box.
pub fn standing(texts: &Texts, found: &Found) -> Markup {
    let class = match found.basis() {
        Basis::Placed => "tag good",
        Basis::Seen => "tag",
        Basis::Assumed => "tag care",
    };
    html! { span class=(class) { (words::told(texts, &found.standing())) } }
}

/// "25 mm above MPT".
pub fn height(texts: &Texts, level: AmputationLevel, below_mm: f64) -> String {
    let mm = words::number(texts, below_mm.abs(), 0);
    let level = words::level_short(texts, level);
    match mm.as_str() {
        "0" => texts.fill("socket_report.height.level", &[("level", level)]),
        _ if below_mm > 0.0 => texts.fill("socket_report.height.below", &[("mm", &mm), ("level", level)]),
        _ => texts.fill("socket_report.height.above", &[("mm", &mm), ("level", level)]),
    }
}

/// "lateral (90°)"; between the four sides the angle alone, from anterior towards lateral.
pub fn around(texts: &Texts, around_deg: f64) -> String {
    let degrees = words::degrees(texts, around_deg);
    let key = match degrees.as_str() {
        "0" => "socket_report.around.anterior",
        "90" => "socket_report.around.lateral",
        "180" => "socket_report.around.posterior",
        "270" => "socket_report.around.medial",
        _ => "socket_report.around.between",
    };
    texts.fill(key, &[("degrees", &degrees)])
}

/// How and when a limb was measured; what was not said is said to be so.
pub fn taken(texts: &Texts, taken: &Taken) -> String {
    let said = [taken.side_said(), taken.date_said(), taken.doffed_said(), taken.over_said()];
    said.map(|said| words::told(texts, &said)).join(", ")
}

/// "153 mm (6.0 in)".
pub fn length(texts: &Texts, mm: f64) -> String {
    say::length(texts, mm)
}

/// What of a socket is spoken of.
pub fn feature(texts: &Texts, feature: Feature) -> &str {
    texts.say(match feature {
        Feature::Wall => "socket_report.fact.feature_wall",
        Feature::Inside => "socket_report.fact.feature_inside",
        Feature::Block => "socket_report.fact.feature_block",
        Feature::Face => "socket_report.fact.feature_face",
        Feature::Hole => "socket_report.fact.feature_hole",
        Feature::Recess => "socket_report.fact.feature_recess",
        Feature::Port => "socket_report.fact.feature_port",
        Feature::Filter => "socket_report.fact.feature_filter",
        Feature::Barb => "socket_report.fact.feature_barb",
        Feature::PinLock => "socket_report.fact.feature_lock",
        Feature::PinBore => "socket_report.fact.feature_pin",
        Feature::Release => "socket_report.fact.feature_release",
        Feature::Lanyard => "socket_report.fact.feature_lanyard",
        Feature::Valve => "socket_report.fact.feature_valve",
        Feature::Line => "socket_report.fact.feature_line",
    })
}

/// Whether the limb gets in.
pub fn donning(texts: &Texts, verdict: DonningVerdict) -> &str {
    texts.say(match verdict {
        DonningVerdict::GoesIn => "socket_report.fact.donning_in",
        DonningVerdict::WithEffort => "socket_report.fact.donning_effort",
        DonningVerdict::CannotBeDonned => "socket_report.fact.donning_cannot",
    })
}

/// As few decimals as say a given number: "4.5", "9".
pub fn given(texts: &Texts, value: f64) -> String {
    let digits = [1.0, 10.0, 100.0].iter().position(|tens| (value * tens - (value * tens).round()).abs() < 1e-6);
    words::number(texts, value, digits.unwrap_or(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_turn_is_said_as_none() {
        let texts = Texts::english();
        for (degrees, said) in [(359.7, "anterior (0°)"), (0.2, "anterior (0°)"), (180.4, "posterior (180°)")] {
            assert!(around(texts, degrees).contains(said), "{}", around(texts, degrees));
        }
    }

    #[test]
    fn places_are_said_as_in_the_clinic() {
        assert_eq!(
            [-25.0, 0.2, 40.0].map(|mm| height(Texts::english(), AmputationLevel::Transtibial, mm)),
            ["25 mm above MPT", "at MPT level (0 mm)", "40 mm below MPT"]
        );
        assert_eq!(height(Texts::english(), AmputationLevel::Transfemoral, 40.0), "40 mm below IT");
        assert_eq!(
            [0.0, 90.0, 305.0].map(|degrees| around(Texts::english(), degrees)),
            ["anterior (0°)", "lateral (90°)", "305° from anterior towards lateral"]
        );
        assert_eq!(
            [4.5, 9.0, -0.25, 1.0 / 3.0].map(|value| given(Texts::english(), value)),
            ["4.5", "9", "−0.25", "0.333"]
        );
    }
}
