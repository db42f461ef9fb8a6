//! # States
//!
//! **Stands for** what the network remembers: one vector for the integrator, names for everybody else.
//!
//! **Equations**
//! - y = (n, B, ΔV_i, m, D, strides, E, t_pump, n_in, n_out): air, blood, interstitial fluid and protein, which answer
//!   each other; suction dose, strides, energy, pump time, air leaked in and taken out, which only add up
//!
//! **Tests** air and fluid balance over any stretch (`reference`).

use crate::tissue_fluid::FluidState;

/// The slow states and what accumulates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// Air in the socket, Pa·m³.
    pub air: f64,
    /// Fluid in the limb.
    pub fluid: FluidState,
    /// Skin suction dose.
    pub dose: f64,
    /// Steps taken on the prosthesis (strides).
    pub strides: f64,
    /// Electric energy used, J.
    pub energy: f64,
    /// Time the pump ran, s.
    pub pump_time: f64,
    /// Air that leaked in, Pa·m³.
    pub leaked: f64,
    /// Air taken out, Pa·m³.
    pub removed: f64,
}

/// Number of states.
pub(crate) const STATES: usize = 10;

impl State {
    /// Nothing at all: where rates begin to add up.
    pub(crate) const ZERO: Self = Self {
        air: 0.0,
        fluid: FluidState { blood: 0.0, interstitial: 0.0, protein: 0.0 },
        dose: 0.0,
        strides: 0.0,
        energy: 0.0,
        pump_time: 0.0,
        leaked: 0.0,
        removed: 0.0,
    };

    /// All states as one vector; the first three are stiff, the first four controlled.
    pub(crate) fn to_array(self) -> [f64; STATES] {
        let f = self.fluid;
        [
            self.air,
            f.blood,
            f.interstitial,
            f.protein,
            self.dose,
            self.strides,
            self.energy,
            self.pump_time,
            self.leaked,
            self.removed,
        ]
    }

    /// The inverse of [`State::to_array`].
    pub(crate) fn from_array(a: [f64; STATES]) -> Self {
        Self {
            air: a[0],
            fluid: FluidState { blood: a[1], interstitial: a[2], protein: a[3] },
            dose: a[4],
            strides: a[5],
            energy: a[6],
            pump_time: a[7],
            leaked: a[8],
            removed: a[9],
        }
    }

    /// share·self + (1 − share)·other.
    pub(crate) fn mixed(&self, other: &Self, share: f64) -> Self {
        let (a, b) = (self.to_array(), other.to_array());
        Self::from_array(std::array::from_fn(|i| share * a[i] + (1.0 - share) * b[i]))
    }
}
