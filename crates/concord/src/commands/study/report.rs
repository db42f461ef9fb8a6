//! `concord study report`: analyses the results that a folder holds, and writes its report.

use report::study_files::{Reported, remake};
use std::path::PathBuf;
use texts::Texts;
use workup::library::Library;
use workup::output;
use workup::problem::Failure;

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
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    show(&remake(texts, &args.folder, &Library::embedded(), &|| ())?, json)
}

/// Says what came out.
///
/// # Errors
/// As [`output::print`].
pub(super) fn show(reported: &Reported, json: bool) -> Result<(), Failure> {
    if json { output::print_data(&reported.summary) } else { output::print(&reported.text) }
}
