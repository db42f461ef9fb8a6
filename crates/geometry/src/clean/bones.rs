//! Which parts beside the skin are bones: closed, slender, inside at a plausible depth, and no copy of the skin. Of every
//! other one it is told why it is none.

use super::candidates::{LEAST_AREA, NEARLY_ALL, apart, candidate, enclosed, sampled};
use super::holes;
use super::parts::{Crumb, Looks, surrounds};
use super::winding;
use crate::mesh::{Mesh, Vec3, face_vector};
use crate::query::Surface;
use std::f64::consts::PI;

/// Bone lies under at least so much skin, mm (`concord_assumption`: the shin's skin is about as thin). A greatest depth is
/// not asked: within a limb nothing lies deeper than half its width.
const UNDER_SKIN_MM: f64 = 1.0;

/// A bone holds less than this share of the limb (`concord_assumption`: bone is 10 to 20 % of a shank).
const BONE_VOLUME: f64 = 0.4;

/// An end is open where a boundary loop has this share of the mean section's area (`concord_assumption`).
const OPEN_SHARE: f64 = 0.25;

/// A bone that was cut with the skin is open there: its loop lies this near to the plane of the skin's opening, mm
/// (`concord_assumption`: an oblique cut is not quite plane).
const CUT_WITH_SKIN_MM: f64 = 15.0;

/// It is at least so long for the diameter of its mean section, volume by length (`concord_assumption`: a ball is 1.2
/// times, a can as wide as high once; tibia, fibula, patella and the end of the femur of OpenLimbTT's mean limb are more
/// than twice).
const LEAST_SLENDER: f64 = 1.5;

/// The skin that parts are looked at against.
pub(super) struct Skin<'a> {
    /// As it was found.
    pub mesh: &'a Mesh,
    /// The same with every opening closed.
    pub lid: &'a Mesh,
    /// The loop of its opening.
    pub opening: &'a [u32],
    /// Smaller parts are crumbs, mm².
    pub least: f64,
}

/// What a part beside the skin is: nothing for a bone, else what it looks like.
pub(super) fn told(number: usize, part: &Mesh, skin: &Skin) -> Option<Crumb> {
    let area = part.area();
    let crumb = |looks| Some(Crumb { number, at: part.vertices[0], faces: part.faces.len(), area, looks });
    if area < skin.least {
        return crumb(Looks::Small);
    }
    if let Some(apart_mm) = apart(part, skin.mesh) {
        return crumb(Looks::Copy { within_um: (apart_mm * 1e3).round() as u32 });
    }
    let Some(surface) = Surface::new(skin.mesh) else { return crumb(Looks::Other) };
    let points: Vec<Vec3> = sampled(part).collect();
    let few = points.iter().step_by(points.len().div_ceil(40).max(1));
    let inside: Vec<bool> = few.map(|point| surrounds(skin.lid, *point)).collect();
    let share = |count: usize, all: usize| count as f64 / all.max(1) as f64;
    if share(inside.iter().filter(|inside| **inside).count(), inside.len()) < NEARLY_ALL {
        return crumb(if area >= LEAST_AREA { candidate(1, part).looks } else { Looks::Other });
    }
    let under = points.iter().filter(|point| surface.distance_within(**point, 10.0) >= UNDER_SKIN_MM).count();
    if share(under, points.len()) < NEARLY_ALL {
        return crumb(Looks::AtSkin);
    }
    let mut wound = part.clone();
    winding::wind(&mut wound);
    let volume = holes::closed(&wound).volume().abs();
    if volume >= BONE_VOLUME * skin.lid.volume().abs() {
        return crumb(Looks::Thick);
    }
    let length = extent(&wound);
    // On the mean.
    let section = volume / length.max(f64::MIN_POSITIVE);
    if wound
        .boundary_loops()
        .iter()
        .any(|ring| enclosed(&wound, ring) > OPEN_SHARE * section && !cut_with(skin, &wound, ring))
    {
        return crumb(Looks::Open);
    }
    if length < LEAST_SLENDER * 2.0 * (section / PI).sqrt() {
        return crumb(Looks::Stout);
    }
    None
}

/// Length along the axis that a part is spread along most, mm.
fn extent(part: &Mesh) -> f64 {
    let (low, high) = part.bounds();
    let size = high - low;
    let mut axis =
        [Vec3::X, Vec3::Y, Vec3::Z].into_iter().max_by(|a, b| a.dot(size).total_cmp(&b.dot(size))).unwrap_or(Vec3::Z);
    let faces: Vec<(Vec3, f64)> = part
        .triangles()
        .map(|corners| ((corners[0] + corners[1] + corners[2]) / 3.0, face_vector(corners).length()))
        .collect();
    let area = faces.iter().map(|(_, area)| area).sum::<f64>().max(f64::MIN_POSITIVE);
    let mean = faces.iter().map(|(at, area)| *at * *area).sum::<Vec3>() / area;
    // The matrix of second moments, applied again and again, turns any direction towards the largest.
    for _ in 0..50 {
        let next: Vec3 = faces.iter().map(|(at, area)| (*at - mean) * ((*at - mean).dot(axis) * *area)).sum();
        axis = next.try_normalize().unwrap_or(axis);
    }
    let along = part.vertices.iter().map(|vertex| vertex.dot(axis));
    let [least, most] = along.fold([f64::INFINITY, f64::NEG_INFINITY], |[a, b], one| [one.min(a), one.max(b)]);
    most - least
}

/// Whether a part's loop lies in the plane of the skin's opening: both were cut by one plane.
fn cut_with(skin: &Skin, part: &Mesh, ring: &[u32]) -> bool {
    let places: Vec<Vec3> = skin.opening.iter().map(|vertex| skin.mesh.vertices[*vertex as usize]).collect();
    let centre = places.iter().sum::<Vec3>() / places.len().max(1) as f64;
    let sides = places.iter().zip(places.iter().cycle().skip(1));
    let normal = sides.map(|(a, b)| (*a - centre).cross(*b - centre)).sum::<Vec3>().normalize_or_zero();
    let off = |vertex: &u32| (part.vertices[*vertex as usize] - centre).dot(normal).abs();
    normal != Vec3::ZERO && ring.iter().all(|vertex| off(vertex) <= CUT_WITH_SKIN_MM)
}
