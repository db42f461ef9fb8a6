//! The two estimators, for any function of places in the unit cube that gives several outcomes.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Cells that each parameter's range is cut into for elementary effects; their midpoints are the levels.
const LEVELS: u32 = 8;

/// Elementary effects of one parameter: the change of the outcome for half of the parameter's distribution.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Effect {
    /// Mean of the absolute effects, μ*.
    pub strength: f64,
    /// Mean of the effects: with the sign of what more of the parameter does.
    pub direction: f64,
    /// Their standard deviation: large where the parameter acts through others or bends.
    pub scatter: f64,
}

/// Shares of an outcome's variance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Share {
    /// By the parameter alone.
    pub first: f64,
    /// With all that it does together with others.
    pub total: f64,
}

/// Random places, a stream an index, so that the threads' order does not matter.
struct Draws(ChaCha8Rng);

impl Draws {
    fn new(seed: u64, stream: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(stream);
        Self(rng)
    }

    /// Uniform in 0…1, never at its ends.
    fn unit(&mut self) -> f64 {
        ((self.0.next_u64() >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    fn below(&mut self, n: u32) -> u32 {
        ((self.unit() * f64::from(n)) as u32).min(n - 1)
    }
}

/// Elementary effects (Morris 1991) of `n` parameters on every outcome of `run`: by outcome, then parameter.
pub fn elementary_effects(
    n: usize,
    trajectories: u32,
    seed: u64,
    run: impl Fn(&[f64]) -> Vec<f64> + Sync,
) -> Vec<Vec<Effect>> {
    let points: Vec<Vec<f64>> = (0..trajectories).flat_map(|index| trajectory(n, seed, index)).collect();
    let found: Vec<Vec<f64>> = points.par_iter().map(|u| run(u)).collect();
    let outcomes = found.first().map_or(0, Vec::len);
    let mut effects = vec![vec![vec![]; n]; outcomes];
    for walk in 0..trajectories as usize {
        for step in 0..n {
            let at = walk * (n + 1) + step;
            let moved = (0..n).find(|i| points[at][*i] != points[at + 1][*i]).unwrap_or(0);
            let sign = (points[at + 1][moved] - points[at][moved]).signum();
            for (k, effects) in effects.iter_mut().enumerate() {
                effects[moved].push(sign * (found[at + 1][k] - found[at][k]));
            }
        }
    }
    effects.iter().map(|outcome| outcome.iter().map(|effects| effect(effects)).collect()).collect()
}

/// The n + 1 points of one trajectory: every parameter moves once, by half of its range, in a random order.
fn trajectory(n: usize, seed: u64, index: u32) -> Vec<Vec<f64>> {
    let mut draws = Draws::new(seed, u64::from(index));
    let mut cells: Vec<u32> = (0..n).map(|_| draws.below(LEVELS)).collect();
    let mut order: Vec<usize> = (0..n).collect();
    for place in (1..n).rev() {
        order.swap(place, draws.below(place as u32 + 1) as usize);
    }
    let place = |cells: &[u32]| cells.iter().map(|c| (f64::from(*c) + 0.5) / f64::from(LEVELS)).collect();
    let mut points = vec![place(&cells)];
    for parameter in order {
        // Half of the levels up or down: whichever stays inside.
        cells[parameter] = (cells[parameter] + LEVELS / 2) % LEVELS;
        points.push(place(&cells));
    }
    points
}

fn effect(effects: &[f64]) -> Effect {
    // A pump that never reaches the level in one of the two has no effect to tell.
    let told: Vec<f64> = effects.iter().copied().filter(|effect| effect.is_finite()).collect();
    let n = told.len().max(1) as f64;
    let direction = told.iter().sum::<f64>() / n;
    let strength = told.iter().map(|effect| effect.abs()).sum::<f64>() / n;
    let variance = told.iter().map(|effect| (effect - direction).powi(2)).sum::<f64>() / (n - 1.0).max(1.0);
    Effect { strength, direction, scatter: variance.sqrt() }
}

/// Mean and standard deviation of every outcome, and the variance shares of `n` parameters: by outcome, then parameter.
/// First-order by Saltelli et al. 2010, total by Jansen 1999.
pub fn variance_shares(
    n: usize,
    points: u32,
    seed: u64,
    run: impl Fn(&[f64]) -> Vec<f64> + Sync,
) -> (Vec<(f64, f64)>, Vec<Vec<Share>>) {
    // Streams of trajectories and of these points must not meet.
    let row = |index: u32| {
        let mut draws = Draws::new(seed, (1 << 40) + u64::from(index));
        let a: Vec<f64> = (0..n).map(|_| draws.unit()).collect();
        let b: Vec<f64> = (0..n).map(|_| draws.unit()).collect();
        (a, b)
    };
    // Of every base point: f(A), f(B), then f(A with column i from B).
    let found: Vec<Vec<Vec<f64>>> = (0..points)
        .into_par_iter()
        .map(|index| {
            let (a, b) = row(index);
            let mixed = |i: usize| {
                let mut u = a.clone();
                u[i] = b[i];
                run(&u)
            };
            let mut all = vec![run(&a), run(&b)];
            all.extend((0..n).map(mixed));
            all
        })
        .collect();
    let outcomes = found.first().map_or(0, |first| first[0].len());
    (0..outcomes).map(|k| shares(n, &found, k)).unzip()
}

fn shares(n: usize, found: &[Vec<Vec<f64>>], k: usize) -> ((f64, f64), Vec<Share>) {
    let told: Vec<&Vec<Vec<f64>>> = found.iter().filter(|row| row.iter().all(|f| f[k].is_finite())).collect();
    let rows = told.len().max(1) as f64;
    let both = || told.iter().flat_map(|row| [row[0][k], row[1][k]]);
    let mean = both().sum::<f64>() / (2.0 * rows);
    let variance = both().map(|f| (f - mean).powi(2)).sum::<f64>() / (2.0 * rows);
    let share = |i: usize| {
        if variance <= f64::EPSILON * mean.abs() {
            return Share { first: 0.0, total: 0.0 };
        }
        // V_i = mean of f(B)·(f(A_B) − f(A)), centred: the same expectation with less scatter
        let first = told.iter().map(|row| (row[1][k] - mean) * (row[i + 2][k] - row[0][k])).sum::<f64>() / rows;
        // V_Ti = half the mean of (f(A) − f(A_B))²
        let total = told.iter().map(|row| (row[0][k] - row[i + 2][k]).powi(2)).sum::<f64>() / (2.0 * rows);
        Share { first: first / variance, total: total / variance }
    };
    ((mean, variance.sqrt()), (0..n).map(share).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    #[test]
    fn effects_of_a_linear_function_are_half_its_slopes_without_scatter() {
        let effects = elementary_effects(3, 10, 1, |u| vec![4.0 * u[0] - 2.0 * u[1], u[2] * u[0]]);
        let linear = &effects[0];
        assert!((linear[0].strength - 2.0).abs() < 1e-12 && linear[0].scatter < 1e-12);
        assert!((linear[1].direction + 1.0).abs() < 1e-12 && (linear[1].strength - 1.0).abs() < 1e-12);
        assert!(linear[2].strength.abs() < 1e-12);
        assert!(effects[1][0].scatter > 0.05, "a product scatters");
    }

    #[test]
    fn every_trajectory_moves_every_parameter_once_by_half_its_range() {
        let points = trajectory(5, 9, 3);
        for pair in points.windows(2) {
            let moves: Vec<f64> = (0..5).map(|i| (pair[1][i] - pair[0][i]).abs()).filter(|d| *d > 0.0).collect();
            assert_eq!(moves, [0.5]);
        }
        let moved = (0..5).filter(|i| points[0][*i] != points[5][*i]).count();
        assert_eq!(moved, 5);
    }

    #[test]
    fn variance_shares_of_the_ishigami_function_are_the_known_ones() {
        let ishigami = |u: &[f64]| {
            let x: Vec<f64> = u.iter().map(|u| PI * (2.0 * u - 1.0)).collect();
            vec![x[0].sin() + 7.0 * x[1].sin().powi(2) + 0.1 * x[2].powi(4) * x[0].sin()]
        };
        let (moments, shares) = variance_shares(3, 20_000, 1, ishigami);
        assert!((moments[0].0 - 3.5).abs() < 0.1 && (moments[0].1.powi(2) - 13.845).abs() < 0.4);
        let known = [(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)];
        for (share, (first, total)) in shares[0].iter().zip(known) {
            assert!((share.first - first).abs() < 0.03 && (share.total - total).abs() < 0.03, "{share:?}");
        }
    }

    #[test]
    fn an_outcome_that_is_not_reached_is_left_out() {
        let (_, shares) = variance_shares(2, 500, 1, |u| vec![if u[0] > 0.9 { f64::NAN } else { u[1] }]);
        assert!((shares[0][1].total - 1.0).abs() < 0.1);
        let constant = variance_shares(2, 50, 1, |_| vec![3.0]).1;
        assert_eq!(constant[0][0], Share { first: 0.0, total: 0.0 });
    }
}
