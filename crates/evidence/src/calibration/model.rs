//! What is asked of a log, and the day as a function of what is drawn.

use super::log::Reading;
use super::population::Plan;
use domain::Case;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use twin::day::{DayCourse, DayInputs, simulate};
use twin::parameters::{ParameterSet, Values};
use twin::quantity::{
    IN_SOCKET_FLUID_END_PCT, Outcome, PEAK_PRESSURE_KPA, PISTONING_MEAN_MM, POST_DOFF_VOLUME_END_PCT, VACUUM_MEAN_KPA,
};
use twin::system::System;

/// The first member's stream of the seed; those below are persons'.
const STREAM: u64 = 1 << 33;

/// Grid of the days that are looked at, s; a preview's.
pub const GRID_S: f64 = 300.0;

/// How much larger an error of a step may be than a report's; a preview's.
const LOOSER: f64 = 16.0;

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
    pub(super) const fn plan(&self) -> Plan {
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

/// The day as a function of the places of the parameters that vary.
pub(super) struct Model<'a> {
    pub question: &'a Question<'a>,
    pub names: Vec<&'a str>,
    pub progress: &'a (dyn Fn() + Sync),
}

impl Model<'_> {
    pub(super) fn values(&self, z: &[f64]) -> Values {
        let place = |name: &str| self.names.iter().position(|known| *known == name).map(|index| z[index]);
        self.question.parameters.values_at(place)
    }

    /// A person's day; every such day has the same noise of sensors, so that a place has one misfit.
    pub(super) fn day(&self, values: &Values, system: &System) -> DayCourse {
        let usual = self.question.inputs;
        let inputs = DayInputs { grid_s: GRID_S, tolerance: usual.tolerance.times(LOOSER), ..usual };
        let day = simulate(self.question.case, values, system, inputs);
        (self.progress)();
        day
    }

    /// Misses of the readings in their standard deviations, each by the root of its weight.
    pub(super) fn misses(&self, day: &DayCourse) -> Vec<f64> {
        let miss = |reading: &Reading| reading.weight.sqrt() * (at(day, reading) - reading.value) / reading.sd;
        self.question.readings.iter().map(miss).collect()
    }

    pub(super) fn look(&self, z: &[f64]) -> (f64, [f64; JUDGED.len()]) {
        let day = self.day(&self.values(z), self.question.worn);
        let misfit = 0.5 * self.misses(&day).iter().map(|miss| miss * miss).sum::<f64>();
        (misfit, JUDGED.map(|outcome| outcome.of(&day).unwrap_or(f64::NAN)))
    }
}

/// What the twin says of a reading.
pub(super) fn at(day: &DayCourse, reading: &Reading) -> f64 {
    let course = day.course(reading.quantity.of_day()).unwrap_or_default();
    let of = |place: usize| Some((day.samples.get(place)?.t_s, *course.get(place)?));
    let after = day.samples.partition_point(|sample| sample.t_s < reading.t_s);
    match (after.checked_sub(1).and_then(of), of(after)) {
        (Some((from_s, a)), Some((to_s, b))) => a + (b - a) * (reading.t_s - from_s) / (to_s - from_s),
        (Some((_, only)), None) | (None, Some((_, only))) => only,
        (None, None) => f64::NAN,
    }
}

/// Outcomes of the day that draws are judged by.
pub const JUDGED: [&Outcome; 5] =
    [&POST_DOFF_VOLUME_END_PCT, &IN_SOCKET_FLUID_END_PCT, &VACUUM_MEAN_KPA, &PISTONING_MEAN_MM, &PEAK_PRESSURE_KPA];
