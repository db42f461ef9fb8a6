//! The nearest point of a surface, many times over, for points that are mostly close to it.
//!
//! A scan of 7,500 vertices is sorted in a millisecond, a tree over its triangles in five; and a search begins beside
//! its answer. Space about the surface is cut into cells, each of which knows a vertex nearby (spread outward from
//! those that hold one); from there the search walks along the mesh for as long as it comes nearer. On a surface that
//! folds back on itself the walk can end in the wrong fold: [`crate::query::Surface`] is exact, this is for
//! correspondences of which outliers are dropped anyway.

use crate::clean::edges::Edges;
use crate::mesh::{Mesh, Vec3, face_vector};

/// Where a search ended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Near {
    /// The point on the surface.
    pub point: Vec3,
    /// The unit normal of its face.
    pub normal: Vec3,
    /// Whether the point lies on the surface's boundary: beyond it there may be anything.
    pub boundary: bool,
}

/// A mesh sorted for searching.
pub(crate) struct Locator<'a> {
    mesh: &'a Mesh,
    /// Where the faces at each vertex begin in `around`.
    first: Vec<u32>,
    around: Vec<u32>,
    rim: Vec<bool>,
    grid: Grid,
}

/// Cells of space with a vertex near each.
struct Grid {
    low: Vec3,
    cell: f64,
    count: [usize; 3],
    seed: Vec<u32>,
}

/// Most cells along an axis: 48³ cells are less memory than the mesh.
const CELLS: f64 = 48.0;

const NONE: u32 = u32::MAX;

impl<'a> Locator<'a> {
    /// None for a mesh without faces.
    pub(crate) fn new(mesh: &'a Mesh) -> Option<Self> {
        if mesh.faces.is_empty() {
            return None;
        }
        let count = mesh.vertices.len();
        let mut first = vec![0u32; count + 1];
        mesh.faces.iter().flatten().for_each(|vertex| first[*vertex as usize + 1] += 1);
        for vertex in 0..count {
            first[vertex + 1] += first[vertex];
        }
        let mut free = first.clone();
        let mut around = vec![0u32; mesh.faces.len() * 3];
        for (face, corners) in mesh.faces.iter().enumerate() {
            for vertex in corners {
                around[free[*vertex as usize] as usize] = face as u32;
                free[*vertex as usize] += 1;
            }
        }
        let mut rim = vec![false; count];
        for (from, to) in Edges::of(&mesh.faces, count).boundary() {
            rim[from as usize] = true;
            rim[to as usize] = true;
        }
        let used = |vertex: usize| first[vertex] < first[vertex + 1];
        let grid = Grid::of(mesh, used);
        Some(Self { mesh, first, around, rim, grid })
    }

    /// The point of the surface nearest to `point`, as far as a walk along the mesh finds it.
    pub(crate) fn nearest(&self, point: Vec3) -> Near {
        let mut vertex = self.grid.seed_at(point);
        let mut best = (self.mesh.vertices[vertex as usize] - point).length_squared();
        loop {
            let mut nearer = vertex;
            for face in self.at(vertex) {
                for other in self.mesh.faces[*face as usize] {
                    let distance = (self.mesh.vertices[other as usize] - point).length_squared();
                    if distance < best {
                        (best, nearer) = (distance, other);
                    }
                }
            }
            if nearer == vertex {
                break;
            }
            vertex = nearer;
        }
        let mut found = (f64::INFINITY, 0, [1.0, 0.0, 0.0], self.mesh.vertices[vertex as usize]);
        for face in self.at(vertex) {
            let (weights, place) = closest(self.mesh.corners(*face as usize), point);
            let distance = (place - point).length_squared();
            if distance < found.0 {
                found = (distance, *face as usize, weights, place);
            }
        }
        let (_, face, weights, place) = found;
        let corners = self.mesh.faces[face];
        let boundary = corners.iter().zip(weights).all(|(vertex, weight)| weight == 0.0 || self.rim[*vertex as usize]);
        let normal = face_vector(self.mesh.corners(face)).try_normalize().unwrap_or_default();
        Near { point: place, normal, boundary }
    }

    fn at(&self, vertex: u32) -> &[u32] {
        &self.around[self.first[vertex as usize] as usize..self.first[vertex as usize + 1] as usize]
    }
}

impl Grid {
    fn of(mesh: &Mesh, used: impl Fn(usize) -> bool) -> Self {
        let (low, high) = mesh.bounds();
        // A third of the size around it: where a start that is not yet good places points.
        let margin = (high - low).max_element() / 6.0;
        let (low, high) = (low - Vec3::splat(margin), high + Vec3::splat(margin));
        let cell = ((high - low).max_element() / CELLS).max(f64::MIN_POSITIVE);
        let count = [high.x - low.x, high.y - low.y, high.z - low.z].map(|size| (size / cell) as usize + 1);
        let mut grid = Self { low, cell, count, seed: vec![NONE; count[0] * count[1] * count[2]] };
        let mut wave = vec![];
        for (vertex, point) in mesh.vertices.iter().enumerate().filter(|(vertex, _)| used(*vertex)) {
            let at = grid.index(*point);
            if grid.seed[at] == NONE {
                grid.seed[at] = vertex as u32;
                wave.push(at);
            }
        }
        // In waves, each a cell further out.
        let steps = [1, count[0], count[0] * count[1]];
        while !wave.is_empty() {
            let mut next = vec![];
            for at in wave {
                for (axis, step) in steps.into_iter().enumerate() {
                    let along = at / step % count[axis];
                    let ways = [(along > 0).then(|| at - step), (along + 1 < count[axis]).then(|| at + step)];
                    for other in ways.into_iter().flatten() {
                        if grid.seed[other] == NONE {
                            grid.seed[other] = grid.seed[at];
                            next.push(other);
                        }
                    }
                }
            }
            wave = next;
        }
        grid
    }

