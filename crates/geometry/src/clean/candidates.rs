//! Which part of a scan is the limb: a tube of a limb's size with an end that is open. Where several parts could be it,
//! or none, nothing is guessed; each is told with a number to choose it by.

use super::holes;
use super::parts::Looks;
use super::winding;
use crate::mesh::{Mesh, Vec3, face_vector};
use crate::pose::tube_axis;
use crate::query::Surface;
use crate::slices::{Contour, Section, sections};
use parry3d_f64::glamx::DMat3;
use std::f64::consts::PI;
use std::fmt;

/// Which part is the skin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Skin {
    /// The largest by area: shapes that are known.
    #[default]
    Largest,
    /// The one that is shaped like a limb; where several are, or none, that is an error.
    ByShape,
    /// The one of this number, from 1, as the error counts them: the largest by area first.
    Part(usize),
}

/// Smaller parts are no candidates, mm²: a square of 5 cm (`concord_assumption`).
pub(super) const LEAST_AREA: f64 = 2_500.0;

/// So many of the largest parts are looked at.
const MOST_PARTS: usize = 24;

/// A limb's scan is so long along its axis, mm (`concord_assumption`: from a short stump to a whole leg).
const LENGTH: [f64; 2] = [60.0, 1_000.0];

/// Its median section is a circle's of this diameter, mm (`concord_assumption`: a small child's shank to a large thigh; most long
/// bones are thinner).
const ACROSS: [f64; 2] = [38.0, 260.0];

/// It is at least so long for its diameter (`concord_assumption`).
const LEAST_SLENDER: f64 = 0.8;

/// At least this share of its sections closes around it (`concord_assumption`: holes are few).
const LEAST_CLOSED: f64 = 0.5;

/// An end is open where a boundary loop has this share of the median section's area (`concord_assumption`).
const OPEN_SHARE: f64 = 0.25;

/// A part thinner than this in one direction is a plane: a table, a floor, mm (`concord_assumption`).
const FLAT_MM: f64 = 20.0;

/// A part is a copy of another where nearly all of it lies this near, mm: a scanner's doubled shell lies up to 1 mm off
/// (`concord_assumption`); the thinnest liner is 3 mm.
const COPY_WITHIN_MM: f64 = 1.5;

/// Nearly all: this share of its vertices (`concord_assumption`).
pub(super) const NEARLY_ALL: f64 = 0.9;

/// Vertices looked at on a part.
const SAMPLES: usize = 400;

/// A part as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// From 1, the largest by area first.
    pub number: usize,
    /// Lowest and highest coordinates, mm.
    pub bounds: (Vec3, Vec3),
    /// Length along its own axis, mm; of a plane its greatest extent.
    pub length: f64,
    /// Least and greatest circumference of its sections that close, square to that axis, mm; zeros where none closes.
    pub girth: [f64; 2],
    /// Ends that are open.
    pub open_ends: usize,
    /// Volume with every opening closed, mm³.
    pub volume: f64,
    /// What it looks like.
    pub looks: Looks,
}

impl fmt::Display for Candidate {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let middle = (self.bounds.0 + self.bounds.1) / 2.0;
        let [least, most] = self.girth;
        write!(to, "part {}: {}, {:.0} mm long, ", self.number, self.looks.label(), self.length)?;
        if most > 0.0 {
            write!(to, "{least:.0} to {most:.0} mm around, ")?;
        }
        let ends = if self.open_ends == 1 { "end" } else { "ends" };
        write!(
            to,
            "{:.0} mL, {} open {ends}, at ({:.0}, {:.0}, {:.0})",
            self.volume.abs() / 1e3,
            self.open_ends,
            middle.x,
            middle.y,
            middle.z
        )
    }
}

/// Why no part was taken for the limb.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ChoiceError {
    /// More than one could be it.
    #[error("more than one part could be the limb: {}", listed(.0))]
    Several(Vec<Candidate>),
    /// None could be it.
    #[error("no part is shaped like a limb, a tube with one open end: {}", listed(.0))]
    None(Vec<Candidate>),
    /// The one that was said is not there.
    #[error("there is no part {number}: {}", listed(.parts))]
    NoSuch {
        /// What was said.
        number: usize,
        /// Those that are there.
        parts: Vec<Candidate>,
    },
}

