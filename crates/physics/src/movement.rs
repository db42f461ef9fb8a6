//! # One stride in the socket
//!
//! **Stands for** what a stride moves between bone, limb and wall: the pull of swing, the turn of stance, the strike of the heel.
//!
//! **Equations**
//! - the seat that stance left: the gap closed, no more air than fits there at ambient pressure; a pump's vacuum is that of
//!   this seat
//! - contact in swing: at the vacuum that is maintained, or that the pull itself makes (T/S), less the liner's squeeze
//! - stance sank the limb by x_s = A·E₊(g − d)/S into the gap that the maintained vacuum leaves beside bone
//! - tissue is as deep as the limb's volume leaves it: L_t + ΔV/A, half of L_t at least
//!
//! **Assumptions** slow states do not change within a stride. What the three do is in `suspension`, `torsion` and
//! `heel_strike`.
//! **Tests** a looser socket pistons more without vacuum; the level of vacuum matters below what holds the pull; a limb that
//! loses volume lets the bone move less (`crates/twin/tests/suspension.rs`).

use crate::heel_strike::Struck;
use crate::network::{Network, State};
use crate::suspension::{Hold, Pistoning, Suspension};
use crate::torsion::Turned;

/// What one stride moves in the socket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// Under the pull of swing.
    pub pistoning: Pistoning,
    /// Under the turn of stance.
    pub turned: Turned,
    /// At heel strike.
    pub struck: Struck,
}

impl Network {
    /// Displacements under a pull (N), from the seat that stance left.
    pub fn pistoning(&self, state: &State, pull: f64) -> Pistoning {
        self.moved(state, self.standing_vacuum(state), pull, 1.0).pistoning
    }

    /// The suspension of a limb whose tissue is as deep as its volume leaves it: L_t + ΔV/A, half of L_t at least.
    fn suspended(&self, state: &State) -> Suspension {
        let rested = self.suspension.tissue_depth;
        let deep = rested + self.limb.change(&state.limb) / self.contact.area;
        Suspension { tissue_depth: deep.max(0.5 * rested), ..self.suspension }
    }

    /// What walking does to limb and bone in the socket: a pull (N), the body that turns, the heel that strikes at a walking
    /// speed relative to the reference; `standing` is [`Network::standing_vacuum`] of that state.
    pub fn moved(&self, state: &State, standing: f64, pull: f64, relative_speed: f64) -> Moved {
        let (hold, suspension) = (self.hold(state, standing, pull), self.suspended(state));
        let share = hold.contact_share;
        let tissue = suspension.tissue_stiffness(share, &self.contact);
        let liner = hold.liner_shear * suspension.shear_share(share);
        Moved {
            pistoning: suspension.pistoning(pull, hold, &self.air, &self.contact, self.ambient),
            turned: self.torsion.turned(&suspension, &self.contact, self.air.section, share),
            struck: self.heel_strike.struck(tissue + self.bone_support, liner, relative_speed),
        }
    }

    /// What holds the prosthesis in swing against a pull (N).
    pub fn hold(&self, state: &State, standing: f64, pull: f64) -> Hold {
        let rest = self.seat(&state.limb);
        let closed = self.closed_seat(rest);
        // The stance before pressed the limb into the gap, and out of the valve what air did not fit.
        let most = self.ambient * self.air.volume(&self.contact, closed, 0.0, self.ambient).0;
        let (air, vacuum) = if self.maintained() && state.air < most {
            let near = self.ambient - standing;
            let settled = self.air.settle(&self.contact, closed, state.air, self.ambient, near);
            (state.air, (self.ambient - settled.pressure).max(0.0))
        } else {
            (most, 0.0)
        };
        let touching = self.contact.resolve(rest.gap, self.swing_vacuum(vacuum, pull) - rest.squeeze);
        Hold {
            air,
            seat: closed,
            vacuum,
            contact_share: touching.contact_share,
            pressing: touching.preload,
            sunk: self.contact.gap_left(rest.gap, vacuum) * self.contact.area / self.air.section,
            recoil: self.suspension.recoil_share * self.bone_support,
            liner_shear: self.liner.shear_stiffness(self.contact.area),
        }
    }
}
