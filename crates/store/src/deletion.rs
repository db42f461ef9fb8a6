//! Deleting a case: nothing of it stays but its rows of the audit, which name it by its id.
//!
//! Ordinarily it is one transaction. On a full disk that transaction does not fit into the log, so a file kept in
//! reserve is given up, the case is taken off the list, and what it held is overwritten in pieces. A kill in between is
//! made good at the next start: the audit says that the case was deleted.

use rusqlite::{Connection, params};

use crate::audit::{self, Action, Actor};
use crate::case::CaseId;
use crate::error::StoreError;
use crate::files;
use crate::heads;
use crate::schema;
use crate::scratch;
use crate::store::{Store, lock};

/// How much is overwritten at once.
const PIECE: usize = 256 << 10;

/// Where a case's words and files stand: every column that may say something about a person.
const HELD: [(&str, &[&str]); 3] =
    [("files", &["name", "bytes"]), ("report_files", &["name", "bytes"]), ("versions", &["name", "note", "text"])];

/// What belongs to a case that was deleted. What belongs to none without that is damage, and stays to be rescued.
const ON_ITS_WAY_OUT: &str = "case_id NOT IN (SELECT id FROM cases)
    AND case_id IN (SELECT case_id FROM audit WHERE action = 'case-deleted')";

/// What belongs to no case although none was deleted, or is a case without its newest version.
const ASTRAY: &str = "SELECT 1 FROM versions WHERE case_id NOT IN (SELECT id FROM cases)
    AND case_id NOT IN (SELECT case_id FROM audit WHERE action = 'case-deleted')
    UNION ALL SELECT 1 FROM cases WHERE NOT EXISTS (SELECT 1 FROM versions WHERE case_id = id AND number = head)";

impl Store {
    /// Deletes a case with every version and every file of it, and overwrites what they held; also on a full disk. Its
    /// rows of the audit stay. Backups made before still hold it.
    pub fn delete(&self, by: &Actor, id: &CaseId) -> Result<(), StoreError> {
        let _copying = lock(&self.copying);
        let mut taken_off = false;
        let ordinary = self.ordinarily(by, id, &mut taken_off);
        if !matches!(ordinary, Err(StoreError::Full)) {
            return ordinary;
        }
        self.without_reserve(|writer| {
            // What the failed transaction has written to the log is given back.
            self.empty_log_of(writer)?;
            if !taken_off {
                unbound(writer, |writer| crate::store::write(writer, |change| take_off(change, by, id)))?;
            }
            self.wipe_remains(writer)?;
            scratch::clear(self.path())?;
            self.empty_log_of(writer)
        })
    }

    /// A deletion where there is room: what the case held goes with it. Says whether it is off the list when it fails.
    fn ordinarily(&self, by: &Actor, id: &CaseId, taken_off: &mut bool) -> Result<(), StoreError> {
        self.write(|change| take_off(change, by, id))?;
        *taken_off = true;
        scratch::clear(self.path())?;
        self.empty_log()
    }

    /// Finishes deletions that a kill has interrupted.
    pub(crate) fn finish_deletions(&self) -> Result<(), StoreError> {
        let _copying = lock(&self.copying);
        self.wipe_remains(&mut self.writer())
    }

    /// Overwrites and removes, piece by piece, what belongs to no case.
    fn wipe_remains(&self, writer: &mut Connection) -> Result<(), StoreError> {
        // An earlier version left these, and no backup with one of them can be restored.
        writer.execute("DELETE FROM team_cases WHERE case_id NOT IN (SELECT id FROM cases)", [])?;
        for (table, columns) in HELD {
            let rows: Vec<i64> = {
                let sql = format!("SELECT rowid FROM {table} WHERE {ON_ITS_WAY_OUT}");
                let mut statement = writer.prepare(&sql)?;
                statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?
            };
            for row in rows {
                for column in columns {
                    self.overwrite(writer, table, column, row)?;
                }
                unbound(writer, |writer| {
                    // Its pages hold zeros already: they need not go through the log once more.
                    writer.pragma_update(None, "secure_delete", false)?;
                    let removed = writer.execute(&format!("DELETE FROM {table} WHERE rowid = ?"), params![row]);
                    writer.pragma_update(None, "secure_delete", true)?;
                    removed?;
                    Ok(())
                })?;
                self.empty_log_of(writer)?;
            }
        }
        Ok(())
    }

    /// Writes zeros over one value, emptying the log after every piece.
    fn overwrite(&self, writer: &Connection, table: &str, column: &str, row: i64) -> Result<(), StoreError> {
        let mut done = 0;
        loop {
            let mut blob = writer.blob_open("main", table, column, row, false)?;
            let left = blob.len() - done;
            if left == 0 {
                return Ok(());
            }
            let piece = left.min(PIECE);
            blob.write_at(&vec![0; piece], done)?;
            blob.close()?;
            done += piece;
            self.empty_log_of(writer)?;
        }
    }

    /// Reads every page and every file and says whether they are what they should be.
    pub fn quick_check(&self) -> Result<(), StoreError> {
        let _copying = lock(&self.copying);
        let connection = schema::open(self.path(), true, self.key())?;
        schema::quick(&connection, self.path())?;
        let astray = connection.prepare(ASTRAY).and_then(|mut statement| statement.exists([]));
        if astray.map_err(schema::of_sqlite(self.path()))? {
            return Err(StoreError::Damaged { path: self.path().into(), found: schema::ASTRAY.into() });
        }
        files::intact(&connection, self.path())
    }
}

/// Takes a case off the list, and writes that down.
fn take_off(change: &Connection, by: &Actor, id: &CaseId) -> Result<(), StoreError> {
    heads::head_number(change, id)?;
    // On a full disk nothing follows by itself.
    change.execute("DELETE FROM team_cases WHERE case_id = ?", [id])?;
    change.execute("DELETE FROM cases WHERE id = ?", [id])?;
    audit::record(change, by, Action::CaseDeleted, Some((id, None)), "")
}

/// Does something on the writing connection while no row has to belong to a case.
fn unbound<T>(
    writer: &mut Connection,
    act: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    writer.pragma_update(None, "foreign_keys", false)?;
    let done = act(writer);
    writer.pragma_update(None, "foreign_keys", true)?;
    done
}
