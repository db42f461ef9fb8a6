//! The file beside the store that makes room on a full disk.

use std::fs::{File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::error::StoreError;
use crate::place::{self, at};

/// What anything but a deletion takes at once, in bytes: some ten times what a log-in writes to the log.
const PART: u64 = 512 << 10;

/// What is left to deletions, in bytes.
const FOR_DELETIONS: u64 = 2 << 20;

/// How much is written at once, in bytes.
const PIECE: u64 = 64 << 10;

/// Gives up a part of the reserve of `store`; false where no more is left than deletions need.
pub(crate) fn lend(store: &Path) -> Result<bool, StoreError> {
    let path = of(store);
    let there = if place::is_file(&path)? { place::length(&path)? } else { 0 };
    if there < FOR_DELETIONS + PART {
        return Ok(false);
    }
    let file = File::options().write(true).open(&path).map_err(at(&path))?;
    file.set_len(there - PART).and_then(|()| file.sync_all()).map_err(at(&path))?;
    Ok(true)
}

/// Writes the file up to so many bytes, as far as there is room.
pub(crate) fn fill(path: &Path, wanted: u64) -> Result<(), StoreError> {
    place::is_file(path)?;
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(at(path))?;
    let mut there = file.seek(SeekFrom::End(0)).map_err(at(path))?;
    if there == wanted {
        return Ok(());
    }
    if there > wanted {
        file.set_len(wanted).map_err(at(path))?;
    }
    while there < wanted {
        let length = PIECE.min(wanted - there);
        // Not of zeros: a file system may keep those without any room.
        let bytes: Vec<u8> = (there..there + length).map(|at| (at.wrapping_mul(0x9E37_79B1) >> 13) as u8).collect();
        file.write_all(&bytes).map_err(at(path))?;
        there += length;
    }
    file.sync_all().map_err(at(path))
}

pub(crate) fn of(store: &Path) -> PathBuf {
    place::beside(store, ".reserve")
}
