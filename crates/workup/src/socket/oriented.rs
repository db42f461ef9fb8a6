//! A source's shape in the limb's axes.

use super::source::Source;
use super::thigh;
use domain::limb::Side;
use geometry::Mesh;
use geometry::limb::Limb;
use geometry::pose::PoseError;

/// A tape's limb goes on above its first measurement, unmeasured, by this, mm: room for a trim line.
const ABOVE_TAPE_MM: f64 = 60.0;

/// A source's shape in its axes, as a limb of this side.
pub(super) fn oriented(source: &Source, side: Side) -> Result<Limb, PoseError> {
    if let Some(limb) = source.limb.as_ref().filter(|_| side == source.side) {
        return Ok(Limb::clone(limb));
    }
    let (skin, bones) = match (&source.scan, &source.case) {
        (Some(scan), _) => (scan.cleaned.skin.clone(), scan.cleaned.bones.as_slice()),
        (None, Some(case)) => (geometry::limb::from_tape(&case.limb, ABOVE_TAPE_MM), [].as_slice()),
        (None, None) => (Mesh::default(), [].as_slice()),
    };
    let limb = Limb::new(&skin, bones, side, source.level, &source.hints)?;
    if thigh::above(source, &limb).is_none() {
        return Ok(limb);
    }
    // Laid anew: the thigh has turned the line through the centres.
    Limb::new(&thigh::left_out(&limb), bones, side, source.level, &source.hints)
}
