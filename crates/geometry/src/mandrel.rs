//! The positive model as a workshop holds it: the socket's inside as a body, a collar above the trim line to drape or
//! laminate over, a groove that the sheet or bag is tied into, a bore for the mandrel, and a stub at the distal end for the
//! build-up.
//!
//! ```text
//!        ┌──┤ bore ├──┐  flat
//!        │            │
//!        ┤  groove    ├  collar, straight up from the margin above the trim line
//!        │            │
//!   trim ╲            ╱
//!         ╲__________╱   the socket's inside: carved as it is, nothing taken off
//!            │stub│      build-up, to the height of the mounting face or as asked
//! ```

use crate::chart::{Chart, MARGIN_ROWS};
use crate::combine::{CombineError, combine_for_file, rod};
use crate::mesh::{Mesh, Vec3};

/// What is asked for, mm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BuildUp {
    /// The stub goes down from the end of the inside by this; none where it is 0.
    pub extension_mm: f64,
    /// Its diameter.
    pub extension_diameter_mm: f64,
    /// The collar's flat above the highest point of the trim line.
    pub collar_mm: f64,
    /// The groove's depth; none where it is 0.
    pub groove_mm: f64,
    /// The bore's diameter.
    pub mandrel_mm: f64,
    /// The bore's depth from the flat.
    pub mandrel_depth_mm: f64,
}

/// The model, and what is known of it.
#[derive(Clone, Debug)]
pub struct Model {
    /// The body.
    pub solid: Mesh,
    /// What is known.
    pub facts: ModelFacts,
}

/// What is known of a model.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct ModelFacts {
    /// Its volume: the block to carve it of is larger, the plaster to cast it is this, mL.
    pub volume_ml: f64,
    /// Its length from stub to flat, mm.
    pub length_mm: f64,
    /// Its widths: anteroposterior and mediolateral, mm.
    pub widths_mm: [f64; 2],
    /// The flat above the mid-patellar tendon level, mm.
    pub flat_above_mm: f64,
    /// The bore's floor above the mid-patellar tendon level, mm; negative below it.
    pub bore_floor_above_mm: f64,
    /// Least material between the bore and the surface, mm.
    pub around_bore_mm: f64,
}

/// Why there is no such model.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ModelError {
    /// The bore would come out of the model.
    #[error(
        "a bore of {mandrel_mm} mm, {depth_mm} mm deep, leaves {around_mm:.0} mm of the model around or below it; \
         {least_mm} mm are the least: take a thinner pipe or a shorter bore"
    )]
    Bore {
        /// Its diameter.
        mandrel_mm: f64,
        /// Its depth.
        depth_mm: f64,
        /// What would be left.
        around_mm: f64,
        /// What has to be left.
        least_mm: f64,
    },
    /// The stub could not be joined.
    #[error(transparent)]
    Combine(#[from] CombineError),
}

/// Least material around the bore, mm: plaster of less breaks out when the pipe is clamped (our choice).
pub const AROUND_BORE_MM: f64 = 15.0;

/// Height of the groove, and from its middle to the flat, mm.
const GROOVE_HIGH_MM: f64 = 8.0;
const GROOVE_BELOW_MM: f64 = 15.0;

