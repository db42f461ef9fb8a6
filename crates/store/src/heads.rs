//! The newest version of a case.

use rusqlite::{Connection, OptionalExtension};

use crate::action::Action;
use crate::case::CaseId;
use crate::error::StoreError;

/// The number of a case's newest version; fails where there is no such case.
pub(crate) fn head_number(connection: &Connection, id: &CaseId) -> Result<i64, StoreError> {
    let head = connection.query_row("SELECT head FROM cases WHERE id = ?", [id], |row| row.get(0)).optional()?;
    match head {
        Some(head) => Ok(head),
        None => Err(missing(connection, id)?),
    }
}

/// Why a case is not there: it was deleted, never was, or is not in the backup that was restored. Else it is lost.
pub(crate) fn missing(connection: &Connection, id: &CaseId) -> rusqlite::Result<StoreError> {
    let sql = "SELECT id, action FROM audit WHERE case_id = ? AND action IN ('case-created', 'case-deleted')
        ORDER BY id DESC LIMIT 1";
    let last: Option<(i64, Action)> =
        connection.query_row(sql, [id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let restored = "SELECT 1 FROM audit WHERE action = 'restored' AND id > ?";
    Ok(match last {
        Some((at, action)) if action != Action::CaseDeleted && !connection.prepare(restored)?.exists([at])? => {
            StoreError::LostCase(id.clone())
        }
        _ => StoreError::NoCase(id.clone()),
    })
}
