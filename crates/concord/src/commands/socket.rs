//! `concord socket`: from a scan or tape measurements to measurements, socket, liner and files.

use super::named::NamedArgs;
use crate::terminal::Progress;
use clap::ValueEnum;
use domain::case::SocketConcept;
use domain::limb::{AmputationLevel, Side};
use domain::scan::TakenBy;
use domain::technique::ScannedOver;
use geometry::formats;
use report::{parts_picture, socket_picture, socket_report, socket_text};
use std::path::PathBuf;
use texts::{Texts, Wording};
use workup::library::Library;
use workup::output;
use workup::problem::Failure;
use workup::socket;
use workup::socket::asked::{self, Asked};
use workup::socket::loaded;
use workup::socket::strength::Question;
use workup::socket::strength::data::Material;
use workup::socket::workshop::Beside;

/// Measure a limb and make its socket: files to print or carve, liner to order, measurement sheet
#[derive(Debug, clap::Args)]
#[command(
    long_about = format!("Measure a limb and make its socket: files to print or carve, liner to order, measurement sheet\n\n\
                  FILE is a scan ({}), or a case: then the scan it names is taken, and without \
                  one its tape measurements. Every file is read back and judged before it is called done. What is not \
                  promised: that a printed wall is strong enough; --strength computes what is known of it. Of tape measurements alone a check of size is made, no \
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
    /// The part of the scan that is the limb, where it has several: 1 is the largest (the error lists them), e.g. --part 2
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    part: Option<u32>,
    /// Keep this box of the scan alone, mm in its axes, e.g. --box=-80,80,-80,80,-250,20
    #[arg(long = "box", value_name = "X0,X1,Y0,Y1,Z0,Z1", allow_hyphen_values = true)]
    keep_box: Option<String>,
    /// Cut the scan by a plane through a point with a normal, mm in its axes, e.g. --cut-plane 0,0,-150,0,0,-1
    #[arg(long, value_name = "PX,PY,PZ,NX,NY,NZ", allow_hyphen_values = true)]
    cut_plane: Option<String>,
    /// Which side of the plane is kept: the one the normal points to, or the other, e.g. --keep-side other
    #[arg(long, default_value = "normal", requires = "cut_plane")]
    keep_side: KeepSideArg,
    /// Smooth the scanner's noise away (how far the surface moved is told)
    #[arg(long)]
    smooth: bool,
    /// Weld vertices this close, mm, or those of seams by the median edge (auto); how far they moved is told
    #[arg(long, value_name = "MM|auto")]
    weld: Option<String>,
    /// An earlier scan of the same limb, to compare with
    #[arg(long, value_name = "SCAN")]
    earlier: Option<PathBuf>,
    /// Make a vacuum socket although vacuum is refused for this person: who decided it and why, printed on every sheet
    #[arg(long, value_name = "REASON")]
    although_refused: Option<String>,
    /// The workshop's job number: in every file and, with the side, raised on the part
    #[arg(long, value_name = "NUMBER")]
    job: Option<String>,
    /// The date of the making, e.g. 2026-11-20
    #[arg(long, value_name = "DATE")]
    job_date: Option<String>,
    /// How the shape was taken: what was cast under pressure or vacuum is compressed already
    #[arg(long)]
    taken_by: Option<TakenByArg>,
    /// The model to carve, laminate or drape over as well, with collar, groove, mandrel's bore and stub
    #[arg(long)]
    carving: bool,
    /// A thermoformed check socket as well: frame, sheet, and what wall is left on the mean
    #[arg(long)]
    check_socket: bool,
    /// A custom liner as well: its shape and its order
    #[arg(long)]
    custom_liner: bool,
    /// Compute whether it breaks when made of this, for the report; takes seconds (the loads are those of the case's body mass)
    #[arg(long, value_name = "MATERIAL")]
    strength: Option<MaterialArg>,
    /// Write limb and socket as one picture (SVG) as well; where it is asked which part is the limb, the parts
    #[arg(long, value_name = "FILE")]
    picture: Option<PathBuf>,
    /// Leave the report with its pictures out, to have the other files sooner
    #[arg(long)]
    no_report: bool,
    #[command(flatten)]
    named: NamedArgs,
}

/// Which side of a plane is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum KeepSideArg {
    /// The one the normal points to
    Normal,
    /// The other
    Other,
}

/// The patient's side.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum SideArg {
    /// The patient's left
    Left,
    /// The patient's right
    Right,
}

/// The level of the amputation.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LevelArg {
    /// Below the knee
    Transtibial,
    /// Above the knee
    Transfemoral,
}

/// What a scanner saw.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum OverArg {
    /// The bare skin
    Skin,
    /// The liner that will be worn
    Liner,
}

/// What the wall is made of.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum MaterialArg {
    /// PETG, printed
    Petg,
    /// PA12, sintered
    Pa12,
    /// Polypropylene, printed
    Pp,
    /// Carbon laminate
    CarbonLaminate,
}

