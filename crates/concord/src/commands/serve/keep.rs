//! Backups, restoring and the audit on the command line, and the backups that are made while the page is served.

use super::failed::kept;
use super::secret::{new_secret, secret};
use clinic::clock::actor;
use clinic::maintenance::Backups;
use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;
use store::audit::COMMAND_LINE as BY;
use store::{Accounts, AuditRow, Chain, Drill, Passphrase, Store};
use workup::output;
use workup::problem::{Failure, Fault};

/// Rows of the audit that are printed.
const ROWS: usize = 1_000;

/// The largest file that holds a passphrase, in bytes.
const LARGEST_PASSPHRASE: u64 = 8 << 10;

/// Backups that are made while the page is served.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Folder for automatic backups
    #[arg(long, value_name = "DIR")]
    backup_to: Option<PathBuf>,
    /// How long after the last one: minutes, hours or days, as 30m, 24h or 7d
    #[arg(long, value_name = "TIME", default_value = "24h", value_parser = every, requires = "backup_to")]
    backup_every: Duration,
    /// How many of them stay
    #[arg(long, value_name = "COUNT", default_value_t = 14, value_parser = clap::value_parser!(u16).range(1..), requires = "backup_to")]
    backup_keep: u16,
    /// File whose first line the automatic backups are encrypted with
    #[arg(long, value_name = "FILE", requires = "backup_to")]
    backup_passphrase_file: Option<PathBuf>,
}

impl Options {
    /// The automatic backups that are asked for.
    ///
    /// # Errors
    /// A passphrase that cannot be read, or is too short.
    pub fn backups(&self) -> Result<Option<Backups>, Failure> {
        let Some(folder) = self.backup_to.clone() else { return Ok(None) };
        let file = self.backup_passphrase_file.as_deref();
        let passphrase = file.map(|file| Passphrase::new(&of_file(file)?).map_err(kept)).transpose()?;
        Ok(Some(Backups { folder, every: self.backup_every, keep: self.backup_keep.into(), passphrase }))
    }
}

/// "30m", "24h", "7d".
fn every(text: &str) -> Result<Duration, String> {
    let wanted = || "no length of time; give minutes, hours or days, for example 30m, 24h or 7d".to_string();
    let unit = text.chars().last().ok_or_else(wanted)?;
    let seconds: u64 = match unit {
        'm' => 60,
        'h' => 3_600,
        'd' => 86_400,
        _ => return Err(wanted()),
    };
    let number: u64 = text[..text.len() - 1].parse().map_err(|_| wanted())?;
    if !(1..=10_000).contains(&number) {
        return Err(wanted());
    }
    Ok(Duration::from_secs(number * seconds))
}

