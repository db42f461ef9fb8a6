//! Youngblood 2020: half a day in the socket, once with a vacuum that is kept and once with a valve, and what twelve
//! persons show of it.

use super::fluid::{carry, free_activity, settled};
use super::shared::{Answer, Bench, everyone, with_vacuum, with_valve};
use domain::case::SocketConcept;
use physics::network::Network;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use twin::ensemble::spread;
use twin::observe::in_socket_fluid_pct;
use twin::parameters::Values;

/// Vacuum that is kept, Pa: 17 inHg (assumed, the level was not readable).
const VACUUM: f64 = 57.6e3;
/// Length in the socket, h.
const HOURS: f64 = 5.5;
/// Turns of ten minutes in that time.
const TURNS: usize = 33;
/// Persons of a trial.
const TRIAL: usize = 12;
/// Trials drawn.
const TRIALS: usize = 4_000;
/// Student's t that 5 % of such trials exceed by chance, on two sides with 11 degrees of freedom.
const CRITICAL_T: f64 = 2.201;

/// Vacuum less valve, for everyone drawn and for trials of twelve.
pub(super) fn run(bench: &Bench<'_>) -> Vec<Answer> {
    let differences = everyone(bench, |values| {
        let rate = |network: Network| fluid_rate(values, &network);
        rate(with_vacuum(bench, values, VACUUM)) - rate(with_valve(bench, values))
    });
    let mean = differences.iter().sum::<f64>() / differences.len() as f64;
    let share = share_without_difference(&differences, bench.seed);
    vec![
        Answer { id: "youngblood2020.difference", compared: mean, spread: spread(differences.iter().copied()) },
        Answer { id: "youngblood2020.trials", compared: share, spread: spread(std::iter::once(share)) },
        somewhere(bench),
    ]
}

/// Share of persons who lose less with vacuum in at least one region: each region of the skin as a limb of its own (`regions`).
/// Fewer persons are asked: it takes a dozen half-days each.
fn somewhere(bench: &Bench<'_>) -> Answer {
    let fewer = Bench { persons: bench.persons / 4, ..*bench };
    let level = bench.reference.limb.amputation_level;
    let better = everyone(&fewer, |values| {
        let of_region = |place: usize| {
            let socket = SocketConcept::TotalSurfaceBearing;
            let rate = |network| fluid_rate(values, &bench.regions.alone(level, socket, place, network));
            rate(with_vacuum(bench, values, VACUUM)) - rate(with_valve(bench, values))
        };
        f64::from(u8::from((0..bench.regions.names(level).len()).any(|place| of_region(place) > 0.0)))
    });
    let share = better.iter().sum::<f64>() / better.len() as f64;
    Answer { id: "youngblood2020.somewhere", compared: share, spread: spread(std::iter::once(share)) }
}

/// Rate of in-socket fluid over the session, % of limb volume an hour.
fn fluid_rate(values: &Values, network: &Network) -> f64 {
    let (network, mut state) = settled(values, network);
    let first = in_socket_fluid_pct(&network, &state.limb);
    let free: Vec<_> = free_activity().take(TURNS).collect();
    carry(&network, &mut state, &free, |_, _| ());
    (in_socket_fluid_pct(&network, &state.limb) - first) / HOURS
}

/// Share of trials, their persons drawn with replacement, whose paired t test finds no difference.
fn share_without_difference(differences: &[f64], seed: u64) -> f64 {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut drawn = || differences[(random.next_u64() % differences.len() as u64) as usize];
    let none = (0..TRIALS).filter(|_| !differs(&std::array::from_fn(|_| drawn()))).count();
    none as f64 / TRIALS as f64
}

/// Whether a paired t test finds a difference at 5 %, two-sided.
fn differs(trial: &[f64; TRIAL]) -> bool {
    let n = TRIAL as f64;
    let mean = trial.iter().sum::<f64>() / n;
    let variance = trial.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (n - 1.0);
    // |t| = |mean|/√(s²/n)
    mean.abs() > CRITICAL_T * (variance / n).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_of_whom_half_lose_show_nothing_and_twelve_who_all_gain_do() {
        assert!(!differs(&std::array::from_fn(|i| if i % 2 == 0 { 1.0 } else { -1.0 })));
        assert!(differs(&std::array::from_fn(|i| 1.0 + 0.1 * i as f64)));
        // t is 2.2 just below the critical one where the mean is 0.6354 standard deviations.
        let at = |mean: f64| std::array::from_fn(|i| mean + if i % 2 == 0 { 1.0 } else { -1.0 });
        let sd = (12.0f64 / 11.0).sqrt();
        assert!(!differs(&at(0.635 * sd)) && differs(&at(0.636 * sd)));
    }

    #[test]
    fn where_nothing_differs_nineteen_of_twenty_trials_say_so() {
        let none: Vec<f64> = (0..1_000).map(|i| (f64::from(i) - 499.5) / 500.0).collect();
        let share = share_without_difference(&none, 1);
        assert!((share - 0.95).abs() < 0.02, "{share}");
    }
}
