//! Whether what comes from outside is within the limits, asked before it is written.

use zxcvbn::{Score, zxcvbn};

use crate::error::StoreError;
use crate::limits::{LONGEST_NAME, LONGEST_NOTE, PASSWORD_LENGTH};

/// A name of one line, without space around it.
pub(crate) fn name<'a>(what: &'static str, name: &'a str) -> Result<&'a str, StoreError> {
    let trimmed = name.trim();
    let length = trimmed.chars().count();
    if trimmed.is_empty() || length > LONGEST_NAME || trimmed.chars().any(char::is_control) {
        return Err(StoreError::BadName { what, length, most: LONGEST_NAME });
    }
    Ok(trimmed)
}

/// A text of at most so many bytes.
pub(crate) fn bytes(what: &'static str, length: usize, most: usize) -> Result<(), StoreError> {
    if length > most { Err(StoreError::TooLarge { what, length, most, unit: "bytes" }) } else { Ok(()) }
}

/// A note of at most [`LONGEST_NOTE`] characters.
pub(crate) fn note(note: &str) -> Result<&str, StoreError> {
    let length = note.chars().count();
    if length > LONGEST_NOTE {
        return Err(StoreError::TooLarge { what: "the note", length, most: LONGEST_NOTE, unit: "characters" });
    }
    Ok(note.trim())
}

/// A password that may be set for this user: long enough, and not one that is guessed early. What it consists of is the
/// user's (NIST SP 800-63B, 3.1.1.2).
pub(crate) fn new_password(user: &str, password: &str) -> Result<(), StoreError> {
    password_length(password)?;
    // "Three" takes more than 10^8 guesses, of which a log-in allows a few a minute.
    let guessed_late = zxcvbn(password, &[user, "concord"]).score() >= Score::Three;
    if guessed_late { Ok(()) } else { Err(StoreError::WeakPassword) }
}

/// A password of a length that one can have.
pub(crate) fn password_length(password: &str) -> Result<(), StoreError> {
    let length = password.chars().count();
    if PASSWORD_LENGTH.contains(&length) { Ok(()) } else { Err(StoreError::PasswordLength { length }) }
}
