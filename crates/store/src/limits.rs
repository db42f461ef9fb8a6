//! How much of anything is kept: whatever comes from outside is measured here before it is written.

use std::ops::RangeInclusive;

use zxcvbn::{Score, zxcvbn};

use crate::error::StoreError;

/// The largest text of a case, in bytes: as large as a case file may be on the command line.
pub const LARGEST_TEXT: usize = 1 << 20;

/// The largest attached file, in bytes.
pub const LARGEST_FILE: usize = 64 << 20;

/// The most files attached to one case.
pub const MOST_FILES: usize = 100;

/// The longest name of a case, a user or a file, in characters.
pub const LONGEST_NAME: usize = 100;

/// The longest note on a version, in characters.
pub const LONGEST_NOTE: usize = 1_000;

/// A session that nobody has used for so many seconds is closed: an hour.
pub const IDLE_S: i64 = 3_600;

/// How long a password may be, in characters.
pub const PASSWORD_LENGTH: RangeInclusive<usize> = 10..=200;

/// How long the passphrase of a backup may be, in characters: whoever has the file may guess as often as they like.
pub const PASSPHRASE_LENGTH: RangeInclusive<usize> = 15..=1_000;

/// The largest report that is kept, in bytes: the page, the result and the files beside it.
pub const LARGEST_REPORT: usize = 64 << 20;

/// The most versions of one case whose report is kept; of older ones it is made again.
pub const MOST_REPORTS: usize = 10;

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
    self::password(password)?;
    // "Three" takes more than 10^8 guesses, of which a log-in allows a few a minute.
    let guessed_late = zxcvbn(password, &[user, "concord"]).score() >= Score::Three;
    if guessed_late { Ok(()) } else { Err(StoreError::WeakPassword) }
}

/// A password of a length that one can have.
pub(crate) fn password(password: &str) -> Result<(), StoreError> {
    let length = password.chars().count();
    if PASSWORD_LENGTH.contains(&length) { Ok(()) } else { Err(StoreError::PasswordLength { length }) }
}
