//! What can go wrong, in words a clinic can act on.

use std::path::PathBuf;

use rusqlite::{ErrorCode, ffi};

use crate::case::{CaseId, Version};
use crate::limits::{PASSPHRASE_LENGTH, PASSWORD_LENGTH};

/// Why the store did not do what it was asked. Nothing has been changed then, unless the message says so.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The case has been saved by someone else since it was read.
    #[error(
        "the case was saved meanwhile: {} saved version {}; compare both and save again on that version",
        head.by,
        head.number
    )]
    Conflict {
        /// The version that is there now.
        head: Box<Version>,
    },
    /// No such case, or no longer.
    #[error("there is no case {0}: it was deleted, or the address is wrong")]
    NoCase(CaseId),
    /// The audit says that the case was begun, and not that it was deleted: yet it is not there.
    #[error("case {0} was kept here and nobody deleted it, yet it is not found: the store may be damaged")]
    LostCase(CaseId),
    /// The case has no version of this number.
    #[error("case {id} has no version {number}")]
    NoVersion {
        /// The case.
        id: CaseId,
        /// The version asked for.
        number: u64,
    },
    /// The case has no file of this name.
    #[error("the case has no file of this name")]
    NoFile,
    /// Not the id of a case.
    #[error("{0:?} is no case id: it is 16 of the characters 0-9 and a-f")]
    BadId(String),
    /// A name that is empty, too long or of several lines.
    #[error("{what}: {length} characters; 1 to {most} on one line would be right")]
    BadName {
        /// Of what.
        what: &'static str,
        /// Its length in characters.
        length: usize,
        /// The longest there may be.
        most: usize,
    },
    /// More than is kept.
    #[error("{what}: {length} {unit}, at most {most}")]
    TooLarge {
        /// Of what.
        what: &'static str,
        /// How much it is.
        length: usize,
        /// How much it may be.
        most: usize,
        /// What is counted.
        unit: &'static str,
    },
    /// A password too short to be safe or too long to be meant.
    #[error("the password: {length} characters; {} to {} would be right", PASSWORD_LENGTH.start(), PASSWORD_LENGTH.end())]
    PasswordLength {
        /// Its length in characters.
        length: usize,
    },
    /// A password that is guessed early.
    #[error(
        "the password: it is one of the first that are guessed; three or more words that do not belong together would be right"
    )]
    WeakPassword,
    /// No such user.
    #[error("there is no user {0:?}")]
    NoUser(String),
    /// No such team.
    #[error("there is no team {0:?}")]
    NoTeam(String),
    /// The name of a team is taken.
    #[error("there is a team {0:?} already; capital and small letters count the same")]
    TeamExists(String),
    /// The user has a second factor, which must be turned off before another is begun.
    #[error("there is a second factor already; turn it off before another one is begun")]
    FactorThere,
    /// No such session, or closed already.
    #[error("there is no session {0}")]
    NoSession(i64),
    /// A second factor was to be confirmed, and none was begun.
    #[error("no second factor was begun: begin it, then send the code that your device shows")]
    NoFactor,
    /// The code does not fit, or was used before.
    #[error("the code does not fit, or was used before; send the one that your device shows now")]
    WrongCode,
    /// The program calls itself so in the audit.
    #[error("{0:?} stands for the program itself in the audit; the name of a person would be right")]
    OwnName(String),
    /// The name is taken.
    #[error("there is a user {0:?} already; capital and small letters count the same")]
    UserExists(String),
    /// Nobody could manage the users any more.
    #[error("{0:?} must stay an administrator: there is no other; make someone else one first")]
    LastAdmin(String),
    /// The first user cannot manage the others.
    #[error("the first user must be an administrator: nobody could add another")]
    FirstUser,
    /// The file or its folder cannot be used.
    #[error("{path}: {error}", path = path.display())]
    Place {
        /// Which.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// Another kind of file.
    #[error("{path}: {found}; a file that Concord made as its store or as a backup of it would be right", path = path.display())]
    NotAStore {
        /// Which.
        path: PathBuf,
        /// What is there instead.
        found: String,
    },
    /// A store was here, or was about to be: an empty file is no store.
    #[error(
        "{path}: empty, 0 bytes: a store would be right; restore a backup, or remove this file to begin anew",
        path = path.display()
    )]
    Empty {
        /// Which.
        path: PathBuf,
    },
    /// An encrypted backup without its passphrase.
    #[error("{path}: encrypted; give the passphrase it was made with", path = path.display())]
    Encrypted {
        /// Which.
        path: PathBuf,
    },
    /// Another passphrase than the one a backup was made with, or a backup that was changed since.
    #[error(
        "{path}: cannot be decrypted ({found}); the passphrase it was made with, and an undamaged file, would be right",
        path = path.display()
    )]
    NotDecrypted {
        /// Which.
        path: PathBuf,
        /// What the decryption says.
        found: String,
    },
    /// A passphrase that can be guessed once the file is in the wrong hands.
    #[error(
        "the passphrase: {length} characters; {} to {} would be right",
        PASSPHRASE_LENGTH.start(),
        PASSPHRASE_LENGTH.end()
    )]
    PassphraseLength {
        /// Its length in characters.
        length: usize,
    },
    /// Written by a program newer than this one.
    #[error(
        "{path}: of format {found}, this program knows up to {known}: use the newer Concord that wrote it",
        path = path.display()
    )]
    Newer {
        /// Which.
        path: PathBuf,
        /// The version of its tables.
        found: i64,
        /// The newest this program knows.
        known: i64,
    },
    /// The file is one of ours, and broken.
    #[error("{path}: damaged ({found}); restore the last backup", path = path.display())]
    Damaged {
        /// Which.
        path: PathBuf,
        /// The first complaint of SQLite's check.
        found: String,
    },
    /// The file system cannot keep the promises the store makes.
    #[error("{path}: this folder's file system allows no write-ahead log; use a folder on a local disk", path = path.display())]
    NoLog {
        /// Which.
        path: PathBuf,
    },
    /// Another program has the file open.
    #[error("{path}: open in another program (does Concord serve it already?); stop it and try again", path = path.display())]
    InUse {
        /// Which.
        path: PathBuf,
    },
    /// Where a backup must not go.
    #[error("{path}: this is the store itself; name another file for the backup", path = path.display())]
    OntoItself {
        /// Which.
        path: PathBuf,
    },
    /// The case is deleted, its bytes are not all overwritten yet.
    #[error(
        "deleted, but another program reads the file, so the text is still in its log; \
         stop that program: the log is emptied when the store is next opened"
    )]
    NotWiped,
    /// An encrypted store, and no key.
    #[error("{path}: encrypted; give its key", path = path.display())]
    Locked {
        /// Which.
        path: PathBuf,
    },
    /// An encrypted store, and a key that is not its own.
    #[error("{path}: encrypted, and the key does not fit; the key it was encrypted with would be right", path = path.display())]
    WrongKey {
        /// Which.
        path: PathBuf,
    },
    /// An encrypted store before a program that knows no cipher.
    #[error(
        "{path}: encrypted, and this program was built without encryption of the store; \
         a Concord built with the feature \"encrypted-store\" opens it with its key",
        path = path.display()
    )]
    CannotDecrypt {
        /// Which.
        path: PathBuf,
    },
    /// A key before a program that knows no cipher.
    #[error(
        "this program was built without encryption of the store; a Concord built with the feature \"encrypted-store\" takes a key"
    )]
    CannotEncrypt,
    /// A key, and a store that is not encrypted.
    #[error("{path}: not encrypted, and a key was given; encrypt it first, or leave the key out", path = path.display())]
    NotLocked {
        /// Which.
        path: PathBuf,
    },
    /// What is no key.
    #[error("the key: 64 of the digits 0-9 and a-f would be right")]
    BadKey,
    /// The disk is full.
    #[error("the disk is full, or takes nothing more: nothing was saved; make room and try again")]
    Full,
    /// Another program holds the file too long.
    #[error("another program is writing to the store: nothing was saved; try again")]
    Busy,
    /// The file turned out to be broken while it was in use.
    #[error("the store's file is damaged ({0}); stop the program and restore the last backup")]
    Broken(rusqlite::Error),
    /// The operating system gives no random bytes.
    #[error("the system gives no random numbers: {0}")]
    Random(String),
    /// A password could not be hashed.
    #[error("the password could not be hashed: {0}")]
    Hash(String),
    /// Anything else the database says.
    #[error("the store's database: {0}")]
    Database(rusqlite::Error),
}

