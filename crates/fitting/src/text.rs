//! Values as a person reads them.

use domain::case::{ActivityLevel, Function};

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