/// `backup`
#[derive(Debug, clap::Args)]
pub struct Backup {
    /// The file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Try whether this backup could be restored; nothing is changed
    #[arg(long, conflicts_with = "encrypt")]
    check: bool,
    /// Encrypt it with a passphrase, which is asked for or read from standard input
    #[arg(long)]
    encrypt: bool,
    /// File whose first line is the passphrase
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl Backup {
    /// Makes a backup, or tries one.
    ///
    /// # Errors
    /// What is wrong with the file, the store or the passphrase.
    pub fn run(&self, store: &Store, json: bool) -> Result<(), Failure> {
        let file = self.passphrase_file.as_deref();
        if self.check {
            let passphrase = if_needed(&self.file, file)?;
            let drill = store.drill(&self.file, passphrase.as_ref()).map_err(kept)?;
            return tried(&self.file, &drill, json);
        }
        let asked = self.encrypt || file.is_some();
        let passphrase = if asked { Some(Passphrase::new(&new_passphrase(file)?).map_err(kept)?) } else { None };
        store.backup(&actor(BY), &self.file, passphrase.as_ref()).map_err(kept)?;
        done(json, "backup", &self.file)
    }
}

/// Says what a trial has found; a broken chain is a failure.
fn tried(file: &Path, drill: &Drill, json: bool) -> Result<(), Failure> {
    if let Some(fault) = &drill.audit.fault {
        let expected = "it can be restored; its audit is not believed, and stands beside the present one";
        return Err(Failure::other(Fault::of_file(file.display(), format!("its audit: {fault}"), expected)));
    }
    if json {
        let hash = drill.audit.last.as_ref().map(|(_, hash)| hash);
        return output::print_json(&serde_json::json!({
            "checked": file.display().to_string(), "cases": drill.cases, "versions": drill.versions,
            "files": drill.files, "accounts": drill.accounts, "audit_rows": drill.audit.rows, "audit_hash": hash,
        }));
    }
    output::print(&format!(
        "{}: can be restored\ncases: {}, versions: {}, files: {}\naccounts: {}\naudit: {}",
        file.display(),
        drill.cases,
        drill.versions,
        drill.files,
        list(&drill.accounts),
        sound(&drill.audit)
    ))
}

/// A chain in which nothing is wrong, as one line.
fn sound(chain: &Chain) -> String {
    match &chain.last {
        Some((row, hash)) => {
            format!("{} rows, each as it was written; row {row} has the hash {hash}\n", chain.rows)
        }
        None => "no rows\n".into(),
    }
}

fn list(names: &[String]) -> String {
    if names.is_empty() { "none".into() } else { names.join(", ") }
}

/// `restore`
#[derive(Debug, clap::Args)]
pub struct Restore {
    /// The backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Take the accounts of the backup, too; else those that are there now stay
    #[arg(long)]
    accounts_of_backup: bool,
    /// File whose first line is the passphrase of the backup; else it is asked for or read from standard input
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl Restore {
    /// Puts a backup in the place of what is kept at `store`.
    ///
    /// # Errors
    /// What is wrong with the backup, the store or the passphrase.
    pub fn run(&self, store: &Path, key_file: Option<&Path>, json: bool) -> Result<(), Failure> {
        let key = super::key::asked(store, key_file)?;
        let passphrase = if_needed(&self.file, self.passphrase_file.as_deref())?;
        let accounts = if self.accounts_of_backup { Accounts::OfBackup } else { Accounts::Present };
        let by = actor(BY);
        let restored =
            Store::restore(&by, &self.file, store, key.as_ref(), passphrase.as_ref(), accounts).map_err(kept)?;
        if json {
            return output::print_json(&serde_json::json!({
                "restored": self.file.display().to_string(), "cases": restored.cases,
                "accounts_in_backup": restored.in_backup, "accounts_brought": restored.brought,
                "teams_without_users": restored.teams_without_users, "cases_of_no_team": restored.cases_of_no_team,
            }));
        }
        let whose = if restored.brought {
            "accounts of the backup, valid now"
        } else {
            "accounts of the backup, left out (--accounts-of-backup takes them)"
        };
        let names = list(&restored.in_backup);
        let mut said = format!("restored: {}\ncases: {}\n{whose}: {names}\n", self.file.display(), restored.cases);
        if !restored.teams_without_users.is_empty() {
            let teams = list(&restored.teams_without_users);
            said +=
                &format!("teams of the backup, without users, so that only administrators see their cases: {teams}\n");
        }
        if restored.cases_of_no_team > 0 {
            let cases = restored.cases_of_no_team;
            said += &format!("cases of teams that are not here, seen by administrators alone: {cases}\n");
        }
        output::print(&said)
    }
}

/// `audit`
#[derive(Debug, clap::Args)]
pub struct Audit {
    /// Read every row, and say whether each is as it was written
    #[arg(long)]
    check: bool,
    /// A hash that was noted elsewhere: it has to be in the audit
    #[arg(long, value_name = "HASH", requires = "check")]
    holds: Option<String>,
    /// The rows that restored backups have brought
    #[arg(long, conflicts_with = "check")]
    brought: bool,
}

impl Audit {
    /// Prints the audit, or checks it.
    ///
    /// # Errors
    /// A row that is not as it was written, a hash that is not there.
    pub fn run(&self, store: &Store, json: bool) -> Result<(), Failure> {
        if !self.check {
            let rows = if self.brought { store.brought(ROWS) } else { store.audit(None, ROWS) }.map_err(kept)?;
            if json {
                return output::print_json(&rows);
            }
            return output::print(&rows.iter().map(line).collect::<String>());
        }
        let broken = |what: String| {
            let expected = "keep this file as it is, and compare it with the last backup";
            Failure::other(Fault::of_file("the audit", what, expected))
        };
        let chain = store.check_audit().map_err(kept)?;
        if let Some(fault) = &chain.fault {
            return Err(broken(fault.clone()));
        }
        if let Some(hash) = &self.holds
            && !store.audit_holds(hash).map_err(kept)?
        {
            return Err(broken(format!("no row has the hash {hash}")));
        }
        if json {
            let (row, hash) = chain.last.unwrap_or_default();
            return output::print_json(&serde_json::json!({ "rows": chain.rows, "row": row, "hash": hash }));
        }
        output::print(&sound(&chain))
    }
}

/// A row as it is printed: fields parted by tabs.
fn line(row: &AuditRow) -> String {
    let behind = if row.behind_s > 0 { format!("clock {} s behind", row.behind_s) } else { String::new() };
    let case = row.case.as_ref().map(ToString::to_string).unwrap_or_default();
    let version = row.version.map(|number| number.to_string()).unwrap_or_default();
    let moment = clinic::clock::moment(texts::Texts::english(), row.at);
    let id = row.id.to_string();
    let fields = [&id, &moment, &row.by, row.action.as_str(), &case, &version, &row.detail, &behind];
    fields.join("\t") + "\n"
}

/// Says what was done with a file.
fn done(json: bool, what: &str, file: &Path) -> Result<(), Failure> {
    if json {
        return output::print_json(&serde_json::json!({ what: file.display().to_string() }));
    }
    output::print(&format!("{what}: {}\n", file.display()))
}

/// The passphrase of a backup, where it needs one.
fn if_needed(backup: &Path, file: Option<&Path>) -> Result<Option<Passphrase>, Failure> {
    let needed = Store::is_encrypted(backup).map_err(kept)?;
    if needed { Ok(Some(Passphrase::given(&passphrase(file)?))) } else { Ok(None) }
}

/// What would be right for a passphrase.
const PASSPHRASE: &str = "type a passphrase, pipe one in, or name a file that holds it";

/// The first line of the file that is named, else of standard input; on a terminal it is asked for and not shown.
fn passphrase(file: Option<&Path>) -> Result<String, Failure> {
    match file {
        Some(file) => of_file(file),
        None => secret("Passphrase: ", PASSPHRASE),
    }
}

/// The same for a new one.
fn new_passphrase(file: Option<&Path>) -> Result<String, Failure> {
    match file {
        Some(file) => of_file(file),
        None => new_secret("Passphrase: ", PASSPHRASE),
    }
}

fn of_file(file: &Path) -> Result<String, Failure> {
    let expected = "name a file whose first line is the passphrase";
    let failed = |what: String| Failure::other(Fault::of_file(file.display(), what, expected));
    // A pipe or a device could be waited for without end.
    if !std::fs::metadata(file).map_err(|error| failed(error.to_string()))?.is_file() {
        return Err(failed("not a file".into()));
    }
    let opened = std::fs::File::open(file).map_err(|error| failed(error.to_string()))?;
    super::key::owner_alone(&opened, file)?;
    let mut line = String::new();
    let read = std::io::BufReader::new(opened.take(LARGEST_PASSPHRASE)).read_line(&mut line);
    read.map_err(|error| failed(error.to_string()))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_string())
}
