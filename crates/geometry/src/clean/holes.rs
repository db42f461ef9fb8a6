//! Boundary loops: which one is the opening, which are holes, and what is done with them.

use super::dome::{self, Dome};
use super::edges::Edges;
use super::fill;
use crate::mesh::{Mesh, Vec3, face_vector};
use std::fmt;

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
    /// The one at which the surface ends as a wall does; a hole is where a surface that goes on is torn.
    #[default]
    ByShape,
    /// The one with the largest area along its normal: of a mesh that was cleaned.
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
    /// Holes over the distal end that were given a dome: not the person's shape.
    pub domed: Vec<(Hole, Dome)>,
    /// Holes larger than the limits, left open.
    pub left: Vec<Hole>,
    /// Boundary edges that form no loop.
    pub loose_edges: usize,
}

/// Up to which size holes are closed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Perimeter, mm.
    pub(super) perimeter: f64,
    /// Area, mm².
    pub(super) area: f64,
    /// Area over the distal end that is closed flat, mm².
    pub(super) flat_area: f64,
    /// Area over the distal end that is domed, mm².
    pub(super) dome_area: f64,
}

/// Why the opening is not known, or the end.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum HoleError {
    /// Several loops may be the opening, or none of several looks like one.
    #[error(
        "the scan has {} large openings and their shape does not tell which one is the limb's: {}",
        .holes.len(),
        .holes.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    )]
    Openings {
        /// They, the largest first.
        holes: Vec<Hole>,
    },
    /// The only loop lies where the surface goes on.
    #[error("the scan has no open top; its only large hole is torn into a surface that goes on: {hole}")]
    NoOpening {
        /// It.
        hole: Hole,
    },
    /// The end is missing.
    #[error("the distal end is missing: {hole}; up to {:.0} cm² would be closed by a dome", .largest / 100.0)]
    EndMissing {
        /// The hole over it.
        hole: Hole,
        /// Largest area that is domed, mm².
        largest: f64,
    },
    /// The surface around the hole does not tell how it goes on.
    #[error("the distal end has a hole that no smooth dome closes: {hole}")]
    EndUnclear {
        /// The hole over it.
        hole: Hole,
    },
}

impl fmt::Display for Hole {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Vec3 { x, y, z } = self.centre;
        let (area, perimeter) = (self.area / 100.0, self.perimeter / 10.0);
        write!(out, "{area:.1} cm² ({perimeter:.1} cm around) at {x:.0}, {y:.0}, {z:.0} mm")
    }
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

/// Fills holes up to the limits, domes one over the distal end, chooses the opening among the rest and returns its loop.
pub(super) fn mend(mesh: &mut Mesh, limits: Limits, opening: Opening) -> Result<(Vec<u32>, Holes), HoleError> {
    let edges = Edges::of(&mesh.faces, mesh.vertices.len());
    let (rings, loose_edges) = loops(&edges, mesh.vertices.len());
    let mut report = Holes { loose_edges, ..Holes::default() };
    let (mut small, mut large) = (vec![], vec![]);
    for ring in rings {
        let hole = measured(mesh, &ring);
        let fits = hole.perimeter <= limits.perimeter && hole.area <= limits.area;
        if fits { small.push((ring, hole)) } else { large.push((ring, hole)) }
    }
    let chosen = chosen(mesh, &edges, &large, opening)?;
    let open = chosen.map(|chosen| large.swap_remove(chosen));
    let end = open.as_ref().map(|(ring, hole)| End::of(mesh, ring, hole)).filter(|_| opening != Opening::Largest);
    for (ring, hole) in small.into_iter().chain(large) {
        let filled = hole.perimeter <= limits.perimeter && hole.area <= limits.area;
        // A few triangles that are missing are flat enough.
        let over_end = end.as_ref().is_some_and(|end| end.has(mesh, &ring, &hole)) && hole.area > limits.flat_area;
        if over_end && !filled && hole.area > limits.dome_area {
            return Err(HoleError::EndMissing { hole, largest: limits.dome_area });
        }
        if over_end && let Some(dome) = dome::dome(mesh, &ring, &edges) {
            report.domed.push((hole, dome));
        } else if filled {
            fill::fill(mesh, &ring, |a, b| edges.joined(a, b));
            report.filled.push(hole);
        } else if over_end {
            return Err(HoleError::EndUnclear { hole });
        } else {
            report.left.push(hole);
        }
    }
    report.left.sort_by(|a, b| b.area.total_cmp(&a.area));
    let (ring, hole) = open.unzip();
    report.opening = hole;
    Ok((ring.unwrap_or_default(), report))
}

