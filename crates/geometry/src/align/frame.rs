//! Where a limb's shape itself says up, down and around: starting poses that no starting pose can disturb.

use crate::mesh::{Mesh, Vec3, face_vector};
use parry3d_f64::math::{Matrix, SymmetricEigen};
use std::f64::consts::TAU;

/// A rigid motion: rotation, then translation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pose {
    pub rotation: Matrix,
    pub translation: Vec3,
}

impl Pose {
    pub(crate) fn place(&self, point: Vec3) -> Vec3 {
        self.rotation * point + self.translation
    }
}

/// What is read of a mesh once: its faces' centres with area vectors.
pub(crate) struct Shape {
    /// Centre, area along the normal.
    faces: Vec<(Vec3, Vec3)>,
    /// Candidate directions from the distal end to the opening.
    pub axes: Vec<Vec3>,
    /// Directions that are tried where the candidates fail.
    pub spare_axes: Vec<Vec3>,
    /// Root of the area, mm.
    pub size: f64,
}

impl Shape {
    pub(crate) fn of(mesh: &Mesh) -> Self {
        let faces: Vec<(Vec3, Vec3)> = mesh
            .triangles()
            .map(|corners| ((corners[0] + corners[1] + corners[2]) / 3.0, face_vector(corners)))
            .collect();
        let area: f64 = faces.iter().map(|(_, vector)| vector.length()).sum();
        let opening: Vec3 = -faces.iter().map(|(_, vector)| *vector).sum::<Vec3>();
        let mut spread = Matrix::ZERO;
        for (_, vector) in &faces {
            let length = vector.length();
            if length > 0.0 {
                let column = |part: f64| *vector * (part / length);
                spread += Matrix::from_cols(column(vector.x), column(vector.y), column(vector.z));
            }
        }
        let eigen = SymmetricEigen::new(spread).eigenvectors;
        // Walls look across the long axis: along it there is least area.
        let least = [eigen.x_axis, eigen.y_axis, eigen.z_axis]
            .into_iter()
            .min_by(|a, b| a.dot(spread * *a).total_cmp(&b.dot(spread * *b)))
            .unwrap_or(Vec3::Z);
        // An opening less than a hundredth of the surface says nothing about which way is up.
        let (axes, mut spare_axes) = if opening.length() > 0.01 * area {
            let opening = opening.normalize();
            let long = if least.dot(opening) < 0.0 { -least } else { least };
            (vec![long, opening], vec![-long, -opening])
        } else {
            (vec![least, -least], vec![])
        };
        for vector in [eigen.x_axis, eigen.y_axis, eigen.z_axis] {
            spare_axes.extend([vector, -vector]);
        }
        axes.iter().chain(&spare_axes).for_each(|axis| debug_assert!(axis.is_finite()));
        Self { faces, axes, spare_axes, size: area.sqrt() }
    }

    /// Lowest and highest centre of a face along an axis.
    fn reach(&self, axis: Vec3) -> (f64, f64) {
        let heights = self.faces.iter().map(|(centre, _)| centre.dot(axis));
        heights.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), height| (low.min(height), high.max(height)))
    }

    /// Radius about the axis by height and angle, over `length` from the distal end.
    fn map(&self, axis: Vec3, low: f64, length: f64) -> RadiusMap {
        let (x, y) = axis.any_orthonormal_pair();
        let height = |centre: Vec3| (centre.dot(axis) - low) / length;
        let part = || self.faces.iter().filter(|(centre, _)| height(*centre) < 1.0);
        let area: f64 = part().map(|(_, vector)| vector.length()).sum();
        let middle =
            part().map(|(centre, vector)| *centre * vector.length()).sum::<Vec3>() / area.max(f64::MIN_POSITIVE);
        let origin = middle + axis * (low - middle.dot(axis));
        let mut cells = vec![(0.0, 0.0); BANDS * SECTORS];
        // A few faces a cell say where the surface is; an odd step takes both triangles of a quad in turn.
        for (centre, vector) in part().step_by(self.faces.len() / (8 * BANDS * SECTORS) * 2 + 1) {
            let (u, v) = ((*centre - origin).dot(x), (*centre - origin).dot(y));
            let band = ((height(*centre) * BANDS as f64) as usize).min(BANDS - 1);
            let sector = ((v.atan2(u) / TAU).rem_euclid(1.0) * SECTORS as f64) as usize % SECTORS;
            let cell: &mut (f64, f64) = &mut cells[band * SECTORS + sector];
            cell.0 += u.hypot(v) * vector.length();
            cell.1 += vector.length();
        }
        let radii = cells.into_iter().map(|(sum, area)| (area > 0.0).then(|| sum / area)).collect();
        RadiusMap { radii, frame: Matrix::from_cols(x, y, axis), origin }
    }
}

