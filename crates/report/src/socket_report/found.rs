//! On what something stands, and where it lies, in the clinic's words.

use crate::case::case_words as say;
use crate::words;
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
pub fn height(texts: &Texts, below_mm: f64) -> String {
    let mm = words::number(texts, below_mm.abs(), 0);
    match mm.as_str() {
        "0" => texts.say("socket_report.height.level").into(),
        _ if below_mm > 0.0 => texts.fill("socket_report.height.below", &[("mm", &mm)]),
        _ => texts.fill("socket_report.height.above", &[("mm", &mm)]),
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
            [-25.0, 0.2, 40.0].map(|mm| height(Texts::english(), mm)),
            ["25 mm above MPT", "at MPT level (0 mm)", "40 mm below MPT"]
        );
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
