//! The thigh on a below-knee limb's scan: left out where the level is known, asked where it is only guessed. With a straight
//! knee nothing in the shape's axis tells the two apart.

use super::Source;
use crate::problem::{Failure, Fault};
use domain::limb::AmputationLevel;
use geometry::Mesh;
use geometry::limb::Limb;
use geometry::pose::Basis;
use texts::{Arg, Said, Wording};

/// So much of the thigh belongs to a below-knee socket, mm above the level: supracondylar brims end lower. The limbs of
/// OpenLimbTT, cut high for them, end 104 mm above (`openlimb2025`, mean limb of version 2025-04); 120 mm is our choice.
const ABOVE_MM: f64 = 120.0;

/// The longest below-knee limb from its level to its end, mm: 0.581 of the intact tibia in the shape two standard deviations
/// longer than the mean of 33 (`openlimb2025`, version 2025-04, mesh 1p20), of the 381 mm of the mean limb's tibia.
const LONGEST_MM: f64 = 221.0;

/// How high the scan goes above the limb's level, mm, where what lies above [`ABOVE_MM`] is left out: below the knee, where
/// the level is placed or measured, and nobody said another height.
pub(super) fn above(source: &Source, limb: &Limb) -> Option<f64> {
    let scan = source.scan.as_ref()?;
    let asked = source.level == AmputationLevel::Transtibial && source.crop_mm.is_none() && limb.pose.level.is_sure();
    let tops = scan.cleaned.skin.vertices.iter().map(|vertex| limb.pose.to_limb(*vertex).z);
    let top = tops.fold(f64::NEG_INFINITY, f64::max);
    (asked && top > ABOVE_MM).then_some(top)
}

/// The limb's skin without it, in the axes of the file.
pub(super) fn left_out(limb: &Limb) -> Mesh {
    let mut kept = limb.clone();
    kept.crop(ABOVE_MM);
    kept.skin.mapped(|point| limb.pose.to_file(point))
}

/// That it was left out.
pub(super) fn note(source: &Source, limb: &Limb) -> Option<Said> {
    let mm = |value: f64| Arg::Figure(format!("{value:.0} mm"));
    let top = above(source, limb)?;
    Some(Wording::new("socket_note-thigh_left_out").with("top", mm(top)).with("above", mm(ABOVE_MM)).into())
}

/// Refuses a scan that is longer than any below-knee limb's where the level is a guess: it would lie in the thigh.
///
/// # Errors
/// What would be right.
pub(super) fn known(source: &Source, limb: &Limb, file: &str) -> Result<(), Failure> {
    let guessed = limb.pose.level.basis() == Basis::Assumed && source.crop_mm.is_none();
    if source.scan.is_none() || source.level != AmputationLevel::Transtibial || !guessed {
        return Ok(());
    }
    let (low, high) = limb.skin.bounds();
    let long = high.z - low.z;
    // A file's z = 0 is a guess, too: many files begin there.
    if long <= LONGEST_MM + ABOVE_MM {
        return Ok(());
    }
    let what = format!(
        "{long:.0} mm long, and nothing tells where the knee is: the longest below-knee limb ({LONGEST_MM:.0} mm) with \
         {ABOVE_MM:.0} mm above its level is shorter, so it goes up the thigh, or is no residual limb"
    );
    let right = "give the limb's length (`--length MM`), place the mid-patellar tendon, or leave the thigh out \
                 (`--cut-plane PX,PY,PZ,NX,NY,NZ`)";
    Err(Failure::input(Fault::of_file(file, what, right)))
}
