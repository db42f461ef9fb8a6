//! Whether what is kept is sound. What is not is told on every page until it is.

use super::error::HttpError;
use std::sync::atomic::{AtomicBool, Ordering};

/// What may be wrong with what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The store's file is damaged.
    Store,
    /// A row of the audit is not as it was written.
    Audit,
    /// The last automatic backup could not be made.
    Backup,
    /// Not every view of a case could be written to the audit.
    AccessLog,
    /// The folder of automatic backups holds others than this store's. Told on the clinic's page alone.
    Folder,
}

/// Everything that may be wrong, with the key of its text.
const ALL: [(Warning, &str); 5] = [
    (Warning::Store, "warning.store"),
    (Warning::Audit, "warning.audit"),
    (Warning::Backup, "warning.backup"),
    (Warning::AccessLog, "warning.witness"),
    (Warning::Folder, "warning.folder"),
];

/// What is wrong at the moment.
#[derive(Debug, Default)]
pub struct Health([AtomicBool; ALL.len()]);

impl Health {
    /// Notes that something is wrong, or is right again.
    pub fn set(&self, warning: Warning, wrong: bool) {
        self.0[warning as usize].store(wrong, Ordering::Relaxed);
    }

    /// Whether something is wrong.
    pub fn is(&self, warning: Warning) -> bool {
        self.0[warning as usize].load(Ordering::Relaxed)
    }

    /// The keys of what is to be told on every page.
    pub fn warnings(&self) -> Vec<&'static str> {
        ALL.into_iter()
            .filter(|(warning, _)| *warning != Warning::Folder && self.is(*warning))
            .map(|(_, key)| key)
            .collect()
    }

    /// The error, or that the store is damaged: nobody can say of a damaged store that something is not there.
    pub fn or_damaged(&self, error: HttpError) -> HttpError {
        match error {
            HttpError::Damaged => {
                self.set(Warning::Store, true);
                HttpError::Damaged
            }
            HttpError::NotFound(_) if self.is(Warning::Store) => HttpError::Damaged,
            other => other,
        }
    }
}
