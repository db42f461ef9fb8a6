//! # Limb volume
//!
//! **Stands for** the volume of the limb in its socket, as the sum of five parts that move on their own.
//!
//! | part | law | time | where |
//! |---|---|---|---|
//! | blood B | pressed out by the veins' compliance, brought back at the arterial inflow | seconds to a minute | `blood` |
//! | displaced tissue D | pushed past the brim, drawn in by vacuum | minutes | `displaced_tissue` |
//! | pore water Q | squeezed aside by loads | minutes | `pore_water` |
//! | muscle M | swells while it works | minutes | `muscle` |
//! | interstitial fluid ΔV_i, protein m | filtered, drained, drawn | hours | `tissue_fluid` |
//!
//! **Equations**
//! - change of volume: ΔV = (B − B₀) + D + Q + M + ΔV_i; all of it opens or fills the gap
//! - extracellular fluid, as bioimpedance sees it: ΔV_i + 0.55·(B − B₀) + Q + M + 0.2·D: of blood its plasma
//!   (haematocrit 0.45, textbook_bloodpool), of displaced tissue what lies between its cells
//! - what lasts: ΔV_i; the rest comes back within minutes of rest without a socket
//!
//! **Assumptions** the parts add up and answer the same pressure; each knows nothing of the others.
//! **Tests** at rest nothing moves; the sum is that of its parts; a limb let be returns to its interstitial fluid.

use crate::blood::Blood;
use crate::circulation::Circulation;
use crate::displaced_tissue::DisplacedTissue;
use crate::muscle::Muscle;
use crate::pore_water::PoreWater;
use crate::tissue_fluid::{FluidRates, FluidTerms, TissueFluid};

/// Share of blood that is plasma, hence extracellular (haematocrit 0.45, `textbook_bloodpool`).
const PLASMA_SHARE: f64 = 0.55;
/// Share of soft tissue that is extracellular fluid (assumed; 10 mL of it in 100 mL are interstitial, acta1981, the rest plasma and
/// what a needle does not draw).
const EXTRACELLULAR_SHARE: f64 = 0.2;

/// The parts of one limb's volume.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LimbVolume {
    /// Blood.
    pub blood: Blood,
    /// Tissue past the brim.
    pub displaced: DisplacedTissue,
    /// Water in pores.
    pub pore: PoreWater,
    /// Muscle.
    pub muscle: Muscle,
    /// Interstitial fluid.
    pub fluid: TissueFluid,
}

/// What the limb holds now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LimbState {
    /// Blood in the pool, m³.
    pub blood: f64,
    /// Interstitial fluid gained since rest, m³.
    pub interstitial: f64,
    /// Soft tissue drawn in since rest (negative: pushed out), m³.
    pub displaced: f64,
    /// Pore water gained since rest, m³.
    pub pore: f64,
    /// Interstitial protein relative to rest.
    pub protein: f64,
    /// Muscle's swelling, m³.
    pub muscle: f64,
    /// Arterial flow over that at rest.
    pub flow: f64,
}

/// What the rates of one state have in common under every pressure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LimbTerms {
    fluid: FluidTerms,
    blood: f64,
    flow: f64,
}

/// The exponentials of a pressure p: what the rates cost most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Exponentials {
    /// e^(−(p + p_el)/p_κ); only read where p + p_el > 0.
    through: f64,
    /// e^(−|p|/p_v).
    venous: f64,
    /// e^(−p/p_Q); only read where p > 0.
    pressed: f64,
}

impl Exponentials {
    /// Those of the sum of two pressures.
    pub(crate) fn times(self, other: &Self) -> Self {
        Self {
            through: self.through * other.through,
            venous: self.venous * other.venous,
            pressed: self.pressed * other.pressed,
        }
    }
}

/// Means over a gait cycle, as they add up.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CycleRates {
    blood: f64,
    interstitial: f64,
    protein: f64,
    pore_target: f64,
}

impl LimbState {
    /// Nothing at all: where rates begin to add up.
    pub(crate) const ZERO: Self =
        Self { blood: 0.0, interstitial: 0.0, displaced: 0.0, pore: 0.0, protein: 0.0, muscle: 0.0, flow: 0.0 };
}

impl LimbVolume {
    /// Volume of the limb in the socket at rest, m³.
    pub fn volume(&self) -> f64 {
        self.fluid.volume
    }

    /// The limb at rest.
    pub fn at_rest(&self) -> LimbState {
        LimbState { blood: self.blood.pool, protein: 1.0, flow: 1.0, ..LimbState::ZERO }
    }

    /// Change of volume since rest, m³.
    pub fn change(&self, state: &LimbState) -> f64 {
        // ΔV = (B − B₀) + D + Q + M + ΔV_i
        state.blood - self.blood.pool + state.displaced + state.pore + state.muscle + state.interstitial
    }

