//! `concord sensitivity`: which parameters matter for what comes out.

use super::named::NamedArgs;
use crate::terminal::Progress;
use clap::value_parser;
use evidence::figure::figure;
use evidence::sensitivity::{Effort, Question, Sensitivity, Summary, markdown, sensitivity, steps};
use serde::Serialize;
use std::path::PathBuf;
use workup::library::Library;
use workup::opened_case::Workup;
use workup::outcome::Stamp;
use workup::output;
use workup::problem::{Failure, Fault};
use workup::{documents, table};

/// Rank the parameters by what they do to volume, pistoning and steps to vacuum
#[derive(Debug, clap::Args)]
#[command(after_help = "Without CASE the shipped mechanic's day is taken, as in docs/model/sensitivity.md.\n\n\
                        Examples:\n  concord sensitivity --out sensitivity.md\n  \
                        concord sensitivity cases/diabetic_k2.toml --out diabetic.md --seed 2")]
pub struct Args {
    /// Case file; `-` for standard input
    #[arg(value_name = "CASE")]
    case: Option<PathBuf>,
    /// Document to write
    #[arg(long, default_value = "docs/model/sensitivity.md", value_name = "FILE")]
    out: PathBuf,
    /// Data file with the strongest parameters to write, for reports
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// Trajectories of the elementary effects
    #[arg(long, default_value_t = Effort::default().trajectories, value_parser = value_parser!(u32).range(2..=10_000))]
    trajectories: u32,
    /// Base points of the variance shares
    #[arg(long, default_value_t = Effort::default().points, value_parser = value_parser!(u32).range(8..=100_000))]
    points: u32,
    /// Seed
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    named: NamedArgs,
}

/// `concord sensitivity --json`.
#[derive(Debug, Serialize)]
struct SensitivityResult {
    #[serde(flatten)]
    stamp: Stamp,
    fingerprint: String,
    #[serde(flatten)]
    found: Sensitivity,
}

/// Computes and writes.
///
/// # Errors
/// A broken case, files that cannot be written.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    for file in [Some(&args.out), args.data.as_ref()].into_iter().flatten() {
        output::can_write(file)?;
    }
    let Workup { case, text, .. } = documents::opened(args.case.as_deref(), args.named.into())?;
    let library = Library::embedded();
    let effort = Effort { trajectories: args.trajectories, points: args.points, seed: args.seed, ..Effort::default() };
    let question = Question { case: &case, parameters: &library.parameters, regions: &library.regions, effort };
    let progress = Progress::new(steps(&question), "persons");
    let found = sensitivity(&question, &|| progress.advance(1));
    drop(progress);
    let fingerprint = documents::current(&text);
    output::write_atomically(&args.out, markdown(&found, &library.parameters, &fingerprint).as_bytes())?;
    if let Some(data) = &args.data {
        let summary = Summary::of(&found, &library.parameters, &fingerprint);
        let text =
            summary.to_toml().map_err(|error| Failure::other(Fault::of_file(data.display(), error.to_string(), "")))?;
        output::write_atomically(data, text.as_bytes())?;
    }
    if json {
        return output::print_json(&SensitivityResult { stamp: Stamp::new(), fingerprint, found });
    }
    output::print(&shown(&found))
}

fn shown(found: &Sensitivity) -> String {
    let mut grid = table::new(&["outcome", "central", "± SD", "parameters, strongest first (share of variance)"]);
    for outcome in &found.outcomes {
        let top: Vec<String> = outcome
            .ranked()
            .into_iter()
            .take(3)
            .map(|i| format!("{} ({:.0} %)", i.parameter, 100.0 * i.share.map_or(0.0, |share| share.total)))
            .collect();
        grid.add_row([
            outcome.outcome.words(),
            format!("{} {}", figure(outcome.central), outcome.outcome.unit()),
            figure(outcome.sd),
            top.join(", "),
        ]);
    }
    format!("{grid}\n")
}
