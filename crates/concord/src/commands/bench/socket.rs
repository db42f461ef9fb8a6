//! `concord bench socket`: liner over a gap, pull-out, fit by slope, leak zones.

use super::list::list;
use crate::commands::draw::DrawArgs;
use crate::terminal::Progress;
use domain::Case;
use report::{bench_csv, bench_svg, bench_text};
use std::path::PathBuf;
use texts::Texts;
use twin::bench::dome::dome_bench;
use twin::bench::fit::fit_bench;
use twin::bench::leak_zones::{TRIED_ML_PER_MIN, leak_bench};
use twin::bench::pull::pull_bench;
use twin::ensemble::Draw;
use workup::bench::SocketBench;
use workup::bench::asked::within;
use workup::library::{self, Library};
use workup::outcome::Stamp;
use workup::output;
use workup::problem::{Failure, Fault};

/// Stands of a bench, for its progress bar.
const STANDS: u64 = 4;

/// Test a socket on stands: liner over a gap, pull-out, fit by slope, leak zones
#[derive(Debug, clap::Args)]
#[command(after_help = "Limb and fit are the reference person's, on whom published studies are repeated.\n\n\
                        Example:\n  concord bench socket --leaks 0.6,0,3 --csv bench --svg socket.svg")]
pub struct Args {
    /// Vacuum of pull-out, fit and leak search, kPa
    #[arg(long, default_value_t = 57.6, value_name = "KPA")]
    vacuum_kpa: f64,
    /// Leaks in zones 1 (pump, tube), 2 (socket, connector) and 3 (sleeve, seal) at 57.6 kPa, mL/min; may be given
    /// several times. Without it: five examples
    #[arg(long = "leaks", value_name = "Z1,Z2,Z3")]
    leaks: Vec<String>,
    /// Folder for the curves, one CSV file a stand
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
/// Arguments out of range, a file that cannot be written.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    let vacuum_kpa = args.vacuum_kpa;
    within("--vacuum-kpa", vacuum_kpa, 5.0, 90.0)?;
    let leaks = zones(&args.leaks)?;
    let library = Library::embedded();
    let reference = Case::parse(library::reference_case()).map_err(|mut problems| {
        let what = problems.remove(0).to_string();
        Failure::other(Fault::of_file("reference_case.toml", what, "this is a fault of the program's own data"))
    })?;
    if let Some(folder) = &args.csv {
        output::report_folder(folder)?;
    }
    let draw: Draw = args.draw.into();
    let parameters = &library.parameters;
    let progress = Progress::new(STANDS, "stands");
    let dome = dome_bench(parameters, draw);
    progress.advance(1);
    let pull = pull_bench(&reference, parameters, vacuum_kpa, draw);
    progress.advance(1);
    let fit = fit_bench(&reference, parameters, vacuum_kpa, draw);
    progress.advance(1);
    let leaks = leak_bench(&reference, parameters, &leaks, vacuum_kpa, draw);
    drop(progress);
    let (persons, seed) = (draw.persons, draw.seed);
    let result = SocketBench { stamp: Stamp::new(), vacuum_kpa, persons, seed, dome, pull, fit, leaks };
    if let Some(folder) = &args.csv {
        bench_csv::socket(folder, &result)?;
    }
    if let Some(file) = &args.svg {
        output::write_atomically(file, bench_svg::socket(texts, &result).as_bytes())?;
    }
    if json { output::print_json(&result) } else { output::print(&bench_text::socket(texts, &result)) }
}

fn zones(given: &[String]) -> Result<Vec<[f64; 3]>, Failure> {
    if given.is_empty() {
        return Ok(TRIED_ML_PER_MIN.to_vec());
    }
    let three = |text: &String| {
        let numbers = list("--leaks", text)?;
        numbers.iter().try_for_each(|number| within("--leaks", *number, 0.0, 1_000.0))?;
        <[f64; 3]>::try_from(numbers).map_err(|_| {
            let expected = "give three numbers, one a zone, e.g. 0,0,3";
            Failure::input(Fault::of_argument("--leaks", text, "not three numbers", expected))
        })
    };
    given.iter().map(three).collect()
}
