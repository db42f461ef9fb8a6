//! A scan from a file: bytes, unit, clean-up, each with what was found and done in words.

use crate::opened::{self, Named, Refused};
use crate::problem::{Failure, Fault};
use crate::scan_parts::ScanParts;
use domain::limb::{AmputationLevel, Side};
use domain::scan::{LimbScan, WeldBy};
use geometry::Vec3;
use geometry::clean::{
    self, ChoiceError, CleanError, Cleaned, HoleError, Looks, Opening, Report, Skin, Uncleaned, Weld,
};
use geometry::formats::{self, Unit, limits, listed, units};
use geometry::keep::Keep;
use schemars::JsonSchema;
use serde::Serialize;
use std::fs::File;
use std::path::Path;
use texts::{Arg, Said, Wording};

/// A cleaned scan in millimetres.
#[derive(Debug)]
pub struct ScanFile {
    /// Skin and bones.
    pub cleaned: Cleaned,
    /// The side its file states (AOP only).
    pub side: Option<Side>,
    /// What was read.
    pub facts: ScanFacts,
}

/// What was read and done.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScanFacts {
    /// The file.
    pub file: String,
    /// Its format.
    pub format: String,
    /// The unit its numbers were taken in.
    pub unit: String,
    /// Why.
    pub unit_reason: Said,
    /// Faces of the skin.
    pub faces: usize,
    /// Volume of the whole scan with every opening closed, mL: of the limb below and above the reference level, with its
    /// bones, and with what was filled or domed.
    pub volume_ml: f64,
    /// What of the distal end is no person's shape, in a sentence for everyone who uses it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invented: Option<Said>,
    /// Its parts, where which of them is the limb was said, or another is shaped like a limb too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<ScanParts>,
    /// Everything clean-up did and the reader left out, in sentences.
    pub done: Vec<Said>,
}

impl ScanFacts {
    /// What was read, in a line.
    pub fn line(&self) -> Said {
        facts_line(&self.file, &self.format, &self.unit, &self.unit_reason, self.faces)
    }
}

fn facts_line(file: &str, format: &str, unit: &str, reason: &Said, faces: usize) -> Said {
    Wording::new("scan_file-line")
        .with("file", file)
        .with("format", format)
        .with("unit", unit)
        .with("reason", reason)
        .with("faces", faces)
        .into()
}

/// What is said of a scan before it is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told<'a> {
    /// Its unit.
    pub unit: Option<&'a str>,
    /// Noise is taken away.
    pub smooth: bool,
    /// Which vertices become one, where it is not only those that a file's rounding keeps apart.
    pub weld: Option<Weld>,
    /// Towards the hip, in the file's axes.
    pub up: Option<Vec3>,
    /// The part that is the limb, from 1, the largest by area first.
    pub part: Option<u32>,
    /// What is kept of it before clean-up.
    pub keep: Keep,
    /// The level of the amputation: a thigh's scan has no knee to bend, and ends obliquely below the hip.
    pub level: Option<AmputationLevel>,
}

impl<'a> Told<'a> {
    /// The same of a limb of this level.
    #[must_use]
    pub fn at(self, level: AmputationLevel) -> Self {
        Self { level: Some(level), ..self }
    }

    /// What a case says of its scan.
    pub fn of(named: &'a LimbScan) -> Self {
        Self {
            up: named.proximal.map(Vec3::from),
            part: named.part,
            weld: named.weld.as_deref().and_then(WeldBy::named).map(weld),
            keep: Keep { bounds: named.keep_box, plane: named.cut_plane },
            ..Self::unit(named.unit.as_deref())
        }
    }

    /// Its unit, nothing else.
    pub fn unit(unit: Option<&'a str>) -> Self {
        Self { unit, ..Self::default() }
    }
}

impl ScanFile {
    /// What was read and done, a line each: beside every error that follows.
    pub fn report(&self) -> Vec<Said> {
        std::iter::once(self.facts.line()).chain(self.facts.done.iter().cloned()).collect()
    }
}

