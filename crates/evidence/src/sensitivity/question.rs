//! What is asked, and how much is done for the answer.

use domain::Case;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use twin::parameters::ParameterSet;
use twin::regions::Regions;

/// How much to compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Effort {
    /// Trajectories of the elementary effects.
    pub trajectories: u32,
    /// Base points of the variance shares.
    pub points: u32,
    /// Strongest parameters of each outcome that get variance shares.
    pub strongest: u32,
    /// Seed.
    pub seed: u64,
}

impl Default for Effort {
    fn default() -> Self {
        Self { trajectories: 20, points: 256, strongest: 5, seed: 1 }
    }
}

/// What is computed on what.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The case.
    pub case: &'a Case,
    /// The parameters with their spreads.
    pub parameters: &'a ParameterSet,
    /// Regions of the skin.
    pub regions: &'a Regions,
    /// How much to compute.
    pub effort: Effort,
}
