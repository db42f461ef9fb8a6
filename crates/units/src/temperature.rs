//! Temperature, in kelvins inside, Celsius and Fahrenheit at the edge.

/// Zero degrees Celsius in kelvins.
const ZERO_CELSIUS_K: f64 = 273.15;

/// A temperature on the absolute scale.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Temperature(f64);

impl Temperature {
    /// From degrees Celsius.
    pub const fn from_celsius(celsius: f64) -> Self {
        Self(celsius + ZERO_CELSIUS_K)
    }
    /// In kelvins.
    pub const fn kelvin(self) -> f64 {
        self.0
    }
    /// In degrees Celsius.
    pub const fn celsius(self) -> f64 {
        self.0 - ZERO_CELSIUS_K
    }
    /// In degrees Fahrenheit.
    pub const fn fahrenheit(self) -> f64 {
        self.celsius() * 9.0 / 5.0 + 32.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_e2_range_of_minus_10_to_60_celsius_is_14_to_140_fahrenheit() {
        assert!((Temperature::from_celsius(-10.0).fahrenheit() - 14.0).abs() < 1e-9);
        assert!((Temperature::from_celsius(60.0).fahrenheit() - 140.0).abs() < 1e-9);
    }
}
