//! A store that is encrypted, decrypted, or given another key: written anew beside the old one, which it then replaces.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, Write};
use std::path::Path;

use rusqlite::config::DbConfig;

use crate::audit::{self, Action, Actor};
use crate::error::StoreError;
use crate::key::{self, StoreKey};
use crate::place::{self, at};
use crate::schema;
use crate::scratch::Scratch;
use crate::store::Store;

/// So much of an old file is overwritten at once, in bytes.
const AT_ONCE: usize = 1 << 20;

impl Store {
    /// Writes the store at `path`, which no program may have open, anew with the key `to`; none: readable to whoever has the
    /// file. The old file is there whole until the new one is, and is then overwritten where it was readable: a disk
    /// that keeps old blocks, or a copy, is out of reach.
    pub fn rekey(by: &Actor, path: &Path, from: Option<&StoreKey>, to: Option<&StoreKey>) -> Result<(), StoreError> {
        if !key::can_encrypt() {
            return Err(StoreError::CannotEncrypt);
        }
        if !place::is_file(path)? {
            return Err(at(path)(io::ErrorKind::NotFound.into()));
        }
        // Also finishes what a killed program has left.
        drop(Self::open_with(path, from)?);
        schema::leave_log(path, from).map_err(|error| match error {
            StoreError::Busy => StoreError::InUse { path: path.to_path_buf() },
            other => other,
        })?;
        let scratch = Scratch::beside(path)?;
        export(path, from, scratch.path(), to)?;
        let made = schema::open(scratch.path(), false, to)?;
        schema::check(&made, path)?;
        let detail = match (from, to) {
            (None, _) => "encrypted",
            (_, None) => "no longer encrypted",
            _ => "another key",
        };
        audit::record(&made, by, Action::StoreRekeyed, None, detail)?;
        made.close().map_err(|(_, error)| StoreError::from(error))?;
        let old = OpenOptions::new().write(true).open(path).map_err(at(path))?;
        scratch.replace(path)?;
        if from.is_none() { overwrite(&old).map_err(at(path)) } else { Ok(()) }
    }
}

/// Copies the database `from`, with its key, into the empty file `to`, with another one.
pub(crate) fn export(
    from: &Path,
    key: Option<&StoreKey>,
    to: &Path,
    key_to: Option<&StoreKey>,
) -> Result<(), StoreError> {
    let connection = schema::open(from, false, key)?;
    // The copy writes the tables' own table, as VACUUM does; the source was checked, or is checked as a copy.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
    let word = key_to.map(StoreKey::word_for_new).unwrap_or_default();
    connection.execute("ATTACH ? AS made KEY ?", [place::in_text(to)?, word.as_str()])?;
    let copied = connection.query_row("SELECT sqlcipher_export('made')", [], |_| Ok(()));
    let numbers = copied.and_then(|()| {
        for name in ["application_id", "user_version"] {
            let number: i64 = connection.pragma_query_value(Some("main"), name, |row| row.get(0))?;
            connection.pragma_update(Some("made"), name, number)?;
        }
        Ok(())
    });
    connection.execute_batch("DETACH made")?;
    Ok(numbers?)
}

/// Overwrites a file that has no name any more.
fn overwrite(mut file: &File) -> io::Result<()> {
    let length = file.metadata()?.len();
    let zeros = vec![0; AT_ONCE];
    file.rewind()?;
    for _ in 0..length.div_ceil(AT_ONCE as u64) {
        file.write_all(&zeros)?;
    }
    file.sync_all()
}
