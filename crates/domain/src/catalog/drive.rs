//! What works a pump.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What drives a pump.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Drive {
    /// Body weight, once a step.
    WeightActivated,
    /// A motor and cells.
    Electric,
    /// A part that swings, once a stride.
    SwingDriven,
    /// A hand.
    Hand,
}
