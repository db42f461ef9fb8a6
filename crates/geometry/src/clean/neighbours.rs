//! The vertices around every vertex.

use super::edges::Edges;
use crate::mesh::Mesh;

/// For every vertex those it shares an edge with.
pub(crate) struct Neighbours {
    first: Vec<usize>,
    all: Vec<u32>,
}

impl Neighbours {
    /// Of every vertex.
    pub(crate) fn of(mesh: &Mesh) -> Self {
        let edges = Edges::of(&mesh.faces, mesh.vertices.len());
        Self::with(&edges, &vec![false; mesh.vertices.len()])
    }

    /// Of vertices inside the surface; none for those on a boundary, or where more than two faces meet at an edge.
    pub(crate) fn of_inner(mesh: &Mesh) -> Self {
        let edges = Edges::of(&mesh.faces, mesh.vertices.len());
        let mut left_out = vec![false; mesh.vertices.len()];
        for (from, to, _) in edges.iter().filter(|(_, _, sides)| sides.len() != 2) {
            left_out[from as usize] = true;
            left_out[to as usize] = true;
        }
        Self::with(&edges, &left_out)
    }

    fn with(edges: &Edges, left_out: &[bool]) -> Self {
        let both = |(from, to)| [(from, to), (to, from)];
        let pairs = || edges.iter().flat_map(move |(from, to, _)| both((from, to)));
        let pairs = || pairs().filter(|(from, _): &(u32, u32)| !left_out[*from as usize]);
        let mut first = vec![0; left_out.len() + 1];
        pairs().for_each(|(from, _)| first[from as usize + 1] += 1);
        for vertex in 0..left_out.len() {
            first[vertex + 1] += first[vertex];
        }
        let mut free = first.clone();
        let mut all = vec![0; first[left_out.len()]];
        for (from, to) in pairs() {
            all[free[from as usize]] = to;
            free[from as usize] += 1;
        }
        Self { first, all }
    }

    /// Those around a vertex.
    pub(crate) fn at(&self, vertex: usize) -> &[u32] {
        &self.all[self.first[vertex]..self.first[vertex + 1]]
    }
}
