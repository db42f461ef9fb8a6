//! `concord bench pump`: pumps of the catalogue, and of one's own, on rigid chambers.

use super::list::list;
use crate::commands::draw::DrawArgs;
use crate::terminal::Progress;
use report::{bench_csv, bench_svg, bench_text};
use std::path::PathBuf;
use texts::Texts;
use twin::bench::pump::Stand;
use twin::ensemble::Draw;
use workup::bench::asked::{Asked, PumpPlan};
use workup::bench::{Loading, own};
use workup::output;
use workup::problem::Failure;

/// Evacuate rigid chambers: cycles or seconds to a vacuum, deepest vacuum, curves
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Weight-activated pumps are loaded once a second; cycles are then seconds. Without --mass-kg each \
                        ring gets the load that it is made for.\n\n\
                        A pump of one's own is a file in the catalogue's form, NAME.toml, of at most 1 MiB: what it is, \
                        [pump] with its drive, and one table [pump.performance.…] with its numbers, each with value, unit, \
                        kind, source and spread. The drives: functional_ring, foot_membrane, swing_piston, electric, hand. \
                        pumps/own_pump.toml is one to start from.\n\n\
                        Examples:\n  concord bench pump --pump P3 --pump P4 --csv bench --svg bench.svg\n  \
                        concord bench pump --pump pumps/own_pump.toml --pump P3"
)]
pub struct Args {
    /// A pump by article or name, or the file of one's own; may be given several times. Without it: all of the catalogue
    #[arg(long = "pump", value_name = "ARTICLE|FILE")]
    pumps: Vec<String>,
    /// Volumes of the chambers, mL
    #[arg(long, default_value = "33,66,98,131,197", value_name = "ML,ML…")]
    chamber_ml: String,
    /// Vacuum to reach, kPa
    #[arg(long, default_value_t = 57.6, value_name = "KPA")]
    vacuum_kpa: f64,
    /// Leak of the chamber at 57.6 kPa, mL of ambient air a minute
    #[arg(long, default_value_t = 0.0, value_name = "ML")]
    leak_ml_per_min: f64,
    /// Body mass whose peak load works the pumps, kg; rings are those of its size
    #[arg(long, value_name = "KG")]
    mass_kg: Option<f64>,
    /// Rings a fifth softer than new
    #[arg(long)]
    worn: bool,
    /// Washers under functional rings; without it as many as each is delivered with
    #[arg(long)]
    washers: Option<u32>,
    /// Folder for the curves, one CSV file a pump
    #[arg(long, value_name = "DIR")]
    csv: Option<PathBuf>,
    /// File for the curves as a picture
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    #[command(flatten)]
    draw: DrawArgs,
}

/// Runs the bench.
///
/// # Errors
/// Arguments out of range, an unknown pump, a file that cannot be written.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    let (library, pumps) = own::read(&args.pumps)?;
    let asked = Asked {
        pumps,
        chambers_ml: list("--chamber-ml", &args.chamber_ml)?,
        stand: Stand { target_kpa: args.vacuum_kpa, leak_ml_per_min: args.leak_ml_per_min },
        loading: Loading { mass_kg: args.mass_kg, worn: args.worn, washers: args.washers },
    };
    let plan = PumpPlan::new(&asked, &library)?;
    if let Some(folder) = &args.csv {
        output::report_folder(folder)?;
    }
    let draw: Draw = args.draw.into();
    let progress = Progress::new(plan.runs(draw), "pumps");
    let result = plan.run(draw, &|| progress.advance(1));
    drop(progress);
    if let Some(folder) = &args.csv {
        bench_csv::pumps(folder, &result)?;
    }
    if let Some(file) = &args.svg {
        output::write_atomically(file, bench_svg::pumps(texts, &result).as_bytes())?;
    }
    if json { output::print_json(&result) } else { output::print(&bench_text::pumps(texts, &result)) }
}
