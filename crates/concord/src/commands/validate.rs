//! `concord validate`: the twin against published tables.

use clap::value_parser;
use domain::Case;
use evidence::figure::figure;
use evidence::protocols::Bench;
use evidence::published::Role;
use evidence::responders::responders;
use evidence::validate::{Checked, Difference, differences, markdown, others, published_text, validate};
use serde::Serialize;
use std::path::{Path, PathBuf};
use trial::disk::designs;
use trial::held::{self, Repeated};
use workup::input::LARGEST_FILE;
use workup::library::{self, Library};
use workup::opened;
use workup::outcome::Stamp;
use workup::output;
use workup::problem::{Failure, Fault};
use workup::table;

/// Persons of a virtual trial's cohort for each person that a row is computed over: their means are held to spreads.
const TRIAL_PERSONS: u64 = 10;

/// `concord validate`.
#[derive(Debug, Serialize)]
struct ValidationResult {
    /// Who made it.
    #[serde(flatten)]
    stamp: Stamp,
    /// Persons drawn.
    persons: u32,
    /// Seed.
    seed: u64,
    /// All rows.
    rows: Vec<Checked>,
    /// Published designs as virtual trials.
    trials: Vec<Repeated>,
}

/// Hold the twin to published numbers and write VALIDATION.md
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  concord validate --out validation-of-today.md\n  concord validate --check")]
pub struct Args {
    /// File to write, or with --check to compare with
    #[arg(long, default_value = "VALIDATION.md", value_name = "FILE")]
    out: PathBuf,
    /// Write nothing; fail where the file is not what would be written, naming the rows
    #[arg(long)]
    check: bool,
    /// Persons to draw
    #[arg(long, default_value_t = 200, value_parser = value_parser!(u32).range(1..=100_000))]
    persons: u32,
    /// Seed of the draw
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Validates.
///
/// # Errors
/// Broken tables, a file that cannot be written; with `--check` a file that cannot be read or that differs.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    let kept = if args.check { Some(read(&args.out)?) } else { None };
    let library = Library::embedded();
    let broken = |file: String, problem: domain::Problem| {
        Failure::other(Fault::of_file(file, problem.to_string(), "this is a fault of the program's own data"))
    };
    let tables = library::published().map_err(|boxed| broken(boxed.0, boxed.1))?;
    let reference = Case::parse(library::reference_case())
        .map_err(|mut problems| broken("published/reference_case.toml".into(), problems.remove(0)))?;
    let bench = Bench {
        reference: &reference,
        parameters: &library.parameters,
        regions: &library.regions,
        persons: args.persons,
        seed: args.seed,
    };
    let rows = validate(&tables, &bench)
        .map_err(|what| Failure::other(Fault::of_file("data/published", what, "add the protocol")))?;
    let trials = designs::repeat(&library, &trial::disk::tables::tables()?, TRIAL_PERSONS * u64::from(args.persons))?;
    let text = markdown(&tables, &rows, &responders(&bench), &bench) + &held::markdown(&trials);
    match kept {
        Some(kept) => same(&args.out, &kept, &text)?,
        None => output::write_atomically(&args.out, text.as_bytes())?,
    }
    if json {
        let (persons, seed) = (args.persons, args.seed);
        return output::print_json(&ValidationResult { stamp: Stamp::new(), persons, seed, rows, trials });
    }
    output::print(&shown(&rows))
}

fn read(file: &Path) -> Result<String, Failure> {
    let bytes = opened::open(file).and_then(|open| opened::read_bounded(open, LARGEST_FILE));
    let text = bytes.map_err(|refused| refused.to_string());
    let text = text.and_then(|bytes| String::from_utf8(bytes).map_err(|_| "not text in UTF-8".to_string()));
    text.map_err(|what| {
        Failure::input(Fault::of_file(file.display(), what, "give a file that `concord validate` wrote"))
    })
}

/// A fault for each difference, rows that fell outside first.
fn same(file: &Path, kept: &str, now: &str) -> Result<(), Failure> {
    let mut found = differences(kept, now);
    found.sort_by_key(|difference| !difference.fell);
    if found.is_empty() {
        return Ok(());
    }
    let fault = |Difference { line, what, fell }: Difference| {
        let (what, expected) = if fell {
            (format!("FELL OUTSIDE: {what}"), "the model lost a published number: find out why before it is accepted")
        } else {
            (what, "run `concord validate`, look at what changed, and keep the new file")
        };
        let fault = Fault::of_file(file.display(), what, expected);
        line.map_or(fault.clone(), |line| fault.at_line(line))
    };
    Err(Failure::Input(found.into_iter().map(fault).collect()))
}

fn shown(rows: &[Checked]) -> String {
    let mut grid = table::new(&["study", "what", "published", "model", "10–90 %", "role", "verdict"]);
    for row in rows {
        let mut line = |what: String, published: String, verdict: String| {
            grid.add_row([
                row.source.clone(),
                what,
                published,
                figure(row.compared),
                format!("{} … {}", figure(row.model.p10), figure(row.model.p90)),
                if row.row.role == Role::Fitted { "fitted" } else { "predicted" }.into(),
                verdict,
            ]);
        };
        line(row.row.what.clone(), published_text(&row.row), row.verdict.words(&row.row.bound).into());
        others(row).for_each(|other| line(other.what, other.published, other.verdict));
    }
    format!("{grid}\n")
}
