//! One scan laid on another of the same limb, from any starting pose, as a rigid motion.
//!
//! The shape gives its own starting frames (opening, long axis, distal end), the radius about the axis the turn; a few
//! candidates are improved on few points, the best on more. Cuts at different heights and tilts, holes and noise are
//! borne: what has no counterpart is dropped. A mirrored limb is never laid on its original: reflections are not
//! rigid, and the residual says so.

mod frame;
mod icp;
pub(crate) mod locator;

use crate::mesh::{Mesh, Vec3};
use frame::{Pose, Shape};
use icp::{Fit, Sample};
use locator::Locator;
use rayon::prelude::*;

/// A rotation, as a matrix.
pub type Rotation = parry3d_f64::math::Matrix;

/// How one scan lies on another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alignment {
    /// The rotation, applied first; its determinant is 1.
    pub rotation: Rotation,
    /// The translation, mm.
    pub translation: Vec3,
    /// Root of the mean square distance between the surfaces over their common region, mm. Two scans of one limb differ
    /// by noise and change of shape; more is another limb, the other side's, or a failure.
    pub rms_mm: f64,
    /// Share of the moved scan's vertices over the common region.
    pub overlap_share: f64,
    /// Improvements of the final pose.
    pub iterations: u32,
    /// From 0 to 1: by how much the next best pose is worse, seen through a scanner's noise of 0.1 mm. Near 0 for a
    /// shape that fits as well another way, such as a cylinder turned about its axis.
    pub confidence: f64,
}

impl Alignment {
    /// Where a point of the moved scan comes to lie.
    pub fn place(&self, point: Vec3) -> Vec3 {
        self.rotation * point + self.translation
    }
}

/// Why two scans could not be laid on each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AlignError {
    /// One of them has no area.
    #[error("a scan without surface cannot be aligned")]
    NoSurface,
    /// No pose brings enough of one over the other.
    #[error("no pose was found in which the scans share a fifth of their surface")]
    NoOverlap,
}

/// Points for choosing among starts, and for the final pose.
const COARSE: usize = 160;
const FINE: usize = 900;

/// Improvements of a start, and at most of the final pose.
const COARSE_ITERATIONS: u32 = 8;
const FINE_ITERATIONS: u32 = 40;

/// Turns tried for each candidate axis.
const TURNS: usize = 3;

/// Residual as a share of the shape's size above which every other start is tried too.
const POOR: f64 = 0.01;

/// What a scanner does not resolve, mm: poses closer in residual than this are alike.
const NOISE: f64 = 0.1;

/// Cosine of the turn beyond which two poses are different answers: 20°.
const SAME: f64 = 0.94;

/// The motion that lays `moving` on `fixed`. Both cleaned: shared vertices, wound outward.
///
/// # Errors
/// [`AlignError`] if a scan has no surface, or no pose lets them overlap.
pub fn align(moving: &Mesh, fixed: &Mesh) -> Result<Alignment, AlignError> {
    let target = Locator::new(fixed).ok_or(AlignError::NoSurface)?;
    let (moving_shape, fixed_shape) = (Shape::of(moving), Shape::of(fixed));
    let real = |size: f64| size.is_finite() && size > 0.0;
    if !real(moving_shape.size) || !real(fixed_shape.size) {
        return Err(AlignError::NoSurface);
    }
    let samples = sampled(moving);
    let coarse = &samples[..samples.len().min(COARSE)];
    let improve = |starts: Vec<Pose>| -> Vec<Fit> {
        starts.into_par_iter().map(|start| icp::refine(&target, coarse, start, COARSE_ITERATIONS)).collect()
    };
    let mut fits = improve(frame::starts(&fixed_shape, &moving_shape, TURNS));
    let best = |fits: &[Fit]| fits.iter().min_by(|a, b| a.score().total_cmp(&b.score())).copied();
    if best(&fits).is_none_or(|fit| fit.score() > POOR * fixed_shape.size) {
        fits.extend(improve(frame::all_starts(&fixed_shape, &moving_shape)));
    }
    let chosen = best(&fits).filter(|fit| fit.score().is_finite()).ok_or(AlignError::NoOverlap)?;
    let fit = icp::refine(&target, &samples, chosen.pose, FINE_ITERATIONS);
    let different = fits.iter().filter(|other| cosine(&other.pose, &fit.pose) < SAME);
    let second = different.map(Fit::score).fold(f64::INFINITY, f64::min);
    let confidence = 1.0 - (NOISE + fit.score()) / (NOISE + second.max(fit.score()));
    Ok(Alignment {
        rotation: fit.pose.rotation,
        translation: fit.pose.translation,
        rms_mm: fit.rms,
        overlap_share: fit.overlap,
        iterations: fit.iterations,
        confidence: if second.is_finite() { confidence } else { 1.0 },
    })
}

/// Vertices of a mesh spread over it, with normals. By the golden ratio: at regular steps a mesh of rings would give
/// the same few columns again and again.
fn sampled(mesh: &Mesh) -> Vec<Sample> {
    let normals = mesh.normals();
    let count = mesh.vertices.len();
    let golden = (5f64.sqrt() - 1.0) / 2.0;
    let index = |step: usize| ((step as f64 * golden).fract() * count as f64) as usize;
    let wanted = FINE.min(count);
    let sample = |index: usize| Sample { point: mesh.vertices[index], normal: normals[index] };
    (0..wanted).map(|step| sample(index(step).min(count - 1))).filter(|sample| sample.normal != Vec3::ZERO).collect()
}

/// Cosine of the angle between two rotations.
fn cosine(a: &Pose, b: &Pose) -> f64 {
    let between = a.rotation.transpose() * b.rotation;
    (between.x_axis.x + between.y_axis.y + between.z_axis.z - 1.0) / 2.0
}
