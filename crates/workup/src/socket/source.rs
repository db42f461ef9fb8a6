//! What a socket is made of: a case's scan or its tape, or a scan alone; and what was said of it.

use super::tape::{self, Taken, TapeAgainstScan};
use super::{ABOVE_TAPE_MM, Purpose, although, purpose};
use crate::input::{CaseFile, Scans};
use crate::library::{self, Library};
use crate::problem::{Failure, Fault};
use crate::scan_file::ScanFile;
use domain::Case;
use domain::case::SocketConcept;
use domain::limb::{AmputationLevel, Circumference, ResidualLimb, Scanned, Side};
use domain::scan::{GoesBy, LimbScan};
use domain::technique::{ScannedOver, Station, Step, Technique, thickness_at};
use fitting::Fitting;
use geometry::limb::{Limb, Measurements, measure};
use geometry::pose::{Hints, PoseError};
use geometry::{Mesh, Vec3};
use std::sync::{Arc, OnceLock};

/// Where the limb's shape comes from, and what was said of it.
#[derive(Debug)]
pub struct Source {
    /// What to call it.
    pub name: String,
    /// The scan; none for a limb of tape measurements.
    pub scan: Option<Arc<ScanFile>>,
    /// An earlier scan.
    pub earlier: Option<Arc<ScanFile>>,
    /// How it was taken.
    pub taken: Taken,
    /// What the tape says beside the scan.
    pub tape: Option<TapeAgainstScan>,
    /// What was said of its axes.
    pub hints: Hints,
    /// The patient's side.
    pub side: Side,
    /// The level of the amputation.
    pub level: AmputationLevel,
    /// What lies higher above the mid-patellar tendon level is left out, mm.
    pub crop_mm: Option<f64>,
    /// The case, where there is one.
    pub case: Option<Case>,
    /// Why a vacuum socket is made although vacuum is refused for this person.
    pub although_refused: Option<String>,
    /// What is advised for the case.
    pub(crate) fitting: OnceLock<Option<Fitting>>,
}

impl Source {
    /// What is advised for the case: asked once.
    pub(super) fn fitting(&self, library: &Library) -> Option<&Fitting> {
        let advise = || self.case.as_ref().map(|case| fitting::recommend(case, &library.catalog, &library.rules));
        self.fitting.get_or_init(advise).as_ref()
    }

    /// What every sheet and file of it says first.
    pub fn marks(&self) -> Vec<String> {
        let size_check = (Purpose::of(self) == Purpose::SizeCheck).then(|| purpose::SIZE_CHECK.to_string());
        let although = self.although_refused.as_deref().map(although);
        let goes_by = self.tape.as_ref().and_then(TapeAgainstScan::mark);
        [size_check, although, goes_by].into_iter().flatten().collect()
    }
}

/// Heights at which a scan stands for the tape, mm: between them a circumference is read off a straight line.
const MEASURED_STEP_MM: f64 = 5.0;

/// A source's shape in its axes, as a limb of this side.
pub(super) fn oriented(source: &Source, side: Side) -> Result<Limb, PoseError> {
    let (skin, bones) = match (&source.scan, &source.case) {
        (Some(scan), _) => (scan.cleaned.skin.clone(), scan.cleaned.bones.as_slice()),
        (None, Some(case)) => (geometry::limb::from_tape(&case.limb, ABOVE_TAPE_MM), [].as_slice()),
        (None, None) => (Mesh::default(), [].as_slice()),
    };
    Limb::new(&skin, bones, side, &source.hints)
}

/// The tape's part of a limb, as the scan has it, in place of what was measured by hand.
pub(super) fn measured_limb(by_hand: &ResidualLimb, limb: &Limb, measurements: &Measurements) -> ResidualLimb {
    let rows = measurements.sections.iter().filter(|row| row.below_mm >= 0.0 && row.below_mm < limb.length_mm() - 5.0);
    let circumferences = rows
        .map(|row| Circumference { below_reference_mm: row.below_mm, circumference_mm: row.circumference_mm })
        .collect();
    let scanned = Scanned { volume_ml: measurements.volume_ml, skin_area_cm2: measurements.skin_area_cm2 };
    ResidualLimb { limb_length_mm: measurements.length_mm, circumferences, scanned: Some(scanned), ..by_hand.clone() }
}

