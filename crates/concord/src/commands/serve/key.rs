//! The key of an encrypted store: read from a file that its owner alone can read, never from the command line.

use super::failed::kept;
use clinic::clock::actor;
use std::fs::File;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use store::audit::COMMAND_LINE as BY;
use store::{Store, StoreError, StoreKey};
use workup::output;
use workup::problem::{Failure, Fault};

/// The largest file that holds a key, in bytes: the key takes 64 and its spaces.
const LARGEST: u64 = 4 << 10;

/// `encrypt`, `rekey`, `decrypt` and `key`.
#[derive(Debug, clap::Subcommand)]
pub enum KeyTask {
    /// Write a new key to a new file
    #[command(after_help = "Example:\n  concord serve key new concord.key")]
    New {
        /// The file
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Encrypt the store with the key of --key-file (the server must not run)
    #[command(after_help = "Example:\n  concord serve key encrypt --key-file concord.key")]
    Encrypt,
    /// Give the store another key (the server must not run)
    #[command(after_help = "Example:\n  concord serve key change --key-file concord.key --new-key-file new.key")]
    Change {
        /// File that holds the new key
        #[arg(long, value_name = "FILE")]
        new_key_file: PathBuf,
    },
    /// Write the store as it is without a key (the server must not run)
    #[command(after_help = "Example:\n  concord serve key decrypt --key-file concord.key")]
    Decrypt,
}

impl KeyTask {
    /// Does it to the store at `path`; `file` holds its key.
    ///
    /// # Errors
    /// What is wrong with a key, a file or the store.
    pub fn run(&self, path: &Path, file: Option<&Path>, json: bool) -> Result<(), Failure> {
        let by = actor(BY);
        let needed = || {
            let what = "the key has to be in a file";
            Failure::input(Fault::of_argument("--key-file", "", what, "make one: concord serve key new FILE"))
        };
        let done = match self {
            Self::New { file } => {
                write_new(file)?;
                return said(json, &format!("{}: a new key; keep a copy of it elsewhere", file.display()));
            }
            Self::Encrypt => Store::rekey(&by, path, None, Some(&of_file(file.ok_or_else(needed)?)?)),
            Self::Change { new_key_file } => {
                let old = asked(path, file)?.ok_or_else(needed)?;
                Store::rekey(&by, path, Some(&old), Some(&of_file(new_key_file)?))
            }
            Self::Decrypt => Store::rekey(&by, path, Some(&asked(path, file)?.ok_or_else(needed)?), None),
        };
        done.map_err(kept)?;
        let what = match self {
            Self::Decrypt => "readable without a key now",
            _ => "encrypted; without its key nobody opens it, you neither",
        };
        said(json, &format!("{}: {what}", path.display()))
    }
}

fn said(json: bool, what: &str) -> Result<(), Failure> {
    if json { output::print_json(&serde_json::json!({ "done": what })) } else { output::print(&format!("{what}\n")) }
}

/// The key for the store at `path`: that of the file, or one that is typed where the store has one.
///
/// # Errors
/// A file that others can read, or that holds no key.
pub fn asked(path: &Path, file: Option<&Path>) -> Result<Option<StoreKey>, Failure> {
    if let Some(file) = file {
        return of_file(file).map(Some);
    }
    // Standard input may be where a password comes from: it is asked for on a terminal alone.
    if !Store::is_locked_at(path).map_err(kept)? || !store::can_encrypt() || !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    let typed = super::secret::secret("Key of the store: ", "type the 64 digits of the key")?;
    StoreKey::read(&typed).map(Some).map_err(kept)
}

/// Whether a file that holds a secret is its owner's alone.
///
/// # Errors
/// A file that others can read or write.
pub fn owner_alone(file: &File, path: &Path) -> Result<(), Failure> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let failed = |what: String| {
            let expected = "close it: chmod 600; where others have read it, make a new secret";
            Failure::other(Fault::of_file(path.display(), what, expected))
        };
        let mode = file.metadata().map_err(|error| failed(error.to_string()))?.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(failed(format!("others can read or write it (mode {mode:03o})")));
        }
    }
    Ok(())
}

/// The key that a file holds.
fn of_file(path: &Path) -> Result<StoreKey, Failure> {
    let failed = |what: String, expected: &str| Failure::other(Fault::of_file(path.display(), what, expected));
    let expected = "name a file that holds a key, made by: concord serve key new FILE";
    // A pipe or a device could be waited for without end.
    if !std::fs::metadata(path).map_err(|error| failed(error.to_string(), expected))?.is_file() {
        return Err(failed("not a file".into(), expected));
    }
    let file = File::open(path).map_err(|error| failed(error.to_string(), expected))?;
    owner_alone(&file, path)?;
    let mut text = String::new();
    file.take(LARGEST).read_to_string(&mut text).map_err(|error| failed(error.to_string(), expected))?;
    StoreKey::read(&text).map_err(|error| failed(error.to_string(), expected))
}

/// Writes a new key where nothing is.
fn write_new(path: &Path) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        Failure::other(Fault::of_file(path.display(), error.to_string(), "name a file that is not there yet"))
    };
    let key = StoreKey::new().map_err(|error: StoreError| kept(error))?;
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(failed)?;
    writeln!(file, "{}", *key.text()).and_then(|()| file.sync_all()).map_err(failed)
}
