//! # Effect of an arm against the reference
//!
//! **Stands for** what a trial concludes: the mean effect with its interval, and how the persons lie around it.
//!
//! **Equations** (t: Student's critical value of the level)
//! - paired: d_i = arm − reference of one person on one day; mean d_m, interval d_m ± t_{n−1}·s_d/√n
//! - crossover: d_i = arm − reference of one person on two days; m₁ the mean of those who had the arm first, m₂ of those who
//!   had it second; effect (m₁ + m₂)/2, later day against earlier (m₂ − m₁)/2, both
//!   ± t_{n₁+n₂−2}·(s/2)·√(1/n₁ + 1/n₂) with s² pooled over the two sequences (Hills and Armitage 1979)
//! - parallel: means of two groups of persons; m_a − m_r ± t_f·√(v_a + v_r), v = s²/n,
//!   f = (v_a + v_r)²/(v_a²/(n_a − 1) + v_r²/(n_r − 1)) (Welch 1947, Satterthwaite 1946)
//! - median, 10th and 90th percentile: of the persons' own effects; in a crossover less what the day did. In parallel groups
//!   nobody has both values, so they are absent
//!
//! **Assumptions** means are near enough to normal; in a crossover nothing of the first arm carries over to the second day,
//! and what the day does, it does to both sequences.
//! **Tests** published examples; intervals hold the truth as often as they say; a crossover is blind to what the day does.

use super::critical::student;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::{Texts, Wording};
use twin::ensemble::quantile;

/// Why an effect has no interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoInterval {
    /// Nobody was observed, or nobody of one group or sequence: there is no mean effect either.
    NobodyObserved,
    /// One person in all or in a group: nothing says how persons differ.
    TooFew,
    /// All persons have the same value.
    NoSpread,
    /// The level is not between 0 and 1.
    NoLevel,
}

impl NoInterval {
    /// In words.
    pub fn wording(self) -> Wording {
        Wording::new(self.id())
    }

    /// The same in English.
    pub fn words(self) -> &'static str {
        Texts::english().say(self.id())
    }

    /// The id of its words.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NobodyObserved => "no_interval-nobody_observed",
            Self::TooFew => "no_interval-too_few",
            Self::NoSpread => "no_interval-no_spread",
            Self::NoLevel => "no_interval-no_level",
        }
    }
}

/// What an arm is worth against the reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Effect {
    /// Persons observed, over both groups or sequences.
    pub n: usize,
    /// Persons without a value, because what was to be measured was not reached.
    pub missing: usize,
    /// Mean effect, arm − reference.
    pub mean: Option<f64>,
    /// Standard deviation of the persons' effects; in parallel groups that of the persons' values, √((s_a² + s_r²)/2).
    pub sd: Option<f64>,
    /// Lower end of the interval of the mean.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Level of the interval, 0 … 1.
    pub level: f64,
    /// Why there is no interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_interval: Option<NoInterval>,
    /// Median of the persons' effects.
    pub median: Option<f64>,
    /// Their 10th percentile.
    pub p10: Option<f64>,
    /// Their 90th percentile.
    pub p90: Option<f64>,
}

impl Effect {
    /// The same, with so many more persons told as missing.
    #[must_use]
    pub fn with_missing(self, persons: usize) -> Self {
        Self { missing: self.missing + persons, ..self }
    }

    pub(super) fn new(estimate: Estimate, n: usize, missing: usize, level: f64, mut individual: Vec<f64>) -> Self {
        individual.sort_by(f64::total_cmp);
        let ends = estimate.interval.ok();
        Self {
            n,
            missing,
            mean: estimate.mean,
            sd: estimate.sd,
            low: ends.map(|ends| ends.0),
            high: ends.map(|ends| ends.1),
            level,
            no_interval: estimate.interval.err(),
            median: quantile(&individual, 0.5),
            p10: quantile(&individual, 0.1),
            p90: quantile(&individual, 0.9),
        }
    }
}

/// A crossover's effect, and what the day did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Crossover {
    /// What the arm is worth.
    pub effect: Effect,
    /// Later day − earlier day, on either arm.
    pub period: Option<f64>,
    /// Lower end of its interval, at the effect's level.
    pub period_low: Option<f64>,
    /// Upper end.
    pub period_high: Option<f64>,
}

/// The effect from differences arm − reference of the same persons on the same day. What is not a number counts as missing.
pub fn paired(differences: &[f64], level: f64) -> Effect {
    let (observed, missing) = observed(differences);
    Effect::new(estimate_paired(&observed, level), observed.len(), missing, level, observed)
}

