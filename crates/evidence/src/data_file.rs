//! How generated data files write numbers.

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

    #[test]
    fn numbers_have_four_digits() {
        assert_eq!([0.123_456, -12_345.0, 0.0, f64::NAN].map(rounded), [0.1235, -12_350.0, 0.0, 0.0]);
    }
}
