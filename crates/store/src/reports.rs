//! Reports of record: what was made of a version is kept with it, with a fingerprint of what it was made from, so that a
//! restart loses none. They go with their case; of each case the newest few are kept.

use rusqlite::{OptionalExtension, params};

use crate::audit::{self, Action, Actor};
use crate::case::CaseId;
use crate::checked;
use crate::error::StoreError;
use crate::heads;
use crate::limits::{LARGEST_REPORT, MOST_REPORTS};
use crate::store::Store;

/// A report that is to be kept.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The case.
    pub case: &'a CaseId,
    /// The case's version.
    pub version: u64,
    /// The fingerprint of everything it was made from: the case, its scans, the rules, the program.
    pub inputs: &'a str,
    /// Name and content of its files.
    pub files: &'a [(String, Vec<u8>)],
}

/// A report that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRow {
    /// When it was made, Unix seconds.
    pub at: i64,
    /// The fingerprint of what it was made from.
    pub inputs: String,
    /// The names of its files, in the order they were kept.
    pub names: Vec<String>,
}

impl Store {
    /// Keeps a report in the place of an earlier one of this version.
    pub fn keep_report(&self, by: &Actor, report: &Report) -> Result<(), StoreError> {
        let length: usize = report.files.iter().map(|(name, bytes)| name.len() + bytes.len()).sum();
        checked::bytes("the report", length, LARGEST_REPORT)?;
        let Report { case, version, inputs, files } = report;
        self.write(|change| {
            heads::head_number(change, case)?;
            change.execute("DELETE FROM report_files WHERE case_id = ? AND version = ?", params![case, version])?;
            for (place, (name, bytes)) in files.iter().enumerate() {
                change.execute(
                    "INSERT INTO report_files (case_id, version, place, at, inputs, name, bytes)
                     VALUES (?, ?, ?, ?, ?, ?, ?)",
                    params![case, version, place as i64, by.at, inputs, name, bytes],
                )?;
            }
            change.execute(
                "DELETE FROM report_files WHERE case_id = ?1 AND version NOT IN
                (SELECT DISTINCT version FROM report_files WHERE case_id = ?1 ORDER BY version DESC LIMIT ?2)",
                params![case, MOST_REPORTS as i64],
            )?;
            audit::record(change, by, Action::ReportKept, Some((case, Some(*version))), &format!("inputs {inputs}"))
        })
    }

    /// The report that is kept of a version; none where none is.
    pub fn report(&self, case: &CaseId, version: u64) -> Result<Option<ReportRow>, StoreError> {
        self.read(|moment| {
            let sql = "SELECT at, inputs, name FROM report_files WHERE case_id = ? AND version = ? ORDER BY place";
            let mut statement = moment.prepare(sql)?;
            let mut rows = statement.query(params![case, version])?;
            let mut report: Option<ReportRow> = None;
            while let Some(row) = rows.next()? {
                let name = row.get(2)?;
                match &mut report {
                    Some(report) => report.names.push(name),
                    None => report = Some(ReportRow { at: row.get(0)?, inputs: row.get(1)?, names: vec![name] }),
                }
            }
            Ok(report)
        })
    }

    /// What a file of a kept report holds; none where it has none of this name.
    pub fn report_file(&self, case: &CaseId, version: u64, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|moment| {
            let sql = "SELECT bytes FROM report_files WHERE case_id = ? AND version = ? AND name = ?";
            Ok(moment.query_row(sql, params![case, version, name], |row| row.get(0)).optional()?)
        })
    }
}
