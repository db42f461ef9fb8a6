//! The report of a finished study, beside its results.

use crate::{study_report, study_text};
use std::path::Path;
use texts::Texts;
use trial::disk::bundle::Bundle;
use trial::disk::folder::Folder;
use trial::disk::result::{StudyResult, result};
use trial::person::Study;
use workup::library::Library;
use workup::output;
use workup::problem::{Failure, Fault};

/// The report's file.
const REPORT: &str = "report.html";
/// The result as JSON, beside it.
const SUMMARY: &str = "summary.json";

/// A report that was written.
#[derive(Debug)]
pub struct Reported {
    /// What came out.
    pub result: StudyResult,
    /// The same as JSON.
    pub summary: String,
    /// The same for a terminal.
    pub text: String,
}

/// Analyses a finished study and writes its report; `progress` is told after each outcome.
///
/// # Errors
/// Results that are not all there, or a folder that cannot be written.
pub fn write(
    texts: &'static Texts,
    folder: &Folder,
    path: &Path,
    bundle: &Bundle,
    study: &Study<'_>,
    library: &Library,
    progress: &dyn Fn(),
) -> Result<Reported, Failure> {
    let found = result(folder, path, bundle, study, library, progress)?;
    let summary = serde_json::to_string_pretty(&found)
        .map_err(|error| Failure::other(Fault::of_file(SUMMARY, error.to_string(), "")))?
        + "\n";
    let report = path.join(REPORT);
    output::write_atomically(&report, study_report::render(texts, &found, &study.file, bundle, library).as_bytes())?;
    output::write_atomically(&path.join(SUMMARY), summary.as_bytes())?;
    let text = study_text::render(texts, &found, &report);
    Ok(Reported { result: found, summary, text })
}

/// The same for a folder whose study is not at hand.
///
/// # Errors
/// As [`write`], and a folder that holds no study.
pub fn remake(texts: &'static Texts, path: &Path, library: &Library, progress: &dyn Fn()) -> Result<Reported, Failure> {
    let (folder, bundle) = Folder::open(path)?;
    output::report_folder(path)?;
    write(texts, &folder, path, &bundle, &bundle.study(library)?, library, progress)
}
