//! # The simulated unit
//!
//! **Stands for** the hardware around the controller: what its sensors make of the truth, what its cells give.
//!
//! **Equations**
//! - pressure sensor: lag dP_s/dt = (P − P_s)/τ, then drift d and noise σ·z, then rounded to q
//! - cells: two nickel–metal hydride cells, open-circuit voltage U₀(charge) on straight lines between 2.60 V (full),
//!   2.40 V (half), 2.20 V (a tenth) and 1.70 V (empty); under load U = U₀ − R·P_el/U₀, R = 0.25 Ω at 20 °C, doubled at −10 °C
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `LAG_S`, `NOISE_PA`, `STEP_PA` | τ, σ, q | s, Pa, Pa | assumed: a board-mounted absolute sensor of 100 kPa and 14 bit |
//! | `RESISTANCE` | R | Ω | assumed: fresh AA cells and their contacts |
//!
//! **Assumptions** noise is white; cells age no further within a run. **Tests** the reading settles on the truth; a
//! loaded cold cell sags most.

use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

const LAG_S: f64 = 0.02;
const NOISE_PA: f64 = 15.0;
const STEP_PA: f64 = 6.0;
const RESISTANCE: f64 = 0.25;
/// (share of charge, open-circuit voltage of both cells).
const OPEN_CIRCUIT: [(f64, f64); 4] = [(0.0, 1.70), (0.1, 2.20), (0.5, 2.40), (1.0, 2.60)];

/// Sensors and cells of one unit.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    lagged: Option<f64>,
    noise: ChaCha8Rng,
    /// Noise relative to a healthy sensor.
    pub noise_factor: f64,
    /// What the sensor says too much, Pa.
    pub drift_pa: f64,
    /// Temperature at the cells, °C.
    pub celsius: f64,
}

impl Unit {
    pub fn new(noise: ChaCha8Rng, celsius: f64) -> Self {
        Self { lagged: None, noise, noise_factor: 1.0, drift_pa: 0.0, celsius }
    }

    /// What the pressure sensor says `dt` s after its last reading, Pa.
    pub fn reading(&mut self, pressure: f64, dt: f64) -> f64 {
        let before = self.lagged.unwrap_or(pressure);
        let lagged = pressure + (before - pressure) * (-dt / LAG_S).exp();
        self.lagged = Some(lagged);
        let noise: f64 = StandardNormal.sample(&mut self.noise);
        let raw = lagged + self.drift_pa + NOISE_PA * self.noise_factor * noise;
        (raw / STEP_PA).round() * STEP_PA
    }

    /// Voltage of both cells with a share of charge left under a load (W).
    pub fn volts(&self, charge: f64, load_w: f64) -> f64 {
        let open = open_circuit(charge.clamp(0.0, 1.0));
        let cold = 1.0 + (20.0 - self.celsius).max(0.0) / 30.0;
        open - RESISTANCE * cold * load_w / open
    }
}

fn open_circuit(charge: f64) -> f64 {
    let next = OPEN_CIRCUIT.iter().position(|(share, _)| *share >= charge).unwrap_or(OPEN_CIRCUIT.len() - 1).max(1);
    let ((c0, v0), (c1, v1)) = (OPEN_CIRCUIT[next - 1], OPEN_CIRCUIT[next]);
    v0 + (v1 - v0) * (charge - c0) / (c1 - c0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::rand_core::SeedableRng;

    #[test]
    fn the_reading_settles_on_the_truth() {
        let mut unit = Unit::new(ChaCha8Rng::seed_from_u64(1), 20.0);
        unit.reading(101_325.0, 0.1);
        let mean = (0..1_000).map(|_| unit.reading(60_000.0, 0.1)).sum::<f64>() / 1_000.0;
        assert!((mean - 60_000.0).abs() < 400.0 / 1_000.0 * 100.0, "{mean}");
    }

    #[test]
    fn a_loaded_cold_cell_sags_most() {
        let at = |celsius, load| Unit::new(ChaCha8Rng::seed_from_u64(1), celsius).volts(0.5, load);
        assert_eq!(at(20.0, 0.0), 2.40);
        assert!(at(-10.0, 1.5) < at(20.0, 1.5) && at(20.0, 1.5) < at(20.0, 0.0));
        assert!(Unit::new(ChaCha8Rng::seed_from_u64(1), 20.0).volts(0.0, 0.0) < 1.8);
    }
}
