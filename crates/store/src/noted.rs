//! What was written down lately of what is written down once in a while.

use std::collections::HashMap;

use crate::action::Action;
use crate::case::CaseId;

/// Failed log-ins are written once a name and minute, with how many there were.
pub(crate) const FAILED_S: i64 = 60;

/// What was written down lately.
#[derive(Debug, Default)]
pub(crate) struct Noted {
    pub(crate) views: HashMap<(String, Action, Option<CaseId>, &'static str), i64>,
    /// Failed log-ins by name.
    pub(crate) failed: HashMap<String, Failed>,
    /// How many views could not be written down.
    pub(crate) missed: u64,
}

/// The failed log-ins of one name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Failed {
    /// When they were written last.
    pub(crate) written: Option<i64>,
    /// How many came since.
    pub(crate) since: u64,
}

impl Failed {
    /// Whether a minute is over since they were written.
    pub(crate) fn is_over(&self, at: i64) -> bool {
        self.written.is_none_or(|written| at.saturating_sub(written) >= FAILED_S || at < written)
    }
}
