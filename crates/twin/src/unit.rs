//! # The simulated unit
//!
//! **Stands for** the hardware around the controller: what its sensors make of the truth, what its cells give.
//!
//! **Equations**
//! - pressure sensor: lag dP_s/dt = (P − P_s)/τ, then drift d and noise σ·z, then rounded to q
//! - two nickel–metal hydride cells: open-circuit voltage U₀(charge) on straight lines between 2.60 V (full), 2.40 V (half),
//!   2.20 V (a tenth) and 1.70 V (empty); two alkaline cells: 3.10, 2.60, 2.20 and 1.70 V
//! - under load: U = U₀ − R·P_el/U₀, R = 0.25 Ω at 20 °C, doubled at −10 °C; alkaline 0.40 Ω, fourfold at −10 °C
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `LAG_S`, `NOISE_PA`, `STEP_PA` | τ, σ, q | s, Pa, Pa | assumed: a board-mounted absolute sensor of 100 kPa and 14 bit |
//! | `Pair` | U₀, R | V, Ω | assumed: AA cells and their contacts, the usual course of data sheets |
//!
//! **Assumptions** noise is white; cells age no further within a run. **Tests** the reading settles on the truth; a
//! loaded cold cell sags most.

use crate::system::Cells;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

const LAG_S: f64 = 0.02;
const NOISE_PA: f64 = 15.0;
const STEP_PA: f64 = 6.0;

/// Two cells of a kind.
#[derive(Debug)]
struct Pair {
    /// (share of charge, open-circuit voltage of both).
    open_circuit: [(f64, f64); 4],
    /// At 20 °C, Ω.
    resistance: f64,
    /// How much of that is added for each °C below, 1/°C.
    in_the_cold: f64,
}

const HYDRIDE: Pair = Pair {
    open_circuit: [(0.0, 1.70), (0.1, 2.20), (0.5, 2.40), (1.0, 2.60)],
    resistance: 0.25,
    in_the_cold: 1.0 / 30.0,
};
const ALKALINE: Pair = Pair {
    open_circuit: [(0.0, 1.70), (0.1, 2.20), (0.5, 2.60), (1.0, 3.10)],
    resistance: 0.40,
    in_the_cold: 3.0 / 30.0,
};

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
    pair: &'static Pair,
}

impl Unit {
    pub fn new(noise: ChaCha8Rng, celsius: f64, cells: Cells) -> Self {
        let pair = match cells {
            Cells::Rechargeable => &HYDRIDE,
            Cells::Alkaline => &ALKALINE,
        };
        Self { lagged: None, noise, noise_factor: 1.0, drift_pa: 0.0, celsius, pair }
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
        let open = self.pair.open(charge.clamp(0.0, 1.0));
        let cold = 1.0 + (20.0 - self.celsius).max(0.0) * self.pair.in_the_cold;
        open - self.pair.resistance * cold * load_w / open
    }
}

impl Pair {
    fn open(&self, charge: f64) -> f64 {
        let points = &self.open_circuit;
        let next = points.iter().position(|(share, _)| *share >= charge).unwrap_or(points.len() - 1).max(1);
        let ((c0, v0), (c1, v1)) = (points[next - 1], points[next]);
        v0 + (v1 - v0) * (charge - c0) / (c1 - c0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::rand_core::SeedableRng;

    #[test]
    fn the_reading_settles_on_the_truth() {
        let mut unit = Unit::new(ChaCha8Rng::seed_from_u64(1), 20.0, Cells::Rechargeable);
        unit.reading(101_325.0, 0.1);
        let mean = (0..1_000).map(|_| unit.reading(60_000.0, 0.1)).sum::<f64>() / 1_000.0;
        assert!((mean - 60_000.0).abs() < 400.0 / 1_000.0 * 100.0, "{mean}");
    }

    #[test]
    fn a_loaded_cold_cell_sags_most() {
        let of = |cells, celsius, load| Unit::new(ChaCha8Rng::seed_from_u64(1), celsius, cells).volts(0.5, load);
        let at = |celsius, load| of(Cells::Rechargeable, celsius, load);
        assert_eq!(at(20.0, 0.0), 2.40);
        let sag = |cells| of(cells, -10.0, 0.0) - of(cells, -10.0, 1.5);
        assert!(sag(Cells::Alkaline) > 2.0 * sag(Cells::Rechargeable));
        assert!(at(-10.0, 1.5) < at(20.0, 1.5) && at(20.0, 1.5) < at(20.0, 0.0));
        assert!(Unit::new(ChaCha8Rng::seed_from_u64(1), 20.0, Cells::Rechargeable).volts(0.0, 0.0) < 1.8);
    }
}
