//! Cases and every version of them.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::audit::{self, Action, Actor};
use crate::case::{CaseId, CaseRow, Draft, State, Version, VersionRow};
use crate::error::StoreError;
use crate::store::Store;
use crate::teams::{self, SEEN, Sight};
use crate::{checked, files, heads, limits};

impl Store {
    /// The cases whose name contains `search`, in capital or small letters; all where it is empty. Newest change first.
    pub fn cases(&self, search: &str) -> Result<Vec<CaseRow>, StoreError> {
        self.cases_seen(search, &Sight::All)
    }

    /// The same, of those that somebody sees.
    pub fn cases_seen(&self, search: &str, sight: &Sight) -> Result<Vec<CaseRow>, StoreError> {
        // Here and not in SQL: SQLite knows the capitals of ASCII only.
        let search = search.trim().to_lowercase();
        self.read(|moment| {
            let mut statement = moment.prepare(&format!(
                "SELECT id, name, state, number, at, by FROM cases
                JOIN versions ON case_id = id AND number = head WHERE {SEEN} ORDER BY at DESC, versions.rowid DESC"
            ))?;
            let rows = statement.query_map([sight.key()], |row| {
                Ok(CaseRow {
                    id: row.get(0)?,
                    name: row.get(1)?,
                    state: row.get(2)?,
                    version: row.get(3)?,
                    changed_at: row.get(4)?,
                    changed_by: row.get(5)?,
                })
            })?;
            let fits = |row: &CaseRow| row.name.to_lowercase().contains(&search);
            Ok(rows.filter(|row| row.as_ref().map_or(true, fits)).collect::<Result<_, _>>()?)
        })
    }

    /// Begins a case.
    pub fn create(&self, by: &Actor, draft: &Draft) -> Result<Version, StoreError> {
        self.create_with(by, draft, &[])
    }

    /// Begins a case with the files that belong to it, by name and content: all of it or nothing.
    pub fn create_with(&self, by: &Actor, draft: &Draft, files: &[(String, Vec<u8>)]) -> Result<Version, StoreError> {
        let version = next(CaseId::random()?, 1, by, draft, "")?;
        self.write(|change| {
            change.execute("INSERT INTO cases (id, head) VALUES (?, 1)", [&version.id])?;
            insert(change, &version)?;
            teams::begin(change, by, &version.id)?;
            audit::record(change, by, Action::CaseCreated, Some((&version.id, Some(1))), "")?;
            for (name, bytes) in files {
                files::attach(change, by, &version.id, name, bytes)?;
            }
            Ok(version)
        })
    }

    /// The newest version of a case.
    pub fn head(&self, id: &CaseId) -> Result<Version, StoreError> {
        self.read(|moment| head(moment, id))
    }

    /// One version of a case.
    pub fn version(&self, id: &CaseId, number: u64) -> Result<Version, StoreError> {
        self.read(|moment| {
            // A case that is not there is the better answer.
            heads::head_number(moment, id)?;
            let none = || StoreError::NoVersion { id: id.clone(), number };
            let Ok(kept) = i64::try_from(number) else { return Err(none()) };
            version(moment, id, kept)?.ok_or_else(none)
        })
    }

    /// Every version of a case, newest first.
    pub fn history(&self, id: &CaseId) -> Result<Vec<VersionRow>, StoreError> {
        self.read(|moment| {
            heads::head_number(moment, id)?;
            let mut statement = moment
                .prepare("SELECT number, at, by, note, state FROM versions WHERE case_id = ? ORDER BY number DESC")?;
            let rows = statement.query_map([id], |row| {
                Ok(VersionRow {
                    number: row.get(0)?,
                    at: row.get(1)?,
                    by: row.get(2)?,
                    note: row.get(3)?,
                    state: row.get(4)?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Saves a case that was read as version `base`. If it has been saved since, nothing is written and the answer is
    /// [`StoreError::Conflict`] with what is there. What is there already is not saved again, so that asking twice,
    /// as after an answer that was lost on its way, does no harm.
    pub fn save(&self, by: &Actor, id: &CaseId, base: u64, draft: &Draft, note: &str) -> Result<Version, StoreError> {
        let mut version = next(id.clone(), 0, by, draft, note)?;
        self.write(|change| {
            let head = head(change, id)?;
            if (&head.name, &head.text, head.state) == (&version.name, &version.text, version.state) {
                return Ok(head);
            }
            if head.number != base {
                return Err(StoreError::Conflict { head: Box::new(head) });
            }
            version.number = head.number + 1;
            insert(change, &version)?;
            change.execute("UPDATE cases SET head = ? WHERE id = ?", params![version.number, id])?;
            audit::record(change, by, Action::CaseSaved, Some((id, Some(version.number))), "")?;
            Ok(version)
        })
    }

    /// Notes how far a version is by today's rules: they may have changed since it was saved. Nothing else of it changes.
    pub fn judge(&self, id: &CaseId, number: u64, state: State) -> Result<(), StoreError> {
        self.write(|change| {
            change.execute(
                "UPDATE versions SET state = ? WHERE case_id = ? AND number = ?",
                params![state, id, number],
            )?;
            Ok(())
        })
    }

    /// By which rules every case was judged; nothing where none were.
    pub fn judged_by(&self) -> Result<Option<String>, StoreError> {
        self.read(|moment| Ok(moment.query_row("SELECT by FROM judged", [], |row| row.get(0)).optional()?))
    }

    /// Notes by which rules every case was judged.
    pub fn note_judged_by(&self, rules: &str) -> Result<(), StoreError> {
        self.write(|change| {
            change.execute("INSERT OR REPLACE INTO judged (only, by) VALUES (1, ?)", [rules])?;
            Ok(())
        })
    }
}

/// A draft as the version it is to become.
fn next(id: CaseId, number: u64, by: &Actor, draft: &Draft, note: &str) -> Result<Version, StoreError> {
    checked::bytes("the case's text", draft.text.len(), limits::LARGEST_TEXT)?;
    Ok(Version {
        id,
        number,
        at: by.at,
        by: checked::name("who asks", &by.name)?.to_string(),
        note: checked::note(note)?.to_string(),
        state: draft.state,
        name: checked::name("the case's name", &draft.name)?.to_string(),
        text: draft.text.clone(),
    })
}

fn insert(change: &Connection, version: &Version) -> Result<(), StoreError> {
    let Version { id, number, at, by, note, state, name, text } = version;
    change.execute(
        "INSERT INTO versions (case_id, number, at, by, state, name, note, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        params![id, number, at, by, state, name, note, text],
    )?;
    Ok(())
}

fn head(connection: &Connection, id: &CaseId) -> Result<Version, StoreError> {
    let number = heads::head_number(connection, id)?;
    version(connection, id, number)?.ok_or_else(|| StoreError::NoCase(id.clone()))
}

fn version(connection: &Connection, id: &CaseId, number: i64) -> Result<Option<Version>, StoreError> {
    let read = |row: &Row| {
        Ok(Version {
            id: id.clone(),
            number: row.get(0)?,
            at: row.get(1)?,
            by: row.get(2)?,
            note: row.get(3)?,
            state: row.get(4)?,
            name: row.get(5)?,
            text: row.get(6)?,
        })
    };
    let sql = "SELECT number, at, by, note, state, name, text FROM versions WHERE case_id = ? AND number = ?";
    Ok(connection.query_row(sql, params![id, number], read).optional()?)
}
