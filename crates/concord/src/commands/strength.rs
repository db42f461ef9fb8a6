//! `concord strength`: will the socket break under the loads of the standard for structures?

use super::named::NamedArgs;
use super::socket::{MaterialArg, SideArg};
use crate::terminal::Progress;
use clap::ValueEnum;
use domain::case::SocketConcept;
use domain::limb::{AmputationLevel, Side};
use report::{socket_picture, socket_text, strength_text};
use std::path::PathBuf;
use texts::Texts;
use workup::library::Library;
use workup::output;
use workup::problem::Failure;
use workup::socket;
use workup::socket::asked::{self, Asked};
use workup::socket::loaded::compute;
use workup::socket::strength::Question;
use workup::socket::strength::data::LevelName;

/// Compute whether a socket's wall and mount break under the loads of ISO 10328
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Compute whether a socket's wall and mount break under the loads of ISO 10328\n\n\
                  The socket of a case or of a scan below the knee is meshed with hexahedra and loaded as the standard for \
                  structures loads a leg, on the heel and on the forefoot. The result is a factor of safety with a band for the \
                  spread of the material, the place that would break first, and a picture. It is a linear calculation and no \
                  test; no standard for sockets exists, and the result says what it leaves out.",
    after_help = "Examples:\n  concord strength cases/scanned.toml --material petg --picture strength.svg\n  \
                  concord strength limb.stl --side left --level P4 --material carbon-laminate --converge"
)]
pub struct Args {
    /// Scan or case file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What the wall is made of
    #[arg(long, default_value = "pa12")]
    material: MaterialArg,
    /// Level of the loads: P3 to 60 kg, P4 to 80 kg, P5 to 100 kg (without, that of the case's body mass)
    #[arg(long, ignore_case = true)]
    level: Option<LevelArg>,
    /// Compute three meshes instead of two: what finer ones may still change becomes surer
    #[arg(long)]
    converge: bool,
    /// Write the picture (SVG)
    #[arg(long, value_name = "FILE")]
    picture: Option<PathBuf>,
    /// Write the finest mesh on the heel as an input of CalculiX, with the answer in remarks (pa12 or pp)
    #[arg(long, value_name = "FILE")]
    calculix: Option<PathBuf>,
    /// The patient's side (a case says it)
    #[arg(long)]
    side: Option<SideArg>,
    /// Steps to apply instead of the usual ones
    #[arg(long, value_name = "FILE")]
    technique: Option<PathBuf>,
    #[command(flatten)]
    named: NamedArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LevelArg {
    #[value(name = "P3")]
    P3,
    #[value(name = "P4")]
    P4,
    #[value(name = "P5")]
    P5,
}

/// Computes and shows.
///
/// # Errors
/// A broken scan, case or technique; a socket that cannot be made or meshed; a level that nobody said.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    args.picture.as_deref().map_or(Ok(()), output::can_write)?;
    args.calculix.as_deref().map_or(Ok(()), output::can_write)?;
    let a_case = args.file.extension().is_some_and(|ending| ending == "toml");
    let asked = Asked {
        side: args.side.map(Side::from),
        // Of a scan only a socket below the knee can be meant: none is made above.
        level: (!a_case).then_some(AmputationLevel::Transtibial),
        named: args.named.into(),
        ..Asked::default()
    };
    let source = asked::source(&args.file, &asked)?;
    let library = Library::embedded();
    let technique = match &args.technique {
        Some(path) => asked::technique(path, source.level)?,
        None => socket::technique(&source, SocketConcept::TotalSurfaceBearing, &library),
    };
    let question = Question {
        material: args.material.into(),
        level: args.level.map(|level| match level {
            LevelArg::P3 => LevelName::P3,
            LevelArg::P4 => LevelName::P4,
            LevelArg::P5 => LevelName::P5,
        }),
        converge: args.converge,
        peer: args.calculix.is_some(),
    };
    let progress = Progress::new(if args.converge { 3 } else { 2 }, "meshes");
    let made = match compute(&source, &technique, &library, question, &|| progress.advance(1))? {
        Ok(made) => made,
        // A result: nothing is written.
        Err(refused) if json => return output::print_json(&refused),
        Err(refused) => return output::print(&socket_text::refused(texts, &refused)),
    };
    drop(progress);
    if let Some(path) = &args.picture {
        let result = &made.result;
        let picture = socket_picture::strength(texts, &result.name, result.side, &result.strength, &made.drawn);
        output::write_atomically(path, picture.as_bytes())?;
    }
    if let (Some(path), Some(input)) = (&args.calculix, &made.drawn.peer) {
        output::write_atomically(path, input.as_bytes())?;
    }
    if json { output::print_json(&made.result) } else { output::print(&strength_text::render(texts, &made.result)) }
}
