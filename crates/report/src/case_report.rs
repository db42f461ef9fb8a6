//! A case's report and the files beside it: what `concord run` writes, and what the clinic page shows and gives away.

use crate::case::SocketPart;
use crate::socket_picture::Pictures;
use crate::{case, socket_report};
use domain::case::SocketConcept;
use std::path::{Path, PathBuf};
use texts::Texts;
use twin::ensemble::{Cancelled, Draw};
use workup::compute;
use workup::input::{Scans, Workup};
use workup::library::Library;
use workup::outcome::RunResult;
use workup::output;
use workup::problem::Failure;
use workup::socket::{self, Outcome, SocketOutcome};
use workup::tape_against_scan::TapeAgainstScan;

/// Everything for one case.
#[derive(Debug)]
pub struct CaseReport {
    /// The result.
    pub result: RunResult,
    /// The report, an HTML file.
    pub report: String,
    /// Name and content of the files beside it: those of the socket, where the case names a scan.
    pub files: Vec<(String, Vec<u8>)>,
}

impl CaseReport {
    /// Writes the report and the files beside it into a folder that exists; `stem` begins the report's name, which is
    /// returned.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn write(&self, folder: &Path, stem: &str) -> Result<PathBuf, Failure> {
        let path = folder.join(format!("{stem}.html"));
        output::write_atomically(&path, self.report.as_bytes())?;
        for (name, bytes) in &self.files {
            output::write_atomically(&folder.join(name), bytes)?;
        }
        Ok(path)
    }
}

/// Makes the socket of a case that names a scan, or says why none is made, before the days: what is wrong with a scan is told at once.
///
/// # Errors
/// A limb that cannot be oriented, a socket that cannot be made.
pub fn socket(read: &Workup, scans: &Scans<'_>, library: &Library, stem: &str) -> Result<Option<Outcome>, Failure> {
    let by_scan = read.tape.as_ref().is_some_and(TapeAgainstScan::by_scan);
    if !by_scan { Ok(None) } else { any_socket(read, scans, library, stem).map(Some) }
}

/// Makes the socket of any case; without a scan that goes, a check of size of its tape measurements.
///
/// # Errors
/// As [`socket`].
pub fn any_socket(read: &Workup, scans: &Scans<'_>, library: &Library, stem: &str) -> Result<Outcome, Failure> {
    let mut source = socket::of_case(read);
    source.earlier = socket::earlier_of(&read.case, scans)?;
    let technique = socket::technique(&source, SocketConcept::even(source.level), library);
    socket::compute(&source, technique, library, stem)
}

/// Simulates the days and writes the report in a language; `stem` begins the files' names.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub fn make(
    texts: &'static Texts,
    read: Workup,
    made: Option<Outcome>,
    library: &Library,
    stem: &str,
    draw: Draw,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<CaseReport, Cancelled> {
    let mut result = compute::run(read, library, draw, progress)?;
    let mut made = match made {
        Some(Ok(made)) => made,
        none => {
            result.socket = none.as_ref().map(SocketOutcome::from);
            let report = case::render(texts, &result, library, None);
            return Ok(CaseReport { result, report, files: vec![] });
        }
    };
    let pictures = Pictures::new(texts, &made);
    socket_report::add(texts, &mut made, &pictures, library, stem);
    let name = socket_report::file_name(stem, made.result.purpose);
    let report =
        case::render(texts, &result, library, Some(&SocketPart { made: &made, pictures: &pictures, report: &name }));
    result.socket = Some(SocketOutcome::Made(Box::new(made.result)));
    Ok(CaseReport { result, report, files: made.exports })
}
