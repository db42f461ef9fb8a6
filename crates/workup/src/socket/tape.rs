//! The tape beside the scan, before the scan takes its place: at every height that was taped, with when and how each was
//! measured. Where they differ by more than the limits, or are of two sides, neither goes until somebody says which.

use super::source::{Source, liner_of, oriented, scanned};
use crate::input::CaseFile;
use crate::library::{self, TapeLimits};
use crate::problem::{Failure, Fault};
use crate::scan_file::ScanFile;
use domain::limb::{ResidualLimb, Side};
use domain::scan::{GoesBy, LimbScan};
use domain::technique::{ScannedOver, thickness_at};
use geometry::limb::Limb;
use geometry::pose::{Basis, PoseError};
use geometry::slices::sections;
use schemars::JsonSchema;
use serde::Serialize;
use std::f64::consts::TAU;

/// What a tape and a scan of one limb say.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TapeAgainstScan {
    /// From where heights are measured.
    pub heights_below: String,
    /// How the tape was taken.
    pub tape: Taken,
    /// How the scan was taken.
    pub scan: Taken,
    /// Circumferences at every height that was taped, from proximal to distal.
    pub circumferences: Vec<Girth>,
    /// The length.
    pub length: Figure,
    /// Volume below the first taped height, mL: the tape's is of circles through its circumferences. Not judged.
    pub volume_ml: Option<[f64; 2]>,
    /// More than this between the two stops, mm ...
    pub limit_mm: f64,
    /// ... and more than this, % of the tape's figure: whichever is exceeded.
    pub limit_pct: f64,
    /// Where both limits come from.
    pub limit_source: String,
    /// What time since doffing does.
    pub swelling: String,
    /// What disagrees, in sentences; empty where the two agree.
    pub disagree: Vec<String>,
    /// Which one goes, where somebody has said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goes_by: Option<GoesBy>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goes_by_reason: Option<String>,
    /// The sides contradict each other: no reason settles that.
    #[serde(skip)]
    sides: Option<String>,
}

/// How and when a limb was measured; what is absent was not said.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Taken {
    /// Of which side.
    pub side: Option<Side>,
    /// The date.
    pub on: Option<String>,
    /// Minutes since the prosthesis was taken off.
    pub minutes_since_doffing: Option<f64>,
    /// On the skin or over the liner.
    pub over: Option<ScannedOver>,
}

impl Taken {
    /// How a limb was measured by tape.
    pub fn by_tape(limb: &ResidualLimb) -> Self {
        Self {
            side: Some(limb.side),
            on: limb.measured_on.clone(),
            minutes_since_doffing: limb.minutes_since_doffing,
            over: Some(ScannedOver::Skin),
        }
    }

    /// How it was scanned, as the case says; its side as the file says where the case does not.
    pub fn by_scan(named: &LimbScan, file: Option<&ScanFile>) -> Self {
        Self {
            side: named.side.or(file.and_then(|scan| scan.side)),
            on: named.scanned_on.clone(),
            minutes_since_doffing: named.minutes_since_doffing,
            over: named.over,
        }
    }
}

/// One height.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Girth {
    /// Below the reference level, mm.
    pub below_mm: f64,
    /// What is compared there.
    #[serde(flatten)]
    pub figure: Figure,
}

/// A length by tape and by scan, mm.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Figure {
    /// By tape.
    pub tape_mm: f64,
    /// What a liner adds to it, where the scan is over one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub liner_adds_mm: Option<f64>,
    /// By scan; absent where the scan does not show it.
    pub scan_mm: Option<f64>,
    /// Scan less tape.
    pub difference_mm: Option<f64>,
    /// The same, % of the tape's.
    pub difference_pct: Option<f64>,
    /// Within both limits; absent where nothing can be compared.
    pub agrees: Option<bool>,
}

impl Figure {
    fn new(tape_mm: f64, liner_adds_mm: Option<f64>, scan_mm: Option<f64>, limits: &TapeLimits) -> Self {
        let difference_mm = scan_mm.map(|scan| scan - tape_mm - liner_adds_mm.unwrap_or(0.0));
        let difference_pct = difference_mm.map(|difference| 100.0 * difference / tape_mm);
        let agrees = difference_mm
            .zip(difference_pct)
            .map(|(mm, pct)| mm.abs() <= limits.difference_mm.limit && pct.abs() <= limits.difference_pct.limit);
        Self { tape_mm, liner_adds_mm, scan_mm, difference_mm, difference_pct, agrees }
    }
}

