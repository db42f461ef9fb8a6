//! A file of some megabytes kept beside the store. On a full disk it makes room for what must go on there: a deletion
//! takes all of it, a log-in of somebody who may delete and the opening of the store take a part.

use std::fs::File;

use rusqlite::Connection;

use crate::error::StoreError;
use crate::place;
use crate::reserve_file::{fill, lend, of};
use crate::store::{Store, lock};

/// The room that is kept, in bytes: several times what one piece of a deletion needs in the log.
const RESERVE: u64 = 4 << 20;

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
