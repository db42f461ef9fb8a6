//! # Sleeve wear
//!
//! **Stands for** the sleeve as the weak part: pinholes come one by one and open slowly, until together they let in
//! more air than the pump takes out; then the sleeve is replaced.
//!
//! ```text
//!   area ▲            ╱ replaced at A_max (what the pump covers)
//!        │         ╱‾
//!        │    __╱‾          each pinhole i arrives at w_i and opens at the rate G
//!        └──┴──┴──┴──▶ wear w = t/b
//! ```
//!
//! **Equations**
//! - wear: w = t/b, b = 1 without and above 1 with a barrier between sleeve and socket's edge: the same wear takes longer
//! - arrivals: a Poisson process of rate Λ, w_i = w_(i−1) + e_i/Λ with e_i drawn from the unit exponential law
//! - effective area: A(w) = G·Σ (w − w_i)₊; its mean is Λ·G·w²/2
//! - life: A(w) = A_max with k pinholes open is w = (A_max/G + Σ w_i)/k; of the mean course, w = √(2·A_max/(Λ·G))
//! - spread of lives: CV ≈ 1/√(3·Λ·w), because CV(A) = 2/√(3·Λ·w) and w ∝ √A
//! - calibration on two figures of one account: a life of 2–3 months read as 2.5 months and its 10th to 90th percentile
//!   gives CV = 0.5/(1.28·2.5) = 0.156, so Λ·w = 14 pinholes a sleeve; G follows from A_max of the usual pump.
//!   The other account's 4–6 months is twice that with the same relative range: b = 2 and nothing else
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `rate` | Λ | 1/s | amputee_store_harmony (one user) |
//! | `growth` | G | m²/s | amputee_store_harmony, through the usual pump's A_max |
//! | `barrier` | b | – | amputee_store_harmony (another user) |
//!
//! **Assumptions** two accounts of two users (n = 2) are all there is; that the sleeve is replaced when the pump no longer
//! covers the leak in walking is ours, as is that pinholes neither close nor are patched. **Valid** for an order of
//! magnitude. **Case** the pump, cadence, body mass.
//! **Tests** the mean course; lives scatter as the closed form says; a barrier of two doubles them.

/// How a sleeve wears.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SleeveWear {
    /// Pinholes that arrive per wear, 1/s.
    pub rate: f64,
    /// Effective area by which each opens per wear, m²/s.
    pub growth: f64,
    /// How many times longer the same wear takes; 1 without a barrier.
    pub barrier: f64,
}

/// The life of one sleeve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SleeveLife {
    /// From new to replaced, s.
    pub time: f64,
    /// Pinholes when it is replaced.
    pub pinholes: u32,
}

/// More pinholes than this are not followed: by then any pump has lost.
const MOST_PINHOLES: u32 = 100_000;

impl SleeveWear {
    /// Mean effective area of all pinholes after a time (s), m².
    pub fn mean_area(&self, time: f64) -> f64 {
        // Λ·G·w²/2
        0.5 * self.rate * self.growth * (time / self.barrier).powi(2)
    }

    /// Time (s) at which the mean course reaches an effective area (m²).
    pub fn usual_life(&self, most_area: f64) -> f64 {
        // w = √(2·A_max/(Λ·G))
        self.barrier * (2.0 * most_area / (self.rate * self.growth)).sqrt()
    }

    /// The life until the pinholes together reach `most_area` (m²); `intervals` are drawn from the unit exponential law.
    pub fn life(&self, most_area: f64, mut intervals: impl FnMut() -> f64) -> SleeveLife {
        let (mut arrival, mut sum) = (0.0, 0.0);
        let mut next = intervals() / self.rate;
        for pinholes in 1..=MOST_PINHOLES {
            arrival += next;
            sum += arrival;
            next = intervals() / self.rate;
            // w = (A_max/G + Σ w_i)/k, if no further pinhole comes before
            let wear = (most_area.max(0.0) / self.growth + sum) / f64::from(pinholes);
            if wear <= arrival + next {
                return SleeveLife { time: wear.max(arrival) * self.barrier, pinholes };
            }
        }
        SleeveLife { time: arrival * self.barrier, pinholes: MOST_PINHOLES }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONTH: f64 = 30.4 * 86_400.0;

    fn usual() -> SleeveWear {
        SleeveWear { rate: 5.5 / MONTH, growth: 6e-10 / MONTH, barrier: 1.0 }
    }

    /// Unit exponential intervals from a small congruential generator: the test needs no more.
    fn intervals(seed: u64) -> impl FnMut() -> f64 {
        let mut state = seed;
        move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            -(((state >> 11) as f64 + 0.5) / (1u64 << 53) as f64).ln()
        }
    }

    fn lives(wear: SleeveWear) -> Vec<SleeveLife> {
        let most = usual().mean_area(2.5 * MONTH);
        let mut next = intervals(7);
        (0..4_000).map(|_| wear.life(most, &mut next)).collect()
    }

    fn mean(values: impl Iterator<Item = f64> + Clone) -> f64 {
        values.clone().sum::<f64>() / values.count() as f64
    }

    #[test]
    fn the_mean_course_reaches_its_area_at_the_usual_life() {
        let life = usual().usual_life(usual().mean_area(3.0 * MONTH));
        assert!((life / MONTH - 3.0).abs() < 1e-12);
    }

    #[test]
    fn lives_scatter_as_the_closed_form_says_and_hold_fourteen_pinholes() {
        let lives = lives(usual());
        let months = lives.iter().map(|life| life.time / MONTH);
        let average = mean(months.clone());
        let sd = mean(months.map(|m| (m - average).powi(2))).sqrt();
        assert!((average - 2.5).abs() < 0.1, "{average}");
        assert!((sd / average - 0.156).abs() < 0.02, "{}", sd / average);
        assert!((mean(lives.iter().map(|life| f64::from(life.pinholes))) - 14.0).abs() < 1.0);
    }

    #[test]
    fn a_barrier_of_two_doubles_every_life() {
        let with = lives(SleeveWear { barrier: 2.0, ..usual() });
        for (bare, with) in lives(usual()).iter().zip(&with) {
            assert!((with.time / bare.time - 2.0).abs() < 1e-12 && with.pinholes == bare.pinholes);
        }
    }

    #[test]
    fn a_pump_that_covers_nothing_is_lost_with_the_first_pinhole() {
        let life = usual().life(0.0, intervals(3));
        assert_eq!(life.pinholes, 1);
    }
}
