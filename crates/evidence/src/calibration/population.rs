//! Draws from a posterior whose prior is the standard normal law: populations led from the prior to the posterior.
//!
//! The likelihood is taken to a power that grows from 0 to 1 (Del Moral 2006, Kantas 2014). At each power the members are
//! drawn anew by their weights, each island among its own, and move by steps that keep the posterior of that power:
//! - z′ = m + √(1−β²)·(z − m) + β·C^½·ξ, which keeps N(m, C), accepted with min(1, e^(Ψ(z) − Ψ(z′))), Ψ the posterior's
//!   potential less that law's (Crank–Nicolson, Cotter 2013, around another law, Rudolf 2018). m and C are the mean and the
//!   narrow directions of all members; elsewhere C is the prior's
//! - the same about the prior, but of a few places alone, each drawn anew: leads from one side of a sock to the other
//!
//! A single chain does not do: a sock more or less makes the posterior one of several hills.

use nalgebra::{DMatrix, DVector, SymmetricEigen};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Distribution, Open01, StandardNormal};
use rayon::prelude::*;

/// Steps of a sweep: how many about the members' law, then how many of a few places.
const ABOUT_MEMBERS: usize = 2;
const OF_A_FEW: usize = 1;
/// Most places that are drawn anew at once.
const A_FEW: f64 = 6.0;
/// Share of members that each power leaves in effect.
const LEFT: f64 = 0.5;
/// Share of steps to accept.
const ACCEPT: f64 = 0.25;
/// How fast β follows what is accepted: there are few sweeps at a power.
const FASTER: f64 = 2.0;
/// Smallest and first step β.
const SMALLEST: f64 = 0.05;
const FIRST: f64 = 0.7;
/// Powers at most; the last one is 1.
const MOST_POWERS: usize = 30;

/// How many, how long, and with which random numbers.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Populations that exchange no member.
    pub islands: u32,
    /// Members of each.
    pub members: u32,
    /// Sweeps at each power.
    pub sweeps: u32,
    /// Sweeps more at the last one, with everything else as it is.
    pub last_sweeps: u32,
    /// Seed.
    pub seed: u64,
    /// The first member's stream of it.
    pub stream: u64,
}

/// One draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Draw<S> {
    /// Its place.
    pub z: DVector<f64>,
    /// Minus the logarithm of the likelihood.
    pub misfit: f64,
    /// What was seen there.
    pub seen: S,
}

/// All draws, and how they came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Population<S> {
    /// By island.
    pub islands: Vec<Vec<Draw<S>>>,
    /// The powers of the likelihood.
    pub powers: Vec<f64>,
    /// Share of steps accepted in the last sweeps: about the members' law, and of a few places.
    pub accepted: [f64; 2],
}

/// A member with its own random numbers.
struct Member<S> {
    draw: Draw<S>,
    rng: ChaCha8Rng,
}

/// The law that steps keep: N(m, C) with C narrow in some directions and the prior's in all others.
struct Law {
    mean: DVector<f64>,
    /// Directions, and standard deviations along them.
    narrow: DMatrix<f64>,
    sd: Vec<f64>,
}

impl Law {
    fn of(draws: &[&DVector<f64>]) -> Self {
        let (n, dimensions) = (draws.len() as f64, draws[0].len());
        let mean = draws.iter().fold(DVector::zeros(dimensions), |sum, z| sum + *z) / n;
        let away = DMatrix::from_columns(&draws.iter().map(|z| *z - &mean).collect::<Vec<_>>());
        let found = SymmetricEigen::new(&away * away.transpose() / n);
        // So narrow a direction appears by chance among so many draws of the prior (Marchenko and Pastur).
        let by_chance = (1.0 - (dimensions as f64 / n).sqrt()).max(0.0).powi(2);
        let kept: Vec<usize> = (0..dimensions).filter(|i| found.eigenvalues[*i] < by_chance).collect();
        Self {
            mean,
            narrow: found.eigenvectors.select_columns(&kept),
            sd: kept.iter().map(|i| found.eigenvalues[*i].max(1e-12).sqrt()).collect(),
        }
    }

    /// Potential of the prior less that of this law.
    fn excess(&self, z: &DVector<f64>) -> f64 {
        let away = z - &self.mean;
        let along = self.narrow.tr_mul(&away);
        let narrower: f64 = along.iter().zip(&self.sd).map(|(a, sd)| a * a * (1.0 / (sd * sd) - 1.0)).sum();
        0.5 * (z.norm_squared() - away.norm_squared() - narrower)
    }

    fn propose(&self, z: &DVector<f64>, step: f64, rng: &mut ChaCha8Rng) -> DVector<f64> {
        let noise = noise(z.len(), rng);
        let mut along = self.narrow.tr_mul(&noise);
        along.iter_mut().zip(&self.sd).for_each(|(a, sd)| *a *= sd - 1.0);
        let noise = noise + &self.narrow * along;
        &self.mean + (z - &self.mean) * (1.0 - step * step).sqrt() + noise * step
    }
}

