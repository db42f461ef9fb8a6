//! Which unit a file's coordinates are in: as it states, or inferred from its size with the reason shown, or asked.

use super::{Format, Scan, Unit};
use texts::{Arg, Said, Wording};

/// Units that files come in although they do not say so, and the lengths along the longest axis, mm, between which a
/// scan of a residual limb in them would be believed: from a short transtibial end to a thigh with the hip's line.
/// Normalised shapes are scaled with the rest of their leg, so their lengths are those of the published four, widened.
const SILENT: [(Unit, f64, f64); 5] = [
    (Unit::Millimetre, SHORTEST, LONGEST),
    (Unit::Centimetre, SHORTEST, LONGEST),
    (Unit::Metre, SHORTEST, LONGEST),
    (Unit::Inch, SHORTEST, LONGEST),
    (Unit::Normalised, 150.0, 460.0),
];
const SHORTEST: f64 = 80.0;
const LONGEST: f64 = 700.0;
/// A file that states its unit is believed between these: a scan may have caught a chair, never a house.
const STATED: (f64, f64) = (30.0, 2_500.0);

/// What a unit would make of the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The unit.
    pub unit: Unit,
    /// The scan's length along its longest axis then, mm.
    pub length: f64,
    /// Whether a limb's scan may be that long.
    pub plausible: bool,
}

/// A unit, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitGuess {
    /// The unit.
    pub unit: Unit,
    /// Why, a sentence for the user.
    pub reason: Said,
    /// What the other units would have made of it.
    pub alternatives: Vec<Reading>,
}

/// A file whose unit must be asked.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("the unit of the file is not clear: {reason}; say which it is: {}", list(readings))]
pub struct UnitError {
    /// Why it is not clear.
    pub reason: String,
    /// What each unit would make of it.
    pub readings: Vec<Reading>,
}

fn list(readings: &[Reading]) -> String {
    let one = |reading: &Reading| {
        let doubt = if reading.plausible { "" } else { ", hardly a limb" };
        format!("{} ({:.1} mm long{doubt})", reading.unit, reading.length)
    };
    readings.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The unit of a scan, from what the file states and how long the scan is.
///
/// # Errors
/// Where the file states none and several or none make a limb of it, where the one it states makes none, and for
/// normalised shapes, whose scale is a convention of their makers.
pub fn infer(scan: &Scan) -> Result<UnitGuess, UnitError> {
    let (low, high) = scan.mesh.bounds();
    let extent = (high - low).max_element();
    infer_of(extent, scan.unit, scan.format)
}

fn infer_of(extent: f64, stated: Option<Unit>, format: Format) -> Result<UnitGuess, UnitError> {
    let readings: Vec<Reading> = SILENT
        .iter()
        .map(|(unit, least, most)| {
            let length = extent * unit.millimetres();
            Reading { unit: *unit, length, plausible: (*least..=*most).contains(&length) }
        })
        .collect();
    let but = |unit: Unit| readings.iter().filter(|reading| reading.unit != unit).copied().collect();
    if let Some(unit) = stated {
        let length = extent * unit.millimetres();
        if (STATED.0..=STATED.1).contains(&length) {
            let reason = Wording::new("scan_unit-stated")
                .with("format", format.to_string())
                .with("unit", unit.name())
                .with("length", Arg::Figure(format!("{length:.1} mm")));
            return Ok(UnitGuess { unit, reason: reason.into(), alternatives: but(unit) });
        }
        let reason = format!("{format} states {unit}, which would make the scan {length:.3} mm long, not a limb");
        return Err(UnitError { reason, readings });
    }
    let plausible: Vec<&Reading> = readings.iter().filter(|reading| reading.plausible).collect();
    match *plausible.as_slice() {
        [Reading { unit, length, .. }] if *unit != Unit::Normalised => {
            let reason = Wording::new("scan_unit-the_only_one")
                .with("extent", Arg::Figure(format!("{extent:.4}")))
                .with("units", SILENT.map(|(unit, ..)| unit.name()).join(", "))
                .with("unit", unit.name())
                .with("length", Arg::Figure(format!("{length:.1} mm")));
            Ok(UnitGuess { unit: *unit, reason: reason.into(), alternatives: but(*unit) })
        }
        [] => Err(UnitError {
            reason: format!(
                "it states none, its longest axis measures {extent:.4}, and in no unit is that the length of a limb"
            ),
            readings,
        }),
        _ => Err(UnitError {
            reason: format!(
                "it states none, its longest axis measures {extent:.4}, and it may be {}",
                plausible.iter().map(|reading| reading.unit.name()).collect::<Vec<_>>().join(" or ")
            ),
            readings,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn unit(extent: f64) -> Unit {
        let guess = infer_of(extent, None, Format::STL_BINARY).unwrap();
        assert!(guess.reason.contains(guess.unit.name()), "{}", guess.reason);
        assert!(guess.alternatives.iter().all(|other| other.unit != guess.unit));
        guess.unit
    }

    #[track_caller]
    fn asked(extent: f64, stated: Option<Unit>) -> String {
        let error = infer_of(extent, stated, Format::GLB).unwrap_err();
        assert_eq!(error.readings.len(), SILENT.len());
        let text = error.to_string();
        assert!(text.contains("say which"), "{text}");
        text
    }

    #[test]
    fn one_unit_that_makes_a_limb_is_taken_with_its_reason() {
        assert_eq!(unit(257.1), Unit::Millimetre);
        assert_eq!(unit(34.0), Unit::Centimetre);
        assert_eq!(unit(0.257), Unit::Metre);
    }

    #[test]
    fn what_may_be_two_units_is_asked() {
        assert!(asked(12.0, None).contains("cm or in"));
        assert!(asked(0.5, None).contains("m or openlimb"));
    }

    #[test]
    fn a_normalised_shape_is_asked_even_where_nothing_else_fits() {
        let text = asked(0.853, None);
        assert!(text.contains("openlimb (324.8 mm long)"), "{text}");
    }

    #[test]
    fn what_no_unit_makes_a_limb_of_is_asked() {
        asked(1e5, None);
        asked(0.0, None);
        asked(2.0, None);
    }

    #[test]
    fn the_files_own_unit_wins_unless_it_makes_no_limb() {
        let guess = infer_of(0.5, Some(Unit::Metre), Format::GLB).unwrap();
        assert_eq!(guess.unit, Unit::Metre);
        assert!(guess.reason.contains("GLB states m"));
        assert!(asked(250.0, Some(Unit::Metre)).contains("GLB states m"));
        assert!(asked(0.25, Some(Unit::Millimetre)).contains("mm"));
    }

    #[test]
    fn every_unit_is_found_by_its_name() {
        for unit in Unit::ALL {
            assert_eq!(Unit::named(unit.name()), Some(unit));
        }
        assert_eq!(Unit::named("furlong"), None);
    }
}
