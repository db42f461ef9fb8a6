//! Mesh and shape files in and out: bytes to a [`Scan`], a mesh to bytes.
//!
//! [`read`] goes by content first and by the name's extension second, and says where the two differ. Coordinates stay in
//! the unit of the file until [`units::infer`] (or the user) has named it; only then is there a mesh in millimetres.
//!
//! Files come from anywhere. Nothing is allocated by a count that the file merely claims, and no file passes
//! [`limits`]; what cannot be read is a [`FormatError`] that says what, where, and what would be right.

mod affine;
mod builder;
mod error;
mod glb;
mod obj;
mod ply;
mod sniff;
mod stl;
mod text;
mod threemf;
mod threemf_write;
mod weld;

pub mod aop;
pub mod aop_fit;
pub mod limits;
pub mod units;

pub use aop::{Landmark, Shape, write_aop};
pub use error::{FormatError, Place};
pub use glb::write::{Scalars, write_glb};
pub use ply::write::{Paint, write_ply};
pub use stl::{write_stl, write_stl_ascii};
pub use threemf_write::write_3mf;
pub use units::Unit;

use crate::mesh::Mesh;
use std::fmt;

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
    pub notes: Vec<String>,
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

/// Reads a file of any known format from its `bytes`; `name` is its file name, of which only the extension counts.
///
/// # Errors
/// Where the format is unknown, the file breaks it, or it passes [`limits`].
pub fn read(bytes: &[u8], name: &str) -> Result<Scan, FormatError> {
    limits::check_size(bytes)?;
    let extension = sniff::extension(name);
    let format = sniff::format(bytes, &extension)?;
    let mut scan = match format {
        Format::StlBinary => stl::read_binary(bytes),
        Format::StlAscii => stl::read_ascii(bytes),
        Format::Obj => obj::read(bytes),
        Format::Ply => ply::read(bytes),
        Format::Glb => glb::read(bytes),
        Format::ThreeMf => threemf::read(bytes),
        Format::Aop => aop::read(bytes),
    }?;
    if sniff::named(&extension).is_some_and(|named| sniff::family(named) != sniff::family(format)) {
        scan.notes.insert(0, format!("its name ends in .{extension}, its content is {format}: read as {format}"));
    }
    Ok(scan)
}
