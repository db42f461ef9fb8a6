//! A triangle mesh: vertices, and faces that share them; what can be summed over its faces.

use std::collections::HashMap;

/// A point or a direction, mm.
pub type Vec3 = parry3d_f64::math::Vector;

/// Triangles that share vertices. Nothing is promised of it but that every index is of a vertex and every
/// coordinate finite; counter-clockwise seen from outside is what a cleaned mesh adds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mesh {
    /// The vertices, mm.
    pub vertices: Vec<Vec3>,
    /// The faces, each three indices of vertices.
    pub faces: Vec<[u32; 3]>,
}

impl Mesh {
    /// The corners of a face.
    pub fn corners(&self, face: usize) -> [Vec3; 3] {
        self.faces[face].map(|vertex| self.vertices[vertex as usize])
    }

    /// The corners of every face.
    pub fn triangles(&self) -> impl ExactSizeIterator<Item = [Vec3; 3]> + '_ {
        (0..self.faces.len()).map(|face| self.corners(face))
    }

    /// Least and greatest coordinates of the vertices; zero for a mesh without any.
    pub fn bounds(&self) -> (Vec3, Vec3) {
        self.vertices
            .iter()
            .fold(None, |bounds: Option<(Vec3, Vec3)>, vertex| {
                Some(bounds.map_or((*vertex, *vertex), |(low, high)| (low.min(*vertex), high.max(*vertex))))
            })
            .unwrap_or_default()
    }

    /// Area of the faces, mm².
    pub fn area(&self) -> f64 {
        self.triangles().map(|corners| face_vector(corners).length()).sum()
    }

    /// Sum of the faces' area vectors, mm²: zero for a closed mesh; for one with a single opening, the opening's area
    /// along its outward normal, reversed. It does not depend on how the opening would be filled.
    pub fn vector_area(&self) -> Vec3 {
        self.triangles().map(face_vector).sum()
    }

    /// Volume enclosed, mm³, by the divergence theorem; positive for faces counter-clockwise seen from outside.
    /// Of a closed mesh only: an open one has no volume before its opening has been given a surface.
    pub fn volume(&self) -> f64 {
        // About a point of the mesh: far from the origin the terms would cancel.
        let origin = self.vertices.first().copied().unwrap_or_default();
        self.triangles().map(|[a, b, c]| (a - origin).dot((b - origin).cross(c - origin)) / 6.0).sum()
    }

    /// Outward unit normal of every vertex, the mean of its faces weighted by area; zero for a vertex without area.
    pub fn normals(&self) -> Vec<Vec3> {
        let mut sums = vec![Vec3::ZERO; self.vertices.len()];
        for (face, corners) in self.faces.iter().zip(self.triangles()) {
            let vector = face_vector(corners);
            face.iter().for_each(|vertex| sums[*vertex as usize] += vector);
        }
        sums.into_iter().map(|sum| sum.try_normalize().unwrap_or_default()).collect()
    }

    /// Edges that have a face on one side only, in the direction of that face, each list one loop. Where loops touch
    /// in a vertex they are kept apart as far as the edges tell.
    pub fn boundary_loops(&self) -> Vec<Vec<u32>> {
        let mut open: HashMap<(u32, u32), i32> = HashMap::new();
        for [a, b, c] in &self.faces {
            for (from, to) in [(*a, *b), (*b, *c), (*c, *a)] {
                *open.entry((from, to)).or_default() += 1;
                *open.entry((to, from)).or_default() -= 1;
            }
        }
        let mut next: HashMap<u32, Vec<u32>> = HashMap::new();
        let mut starts = vec![];
        for [a, b, c] in &self.faces {
            for (from, to) in [(*a, *b), (*b, *c), (*c, *a)] {
                if open[&(from, to)] > 0 {
                    next.entry(from).or_default().push(to);
                    starts.push(from);
                }
            }
        }
        let mut loops = vec![];
        for start in starts {
            let mut walk = vec![];
            let mut at = start;
            while let Some(to) = next.get_mut(&at).and_then(Vec::pop) {
                walk.push(at);
                at = to;
            }
            if walk.len() > 2 && at == start {
                loops.push(walk);
            }
        }
        loops
    }

    /// The mesh with every vertex moved by `place`.
    #[must_use]
    pub fn mapped(&self, place: impl Fn(Vec3) -> Vec3) -> Self {
        Self { vertices: self.vertices.iter().map(|vertex| place(*vertex)).collect(), faces: self.faces.clone() }
    }
}

/// Area of a triangle along its normal, mm².
pub fn face_vector([a, b, c]: [Vec3; 3]) -> Vec3 {
    (b - a).cross(c - a) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A cube of 10 mm, far from the origin.
    fn cube() -> Mesh {
        let at = |bits: u32| Vec3::new(f64::from(bits & 1), f64::from(bits >> 1 & 1), f64::from(bits >> 2)) * 10.0;
        let quads = [[0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [2, 6, 7, 3], [0, 4, 6, 2], [1, 3, 7, 5]];
        Mesh {
            vertices: (0..8).map(|bits| at(bits) + Vec3::splat(500.0)).collect(),
            faces: quads.iter().flat_map(|[a, b, c, d]| [[*a, *b, *c], [*a, *c, *d]]).collect(),
        }
    }

    #[test]
    fn a_cube_has_its_volume_area_and_no_boundary() {
        let cube = cube();
        assert!((cube.volume() - 1_000.0).abs() < 1e-9);
        assert!((cube.area() - 600.0).abs() < 1e-9);
        assert!(cube.vector_area().length() < 1e-9);
        assert!(cube.boundary_loops().is_empty());
        assert_eq!(cube.bounds(), (Vec3::splat(500.0), Vec3::splat(510.0)));
    }

    #[test]
    fn an_open_cube_has_one_loop_and_the_openings_vector_area() {
        let mut cube = cube();
        cube.faces.drain(2..4);
        let loops = cube.boundary_loops();
        assert_eq!(loops.len(), 1);
        assert_eq!(loops[0].len(), 4);
        assert!((cube.vector_area() - Vec3::new(0.0, 0.0, -100.0)).length() < 1e-9);
    }
}
