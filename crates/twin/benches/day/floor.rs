//! The floor: the least time that this core needs for the day's floating-point operations, were none to wait for
//! another. Operations are counted by reading `physics::network` for the benchmark's suspension, times evaluations, at
//! the throughput that loops over independent numbers reach here.

use crate::{Segments, median_seconds};
use physics::network::{Network, Regime, State};
use std::hint::black_box;
use std::ops::{Add, Mul};

/// Floating-point operations. `exp` holds ln and tanh, too, and powf twice; `div` holds square roots.
#[derive(Clone, Copy)]
struct Operations {
    exp: f64,
    erfc: f64,
    div: f64,
    /// Additions, multiplications, comparisons.
    other: f64,
}

const fn operations(exp: f64, erfc: f64, div: f64, other: f64) -> Operations {
    Operations { exp, erfc, div, other }
}

/// `SocketAir::volume` with the gap drawn shut, where neither φ nor Φ is asked for: the fold.
const AIR_VOLUME: Operations = operations(1.0, 0.0, 7.0, 20.0);
/// A turn of Newton's method around it in `SocketAir::settle`.
const NEWTON: Operations = operations(0.0, 0.0, 1.0, 9.0);
/// The fewest turns of it an evaluation: one that moves, one that finds that it need not.
const NEWTON_TURNS: f64 = 2.0;
/// `Contact::resolve`: φ and Φ at the gap, not where it is drawn shut.
const RESOLVE: Operations = operations(1.0, 1.0, 5.0, 19.0);
/// `Network::seat` and what `SocketAir::settle` does before and after its search.
const AIR_NOW: Operations = operations(0.0, 0.0, 2.0, 14.0);
/// `TissueFluid::terms`.
const TERMS: Operations = operations(3.0, 0.0, 12.0, 20.0);
/// `LimbVolume::add`: rates under one pressure and their share in the mean, of a pool of blood that empties.
const LIMB_RATES: Operations = operations(0.0, 0.0, 2.0, 36.0);
/// What a pool that fills, as in swing, asks for beside that.
const FILLING: Operations = operations(1.0, 0.0, 0.0, 2.0);
/// `LimbVolume::rates_of`: what follows the means.
const FOLLOWING: Operations = operations(1.0, 0.0, 5.0, 12.0);
/// `LimbVolume::exponentials_at`: those of one pressure.
const EXPONENTIALS: Operations = operations(3.0, 0.0, 3.0, 6.0);
/// `Exponentials::times`: those of a sum.
const PRODUCT: Operations = operations(0.0, 0.0, 0.0, 3.0);
/// `Network::loaded_pressure`.
const LOADED: Operations = operations(0.0, 0.0, 2.0, 7.0);
/// `Network::swing_contact` around `Contact::resolve`, and the distal end.
const PULLED: Operations = operations(0.0, 0.0, 4.0, 17.0);
/// `BlisterLine::dose_rate` and `Leak::inflow`.
const DOSE_AND_LEAK: Operations = operations(2.0, 0.0, 3.0, 5.0);
/// `WeightActivatedPump::removal_against`.
const STROKE: Operations = operations(2.0, 0.0, 8.0, 26.0);
/// Nodes of stance and of swing in `GaitLoad::cycle`.
const NODES: [f64; 2] = [14.0, 2.0];

impl Operations {
    fn still(loaded: bool) -> Self {
        let air = AIR_NOW + (AIR_VOLUME + NEWTON) * NEWTON_TURNS;
        let rest = air + RESOLVE + TERMS + EXPONENTIALS + LIMB_RATES + FOLLOWING + DOSE_AND_LEAK;
        if loaded { rest + LOADED } else { rest }
    }

    fn walking() -> Self {
        let air = AIR_NOW + (AIR_VOLUME + NEWTON) * NEWTON_TURNS;
        // Stance shares two sets of exponentials.
        let stance = EXPONENTIALS * 2.0 + (PRODUCT + LIMB_RATES) * NODES[0];
        let swing = (PULLED + RESOLVE + EXPONENTIALS + LIMB_RATES + FILLING) * NODES[1];
        air + RESOLVE + TERMS + LOADED + stance + swing + FOLLOWING + DOSE_AND_LEAK + STROKE
    }

