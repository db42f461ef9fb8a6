//! Noise of a scan: how much there is, and less of it.

use super::neighbours::Neighbours;
use crate::mesh::{Mesh, Vec3};

/// How a scan is smoothed (Taubin 1995, "A signal processing approach to fair surface design", SIGGRAPH): every pass
/// shrinks by the first factor and swells by the second, so that noise goes and volume stays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Smoothing {
    /// Number of passes.
    pub passes: u32,
    /// Share of the way to the neighbours' mean, 0 to 1.
    pub shrink: f64,
    /// Share of the way back; slightly more than `shrink`.
    pub swell: f64,
}

impl Default for Smoothing {
    /// Ten passes with a pass band of 0.1 (1/shrink − 1/swell, as in Taubin's examples): what is wider than some ten
    /// vertices stays.
    fn default() -> Self {
        Self { passes: 10, shrink: 0.5, swell: 0.53 }
    }
}

/// From every vertex to the mean of its neighbours; zero where it is to stay.
fn pull(neighbours: &Neighbours, values: &[Vec3]) -> Vec<Vec3> {
    let pull = |vertex: usize| {
        let around = neighbours.at(vertex);
        if around.is_empty() {
            return Vec3::ZERO;
        }
        around.iter().map(|other| values[*other as usize]).sum::<Vec3>() / around.len() as f64 - values[vertex]
    };
    (0..values.len()).map(pull).collect()
}

/// Smooths, the boundary fixed; and gives how far vertices moved (root of mean square, mm).
pub(super) fn smooth(mesh: &Mesh, smoothing: Smoothing) -> (Mesh, f64) {
    let neighbours = Neighbours::of_inner(mesh);
    let mut vertices = mesh.vertices.clone();
    for _ in 0..smoothing.passes {
        for share in [smoothing.shrink, -smoothing.swell] {
            let pull = pull(&neighbours, &vertices);
            vertices.iter_mut().zip(pull).for_each(|(vertex, pull)| *vertex += pull * share);
        }
    }
    let moved: f64 = vertices.iter().zip(&mesh.vertices).map(|(new, old)| (*new - *old).length_squared()).sum();
    let rms = (moved / mesh.vertices.len().max(1) as f64).sqrt();
    (Mesh { vertices, faces: mesh.faces.clone() }, rms)
}

/// Standard deviation of a scan's noise along the normal, mm: what of every vertex's offset from its neighbours is
/// not shared by them (so that curvature does not count), by the median so that real edges do not count. Zero for a
/// mesh with no vertex two rings from a boundary.
pub fn noise(mesh: &Mesh) -> f64 {
    let neighbours = Neighbours::of_inner(mesh);
    let normals = mesh.normals();
    let first = pull(&neighbours, &mesh.vertices);
    let second = pull(&neighbours, &first);
    let inner = |vertex: &usize| {
        let around = neighbours.at(*vertex);
        !around.is_empty() && around.iter().all(|other| !neighbours.at(*other as usize).is_empty())
    };
    let mut offsets: Vec<f64> =
        (0..mesh.vertices.len()).filter(inner).map(|vertex| second[vertex].dot(normals[vertex]).abs()).collect();
    if offsets.is_empty() {
        return 0.0;
    }
    let middle = offsets.len() / 2;
    let median = *offsets.select_nth_unstable_by(middle, f64::total_cmp).1;
    median * NORMAL_MEDIAN / GAIN
}

/// Standard deviation of a normal distribution over the median of its absolute value.
const NORMAL_MEDIAN: f64 = 1.482_6;

/// What the double difference makes of independent noise where six neighbours are the rule: the root of the sum of
/// its squared weights, (7/6)² + 6 (5/18)² + 6 (1/36)² + 6 (1/18)².
const GAIN: f64 = 1.359_1;
