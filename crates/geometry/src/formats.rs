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
mod reader;
mod scan;
mod sniff;
mod stl;
mod text;
mod threemf;
mod threemf_write;
mod unit;
mod weld;

pub mod aop;
pub mod aop_fit;
pub mod limits;
pub mod units;

pub use aop::{Landmark, Shape, write_aop};
pub use error::{FormatError, Place};
pub use glb::write::{Scalars, write_glb};
pub use ply::write::{Paint, write_ply};
pub use reader::Reader;
pub use scan::{Format, Scan};
pub use stl::{write_stl, write_stl_ascii};
pub use threemf_write::write_3mf;
pub use unit::Unit;

use texts::Wording;

/// Every format that is read, in the order in which people name them. Another is a row here, its file, and its name in `scan`.
pub const READERS: &[Reader] =
    &[stl::BINARY, stl::ASCII, obj::READER, ply::READER, glb::READER, threemf::READER, aop::READER];

/// Reads a file of any known format from its `bytes`; `name` is its file name, of which only the extension counts.
///
/// # Errors
/// Where the format is unknown, the file breaks it, or it passes [`limits`].
pub fn read(bytes: &[u8], name: &str) -> Result<Scan, FormatError> {
    read_by(READERS, bytes, name)
}

/// The same with other formats.
///
/// # Errors
/// As [`read`].
pub fn read_by(readers: &[Reader], bytes: &[u8], name: &str) -> Result<Scan, FormatError> {
    limits::check_size(bytes)?;
    let extension = sniff::extension(name);
    let reader = sniff::reader(readers, bytes, &extension)?;
    let mut scan = (reader.read)(bytes)?;
    let (format, known) = (reader.format, readers.iter().any(|reader| reader.format.extension == extension));
    if known && format.extension != extension {
        let note = Wording::new("scan_note-other_format");
        let note = note.with("extension", extension).with("format", format.to_string());
        scan.notes.insert(0, note.into());
    }
    Ok(scan)
}

/// What people call the formats: "STL, OBJ, PLY, GLB, 3MF or AOP", with these letters before the last.
pub fn listed(last: &str) -> String {
    sniff::listed(READERS, last)
}

/// What a page lets people choose from: ".stl,.obj,…".
pub fn accepted() -> String {
    let mut endings: Vec<String> = READERS.iter().map(|reader| format!(".{}", reader.format.extension)).collect();
    endings.dedup();
    endings.join(",")
}
