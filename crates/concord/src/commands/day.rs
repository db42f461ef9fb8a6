//! `concord day`: what the limb does through the day, with the fitted system and with the alternatives.

use super::draw::DrawArgs;
use crate::compute;
use crate::input::read_case;
use crate::library::Library;
use crate::outcome::{DayResult, Stamp};
use crate::output;
use crate::problem::{Failure, Fault};
use crate::systems;
use crate::view::{csv, day_text};
use std::path::PathBuf;
use twin::assemble::Disturbance;
use twin::ensemble::Draw;

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
}

/// Simulates the day.
///
/// # Errors
/// A broken case, an unknown suspension, a folder that cannot be written.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    let read = read_case(&args.case)?;
    if !(0.0..=5.0).contains(&args.pinhole_mm) {
        let fault = Fault::of_argument("--pinhole-mm", &args.pinhole_mm.to_string(), "out of range", "give 0 to 5 mm");
        return Err(Failure::input(fault));
    }
    let library = Library::embedded();
    let fitting = fitting::recommend(&read.case, &library.catalog, &library.rules);
    let chosen = if args.systems.is_empty() {
        systems::usual(&read.case, &fitting)
    } else {
        let named = |name: &String| systems::named(name, &read.case, &library.catalog, &fitting);
        args.systems.iter().map(named).collect::<Result<_, _>>()?
    };
    if let Some(folder) = &args.csv {
        output::report_folder(folder)?;
    }
    let draw: Draw = args.draw.into();
    let progress = output::Progress::new(chosen.len() as u64 * u64::from(draw.persons + 1), "days");
    let disturbance = Disturbance { pinhole_mm: args.pinhole_mm, mass_gained_kg: 0.0 };
    let days = compute::days(&read, &library, &chosen, draw, disturbance, &|| progress.step())?;
    drop(progress);
    let notes = systems::refused(&chosen, &fitting);
    let result = DayResult { stamp: Stamp::new(), case: read.case.name.clone(), notes, days };
    if let Some(folder) = &args.csv {
        csv::write(folder, &result.days)?;
    }
    if json { output::print_json(&result) } else { output::print(&day_text::render(&result)) }
}