    fn of(regime: Regime) -> Self {
        match regime {
            // The air is solved once for both parts of the mean, and fourteen states are mixed.
            Regime::Walk { duty, .. } if duty < 1.0 => {
                let shared = AIR_NOW + (AIR_VOLUME + NEWTON) * NEWTON_TURNS;
                Self::walking() + Self::still(true) + shared * -1.0 + operations(0.0, 0.0, 0.0, 42.0)
            }
            Regime::Walk { .. } => Self::walking(),
            Regime::Stand => Self::still(true),
            _ => Self::still(false),
        }
    }

    /// Seconds at `each` operation's seconds.
    fn seconds(self, each: Operations) -> f64 {
        self.exp * each.exp + self.erfc * each.erfc + self.div * each.div + self.other * each.other
    }
}

impl Add for Operations {
    type Output = Self;
    fn add(self, o: Self) -> Self {
        operations(self.exp + o.exp, self.erfc + o.erfc, self.div + o.div, self.other + o.other)
    }
}

impl Mul<f64> for Operations {
    type Output = Self;
    fn mul(self, k: f64) -> Self {
        operations(self.exp * k, self.erfc * k, self.div * k, self.other * k)
    }
}

/// Evaluations that the accepted steps of one segment need: the first, a Jacobian of five every four steps, and three
/// stages and the new state each step. What refused steps cost on top is not seen from outside.
fn evaluations(steps: u64) -> f64 {
    (1 + 5 * steps.div_ceil(4) + 4 * steps) as f64
}

/// Seconds an operation takes when many independent ones stand in line.
fn throughput() -> Operations {
    let inputs: [f64; 1024] = std::array::from_fn(|i| 0.1 + i as f64 / 512.0);
    fn each(inputs: &[f64; 1024], work: impl Fn(f64) -> f64) -> f64 {
        let mut outputs = [0.0; 1024];
        let pass = || {
            for _ in 0..64 {
                black_box(inputs).iter().zip(&mut outputs).for_each(|(x, out)| *out = work(*x));
                black_box(&mut outputs);
            }
        };
        median_seconds(pass) / (64.0 * 1024.0)
    }
    operations(
        each(&inputs, |x| (-x).exp()),
        each(&inputs, libm::erfc),
        each(&inputs, |x| 1.0 / x),
        // Sixteen multiplications and as many additions.
        each(&inputs, |x| (0..16).fold(x, |y, _| y * x + 0.5)) / 32.0,
    )
}

/// Seconds that one evaluation of a regime takes at a state.
fn measured(network: &Network, regime: Regime, state: &State) -> f64 {
    let prepared = network.prepare(regime);
    let some = || {
        for _ in 0..256 {
            black_box(network.rates(black_box(state), &prepared, false));
        }
    };
    median_seconds(some) / 256.0
}

/// Prints evaluations, their operations and the floor; evaluations are timed at the day's end.
pub fn report(network: &Network, segments: &Segments, steps: &[u64], end: &State, equations_s: f64) {
    let costs = throughput();
    let (mut all, mut day, mut explained_s) = (0.0, operations(0.0, 0.0, 0.0, 0.0), 0.0);
    for ((regime, _), steps) in segments.iter().zip(steps) {
        let n = evaluations(*steps);
        all += n;
        day = day + Operations::of(*regime) * n;
        explained_s += n * measured(network, *regime, end);
    }
    println!("right-hand sides: at least {all:.0} a day, for {} accepted steps", steps.iter().sum::<u64>());
    if let Some((regime, _)) = segments.iter().find(|(regime, _)| matches!(regime, Regime::Walk { .. })) {
        let one = Operations::of(*regime);
        println!(
            "  one of walking: {:.0} exp, {:.0} erfc, {:.0} divisions, {:.0} others: floor {:.2} µs, takes {:.2} µs",
            one.exp,
            one.erfc,
            one.div,
            one.other,
            one.seconds(costs) * 1e6,
            measured(network, *regime, end) * 1e6
        );
    }
    println!(
        "  here exp takes {:.2} ns, erfc {:.2} ns, a division {:.2} ns, an addition or multiplication {:.3} ns",
        costs.exp * 1e9,
        costs.erfc * 1e9,
        costs.div * 1e9,
        costs.other * 1e9
    );
    println!(
        "  they take {:.3} ms of the day's {:.3}; the rest is refused steps and the solver",
        explained_s * 1e3,
        equations_s * 1e3
    );
    let floor_s = day.seconds(costs);
    println!("  floor of the day {:.3} ms; distance to the floor {:.2} x", floor_s * 1e3, equations_s / floor_s);
}
