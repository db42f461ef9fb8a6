//! `concord socket`: from a scan or tape measurements to measurements, socket, liner and files.

use crate::input::{self, Kind, read_case, read_text};
use crate::library::Library;
use crate::output;
use crate::problem::{Failure, Fault};
use crate::scan_file;
use crate::socket::{self, Source};
use crate::view::{socket_picture, socket_report, socket_text};
use clap::ValueEnum;
use domain::case::SocketConcept;
use domain::limb::Side;
use domain::technique::{Landmark, ScannedOver, Technique};
use geometry::Vec3;
use geometry::pose::Hints;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Measure a limb and make its socket: files to print or carve, liner to order, measurement sheet
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Measure a limb and make its socket: files to print or carve, liner to order, measurement sheet\n\n\
                  FILE is a scan (STL, OBJ, PLY, GLB, 3MF, AOP), or a case: then the scan it names is taken, and without \
                  one its tape measurements. Every file is read back and judged before it is called done. What is not \
                  promised: that a printed wall is strong enough.",
    after_help = "Examples:\n  concord socket cases/mechanic.toml --out socket\n  \
                  concord socket limb.stl --side left --length 153 --technique my-steps.toml"
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
    /// Unit of the scan where its file does not say it: mm, cm, m, in, openlimb
    #[arg(long, value_name = "UNIT")]
    units: Option<String>,
    /// What the scanner saw
    #[arg(long)]
    over: Option<OverArg>,
    /// Mid-patellar tendon to distal end, mm
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
    /// The usual steps of this concept
    #[arg(long, default_value = "tsb")]
    concept: ConceptArg,
    /// Leave out what lies higher than this above the mid-patellar tendon level, mm: a chair, the other leg
    #[arg(long, value_name = "MM", allow_negative_numbers = true)]
    crop: Option<f64>,
    /// Smooth the scanner's noise away (how far the surface moved is told)
    #[arg(long)]
    smooth: bool,
    /// An earlier scan of the same limb, to compare with
    #[arg(long, value_name = "SCAN")]
    earlier: Option<PathBuf>,
    /// Write limb and socket as one picture (SVG) as well
    #[arg(long, value_name = "FILE")]
    picture: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SideArg {
    Left,
    Right,
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
}

/// Makes the socket.
///
/// # Errors
/// A broken scan, case or technique; a socket that cannot be made; a folder that cannot be written.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    let source = source(args)?;
    args.picture.as_deref().map_or(Ok(()), output::can_write)?;
    let concept = match args.concept {
        ConceptArg::Tsb => SocketConcept::TotalSurfaceBearing,
        ConceptArg::Ptb => SocketConcept::PatellarTendonBearing,
    };
    let library = Library::embedded();
    let technique = match &args.technique {
        Some(path) => read_technique(path)?,
        None => socket::technique(&source, concept, &library),
    };
    let stem = args.file.file_stem().and_then(|stem| stem.to_str()).unwrap_or("limb");
    let mut made = socket::compute(&source, technique, &library, stem)?;
    let pictures = socket_picture::Pictures::new(&made);
    socket_report::add(&mut made, &pictures, &library, stem);
    output::report_folder(&args.out)?;
    for (name, bytes) in &made.exports {
        output::write_atomically(&args.out.join(name), bytes)?;
    }
    if let Some(path) = &args.picture {
        output::write_atomically(path, pictures.file(&made.result.name).as_bytes())?;
    }
    if json { output::print_json(&made.result) } else { output::print(&socket_text::render(&made.result, &args.out)) }
}

fn read_technique(path: &Path) -> Result<Technique, Failure> {
    let file = input::name_of(path);
    let text = read_text(path, &file, Kind::Technique)?;
    Technique::parse(&text).map_err(|problems| {
        Failure::Input(problems.iter().map(|problem| Fault::of_document(&file, &text, problem)).collect())
    })
}

