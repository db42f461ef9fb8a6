//! Laws: stress from strain. Six components in the order xx, yy, zz, xy, yz, zx; shear strains are engineering ones.

use crate::{MechanicsError, Vec3, dense};

/// Stress from strain, MPa.
pub type Matrix = [[f64; 6]; 6];

/// A linear elastic law.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Law {
    /// The same in every direction.
    Isotropic {
        /// Young's modulus, MPa.
        modulus: f64,
        /// Poisson's ratio.
        poisson: f64,
    },
    /// The same in every direction of a layer, another across the layers.
    Layered {
        /// Young's modulus in a layer, MPa.
        modulus: f64,
        /// Poisson's ratio in a layer.
        poisson: f64,
        /// Young's modulus across the layers, MPa.
        modulus_across: f64,
        /// How much a layer gets thinner for a strain in it.
        poisson_across: f64,
        /// Shear modulus between layers, MPa.
        shear_across: f64,
        /// Normal of the layers.
        normal: Vec3,
    },
}

impl Law {
    /// Stress from strain.
    ///
    /// # Errors
    /// Numbers of which no elastic body is made.
    pub fn matrix(&self) -> Result<Matrix, MechanicsError> {
        match *self {
            Self::Isotropic { modulus, poisson } => {
                let shear = modulus / (2.0 * (1.0 + poisson));
                stiffness(modulus, poisson, modulus, poisson, shear)
            }
            Self::Layered { modulus, poisson, modulus_across, poisson_across, shear_across, normal } => {
                let local = stiffness(modulus, poisson, modulus_across, poisson_across, shear_across)?;
                Ok(turned(&local, normal))
            }
        }
    }
}

/// Stress from strain with layers across z.
fn stiffness(e: f64, nu: f64, e_across: f64, nu_across: f64, g_across: f64) -> Result<Matrix, MechanicsError> {
    let positive = [("Young's modulus", e), ("Young's modulus across layers", e_across), ("shear modulus", g_across)];
    for (what, value) in positive {
        if !(value.is_finite() && value > 0.0) {
            return Err(MechanicsError::Law { what, value, expected: "give MPa above zero" });
        }
    }
    // Energy is positive for every strain only here.
    let across = (e / e_across) / (1.0 - nu) * 2.0 * nu_across * nu_across * (e_across / e) * (e_across / e);
    if !(nu > -1.0 && nu < 0.5 && across < 1.0) {
        let (what, expected) = ("Poisson's ratio", "give one above -1 and below 0.5 that leaves every energy positive");
        return Err(MechanicsError::Law { what, value: nu, expected });
    }
    let compliance = [
        [1.0 / e, -nu / e, -nu_across / e],
        [-nu / e, 1.0 / e, -nu_across / e],
        [-nu_across / e, -nu_across / e, 1.0 / e_across],
    ];
    let unit = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    let singular = MechanicsError::Law { what: "Poisson's ratio", value: nu, expected: "give one below 0.5" };
    let normal = dense::solve(compliance, unit).ok_or(singular)?;
    let mut matrix = [[0.0; 6]; 6];
    for row in 0..3 {
        matrix[row][..3].copy_from_slice(&normal[row]);
    }
    matrix[3][3] = e / (2.0 * (1.0 + nu));
    matrix[4][4] = g_across;
    matrix[5][5] = g_across;
    Ok(matrix)
}

/// Two unit vectors across `normal`, and it.
pub(crate) fn frame(normal: Vec3) -> [Vec3; 3] {
    let n = normal.normalize();
    let other = if n.x.abs() < 0.6 { Vec3::new(1.0, 0.0, 0.0) } else { Vec3::new(0.0, 1.0, 0.0) };
    let a = n.cross(other).normalize();
    [a, n.cross(a), n]
}

/// The matrix with its z along `normal`: `T' C T` with strains turned by T.
fn turned(local: &Matrix, normal: Vec3) -> Matrix {
    let axes = frame(normal).map(|axis| [axis.x, axis.y, axis.z]);
    const PAIRS: [[usize; 2]; 6] = [[0, 0], [1, 1], [2, 2], [0, 1], [1, 2], [2, 0]];
    let mut turn = [[0.0; 6]; 6];
    for (row, [i, j]) in PAIRS.into_iter().enumerate() {
        for (column, [k, l]) in PAIRS.into_iter().enumerate() {
            let both = axes[i][k] * axes[j][l] + axes[i][l] * axes[j][k];
            // Engineering shears are twice the tensor's.
            turn[row][column] = both * if row < 3 { 1.0 } else { 2.0 } / 2.0;
        }
    }
    let mut out = [[0.0; 6]; 6];
    for a in 0..6 {
        for b in 0..6 {
            out[a][b] = (0..6).map(|i| (0..6).map(|j| turn[i][a] * local[i][j] * turn[j][b]).sum::<f64>()).sum::<f64>();
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layered_law_with_equal_numbers_is_isotropic_whatever_its_normal() {
        let (modulus, poisson) = (1650.0, 0.4);
        let same = Law::Isotropic { modulus, poisson }.matrix().unwrap();
        let normal = Vec3::new(0.3, -0.8, 0.5);
        let shear_across = modulus / 2.8;
        let layered =
            Law::Layered { modulus, poisson, modulus_across: modulus, poisson_across: poisson, shear_across, normal };
        let layered = layered.matrix().unwrap();
        for (a, b) in same.iter().flatten().zip(layered.iter().flatten()) {
            assert!((a - b).abs() < 1e-9 * modulus, "{a} {b}");
        }
    }

    #[test]
    fn across_the_layers_is_along_the_normal() {
        let normal = Vec3::new(1.0, 0.0, 0.0);
        let law = Law::Layered {
            modulus: 4e4,
            poisson: 0.0,
            modulus_across: 8e3,
            poisson_across: 0.0,
            shear_across: 3e3,
            normal,
        };
        let matrix = law.matrix().unwrap();
        assert!((matrix[0][0] - 8e3).abs() < 1e-6 && (matrix[1][1] - 4e4).abs() < 1e-6);
        assert!((matrix[3][3] - 3e3).abs() < 1e-6 && (matrix[4][4] - 2e4).abs() < 1e-6);
    }

    #[test]
    fn numbers_of_no_material_are_refused() {
        assert!(Law::Isotropic { modulus: 1e3, poisson: 0.5 }.matrix().is_err());
        assert!(Law::Isotropic { modulus: -1.0, poisson: 0.3 }.matrix().is_err());
    }
}
