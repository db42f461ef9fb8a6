//! A socket as it was asked for: what to make it of, and what was said of the scan. Landmarks, axes and lengths come from
//! outside, as the command line writes them.

use super::{Source, earlier_of, of_case};
use crate::input::{self, Kind, Scans, Workup, case_of_text, read_text};
use crate::opened::Named;
use crate::problem::{Failure, Fault};
use crate::scan_file::{self, ScanFile, Told};
use crate::tape_against_scan::Taken;
use domain::case::REASON_LENGTH;
use domain::limb::{AmputationLevel, Side};
use domain::scan::{TakenBy, WIDEST_WELD_MM, WeldBy};
use domain::technique::{Landmark, ScannedOver, SocketConcept, Technique};
use domain::workshop::Job;
use geometry::Vec3;
use geometry::clean::Weld;
use geometry::keep::Keep;
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
    /// Vertices this close become one: mm, or `auto` for those of seams, by the median edge.
    pub weld: Option<String>,
    /// The part that is the limb, from 1, the largest first.
    pub part: Option<u32>,
    /// The box that is kept of the scan, mm in its axes: `X0,X1,Y0,Y1,Z0,Z1`.
    pub keep_box: Option<String>,
    /// A plane that cuts the scan, mm in its axes: `PX,PY,PZ,NX,NY,NZ`, the normal to what is kept.
    pub cut_plane: Option<String>,
    /// The plane keeps the other side.
    pub keep_other_side: bool,
    /// Why a vacuum socket is made although vacuum is refused for this person.
    pub although_refused: Option<String>,
    /// The workshop's number of the job.
    pub job: Option<String>,
    /// The date of the making, e.g. 2026-11-20.
    pub job_date: Option<String>,
    /// How the shape was taken.
    pub taken_by: Option<TakenBy>,
    /// An earlier scan of the same limb.
    pub earlier: Option<PathBuf>,
    /// Where the scan that a case names may lie.
    pub named: Named,
}

impl Asked {
    /// What is said of the scan before it is read.
    fn told(&self) -> Result<Told<'_>, Failure> {
        let (part, keep) = (self.part, self.keep()?);
        Ok(Told {
            unit: self.units.as_deref(),
            smooth: self.smooth,
            weld: self.weld()?,
            up: self.up()?,
            part,
            keep,
            level: self.level,
        })
    }

    fn keep(&self) -> Result<Keep, Failure> {
        let bounds = self.keep_box.as_deref().map(|text| {
            six(text).filter(|[x0, x1, y0, y1, z0, z1]| x0 < x1 && y0 < y1 && z0 < z1).ok_or_else(|| {
                let right = "give X0,X1,Y0,Y1,Z0,Z1 in mm, the least first, for example -80,80,-80,80,-250,20";
                Failure::input(Fault::of_argument("--box", text, "no box", right))
            })
        });
        let plane = self.cut_plane.as_deref().map(|text| {
            six(text).filter(|plane| plane[3..] != [0.0; 3]).ok_or_else(|| {
                let right = "give PX,PY,PZ,NX,NY,NZ in mm, for example 0,0,-150,0,0,-1";
                Failure::input(Fault::of_argument("--cut-plane", text, "no plane", right))
            })
        });
        let turned = |[x, y, z, a, b, c]: [f64; 6]| {
            if self.keep_other_side { [x, y, z, -a, -b, -c] } else { [x, y, z, a, b, c] }
        };
        Ok(Keep { bounds: bounds.transpose()?, plane: plane.transpose()?.map(turned) })
    }

    fn up(&self) -> Result<Option<Vec3>, Failure> {
        self.up.as_deref().map(|text| axis("--up", text)).transpose()
    }

    fn weld(&self) -> Result<Option<Weld>, Failure> {
        let Some(text) = self.weld.as_deref() else { return Ok(None) };
        let wrong = || {
            let expected = format!("give auto, or 0 to {WIDEST_WELD_MM} mm");
            Failure::input(Fault::of_argument("--weld", text, "no distance that vertices are welded within", expected))
        };
        WeldBy::named(text).map(scan_file::weld).ok_or_else(wrong).map(Some)
    }
}

