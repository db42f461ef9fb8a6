//! Maintenance beside the pages: the store is checked when the program starts and once a day, and backups are made as
//! they are due. What goes wrong is told on every page.

use super::clinic::Clinic;
use super::clock::{actor, moment, now};
use super::health::Warning;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use store::audit::AUTOMATIC_BACKUP as BY;
use store::{Passphrase, Store, StoreError};
use texts::Texts;
use workup::output;

/// How often is looked whether something is due.
const LOOK: Duration = Duration::from_secs(10);

/// The store is checked so often.
const CHECK_S: i64 = 86_400;

/// A backup that failed is tried again after this, or when the next one is due.
const AGAIN: Duration = Duration::from_secs(600);

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

/// Does what is due, for as long as the program serves.
pub fn run(clinic: &Clinic, backups: Option<&Backups>) {
    let (mut checked, mut tried) = (i64::MIN, None::<SystemTime>);
    let id = clinic.store.id().ok();
    if clinic.store.has_missed().unwrap_or(false) {
        clinic.health.set(Warning::AccessLog, true);
    }
    if let (Some(backups), Some(id)) = (backups, &id) {
        let others = backups.found(id).others;
        clinic.health.set(Warning::Folder, others > 0);
        if others > 0 {
            output::note(&format!(
                "automatic backups: {} holds {others} of another store or of an earlier version; they are left alone",
                backups.folder.display()
            ));
        }
    }
    loop {
        let at = now();
        if at.saturating_sub(checked) >= CHECK_S || at < checked {
            check(clinic);
            checked = at;
        }
        // What cannot be written is counted on, and written with the next ones.
        let _ = clinic.store.write_failed_logins(at, false);
        let _ = clinic.store.write_missed(at);
        if let (Some(backups), Some(id)) = (backups, &id)
            && backups.due(id)
            && !tried.is_some_and(|tried| tried.elapsed().is_ok_and(|since| since < AGAIN.min(backups.every)))
        {
            tried = Some(SystemTime::now());
            let made = backups.make(&clinic.store, id);
            clinic.health.set(Warning::Backup, made.is_err());
            if let Err(error) = made {
                output::note(&format!("automatic backup: {error}"));
                // Where that cannot be written either, the page says it.
                let _ = clinic.store.backup_failed(&actor(BY), &error);
            }
        }
        std::thread::sleep(LOOK);
    }
}

/// Reads every page of the store and every row of its audit, and notes what is wrong.
pub fn check(clinic: &Clinic) {
    // Without it a deletion on a full disk may be refused; the next start login_limits again.
    let _ = clinic.store.keep_reserve();
    let damaged = clinic.store.quick_check();
    if let Err(error) = &damaged {
        output::note(&format!("check of the store: {error}"));
    }
    clinic.health.set(Warning::Store, matches!(damaged, Err(StoreError::Damaged { .. } | StoreError::Broken(_))));
    let fault = clinic.store.check_audit().map_or_else(|error| Some(error.to_string()), |chain| chain.fault);
    if let Some(fault) = &fault {
        output::note(&format!("check of the audit: {fault}"));
    }
    clinic.health.set(Warning::Audit, fault.is_some());
}

/// The automatic backups in a folder.
#[derive(Debug, Default)]
struct Found {
    /// Those of this store with their numbers, oldest first.
    own: Vec<(u64, PathBuf)>,
    /// How many are of another store, or of a version that did not say whose they are.
    others: usize,
}

impl Backups {
    /// Whether the last one is old enough, or of a time to come. The last one is the one with the highest number: what
    /// the clock said when it was made does not count.
    fn due(&self, id: &str) -> bool {
        let newest = self.found(id).own.pop();
        let made = newest.and_then(|(_, path)| std::fs::metadata(path).and_then(|there| there.modified()).ok());
        made.is_none_or(|made| made.elapsed().map_or(true, |since| since >= self.every))
    }

    /// Those that are there.
    fn found(&self, id: &str) -> Found {
        let mut found = Found::default();
        for path in std::fs::read_dir(&self.folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            match Named::of(&path) {
                Some(Named { store: Some(store), number }) if store == id => found.own.push((number, path)),
                Some(_) => found.others += 1,
                None => {}
            }
        }
        found.own.sort();
        found
    }

    /// Makes one, and removes those of this store that are too many. Their numbers say which are the newest, whatever
    /// the clock said: one that jumps removes no more than the oldest.
    fn make(&self, store: &Store, id: &str) -> Result<(), StoreError> {
        let ending = if self.passphrase.is_some() { "sqlite.age" } else { "sqlite" };
        let number = self.found(id).own.last().map_or(1, |(number, _)| number.saturating_add(1));
        let name = format!("{BEGINNING}{id}-{number:06}-{}.{ending}", stamp(now()));
        store.backup(&actor(BY), &self.folder.join(name), self.passphrase.as_ref())?;
        let made = self.found(id).own;
        for (_, old) in made.iter().take(made.len().saturating_sub(self.keep)) {
            std::fs::remove_file(old).map_err(|error| StoreError::Place { path: old.clone(), error })?;
        }
        Ok(())
    }
}

