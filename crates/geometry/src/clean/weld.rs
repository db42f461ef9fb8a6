//! Vertices within a tolerance become one; faces that this or the file left without meaning go.

use crate::mesh::{Mesh, Vec3, face_vector};
use rayon::slice::ParallelSliceMut;

/// Which vertices become one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Weld {
    /// Those this close, mm.
    Within(f64),
    /// Those of boundaries that lie along each other, within a share of the median edge.
    MedianEdge,
}

impl Weld {
    /// A ten-thousandth of a millimetre: above the rounding of single precision in a file (0.00003 mm at half a metre)
    /// and far below a scanner's spacing.
    pub const FILE_MM: f64 = 1e-4;
    /// What a file's rounding needs.
    pub const FILE: Self = Self::Within(Self::FILE_MM);
}

/// What welding did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Welded {
    /// Vertices that became one with another.
    pub vertices_welded: usize,
    /// The farthest that one of them moved, mm.
    pub largest_move: f64,
    /// Vertices that no face used.
    pub vertices_unused: usize,
    /// Faces that named a vertex that does not exist or is not a number.
    pub faces_invalid: usize,
    /// Faces with fewer than three different corners.
    pub faces_degenerate: usize,
    /// Faces on the same three vertices as another.
    pub faces_duplicate: usize,
    /// Faces with three different corners and no area; kept, because without them their neighbours would come apart.
    pub faces_slivers: usize,
}

/// One vertex for all within `tolerance` mm of it. Order of vertices and faces is kept.
pub(super) fn weld(mesh: &Mesh, tolerance: f64) -> (Mesh, Welded) {
    faces_of(mesh, &representatives(&mesh.vertices, tolerance, |_| true))
}

/// The mesh with `same` of every vertex in its place; faces that this leaves without meaning go.
pub(super) fn faces_of(mesh: &Mesh, same: &[u32]) -> (Mesh, Welded) {
    let mut report = Welded::default();
    let usable = |vertex: u32| same.get(vertex as usize).is_some_and(|same| *same != NONE);
    let mut faces: Vec<[u32; 3]> = Vec::with_capacity(mesh.faces.len());
    for face in &mesh.faces {
        if !face.iter().all(|vertex| usable(*vertex)) {
            report.faces_invalid += 1;
            continue;
        }
        let [a, b, c] = face.map(|vertex| same[vertex as usize]);
        if a == b || b == c || c == a {
            report.faces_degenerate += 1;
        } else {
            faces.push([a, b, c]);
        }
    }
    let before = faces.len();
    faces = distinct(faces);
    report.faces_duplicate = before - faces.len();
    for (vertex, same) in same.iter().enumerate().filter(|(at, same)| **same != NONE && **same != *at as u32) {
        report.vertices_welded += 1;
        let moved = (mesh.vertices[vertex] - mesh.vertices[*same as usize]).length();
        report.largest_move = report.largest_move.max(moved);
    }
    let distinct_vertices = mesh.vertices.len() - report.vertices_welded;
    let welded = compacted(&mesh.vertices, &faces);
    report.vertices_unused = distinct_vertices - welded.vertices.len();
    report.faces_slivers = welded.triangles().filter(|corners| face_vector(*corners).length() == 0.0).count();
    (welded, report)
}

impl Welded {
    /// Both, one after the other.
    pub(super) fn then(self, later: &Self) -> Self {
        Self {
            vertices_welded: self.vertices_welded + later.vertices_welded,
            largest_move: self.largest_move.max(later.largest_move),
            vertices_unused: self.vertices_unused + later.vertices_unused,
            faces_invalid: self.faces_invalid + later.faces_invalid,
            faces_degenerate: self.faces_degenerate + later.faces_degenerate,
            faces_duplicate: self.faces_duplicate + later.faces_duplicate,
            faces_slivers: later.faces_slivers,
        }
    }
}

/// The faces with the vertices they use, in the order of both.
pub(super) fn compacted(vertices: &[Vec3], faces: &[[u32; 3]]) -> Mesh {
    let mut new = vec![NONE; vertices.len()];
    faces.iter().flatten().for_each(|vertex| new[*vertex as usize] = 0);
    let mut kept = vec![];
    for (vertex, new) in vertices.iter().zip(&mut new) {
        if *new != NONE {
            *new = kept.len() as u32;
            kept.push(*vertex);
        }
    }
    Mesh { vertices: kept, faces: faces.iter().map(|face| face.map(|vertex| new[vertex as usize])).collect() }
}

const NONE: u32 = u32::MAX;

/// For every vertex `among` those that may be welded the one that stands for it; none for all others and for one that is
/// not a number.
pub(super) fn representatives(vertices: &[Vec3], tolerance: f64, among: impl Fn(u32) -> bool) -> Vec<u32> {
    // Along a direction that no scanner's grid and no wall is square to, few points share a place.
    let along = Vec3::new(0.487_1, 0.358_3, 0.796_5);
    let mut order: Vec<(f64, u32)> = vertices
        .iter()
        .enumerate()
        .filter(|(index, vertex)| vertex.is_finite() && among(*index as u32))
        .map(|(index, vertex)| (vertex.dot(along), index as u32))
        .collect();
    order.par_sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let reach = tolerance.max(0.0);
    let mut same = vec![NONE; vertices.len()];
    let mut leaders: Vec<(f64, u32)> = vec![];
    let mut first = 0;
    for (key, index) in order {
        let here = vertices[index as usize];
        while leaders.get(first).is_some_and(|(other, _)| *other < key - reach) {
            first += 1;
        }
        let near = |leader: &&(f64, u32)| (vertices[leader.1 as usize] - here).length() <= reach;
        let leader = leaders[first..].iter().rev().find(near).map(|leader| leader.1);
        same[index as usize] = leader.unwrap_or(index);
        if leader.is_none() {
            leaders.push((key, index));
        }
    }
    same
}

/// The faces without those on three vertices that an earlier one has.
fn distinct(faces: Vec<[u32; 3]>) -> Vec<[u32; 3]> {
    let mut keys: Vec<([u32; 3], u32)> = faces
        .iter()
        .enumerate()
        .map(|(index, face)| {
            let mut key = *face;
            key.sort_unstable();
            (key, index as u32)
        })
        .collect();
    keys.par_sort_unstable();
    let again: Vec<u32> = keys.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1].1).collect();
    if again.is_empty() {
        return faces;
    }
    let mut keep = vec![true; faces.len()];
    again.into_iter().for_each(|index| keep[index as usize] = false);
    faces.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(face, _)| face).collect()
}
