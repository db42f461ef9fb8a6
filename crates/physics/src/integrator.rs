//! # Integrator
//!
//! **Stands for** carrying the network's slow states through time with error control.
//!
//! **Equations** a Rosenbrock–W method of third order with an embedded second (ROS34PW2, Rang & Angermann 2005,
//! BIT 45:761–787): with J an approximation of ∂f/∂y, k_i from
//! (I − h·γ·J)·k_i = h·f(y + Σ α_ij·k_j) + h·J·Σ γ_ij·k_j, y′ = y + Σ b_i·k_i, error = |Σ (b_i − b̂_i)·k_i|.
//!
//! Air and blood answer in seconds, tissue in minutes to hours: the implicit part takes the fast ones out of the step size. A
//! W-method keeps its order with any J, so J is taken by differences, over the five stiff states only (air, blood,
//! interstitial fluid, displaced tissue, pore water), and kept for four steps. What the rates of all states conserve (air), the
//! steps conserve to rounding.
//!
//! **Tests** third order on a stiff problem with a known answer; here and in `reference`: a hundredfold tolerance
//! changes nothing that matters; air balance; every stride resolved gives the same.

use crate::network::{Network, Prepared, Regime};
use crate::state::{STATES, State};
use std::cell::Cell;

/// How exactly to integrate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tolerance {
    /// Largest error of a step in a volume, m³.
    pub volume: f64,
    /// Largest error of a step in the socket's air, Pa·m³.
    pub air: f64,
}

impl Default for Tolerance {
    /// 0.05 mL of fluid and 2.5 mPa·m³ of air (0.05 % of 50 mL at ambient) a step.
    fn default() -> Self {
        Self { volume: 5e-8, air: 2.5e-3 }
    }
}

impl Tolerance {
    /// So many times as large.
    pub fn times(self, factor: f64) -> Self {
        Self { volume: factor * self.volume, air: factor * self.air }
    }
}

/// Smallest step, s: below it the network would have to be discontinuous.
const SMALLEST_STEP: f64 = 1e-4;
/// Accepted steps for which the Jacobian is kept.
const JACOBIAN_AGE: u32 = 4;
/// States that the implicit part covers: air, blood, interstitial fluid, displaced tissue, pore water.
const STIFF: usize = 5;
/// States whose error is controlled: these, protein, muscle and arterial flow.
const CONTROLLED: usize = 8;
/// Stages.
const STAGES: usize = 4;

const GAMMA: f64 = 0.435_866_521_508_459;
const ALPHA: [[f64; 3]; STAGES] = [
    [0.0, 0.0, 0.0],
    [0.871_733_043_016_918, 0.0, 0.0],
    [0.844_570_600_153_694_2, -0.112_990_642_364_841_85, 0.0],
    [0.0, 0.0, 1.0],
];
const GAMMAS: [[f64; 3]; STAGES] = [
    [0.0, 0.0, 0.0],
    [-0.871_733_043_016_918, 0.0, 0.0],
    [-0.903_380_570_130_440_8, 0.054_180_672_388_095_326, 0.0],
    [0.242_123_807_060_953_46, -1.223_250_583_904_514_7, 0.545_260_255_335_102_1],
];
const B: [f64; STAGES] =
    [0.242_123_807_060_953_46, -1.223_250_583_904_514_7, 1.545_260_255_335_102, 0.435_866_521_508_459];
const B_HAT: [f64; STAGES] = [0.378_109_031_458_193_7, -0.096_042_292_212_423_18, 0.5, 0.217_933_260_754_229_5];

type Vector = [f64; STATES];
type Matrix = [[f64; STIFF]; STIFF];
/// How every rate changes with the stiff states.
type Jacobian = [[f64; STIFF]; STATES];

/// An integrator with what it remembers between calls.
#[derive(Clone, Copy, Debug)]
pub struct Integrator {
    tolerance: Tolerance,
    step: f64,
    jacobian: Jacobian,
    age: u32,
    /// Steps accepted so far.
    pub steps: u64,
}

impl Integrator {
    /// An integrator that meets `tolerance`.
    pub fn new(tolerance: Tolerance) -> Self {
        Self { tolerance, step: 0.5, jacobian: [[0.0; STIFF]; STATES], age: u32::MAX, steps: 0 }
    }

    /// Forgets what it learned: call where the regime changes.
    pub fn restart(&mut self) {
        self.step = self.step.min(0.5);
        self.age = u32::MAX;
    }

    /// Carries `state` over `duration` seconds. `watch` sees every accepted step as (seconds since the call, state).
    pub fn advance(
        &mut self,
        network: &Network,
        state: &mut State,
        regime: Regime,
        pump_on: bool,
        duration: f64,
        watch: impl FnMut(f64, &State),
    ) {
        self.carry(network, state, &network.prepare(regime), pump_on, duration, watch);
    }

