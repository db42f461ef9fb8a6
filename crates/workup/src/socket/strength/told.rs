//! What is told of a socket's strength.

use super::data::{Condition, Test};
use domain::technique::Landmark;
use schemars::JsonSchema;
use serde::Serialize;

/// What breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Breaks {
    /// A layer.
    Layer,
    /// What holds layers together.
    BetweenLayers,
}

/// A test.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TestRow {
    /// Heel or forefoot.
    pub condition: Condition,
    /// How hard.
    pub test: Test,
    /// Its force, N.
    pub force_n: f64,
    /// Force at which the weakest place reaches its strength, over the test's: for low, usual and high strength.
    pub safety: [f64; 3],
    /// What follows.
    pub verdict: Verdict,
}

/// How a test compares with what is known of the material.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Computed below the strength even of the weakest material.
    Below,
    /// Between the weakest and the strongest.
    Uncertain,
    /// Above the strength even of the strongest.
    Above,
}

/// Where it would break first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Place {
    /// Under which condition.
    pub condition: Condition,
    /// Below the mid-patellar tendon level, mm.
    pub below_mm: f64,
    /// From anterior towards lateral, degrees; absent below the inside's end, where nothing lies around.
    pub around_deg: Option<f64>,
    /// At the corner of wall and mount, in the wall, or in the mount's block.
    pub part: Part,
    /// The nearest landmark.
    pub near: Option<Landmark>,
    /// How far it is, mm.
    pub near_mm: Option<f64>,
    /// What breaks.
    pub breaks: Breaks,
    /// Stress in a layer there, von Mises, under the proof force, MPa.
    pub mises_mpa: f64,
    /// Tension across the layers there, MPa: negative is pressure.
    pub across_mpa: f64,
    /// How far the brim moves at most under the proof force, mm.
    pub moved_mm: f64,
}

/// A part of the socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Where wall and block meet outside.
    Corner,
    /// The wall.
    Wall,
    /// The block.
    Block,
}

/// A mesh and what came of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MeshRow {
    /// Elements.
    pub elements: usize,
    /// Nodes.
    pub nodes: usize,
    /// Least safety over both conditions under the proof force, usual strength.
    pub safety: f64,
    /// Sum of the forces at the mounting face against the load, as a share of it.
    pub equilibrium: f64,
}
