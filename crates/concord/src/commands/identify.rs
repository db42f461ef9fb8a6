//! `concord identify`: what the published numbers pin, and what they leave free.

use crate::terminal::Progress;
use domain::Case;
use evidence::figure::figure;
use evidence::identifiability::{Identifiability, Summary, identifiability, markdown, steps};
use evidence::protocols::Bench;
use serde::Serialize;
use std::path::PathBuf;
use workup::library::{self, Library};
use workup::outcome::Stamp;
use workup::output;
use workup::problem::{Failure, Fault};
use workup::{documents, table};

/// Ask the published numbers what they say about the fitted parameters
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  concord identify --out identifiability.md")]
pub struct Args {
    /// Document to write
    #[arg(long, default_value = "docs/model/identifiability.md", value_name = "FILE")]
    out: PathBuf,
    /// Data file with what pins and what remains free to write, for reports
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
}

/// `concord identify --json`.
#[derive(Debug, Serialize)]
struct IdentifyResult {
    #[serde(flatten)]
    stamp: Stamp,
    fingerprint: String,
    #[serde(flatten)]
    found: Identifiability,
}

/// Computes and writes.
///
/// # Errors
/// Broken tables, files that cannot be written.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    for file in [Some(&args.out), args.data.as_ref()].into_iter().flatten() {
        output::can_write(file)?;
    }
    let library = Library::embedded();
    let broken = |file: &str, problem: String| {
        Failure::other(Fault::of_file(file, problem, "this is a fault of the program's own data"))
    };
    let tables = library::published().map_err(|found| broken(&found.0, found.1.to_string()))?;
    let reference = Case::parse(library::reference_case())
        .map_err(|mut problems| broken("published/reference_case.toml", problems.remove(0).to_string()))?;
    let bench = Bench {
        reference: &reference,
        parameters: &library.parameters,
        regions: &library.regions,
        persons: 0,
        seed: 1,
    };
    let progress = Progress::new(steps(&bench), "protocols");
    let found = identifiability(&tables, &bench, &|| progress.advance(1))
        .map_err(|what| Failure::other(Fault::of_file("data/published", what, "add the protocol")))?;
    drop(progress);
    // No case beside the reference person, who is among the published tables.
    let fingerprint = documents::current("");
    output::write_atomically(&args.out, markdown(&found, &fingerprint).as_bytes())?;
    if let Some(data) = &args.data {
        let text = Summary::of(&found, &fingerprint)
            .to_toml()
            .map_err(|error| Failure::other(Fault::of_file(data.display(), error.to_string(), "")))?;
        output::write_atomically(data, text.as_bytes())?;
    }
    if json {
        return output::print_json(&IdentifyResult { stamp: Stamp::new(), fingerprint, found });
    }
    output::print(&shown(&found))
}

fn shown(found: &Identifiability) -> String {
    let mut grid = table::new(&["fitted parameter", "value", "posterior/prior SD", "pull, SD", "pinned by"]);
    for fitted in &found.fitted {
        let by: Vec<String> =
            fitted.information.iter().take(2).map(|(id, share)| format!("{id} ({:.0} %)", 100.0 * share)).collect();
        grid.add_row([
            fitted.parameter.clone(),
            format!("{} {}", figure(fitted.value), fitted.unit.trim_start_matches('1')).trim_end().to_string(),
            figure(fitted.posterior_over_prior),
            figure(fitted.pull),
            by.join(", "),
        ]);
    }
    format!("{grid}\n")
}