/// The model of an inside (radii of the chart).
///
/// # Errors
/// See [`ModelError`].
pub fn model(chart: &Chart, inner: &[f64], asked: &BuildUp) -> Result<Model, ModelError> {
    let spokes = chart.spokes();
    let points = chart.points(inner);
    let ring = |row: usize| -> Vec<Vec3> { (0..spokes).map(|spoke| points[chart.index(row, spoke)]).collect() };
    // The last margin row continues what nobody scanned: half of the margin is enough to leave the trim line uncut.
    let last = chart.trim_row() + MARGIN_ROWS / 2;
    let mut rings: Vec<Vec<Vec3>> = (1..=last).map(ring).collect();
    let edge = ring(last);
    let highest = edge.iter().map(|point| point.z).fold(f64::NEG_INFINITY, f64::max);
    let trim = ring(chart.trim_row()).iter().map(|point| point.z).fold(f64::NEG_INFINITY, f64::max);
    let flat = (trim + asked.collar_mm).max(highest + GROOVE_BELOW_MM + GROOVE_HIGH_MM);
    let centre = chart.centre(flat).with_z(0.0);
    let inwards = |z: f64, by: f64| -> Vec<Vec3> {
        edge.iter()
            .map(|point| {
                let from = point.with_z(0.0) - centre;
                (centre + from - from.normalize_or(Vec3::X) * by).with_z(z)
            })
            .collect()
    };
    let groove = flat - GROOVE_BELOW_MM;
    let half = GROOVE_HIGH_MM / 2.0;
    if asked.groove_mm > 0.0 {
        rings.extend([
            inwards(groove - half, 0.0),
            inwards(groove - half / 2.0, asked.groove_mm),
            inwards(groove + half / 2.0, asked.groove_mm),
            inwards(groove + half, 0.0),
        ]);
    }
    rings.push(inwards(flat, 0.0));
    let floor = flat - asked.mandrel_depth_mm;
    let radius = asked.mandrel_mm / 2.0;
    // What is left around the bore above its floor, and below it.
    let beside = points[chart.index(1, 0)..=chart.index(last, spokes - 1)]
        .iter()
        .chain(&edge)
        .map(|point| {
            let out = (point.with_z(0.0) - centre).length() - radius;
            if point.z >= floor { out } else { (out.max(0.0)).hypot(floor - point.z) }
        })
        .fold(f64::INFINITY, f64::min);
    let around = beside.min(
        edge.iter()
            .map(|point| (point.with_z(0.0) - centre).length() - radius - asked.groove_mm)
            .fold(f64::INFINITY, f64::min),
    );
    if asked.mandrel_mm > 0.0 {
        if around < AROUND_BORE_MM {
            return Err(ModelError::Bore {
                mandrel_mm: asked.mandrel_mm,
                depth_mm: asked.mandrel_depth_mm,
                around_mm: around,
                least_mm: AROUND_BORE_MM,
            });
        }
        let bore = |z: f64| -> Vec<Vec3> {
            (0..spokes)
                .map(|spoke| {
                    let (sine, cosine) = chart.angle(spoke).sin_cos();
                    (centre + Vec3::new(cosine, sine, 0.0) * radius).with_z(z)
                })
                .collect()
        };
        rings.extend([bore(flat), bore(floor)]);
    }
    let mut body = crate::combine::loft(&rings);
    // The fan at the distal end goes to the pole itself.
    let pole = rings.len() * spokes;
    body.vertices[pole] = points[chart.index(0, 0)];
    let solid = if asked.extension_mm > 0.0 {
        let end = points[chart.index(0, 0)];
        // Up to where the stub is all within the model.
        let wide = asked.extension_diameter_mm / 2.0;
        let inside = rings.iter().find(|ring| ring.iter().all(|point| (*point - end).with_z(0.0).length() > wide));
        let to = inside.and_then(|ring| ring.iter().map(|point| point.z).reduce(f64::max)).unwrap_or(end.z + 1.0);
        let stub = rod(end - Vec3::Z * asked.extension_mm, end.with_z(to.max(end.z + 1.0)), wide, 96);
        combine_for_file(&body, &[stub], &[])?
    } else {
        body
    };
    let (low, high) = solid.bounds();
    let facts = ModelFacts {
        volume_ml: solid.volume() / 1e3,
        length_mm: high.z - low.z,
        widths_mm: [high.x - low.x, high.y - low.y],
        flat_above_mm: flat,
        bore_floor_above_mm: floor,
        around_bore_mm: around,
    };
    Ok(Model { solid, facts })
}
