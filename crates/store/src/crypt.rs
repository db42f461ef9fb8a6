//! Backups encrypted with a passphrase, in the format of age (age-encryption.org/v1): `age --decrypt` reads them, too.

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
use std::path::Path;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};

use crate::error::StoreError;
use crate::limits::PASSPHRASE_LENGTH;
use crate::place::{self, at};
use crate::store::Store;

/// How every file of age begins.
const BEGINNING: &[u8] = b"age-encryption.org/v1\n";

/// log2 of scrypt's N, with r = 8 and p = 1: OWASP's first choice (Password Storage Cheat Sheet), 128 MiB of memory.
const WORK: u8 = 17;

/// The most that is done for a file from elsewhere: what age's own programs write, 256 MiB of memory.
const MOST_WORK: u8 = 18;

/// What a backup is encrypted with. It is nowhere kept: whoever loses it has lost the backup.
#[derive(Clone)]
pub struct Passphrase(SecretString);

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
        Self(SecretString::from(text.to_string()))
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
    file.take(BEGINNING.len() as u64).read_to_end(&mut beginning).map_err(at(path))?;
    Ok(beginning == BEGINNING)
}

/// Writes what is in `from`, encrypted, to `to`.
pub(crate) fn encrypt(from: &File, to: &File, passphrase: &Passphrase) -> io::Result<()> {
    let mut recipient = scrypt::Recipient::new(passphrase.0.clone());
    recipient.set_work_factor(WORK);
    let encryptor =
        Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).map_err(io::Error::other)?;
    let mut from = from;
    from.rewind()?;
    let mut out = encryptor.wrap_output(BufWriter::new(to))?;
    io::copy(&mut from, &mut out)?;
    out.finish()?.flush()?;
    to.sync_all()
}

/// What went wrong, in our words.
fn said(error: &DecryptError) -> &'static str {
    match error {
        DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => "the passphrase does not fit",
        DecryptError::NoMatchingKeys => "it was not encrypted with a passphrase",
        DecryptError::ExcessiveWork { .. } => "it asks for more memory than a passphrase needs",
        _ => "it is damaged",
    }
}

/// Writes what is in the encrypted file at `path` to `to`.
pub(crate) fn decrypt(path: &Path, to: &File, passphrase: &Passphrase) -> Result<(), StoreError> {
    let failed =
        |error: DecryptError| StoreError::NotDecrypted { path: path.to_path_buf(), found: said(&error).into() };
    let file = File::open(path).map_err(at(path))?;
    let decryptor = Decryptor::new_buffered(BufReader::new(file)).map_err(failed)?;
    let mut identity = scrypt::Identity::new(passphrase.0.clone());
    identity.set_max_work_factor(MOST_WORK);
    let mut plain = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(failed)?;
    let mut to = to;
    io::copy(&mut plain, &mut to).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => failed(DecryptError::Io(error)),
        _ => at(path)(error),
    })?;
    Ok(())
}
