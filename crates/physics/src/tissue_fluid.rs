//! # Tissue fluid
//!
//! **Stands for** why a residual limb shrinks or swells over hours in a socket: interstitial fluid leaves under load and returns
//! under suction. What moves within minutes is `blood`, `displaced_tissue`, `pore_water` and `muscle`.
//!
//! ```text
//!   arteries, veins                        proximal tissue (outside the socket)
//!       │ plasma                                 │
//!       └──CFC·χ(p)──▶ interstitium ΔV_i ◀──Darcy Φ(p)──┘
//!                          └──▶ lymph
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
//!   Φ(x) = ∫₀ˣ e^(−p₊/p_κ) = p_κ·(1 − e^(−x/p_κ)) for x > 0, ρ·x for x ≤ 0: outflow saturates, inflow does not, and
//!   what was pressed out comes back slowly; ρ ≤ 1, since collapsed tissue opens with a delay
//! - across capillaries (Starling): J_c = K·χ(p)·[ΔP₀ + h − (p + p_el) + σ·π_i·(c − 1)], χ = 1/(1 + (p₊/p_close)²):
//!   pressed capillaries close; h is the hydrostatic drive of posture; ΔP₀ = J_L0/K balances lymph at rest
//! - lymph: J_L = J_L0·a·(1 + ε/f)₊ with a the activity's factor
//! - volume: dΔV_i/dt = q_D + J_c − J_L
//! - protein (relative to rest): dm/dt·f·V₀ = c·q_D (out) or q_D (in) + J_L0 − c·J_L, c = m/(1 + ε/f)
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `permeability` | κ | m²/(Pa·s) | bgu2019's range; where in it, fitted on sanders2012_day |
//! | `permeability_pressure` | p_κ | Pa | fitted on board2001's one-way valve |
//! | `permeability_exponent` | n | – | assumed; bgu2019's 2.9-fold range and Kozeny–Carman's three bound it |
//! | `inflow_part` | ρ | – | assumed |
//! | `filtration` | K | m³/(s·Pa) | cfc1990 × V₀ |
//! | `closing_pressure` | p_close | Pa | textbook_microcirculation (32 mmHg) |
//! | `oncotic_pressure`, `reflection` | π_i, σ | Pa, – | noddeland1982; stranden |
//! | `dry_elastance`, `wet_elastance`, `mobile_fraction` | E_d, E_o, f | Pa, Pa, – | acta1981 |
//! | `lymph_rest` | J_L0 | m³/s | textbook_lymph |
//!
//! **Assumptions** one interstitium, drained evenly along its length; the socket does not change proximal tissue.
//! **Valid** hours, not the minutes of an oedema or a trauma.
//! **Tests** rest is an equilibrium; fluid is conserved between compartments; loss is bounded by f; press loses,
//! draw gains; asymmetry of in- and outflow; tissue that lost fluid passes less.

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
    /// Inflow along the limb over outflow at the same pressure.
    pub inflow_part: f64,
}

/// Rates of change, per second.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct FluidRates {
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
    concentration: f64,
    elastic: f64,
    drive: f64,
    lymph: f64,
    conductance: f64,
    /// Reciprocals: a division costs as much as six multiplications, and there are seventeen instants a gait cycle.
    per_closing: f64,
    per_protein: f64,
}

/// Least share of mobile fluid for which concentrations are formed: below it the logarithm holds what is left.
const DRY: f64 = 0.02;

impl TissueFluid {
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

    /// Rates under an interface pressure `p` (Pa) and a posture's circulation, with so much interstitial fluid gained (m³) and so
    /// much protein, relative to rest.
    pub fn rates(&self, interstitial: f64, protein: f64, p: f64, circulation: Circulation) -> FluidRates {
        let terms = self.terms(interstitial, protein, circulation);
        self.rates_at(&terms, p, self.through(&terms, p))
    }

    /// What the rates of a state have in common under every pressure.
    pub fn terms(&self, interstitial: f64, protein: f64, circulation: Circulation) -> FluidTerms {
        let water = (1.0 + interstitial / self.volume / self.mobile_fraction).max(DRY);
        let concentration = protein / water;
        FluidTerms {
            concentration,
            elastic: self.elastic_pressure(interstitial),
            // ΔP₀ + h + σ·π_i·(c − 1), with ΔP₀ = J_L0/K
            drive: self.lymph_rest / self.filtration
                + circulation.drive
                + self.reflection * self.oncotic_pressure * (concentration - 1.0),
            // J_L = J_L0·a·(1 + ε/f)
            lymph: self.lymph_rest * circulation.lymph * water,
            conductance: self.conductance(water),
            per_closing: 1.0 / self.closing_pressure,
            per_protein: 1.0 / (self.mobile_fraction * self.volume),
        }
    }

