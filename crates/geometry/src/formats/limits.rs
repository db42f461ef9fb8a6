//! How large a file may be. A limb's scan has 10⁴ to 10⁶ faces; what is beyond these numbers is a mistake or an attack.
//!
//! Nor has a file more vertices or faces than bytes (a 3MF: than bytes inflated), which ends parts repeated without end.
//! So reading takes at most [`MEMORY_PER_BYTE`] bytes of memory for each byte of the file, and
//! [`MEMORY_BASE`] more; of a 3MF, for each byte inflated.

use super::{FormatError, Place};

/// Faces.
pub const FACES: usize = 5_000_000;
/// Vertices, after those alike have been joined.
pub const VERTICES: usize = 5_000_000;
/// Bytes of a file, and of what a 3MF inflates to: 512 MiB.
pub const BYTES: usize = 512 << 20;
/// A 3MF may inflate to this many bytes …
pub const INFLATED_BASE: usize = 16 << 20;
/// … and this many for each byte of the file. XML of a mesh packs 5 to 20-fold, a bomb 1,000-fold.
pub const INFLATED_PER_BYTE: usize = 64;
/// The greatest coordinate in the file's unit: 10 km in millimetres, 10 m in micrometres.
pub const COORDINATE: f64 = 1e7;
/// Faces that a file may lose because a vertex of theirs is no number, of all it has (our choice) …
pub const LOST_SHARE: f64 = 0.01;
/// … and how many in any case: those around two vertices.
pub const LOST_FEW: usize = 12;
/// How deep nodes and components may hold each other.
pub const DEPTH: usize = 32;
/// Nodes, components and other things that a file lists beside vertices and faces.
pub const THINGS: usize = 20_000;
/// Memory while reading, for each byte of the file or inflated.
pub const MEMORY_PER_BYTE: usize = 128;
/// Memory while reading, whatever the file.
pub const MEMORY_BASE: usize = 16 << 20;

pub(super) fn check_size(bytes: &[u8]) -> Result<(), FormatError> {
    if bytes.len() <= BYTES {
        return Ok(());
    }
    Err(FormatError {
        format: None,
        place: Place::File,
        found: format!("{} bytes", bytes.len()),
        wanted: format!("at most {BYTES}: export the scan with fewer faces (a limb needs about 50,000)"),
    })
}
