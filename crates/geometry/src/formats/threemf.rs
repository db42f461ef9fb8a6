//! Not read yet.

use super::{Format, FormatError, Place, Scan};
pub(super) fn read(_: &[u8]) -> Result<Scan, FormatError> {
    Err(FormatError::new(Format::ThreeMf, Place::File, "cannot be read yet", "STL, OBJ, PLY or AOP"))
}
