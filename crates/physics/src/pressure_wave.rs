//! # Pressure wave
//!
//! **Stands for** how far the pressure of the socket's air rises and falls within one stride: stance presses the limb into
//! what room is left, swing draws it out. A logger on the socket records it, and it is small where the socket fits.
//!
//! ```text
//!   P ▲   ╭──╮ stance: room closed
//!     │───╯  ╰──╮      ╭───
//!     │         ╰──────╯ swing: limb drawn by x
//! ```
//!
//! **Equations**
//! - stance: the load presses from inside, so that the net outward pressure is P_v − p_h + λ·F_max/S; P_s·V(P_s) = n
//! - valves let out what would stand above ambient: n is at most P_a·V of that seat
//! - swing: the limb has moved against the wall by x (`suspension`), P_w·V(P_w, x) = n; where the standing vacuum does not hold
//!   the pull, the pull makes no more vacuum than T/S
//! - wave ΔP = P_s − P_w; none in an open socket
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `load` | F_max | N | `gait_load`: largest of stance |
//! | `pull` | T | N | `gait_load`: mid-swing |
//! | `moved` | x | m | `suspension`: limb against wall at that pull |
//!
//! **Assumptions** air is conserved within a stride (leak and pump are slow beside it); quasi-static; the limb's end opens
//! over the whole section. **Valid** as `socket_air`.
//! **Tests** grows with a looser socket, shrinks with more vacuum; no more than the pull makes behind a valve; none in an
//! open socket; air is the same in stance and swing.

use crate::network::{Network, State, VacuumSource};
use crate::socket_air::Seat;

/// What one stride does to the socket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stride {
    /// Largest load of stance, N.
    pub load: f64,
    /// Pull at mid-swing, N.
    pub pull: f64,
    /// Limb against wall at that pull, m.
    pub moved: f64,
}

impl Network {
    /// Amplitude of the socket's pressure within one stride, Pa; none in a socket that is open. `standing` is
    /// [`Network::standing_vacuum`] of that state.
    pub fn pressure_wave(&self, state: &State, standing: f64, stride: Stride) -> Option<f64> {
        if self.source == VacuumSource::Open {
            return None;
        }
        let [stance, swing] = self.stride_pressures(state, standing, stride);
        Some((stance - swing).max(0.0))
    }

    /// Absolute pressure of the socket's air under the largest load and at mid-swing, Pa.
    fn stride_pressures(&self, state: &State, standing: f64, stride: Stride) -> [f64; 2] {
        let (air, contact, ambient) = (&self.air, &self.contact, self.ambient);
        let rest = self.seat(&state.limb);
        let pressed = Seat { squeeze: rest.squeeze - self.load_share * stride.load / air.section, ..rest };
        let n = state.air.min(ambient * air.volume(contact, pressed, 0.0, ambient).0);
        let guess = ambient - standing;
        // P·V(P) = n
        let settled = |seat| air.settle(contact, seat, n, ambient, guess).pressure;
        let swing = settled(Seat { lift: stride.moved, ..rest });
        // What is not held by a standing vacuum hangs on the vacuum that the pull itself makes, T/S.
        let pulled = stride.pull / air.section;
        let lowest = if self.maintained_vacuum(standing) > pulled { 0.0 } else { ambient - pulled };
        [settled(pressed), swing.max(lowest)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::electric_pump::{Chemistry, ElectricPump};
    use crate::reference::tests::network;

    const STRIDE: Stride = Stride { load: 824.0, pull: 50.0, moved: 0.05e-3 };
    const VACUUM: VacuumSource = VacuumSource::Electric(ElectricPump {
        free_flow: 1e-4,
        vacuum_max: 60e3,
        power: 0.0,
        idle_power: 0.0,
        energy: 1.0,
        chemistry: Chemistry::NickelMetalHydride,
        self_discharge: 0.0,
    });

    /// The wave with a vacuum (Pa) in a socket that is looser by so much (m).
    fn wave(source: VacuumSource, vacuum: f64, looser: f64) -> Option<f64> {
        let network = network(source).with_fit(looser, 0.0);
        let mut state = network.donned();
        let seat = network.seat(&state.limb);
        let volume = network.air.volume(&network.contact, seat, vacuum, network.ambient).0;
        state.air = (network.ambient - vacuum) * volume;
        network.pressure_wave(&state, network.standing_vacuum(&state), STRIDE)
    }

    #[test]
    fn a_looser_socket_has_more_of_it_and_more_vacuum_less() {
        for vacuum in [20e3, 34e3, 51e3] {
            assert!(wave(VACUUM, vacuum, 1.5e-3) > wave(VACUUM, vacuum, 0.5e-3), "{vacuum}");
            assert!(wave(VACUUM, vacuum, 0.5e-3) > wave(VACUUM, vacuum, 0.0), "{vacuum}");
        }
        for looser in [0.0, 1e-3] {
            assert!(wave(VACUUM, 34e3, looser) > wave(VACUUM, 51e3, looser), "{looser}");
            assert!(wave(VACUUM, 51e3, looser) > wave(VACUUM, 68e3, looser), "{looser}");
        }
    }

    #[test]
    fn behind_a_valve_the_pull_makes_it_and_an_open_socket_has_none() {
        let valve = wave(VacuumSource::Valve, 0.0, 1e-3).unwrap_or(0.0);
        assert!(valve > 0.0 && valve <= STRIDE.pull / 95.6e-4 + 1.0, "{valve}");
        assert_eq!(wave(VacuumSource::Open, 0.0, 1e-3), None);
    }

    #[test]
    fn the_same_air_is_there_in_stance_and_in_swing() {
        let network = network(VACUUM);
        let mut state = network.donned();
        state.air *= 0.4;
        let [stance, swing] = network.stride_pressures(&state, network.standing_vacuum(&state), STRIDE);
        let rest = network.seat(&state.limb);
        let pressed = Seat { squeeze: rest.squeeze - network.load_share * STRIDE.load / network.air.section, ..rest };
        for (p, seat) in [(stance, pressed), (swing, Seat { lift: STRIDE.moved, ..rest })] {
            let volume = network.air.volume(&network.contact, seat, network.ambient - p, network.ambient).0;
            assert!((p * volume / state.air - 1.0).abs() < 1e-6);
        }
        assert!(stance > network.socket_pressure(&state).0 && swing < network.socket_pressure(&state).0);
    }
}
