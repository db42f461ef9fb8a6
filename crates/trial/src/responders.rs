//! # Who gains and who loses
//!
//! **Stands for** what a mean hides: an arm without a mean effect may help a third and harm a third.
//!
//! **Equations**
//! - gain g: the effect, its sign turned where lower is better; gaining g ≥ δ, losing g ≤ −δ, within: the others; δ is the
//!   difference that matters
//! - standardised difference of a variable between those who lose and all others: (m_l − m_o)/√((s_l² + s_o²)/2)
//!   (Austin 2009); absent where a group has fewer than two persons or nobody varies
//!
//! **Assumptions** a person's effect is known without error, as in a simulation: measured effects spread more, and more of
//! them seem to gain and to lose.
//! **Tests** shares by hand on both sides of δ, for either sign; those who lose are told from the others by what was made to
//! differ.

use super::share::Share;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which way an outcome is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// More of it.
    Higher,
    /// Less of it.
    Lower,
}

/// How a person fared on the arm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fared {
    /// Better by at least what matters.
    Gains,
    /// By less than what matters, either way.
    Within,
    /// Worse by at least what matters.
    Loses,
}

impl Fared {
    /// What an effect means to the person who has it. An effect of exactly nothing is within, whatever matters.
    pub fn of(effect: f64, better: Better, matters: f64) -> Self {
        let gain = match better {
            Better::Higher => effect,
            Better::Lower => -effect,
        };
        if gain >= matters && gain > 0.0 {
            Self::Gains
        } else if gain <= -matters && gain < 0.0 {
            Self::Loses
        } else {
            Self::Within
        }
    }
}

/// How many gain, how many lose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Responders {
    /// The difference that matters, in the outcome's unit.
    pub matters: f64,
    /// Which way is better.
    pub better: Better,
    /// Persons who gain at least that.
    pub gains: Share,
    /// Persons whose difference does not matter.
    pub within: Share,
    /// Persons who lose at least that.
    pub loses: Share,
}

/// One thing that differs between persons, in the order of their effects.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Variable<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its value for each person; what is not a number is unknown.
    pub values: &'a [f64],
}

/// How those who lose differ from the others in one variable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Contrast {
    /// The variable.
    pub variable: String,
    /// Persons who lose and whose value is known.
    pub losers: usize,
    /// Their mean.
    pub losers_mean: Option<f64>,
    /// All others whose value is known.
    pub others: usize,
    /// Their mean.
    pub others_mean: Option<f64>,
    /// Difference in standard deviations; 0.2 is small, 0.8 large.
    pub standardised: Option<f64>,
}

/// The shares who gain and lose, of the persons observed.
pub fn responders(effects: &[f64], better: Better, matters: f64, level: f64) -> Responders {
    let fared: Vec<Fared> =
        effects.iter().filter(|e| e.is_finite()).map(|effect| Fared::of(*effect, better, matters)).collect();
    let share = |wanted: Fared| Share::new(fared.iter().filter(|fared| **fared == wanted).count(), fared.len(), level);
    Responders { matters, better, gains: share(Fared::Gains), within: share(Fared::Within), loses: share(Fared::Loses) }
}

