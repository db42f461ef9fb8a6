//! Numbers and verdicts in the clinic's words; both units where people mix them.

use domain::day::ClockTime;
use fitting::{Grade, Standing, Verdict};
use twin::ensemble::Spread;
use twin::events::Event;
use units::VacuumLevel;
pub use workup::number::{number, signed};

/// The text with its first letter large.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "14,480".
pub fn thousands(value: f64) -> String {
    let digits = number(value, 0);
    let count = digits.chars().count();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (count - place).is_multiple_of(3) && digits.chars().nth(place - 1) != Some('−') {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// "58 kPa (17.1 inHg)".
pub fn vacuum(kpa: f64) -> String {
    format!("{kpa:.0} kPa ({:.1} inHg)", VacuumLevel::from_kpa(kpa).inhg())
}

/// "−1.2 (−3.0 … 0.4)" with `digits` decimals: median and 10th to 90th percentile.
pub fn spread(s: &Spread, digits: usize) -> String {
    format!("{} ({} … {})", number(s.p50, digits), number(s.p10, digits), number(s.p90, digits))
}

/// The same for a share, in percent.
pub fn percent(s: &Spread) -> String {
    let times = |x: f64| 100.0 * x;
    spread(&Spread { central: times(s.central), p10: times(s.p10), p50: times(s.p50), p90: times(s.p90) }, 0) + " %"
}

/// "14:20 vacuum down …".
pub fn event(event: &Event) -> String {
    format!("{} {}", ClockTime::show(event.t_s), event.text)
}

/// A standing in a word.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Recommended => "recommended",
        Standing::Possible => "possible",
        Standing::Refused => "refused",
    }
}

/// A verdict in a word.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Indication => "indication",
        Verdict::OutOfRange => "out of range",
        Verdict::NotBefore => "not before",
        Verdict::Contraindication => "contraindication",
        Verdict::Refusal => "refused",
        Verdict::Caution => "caution",
        Verdict::For => "for",
        Verdict::Against => "against",
        Verdict::Note => "note",
    }
}

/// How a statement is founded, in words.
pub fn evidence(evidence: &fitting::Evidence) -> String {
    let grade = match evidence.grade {
        Grade::MakerClaim => "maker's claim",
        Grade::MakerInstruction => "maker's instruction",
        Grade::Study => "study",
        Grade::Guideline => "guideline or payer",
        Grade::UserReport => "users' reports",
        Grade::OurAssumption => "our assumption",
    };
    evidence.n.map_or_else(|| grade.to_string(), |n| format!("{grade}, n = {n}"))
}

/// "Line volume direct" for `line_volume_direct_ml`: the unit stands with the value.
pub fn readable(name: &str) -> String {
    const UNITS: [&str; 15] =
        ["kpa", "mpa", "mm", "ml", "s", "min", "m", "n", "w", "mw", "kj", "mmhg", "rad", "steps", "e10"];
    let words: Vec<&str> = name.split('_').collect();
    let end = words.iter().skip(1).position(|word| UNITS.contains(word)).map_or(words.len(), |place| place + 1);
    capital(&words[..end].join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_parameters_are_shown_without_their_unit() {
        let shown = ["line_volume_direct_ml", "reference_cadence_steps_per_min", "load_share"].map(readable);
        assert_eq!(shown, ["Line volume direct", "Reference cadence", "Load share"]);
    }

    #[test]
    fn numbers_have_a_real_minus_and_no_negative_zero() {
        assert_eq!((number(-1.25, 1), number(-0.04, 1), number(3.0, 0)), ("−1.2".into(), "0.0".into(), "3".into()));
        assert_eq!(vacuum(57.57), "58 kPa (17.0 inHg)");
    }
}
