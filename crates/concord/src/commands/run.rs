//! `concord run`: everything for one case, as a report to keep.

use super::draw::DrawArgs;
use crate::compute;
use crate::input::read_case;
use crate::library::Library;
use crate::output;
use crate::problem::Failure;
use crate::socket::{self, MadeSocket};
use crate::systems;
use crate::view::{csv, report, run_text, socket_report};
use domain::Case;
use domain::case::SocketConcept;
use std::path::{Path, PathBuf};
use twin::ensemble::Draw;

/// Screen, fit and simulate one case, and write the report
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  concord run cases/mechanic.toml --out report --csv report/traces")]
pub struct Args {
    /// Case file; `-` for standard input
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// Folder for the report, which is named after the case file
    #[arg(long, default_value = "concord-report", value_name = "DIR")]
    out: PathBuf,
    /// Folder for the traces, one CSV file a suspension
    #[arg(long, value_name = "DIR")]
    csv: Option<PathBuf>,
    #[command(flatten)]
    draw: DrawArgs,
}

/// Runs the case.
///
/// # Errors
/// A broken case, a folder that cannot be written.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    let read = read_case(&args.case)?;
    // A folder that cannot be written is told before the work, not after it.
    output::report_folder(&args.out)?;
    if let Some(folder) = &args.csv {
        output::report_folder(folder)?;
    }
    let library = Library::embedded();
    let stem = args.case.file_stem().and_then(|stem| stem.to_str()).filter(|stem| *stem != "-").unwrap_or("case");
    let made = made(&read.case, &args.case, &library, stem)?;
    let draw: Draw = args.draw.into();
    let fitting = fitting::recommend(&read.case, &library.catalog, &library.rules);
    let count = systems::usual(&read.case, &fitting).len();
    let progress = output::Progress::new(compute::run_steps(count, draw), "days");
    let result = compute::run(read, &library, draw, &|| progress.advance(1));
    drop(progress);
    let path = args.out.join(format!("{stem}.html"));
    output::write_atomically(&path, report::render(&result, &library, made.as_ref(), stem).as_bytes())?;
    if let Some(folder) = &args.csv {
        csv::write(folder, &result.days)?;
    }
    for (name, bytes) in made.iter().flat_map(|made| &made.exports) {
        output::write_atomically(&args.out.join(name), bytes)?;
    }
    if json { output::print_json(&result) } else { output::print(&run_text::render(&result, &path)) }
}

/// The socket of a case that names a scan.
fn made(case: &Case, file: &Path, library: &Library, stem: &str) -> Result<Option<MadeSocket>, Failure> {
    if case.scan.is_none() {
        return Ok(None);
    }
    let source = socket::of_case(case.clone(), file)?;
    let technique = socket::technique(&source, SocketConcept::TotalSurfaceBearing, library);
    let mut made = socket::compute(&source, technique, library, stem)?;
    socket_report::add(&mut made, library, stem);
    Ok(Some(made))
}
