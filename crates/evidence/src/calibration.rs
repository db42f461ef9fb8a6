//! # Calibration: one person's parameters from their own log
//!
//! **Stands for** what a day of vacuum readings, counted steps and measured volumes tells of one person: the same twin, its
//! bands narrowed to who it is about.
//!
//! **Equations**
//! - person: places z of the parameters in standard deviations of their stated spreads; prior z ~ N(0, I), drawn in to
//!   ±2.5 as every sample is; fixed parameters stay
//! - likelihood: y ~ N(f(z), σ²/w): y a reading, f the twin's day at its time, between points of the grid by straight lines,
//!   σ the stated exactness, w the reading's weight: one for each half-hour, shared by the readings within it
//! - steps: an interval whose steps were counted is walked with them, the others as the case says (`walked`)
//! - draws: populations led from the prior to the posterior by Crank–Nicolson steps (`population`), in islands that exchange
//!   nobody; each member a stream of the seed
//! - converged: R-hat between islands at most 1.05 for every parameter and every outcome of the day (`diagnostics`)
//! - what was learnt of a parameter: standard deviation of z after the log over the one before; 1 is nothing
//!
//! **Assumptions** readings err independently beyond their half-hour; the twin's own faults are in σ, which is assumed; the limb
//! was at rest at the day's donning; the case's limb is as measured, only parameters are inferred. A parameter that the log
//! cannot tell from another keeps what the other does not need.
//! **Tests** a known normal posterior is kept; hidden persons lie in their bands as often as these say
//! (`crates/evidence/tests/calibration.rs`); a log that says nothing leaves the prior; a more exact one narrows; the same bits on any
//! number of threads.

mod diagnostics;
mod learned;
mod log;
mod model;
mod population;
mod walked;

pub use diagnostics::diagnose;
pub use learned::{Calibration, Compared, Diagnosed, Learned, Misfit, Predicted, Quantiles, Sampling};
pub use log::{Exactness, Log, LogFault, LogRow, MOST_ROWS, Quantity, Reading};
pub use model::{Effort, GRID_S, JUDGED, Question};
pub use walked::with_steps;

use crate::sensitivity::varying;
use model::Model;
use population::draws;

/// Days of [`calibrate`], about: for a progress bar.
pub fn steps(question: &Question<'_>) -> u64 {
    let effort = &question.effort;
    let predicted = (1 + question.others.len() as u64) * 2 * (u64::from(effort.persons) + 1);
    population::looks(&effort.plan()) + predicted
}

/// Computes the posterior and what it predicts; `progress` is told after each day.
pub fn calibrate(question: &Question<'_>, progress: &(dyn Fn() + Sync)) -> Calibration {
    let model = Model { question, names: varying(question.parameters), progress };
    let population = draws(model.names.len(), &|z: &[f64]| model.look(z), &question.effort.plan());
    learned::learned(&model, &population)
}
