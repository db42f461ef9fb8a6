//! # Tissue fluid
//!
//! **Stands for** why a residual limb shrinks or swells in a socket: fluid leaves under load and returns under suction.
//!
//! ```text
//!              arteries, veins                       proximal tissue (outside the socket)
//!                 │ blood pool B                          │
//!   plasma ──CFC·χ(p)──▶ interstitium ΔV_i ◀──Darcy Φ(p)──┘
//!                              └──▶ lymph
//! ```
//!
//! p is the pressure of the interface on the skin (positive presses); ε = ΔV_i/V₀.
//!
//! **Equations**
//! - elastic pressure of the interstitium: p_el = E_d·f·ln(1 + ε/f) for ε < 0 (it cannot give more than it has),
//!   E_o·ε for ε ≥ 0 (overhydration is several-fold more compliant)
//! - along the limb (poroelastic): the pressure p + p_el falls to that of proximal tissue (0). Fluid is given off all
//!   along the way, so the mean pressure drives it as over a path of L/3 (the flow grows linearly to the brim, the
//!   pressure is a parabola). Tissue that is pressed lets less through, and so does tissue that has lost fluid:
//!   κ = κ₀·w^n·e^(−p₊/p_κ), w = 1 + ε/f. Darcy flow through such tissue is q_D = −(κ₀·w^n·S_t/(L/3))·Φ(p + p_el),
//!   Φ(x) = ∫₀ˣ e^(−p₊/p_κ) = p_κ·(1 − e^(−x/p_κ)) for x > 0, x for x ≤ 0: outflow saturates, inflow does not, and
//!   what was pressed out comes back slowly
//! - across capillaries (Starling): J_c = K·χ(p)·[ΔP₀ + h − (p + p_el) + σ·π_i·(c − 1)], χ = 1/(1 + (p₊/p_close)²):
//!   pressed capillaries close; h is the hydrostatic drive of posture; ΔP₀ = J_L0/K balances lymph at rest
//! - lymph: J_L = J_L0·a·(1 + ε/f)₊ with a the activity's factor
//! - volume: dΔV_i/dt = q_D + J_c − J_L
//! - protein (relative to rest): dm/dt·f·V₀ = c·q_D (out) or q_D (in) + J_L0 − c·J_L, c = m/(1 + ε/f)
//! - blood pool: dB/dt = u·[(r_in + r_out) + (r_in − r_out)·u/√(u² + w²)]/2, u = B_∞(p) − B: it fills with r_in = φ/τ_in
//!   and empties with r_out = 1/τ_out, φ the posture's arterial flow (`circulation`); the two pass into each other within
//!   w = 1 % of the pool. B_∞ = B₀·e^(−p/p_v) for p > 0, B₀·[1 + β·(1 − e^(p/p_v))] for p ≤ 0
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `permeability` | κ | m²/(Pa·s) | bgu2019, uncompressed end of the range |
//! | `permeability_pressure` | p_κ | Pa | fitted on board2001's one-way valve |
//! | `permeability_exponent` | n | – | assumed; bgu2019's 2.9-fold range and Kozeny–Carman's three bound it |
//! | `filtration` | K | m³/(s·Pa) | cfc1990 × V₀ |
//! | `closing_pressure` | p_close | Pa | textbook_microcirculation (32 mmHg) |
//! | `oncotic_pressure`, `reflection` | π_i, σ | Pa, – | noddeland1982; stranden |
//! | `dry_elastance`, `wet_elastance`, `mobile_fraction` | E_d, E_o, f | Pa, Pa, – | acta1981 |
//! | `lymph_rest` | J_L0 | m³/s | textbook_lymph |
//! | `blood_pool`, `fill_time`, `empty_time`, `venous_pressure`, `distension` | B₀, τ_in, τ_out, p_v, β | | zachariah2004; flow cfc1990 |
//!
//! **Assumptions** one interstitium, drained evenly along its length; the socket does not change proximal tissue; the
//! pool is blood and whatever else a socket displaces at once. **Valid** hours, not the minutes of an oedema or a trauma.
//! **Tests** rest is an equilibrium; fluid is conserved between compartments; loss is bounded by f; press loses,
//! draw gains; asymmetry of in- and outflow; tissue that lost fluid passes less; walking fills the pool sooner.

use crate::circulation::Circulation;

