//! `concord validate`: the twin against published tables.

use crate::library::{self, Library};
use crate::outcome::{Stamp, ValidationResult};
use crate::output;
use crate::problem::{Failure, Fault};
use crate::view::table;
use clap::value_parser;
use domain::Case;
use std::path::PathBuf;
use study::protocols::Bench;
use study::published::Role;
use study::responders::responders;
use study::validate::{Checked, figure, markdown, published_text, validate};

/// Hold the twin to published numbers and write VALIDATION.md
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  concord validate --out validation-of-today.md")]
pub struct Args {
    /// File to write
    #[arg(long, default_value = "VALIDATION.md", value_name = "FILE")]
    out: PathBuf,
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
/// Broken tables, a file that cannot be written.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
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
    output::write_atomically(&args.out, markdown(&tables, &rows, &responders(&bench), &bench).as_bytes())?;
    if json {
        let (persons, seed) = (args.persons, args.seed);
        return output::print_json(&ValidationResult { stamp: Stamp::new(), persons, seed, rows });
    }
    output::print(&shown(&rows))
}

fn shown(rows: &[Checked]) -> String {
    let mut grid = table::new(&["study", "what", "published", "model", "10–90 %", "role", "verdict"]);
    for row in rows {
        grid.add_row([
            row.source.clone(),
            row.row.what.clone(),
            published_text(&row.row),
            figure(row.compared),
            format!("{} … {}", figure(row.model.p10), figure(row.model.p90)),
            if row.row.role == Role::Fitted { "fitted" } else { "predicted" }.into(),
            row.verdict.words(&row.row.bound).into(),
        ]);
    }
    format!("{grid}\n")
}
