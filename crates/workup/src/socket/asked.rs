//! A socket as it was asked for: what to make it of, and what was said of the scan. Landmarks, axes and lengths come from
//! outside, as the command line writes them.

use super::{Source, earlier_of, of_case};
use crate::input::{self, Kind, Scans, Workup, read_case, read_text};
use crate::opened::Named;
use crate::problem::{Failure, Fault};
use crate::scan_file;
use crate::tape_against_scan::Taken;
use domain::case::REASON_LENGTH;
use domain::limb::{AmputationLevel, Side};
use domain::technique::{Landmark, ScannedOver, SocketConcept, Technique};
use geometry::Vec3;
use geometry::pose::Hints;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is said beside the file; what is absent stays as the file has it.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The patient's side.
    pub side: Option<Side>,
    /// The level of the amputation.
    pub level: Option<AmputationLevel>,
    /// Unit of the scan: mm, cm, m, in, openlimb.
    pub units: Option<String>,
    /// What the scanner saw.
    pub over: Option<ScannedOver>,
    /// From the level that heights are counted from to the distal end, mm.
    pub length_mm: Option<f64>,
    /// Towards the hip, in the scan's axes: `x`, `-x` … or three numbers `0,0,1`.
    pub up: Option<String>,
    /// To the front, likewise.
    pub front: Option<String>,
    /// Landmarks in the scan's axes, mm: `fibular_head=-20,51,-18`.
    pub landmarks: Vec<String>,
    /// What lies higher above the level that heights are counted from is left out, mm.
    pub crop_mm: Option<f64>,
    /// The scanner's noise is smoothed away.
    pub smooth: bool,
    /// Why a vacuum socket is made although vacuum is refused for this person.
    pub although_refused: Option<String>,
    /// An earlier scan of the same limb.
    pub earlier: Option<PathBuf>,
    /// Where the scan that a case names may lie.
    pub named: Named,
}

/// What a socket is made of: a case file (`-` for standard input), or a scan.
///
/// # Errors
/// A broken case or scan, something said that cannot be.
pub fn source(file: &Path, asked: &Asked) -> Result<Source, Failure> {
    if file == Path::new("-") || file.extension().is_some_and(|ending| ending == "toml") {
        return of_read_case(&read_case(file, asked.named)?, &input::beside(file, asked.named), asked);
    }
    let scan = scan_file::read(file, asked.units.as_deref(), asked.smooth)?;
    let side = asked.side.or(scan.side).ok_or_else(|| {
        let what = "which side it is, the file does not say: a mirrored socket fits nobody";
        Failure::input(Fault::of_argument("--side", "", what, "give left or right"))
    })?;
    let level = asked.level.ok_or_else(|| {
        let what = "at which level the limb was amputated, a scan does not say: a below-knee socket fits no thigh";
        Failure::input(Fault::of_argument("--level", "", what, "give --level transtibial or --level transfemoral"))
    })?;
    let taken = Taken { side: Some(side), on: None, minutes_since_doffing: None, over: asked.over };
    let source = Source {
        name: file.file_stem().map_or_else(|| "limb".into(), |stem| stem.to_string_lossy().into_owned()),
        scan: Some(Arc::new(scan)),
        earlier: None,
        taken,
        tape: None,
        hints: Hints::default(),
        side,
        level,
        crop_mm: None,
        although_refused: None,
        case: None,
        fitting: Arc::default(),
        limb: None,
    };
    with(source, asked)
}

/// What a socket is made of, from a case that was read.
///
/// # Errors
/// As [`source`].
pub fn of_read_case(read: &Workup, scans: &Scans<'_>, asked: &Asked) -> Result<Source, Failure> {
    with(Source { earlier: earlier_of(&read.case, scans)?, ..of_case(read) }, asked)
}

