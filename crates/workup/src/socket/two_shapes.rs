//! Two shapes of one limb, or two visits: the earlier laid on the later, what differs where, and what that is in socks.

use super::comparison::{self, ComparisonFacts, Earlier};
use super::source::Source;
use crate::library::Library;
use crate::problem::{Failure, Fault};
use crate::stamp::Stamp;
use domain::limb::{AmputationLevel, Side};
use domain::parameter::Parameter;
use geometry::compare::{Settings, compare};
use geometry::limb::Limb;
use geometry::register::register;
use schemars::JsonSchema;
use serde::Serialize;
use texts::Said;

/// `concord compare-shapes`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TwoShapesResult {
    /// Who compared.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// The later shape.
    pub name: String,
    /// The patient's side.
    pub side: Side,
    /// The level of the amputation: heights are counted from its reference.
    pub level: AmputationLevel,
    /// What differs.
    #[serde(flatten)]
    pub change: ComparisonFacts,
    /// Where every vertex of the earlier shape came to lie on the later one.
    pub registered: Registered,
    /// Change of volume in eight parts of the common heights.
    pub parts: Vec<Part>,
    /// The change as socks.
    pub socks: SockEquivalent,
    /// What to look at.
    pub notes: Vec<Said>,
}

/// How well the vertices of one shape were found on the other.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Registered {
    /// Share of the earlier shape's vertices with a place on the later one.
    pub matched: f64,
    /// Faces that turned over on the way.
    pub folded_faces: usize,
    /// Nine of ten matched vertices moved along their normal by no more than this, mm.
    pub p90_mm: f64,
}

/// A quarter around the limb, above or below the middle of the common heights.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Part {
    /// anterior, lateral, posterior or medial.
    pub quarter: String,
    /// The upper half.
    pub proximal: bool,
    /// Then, mL.
    pub before_ml: f64,
    /// Now, mL.
    pub after_ml: f64,
}

/// A change of volume as socks that would take its place in a socket.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SockEquivalent {
    /// The change, mL; negative where the limb became smaller and socks are added.
    pub change_ml: f64,
    /// The earlier shape's skin over the common heights, cm².
    pub area_cm2: f64,
    /// One over the other: the mean thickness of what is missing, mm.
    pub mean_mm: f64,
    /// By the ply of the sock.
    pub plies: Vec<PlyRow>,
}

/// How many socks of a ply.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct PlyRow {
    /// The number on the label.
    pub ply: u8,
    /// Thickness in stance, mm, and its 10th and 90th percentile.
    pub thickness_mm: [f64; 3],
    /// Socks to add (positive) or to take off, with thick and with thin socks of the label.
    pub socks: [f64; 3],
}

/// Two shapes compared: the result to show, and the shapes to draw.
#[derive(Debug)]
pub struct TwoShapes {
    /// The result.
    pub result: TwoShapesResult,
    /// The later shape.
    pub limb: Limb,
    /// The earlier one, as it lies on it.
    pub earlier: Earlier,
    /// For every vertex of the later shape how far the earlier one lies outside (positive) or inside it, mm.
    pub back: Vec<f64>,
}

/// Standard deviations from the middle to the 10th and the 90th percentile.
const TENTH: f64 = 1.281_55;

/// The socks whose thickness is known, and the parameter that holds it.
const PLIES: [(u8, &str); 3] = [(1, "sock_one_ply_mm"), (3, "sock_three_ply_mm"), (5, "sock_five_ply_mm")];

/// Compares the shape of a source with its earlier one.
///
/// # Errors
/// A shape that cannot be oriented, two of different limbs, or no earlier one.
pub fn two_shapes(source: &Source, library: &Library) -> Result<TwoShapes, Failure> {
    let none = || Failure::input(Fault::of_file(&source.name, "no earlier shape to compare with", "give two scans"));
    let earlier = source.earlier.as_ref().ok_or_else(none)?;
    compared(source, earlier, library)
}