    /// Change of extracellular fluid since rest, m³.
    pub fn extracellular(&self, state: &LimbState) -> f64 {
        PLASMA_SHARE * (state.blood - self.blood.pool)
            + EXTRACELLULAR_SHARE * state.displaced
            + state.pore
            + state.muscle
            + state.interstitial
    }

    /// The same limb with all that comes back within minutes back.
    pub fn lasting(&self, state: &LimbState) -> LimbState {
        LimbState { interstitial: state.interstitial, protein: state.protein, ..self.at_rest() }
    }

    /// Rates under a pressure that stands and one that a load adds to it (Pa), in stillness.
    pub fn rates(&self, state: &LimbState, standing: f64, load: f64, circulation: Circulation) -> LimbState {
        let terms = self.terms(state, circulation);
        let mut means = CycleRates::default();
        self.add(&mut means, &terms, 1.0, standing + load, self.exponentials_at(&terms, standing + load));
        self.rates_of(&means, state, standing, load, circulation)
    }

    /// Rates without a socket.
    pub fn free_rates(&self, state: &LimbState, circulation: Circulation) -> LimbState {
        self.rates(state, 0.0, 0.0, circulation)
    }

    pub(crate) fn terms(&self, state: &LimbState, circulation: Circulation) -> LimbTerms {
        let fluid = self.fluid.terms(state.interstitial, state.protein, circulation);
        LimbTerms { fluid, blood: state.blood, flow: state.flow }
    }

    /// Adds a share of a cycle under a pressure `p` (Pa).
    pub(crate) fn add(&self, means: &mut CycleRates, terms: &LimbTerms, share: f64, p: f64, at: Exponentials) {
        let FluidRates { interstitial, protein, .. } = self.fluid.rates_at(&terms.fluid, p, at.through);
        means.blood += share * self.blood.rate(self.blood.target_at(p, at.venous) - terms.blood, terms.flow);
        means.interstitial += share * interstitial;
        means.protein += share * protein;
        means.pore_target += share * self.pore.target_at(p, at.pressed);
    }

    /// The rates that the means over a cycle give, `standing` and `load` being its mean pressures (Pa).
    pub(crate) fn rates_of(
        &self,
        means: &CycleRates,
        state: &LimbState,
        standing: f64,
        load: f64,
        circulation: Circulation,
    ) -> LimbState {
        LimbState {
            blood: means.blood,
            interstitial: means.interstitial,
            displaced: self.displaced.rate(state.displaced, self.displaced.target(standing, load)),
            pore: self.pore.rate(state.pore, means.pore_target),
            protein: means.protein,
            muscle: self.muscle.rate(state.muscle, circulation.exercise),
            flow: (circulation.flow - state.flow) / self.blood.flow_time,
        }
    }

    /// The exponentials of a pressure `p` (Pa).
    pub(crate) fn exponentials_at(&self, terms: &LimbTerms, p: f64) -> Exponentials {
        Exponentials {
            through: self.fluid.through(&terms.fluid, p),
            venous: (-p.abs() / self.blood.venous_pressure).exp(),
            pressed: (-p.max(0.0) / self.pore.pressure).exp(),
        }
    }

    /// The exponentials of a load's pressure `p` (Pa) alone.
    pub(crate) fn exponentials_of_load(&self, p: f64) -> Exponentials {
        Exponentials {
            through: self.fluid.through_of_load(p),
            venous: (-p / self.blood.venous_pressure).exp(),
            pressed: (-p / self.pore.pressure).exp(),
        }
    }

    /// The exponentials of the pressure `p` (Pa) that loads add to: times a load's, they are those of the sum.
    pub(crate) fn exponentials_under(&self, terms: &LimbTerms, p: f64) -> Exponentials {
        Exponentials {
            through: self.fluid.through_over(&terms.fluid, p),
            venous: (-p / self.blood.venous_pressure).exp(),
            pressed: (-p / self.pore.pressure).exp(),
        }
    }

