//! The tables, how they came to be, and what every connection to them is told.
//!
//! **Deleted is deleted.** `secure_delete` overwrites a page that is given up, and a row that is taken off a page. One
//! trace it leaves: where SQLite spreads the rows of a page over its neighbours, the gap between them keeps copies of
//! what stood there. So no personal text may stand on such a page. Every table that holds some has a column `pad` of one
//! page's length before it: a row keeps at most one page's worth at its place, which the pad fills, and what follows
//! goes to overflow pages, which belong to one row alone and are overwritten whole. What has no pad holds nothing of a
//! person but their random id: times, sizes, and the names of users.

use std::path::Path;
use std::time::Duration;

use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::chain;
use crate::error::StoreError;
use crate::key::{self, Kind, StoreKey};
use crate::names;

/// "CNCD": whose file it is.
const APPLICATION: i64 = 0x434E_4344;

/// As long as the column `pad`.
const PAGE: i64 = 4096;

/// How long to wait for another program that writes.
const PATIENCE: Duration = Duration::from_secs(5);

/// One step a format; a file remembers in `user_version` how many it has had. A step is never changed once released.
const STEPS: [&str; 7] = [
    // 1: cases, every version of them, and who did what.
    "CREATE TABLE cases (
        id TEXT PRIMARY KEY NOT NULL,
        head INTEGER NOT NULL CHECK (head >= 1)
    ) STRICT;
    CREATE TABLE versions (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number >= 1),
        at INTEGER NOT NULL,
        by TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'fitted', 'refused')),
        pad BLOB NOT NULL DEFAULT (zeroblob(4096)),
        name TEXT NOT NULL,
        note TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (case_id, number)
    ) STRICT;
    CREATE TABLE audit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        mark BLOB NOT NULL UNIQUE DEFAULT (randomblob(16)),
        at INTEGER NOT NULL,
        by TEXT NOT NULL,
        action TEXT NOT NULL,
        case_id TEXT,
        version INTEGER,
        detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_case ON audit (case_id);",
    // 2: files attached to a case.
    "CREATE TABLE files (
        id INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        by TEXT NOT NULL,
        size INTEGER NOT NULL,
        sha256 BLOB NOT NULL,
        pad BLOB NOT NULL DEFAULT (zeroblob(4096)),
        name TEXT NOT NULL,
        bytes BLOB NOT NULL
    ) STRICT;
    CREATE INDEX files_case ON files (case_id);",
    // 3: users and their sessions.
    "CREATE TABLE users (
        key TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        password TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('read', 'edit', 'admin')),
        added_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE sessions (
        token BLOB PRIMARY KEY NOT NULL,
        user_key TEXT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
        opened_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX sessions_user ON sessions (user_key);",
    // 4: a case may be one that waits for something to be settled; and by which rules all were judged.
    "CREATE TABLE versions_4 (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number >= 1),
        at INTEGER NOT NULL,
        by TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'fitted', 'not_before', 'refused')),
        pad BLOB NOT NULL DEFAULT (zeroblob(4096)),
        name TEXT NOT NULL,
        note TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (case_id, number)
    ) STRICT;
    INSERT INTO versions_4 (case_id, number, at, by, state, name, note, text)
        SELECT case_id, number, at, by, state, name, note, text FROM versions ORDER BY rowid;
    DROP TABLE versions;
    ALTER TABLE versions_4 RENAME TO versions;
    CREATE TABLE judged (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        by TEXT NOT NULL
    ) STRICT;",
    // 5: users are found by a normal form of their names; sessions that can be listed and closed; devices that are
    // known; second factors; teams. Nothing in here is of a patient.
    "DROP TABLE sessions;
    UPDATE OR IGNORE users SET key = name_key(name);
    CREATE TABLE sessions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        token BLOB NOT NULL UNIQUE,
        user_key TEXT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
        opened_at INTEGER NOT NULL,
        seen_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL,
        address TEXT NOT NULL,
        program TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sessions_user ON sessions (user_key);
    CREATE TABLE known_devices (
        user_key TEXT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
        mark BLOB NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (user_key, mark)
    ) STRICT;
    CREATE TABLE factors (
        user_key TEXT PRIMARY KEY NOT NULL REFERENCES users (key) ON DELETE CASCADE,
        secret BLOB NOT NULL,
        confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
        last_step INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE recovery_codes (
        user_key TEXT NOT NULL REFERENCES factors (user_key) ON DELETE CASCADE,
        code BLOB NOT NULL,
        PRIMARY KEY (user_key, code)
    ) STRICT;
    CREATE TABLE teams (
        key TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL
    ) STRICT;
    CREATE TABLE team_users (
        team_key TEXT NOT NULL REFERENCES teams (key) ON DELETE CASCADE,
        user_key TEXT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
        PRIMARY KEY (team_key, user_key)
    ) STRICT;
    CREATE TABLE team_cases (
        case_id TEXT PRIMARY KEY NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        team_key TEXT NOT NULL REFERENCES teams (key) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX team_cases_team ON team_cases (team_key);",
    // 6
    KEPT,
    // 7: which store this is, whatever file it lies in. A backup brings its own no further.
    "CREATE TABLE identity (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        id BLOB NOT NULL
    ) STRICT;
    INSERT INTO identity (only, id) VALUES (1, randomblob(8));",
];