/// A limb's scan laid in its axes, and what it says beside the tape.
pub(super) fn compare(read: &CaseFile, named: &LimbScan) -> Result<(Limb, TapeAgainstScan), Failure> {
    let source = scanned(read);
    let tape = &read.case.limb;
    let (limb, mirrored) = match oriented(&source, tape.side) {
        // It is measured all the same: circumferences have no side.
        Err(error @ PoseError::Mirrored { .. }) => {
            let other = oriented(&source, tape.side.other()).map_err(|error| broken(named, &error))?;
            (other, Some(error.to_string()))
        }
        limb => (limb.map_err(|error| broken(named, &error))?, None),
    };
    let against = beside(&source, tape, named, &limb, mirrored);
    Ok((limb, against))
}

fn broken(named: &LimbScan, error: &PoseError) -> Failure {
    Failure::input(Fault::of_file(&named.file, error.to_string(), ""))
}

fn beside(
    source: &Source,
    tape: &ResidualLimb,
    named: &LimbScan,
    limb: &Limb,
    mirrored: Option<String>,
) -> TapeAgainstScan {
    let limits = library::tape_limits();
    let liner = source.case.as_ref().filter(|_| named.over == Some(ScannedOver::Liner)).map(liner_of);
    let heights: Vec<f64> = tape.circumferences.iter().map(|row| 0.0 - row.below_reference_mm).collect();
    let closed = |cut: &geometry::slices::Section| cut.contours.first().is_some_and(|contour| contour.closed);
    let cuts = sections(&limb.skin, &heights);
    let circumferences: Vec<Girth> = tape
        .circumferences
        .iter()
        .zip(&cuts)
        .map(|(row, cut)| {
            let above_end = tape.limb_length_mm - row.below_reference_mm;
            let liner = liner.as_ref().map(|liner| TAU * thickness_at(liner, above_end));
            let scan = closed(cut).then_some(cut.tape);
            Girth { below_mm: row.below_reference_mm, figure: Figure::new(row.circumference_mm, liner, scan, &limits) }
        })
        .collect();
    // The tape's own length says nothing against itself.
    let length_mm = (limb.pose.level.basis == Basis::Placed).then(|| limb.length_mm());
    let liner_end = liner.as_ref().map(|liner| thickness_at(liner, 0.0));
    let length = Figure::new(tape.limb_length_mm, liner_end, length_mm, &limits);
    let volume_ml = heights
        .first()
        .filter(|_| cuts.first().is_some_and(closed))
        .map(|top| [tape.volume_ml(), limb.volume_below_ml(*top)]);
    let swelling = &limits.swelling;
    let mut against = TapeAgainstScan {
        heights_below: tape.amputation_level.reference().into(),
        tape: Taken::by_tape(tape),
        scan: Taken::by_scan(named, source.scan.as_deref()),
        circumferences,
        length,
        volume_ml,
        limit_mm: limits.difference_mm.limit,
        limit_pct: limits.difference_pct.limit,
        limit_source: limits.difference_mm.source.clone(),
        swelling: format!(
            "{} limbs were {} mm (SD {}) larger in mean radius {:.0} min after doffing than {:.0} s after it, {:.1} mm of \
             circumference; with the later shape taken first, {} mm of radius ({})",
            swelling.limbs,
            swelling.radius_mm,
            swelling.sd_mm,
            swelling.late_min,
            swelling.early_s,
            TAU * swelling.radius_mm,
            crate::number::number(swelling.other_order_mm, 2),
            swelling.source
        ),
        disagree: vec![],
        goes_by: named.goes_by,
        goes_by_reason: named.goes_by_reason.clone(),
        sides: mirrored.or_else(|| other_side(source, tape, named)),
    };
    against.disagree = against.sentences();
    against
}

/// Where the scan is said to be of the other side, and by whom.
fn other_side(source: &Source, tape: &ResidualLimb, named: &LimbScan) -> Option<String> {
    let by_file = source.scan.as_ref().and_then(|scan| scan.side);
    [(by_file, "its file says so"), (named.side, "scan.side says so")]
        .into_iter()
        .find_map(|(side, by)| side.filter(|side| *side != tape.side).map(|side| (side, by)))
        .map(|(side, by)| {
            format!("the scan is of the {} limb ({by}), the case is of the {} one", side.label(), tape.side.label())
        })
}

impl TapeAgainstScan {
    /// The scan's shape goes into what follows.
    pub fn by_scan(&self) -> bool {
        self.goes_by != Some(GoesBy::Tape)
    }

    /// Whose measures the limb has, and how near the other one is: for whoever sees a result.
    pub fn line(&self) -> String {
        let liner = self.scan.over == Some(ScannedOver::Liner);
        self.mark().unwrap_or_else(|| {
            let compared = self.circumferences.iter().filter_map(|row| row.figure.difference_mm);
            let (count, largest) = compared.fold((0, 0.0_f64), |(count, most), mm| (count + 1, most.max(mm.abs())));
            format!(
                "Limb measured by its {}. Tape and scan agree at {count} heights, within {largest:.1} mm",
                if liner { "tape: the scan is over the liner" } else { "scan" }
            )
        })
    }