    /// e^(−(p + p_el)/p_κ); it is only read where p + p_el > 0.
    pub(crate) fn through(&self, terms: &FluidTerms, p: f64) -> f64 {
        let inside = p + terms.elastic;
        if inside > 0.0 { (-inside / self.permeability_pressure).exp() } else { 1.0 }
    }

    /// Rates of a state, its terms given, under an interface pressure `p` (Pa), with [`TissueFluid::through`] given.
    pub(crate) fn rates_at(&self, terms: &FluidTerms, p: f64, through: f64) -> FluidRates {
        let inside = p + terms.elastic;
        // q_D = −(κ₀·w^n·S_t/(L/3))·Φ(p + p_el)
        let potential =
            if inside > 0.0 { self.permeability_pressure * (1.0 - through) } else { self.inflow_part * inside };
        let along = -terms.conductance * potential;
        // J_c = K·χ·[ΔP₀ + h − (p + p_el) + σ·π_i·(c − 1)]
        let closing = p.max(0.0) * terms.per_closing;
        let across = self.filtration / (1.0 + closing * closing) * (terms.drive - inside);
        let carried = if along < 0.0 { terms.concentration * along } else { along };
        FluidRates {
            interstitial: along + across - terms.lymph,
            protein: (carried + self.lymph_rest - terms.concentration * terms.lymph) * terms.per_protein,
            along,
            across,
            lymph: terms.lymph,
        }
    }

    /// The factor of a load's pressure `p` (Pa) alone: times [`TissueFluid::through_over`], it is that of the sum.
    pub(crate) fn through_of_load(&self, p: f64) -> f64 {
        (-p / self.permeability_pressure).exp()
    }

    /// The factor of the pressure `p` (Pa) that loads add to.
    pub(crate) fn through_over(&self, terms: &FluidTerms, p: f64) -> f64 {
        (-(p + terms.elastic) / self.permeability_pressure).exp()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    const REST: Circulation = Circulation { drive: 0.0, lymph: 1.0, flow: 1.0, exercise: 0.0 };

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
            inflow_part: 0.8,
        }
    }

    #[test]
    fn rest_is_an_equilibrium() {
        let rates = usual().rates(0.0, 1.0, 0.0, REST);
        assert!(rates.interstitial.abs() < 1e-18 && rates.protein.abs() < 1e-12);
    }

    #[test]
    fn pressing_loses_drawing_gains_and_inflow_is_easier() {
        let at = |p: f64| usual().rates(0.0, 1.0, p, REST).interstitial;
        assert!(at(50e3) < 0.0 && at(-20e3) > 0.0);
        assert!(at(-20e3) / 20e3 > 2.0 * -at(50e3) / 50e3);
    }

    #[test]
    fn tissue_that_lost_fluid_passes_less() {
        let fluid = usual();
        let along = |loss: f64| fluid.rates(loss * fluid.volume, 1.0, 50e3, REST).along;
        // Half of the mobile fluid is gone: a quarter of the conductance is left.
        assert!((along(-0.05) / along(0.0) - 0.25).abs() < 0.01, "{}", along(-0.05) / along(0.0));
    }

    #[test]
    fn quiet_standing_without_a_socket_swells_the_leg_at_first_by_a_few_percent_an_hour() {
        // Capillary filtration alone, before tissue pressure answers: CFC × drive. Published for 1 h at 75°: 3.1–4.9 %.
        let rates = usual().rates(0.0, 1.0, 0.0, Circulation { drive: 2e3, ..REST });
        let percent_per_hour = rates.interstitial * 3_600.0 / usual().volume * 100.0;
        assert!((1.0..6.0).contains(&percent_per_hour), "{percent_per_hour}");
    }

    proptest! {
        #[test]
        fn what_enters_and_leaves_is_what_changes(
            p in -30e3f64..90e3, loss in -0.09f64..0.05, protein in 0.3f64..2.0, drive in 0.0f64..5e3
        ) {
            let fluid = usual();
            let rates = fluid.rates(loss * fluid.volume, protein, p, Circulation { drive, lymph: 3.0, ..REST });
            prop_assert!((rates.along + rates.across - rates.lymph - rates.interstitial).abs() < 1e-18);
            prop_assert!(rates.protein.is_finite());
        }

        #[test]
        fn the_limb_never_gives_more_fluid_than_is_mobile(p in 0.0f64..120e3) {
            let fluid = usual();
            // What is left is held by more than any socket presses, or flows back.
            let wet = fluid.rates(0.0, 1.0, p, REST).interstitial;
            prop_assert!(fluid.rates(-0.0999 * fluid.volume, 1.0, p, REST).interstitial >= wet);
        }
    }
}