fn noise(dimensions: usize, rng: &mut ChaCha8Rng) -> DVector<f64> {
    DVector::from_fn(dimensions, |_, _| StandardNormal.sample(&mut *rng))
}

fn uniform(rng: &mut ChaCha8Rng) -> f64 {
    Open01.sample(rng)
}

/// Looks of [`draws`], about: the number of powers depends on what is found, and more are rare.
pub const fn looks(plan: &Plan) -> u64 {
    const USUAL_POWERS: u64 = 7;
    let sweeps = USUAL_POWERS * plan.sweeps as u64 + plan.last_sweeps as u64;
    plan.islands as u64 * plan.members as u64 * (1 + sweeps * (ABOUT_MEMBERS + OF_A_FEW) as u64)
}

/// Draws from the posterior; `look` gives misfit and what is seen at a place.
pub fn draws<S: Clone + Send + Sync>(
    dimensions: usize,
    look: &(impl Fn(&[f64]) -> (f64, S) + Sync),
    plan: &Plan,
) -> Population<S> {
    let count = u64::from(plan.islands) * u64::from(plan.members);
    let mut members: Vec<Member<S>> = (0..count)
        .into_par_iter()
        .map(|index| {
            let mut rng = ChaCha8Rng::seed_from_u64(plan.seed);
            rng.set_stream(plan.stream + index);
            let z = noise(dimensions, &mut rng);
            let (misfit, seen) = look(z.as_slice());
            Member { draw: Draw { z, misfit, seen }, rng }
        })
        .collect();
    let (mut powers, mut step, mut accepted) = (vec![0.0], FIRST, [0.0; 2]);
    let mut power = 0.0;
    while power < 1.0 {
        let before = power;
        power = if powers.len() == MOST_POWERS { 1.0 } else { next_power(&members, before) };
        powers.push(power);
        for island in members.chunks_mut(plan.members as usize) {
            draw_anew(island, power - before);
        }
        for _ in 0..plan.sweeps {
            let law = Law::of(&members.iter().map(|member| &member.draw.z).collect::<Vec<_>>());
            accepted = sweep(&mut members, look, &law, step, power);
            step = (step * (FASTER * (accepted[0] - ACCEPT)).exp()).clamp(SMALLEST, 1.0);
        }
    }
    let law = Law::of(&members.iter().map(|member| &member.draw.z).collect::<Vec<_>>());
    for _ in 0..plan.last_sweeps {
        accepted = sweep(&mut members, look, &law, step, 1.0);
    }
    let mut draws = members.into_iter().map(|member| member.draw);
    let islands = (0..plan.islands).map(|_| draws.by_ref().take(plan.members as usize).collect()).collect();
    Population { islands, powers, accepted }
}

/// The power up to which weights leave enough members in effect.
fn next_power<S>(members: &[Member<S>], before: f64) -> f64 {
    let in_effect = |power: f64| {
        let (sum, squares) = weights(members, power - before).iter().fold((0.0, 0.0), |(s, q), w| (s + w, q + w * w));
        sum * sum / squares
    };
    let enough = LEFT * members.len() as f64;
    if in_effect(1.0) >= enough {
        return 1.0;
    }
    let (mut low, mut high) = (before, 1.0);
    for _ in 0..40 {
        let middle = 0.5 * (low + high);
        if in_effect(middle) >= enough { low = middle } else { high = middle }
    }
    high
}

/// Weights for `more` of the likelihood's power, the largest 1; none for a place that cannot be.
fn weights<S>(members: &[Member<S>], more: f64) -> Vec<f64> {
    let least = members.iter().map(|member| member.draw.misfit).fold(f64::INFINITY, f64::min);
    let weight = |misfit: f64| if misfit.is_finite() { (-more * (misfit - least)).exp() } else { 0.0 };
    members.iter().map(|member| weight(member.draw.misfit)).collect()
}

/// Draws an island's members anew by their weights, at evenly spaced places of their sum.
fn draw_anew<S: Clone>(island: &mut [Member<S>], more: f64) {
    let weights = weights(island, more);
    let sum: f64 = weights.iter().sum();
    let Some(first) = island.first_mut().map(|member| uniform(&mut member.rng)) else { return };
    if sum <= 0.0 {
        return;
    }
    let (mut chosen, mut below) = (vec![], 0.0);
    for (index, weight) in weights.iter().enumerate() {
        below += weight / sum * weights.len() as f64;
        while chosen.len() < weights.len() && first + (chosen.len() as f64) < below + 1e-9 {
            chosen.push(island[index].draw.clone());
        }
    }
    island.iter_mut().zip(chosen).for_each(|(member, draw)| member.draw = draw);
}

