//! Seams: boundaries that lie along each other within a small distance, because what should be one vertex is two.

use super::edges::Edges;
use super::weld::{Welded, faces_of, representatives};
use crate::mesh::Mesh;
use std::collections::HashSet;

/// How far apart two vertices of a seam may lie, as a share of the median edge (our choice): far above the jitter of a
/// writer's rounding, far below the least triangle that a scan is made of.
pub(super) const SHARE: f64 = 0.1;

/// Fewer pairs of edges are no seam.
const FEWEST: usize = 3;

/// Where a surface comes apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seams {
    /// Pairs of edges that lie along each other.
    pub edges: usize,
    /// Their length, mm.
    pub length: f64,
    /// The widest gap between two vertices that should be one, mm.
    pub gap: f64,
    /// Vertices within this of each other would become one, mm.
    pub within: f64,
}

/// The median length of a mesh's edges, mm.
pub(super) fn median_edge(mesh: &Mesh, edges: &Edges) -> f64 {
    let at = |vertex: u32| mesh.vertices[vertex as usize];
    let mut lengths: Vec<f64> = edges.iter().map(|(from, to, _)| (at(to) - at(from)).length()).collect();
    if lengths.is_empty() {
        return 0.0;
    }
    let middle = lengths.len() / 2;
    *lengths.select_nth_unstable_by(middle, f64::total_cmp).1
}

/// The mesh with the vertices of its boundaries welded by the median edge, and the seams that this closed; none where
/// there are none. Vertices inside the surface stay, however small their triangles are.
pub(super) fn closed(mesh: &Mesh) -> Option<(Mesh, Seams, Welded)> {
    let edges = Edges::of(&mesh.faces, mesh.vertices.len());
    let boundary: Vec<(u32, u32)> = edges.boundary().collect();
    if boundary.len() < 2 * FEWEST {
        return None;
    }
    let mut rim = vec![false; mesh.vertices.len()];
    for (from, to) in &boundary {
        (rim[*from as usize], rim[*to as usize]) = (true, true);
    }
    let within = SHARE * median_edge(mesh, &edges);
    let mut same = representatives(&mesh.vertices, within, |vertex| rim[vertex as usize]);
    same.iter_mut().enumerate().filter(|(vertex, _)| !rim[*vertex]).for_each(|(vertex, same)| *same = vertex as u32);
    let one = |vertex: u32| same[vertex as usize];
    let ways: HashSet<(u32, u32)> = boundary.iter().map(|(from, to)| (one(*from), one(*to))).collect();
    let along = boundary.iter().filter(|(from, to)| {
        let (from, to) = (one(*from), one(*to));
        from != to && ways.contains(&(to, from))
    });
    let at = |vertex: u32| mesh.vertices[vertex as usize];
    let (mut count, mut length, mut gap) = (0, 0.0, 0.0_f64);
    for (from, to) in along {
        count += 1;
        length += (at(*to) - at(*from)).length() / 2.0;
        gap = gap.max((at(*from) - at(one(*from))).length()).max((at(*to) - at(one(*to))).length());
    }
    if count < 2 * FEWEST {
        return None;
    }
    let (closed, welded) = faces_of(mesh, &same);
    Some((closed, Seams { edges: count / 2, length, gap, within }, welded))
}
