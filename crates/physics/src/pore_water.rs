//! # Pore water
//!
//! **Stands for** water that a load squeezes through the tissue's pores to places without load nearby, and that returns when the
//! load goes: the reversible, poroelastic share of what bioimpedance sees in standing.
//!
//! **Equations** dQ/dt = ⟨−Q₀·(1 − e^(−p₊/p_Q)) − Q⟩/τ_Q, ⟨·⟩ the mean over a gait cycle, p₊ the positive part of the pressure
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `most` | Q₀ | m³ | fitted on sanders2014_posture's standing |
//! | `pressure` | p_Q | Pa | fitted with it |
//! | `time` | τ_Q | s | fitted with it; L²/(H·κ) of bgu2019's stiffness and permeability is 0.8–13 min |
//!
//! **Assumptions** one time for out and in; suction draws none in. **Valid** minutes; what leaves for hours is `tissue_fluid`'s.
//! **Tests** none without pressure; bounded by Q₀; the time lies where consolidation of such tissue does.

/// Pore water of one limb.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PoreWater {
    /// Most that can be squeezed away, m³.
    pub most: f64,
    /// Pressure at which all but 1/e of it is gone, Pa.
    pub pressure: f64,
    /// Time in which it follows, s.
    pub time: f64,
}

impl PoreWater {
    /// What a pressure (Pa) squeezes away in the end, m³.
    pub fn target(&self, p: f64) -> f64 {
        self.target_at(p, (-p.max(0.0) / self.pressure).exp())
    }

    /// The same with e^(−p/p_Q) given; without pressure it is not read.
    pub(crate) fn target_at(&self, p: f64, pressed: f64) -> f64 {
        // −Q₀·(1 − e^(−p₊/p_Q))
        if p > 0.0 { -self.most * (1.0 - pressed) } else { 0.0 }
    }

    /// Rate of change of what is away (m³), m³/s.
    pub fn rate(&self, pore: f64, target: f64) -> f64 {
        (target - pore) / self.time
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(crate) fn usual() -> PoreWater {
        PoreWater { most: 0.041 * 1.025e-3, pressure: 10e3, time: 216.0 }
    }

    #[test]
    fn the_time_lies_where_such_tissue_consolidates() {
        // L²/(H·κ): half a thickness of 12.5 mm, 4–12 kPa of aggregate stiffness, 0.8–2.3·10⁻¹⁰ m²/(Pa·s) (bgu2019).
        let time = |length: f64, stiffness: f64, permeability: f64| length * length / (stiffness * permeability);
        let (shortest, longest) = (time(12.5e-3, 12e3, 2.3e-10), time(12.5e-3, 4e3, 0.8e-10));
        assert!((shortest..longest).contains(&usual().time), "{shortest} … {longest} s");
    }

    proptest! {
        #[test]
        fn none_without_pressure_and_never_more_than_there_is(p in -60e3f64..100e3) {
            let water = usual();
            let at = water.target(p);
            let within = if p <= 0.0 { at == 0.0 } else { at < 0.0 && at >= -water.most };
            prop_assert!(within, "{} m³ at {} Pa", at, p);
        }
    }
}
