//! Values as a person reads them.

use domain::case::{ActivityLevel, Function};
use domain::{BodyMass, BodyMassRange, MassUnit};
use texts::{Arg, Wording};

/// A number with at most two decimals and no trailing zeros.
pub fn number(value: f64) -> Arg {
    Arg::Figure(digits(value))
}

fn digits(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    // -0.001 must not read "-0".
    if text == "-0" { "0".into() } else { text.into() }
}

/// Whether a number reads as none.
pub fn reads_zero(value: f64) -> bool {
    digits(value) == "0"
}

/// "47.5 kg".
pub fn with(value: f64, unit: &str) -> Arg {
    Arg::Figure(format!("{} {unit}", digits(value)))
}

/// A value that is a word or two of ours, by its id: `not_given`.
pub fn word(id: &str) -> Arg {
    Wording::new(format!("value-{id}")).into()
}

/// "4 cm", of millimetres.
pub fn cm(mm: f64) -> Arg {
    const MM_PER_CM: f64 = 10.0;
    with(mm / MM_PER_CM, "cm")
}

/// "192 lb".
pub fn body_mass(mass: BodyMass) -> Arg {
    with(mass.number, mass.unit.symbol())
}

/// "192 lb", and where it is read in the other unit "84 kg (185.19 lb)".
pub fn body_mass_in(mass: BodyMass, unit: MassUnit) -> Arg {
    let read = BodyMass { number: mass.number_in(unit), unit };
    if unit == mass.unit { body_mass(mass) } else { in_brackets(body_mass(mass), body_mass(read)) }
}

/// "84 kg (185.19 lb)".
pub fn in_brackets(value: Arg, other: Arg) -> Arg {
    Wording::new("value-in_brackets").with("value", value).with("other", other).into()
}

/// "48 to 55 kg", of numbers of one unit.
pub fn between(least: f64, most: f64, unit: &str) -> Arg {
    Wording::new("value-between").with("least", number(least)).with("most", with(most, unit)).into()
}

/// "106 to 122 lb", or where both columns are printed "48 to 55 kg (104 to 121 lb)", the unit asked for first.
pub fn band(band: &BodyMassRange, first: MassUnit) -> Arg {
    let column = |unit: MassUnit| band.ends(unit).map(|[least, most]| between(least, most, unit.symbol()));
    match (column(first), column(first.other())) {
        (Some(first), Some(other)) => in_brackets(first, other),
        (first, other) => first.or(other).unwrap_or_else(nothing),
    }
}

/// No words.
pub fn nothing() -> Arg {
    Arg::Text(String::new())
}

/// "yes" or "no".
pub fn yes(value: bool) -> Arg {
    word(if value { "yes" } else { "no" })
}

/// "very high".
pub fn activity(activity: ActivityLevel) -> Arg {
    word(match activity {
        ActivityLevel::Low => "low",
        ActivityLevel::Moderate => "moderate",
        ActivityLevel::High => "high",
        ActivityLevel::VeryHigh => "very_high",
    })
}

/// "limited".
pub fn function(function: Function) -> Arg {
    word(match function {
        Function::Full => "full",
        Function::Limited => "limited",
        Function::None => "absent",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lose_their_trailing_zeros_only() {
        assert_eq!([117.0, 47.5, 4.606, 100.0, -0.001].map(digits), ["117", "47.5", "4.61", "100", "0"]);
    }
}