fn with(mut source: Source, asked: &Asked) -> Result<Source, Failure> {
    let before = source.hints.clone();
    let contradicts = |flag: &str, value: &str, what: String| {
        Failure::input(Fault::of_argument(flag, value, what, "correct the one or the other"))
    };
    if let Some(side) = asked.side {
        let stated =
            source.scan.as_ref().and_then(|scan| scan.side).or(source.case.as_ref().map(|case| case.limb.side));
        if stated.is_some_and(|stated| stated != side) {
            return Err(contradicts("--side", side.label(), "the file says the other side".into()));
        }
    }
    if let Some(level) = asked.level.filter(|level| *level != source.level) {
        return Err(contradicts("--level", level.label(), format!("the file says {}", source.level.label())));
    }
    if let Some(reason) = &asked.although_refused {
        let reason = reason.trim();
        if reason.is_empty() || reason.chars().count() > REASON_LENGTH || reason.chars().any(char::is_control) {
            let expected =
                format!("one line of at most {REASON_LENGTH} characters, for example who decided it and why");
            return Err(Failure::input(Fault::of_argument("--although-refused", reason, "no reason", expected)));
        }
        source.although_refused = Some(reason.into());
    }
    if let Some(path) = &asked.earlier {
        source.earlier = Some(Arc::new(scan_file::read(path, asked.units.as_deref(), asked.smooth)?));
    }
    if let (Some(over), Some(said)) = (asked.over, source.taken.over)
        && over != said
    {
        let word = if over == ScannedOver::Liner { "liner" } else { "skin" };
        return Err(contradicts("--over", word, "the case says otherwise".into()));
    }
    source.taken.over = asked.over.or(source.taken.over);
    let told = source.case.as_ref().map(|case| case.limb.limb_length_mm);
    if let (Some(length), Some(told)) = (asked.length_mm, told)
        && length != told
    {
        return Err(contradicts("--length", &length.to_string(), format!("the case says {told} mm")));
    }
    if let Some(length) = asked.length_mm {
        if !(50.0..=600.0).contains(&length) {
            let fault = Fault::of_argument("--length", &length.to_string(), "no limb's length", "give 50 to 600 mm");
            return Err(Failure::input(fault));
        }
        source.hints.limb_length_mm = Some(length);
    }
    if let Some(crop) = asked.crop_mm {
        if !(0.0..=600.0).contains(&crop) {
            let fault = Fault::of_argument("--crop", &crop.to_string(), "no height of a limb", "give 0 to 600 mm");
            return Err(Failure::input(fault));
        }
        source.crop_mm = Some(crop);
    }
    if let Some(text) = &asked.up {
        source.hints.proximal = Some(axis("--up", text)?);
    }
    if let Some(text) = &asked.front {
        source.hints.anterior = Some(axis("--front", text)?);
    }
    source.hints.landmarks.extend(landmarks(&asked.landmarks, source.level)?);
    // Laid otherwise than the case says, it is laid anew.
    source.limb = source.limb.filter(|_| source.hints == before);
    Ok(source)
}

/// Refuses a concept that is made for limbs of another level.
///
/// # Errors
/// Which ones are for this level.
pub fn of_the_level(concept: SocketConcept, level: AmputationLevel) -> Result<(), Failure> {
    if concept.level() == level {
        return Ok(());
    }
    let own = SocketConcept::ALL.into_iter().filter(|one| one.level() == level);
    let names: Vec<&str> = own.map(SocketConcept::key).collect();
    let what = format!("no socket of a {} limb", level.label());
    Err(Failure::input(Fault::of_argument("--concept", concept.key(), what, format!("give {}", names.join(" or ")))))
}

/// Reads a technique for a limb of this level.
///
/// # Errors
/// A file that is none, is broken, or names a landmark that such a limb does not have.
pub fn technique(path: &Path, level: AmputationLevel) -> Result<Technique, Failure> {
    let file = input::name_of(path);
    let text = read_text(path, &file, Kind::Technique)?;
    technique_of_text(&file, &text, level)
}

/// The same from its text.
///
/// # Errors
/// As [`technique`].
pub fn technique_of_text(file: &str, text: &str, level: AmputationLevel) -> Result<Technique, Failure> {
    Technique::parse_for(text, Some(level)).map_err(|problems| {
        Failure::Input(problems.iter().map(|problem| Fault::of_document(file, text, problem)).collect())
    })
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

fn landmarks(given: &[String], level: AmputationLevel) -> Result<BTreeMap<Landmark, Vec3>, Failure> {
    given
        .iter()
        .map(|text| {
            let wrong =
                |what: &str, expected: String| Failure::input(Fault::of_argument("--landmark", text, what, expected));
            let expected = || {
                let own = Landmark::ALL.into_iter().filter(|landmark| landmark.is_of(level));
                let names: Vec<&str> = own.map(Landmark::key).collect();
                format!("give NAME=X,Y,Z in mm, NAME one of {}", names.join(", "))
            };
            let (name, place) = text.split_once('=').ok_or_else(|| wrong("no landmark", expected()))?;
            let landmark = Landmark::ALL.into_iter().find(|landmark| landmark.key() == name.trim());
            let landmark = landmark.ok_or_else(|| wrong("no landmark of that name", expected()))?;
            if !landmark.is_of(level) {
                return Err(wrong(&format!("a {} limb has no {}", level.label(), landmark.label()), expected()));
            }
            Ok((landmark, point(place).ok_or_else(|| wrong("no place", expected()))?))
        })
        .collect()
}
