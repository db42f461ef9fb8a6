//! A copy of everything at one moment, made while the work goes on.

use std::path::Path;

use rusqlite::Connection;

use crate::audit::{self, Action, Actor};
use crate::error::StoreError;
use crate::place::{self, Unfinished};
use crate::schema;
use crate::store::{Store, lock};

impl Store {
    /// Writes a backup to `to`: one file, whole or not at all; what was there before is replaced. It holds what deleted
    /// cases held before they were deleted, and the users: keep it as safe as the store.
    pub fn backup(&self, by: &Actor, to: &Path) -> Result<(), StoreError> {
        if same_file(to, self.path()) {
            return Err(StoreError::OntoItself { path: to.to_path_buf() });
        }
        let _copying = lock(&self.copying);
        let unfinished = Unfinished::beside(to)?;
        copy(&schema::open(self.path(), false)?, unfinished.path())?;
        unfinished.replace(to)?;
        self.write(|change| audit::record(change, by, Action::BackedUp, None, ""))
    }
}

/// Copies a database as it is at this moment into an empty file, without the room that deleted rows left.
pub(crate) fn copy(connection: &Connection, to: &Path) -> Result<(), StoreError> {
    // SQLite takes the name as text.
    let Some(name) = to.to_str() else {
        let error = std::io::Error::new(std::io::ErrorKind::InvalidInput, "the name is not in Unicode");
        return Err(place::at(to)(error));
    };
    connection.execute("VACUUM INTO ?", [name])?;
    Ok(())
}

/// Whether both name one file that is there.
fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
