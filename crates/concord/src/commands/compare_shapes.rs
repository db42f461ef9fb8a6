//! `concord compare-shapes`: two shapes of one limb, or two visits, laid on each other.

use super::named::NamedArgs;
use super::socket::{LevelArg, OverArg, SideArg};
use report::shapes_report;
use std::path::PathBuf;
use texts::Texts;
use workup::library::Library;
use workup::output;
use workup::problem::Failure;
use workup::socket::asked::{self, Asked};
use workup::socket::two_shapes::two_shapes;

/// Lay two shapes of one limb on each other: what differs where, in volume, circumference and socks
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Lay two shapes of one limb on each other: what differs where, in volume, circumference and socks\n\n\
                  BEFORE is a scan; AFTER a scan or a case that names one. The earlier shape is laid on the later as a rigid \
                  motion, from whatever pose; how well it lies is told. A shape of another limb is refused. \
                  The sock figures are a volume spread evenly: they say how much, not where a sock helps.",
    after_help = "Examples:\n  concord compare-shapes before.stl after.stl --side left --level transtibial --out change.html\n  \
                  concord compare-shapes cases/scanned_limb.stl cases/scanned.toml"
)]
pub struct Args {
    /// The earlier shape: a scan
    #[arg(value_name = "BEFORE")]
    before: PathBuf,
    /// The later shape: a scan, or a case with one
    #[arg(value_name = "AFTER")]
    after: PathBuf,
    /// Write the page with the overlay, the sections and the colours
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The patient's side (a case says it, some AOP files too)
    #[arg(long)]
    side: Option<SideArg>,
    /// The level of the amputation (a case says it, a scan does not)
    #[arg(long)]
    level: Option<LevelArg>,
    /// Unit of both scans where their files do not say it: mm, cm, m, in, openlimb
    #[arg(long, value_name = "UNIT")]
    units: Option<String>,
    /// What the later scanner saw
    #[arg(long)]
    over: Option<OverArg>,
    /// Mid-patellar tendon to distal end, mm
    #[arg(long, value_name = "MM", allow_negative_numbers = true)]
    length: Option<f64>,
    #[command(flatten)]
    named: NamedArgs,
}

/// Compares.
///
/// # Errors
/// A broken scan or case, two different limbs, a page that cannot be written.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    args.out.as_deref().map_or(Ok(()), output::can_write)?;
    let asked = Asked {
        side: args.side.map(Into::into),
        level: args.level.map(Into::into),
        units: args.units.clone(),
        over: args.over.map(Into::into),
        length_mm: args.length,
        earlier: Some(args.before.clone()),
        named: args.named.into(),
        ..Asked::default()
    };
    let source = asked::source(&args.after, &asked)?;
    let two = two_shapes(&source, &Library::embedded())?;
    if let Some(path) = &args.out {
        output::write_atomically(path, shapes_report::render(texts, &two).as_bytes())?;
    }
    if json { output::print_json(&two.result) } else { output::print(&shapes_report::text(texts, &two.result)) }
}
