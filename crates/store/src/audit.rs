//! Who did what, and when.
//!
//! A row names the case by its id, never by what it is called, nor a file or a note. So every row stays when a case is
//! deleted, and says nothing about the person. Rows are only ever added: triggers refuse the rest, and each row is
//! chained to the one before (`chain.rs`).

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, params};
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::CaseId;
use crate::chain;
use crate::error::StoreError;
use crate::limits;
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

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// A case was begun.
    CaseCreated,
    /// A version was saved.
    CaseSaved,
    /// A case was deleted with everything of it.
    CaseDeleted,
    /// A file was attached to a case.
    FileAttached,
    /// A file of a case was removed.
    FileRemoved,
    /// A user was added; the detail says who, and with which role.
    UserAdded,
    /// A user's password was set.
    PasswordSet,
    /// A user's role was set; the detail says which.
    RoleSet,
    /// A user was removed.
    UserRemoved,
    /// A session was opened.
    SignedIn,
    /// A session was closed.
    SignedOut,
    /// Every session of a user was closed.
    SessionsClosed,
    /// One session was closed by its number; the detail says whose.
    SessionClosed,
    /// A second factor was turned on or off; the detail says whose and which.
    FactorSet,
    /// A team was made, removed, or has other users; the detail says which.
    TeamChanged,
    /// A case was given to a team or taken from one.
    CaseMoved,
    /// A backup was made.
    BackedUp,
    /// A backup was put in the place of everything that was there.
    Restored,
    /// A backup could not be made.
    BackupFailed,
    /// Somebody gave a wrong name or password; the detail says how often.
    LoginFailed,
    /// A case was looked at.
    CaseViewed,
    /// The list of cases, with their names, was looked at.
    ListViewed,
    /// A case was exported as a file.
    CaseExported,
    /// A file of a case was downloaded; the detail says which kind.
    FileDownloaded,
    /// A report was kept.
    ReportKept,
    /// Views could not be written down; the detail says how many.
    ViewsMissed,
    /// An administrator knows of views that could not be written down.
    MissedAcknowledged,
    /// The store was encrypted, decrypted, or has another key; the detail says which.
    StoreRekeyed,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 28] = [
        Self::CaseCreated,
        Self::CaseSaved,
        Self::CaseDeleted,
        Self::FileAttached,
        Self::FileRemoved,
        Self::UserAdded,
        Self::PasswordSet,
        Self::RoleSet,
        Self::UserRemoved,
        Self::SignedIn,
        Self::SignedOut,
        Self::SessionsClosed,
        Self::SessionClosed,
        Self::FactorSet,
        Self::TeamChanged,
        Self::CaseMoved,
        Self::BackedUp,
        Self::Restored,
        Self::BackupFailed,
        Self::LoginFailed,
        Self::CaseViewed,
        Self::ListViewed,
        Self::CaseExported,
        Self::FileDownloaded,
        Self::ReportKept,
        Self::ViewsMissed,
        Self::MissedAcknowledged,
        Self::StoreRekeyed,
    ];

    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CaseCreated => "case-created",
            Self::CaseSaved => "case-saved",
            Self::CaseDeleted => "case-deleted",
            Self::FileAttached => "file-attached",
            Self::FileRemoved => "file-removed",
            Self::UserAdded => "user-added",
            Self::PasswordSet => "password-set",
            Self::RoleSet => "role-set",
            Self::UserRemoved => "user-removed",
            Self::SignedIn => "signed-in",
            Self::SignedOut => "signed-out",
            Self::SessionsClosed => "sessions-closed",
            Self::SessionClosed => "session-closed",
            Self::FactorSet => "factor-set",
            Self::TeamChanged => "team-changed",
            Self::CaseMoved => "case-moved",
            Self::BackedUp => "backed-up",
            Self::Restored => "restored",
            Self::BackupFailed => "backup-failed",
            Self::LoginFailed => "login-failed",
            Self::CaseViewed => "case-viewed",
            Self::ListViewed => "list-viewed",
            Self::CaseExported => "case-exported",
            Self::FileDownloaded => "file-downloaded",
            Self::ReportKept => "report-kept",
            Self::ViewsMissed => "views-missed",
            Self::MissedAcknowledged => "missed-acknowledged",
            Self::StoreRekeyed => "store-rekeyed",
        }
    }
}

impl ToSql for Action {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Action {
    fn column_result(value: ValueRef) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        Self::ALL.into_iter().find(|action| action.as_str() == text).ok_or(FromSqlError::InvalidType)
    }
}

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
    let name = limits::name("who asks", &by.name)?;
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
