//! Who is signed in. Of a token only the SHA-256 is kept: whoever reads the file cannot sign in with it.
//!
//! A session ends when it is closed, when its time is over, or when nobody has used it for so long. One that was used in
//! what is now the future ends as well: the clock was set back, and nobody can say how old it is.

use rusqlite::{OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

use crate::audit::{self, Action, Actor};
use crate::error::StoreError;
use crate::limits::IDLE_S;
use crate::names;
use crate::random;
use crate::store::Store;
use crate::user::{Origin, Session, SessionRow, Token};
use crate::users;

/// The use of a session is noted once in so many seconds.
const NOTED_EVERY_S: i64 = 60;

/// The longest text that is kept of where a session was opened from, in characters.
const LONGEST_ORIGIN: usize = 120;

/// A device that was not seen for so many seconds is no longer known: 90 days.
const KNOWN_FOR_S: i64 = 90 * 86_400;

/// The devices and addresses that are known of one user; of more the oldest is forgotten.
const MOST_DEVICES: i64 = 50;

/// What holds of an open session. Its parameters are the time (?1) and the time without use (?2). A clock that is put
/// right may go back by two minutes.
const OPEN: &str = "expires_at > ?1 AND opened_at <= ?1 + 120 AND seen_at <= ?1 + 120 AND seen_at > ?1 - ?2";

impl Store {
    /// Opens a session for a user who has proved who they are.
    pub fn open_session(&self, user: &str, at: i64, lifetime_s: i64, from: &Origin) -> Result<Token, StoreError> {
        let token = Token::fresh()?;
        let short = |text: &str| -> String { text.chars().filter(|c| !c.is_control()).take(LONGEST_ORIGIN).collect() };
        self.write(|change| {
            let user = users::existing(change, user)?;
            change.execute(&format!("DELETE FROM sessions WHERE NOT ({OPEN})"), [at, IDLE_S])?;
            change.execute(
                "INSERT INTO sessions (token, user_key, opened_at, seen_at, expires_at, address, program)
                VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6)",
                params![
                    kept(&token.0),
                    names::key(&user.name),
                    at,
                    at.saturating_add(lifetime_s),
                    short(&from.address),
                    short(&from.program)
                ],
            )?;
            audit::record(change, &Actor { name: user.name, at }, Action::SignedIn, None, "")?;
            Ok(token)
        })
    }

    /// Who shows this token; none where it is unknown, closed, expired, or was not used for [`IDLE_S`].
    pub fn session(&self, token: &str, at: i64) -> Result<Option<Session>, StoreError> {
        if !random::is_hex(token, 2 * Token::BYTES) {
            return Ok(None);
        }
        self.read(|moment| {
            let sql = format!(
                "SELECT number, name, role, seen_at FROM sessions JOIN users ON key = user_key WHERE token = ?3 AND {OPEN}"
            );
            let read = |row: &Row| {
                let seen_at: i64 = row.get(3)?;
                let stale = at - seen_at >= NOTED_EVERY_S;
                Ok(Session { number: row.get(0)?, user: row.get(1)?, role: row.get(2)?, stale })
            };
            Ok(moment.query_row(&sql, params![at, IDLE_S, kept(token)], read).optional()?)
        })
    }

    /// Notes that a session was used.
    pub fn note_use(&self, number: i64, at: i64) -> Result<(), StoreError> {
        self.write(|change| {
            change.execute("UPDATE sessions SET seen_at = max(seen_at, ?) WHERE number = ?", [at, number])?;
            Ok(())
        })
    }

    /// Closes every session that has ended by itself, and forgets devices that were not seen for long. Asked every
    /// minute, so that a clock that is set back later finds nothing to revive.
    pub fn end_sessions(&self, at: i64) -> Result<(), StoreError> {
        let any = self.read(|moment| {
            let sql = format!("SELECT 1 FROM sessions WHERE NOT ({OPEN})");
            Ok(moment.prepare(&sql)?.exists([at, IDLE_S])?)
        })?;
        if !any {
            return Ok(());
        }
        self.write(|change| {
            change.execute(&format!("DELETE FROM sessions WHERE NOT ({OPEN})"), [at, IDLE_S])?;
            change.execute("DELETE FROM known_devices WHERE at < ?", [at - KNOWN_FOR_S])?;
            Ok(())
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

    /// The open sessions, of one user or of all; the one used last comes first.
    pub fn sessions(&self, user: Option<&str>, at: i64) -> Result<Vec<SessionRow>, StoreError> {
        self.read(|moment| {
            let sql = format!(
                "SELECT number, name, opened_at, seen_at, expires_at, address, program
                FROM sessions JOIN users ON key = user_key
                WHERE {OPEN} AND (?3 IS NULL OR user_key = ?3) ORDER BY seen_at DESC, number DESC"
            );
            let mut statement = moment.prepare(&sql)?;
            let rows = statement.query_map(params![at, IDLE_S, user.map(names::key)], |row| {
                Ok(SessionRow {
                    number: row.get(0)?,
                    user: row.get(1)?,
                    opened_at: row.get(2)?,
                    seen_at: row.get(3)?,
                    expires_at: row.get(4)?,
                    address: row.get(5)?,
                    program: row.get(6)?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Closes one session by its number; where `of` is given, only if it is that user's.
    pub fn close_numbered(&self, by: &Actor, number: i64, of: Option<&str>) -> Result<(), StoreError> {
        self.write(|change| {
            let sql = "SELECT name FROM sessions JOIN users ON key = user_key WHERE number = ?";
            let name: Option<String> = change.query_row(sql, [number], |row| row.get(0)).optional()?;
            let own = |name: &String| of.is_none_or(|of| names::key(of) == names::key(name));
            let name = name.filter(own).ok_or(StoreError::NoSession(number))?;
            change.execute("DELETE FROM sessions WHERE number = ?", [number])?;
            audit::record(change, by, Action::SessionClosed, None, &name)
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

    /// Remembers what a user has logged in with or from: a device's secret, or an address.
    pub fn remember_device(&self, user: &str, what: &str, at: i64) -> Result<(), StoreError> {
        self.write(|change| {
            let user = users::existing(change, user)?;
            let sql = "INSERT INTO known_devices (user_key, mark, at) VALUES (?1, ?2, ?3)
                ON CONFLICT (user_key, mark) DO UPDATE SET at = ?3";
            let key = names::key(&user.name);
            change.execute(sql, params![key, kept(what), at])?;
            let older = "DELETE FROM known_devices WHERE user_key = ?1 AND mark NOT IN
                (SELECT mark FROM known_devices WHERE user_key = ?1 ORDER BY at DESC, rowid DESC LIMIT ?2)";
            change.execute(older, params![key, MOST_DEVICES])?;
            Ok(())
        })
    }

    /// Whether a user has logged in with or from this before.
    pub fn knows_device(&self, user: &str, what: &str, at: i64) -> Result<bool, StoreError> {
        self.read(|moment| {
            let sql = "SELECT 1 FROM known_devices WHERE user_key = ? AND mark = ? AND at >= ?";
            Ok(moment.prepare(sql)?.exists(params![names::key(user), kept(what), at - KNOWN_FOR_S])?)
        })
    }
}

/// What is kept of a token.
fn kept(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
