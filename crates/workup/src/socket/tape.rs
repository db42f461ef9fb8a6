//! The tape beside the scan, before the scan takes its place: at every height that was taped, with when and how each was
//! measured. Where they differ by more than the limits, or are of two sides, neither goes until somebody says which.

use super::oriented::oriented;
use super::source::{Source, liner_of, scanned, taken_by_scan, taken_by_tape};
use crate::library::{self, TapeLimits};
use crate::opened_case::Workup;
use crate::problem::{Failure, Fault};
use crate::tape_against_scan::{Figure, Girth, TapeAgainstScan};
use domain::limb::{ResidualLimb, Side};
use domain::scan::LimbScan;
use domain::technique::{Landmark, ScannedOver, thickness_at};
use geometry::limb::Limb;
use geometry::pose::{Basis, PoseError};
use geometry::slices::sections;
use std::f64::consts::TAU;
use texts::{Arg, Said, Wording};

/// What is compared, within these limits.
fn figure(tape_mm: f64, liner_adds_mm: Option<f64>, scan_mm: Option<f64>, limits: &TapeLimits) -> Figure {
    let difference_mm = scan_mm.map(|scan| scan - tape_mm - liner_adds_mm.unwrap_or(0.0));
    let difference_pct = difference_mm.map(|difference| 100.0 * difference / tape_mm);
    let agrees = difference_mm
        .zip(difference_pct)
        .map(|(mm, pct)| mm.abs() <= limits.difference_mm.limit && pct.abs() <= limits.difference_pct.limit);
    Figure { tape_mm, liner_adds_mm, scan_mm, difference_mm, difference_pct, agrees }
}

/// What is asked where the two disagree and nobody has said which one goes.
pub(super) fn questions(of: &TapeAgainstScan, file: &str) -> Vec<Fault> {
    let mut asked = vec![];
    if let Some(sides) = &of.sides {
        let right = "a mirrored socket fits nobody: take the scan of this limb, or correct the side of the case, of \
                     the scan, or the landmark";
        asked.push(Fault::of_field(file, "limb.side", "", sides.as_str(), right));
    }
    let sizes: Vec<&str> =
        of.disagree.iter().filter(|said| Some(*said) != of.sides.as_ref()).map(Said::as_str).collect();
    if !sizes.is_empty() && of.goes_by.is_none() {
        let what = format!(
            "tape and scan are more than {} mm or {} % apart: {}",
            of.limit_mm,
            of.limit_pct,
            sizes.join("; and ")
        );
        let right = "measure again, or take the scan of this limb at this level; or say which one goes and why: \
                     scan.goes_by = \"scan\" or \"tape\", and scan.goes_by_reason, which is printed wherever its numbers \
                     are used";
        asked.push(Fault::of_field(file, "scan.goes_by", "", what, right));
    }
    asked.into_iter().map(|fault| fault.asking(of)).collect()
}

/// A limb's scan laid in its axes, and what it says beside the tape.
pub(super) fn compare(read: &Workup, named: &LimbScan) -> Result<(Limb, TapeAgainstScan), Failure> {
    let source = scanned(read);
    let tape = &read.case.limb;
    let (limb, mirrored) = match oriented(&source, tape.side) {
        // It is measured all the same: circumferences have no side.
        Err(PoseError::Mirrored { landmark, offset_mm, side }) => {
            let other = oriented(&source, tape.side.other()).map_err(|error| broken(named, &error))?;
            let told = match (landmark, side) {
                (Landmark::FibularHead, Side::Left) => Wording::new("sides-left_limb_mirrored"),
                (Landmark::FibularHead, Side::Right) => Wording::new("sides-right_limb_mirrored"),
                (other, side) => Wording::new("sides-thigh_mirrored")
                    .with("landmark", other.wording())
                    .with("side", Wording::new(if side == Side::Left { "value-left" } else { "value-right" })),
            };
            (other, Some(told.with("offset", Arg::Figure(format!("{offset_mm:.0} mm")))))
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
    mirrored: Option<Wording>,
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
            Girth { below_mm: row.below_reference_mm, figure: figure(row.circumference_mm, liner, scan, &limits) }
        })
        .collect();
    // The tape's own length says nothing against itself.
    let length_mm = (limb.pose.level.basis() == Basis::Placed).then(|| limb.length_mm());
    let liner_end = liner.as_ref().map(|liner| thickness_at(liner, 0.0));
    let length = figure(tape.limb_length_mm, liner_end, length_mm, &limits);
    let volume_ml = heights
        .first()
        .filter(|_| cuts.first().is_some_and(closed))
        .map(|top| [tape.volume_ml(), limb.volume_below_ml(*top)]);
    let mut against = TapeAgainstScan {
        heights_below: tape.amputation_level.heights_from().into(),
        tape: taken_by_tape(tape),
        scan: taken_by_scan(named, source.scan.as_deref()),
        circumferences,
        length,
        volume_ml,
        limit_mm: limits.difference_mm.limit,
        limit_pct: limits.difference_pct.limit,
        limit_source: limits.difference_mm.source.clone(),
        swelling: swelling(&limits).into(),
        disagree: vec![],
        goes_by: named.goes_by,
        goes_by_reason: named.goes_by_reason.clone(),
        sides: mirrored.or_else(|| other_side(source, tape, named)).map(Said::from),
    };
    against.disagree = against.sentences();
    against
}

/// What time since doffing does to a limb, as was measured.
fn swelling(limits: &TapeLimits) -> Wording {
    let figure = |value: f64, digits: usize| Arg::Figure(format!("{value:.digits$}"));
    let swelling = &limits.swelling;
    Wording::new("tape_table-after_doffing")
        .with("limbs", Arg::Figure(swelling.limbs.to_string()))
        .with("radius", Arg::Figure(swelling.radius_mm.to_string()))
        .with("sd", Arg::Figure(swelling.sd_mm.to_string()))
        .with("late", figure(swelling.late_min, 0))
        .with("early", figure(swelling.early_s, 0))
        .with("circumference", figure(TAU * swelling.radius_mm, 1))
        .with("other", Arg::Figure(crate::number::number(swelling.other_order_mm, 2)))
        .with("source", &swelling.source)
}

/// Where the scan is said to be of the other side, and by whom.
fn other_side(source: &Source, tape: &ResidualLimb, named: &LimbScan) -> Option<Wording> {
    let by_file = source.scan.as_ref().and_then(|scan| scan.side);
    let others = |side: Option<Side>| side.is_some_and(|side| side != tape.side);
    let id = match (others(by_file), others(named.side), tape.side) {
        (true, _, Side::Left) => "sides-file_says_right",
        (true, _, Side::Right) => "sides-file_says_left",
        (false, true, Side::Left) => "sides-case_says_right",
        (false, true, Side::Right) => "sides-case_says_left",
        (false, false, _) => return None,
    };
    Some(Wording::new(id))
}
