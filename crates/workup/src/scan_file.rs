//! A scan from a file: bytes, unit, clean-up, each with what was found and done in words.

use crate::opened::{self, Named, Refused};
use crate::problem::{Failure, Fault};
use domain::limb::Side;
use geometry::clean::{self, Cleaned, Report};
use geometry::formats::{self, Unit, limits, listed, units};
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
    /// Everything clean-up did and the reader left out, in sentences.
    pub done: Vec<Said>,
}

impl ScanFacts {
    /// What was read, in a line.
    pub fn line(&self) -> Said {
        Wording::new("scan_file-line")
            .with("file", &self.file)
            .with("format", &self.format)
            .with("unit", &self.unit)
            .with("reason", &self.unit_reason)
            .with("faces", self.faces)
            .into()
    }
}

/// Reads and cleans a scan; `unit` is what the user says of it, `smooth` whether noise is taken away.
///
/// # Errors
/// A file that cannot be read, is too large, of no known format, broken, of unclear unit, or without a surface.
pub fn read(path: &Path, unit: Option<&str>, smooth: bool) -> Result<ScanFile, Failure> {
    let shown = path.display().to_string();
    let bytes = bytes(opened::open(path), &shown)?;
    of_bytes(shown, bytes, unit, smooth)
}

/// The same for a scan that a case in `folder` names; it lies where `named` allows.
///
/// # Errors
/// As [`read`].
pub fn read_named(folder: &Path, name: &str, named: Named, unit: Option<&str>) -> Result<ScanFile, Failure> {
    let shown = folder.join(name).display().to_string();
    let bytes = bytes(opened::open_named(folder, Path::new(name), named), &shown)?;
    of_bytes(shown, bytes, unit, false)
}

/// The same from a scan's bytes; `shown` is what to call the file.
///
/// # Errors
/// As [`read`].
pub fn of_bytes(shown: String, bytes: Vec<u8>, unit: Option<&str>, smooth: bool) -> Result<ScanFile, Failure> {
    let fault = |what: String, expected: &str| Failure::input(Fault::of_file(&shown, what, expected));
    let scan = formats::read(&bytes, &shown)
        .map_err(|error| fault(format!("{}: {}", error.place, error.found), &error.wanted))?;
    drop(bytes);
    let (unit, unit_reason) = match unit {
        Some(name) => {
            let known = Unit::named(name).ok_or_else(|| {
                let expected = "give mm, cm, m, in or openlimb";
                Failure::input(Fault::of_argument("--units", name, "no unit that scans are in", expected))
            })?;
            (known, Wording::new("scan_unit-as_said").into())
        }
        None => {
            let guess = units::infer(&scan).map_err(|error| {
                let wanted = "say which: mm, cm, m, in or openlimb, with the scan";
                Failure::input(Fault::of_field(&shown, "--units", "", error.to_string(), wanted))
            })?;
            (guess.unit, guess.reason)
        }
    };
    let format = scan.format.to_string();
    let mut done = scan.notes.clone();
    let side = scan.shape.as_ref().and_then(|shape| shape.side);
    // A shape of radii holds nothing below its first slice: its distal end is closed here, and said.
    let open_ended = scan.shape.is_some();
    let smoothing = smooth.then(clean::Smoothing::default);
    let settings = if open_ended {
        done.push(Wording::new("clean-closed_flat").into());
        clean::Settings {
            hole_perimeter: f64::INFINITY,
            hole_area: f64::INFINITY,
            smoothing,
            ..clean::Settings::default()
        }
    } else {
        clean::Settings { smoothing, ..clean::Settings::default() }
    };
    let mesh = scan.into_millimetres(unit);
    let cleaned = clean::clean(&mesh, &settings).map_err(|error| fault(error.to_string(), "give a scan of a limb"))?;
    done.extend(sentences(&cleaned.report, cleaned.bones.len()));
    let facts =
        ScanFacts { file: shown, format, unit: unit.to_string(), unit_reason, faces: cleaned.skin.faces.len(), done };
    Ok(ScanFile { cleaned, side, facts })
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
        ("clean-faces_turned", report.winding.faces_turned),
        ("clean-edges_crowded", report.winding.edges_crowded),
        ("clean-edges_contradictory", report.winding.edges_contradictory),
        ("clean-holes_filled", report.holes.filled.len()),
        ("clean-holes_left", report.holes.left.len()),
        ("clean-crumbs", report.crumbs.len()),
        ("clean-bones", bones),
    ];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    let mut done: Vec<Wording> = counted.map(|(id, count)| Wording::new(id).with("count", count)).collect();
    let mm = |value: f64| Arg::Figure(format!("{value:.2} mm"));
    done.extend(report.smoothed.map(|moved| Wording::new("clean-smoothed").with("moved", mm(moved))));
    done.push(Wording::new("clean-noise").with("noise", mm(report.noise)));
    done.into_iter().map(Said::from).collect()
}
