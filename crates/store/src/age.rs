//! The format of age (age-encryption.org/v1, <https://c2sp.org/age>) for one recipient, a passphrase: what `age --passphrase`
//! writes and `age --decrypt` reads. Keys of other kinds and files as text are not read. Each cipher, hash and derivation is
//! RustCrypto's; here is only their order, which is held against the format's published test vectors (`tests/age`).

use std::io::{self, BufRead, Read, Write};

use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD as BASE64;
use chacha20poly1305::aead::Aead;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use scrypt::Params;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::random;

/// How every file begins.
pub(crate) const BEGINNING: &str = "age-encryption.org/v1\n";

/// What the salt of scrypt begins with.
const SALT: &[u8] = b"age-encryption.org/v1/scrypt";

/// So much is encrypted at once, in bytes.
const CHUNK: usize = 64 << 10;

/// What the cipher adds to each piece, in bytes.
const TAG: usize = 16;

/// The longest line of a header, in bytes; the format's own are shorter than 80.
const LONGEST_LINE: u64 = 256;

/// A key of the cipher.
type Key = Zeroizing<[u8; 32]>;

/// What a file is encrypted with; itself encrypted in the header.
type FileKey = Zeroizing<[u8; 16]>;

/// Why a file was not decrypted.
#[derive(Debug)]
pub(crate) enum Refused {
    /// The passphrase is another one.
    Passphrase,
    /// Another kind of key is needed.
    OtherKey,
    /// It asks for more work than allowed.
    Work,
    /// It is not as it was written.
    Damaged,
    /// Reading or writing failed.
    Io(io::Error),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// What is drawn anew for each file.
pub(crate) struct Drawn {
    key: FileKey,
    salt: [u8; 16],
    nonce: [u8; 16],
}

impl Drawn {
    /// From the system's random numbers.
    pub(crate) fn new() -> Result<Self, StoreError> {
        Ok(Self { key: Zeroizing::new(random::bytes()?), salt: random::bytes()?, nonce: random::bytes()? })
    }
}

/// Writes what `from` holds, encrypted. `work` is log2 of scrypt's N.
pub(crate) fn encrypt(
    mut from: impl Read,
    mut to: impl Write,
    passphrase: &str,
    work: u8,
    drawn: &Drawn,
) -> io::Result<()> {
    let outer = stretched(passphrase, &drawn.salt, work).ok_or(io::ErrorKind::InvalidInput)?;
    let body = seal(&cipher(&outer), 0, false, &*drawn.key)?;
    let header = format!("{BEGINNING}-> scrypt {} {work}\n{}\n---", BASE64.encode(drawn.salt), BASE64.encode(body));
    let mark = authenticator(&drawn.key, &header).finalize().into_bytes();
    to.write_all(format!("{header} {}\n", BASE64.encode(mark)).as_bytes())?;
    to.write_all(&drawn.nonce)?;
    let cipher = cipher(&derived(&drawn.key, Some(&drawn.nonce), "payload"));
    let mut chunk = piece(&mut from, CHUNK)?;
    for number in 0.. {
        let next = piece(&mut from, CHUNK)?;
        to.write_all(&seal(&cipher, number, next.is_empty(), &chunk)?)?;
        if next.is_empty() {
            break;
        }
        chunk = next;
    }
    to.flush()
}

/// Writes what `from` holds, decrypted. At most `most_work` is done, as log2 of scrypt's N. What was written before an
/// error is not to be used.
pub(crate) fn decrypt(mut from: impl BufRead, to: impl Write, passphrase: &str, most_work: u8) -> Result<(), Refused> {
    let key = file_key(&mut from, passphrase, most_work)?;
    payload(from, to, &key)
}

/// Reads the header.
fn file_key(from: &mut impl BufRead, passphrase: &str, most_work: u8) -> Result<FileKey, Refused> {
    let mut header = line(from)?;
    if header != BEGINNING {
        return Err(Refused::Damaged);
    }
    let recipient = line(from)?;
    let asked = recipient.strip_prefix("-> ").and_then(|rest| rest.strip_suffix('\n')).ok_or(Refused::Damaged)?;
    let [kind, salt, work] = asked.split(' ').collect::<Vec<_>>()[..] else {
        return Err(if asked.starts_with("scrypt ") { Refused::Damaged } else { Refused::OtherKey });
    };
    if kind != "scrypt" {
        return Err(Refused::OtherKey);
    }
    let salt: [u8; 16] = decoded(salt)?;
    let plain = work.starts_with(|digit| matches!(digit, '1'..='9')) && work.bytes().all(|b| b.is_ascii_digit());
    let work = if plain { work.parse::<u64>().map_err(|_| Refused::Damaged)? } else { return Err(Refused::Damaged) };
    let work = u8::try_from(work).ok().filter(|work| *work <= most_work).ok_or(Refused::Work)?;
    let body = line(from)?;
    let end = line(from)?;
    // A passphrase stands alone: another recipient in this place is no file of age.
    let mark: [u8; 32] =
        end.strip_prefix("--- ").and_then(|mark| mark.strip_suffix('\n')).ok_or(Refused::Damaged).and_then(decoded)?;
    let sealed: [u8; 32] = body.strip_suffix('\n').ok_or(Refused::Damaged).and_then(decoded)?;
    let outer = stretched(passphrase, &salt, work).ok_or(Refused::Work)?;
    let key = Zeroizing::new(open(&cipher(&outer), 0, false, &sealed).map_err(|_| Refused::Passphrase)?);
    let key: FileKey = Zeroizing::new(key.as_slice().try_into().map_err(|_| Refused::Damaged)?);
    header.extend([recipient.as_str(), &body, "---"]);
    authenticator(&key, &header).verify_slice(&mark).map_err(|_| Refused::Damaged)?;
    Ok(key)
}

/// Reads what follows the header.
fn payload(mut from: impl Read, mut to: impl Write, key: &FileKey) -> Result<(), Refused> {
    let nonce = piece(&mut from, 16)?;
    if nonce.len() != 16 {
        return Err(Refused::Damaged);
    }
    let cipher = cipher(&derived(key, Some(&nonce), "payload"));
    let mut chunk = piece(&mut from, CHUNK + TAG)?;
    for number in 0.. {
        let next = piece(&mut from, CHUNK + TAG)?;
        let plain = open(&cipher, number, next.is_empty(), &chunk)?;
        // An end that was cut off and closed again with nothing would pass otherwise.
        if plain.is_empty() && number > 0 {
            return Err(Refused::Damaged);
        }
        to.write_all(&plain)?;
        if next.is_empty() {
            break;
        }
        chunk = next;
    }
    Ok(to.flush()?)
}

/// One line of a header, with its end.
fn line(from: &mut impl BufRead) -> Result<String, Refused> {
    let mut line = vec![];
    from.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    String::from_utf8(line).map_err(|_| Refused::Damaged)
}

/// Base64 without padding, written in the one way that is allowed.
fn decoded<const N: usize>(text: &str) -> Result<[u8; N], Refused> {
    let bytes = BASE64.decode(text).map_err(|_| Refused::Damaged)?;
    bytes.try_into().map_err(|_| Refused::Damaged)
}

/// As many bytes as there are, at most `most`.
fn piece(from: &mut impl Read, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(most);
    from.take(most as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The passphrase as a key; none where the machine cannot do that much work.
fn stretched(passphrase: &str, salt: &[u8; 16], work: u8) -> Option<Key> {
    let mut key = Key::default();
    let salt = [SALT, salt].concat();
    scrypt::scrypt(passphrase.as_bytes(), &salt, &Params::new(work, 8, 1).ok()?, &mut *key).ok()?;
    Some(key)
}

fn derived(key: &FileKey, salt: Option<&[u8]>, info: &str) -> Key {
    let mut derived = Key::default();
    let told = Hkdf::<Sha256>::new(salt, &**key).expand(info.as_bytes(), &mut *derived);
    told.expect("32 bytes are fewer than the 255 hashes that HKDF gives");
    derived
}

fn authenticator(key: &FileKey, header: &str) -> Hmac<Sha256> {
    let key = derived(key, None, "header");
    let mut authenticator = <Hmac<Sha256> as KeyInit>::new_from_slice(&*key).expect("HMAC takes a key of any length");
    authenticator.update(header.as_bytes());
    authenticator
}

fn cipher(key: &Key) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new((&**key).into())
}

/// The number of a piece, and whether it is the last one.
fn nonce(number: u64, last: bool) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&number.to_be_bytes());
    nonce[11] = last.into();
    nonce
}

fn seal(cipher: &ChaCha20Poly1305, number: u64, last: bool, plain: &[u8]) -> io::Result<Vec<u8>> {
    cipher.encrypt((&nonce(number, last)).into(), plain).map_err(io::Error::other)
}

fn open(cipher: &ChaCha20Poly1305, number: u64, last: bool, sealed: &[u8]) -> Result<Vec<u8>, Refused> {
    cipher.decrypt((&nonce(number, last)).into(), sealed).map_err(|_| Refused::Damaged)
}

#[cfg(test)]
mod tests;