/// A scan measures what the tape only samples: it is held against the tape, and the case's limb becomes the scanned one. The
/// limb stays the tape's without a scan, where the tape goes, or with a scan that saw the liner, which is no limb's shape.
///
/// # Errors
/// A scan that cannot be oriented, or that is too short to be measured; [`Failure::Open`] where it disagrees with the tape and
/// nobody has said which one goes.
pub fn measure_scanned(read: &mut CaseFile) -> Result<(), Failure> {
    let Some(named) = &read.case.scan else { return Ok(()) };
    let (limb, against) = tape::compare(read, named)?;
    super::beside(&limb, &of_case(read), &named.file)?;
    let open = against.questions(&read.file);
    if !open.is_empty() {
        return Err(Failure::Open(open));
    }
    let by_scan = against.by_scan() && named.over != Some(ScannedOver::Liner);
    read.tape = Some(against);
    if !by_scan {
        return Ok(());
    }
    let measured = measured_limb(&read.case.limb, &limb, &measure(&limb, MEASURED_STEP_MM));
    let case = Case { limb: measured, ..read.case.clone() };
    if let Some(found) = case.violations().first() {
        let what = format!("as scanned, {}: {}", found.field, found.what);
        return Err(Failure::input(Fault::of_file(&named.file, what, found.expected.clone())));
    }
    read.case = case;
    Ok(())
}

/// The thickness of the liner that a case's socket is made for, by height.
pub(super) fn liner_of(case: &Case) -> Vec<Station> {
    let of = |technique: &Technique| {
        technique.steps.iter().find_map(|step| match step {
            Step::Liner { thickness, .. } => Some(thickness.clone()),
            _ => None,
        })
    };
    let usual = || of(&library::technique(SocketConcept::TotalSurfaceBearing));
    case.technique.as_ref().map_or_else(usual, of).unwrap_or_default()
}

/// The scan that a case names to compare with.
///
/// # Errors
/// As [`scan_file::read`](crate::scan_file::read).
pub fn earlier_of(case: &Case, scans: &Scans<'_>) -> Result<Option<Arc<ScanFile>>, Failure> {
    let Some(named) = case.scan.as_ref().filter(|named| named.goes_by != Some(GoesBy::Tape)) else { return Ok(None) };
    named.earlier.as_deref().map(|file| scans(file, named.unit.as_deref())).transpose()
}

/// A source from a case, without the scan to compare with: its scan, or its tape where there is none or the tape goes.
pub fn of_case(read: &CaseFile) -> Source {
    let by_scan = read.tape.as_ref().is_none_or(TapeAgainstScan::by_scan);
    of_shape(read, read.case.scan.as_ref().filter(|_| by_scan))
}

/// The same from its scan, whichever goes.
pub fn scanned(read: &CaseFile) -> Source {
    of_shape(read, read.case.scan.as_ref())
}

fn of_shape(read: &CaseFile, named: Option<&LimbScan>) -> Source {
    let case = &read.case;
    let axis = |axis: Option<[f64; 3]>| axis.map(Vec3::from);
    // A tape's limb is round: its front is where we draw it.
    let drawn = |axis| named.is_none().then_some(axis);
    let hints = Hints {
        proximal: axis(named.and_then(|scan| scan.proximal)).or(drawn(Vec3::Z)),
        anterior: axis(named.and_then(|scan| scan.anterior)).or(drawn(Vec3::X)),
        landmarks: named
            .iter()
            .flat_map(|scan| &scan.landmarks)
            .map(|landmark| (landmark.name, Vec3::from(landmark.at)))
            .collect(),
        limb_length_mm: Some(case.limb.limb_length_mm),
        below_the_end_mm: match named {
            Some(scan) if scan.over == Some(ScannedOver::Liner) => thickness_at(&liner_of(case), 0.0),
            _ => 0.0,
        },
    };
    Source {
        name: case.name.clone(),
        scan: read.scan.clone().filter(|_| named.is_some()),
        earlier: None,
        taken: named.map_or_else(|| Taken::by_tape(&case.limb), |scan| Taken::by_scan(scan, read.scan.as_deref())),
        tape: read.tape.clone(),
        hints,
        side: case.limb.side,
        level: case.limb.amputation_level,
        crop_mm: None,
        although_refused: case.prosthesis.although_refused.clone(),
        case: Some(case.clone()),
        fitting: OnceLock::new(),
    }
}