    /// The same in a regime that is prepared, for who comes back often.
    pub fn carry(
        &mut self,
        network: &Network,
        state: &mut State,
        prepared: &Prepared,
        pump_on: bool,
        duration: f64,
        mut watch: impl FnMut(f64, &State),
    ) {
        self.carry_on(network, state, prepared, pump_on, duration, &mut watch);
    }

    /// Compiled once, here, whoever watches.
    fn carry_on(
        &mut self,
        network: &Network,
        state: &mut State,
        prepared: &Prepared,
        pump_on: bool,
        duration: f64,
        watch: &mut dyn FnMut(f64, &State),
    ) {
        // The search for the socket's pressure begins where the last one ended.
        let near = Cell::new(None);
        let rates = |y: &Vector| {
            let (rates, pressure) = network.rates_near(&State::from_array(*y), prepared, pump_on, near.get());
            near.set(Some(pressure));
            rates.to_array()
        };
        // Air in Pa·m³, volumes in m³, protein relative: nudges well above rounding and well below what matters.
        let nudge = [1e-4, 1e-9, 1e-9, 1e-9, 1e-9];
        let volume = self.tolerance.volume;
        let scale = [self.tolerance.air, volume, volume, volume, volume, 1e-4, volume, 1e-2];
        let ends = duration - 1e-9;
        let mut y = state.to_array();
        let mut f = rates(&y);
        let mut t = 0.0;
        while t < ends {
            if self.age >= JACOBIAN_AGE {
                self.jacobian = differences(&y, &f, nudge, &rates);
                self.age = 0;
            }
            let h = self.step.min(duration - t);
            let (next, error) = trial(&self.jacobian, &y, &f, h, scale, &rates);
            if error <= 1.0 || h <= SMALLEST_STEP {
                y = next;
                t += h;
                if t < ends {
                    f = rates(&y);
                }
                self.age += 1;
                self.steps += 1;
                watch(t, &State::from_array(y));
            } else if self.age > 0 {
                self.age = JACOBIAN_AGE;
            }
            // Third-order error estimate: h ∝ error^(−1/3).
            let proposed = (h * (0.85 / error.max(1e-6).cbrt()).clamp(0.2, 5.0)).max(SMALLEST_STEP);
            // A step cut short by the end of the stretch says nothing about the next one.
            self.step = if h < self.step && error <= 1.0 { self.step.max(proposed) } else { proposed };
        }
        *state = State::from_array(y);
    }
}

/// ∂f/∂y over the stiff states, by one-sided differences.
fn differences(y: &Vector, f: &Vector, nudge: [f64; STIFF], rates: &impl Fn(&Vector) -> Vector) -> Jacobian {
    let mut jacobian = [[0.0; STIFF]; STATES];
    for column in 0..STIFF {
        let mut nudged = *y;
        nudged[column] += nudge[column];
        let there = rates(&nudged);
        for row in 0..STATES {
            jacobian[row][column] = (there[row] - f[row]) / nudge[column];
        }
    }
    jacobian
}

/// One step of length `h`: the new states and the error relative to `scale`.
fn trial(
    jacobian: &Jacobian,
    y: &Vector,
    f: &Vector,
    h: f64,
    scale: [f64; CONTROLLED],
    rates: &impl Fn(&Vector) -> Vector,
) -> (Vector, f64) {
    let solver = Factored::new(jacobian, h * GAMMA, std::array::from_fn(|i| scale[i]));
    let mut k = [[0.0; STATES]; STAGES];
    for stage in 0..STAGES {
        let at: Vector = std::array::from_fn(|i| y[i] + (0..stage).map(|j| ALPHA[stage][j] * k[j][i]).sum::<f64>());
        let slope = if stage == 0 { *f } else { rates(&at) };
        let carried: [f64; STIFF] =
            std::array::from_fn(|i| (0..stage).map(|j| GAMMAS[stage][j] * k[j][i]).sum::<f64>());
        let mut right: [f64; STIFF] =
            std::array::from_fn(|i| h * slope[i] + h * (0..STIFF).map(|j| jacobian[i][j] * carried[j]).sum::<f64>());
        solver.solve(&mut right);
        // What does not act on the stiff states follows from them: sums that the rates conserve, these stages conserve, too.
        let moved: [f64; STIFF] = std::array::from_fn(|j| carried[j] + GAMMA * right[j]);
        k[stage] = std::array::from_fn(|i| {
            if i < STIFF {
                right[i]
            } else {
                h * slope[i] + h * (0..STIFF).map(|j| jacobian[i][j] * moved[j]).sum::<f64>()
            }
        });
    }
    let next: Vector = std::array::from_fn(|i| y[i] + (0..STAGES).map(|s| B[s] * k[s][i]).sum::<f64>());
    let error = (0..CONTROLLED)
        .map(|i| ((0..STAGES).map(|s| (B[s] - B_HAT[s]) * k[s][i]).sum::<f64>() / scale[i]).abs())
        .fold(0.0, f64::max);
    (next, if next.iter().all(|x| x.is_finite()) { error } else { f64::INFINITY })
}

