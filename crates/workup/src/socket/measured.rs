//! The case's limb as its scan measured it.

use super::source::{MEASURED_STEP_MM, beside, measured_limb, of_case};
use super::tape::{compare, questions};
use crate::case_file::CaseFile;
use crate::problem::{Failure, Fault};
use domain::Case;
use domain::technique::ScannedOver;
use geometry::limb::measure;

/// A scan measures what the tape only samples: it is held against the tape, and the case's limb becomes the scanned one. The
/// limb stays the tape's without a scan, where the tape goes, or with a scan that saw the liner, which is no limb's shape.
///
/// # Errors
/// A scan that cannot be oriented, or that is too short to be measured; [`Failure::Open`] where it disagrees with the tape and
/// nobody has said which one goes.
pub fn measure_scanned(read: &mut CaseFile) -> Result<(), Failure> {
    let Some(named) = &read.case.scan else { return Ok(()) };
    let (limb, against) = compare(read, named)?;
    beside(&limb, &of_case(read), &named.file)?;
    let open = questions(&against, &read.file);
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
