//! A second factor: codes of an authenticator (TOTP, RFC 6238), each taken once, and recovery codes for who has lost it.
//!
//! The secret is kept as it is, since a code is computed from it: keep the store as safe as the passwords' hashes.

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use totp_rs::{Algorithm, Builder, Secret, Totp};

use crate::audit::{self, Action, Actor};
use crate::error::StoreError;
use crate::names;
use crate::random;
use crate::store::Store;
use crate::users;

/// Bytes of a secret: as long as what SHA-1 makes (RFC 4226, 4).
const SECRET: usize = 20;

/// Recovery codes that are given out.
const CODES: usize = 8;

/// Bytes of a recovery code.
const CODE: usize = 8;

/// Seconds of one step of an authenticator.
const STEP_S: u64 = 30;

/// The longest code that is looked at, in bytes.
const LONGEST_CODE: usize = 64;

impl Store {
    /// Begins a second factor, and gives the secret for the user's authenticator (base32). It is asked for once it was
    /// confirmed; until then one that was there stays.
    pub fn begin_factor(&self, user: &str) -> Result<String, StoreError> {
        let secret: [u8; SECRET] = random::bytes()?;
        self.write(|change| {
            let user = users::existing(change, user)?;
            if user.second_factor {
                return Err(StoreError::FactorThere);
            }
            let sql = "INSERT OR REPLACE INTO factors (user_key, secret, confirmed, last_step) VALUES (?, ?, 0, 0)";
            change.execute(sql, params![names::key(&user.name), secret.as_slice()])?;
            Ok(Secret::from(secret).to_base32())
        })
    }

    /// Turns the begun factor on, once the user has sent a code of it, and gives the recovery codes. They are shown this
    /// once: only their hashes are kept.
    pub fn confirm_factor(&self, by: &Actor, user: &str, code: &str) -> Result<Vec<String>, StoreError> {
        let mut codes = Vec::with_capacity(CODES);
        for _ in 0..CODES {
            codes.push(random::hex(&random::bytes::<CODE>()?));
        }
        self.write(|change| {
            let user = users::existing(change, user)?;
            let key = names::key(&user.name);
            let begun = factor(change, &key, false)?.ok_or(StoreError::NoFactor)?;
            let step = begun.step(code, by.at)?.ok_or(StoreError::WrongCode)?;
            change.execute("UPDATE factors SET confirmed = 1, last_step = ? WHERE user_key = ?", params![step, key])?;
            for code in &codes {
                let sql = "INSERT INTO recovery_codes (user_key, code) VALUES (?, ?)";
                change.execute(sql, params![key, kept(code)])?;
            }
            audit::record(change, by, Action::FactorSet, None, &format!("{}: on", user.name))?;
            Ok(codes)
        })
    }

    /// Turns a user's second factor off.
    pub fn remove_factor(&self, by: &Actor, user: &str) -> Result<(), StoreError> {
        self.write(|change| {
            let user = users::existing(change, user)?;
            change.execute("DELETE FROM factors WHERE user_key = ?", [names::key(&user.name)])?;
            audit::record(change, by, Action::FactorSet, None, &format!("{}: off", user.name))
        })
    }

    /// Whether the user may go on with this code: it is the authenticator's and was not used before, or a recovery code
    /// that is now used up. A user without a second factor needs none.
    pub fn check_factor(&self, user: &str, code: &str, at: i64) -> Result<bool, StoreError> {
        let key = names::key(user);
        if self.read(|moment| Ok(factor(moment, &key, true)?.is_none()))? {
            return Ok(true);
        }
        // Read again in the transaction: of two who send one code at once only one goes on.
        self.write(|change| {
            let Some(factor) = factor(change, &key, true)? else { return Ok(true) };
            if let Some(step) = factor.step(code, at)? {
                change.execute("UPDATE factors SET last_step = ? WHERE user_key = ?", params![step, key])?;
                return Ok(true);
            }
            let sql = "DELETE FROM recovery_codes WHERE user_key = ? AND code = ?";
            Ok(change.execute(sql, params![key, kept(code)])? > 0)
        })
    }
}

/// A factor as it is kept.
struct Factor {
    secret: Vec<u8>,
    last_step: i64,
}

impl Factor {
    /// The step that a code is of, where it fits and is newer than the last that was used.
    fn step(&self, code: &str, at: i64) -> Result<Option<i64>, StoreError> {
        let code: String = code.chars().filter(|c| !c.is_whitespace()).take(LONGEST_CODE).collect();
        let (totp, at) = (totp(&self.secret)?, u64::try_from(at).unwrap_or_default());
        let step = totp.check(&code, at).and_then(|step| i64::try_from(step).ok());
        Ok(step.filter(|step| *step > self.last_step))
    }
}

/// What every authenticator computes: six digits by SHA-1, a new code every 30 s, one step of patience each way.
fn totp(secret: &[u8]) -> Result<Totp, StoreError> {
    let built = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(STEP_S)
        .with_secret(secret)
        .build();
    built.map_err(|error| StoreError::Hash(error.to_string()))
}

fn factor(connection: &Connection, key: &str, confirmed: bool) -> Result<Option<Factor>, StoreError> {
    let sql = "SELECT secret, last_step FROM factors WHERE user_key = ? AND confirmed = ?";
    let read = |row: &rusqlite::Row| Ok(Factor { secret: row.get(0)?, last_step: row.get(1)? });
    Ok(connection.query_row(sql, params![key, confirmed], read).optional()?)
}

/// What is kept of a recovery code; it may be sent in capital letters and with spaces or hyphens.
fn kept(code: &str) -> [u8; 32] {
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).take(LONGEST_CODE).collect();
    Sha256::digest(plain.to_ascii_lowercase().as_bytes()).into()
}

/// The code that an authenticator shows for a secret (base32), for tests and for scripts that log in.
pub fn code_of(secret: &str, at: u64) -> Option<String> {
    let secret = Secret::try_from_base32(secret).ok()?;
    Some(totp(secret.as_ref()).ok()?.generate(at).to_string())
}
