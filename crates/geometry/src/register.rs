//! Correspondence: where every vertex of a baseline scan has come to lie on a later scan of the same limb.
//!
//! The baseline is drawn onto the target in steps: each moves vertices along the target's normals only, and spreads
//! the motion over neighbours, widely first and then less. What has no counterpart (beyond the target's opening, over
//! a hole) follows its neighbours. At last every vertex goes to its nearest point; faces that turn over are evened out.

use crate::align::locator::Locator;
use crate::clean::neighbours::Neighbours;
use crate::mesh::{Mesh, Vec3, face_vector};
use rayon::prelude::*;

/// Where a baseline's vertices lie on the target.
#[derive(Clone, Debug, PartialEq)]
pub struct Registration {
    /// For every vertex of the baseline its place, mm: on the target where `matched`, beside it elsewhere.
    pub points: Vec<Vec3>,
    /// How far every vertex moved along the baseline's outward normal, mm; positive where the limb has become larger.
    pub normal_distances: Vec<f64>,
    /// Whether the place is on the target. Beyond its boundary, and where it is too rough to be followed without a fold,
    /// the place is a continuation of what lies around.
    pub matched: Vec<bool>,
    /// Faces that could not be kept from turning over.
    pub folded_faces: usize,
}

/// Why nothing could be registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegisterError {
    /// One of the scans has no face.
    #[error("a scan without surface cannot be registered")]
    NoSurface,
}

/// How often the motion is spread over neighbours in each step: widely first.
const SPREAD: [usize; 5] = [24, 16, 10, 6, 3];

/// Least cosine between normals that can correspond: 75°. Wider than for rigid alignment, because shape may change.
const ALIKE: f64 = 0.26;

/// Rounds of evening out faces that turned over.
const ROUNDS: usize = 24;

/// Lays `baseline` on `target`. Both cleaned (shared vertices, wound outward) and aligned.
///
/// # Errors
/// [`RegisterError::NoSurface`] if one has no face.
pub fn register(baseline: &Mesh, target: &Mesh) -> Result<Registration, RegisterError> {
    let locator = Locator::new(target).filter(|_| !baseline.faces.is_empty()).ok_or(RegisterError::NoSurface)?;
    let neighbours = Neighbours::of(baseline);
    let normals = baseline.normals();
    let mut offsets = vec![Vec3::ZERO; baseline.vertices.len()];
    for passes in SPREAD {
        let aims: Vec<(Vec3, f64)> = (0..offsets.len())
            .into_par_iter()
            .with_min_len(512)
            .map(|vertex| {
                let here = baseline.vertices[vertex] + offsets[vertex];
                let near = locator.nearest(here);
                if near.boundary || near.normal.dot(normals[vertex]) < ALIKE {
                    return (Vec3::ZERO, 0.0);
                }
                (offsets[vertex] + near.normal * (near.point - here).dot(near.normal), 1.0)
            })
            .collect();
        offsets = spread(&neighbours, aims, passes, &offsets);
    }
    let mut points: Vec<Vec3> =
        baseline.vertices.iter().zip(&offsets).map(|(vertex, offset)| *vertex + *offset).collect();
    let mut matched = vec![false; points.len()];
    let all: Vec<usize> = (0..points.len()).collect();
    settle(&locator, &normals, &all, &mut points, &mut matched);
    let folded_faces = unfold(baseline, &locator, &normals, &neighbours, &mut points, &mut matched);
    let normal_distances = points
        .iter()
        .zip(&baseline.vertices)
        .zip(&normals)
        .map(|((point, from), n)| (*point - *from).dot(*n))
        .collect();
    Ok(Registration { points, normal_distances, matched, folded_faces })
}

/// Means over neighbours, taken `passes` times, of the aims that there are; the old offset where none is in reach.
fn spread(neighbours: &Neighbours, aims: Vec<(Vec3, f64)>, passes: usize, old: &[Vec3]) -> Vec<Vec3> {
    let mut values = aims;
    for _ in 0..passes {
        values = (0..values.len())
            .into_par_iter()
            .with_min_len(1_024)
            .map(|vertex| {
                let around = neighbours.at(vertex);
                let (sum, weight) = around.iter().fold(values[vertex], |(sum, weight), other| {
                    let (value, more) = values[*other as usize];
                    (sum + value, weight + more)
                });
                let share = 1.0 / (around.len() + 1) as f64;
                (sum * share, weight * share)
            })
            .collect();
    }
    let value = |(&(sum, weight), old): (&(Vec3, f64), &Vec3)| if weight > 1e-9 { sum / weight } else { *old };
    values.iter().zip(old).map(value).collect()
}

/// Moves vertices to their nearest points where the target has any.
fn settle(locator: &Locator, normals: &[Vec3], which: &[usize], points: &mut [Vec3], matched: &mut [bool]) {
    let places: Vec<(Vec3, bool)> = which
        .par_iter()
        .with_min_len(512)
        .map(|vertex| {
            let near = locator.nearest(points[*vertex]);
            let found = !near.boundary && near.normal.dot(normals[*vertex]) > ALIKE;
            (if found { near.point } else { points[*vertex] }, found)
        })
        .collect();
    for (vertex, (point, found)) in which.iter().zip(places) {
        points[*vertex] = point;
        matched[*vertex] = found;
    }
}

/// Evens out the surroundings of faces that look against the baseline's normal; the number of those that stay so.
fn unfold(
    baseline: &Mesh,
    locator: &Locator,
    normals: &[Vec3],
    neighbours: &Neighbours,
    points: &mut [Vec3],
    matched: &mut [bool],
) -> usize {
    let folded = |points: &[Vec3]| -> Vec<[u32; 3]> {
        let turned = |face: &&[u32; 3]| {
            let outward: Vec3 = face.iter().map(|vertex| normals[*vertex as usize]).sum();
            // A face that was turned or without area to begin with is not ours to mend.
            let was = face_vector(face.map(|vertex| baseline.vertices[vertex as usize])).dot(outward);
            was > 0.0 && face_vector(face.map(|vertex| points[vertex as usize])).dot(outward) <= 0.0
        };
        baseline.faces.iter().filter(turned).copied().collect()
    };
    let mut bad = folded(points);
    for round in 0..ROUNDS {
        if bad.is_empty() {
            break;
        }
        let corners = bad.iter().flatten().map(|vertex| *vertex as usize);
        let around = |vertex: usize| neighbours.at(vertex).iter().map(|other| *other as usize);
        let mut which: Vec<usize> = corners.flat_map(|vertex| around(vertex).chain([vertex])).collect();
        which.sort_unstable();
        which.dedup();
        let even = |vertex: &usize| {
            let count = neighbours.at(*vertex).len().max(1) as f64;
            around(*vertex).map(|other| points[other]).sum::<Vec3>() / count
        };
        let places: Vec<Vec3> = which.iter().map(even).collect();
        which.iter().zip(places).for_each(|(vertex, place)| points[*vertex] = place);
        if round < ROUNDS / 2 {
            settle(locator, normals, &which, points, matched);
        } else {
            // The target itself is folded or rough there: a whole surface beside it is worth more than one on it.
            which.iter().for_each(|vertex| matched[*vertex] = false);
        }
        bad = folded(points);
    }
    bad.len()
}
