//! # Gait load
//!
//! **Stands for** what walking does to the socket: body weight pressing in stance, the prosthesis pulling in swing.
//!
//! ```text
//!   stance 60 %                        swing 40 %
//!   F ▲  ╭╮    ╭╮                        ▲ pull
//!     │ ╱  ╲__╱  ╲                       │   ╱‾‾╲
//!     └─────────────▶ s                  └──╱────╲──▶ s
//! ```
//!
//! **Equations**
//! - stance, s = 0…1: F(s) = m·g·[(d + b)·sin πs + b·sin 3πs], so that mid-stance carries d and both peaks exceed
//!   body weight; b = b₀·(v/v₀)², because vertical oscillation grows with speed, and d = 1 − (1 − d₀)·(v/v₀)²
//! - swing, s = 0…1: T(s) = m_p·[g + r·ω²·sin² πs], ω = ω₀·(cadence/cadence₀)
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `stance_fraction` | – | – | ottobock_harmony_brochure (60 / 40) |
//! | `midstance_load` | d₀ | body weights | general_gait (0.75) |
//! | `peak_modulation` | b₀ | body weights | general_gait (both peaks about 1.05 at v₀) |
//! | `reference_speed` | v₀ | m/s | general_gait |
//! | `reference_cadence` | cadence₀ | steps/min | general_gait |
//! | `swing_rate` | ω₀ | rad/s | general_gait |
//! | `prosthesis_arm` | r | m | assumed |
//!
//! **Assumptions** level ground; both peaks equal; the prosthesis swings as a point mass on an arm.
//! **Valid** 0.3–2 m/s. **Case** `day.activities`, `person.body_mass_kg`, `prosthesis.mass_kg`.
//! **Tests** peaks and dip as published; load integrates to the closed form; faster walking raises peaks.

use std::f64::consts::PI;

/// Standard gravity, m/s² (ISO 80000-3).
pub const GRAVITY: f64 = 9.806_65;

/// The person's way of loading a prosthesis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GaitLoad {
    /// Body mass on the prosthesis, kg.
    pub body_mass: f64,
    /// Mass of the prosthesis, kg.
    pub prosthesis_mass: f64,
    /// Share of the gait cycle spent in stance.
    pub stance_fraction: f64,
    /// Load at mid-stance at the reference speed, body weights.
    pub midstance_load: f64,
    /// Third harmonic of the stance load at the reference speed, body weights.
    pub peak_modulation: f64,
    /// Speed at which the two above hold, m/s.
    pub reference_speed: f64,
    /// Cadence at which `swing_rate` holds, steps/min of both feet.
    pub reference_cadence: f64,
    /// Peak angular speed of the shank in swing, rad/s.
    pub swing_rate: f64,
    /// Distance of the prosthesis's centre of mass from the knee (TT) or hip (TF), m.
    pub prosthesis_arm: f64,
}

/// One way of walking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Steps of both feet a minute.
    pub cadence: f64,
    /// Speed, m/s.
    pub speed: f64,
}

/// One gait cycle, prepared: loads (N) with their share of the cycle. Shares add up to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GaitCycle {
    /// Duration, s.
    pub stride_time: f64,
    /// Largest stance load, N.
    pub peak_force: f64,
    /// Stance: share of the cycle, load.
    pub stance: [(f64, f64); STANCE_NODES],
    /// Swing: share of the cycle, pull.
    pub swing: [(f64, f64); SWING_NODES],
}

/// Nodes of stance: those of its first half by Fejér's rule, each standing for its mirror image, too. Many, because pressure on
/// soft tissue begins with a kink wherever bone lets go of the load.
pub(crate) const STANCE_NODES: usize = 14;
/// Nodes of swing: midpoints. The pull is smooth and begins as it ends, so midpoints are exact up to its eighth harmonic.
pub(crate) const SWING_NODES: usize = 2;

impl Pace {
    /// Duration of one stride (two steps), s.
    pub fn stride_time(self) -> f64 {
        120.0 / self.cadence
    }
}

impl GaitLoad {
    /// Stance load at share `s` of stance, N.
    pub fn stance_force(&self, s: f64, pace: Pace) -> f64 {
        let (d, b) = self.shape(pace);
        // F(s) = m·g·[(d + b)·sin πs + b·sin 3πs]
        self.weight() * ((d + b) * (PI * s).sin() + b * (3.0 * PI * s).sin()).max(0.0)
    }

    /// Largest stance load, N.
    pub fn peak_force(&self, pace: Pace) -> f64 {
        // dF/ds = 0 ⇔ (d + b)·cos πs + 3b·cos 3πs = 0; with cos 3x = 4cos³x − 3cos x: cos² πs = (8b − d)/(12b)
        let (d, b) = self.shape(pace);
        let cos2 = (8.0 * b - d) / (12.0 * b);
        let s = if b > 0.0 && cos2 > 0.0 { cos2.min(1.0).sqrt().acos() / PI } else { 0.5 };
        self.stance_force(s, pace)
    }

