//! Who is signed in. Of a token only the SHA-256 is kept: whoever reads the file cannot sign in with it.

use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::audit::{self, Action, Actor};
use crate::error::StoreError;
use crate::random;
use crate::store::Store;
use crate::user::{Session, Token};
use crate::users;

/// Random bytes of a token.
const TOKEN: usize = 32;

impl Store {
    /// Opens a session for a user whose password was right.
    pub fn open_session(&self, user: &str, at: i64, lifetime_s: i64) -> Result<Token, StoreError> {
        let token = Token(random::hex(&random::bytes::<TOKEN>()?));
        self.write(|change| {
            let user = users::existing(change, user)?;
            change.execute("DELETE FROM sessions WHERE expires_at <= ?", [at])?;
            change.execute(
                "INSERT INTO sessions (token, user_key, opened_at, expires_at) VALUES (?, ?, ?, ?)",
                params![kept(&token.0), users::key(&user.name), at, at.saturating_add(lifetime_s)],
            )?;
            audit::record(change, &Actor { name: user.name, at }, Action::SignedIn, None, "")?;
            Ok(token)
        })
    }

    /// Who shows this token; none where it is unknown, closed or expired.
    pub fn session(&self, token: &str, at: i64) -> Result<Option<Session>, StoreError> {
        if !random::is_hex(token, 2 * TOKEN) {
            return Ok(None);
        }
        self.read(|moment| {
            let sql = "SELECT name, role FROM sessions JOIN users ON key = user_key WHERE token = ? AND expires_at > ?";
            let read = |row: &rusqlite::Row| Ok(Session { user: row.get(0)?, role: row.get(1)? });
            Ok(moment.query_row(sql, params![kept(token), at], read).optional()?)
        })
    }

    /// Signs out. A token that is unknown or expired is signed out already.
    pub fn close_session(&self, token: &str, at: i64) -> Result<(), StoreError> {
        self.write(|change| {
            let sql = "SELECT name FROM sessions JOIN users ON key = user_key WHERE token = ?";
            let Some(name) = change.query_row(sql, [kept(token)], |row| row.get(0)).optional()? else { return Ok(()) };
            change.execute("DELETE FROM sessions WHERE token = ?", [kept(token)])?;
            audit::record(change, &Actor { name, at }, Action::SignedOut, None, "")
        })
    }

    /// Closes every session of a user.
    pub fn close_sessions_of(&self, by: &Actor, user: &str) -> Result<(), StoreError> {
        self.write(|change| {
            let user = users::existing(change, user)?;
            users::close_sessions(change, &user.name)?;
            audit::record(change, by, Action::SessionsClosed, None, &user.name)
        })
    }
}

/// What is kept of a token.
fn kept(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