/// As clean-up does it.
pub fn weld(by: WeldBy) -> Weld {
    match by {
        WeldBy::MedianEdge => Weld::MedianEdge,
        WeldBy::Within(mm) => Weld::Within(mm),
    }
}

/// Reads and cleans a scan.
///
/// # Errors
/// A file that cannot be read, is too large, of no known format, broken, of unclear unit, or without a surface.
pub fn read(path: &Path, told: Told<'_>) -> Result<ScanFile, Failure> {
    let shown = path.display().to_string();
    let bytes = bytes(opened::open(path), &shown)?;
    of_bytes(shown, bytes, told)
}

/// The same for a scan that a case in `folder` names; it lies where `named` allows.
///
/// # Errors
/// As [`read`].
pub fn read_named(folder: &Path, name: &str, named: Named, told: Told<'_>) -> Result<ScanFile, Failure> {
    let shown = folder.join(name).display().to_string();
    let bytes = bytes(opened::open_named(folder, Path::new(name), named), &shown)?;
    of_bytes(shown, bytes, told)
}

/// The same from a scan's bytes; `shown` is what to call the file.
///
/// # Errors
/// As [`read`].
pub fn of_bytes(shown: String, bytes: Vec<u8>, told: Told<'_>) -> Result<ScanFile, Failure> {
    let fault = |what: String, expected: &str| Failure::input(Fault::of_file(&shown, what, expected));
    let scan = formats::read(&bytes, &shown)
        .map_err(|error| fault(format!("{}: {}", error.place, error.found), &error.wanted))?;
    drop(bytes);
    let (unit, unit_reason) =
        unit_of(&scan, told.unit, &shown).map_err(|failure| failure.beside_scan(&scan.notes.clone()))?;
    let format = scan.format.to_string();
    let mut done = scan.notes.clone();
    let side = scan.shape.as_ref().and_then(|shape| shape.side);
    let mut settings = clean::Settings {
        smoothing: told.smooth.then(clean::Smoothing::default),
        weld: told.weld.unwrap_or(Weld::FILE),
        opening: told.up.map_or(Opening::default(), Opening::Towards),
        ..clean::Settings::default()
    };
    let may_bend = told.level != Some(AmputationLevel::Transfemoral);
    (settings.skin, settings.straighten) = (Skin::ByShape, may_bend && scan.shape.is_none());
    if let Some(part) = told.part {
        settings.skin = Skin::Part(part as usize);
    } else if scan.shape.is_some() {
        // A file of radii holds one shape, and says that it is a limb.
        settings.skin = Skin::Largest;
    }
    if scan.shape.is_some() {
        // A shape of radii holds nothing below its first slice: its distal end is closed here, and said.
        done.push(Wording::new("clean-closed_flat").into());
        (settings.hole_perimeter, settings.hole_area) = (f64::INFINITY, f64::INFINITY);
    }
    let mut mesh = scan.into_millimetres(unit);
    let cut = told.keep.apply(&mut mesh);
    if cut > 0 {
        done.push(Wording::new("clean-kept").with("count", cut).into());
    }
    let line = |faces: usize| facts_line(&shown, &format, &unit.to_string(), &unit_reason, faces);
    let cleaned = clean::clean(&mesh, &settings).map_err(|Uncleaned { error, report }| {
        let mut lines = vec![line(report.faces_given)];
        lines.append(&mut done.clone());
        lines.extend(sentences(&report, 0));
        let failure = fault(error.to_string(), wanted(&error)).beside_scan(&lines);
        let parts = matches!(error, CleanError::Choice(_)).then(|| clean::parts_view(&mesh, &settings)).flatten();
        // Of one part nothing is to be chosen.
        let parts = parts.filter(|view| view.parts.len() > 1);
        match parts {
            Some(view) => failure.beside_parts(&ScanParts::of(view, None)),
            None => failure,
        }
    })?;
    let report = &cleaned.report;
    let rivals = told.part.is_some() || report.crumbs.iter().any(|crumb| crumb.looks == Looks::Limb);
    let view = rivals.then(|| clean::parts_view(&mesh, &settings)).flatten();
    let parts = view.map(|view| ScanParts::of(view, Some(report.part)));
    done.extend(sentences(report, cleaned.bones.len()));
    let invented = report.holes.domed.first().map(|_| domed(report).into());
    let (faces, volume_ml) = (cleaned.skin.faces.len(), report.volume / 1e3);
    let unit = unit.to_string();
    let facts = ScanFacts { file: shown, format, unit, unit_reason, faces, volume_ml, invented, parts, done };
    Ok(ScanFile { cleaned, side, facts })
}

