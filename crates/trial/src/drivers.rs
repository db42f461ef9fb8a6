//! # What goes with a person's effect
//!
//! **Stands for** the first question a clinician asks of a mean: in whom more, in whom less.
//!
//! **Equations**
//! - Spearman's ρ of a variable with the individual effect, equal values sharing the mean of their ranks
//! - its interval: tanh(atanh ρ ± z·√((1 + ρ²/2)/(n − 3))) (Fisher's transformation with the variance of Bonett and Wright
//!   2000); absent with three persons and fewer, and where the ranks agree wholly
//! - subgroups: persons below, within and above the thirds of the variable (its quantiles at 1/3 and 2/3, equal values
//!   together), the paired effect of each
//!
//! **Assumptions** each variable is looked at alone: what goes with the effect need not cause it, and with twenty variables
//! one interval of 95 % misses 0 by chance.
//! **Tests** ranks with ties; the interval holds the true ρ of normals as often as it says; thirds by hand.

use super::critical::normal;
use super::effect::{Effect, paired};
use super::responders::Variable;
use evidence::rank_correlation::rank_correlation;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use twin::ensemble::quantile;

/// How a variable goes with the effect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Driver {
    /// The variable.
    pub variable: String,
    /// Persons whose value and effect are known.
    pub n: usize,
    /// Spearman's ρ; absent where the variable or the effect does not vary.
    pub correlation: Option<f64>,
    /// Lower end of its interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

/// The effect in those whose value of a variable lies in one third.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Subgroup {
    /// Lowest value in it.
    pub from: f64,
    /// Highest value in it.
    pub to: f64,
    /// Effect of its persons.
    pub effect: Effect,
}

