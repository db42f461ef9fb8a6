//! The kinds of file, and what one holds.

use super::aop::Shape;
use super::unit::Unit;
use crate::mesh::Mesh;
use std::fmt;
use texts::Said;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// What people call it.
    pub name: &'static str,
    /// What its files' names end in, in small letters.
    pub extension: &'static str,
}

impl Format {
    /// Triangles without shared vertices, binary.
    pub const STL_BINARY: Self = Self { name: "binary STL", extension: "stl" };
    /// Triangles without shared vertices, as text.
    pub const STL_ASCII: Self = Self { name: "ASCII STL", extension: "stl" };
    /// Wavefront's text.
    pub const OBJ: Self = Self { name: "OBJ", extension: "obj" };
    /// Stanford's polygons, text or binary.
    pub const PLY: Self = Self { name: "PLY", extension: "ply" };
    /// glTF in one binary file, of phone scanners.
    pub const GLB: Self = Self { name: "GLB", extension: "glb" };
    /// The printers' package of XML.
    pub const THREE_MF: Self = Self { name: "3MF", extension: "3mf" };
    /// Radii around an axis, of prosthetics' digitisers and carvers.
    pub const AOP: Self = Self { name: "AOP", extension: "aop" };
}

impl fmt::Display for Format {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name)
    }
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Scan {
    /// The mesh, in the **unit of the file**: see [`Scan::into_millimetres`].
    pub mesh: Mesh,
    /// A colour a vertex (red, green, blue), where every vertex has one.
    pub colours: Option<Vec<[u8; 3]>>,
    /// The unit the file states, or its format by standard; none for the formats that have none.
    pub unit: Option<Unit>,
    /// What it was read as.
    pub format: Format,
    /// What was left out or taken otherwise than the file says, each a sentence for the user.
    pub notes: Vec<Said>,
    /// The shape the mesh was made of: AOP only, with side and landmarks.
    pub shape: Option<Shape>,
}

impl Scan {
    /// The mesh in millimetres, its coordinates being in `unit`.
    pub fn into_millimetres(self, unit: Unit) -> Mesh {
        let factor = unit.millimetres();
        let mut mesh = self.mesh;
        // The commonest case keeps the very bits of the file.
        if factor != 1.0 {
            mesh.vertices.iter_mut().for_each(|vertex| *vertex *= factor);
        }
        mesh
    }
}
