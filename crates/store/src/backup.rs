//! A copy of everything at one moment, made while the work goes on; encrypted where a passphrase is given.

use std::fs::File;
use std::path::Path;

use rusqlite::Connection;

use crate::audit::{self, Action, Actor};
use crate::crypt::{self, Passphrase};
use crate::error::StoreError;
use crate::place::{self, Unfinished};
use crate::schema;
use crate::scratch::Scratch;
use crate::store::{Store, lock};

impl Store {
    /// Writes a backup to `to`: one file, whole or not at all; what was there before is replaced. It holds what deleted
    /// cases held before they were deleted, and the users: keep it as safe as the store. With a passphrase nothing
    /// readable leaves the folder of the store. Of a damaged store none is made. Of an encrypted store it is encrypted with the same key, in either case.
    pub fn backup(&self, by: &Actor, to: &Path, passphrase: Option<&Passphrase>) -> Result<(), StoreError> {
        if same_file(to, self.path()) {
            return Err(StoreError::OntoItself { path: to.to_path_buf() });
        }
        // A backup of what is damaged would look like a good one, and take its place.
        self.quick_check()?;
        // A deletion that a kill has interrupted comes to its end first: a backup must not keep half of a case.
        self.finish_deletions()?;
        let _copying = lock(&self.copying);
        let _named = Scratch::naming(self.path(), &place::unfinished(to))?;
        let unfinished = Unfinished::beside(to)?;
        match passphrase {
            None => copy(&schema::open(self.path(), false, self.key())?, unfinished.path())?,
            Some(passphrase) => {
                let plain = self.copied()?;
                let encrypted = File::options().write(true).open(unfinished.path());
                let encrypted = encrypted.map_err(place::at(unfinished.path()))?;
                crypt::encrypt(plain.file(), &encrypted, passphrase).map_err(place::at(unfinished.path()))?;
            }
        }
        unfinished.replace(to)?;
        self.note_backup(by, passphrase)
    }

    /// A backup as a file beside the store, to be read from its beginning and sent on; it is gone when it is dropped.
    pub fn backup_to_send(&self, by: &Actor, passphrase: Option<&Passphrase>) -> Result<Scratch, StoreError> {
        self.quick_check()?;
        self.finish_deletions()?;
        let _copying = lock(&self.copying);
        let plain = self.copied()?;
        let made = match passphrase {
            None => plain,
            Some(passphrase) => {
                let encrypted = Scratch::beside(self.path())?;
                crypt::encrypt(plain.file(), encrypted.file(), passphrase).map_err(place::at(encrypted.path()))?;
                encrypted
            }
        };
        self.note_backup(by, passphrase)?;
        Ok(made)
    }

    /// How many backups were made since a time, and when the last one was; none where none was.
    pub fn backups_since(&self, at: i64) -> Result<Option<(u64, i64)>, StoreError> {
        self.read(|moment| {
            let sql = "SELECT count(*), max(at) FROM audit WHERE action = 'backed-up' AND at >= ?";
            let read = |row: &rusqlite::Row| Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?));
            let (number, last): (u64, _) = moment.query_row(sql, [at], read)?;
            Ok(last.map(|last| (number, last)))
        })
    }

    /// Notes that a backup could not be made, and why.
    pub fn backup_failed(&self, by: &Actor, why: &StoreError) -> Result<(), StoreError> {
        // A path may say where other things are kept: the kind of trouble is enough.
        let why = match why {
            StoreError::Full => "the disk is full",
            StoreError::Place { .. } => "the folder of the backups cannot be written",
            StoreError::Broken(_) | StoreError::Damaged { .. } => "the store is damaged",
            _ => "see the program's own messages",
        };
        self.write(|change| audit::record(change, by, Action::BackupFailed, None, why))
    }

    fn note_backup(&self, by: &Actor, passphrase: Option<&Passphrase>) -> Result<(), StoreError> {
        let detail = if passphrase.is_some() { "encrypted" } else { "" };
        self.write(|change| audit::record(change, by, Action::BackedUp, None, detail))
    }

    /// A copy beside the store, readable as the store is.
    fn copied(&self) -> Result<Scratch, StoreError> {
        let plain = Scratch::beside(self.path())?;
        copy(&schema::open(self.path(), false, self.key())?, plain.path())?;
        Ok(plain)
    }
}

/// Copies a database as it is at this moment into an empty file, without the room that deleted rows left; with
/// the same key, if there is one.
pub(crate) fn copy(connection: &Connection, to: &Path) -> Result<(), StoreError> {
    connection.execute("VACUUM INTO ?", [place::in_text(to)?])?;
    Ok(())
}

/// Whether both name one file that is there.
fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
