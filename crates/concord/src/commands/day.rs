//! `concord day`: what the limb does through the day, or through days in a row, with the fitted system and with the alternatives.

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
use workup::limb_file;
use workup::output;
use workup::problem::{Failure, Fault};

/// Simulate the day with the fitted system and the alternatives
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  concord day cases/mechanic.toml --system pin --system suction --csv traces\n  \
concord day cases/mechanic.toml --system suction --days 14 --save-limb limb.json\n  \
concord day cases/mechanic.toml --system suction --days 7 --from-limb limb.json\n  \
concord day cases/mechanic.toml --system suction --days 7 --sleeve-age-weeks 3\n  \
concord day cases/mechanic.toml --system suction --system regulated:57.6 --regions")]
pub struct Args {
    /// Case file; `-` for standard input
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// A suspension to simulate (suction, pin, a pump's article or name, an electronic one with its mode after a
    /// colon, one that draws only after donning with :once or :once:KPA, a hybrid of steps and motor as A+B or
    /// A+B:KPA); may be given several times. Without it: the recommended pump, suction and pin
    #[arg(long = "system", value_name = "SYSTEM")]
    systems: Vec<String>,
    /// Diameter of a pinhole in the sleeve from donning on, mm
    #[arg(long, default_value_t = 0.0, value_name = "MM")]
    pinhole_mm: f64,
    /// Age of the sleeve on the first day, weeks: its leak grows with wear, also from day to day. Without it the
    /// sleeve stays intact
    #[arg(long, value_name = "WEEKS")]
    sleeve_age_weeks: Option<f64>,
    /// Tell the limb's regions at the day's end, too: the central person's, each as a limb of its own
    #[arg(long)]
    regions: bool,
    /// Folder for the traces, one CSV file a suspension: the first day by the minute, days after it every five minutes
    #[arg(long, value_name = "DIR")]
    csv: Option<PathBuf>,
    /// Days in a row, with the nights between, 1 to 60. Without it: as many as the case tells
    #[arg(long, value_name = "N")]
    days: Option<usize>,
    /// File for the limb on the last evening (the central person's, JSON); of one suspension
    #[arg(long, value_name = "FILE")]
    save_limb: Option<PathBuf>,
    /// File with the limb of the evening before the first day, as --save-limb writes it; without it the limb is at rest
    #[arg(long, value_name = "FILE")]
    from_limb: Option<PathBuf>,
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
    let plan = plan.with_sleeve_of(args.sleeve_age_weeks)?.in_a_row(args.days)?.by_region(args.regions);
    let begins = match (&args.from_limb, plan.limb_at_rest()) {
        (Some(path), Some(limb)) => Some(limb_file::read(path, &limb)?),
        _ => None,
    };
    let plan = plan.after(begins);
    if let Some(path) = &args.save_limb {
        if plan.only_system().is_none() {
            let (what, right) = ("a limb's state is of one suspension", "give one --system");
            return Err(Failure::input(Fault::of_argument("--save-limb", &path.display().to_string(), what, right)));
        }
        output::can_write(path)?;
    }
    if let Some(folder) = &args.csv {
        output::report_folder(folder)?;
    }
    let draw: Draw = args.draw.into();
    if let Some((path, (system, limb))) = args.save_limb.as_ref().zip(plan.only_system())
        && let Some(evening) = plan.last_evening(draw)
    {
        limb_file::write(path, &read.case.name, &system.id, &limb, &evening)?;
    }
    let progress = Progress::new(plan.steps(draw), "days");
    let result = plan.simulate(draw, &|| progress.step())?;
    drop(progress);
    if let Some(folder) = &args.csv {
        csv::write(folder, &result.days, &result.row_of_days)?;
    }
    if json { output::print_json(&result) } else { output::print(&day_text::render(texts, &result)) }
}
