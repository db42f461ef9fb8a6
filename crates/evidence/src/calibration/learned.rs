//! What a log taught: parameters, readings and days before and after it, and whether the draws can be trusted.

use super::diagnostics::diagnose;
use super::log::{Quantity, Reading};
use super::model::{Effort, JUDGED, Model, at};
use super::population::{Draw, Population};
use crate::identifiability::Grip;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::Texts;
use twin::day::DayCourse;
use twin::ensemble::{self, EnsembleDay, ensemble};
use twin::parameters::{Kind, Values};
use twin::quantity::Outcome;
use twin::system::System;

/// Islands agree up to this R-hat.
const MOST_R_HAT: f64 = 1.05;
/// The twin follows a log whose readings it misses by no more than this, in their standard deviations (root mean square).
const MOST_MISS: f64 = 2.0;
/// Place of the 90th percentile in the standard normal law.
const P90: f64 = 1.281_551_565_544_600_4;

/// 10th, 50th and 90th percentile.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quantiles {
    /// 10th percentile.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// 90th percentile.
    pub p90: f64,
}

impl Quantiles {
    /// Of some values.
    pub fn of(values: impl Iterator<Item = f64>) -> Self {
        let ensemble::Spread { p10, p50, p90, .. } = ensemble::spread(values);
        Self { p10, p50, p90 }
    }
}

/// How far islands agree about a number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Diagnosed {
    /// R-hat: 1 where islands agree; absent where it cannot be told.
    pub r_hat: Option<f64>,
    /// Independent draws that all of them are worth.
    pub effective_draws: f64,
}

impl Diagnosed {
    fn of(islands: &[Vec<f64>]) -> Self {
        let (r_hat, effective_draws) = diagnose(islands);
        Self { r_hat: Some(r_hat).filter(|r| r.is_finite()), effective_draws }
    }

    /// Whether they agree well enough.
    pub fn converged(&self) -> bool {
        self.r_hat.is_some_and(|r_hat| r_hat <= MOST_R_HAT)
    }
}

/// One parameter before and after the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Learned {
    /// The parameter.
    pub parameter: String,
    /// Its unit.
    pub unit: String,
    /// Where its stated value comes from.
    pub kind: Kind,
    /// Before the log.
    pub prior: Quantiles,
    /// After it.
    pub posterior: Quantiles,
    /// Standard deviation after over before, in places of the prior: 1 where the log says nothing.
    pub sd_ratio: f64,
    /// How far the mean moved, in prior standard deviations.
    pub shift: f64,
    /// How much that is.
    pub grip: Grip,
    /// Whether islands agree.
    pub diagnosed: Diagnosed,
}

/// One reading beside what the twin said of it before and after the log.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// The reading.
    #[serde(flatten)]
    pub reading: Reading,
    /// Before the log.
    pub prior: Quantiles,
    /// After it.
    pub posterior: Quantiles,
    /// Median after the log less measured, in the reading's standard deviations.
    pub miss: f64,
}

/// A quantity's misses.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Misfit {
    /// The quantity.
    pub quantity: Quantity,
    /// How often it was read.
    pub readings: usize,
    /// Root of the weighted mean square of the misses.
    pub rms: f64,
    /// Whether the twin can follow these readings at all.
    pub follows: bool,
}

/// The day on one suspension before and after the log.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Predicted {
    /// Persons as the stated spreads have them.
    pub prior: EnsembleDay,
    /// Persons as the log leaves them; the central one has the mean places.
    pub posterior: EnsembleDay,
}

