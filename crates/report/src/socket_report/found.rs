//! How sure something is, and where it lies, in the clinic's words.

use crate::case::case_words as say;
use crate::words;
use domain::limb::AmputationLevel;
use geometry::pose::{Basis, Found};
use maud::{Markup, html};
use texts::Texts;
use workup::tape_against_scan::Taken;

/// How sure an axis is: (texts.say("socket_report.found.said")), "seen 0.95", "assumed 0.41", in a box.
pub fn confidence(texts: &Texts, found: &Found) -> Markup {
    let sure = words::number(texts, found.confidence, 2);
    match found.basis {
        Basis::Placed => html! { span class="tag good" { (texts.say("socket_report.found.said")) } },
        Basis::Seen => html! { span class="tag" { (texts.fill("socket_report.found.seen", &[("sure", &sure)])) } },
        Basis::Assumed => {
            html! { span class="tag care" { (texts.fill("socket_report.found.assumed", &[("sure", &sure)])) } }
        }
    }
}

/// "placed", or "proposed (0.9), confirm", in a box.
pub fn landmark(texts: &Texts, found: &Found) -> Markup {
    let class = match found.basis {
        Basis::Placed => "tag good",
        Basis::Seen => "tag",
        Basis::Assumed => "tag care",
    };
    html! { span class=(class) { (standing(texts, found)) } }
}

/// "placed" of what a person placed; of all else "proposed (0.9), confirm".
pub fn standing(texts: &Texts, found: &Found) -> String {
    match found.basis {
        Basis::Placed => texts.say("socket_report.found.placed").into(),
        Basis::Seen | Basis::Assumed => {
            texts.fill("socket_report.found.proposed", &[("sure", &words::number(texts, found.confidence, 1))])
        }
    }
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
    let degrees = words::number(texts, around_deg, 0);
    let key = match degrees.as_str() {
        "0" | "360" => "socket_report.around.anterior",
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

/// As few decimals as say a given number: "4.5", "9".
pub fn given(texts: &Texts, value: f64) -> String {
    let digits = [1.0, 10.0, 100.0].iter().position(|tens| (value * tens - (value * tens).round()).abs() < 1e-6);
    words::number(texts, value, digits.unwrap_or(3))
}

#[cfg(test)]
mod tests {
    use super::*;

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