/// I − hγJ, factored in place. Rows and columns are scaled by the tolerances, so that pivots compare like with like.
struct Factored {
    lu: Matrix,
    order: [usize; STIFF],
    scale: [f64; STIFF],
}

impl Factored {
    fn new(jacobian: &[[f64; STIFF]], h_gamma: f64, scale: [f64; STIFF]) -> Self {
        let mut lu: Matrix = std::array::from_fn(|i| {
            std::array::from_fn(|j| f64::from(u8::from(i == j)) - h_gamma * jacobian[i][j] * scale[j] / scale[i])
        });
        let mut order: [usize; STIFF] = std::array::from_fn(|i| i);
        for column in 0..STIFF {
            let pivot = (column..STIFF).max_by(|a, b| lu[*a][column].abs().total_cmp(&lu[*b][column].abs()));
            let pivot = pivot.unwrap_or(column);
            lu.swap(column, pivot);
            order.swap(column, pivot);
            for row in column + 1..STIFF {
                lu[row][column] /= lu[column][column];
                for j in column + 1..STIFF {
                    lu[row][j] -= lu[row][column] * lu[column][j];
                }
            }
        }
        Self { lu, order, scale }
    }

    fn solve(&self, right: &mut [f64; STIFF]) {
        let mut x: [f64; STIFF] = std::array::from_fn(|i| right[self.order[i]] / self.scale[self.order[i]]);
        for i in 0..STIFF {
            x[i] -= (0..i).map(|j| self.lu[i][j] * x[j]).sum::<f64>();
        }
        for i in (0..STIFF).rev() {
            x[i] = (x[i] - (i + 1..STIFF).map(|j| self.lu[i][j] * x[j]).sum::<f64>()) / self.lu[i][i];
        }
        *right = std::array::from_fn(|i| x[i] * self.scale[i]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// y₀ relaxes fast to a moving target, y₁ slowly: y₀' = −50(y₀ − cos t) − sin t, t carried as y₃.
    fn rates(y: &Vector) -> Vector {
        let mut f = [0.0; STATES];
        f[0] = -50.0 * (y[0] - y[3].cos()) - y[3].sin();
        f[1] = -y[1] * y[1];
        f[3] = 1.0;
        f
    }

    fn error_at_two(steps: u32, exact_jacobian: bool) -> f64 {
        let mut y = [0.0; STATES];
        (y[0], y[1]) = (1.0, 1.0);
        let h = 2.0 / f64::from(steps);
        let mut jacobian = [[0.0; STIFF]; STATES];
        for step in 0..steps {
            let f = rates(&y);
            if exact_jacobian || step == 0 {
                jacobian = differences(&y, &f, [1e-7; STIFF], &rates);
            }
            y = trial(&jacobian, &y, &f, h, [1.0; CONTROLLED], &rates).0;
        }
        (y[0] - 2.0f64.cos()).abs().max((y[1] - 1.0 / 3.0).abs())
    }

    #[test]
    fn the_method_is_of_third_order_with_a_fresh_and_with_a_stale_jacobian() {
        for exact in [true, false] {
            let order = (error_at_two(80, exact) / error_at_two(160, exact)).log2();
            assert!((2.6..4.2).contains(&order), "order {order}");
        }
    }

    #[test]
    fn the_factored_matrix_solves_what_it_was_made_of() {
        let jacobian = [
            [0.0, -2.0, 0.5, 0.3, 0.0],
            [3.0, -1.0, 0.2, 0.0, 0.7],
            [0.1, 0.0, -40.0, 2.0, 0.0],
            [0.0, 0.4, 0.0, -3.0, 1.0],
            [0.2, 0.0, 1.0, 0.0, -0.1],
        ];
        let scale = [1.0, 0.1, 10.0, 3.0, 0.3];
        let right = [1.0, -2.0, 0.5, 4.0, -1.0];
        let mut x = right;
        Factored::new(&jacobian, 0.7, scale).solve(&mut x);
        for i in 0..STIFF {
            let back = x[i] - 0.7 * (0..STIFF).map(|j| jacobian[i][j] * x[j]).sum::<f64>();
            assert!((back - right[i]).abs() < 1e-12);
        }
    }
}