/// Constants of one limb.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TissueFluid {
    /// Limb volume in the socket at rest, m³.
    pub volume: f64,
    /// Section of soft tissue through which fluid drains along the limb, m².
    pub soft_section: f64,
    /// Length of the limb in the socket, m.
    pub length: f64,
    /// Hydraulic permeability of uncompressed tissue, m²/(Pa·s).
    pub permeability: f64,
    /// Pressure that lowers permeability e-fold, Pa.
    pub permeability_pressure: f64,
    /// How permeability falls with the mobile fluid that is left: its power.
    pub permeability_exponent: f64,
    /// Capillary filtration coefficient of the whole limb, m³/(s·Pa).
    pub filtration: f64,
    /// External pressure at which half the filtration is gone, Pa.
    pub closing_pressure: f64,
    /// Interstitial colloid osmotic pressure at rest, Pa.
    pub oncotic_pressure: f64,
    /// Reflection coefficient of the capillary wall.
    pub reflection: f64,
    /// Pressure per relative volume lost, at rest, Pa.
    pub dry_elastance: f64,
    /// Pressure per relative volume gained, Pa.
    pub wet_elastance: f64,
    /// Share of limb volume that is mobile interstitial fluid.
    pub mobile_fraction: f64,
    /// Lymph flow at rest, m³/s.
    pub lymph_rest: f64,
    /// Blood pool at rest, m³.
    pub blood_pool: f64,
    /// Time to fill the blood pool, s.
    pub fill_time: f64,
    /// Time to empty it, s.
    pub empty_time: f64,
    /// Pressure that empties the blood pool e-fold, Pa.
    pub venous_pressure: f64,
    /// Largest relative distension of the blood pool under suction.
    pub distension: f64,
}

/// Fluid in the limb.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FluidState {
    /// Blood in the pool, m³.
    pub blood: f64,
    /// Interstitial fluid gained since rest, m³.
    pub interstitial: f64,
    /// Interstitial protein relative to rest.
    pub protein: f64,
}

/// Rates of change of [`FluidState`], per second.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct FluidRates {
    /// Blood, m³/s.
    pub blood: f64,
    /// Interstitial fluid, m³/s.
    pub interstitial: f64,
    /// Protein, 1/s.
    pub protein: f64,
    /// Of the interstitial rate: along the limb, m³/s.
    pub along: f64,
    /// Of the interstitial rate: across capillaries, m³/s.
    pub across: f64,
    /// Of the interstitial rate: lymph (positive out), m³/s.
    pub lymph: f64,
}

/// What the rates of one state have in common under every pressure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FluidTerms {
    blood: f64,
    concentration: f64,
    elastic: f64,
    drive: f64,
    lymph: f64,
    conductance: f64,
    fill_rate: f64,
    empty_rate: f64,
    /// Reciprocals: a division costs as much as six multiplications, and there are seventeen instants a gait cycle.
    per_closing: f64,
    per_protein: f64,
}

/// The exponentials of an interface pressure p: what the rates cost most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exponentials {
    /// e^(−(p + p_el)/p_κ); only read where p + p_el > 0.
    pub through: f64,
    /// e^(−|p|/p_v).
    pub venous: f64,
}

impl Exponentials {
    /// Those of the sum of two pressures.
    pub fn times(self, other: &Self) -> Self {
        Self { through: self.through * other.through, venous: self.venous * other.venous }
    }
}

/// Least share of mobile fluid for which concentrations are formed: below it the logarithm holds what is left.
const DRY: f64 = 0.02;
/// Share of the blood pool within which filling and emptying pass into each other.
const ALIKE: f64 = 0.01;

impl TissueFluid {
    /// The limb at rest.
    pub fn at_rest(&self) -> FluidState {
        FluidState { blood: self.blood_pool, interstitial: 0.0, protein: 1.0 }
    }

    /// Elastic pressure of the interstitium, Pa.
    pub fn elastic_pressure(&self, interstitial: f64) -> f64 {
        let strain = interstitial / self.volume;
        if strain < 0.0 {
            // p_el = E_d·f·ln(1 + ε/f)
            let water = 1.0 + strain / self.mobile_fraction;
            // Below the dry limit the logarithm goes on along a steep tangent, so that nothing can take what is bound.
            let bound = (DRY - water).max(0.0) / (DRY * DRY);
            self.dry_elastance * self.mobile_fraction * (water.max(DRY).ln() - bound)
        } else {
            self.wet_elastance * strain
        }
    }

    /// Conductance along the limb with a share `water` of its mobile fluid left, m³/(s·Pa).
    fn conductance(&self, water: f64) -> f64 {
        // κ₀·w^n·S_t/(L/3)
        self.permeability * water.powf(self.permeability_exponent) * self.soft_section / (self.length / 3.0)
    }

