//! What has changed between two scans of one limb, or what a socket's shape lacks of the shape that was asked for.
//!
//! Only over the common region: from the distal end to the lower of the two openings. Both scans oriented (+z proximal,
//! +x anterior, +y the patient's left) and aligned.

mod regions;

pub use regions::{RegionChange, Sector};

use crate::clean;
use crate::mesh::{Mesh, Vec3, face_vector};
use crate::query::Surface;
use crate::slices::sections;
use domain::limb::Side;
use rayon::prelude::*;
use serde::Deserialize;

/// What is compared and how finely.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The limb's side: it says which quarter is medial.
    pub side: Side,
    /// Height of a band of regions, mm.
    pub band: f64,
    /// Largest distance between the slices that volumes are summed of, mm.
    pub step: f64,
    /// Heights at which circumferences are compared, mm.
    pub girths: Vec<f64>,
}

impl Settings {
    /// Bands of 20 mm, slices of 0.5 mm, circumferences every 20 mm below the reference level.
    pub fn of(side: Side) -> Self {
        Self { side, band: 20.0, step: 0.5, girths: (0..10).map(|index| -20.0 * f64::from(index)).collect() }
    }
}

/// A comparison of two scans.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The common region, from and to which height, mm.
    pub heights: (f64, f64),
    /// Volume of the first scan over the common region, mL.
    pub before_ml: f64,
    /// Volume of the second scan over the common region, mL.
    pub after_ml: f64,
    /// Volume by region: bands from the top down, four quarters each. Their sums are the volumes above.
    pub regions: Vec<RegionChange>,
    /// Circumferences at the heights asked for that lie within the common region.
    pub girths: Vec<GirthChange>,
    /// For every vertex of the first scan how far the second lies outside (positive) or inside it, mm, the shortest
    /// way; none outside the common region and where the second has a hole.
    pub distances: Vec<Option<f64>>,
    /// What these distances amount to.
    pub error: ShapeError,
}

impl Comparison {
    /// Change of volume, mL; positive for a limb that has become larger.
    pub fn change_ml(&self) -> f64 {
        self.after_ml - self.before_ml
    }
}

/// Circumference at a height, by a tape pulled tight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GirthChange {
    /// The height, mm.
    pub height: f64,
    /// In the first scan, mm.
    pub before: f64,
    /// In the second scan, mm.
    pub after: f64,
}

impl GirthChange {
    /// Change, mm; positive for a limb that has become larger.
    pub fn change(&self) -> f64 {
        self.after - self.before
    }
}

/// Differences of shape, weighted by area. Distances are taken the shortest way instead of along the radius; on a
/// limb's wall that is the same, and at its end a radius means nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ShapeError {
    /// Mean radial error, mm: the mean signed distance. A difference of size.
    pub mean_radial: f64,
    /// Inter-quartile range of the signed distances, mm. A difference of shape.
    pub interquartile_range: f64,
    /// Largest distance without its sign, mm.
    pub maximum: f64,
    /// Surface-normal angle error: the mean angle between normals, degrees. A difference of contour.
    pub normal_angle: f64,
    /// Area of the first scan over which all this was taken, mm².
    pub area: f64,
}

/// A limit with where it is from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The greatest value that is still within, mm.
    pub limit: f64,
    /// Key of the source.
    pub source: String,
}

/// Clinical limits of a socket's shape error (`data/shape_limits.toml`).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShapeLimits {
    /// Mean radial error, without its sign, beyond which sockets were unacceptable.
    pub mean_radial_error_mm: Limit,
    /// Inter-quartile range beyond which sockets needed modification.
    pub interquartile_range_mm: Limit,
}

/// What the limits say of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Within both limits.
    Acceptable,
    /// The inter-quartile range is beyond its limit.
    NeedsModification,
    /// The mean radial error is beyond its limit.
    Unacceptable,
}

impl ShapeError {
    /// Judges the error: the graver limit first.
    pub fn judged(&self, limits: &ShapeLimits) -> Verdict {
        if self.mean_radial.abs() > limits.mean_radial_error_mm.limit {
            Verdict::Unacceptable
        } else if self.interquartile_range > limits.interquartile_range_mm.limit {
            Verdict::NeedsModification
        } else {
            Verdict::Acceptable
        }
    }
}

/// Why two scans cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum CompareError {
    /// A band or a step that is not a positive number.
    #[error("bands of {band} mm and slices of {step} mm: both must be positive numbers")]
    Settings {
        /// The band asked for.
        band: f64,
        /// The step asked for.
        step: f64,
    },
    /// One of the scans has no face.
    #[error("a scan without surface cannot be compared")]
    NoSurface,
    /// The openings leave nothing in common.
    #[error("the scans share no height: the lower opening is at {top} mm, the distal end at {bottom} mm")]
    NothingInCommon {
        /// The lower of the two openings.
        top: f64,
        /// The higher of the two distal ends.
        bottom: f64,
    },
}

