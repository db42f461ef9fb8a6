//! # Blood
//!
//! **Stands for** the blood of the limb's veins: pressed out within seconds, brought back at the pace of the arteries.
//!
//! **Equations** (p: pressure on the tissue, Pa; u = B_∞ − B)
//! - what a pressure leaves: B_∞ = B₀·e^(−p/p_v) for p > 0, B₀·[1 + β·(1 − e^(p/p_v))] for p ≤ 0
//! - emptying (u < 0): dB/dt = u/τ, the veins' resistance times their compliance
//! - filling (u > 0): dB/dt = q·(1 − e^(−u/(τ·q))), q = φ·q₀: linear at the arterial inflow until nearly full
//! - arterial flow: dφ/dt = (φ_posture − φ)/τ_φ: what walking asks for lasts for a while after it
//! - without pressure, at one flow, this has a solution: with s = u/(τ·q), s(t) = ln[1 + (e^s₀ − 1)·e^(−t/τ)]
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `pool` | B₀ | m³ | textbook_bloodpool: 2–4 mL/100 mL |
//! | `venous_pressure` | p_v | Pa | calf1977: B₀ over the compliance of 1.1 ± 0.3 %/kPa |
//! | `empty_time` | τ | s | calf1977: resistance 3.8 ± 1.3 s·kPa/% times that compliance |
//! | `inflow` | q₀ | m³/s | calf1977: 0.054 ± 0.020 %/s |
//! | `distension` | β | – | assumed |
//! | `flow_time` | τ_φ | s | assumed |
//!
//! **Assumptions** veins of a sound calf under sudden pressure, lying down. **Valid** pressures that last longer than a stride.
//! **Tests** at rest nothing flows; small pressures move 1.1 % a kPa; filling from empty begins at the measured inflow and is
//! linear; the solution without pressure is the equation's; walking fills sooner.

/// Blood of one limb.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Blood {
    /// Pool at rest, m³.
    pub pool: f64,
    /// Pressure that empties the pool e-fold, Pa.
    pub venous_pressure: f64,
    /// Time in which a surplus leaves, s.
    pub empty_time: f64,
    /// Inflow at rest, m³/s.
    pub inflow: f64,
    /// Largest relative distension under suction.
    pub distension: f64,
    /// Time in which the arterial flow follows what the posture asks for, s.
    pub flow_time: f64,
}

impl Blood {
    /// Pool that an interface pressure (Pa) leaves, m³.
    pub fn target(&self, p: f64) -> f64 {
        self.target_at(p, (-p.abs() / self.venous_pressure).exp())
    }

    /// The same with e^(−|p|/p_v) given.
    pub(crate) fn target_at(&self, p: f64, venous: f64) -> f64 {
        // B_∞ = B₀·e^(−p/p_v);  B₀·[1 + β·(1 − e^(p/p_v))]
        let share = if p > 0.0 { venous } else { 1.0 + self.distension * (1.0 - venous) };
        self.pool * share
    }

    /// Rate at which a pool that lacks `short` (m³) of its target changes, m³/s; `flow` is the arterial flow over that at rest.
    pub fn rate(&self, short: f64, flow: f64) -> f64 {
        if short > 0.0 {
            // q·(1 − e^(−u/(τ·q)))
            let inflow = flow * self.inflow;
            -inflow * (-short / (self.empty_time * inflow)).exp_m1()
        } else {
            // u/τ
            short / self.empty_time
        }
    }

    /// The pool after `seconds` without pressure, m³: the equation's solution.
    pub fn unpressed(&self, blood: f64, flow: f64, seconds: f64) -> f64 {
        let short = self.pool - blood;
        let passed = -seconds / self.empty_time;
        if short <= 0.0 {
            return self.pool - short * passed.exp();
        }
        // s(t) = ln[1 + (e^s₀ − 1)·e^(−t/τ)], written so that nothing overflows.
        let scale = self.empty_time * flow * self.inflow;
        let begun = short / scale;
        let left = if begun + passed > 30.0 {
            begun + passed
        } else {
            (begun + passed).exp().mul_add(1.0, -passed.exp()).ln_1p()
        };
        self.pool - scale * left
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A pool of 3 mL/100 mL in a limb of 1025 mL, with the measured compliance, resistance and inflow.
    pub(crate) fn usual() -> Blood {
        let volume = 1.025e-3;
        let pool = 0.03 * volume;
        Blood {
            pool,
            venous_pressure: 0.03 / 0.011 * 1e3,
            empty_time: 3.8 * 1.1,
            inflow: 0.054e-2 * volume,
            distension: 0.3,
            flow_time: 60.0,
        }
    }

    #[test]
    fn rest_is_an_equilibrium_and_a_small_pressure_moves_the_measured_share() {
        let blood = usual();
        assert_eq!(blood.rate(blood.target(0.0) - blood.pool, 1.0), 0.0);
        // 1.1 % of the limb's volume a kPa (calf1977).
        let moved = (blood.pool - blood.target(10.0)) / 1.025e-3 * 100.0 / 0.01;
        assert!((moved - 1.1).abs() < 0.01, "{moved} %/kPa");
    }

    #[test]
    fn an_empty_pool_fills_linearly_at_the_measured_inflow_and_sooner_when_walking() {
        let blood = usual();
        // 0.054 % of the limb's volume a second, in the first half of the filling nearly unchanged.
        for share in [1.0, 0.75, 0.5] {
            let rate = blood.rate(share * blood.pool, 1.0) / 1.025e-3 * 100.0;
            assert!((rate / 0.054 - 1.0).abs() < 2e-3, "{rate} %/s with {share} missing");
        }
        assert!((blood.rate(blood.pool, 3.0) / blood.rate(blood.pool, 1.0) - 3.0).abs() < 0.05);
    }

    #[test]
    fn what_is_too_much_leaves_with_the_measured_time() {
        let blood = usual();
        let left = blood.unpressed(1.2 * blood.pool, 1.0, 3.8 * 1.1) / blood.pool - 1.0;
        assert!((left / (0.2 / std::f64::consts::E) - 1.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn the_solution_without_pressure_is_that_of_the_equation(
            filled in 0.0f64..1.3, flow in 0.5f64..10.0, seconds in 0.0f64..400.0
        ) {
            let blood = usual();
            let (mut exact, h) = (filled * blood.pool, seconds / 4_000.0);
            for _ in 0..4_000 {
                let k1 = blood.rate(blood.pool - exact, flow);
                let k2 = blood.rate(blood.pool - exact - 0.5 * h * k1, flow);
                exact += h * k2;
            }
            let solved = blood.unpressed(filled * blood.pool, flow, seconds);
            prop_assert!((solved - exact).abs() < 1e-4 * blood.pool, "{solved} {exact}");
        }

        #[test]
        fn it_never_passes_its_target(p in -40e3f64..90e3, blood in 0.0f64..5e-5) {
            let law = usual();
            let short = law.target(p) - blood;
            prop_assert!(law.rate(short, 3.0) * short >= 0.0);
            prop_assert!(law.target(p) > 0.0 && law.target(p) <= 1.3 * law.pool);
        }
    }
}
