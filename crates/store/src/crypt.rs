//! Backups encrypted with a passphrase, in the format of age (age-encryption.org/v1): `age --decrypt` reads them, too.

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek};
use std::path::Path;

use zeroize::Zeroizing;

use crate::age::{self, Drawn, Refused};
use crate::error::StoreError;
use crate::limits::PASSPHRASE_LENGTH;
use crate::place::{self, at};
use crate::store::Store;

/// log2 of scrypt's N, with r = 8 and p = 1: OWASP's first choice (Password Storage Cheat Sheet), 128 MiB of memory.
const WORK: u8 = 17;

/// The most that is done for a file from elsewhere: what age's own programs write, 256 MiB of memory.
const MOST_WORK: u8 = 18;

/// What a backup is encrypted with. It is nowhere kept: whoever loses it has lost the backup.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// One to encrypt with.
    pub fn new(text: &str) -> Result<Self, StoreError> {
        let length = text.chars().count();
        if PASSPHRASE_LENGTH.contains(&length) {
            Ok(Self::given(text))
        } else {
            Err(StoreError::PassphraseLength { length })
        }
    }

    /// One to decrypt with, whatever its length.
    pub fn given(text: &str) -> Self {
        Self(Zeroizing::new(text.to_string()))
    }
}

/// It is shown nowhere.
impl fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("Passphrase")
    }
}

impl Store {
    /// Whether the backup at `path` needs a passphrase.
    pub fn is_encrypted(path: &Path) -> Result<bool, StoreError> {
        if !place::is_file(path)? {
            return Err(at(path)(io::ErrorKind::NotFound.into()));
        }
        is_encrypted(path)
    }
}

/// Whether a file is one of age's.
pub(crate) fn is_encrypted(path: &Path) -> Result<bool, StoreError> {
    let mut beginning = vec![];
    let file = File::open(path).map_err(at(path))?;
    file.take(age::BEGINNING.len() as u64).read_to_end(&mut beginning).map_err(at(path))?;
    Ok(beginning == age::BEGINNING.as_bytes())
}

/// Writes what is in `from`, encrypted, to `to`.
pub(crate) fn encrypt(from: &File, to: &File, passphrase: &Passphrase, path: &Path) -> Result<(), StoreError> {
    let drawn = Drawn::new()?;
    let write = || {
        let mut from = from;
        from.rewind()?;
        age::encrypt(from, BufWriter::new(to), &passphrase.0, WORK, &drawn)?;
        to.sync_all()
    };
    write().map_err(at(path))
}

/// Writes what is in the encrypted file at `path` to `to`.
pub(crate) fn decrypt(path: &Path, to: &File, passphrase: &Passphrase) -> Result<(), StoreError> {
    let file = File::open(path).map_err(at(path))?;
    age::decrypt(BufReader::new(file), to, &passphrase.0, MOST_WORK).map_err(|refused| {
        let found = match refused {
            Refused::Passphrase => "the passphrase does not fit",
            Refused::OtherKey => "it was not encrypted with a passphrase",
            Refused::Work => "it asks for more memory than a passphrase needs",
            Refused::Damaged => "it is damaged",
            Refused::Io(error) => return at(path)(error),
        };
        StoreError::NotDecrypted { path: path.to_path_buf(), found: found.into() }
    })
}