    /// Blood pool that an interface pressure leaves, m³.
    pub fn blood_target(&self, p: f64) -> f64 {
        self.blood_target_at(p, (-p.abs() / self.venous_pressure).exp())
    }

    fn blood_target_at(&self, p: f64, venous: f64) -> f64 {
        let share = if p > 0.0 { venous } else { 1.0 + self.distension * (1.0 - venous) };
        self.blood_pool * share
    }

    /// Rate at which blood that is `short` (m³) of its target comes, or goes where there is too much, m³/s.
    fn blood_rate(&self, short: f64, terms: &FluidTerms) -> f64 {
        // (B_∞ − B)·[(r_in + r_out) + (r_in − r_out)·u/√(u² + w²)]/2: filling and emptying, joined without a kink.
        let (fill, empty) = (terms.fill_rate, terms.empty_rate);
        let width = ALIKE * self.blood_pool;
        let side = short / (short * short + width * width).sqrt();
        0.5 * short * (fill + empty + (fill - empty) * side)
    }

    /// Rates under an interface pressure `p` (Pa) and a posture's circulation.
    pub fn rates(&self, state: &FluidState, p: f64, circulation: Circulation) -> FluidRates {
        self.rates_with(&self.terms(state, circulation), p)
    }

    /// What the rates of a state have in common under every pressure.
    pub fn terms(&self, state: &FluidState, circulation: Circulation) -> FluidTerms {
        let water = (1.0 + state.interstitial / self.volume / self.mobile_fraction).max(DRY);
        let concentration = state.protein / water;
        FluidTerms {
            blood: state.blood,
            concentration,
            elastic: self.elastic_pressure(state.interstitial),
            // ΔP₀ + h + σ·π_i·(c − 1), with ΔP₀ = J_L0/K
            drive: self.lymph_rest / self.filtration
                + circulation.drive
                + self.reflection * self.oncotic_pressure * (concentration - 1.0),
            // J_L = J_L0·a·(1 + ε/f)
            lymph: self.lymph_rest * circulation.lymph * water,
            conductance: self.conductance(water),
            fill_rate: circulation.flow / self.fill_time,
            empty_rate: 1.0 / self.empty_time,
            per_closing: 1.0 / self.closing_pressure,
            per_protein: 1.0 / (self.mobile_fraction * self.volume),
        }
    }

    /// Rates of a state, its terms given, under an interface pressure `p` (Pa).
    pub fn rates_with(&self, terms: &FluidTerms, p: f64) -> FluidRates {
        let inside = p + terms.elastic;
        let through = if inside > 0.0 { (-inside / self.permeability_pressure).exp() } else { 1.0 };
        self.rates_from(terms, p, Exponentials { through, venous: (-p.abs() / self.venous_pressure).exp() })
    }

    /// The same with the exponentials of `p` given.
    pub fn rates_from(&self, terms: &FluidTerms, p: f64, exponentials: Exponentials) -> FluidRates {
        let inside = p + terms.elastic;
        // q_D = −(κ₀·w^n·S_t/(L/3))·Φ(p + p_el)
        let potential = if inside > 0.0 { self.permeability_pressure * (1.0 - exponentials.through) } else { inside };
        let along = -terms.conductance * potential;
        // J_c = K·χ·[ΔP₀ + h − (p + p_el) + σ·π_i·(c − 1)]
        let closing = p.max(0.0) * terms.per_closing;
        let across = self.filtration / (1.0 + closing * closing) * (terms.drive - inside);
        let carried = if along < 0.0 { terms.concentration * along } else { along };
        FluidRates {
            blood: self.blood_rate(self.blood_target_at(p, exponentials.venous) - terms.blood, terms),
            interstitial: along + across - terms.lymph,
            protein: (carried + self.lymph_rest - terms.concentration * terms.lymph) * terms.per_protein,
            along,
            across,
            lymph: terms.lymph,
        }
    }

    /// The exponentials of a load's pressure `p` (Pa) alone.
    pub fn exponentials(&self, p: f64) -> Exponentials {
        Exponentials { through: (-p / self.permeability_pressure).exp(), venous: (-p / self.venous_pressure).exp() }
    }

