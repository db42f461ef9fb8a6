//! Mass, in kilograms inside, pounds at the edge.

/// Kilograms in one avoirdupois pound, exact by definition.
const KG_PER_LB: f64 = 0.453_592_37;

/// A mass.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Mass(f64);

impl Mass {
    /// From kilograms.
    pub const fn from_kg(kg: f64) -> Self {
        Self(kg)
    }
    /// From pounds.
    pub const fn from_lb(lb: f64) -> Self {
        Self(lb * KG_PER_LB)
    }
    /// In kilograms.
    pub const fn kg(self) -> f64 {
        self.0
    }
    /// In pounds.
    pub const fn lb(self) -> f64 {
        self.0 / KG_PER_LB
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_p3_user_is_125_kg_or_275_lb() {
        assert!((Mass::from_lb(275.0).kg() - 124.74).abs() < 0.01);
        assert!((Mass::from_kg(Mass::from_lb(330.0).kg()).lb() - 330.0).abs() < 1e-9);
    }
}