/// Moves every member; the shares of steps accepted.
fn sweep<S: Clone + Send + Sync>(
    members: &mut [Member<S>],
    look: &(impl Fn(&[f64]) -> (f64, S) + Sync),
    law: &Law,
    step: f64,
    power: f64,
) -> [f64; 2] {
    let taken: Vec<[u32; 2]> = members
        .par_iter_mut()
        .map(|member| {
            let mut taken = [0, 0];
            for _ in 0..ABOUT_MEMBERS {
                let z = law.propose(&member.draw.z, step, &mut member.rng);
                let gained = law.excess(&member.draw.z) - law.excess(&z);
                taken[0] += u32::from(member.take(look, z, gained, power));
            }
            for _ in 0..OF_A_FEW {
                let mut z = member.draw.z.clone();
                for _ in 0..1 + (A_FEW * uniform(&mut member.rng)) as usize {
                    let last = z.len() - 1;
                    let place = (uniform(&mut member.rng) * z.len() as f64) as usize;
                    z[place.min(last)] = StandardNormal.sample(&mut member.rng);
                }
                taken[1] += u32::from(member.take(look, z, 0.0, power));
            }
            taken
        })
        .collect();
    let share = |kind: usize, of: usize| {
        taken.iter().map(|taken| f64::from(taken[kind])).sum::<f64>() / (of * members.len()) as f64
    };
    [share(0, ABOUT_MEMBERS), share(1, OF_A_FEW)]
}

impl<S> Member<S> {
    /// Takes a place, or stays; `gained` is what the step's own law gains beside the likelihood.
    fn take(&mut self, look: &impl Fn(&[f64]) -> (f64, S), z: DVector<f64>, gained: f64, power: f64) -> bool {
        let (misfit, seen) = look(z.as_slice());
        let gained = gained + power * (self.draw.misfit - misfit);
        let takes = misfit.is_finite() && uniform(&mut self.rng).ln() < gained;
        if takes {
            self.draw = Draw { z, misfit, seen };
        }
        takes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: Plan = Plan { islands: 4, members: 500, sweeps: 4, last_sweeps: 20, seed: 5, stream: 0 };

    fn mean(draws: &[Draw<()>], read: impl Fn(&DVector<f64>) -> f64) -> f64 {
        draws.iter().map(|draw| read(&draw.z)).sum::<f64>() / draws.len() as f64
    }

    #[test]
    fn a_known_normal_posterior_is_found() {
        // 2 was measured of z₀ + z₁, with SD 0.1. By hand: mean 200/201 each, variance 101/201, covariance −100/201.
        let look = |z: &[f64]| (0.5 * ((z[0] + z[1] - 2.0) / 0.1).powi(2), ());
        let draws: Vec<Draw<()>> = draws(3, &look, &PLAN).islands.into_iter().flatten().collect();
        let (a, b) = (mean(&draws, |z| z[0]), mean(&draws, |z| z[1]));
        assert!((a - 0.995).abs() < 0.07 && (b - 0.995).abs() < 0.07, "{a} {b}");
        let variance = mean(&draws, |z| (z[0] - a).powi(2));
        let covariance = mean(&draws, |z| (z[0] - a) * (z[1] - b));
        assert!((variance - 0.5025).abs() < 0.06 && (covariance + 0.4975).abs() < 0.06, "{variance} {covariance}");
        let (left, its_variance) = (mean(&draws, |z| z[2]), mean(&draws, |z| z[2] * z[2]));
        assert!(left.abs() < 0.1 && (its_variance - 1.0).abs() < 0.12, "the prior: {left} {its_variance}");
    }

    #[test]
    fn both_hills_are_found_with_what_each_holds() {
        // Half of the prior lies right of 0; there the likelihood is three times as large.
        let look = |z: &[f64]| {
            let hill = 0.5 * ((z[0].abs() - 1.5) / 0.1).powi(2);
            (if z[0] > 0.0 { hill } else { hill + 3f64.ln() }, ())
        };
        let found = draws(2, &look, &PLAN);
        let draws: Vec<Draw<()>> = found.islands.into_iter().flatten().collect();
        let right = mean(&draws, |z| f64::from(u8::from(z[0] > 0.0)));
        assert!((right - 0.75).abs() < 0.06, "{right}");
        assert!(found.powers.is_sorted() && found.powers.last() == Some(&1.0));
    }

    #[test]
    fn a_place_that_cannot_be_is_left_and_never_taken() {
        let look = |z: &[f64]| (if z[0] < 0.0 { f64::NAN } else { 0.0 }, ());
        let found = draws(2, &look, &Plan { members: 50, ..PLAN });
        assert!(found.islands.iter().flatten().all(|draw| draw.z[0] >= 0.0));
    }
}