    /// The cell of a point; the outermost for one that lies outside.
    fn index(&self, point: Vec3) -> usize {
        let place = (point - self.low) / self.cell;
        let along = |place: f64, count: usize| (place.max(0.0) as usize).min(count - 1);
        let [x, y, z] = [along(place.x, self.count[0]), along(place.y, self.count[1]), along(place.z, self.count[2])];
        x + self.count[0] * (y + self.count[1] * z)
    }

    fn seed_at(&self, point: Vec3) -> u32 {
        self.seed[self.index(point)]
    }
}

/// The point of a triangle nearest to `point`, and the weights of the corners that give it; a weight is exactly zero
/// where the point lies on the opposite side (Ericson 2005, "Real-time collision detection", 5.1.5).
fn closest([a, b, c]: [Vec3; 3], point: Vec3) -> ([f64; 3], Vec3) {
    let (ab, ac) = (b - a, c - a);
    let (d1, d2) = (ab.dot(point - a), ac.dot(point - a));
    if d1 <= 0.0 && d2 <= 0.0 {
        return ([1.0, 0.0, 0.0], a);
    }
    let (d3, d4) = (ab.dot(point - b), ac.dot(point - b));
    if d3 >= 0.0 && d4 <= d3 {
        return ([0.0, 1.0, 0.0], b);
    }
    let vc = d1 * d4 - d3 * d2;
    if vc <= 0.0 && d1 >= 0.0 && d3 <= 0.0 && d1 > d3 {
        let v = d1 / (d1 - d3);
        return ([1.0 - v, v, 0.0], a + ab * v);
    }
    let (d5, d6) = (ab.dot(point - c), ac.dot(point - c));
    if d6 >= 0.0 && d5 <= d6 {
        return ([0.0, 0.0, 1.0], c);
    }
    let vb = d5 * d2 - d1 * d6;
    if vb <= 0.0 && d2 >= 0.0 && d6 <= 0.0 && d2 > d6 {
        let w = d2 / (d2 - d6);
        return ([1.0 - w, 0.0, w], a + ac * w);
    }
    let va = d3 * d6 - d5 * d4;
    if va <= 0.0 && d4 >= d3 && d5 >= d6 && (d4 - d3) + (d5 - d6) > 0.0 {
        let w = (d4 - d3) / ((d4 - d3) + (d5 - d6));
        return ([0.0, 1.0 - w, w], b + (c - b) * w);
    }
    let sum = va + vb + vc;
    // A triangle without area that no side claimed: its first corner is as good as any.
    if sum <= 0.0 || !sum.is_finite() {
        return ([1.0, 0.0, 0.0], a);
    }
    let (v, w) = (vb / sum, vc / sum);
    ([1.0 - v - w, v, w], a + ab * v + ac * w)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Surface;
    use crate::shapes::{self, Detail};

    #[test]
    fn it_agrees_with_the_exact_search_near_a_limb() {
        let limb = shapes::limb(50.0, 150.0, Detail { rings: 40, around: 48 });
        let (locator, surface) = (Locator::new(&limb).unwrap(), Surface::new(&limb).unwrap());
        let probes = shapes::noisy(&limb, 6.0, 3).vertices;
        let differ = probes.iter().filter(|probe| {
            let (ours, exact) = (locator.nearest(**probe), surface.nearest(**probe));
            (ours.point - **probe).length() > exact.distance + 1e-9
        });
        // The nearest vertex need not be a corner of the nearest face.
        let share = differ.count() as f64 / probes.len() as f64;
        assert!(share < 0.02, "{share}");
    }

    #[test]
    fn beyond_the_opening_the_nearest_point_is_on_the_boundary() {
        let limb = shapes::limb(50.0, 150.0, Detail { rings: 40, around: 48 });
        let locator = Locator::new(&limb).unwrap();
        assert!(locator.nearest(Vec3::new(50.0, 0.0, 20.0)).boundary);
        assert!(!locator.nearest(Vec3::new(60.0, 0.0, -40.0)).boundary);
        assert!(!locator.nearest(Vec3::new(0.0, 0.0, -500.0)).boundary);
    }

    #[test]
    fn triangles_without_area_are_survived() {
        let flat = Mesh { vertices: vec![Vec3::ZERO, Vec3::X, Vec3::X * 2.0], faces: vec![[0, 1, 2], [0, 0, 0]] };
        let near = Locator::new(&flat).unwrap().nearest(Vec3::new(1.4, 1.0, 0.0));
        assert!(near.point.is_finite());
        assert!(Locator::new(&Mesh::default()).is_none());
    }
}
