//! Whether a scan is one straight tube: the line of its rings' centres, and where it bends.
//!
//! Rings are bands of equal distance from the opening along the surface, so that a bend does not skew them as sections
//! across one axis would. A bent knee is left out with what lies above it; a foot is an error.

use super::neighbours::Neighbours;
use super::parts;
use crate::mesh::{Mesh, Vec3, face_vector};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Width of a ring along the surface, mm (`concord_assumption`: a tenth of a short limb).
const RING_MM: f64 = 10.0;

/// The distal end's dome has no rings around an axis: this share of the rings is not looked at (`concord_assumption`).
const DOME_SHARE: f64 = 0.15;

/// Each side of a bend is at least this long, mm: shorter, its direction is noise (`concord_assumption`).
const LEAST_SIDE_MM: f64 = 50.0;

/// From this angle on, degrees, a scan is bent: residual limbs in outline and public ones stay below
/// (`concord_assumption`).
pub const BENT_DEG: f64 = 11.0;

/// Beyond this angle, degrees, a bend is cropped by nobody: an ankle in full plantarflexion bends by about as much, and a
/// foot would be kept as the limb (`concord_assumption`).
pub const MOST_CROPPED_DEG: f64 = 40.0;

/// What lies distal to a bend is a limb from this length on, mm (`concord_assumption`).
const LEAST_LIMB_MM: f64 = 70.0;

/// How straight a scan is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Straight {
    /// Rings' centres from one line through them, root of mean square, mm.
    pub rms_mm: f64,
    /// Between the lines through the upper and the lower half, degrees.
    pub halves_deg: f64,
    /// Where it was bent, and what was left out.
    pub cropped: Option<Bend>,
}

/// A bend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bend {
    /// Between the lines above and below it, degrees.
    pub angle_deg: f64,
    /// Where, in the scan's axes, mm.
    pub at: Vec3,
    /// The scan's centre line proximal to it, mm.
    pub above_mm: f64,
    /// Distal to it, without the distal end's dome, mm.
    pub below_mm: f64,
}

/// A scan that is bent, and not cropped.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error(
    "the scan bends by {:.0}° at ({:.0}, {:.0}, {:.0}), {:.0} mm of it above and {:.0} mm below: a knee that is bent this far, or a foot; which part is the limb is not guessed",
    .0.angle_deg, .0.at.x, .0.at.y, .0.at.z, .0.above_mm, .0.below_mm
)]
pub struct Bent(pub Bend);

/// Measures a skin that is wound, and leaves out what lies above a bend.
///
/// # Errors
/// A bend that is too large, or that leaves too little.
pub(super) fn straighten(skin: &mut Mesh) -> Result<Option<Straight>, Bent> {
    let centres = rings(skin);
    let kept = centres.len() - (centres.len() as f64 * DOME_SHARE).ceil() as usize;
    let centres = &centres[..kept];
    let least = (LEAST_SIDE_MM / RING_MM) as usize;
    if centres.len() < 2 * least {
        return Ok(None);
    }
    let whole = Line::through(centres);
    let (upper, lower) = centres.split_at(centres.len() / 2);
    let angle = |a: &Line, b: &Line| a.direction.angle_between(b.direction).to_degrees();
    let halves_deg = angle(&Line::through(upper), &Line::through(lower));
    let rms_mm = (whole.squares / centres.len() as f64).sqrt();
    let bends = (least..=centres.len() - least).map(|at| {
        let lines = (Line::through(&centres[..at]), Line::through(&centres[at..]));
        (at, lines.0.squares + lines.1.squares, angle(&lines.0, &lines.1), lines.1.direction)
    });
    let straight = Straight { rms_mm, halves_deg, cropped: None };
    let Some((at, _, angle_deg, direction)) = bends.min_by(|a, b| a.1.total_cmp(&b.1)) else {
        return Ok(Some(straight));
    };
    if angle_deg < BENT_DEG {
        return Ok(Some(straight));
    }
    let place = (centres[at - 1] + centres[at]) / 2.0;
    let along = |part: &[Vec3]| part.windows(2).map(|pair| pair[0].distance(pair[1])).sum::<f64>();
    let bend = Bend { angle_deg, at: place, above_mm: along(&centres[..at]), below_mm: along(&centres[at..]) };
    if angle_deg > MOST_CROPPED_DEG || bend.below_mm < LEAST_LIMB_MM {
        return Err(Bent(bend));
    }
    keep_beyond(skin, place, direction);
    Ok(Some(Straight { cropped: Some(bend), ..straight }))
}

