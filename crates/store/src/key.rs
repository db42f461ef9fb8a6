//! The key of an encrypted store: 32 random bytes, written as 64 hexadecimal digits. The cipher is SQLCipher's (AES-256, each
//! page with an HMAC of its own); it is there where the program was built with the feature `encrypted`. The key is used as it
//! is, so nobody can guess it, and no file but the one that its owner keeps holds it.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::place::at;
use crate::random;

/// How an encrypted store begins, instead of a salt drawn by SQLCipher: the key is random itself, so the salt keeps no
/// secret. By it a program that cannot decrypt knows what is before it.
const BEGINNING: &[u8; 16] = b"Concord SQLCiph4";

/// How a store begins that is not encrypted.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";

/// Digits of a key.
const DIGITS: usize = 64;

/// What an encrypted store is read and written with.
#[derive(Clone)]
pub struct StoreKey(Zeroizing<String>);

impl StoreKey {
    /// A new one, from the system's random numbers.
    pub fn new() -> Result<Self, StoreError> {
        let bytes = Zeroizing::new(random::bytes::<32>()?);
        Ok(Self(Zeroizing::new(random::hex(&*bytes))))
    }

    /// As it was written down; white space and capital letters do not matter.
    pub fn read(text: &str) -> Result<Self, StoreError> {
        let digits: Zeroizing<String> =
            Zeroizing::new(text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect());
        if random::is_hex(&digits, DIGITS) { Ok(Self(digits)) } else { Err(StoreError::BadKey) }
    }

    /// To be written down: eight groups of eight digits.
    pub fn text(&self) -> Zeroizing<String> {
        let groups: Vec<&str> = (0..DIGITS).step_by(8).map(|at| &self.0[at..at + 8]).collect();
        Zeroizing::new(groups.join(" "))
    }

    /// As SQLCipher takes it, for a file that is there.
    fn word(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("x'{}'", *self.0))
    }

    /// The same for a file that is begun, with what it is to begin with.
    pub(crate) fn word_for_new(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("x'{}{}'", *self.0, random::hex(BEGINNING)))
    }
}

/// It is shown nowhere.
impl fmt::Debug for StoreKey {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("StoreKey")
    }
}

/// What a file is by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing is in it yet.
    Empty,
    /// A database anybody can read.
    Plain,
    /// An encrypted store.
    Encrypted,
    /// Something else.
    Other,
}

/// What the file at `path` is.
pub(crate) fn kind(path: &Path) -> Result<Kind, StoreError> {
    let mut beginning = vec![];
    let file = File::open(path).map_err(at(path))?;
    file.take(BEGINNING.len() as u64).read_to_end(&mut beginning).map_err(at(path))?;
    Ok(match &*beginning {
        [] => Kind::Empty,
        bytes if bytes == BEGINNING => Kind::Encrypted,
        bytes if bytes == PLAIN => Kind::Plain,
        _ => Kind::Other,
    })
}

/// Whether this program can encrypt a store.
pub fn can_encrypt() -> bool {
    Connection::open_in_memory().is_ok_and(|connection| ciphers(&connection))
}

fn ciphers(connection: &Connection) -> bool {
    connection.pragma_query_value(None, "cipher_version", |row| row.get::<_, String>(0)).is_ok()
}

/// Tells a connection to the file at `path` its key, before anything else.
pub(crate) fn unlock(connection: &Connection, path: &Path, key: Option<&StoreKey>) -> Result<(), StoreError> {
    let path_buf = || path.to_path_buf();
    let (kind, can) = (kind(path)?, ciphers(connection));
    let word = match (kind, key) {
        (Kind::Encrypted, _) if !can => return Err(StoreError::CannotDecrypt { path: path_buf() }),
        (Kind::Encrypted, None) => return Err(StoreError::Locked { path: path_buf() }),
        (_, Some(_)) if !can => return Err(StoreError::CannotEncrypt),
        (Kind::Plain, Some(_)) => return Err(StoreError::NotLocked { path: path_buf() }),
        (_, None) | (Kind::Other, _) => return Ok(()),
        (Kind::Encrypted, Some(key)) => key.word(),
        (Kind::Empty, Some(key)) => key.word_for_new(),
    };
    // What the library would write to standard error is told as an error.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.pragma_update(None, "key", word.as_str())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written_down() {
        let key = StoreKey::new().unwrap();
        assert_ne!(*key.0, *StoreKey::new().unwrap().0);
        let text = key.text();
        assert_eq!(text.split(' ').count(), 8);
        assert_eq!(*StoreKey::read(&format!("{}\n", text.to_uppercase())).unwrap().0, *key.0);
        for wrong in ["", "abc", &text[1..], &text.replace(char::is_whitespace, "-"), &"g".repeat(DIGITS)] {
            let error = StoreKey::read(wrong).unwrap_err().to_string();
            assert!(error.contains("64") && !error.contains(&text[..8]), "{error}");
        }
        assert_eq!(format!("{key:?}"), "StoreKey");
    }
}