/// The audit as a chain that is only added to, the rows that backups bring, and reports of record. Its rows are hashed
/// by [`chain::take_over`], right after this step.
const KEPT: &str = "ALTER TABLE audit RENAME TO audit_unchained;
    DROP INDEX audit_case;
    CREATE TABLE audit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        behind INTEGER NOT NULL,
        by TEXT NOT NULL,
        action TEXT NOT NULL,
        case_id TEXT,
        version INTEGER,
        detail TEXT NOT NULL,
        hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX audit_case ON audit (case_id);
    CREATE INDEX audit_restored ON audit (id) WHERE action = 'restored';
    CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
    CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
    CREATE TRIGGER audit_grows_at_its_end BEFORE INSERT ON audit
        WHEN NEW.id <= (SELECT coalesce(max(id), 0) FROM audit)
        BEGIN SELECT RAISE(ABORT, 'the audit is only added to at its end'); END;
    CREATE TABLE audit_brought (
        restored INTEGER NOT NULL,
        id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        behind INTEGER NOT NULL,
        by TEXT NOT NULL,
        action TEXT NOT NULL,
        case_id TEXT,
        version INTEGER,
        detail TEXT NOT NULL,
        hash BLOB NOT NULL UNIQUE
    ) STRICT;
    CREATE TRIGGER audit_brought_is_not_changed BEFORE UPDATE ON audit_brought
        BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
    CREATE TRIGGER audit_brought_is_not_removed BEFORE DELETE ON audit_brought
        BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
    CREATE TABLE report_files (
        case_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        place INTEGER NOT NULL,
        at INTEGER NOT NULL,
        inputs TEXT NOT NULL,
        pad BLOB NOT NULL DEFAULT (zeroblob(4096)),
        name TEXT NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (case_id, version, place),
        FOREIGN KEY (case_id, version) REFERENCES versions (case_id, number) ON DELETE CASCADE
    ) STRICT;";

/// The tables whose rows a restored backup brings, parents first. Of the audit, [`crate::restore`] says what becomes;
/// sessions are not restored.
pub(crate) const RESTORED: [&str; 5] = ["cases", "versions", "files", "report_files", "team_cases"];

/// The tables of accounts, parents first: they stay, or come with a backup, as is asked.
pub(crate) const ACCOUNTS: [&str; 5] = ["users", "factors", "recovery_codes", "teams", "team_users"];

/// What is found where something belongs to nothing.
pub(crate) const ASTRAY: &str = "rows without what they belong to";

/// Opens a file, to read only or to write as well, with its key where it is encrypted.
pub(crate) fn open(path: &Path, read_only: bool, key: Option<&StoreKey>) -> Result<Connection, StoreError> {
    let access = if read_only { OpenFlags::SQLITE_OPEN_READ_ONLY } else { OpenFlags::SQLITE_OPEN_READ_WRITE };
    let opened = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX);
    let connection = opened.map_err(of_sqlite(path))?;
    key::unlock(&connection, path, key)?;
    let prepared = prepare(&connection).and_then(|()| {
        // The first page says whether the key fits.
        let first = key.map(|_| connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())));
        first.unwrap_or(Ok(()))
    });
    prepared.map_err(|error| match (error.sqlite_error_code(), key.and_then(|_| key::kind(path).ok())) {
        (Some(ErrorCode::NotADatabase), Some(Kind::Encrypted)) => StoreError::WrongKey { path: path.to_path_buf() },
        _ => of_sqlite(path)(error),
    })?;
    Ok(connection)
}

/// What every connection is told, whoever's file it is.
fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Nothing sorted or spilled may land in a file beside; `fullfsync` matters on macOS alone.
    connection.execute_batch(
        "PRAGMA trusted_schema = OFF;
        PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = ON;
        PRAGMA foreign_keys = ON;
        PRAGMA synchronous = FULL;
        PRAGMA fullfsync = ON;
        PRAGMA checkpoint_fullfsync = ON;",
    )
}

/// A number the file keeps in its head.
fn pragma(connection: &Connection, name: &str) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, name, |row| match row.get_ref(0)? {
        // SQLCipher says the size of a page as text.
        ValueRef::Text(text) => Ok(std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).unwrap_or(0)),
        other => Ok(other.as_i64()?),
    })
}

/// The format of a file of ours; 0 for an empty one.
pub(crate) fn format(connection: &Connection, path: &Path) -> Result<i64, StoreError> {
    let foreign = |found: String| StoreError::NotAStore { path: path.to_path_buf(), found };
    let read = || -> rusqlite::Result<(i64, i64, i64, i64)> {
        let tables = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        let of = |name| pragma(connection, name);
        Ok((tables, of("application_id")?, of("user_version")?, of("page_size")?))
    };
    let (tables, application, format, page) = read().map_err(of_sqlite(path))?;
    let known = STEPS.len() as i64;
    match (tables, application) {
        (0, 0) if format == 0 => Ok(0),
        (_, APPLICATION) if format > known => Err(StoreError::Newer { path: path.to_path_buf(), found: format, known }),
        (_, APPLICATION) if format >= 1 && page == PAGE => Ok(format),
        _ => Err(foreign("a database of another program".into())),
    }
}

