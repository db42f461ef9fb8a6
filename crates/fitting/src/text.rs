//! Values as a person reads them.

use domain::case::{ActivityLevel, Function};
use domain::{BodyMass, BodyMassRange, MassUnit};

/// A number with at most two decimals and no trailing zeros.
pub fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    // -0.001 must not read "-0".
    if text == "-0" { "0".into() } else { text.into() }
}

/// "47.5 kg".
pub fn with(value: f64, unit: &str) -> String {
    format!("{} {unit}", number(value))
}

/// "4 cm", of millimetres.
pub fn cm(mm: f64) -> String {
    const MM_PER_CM: f64 = 10.0;
    with(mm / MM_PER_CM, "cm")
}

/// "192 lb".
pub fn body_mass(mass: BodyMass) -> String {
    with(mass.number, mass.unit.symbol())
}

/// "192 lb", and where it is read in the other unit "84 kg (185.19 lb)".
pub fn body_mass_in(mass: BodyMass, unit: MassUnit) -> String {
    let read = BodyMass { number: mass.number_in(unit), unit };
    if unit == mass.unit { body_mass(mass) } else { format!("{} ({})", body_mass(mass), body_mass(read)) }
}

/// "106 to 122 lb", or where both columns are printed "48 to 55 kg (104 to 121 lb)", the unit asked for first.
pub fn band(band: &BodyMassRange, first: MassUnit) -> String {
    let column = |unit: MassUnit| {
        let [least, most] = band.ends(unit)?.map(number);
        Some(format!("{least} to {most} {}", unit.symbol()))
    };
    match (column(first), column(first.other())) {
        (Some(first), Some(other)) => format!("{first} ({other})"),
        (first, other) => first.or(other).unwrap_or_default(),
    }
}

/// The text with its first letter large.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "yes" or "no".
pub fn yes(value: bool) -> String {
    (if value { "yes" } else { "no" }).into()
}

/// "very high".
pub const fn activity(activity: ActivityLevel) -> &'static str {
    match activity {
        ActivityLevel::Low => "low",
        ActivityLevel::Moderate => "moderate",
        ActivityLevel::High => "high",
        ActivityLevel::VeryHigh => "very high",
    }
}

/// "limited".
pub const fn function(function: Function) -> &'static str {
    match function {
        Function::Full => "full",
        Function::Limited => "limited",
        Function::None => "absent",
    }
}

/// `text` with every {name} replaced.
pub fn fill(text: &str, values: &[(&str, String)]) -> String {
    values.iter().fold(text.to_string(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lose_their_trailing_zeros_only() {
        assert_eq!([117.0, 47.5, 4.606, 100.0, -0.001].map(number), ["117", "47.5", "4.61", "100", "0"]);
    }
}
