//! What is written down although it changes nothing: who looked at whom, who took what, who failed to log in. Each is
//! written once in a while, so that nobody can fill the disk with it.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use crate::audit::{self, Action, Actor};
use crate::case::CaseId;
use crate::error::StoreError;
use crate::limits::LONGEST_NAME;
use crate::store::{Store, lock};

/// A view of a case is written once a user, case and hour.
const VIEW_S: i64 = 3_600;

/// A download is written once a user, case, kind and minute.
const DOWNLOAD_S: i64 = 60;

/// Failed log-ins are written once a name and minute, with how many there were.
const FAILED_S: i64 = 60;

/// Views remembered; where there are more, the audit itself is asked.
const REMEMBERED: usize = 10_000;

/// What stands for a name that no user has. People type passwords into the field of the name.
const UNKNOWN: &str = "unknown name";

/// What was written down lately.
#[derive(Debug, Default)]
pub(crate) struct Noted {
    views: HashMap<(String, Action, Option<CaseId>, &'static str), i64>,
    /// By name: when it was written last, and how many tries came since.
    failed: HashMap<String, (i64, u64)>,
}

/// Something that was looked at or taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// A page or an answer about a case.
    Case,
    /// The names of the cases.
    List,
    /// A case as a file.
    Export,
    /// A file of a case; which kind: `report`, `scan`.
    Download(&'static str),
}

impl Seen {
    /// How it is written, and once in how many seconds.
    fn written(self) -> (Action, &'static str, i64) {
        match self {
            Self::Case => (Action::CaseViewed, "", VIEW_S),
            Self::List => (Action::ListViewed, "", VIEW_S),
            Self::Export => (Action::CaseExported, "", DOWNLOAD_S),
            Self::Download(kind) => (Action::FileDownloaded, kind, DOWNLOAD_S),
        }
    }
}

impl Store {
    /// Writes down that something was looked at or taken, unless the same was written a short while ago.
    pub fn saw(&self, by: &Actor, seen: Seen, case: Option<&CaseId>) -> Result<(), StoreError> {
        let (action, detail, every) = seen.written();
        let key = (by.name.clone(), action, case.cloned(), detail);
        let lately = |at: &i64| (0..every).contains(&(by.at - at));
        if lock(&self.noted).views.get(&key).is_some_and(lately) {
            return Ok(());
        }
        // Another program, or this one before it was started anew, may have written it.
        let last = self.read(|moment| last(moment, &by.name, action, case, detail))?;
        if !last.as_ref().is_some_and(lately) {
            self.write(|change| audit::record(change, by, action, case.map(|case| (case, None)), detail))?;
        }
        let mut noted = lock(&self.noted);
        if noted.views.len() >= REMEMBERED {
            noted.views.clear();
        }
        noted.views.insert(key, last.filter(lately).unwrap_or(by.at));
        Ok(())
    }

    /// Writes down that a log-in failed: at most once a minute a name, with how many tries there were. A name that no
    /// user has is not written.
    pub fn failed_login(&self, by: &Actor) -> Result<(), StoreError> {
        let tried: String = by.name.chars().take(LONGEST_NAME).collect();
        let name = self.user(&tried)?.map_or_else(|| UNKNOWN.to_string(), |user| user.name);
        let tries = {
            let mut noted = lock(&self.noted);
            let (last, since) = noted.failed.get(&name).copied().unwrap_or((i64::MIN, 0));
            let now = by.at.saturating_sub(last) >= FAILED_S || by.at < last;
            noted.failed.insert(name.clone(), if now { (by.at, 0) } else { (last, since + 1) });
            if !now {
                return Ok(());
            }
            since + 1
        };
        self.write_failed(&Actor { name, at: by.at }, tries)
    }

    /// Writes down the failed log-ins that were only counted, once their minute is over.
    pub fn flush_failed_logins(&self, at: i64) -> Result<(), StoreError> {
        let due: Vec<(String, u64)> = {
            let mut noted = lock(&self.noted);
            let over = |last: i64| at.saturating_sub(last) >= FAILED_S || at < last;
            let due = noted.failed.iter().filter(|(_, (last, _))| over(*last));
            let due = due.map(|(name, (_, since))| (name.clone(), *since)).collect();
            noted.failed.retain(|_, (last, _)| !over(*last));
            due
        };
        for (name, tries) in due.into_iter().filter(|(_, tries)| *tries > 0) {
            self.write_failed(&Actor { name, at }, tries)?;
        }
        Ok(())
    }

    fn write_failed(&self, by: &Actor, tries: u64) -> Result<(), StoreError> {
        let detail = if tries == 1 { "1 try".to_string() } else { format!("{tries} tries") };
        self.write(|change| audit::record(change, by, Action::LoginFailed, None, &detail))
    }
}

/// When the same was written last; every row of one case, or of none, is looked at from the newest.
fn last(
    moment: &Connection,
    by: &str,
    action: Action,
    case: Option<&CaseId>,
    detail: &str,
) -> Result<Option<i64>, StoreError> {
    let sql =
        "SELECT at FROM audit WHERE case_id IS ? AND action = ? AND by = ? AND detail = ? ORDER BY id DESC LIMIT 1";
    Ok(moment.query_row(sql, params![case, action, by.trim(), detail], |row| row.get(0)).optional()?)
}
