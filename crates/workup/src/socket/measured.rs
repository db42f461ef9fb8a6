//! The case's limb as its scan measured it.

use super::source::{MEASURED_STEP_MM, beside, measured_limb, of_case};
use super::tape::{compare, questions};
use crate::opened_case::Workup;
use crate::problem::{Failure, Fault};
use domain::Case;
use domain::technique::ScannedOver;
use geometry::limb::measure;
use std::sync::Arc;

/// A scan measures what the tape only samples: it is held against the tape, and the case's limb becomes the scanned one. The
/// limb stays the tape's without a scan, where the tape goes, or with a scan that saw the liner, which is no limb's shape.
///
/// # Errors
/// A scan that cannot be oriented, or that is too short to be measured; [`Failure::Open`] where it disagrees with the tape and
/// nobody has said which one goes.
pub fn measure_scanned(read: &mut Workup) -> Result<(), Failure> {
    let Some(named) = &read.case.scan else { return Ok(()) };
    let (limb, against) = compare(read, named)?;
    beside(&limb, &of_case(read), &named.file)?;
    let open = questions(&against, &read.file);
    if !open.is_empty() {
        return Err(Failure::Open(open));
    }
    let limb = Arc::new(limb);
    read.limb = against.sides.is_none().then(|| Arc::clone(&limb));
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

#[cfg(test)]
mod tests {
    use crate::input::{beside, case_of_text};
    use crate::library::Library;
    use crate::opened::Named;
    use crate::socket::of_case;
    use std::path::Path;
    use std::sync::Arc;

    #[test]
    fn an_opened_case_is_advised_and_its_scan_laid_once_for_all_that_is_made_of_it() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/scanned.toml");
        let text = std::fs::read_to_string(&path).unwrap();
        let read = case_of_text("scanned.toml".into(), text, &beside(&path, Named::default())).unwrap();
        let (source, again, library) = (of_case(&read), of_case(&read), Library::embedded());
        let advised = source.fitting(&library).unwrap();
        assert!(std::ptr::eq(advised, again.fitting(&library).unwrap()));
        assert!(std::ptr::eq(advised, read.advised(&library)));
        assert!(std::ptr::eq(read.judged(&library), read.judged(&library)));
        assert!(Arc::ptr_eq(source.limb.as_ref().unwrap(), read.limb.as_ref().unwrap()));
    }
}
