//! `concord socket`: from a scan or tape measurements to measurements, socket, liner and files.

use super::named::NamedArgs;
use clap::ValueEnum;
use domain::case::SocketConcept;
use domain::limb::{AmputationLevel, Side};
use domain::technique::ScannedOver;
use geometry::formats;
use report::{socket_picture, socket_report, socket_text};
use std::path::PathBuf;
use texts::Texts;
use workup::library::Library;
use workup::output;
use workup::problem::Failure;
use workup::socket;
use workup::socket::asked::{self, Asked};

/// Measure a limb and make its socket: files to print or carve, liner to order, measurement sheet
#[derive(Debug, clap::Args)]
#[command(
    long_about = format!("Measure a limb and make its socket: files to print or carve, liner to order, measurement sheet\n\n\
                  FILE is a scan ({}), or a case: then the scan it names is taken, and without \
                  one its tape measurements. Every file is read back and judged before it is called done. What is not \
                  promised: that a printed wall is strong enough. Of tape measurements alone a check of size is made, no \
                  socket, and every file says so. No socket for \
                  vacuum is made where vacuum is refused for the person: the result says why, and no file is written. Where tape \
                  and scan of a case disagree, neither goes before the case says which, and why.", formats::listed(", ")),
    after_help = "Examples:\n  concord socket cases/scanned.toml --out socket\n  \
                  concord socket limb.stl --side left --level transtibial --length 153 --technique my-steps.toml"
)]
pub struct Args {
    /// Scan or case file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Folder for the files, which are named after FILE
    #[arg(long, default_value = "concord-socket", value_name = "DIR")]
    out: PathBuf,
    /// The patient's side (a case says it, some AOP files too)
    #[arg(long)]
    side: Option<SideArg>,
    /// The level of the amputation (a case says it, a scan does not)
    #[arg(long)]
    level: Option<LevelArg>,
    /// Unit of the scan where its file does not say it: mm, cm, m, in, openlimb
    #[arg(long, value_name = "UNIT")]
    units: Option<String>,
    /// What the scanner saw
    #[arg(long)]
    over: Option<OverArg>,
    /// Mid-patellar tendon (above the knee: ischial tuberosity) to distal end, mm
    #[arg(long, value_name = "MM", allow_negative_numbers = true)]
    length: Option<f64>,
    /// Towards the hip, in the scan's axes: x, -x, y, -y, z, -z or three numbers 0,0,1
    #[arg(long, value_name = "AXIS", allow_hyphen_values = true)]
    up: Option<String>,
    /// To the front, in the scan's axes: x, -x, y, -y, z, -z or three numbers 1,0,0
    #[arg(long, value_name = "AXIS", allow_hyphen_values = true)]
    front: Option<String>,
    /// A landmark in the scan's axes, mm, e.g. fibular_head=-20,51,-18; may be repeated
    #[arg(long, value_name = "NAME=X,Y,Z", allow_hyphen_values = true)]
    landmark: Vec<String>,
    /// Steps to apply instead of the usual ones (such a file is among what is written)
    #[arg(long, value_name = "FILE")]
    technique: Option<PathBuf>,
    /// The usual steps of this concept; without it tsb below the knee and sub above it
    #[arg(long)]
    concept: Option<ConceptArg>,
    /// Leave out what lies higher than this above the level that heights are counted from, mm: a chair, the other leg
    #[arg(long, value_name = "MM", allow_negative_numbers = true)]
    crop: Option<f64>,
    /// Smooth the scanner's noise away (how far the surface moved is told)
    #[arg(long)]
    smooth: bool,
    /// An earlier scan of the same limb, to compare with
    #[arg(long, value_name = "SCAN")]
    earlier: Option<PathBuf>,
    /// Make a vacuum socket although vacuum is refused for this person: who decided it and why, printed on every sheet
    #[arg(long, value_name = "REASON")]
    although_refused: Option<String>,
    /// Write limb and socket as one picture (SVG) as well
    #[arg(long, value_name = "FILE")]
    picture: Option<PathBuf>,
    #[command(flatten)]
    named: NamedArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SideArg {
    Left,
    Right,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LevelArg {
    /// Below the knee
    Transtibial,
    /// Above the knee
    Transfemoral,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum OverArg {
    Skin,
    Liner,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ConceptArg {
    /// Total surface bearing, with vacuum
    Tsb,
    /// Specific weight bearing (patellar-tendon-bearing family)
    Ptb,
    /// Ischial containment, above the knee
    Ic,
    /// Sub-ischial with vacuum, above the knee
    Sub,
}

/// Makes the socket.
///
/// # Errors
/// A broken scan, case or technique; a socket that cannot be made; a folder that cannot be written.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    let source = asked::source(&args.file, &asked(args))?;
    args.picture.as_deref().map_or(Ok(()), output::can_write)?;
    let concept = match args.concept {
        None => SocketConcept::even(source.level),
        Some(ConceptArg::Tsb) => SocketConcept::TotalSurfaceBearing,
        Some(ConceptArg::Ptb) => SocketConcept::PatellarTendonBearing,
        Some(ConceptArg::Ic) => SocketConcept::IschialContainment,
        Some(ConceptArg::Sub) => SocketConcept::SubIschial,
    };
    asked::of_the_level(concept, source.level)?;
    let library = Library::embedded();
    let technique = match &args.technique {
        Some(path) => asked::technique(path, source.level)?,
        None => socket::technique(&source, concept, &library),
    };
    let stem = args.file.file_stem().and_then(|stem| stem.to_str()).unwrap_or("limb");
    let mut made = match socket::compute(&source, technique, &library, stem)? {
        Ok(made) => made,
        // A result: nothing is written.
        Err(refused) if json => return output::print_json(&refused),
        Err(refused) => return output::print(&socket_text::refused(texts, &refused)),
    };
    let pictures = socket_picture::Pictures::new(texts, &made);
    socket_report::add(texts, &mut made, &pictures, &library, stem);
    output::report_folder(&args.out)?;
    for (name, bytes) in &made.exports {
        output::write_atomically(&args.out.join(name), bytes)?;
    }
    if let Some(path) = &args.picture {
        output::write_atomically(path, pictures.file(&made.result.name).as_bytes())?;
    }
    if json {
        output::print_json(&made.result)
    } else {
        output::print(&socket_text::render(texts, &made.result, Some(&args.out)))
    }
}

fn asked(args: &Args) -> Asked {
    Asked {
        side: args.side.map(Side::from),
        level: args.level.map(|level| match level {
            LevelArg::Transtibial => AmputationLevel::Transtibial,
            LevelArg::Transfemoral => AmputationLevel::Transfemoral,
        }),
        units: args.units.clone(),
        over: args.over.map(|over| match over {
            OverArg::Skin => ScannedOver::Skin,
            OverArg::Liner => ScannedOver::Liner,
        }),
        length_mm: args.length,
        up: args.up.clone(),
        front: args.front.clone(),
        landmarks: args.landmark.clone(),
        crop_mm: args.crop,
        smooth: args.smooth,
        earlier: args.earlier.clone(),
        although_refused: args.although_refused.clone(),
        named: args.named.into(),
    }
}

impl From<SideArg> for Side {
    fn from(side: SideArg) -> Self {
        match side {
            SideArg::Left => Self::Left,
            SideArg::Right => Self::Right,
        }
    }
}
