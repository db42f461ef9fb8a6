//! The hexahedron of eight nodes with one volume ratio of its own (mean dilatation, Q1P0; sources `nagtegaal1974`, `simo1985`).
//!
//! Equations: `E = Σ w ψ(Ī₁) + V U(θ)` with `θ = Σ w J / V`, the element's mean ratio of volumes. Everything else is its
//! derivative. Chosen over F-bar, which as well does not lock near incompressibility: F-bar has no energy, so that its tangent
//! is not symmetric and needs twice the memory and work. Eight integration points.

use super::error::LargeError;
use super::law::Hyperelastic;
use crate::{Vec3, element};

/// Gradients of the shape functions and weights at the integration points, at rest.
#[derive(Clone, Debug)]
pub struct Points {
    gradients: [[[f64; 3]; 8]; 8],
    /// Volume of each point, mm³.
    weights: [f64; 8],
}

/// Where the nodes moved, mm.
pub type Moved = [[f64; 3]; 8];

/// Stiffness between two nodes, N/mm.
pub type Three = [[f64; 3]; 3];

/// The pairs of nodes `(a, b)`, `b ≤ a`, of which the tangent is kept.
pub const PAIRS: [(usize, usize); 36] = pairs();

const fn pairs() -> [(usize, usize); 36] {
    let mut out = [(0, 0); 36];
    let (mut a, mut at) = (0, 0);
    while a < 8 {
        let mut b = 0;
        while b <= a {
            out[at] = (a, b);
            at += 1;
            b += 1;
        }
        a += 1;
    }
    out
}

/// One integration point of a moved element.
struct Here {
    /// Gradients of the shape functions where the node is now, 1/mm.
    g: [[f64; 3]; 8],
    /// Ratio of volumes.
    j: f64,
    /// `b̄` without its mean, and `Ī₁`.
    deviator: Three,
    first: f64,
}

fn dot(a: &[f64; 3], b: &[f64; 3]) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

fn times(m: &Three, v: &[f64; 3]) -> [f64; 3] {
    [dot(&m[0], v), dot(&m[1], v), dot(&m[2], v)]
}

