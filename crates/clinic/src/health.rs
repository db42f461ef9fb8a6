//! Whether what is kept is sound. What is not is told on every page until it is.

use super::error::HttpError;
use std::sync::atomic::{AtomicBool, Ordering};

/// What may be wrong with what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ill {
    /// The store's file is damaged.
    Store,
    /// A row of the audit is not as it was written.
    Audit,
    /// The last automatic backup could not be made.
    Backup,
    /// Not all that was looked at could be written down.
    Witness,
    /// The folder of automatic backups holds others than this store's. Told on the clinic's page alone.
    Folder,
}

/// Everything that may be wrong, with the key of its text.
const ALL: [(Ill, &str); 5] = [
    (Ill::Store, "warning.store"),
    (Ill::Audit, "warning.audit"),
    (Ill::Backup, "warning.backup"),
    (Ill::Witness, "warning.witness"),
    (Ill::Folder, "warning.folder"),
];

/// What is wrong at the moment.
#[derive(Debug, Default)]
pub struct Health([AtomicBool; ALL.len()]);

impl Health {
    /// Notes that something is wrong, or is right again.
    pub fn set(&self, ill: Ill, wrong: bool) {
        self.0[ill as usize].store(wrong, Ordering::Relaxed);
    }

    /// Whether something is wrong.
    pub fn is(&self, ill: Ill) -> bool {
        self.0[ill as usize].load(Ordering::Relaxed)
    }

    /// The keys of what is to be told on every page.
    pub fn warnings(&self) -> Vec<&'static str> {
        ALL.into_iter().filter(|(ill, _)| *ill != Ill::Folder && self.is(*ill)).map(|(_, key)| key).collect()
    }

    /// An error as it is told: of a damaged store nobody can say that something was deleted.
    pub fn told(&self, error: HttpError) -> HttpError {
        match error {
            HttpError::Damaged => {
                self.set(Ill::Store, true);
                HttpError::Damaged
            }
            HttpError::NotFound(_) if self.is(Ill::Store) => HttpError::Damaged,
            other => other,
        }
    }
}