/// Brings a file of ours, or an empty one, to the newest format: each step whole or not at all.
pub(crate) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let pure = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("name_key", 1, pure, |call| Ok(names::key(&call.get::<String>(0)?)))?;
    if format(connection, path)? == 0 {
        connection.pragma_update(None, "page_size", PAGE)?;
    }
    loop {
        // Asked again inside: another program may have taken the step meanwhile.
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = format(&step, path)?;
        let Some(sql) = usize::try_from(done).ok().and_then(|done| STEPS.get(done)) else { return Ok(()) };
        step.execute_batch(sql)?;
        if sql == &KEPT {
            chain::take_over(&step)?;
        }
        step.pragma_update(None, "application_id", APPLICATION)?;
        step.pragma_update(None, "user_version", done + 1)?;
        step.commit()?;
    }
}

/// Turns the write-ahead log on, which lets readers go on while someone writes.
pub(crate) fn log_ahead(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let mode: String = connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode == "wal" { Ok(()) } else { Err(StoreError::NoLog { path: path.to_path_buf() }) }
}

/// Writes the log back and empties it; false where another program still reads from it.
pub(crate) fn empty_log(connection: &Connection) -> rusqlite::Result<bool> {
    // Readers of this program wait meanwhile.
    connection.busy_timeout(PATIENCE / 10)?;
    // Of the file alone: a table that was renamed leaves the database of temporary tables, which has no log, in a transaction.
    let busy = connection.query_row("PRAGMA main.wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
    connection.busy_timeout(PATIENCE)?;
    busy.map(|busy| busy == 0)
}

/// Everything SQLite can check of a file.
pub(crate) fn intact(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    found(connection, path, "PRAGMA integrity_check(1)")
}

/// What SQLite checks of a file without comparing every index: every page is read.
pub(crate) fn quick(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    found(connection, path, "PRAGMA quick_check(1)")
}

/// The first complaint of a check.
fn found(connection: &Connection, path: &Path, check: &str) -> Result<(), StoreError> {
    let found = connection.query_row(check, [], |row| row.get::<_, String>(0));
    match found.map_err(of_sqlite(path))? {
        found if found == "ok" => Ok(()),
        found => Err(StoreError::Damaged { path: path.to_path_buf(), found }),
    }
}

/// What is said of a file whose rows are not ours.
pub(crate) fn unreadable(path: &Path) -> impl Fn(rusqlite::Error) -> StoreError {
    let path = path.to_path_buf();
    move |_| StoreError::NotAStore { path: path.clone(), found: "rows of another make".into() }
}

/// What SQLite says of a file it cannot make sense of.
pub(crate) fn of_sqlite(path: &Path) -> impl Fn(rusqlite::Error) -> StoreError {
    let path = path.to_path_buf();
    move |error| match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => StoreError::NotAStore { path: path.clone(), found: "not a database".into() },
        Some(ErrorCode::DatabaseCorrupt) => StoreError::Damaged { path: path.clone(), found: error.to_string() },
        _ => error.into(),
    }
}

/// That a file of the newest format is whole, and its tables ours to the letter: one that comes from elsewhere could
/// bring triggers of its own.
pub(crate) fn check(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    intact(connection, path)?;
    let of_sqlite = of_sqlite(path);
    let mut ours = Connection::open_in_memory()?;
    migrate(&mut ours, path)?;
    if objects(&ours)? != objects(connection).map_err(&of_sqlite)? {
        return Err(StoreError::NotAStore { path: path.to_path_buf(), found: "tables of another make".into() });
    }
    let orphans = connection.prepare("PRAGMA foreign_key_check")?.exists([]).map_err(&of_sqlite)?;
    let headless = "SELECT 1 FROM cases WHERE NOT EXISTS
        (SELECT 1 FROM versions WHERE case_id = id AND number = head)";
    if orphans || connection.prepare(headless)?.exists([]).map_err(&of_sqlite)? {
        let found = ASTRAY.into();
        return Err(StoreError::Damaged { path: path.to_path_buf(), found });
    }
    Ok(())
}

/// Every table, index, view and trigger, with how it is made.
fn objects(connection: &Connection) -> rusqlite::Result<Vec<(String, String, Option<String>)>> {
    let mut statement = connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
}

/// Writes back what the log of a store holds and goes on without one, which is granted only to who has the file alone.
pub(crate) fn leave_log(path: &Path, key: Option<&StoreKey>) -> Result<(), StoreError> {
    let connection = open(path, false, key)?;
    connection.busy_timeout(std::time::Duration::ZERO)?;
    format(&connection, path)?;
    let left = connection.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get::<_, String>(0));
    if left.map_err(of_sqlite(path))? == "delete" { Ok(()) } else { Err(StoreError::Busy) }
}