/// What a socket is made of: a case file (`-` for standard input), or a scan.
///
/// # Errors
/// A broken case or scan, something said that cannot be.
pub fn source(file: &Path, asked: &Asked) -> Result<Source, Failure> {
    if file == Path::new("-") || file.extension().is_some_and(|ending| ending == "toml") {
        let beside = input::beside(file, asked.named);
        let (up, weld, kept) = (asked.up()?, asked.weld()?, asked.keep()?);
        let scans = |name: &str, told: Told<'_>| {
            let keep = Keep { bounds: kept.bounds.or(told.keep.bounds), plane: kept.plane.or(told.keep.plane) };
            let part = asked.part.or(told.part);
            beside(
                name,
                Told { smooth: asked.smooth, weld: weld.or(told.weld), up: up.or(told.up), part, keep, ..told },
            )
        };
        let name = input::name_of(file);
        let read = case_of_text(name.clone(), read_text(file, &name, Kind::Case)?, &scans)?;
        return of_read_case(&read, &scans, asked);
    }
    let scan = scan_file::read(file, asked.told()?)?;
    let report = scan.report();
    of_scan(file, scan, asked).map_err(|failure| failure.beside_scan(&report))
}

fn of_scan(file: &Path, scan: ScanFile, asked: &Asked) -> Result<Source, Failure> {
    let side = asked.side.or(scan.side).ok_or_else(|| {
        let what = "which side it is, the file does not say: a mirrored socket fits nobody";
        Failure::input(Fault::of_argument("--side", "", what, "give left or right"))
    })?;
    let level = asked.level.ok_or_else(|| {
        let what = "at which level the limb was amputated, a scan does not say: a below-knee socket fits no thigh";
        Failure::input(Fault::of_argument("--level", "", what, "give --level transtibial or --level transfemoral"))
    })?;
    let taken = Taken { side: Some(side), on: None, minutes_since_doffing: None, over: asked.over, by: None };
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
        job: None,
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
    let source = Source { earlier: earlier_of(&read.case, scans)?, ..of_case(read) };
    let report = source.scan.as_ref().map(|scan| scan.report()).unwrap_or_default();
    with(source, asked).map_err(|failure| failure.beside_scan(&report))
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
    source.job = job(source.job.take(), asked)?;
    if let (Some(by), Some(said)) = (asked.taken_by, source.taken.by)
        && by != said
    {
        return Err(contradicts("--taken-by", "", "the case says otherwise".into()));
    }
    source.taken.by = asked.taken_by.or(source.taken.by);
    if let Some(path) = &asked.earlier {
        source.earlier = Some(Arc::new(scan_file::read(
            path,
            Told { up: None, part: None, keep: Keep::default(), ..asked.told()? },
        )?));
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

fn six(text: &str) -> Option<[f64; 6]> {
    let numbers: Vec<f64> = text.split(',').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    numbers.try_into().ok().filter(|numbers: &[f64; 6]| numbers.iter().all(|number| number.abs() < 1e5))
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

/// The job as the command line says it; a date belongs to a number.
fn job(of_case: Option<Job>, asked: &Asked) -> Result<Option<Job>, Failure> {
    let mut job = match (&asked.job, of_case) {
        (Some(number), Some(case)) if *number != case.number => {
            let what = format!("the case says {}", case.number);
            return Err(Failure::input(Fault::of_argument("--job", number, what, "correct the one or the other")));
        }
        (Some(number), case) => Job { number: number.clone(), date: case.and_then(|case| case.date) },
        (None, Some(case)) => case,
        (None, None) => {
            return asked.job_date.as_ref().map_or(Ok(None), |date| {
                let what = "a date without a job number";
                Err(Failure::input(Fault::of_argument("--job-date", date, what, "give the job's number, too")))
            });
        }
    };
    job.date = asked.job_date.clone().or(job.date);
    let mut found = vec![];
    job.violations("job", &mut found);
    match found.into_iter().next() {
        None => Ok(Some(job)),
        Some(wrong) => {
            let flag = if wrong.field.ends_with("date") { "--job-date" } else { "--job" };
            Err(Failure::input(Fault::of_argument(flag, "", wrong.what, wrong.expected)))
        }
    }
}
