//! The least wall: of the shell exactly, and of the whole solid where something was joined to it or cut from it.
//!
//! The shell is measured from the middle of every face of its outside to the nearest point of its inside. Where a part
//! was joined or cut, a ray goes from the middle of every face into the solid, and what it meets on the far side is the
//! other side of a wall if it faces away. Two faces that lean to each other by more than 45° are an edge, not a wall.

use crate::chart::Chart;
use crate::mesh::{Mesh, Vec3, face_vector};
use crate::mount::{Bore, Feature};
use crate::query::Surface;
use rayon::prelude::*;

/// No wall is thicker, mm: where a search for the other side may stop.
const FURTHEST_WALL_MM: f64 = 60.0;

/// Around joined and cut parts the solid is measured this far, mm: beyond it is the shell.
const AROUND_MM: f64 = 8.0;

/// Faces this far beyond those can be what a ray meets on the far side of a wall that is too thin, mm.
const FAR_SIDE_MM: f64 = 22.0;

/// A face of less than this has no direction, mm².
const NO_AREA_MM2: f64 = 1e-6;

/// The cosine of the lean beyond which two faces are an edge.
const EDGE_COSINE: f64 = -std::f64::consts::FRAC_1_SQRT_2;

/// A thinnest place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thin {
    /// How thin, mm.
    pub mm: f64,
    /// Where: on the surface.
    pub at: Vec3,
    /// What is nearest.
    pub feature: Feature,
}

impl Thin {
    const NONE: Self = Self { mm: f64::INFINITY, at: Vec3::ZERO, feature: Feature::Wall };

    /// The thinner of two.
    pub fn or(self, other: Self) -> Self {
        if other.mm < self.mm { other } else { self }
    }
}

/// The least distance from the outside to the inside up to the brim, mm, in the middle of every outer face, where a
/// flat face lies nearest to what it goes around.
pub fn shell(chart: &Chart, inside: &Surface, outer: &[f64]) -> Thin {
    let outside = chart.mesh(&chart.points(outer), chart.trim_row());
    let distance = |face: usize| {
        let at = middle(outside.corners(face));
        Thin { mm: inside.distance_within(at, FURTHEST_WALL_MM), at, feature: Feature::Wall }
    };
    (0..outside.faces.len()).into_par_iter().map(distance).reduce(|| Thin::NONE, Thin::or)
}

/// The least wall of the solid around its parts; a barb has a wall of its own and is left out.
pub fn around(solid: &Mesh, bores: &[Bore], bosses: &[Bore]) -> Option<Thin> {
    let parts: Vec<&Bore> = bores.iter().chain(bosses).collect();
    let near = |point: Vec3| parts.iter().map(|part| part.distance(point)).fold(f64::INFINITY, f64::min);
    let apart: Vec<f64> = solid.vertices.par_iter().map(|vertex| near(*vertex)).collect();
    let nearest = |face: &[u32; 3]| face.iter().map(|vertex| apart[*vertex as usize]).fold(f64::INFINITY, f64::min);
    let barb = |point: Vec3| bosses.iter().any(|boss| boss.feature == Feature::Barb && boss.distance(point) < 0.5);
    let local: Vec<[u32; 3]> = solid.faces.iter().filter(|face| nearest(face) < FAR_SIDE_MM).copied().collect();
    let mesh = compact(solid, &local);
    let surface = Surface::new(&mesh)?;
    let thin = |face: usize| {
        let corners = mesh.corners(face);
        let vector = face_vector(corners);
        let (at, area) = (middle(corners), vector.length());
        if area < NO_AREA_MM2 || nearest(&local[face]) > AROUND_MM || barb(at) {
            return Thin::NONE;
        }
        let normal = vector / area;
        let Some(hit) = surface.along(at - normal * 1e-3, -normal) else { return Thin::NONE };
        let facing = face_vector(mesh.corners(hit.face)).try_normalize().map_or(0.0, |other| other.dot(normal));
        if facing > EDGE_COSINE || barb(hit.point) {
            return Thin::NONE;
        }
        // What bounds it on either side; what was cut says more than the block that it was cut from.
        let bounds = |part: &&&Bore| part.distance(at).min(part.distance(hit.point)) < 0.5;
        let feature = parts.iter().find(bounds).map(|part| part.feature);
        Thin { mm: hit.distance, at, feature: feature.unwrap_or(Feature::Wall) }
    };
    let found = (0..mesh.faces.len()).into_par_iter().map(thin).reduce(|| Thin::NONE, Thin::or);
    found.mm.is_finite().then_some(found)
}

/// Some faces of a mesh, with their vertices alone.
fn compact(mesh: &Mesh, faces: &[[u32; 3]]) -> Mesh {
    let mut kept = vec![u32::MAX; mesh.vertices.len()];
    let mut part = Mesh { vertices: vec![], faces: faces.to_vec() };
    for vertex in part.faces.iter_mut().flatten() {
        let place = &mut kept[*vertex as usize];
        if *place == u32::MAX {
            *place = part.vertices.len() as u32;
            part.vertices.push(mesh.vertices[*vertex as usize]);
        }
        *vertex = *place;
    }
    part
}

fn middle(corners: [Vec3; 3]) -> Vec3 {
    corners.iter().sum::<Vec3>() / 3.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::combine::{combine, rod};

    #[test]
    fn a_hole_near_the_side_of_a_block_is_found_and_named() {
        let block = rod(Vec3::ZERO, Vec3::Z * 20.0, 30.0, 96);
        let (from, to) = (Vec3::X * 24.0 - Vec3::Z, Vec3::X * 24.0 + Vec3::Z * 12.0);
        let solid = combine(&block, &[], &[rod(from, to, 3.5, 48)]).unwrap();
        let hole = Bore { feature: Feature::Hole, from, to, radius: 3.5, group: 0 };
        let thin = around(&solid, &[hole], &[]).unwrap();
        assert!((thin.mm - 2.5).abs() < 0.05, "{thin:?}");
        assert_eq!(thin.feature, Feature::Hole);
    }
}