/// Keeps what lies beyond a plane, and of that the largest part.
fn keep_beyond(skin: &mut Mesh, place: Vec3, direction: Vec3) {
    let beyond: Vec<bool> = skin.vertices.iter().map(|vertex| (*vertex - place).dot(direction) > 0.0).collect();
    skin.faces.retain(|face| face.iter().all(|vertex| beyond[*vertex as usize]));
    if let Some(largest) = parts::split(skin).into_iter().next() {
        *skin = largest;
    }
}

/// The centres of the rings, from the opening on; nothing for a surface that has none.
fn rings(skin: &Mesh) -> Vec<Vec3> {
    let size = |ring: &Vec<u32>| {
        let at = |vertex: u32| skin.vertices[vertex as usize];
        let sides = ring.iter().zip(ring.iter().cycle().skip(1));
        sides.map(|(a, b)| (at(*a) - at(ring[0])).cross(at(*b) - at(ring[0]))).sum::<Vec3>().length()
    };
    let loops = skin.boundary_loops();
    let Some(opening) = loops.iter().max_by(|a, b| size(a).total_cmp(&size(b))) else { return vec![] };
    let from = distances(skin, opening);
    let mut sums: Vec<(Vec3, f64)> = vec![];
    for (face, corners) in skin.faces.iter().zip(skin.triangles()) {
        let mean = face.iter().map(|vertex| from[*vertex as usize]).sum::<f64>() / 3.0;
        if !mean.is_finite() {
            continue;
        }
        let ring = (mean / RING_MM) as usize;
        if ring >= sums.len() {
            sums.resize(ring + 1, (Vec3::ZERO, 0.0));
        }
        let area = face_vector(corners).length();
        sums[ring].0 += (corners[0] + corners[1] + corners[2]) * (area / 3.0);
        sums[ring].1 += area;
    }
    sums.into_iter().filter(|(_, area)| *area > 0.0).map(|(sum, area)| sum / area).collect()
}

/// Distance from the sources along edges, mm: at most some percent longer than along the surface.
fn distances(mesh: &Mesh, sources: &[u32]) -> Vec<f64> {
    let beside = Neighbours::of(mesh);
    let mut from = vec![f64::INFINITY; mesh.vertices.len()];
    let mut next = BinaryHeap::new();
    for source in sources {
        from[*source as usize] = 0.0;
        next.push(Reverse((0_u64, *source)));
    }
    // Bits of positive numbers are in their order.
    while let Some(Reverse((bits, at))) = next.pop() {
        let walked = f64::from_bits(bits);
        if walked > from[at as usize] {
            continue;
        }
        for other in beside.at(at as usize) {
            let there = walked + mesh.vertices[at as usize].distance(mesh.vertices[*other as usize]);
            if there < from[*other as usize] {
                from[*other as usize] = there;
                next.push(Reverse((there.to_bits(), *other)));
            }
        }
    }
    from
}

/// A line through points in order, and the sum of their squared distances from it.
struct Line {
    direction: Vec3,
    squares: f64,
}

impl Line {
    fn through(points: &[Vec3]) -> Self {
        let count = points.len().max(1) as f64;
        let mean = points.iter().sum::<Vec3>() / count;
        let middle = (points.len() as f64 - 1.0) / 2.0;
        let slope: Vec3 = points.iter().enumerate().map(|(at, point)| (*point - mean) * (at as f64 - middle)).sum();
        let direction = slope.normalize_or_zero();
        let off = |point: &Vec3| {
            let from = *point - mean;
            from.length_squared() - from.dot(direction).powi(2)
        };
        Self { direction, squares: points.iter().map(off).sum() }
    }
}