    /// The exponentials of the pressure `p` (Pa) that loads add to: times a load's, they are those of the sum.
    pub fn exponentials_over(&self, terms: &FluidTerms, p: f64) -> Exponentials {
        Exponentials {
            through: (-(p + terms.elastic) / self.permeability_pressure).exp(),
            venous: (-p / self.venous_pressure).exp(),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    const REST: Circulation = Circulation { drive: 0.0, lymph: 1.0, flow: 1.0 };

    pub(crate) fn usual() -> TissueFluid {
        let volume = 1.025e-3;
        TissueFluid {
            volume,
            soft_section: 60e-4,
            length: 0.153,
            permeability: 2.3e-10,
            permeability_pressure: 8e3,
            permeability_exponent: 2.0,
            filtration: 0.0026 / 60.0 * 1e-6 / 133.3 * 10.25,
            closing_pressure: 4.3e3,
            oncotic_pressure: 1.6e3,
            reflection: 0.9,
            dry_elastance: 9.5e3,
            wet_elastance: 2.4e3,
            mobile_fraction: 0.1,
            lymph_rest: 0.05e-6 / 3_600.0 * 10.25,
            blood_pool: 0.04 * volume,
            fill_time: 90.0,
            empty_time: 10.0,
            venous_pressure: 4e3,
            distension: 0.3,
        }
    }

    #[test]
    fn rest_is_an_equilibrium() {
        let rates = usual().rates(&usual().at_rest(), 0.0, REST);
        assert!(rates.blood.abs() < 1e-18 && rates.interstitial.abs() < 1e-18 && rates.protein.abs() < 1e-12);
    }

    #[test]
    fn pressing_loses_drawing_gains_and_inflow_is_easier() {
        let at = |p: f64| usual().rates(&usual().at_rest(), p, REST);
        assert!(at(50e3).interstitial < 0.0 && at(50e3).blood < 0.0);
        assert!(at(-20e3).interstitial > 0.0 && at(-20e3).blood > 0.0);
        assert!(at(-20e3).interstitial / 20e3 > 2.0 * -at(50e3).interstitial / 50e3);
    }

    #[test]
    fn tissue_that_lost_fluid_passes_less() {
        let fluid = usual();
        let at = |loss: f64| FluidState { interstitial: loss * fluid.volume, ..fluid.at_rest() };
        let along = |loss: f64| fluid.rates(&at(loss), 50e3, REST).along;
        // Half of the mobile fluid is gone: a quarter of the conductance is left.
        assert!((along(-0.05) / along(0.0) - 0.25).abs() < 0.01, "{}", along(-0.05) / along(0.0));
    }

    #[test]
    fn walking_fills_the_pool_sooner_than_sitting() {
        let fluid = usual();
        let empty = FluidState { blood: 0.0, ..fluid.at_rest() };
        let fills = |flow: f64| fluid.rates(&empty, 0.0, Circulation { flow, ..REST }).blood;
        // Within the width in which filling passes into emptying.
        assert!((fills(3.0) / fills(1.0) - 3.0).abs() < 1e-3, "{}", fills(3.0) / fills(1.0));
    }

    #[test]
    fn quiet_standing_without_a_socket_swells_the_leg_at_first_by_a_few_percent_an_hour() {
        // Capillary filtration alone, before tissue pressure answers: CFC × drive. Published for 1 h at 75°: 3.1–4.9 %.
        let rates = usual().rates(&usual().at_rest(), 0.0, Circulation { drive: 2e3, ..REST });
        let percent_per_hour = rates.interstitial * 3_600.0 / usual().volume * 100.0;
        assert!((1.0..6.0).contains(&percent_per_hour), "{percent_per_hour}");
    }

    proptest! {
        #[test]
        fn what_enters_and_leaves_is_what_changes(
            p in -30e3f64..90e3, loss in -0.09f64..0.05, protein in 0.3f64..2.0, drive in 0.0f64..5e3
        ) {
            let fluid = usual();
            let state = FluidState { blood: 1e-5, interstitial: loss * fluid.volume, protein };
            let rates = fluid.rates(&state, p, Circulation { drive, lymph: 3.0, flow: 2.0 });
            prop_assert!((rates.along + rates.across - rates.lymph - rates.interstitial).abs() < 1e-18);
            prop_assert!(rates.blood.is_finite() && rates.protein.is_finite());
        }

        #[test]
        fn the_limb_never_gives_more_fluid_than_is_mobile(p in 0.0f64..120e3) {
            let fluid = usual();
            let dry = FluidState { blood: 0.0, interstitial: -0.0999 * fluid.volume, protein: 1.0 };
            // What is left is held by more than any socket presses, or flows back.
            let wet = fluid.rates(&fluid.at_rest(), p, REST).interstitial;
            prop_assert!(fluid.rates(&dry, p, REST).interstitial >= wet);
        }
    }
}