/// How the draws were made.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Sampling {
    /// How much was computed.
    pub effort: Effort,
    /// Powers of the likelihood from the prior to the posterior.
    pub powers: Vec<f64>,
    /// Share of steps accepted in the last sweep: about the members' law, and of a few parameters.
    pub accepted: [f64; 2],
    /// Outcomes of the day on the log's suspension.
    pub outcomes: Vec<(&'static Outcome, Diagnosed)>,
    /// Whether every parameter and outcome is known as well as its draws claim.
    pub converged: bool,
    /// Parameters and outcomes on which the islands do not agree.
    pub not_converged: Vec<String>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Calibration {
    /// Name of the case.
    pub case: String,
    /// How the draws were made.
    pub sampling: Sampling,
    /// Every parameter that varies, what the log taught most first.
    pub parameters: Vec<Learned>,
    /// Every reading, in the order of time.
    pub readings: Vec<Compared>,
    /// Misses by quantity.
    pub misfits: Vec<Misfit>,
    /// The day, on the log's suspension first.
    pub days: Vec<Predicted>,
    /// Draws of the posterior by island.
    #[serde(skip)]
    pub draws: Vec<Vec<Values>>,
}

type Draws = Population<[f64; JUDGED.len()]>;

/// One number of every draw, by island.
fn traced<S>(population: &Population<S>, read: impl Fn(&Draw<S>) -> f64) -> Vec<Vec<f64>> {
    population.islands.iter().map(|island| island.iter().map(&read).collect()).collect()
}

/// Makes the answer from the draws.
pub(super) fn learned(model: &Model<'_>, population: &Draws) -> Calibration {
    let question = model.question;
    let draws =
        population.islands.iter().map(|island| island.iter().map(|draw| model.values(draw.z.as_slice())).collect());
    let mut parameters: Vec<Learned> =
        model.names.iter().enumerate().filter_map(|(place, name)| parameter(model, population, place, name)).collect();
    let outcomes: Vec<(&'static Outcome, Diagnosed)> = JUDGED
        .iter()
        .enumerate()
        .map(|(place, outcome)| (*outcome, Diagnosed::of(&traced(population, |draw| draw.seen[place]))))
        .collect();
    let told = parameters.iter().map(|p| (p.parameter.as_str(), p.diagnosed));
    let all = outcomes.iter().map(|(outcome, diagnosed)| (outcome.name(Texts::english()), *diagnosed)).chain(told);
    let not_converged: Vec<String> =
        all.filter(|(_, diagnosed)| !diagnosed.converged()).map(|(name, _)| name.to_string()).collect();
    parameters.sort_by(|a, b| a.sd_ratio.total_cmp(&b.sd_ratio));
    let sampling = Sampling {
        effort: question.effort,
        powers: population.powers.clone(),
        accepted: population.accepted,
        outcomes,
        converged: not_converged.is_empty(),
        not_converged,
    };
    let persons = Persons::new(model, population);
    let systems = || std::iter::once(question.worn).chain(question.others);
    let days: Vec<[Vec<DayCourse>; 2]> = systems().map(|system| persons.days(model, system)).collect();
    let readings = compared(question.readings, &days[0]);
    Calibration {
        case: question.case.name.clone(),
        sampling,
        parameters,
        misfits: misfits(&readings),
        readings,
        days: systems().zip(&days).map(|(system, days)| predicted(&question.effort, system, days)).collect(),
        draws: draws.collect(),
    }
}

fn parameter(model: &Model<'_>, population: &Draws, place: usize, name: &str) -> Option<Learned> {
    let (_, parameter) = model.question.parameters.iter().find(|(known, _)| *known == name)?;
    let z = traced(population, |draw| draw.z[place]);
    let count = z.iter().map(Vec::len).sum::<usize>() as f64;
    let mean = z.iter().flatten().sum::<f64>() / count;
    let sd_ratio = (z.iter().flatten().map(|z| (z - mean).powi(2)).sum::<f64>() / (count - 1.0)).sqrt();
    let [p10, p50, p90] = [-P90, 0.0, P90].map(|z| parameter.at(z));
    // Percentiles of places are places of percentiles: every law is monotone.
    let after = Quantiles::of(z.iter().flatten().copied());
    let drawn_in = |z: f64| {
        let values = model.question.parameters.values_at(|known| (known == name).then_some(z)).named();
        values.iter().find(|(known, _)| *known == name).map_or(f64::NAN, |(_, value)| *value)
    };
    Some(Learned {
        parameter: name.into(),
        unit: parameter.unit.clone(),
        kind: parameter.kind,
        prior: Quantiles { p10, p50, p90 },
        posterior: Quantiles { p10: drawn_in(after.p10), p50: drawn_in(after.p50), p90: drawn_in(after.p90) },
        sd_ratio,
        shift: mean,
        grip: Grip::of(sd_ratio),
        diagnosed: Diagnosed::of(&z),
    })
}

/// Who is predicted for, before and after the log; the central one first.
struct Persons {
    sides: [Vec<Values>; 2],
}

impl Persons {
    fn new(model: &Model<'_>, population: &Draws) -> Self {
        let effort = &model.question.effort;
        let prior = (0..=effort.persons).map(|person| model.question.parameters.person(effort.seed, person)).collect();
        let all: Vec<&Draw<_>> = population.islands.iter().flatten().collect();
        let mean = |place: usize| all.iter().map(|draw| draw.z[place]).sum::<f64>() / all.len().max(1) as f64;
        let central: Vec<f64> = (0..model.names.len()).map(mean).collect();
        // Evenly over all islands.
        let chosen = |person: u32| (f64::from(person) + 0.5) / f64::from(effort.persons) * all.len() as f64;
        let drawn = (0..effort.persons).filter_map(|person| all.get(chosen(person) as usize));
        let posterior =
            std::iter::once(model.values(&central)).chain(drawn.map(|draw| model.values(draw.z.as_slice())));
        Self { sides: [prior, posterior.collect()] }
    }

    fn days(&self, model: &Model<'_>, system: &System) -> [Vec<DayCourse>; 2] {
        let of = |values: &Vec<Values>| values.par_iter().map(|values| model.day(values, system)).collect();
        [of(&self.sides[0]), of(&self.sides[1])]
    }
}

fn predicted(effort: &Effort, system: &System, [prior, posterior]: &[Vec<DayCourse>; 2]) -> Predicted {
    let draw = ensemble::Draw { persons: effort.persons, seed: effort.seed };
    Predicted { prior: ensemble(system, draw, prior), posterior: ensemble(system, draw, posterior) }
}

fn compared(readings: &[Reading], [prior, posterior]: &[Vec<DayCourse>; 2]) -> Vec<Compared> {
    let compare = |reading: &Reading| {
        let of = |days: &[DayCourse]| Quantiles::of(days.iter().map(|day| at(day, reading)));
        let (prior, posterior) = (of(prior), of(posterior));
        Compared { reading: *reading, prior, posterior, miss: (posterior.p50 - reading.value) / reading.sd }
    };
    readings.iter().map(compare).collect()
}

fn misfits(readings: &[Compared]) -> Vec<Misfit> {
    let of = |quantity: Quantity| {
        let own: Vec<&Compared> = readings.iter().filter(|compared| compared.reading.quantity == quantity).collect();
        let weight = own.iter().map(|compared| compared.reading.weight).sum::<f64>();
        let square = own.iter().map(|compared| compared.reading.weight * compared.miss.powi(2)).sum::<f64>();
        let rms = (square / weight).sqrt();
        (!own.is_empty()).then_some(Misfit { quantity, readings: own.len(), rms, follows: rms <= MOST_MISS })
    };
    Quantity::ALL.iter().filter_map(|quantity| of(*quantity)).collect()
}
