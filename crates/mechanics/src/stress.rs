//! Stresses at nodes, and what is read of one.

use crate::{Solid, Vec3, element};
use rayon::prelude::*;

/// A stress, MPa: xx, yy, zz, xy, yz, zx.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stress(pub [f64; 6]);

impl Stress {
    /// Equivalent stress of von Mises, MPa.
    pub fn mises(&self) -> f64 {
        let [x, y, z, xy, yz, zx] = self.0;
        let normal = (x - y).powi(2) + (y - z).powi(2) + (z - x).powi(2);
        (normal / 2.0 + 3.0 * (xy * xy + yz * yz + zx * zx)).sqrt()
    }

    /// On a plane: the stress along its unit normal, tension positive, and the shear in it, MPa.
    pub fn on(&self, n: Vec3) -> (f64, f64) {
        let [x, y, z, xy, yz, zx] = self.0;
        let pull =
            Vec3::new(x * n.x + xy * n.y + zx * n.z, xy * n.x + y * n.y + yz * n.z, zx * n.x + yz * n.y + z * n.z);
        let along = pull.dot(n);
        (along, (pull - n * along).length())
    }

    /// In the plane of two unit vectors at right angles: stress along each, and the shear between them, MPa.
    pub fn in_plane(a: Vec3, b: Vec3, [along_a, along_b, shear]: [f64; 3]) -> Self {
        let part = |p: usize, q: usize| {
            let (a, b) = (a.to_array(), b.to_array());
            along_a * a[p] * a[q] + along_b * b[p] * b[q] + shear * (a[p] * b[q] + a[q] * b[p])
        };
        Self([part(0, 0), part(1, 1), part(2, 2), part(0, 1), part(1, 2), part(2, 0)])
    }

    /// `a` of this and `b` of another.
    pub fn mixed(&self, a: f64, other: &Self, b: f64) -> Self {
        Self(std::array::from_fn(|at| a * self.0[at] + b * other.0[at]))
    }
}

/// The stress at every node: the mean of its elements, each continued linearly from its integration points.
pub fn at_nodes(solid: &Solid, moved: &[f64]) -> Vec<Stress> {
    let parts: Vec<_> = (0..solid.hexes.len())
        .into_par_iter()
        .map(|at| element::corner_stresses(&solid.corners(at), solid.law(at), &solid.of(at, moved)))
        .collect();
    let mut sums = vec![([0.0; 6], 0.0); solid.nodes.len()];
    for (hex, part) in solid.hexes.iter().zip(parts) {
        for (node, stress) in hex.iter().zip(part) {
            let (sum, count) = &mut sums[*node as usize];
            sum.iter_mut().zip(stress).for_each(|(sum, stress)| *sum += stress);
            *count += 1.0;
        }
    }
    sums.into_iter().map(|(sum, count)| Stress(sum.map(|sum| sum / count))).collect()
}