    /// Pull of the prosthesis on the limb at share `s` of swing, N.
    pub fn swing_pull(&self, s: f64, pace: Pace) -> f64 {
        // T(s) = m_p·[g + r·ω²·sin² πs]
        let rate = self.swing_rate * pace.cadence / self.reference_cadence;
        self.prosthesis_mass * (GRAVITY + self.prosthesis_arm * rate * rate * (PI * s).sin().powi(2))
    }

    /// Body weight, N.
    pub fn weight(&self) -> f64 {
        self.body_mass * GRAVITY
    }

    /// Weight of the hanging prosthesis, N.
    pub fn hanging_pull(&self) -> f64 {
        self.prosthesis_mass * GRAVITY
    }

    /// One gait cycle as few weighted loads: nodes of stance, midpoints of swing, folded, because both courses are
    /// symmetric in time.
    pub fn cycle(&self, pace: Pace) -> GaitCycle {
        let swing = 1.0 - self.stance_fraction;
        GaitCycle {
            stride_time: pace.stride_time(),
            peak_force: self.peak_force(pace),
            stance: std::array::from_fn(|i| {
                let (share, s) = fejer(i, 2 * STANCE_NODES);
                // Folded: its mirror image carries the same.
                (2.0 * share * self.stance_fraction, self.stance_force(s, pace))
            }),
            swing: std::array::from_fn(|i| {
                let s = (i as f64 + 0.5) / (2 * SWING_NODES) as f64;
                (swing / SWING_NODES as f64, self.swing_pull(s, pace))
            }),
        }
    }

    fn shape(&self, pace: Pace) -> (f64, f64) {
        let ratio = (pace.speed / self.reference_speed).powi(2).min(2.5);
        (1.0 - (1.0 - self.midstance_load) * ratio, self.peak_modulation * ratio)
    }
}

/// Weight and place of one of `n` nodes on 0 … 1 by Fejér's first rule: exact for polynomials, and dense at both ends, where a
/// load of a few kilopascals comes and goes within a hundredth of stance.
pub(crate) fn fejer(node: usize, n: usize) -> (f64, f64) {
    let theta = (node as f64 + 0.5) * PI / n as f64;
    // w = [1 − 2·Σ cos(2kθ)/(4k² − 1)]/n
    let waves = (1..=n / 2).map(|k| (2.0 * k as f64 * theta).cos() / ((4 * k * k) as f64 - 1.0)).sum::<f64>();
    ((1.0 - 2.0 * waves) / n as f64, 0.5 * (1.0 - theta.cos()))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn usual() -> GaitLoad {
        GaitLoad {
            body_mass: 80.0,
            prosthesis_mass: 2.2,
            stance_fraction: 0.6,
            midstance_load: 0.75,
            peak_modulation: 0.37,
            reference_speed: 1.2,
            reference_cadence: 104.0,
            swing_rate: 6.5,
            prosthesis_arm: 0.25,
        }
    }

    pub(crate) const USUAL_PACE: Pace = Pace { cadence: 104.0, speed: 1.2 };

    #[test]
    fn two_peaks_stand_above_body_weight_and_mid_stance_dips() {
        let gait = usual();
        let bw = |s| gait.stance_force(s, USUAL_PACE) / gait.weight();
        assert!((0.95..=1.10).contains(&(gait.peak_force(USUAL_PACE) / gait.weight())));
        assert!((bw(0.5) - 0.75).abs() < 1e-9);
        assert!(bw(0.0).abs() < 1e-9 && bw(1.0).abs() < 1e-9);
    }

    #[test]
    fn the_closed_form_peak_is_the_sampled_one() {
        for speed in [0.4, 0.8, 1.2, 1.6] {
            let pace = Pace { cadence: 104.0, speed };
            let sampled = (0..=2_000).map(|i| usual().stance_force(f64::from(i) / 2e3, pace)).fold(0.0, f64::max);
            assert!((usual().peak_force(pace) / sampled - 1.0).abs() < 1e-4, "{speed} m/s");
        }
    }

    #[test]
    fn the_prepared_cycle_has_the_mean_and_the_mean_square_of_the_sampled_one() {
        let (gait, n) = (usual(), 20_000);
        let cycle = gait.cycle(USUAL_PACE);
        let mean = |power: i32| {
            let sampled =
                (0..n).map(|i| gait.stance_force((f64::from(i) + 0.5) / f64::from(n), USUAL_PACE).powi(power));
            gait.stance_fraction * sampled.sum::<f64>() / f64::from(n)
        };
        for power in [1, 2] {
            let prepared: f64 = cycle.stance.iter().map(|(share, force)| share * force.powi(power)).sum();
            assert!((prepared / mean(power) - 1.0).abs() < 2e-3, "power {power}");
        }
        let shares: f64 = cycle.stance.iter().chain(&cycle.swing).map(|node| node.0).sum();
        assert!((shares - 1.0).abs() < 1e-12);
    }

    #[test]
    fn faster_walking_raises_peaks_and_pull() {
        let fast = Pace { cadence: 120.0, speed: 1.5 };
        assert!(usual().peak_force(fast) > usual().peak_force(USUAL_PACE));
        assert!(usual().swing_pull(0.5, fast) > usual().swing_pull(0.5, USUAL_PACE));
    }
}
