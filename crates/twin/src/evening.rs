//! The limb at a day's end, and what a night makes of it (see `days`).

use physics::limb_volume::LimbState;
use physics::network::Network;

/// A day and a night, s.
const WHOLE_DAY_S: f64 = 86_400.0;

/// The limb at a day's end, and when that was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evening {
    /// The limb, the prosthesis still on.
    pub limb: LimbState,
    /// The day's end, s after midnight.
    pub ended_s: f64,
}

impl Evening {
    /// Seconds without a prosthesis until it is donned at `begins_s` after midnight.
    pub fn night_s(&self, begins_s: f64) -> f64 {
        let night = begins_s + WHOLE_DAY_S - self.ended_s;
        if night > WHOLE_DAY_S { night - WHOLE_DAY_S } else { night }
    }

    /// The limb before it is donned at `begins_s` after midnight.
    pub fn morning(&self, network: &Network, begins_s: f64) -> LimbState {
        let lying = network.posture.still(0.0);
        network.limb.let_be(&self.limb, lying, self.night_s(begins_s))
    }
}
