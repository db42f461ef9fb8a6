//! Which faces hang together, and what a part that was left out looks like.

use super::weld::compacted;
use crate::mesh::{Mesh, Vec3, face_vector};

/// A part of the scan that is neither skin nor bone, and was left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Crumb {
    /// The part's number, from 1, the largest by area first: as `Skin::Part` counts them.
    pub number: usize,
    /// A place on it, mm.
    pub at: Vec3,
    /// Its faces.
    pub faces: usize,
    /// Its area, mm².
    pub area: f64,
    /// What it looks like.
    pub looks: Looks,
}

/// What a part looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// A limb: a tube of a limb's size, open at an end.
    Limb,
    /// The skin once more: a scanner's doubled shell.
    Copy {
        /// How far off on the mean, µm.
        within_um: u32,
    },
    /// A plane: a table, a floor, a wall.
    Flat,
    /// Too small to be anything.
    Small,
    /// Within the limb, but open: a bone is closed.
    Open,
    /// Within the limb and closed, but about as wide as long: a bone is slender.
    Stout,
    /// Within the limb, but as near to the skin as no bone is.
    AtSkin,
    /// Within the limb, but it fills more of it than bone does: a second shell.
    Thick,
    /// None of these.
    Other,
}

impl Looks {
    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Limb => "shaped like a limb",
            Self::Copy { .. } => "a copy of the skin",
            Self::Flat => "flat like a table",
            Self::Small => "a crumb",
            Self::Open => "open, as no bone is",
            Self::Stout => "not slender, as a bone is",
            Self::AtSkin => "nearer to the skin than bone",
            Self::Thick => "larger than bone",
            Self::Other => "no limb by its shape",
        }
    }
}

/// Parts that share no vertex with each other, the largest by area first.
pub(super) fn split(mesh: &Mesh) -> Vec<Mesh> {
    let mut root: Vec<u32> = (0..mesh.vertices.len() as u32).collect();
    for [a, b, c] in &mesh.faces {
        for (one, other) in [(*a, *b), (*b, *c)] {
            let (one, other) = (find(&mut root, one), find(&mut root, other));
            // The lesser stands for both, so that the order of faces does not matter.
            root[one.max(other) as usize] = one.min(other);
        }
    }
    let mut part_of = vec![u32::MAX; mesh.vertices.len()];
    let mut parts: Vec<(f64, Vec<[u32; 3]>)> = vec![];
    for (face, corners) in mesh.faces.iter().zip(mesh.triangles()) {
        let slot = &mut part_of[find(&mut root, face[0]) as usize];
        if *slot == u32::MAX {
            *slot = parts.len() as u32;
            parts.push((0.0, vec![]));
        }
        let part = &mut parts[*slot as usize];
        part.0 += face_vector(corners).length();
        part.1.push(*face);
    }
    parts.sort_by(|a, b| b.0.total_cmp(&a.0));
    extracted(mesh, parts.into_iter().map(|(_, faces)| faces).collect())
}

/// Parts with their own vertices. One pass each over all vertices would be slow for thousands of crumbs.
fn extracted(mesh: &Mesh, parts: Vec<Vec<[u32; 3]>>) -> Vec<Mesh> {
    let extract = |faces: Vec<[u32; 3]>| {
        let mut used: Vec<u32> = faces.iter().flatten().copied().collect();
        used.sort_unstable();
        used.dedup();
        let vertices: Vec<Vec3> = used.iter().map(|vertex| mesh.vertices[*vertex as usize]).collect();
        let new = |vertex: u32| used.partition_point(|other| *other < vertex) as u32;
        Mesh { vertices, faces: faces.iter().map(|face| face.map(new)).collect() }
    };
    let mut parts = parts.into_iter();
    let skin = parts.next().map(|faces| compacted(&mesh.vertices, &faces));
    skin.into_iter().chain(parts.map(extract)).collect()
}

fn find(root: &mut [u32], mut at: u32) -> u32 {
    while root[at as usize] != at {
        root[at as usize] = root[root[at as usize] as usize];
        at = root[at as usize];
    }
    at
}

/// Whether a point lies within a closed surface: a ray from it crosses an odd number of faces.
pub(super) fn surrounds(closed: &Mesh, point: Vec3) -> bool {
    // Square to no axis: along an axis rays meet the edges of regular meshes.
    let direction = Vec3::new(0.61, -0.35, 0.71);
    let crossed = closed.triangles().filter(|[a, b, c]| {
        let (along, across) = (*b - *a, *c - *a);
        let normal = direction.cross(across);
        let scale = along.dot(normal);
        let from = point - *a;
        let u = from.dot(normal) / scale;
        let q = from.cross(along);
        let v = direction.dot(q) / scale;
        // A face along the ray gives no number, and every comparison with that is false.
        u >= 0.0 && v >= 0.0 && u + v <= 1.0 && across.dot(q) / scale > 0.0
    });
    crossed.count() % 2 == 1
}
