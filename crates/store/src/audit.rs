//! Who did what, and when.
//!
//! A row names the case by its id, never by what it is called, nor a file or a note. So every row stays when a case is
//! deleted, and says nothing about the person. Rows are only ever added: triggers refuse the rest, and each row is
//! chained to the one before (`chain.rs`).

use rusqlite::{Connection, OptionalExtension, Row, params};
use schemars::JsonSchema;
use serde::Serialize;

pub use crate::action::Action;
use crate::case::CaseId;
use crate::chain::{self, Chain, Checking};
use crate::checked;
use crate::error::StoreError;
use crate::store::Store;

/// Who asks for a change, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The user, or one of [`OWN_NAMES`].
    pub name: String,
    /// Unix seconds.
    pub at: i64,
}

/// Who acts on the command line.
pub const COMMAND_LINE: &str = "command line";
/// Whoever sits at a machine where nobody logs in.
pub const THIS_MACHINE: &str = "this machine";
/// Who makes automatic backups.
pub const AUTOMATIC_BACKUP: &str = "automatic backup";
/// Who writes down what nobody has done.
pub const PROGRAM: &str = "the program";
/// Whose failed log-ins those are that nobody's name was given for.
pub const UNKNOWN: &str = "unknown name";

/// Every actor that is no user: no user may be called so.
pub const OWN_NAMES: [&str; 5] = [COMMAND_LINE, THIS_MACHINE, AUTOMATIC_BACKUP, PROGRAM, UNKNOWN];

/// One row of the audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AuditRow {
    /// Grows with time; what the next page begins before.
    pub id: i64,
    /// Unix seconds.
    pub at: i64,
    /// Seconds by which this is earlier than the row before: the clock was set back. 0 where it was not.
    pub behind_s: i64,
    /// Who.
    pub by: String,
    /// Did what.
    pub action: Action,
    /// To which case, if to one.
    pub case: Option<CaseId>,
    /// Which version came of it, if one did.
    pub version: Option<u64>,
    /// What else there is to say; may be empty.
    pub detail: String,
    /// SHA-256 of this row and of the hash before, hexadecimal.
    pub hash: String,
}

/// What [`AuditRow::read`] reads, of any table that has these columns.
const COLUMNS: &str = "id, at, behind, by, action, case_id, version, detail, lower(hex(hash))";

impl AuditRow {
    fn read(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            at: row.get(1)?,
            behind_s: row.get(2)?,
            by: row.get(3)?,
            action: row.get(4)?,
            case: row.get(5)?,
            version: row.get(6)?,
            detail: row.get(7)?,
            hash: row.get(8)?,
        })
    }
}

/// Writes a row, in the transaction of the change it tells of.
pub(crate) fn record(
    transaction: &Connection,
    by: &Actor,
    action: Action,
    case: Option<(&CaseId, Option<u64>)>,
    detail: &str,
) -> Result<(), StoreError> {
    let name = checked::name("who asks", &by.name)?;
    let (case, version) = case.map_or((None, None), |(case, version)| (Some(case.as_str()), version));
    let version = version.map(i64::try_from).transpose().map_err(|_| rusqlite::Error::IntegralValueOutOfRange(6, 0))?;
    chain::append(transaction, &chain::Link { at: by.at, by: name, action: action.as_str(), case, version, detail })
}

/// Reads every row, also those that were brought: a file from elsewhere could hold what no page can show.
pub(crate) fn readable(connection: &Connection) -> rusqlite::Result<()> {
    for table in ["audit", "audit_brought"] {
        let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM {table}"))?;
        statement.query_map([], AuditRow::read)?.try_for_each(|row| row.map(|_| ()))?;
    }
    Ok(())
}

impl Store {
    /// Reads the whole audit and says whether each row is as it was written. It is read in parts, so that neither a
    /// deletion nor anybody behind it waits for all of it; rows are only added, and a part begins where the last ended.
    pub fn check_audit(&self) -> Result<Chain, StoreError> {
        let mut checking = Checking::begin();
        while !self.read(|moment| checking.go_on(moment, chain::ROWS))? {}
        Ok(checking.chain)
    }

    /// Whether the audit has a row with this hash, hexadecimal: one that was noted elsewhere, as by a backup.
    pub fn audit_holds(&self, hash: &str) -> Result<bool, StoreError> {
        self.read(|moment| {
            let sql = "SELECT 1 FROM audit WHERE lower(hex(hash)) = lower(?)";
            Ok(moment.prepare(sql)?.exists([hash.trim()])?)
        })
    }

    /// The newest rows of the audit, at most `limit`; those before the row `before`, where it is given.
    pub fn audit(&self, before: Option<i64>, limit: usize) -> Result<Vec<AuditRow>, StoreError> {
        self.read(|moment| {
            let sql = format!("SELECT {COLUMNS} FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?");
            let mut statement = moment.prepare(&sql)?;
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let rows = statement.query_map(params![before.unwrap_or(i64::MAX), limit], AuditRow::read)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Rows that restored backups brought, and that this store had not written itself. They are another store's word,
    /// so they stand beside the audit and not in it. Newest first, at most `limit`.
    pub fn brought(&self, limit: usize) -> Result<Vec<AuditRow>, StoreError> {
        self.read(|moment| {
            let sql = format!("SELECT {COLUMNS} FROM audit_brought ORDER BY restored DESC, id DESC LIMIT ?");
            let mut statement = moment.prepare(&sql)?;
            let rows = statement.query_map([i64::try_from(limit).unwrap_or(i64::MAX)], AuditRow::read)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Who deleted this case and when; none if nobody did.
    pub fn deletion(&self, id: &CaseId) -> Result<Option<AuditRow>, StoreError> {
        self.read(|moment| {
            let sql = format!("SELECT {COLUMNS} FROM audit WHERE case_id = ? AND action = ? ORDER BY id DESC LIMIT 1");
            Ok(moment.query_row(&sql, params![id, Action::CaseDeleted], AuditRow::read).optional()?)
        })
    }
}