fn compared(source: &Source, before: &crate::scan_file::ScanFile, library: &Library) -> Result<TwoShapes, Failure> {
    let limb = super::limb(source)?;
    let mut notes = vec![];
    let (change, earlier) = comparison::compute(before, &limb, library, &mut notes)?;
    let fault = |what: String| Failure::input(Fault::of_file(&source.name, what, "give two scans of the same limb"));
    let back =
        compare(&limb.skin, &earlier.skin, &Settings::of(limb.side)).map_err(|error| fault(error.to_string()))?;
    let moved = register(&earlier.skin, &limb.skin).map_err(|error| fault(error.to_string()))?;
    let found = || moved.normal_distances.iter().zip(&moved.matched).filter(|(_, matched)| **matched);
    let mut ways: Vec<f64> = found().map(|(way, _)| way.abs()).collect();
    ways.sort_by(f64::total_cmp);
    let registered = Registered {
        matched: ways.len() as f64 / moved.matched.len().max(1) as f64,
        folded_faces: moved.folded_faces,
        p90_mm: ways.get(ways.len() * 9 / 10).copied().unwrap_or(0.0),
    };
    let area_cm2 = area_below(&earlier.skin, change.common_mm[1]);
    let socks = socks(change.after_ml - change.before_ml, area_cm2, library);
    let parts = parts(&change);
    let name = source.name.clone();
    let result = TwoShapesResult {
        stamp: Stamp::new(),
        name,
        side: source.side,
        level: source.level,
        change,
        registered,
        parts,
        socks,
        notes,
    };
    let back = back.distances.iter().map(|distance| distance.unwrap_or(f64::NAN)).collect();
    Ok(TwoShapes { result, limb, earlier, back })
}

/// Area of the faces whose middle lies below a height, cm².
fn area_below(mesh: &geometry::Mesh, height: f64) -> f64 {
    let below = |corners: &[geometry::Vec3; 3]| corners.iter().map(|corner| corner.z).sum::<f64>() / 3.0 < height;
    mesh.triangles().filter(below).map(|corners| geometry::mesh::face_vector(corners).length()).sum::<f64>() / 1e2
}

fn socks(change_ml: f64, area_cm2: f64, library: &Library) -> SockEquivalent {
    let mean_mm = if area_cm2 > 0.0 { 10.0 * change_ml / area_cm2 } else { 0.0 };
    let row = |(ply, name): (u8, &str)| {
        let thickness = |parameter: &Parameter| [0.0, -TENTH, TENTH].map(|z| parameter.at(z));
        let thickness_mm = thickness(library.parameters.get(name)?);
        let [middle, thin, thick] = thickness_mm.map(|thickness| 0.0 - mean_mm / thickness);
        Some(PlyRow { ply, thickness_mm, socks: [middle, thick, thin] })
    };
    SockEquivalent { change_ml, area_cm2, mean_mm, plies: PLIES.into_iter().filter_map(row).collect() }
}

/// The bands of a comparison in two halves.
fn parts(change: &ComparisonFacts) -> Vec<Part> {
    let middle = (change.common_mm[0] + change.common_mm[1]) / 2.0;
    let mut parts = vec![];
    for proximal in [true, false] {
        for quarter in ["anterior", "lateral", "posterior", "medial"] {
            let of = |region: &&comparison::Region| {
                let at = (region.heights_mm[0] + region.heights_mm[1]) / 2.0;
                region.quarter == quarter && (at >= middle) == proximal
            };
            let regions = || change.regions.iter().filter(of);
            parts.push(Part {
                quarter: quarter.into(),
                proximal,
                before_ml: regions().map(|region| region.before_ml).sum(),
                after_ml: regions().map(|region| region.after_ml).sum(),
            });
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limb_that_lost_what_a_sock_takes_is_one_sock_smaller() {
        let library = Library::embedded();
        let thick = library.parameters.central().sock_three_ply_mm;
        let socks = socks(-thick / 10.0 * 500.0, 500.0, &library);
        let three = socks.plies.iter().find(|row| row.ply == 3).unwrap();
        assert!((three.socks[0] - 1.0).abs() < 1e-9, "{three:?}");
        // Thick socks of a label are fewer, thin ones more.
        assert!(three.socks[1] < 1.0 && three.socks[2] > 1.0, "{three:?}");
    }
}
