//! Length, in metres inside, millimetres and inches at the edge.

/// Metres in one inch, exact by definition.
const M_PER_IN: f64 = 0.025_4;

/// A length.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Length(f64);

impl Length {
    /// From metres.
    pub const fn from_m(m: f64) -> Self {
        Self(m)
    }
    /// From millimetres.
    pub const fn from_mm(mm: f64) -> Self {
        Self(mm / 1_000.0)
    }
    /// From inches.
    pub const fn from_in(inches: f64) -> Self {
        Self(inches * M_PER_IN)
    }
    /// In metres.
    pub const fn m(self) -> f64 {
        self.0
    }
    /// In millimetres.
    pub const fn mm(self) -> f64 {
        self.0 * 1_000.0
    }
    /// In inches.
    pub const fn inches(self) -> f64 {
        self.0 / M_PER_IN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_and_five_eighths_inches_is_the_printed_117_mm() {
        assert!((Length::from_in(4.625).mm() - 117.475).abs() < 1e-9);
        assert!((Length::from_mm(114.3).inches() - 4.5).abs() < 1e-9);
    }
}
