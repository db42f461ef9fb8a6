//! A backup put in the place of what is there: checked first, then all of it or nothing.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension};

use crate::audit::{self, Action, Actor};
use crate::chain::{self, Chain};
use crate::crypt::{self, Passphrase};
use crate::error::StoreError;
use crate::files;
use crate::key::{self, Kind, StoreKey};
use crate::limits::LONGEST_NAME;
use crate::place;
use crate::random::hex;
use crate::scratch::Scratch;
use crate::store::{Store, lock, write};
use crate::{backup, rekey, schema};

/// How many accounts of a backup its row of the audit names.
const NAMED: usize = 50;

/// Whose accounts there are after a backup was restored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Accounts {
    /// Those that are there now; the backup's where there are none.
    #[default]
    Present,
    /// Those of the backup.
    OfBackup,
}

/// What restoring a backup has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// How many cases there are now.
    pub cases: u64,
    /// The accounts that the backup holds.
    pub in_backup: Vec<String>,
    /// Whether they are those that are valid now.
    pub brought: bool,
    /// Teams that came with the backup and have no users yet: their cases are seen by administrators alone.
    pub teams_without_users: Vec<String>,
    /// How many cases were of teams that are not here: they are in no team now, and seen by administrators alone.
    pub cases_of_no_team: u64,
}

/// What a trial of restoring a backup has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drill {
    /// Cases in it.
    pub cases: u64,
    /// Their versions.
    pub versions: u64,
    /// Their attached files.
    pub files: u64,
    /// The accounts in it.
    pub accounts: Vec<String>,
    /// Its audit.
    pub audit: Chain,
}

impl Store {
    /// Puts the backup `from` in the place of the store `into`, which no program may have open. A backup that is
    /// damaged, of another program or of a newer Concord is refused, and so is an `into` that is no store; it stays as
    /// it is then. The audit of a store that can be read goes on.
    pub fn restore(
        by: &Actor,
        from: &Path,
        into: &Path,
        key: Option<&StoreKey>,
        passphrase: Option<&Passphrase>,
        accounts: Accounts,
    ) -> Result<Restored, StoreError> {
        place::owned_folder(into)?;
        // Before anything is touched.
        let fetched = fetch(from, into, key, passphrase)?;
        if release(into, key)? {
            return Self::open_with(into, key)?.take(by, &fetched, accounts);
        }
        let scratch = Scratch::beside(into)?;
        let fresh = Self::open_there(scratch.path(), key)?;
        let restored = fresh.take(by, &fetched, accounts)?;
        fresh.close_alone()?;
        place::remove_companions(into)?;
        scratch.replace(into)?;
        Ok(restored)
    }

    /// Puts the backup `from` in the place of every case in this open store, in one transaction: readers see the old
    /// until the new is whole. Everyone is signed out. The audit goes on; the rows that only the backup has are kept
    /// beside it ([`Store::brought`]), and the row of the restoring names the last hash of the backup.
    pub fn restore_from(
        &self,
        by: &Actor,
        from: &Path,
        passphrase: Option<&Passphrase>,
        accounts: Accounts,
    ) -> Result<Restored, StoreError> {
        let fetched = {
            let _copying = lock(&self.copying);
            fetch(from, self.path(), self.key(), passphrase)?
        };
        self.take(by, &fetched, accounts)
    }

    /// Takes what was fetched and checked.
    fn take(&self, by: &Actor, fetched: &Scratch, accounts: Accounts) -> Result<Restored, StoreError> {
        let _copying = lock(&self.copying);
        let fault = chain::check(&schema::open(fetched.path(), true, self.key())?)?.fault;
        let name = place::in_text(fetched.path())?;
        let mut writer = self.writer();
        writer.execute("ATTACH ? AS backup", [name])?;
        let replaced = replace(&mut writer, by, accounts, fault.as_deref());
        writer.execute_batch("DETACH backup")?;
        drop(writer);
        let restored = replaced?;
        self.empty_log()?;
        Ok(restored)
    }

    /// Tries the backup `from`: it is restored into a file beside the store, checked as a restoring checks it, counted,
    /// and removed again. The store stays as it is.
    pub fn drill(&self, from: &Path, passphrase: Option<&Passphrase>) -> Result<Drill, StoreError> {
        let _copying = lock(&self.copying);
        let scratch = fetch(from, self.path(), self.key(), passphrase)?;
        let copy = schema::open(scratch.path(), true, self.key())?;
        let count = |table: &str| copy.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0));
        Ok(Drill {
            cases: count("cases")?,
            versions: count("versions")?,
            files: count("files")?,
            accounts: names(&copy, "main")?,
            audit: chain::check(&copy)?,
        })
    }
}

