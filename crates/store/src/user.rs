//! Users, what they may do, and the sessions they are signed in with.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::random;

/// What a user may do; each may also do what those before may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Look at cases.
    Read,
    /// Change and delete cases.
    Edit,
    /// Manage users, backups, and see the audit.
    Admin,
}

impl Role {
    const ALL: [Self; 3] = [Self::Read, Self::Edit, Self::Admin];

    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Edit => "edit",
            Self::Admin => "admin",
        }
    }
}

impl ToSql for Role {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Role {
    fn column_result(value: ValueRef) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or(FromSqlError::InvalidType)
    }
}

/// A user. The password is not here: only a hash of it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct User {
    /// As it was written when the user was added.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// When they were added, Unix seconds.
    pub added_at: i64,
    /// Whether a second factor is asked for at the log-in.
    pub second_factor: bool,
}

/// What a browser shows to be let in again. Whoever has it is signed in: it belongs in a cookie and in no log.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(pub(crate) String);

impl Token {
    /// One that nobody has had.
    ///
    /// # Errors
    /// The system gives no random bytes.
    pub fn fresh() -> Result<Self, StoreError> {
        Ok(Self(random::hex(&random::bytes::<{ Self::BYTES }>()?)))
    }

    /// Random bytes of a token.
    pub(crate) const BYTES: usize = 32;

    /// As it is written: 64 hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("Token(..)")
    }
}

/// A team: its users see its cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Team {
    /// As it was written when the team was made.
    pub name: String,
    /// The names of its users.
    pub users: Vec<String>,
}

/// Where a session was opened from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The network address.
    pub address: String,
    /// What the browser or script calls itself.
    pub program: String,
}

/// An open session, as its user and the administrators see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SessionRow {
    /// What it is closed by.
    pub number: i64,
    /// Whose it is.
    pub user: String,
    /// When it was opened, Unix seconds.
    pub opened_at: i64,
    /// When it was last used, to the minute, Unix seconds.
    pub seen_at: i64,
    /// When it ends at the latest, Unix seconds.
    pub expires_at: i64,
    /// The network address it was opened from.
    pub address: String,
    /// What the browser or script called itself.
    pub program: String,
}

/// Who is signed in.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// What it is closed by.
    pub number: i64,
    /// Whether it is time to note that it was used.
    pub stale: bool,
    /// The user's name.
    pub user: String,
    /// What they may do now.
    pub role: Role,
}

impl fmt::Debug for Session {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "Session({}, {})", self.user, self.role.as_str())
    }
}
