//! Faces that hang on the surface by a corner, or by an edge that has its two faces without them: a scanner's slip.

use super::edges::Edges;
use super::weld::compacted;
use crate::mesh::{Mesh, face_vector};

/// Drops patches that touch a larger one in corners or crowded edges only and are smaller than `share` of the largest
/// patch by area; gives how many faces went.
pub(super) fn drop(mesh: &mut Mesh, share: f64) -> usize {
    let edges = Edges::of(&mesh.faces, mesh.vertices.len());
    let mut root: Vec<u32> = (0..mesh.faces.len() as u32).collect();
    for (_, _, sides) in edges.iter() {
        if let [a, b] = sides {
            let (one, other) = (find(&mut root, a.face), find(&mut root, b.face));
            root[one.max(other) as usize] = one.min(other);
        }
    }
    let patch: Vec<u32> = (0..root.len() as u32).map(|face| find(&mut root, face)).collect();
    let mut areas = vec![0.0; patch.len()];
    for (patch, corners) in patch.iter().zip(mesh.triangles()) {
        areas[*patch as usize] += face_vector(corners).length();
    }
    let largest = areas.iter().copied().fold(0.0, f64::max);
    // The largest patch at every vertex.
    let mut owner = vec![u32::MAX; mesh.vertices.len()];
    for (face, patch) in mesh.faces.iter().zip(&patch) {
        for vertex in face {
            let owner = &mut owner[*vertex as usize];
            if *owner == u32::MAX || areas[*owner as usize] < areas[*patch as usize] {
                *owner = *patch;
            }
        }
    }
    let mut hangs = vec![false; patch.len()];
    for (face, patch) in mesh.faces.iter().zip(&patch) {
        let touches = face.iter().any(|vertex| owner[*vertex as usize] != *patch);
        hangs[*patch as usize] |= touches && areas[*patch as usize] < share * largest;
    }
    let kept: Vec<[u32; 3]> =
        mesh.faces.iter().zip(&patch).filter(|(_, patch)| !hangs[**patch as usize]).map(|(face, _)| *face).collect();
    let gone = mesh.faces.len() - kept.len();
    if gone > 0 {
        *mesh = compacted(&mesh.vertices, &kept);
    }
    gone
}

fn find(root: &mut [u32], mut at: u32) -> u32 {
    while root[at as usize] != at {
        root[at as usize] = root[root[at as usize] as usize];
        at = root[at as usize];
    }
    at
}
