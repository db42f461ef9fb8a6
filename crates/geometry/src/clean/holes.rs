//! Boundary loops: which one is the opening, which are holes, and what is done with them.

use super::edges::Edges;
use super::fill;
use crate::mesh::{Mesh, Vec3};

/// A boundary loop as it was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hole {
    /// Centre of its line, mm.
    pub centre: Vec3,
    /// Length of its line, mm.
    pub perimeter: f64,
    /// Area along its normal, mm².
    pub area: f64,
    /// Its edges.
    pub edges: usize,
}

/// Which of the loops too large to be filled is the limb's opening.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Opening {
    /// The one with the largest area along its normal.
    #[default]
    Largest,
    /// The one furthest along a direction: proximal, where that is known.
    Towards(Vec3),
}

/// What became of the boundary loops.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holes {
    /// The limb's opening; none for a mesh that is closed but for holes small enough to be filled.
    pub opening: Option<Hole>,
    /// Holes that were given a surface.
    pub filled: Vec<Hole>,
    /// Holes larger than the limits, left open.
    pub left: Vec<Hole>,
    /// Boundary edges that form no loop.
    pub loose_edges: usize,
}

/// Boundary loops in the direction of the faces beside them, no vertex twice in one; and the count of boundary edges
/// that are part of none.
pub(super) fn loops(edges: &Edges, vertices: usize) -> (Vec<Vec<u32>>, usize) {
    let mut next: Vec<(u32, u32)> = edges.boundary().collect();
    next.sort_unstable();
    let mut used = vec![false; next.len()];
    let (mut loops, mut in_loops) = (vec![], 0);
    // Where on the walk a vertex stands, plus one.
    let mut place = vec![0usize; vertices];
    for start in 0..next.len() {
        let mut walk: Vec<u32> = vec![];
        let mut at = next[start].0;
        loop {
            if place[at as usize] > 0 {
                // Back at a vertex of the walk: what lies between is a loop, what lies before goes on.
                let ring = walk.split_off(place[at as usize] - 1);
                ring.iter().for_each(|vertex| place[*vertex as usize] = 0);
                in_loops += ring.len();
                loops.push(ring);
            }
            let first = next.partition_point(|(from, _)| *from < at);
            let open = next[first..].iter().take_while(|(from, _)| *from == at).zip(&used[first..]);
            let Some(step) = open.map(|(_, used)| *used).position(|used| !used) else { break };
            used[first + step] = true;
            walk.push(at);
            place[at as usize] = walk.len();
            at = next[first + step].1;
        }
        walk.iter().for_each(|vertex| place[*vertex as usize] = 0);
    }
    let loose = next.len() - in_loops;
    loops.retain(|ring| ring.len() > 2);
    (loops, loose)
}

/// Measures a loop.
fn measured(mesh: &Mesh, ring: &[u32]) -> Hole {
    let points: Vec<Vec3> = ring.iter().map(|vertex| mesh.vertices[*vertex as usize]).collect();
    Hole {
        centre: fill::centre(&points),
        perimeter: fill::perimeter(&points),
        area: fill::area(&points).length(),
        edges: ring.len(),
    }
}

/// Fills holes up to the limits (perimeter mm, area mm²), chooses the opening among the rest and returns its loop.
pub(super) fn mend(mesh: &mut Mesh, limits: (f64, f64), opening: Opening) -> (Vec<u32>, Holes) {
    let edges = Edges::of(&mesh.faces, mesh.vertices.len());
    let (rings, loose_edges) = loops(&edges, mesh.vertices.len());
    let mut report = Holes { loose_edges, ..Holes::default() };
    let mut large = vec![];
    for ring in rings {
        let hole = measured(mesh, &ring);
        if hole.perimeter <= limits.0 && hole.area <= limits.1 {
            fill::fill(mesh, &ring, |a, b| edges.joined(a, b));
            report.filled.push(hole);
        } else {
            large.push((ring, hole));
        }
    }
    let largest = large.iter().map(|(_, hole)| hole.area).fold(0.0, f64::max);
    let rank = |hole: &Hole| match opening {
        Opening::Largest => hole.area,
        // A hole near the top is not the opening because it reaches higher.
        Opening::Towards(_) if hole.area < largest / 4.0 => f64::NEG_INFINITY,
        Opening::Towards(direction) => hole.centre.dot(direction),
    };
    let chosen = (0..large.len()).rev().max_by(|a, b| rank(&large[*a].1).total_cmp(&rank(&large[*b].1)));
    let mut ring = vec![];
    if let Some(chosen) = chosen {
        let (vertices, hole) = large.swap_remove(chosen);
        ring = vertices;
        report.opening = Some(hole);
    }
    report.left = large.into_iter().map(|(_, hole)| hole).collect();
    report.left.sort_by(|a, b| b.area.total_cmp(&a.area));
    (ring, report)
}

/// Every loop filled.
pub(super) fn closed(mesh: &Mesh) -> Mesh {
    let mut closed = mesh.clone();
    let edges = Edges::of(&mesh.faces, mesh.vertices.len());
    for ring in loops(&edges, mesh.vertices.len()).0 {
        fill::fill(&mut closed, &ring, |a, b| edges.joined(a, b));
    }
    closed
}