fn listed(parts: &[Candidate]) -> String {
    parts.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// Takes the skin out of the parts, the largest first, with its number.
///
/// # Errors
/// Several parts that could be it, or none.
pub(super) fn take(parts: &mut Vec<Mesh>, skin: Skin) -> Result<(usize, Mesh), ChoiceError> {
    let at = match skin {
        Skin::Largest => 0,
        Skin::Part(number) => {
            if number == 0 || number > parts.len() {
                return Err(ChoiceError::NoSuch { number, parts: candidates(parts) });
            }
            number - 1
        }
        Skin::ByShape => by_shape(parts)?,
    };
    Ok((at + 1, if parts.is_empty() { Mesh::default() } else { parts.remove(at) }))
}

fn by_shape(parts: &[Mesh]) -> Result<usize, ChoiceError> {
    let all = candidates(parts);
    let limbs: Vec<usize> = all.iter().filter(|part| part.looks == Looks::Limb).map(|part| part.number - 1).collect();
    // The larger of two shells stands for both.
    let mut distinct: Vec<usize> = vec![];
    for at in limbs {
        if !distinct.iter().any(|other| apart(&parts[at], &parts[*other]).is_some()) {
            distinct.push(at);
        }
    }
    match distinct[..] {
        [one] => Ok(one),
        [] => Err(ChoiceError::None(all)),
        _ => Err(ChoiceError::Several(all)),
    }
}

/// Every part that is large enough to be looked at.
pub(super) fn candidates(parts: &[Mesh]) -> Vec<Candidate> {
    let large = parts.iter().take(MOST_PARTS).take_while(|part| part.area() >= LEAST_AREA);
    large.enumerate().map(|(at, part)| candidate(at + 1, part)).collect()
}

pub(super) fn candidate(number: usize, part: &Mesh) -> Candidate {
    let mut part = part.clone();
    winding::wind(&mut part);
    let standing = standing(&part);
    let (low, high) = standing.bounds();
    let size = high - low;
    let heights: Vec<f64> = (2..=16).map(|step| low.z + size.z * f64::from(step) / 20.0).collect();
    let cuts = sections(&standing, &heights);
    let closed = cuts.iter().filter(|cut| cut.contours.first().is_some_and(|contour| contour.closed)).count();
    let median = median_area(&cuts);
    let across = 2.0 * (median / PI).sqrt();
    let around = cuts.iter().filter_map(|cut| cut.contours.first()).filter(|contour| contour.closed);
    let girth =
        around.map(Contour::length).fold([f64::INFINITY, 0.0], |[least, most], one| [one.min(least), one.max(most)]);
    let girth = if girth[1] > 0.0 { girth } else { [0.0; 2] };
    let open_ends = part.boundary_loops().iter().filter(|ring| enclosed(&part, ring) > OPEN_SHARE * median).count();
    let within = |value: f64, [low, high]: [f64; 2]| (low..=high).contains(&value);
    let tube = closed as f64 >= LEAST_CLOSED * cuts.len() as f64
        && within(size.z, LENGTH)
        && within(across, ACROSS)
        && size.z >= LEAST_SLENDER * across
        // Two open ends are a limb whose distal end is missing; which is which is asked later.
        && open_ends <= 2;
    let looks = if size.min_element() < FLAT_MM {
        Looks::Flat
    } else if tube && (open_ends > 0 || !two_flat_ends(&standing)) {
        Looks::Limb
    } else {
        Looks::Other
    };
    let volume = holes::closed(&part).volume();
    // A plane's own axis is square to it.
    let length = if looks == Looks::Flat { size.max_element() } else { size.z };
    Candidate { number, bounds: part.bounds(), length, girth, open_ends, volume, looks }
}

/// The part with its own axis along z.
fn standing(part: &Mesh) -> Mesh {
    let axis = tube_axis(part);
    let x = axis.any_orthonormal_vector();
    let turned = DMat3::from_cols(x, axis.cross(x), axis).transpose();
    part.mapped(|point| turned * point)
}

/// Of sections, mm².
fn median_area(cuts: &[Section]) -> f64 {
    let mut areas: Vec<f64> = cuts.iter().map(|cut| cut.area).collect();
    areas.sort_by(f64::total_cmp);
    areas.get(areas.len() / 2).copied().unwrap_or(0.0)
}

/// A box or a post: closed, with two ends that are flat.
fn two_flat_ends(standing: &Mesh) -> bool {
    let mut flat = [0.0; 2];
    for corners in standing.triangles() {
        let vector = face_vector(corners);
        if vector.z.abs() > 0.999 * vector.length() {
            flat[usize::from(vector.z > 0.0)] += vector.length();
        }
    }
    let least = 0.01 * standing.area();
    flat.iter().all(|area| *area > least)
}

pub(super) fn enclosed(mesh: &Mesh, ring: &[u32]) -> f64 {
    let at = |vertex: u32| mesh.vertices[vertex as usize];
    let sides = ring.iter().zip(ring.iter().cycle().skip(1));
    sides.map(|(a, b)| (at(*a) - at(ring[0])).cross(at(*b) - at(ring[0]))).sum::<Vec3>().length() / 2.0
}

pub(super) fn sampled(part: &Mesh) -> impl Iterator<Item = Vec3> + '_ {
    part.vertices.iter().copied().step_by(part.vertices.len().div_ceil(SAMPLES).max(1))
}

/// How far a part lies from a surface that it copies, mm on the mean; nothing where it is no copy.
pub(super) fn apart(part: &Mesh, of: &Mesh) -> Option<f64> {
    let surface = Surface::new(of)?;
    let distances: Vec<f64> = sampled(part).map(|point| surface.distance_within(point, 10.0)).collect();
    let near: Vec<f64> = distances.iter().copied().filter(|distance| *distance <= COPY_WITHIN_MM).collect();
    (near.len() as f64 >= NEARLY_ALL * distances.len() as f64 && !near.is_empty())
        .then(|| near.iter().sum::<f64>() / near.len() as f64)
}
