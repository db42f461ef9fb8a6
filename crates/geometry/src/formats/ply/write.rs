//! A mesh as binary PLY, with a colour or a number for every vertex where there is one.

use crate::mesh::Mesh;

/// What a vertex carries beside its place; for each vertex, in the mesh's order.
#[derive(Clone, Copy, Debug)]
pub enum Paint<'a> {
    /// Nothing.
    Plain,
    /// Red, green, blue.
    Colours(&'a [[u8; 3]]),
    /// A number of the name given, for instance a distance in mm. The name's blanks become underscores.
    Scalars(&'a str, &'a [f64]),
}

/// The mesh as binary PLY, little end first, coordinates with every digit. Vertices that the paint has nothing for are
/// black, or not a number.
pub fn write_ply(mesh: &Mesh, paint: Paint) -> Vec<u8> {
    let mut header = format!(
        "ply\nformat binary_little_endian 1.0\ncomment Concord; unit: millimetre\nelement vertex {}\n",
        mesh.vertices.len()
    );
    header.push_str("property double x\nproperty double y\nproperty double z\n");
    match paint {
        Paint::Plain => {}
        Paint::Colours(_) => header.push_str("property uchar red\nproperty uchar green\nproperty uchar blue\n"),
        Paint::Scalars(name, _) => {
            let plain = |char: char| if char.is_ascii_alphanumeric() { char } else { '_' };
            header.push_str(&format!("property float {}\n", name.chars().map(plain).collect::<String>()));
        }
    }
    header
        .push_str(&format!("element face {}\nproperty list uchar uint vertex_indices\nend_header\n", mesh.faces.len()));
    let mut out = header.into_bytes();
    out.reserve(mesh.vertices.len() * 28 + mesh.faces.len() * 13);
    for (index, vertex) in mesh.vertices.iter().enumerate() {
        for coordinate in [vertex.x, vertex.y, vertex.z] {
            out.extend_from_slice(&coordinate.to_le_bytes());
        }
        match paint {
            Paint::Plain => {}
            Paint::Colours(colours) => out.extend_from_slice(&colours.get(index).copied().unwrap_or_default()),
            Paint::Scalars(_, values) => {
                let value = values.get(index).copied().unwrap_or(f64::NAN);
                out.extend_from_slice(&(value as f32).to_le_bytes());
            }
        }
    }
    for face in &mesh.faces {
        out.push(3);
        face.iter().for_each(|vertex| out.extend_from_slice(&vertex.to_le_bytes()));
    }
    out
}
