//! # States
//!
//! **Stands for** what the network remembers: one vector for the integrator, names for everybody else.
//!
//! **Equations**
//! - y = (n, B, ΔV_i, D, Q, m, M, φ, dose, strides, E, t_pump, n_in, n_out): air and the limb's parts (`limb_volume`), which answer
//!   each other; suction dose, strides, energy, pump time, air leaked in and taken out, which only add up
//!
//! **Tests** air and fluid balance over any stretch (`reference`).

use crate::limb_volume::LimbState;

/// The slow states and what accumulates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// Air in the socket, Pa·m³.
    pub air: f64,
    /// The limb.
    pub limb: LimbState,
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
pub(crate) const STATES: usize = 14;

impl State {
    /// Nothing at all: where rates begin to add up.
    pub(crate) const ZERO: Self = Self {
        air: 0.0,
        limb: LimbState::ZERO,
        dose: 0.0,
        strides: 0.0,
        energy: 0.0,
        pump_time: 0.0,
        leaked: 0.0,
        removed: 0.0,
    };

    /// All states as one vector; the first five are stiff, the first eight controlled.
    pub(crate) fn to_array(self) -> [f64; STATES] {
        let f = self.limb;
        [
            self.air,
            f.blood,
            f.interstitial,
            f.displaced,
            f.pore,
            f.protein,
            f.muscle,
            f.flow,
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
            limb: LimbState {
                blood: a[1],
                interstitial: a[2],
                displaced: a[3],
                pore: a[4],
                protein: a[5],
                muscle: a[6],
                flow: a[7],
            },
            dose: a[8],
            strides: a[9],
            energy: a[10],
            pump_time: a[11],
            leaked: a[12],
            removed: a[13],
        }
    }

    /// share·self + (1 − share)·other.
    pub(crate) fn mixed(&self, other: &Self, share: f64) -> Self {
        let (a, b) = (self.to_array(), other.to_array());
        Self::from_array(std::array::from_fn(|i| share * a[i] + (1.0 - share) * b[i]))
    }
}
