//! What several tests of the crate need: the public limbs, and meshes taken apart.

use geometry::{Mesh, Vec3};
use std::path::{Path, PathBuf};

/// The four shapes of the OpenLimb model with what makes them millimetres.
pub const OPENLIMB: [(&str, f64); 4] = [
    ("mean-skin-full-size.stl", 1.0),
    ("mean-limb-full-size.stl", 1.0),
    ("long-limb-normalised.stl", 380.81),
    ("bulbous-limb-normalised.stl", 380.81),
];

/// One of the OpenLimb shapes as triangles that share nothing, mm; none, and the reason on the terminal, where the
/// files are not: their licence keeps them out of this tree.
pub fn openlimb(name: &str) -> Option<Mesh> {
    let scale = OPENLIMB.iter().find(|(known, _)| *known == name).map(|(_, scale)| *scale)?;
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/openlimb");
    let folder = std::env::var_os("CONCORD_OPENLIMB").map_or(beside, PathBuf::from);
    match std::fs::read(folder.join(name)) {
        Ok(bytes) => Some(soup(&bytes, scale)),
        Err(error) => {
            eprintln!(
                "SKIPPED: {name} is not read ({error}); CONCORD_OPENLIMB names the folder of the OpenLimb shapes"
            );
            None
        }
    }
}

/// The triangles of a binary STL.
fn soup(bytes: &[u8], scale: f64) -> Mesh {
    let number = |at: &[u8]| f64::from(f32::from_le_bytes([at[0], at[1], at[2], at[3]])) * scale;
    let mut mesh = Mesh::default();
    for record in bytes[84..].chunks_exact(50) {
        let first = mesh.vertices.len() as u32;
        let corner = |at: &[u8]| Vec3::new(number(at), number(&at[4..]), number(&at[8..]));
        mesh.vertices.extend(record[12..48].chunks_exact(12).map(corner));
        mesh.faces.push([first, first + 1, first + 2]);
    }
    mesh
}

/// Every face with vertices of its own, as a file of triangles has them.
pub fn unshared(mesh: &Mesh) -> Mesh {
    Mesh {
        vertices: mesh.triangles().flatten().collect(),
        faces: (0..mesh.faces.len() as u32).map(|face| [3 * face, 3 * face + 1, 3 * face + 2]).collect(),
    }
}

/// Both meshes as one.
pub fn joined(mut one: Mesh, other: &Mesh) -> Mesh {
    let first = one.vertices.len() as u32;
    one.vertices.extend(&other.vertices);
    one.faces.extend(other.faces.iter().map(|face| face.map(|vertex| vertex + first)));
    one
}

/// The mesh without the faces whose centre lies within `radius` of a place.
pub fn punched(mesh: &Mesh, at: Vec3, radius: f64) -> Mesh {
    let mut punched = mesh.clone();
    punched.faces.retain(|face| {
        let centre = face.iter().map(|vertex| mesh.vertices[*vertex as usize]).sum::<Vec3>() / 3.0;
        (centre - at).length() > radius
    });
    punched
}
