//! The zip of a 3MF: its parts, inflated within bounds.

use super::model;
use crate::formats::{Format, FormatError, Place, limits};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// An open package, and how many bytes may still be inflated of it.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    most: usize,
    left: usize,
}

fn broken(place: Place, error: impl std::fmt::Display) -> FormatError {
    FormatError::new(Format::THREE_MF, place, error.to_string(), "a whole 3MF: export it again")
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, FormatError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(Place::File, error))?;
        let most = (limits::INFLATED_BASE + limits::INFLATED_PER_BYTE * bytes.len()).min(limits::BYTES);
        Ok(Self { archive, most, left: most })
    }

    /// The bytes of a part. Sizes that the zip claims are not looked at: what comes out is counted.
    pub(super) fn entry(&mut self, name: &str) -> Result<Vec<u8>, FormatError> {
        let place = || Place::Entry(name.to_owned(), 0);
        // Names of a package are alike in any case.
        let found =
            self.archive.file_names().position(|there| there.is_ok_and(|there| there.eq_ignore_ascii_case(name)));
        let Some(index) = found else {
            let wanted = "a 3MF holds its model under this name: is it another kind of zip?";
            return Err(FormatError::new(Format::THREE_MF, place(), "is not there", wanted));
        };
        let entry = self.archive.by_index(index).map_err(|error| broken(place(), error))?;
        let mut bytes = vec![];
        entry.take(self.left as u64 + 1).read_to_end(&mut bytes).map_err(|error| broken(place(), error))?;
        if bytes.len() > self.left {
            let wanted = format!("a mesh of this file's size: at most {} bytes", self.most);
            return Err(FormatError::new(
                Format::THREE_MF,
                place(),
                format!("inflates to more than {} bytes", self.most),
                wanted,
            ));
        }
        self.left -= bytes.len();
        Ok(bytes)
    }

    /// The name of the model that the package begins with.
    pub(super) fn root_model(&mut self) -> Result<String, FormatError> {
        const USUAL: &str = "3D/3dmodel.model";
        const RELATIONS: &str = "_rels/.rels";
        if !self.archive.file_names().any(|name| name.is_ok_and(|name| name.eq_ignore_ascii_case(RELATIONS))) {
            return Ok(USUAL.into());
        }
        Ok(model::root(RELATIONS, &self.entry(RELATIONS)?)?.unwrap_or(USUAL.into()))
    }
}