/// What to do about a scan that cannot be cleaned.
fn wanted(error: &CleanError) -> &'static str {
    match error {
        CleanError::NoSurface { .. } => "give a scan of a limb",
        CleanError::Seams(_) => {
            "weld its vertices by the median edge: say `--weld auto` (in a case: weld of scan), \
             or join them in the scanner's program"
        }
        CleanError::Holes(HoleError::Openings { .. }) => {
            "say which end is up with `--up`, for example `--up z`, or close the distal end by scanning it"
        }
        CleanError::Holes(HoleError::NoOpening { .. }) => {
            "cut the scan open where the limb goes on, or scan the end that is torn again"
        }
        CleanError::Choice(ChoiceError::None(_)) => {
            "scan the limb alone, or keep it alone with \
             `--box X0,X1,Y0,Y1,Z0,Z1` or `--cut-plane PX,PY,PZ,NX,NY,NZ`; in a case: part, keep_box, cut_plane of scan"
        }
        CleanError::Choice(_) => {
            "say which part is the limb with `--part N`, or keep the limb alone with \
             `--box X0,X1,Y0,Y1,Z0,Z1` or `--cut-plane PX,PY,PZ,NX,NY,NZ`; in a case: part, keep_box, cut_plane of scan"
        }
        CleanError::Bent(_) => {
            "keep the residual limb alone, with `--cut-plane PX,PY,PZ,NX,NY,NZ` at the bend (in a case: cut_plane of scan), \
             or scan it again with the knee straight"
        }
        CleanError::Holes(_) => "scan again, with the distal end: what is that large is not invented here",
    }
}

/// The unit of a scan and why: as said, as stated, or as its size tells.
fn unit_of(scan: &formats::Scan, said: Option<&str>, shown: &str) -> Result<(Unit, Said), Failure> {
    if let Some(name) = said {
        let known = Unit::named(name).ok_or_else(|| {
            let expected = "give mm, cm, m, in or openlimb";
            Failure::input(Fault::of_argument("--units", name, "no unit that scans are in", expected))
        })?;
        return Ok((known, Wording::new("scan_unit-as_said").into()));
    }
    let guess = units::infer(scan).map_err(|error| {
        let wanted = "say which: mm, cm, m, in or openlimb, with the scan";
        Failure::input(Fault::of_field(shown, "--units", "", error.to_string(), wanted))
    })?;
    Ok((guess.unit, guess.reason))
}

fn bytes(open: Result<File, Refused>, shown: &str) -> Result<Vec<u8>, Failure> {
    open.and_then(|file| opened::read_bounded(file, limits::BYTES as u64)).map_err(|refused| {
        let (what, expected) = match refused {
            Refused::TooLarge => {
                ("larger than any scan".to_string(), format!("give at most {} MiB", limits::BYTES >> 20))
            }
            Refused::Folder => (refused.to_string(), format!("give a scan: {}", listed(" or "))),
            _ => (refused.to_string(), refused.expected().into()),
        };
        Failure::input(Fault::of_file(shown, what, expected))
    })
}

