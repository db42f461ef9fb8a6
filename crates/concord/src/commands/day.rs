//! `concord day`: what the limb does through the day, with the fitted system and with the alternatives.

use super::draw::DrawArgs;
use super::named::NamedArgs;
use crate::terminal::Progress;
use report::{csv, day_text};
use std::path::PathBuf;
use texts::Texts;
use twin::ensemble::Draw;
use workup::day::DayPlan;
use workup::input::read_case;
use workup::library::Library;
use workup::output;
use workup::problem::Failure;

/// Simulate the day with the fitted system and the alternatives
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  concord day cases/mechanic.toml --system pin --system suction --csv traces")]
pub struct Args {
    /// Case file; `-` for standard input
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// A suspension to simulate (suction, pin, a pump's article or name, an electronic one with its mode after a
    /// colon); may be given several times. Without it: the recommended pump, suction and pin
    #[arg(long = "system", value_name = "SYSTEM")]
    systems: Vec<String>,
    /// Diameter of a pinhole in the sleeve from donning on, mm
    #[arg(long, default_value_t = 0.0, value_name = "MM")]
    pinhole_mm: f64,
    /// Folder for the traces, one CSV file a suspension
    #[arg(long, value_name = "DIR")]
    csv: Option<PathBuf>,
    #[command(flatten)]
    draw: DrawArgs,
    #[command(flatten)]
    named: NamedArgs,
}

/// Simulates the day.
///
/// # Errors
/// A broken case, an unknown suspension, a folder that cannot be written.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    let read = read_case(&args.case, args.named.into())?;
    let library = Library::embedded();
    let plan = DayPlan::new(&read, &library, &args.systems, args.pinhole_mm)?;
    if let Some(folder) = &args.csv {
        output::report_folder(folder)?;
    }
    let draw: Draw = args.draw.into();
    let progress = Progress::new(plan.steps(draw), "days");
    let result = plan.simulate(draw, &|| progress.step())?;
    drop(progress);
    if let Some(folder) = &args.csv {
        csv::write(folder, &result.days)?;
    }
    if json { output::print_json(&result) } else { output::print(&day_text::render(texts, &result)) }
}
