//! The order of a custom liner: its shape, its thickness by height, its material.

use crate::csv_text::Rows;
use domain::technique::{CustomLiner, LinerMaterial, Step, Technique};
use geometry::limb::Limb;
use geometry::own_liner::{LinerFacts, OwnLiner, own_liner};
use geometry::socket::Socket;
use schemars::JsonSchema;
use serde::Serialize;

/// A custom liner to order.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LinerOrderFacts {
    /// Its material.
    pub material: LinerMaterial,
    /// Who said how much tighter its inside is.
    pub undersize_from: String,
    /// Its shape.
    #[serde(flatten)]
    pub shape: LinerFacts,
}

/// Heights of the order, mm: those of the clinic's sheets.
const STEP_MM: f64 = 20.0;

/// The liner of a technique; nothing where it has no thickness, or the scan is too short.
pub(super) fn order(
    limb: &Limb,
    socket: &Socket,
    technique: &Technique,
    asked: &CustomLiner,
) -> Option<(OwnLiner, LinerOrderFacts)> {
    let (material, thickness) = technique.steps.iter().find_map(|step| match step {
        Step::Liner { material, thickness } => Some((*material, thickness)),
        _ => None,
    })?;
    let made = own_liner(limb, &socket.chart, thickness, asked.undersize_percent, STEP_MM)?;
    let facts = LinerOrderFacts { material, undersize_from: asked.undersize_from.clone(), shape: made.facts.clone() };
    Some((made, facts))
}

/// The order as a table.
pub(super) fn csv(order: &LinerOrderFacts) -> String {
    let mut rows = Rows::new();
    rows.row(["above_distal_end_mm", "skin_circumference_mm", "inside_circumference_mm", "thickness_mm"]);
    for row in &order.shape.rows {
        let [skin, inside, thick] = [row.skin_mm, row.inside_mm, row.thickness_mm].map(|mm| format!("{mm:.1}"));
        rows.row([row.above_distal_end_mm.to_string(), skin, inside, thick]);
    }
    let shape = &order.shape;
    for (name, value) in [
        ("length_mm", shape.length_mm),
        ("material_ml", shape.material_ml),
        ("undersize_percent", shape.undersize_percent),
    ] {
        rows.row([name.to_string(), format!("{value:.1}"), String::new(), String::new()]);
    }
    rows.text()
}