fn cross(a: &[f64; 3], b: &[f64; 3]) -> [f64; 3] {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

impl Points {
    /// Of an element at rest.
    pub fn new(nodes: &[Vec3; 8]) -> Self {
        let (mut gradients, mut weights) = ([[[0.0; 3]; 8]; 8], [0.0; 8]);
        for point in 0..8 {
            let (here, weight) = element::gradients(nodes, point);
            gradients[point] = here.map(|gradient| gradient.to_array());
            weights[point] = weight;
        }
        Self { gradients, weights }
    }

    /// Volume at rest, mm³.
    pub fn volume(&self) -> f64 {
        self.weights.iter().sum()
    }

    fn here(&self, point: usize, moved: &Moved) -> Here {
        let at_rest = &self.gradients[point];
        let mut f = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
        for (u, gradient) in moved.iter().zip(at_rest) {
            for (row, u) in f.iter_mut().zip(u) {
                row.iter_mut().zip(gradient).for_each(|(to, gradient)| *to += u * gradient);
            }
        }
        // Rows of the cofactor: J F^-T.
        let cofactor = [cross(&f[1], &f[2]), cross(&f[2], &f[0]), cross(&f[0], &f[1])];
        let j = dot(&f[0], &cofactor[0]);
        let inverse = cofactor.map(|row| row.map(|part| part / j));
        let g = at_rest.map(|gradient| times(&inverse, &gradient));
        let root = j.abs().cbrt();
        let scale = 1.0 / (root * root);
        let mut deviator = [[0.0; 3]; 3];
        for a in 0..3 {
            for b in 0..=a {
                deviator[a][b] = scale * dot(&f[a], &f[b]);
                deviator[b][a] = deviator[a][b];
            }
        }
        let first = deviator[0][0] + deviator[1][1] + deviator[2][2];
        (0..3).for_each(|a| deviator[a][a] -= first / 3.0);
        Here { g, j, deviator, first }
    }

    fn all(&self, moved: &Moved, element: usize) -> Result<[Here; 8], LargeError> {
        let points: [Here; 8] = std::array::from_fn(|point| self.here(point, moved));
        let ratio = points.iter().map(|here| here.j).fold(f64::INFINITY, |a, b| if b.is_nan() { b } else { a.min(b) });
        // A number that is none is no volume either.
        if ratio > 0.0 { Ok(points) } else { Err(LargeError::Inverted { element, ratio }) }
    }

    fn theta(&self, points: &[Here; 8]) -> f64 {
        self.weights.iter().zip(points).map(|(w, here)| w * here.j).sum::<f64>() / self.volume()
    }

    /// Energy, N mm, and forces that hold the nodes where they are, N.
    ///
    /// # Errors
    /// An element turned inside out.
    pub fn forces(&self, law: &Hyperelastic, moved: &Moved, element: usize) -> Result<(f64, Moved), LargeError> {
        let points = self.all(moved, element)?;
        let [energy, pressure, _] = law.volume(self.theta(&points));
        let (mut sum, mut forces) = (energy * self.volume(), [[0.0; 3]; 8]);
        for (w, here) in self.weights.iter().zip(&points) {
            let [energy, slope, _] = law.shape().derivatives(here.first - 3.0);
            sum += w * energy;
            let mut stress = here.deviator.map(|row| row.map(|part| 2.0 * slope * w * part));
            (0..3).for_each(|a| stress[a][a] += pressure * w * here.j);
            for (force, g) in forces.iter_mut().zip(&here.g) {
                let part = times(&stress, g);
                force.iter_mut().zip(part).for_each(|(to, part)| *to += part);
            }
        }
        Ok((sum, forces))
    }

    /// The tangent: blocks of [`PAIRS`].
    ///
    /// # Errors
    /// An element turned inside out.
    pub fn tangent(&self, law: &Hyperelastic, moved: &Moved, element: usize) -> Result<[Three; 36], LargeError> {
        let points = self.all(moved, element)?;
        let volume = self.volume();
        let [_, pressure, bulk] = law.volume(self.theta(&points));
        let mut mean = [[0.0; 3]; 8];
        let mut blocks = [[[0.0; 3]; 3]; 36];
        for (w, here) in self.weights.iter().zip(&points) {
            let [_, slope, curve] = law.shape().derivatives(here.first - 3.0);
            let (turn, push) = (4.0 / 3.0 * slope * here.first * w, pressure * here.j * w);
            // Deviator of b̄ on every gradient; the stress is 2 ψ' of it.
            let on = here.g.map(|g| times(&here.deviator, &g));
            for (block, (a, b)) in blocks.iter_mut().zip(PAIRS) {
                let (ga, gb, sa, sb) = (&here.g[a], &here.g[b], &on[a], &on[b]);
                let same = turn / 2.0 * dot(ga, gb) + 2.0 * slope * w * dot(ga, sb);
                let (straight, turned) = (push - turn / 3.0, turn / 2.0 - push);
                let (cross, stiffer) = (-4.0 / 3.0 * slope * w, 4.0 * curve * w);
                for i in 0..3 {
                    for k in 0..3 {
                        block[i][k] += straight * ga[i] * gb[k]
                            + turned * gb[i] * ga[k]
                            + cross * (sa[i] * gb[k] + ga[i] * sb[k])
                            + stiffer * sa[i] * sb[k];
                    }
                    block[i][i] += same;
                }
            }
            for (mean, g) in mean.iter_mut().zip(&here.g) {
                mean.iter_mut().zip(g).for_each(|(to, g)| *to += w * here.j * g);
            }
        }
        for (block, (a, b)) in blocks.iter_mut().zip(PAIRS) {
            for i in 0..3 {
                for k in 0..3 {
                    block[i][k] += bulk / volume * mean[a][i] * mean[b][k];
                }
            }
        }
        Ok(blocks)
    }

    /// Cauchy's stress at the corners, MPa (xx, yy, zz, xy, yz, zx), continued from the integration points; and the greatest
    /// first invariant. The mean stress is the element's own: one number.
    ///
    /// # Errors
    /// An element turned inside out.
    pub fn stress(
        &self,
        law: &Hyperelastic,
        moved: &Moved,
        element: usize,
    ) -> Result<([[f64; 6]; 8], f64), LargeError> {
        let points = self.all(moved, element)?;
        let [_, pressure, _] = law.volume(self.theta(&points));
        let at_points = points.each_ref().map(|here| {
            let scale = 2.0 * law.shape().derivatives(here.first - 3.0)[1] / here.j;
            let s = |a: usize, b: usize| scale * here.deviator[a][b];
            [s(0, 0) + pressure, s(1, 1) + pressure, s(2, 2) + pressure, s(0, 1), s(1, 2), s(2, 0)]
        });
        let most = points.iter().map(|here| here.first).fold(3.0, f64::max);
        Ok((element::continued(&at_points), most))
    }
}