const BANDS: usize = 16;
const SECTORS: usize = 48;

/// Radius about an axis, and the frame it was read in.
struct RadiusMap {
    /// By band, then sector; none where there is no surface.
    radii: Vec<Option<f64>>,
    frame: Matrix,
    origin: Vec3,
}

impl RadiusMap {
    /// Mean square of the differences when the other is turned by a number of sectors; infinite without overlap.
    fn mismatch(&self, other: &Self, turn: usize) -> f64 {
        let (mut sum, mut count) = (0.0, 0.0);
        for band in 0..BANDS {
            for sector in 0..SECTORS {
                let here = self.radii[band * SECTORS + (sector + turn) % SECTORS];
                if let (Some(a), Some(b)) = (here, other.radii[band * SECTORS + sector]) {
                    sum += (a - b) * (a - b);
                    count += 1.0;
                }
            }
        }
        if count > 0.0 { sum / count } else { f64::INFINITY }
    }

    /// The motion that lays the other's frame on this one after a turn.
    fn onto(&self, other: &Self, turn: usize) -> Pose {
        let roll = Matrix::from_rotation_z(TAU * turn as f64 / SECTORS as f64);
        let rotation = self.frame * roll * other.frame.transpose();
        Pose { rotation, translation: self.origin - rotation * other.origin }
    }
}

/// Poses of `moving` that lay it roughly on `fixed`, the best matching first: distal ends together, axis on axis, for
/// each pair of candidate axes the turns about it at which radii differ least, well apart from each other.
pub(crate) fn starts(fixed: &Shape, moving: &Shape, count: usize) -> Vec<Pose> {
    let pairs = fixed.axes.iter().copied().zip(moving.axes.iter().copied());
    let mut found: Vec<(f64, Pose)> = vec![];
    for (fixed_axis, moving_axis) in pairs {
        let ((low_a, high_a), (low_b, high_b)) = (fixed.reach(fixed_axis), moving.reach(moving_axis));
        let length = 0.9 * (high_a - low_a).min(high_b - low_b);
        if length.is_nan() || length <= 0.0 {
            continue;
        }
        let (a, b) = (fixed.map(fixed_axis, low_a, length), moving.map(moving_axis, low_b, length));
        let mut turns: Vec<(f64, usize)> = (0..SECTORS).map(|turn| (a.mismatch(&b, turn), turn)).collect();
        turns.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut kept: Vec<usize> = vec![];
        for (mismatch, turn) in turns {
            let apart = |other: &usize| {
                let steps = turn.abs_diff(*other);
                steps.min(SECTORS - steps) >= SECTORS / 8
            };
            if kept.len() < count && kept.iter().all(apart) {
                kept.push(turn);
                found.push((mismatch, a.onto(&b, turn)));
            }
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, pose)| pose).collect()
}

/// Many more poses, for shapes whose own axes mislead: every candidate and spare axis of the fixed shape, eight turns.
pub(crate) fn all_starts(fixed: &Shape, moving: &Shape) -> Vec<Pose> {
    let Some(moving_axis) = moving.axes.first().copied() else { return vec![] };
    let mut poses = vec![];
    for fixed_axis in fixed.axes.iter().chain(&fixed.spare_axes) {
        let ((low_a, high_a), (low_b, high_b)) = (fixed.reach(*fixed_axis), moving.reach(moving_axis));
        let length = 0.9 * (high_a - low_a).min(high_b - low_b);
        if length > 0.0 {
            let (a, b) = (fixed.map(*fixed_axis, low_a, length), moving.map(moving_axis, low_b, length));
            poses.extend((0..SECTORS).step_by(SECTORS / 8).map(|turn| a.onto(&b, turn)));
        }
    }
    poses
}
