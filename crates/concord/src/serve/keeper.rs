//! What is done beside the pages: the store is checked when the program starts and once a day, and backups are made as
//! they are due. What goes wrong is told on every page.

use super::clinic::{Clinic, actor, now};
use super::health::Ill;
use super::layout;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use store::{Passphrase, StoreError};

/// How often is looked whether something is due.
const LOOK: Duration = Duration::from_secs(10);

/// The store is checked so often.
const CHECK_S: i64 = 86_400;

/// A backup that failed is tried again after this, or when the next one is due.
const AGAIN: Duration = Duration::from_secs(600);

/// Who makes automatic backups.
const BY: &str = "automatic backup";

/// Automatic backups.
#[derive(Clone, Debug)]
pub struct Backups {
    /// Where they go.
    pub folder: PathBuf,
    /// How long after the last one.
    pub every: Duration,
    /// How many stay; older ones are removed.
    pub keep: usize,
    /// What they are encrypted with.
    pub passphrase: Option<Passphrase>,
}

/// Keeps what is kept sound, for as long as the program serves.
pub fn keep(clinic: &Clinic, backups: Option<&Backups>) {
    let (mut checked, mut tried) = (i64::MIN, None::<SystemTime>);
    loop {
        let at = now();
        if at.saturating_sub(checked) >= CHECK_S || at < checked {
            check(clinic);
            checked = at;
        }
        // It is counted on, and written with the next one.
        let _ = clinic.store.flush_failed_logins(at);
        if let Some(backups) = backups
            && backups.due()
            && !tried.is_some_and(|tried| tried.elapsed().is_ok_and(|since| since < AGAIN.min(backups.every)))
        {
            tried = Some(SystemTime::now());
            let made = backups.make(clinic);
            clinic.health.set(Ill::Backup, made.is_err());
            if let Err(error) = made {
                eprintln!("automatic backup: {error}");
                // Where that cannot be written either, the page says it.
                let _ = clinic.store.backup_failed(&actor(BY), &error);
            }
        }
        std::thread::sleep(LOOK);
    }
}

/// Reads every page of the store and every row of its audit, and notes what is wrong.
pub fn check(clinic: &Clinic) {
    // Without it a deletion on a full disk may be refused; the next start tries again.
    let _ = clinic.store.keep_reserve();
    let damaged = clinic.store.quick_check();
    if let Err(error) = &damaged {
        eprintln!("check of the store: {error}");
    }
    clinic.health.set(Ill::Store, matches!(damaged, Err(StoreError::Damaged { .. } | StoreError::Broken(_))));
    let fault = clinic.store.check_audit().map_or_else(|error| Some(error.to_string()), |chain| chain.fault);
    if let Some(fault) = &fault {
        eprintln!("check of the audit: {fault}");
    }
    clinic.health.set(Ill::Audit, fault.is_some());
}

impl Backups {
    /// Whether the last one is old enough, or of a time to come.
    fn due(&self) -> bool {
        let made = |path: &PathBuf| std::fs::metadata(path).and_then(|there| there.modified()).ok();
        let newest = self.made().iter().filter_map(made).max();
        newest.is_none_or(|made| made.elapsed().map_or(true, |since| since >= self.every))
    }

    /// Those that are there, oldest first.
    pub fn made(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut made: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| is_ours(path)).collect();
        made.sort();
        made
    }

    /// Makes one, and removes those that are too many.
    fn make(&self, clinic: &Clinic) -> Result<(), StoreError> {
        let ending = if self.passphrase.is_some() { ".sqlite.age" } else { ".sqlite" };
        let name = format!("{BEGINNING}{}{ending}", stamp(now()));
        clinic.store.backup(&actor(BY), &self.folder.join(name), self.passphrase.as_ref())?;
        let made = self.made();
        for old in made.iter().take(made.len().saturating_sub(self.keep)) {
            std::fs::remove_file(old).map_err(|error| StoreError::Place { path: old.clone(), error })?;
        }
        Ok(())
    }
}

/// How the names of automatic backups begin.
const BEGINNING: &str = "concord-";

/// A moment as part of a name that sorts by time.
fn stamp(at: i64) -> String {
    layout::moment(at).trim_end_matches(" UTC").replace(' ', "T").replace(':', "") + "Z"
}

/// Whether a file is an automatic backup by its name: nothing else is ever removed.
fn is_ours(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let Some(rest) = name.strip_prefix(BEGINNING) else { return false };
    let Some((stamp, ending)) = rest.split_once('.') else { return false };
    let shape: String = stamp.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape == "0000-00-00T0000Z" && matches!(ending, "sqlite" | "sqlite.age")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_named_as_an_automatic_backup_is_one() {
        assert!(is_ours(Path::new(&format!("/x/concord-{}.sqlite.age", stamp(1_795_282_140)))));
        for name in
            ["concord.sqlite", "concord-2026-11-21T1729Z.sqlite.unfinished", "concord-backup.sqlite", "notes.txt", ""]
        {
            assert!(!is_ours(Path::new(name)), "{name}");
        }
    }
}