/// How the names of automatic backups begin.
const BEGINNING: &str = "concord-";

/// Digits of a number at most: it counts backups.
const LONGEST_NUMBER: usize = 18;

/// A moment as part of a name.
fn stamp(at: i64) -> String {
    moment(Texts::english(), at).trim_end_matches(" UTC").replace(' ', "T").replace(':', "") + "Z"
}

/// What the name of an automatic backup says.
#[derive(Debug, PartialEq, Eq)]
struct Named {
    /// Of which store it is; none where an earlier version made it.
    store: Option<String>,
    /// The how manyth of that store.
    number: u64,
}

impl Named {
    /// Read from a name; none for a file that is no automatic backup: such a one is never touched.
    fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        let (name, ending) = name.strip_prefix(BEGINNING)?.split_once('.')?;
        let is_stamp = |text: &str| {
            let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
            shape == "0000-00-00T0000Z"
        };
        if !matches!(ending, "sqlite" | "sqlite.age") {
            return None;
        }
        if is_stamp(name) {
            return Some(Self { store: None, number: 0 });
        }
        let mut parts = name.splitn(3, '-');
        let (store, number, made) = (parts.next()?, parts.next()?, parts.next()?);
        let is_id = store.len() == 16 && store.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_number = number.len() <= LONGEST_NUMBER && number.bytes().all(|byte| byte.is_ascii_digit());
        if !is_id || !is_number || !is_stamp(made) {
            return None;
        }
        Some(Self { store: Some(store.to_string()), number: number.parse().ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;

    #[test]
    fn only_what_is_named_as_an_automatic_backup_is_one() {
        let named = |name: &str| Named::of(Path::new("/x").join(name).as_path());
        let moment = stamp(1_795_282_140);
        let own = Named { store: Some("0123456789abcdef".into()), number: 42 };
        assert_eq!(named(&format!("concord-0123456789abcdef-000042-{moment}.sqlite.age")), Some(own));
        assert_eq!(named(&format!("concord-{moment}.sqlite")), Some(Named { store: None, number: 0 }));
        for name in [
            "concord.sqlite",
            "concord-2026-11-21T1729Z.sqlite.unfinished",
            "concord-0123456789abcdef-000042-2026-11-21T1729Z.sqlite.unfinished",
            "concord-0123456789abcdef-4x-2026-11-21T1729Z.sqlite",
            "concord-0123-000042-2026-11-21T1729Z.sqlite",
            "concord-backup.sqlite",
            "notes.txt",
            "",
        ] {
            assert_eq!(named(name), None, "{name}");
        }
    }

    #[test]
    fn neither_a_clock_that_jumps_nor_another_store_removes_what_is_new() {
        let folder = std::env::temp_dir().join(format!("concord-maintenance-{}", std::process::id()));
        let (here, other) = (folder.join("here/concord.sqlite"), folder.join("other/concord.sqlite"));
        let (here, other) = (Store::open(&here).unwrap(), Store::open(&other).unwrap());
        let backups = Backups { folder: folder.clone(), every: Duration::from_secs(60), keep: 2, passphrase: None };
        let (own, others) = (here.id().unwrap(), other.id().unwrap());
        for _ in 0..4 {
            backups.make(&other, &others).unwrap();
        }
        assert_eq!((backups.found(&others).own.len(), backups.found(&own).others), (2, 2));
        // Two were made while the clock ran ahead by years; what is made afterwards is newer all the same.
        for number in 1..3 {
            let name = format!("concord-{own}-00000{number}-2099-01-01T0000Z.sqlite");
            let ahead = File::create(folder.join(name)).unwrap();
            ahead.set_modified(SystemTime::now() + Duration::from_secs(1 << 31)).unwrap();
        }
        assert!(backups.due(&own), "one of a time to come says nothing");
        backups.make(&here, &own).unwrap();
        assert!(!backups.due(&own), "the newest is of now");
        let numbers = || backups.found(&own).own.iter().map(|(number, _)| *number).collect::<Vec<_>>();
        assert_eq!(numbers(), [2, 3]);
        backups.make(&here, &own).unwrap();
        assert_eq!((numbers(), backups.found(&others).own.len()), (vec![3, 4], 2));
        // Of a damaged store none is made, and no good one goes for it.
        let mut bytes = std::fs::read(here.path()).unwrap();
        let middle = bytes.len() / 2 / 4096 * 4096;
        bytes[middle..middle + 4096].fill(0xff);
        drop(here);
        std::fs::write(folder.join("here/concord.sqlite"), bytes).unwrap();
        let here = Store::open(&folder.join("here/concord.sqlite")).unwrap();
        assert!(backups.make(&here, &own).is_err());
        assert_eq!(numbers(), [3, 4]);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
