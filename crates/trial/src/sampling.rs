//! # What trials of n persons would have concluded
//!
//! **Stands for** the clinical trial that nobody can repeat: drawn many times from the virtual cohort, whose own mean effect is
//! known.
//!
//! **Equations**
//! - trial k draws with stream k of the seed: persons of the cohort, each at most once (or, if asked, each time from all);
//!   sequences and groups take turns, the arm first
//! - every measured outcome has an error σ·N(0, 1): a difference has two of them, the value of a person in a group one
//! - estimate and interval: as in `effect`, for the cohort's design
//! - power: share of trials whose interval lies wholly on the side of the cohort's own effect; wrong sign (type S): share of
//!   those with an interval without 0 that lie on the other side; exaggeration (type M): mean |estimate|/|cohort's effect|
//!   of those with an interval without 0 (Gelman and Carlin 2014)
//! - coverage: share of the intervals that hold the cohort's effect
//! - a trial without an interval (no spread) counts as one that shows nothing, and in no coverage
//!
//! **Assumptions** the cohort is all there is: drawn without replacement the estimates spread by √(1 − n/N) less than trials in
//! a large population would, so that coverage rises above its level; with replacement the cohort stands for a population of
//! any size. Errors are normal and independent.
//! **Tests** error of each design by its formula; power, wrong sign and exaggeration of the published examples; the finite
//! cohort's factor; the same bits on any number of threads.

mod draw;

use super::effect::Estimate;
use super::file::Design;
use super::share::Share;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::{Said, Wording};
use twin::ensemble::quantile;

pub use draw::Cohort;

/// Most persons in a trial that is drawn.
pub const LARGEST_SIZE: usize = 20_000;
/// Most trials that are drawn.
pub const MOST_TRIALS: usize = 20_000;

/// Which trials are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Trials {
    /// Persons in a trial, over all its groups.
    pub size: usize,
    /// Trials drawn.
    pub trials: usize,
    /// Seed.
    pub seed: u64,
    /// Standard deviation of the error of one measured outcome.
    pub measurement_sd: f64,
    /// Level of the intervals, 0 … 1.
    pub level: f64,
    /// A person may be drawn again within a trial: the cohort stands for a population of any size.
    pub replacement: bool,
}

/// How the estimates of the trials lie.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Distribution {
    /// 2.5th percentile.
    pub p2_5: f64,
    /// 16th percentile.
    pub p16: f64,
    /// Median.
    pub p50: f64,
    /// 84th percentile.
    pub p84: f64,
    /// 97.5th percentile.
    pub p97_5: f64,
    /// Mean.
    pub mean: f64,
    /// Standard deviation: the standard error a trial has.
    pub sd: f64,
}

/// What the trials would have concluded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sampling {
    /// The design of the trials.
    pub design: Design,
    /// Which trials were drawn.
    pub drawn: Trials,
    /// Persons of the cohort.
    pub cohort: usize,
    /// Mean effect of the cohort itself, without error of measurement.
    pub truth: f64,
    /// The estimates.
    pub estimate: Distribution,
    /// Share of trials that show the effect on the side it is on; absent where the cohort's effect is exactly none.
    pub power: Option<Share>,
    /// Of the trials that show an effect, the share that show it on the wrong side.
    pub wrong_sign: Option<Share>,
    /// By how much the trials that show an effect exaggerate it; absent where none does.
    pub exaggeration: Option<f64>,
    /// Share of the intervals that hold the cohort's effect.
    pub coverage: Share,
    /// Trials without an interval, because all their values were the same.
    pub without_interval: usize,
}

/// Draws the trials.
///
/// # Errors
/// What cannot be drawn: a trial larger than the cohort, too small for its design, or too many of them.
pub fn sampling(cohort: &Cohort<'_>, trials: &Trials) -> Result<Sampling, Said> {
    let truth = cohort.check(trials)?;
    let estimates: Vec<Estimate> =
        (0..trials.trials as u64).into_par_iter().map(|trial| cohort.trial(trials, trial)).collect();
    let mut sorted: Vec<f64> = estimates.iter().filter_map(|estimate| estimate.mean).collect();
    let estimate = distribution(&mut sorted).ok_or_else(|| Wording::new("not_drawn-none"))?;
    let intervals: Vec<(f64, f64)> = estimates.iter().filter_map(|estimate| estimate.interval.ok()).collect();
    let shown: Vec<f64> = estimates.iter().filter_map(shown).collect();
    let right = shown.iter().filter(|mean| mean.signum() == truth.signum()).count();
    let wrong = shown.len() - right;
    let exaggeration = shown.iter().map(|mean| mean.abs()).sum::<f64>() / shown.len() as f64 / truth.abs();
    let held = intervals.iter().filter(|(low, high)| *low <= truth && truth <= *high).count();
    let some = truth != 0.0;
    Ok(Sampling {
        design: cohort.design(),
        drawn: *trials,
        cohort: cohort.persons(),
        truth,
        estimate,
        power: some.then(|| Share::new(right, estimates.len(), trials.level)),
        wrong_sign: some.then(|| Share::new(wrong, shown.len(), trials.level)),
        exaggeration: Some(exaggeration).filter(|_| some && !shown.is_empty()),
        coverage: Share::new(held, intervals.len(), trials.level),
        without_interval: estimates.len() - intervals.len(),
    })
}

/// The effect a trial shows: its estimate, where its interval leaves out 0.
fn shown(estimate: &Estimate) -> Option<f64> {
    let (low, high) = estimate.interval.ok()?;
    estimate.mean.filter(|_| low > 0.0 || high < 0.0)
}

/// Sorts the estimates, and says how they lie.
fn distribution(estimates: &mut [f64]) -> Option<Distribution> {
    estimates.sort_by(f64::total_cmp);
    let at = |q| quantile(estimates, q);
    let n = estimates.len() as f64;
    let mean = estimates.iter().sum::<f64>() / n;
    let squares: f64 = estimates.iter().map(|estimate| (estimate - mean).powi(2)).sum();
    Some(Distribution {
        p2_5: at(0.025)?,
        p16: at(0.16)?,
        p50: at(0.5)?,
        p84: at(0.84)?,
        p97_5: at(0.975)?,
        mean,
        sd: (squares / (n - 1.0).max(1.0)).sqrt(),
    })
}

#[cfg(test)]
mod tests;
