//! How sure something is, and where it lies, in the clinic's words.

use crate::case::case_words as say;
use crate::words;
use geometry::pose::{Basis, Found};
use maud::{Markup, html};

/// How sure an axis is: "said", "seen 0.95", "assumed 0.41", in a box.
pub fn confidence(found: &Found) -> Markup {
    let sure = words::number(found.confidence, 2);
    match found.basis {
        Basis::Placed => html! { span class="tag good" { "said" } },
        Basis::Seen => html! { span class="tag" { "seen " (sure) } },
        Basis::Assumed => html! { span class="tag care" { "assumed " (sure) } },
    }
}

/// "placed", or "proposed (0.9), confirm", in a box.
pub fn landmark(found: &Found) -> Markup {
    let class = match found.basis {
        Basis::Placed => "tag good",
        Basis::Seen => "tag",
        Basis::Assumed => "tag care",
    };
    html! { span class=(class) { (found.standing()) } }
}

/// "25 mm above MPT".
pub fn height(below_mm: f64) -> String {
    match words::number(below_mm.abs(), 0).as_str() {
        "0" => "at MPT level (0 mm)".to_string(),
        text => format!("{text} mm {} MPT", if below_mm > 0.0 { "below" } else { "above" }),
    }
}

/// "lateral (90°)"; between the four sides the angle alone, from anterior towards lateral.
pub fn around(around_deg: f64) -> String {
    let degrees = words::number(around_deg, 0);
    match degrees.as_str() {
        "0" | "360" => format!("anterior ({degrees}°)"),
        "90" => "lateral (90°)".to_string(),
        "180" => "posterior (180°)".to_string(),
        "270" => "medial (270°)".to_string(),
        _ => format!("{degrees}° from anterior towards lateral"),
    }
}

/// "153 mm (6.0 in)".
pub fn length(mm: f64) -> String {
    say::length(mm)
}

/// As few decimals as say a given number: "4.5", "9".
pub fn given(value: f64) -> String {
    let digits = [1.0, 10.0, 100.0].iter().position(|tens| (value * tens - (value * tens).round()).abs() < 1e-6);
    words::number(value, digits.unwrap_or(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_said_as_in_the_clinic() {
        assert_eq!([-25.0, 0.2, 40.0].map(height), ["25 mm above MPT", "at MPT level (0 mm)", "40 mm below MPT"]);
        assert_eq!(
            [0.0, 90.0, 305.0].map(around),
            ["anterior (0°)", "lateral (90°)", "305° from anterior towards lateral"]
        );
        assert_eq!([4.5, 9.0, -0.25, 1.0 / 3.0].map(given), ["4.5", "9", "−0.25", "0.333"]);
    }
}
