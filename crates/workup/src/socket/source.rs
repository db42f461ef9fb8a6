//! What a socket is made of: a case's scan or its tape, or a scan alone; and what was said of it.

use super::purpose::Purpose;
use crate::library::{self, Library};
use crate::opened_case::{Scans, Workup};
use crate::problem::{Failure, Fault};
use crate::scan_file::{ScanFile, Told};
use crate::tape_against_scan::{Taken, TapeAgainstScan};
use domain::Case;
use domain::case::SocketConcept;
use domain::limb::{AmputationLevel, Circumference, ResidualLimb, Scanned, Side};
use domain::scan::{GoesBy, LimbScan};
use domain::technique::{Landmark, ScannedOver, Station, Step, Technique, thickness_at};
use domain::workshop::Job;
use fitting::Fitting;
use geometry::Vec3;
use geometry::limb::{Limb, Measurements};
use geometry::pose::Hints;
use geometry::query::Surface;
use std::sync::{Arc, OnceLock};
use texts::{Said, Wording};

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
    /// What lies higher above the level that heights are counted from is left out, mm.
    pub crop_mm: Option<f64>,
    /// The case, where there is one.
    pub case: Option<Case>,
    /// Why a vacuum socket is made although vacuum is refused for this person.
    pub although_refused: Option<String>,
    /// The job that the socket is made under.
    pub job: Option<Job>,
    /// What is advised for the case.
    pub(crate) fitting: Arc<OnceLock<Fitting>>,
    /// The scan in its axes, where it was laid there as this source says.
    pub(crate) limb: Option<Arc<Limb>>,
}

impl Source {
    /// What is advised for the case: asked once.
    pub(super) fn fitting(&self, library: &Library) -> Option<&Fitting> {
        let case = self.case.as_ref()?;
        Some(self.fitting.get_or_init(|| fitting::recommend(case, &library.catalog, &library.rules)))
    }

    /// What was read of its scan and done to it, a line each; nothing without a scan.
    pub fn scan_report(&self) -> Vec<Said> {
        self.scan.as_ref().map(|scan| scan.report()).unwrap_or_default()
    }

    /// What every sheet and file of it says first.
    pub fn marks(&self) -> Vec<Said> {
        let size_check = Purpose::of(self.scan.is_some()).mark();
        let although = self.although_refused.as_deref().map(although);
        let goes_by = self.tape.as_ref().and_then(TapeAgainstScan::mark);
        [size_check, although, goes_by].into_iter().flatten().collect()
    }
}

/// Heights at which a scan stands for the tape, mm: between them a circumference is read off a straight line.
pub(super) const MEASURED_STEP_MM: f64 = 5.0;

/// The tape's part of a limb, as the scan has it, in place of what was measured by hand.
pub(super) fn measured_limb(by_hand: &ResidualLimb, limb: &Limb, measurements: &Measurements) -> ResidualLimb {
    let rows = measurements.sections.iter().filter(|row| row.below_mm >= 0.0 && row.below_mm < limb.length_mm() - 5.0);
    let circumferences = rows
        .map(|row| Circumference { below_reference_mm: row.below_mm, circumference_mm: row.circumference_mm })
        .collect();
    let scanned = Scanned { volume_ml: measurements.volume_ml, skin_area_cm2: measurements.skin_area_cm2 };
    ResidualLimb { limb_length_mm: measurements.length_mm, circumferences, scanned: Some(scanned), ..by_hand.clone() }
}

/// The thickness of the liner that a case's socket is made for, by height.
pub(super) fn liner_of(case: &Case) -> Vec<Station> {
    let of = |technique: &Technique| {
        technique.steps.iter().find_map(|step| match step {
            Step::Liner { thickness, .. } => Some(thickness.clone()),
            _ => None,
        })
    };
    let usual = || of(&library::technique(SocketConcept::even(case.limb.amputation_level)));
    case.technique.as_ref().map_or_else(usual, of).unwrap_or_default()
}

/// The scan that a case names to compare with.
///
/// # Errors
/// As [`scan_file::read`](crate::scan_file::read).
pub fn earlier_of(case: &Case, scans: &Scans<'_>) -> Result<Option<Arc<ScanFile>>, Failure> {
    let Some(named) = case.scan.as_ref().filter(|named| named.goes_by != Some(GoesBy::Tape)) else { return Ok(None) };
    named.earlier.as_deref().map(|file| scans(file, Told::unit(named.unit.as_deref()))).transpose()
}

/// A source from a case, without the scan to compare with: its scan, or its tape where there is none or the tape goes.
pub fn of_case(read: &Workup) -> Source {
    let by_scan = read.tape.as_ref().is_none_or(TapeAgainstScan::by_scan);
    of_shape(read, read.case.scan.as_ref().filter(|_| by_scan))
}

/// The same from its scan, whichever goes.
pub fn scanned(read: &Workup) -> Source {
    of_shape(read, read.case.scan.as_ref())
}

fn of_shape(read: &Workup, named: Option<&LimbScan>) -> Source {
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
        taken: named.map_or_else(|| taken_by_tape(&case.limb), |scan| taken_by_scan(scan, read.scan.as_deref())),
        tape: read.tape.clone(),
        hints,
        side: case.limb.side,
        level: case.limb.amputation_level,
        crop_mm: None,
        although_refused: case.prosthesis.although_refused.clone(),
        job: case.prosthesis.job.clone(),
        case: Some(case.clone()),
        fitting: read.advice(),
        limb: read.limb.clone().filter(|_| named.is_some()),
    }
}

/// Farthest from the skin that a landmark can have been meant, mm: under it lies bone, over it a finger (our choice).
const FARTHEST_MM: f64 = 40.0;

/// Refuses a landmark that lies nowhere near the limb: a slip of the pen, or another scan's axes.
pub(super) fn beside(limb: &Limb, source: &Source, file: &str) -> Result<(), Failure> {
    let Some(skin) = Surface::new(&limb.skin) else { return Ok(()) };
    for landmark in source.hints.landmarks.keys() {
        let Some(placed) = limb.landmarks.get(landmark) else { continue };
        let away = skin.nearest(placed.point).distance;
        if away > FARTHEST_MM {
            let what = format!("{away:.0} mm away from the skin");
            // A tuberosity is felt above where many scans of a thigh end.
            let level = *landmark == Landmark::reference(limb.level);
            let instead =
                if level { "; where the scan ends below it, give the length from it to the distal end" } else { "" };
            let right = format!(
                "place it on the limb, in the scan's axes and mm; at most {FARTHEST_MM:.0} mm are taken{instead}"
            );
            return Err(Failure::input(Fault::of_field(file, landmark.key(), "", what, right)));
        }
    }
    Ok(())
}

/// What every sheet says of a socket that is made although vacuum is refused.
pub fn although(reason: &str) -> Said {
    Wording::new("mark-although_refused").with("reason", reason).into()
}

/// How a limb was measured by tape.
pub(super) fn taken_by_tape(limb: &ResidualLimb) -> Taken {
    Taken {
        side: Some(limb.side),
        on: limb.measured_on.clone(),
        minutes_since_doffing: limb.minutes_since_doffing,
        over: Some(ScannedOver::Skin),
        by: None,
    }
}

/// How it was scanned, as the case says; its side as the file says where the case does not.
pub(super) fn taken_by_scan(named: &LimbScan, file: Option<&ScanFile>) -> Taken {
    Taken {
        side: named.side.or(file.and_then(|scan| scan.side)),
        on: named.scanned_on.clone(),
        minutes_since_doffing: named.minutes_since_doffing,
        over: named.over,
        by: named.taken_by,
    }
}
