//! What is written down although it changes nothing: who looked at whom, who took what, who failed to log in. Each is
//! written once in a while, so that nobody can fill the disk with it.

use rusqlite::{Connection, OptionalExtension, params};

use crate::audit::{self, Action, Actor};
use crate::case::CaseId;
use crate::error::StoreError;
use crate::limits::LONGEST_NAME;
use crate::noted::Failed;
use crate::store::{Store, lock};

/// A view of a case is written once a user, case and hour.
const VIEW_S: i64 = 3_600;

/// A download is written once a user, case, kind and minute.
const DOWNLOAD_S: i64 = 60;

/// Views remembered; where there are more, the audit itself is asked.
const REMEMBERED: usize = 10_000;

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
    /// Writes down that something was looked at or taken, unless the same was written a short while ago. What cannot be
    /// written is counted ([`Store::write_missed`]).
    pub fn saw(&self, by: &Actor, seen: Seen, case: Option<&CaseId>) -> Result<(), StoreError> {
        self.note(by, seen, case).inspect_err(|_| lock(&self.noted).missed += 1)
    }

    fn note(&self, by: &Actor, seen: Seen, case: Option<&CaseId>) -> Result<(), StoreError> {
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

    /// Writes down how many views could not be written, once that is possible.
    pub fn write_missed(&self, at: i64) -> Result<(), StoreError> {
        let missed = std::mem::take(&mut lock(&self.noted).missed);
        if missed == 0 {
            return Ok(());
        }
        let by = Actor { name: audit::PROGRAM.into(), at };
        let detail = if missed == 1 { "1 view".to_string() } else { format!("{missed} views") };
        self.write(|change| audit::record(change, &by, Action::ViewsMissed, None, &detail))
            .inspect_err(|_| lock(&self.noted).missed += missed)
    }

    /// Whether views were missed that no administrator has acknowledged.
    pub fn has_missed(&self) -> Result<bool, StoreError> {
        if lock(&self.noted).missed > 0 {
            return Ok(true);
        }
        self.read(|moment| {
            let sql = "SELECT action FROM audit WHERE action IN ('views-missed', 'missed-acknowledged')
                ORDER BY id DESC LIMIT 1";
            let last: Option<Action> = moment.query_row(sql, [], |row| row.get(0)).optional()?;
            Ok(last == Some(Action::ViewsMissed))
        })
    }

    /// Notes that an administrator knows of the views that were missed.
    pub fn acknowledge_missed(&self, by: &Actor) -> Result<(), StoreError> {
        self.write_missed(by.at)?;
        self.write(|change| audit::record(change, by, Action::MissedAcknowledged, None, ""))
    }

    /// Counts a failed log-in. Nothing is written yet, whoever it was: how long the answer takes must not tell whether
    /// there is a user of this name.
    pub fn failed_login(&self, by: &Actor) -> Result<(), StoreError> {
        let tried: String = by.name.chars().take(LONGEST_NAME).collect();
        // People type passwords into the field of the name: one that no user has is not kept.
        let name = self.user(&tried)?.map_or_else(|| audit::UNKNOWN.to_string(), |user| user.name);
        lock(&self.noted).failed.entry(name).or_default().since += 1;
        Ok(())
    }

    /// Writes down the failed log-ins that were counted, at most once a minute a name; at the end of the program `all`.
    pub fn write_failed_logins(&self, at: i64, all: bool) -> Result<(), StoreError> {
        let due: Vec<(String, u64)> = {
            let mut noted = lock(&self.noted);
            noted.failed.retain(|_, failed| failed.since > 0 || !failed.is_over(at));
            let due = noted.failed.iter().filter(|(_, failed)| failed.since > 0 && (all || failed.is_over(at)));
            let mut due: Vec<(String, u64)> = due.map(|(name, failed)| (name.clone(), failed.since)).collect();
            due.sort();
            due
        };
        for (name, tries) in due {
            let detail = if tries == 1 { "1 try".to_string() } else { format!("{tries} tries") };
            let by = Actor { name: name.clone(), at };
            self.write(|change| audit::record(change, &by, Action::LoginFailed, None, &detail))?;
            if let Some(failed) = lock(&self.noted).failed.get_mut(&name) {
                *failed = Failed { written: Some(at), since: failed.since.saturating_sub(tries) };
            }
        }
        Ok(())
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