/// Compares two scans of one limb, cleaned, oriented and aligned.
///
/// # Errors
/// [`CompareError`] for settings that are no numbers, for a scan without surface, and for two without a common height.
pub fn compare(before: &Mesh, after: &Mesh, settings: &Settings) -> Result<Comparison, CompareError> {
    let (band, step) = (settings.band, settings.step);
    if !(band.is_finite() && step.is_finite() && band > 0.0 && step > 0.0) {
        return Err(CompareError::Settings { band, step });
    }
    if before.faces.is_empty() || after.faces.is_empty() {
        return Err(CompareError::NoSurface);
    }
    let ends = [before.bounds().0.z, after.bounds().0.z];
    let top = rim(before).min(rim(after));
    let bottom = ends[0].max(ends[1]);
    if top <= bottom {
        return Err(CompareError::NothingInCommon { top, bottom });
    }
    // Both distal ends belong to the comparison: a limb can become longer.
    let heights = (ends[0].min(ends[1]), top);
    let regions = regions::volumes(before, after, heights, band, step, settings.side);
    let girths: Vec<f64> = settings.girths.iter().copied().filter(|height| (bottom..=top).contains(height)).collect();
    let tapes = sections(before, &girths).into_iter().zip(sections(after, &girths));
    let meetings = meetings(before, after, top).ok_or(CompareError::NoSurface)?;
    Ok(Comparison {
        heights,
        before_ml: regions.iter().map(|region| region.before_ml).sum(),
        after_ml: regions.iter().map(|region| region.after_ml).sum(),
        regions,
        girths: tapes.map(|(one, two)| GirthChange { height: one.height, before: one.tape, after: two.tape }).collect(),
        distances: meetings.iter().map(|meeting| meeting.map(|meeting| meeting.distance)).collect(),
        error: summed(before, &meetings),
    })
}

/// Height of the lowest point of a limb's opening; of the highest point of all where there is none.
fn rim(mesh: &Mesh) -> f64 {
    let opening = clean::opening(mesh);
    let heights = opening.iter().map(|vertex| mesh.vertices[*vertex as usize].z);
    heights.reduce(f64::min).unwrap_or(mesh.bounds().1.z)
}

/// What a vertex of the first scan finds on the second.
#[derive(Clone, Copy)]
struct Meeting {
    distance: f64,
    /// Angle between normals, degrees.
    angle: f64,
}

fn meetings(before: &Mesh, after: &Mesh, top: f64) -> Option<Vec<Option<Meeting>>> {
    let surface = Surface::new(after)?;
    let mut on_rim = vec![false; after.vertices.len()];
    after.boundary_loops().iter().flatten().for_each(|vertex| on_rim[*vertex as usize] = true);
    let (normals, others) = (before.normals(), after.normals());
    let meeting = |vertex: usize| {
        let point = before.vertices[vertex];
        if point.z > top || normals[vertex] == Vec3::ZERO {
            return None;
        }
        let hit = surface.nearest(point);
        let weights = weights(after.corners(hit.face), hit.point);
        let corners = || after.faces[hit.face].iter().zip(weights);
        // On the boundary the shortest way leads to where the second scan happens to end.
        if corners().all(|(corner, weight)| on_rim[*corner as usize] || weight < 1e-6) {
            return None;
        }
        let normal: Vec3 = corners().map(|(corner, weight)| others[*corner as usize] * weight).sum();
        let angle = normals[vertex].dot(normal.try_normalize()?).clamp(-1.0, 1.0).acos().to_degrees();
        let outside = (hit.point - point).dot(normal) > 0.0;
        Some(Meeting { distance: if outside { hit.distance } else { -hit.distance }, angle })
    };
    Some((0..before.vertices.len()).into_par_iter().with_min_len(512).map(meeting).collect())
}

/// Shares of a triangle's corners in a point on it; equal shares for a triangle without area.
fn weights([a, b, c]: [Vec3; 3], point: Vec3) -> [f64; 3] {
    let whole = face_vector([a, b, c]);
    let square = whole.length_squared();
    if square == 0.0 {
        return [1.0 / 3.0; 3];
    }
    let share = |one: Vec3, other: Vec3| face_vector([point, one, other]).dot(whole) / square;
    [share(b, c), share(c, a), share(a, b)]
}

fn summed(before: &Mesh, meetings: &[Option<Meeting>]) -> ShapeError {
    let mut areas = vec![0.0; before.vertices.len()];
    for (face, corners) in before.faces.iter().zip(before.triangles()) {
        let area = face_vector(corners).length();
        face.iter().for_each(|vertex| areas[*vertex as usize] += area / 3.0);
    }
    let mut found: Vec<(f64, f64, f64)> = meetings
        .iter()
        .zip(&areas)
        .filter_map(|(meeting, area)| meeting.map(|meeting| (meeting.distance, meeting.angle, *area)))
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let area: f64 = found.iter().map(|(_, _, area)| area).sum();
    if area <= 0.0 {
        return ShapeError::default();
    }
    let mean = |value: fn(&(f64, f64, f64)) -> f64| found.iter().map(|one| value(one) * one.2).sum::<f64>() / area;
    let quantile = |share: f64| {
        let mut reached = 0.0;
        let at = found.iter().find(|(_, _, more)| {
            reached += more;
            reached >= share * area
        });
        at.map_or(0.0, |(distance, _, _)| *distance)
    };
    ShapeError {
        mean_radial: mean(|one| one.0),
        interquartile_range: quantile(0.75) - quantile(0.25),
        maximum: found.iter().map(|(distance, _, _)| distance.abs()).fold(0.0, f64::max),
        normal_angle: mean(|one| one.1),
        area,
    }
}