/// Copies the backup `from` to a file beside `store`, brings it up to date and checks it; nobody is signed in there. The
/// copy is encrypted as the store is.
fn fetch(
    from: &Path,
    store: &Path,
    key: Option<&StoreKey>,
    passphrase: Option<&Passphrase>,
) -> Result<Scratch, StoreError> {
    if !place::is_file(from)? {
        return Err(place::at(from)(std::io::ErrorKind::NotFound.into()));
    }
    if !crypt::is_encrypted(from)? {
        return fetch_opened(from, from, store, key);
    }
    let Some(passphrase) = passphrase else { return Err(StoreError::Encrypted { path: from.to_path_buf() }) };
    let plain = Scratch::beside(store)?;
    crypt::decrypt(from, plain.file(), passphrase)?;
    fetch_opened(plain.path(), from, store, key)
}

/// The same of a database, which is called `named` in messages.
fn fetch_opened(from: &Path, named: &Path, store: &Path, key: Option<&StoreKey>) -> Result<Scratch, StoreError> {
    // A backup of the time before the store was encrypted is taken, too.
    let own = if key::kind(from)? == Kind::Encrypted { key } else { None };
    let source = schema::open(from, true, own).map_err(|error| renamed(error, named))?;
    if schema::format(&source, named)? == 0 {
        return Err(StoreError::NotAStore { path: named.to_path_buf(), found: "empty".into() });
    }
    schema::intact(&source, named)?;
    let scratch = Scratch::beside(store)?;
    match (own, key) {
        (None, Some(key)) => rekey::export(from, None, scratch.path(), Some(key))?,
        _ => backup::copy(&source, scratch.path())?,
    }
    let mut copy = schema::open(scratch.path(), false, key)?;
    schema::migrate(&mut copy, named)?;
    schema::check(&copy, named)?;
    files::intact(&copy, named)?;
    audit::readable(&copy).map_err(schema::unreadable(named))?;
    copy.execute("DELETE FROM sessions", [])?;
    // One file, nothing beside it.
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    copy.close().map_err(|(_, error)| StoreError::from(error))?;
    Ok(scratch)
}

/// The error with the name that whoever asked knows.
fn renamed(error: StoreError, named: &Path) -> StoreError {
    let path = named.to_path_buf();
    match error {
        StoreError::NotAStore { found, .. } => StoreError::NotAStore { path, found },
        StoreError::Damaged { found, .. } => StoreError::Damaged { path, found },
        StoreError::Locked { .. } => StoreError::Locked { path },
        StoreError::WrongKey { .. } => StoreError::WrongKey { path },
        StoreError::CannotDecrypt { .. } => StoreError::CannotDecrypt { path },
        other => other,
    }
}

/// Makes sure that a store is closed everywhere; false where there is none that could be gone on with: nothing, an
/// empty file, or a damaged one.
fn release(path: &Path, key: Option<&StoreKey>) -> Result<bool, StoreError> {
    if !place::is_file(path)? || place::length(path)? == 0 {
        place::remove_companions(path)?;
        return Ok(false);
    }
    match schema::leave_log(path, key) {
        Err(StoreError::Busy) => Err(StoreError::InUse { path: path.to_path_buf() }),
        Ok(()) => match Store::open_with(path, key).and_then(|store| store.quick_check()) {
            Ok(()) => Ok(true),
            Err(other) => broken(other),
        },
        Err(other) => broken(other),
    }
}

/// What is broken is what a backup is for; any other trouble is no reason to put another store in this one's place.
fn broken(error: StoreError) -> Result<bool, StoreError> {
    match error {
        StoreError::Damaged { .. } | StoreError::Broken(_) => Ok(false),
        other => Err(other),
    }
}

/// The names of the accounts of a database.
fn names(connection: &Connection, database: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(&format!("SELECT name FROM {database}.users ORDER BY key"))?;
    // A backup from elsewhere may hold anything as a name; it is to be printed.
    let plain = |name: String| name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    Ok(statement.query_map([], |row| row.get(0).map(plain))?.collect::<Result<_, _>>()?)
}