/// The effect from differences arm − reference of the same persons on two days: of those who had the arm `first`, and of those
/// who had it `second`. What is not a number counts as missing.
pub fn crossover(first: &[f64], second: &[f64], level: f64) -> Crossover {
    let (first, missing_first) = observed(first);
    let (second, missing_second) = observed(second);
    let estimate = estimate_crossover(&first, &second, level);
    let period = match (Moments::of(&first), Moments::of(&second)) {
        (Some(first), Some(second)) => Some((second.mean - first.mean) / 2.0),
        _ => None,
    };
    let reach = estimate.interval.ok().map(|(low, high)| (high - low) / 2.0);
    let ends = period.zip(reach).map(|(period, reach)| (period - reach, period + reach));
    let day = period.unwrap_or(0.0);
    let individual = first.iter().map(|d| d + day).chain(second.iter().map(|d| d - day)).collect();
    let n = first.len() + second.len();
    Crossover {
        effect: Effect::new(estimate, n, missing_first + missing_second, level, individual),
        period,
        period_low: ends.map(|ends| ends.0),
        period_high: ends.map(|ends| ends.1),
    }
}

/// The effect from the values of two groups of persons. What is not a number counts as missing.
pub fn parallel(arm: &[f64], reference: &[f64], level: f64) -> Effect {
    let (arm, missing_arm) = observed(arm);
    let (reference, missing_reference) = observed(reference);
    let estimate = estimate_parallel(&arm, &reference, level);
    Effect::new(estimate, arm.len() + reference.len(), missing_arm + missing_reference, level, vec![])
}

fn observed(values: &[f64]) -> (Vec<f64>, usize) {
    let observed: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    let missing = values.len() - observed.len();
    (observed, missing)
}

/// The mean effect and its interval alone: what a drawn trial needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Estimate {
    pub(super) mean: Option<f64>,
    pub(super) sd: Option<f64>,
    pub(super) interval: Result<(f64, f64), NoInterval>,
}

impl Estimate {
    const NOBODY: Self = Self { mean: None, sd: None, interval: Err(NoInterval::NobodyObserved) };

    fn new(mean: f64, sd: Option<f64>, interval: Result<(f64, f64), NoInterval>) -> Self {
        Self { mean: Some(mean), sd, interval }
    }
}

/// One group's mean and squares about it.
#[derive(Clone, Copy)]
struct Moments {
    n: f64,
    mean: f64,
    squares: f64,
}

impl Moments {
    fn of(values: &[f64]) -> Option<Self> {
        let first = *values.first()?;
        let n = values.len() as f64;
        if values.iter().all(|value| *value == first) {
            // Rounding in the mean would else make a spread where there is none.
            return Some(Self { n, mean: first, squares: 0.0 });
        }
        let mean = values.iter().sum::<f64>() / n;
        Some(Self { n, mean, squares: values.iter().map(|value| (value - mean).powi(2)).sum() })
    }

    fn variance(self) -> Option<f64> {
        (self.n >= 2.0).then(|| self.squares / (self.n - 1.0))
    }
}

fn interval(mean: f64, error: f64, freedom: f64, level: f64) -> Result<(f64, f64), NoInterval> {
    if error == 0.0 {
        return Err(NoInterval::NoSpread);
    }
    let reach = student(freedom, level).ok_or(NoInterval::NoLevel)? * error;
    Ok((mean - reach, mean + reach))
}

pub(super) fn estimate_paired(differences: &[f64], level: f64) -> Estimate {
    let Some(all) = Moments::of(differences) else {
        return Estimate::NOBODY;
    };
    let Some(variance) = all.variance() else {
        return Estimate::new(all.mean, None, Err(NoInterval::TooFew));
    };
    let error = (variance / all.n).sqrt();
    Estimate::new(all.mean, Some(variance.sqrt()), interval(all.mean, error, all.n - 1.0, level))
}

pub(super) fn estimate_crossover(first: &[f64], second: &[f64], level: f64) -> Estimate {
    let (Some(first), Some(second)) = (Moments::of(first), Moments::of(second)) else {
        return Estimate::NOBODY;
    };
    let mean = (first.mean + second.mean) / 2.0;
    let freedom = first.n + second.n - 2.0;
    if freedom < 1.0 {
        return Estimate::new(mean, None, Err(NoInterval::TooFew));
    }
    let sd = ((first.squares + second.squares) / freedom).sqrt();
    let error = sd / 2.0 * (1.0 / first.n + 1.0 / second.n).sqrt();
    Estimate::new(mean, Some(sd), interval(mean, error, freedom, level))
}

pub(super) fn estimate_parallel(arm: &[f64], reference: &[f64], level: f64) -> Estimate {
    let (Some(arm), Some(reference)) = (Moments::of(arm), Moments::of(reference)) else {
        return Estimate::NOBODY;
    };
    let mean = arm.mean - reference.mean;
    let (Some(of_arm), Some(of_reference)) = (arm.variance(), reference.variance()) else {
        return Estimate::new(mean, None, Err(NoInterval::TooFew));
    };
    let (a, r) = (of_arm / arm.n, of_reference / reference.n);
    // Taken as shares of their sum, so that small values do not vanish when squared.
    let (share_a, share_r) = (a / (a + r), r / (a + r));
    let freedom = 1.0 / (share_a.powi(2) / (arm.n - 1.0) + share_r.powi(2) / (reference.n - 1.0));
    let sd = f64::midpoint(of_arm, of_reference).sqrt();
    Estimate::new(mean, Some(sd), interval(mean, (a + r).sqrt(), freedom, level))
}

#[cfg(test)]
mod tests;
