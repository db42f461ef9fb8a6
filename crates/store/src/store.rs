//! The open file: one connection that writes, a few that read beside it.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::StoreError;
use crate::key::{self, Kind, StoreKey};
use crate::noted::Noted;
use crate::scratch::Scratch;
use crate::{place, reserve_file, schema, scratch};

/// How many idle readers are kept open.
const READERS: usize = 4;

/// What a clinic keeps, open. It can be shared between threads: reads do not wait for writes, writes wait for each other.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    key: Option<StoreKey>,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    /// Held by every read; alone by who empties the log, which no reader may be looking at.
    reading: RwLock<()>,
    /// Held by a backup and by a deletion, so that neither keeps the readers waiting for the other.
    pub(crate) copying: Mutex<()>,
    /// Held by whoever gives up the reserve or fills it.
    pub(crate) reserve: Mutex<()>,
    /// What was written down lately of what is written down once in a while.
    pub(crate) noted: Mutex<Noted>,
}

/// Makes an empty store: it is there whole, or not at all.
fn make(path: &Path, key: Option<&StoreKey>) -> Result<(), StoreError> {
    let scratch = Scratch::beside(path)?;
    let mut made = schema::open(scratch.path(), false, key)?;
    schema::migrate(&mut made, path)?;
    made.close().map_err(|(_, error)| StoreError::from(error))?;
    scratch.settle(path)
}

/// A lock, also where a thread has panicked with it: an open transaction is rolled back as it is dropped.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store {
    /// A file beside the store for what comes in; it is gone when it is dropped, or at the next start.
    pub fn scratch(&self) -> Result<Scratch, StoreError> {
        Scratch::beside(self.path())
    }

    /// Opens the store at `path`, or makes an empty one where nothing is. An older format is brought up to date. What a
    /// killed program left is cleared away, and a deletion that it began is finished.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, None)
    }

    /// The same of an encrypted store, or of one that is begun encrypted.
    pub fn open_with(path: &Path, key: Option<&StoreKey>) -> Result<Self, StoreError> {
        place::owned_folder(path)?;
        if !place::is_file(path)? {
            make(path, key)?;
        }
        if place::length(path)? == 0 {
            return Err(StoreError::Empty { path: path.to_path_buf() });
        }
        let store = match Self::open_there(path, key) {
            // Even a reader needs some room beside the file.
            Err(StoreError::Full) if reserve_file::lend(path)? => Self::open_there(path, key)?,
            other => other?,
        };
        scratch::clear(path)?;
        match store.finish_deletions() {
            // Without room it is tried again; nobody sees what is left of the case.
            Err(StoreError::Full | StoreError::NotWiped | StoreError::Busy) | Ok(()) => Ok(store),
            Err(other) => Err(other),
        }
    }

    /// Opens the file at `path`, which is there and may be empty.
    pub(crate) fn open_there(path: &Path, key: Option<&StoreKey>) -> Result<Self, StoreError> {
        place::owned_file(path)?;
        let mut writer = schema::open(path, false, key)?;
        // Before anything is written to it: it may be someone else's.
        schema::format(&writer, path)?;
        schema::migrate(&mut writer, path)?;
        schema::log_ahead(&writer, path)?;
        // A deletion may have been stopped before its end. A reader elsewhere is no reason not to open, nor is a full disk.
        match schema::empty_log(&writer).map_err(StoreError::from) {
            Ok(_) | Err(StoreError::Full) => {}
            Err(other) => return Err(other),
        }
        Ok(Self {
            path: path.to_path_buf(),
            key: key.cloned(),
            writer: Mutex::new(writer),
            readers: Mutex::default(),
            reading: RwLock::default(),
            copying: Mutex::default(),
            reserve: Mutex::default(),
            noted: Mutex::default(),
        })
    }

    /// Closes the store and leaves one file, nothing beside it.
    pub(crate) fn close_alone(self) -> Result<(), StoreError> {
        lock(&self.readers).clear();
        let writer = self.writer.into_inner().unwrap_or_else(PoisonError::into_inner);
        writer.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
        writer.close().map_err(|(_, error)| error.into())
    }

    /// Which store this is: 16 hexadecimal digits of its own, drawn when it was made.
    pub fn id(&self) -> Result<String, StoreError> {
        self.read(|moment| Ok(moment.query_row("SELECT lower(hex(id)) FROM identity", [], |row| row.get(0))?))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it is encrypted with, if it is.
    pub(crate) fn key(&self) -> Option<&StoreKey> {
        self.key.as_ref()
    }

    /// Whether the file at `path` is an encrypted store; false where nothing is.
    pub fn is_locked_at(path: &Path) -> Result<bool, StoreError> {
        Ok(place::is_file(path)? && key::kind(path)? == Kind::Encrypted)
    }

    /// Whether it is encrypted.
    pub fn is_locked(&self) -> bool {
        self.key.is_some()
    }

    /// Reads, all of it from one moment. Must not be called from within itself: a deletion that waits comes first.
    pub(crate) fn read<T>(&self, query: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let _reading = self.reading.read().unwrap_or_else(PoisonError::into_inner);
        let idle = lock(&self.readers).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => {
                let connection = schema::open(&self.path, false, self.key())?;
                connection.pragma_update(None, "query_only", true)?;
                connection
            }
        };
        let moment = connection.unchecked_transaction()?;
        let found = query(&moment);
        moment.finish()?;
        let mut readers = lock(&self.readers);
        if readers.len() < READERS {
            readers.push(connection);
        }
        found
    }

    /// Changes: all of it or, where `change` fails, nothing. Once this returns, it is on the disk.
    pub(crate) fn write<T>(&self, change: impl FnOnce(&Transaction) -> Result<T, StoreError>) -> Result<T, StoreError> {
        write(&mut lock(&self.writer), change)
    }

    /// The writing connection, for what cannot be one transaction.
    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        lock(&self.writer)
    }

    /// Writes the log back and empties it, so that what was deleted is in none of the files.
    pub(crate) fn empty_log(&self) -> Result<(), StoreError> {
        self.empty_log_of(&self.writer())
    }

    /// The same with the writing connection in hand.
    pub(crate) fn empty_log_of(&self, writer: &Connection) -> Result<(), StoreError> {
        let _alone = self.reading.write().unwrap_or_else(PoisonError::into_inner);
        if schema::empty_log(writer)? { Ok(()) } else { Err(StoreError::NotWiped) }
    }
}

/// As [`Store::write`], on a connection in hand.
pub(crate) fn write<T>(
    connection: &mut Connection,
    change: impl FnOnce(&Transaction) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    // The lock is taken at once: what is read inside cannot have changed by the time it is written.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = change(&transaction)?;
    transaction.commit()?;
    Ok(done)
}
