//! What is written down in the audit: the kinds of act.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use schemars::JsonSchema;
use serde::Serialize;

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
