//! What has changed between an earlier scan and this one: the earlier is laid on this limb first, from whatever pose.

use crate::library::{Library, shape_limits};
use crate::problem::{Failure, Fault};
use crate::scan_file::ScanFile;
use geometry::Mesh;
use geometry::align::align;
use geometry::compare::{Settings, Verdict, compare};
use geometry::limb::Limb;
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Arg, Said, Wording};

/// Two surfaces further apart than this after alignment, root of the mean square, are hardly of one limb, mm: 2 cm of
/// circumference, where the indication ends, are half of it in radius.
const HARDLY_ONE_LIMB_MM: f64 = 6.0;

/// A comparison with an earlier scan.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ComparisonFacts {
    /// The earlier scan's file.
    pub earlier: String,
    /// Root of the mean square distance after alignment, mm.
    pub aligned_rms_mm: f64,
    /// Share of the earlier scan's vertices over the common region.
    pub aligned_overlap: f64,
    /// How much better the chosen pose is than the next, 0 to 1.
    pub aligned_confidence: f64,
    /// The heights that both scans have, mm above the level that heights are counted from.
    pub common_mm: [f64; 2],
    /// Volume then, over the common heights, mL.
    pub before_ml: f64,
    /// Volume now, mL.
    pub after_ml: f64,
    /// Change, % of then.
    pub change_pct: f64,
    /// Change by region.
    pub regions: Vec<Region>,
    /// Change of circumference.
    pub circumferences: Vec<Girth>,
    /// The largest change of circumference is beyond what the indication for vacuum goes to.
    pub beyond_indication: bool,
    /// That limit, mm.
    pub indication_mm: f64,
    /// Mean signed distance between the surfaces (mean radial error), mm: size.
    pub mean_radial_error_mm: f64,
    /// Inter-quartile range of the distances, mm: shape.
    pub interquartile_range_mm: f64,
    /// Largest distance, mm.
    pub maximum_mm: f64,
    /// Mean angle between the surfaces' normals (surface-normal angle error), degrees.
    pub normal_angle_deg: f64,
    /// What these errors would mean if the earlier shape were a socket and this one its file.
    pub as_a_socket: Said,
    /// Where those limits come from.
    pub limits_source: String,
}

/// Change in a band of height and a quarter around the limb.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Region {
    /// From and to, mm above the level that heights are counted from.
    pub heights_mm: [f64; 2],
    /// anterior, posterior, medial or lateral.
    pub quarter: String,
    /// Then, mL.
    pub before_ml: f64,
    /// Now, mL.
    pub after_ml: f64,
}

/// Change of a circumference.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Girth {
    /// Below the level that heights are counted from, mm.
    pub below_mm: f64,
    /// Then, mm.
    pub before_mm: f64,
    /// Now, mm.
    pub after_mm: f64,
}

/// The earlier scan as it lies on the limb, to draw.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// Its skin, in the limb's axes.
    pub skin: Mesh,
    /// For every vertex how far the limb now lies outside (positive) or inside of it, mm; not a number where one of both
    /// scans has nothing.
    pub distances: Vec<f64>,
}

/// Lays the earlier scan on the limb and compares.
pub(super) fn compute(
    earlier: &ScanFile,
    limb: &Limb,
    library: &Library,
    notes: &mut Vec<Said>,
) -> Result<(ComparisonFacts, Earlier), Failure> {
    let fault = |what: String| {
        Failure::input(Fault::of_file(&earlier.facts.file, what, "give an earlier scan of the same limb"))
    };
    let aligned = align(&earlier.cleaned.skin, &limb.skin).map_err(|error| fault(error.to_string()))?;
    if aligned.rms_mm > HARDLY_ONE_LIMB_MM {
        return Err(fault(format!(
            "after alignment the scans are {:.1} mm apart on the mean: another limb, the other side, or another unit",
            aligned.rms_mm
        )));
    }
    if aligned.confidence < 0.1 {
        notes.push(Wording::new("socket_note-fits_turned").into());
    }
    let before = earlier.cleaned.skin.mapped(|point| aligned.place(point));
    let found = compare(&before, &limb.skin, &Settings::of(limb.side)).map_err(|error| fault(error.to_string()))?;
    let indication = library.rules.iter().find(|rule| rule.id == "indications.volume_fluctuation");
    let indication_mm = indication.map_or(f64::INFINITY, |rule| rule.number("circumference_mm_max"));
    let largest = found.girths.iter().map(|girth| girth.change().abs()).fold(0.0, f64::max);
    if largest > indication_mm {
        let mm = |value: f64| Arg::Figure(format!("{value:.0} mm"));
        let note = Wording::new("socket_note-beyond_indication").with("change", mm(largest));
        notes.push(note.with("most", mm(indication_mm)).into());
    }
    let limits = shape_limits();
    let as_a_socket = match found.error.judged(&limits) {
        Verdict::Acceptable => "as_a_socket-acceptable",
        Verdict::NeedsModification => "as_a_socket-to_modify",
        Verdict::Unacceptable => "as_a_socket-unacceptable",
    };
    let facts = ComparisonFacts {
        earlier: earlier.facts.file.clone(),
        aligned_rms_mm: aligned.rms_mm,
        aligned_overlap: aligned.overlap_share,
        aligned_confidence: aligned.confidence,
        common_mm: [found.heights.0, found.heights.1],
        before_ml: found.before_ml,
        after_ml: found.after_ml,
        change_pct: 100.0 * found.change_ml() / found.before_ml,
        regions: found
            .regions
            .iter()
            .map(|region| Region {
                heights_mm: [region.from, region.to],
                quarter: region.sector.name().into(),
                before_ml: region.before_ml,
                after_ml: region.after_ml,
            })
            .collect(),
        circumferences: found
            .girths
            .iter()
            .map(|girth| Girth { below_mm: 0.0 - girth.height, before_mm: girth.before, after_mm: girth.after })
            .collect(),
        beyond_indication: largest > indication_mm,
        indication_mm,
        mean_radial_error_mm: found.error.mean_radial,
        interquartile_range_mm: found.error.interquartile_range,
        maximum_mm: found.error.maximum,
        normal_angle_deg: found.error.normal_angle,
        as_a_socket: Wording::new(as_a_socket).into(),
        limits_source: limits.mean_radial_error_mm.source,
    };
    let distances = found.distances.iter().map(|distance| distance.unwrap_or(f64::NAN)).collect();
    Ok((facts, Earlier { skin: before, distances }))
}
