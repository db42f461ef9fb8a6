//! # The first steps after donning
//!
//! **Stands for** how much vacuum there is after some steps, with an intact sleeve and with a pinhole in it.
//!
//! **Equations**
//! - from donning (ambient air), walking without pause for N·T seconds, T the stride's time at the case's usual pace;
//!   then P_v
//! - the pinhole is there from the first step; an electric pump runs throughout
//!
//! **Assumptions** as the ensemble: person 0 and those drawn.
//! **Tests** held by the answers of `concord fit` in the README's test.

use crate::assemble::{Disturbance, assemble};
use crate::day::usual_pace;
use crate::ensemble::{Draw, Spread, spread};
use crate::parameters::{ParameterSet, Values};
use crate::system::System;
use domain::Case;
use physics::integrator::{Integrator, Tolerance};
use physics::network::Regime;
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
}

/// Walks the first `steps` at the case's pace. An electric pump is taken to run throughout.
pub fn first_steps(
    case: &Case,
    parameters: &ParameterSet,
    system: &System,
    draw: Draw,
    steps: f64,
    pinhole_mm: f64,
) -> FirstSteps {
    let pace = usual_pace(case);
    let vacuum = |values: &Values, pinhole_mm: f64| {
        let network = assemble(case, values, system, Disturbance { pinhole_mm, mass_gained_kg: 0.0 });
        let mut state = network.donned();
        let regime = Regime::Walk { pace, duty: 1.0 };
        let duration = steps * pace.stride_time();
        Integrator::new(Tolerance::default()).advance(&network, &mut state, regime, true, duration, |_, _| ());
        network.standing_vacuum(&state) / 1e3
    };
    let both: Vec<(f64, f64)> = (0..=draw.persons)
        .into_par_iter()
        .map(|person| parameters.person(draw.seed, person))
        .map(|values| (vacuum(&values, 0.0), vacuum(&values, pinhole_mm)))
        .collect();
    FirstSteps {
        steps,
        pinhole_mm,
        intact_kpa: spread(both.iter().map(|pair| pair.0)),
        pinhole_kpa: spread(both.iter().map(|pair| pair.1)),
    }
}
