//! One trial drawn from a cohort, for each design.

use super::super::effect::{Estimate, estimate_crossover, estimate_paired, estimate_parallel};
use super::super::file::Design;
use super::{LARGEST_SIZE, MOST_TRIALS, Trials};
use rand::RngExt;
use rand::seq::index;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Distribution, StandardNormal};
use texts::{Arg, Said, Wording};

/// What the cohort's persons showed, without error of measurement; every value is a number.
#[derive(Clone, Copy, Debug)]
pub enum Cohort<'a> {
    /// Arm − reference of every person on the same day.
    Paired(&'a [f64]),
    /// Arm − reference on two days, of those who had the arm first and of those who had it second.
    Crossover {
        /// Those who had the arm first.
        first: &'a [f64],
        /// Those who had it second.
        second: &'a [f64],
    },
    /// Two groups of persons, each simulated on one of the two.
    Parallel {
        /// Values of those on the arm.
        arm: &'a [f64],
        /// Values of those on the reference.
        reference: &'a [f64],
    },
    /// The same persons simulated on both, of whom each trial puts half on one and half on the other.
    Randomised {
        /// Every person's value on the arm.
        arm: &'a [f64],
        /// The same persons' values on the reference.
        reference: &'a [f64],
    },
}

impl Cohort<'_> {
    /// The design of the trials drawn from it.
    pub fn design(&self) -> Design {
        match self {
            Self::Paired(_) => Design::Paired,
            Self::Crossover { .. } => Design::Crossover,
            Self::Parallel { .. } | Self::Randomised { .. } => Design::Parallel,
        }
    }

    /// Persons in it.
    pub fn persons(&self) -> usize {
        match self {
            Self::Paired(all) | Self::Randomised { arm: all, .. } => all.len(),
            Self::Crossover { first: a, second: b } | Self::Parallel { arm: a, reference: b } => a.len() + b.len(),
        }
    }

    /// The largest trial that can be drawn without drawing a person twice.
    pub fn largest(&self) -> usize {
        match self {
            Self::Paired(all) | Self::Randomised { arm: all, .. } => all.len(),
            // The first takes the odd one.
            Self::Crossover { first: a, second: b } | Self::Parallel { arm: a, reference: b } => {
                if a.len() > b.len() {
                    2 * b.len() + 1
                } else {
                    2 * a.len()
                }
            }
        }
    }

    /// The smallest trial that can have an interval.
    pub fn smallest(&self) -> usize {
        match self.design() {
            Design::Paired => 2,
            Design::Crossover => 3,
            Design::Parallel => 4,
        }
    }

    /// Its own mean effect, once what is asked of it can be drawn.
    pub(in super::super) fn check(&self, trials: &Trials) -> Result<f64, Said> {
        let count = |count: usize| Arg::Figure(count.to_string());
        let values: [&[f64]; 2] = match self {
            Self::Paired(all) => [all, all],
            Self::Crossover { first: a, second: b }
            | Self::Parallel { arm: a, reference: b }
            | Self::Randomised { arm: a, reference: b } => [a, b],
        };
        if let Self::Randomised { arm, reference } = self
            && arm.len() != reference.len()
        {
            let why = Wording::new("not_drawn-unequal").with("arm", count(arm.len()));
            return Err(why.with("reference", count(reference.len())).into());
        }
        if let Some(odd) = values.iter().copied().flatten().find(|value| !value.is_finite()) {
            let why = Wording::new("not_drawn-no_value").with("value", Arg::Figure(odd.to_string()));
            return Err(why.into());
        }
        let Some([a, b]) = mean(values[0]).zip(mean(values[1])).map(<[f64; 2]>::from) else {
            return Err(Wording::new("not_drawn-empty_group").into());
        };
        let (smallest, largest) = (self.smallest(), self.largest());
        if !trials.replacement && trials.size > largest {
            let why = Wording::new("not_drawn-larger_than_the_cohort").with("size", count(trials.size));
            return Err(why.with("cohort", count(self.persons())).with("most", count(largest)).into());
        }
        if trials.size < smallest || trials.size > LARGEST_SIZE {
            let why = Wording::new("not_drawn-size").with("size", count(trials.size));
            return Err(why.with("least", count(smallest)).with("most", count(LARGEST_SIZE)).into());
        }
        if trials.trials == 0 || trials.trials > MOST_TRIALS {
            let why = Wording::new("not_drawn-trials").with("count", count(trials.trials));
            return Err(why.with("most", count(MOST_TRIALS)).into());
        }
        if !(trials.measurement_sd.is_finite() && trials.measurement_sd >= 0.0) {
            let error = Arg::Figure(trials.measurement_sd.to_string());
            return Err(Wording::new("not_drawn-error_of_measurement").with("error", error).into());
        }
        if !(trials.level > 0.0 && trials.level < 1.0) {
            let level = Arg::Figure(trials.level.to_string());
            return Err(Wording::new("not_drawn-level").with("level", level).into());
        }
        Ok(match self {
            Self::Paired(_) => a,
            Self::Crossover { .. } => f64::midpoint(a, b),
            Self::Parallel { .. } | Self::Randomised { .. } => a - b,
        })
    }

    /// What trial number `trial` concludes; the cohort was checked.
    pub(super) fn trial(&self, trials: &Trials, trial: u64) -> Estimate {
        let mut lot = Lot::new(trials, trial);
        let (level, size) = (trials.level, trials.size);
        match self {
            Self::Paired(all) => {
                let drawn: Vec<f64> = lot.persons(all.len(), size).into_iter().map(|person| all[person]).collect();
                estimate_paired(&lot.measured(drawn, 2), level)
            }
            Self::Crossover { first, second } => {
                let [first, second] = lot.two_groups(first, second, size);
                estimate_crossover(&lot.measured(first, 2), &lot.measured(second, 2), level)
            }
            Self::Parallel { arm, reference } => {
                let [arm, reference] = lot.two_groups(arm, reference, size);
                estimate_parallel(&lot.measured(arm, 1), &lot.measured(reference, 1), level)
            }
            Self::Randomised { arm, reference } => {
                let persons = lot.persons(arm.len(), size);
                let (on_arm, on_reference) = persons.split_at(size.div_ceil(2));
                let arm = on_arm.iter().map(|person| arm[*person]).collect();
                let reference = on_reference.iter().map(|person| reference[*person]).collect();
                estimate_parallel(&lot.measured(arm, 1), &lot.measured(reference, 1), level)
            }
        }
    }
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// What chance decides in one trial.
struct Lot {
    random: ChaCha8Rng,
    replacement: bool,
    measurement_sd: f64,
}

impl Lot {
    fn new(trials: &Trials, trial: u64) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(trials.seed);
        random.set_stream(trial);
        Self { random, replacement: trials.replacement, measurement_sd: trials.measurement_sd }
    }

    /// `size` of the persons 0 … `of`, in random order.
    fn persons(&mut self, of: usize, size: usize) -> Vec<usize> {
        if self.replacement {
            (0..size).map(|_| self.random.random_range(0..of)).collect()
        } else {
            index::sample(&mut self.random, of, size).into_vec()
        }
    }

    /// Half of the trial from each group, the odd one from the first.
    fn two_groups(&mut self, first: &[f64], second: &[f64], size: usize) -> [Vec<f64>; 2] {
        [(first, size.div_ceil(2)), (second, size / 2)]
            .map(|(group, size)| self.persons(group.len(), size).into_iter().map(|person| group[person]).collect())
    }

    /// The values with the errors of so many measurements each.
    fn measured(&mut self, mut values: Vec<f64>, times: usize) -> Vec<f64> {
        for value in values.iter_mut().filter(|_| self.measurement_sd > 0.0) {
            for _ in 0..times {
                let error: f64 = StandardNormal.sample(&mut self.random);
                *value += self.measurement_sd * error;
            }
        }
        values
    }
}
