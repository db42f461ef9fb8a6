//! Judging a solid as a printer would: closed, oriented, in one piece, nowhere through itself, walls thick enough.
//!
//! It knows nothing of how the mesh was made, and is asked about what was read back from the file that was written.
//! Not promised: that a slicer's own tolerance agrees, and that a wall is strong enough (no structural test is made).

use crate::mesh::{Mesh, Vec3, face_vector};
use parry3d_f64::bounding_volume::Aabb;
use parry3d_f64::partitioning::{Bvh, BvhBuildStrategy};
use rayon::prelude::*;

/// What was found of a mesh.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Verdict {
    /// Faces.
    pub faces: usize,
    /// Edges that have not exactly two faces, in opposite directions.
    pub open_edges: usize,
    /// Pieces that share no vertex.
    pub pieces: usize,
    /// Handles: 0 for a bowl, one more for every hole through its wall.
    pub genus: i64,
    /// Faces without area.
    pub degenerate_faces: usize,
    /// Pairs of faces that pass through each other.
    pub crossings: usize,
    /// Volume of the material, mL.
    pub volume_ml: f64,
}

impl Verdict {
    /// Whether it bounds a solid.
    pub fn is_solid(&self) -> bool {
        self.open_edges == 0 && self.pieces == 1 && self.crossings == 0 && self.volume_ml > 0.0
    }
}

/// A face of less than this, mm², has no normal in single precision.
const NO_AREA_MM2: f64 = 1e-12;

/// Judges a mesh.
pub fn judge(mesh: &Mesh) -> Verdict {
    // Edges as one number each, the lesser vertex first; the last bit says which way the face runs along it.
    let mut edges = Vec::with_capacity(mesh.faces.len() * 3);
    let mut pieces = Pieces::new(mesh.vertices.len());
    for [a, b, c] in &mesh.faces {
        for (from, to) in [(*a, *b), (*b, *c), (*c, *a)] {
            let ends = u64::from(from.min(to)) << 33 | u64::from(from.max(to)) << 1;
            edges.push(ends | u64::from(from < to));
            pieces.join(from, to);
        }
    }
    edges.par_sort_unstable();
    let by_edge = || edges.chunk_by(|a, b| a >> 1 == b >> 1);
    let open_edges = by_edge().filter(|faces| !matches!(faces, [a, b] if a != b)).count();
    let edges = by_edge().count();
    let (used, pieces) = pieces.count(mesh);
    let euler = used as i64 - edges as i64 + mesh.faces.len() as i64;
    Verdict {
        faces: mesh.faces.len(),
        open_edges,
        pieces,
        genus: pieces as i64 - euler / 2,
        degenerate_faces: mesh.triangles().filter(|corners| face_vector(*corners).length() < NO_AREA_MM2).count(),
        crossings: crossings(mesh),
        volume_ml: mesh.volume() / 1e3,
    }
}

/// Whether two meshes are the same triangles, in the same order, in the single precision of an STL, between as many
/// vertices: what is found of the one then holds of the other.
pub fn same_in_single(a: &Mesh, b: &Mesh) -> bool {
    let single = |point: Vec3| [point.x as f32, point.y as f32, point.z as f32];
    let used = |mesh: &Mesh| Pieces::new(mesh.vertices.len()).count(mesh).0;
    a.faces.len() == b.faces.len()
        && a.triangles().zip(b.triangles()).all(|(a, b)| a.map(single) == b.map(single))
        && used(a) == used(b)
}

/// Which vertices hang together.
struct Pieces {
    parent: Vec<u32>,
}

impl Pieces {
    fn new(vertices: usize) -> Self {
        Self { parent: (0..vertices as u32).collect() }
    }

    fn root(&mut self, mut at: u32) -> u32 {
        while self.parent[at as usize] != at {
            let above = self.parent[self.parent[at as usize] as usize];
            self.parent[at as usize] = above;
            at = above;
        }
        at
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b) as usize] = a.min(b);
    }

    /// Vertices used by a face, and pieces they form.
    fn count(mut self, mesh: &Mesh) -> (usize, usize) {
        let mut used = vec![false; self.parent.len()];
        mesh.faces.iter().flatten().for_each(|vertex| used[*vertex as usize] = true);
        let roots = (0..used.len()).filter(|vertex| used[*vertex] && self.root(*vertex as u32) == *vertex as u32);
        let pieces = roots.count();
        (used.iter().filter(|used| **used).count(), pieces)
    }
}

/// Pairs of faces that pass through each other, those that share a vertex included where they do so away from it.
fn crossings(mesh: &Mesh) -> usize {
    crossing_faces(mesh).len()
}

/// Where faces pass through each other, if they do: the middle of the first such face.
pub fn crossing(mesh: &Mesh) -> Option<Vec3> {
    let face = *crossing_faces(mesh).first()?;
    let [a, b, c] = mesh.faces[face].map(|vertex| mesh.vertices[vertex as usize]);
    Some((a + b + c) / 3.0)
}

/// The first face of every pair that passes through each other, in the order of the faces.
fn crossing_faces(mesh: &Mesh) -> Vec<usize> {
    let corners: Vec<[Vec3; 3]> = mesh.triangles().collect();
    let boxes: Vec<Aabb> = corners.iter().map(|[a, b, c]| Aabb::new(a.min(*b).min(*c), a.max(*b).max(*c))).collect();
    let tree = Bvh::from_leaves(BvhBuildStrategy::Binned, &boxes);
    (0..corners.len())
        .into_par_iter()
        .flat_map_iter(|face| {
            let crossed = tree.intersect_aabb(&boxes[face]).filter(|other| {
                let other = *other as usize;
                other > face && cross(&corners, mesh.faces[face], mesh.faces[other], face, other)
            });
            std::iter::repeat_n(face, crossed.count())
        })
        .collect()
}

