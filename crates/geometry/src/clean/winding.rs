//! Faces turned so that neighbours agree and the outside is outside.

use super::edges::Edges;
use crate::mesh::{Mesh, Vec3};

/// What turning did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wound {
    /// Faces that were turned over.
    pub faces_turned: usize,
    /// Edges whose two faces could not be made to agree: a surface with one side only.
    pub edges_contradictory: usize,
    /// Edges at which three or more faces meet. They are left as they are, and neighbours across them are not turned
    /// to agree.
    pub edges_crowded: usize,
}

const NONE: u32 = u32::MAX;

/// Turns faces until neighbours run opposite ways along their edge, then every patch outward.
pub(super) fn wind(mesh: &mut Mesh) -> Wound {
    let edges = Edges::of(&mesh.faces, mesh.vertices.len());
    let mut report = Wound { edges_crowded: edges.crowded(), ..Wound::default() };
    let mut neighbours = vec![[(NONE, false); 3]; mesh.faces.len()];
    let mut add = |face: u32, other: u32, agree: bool| {
        if let Some(slot) = neighbours[face as usize].iter_mut().find(|slot| slot.0 == NONE) {
            *slot = (other, agree);
        }
    };
    for (_, _, sides) in edges.iter() {
        if let [a, b] = sides {
            add(a.face, b.face, a.forward != b.forward);
            add(b.face, a.face, a.forward != b.forward);
        }
    }
    let mut patch = vec![NONE; mesh.faces.len()];
    let mut turned = vec![false; mesh.faces.len()];
    let mut patches = 0;
    let mut waiting = vec![];
    for start in 0..mesh.faces.len() {
        if patch[start] != NONE {
            continue;
        }
        patch[start] = patches;
        waiting.push(start);
        while let Some(face) = waiting.pop() {
            for (other, agree) in neighbours[face].iter().filter(|slot| slot.0 != NONE) {
                let other = *other as usize;
                let wanted = turned[face] == *agree;
                if patch[other] == NONE {
                    patch[other] = patches;
                    turned[other] = wanted;
                    waiting.push(other);
                } else if turned[other] != wanted && other > face {
                    report.edges_contradictory += 1;
                }
            }
        }
        patches += 1;
    }
    let inside_out: Vec<bool> =
        volumes(mesh, &edges, &patch, &turned, patches as usize).iter().map(|volume| *volume < 0.0).collect();
    for (index, face) in mesh.faces.iter_mut().enumerate() {
        if turned[index] != inside_out[patch[index] as usize] {
            face.swap(1, 2);
            report.faces_turned += 1;
        }
    }
    report
}

/// Six times the signed volume of every patch. An open one is closed by a fan over all its boundary from the
/// boundary's centre: for a limb cut off anywhere that is a lid, and small holes hardly change it.
fn volumes(mesh: &Mesh, edges: &Edges, patch: &[u32], turned: &[bool], patches: usize) -> Vec<f64> {
    let mut rims = vec![(Vec3::ZERO, 0.0); patches];
    for (from, to, sides) in edges.iter() {
        if let [side] = sides {
            let (a, b) = (mesh.vertices[from as usize], mesh.vertices[to as usize]);
            let rim = &mut rims[patch[side.face as usize] as usize];
            let length = (b - a).length();
            rim.0 += (a + b) / 2.0 * length;
            rim.1 += length;
        }
    }
    let mut centres: Vec<Option<Vec3>> =
        rims.into_iter().map(|(sum, length)| (length > 0.0).then(|| sum / length)).collect();
    let mut volumes = vec![0.0; patches];
    for (face, [a, b, c]) in mesh.triangles().enumerate() {
        let patch = patch[face] as usize;
        let centre = *centres[patch].get_or_insert(a);
        let volume = (a - centre).dot((b - centre).cross(c - centre));
        volumes[patch] += if turned[face] { -volume } else { volume };
    }
    volumes
}
