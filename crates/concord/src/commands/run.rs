//! `concord run`: everything for one case, as a report to keep.

use super::draw::DrawArgs;
use super::named::NamedArgs;
use crate::terminal::Progress;
use report::case_report;
use report::{csv, run_text};
use std::path::PathBuf;
use texts::Texts;
use twin::ensemble::Draw;
use workup::compute;
use workup::input::{beside, read_case};
use workup::library::Library;
use workup::output;
use workup::problem::Failure;
use workup::systems;

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
    #[command(flatten)]
    named: NamedArgs,
}

/// Runs the case.
///
/// # Errors
/// A broken case, a folder that cannot be written.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    let read = read_case(&args.case, args.named.into())?;
    // A folder that cannot be written is told before the work, not after it.
    output::report_folder(&args.out)?;
    if let Some(folder) = &args.csv {
        output::report_folder(folder)?;
    }
    let library = Library::embedded();
    let stem = args.case.file_stem().and_then(|stem| stem.to_str()).filter(|stem| *stem != "-").unwrap_or("case");
    let made = case_report::socket(&read, &beside(&args.case, args.named.into()), &library, stem)?;
    let draw: Draw = args.draw.into();
    let count = systems::usual(&read.case, read.judged(&library)).len();
    let progress = Progress::new(compute::run_steps(&read.case, count, draw), "days");
    let made = case_report::make(texts, read, made, &library, stem, draw, &|| progress.step())?;
    drop(progress);
    let path = made.write(&args.out, stem)?;
    if let Some(folder) = &args.csv {
        csv::write(folder, &made.result.days, &made.result.row_of_days)?;
    }
    if json {
        output::print_json(&made.result)
    } else {
        output::print(&run_text::render(texts, &made.result, Some(&path)))
    }
}
