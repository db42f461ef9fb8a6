//! The kinds of file, and what one holds.

use super::aop::Shape;
use super::unit::Unit;
use crate::mesh::Mesh;
use std::fmt;
use texts::Said;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Triangles without shared vertices, binary.
    StlBinary,
    /// Triangles without shared vertices, as text.
    StlAscii,
    /// Wavefront's text.
    Obj,
    /// Stanford's polygons, text or binary.
    Ply,
    /// glTF in one binary file, of phone scanners.
    Glb,
    /// The printers' package of XML.
    ThreeMf,
    /// Radii around an axis, of prosthetics' digitisers and carvers.
    Aop,
}

impl fmt::Display for Format {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::StlBinary => "binary STL",
            Self::StlAscii => "ASCII STL",
            Self::Obj => "OBJ",
            Self::Ply => "PLY",
            Self::Glb => "GLB",
            Self::ThreeMf => "3MF",
            Self::Aop => "AOP",
        })
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