    /// The state after `seconds` without a socket, at rest: what has a solution by it, interstitial fluid and protein by classical
    /// Runge–Kutta steps of fourth order, as many as their stiffness asks for.
    pub fn let_be(&self, state: &LimbState, circulation: Circulation, seconds: f64) -> LimbState {
        let slope = |y: [f64; 2]| {
            let rates = self.fluid.rates(y[0], y[1], 0.0, circulation);
            [rates.interstitial, rates.protein]
        };
        let moved = |y: [f64; 2], k: [f64; 2], h: f64| [y[0] + h * k[0], y[1] + h * k[1]];
        let mut y = [state.interstitial, state.protein];
        let mut left = seconds;
        while left > 0.0 {
            // How fast a small change of the fluid is answered, 1/s: a step spans half that time at most.
            let nudge = 1e-6 * self.fluid.volume;
            let k1 = slope(y);
            let answered = (slope([y[0] + nudge, y[1]])[0] - k1[0]).abs() / nudge;
            let h = (seconds / LET_BE_STEPS).min(0.5 / answered.max(1e-9)).min(left);
            let k2 = slope(moved(y, k1, 0.5 * h));
            let k3 = slope(moved(y, k2, 0.5 * h));
            let k4 = slope(moved(y, k3, h));
            y = std::array::from_fn(|i| y[i] + h * (k1[i] + 2.0 * (k2[i] + k3[i]) + k4[i]) / 6.0);
            left -= h;
        }
        let flow = |t: f64| circulation.flow + (state.flow - circulation.flow) * (-t / self.blood.flow_time).exp();
        LimbState {
            blood: (0..BLOOD_STEPS).fold(state.blood, |blood, step| {
                let h = seconds / f64::from(BLOOD_STEPS);
                self.blood.unpressed(blood, flow((f64::from(step) + 0.5) * h), h)
            }),
            interstitial: y[0],
            displaced: state.displaced * (-seconds / self.displaced.time).exp(),
            pore: state.pore * (-seconds / self.pore.time).exp(),
            protein: y[1],
            muscle: state.muscle * (-seconds / self.muscle.time).exp(),
            flow: flow(seconds),
        }
    }
}

/// Fewest steps of [`LimbVolume::let_be`].
const LET_BE_STEPS: f64 = 4.0;
/// Parts of [`LimbVolume::let_be`] in which the arterial flow is taken as constant.
const BLOOD_STEPS: u32 = 6;

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{blood, displaced_tissue, muscle, pore_water, tissue_fluid};

    const REST: Circulation = Circulation { drive: 0.0, lymph: 1.0, flow: 1.0, exercise: 0.0 };

    #[test]
    fn the_flow_of_a_walk_lasts_for_a_minute_and_fills_the_limb_sooner() {
        let limb = usual();
        let empty = LimbState { blood: 0.0, ..limb.at_rest() };
        let after = |flow: f64| limb.let_be(&LimbState { flow, ..empty }, REST, 15.0);
        assert!(after(6.0).blood > 3.0 * after(1.0).blood);
        assert!(after(6.0).flow > 4.0 && limb.let_be(&LimbState { flow: 6.0, ..empty }, REST, 600.0).flow < 1.01);
    }

    pub(crate) fn usual() -> LimbVolume {
        LimbVolume {
            blood: blood::tests::usual(),
            displaced: displaced_tissue::tests::usual(),
            pore: pore_water::tests::usual(),
            muscle: muscle::tests::usual(),
            fluid: tissue_fluid::tests::usual(),
        }
    }

    #[test]
    fn at_rest_nothing_moves_and_a_limb_let_be_returns_to_what_lasts() {
        let limb = usual();
        let rates = limb.free_rates(&limb.at_rest(), REST);
        assert!(limb.change(&LimbState { blood: limb.blood.pool + rates.blood, ..rates }).abs() < 1e-12);
        let worn =
            LimbState { blood: 0.1 * limb.blood.pool, displaced: -5e-5, pore: -2e-5, muscle: 1e-5, ..limb.at_rest() };
        let rested = limb.let_be(&worn, REST, 3_600.0);
        assert!(limb.change(&worn) < -5e-5 && limb.change(&rested).abs() < 1e-7, "{}", limb.change(&rested));
    }

    #[test]
    fn the_sum_is_that_of_its_parts_and_bioimpedance_sees_a_fifth_of_what_is_displaced() {
        let limb = usual();
        let state = LimbState { displaced: -1e-5, pore: -2e-6, muscle: 3e-6, interstitial: -4e-6, ..limb.at_rest() };
        assert!((limb.change(&state) - -1.3e-5).abs() < 1e-18);
        assert!((limb.extracellular(&state) - -5e-6).abs() < 1e-18);
    }

    #[test]
    fn pressing_loses_and_drawing_gains_in_every_part() {
        let limb = usual();
        let at = |p: f64| limb.rates(&limb.at_rest(), p, 0.0, REST);
        let (pressed, drawn) = (at(20e3), at(-20e3));
        assert!(pressed.blood < 0.0 && pressed.displaced < 0.0 && pressed.pore < 0.0 && pressed.interstitial < 0.0);
        assert!(drawn.blood > 0.0 && drawn.displaced > 0.0 && drawn.pore == 0.0 && drawn.interstitial > 0.0);
    }
}
