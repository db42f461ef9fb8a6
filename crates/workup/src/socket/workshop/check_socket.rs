//! A check socket drawn over the model: which frame and sheet, and what wall is left on the mean.

use crate::workshop_data::thermoforming;
use domain::technique::{CheckSocket, Sheet};
use geometry::Vec3;
use geometry::mandrel::Model;
use geometry::mesh::face_vector;
use schemars::JsonSchema;
use serde::Serialize;
use std::f64::consts::PI;

/// A frame, and what is left of the sheet in it.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Frame {
    /// Its opening, mm.
    pub opening_mm: f64,
    /// Side of the square sheet, mm.
    pub sheet_side_mm: f64,
    /// The area covered over the opening's.
    pub draw_ratio: f64,
    /// The mean wall, mm.
    pub mean_wall_mm: f64,
    /// The mean is no less than the wall that is wanted, and the model goes through with room.
    pub suits: bool,
}

/// A check socket to be drawn.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CheckSocketFacts {
    /// Of which sheet.
    pub sheet: Sheet,
    /// Its thickness before, mm.
    pub sheet_mm: f64,
    /// The wall that is wanted, mm.
    pub minimum_mm: f64,
    /// What the sheet has to cover: the model and the ring around its foot, cm².
    pub covered_cm2: f64,
    /// Frames.
    pub frames: Vec<Frame>,
    /// Key of the source.
    pub source: String,
}

/// The frames for a model that stands on its flat.
pub(super) fn facts(asked: &CheckSocket, model: &Model) -> CheckSocketFacts {
    let forming = thermoforming();
    let flat = model.facts.flat_above_mm;
    let (low, high) = model.solid.bounds();
    let middle = ((low + high) / 2.0).with_z(0.0);
    // The sheet covers what looks away from the axis or down; the flat stands on the table, the bore is inside.
    let covered: f64 = model
        .solid
        .triangles()
        .filter_map(|corners| {
            let vector = face_vector(corners);
            let at = corners.iter().sum::<Vec3>() / 3.0;
            let out = (at - middle).with_z(0.0);
            let on_flat = vector.z > 0.0 && (at.z - flat).abs() < 1e-6;
            (!on_flat && (vector.with_z(0.0).dot(out) > 0.0 || vector.z < 0.0)).then(|| vector.length())
        })
        .sum();
    let footprint = PI / 4.0 * model.facts.widths_mm[0] * model.facts.widths_mm[1];
    let wide = model.facts.widths_mm[0].max(model.facts.widths_mm[1]);
    let frame = |opening: &f64| {
        let area = PI / 4.0 * opening * opening;
        let draw_ratio = (covered + (area - footprint).max(0.0)) / area;
        let mean_wall_mm = asked.sheet_mm / draw_ratio;
        Frame {
            opening_mm: *opening,
            sheet_side_mm: opening + 2.0 * forming.clamped_mm,
            draw_ratio,
            mean_wall_mm,
            suits: mean_wall_mm >= asked.minimum_mm && *opening >= wide + 2.0 * forming.clearance_mm,
        }
    };
    CheckSocketFacts {
        sheet: asked.sheet,
        sheet_mm: asked.sheet_mm,
        minimum_mm: asked.minimum_mm,
        covered_cm2: covered / 1e2,
        frames: forming.frames_mm.iter().map(frame).collect(),
        source: forming.source,
    }
}