/// Which of the large loops is the opening; none where there is no loop.
fn chosen(
    mesh: &Mesh,
    edges: &Edges,
    large: &[(Vec<u32>, Hole)],
    opening: Opening,
) -> Result<Option<usize>, HoleError> {
    let largest = large.iter().map(|(_, hole)| hole.area).fold(0.0, f64::max);
    let by = |rank: &dyn Fn(&Hole) -> f64| {
        (0..large.len()).rev().max_by(|a, b| rank(&large[*a].1).total_cmp(&rank(&large[*b].1)))
    };
    match opening {
        Opening::Largest => Ok(by(&|hole| hole.area)),
        Opening::Towards(direction) => Ok(by(&|hole| {
            // A hole near the top is not the opening because it reaches higher.
            if hole.area < largest / 4.0 { f64::NEG_INFINITY } else { hole.centre.dot(direction) }
        })),
        Opening::ByShape => {
            let leans: Vec<f64> = large.iter().map(|(ring, _)| lean(mesh, edges, ring)).collect();
            let open: Vec<usize> = (0..large.len()).filter(|at| leans[*at] < ALONG).collect();
            match (open.as_slice(), large.len()) {
                (_, 0) => Ok(None),
                ([one], _) => Ok(Some(*one)),
                // A scan that is cut askew has one loop and no other that could be meant.
                (_, 1) if leans[0] < ACROSS => Ok(Some(0)),
                (_, 1) => Err(HoleError::NoOpening { hole: large[0].1.clone() }),
                _ => {
                    let mut holes: Vec<Hole> = large.iter().map(|(_, hole)| hole.clone()).collect();
                    holes.sort_by(|a, b| b.area.total_cmp(&a.area));
                    Err(HoleError::Openings { holes })
                }
            }
        }
    }
}

/// A surface whose normals at a rim lie this far along the rim's own, on the mean, goes on past it: a wall at an opening
/// (0 for a cylinder, 0.35 is 20° of taper). Our choice.
const ALONG: f64 = 0.35;

/// And from here it runs across the rim: a torn side or a rounded end (our choice).
const ACROSS: f64 = 0.45;

/// How far the faces beside a loop look along its normal: 0 where a wall ends, 1 where a flat surface is torn.
fn lean(mesh: &Mesh, edges: &Edges, ring: &[u32]) -> f64 {
    let points: Vec<Vec3> = ring.iter().rev().map(|vertex| mesh.vertices[*vertex as usize]).collect();
    let Some(normal) = fill::area(&points).try_normalize() else { return 1.0 };
    let mut beside = vec![false; mesh.vertices.len()];
    ring.iter().for_each(|vertex| beside[*vertex as usize] = true);
    // Two rings of faces: the teeth of a tear say little.
    let rim = beside.clone();
    for (from, to, _) in edges.iter().filter(|(from, to, _)| rim[*from as usize] || rim[*to as usize]) {
        (beside[from as usize], beside[to as usize]) = (true, true);
    }
    let near = mesh.faces.iter().filter(|face| face.iter().any(|vertex| beside[*vertex as usize]));
    let sum: Vec3 = near.clone().map(|face| face_vector(face.map(|vertex| mesh.vertices[vertex as usize]))).sum();
    let area: f64 = near.map(|face| face_vector(face.map(|vertex| mesh.vertices[vertex as usize])).length()).sum();
    if area > 0.0 { sum.dot(normal) / area } else { 1.0 }
}

/// The far end of a limb, seen from its opening.
struct End {
    /// From the opening to the end.
    direction: Vec3,
    /// Along it: where the end begins, mm.
    begins: f64,
}

/// The last share of a limb's length is its end (our choice).
const END: f64 = 0.25;

/// A hole's normal lies at most so far from the end's direction, as a cosine (our choice: 60°).
const FACES_END: f64 = 0.5;

impl End {
    fn of(mesh: &Mesh, ring: &[u32], opening: &Hole) -> Self {
        let direction = -normal(mesh, ring);
        let along = mesh.vertices.iter().map(|vertex| (*vertex - opening.centre).dot(direction));
        let far = along.fold(0.0, f64::max);
        Self { direction, begins: opening.centre.dot(direction) + far * (1.0 - END) }
    }

    fn has(&self, mesh: &Mesh, ring: &[u32], hole: &Hole) -> bool {
        hole.centre.dot(self.direction) >= self.begins && normal(mesh, ring).dot(self.direction) >= FACES_END
    }
}

/// Out of a loop.
fn normal(mesh: &Mesh, ring: &[u32]) -> Vec3 {
    let points: Vec<Vec3> = ring.iter().rev().map(|vertex| mesh.vertices[*vertex as usize]).collect();
    fill::area(&points).try_normalize().unwrap_or_default()
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
