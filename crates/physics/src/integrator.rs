//! # Integrator
//!
//! **Stands for** carrying the network's slow states through time with error control.
//!
//! **Equations** exponential Heun (ETD2RK) with a diagonal linear part L_i = ∂f_i/∂y_i ≤ 0, taken by differences and
//! renewed as it ages; with z = h·L:
//! - a = y + h·φ₁(z)·f(y)
//! - y′ = a + h·φ₂(z)·[f(a) − f(y) − L·(a − y)]
//! - error estimate |y′ − a|; φ₁ = (eᶻ − 1)/z, φ₂ = (eᶻ − 1 − z)/z²
//!
//! Air and blood answer in seconds, tissue in hours: the linear part takes the fast ones out of the step size.
//!
//! **Tests** halving the tolerance changes nothing that matters; air and fluid balance; the cycle means against a
//! reference that resolves every stride and every stroke.

use crate::network::{Network, Regime, STATES, State};

/// How exactly to integrate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tolerance {
    /// Largest error of a step in a volume, m³.
    pub volume: f64,
    /// Largest error of a step in the socket's air, Pa·m³.
    pub air: f64,
}

impl Default for Tolerance {
    /// 0.01 mL of fluid and 0.5 mPa·m³ of air (0.01 % of 50 mL at ambient) a step.
    fn default() -> Self {
        Self { volume: 1e-8, air: 5e-4 }
    }
}

/// Smallest step, s: below it the network would have to be discontinuous.
const SMALLEST_STEP: f64 = 1e-4;
/// Steps for which the linear part is kept.
const LINEAR_PART_AGE: u32 = 6;
/// States that carry a linear part: air, blood, interstitial fluid, protein.
const STIFF: usize = 4;

/// An integrator with what it remembers between calls.
#[derive(Clone, Copy, Debug)]
pub struct Integrator {
    tolerance: Tolerance,
    step: f64,
    linear: [f64; STIFF],
    age: u32,
    /// Steps accepted so far.
    pub steps: u64,
}

impl Integrator {
    /// An integrator that meets `tolerance`.
    pub fn new(tolerance: Tolerance) -> Self {
        Self { tolerance, step: 0.5, linear: [0.0; STIFF], age: u32::MAX, steps: 0 }
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
        mut watch: impl FnMut(f64, &State),
    ) {
        let rates = |y: &[f64; STATES]| network.rates(&State::from_array(*y), regime, pump_on).to_array();
        let mut y = state.to_array();
        let mut f = rates(&y);
        let mut t = 0.0;
        while t < duration - 1e-9 {
            if self.age >= LINEAR_PART_AGE {
                self.renew_linear_part(&y, &f, &rates);
            }
            let h = self.step.min(duration - t);
            let (next, error) = self.trial(&y, &f, h, &rates);
            if error <= 1.0 || h <= SMALLEST_STEP {
                y = next;
                t += h;
                f = rates(&y);
                self.age += 1;
                self.steps += 1;
                watch(t, &State::from_array(y));
            } else {
                self.age = self.age.max(LINEAR_PART_AGE - 1);
            }
            // Second-order error estimate: h ∝ error^(−1/2).
            let factor = 0.9 / error.max(1e-4).sqrt();
            let proposed = (h * factor.clamp(0.2, 4.0)).max(SMALLEST_STEP);
            // A step cut short by the end of the stretch says nothing about the next one.
            self.step = if h < self.step && error <= 1.0 { self.step.max(proposed) } else { proposed };
        }
        *state = State::from_array(y);
    }

    fn renew_linear_part(
        &mut self,
        y: &[f64; STATES],
        f: &[f64; STATES],
        rates: &impl Fn(&[f64; STATES]) -> [f64; STATES],
    ) {
        let nudge = [1e-3, 1e-8, 1e-8, 1e-4];
        for i in 0..STIFF {
            let mut nudged = *y;
            nudged[i] += nudge[i];
            self.linear[i] = ((rates(&nudged)[i] - f[i]) / nudge[i]).min(0.0);
        }
        self.age = 0;
    }

    /// One step of length `h`: the new states and the error relative to the tolerance.
    fn trial(
        &self,
        y: &[f64; STATES],
        f: &[f64; STATES],
        h: f64,
        rates: &impl Fn(&[f64; STATES]) -> [f64; STATES],
    ) -> ([f64; STATES], f64) {
        let linear: [f64; STATES] = std::array::from_fn(|i| if i < STIFF { self.linear[i] } else { 0.0 });
        // a = y + h·φ₁(z)·f(y)
        let a: [f64; STATES] = std::array::from_fn(|i| y[i] + h * phi1(h * linear[i]) * f[i]);
        let fa = rates(&a);
        // y′ = a + h·φ₂(z)·[f(a) − f(y) − L·(a − y)]
        let next: [f64; STATES] =
            std::array::from_fn(|i| a[i] + h * phi2(h * linear[i]) * (fa[i] - f[i] - linear[i] * (a[i] - y[i])));
        let scale = [self.tolerance.air, self.tolerance.volume, self.tolerance.volume, 1e-4];
        let error = (0..STIFF).map(|i| ((next[i] - a[i]) / scale[i]).abs()).fold(0.0, f64::max);
        (next, if error.is_finite() { error } else { f64::INFINITY })
    }
}

/// (eᶻ − 1)/z.
fn phi1(z: f64) -> f64 {
    if z == 0.0 { 1.0 } else { z.exp_m1() / z }
}

/// (eᶻ − 1 − z)/z².
fn phi2(z: f64) -> f64 {
    if z.abs() < 1e-4 { 0.5 + z / 6.0 } else { (z.exp_m1() - z) / (z * z) }
}
