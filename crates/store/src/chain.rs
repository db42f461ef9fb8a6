//! The audit as a chain: each row holds the hash of itself and of the hash before. Whoever changes, removes or slips in a
//! row has to write every later row anew, and the last hash, noted elsewhere, then tells.

use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::random::hex;

/// What the first row is chained to.
const BEGINNING: [u8; 32] = [0; 32];

/// A row that is to be added.
pub(crate) struct Link<'a> {
    /// Unix seconds.
    pub(crate) at: i64,
    /// Who.
    pub(crate) by: &'a str,
    /// Did what.
    pub(crate) action: &'a str,
    /// To which case.
    pub(crate) case: Option<&'a str>,
    /// Which version came of it.
    pub(crate) version: Option<i64>,
    /// What else there is to say.
    pub(crate) detail: &'a str,
}

impl Link<'_> {
    /// The hash of this row as number `id`, `behind` seconds before the row whose hash is `before`.
    fn hash(&self, id: i64, behind: i64, before: &[u8; 32]) -> [u8; 32] {
        let mut digest = Sha256::new();
        digest.update(before);
        for number in [id, self.at, behind, self.version.unwrap_or(-1)] {
            digest.update(number.to_be_bytes());
        }
        for text in [self.by, self.action, self.case.unwrap_or_default(), self.detail] {
            digest.update((text.len() as u64).to_be_bytes());
            digest.update(text.as_bytes());
        }
        digest.finalize().into()
    }
}

/// What checking the audit has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// How many rows were read.
    pub rows: u64,
    /// Number and hash of the last row.
    pub last: Option<(i64, String)>,
    /// What is wrong, in words; none where every row is as it was written.
    pub fault: Option<String>,
}

/// Number, time and hash of the last row.
fn last(connection: &Connection) -> Result<(i64, i64, [u8; 32]), StoreError> {
    let read = |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let sql = "SELECT id, at, hash FROM audit ORDER BY id DESC LIMIT 1";
    Ok(connection.query_row(sql, [], read).optional()?.unwrap_or((0, i64::MIN, BEGINNING)))
}

/// Adds a row behind the last one.
pub(crate) fn append(connection: &Connection, link: &Link) -> Result<(), StoreError> {
    let (id, at, before) = last(connection)?;
    add(connection, id + 1, at, &before, link).map(|_| ())
}

fn add(connection: &Connection, id: i64, last_at: i64, before: &[u8; 32], link: &Link) -> Result<[u8; 32], StoreError> {
    let behind = last_at.saturating_sub(link.at).max(0);
    let hash = link.hash(id, behind, before);
    let Link { at, by, action, case, version, detail } = link;
    connection.execute(
        "INSERT INTO audit (id, at, behind, by, action, case_id, version, detail, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        params![id, at, behind, by, action, case, version, detail, hash],
    )?;
    Ok(hash)
}

/// Chains the rows of a store from before there was a chain, and gives up their old table.
pub(crate) fn take_over(connection: &Connection) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare("SELECT id, at, by, action, case_id, version, detail FROM audit_unchained ORDER BY id")?;
    let (mut rows, mut at, mut before) = (statement.query([])?, i64::MIN, BEGINNING);
    while let Some(row) = rows.next()? {
        let (by, action, detail): (String, String, String) = (row.get(2)?, row.get(3)?, row.get(6)?);
        let case: Option<String> = row.get(4)?;
        let link = Link {
            at: row.get(1)?,
            by: &by,
            action: &action,
            case: case.as_deref(),
            version: row.get(5)?,
            detail: &detail,
        };
        before = add(connection, row.get(0)?, at, &before, &link)?;
        at = link.at;
    }
    drop(rows);
    drop(statement);
    connection.execute_batch("DROP TABLE audit_unchained")?;
    Ok(())
}

/// How many rows are read at once while others wait for the file.
pub(crate) const ROWS: u64 = 2_000;

/// A check of the audit on its way.
pub(crate) struct Checking {
    pub(crate) chain: Chain,
    at: i64,
    hash: [u8; 32],
}

impl Checking {
    pub(crate) fn begin() -> Self {
        Self { chain: Chain { rows: 0, last: None, fault: None }, at: i64::MIN, hash: BEGINNING }
    }

    /// Reads at most so many rows more; true once the last one was read.
    pub(crate) fn go_on(&mut self, connection: &Connection, most: u64) -> Result<bool, StoreError> {
        let sql = "SELECT id, at, behind, by, action, case_id, version, detail, hash FROM audit WHERE id > ?
            ORDER BY id LIMIT ?";
        let mut statement = connection.prepare(sql)?;
        let from = self.chain.last.as_ref().map_or(i64::MIN, |(id, _)| *id);
        let mut rows = statement.query(params![from, i64::try_from(most).unwrap_or(i64::MAX)])?;
        let mut read = 0;
        while let Some(row) = rows.next()? {
            let (id, at, behind): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let (by, action, detail): (String, String, String) = (row.get(3)?, row.get(4)?, row.get(7)?);
            let case: Option<String> = row.get(5)?;
            let link =
                Link { at, by: &by, action: &action, case: case.as_deref(), version: row.get(6)?, detail: &detail };
            let hash: [u8; 32] = row.get(8)?;
            let sound = behind == self.at.saturating_sub(at).max(0) && hash == link.hash(id, behind, &self.hash);
            if !sound && self.chain.fault.is_none() {
                let what = format!("row {id} is not as it was written, or a row before it is missing");
                self.chain.fault = Some(what);
            }
            (self.at, self.hash) = (at, hash);
            self.chain.last = Some((id, hex(&hash)));
            read += 1;
        }
        self.chain.rows += read;
        if read == most {
            return Ok(false);
        }
        let sql = "SELECT seq FROM sqlite_sequence WHERE name = 'audit'";
        let written: i64 = connection.query_row(sql, [], |row| row.get(0)).optional()?.unwrap_or(0);
        let there = self.chain.last.as_ref().map_or(0, |(id, _)| *id);
        if self.chain.fault.is_none() && written != there {
            let what = format!("row {written} was written, and the last one there is row {there}");
            self.chain.fault = Some(what);
        }
        Ok(true)
    }
}

/// Reads every row and says whether each is as it was written.
pub(crate) fn check(connection: &Connection) -> Result<Chain, StoreError> {
    let mut checking = Checking::begin();
    checking.go_on(connection, u64::MAX)?;
    Ok(checking.chain)
}