/// What clean-up did, in sentences.
fn sentences(report: &Report, bones: usize) -> Vec<Said> {
    let counted = [
        ("clean-hanging", report.faces_hanging),
        ("clean-faces_turned", report.winding.faces_turned),
        ("clean-edges_crowded", report.winding.edges_crowded),
        ("clean-edges_contradictory", report.winding.edges_contradictory),
        ("clean-holes_filled", report.holes.filled.len()),
        ("clean-holes_left", report.holes.left.len()),
        ("clean-crumbs", report.crumbs.iter().filter(|crumb| crumb.looks == Looks::Small).count()),
        ("clean-bones", bones),
    ];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    let mm = |value: f64| Arg::Figure(format!("{value:.2} mm"));
    let ml = |value: f64| Arg::Figure(format!("{:.1} mL", value / 1e3));
    let mut done: Vec<Wording> = vec![];
    // What a file's rounding kept apart has not moved.
    if report.welded.largest_move > Weld::FILE_MM {
        let welded = Wording::new("clean-welded").with("count", report.welded.vertices_welded);
        done.push(welded.with("moved", mm(report.welded.largest_move)));
    }
    if let Some(seams) = &report.seams {
        let said = Wording::new("clean-seams").with("count", seams.edges).with("gap", mm(seams.gap));
        done.push(said.with("within", mm(seams.within)));
    }
    done.extend(counted.map(|(id, count)| Wording::new(id).with("count", count)));
    for crumb in report.crumbs.iter().filter(|crumb| crumb.looks != Looks::Small) {
        let id = match crumb.looks {
            Looks::Copy { .. } => "clean-left_copy",
            Looks::Flat => "clean-left_flat",
            Looks::Limb => "clean-left_limb",
            Looks::Open => "clean-left_open",
            Looks::Stout => "clean-left_stout",
            Looks::AtSkin => "clean-left_at_skin",
            Looks::Thick => "clean-left_thick",
            Looks::Small | Looks::Other => "clean-left_other",
        };
        let at = format!("{:.0}, {:.0}, {:.0} mm", crumb.at.x, crumb.at.y, crumb.at.z);
        let area = Arg::Figure(format!("{:.0} cm²", crumb.area / 100.0));
        let said = Wording::new(id).with("part", Arg::Figure(crumb.number.to_string()));
        let said = said.with("at", Arg::Figure(at)).with("area", area);
        done.push(match crumb.looks {
            Looks::Copy { within_um } => said.with("apart", mm(f64::from(within_um) / 1e3)),
            _ => said,
        });
    }
    if let Some(straight) = &report.straight {
        let degrees = |value: f64| Arg::Figure(format!("{value:.0}°"));
        let said = Wording::new("clean-straight").with("rms", mm(straight.rms_mm));
        done.push(said.with("angle", degrees(straight.halves_deg)));
        if let Some(bend) = &straight.cropped {
            let at = format!("{:.0}, {:.0}, {:.0} mm", bend.at.x, bend.at.y, bend.at.z);
            let length = |value: f64| Arg::Figure(format!("{value:.0} mm"));
            let said = Wording::new("clean-bend_cropped").with("angle", degrees(bend.angle_deg));
            done.push(said.with("at", Arg::Figure(at)).with("above", length(bend.above_mm)));
        }
    }
    if !report.holes.domed.is_empty() {
        done.push(domed(report));
    }
    done.extend(report.smoothed.map(|smoothed| {
        let said = Wording::new("clean-smoothed").with("moved", mm(smoothed.moved));
        said.with("before", ml(smoothed.before)).with("after", ml(smoothed.after))
    }));
    // A scan that could not be cleaned has neither.
    if report.volume != 0.0 {
        let whole = Arg::Figure(format!("{:.0} mL", report.volume / 1e3));
        done.push(Wording::new("clean-volume").with("volume", whole));
        done.push(Wording::new("clean-noise").with("noise", mm(report.noise)));
    }
    done.into_iter().map(Said::from).collect()
}

/// What was put over the distal end.
fn domed(report: &Report) -> Wording {
    let sum = |of: fn(&(clean::Hole, clean::Dome)) -> f64| report.holes.domed.iter().map(of).sum::<f64>();
    let height = report.holes.domed.iter().map(|(_, dome)| dome.height).fold(0.0, f64::max);
    Wording::new("clean-domed")
        .with("area", Arg::Figure(format!("{:.1} cm²", sum(|(hole, _)| hole.area) / 100.0)))
        .with("height", Arg::Figure(format!("{height:.1} mm")))
        .with("volume", Arg::Figure(format!("{:.1} mL", sum(|(_, dome)| dome.volume) / 1e3)))
}
