//! From a rough pose to the best: nearest points, outliers dropped, the motion that brings points onto planes.

use super::frame::Pose;
use super::locator::Locator;
use crate::mesh::Vec3;
use nalgebra::{Matrix6, Vector6};
use parry3d_f64::math::Matrix;
use rayon::prelude::*;

/// A point of the moving surface with its normal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    pub point: Vec3,
    pub normal: Vec3,
}

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fit {
    pub pose: Pose,
    /// Root of the mean square distance of all samples over the common region, mm; outliers count.
    pub rms: f64,
    /// Share of the samples that lie over the common region.
    pub overlap: f64,
    pub iterations: u32,
}

impl Fit {
    /// How bad it is: distance, and worse where little of the shape is explained.
    pub(crate) fn score(&self) -> f64 {
        if self.overlap < 0.2 { f64::INFINITY } else { self.rms / self.overlap }
    }
}

/// A sample and where it belongs.
#[derive(Clone, Copy)]
struct Pair {
    from: Vec3,
    onto: Vec3,
    normal: Vec3,
    distance: f64,
}

/// Least cosine between normals of two points that can correspond: 60°.
const ALIKE: f64 = 0.5;

/// Distance beyond which a correspondence is dropped, in robust standard deviations.
const TRIM: f64 = 3.0 * 1.482_6;

/// Improves a pose until it moves by less than a millionth of the residual, or `iterations` times. Point to plane
/// (Chen & Medioni 1992, Image and Vision Computing 10(3)), with correspondences on the boundary, against the normal
/// or beyond three robust standard deviations dropped.
pub(crate) fn refine(target: &Locator, samples: &[Sample], start: Pose, iterations: u32) -> Fit {
    let mut pose = start;
    let mut done = 0;
    let mut pairs = matched(target, samples, &pose);
    let size = extent(samples);
    while done < iterations && pairs.len() >= 6 {
        let used = trimmed(&pairs, size);
        let Some(step) = best_step(&used, size) else { break };
        pose = Pose {
            rotation: step.rotation * pose.rotation,
            translation: step.rotation * pose.translation + step.translation,
        };
        done += 1;
        let moved = used.iter().map(|pair| (step.place(pair.from) - pair.from).length()).fold(0.0, f64::max);
        pairs = matched(target, samples, &pose);
        if moved <= (1e-6 * rms(&pairs)).max(1e-13 * size) {
            break;
        }
    }
    let overlap = pairs.len() as f64 / samples.len().max(1) as f64;
    Fit { pose, rms: rms(&pairs), overlap, iterations: done }
}

fn rms(pairs: &[Pair]) -> f64 {
    (pairs.iter().map(|pair| pair.distance * pair.distance).sum::<f64>() / pairs.len().max(1) as f64).sqrt()
}

fn extent(samples: &[Sample]) -> f64 {
    let Some(first) = samples.first() else { return 0.0 };
    samples.iter().map(|sample| (sample.point - first.point).length()).fold(0.0, f64::max)
}

/// Correspondences over the common region.
fn matched(target: &Locator, samples: &[Sample], pose: &Pose) -> Vec<Pair> {
    let pair = |sample: &Sample| {
        let from = pose.place(sample.point);
        let near = target.nearest(from);
        let alike = near.normal.dot(pose.rotation * sample.normal) > ALIKE;
        let pair = Pair { from, onto: near.point, normal: near.normal, distance: (near.point - from).length() };
        (alike && !near.boundary).then_some(pair)
    };
    // In the order of the samples, whatever the number of threads.
    samples.par_iter().with_min_len(256).map(pair).collect::<Vec<_>>().into_iter().flatten().collect()
}

fn trimmed(pairs: &[Pair], size: f64) -> Vec<Pair> {
    let mut distances: Vec<f64> = pairs.iter().map(|pair| pair.distance).collect();
    let middle = distances.len() / 2;
    let median = *distances.select_nth_unstable_by(middle, f64::total_cmp).1;
    let reach = TRIM * median + 1e-12 * size;
    pairs.iter().filter(|pair| pair.distance <= reach).copied().collect()
}

/// The motion that brings points nearest to their planes, linear in the angles; none where there is no number.
fn best_step(pairs: &[Pair], size: f64) -> Option<Pose> {
    let centre = pairs.iter().map(|pair| pair.from).sum::<Vec3>() / pairs.len().max(1) as f64;
    // Angles times the size, so that turning and moving have one unit.
    let scale = size.max(f64::MIN_POSITIVE);
    let (mut matrix, mut vector) = (Matrix6::zeros(), Vector6::zeros());
    for pair in pairs {
        let arm = (pair.from - centre).cross(pair.normal) / scale;
        let row = Vector6::new(arm.x, arm.y, arm.z, pair.normal.x, pair.normal.y, pair.normal.z);
        let off = (pair.onto - pair.from).dot(pair.normal);
        matrix.syger(1.0, &row, &row, 1.0);
        vector += row * off;
    }
    matrix.fill_upper_triangle_with_lower_triangle();
    // What the shape does not determine (a cylinder's turn about its axis) stays as it is.
    let damping = 1e-12 * matrix.trace();
    for index in 0..6 {
        matrix[(index, index)] += damping;
    }
    let step = matrix.cholesky()?.solve(&vector);
    let turn = Vec3::new(step[0], step[1], step[2]) / scale;
    let angle = turn.length();
    let rotation = if angle > 0.0 { Matrix::from_axis_angle(turn / angle, angle) } else { Matrix::IDENTITY };
    let shift = Vec3::new(step[3], step[4], step[5]);
    let translation = centre - rotation * centre + shift;
    (translation.is_finite() && rotation.is_finite()).then_some(Pose { rotation, translation })
}