    /// What is printed wherever the numbers are used of the one that somebody has chosen.
    pub fn mark(&self) -> Option<String> {
        // Of the other side neither goes.
        let reason = self.goes_by_reason.as_deref().filter(|_| self.sides.is_none())?;
        let (goes, against) = match self.goes_by? {
            GoesBy::Scan => ("SCAN", "tape"),
            GoesBy::Tape => ("TAPE", "scan"),
        };
        let differ = self.disagree.first().map_or("they agree".to_string(), |first| format!("they disagree: {first}"));
        Some(format!("GOES BY THE {goes}, not by the {against} ({differ}). Reason given: {reason}"))
    }

    fn sentences(&self) -> Vec<String> {
        let mut said: Vec<String> = self.sides.iter().cloned().collect();
        let compared: Vec<&Girth> = self.circumferences.iter().filter(|row| row.figure.agrees.is_some()).collect();
        let apart: Vec<&&Girth> = compared.iter().filter(|row| row.figure.agrees == Some(false)).collect();
        let largest = apart.iter().max_by(|a, b| {
            let size = |row: &Girth| row.figure.difference_mm.unwrap_or(0.0).abs();
            size(a).total_cmp(&size(b))
        });
        if let Some(Girth { below_mm, figure }) = largest
            && let (Some(scan), Some(mm), Some(pct)) = (figure.scan_mm, figure.difference_mm, figure.difference_pct)
        {
            said.push(format!(
                "the circumference at {} of {} heights; most at {below_mm:.0} mm below the {}: {:.0} mm by tape{}, {scan:.0} mm \
                 by scan ({mm:+.1} mm, {pct:+.1} %)",
                apart.len(),
                compared.len(),
                self.heights_below,
                figure.tape_mm,
                figure.liner_adds_mm.map_or(String::new(), |liner| format!(" and {liner:.0} mm of liner")),
            ));
        }
        if let Figure { agrees: Some(false), tape_mm, scan_mm: Some(scan), difference_mm: Some(mm), .. } = self.length {
            said.push(format!("the length: {tape_mm:.0} mm by tape, {scan:.0} mm by scan ({mm:+.1} mm)"));
        }
        if compared.is_empty() {
            said.push("the scan shows none of the heights that were taped: nothing can be compared".into());
        }
        said
    }

    /// What is asked where the two disagree and nobody has said which one goes.
    pub(super) fn questions(&self, file: &str) -> Vec<Fault> {
        let mut asked = vec![];
        if let Some(sides) = &self.sides {
            let right = "a mirrored socket fits nobody: take the scan of this limb, or correct the side of the case, of \
                         the scan, or the landmark";
            asked.push(Fault::of_field(file, "limb.side", "", sides.as_str(), right));
        }
        let sizes: Vec<&str> =
            self.disagree.iter().filter(|said| Some(*said) != self.sides.as_ref()).map(String::as_str).collect();
        if !sizes.is_empty() && self.goes_by.is_none() {
            let what = format!(
                "tape and scan are more than {} mm or {} % apart: {}",
                self.limit_mm,
                self.limit_pct,
                sizes.join("; and ")
            );
            let right = "measure again, or take the scan of this limb at this level; or say which one goes and why: \
                         scan.goes_by = \"scan\" or \"tape\", and scan.goes_by_reason, which is printed wherever its numbers \
                         are used";
            asked.push(Fault::of_field(file, "scan.goes_by", "", what, right));
        }
        asked.into_iter().map(|fault| fault.asking(self)).collect()
    }
}

impl Taken {
    /// "right limb, 2026-11-20, 10 min after doffing, over the skin"; what was not said is said to be so.
    pub fn line(&self) -> String {
        format!("{}, {}, {}, {}", self.side_said(), self.date_said(), self.doffed_said(), self.over_said())
    }

    /// "right limb".
    pub fn side_said(&self) -> String {
        self.side.map_or("side: not said".into(), |side| format!("{} limb", side.label()))
    }

    /// "2026-11-20".
    pub fn date_said(&self) -> String {
        self.on.clone().unwrap_or_else(|| "date: not said".into())
    }

    /// "10 min after doffing".
    pub fn doffed_said(&self) -> String {
        let said = |minutes: f64| match minutes {
            short if short < 1.0 => format!("{:.0} s after doffing", 60.0 * short),
            long => format!("{long:.0} min after doffing"),
        };
        self.minutes_since_doffing.map_or("time since doffing: not said".into(), said)
    }

    /// "on the skin".
    pub fn over_said(&self) -> String {
        match self.over {
            Some(ScannedOver::Skin) => "on the skin".into(),
            Some(ScannedOver::Liner) => "over the liner".into(),
            None => "on skin or liner: not said, taken as skin".into(),
        }
    }
}