/// Everything from the attached `backup`, in one transaction.
fn replace(
    writer: &mut Connection,
    by: &Actor,
    accounts: Accounts,
    fault: Option<&str>,
) -> Result<Restored, StoreError> {
    write(writer, |change| {
        let in_backup = names(change, "backup")?;
        let brought = accounts == Accounts::OfBackup || names(change, "main")?.is_empty();
        change.execute_batch("PRAGMA defer_foreign_keys = ON; DELETE FROM main.sessions;")?;
        let accounts: &[&str] = if brought { &schema::ACCOUNTS } else { &[] };
        let tables: Vec<&str> = accounts.iter().chain(&schema::RESTORED).copied().collect();
        for table in tables.iter().rev() {
            change.execute(&format!("DELETE FROM main.{table}"), [])?;
        }
        // Parents first: a team that comes after its cases would not be found.
        let teams_without_users = if brought { vec![] } else { bring_teams(change)? };
        for table in &tables {
            change.execute(&format!("INSERT INTO main.{table} SELECT * FROM backup.{table}"), [])?;
        }
        // Where there are teams, a case of none is nobody's but the administrators'.
        let stray = "DELETE FROM main.team_cases WHERE team_key NOT IN (SELECT key FROM main.teams)";
        let cases_of_no_team = change.execute(stray, [])? as u64;
        // What all were judged by is the program's word about the cases that were there.
        change.execute("DELETE FROM main.judged", [])?;
        note(change, by, &in_backup, brought, &told(&teams_without_users, cases_of_no_team, fault))?;
        let cases = change.query_row("SELECT count(*) FROM main.cases", [], |row| row.get(0))?;
        Ok(Restored { cases, in_backup, brought, teams_without_users, cases_of_no_team })
    })
}

/// Keeps the walls between teams that the backup has: where no team is here, everybody would see every case. The
/// backup's teams come along then, without users.
fn bring_teams(change: &Connection) -> Result<Vec<String>, StoreError> {
    if change.prepare("SELECT 1 FROM main.teams")?.exists([])? {
        return Ok(vec![]);
    }
    change.execute("INSERT INTO main.teams SELECT * FROM backup.teams", [])?;
    let mut statement = change.prepare("SELECT name FROM main.teams ORDER BY key")?;
    let plain = |name: String| name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    Ok(statement.query_map([], |row| row.get(0).map(plain))?.collect::<Result<_, _>>()?)
}

/// What else there is to say of a restoring.
fn told(teams: &[String], cases: u64, fault: Option<&str>) -> String {
    let mut told = fault.map_or_else(String::new, |fault| format!("; its audit: {fault}"));
    if !teams.is_empty() {
        let named: Vec<&str> = teams.iter().take(NAMED).map(String::as_str).collect();
        told += &format!("; teams brought without users: {}", named.join(", "));
    }
    if cases > 0 {
        told += &format!("; cases of teams that are not here: {cases}, now in no team");
    }
    told
}

/// Writes down that a backup was restored, with what was `told` of it, and keeps the rows of its audit beside ours.
fn note(change: &Connection, by: &Actor, in_backup: &[String], brought: bool, told: &str) -> Result<(), StoreError> {
    let sql = "SELECT hash FROM backup.audit ORDER BY id DESC LIMIT 1";
    let last: Option<[u8; 32]> = change.query_row(sql, [], |row| row.get(0)).optional()?;
    let last = last.map_or("no audit".into(), |hash| format!("audit up to {}", hex(&hash)));
    let whose =
        if brought { "accounts of the backup now valid" } else { "accounts kept, those of the backup left out" };
    let named: Vec<&str> = in_backup.iter().take(NAMED).map(String::as_str).collect();
    let more = in_backup.len() - named.len();
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    let named = if named.is_empty() { "none".into() } else { named.join(", ") };
    let detail = format!("{last}{told}; {whose}: {named}{more}");
    audit::record(change, by, Action::Restored, None, &detail)?;
    let rows = "id, at, behind, by, action, case_id, version, detail, hash";
    for table in ["audit_brought", "audit"] {
        change.execute(
            &format!(
                "INSERT INTO main.audit_brought (restored, {rows})
                SELECT (SELECT max(id) FROM main.audit), {rows} FROM backup.{table}
                WHERE hash NOT IN (SELECT hash FROM main.audit UNION ALL SELECT hash FROM main.audit_brought)
                ORDER BY id"
            ),
            [],
        )?;
    }
    Ok(())
}
