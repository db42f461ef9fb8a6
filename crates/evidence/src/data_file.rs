//! How generated data files write words and numbers.

use std::fmt::Debug;

/// A unit variant as its file writes it.
pub(crate) fn word(value: &impl Debug) -> String {
    let name = format!("{value:?}");
    let mut out = String::new();
    for (index, c) in name.char_indices() {
        if c.is_uppercase() && index > 0 {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

/// Four significant digits: more would change with every rounding of the machine.
pub(crate) fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let scale = 10f64.powi(3 - value.abs().log10().floor() as i32);
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sensitivity::Asked;

    #[test]
    fn words_are_snake_case_and_numbers_have_four_digits() {
        assert_eq!(word(&Asked::VolumePump), "volume_pump");
        assert_eq!([0.123_456, -12_345.0, 0.0, f64::NAN].map(rounded), [0.1235, -12_350.0, 0.0, 0.0]);
    }
}