/// Whether an edge of either face passes through the other, away from the vertices they share.
fn cross(corners: &[[Vec3; 3]], a: [u32; 3], b: [u32; 3], first: usize, second: usize) -> bool {
    let pierces = |edges: [u32; 3], from: &[Vec3; 3], face: [u32; 3], into: &[Vec3; 3]| {
        (0..3).any(|edge| {
            let (start, end) = (edge, (edge + 1) % 3);
            !face.contains(&edges[start]) && !face.contains(&edges[end]) && pierced(from[start], from[end], into)
        })
    };
    let shared = a.iter().filter(|vertex| b.contains(vertex)).count();
    match shared {
        3 => true,
        // Neighbours over an edge pass through each other only by lying on one another.
        2 => folded(&corners[first], &corners[second]),
        _ => pierces(a, &corners[first], b, &corners[second]) || pierces(b, &corners[second], a, &corners[first]),
    }
}

/// Two faces over a common edge that lie on the same side of it in the same plane.
fn folded(a: &[Vec3; 3], b: &[Vec3; 3]) -> bool {
    let (na, nb) = (face_vector(*a), face_vector(*b));
    let product = na.length() * nb.length();
    product > NO_AREA_MM2 * NO_AREA_MM2 && na.dot(nb) / product < -1.0 + 1e-12
}

/// Whether a segment passes through the inside of a triangle (touching its border does not count).
fn pierced(from: Vec3, to: Vec3, [a, b, c]: &[Vec3; 3]) -> bool {
    // The ends on different sides of the plane, and the line inside of all three edges. Exact predicates: faces of one
    // plane, which a cap is made of, would cross by rounding alone.
    let volume = |p: Vec3, q: Vec3, r: Vec3, s: Vec3| {
        let at = |v: Vec3| robust::Coord3D { x: v.x, y: v.y, z: v.z };
        robust::orient3d(at(p), at(q), at(r), at(s))
    };
    let (below, above) = (volume(*a, *b, *c, from), volume(*a, *b, *c, to));
    if below * above >= 0.0 {
        return false;
    }
    let sides = [volume(from, to, *a, *b), volume(from, to, *b, *c), volume(from, to, *c, *a)];
    sides.iter().all(|side| *side > 0.0) || sides.iter().all(|side| *side < 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tetrahedron(at: Vec3) -> Mesh {
        Mesh {
            vertices: vec![at, at + Vec3::X * 10.0, at + Vec3::Y * 10.0, at + Vec3::Z * 10.0],
            faces: vec![[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]],
        }
    }

    fn both(a: &Mesh, b: &Mesh) -> Mesh {
        let mut sum = a.clone();
        let first = a.vertices.len() as u32;
        sum.vertices.extend(&b.vertices);
        sum.faces.extend(b.faces.iter().map(|face| face.map(|vertex| vertex + first)));
        sum
    }

    #[test]
    fn a_tetrahedron_is_a_solid() {
        let verdict = judge(&tetrahedron(Vec3::ZERO));
        assert!(verdict.is_solid(), "{verdict:?}");
        assert_eq!(verdict.genus, 0);
        assert!((verdict.volume_ml - 1.0 / 6.0).abs() < 1e-12);
    }

    #[test]
    fn a_missing_face_a_turned_face_and_an_inside_out_solid_are_told() {
        let mut open = tetrahedron(Vec3::ZERO);
        open.faces.pop();
        assert_eq!(judge(&open).open_edges, 3);
        let mut turned = tetrahedron(Vec3::ZERO);
        turned.faces[0].swap(0, 1);
        assert_eq!(judge(&turned).open_edges, 3);
        let mut inside_out = tetrahedron(Vec3::ZERO);
        inside_out.faces.iter_mut().for_each(|face| face.swap(0, 1));
        assert!(!judge(&inside_out).is_solid());
    }

    #[test]
    fn two_solids_through_each_other_cross_and_apart_are_two_pieces() {
        let through = judge(&both(&tetrahedron(Vec3::ZERO), &tetrahedron(Vec3::new(1.0, 1.5, -2.0))));
        assert!(through.crossings > 0 && through.pieces == 2, "{through:?}");
        let apart = judge(&both(&tetrahedron(Vec3::ZERO), &tetrahedron(Vec3::splat(20.0))));
        assert_eq!((apart.crossings, apart.pieces), (0, 2));
    }

    #[test]
    fn the_same_triangles_are_told_from_others_and_from_those_that_are_joined_otherwise() {
        let mesh = tetrahedron(Vec3::new(0.1, 0.2, 0.3));
        assert!(same_in_single(&mesh, &mesh.mapped(|point| point + Vec3::splat(1e-10))));
        assert!(!same_in_single(&mesh, &mesh.mapped(|point| point + Vec3::splat(1e-5))));
        let mut apart = mesh.clone();
        apart.vertices.push(mesh.vertices[0]);
        apart.faces[0][0] = 4;
        assert!(!same_in_single(&mesh, &apart), "a vertex that only looks joined");
        assert!(!same_in_single(&mesh, &Mesh { faces: mesh.faces[1..].to_vec(), ..mesh.clone() }));
    }

    #[test]
    fn a_face_folded_onto_its_neighbour_is_told() {
        let flat = Mesh {
            vertices: vec![Vec3::ZERO, Vec3::X, Vec3::Y, Vec3::new(0.2, 0.2, 0.0)],
            faces: vec![[0, 1, 2], [1, 0, 3]],
        };
        assert_eq!(judge(&flat).crossings, 1);
    }
}
