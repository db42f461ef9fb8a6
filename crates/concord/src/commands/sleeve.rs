//! `concord sleeve`: how long a sleeve lasts, what that costs a year, how small a leak the pump still covers.

use super::draw::DrawArgs;
use super::named::NamedArgs;
use domain::limb::AmputationLevel;
use report::words::{spread, told};
use serde::Serialize;
use std::path::PathBuf;
use texts::Texts;
use twin::ensemble::Spread;
use twin::sleeve::{SleeveYear, sleeve_year};
use twin::system::System;
use workup::library::Library;
use workup::opened_case::Workup;
use workup::outcome::Stamp;
use workup::output;
use workup::problem::{Failure, Fault};
use workup::{documents, systems};

/// The largest price that is taken, in dollars.
const MOST_COST: f64 = 100_000.0;

/// Tell how long a sleeve lasts, its cost a year, and how small a leak the pump covers
#[derive(Debug, clap::Args)]
#[command(after_help = "Rests on what two users report (n = 2): an order of magnitude, not a promise.\n\
                        Without CASE the shipped mechanic is taken.\n\n\
                        Examples:\n  concord sleeve cases/mechanic.toml\n  \
                        concord sleeve cases/mechanic.toml --barrier --cost 160")]
pub struct Args {
    /// Case file; `-` for standard input
    #[arg(value_name = "CASE")]
    case: Option<PathBuf>,
    /// Price of a sleeve, $
    #[arg(long, default_value_t = 160.0, value_name = "DOLLARS", allow_negative_numbers = true)]
    cost: f64,
    /// With a thin silicone barrier between sleeve and socket
    #[arg(long)]
    barrier: bool,
    /// A pump to ask about (article or name) instead of the recommended one
    #[arg(long, value_name = "SYSTEM")]
    system: Option<String>,
    #[command(flatten)]
    draw: DrawArgs,
    #[command(flatten)]
    named: NamedArgs,
}

/// `concord sleeve --json`.
#[derive(Debug, Serialize)]
struct SleeveResult {
    #[serde(flatten)]
    stamp: Stamp,
    case: String,
    system: System,
    barrier: bool,
    cost: f64,
    #[serde(flatten)]
    year: SleeveYear,
    cost_a_year: Spread,
    evidence: &'static str,
}

/// Above the knee: a result, exit code 0.
#[derive(Serialize)]
struct NoSleeve {
    #[serde(flatten)]
    stamp: Stamp,
    case: String,
    refused: &'static str,
}

/// Computes and shows.
///
/// # Errors
/// A broken case, an unknown pump, a price that is none.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    if !(0.0..=MOST_COST).contains(&args.cost) {
        let fault = Fault::of_argument("--cost", &args.cost.to_string(), "out of range", "give 0 to 100000 dollars");
        return Err(Failure::input(fault));
    }
    let read = documents::opened(args.case.as_deref(), args.named.into())?;
    let case = &read.case;
    if case.limb.amputation_level == AmputationLevel::Transfemoral {
        let (stamp, case) = (Stamp::new(), case.name.clone());
        let refused = NoSleeve { stamp, case, refused: Texts::english().say("terminal.sleeve.no_knee") };
        return if json {
            output::print_json(&refused)
        } else {
            output::print(&format!("{}: {}\n", refused.case, texts.say("terminal.sleeve.no_knee")))
        };
    }
    let library = Library::embedded();
    let system = chosen(args, &read, &library)?;
    let year = sleeve_year(case, &read.personal(&library).parameters, &system, args.draw.into(), args.barrier);
    let priced = |sleeves: f64| sleeves * args.cost;
    let s = year.sleeves_a_year;
    let cost_a_year = Spread { central: priced(s.central), p10: priced(s.p10), p50: priced(s.p50), p90: priced(s.p90) };
    let result = SleeveResult {
        stamp: Stamp::new(),
        case: case.name.clone(),
        system,
        barrier: args.barrier,
        cost: args.cost,
        year,
        cost_a_year,
        evidence: Texts::english().say("terminal.sleeve.evidence"),
    };
    if json { output::print_json(&result) } else { output::print(&shown(texts, &result)) }
}

fn chosen(args: &Args, read: &Workup, library: &Library) -> Result<System, Failure> {
    let (case, fitting) = (&read.case, read.advised(library));
    let system = match &args.system {
        Some(name) => systems::named(name, case, &library.catalog, fitting)?,
        None => systems::usual(case, fitting).swap_remove(0),
    };
    if system.is_active() {
        return Ok(system);
    }
    let (name, what) = (args.system.as_deref().unwrap_or("none recommended"), "no pump, so no leak is covered");
    Err(Failure::input(Fault::of_argument("--system", name, what, "name a pump, e.g. with --system")))
}

fn shown(texts: &Texts, result: &SleeveResult) -> String {
    let year = &result.year;
    let spread = |value: &Spread, digits: usize| spread(texts, value, digits);
    let heading = if result.barrier { "terminal.sleeve.with_barrier" } else { "terminal.sleeve.without_barrier" };
    let heading = texts.fill(heading, &[("case", &result.case), ("system", &told(texts, &result.system.name))]);
    let lasts = texts.fill(
        "terminal.sleeve.lasts",
        &[("months", &spread(&year.life_months, 1)), ("pinholes", &spread(&year.pinholes, 0))],
    );
    let a_year = texts.fill("terminal.sleeve.a_year", &[("sleeves", &spread(&year.sleeves_a_year, 0))]);
    let cost = texts.fill(
        "terminal.sleeve.cost",
        &[("cost", &spread(&result.cost_a_year, 0)), ("price", &texts.figure(&result.cost.to_string()))],
    );
    let takes = texts.fill("terminal.sleeve.takes", &[("flow", &spread(&year.pump_ml_per_min, 0))]);
    let covers = texts.fill(
        "terminal.sleeve.covers",
        &[("flow", &spread(&year.covered_ml_per_min, 0)), ("hole", &spread(&year.covered_pinhole_mm, 2))],
    );
    let evidence = texts.say("terminal.sleeve.evidence");
    format!("{heading}\n\n  {lasts}\n  {a_year}\n  {cost}\n\n  {takes}\n  {covers}\n\n{evidence}\n")
}