fn source(args: &Args) -> Result<Source, Failure> {
    let is_case = args.file == Path::new("-") || args.file.extension().is_some_and(|ending| ending == "toml");
    let mut source = if is_case {
        let read = read_case(&args.file)?;
        let earlier = socket::earlier_of(&read.case, &input::beside(&args.file))?;
        Source { earlier, ..socket::of_case(&read) }
    } else {
        let scan = scan_file::read(&args.file, args.units.as_deref(), args.smooth)?;
        let side = args.side.map(Side::from).or(scan.side).ok_or_else(|| {
            let what = "which side it is, the file does not say: a mirrored socket fits nobody";
            Failure::input(Fault::of_argument("--side", "", what, "give --side left or --side right"))
        })?;
        Source {
            name: args.file.file_stem().map_or_else(|| "limb".into(), |stem| stem.to_string_lossy().into_owned()),
            scan: Some(Arc::new(scan)),
            earlier: None,
            over: ScannedOver::Skin,
            hints: Hints::default(),
            side,
            crop_mm: None,
            case: None,
        }
    };
    if let Some(side) = args.side {
        let stated =
            source.scan.as_ref().and_then(|scan| scan.side).or(source.case.as_ref().map(|case| case.limb.side));
        if stated.is_some_and(|stated| stated != side.into()) {
            let (value, what) = (format!("{side:?}").to_lowercase(), "the file says the other side");
            return Err(Failure::input(Fault::of_argument("--side", &value, what, "correct the one or the other")));
        }
    }
    if let Some(path) = &args.earlier {
        source.earlier = Some(Arc::new(scan_file::read(path, args.units.as_deref(), args.smooth)?));
    }
    if let Some(over) = args.over {
        source.over = match over {
            OverArg::Skin => ScannedOver::Skin,
            OverArg::Liner => ScannedOver::Liner,
        };
    }
    if let Some(length) = args.length {
        if !(50.0..=600.0).contains(&length) {
            let fault = Fault::of_argument("--length", &length.to_string(), "no limb's length", "give 50 to 600 mm");
            return Err(Failure::input(fault));
        }
        source.hints.limb_length_mm = Some(length);
    }
    if let Some(crop) = args.crop {
        if !(0.0..=600.0).contains(&crop) {
            let fault = Fault::of_argument("--crop", &crop.to_string(), "no height of a limb", "give 0 to 600 mm");
            return Err(Failure::input(fault));
        }
        source.crop_mm = Some(crop);
    }
    if let Some(text) = &args.up {
        source.hints.proximal = Some(axis("--up", text)?);
    }
    if let Some(text) = &args.front {
        source.hints.anterior = Some(axis("--front", text)?);
    }
    source.hints.landmarks.extend(landmarks(&args.landmark)?);
    Ok(source)
}

impl From<SideArg> for Side {
    fn from(side: SideArg) -> Self {
        match side {
            SideArg::Left => Self::Left,
            SideArg::Right => Self::Right,
        }
    }
}

fn axis(argument: &str, text: &str) -> Result<Vec3, Failure> {
    let known = match text {
        "x" | "+x" => Some(Vec3::X),
        "-x" => Some(-Vec3::X),
        "y" | "+y" => Some(Vec3::Y),
        "-y" => Some(-Vec3::Y),
        "z" | "+z" => Some(Vec3::Z),
        "-z" => Some(-Vec3::Z),
        _ => point(text).filter(|direction| direction.length() > 0.0),
    };
    known.ok_or_else(|| {
        Failure::input(Fault::of_argument(argument, text, "no direction", "give x, -x, y, -y, z, -z or e.g. 0,0.1,1"))
    })
}

fn point(text: &str) -> Option<Vec3> {
    let numbers: Vec<f64> = text.split(',').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let [x, y, z] = numbers.try_into().ok()?;
    let point = Vec3::new(x, y, z);
    (point.is_finite() && point.length() < 1e5).then_some(point)
}

fn landmarks(given: &[String]) -> Result<BTreeMap<Landmark, Vec3>, Failure> {
    given
        .iter()
        .map(|text| {
            let wrong =
                |what: &str, expected: String| Failure::input(Fault::of_argument("--landmark", text, what, expected));
            let expected = || {
                let names: Vec<String> = Landmark::ALL.iter().map(|landmark| name_of(*landmark)).collect();
                format!("give NAME=X,Y,Z in mm, NAME one of {}", names.join(", "))
            };
            let (name, place) = text.split_once('=').ok_or_else(|| wrong("no landmark", expected()))?;
            let landmark = Landmark::ALL.into_iter().find(|landmark| name_of(*landmark) == name.trim());
            let landmark = landmark.ok_or_else(|| wrong("no landmark of that name", expected()))?;
            Ok((landmark, point(place).ok_or_else(|| wrong("no place", expected()))?))
        })
        .collect()
}

/// The name in a case file.
fn name_of(landmark: Landmark) -> String {
    serde_json::to_value(landmark).ok().and_then(|value| value.as_str().map(str::to_string)).unwrap_or_default()
}
