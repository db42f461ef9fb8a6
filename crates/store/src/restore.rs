//! A backup put in the place of what is there: checked first, then all of it or nothing.

use std::path::Path;

use rusqlite::Connection;

use crate::audit::{self, Action, Actor};
use crate::error::StoreError;
use crate::place::{self, Unfinished};
use crate::store::{Store, lock, write};
use crate::{backup, schema};

impl Store {
    /// Puts the backup `from` in the place of the store `into`, which no program may have open. A backup that is
    /// damaged, of another program or of a newer Concord is refused, and so is an `into` that is no store; it stays as
    /// it is then.
    pub fn restore(from: &Path, into: &Path) -> Result<(), StoreError> {
        let unfinished = Unfinished::beside(into)?;
        fetch(from, unfinished.path())?;
        release(into)?;
        place::remove_companions(unfinished.path())?;
        unfinished.replace(into)
    }

    /// Puts the backup `from` in the place of everything in this open store, in one transaction: readers see the old
    /// until the new is whole. Everyone is signed out. The audit goes on: its rows stay, those that only the backup has
    /// are put in between, and the restoring is the last.
    pub fn restore_from(&self, by: &Actor, from: &Path) -> Result<(), StoreError> {
        let _copying = lock(&self.copying);
        let unfinished = Unfinished::beside(self.path())?;
        fetch(from, unfinished.path())?;
        let Some(name) = unfinished.path().to_str() else {
            let error = std::io::Error::new(std::io::ErrorKind::InvalidInput, "the name is not in Unicode");
            return Err(place::at(unfinished.path())(error));
        };
        let mut writer = self.writer();
        writer.execute("ATTACH ? AS backup", [name])?;
        let replaced = replace(&mut writer, by);
        writer.execute_batch("DETACH backup")?;
        drop(writer);
        replaced?;
        self.empty_log()
    }
}

/// Copies `from` into the empty file `to`, brings it up to date and checks it; nobody is signed in there.
fn fetch(from: &Path, to: &Path) -> Result<(), StoreError> {
    if !place::is_file(from)? {
        return Err(place::at(from)(std::io::ErrorKind::NotFound.into()));
    }
    let source = schema::open(from, true)?;
    if schema::format(&source, from)? == 0 {
        return Err(StoreError::NotAStore { path: from.to_path_buf(), found: "empty".into() });
    }
    schema::intact(&source, from)?;
    backup::copy(&source, to)?;
    let mut copy = schema::open(to, false)?;
    schema::migrate(&mut copy, from)?;
    schema::check(&copy, from)?;
    copy.execute("DELETE FROM sessions", [])?;
    // One file, nothing beside it.
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    copy.close().map_err(|(_, error)| error.into())
}

/// Makes sure that a store is closed everywhere, and that its file is all there is of it.
fn release(path: &Path) -> Result<(), StoreError> {
    if !place::is_file(path)? {
        return place::remove_companions(path);
    }
    match leave_log(path) {
        Err(StoreError::Busy) => return Err(StoreError::InUse { path: path.to_path_buf() }),
        // What is broken is what a backup is for.
        Ok(()) | Err(StoreError::Damaged { .. }) => {}
        Err(other) => return Err(other),
    }
    place::remove_companions(path)
}

/// Writes back what the log of a store holds and goes on without one, which is granted only to who has the file alone.
fn leave_log(path: &Path) -> Result<(), StoreError> {
    let connection = schema::open(path, false)?;
    connection.busy_timeout(std::time::Duration::ZERO)?;
    schema::format(&connection, path)?;
    let left = connection.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get::<_, String>(0));
    if left.map_err(schema::of_sqlite(path))? == "delete" { Ok(()) } else { Err(StoreError::Busy) }
}

/// Everything from the attached `backup`, in one transaction.
fn replace(writer: &mut Connection, by: &Actor) -> Result<(), StoreError> {
    write(writer, |change| {
        change.execute_batch("PRAGMA defer_foreign_keys = ON; DELETE FROM main.sessions;")?;
        for table in schema::RESTORED.iter().rev() {
            change.execute(&format!("DELETE FROM main.{table}"), [])?;
        }
        for table in schema::RESTORED {
            change.execute(&format!("INSERT INTO main.{table} SELECT * FROM backup.{table}"), [])?;
        }
        change.execute_batch(
            "CREATE TEMP TABLE merged AS
                SELECT mark, at, by, action, case_id, version, detail FROM main.audit
                UNION ALL
                SELECT mark, at, by, action, case_id, version, detail FROM backup.audit
                WHERE mark NOT IN (SELECT mark FROM main.audit);
            DELETE FROM main.audit;
            INSERT INTO main.audit (mark, at, by, action, case_id, version, detail)
                SELECT mark, at, by, action, case_id, version, detail FROM merged ORDER BY at, rowid;
            DROP TABLE merged;",
        )?;
        audit::record(change, by, Action::Restored, None, "")
    })
}
