//! `concord study report`: analyses the results that a folder holds, and writes its report.

use crate::library::Library;
use crate::output;
use crate::problem::{Failure, Fault};
use crate::trial::bundle::Bundle;
use crate::trial::folder::Folder;
use crate::trial::result::{StudyResult, result};
use crate::view::{study_report, study_text};
use std::path::{Path, PathBuf};
use study::trial::person::Study;

/// The report's file.
const REPORT: &str = "report.html";
/// The same as `--json`, beside it.
const SUMMARY: &str = "summary.json";

/// Make the report of a finished study again
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  concord study report trial")]
pub struct Args {
    /// Folder that `concord study run --out` wrote
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Analyses and reports.
///
/// # Errors
/// A folder that holds no finished study, or that cannot be written.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    let (folder, bundle) = Folder::open(&args.folder)?;
    output::report_folder(&args.folder)?;
    let library = Library::embedded();
    let study = bundle.study(&library)?;
    finish(&folder, &args.folder, &bundle, &study, &library, json)
}

/// Analyses a finished study, writes its report, and says what came out.
///
/// # Errors
/// As [`run`].
pub(super) fn finish(
    folder: &Folder,
    path: &Path,
    bundle: &Bundle,
    study: &Study<'_>,
    library: &Library,
    json: bool,
) -> Result<(), Failure> {
    let progress = output::Progress::new(study.file.outcome.len() as u64, "outcomes");
    let found = result(folder, path, bundle, study, library, &|| progress.advance(1))?;
    drop(progress);
    let report = path.join(REPORT);
    let summary = summary(&found)?;
    let html = study_report::render(&found, &study.file, bundle, library);
    output::write_atomically(&report, html.as_bytes())?;
    output::write_atomically(&path.join(SUMMARY), summary.as_bytes())?;
    if json { output::print(&summary) } else { output::print(&study_text::render(&found, &report)) }
}

fn summary(result: &StudyResult) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(result)
        .map_err(|error| Failure::other(Fault::of_file(SUMMARY, error.to_string(), "")))?;
    Ok(text + "\n")
}
