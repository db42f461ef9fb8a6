//! # The first steps after donning
//!
//! **Stands for** how much vacuum there is after some steps, with an intact sleeve and with a pinhole in it.
//!
//! **Equations**
//! - from donning (ambient air), walking without pause for N·T seconds, T the stride's time at the case's usual pace;
//!   then P_v
//! - the pinhole is there from the first step; an electric pump does what its controller decides, as in the day
//!
//! **Assumptions** as the ensemble: person 0 and those drawn, with the day's noise of their sensors.
//! **Tests** `crates/twin/tests/day.rs`: no electric pump goes beyond what its controller aims at.

use crate::assemble::Disturbance;
use crate::day::{DayInputs, after_first_walk, usual_pace};
use crate::ensemble::{Draw, Spread, noise, spread};
use crate::parameters::ParameterSet;
use crate::system::System;
use domain::Case;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Vacuum after some steps.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FirstSteps {
    /// Steps on the prosthesis since donning.
    pub steps: f64,
    /// Diameter of the pinhole, mm.
    pub pinhole_mm: f64,
    /// Vacuum with an intact sleeve, kPa.
    pub intact_kpa: Spread,
    /// Vacuum with the pinhole, kPa.
    pub pinhole_kpa: Spread,
    /// What the pump's controller then aims at, kPa; absent without a controller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aim_kpa: Option<f64>,
}

/// Walks the first `steps` at the case's pace.
pub fn first_steps(
    case: &Case,
    parameters: &ParameterSet,
    system: &System,
    inputs: DayInputs<'_>,
    draw: Draw,
    steps: f64,
    pinhole_mm: f64,
) -> FirstSteps {
    let duration_s = steps * usual_pace(case).stride_time();
    let each: Vec<[(f64, f64); 2]> = (0..=draw.persons)
        .into_par_iter()
        .map(|person| {
            let values = parameters.person(draw.seed, person);
            [0.0, pinhole_mm].map(|pinhole_mm| {
                let disturbance = Disturbance { pinhole_mm, ..Disturbance::default() };
                let inputs = DayInputs { disturbance, noise: noise(draw, person), ..inputs };
                after_first_walk(case, &values, system, inputs, duration_s)
            })
        })
        .collect();
    let aim_kpa = each[0][0].1;
    FirstSteps {
        steps,
        pinhole_mm,
        intact_kpa: spread(each.iter().map(|both| both[0].0)),
        pinhole_kpa: spread(each.iter().map(|both| both[1].0)),
        aim_kpa: system.is_controlled().then_some(aim_kpa),
    }
}
