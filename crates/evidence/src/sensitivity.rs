//! Which parameters matter for what comes out: elementary effects of all (Morris 1991), then variance shares of the
//! strongest (Sobol', estimated as Saltelli 2010 for first-order and Jansen 1999 for total indices).
//!
//! Parameters are varied by their stated spreads: a place u in 0…1 becomes z by the inverse normal law and the value
//! by the parameter's own law, drawn in as samples are. Everything is a function of the seed, whatever the threads.

mod days;
mod document;
mod estimate;
mod normal;
mod question;
mod summary;

pub use days::{ASKED, Asked, outcomes};
pub use document::markdown;
pub use estimate::{Effect, Share, elementary_effects, variance_shares};
pub use normal::quantile;
pub use question::{Effort, Question};
pub use summary::{OutcomeSummary, Ranked, Summary};

use crate::sensitivity::days::pump;
use serde::{Deserialize, Serialize};
use twin::parameters::{ParameterSet, Spread};

/// One parameter's part in one outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Influence {
    /// The parameter.
    pub parameter: String,
    /// Its elementary effects.
    #[serde(flatten)]
    pub effect: Effect,
    /// Its variance shares, where they were computed.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
}

/// One outcome's answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeSensitivity {
    /// The outcome.
    pub outcome: Asked,
    /// With central values.
    pub central: f64,
    /// Mean over the points of the variance shares.
    pub mean: f64,
    /// Standard deviation over them: strongest parameters varied, the others central.
    pub sd: f64,
    /// Every parameter that varies, strongest first.
    pub influences: Vec<Influence>,
}

/// The whole answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// Name of the case.
    pub case: String,
    /// How much was computed.
    pub effort: Effort,
    /// Days simulated.
    pub days: u64,
    /// The parameters that got variance shares.
    pub varied: Vec<String>,
    /// Outcome by outcome.
    pub outcomes: Vec<OutcomeSensitivity>,
}

/// Names of the parameters that vary.
pub fn varying(parameters: &ParameterSet) -> Vec<&str> {
    let fixed = |spread: Spread| matches!(spread, Spread::Fixed | Spread::Normal(0.0) | Spread::Lognormal(0.0));
    parameters.iter().filter(|(_, parameter)| !fixed(parameter.spread)).map(|(name, _)| name).collect()
}

/// Person-days of [`sensitivity`] (each on two suspensions), at most: for a progress bar.
pub fn steps(question: &Question<'_>) -> u64 {
    let effort = question.effort;
    let all = varying(question.parameters).len() as u64;
    let most = (u64::from(effort.strongest) * ASKED.len() as u64).min(all);
    u64::from(effort.trajectories) * (all + 1) + u64::from(effort.points) * (most + 2)
}

/// Computes the answer; `progress` is told after each person-day.
pub fn sensitivity(question: &Question<'_>, progress: &(dyn Fn() + Sync)) -> Sensitivity {
    let names = varying(question.parameters);
    let effort = question.effort;
    let pump = pump(question.case);
    let at = |names: &[&str], u: &[f64]| {
        let z = |name: &str| names.iter().position(|known| *known == name).map(|index| quantile(u[index]));
        let found = outcomes(question, &pump, &question.parameters.values_at(z));
        progress();
        found
    };
    let effects = elementary_effects(names.len(), effort.trajectories, effort.seed, |u: &[f64]| at(&names, u).to_vec());
    let varied = strongest(&effects, &names, effort.strongest as usize);
    let (moments, shares) =
        variance_shares(varied.len(), effort.points, effort.seed, |u: &[f64]| at(&varied, u).to_vec());
    let central = outcomes(question, &pump, &question.parameters.central());
    let outcomes = ASKED.iter().enumerate().map(|(k, outcome)| {
        let mut influences: Vec<Influence> = names
            .iter()
            .enumerate()
            .map(|(index, name)| Influence {
                parameter: (*name).to_string(),
                effect: effects[k][index],
                share: varied.iter().position(|known| known == name).map(|place| shares[k][place]),
            })
            .collect();
        // Ties (no effect at all) stay in the order of names.
        influences.sort_by(|a, b| b.effect.strength.total_cmp(&a.effect.strength));
        OutcomeSensitivity { outcome: *outcome, central: central[k], mean: moments[k].0, sd: moments[k].1, influences }
    });
    Sensitivity {
        case: question.case.name.clone(),
        effort,
        days: 2
            * (u64::from(effort.trajectories) * (names.len() as u64 + 1)
                + u64::from(effort.points) * (varied.len() as u64 + 2)),
        outcomes: outcomes.collect(),
        varied: varied.iter().map(|name| (*name).to_string()).collect(),
    }
}

/// The union of every outcome's strongest parameters, in the order of names.
fn strongest<'a>(effects: &[Vec<Effect>], names: &[&'a str], count: usize) -> Vec<&'a str> {
    let mut chosen = vec![false; names.len()];
    for outcome in effects {
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by(|a, b| outcome[*b].strength.total_cmp(&outcome[*a].strength));
        for index in order.into_iter().take(count).filter(|index| outcome[*index].strength > 0.0) {
            chosen[index] = true;
        }
    }
    names.iter().zip(chosen).filter(|(_, chosen)| *chosen).map(|(name, _)| *name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Case;
    use twin::regions::Regions;

    fn question_of(run: impl Fn(&Question<'_>)) {
        let case = Case::parse(include_str!("../../../data/published/reference_case.toml")).expect("a sound case");
        let parameters = ParameterSet::parse(
            include_str!("../../../data/parameters.toml"),
            &[
                include_str!("../../../data/catalog/ottobock/4R147.toml"),
                include_str!("../../../data/catalog/ottobock/4R152.toml"),
            ],
        )
        .expect("sound parameters");
        let regions = Regions::parse(include_str!("../../../data/regions.toml")).expect("sound regions");
        let effort = Effort { trajectories: 2, points: 4, strongest: 1, seed: 3 };
        run(&Question { case: &case, parameters: &parameters, regions: &regions, effort });
    }

    #[test]
    fn the_same_seed_gives_the_same_bits_on_any_number_of_threads() {
        question_of(|question| {
            let run = |threads| {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
                pool.install(|| format!("{:?}", sensitivity(question, &|| ())))
            };
            assert_eq!(run(1), run(3));
        });
    }

    #[test]
    fn fixed_parameters_are_left_out_and_every_outcome_names_its_strongest_first() {
        question_of(|question| {
            let found = sensitivity(question, &|| ());
            assert_eq!(found.outcomes.len(), ASKED.len());
            for outcome in &found.outcomes {
                assert!(outcome.influences.iter().all(|i| i.parameter != "blister_time_min"));
                let strengths: Vec<f64> = outcome.influences.iter().map(|i| i.effect.strength).collect();
                assert!(strengths.is_sorted_by(|a, b| a >= b));
            }
            assert!(found.days <= 2 * steps(question));
        });
    }
}