/// How those who lose differ from all others, what differs most first.
pub fn who_loses(variables: &[Variable<'_>], effects: &[f64], better: Better, matters: f64) -> Vec<Contrast> {
    let mut contrasts: Vec<Contrast> = variables
        .iter()
        .map(|variable| {
            let known = variable.values.iter().zip(effects).filter(|(v, e)| v.is_finite() && e.is_finite());
            let (losers, others): (Vec<_>, Vec<_>) =
                known.partition(|(_, effect)| Fared::of(**effect, better, matters) == Fared::Loses);
            contrast(variable.name, &Group::of(&losers), &Group::of(&others))
        })
        .collect();
    let size = |contrast: &Contrast| contrast.standardised.map_or(-1.0, f64::abs);
    contrasts.sort_by(|a, b| size(b).total_cmp(&size(a)));
    contrasts
}

struct Group {
    n: usize,
    mean: Option<f64>,
    variance: Option<f64>,
}

impl Group {
    fn of(persons: &[(&f64, &f64)]) -> Self {
        let n = persons.len();
        let mean = (n > 0).then(|| persons.iter().map(|(value, _)| **value).sum::<f64>() / n as f64);
        let variance = mean
            .filter(|_| n > 1)
            .map(|mean| persons.iter().map(|(value, _)| (**value - mean).powi(2)).sum::<f64>() / (n as f64 - 1.0));
        Self { n, mean, variance }
    }
}

fn contrast(name: &str, losers: &Group, others: &Group) -> Contrast {
    let standardised = (|| {
        let sd = f64::midpoint(losers.variance?, others.variance?).sqrt();
        Some((losers.mean? - others.mean?) / sd).filter(|difference| difference.is_finite())
    })();
    Contrast {
        variable: name.to_string(),
        losers: losers.n,
        losers_mean: losers.mean,
        others: others.n,
        others_mean: others.mean,
        standardised,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EFFECTS: [f64; 6] = [-3.0, -2.0, -1.9, 0.0, 2.0, 5.0];

    #[test]
    fn the_edge_of_what_matters_counts_on_either_side() {
        let higher = responders(&EFFECTS, Better::Higher, 2.0, 0.95);
        assert_eq!((higher.gains.count, higher.within.count, higher.loses.count), (2, 2, 2));
        let lower = responders(&EFFECTS, Better::Lower, 3.0, 0.95);
        assert_eq!((lower.gains.count, lower.within.count, lower.loses.count), (1, 4, 1));
        assert_eq!(lower.gains.share, Some(1.0 / 6.0));
    }

    #[test]
    fn nobody_gains_from_nothing_and_who_was_not_observed_is_in_no_share() {
        let found = responders(&[0.0, 0.0, f64::NAN], Better::Higher, 0.0, 0.95);
        assert_eq!((found.gains.count, found.within.count, found.loses.count, found.within.of), (0, 2, 0, 2));
        assert_eq!(responders(&[], Better::Higher, 1.0, 0.95).gains.share, None);
    }

    /// By hand: losers 2 and 4 (mean 3, variance 2), the others 6, 8, 10 and 12 (mean 9, variance 20/3).
    #[test]
    fn those_who_lose_are_told_by_what_differs_most() {
        let told = [2.0, 4.0, 6.0, 8.0, 10.0, 12.0];
        let same = [1.0, 3.0, 1.0, 3.0, 1.0, 3.0];
        let fixed = [7.0; 6];
        let variables = [
            Variable { name: "fixed", values: &fixed },
            Variable { name: "same", values: &same },
            Variable { name: "told", values: &told },
        ];
        let found = who_loses(&variables, &EFFECTS, Better::Higher, 2.0);
        let names: Vec<&str> = found.iter().map(|contrast| contrast.variable.as_str()).collect();
        assert_eq!(names, ["told", "same", "fixed"]);
        assert_eq!((found[0].losers, found[0].losers_mean, found[0].others_mean), (2, Some(3.0), Some(9.0)));
        let by_hand = -6.0 / ((2.0 + 20.0 / 3.0) / 2.0f64).sqrt();
        assert!((found[0].standardised.expect("both groups vary") - by_hand).abs() < 1e-12);
        assert_eq!((found[1].standardised, found[2].standardised), (Some(0.0), None));
    }

    #[test]
    fn one_who_loses_or_nobody_has_means_and_no_standardised_difference() {
        let values = [1.0, 2.0, 3.0, f64::NAN];
        let variable = [Variable { name: "a", values: &values }];
        let one = &who_loses(&variable, &[-5.0, 0.0, 0.0, -5.0], Better::Higher, 1.0)[0];
        assert_eq!((one.losers, one.losers_mean, one.others, one.standardised), (1, Some(1.0), 2, None));
        let nobody = &who_loses(&variable, &[0.0; 4], Better::Higher, 1.0)[0];
        assert_eq!((nobody.losers, nobody.losers_mean, nobody.others_mean), (0, None, Some(2.0)));
    }
}