impl StoreError {
    /// The same in words that name no place of this machine: for who asks from elsewhere.
    pub fn without_place(&self) -> String {
        let path = match self {
            Self::Place { error, .. } => return format!("a file of the store: {}", error.kind()),
            Self::NotAStore { path, .. }
            | Self::Empty { path }
            | Self::Encrypted { path }
            | Self::NotDecrypted { path, .. }
            | Self::Newer { path, .. }
            | Self::Damaged { path, .. }
            | Self::NoLog { path }
            | Self::InUse { path }
            | Self::Locked { path }
            | Self::WrongKey { path }
            | Self::CannotDecrypt { path }
            | Self::NotLocked { path }
            | Self::OntoItself { path } => path.display().to_string(),
            // What the database says may name its file.
            Self::Database(error) | Self::Broken(error) => {
                let code = error.sqlite_error_code().map_or_else(String::new, |code| format!(" ({code:?})"));
                return format!("the store's database does not do it{code}");
            }
            _ => return self.to_string(),
        };
        let rest = self.to_string();
        rest.strip_prefix(&path).map_or_else(|| "the file".into(), |rest| format!("the file{rest}"))
    }
}

/// How SQLite tells that a file cannot grow, where the system does not say that the disk is full.
const NO_ROOM: [i32; 2] = [ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_IOERR_SHMSIZE];

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            // A quota or a limit is told as a write that failed; the log's index says so in its own way.
            Some(ErrorCode::SystemIoFailure)
                if error.sqlite_error().is_some_and(|e| NO_ROOM.contains(&e.extended_code)) =>
            {
                Self::Full
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Broken(error),
            _ => Self::Database(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_from_elsewhere_is_told_no_place_of_this_machine() {
        let path = || PathBuf::from("/srv/clinic/concord.sqlite");
        let opened = rusqlite::Connection::open_with_flags(path(), rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY);
        let errors = [
            StoreError::Place { path: path(), error: std::io::ErrorKind::PermissionDenied.into() },
            StoreError::NotAStore { path: path(), found: "not a database".into() },
            StoreError::Newer { path: path(), found: 9, known: 5 },
            StoreError::Damaged { path: path(), found: "page 3".into() },
            StoreError::NoLog { path: path() },
            StoreError::InUse { path: path() },
            StoreError::Locked { path: path() },
            StoreError::WrongKey { path: path() },
            StoreError::CannotDecrypt { path: path() },
            StoreError::NotLocked { path: path() },
            StoreError::OntoItself { path: path() },
            StoreError::from(opened.unwrap_err()),
        ];
        for error in errors {
            assert!(error.to_string().contains("/srv/clinic"), "{error}");
            let told = error.without_place();
            assert!(!told.contains("srv") && !told.contains("concord.sqlite") && told.len() > 8, "{told}");
        }
        assert_eq!(StoreError::Full.without_place(), StoreError::Full.to_string());
    }
}