impl From<MaterialArg> for Material {
    fn from(material: MaterialArg) -> Self {
        match material {
            MaterialArg::Petg => Self::Petg,
            MaterialArg::Pa12 => Self::Pa12,
            MaterialArg::Pp => Self::Pp,
            MaterialArg::CarbonLaminate => Self::CarbonLaminate,
        }
    }
}

/// How the shape was taken.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum TakenByArg {
    /// The limb itself was scanned, unloaded
    Scan,
    /// A plaster wrap by hand
    Wrap,
    /// A cast under pressure
    PressureCast,
    /// A cast under vacuum
    VacuumCast,
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
    let source = asked::source(&args.file, &asked(args)).map_err(|failure| with_parts(failure, args, texts))?;
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
    let mut technique = match &args.technique {
        Some(path) => asked::technique(path, source.level)?,
        None => socket::technique(&source, concept, &library),
    };
    let beside = Beside { carving: args.carving, check_socket: args.check_socket, custom_liner: args.custom_liner };
    beside.add(&mut technique);
    let stem = args.file.file_stem().and_then(|stem| stem.to_str()).unwrap_or("limb");
    let mut made = match socket::compute(&source, technique, &library, stem)? {
        Ok(made) => made,
        // A result: nothing is written.
        Err(refused) if json => return output::print_json(&refused),
        Err(refused) => return output::print(&socket_text::refused(texts, &refused)),
    };
    if let Some(material) = args.strength {
        let progress = Progress::new(2, "meshes");
        loaded::add(&source, &mut made, Question::of(material.into()), &|| progress.advance(1))?;
    }
    // Drawn only where something shows them.
    let pictures = (!args.no_report || args.picture.is_some()).then(|| socket_picture::Pictures::new(texts, &made));
    match &pictures {
        Some(pictures) if !args.no_report => socket_report::add(texts, &mut made, pictures, &library, stem),
        _ => made.result.notes.push(Wording::new("socket_note-no_report").into()),
    }
    output::report_folder(&args.out)?;
    for (name, bytes) in &made.exports {
        output::write_atomically(&args.out.join(name), bytes)?;
    }
    if let (Some(path), Some(pictures)) = (&args.picture, &pictures) {
        output::write_atomically(path, pictures.file(&made.result.name).as_bytes())?;
    }
    if json {
        output::print_json(&made.result)
    } else {
        output::print(&socket_text::render(texts, &made.result, Some(&args.out)))
    }
}

/// Where which part of a scan is the limb is asked: draws its parts where a picture was asked for, else into the folder
/// of the files, and says where.
fn with_parts(failure: Failure, args: &Args, texts: &'static Texts) -> Failure {
    let Some(parts) = failure.parts() else { return failure };
    let stem = args.file.file_stem().and_then(|stem| stem.to_str()).unwrap_or("limb");
    let (path, folder) = match &args.picture {
        Some(path) => (path.clone(), Ok(())),
        None => (args.out.join(format!("{stem}-parts.svg")), output::report_folder(&args.out)),
    };
    let svg = parts_picture::file(texts, parts);
    let more = match folder.and_then(|()| output::write_atomically(&path, svg.as_bytes())) {
        Ok(()) => format!("the parts with their numbers are drawn in {}", path.display()),
        Err(_) => format!("their picture cannot be written to {}", path.display()),
    };
    failure.map(|fault| if fault.parts().is_some() { fault.and_expected(&more) } else { fault })
}

fn asked(args: &Args) -> Asked {
    Asked {
        side: args.side.map(Side::from),
        level: args.level.map(AmputationLevel::from),
        units: args.units.clone(),
        over: args.over.map(ScannedOver::from),
        length_mm: args.length,
        up: args.up.clone(),
        front: args.front.clone(),
        landmarks: args.landmark.clone(),
        crop_mm: args.crop,
        smooth: args.smooth,
        weld: args.weld.clone(),
        part: args.part,
        keep_box: args.keep_box.clone(),
        cut_plane: args.cut_plane.clone(),
        keep_other_side: args.keep_side == KeepSideArg::Other,
        earlier: args.earlier.clone(),
        although_refused: args.although_refused.clone(),
        job: args.job.clone(),
        job_date: args.job_date.clone(),
        taken_by: args.taken_by.map(TakenBy::from),
        named: args.named.into(),
    }
}

impl From<LevelArg> for AmputationLevel {
    fn from(level: LevelArg) -> Self {
        match level {
            LevelArg::Transtibial => Self::Transtibial,
            LevelArg::Transfemoral => Self::Transfemoral,
        }
    }
}

impl From<OverArg> for ScannedOver {
    fn from(over: OverArg) -> Self {
        match over {
            OverArg::Skin => Self::Skin,
            OverArg::Liner => Self::Liner,
        }
    }
}

impl From<TakenByArg> for TakenBy {
    fn from(by: TakenByArg) -> Self {
        match by {
            TakenByArg::Scan => Self::Scan,
            TakenByArg::Wrap => Self::Wrap,
            TakenByArg::PressureCast => Self::PressureCast,
            TakenByArg::VacuumCast => Self::VacuumCast,
        }
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
