//! Files attached to cases: kept as they came, never changed.

use std::io::Read;
use std::path::Path;

use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

use crate::audit::{self, Action, Actor};
use crate::case::CaseId;
use crate::error::StoreError;
use crate::file::{FileRow, plain_name, shortened};
use crate::place::at;
use crate::random::hex;
use crate::store::{Store, lock};
use crate::{checked, heads, limits};

impl Store {
    /// Attaches a file to a case. A name the case has for something else gets a number; what the case has under this
    /// name already is not kept twice.
    pub fn attach(&self, by: &Actor, case: &CaseId, name: &str, bytes: &[u8]) -> Result<FileRow, StoreError> {
        self.write(|change| attach(change, by, case, name, bytes))
    }

    /// Removes a file of a case, and overwrites what it held. Backups made before still hold it.
    pub fn remove_file(&self, by: &Actor, case: &CaseId, name: &str) -> Result<(), StoreError> {
        let _copying = lock(&self.copying);
        self.write(|change| {
            heads::head_number(change, case)?;
            let gone = change.execute("DELETE FROM files WHERE case_id = ? AND name = ?", params![case, name])?;
            if gone == 0 {
                return Err(StoreError::NoFile);
            }
            audit::record(change, by, Action::FileRemoved, Some((case, None)), "")
        })?;
        self.empty_log()
    }

    /// What a file holds; none where the case has none of this name.
    pub fn file(&self, case: &CaseId, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|moment| {
            let sql = "SELECT bytes, sha256 FROM files WHERE case_id = ? AND name = ?";
            let read = |row: &rusqlite::Row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?));
            let found = moment.query_row(sql, params![case, name], read).optional()?;
            found.map(|(bytes, sha256)| same(bytes, &sha256, self.path())).transpose()
        })
    }

    /// The files of a case, in the order they were attached.
    pub fn files(&self, case: &CaseId) -> Result<Vec<FileRow>, StoreError> {
        self.read(|moment| {
            heads::head_number(moment, case)?;
            list(moment, case)
        })
    }
}

/// The bytes of a file, if they are those that were kept.
fn same(bytes: Vec<u8>, sha256: &[u8], store: &Path) -> Result<Vec<u8>, StoreError> {
    if Sha256::digest(&bytes).as_slice() == sha256 { Ok(bytes) } else { Err(changed(store)) }
}

fn changed(store: &Path) -> StoreError {
    let found = "a file of a case does not have the bytes any more that were kept".into();
    StoreError::Damaged { path: store.to_path_buf(), found }
}

/// How much is read at once, in bytes.
const PIECE: usize = 64 << 10;

/// Whether every file of a store has the bytes that were kept; `store` is how it is called in messages. Read in pieces: a scan
/// is large.
pub(crate) fn intact(connection: &Connection, store: &Path) -> Result<(), StoreError> {
    let mut statement = connection.prepare("SELECT rowid, sha256 FROM files")?;
    let mut rows = statement.query([])?;
    let mut piece = vec![0; PIECE];
    while let Some(row) = rows.next()? {
        let (rowid, sha256): (i64, Vec<u8>) = (row.get(0)?, row.get(1)?);
        let mut bytes = connection.blob_open("main", "files", "bytes", rowid, true)?;
        let mut digest = Sha256::new();
        loop {
            match bytes.read(&mut piece).map_err(at(store))? {
                0 => break,
                length => digest.update(piece.get(..length).unwrap_or_default()),
            }
        }
        if digest.finalize().as_slice() != sha256 {
            return Err(changed(store));
        }
    }
    Ok(())
}

/// As [`Store::attach`], in a change under way.
pub(crate) fn attach(
    change: &Connection,
    by: &Actor,
    case: &CaseId,
    name: &str,
    bytes: &[u8],
) -> Result<FileRow, StoreError> {
    checked::bytes("the attached file", bytes.len(), limits::LARGEST_FILE)?;
    let name = plain_name(name);
    let digest = Sha256::digest(bytes);
    let sha256 = hex(&digest);
    heads::head_number(change, case)?;
    let there = list(change, case)?;
    let mut number = 1;
    let name = loop {
        let name = if number == 1 { name.clone() } else { shortened(&name, &format!("-{number}")) };
        match there.iter().find(|file| same_name(&file.name, &name)) {
            Some(file) if file.sha256 == sha256 => return Ok(file.clone()),
            Some(_) => number += 1,
            None => break name,
        }
    };
    if there.len() >= limits::MOST_FILES {
        let (length, most) = (there.len() + 1, limits::MOST_FILES);
        return Err(StoreError::TooLarge { what: "files of one case", length, most, unit: "files" });
    }
    let who = checked::name("who asks", &by.name)?.to_string();
    change.execute(
        "INSERT INTO files (case_id, at, by, size, sha256, name, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)",
        params![case, by.at, who, bytes.len() as i64, digest.as_slice(), name, bytes],
    )?;
    audit::record(change, by, Action::FileAttached, Some((case, None)), &format!("{} bytes", bytes.len()))?;
    Ok(FileRow { name, size: bytes.len() as u64, sha256, at: by.at, by: who })
}

/// Capital and small letters count the same: on some systems both could not be saved in one folder.
fn same_name(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

fn list(connection: &Connection, case: &CaseId) -> Result<Vec<FileRow>, StoreError> {
    let mut statement =
        connection.prepare("SELECT name, size, lower(hex(sha256)), at, by FROM files WHERE case_id = ? ORDER BY id")?;
    let read = |row: &Row| {
        Ok(FileRow { name: row.get(0)?, size: row.get(1)?, sha256: row.get(2)?, at: row.get(3)?, by: row.get(4)? })
    };
    Ok(statement.query_map([case], read)?.collect::<Result<_, _>>()?)
}
