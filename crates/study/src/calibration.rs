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
//! (`crates/study/tests/calibration.rs`); a log that says nothing leaves the prior; a more exact one narrows; the same bits on any
//! number of threads.

mod diagnostics;
mod learned;
mod log;
mod population;
mod walked;

pub use diagnostics::diagnose;
pub use learned::{Calibration, Compared, Diagnosed, JUDGED, Learned, Misfit, Predicted, Quantiles, Sampling};
pub use log::{Exactness, Log, LogFault, LogRow, MOST_ROWS, Quantity, Reading};
pub use walked::with_steps;

use crate::sensitivity::varying;
use domain::Case;
use population::{Plan, draws};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use twin::day::{DayCourse, DayInputs, simulate};
use twin::parameters::{ParameterSet, Values};
use twin::system::System;

/// Grid of the days that are looked at, s; a preview's.
pub const GRID_S: f64 = 300.0;
/// How much larger an error of a step may be than a report's; a preview's.
const LOOSER: f64 = 16.0;
/// The first member's stream of the seed; those below are persons'.
const STREAM: u64 = 1 << 33;

/// How much to compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Effort {
    /// Populations that exchange nobody, at least two.
    pub islands: u32,
    /// Members of each, each of which becomes a draw.
    pub members: u32,
    /// Sweeps of three steps at each power of the likelihood.
    pub sweeps: u32,
    /// Sweeps more at the end.
    pub last_sweeps: u32,
    /// Persons whose days are predicted, before the log and after it.
    pub persons: u32,
    /// Seed.
    pub seed: u64,
}

impl Default for Effort {
    fn default() -> Self {
        Self { islands: 6, members: 80, sweeps: 3, last_sweeps: 8, persons: 120, seed: 1 }
    }
}

impl Effort {
    const fn plan(&self) -> Plan {
        let Self { islands, members, sweeps, last_sweeps, seed, .. } = *self;
        Plan { islands, members, sweeps, last_sweeps, seed, stream: STREAM }
    }
}

/// What is calibrated to what.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The case with the log's steps, as [`with_steps`] makes it.
    pub case: &'a Case,
    /// The parameters with their spreads.
    pub parameters: &'a ParameterSet,
    /// How days are simulated; grid and tolerance are those of a calibration.
    pub inputs: DayInputs<'a>,
    /// The suspension of the log.
    pub worn: &'a System,
    /// Suspensions to predict the same day on, beside that of the log.
    pub others: &'a [System],
    /// What was measured.
    pub readings: &'a [Reading],
    /// How much to compute.
    pub effort: Effort,
}

/// Days of [`calibrate`], about: for a progress bar.
pub fn steps(question: &Question<'_>) -> u64 {
    let effort = &question.effort;
    let predicted = (1 + question.others.len() as u64) * 2 * (u64::from(effort.persons) + 1);
    population::looks(&effort.plan()) + predicted
}

/// The day as a function of the places of the parameters that vary.
struct Model<'a> {
    question: &'a Question<'a>,
    names: Vec<&'a str>,
    progress: &'a (dyn Fn() + Sync),
}

impl Model<'_> {
    fn values(&self, z: &[f64]) -> Values {
        let place = |name: &str| self.names.iter().position(|known| *known == name).map(|index| z[index]);
        self.question.parameters.values_at(place)
    }

    /// A person's day; every such day has the same noise of sensors, so that a place has one misfit.
    fn day(&self, values: &Values, system: &System) -> DayCourse {
        let usual = self.question.inputs;
        let inputs = DayInputs { grid_s: GRID_S, tolerance: usual.tolerance.times(LOOSER), ..usual };
        let day = simulate(self.question.case, values, system, inputs);
        (self.progress)();
        day
    }

    /// Misses of the readings in their standard deviations, each by the root of its weight.
    fn misses(&self, day: &DayCourse) -> Vec<f64> {
        let miss = |reading: &Reading| reading.weight.sqrt() * (at(day, reading) - reading.value) / reading.sd;
        self.question.readings.iter().map(miss).collect()
    }

    fn look(&self, z: &[f64]) -> (f64, [f64; JUDGED.len()]) {
        let day = self.day(&self.values(z), self.question.worn);
        let misfit = 0.5 * self.misses(&day).iter().map(|miss| miss * miss).sum::<f64>();
        (misfit, JUDGED.map(|outcome| outcome.of(&day).unwrap_or(f64::NAN)))
    }
}

/// What the twin says of a reading.
fn at(day: &DayCourse, reading: &Reading) -> f64 {
    let course = day.course(reading.quantity.of_day()).unwrap_or_default();
    let of = |place: usize| Some((day.samples.get(place)?.t_s, *course.get(place)?));
    let after = day.samples.partition_point(|sample| sample.t_s < reading.t_s);
    match (after.checked_sub(1).and_then(of), of(after)) {
        (Some((from_s, a)), Some((to_s, b))) => a + (b - a) * (reading.t_s - from_s) / (to_s - from_s),
        (Some((_, only)), None) | (None, Some((_, only))) => only,
        (None, None) => f64::NAN,
    }
}

/// Computes the posterior and what it predicts; `progress` is told after each day.
pub fn calibrate(question: &Question<'_>, progress: &(dyn Fn() + Sync)) -> Calibration {
    let model = Model { question, names: varying(question.parameters), progress };
    let population = draws(model.names.len(), &|z: &[f64]| model.look(z), &question.effort.plan());
    learned::learned(&model, &population)
}
