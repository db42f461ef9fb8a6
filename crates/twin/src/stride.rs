//! # The stride: pressure on the skin through one gait cycle
//!
//! **Stands for** what each region of the skin feels from one heel strike to the next, at a moment of the day.
//!
//! **Equations** those of `interface_pressure`, with the rest pressure, load share and section of the state of the network at
//! that moment, at the pace of the day's first walk.
//!
//! **Assumptions** the person walks just then, whatever the activity is.
//! **Tests** the largest pressure of the cycle is the one the day's curve shows (`crates/twin/tests/day.rs`).

use crate::day::{DayInputs, state_at, usual_pace};
use crate::parameters::Values;
use crate::system::System;
use domain::Case;
use physics::interface_pressure::Carried;
use serde::Serialize;

/// Moments of the cycle that are looked at.
const PHASES: usize = 100;

/// Pressure of every region over a gait cycle.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stride {
    /// Moments: 0 is heel strike, 1 the next.
    pub phases: Vec<f64>,
    /// Names of the regions.
    pub regions: Vec<String>,
    /// Pressure, kPa: a row a region, a column a moment.
    pub kpa: Vec<Vec<f64>>,
    /// Where stance ends.
    pub stance_end: f64,
}

/// The stride at `t_s` after midnight.
pub fn stride(case: &Case, values: &Values, system: &System, inputs: DayInputs<'_>, t_s: f64) -> Stride {
    let (network, state) = state_at(case, values, system, inputs, t_s);
    let level = case.limb.amputation_level;
    let regions = inputs.regions.of_case(case, system, values);
    let (rest, swing_rest) = network.rest_pressures(&state, network.standing_vacuum(&state));
    let section = network.air.section;
    let carried = Carried { load_per_force: network.load_share / section, section, rest };
    let pace = usual_pace(case);
    let phases: Vec<f64> = (0..PHASES).map(|phase| phase as f64 / (PHASES - 1) as f64).collect();
    let kpa = regions
        .iter()
        .map(|region| {
            let at = |phase: &f64| region.at_phase(&network.gait, pace, *phase, carried, &swing_rest) / 1e3;
            phases.iter().map(at).collect()
        })
        .collect();
    Stride { phases, regions: inputs.regions.names(level), kpa, stance_end: network.gait.stance_fraction }
}
