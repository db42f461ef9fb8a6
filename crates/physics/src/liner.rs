//! # Liner
//!
//! **Stands for** the elastic layer between skin and wall: what resists being drawn out (hoop) and dragged (shear).
//!
//! **Equations**
//! - hoop: k_L = E·t/R² (pressure per outward displacement of a cylinder); a liner that is stretched over the limb by a
//!   radius x squeezes it with k_L·x (`network`)
//! - shear: k_s = (E/3)·A·φ/t (force per axial displacement over the area φ·A that is clamped to the wall;
//!   G = E/3 for an incompressible material)
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `modulus` | E | Pa | lin2004 (0.4–0.8 MPa in use for liners), stated spread |
//! | `thickness` | t | m | catalogue or case; 6 mm is common |
//!
//! **Assumptions** thin, incompressible, linear. **Valid** displacements below a third of the thickness.
//! **Tests** doubling the thickness doubles hoop stiffness and halves shear stiffness.

/// A liner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Liner {
    /// Tensile modulus, Pa.
    pub modulus: f64,
    /// Thickness, m.
    pub thickness: f64,
}

impl Liner {
    /// Outward stiffness against being drawn to the wall on a limb of mean radius `radius` (m), Pa/m.
    pub fn hoop_stiffness(&self, radius: f64) -> f64 {
        // k_L = E·t/R²
        self.modulus * self.thickness / (radius * radius)
    }

    /// Axial stiffness when `clamped_area` (m²) is held by the wall, N/m.
    pub fn shear_stiffness(&self, clamped_area: f64) -> f64 {
        // k_s = (E/3)·A·φ/t
        self.modulus / 3.0 * clamped_area / self.thickness
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thickness_stiffens_the_hoop_and_softens_the_shear() {
        let thin = Liner { modulus: 0.5e6, thickness: 3e-3 };
        let thick = Liner { thickness: 6e-3, ..thin };
        assert!((thick.hoop_stiffness(0.05) / thin.hoop_stiffness(0.05) - 2.0).abs() < 1e-12);
        assert!((thick.shear_stiffness(0.04) / thin.shear_stiffness(0.04) - 0.5).abs() < 1e-12);
    }

    #[test]
    fn a_liner_alone_resists_little_about_one_kilopascal_per_millimetre() {
        let k = Liner { modulus: 0.3e6, thickness: 6e-3 }.hoop_stiffness(0.05);
        assert!((k * 1e-3 / 1e3 - 0.72).abs() < 0.01, "{} kPa/mm", k * 1e-6);
    }
}
