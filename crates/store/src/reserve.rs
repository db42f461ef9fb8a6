//! A file of some megabytes kept beside the store. On a full disk it makes room for what must go on there: a deletion
//! takes all of it, a log-in of somebody who may delete and the opening of the store take a part.

use std::fs::{File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::error::StoreError;
use crate::place::{self, at};
use crate::store::{Store, lock};

/// The room that is kept, in bytes: several times what one piece of a deletion needs in the log.
const RESERVE: u64 = 4 << 20;

/// What anything but a deletion takes at once, in bytes: some ten times what a log-in writes to the log.
const PART: u64 = 512 << 10;

/// What is left to deletions, in bytes.
const FOR_DELETIONS: u64 = 2 << 20;

/// How much is written at once, in bytes.
const PIECE: u64 = 64 << 10;

impl Store {
    /// Fills the reserve; where there is no room for all of it, it stays as it is.
    pub fn keep_reserve(&self) -> Result<(), StoreError> {
        // A deletion that is giving it up comes first.
        let _reserve = lock(&self.reserve);
        let path = of(self.path());
        let before = if place::is_file(&path)? { place::length(&path)? } else { 0 };
        fill(&path, RESERVE).inspect_err(|_| {
            // Nobody is helped by a disk that is full because of it.
            let _ = File::options().write(true).open(&path).and_then(|file| file.set_len(before));
        })
    }

    /// Does something that writes little; on a full disk once more, with a part of the reserve. What the log took is
    /// given back afterwards. Not for whoever may not delete: they have no reason to come in.
    pub fn with_reserve<T>(&self, act: impl Fn() -> Result<T, StoreError>) -> Result<T, StoreError> {
        match act() {
            Err(StoreError::Full) => {}
            other => return other,
        }
        let _reserve = lock(&self.reserve);
        if !lend(self.path())? {
            return Err(StoreError::Full);
        }
        // Of what has failed something may stand in the log.
        let _ = self.empty_log();
        let done = act();
        let _ = self.empty_log();
        let _ = fill(&of(self.path()), RESERVE);
        done
    }

    /// Gives the whole reserve up, does a deletion, and fills it again as far as there is room. Nobody else of this program
    /// writes to the store meanwhile: the room would be taken from under the deletion.
    pub(crate) fn without_reserve<T>(
        &self,
        act: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let _reserve = lock(&self.reserve);
        let mut writer = self.writer();
        place::remove(&of(self.path()))?;
        let done = act(&mut writer);
        drop(writer);
        // Where there is no room for it, the next start tries again.
        let _ = fill(&of(self.path()), RESERVE);
        done
    }
}

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
fn fill(path: &Path, wanted: u64) -> Result<(), StoreError> {
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

fn of(store: &Path) -> PathBuf {
    place::beside(store, ".reserve")
}
