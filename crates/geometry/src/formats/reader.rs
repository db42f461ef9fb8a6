//! How files of a format are known and read: a row of the table in `formats`.

use super::error::FormatError;
use super::scan::{Format, Scan};

/// One format that is read.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// Which.
    pub format: Format,
    /// Whether bytes are certainly of it. No two formats say so of the same bytes.
    pub is: fn(&[u8]) -> bool,
    /// Reads them.
    pub read: fn(&[u8]) -> Result<Scan, FormatError>,
}