/// How each variable goes with the individual effects, the strongest first.
pub fn drivers(variables: &[Variable<'_>], effects: &[f64], level: f64) -> Vec<Driver> {
    let mut drivers: Vec<Driver> = variables.par_iter().map(|variable| driver(variable, effects, level)).collect();
    let size = |driver: &Driver| driver.correlation.map_or(-1.0, f64::abs);
    drivers.sort_by(|a, b| size(b).total_cmp(&size(a)));
    drivers
}

/// The effect in the thirds of a variable, lowest first; a third in which nobody is (few distinct values) is left out.
pub fn thirds(variable: &Variable<'_>, effects: &[f64], level: f64) -> Vec<Subgroup> {
    let mut known = known(variable, effects);
    known.sort_by(|a, b| a.0.total_cmp(&b.0));
    let values: Vec<f64> = known.iter().map(|(value, _)| *value).collect();
    let (Some(low), Some(high)) = (quantile(&values, 1.0 / 3.0), quantile(&values, 2.0 / 3.0)) else {
        return vec![];
    };
    let third = |value: f64| usize::from(value > low) + usize::from(value > high);
    known
        .chunk_by(|a, b| third(a.0) == third(b.0))
        .map(|group| {
            let effects: Vec<f64> = group.iter().map(|(_, effect)| *effect).collect();
            Subgroup { from: group[0].0, to: group[group.len() - 1].0, effect: paired(&effects, level) }
        })
        .collect()
}

/// Value and effect of the persons of whom both are known.
fn known(variable: &Variable<'_>, effects: &[f64]) -> Vec<(f64, f64)> {
    let both = variable.values.iter().copied().zip(effects.iter().copied());
    both.filter(|(value, effect)| value.is_finite() && effect.is_finite()).collect()
}

fn driver(variable: &Variable<'_>, effects: &[f64], level: f64) -> Driver {
    let (values, effects): (Vec<f64>, Vec<f64>) = known(variable, effects).into_iter().unzip();
    let n = values.len();
    let correlation = rank_correlation(&values, &effects);
    let ends = correlation.zip(normal(level)).filter(|(rho, _)| n > 3 && rho.abs() < 1.0).map(|(rho, z)| {
        let reach = z * ((1.0 + rho * rho / 2.0) / (n as f64 - 3.0)).sqrt();
        ((rho.atanh() - reach).tanh(), (rho.atanh() + reach).tanh())
    });
    Driver {
        variable: variable.name.to_string(),
        n,
        correlation,
        low: ends.map(|ends| ends.0),
        high: ends.map(|ends| ends.1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::SeedableRng;
    use rand_distr::{Distribution, StandardNormal};

    #[test]
    fn the_strongest_comes_first_and_what_does_not_vary_last() {
        let (weak, strong, fixed) = ([1.0, 2.0, 2.0, 3.0], [4.0, 3.0, 2.0, 1.0], [1.0; 4]);
        let effects = [10.0, 30.0, 20.0, 40.0];
        let variables = [
            Variable { name: "fixed", values: &fixed },
            Variable { name: "strong", values: &strong },
            Variable { name: "weak", values: &weak },
        ];
        let found = drivers(&variables, &effects, 0.95);
        let names: Vec<&str> = found.iter().map(|driver| driver.variable.as_str()).collect();
        assert_eq!(names, ["weak", "strong", "fixed"], "0.95 with its ties, then 0.8");
        assert_eq!((found[2].correlation, found[2].low), (None, None));
        let by_hand = 0.95f64.atanh();
        let driver = &found[0];
        assert!((driver.correlation.expect("varies").atanh() - by_hand).abs() < 0.02);
        assert!(driver.low < driver.correlation && driver.correlation < driver.high);
    }

    #[test]
    fn three_persons_and_whole_agreement_have_no_interval() {
        let values = [1.0, 2.0, 3.0, 4.0, 5.0, f64::NAN];
        let all = drivers(&[Variable { name: "a", values: &values }], &[2.0, 3.0, 4.0, 5.0, 6.0, 0.0], 0.95);
        assert_eq!((all[0].n, all[0].correlation, all[0].low), (5, Some(1.0), None));
        let few = drivers(&[Variable { name: "a", values: &values[..3] }], &[2.0, 1.0, 3.0], 0.95);
        assert_eq!((few[0].n, few[0].correlation, few[0].high), (3, Some(0.5), None));
        assert_eq!(drivers(&[Variable { name: "a", values: &[] }], &[], 0.95)[0].n, 0);
    }

    /// Of normals with correlation r, Spearman's ρ is 6/π·asin(r/2) (Pearson 1907).
    #[test]
    fn the_interval_holds_the_true_correlation_as_often_as_it_says() {
        let mut random = ChaCha8Rng::seed_from_u64(3);
        let mut draw = || -> f64 { StandardNormal.sample(&mut random) };
        for r in [0.0, 0.5, -0.8f64] {
            let truth = 6.0 / std::f64::consts::PI * (r / 2.0).asin();
            let mut held = 0;
            for _ in 0..2000 {
                let values: Vec<f64> = (0..40).map(|_| draw()).collect();
                let effects: Vec<f64> = values.iter().map(|x| r * x + (1.0 - r * r).sqrt() * draw()).collect();
                let found = driver(&Variable { name: "a", values: &values }, &effects, 0.95);
                held += usize::from(found.low < Some(truth) && found.high > Some(truth));
            }
            // Binomial: 1900 ± 10; the variance is itself approximate, so 2 points are allowed.
            assert!((1860..=1940).contains(&held), "r = {r}: {held} of 2000");
        }
    }

    #[test]
    fn thirds_are_cut_by_the_values_and_carry_the_effect_of_their_persons() {
        let values = [9.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
        let effects = [90.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0];
        let found = thirds(&Variable { name: "a", values: &values }, &effects, 0.95);
        let seen: Vec<_> = found.iter().map(|third| (third.from, third.to, third.effect.mean)).collect();
        assert_eq!(seen, [(1.0, 3.0, Some(20.0)), (4.0, 6.0, Some(50.0)), (7.0, 9.0, Some(80.0))]);
    }

    #[test]
    fn equal_values_stay_together_and_an_empty_third_is_left_out() {
        let values = [0.0, 1.0, 0.0, 1.0, 0.0, 1.0];
        let found = thirds(&Variable { name: "a", values: &values }, &[1.0, 5.0, 2.0, 6.0, 3.0, 7.0], 0.95);
        let seen: Vec<_> = found.iter().map(|third| (third.from, third.to, third.effect.mean)).collect();
        assert_eq!(seen, [(0.0, 0.0, Some(2.0)), (1.0, 1.0, Some(6.0))]);
        assert!(thirds(&Variable { name: "a", values: &[] }, &[], 0.95).is_empty());
    }
}
