//! Noise of a scan: how much there is, and less of it.

use super::holes::closed;
use super::neighbours::Neighbours;
use crate::mesh::{Mesh, Vec3, face_vector};

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

/// What smoothing did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Smoothed {
    /// How far vertices moved, root of the mean square, mm.
    pub moved: f64,
    /// Volume before, mm³, of the surface closed.
    pub before: f64,
    /// Volume after, mm³.
    pub after: f64,
}

/// Times that the volume is brought back: each time what is missed shrinks a hundredfold.
const RESTORED: usize = 4;

/// Smooths, the boundary fixed. Taubin's passes let what is wide swell a little (0.8 % of the radius in ten), so the
/// volume is brought back after them, by the same distance along every normal.
pub(super) fn smooth(mesh: &Mesh, smoothing: Smoothing) -> (Mesh, Smoothed) {
    let neighbours = Neighbours::of_inner(mesh);
    let mut vertices = mesh.vertices.clone();
    for _ in 0..smoothing.passes {
        for share in [smoothing.shrink, -smoothing.swell] {
            let pull = pull(&neighbours, &vertices);
            vertices.iter_mut().zip(pull).for_each(|(vertex, pull)| *vertex += pull * share);
        }
    }
    let before = closed(mesh).volume();
    let mut smooth = Mesh { vertices, faces: mesh.faces.clone() };
    for _ in 0..RESTORED {
        let missing = before - closed(&smooth).volume();
        let normals = smooth.normals();
        let inner = |vertex: usize| !neighbours.at(vertex).is_empty();
        let free = smooth.faces.iter().zip(smooth.triangles()).map(|(face, corners)| {
            let share = face.iter().filter(|vertex| inner(**vertex as usize)).count() as f64 / 3.0;
            face_vector(corners).length() * share
        });
        let area: f64 = free.sum();
        let step = missing / area;
        // Of a surface with no inside there is no volume to keep; nor is a millimetre noise.
        if !step.is_finite() || step.abs() > 1.0 {
            break;
        }
        let moved = normals.into_iter().enumerate().filter(|(vertex, _)| inner(*vertex));
        moved.for_each(|(vertex, normal)| smooth.vertices[vertex] += normal * step);
    }
    let moved: f64 = smooth.vertices.iter().zip(&mesh.vertices).map(|(new, old)| (*new - *old).length_squared()).sum();
    let moved = (moved / mesh.vertices.len().max(1) as f64).sqrt();
    let after = closed(&smooth).volume();
    (smooth, Smoothed { moved, before, after })
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
