//! # Suspension
//!
//! **Stands for** what holds the prosthesis on in swing, and how far it slides: pistoning.
//!
//! ```text
//!   bone ──[tissue shear]── skin ──[liner shear]── wall        (vacuum clamps the liner to the wall)
//!                              └──[air: S·P_v]  [sleeve k_sl]  [pin k_pin after its free play]──┘
//! ```
//!
//! **Equations** at pull T
//! - elastic: x_e = T/k_s
//! - lift: only what exceeds the standing hold S·P_v0 opens the socket; x_o solves
//!   S·[P_a − P(n, x_o)] + k_sl·x_o + k_pin·(x_o − x_play)₊ = T
//! - skin against wall: x = x_e + x_o; bone against skin: x_b = T·L_t/(G_t·A·φ), φ = φ₀ + (1 − φ₀)·contact share
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `sleeve_stiffness` | k_sl | N/m | assumed |
//! | `pin_stiffness`, `pin_play` | k_pin, x_play | N/m, m | assumed |
//! | `tissue_shear_modulus` | G_t | Pa | zheng1999, sims2010 bound it, stated spread |
//! | `unclamped_share` | φ₀ | – | fitted on board2001 tibia pistoning |
//! | `tissue_depth` | L_t | m | published.md §0 (25 mm) |
//!
//! **Assumptions** quasi-static; wall friction beyond the clamped liner left out; in passive systems the stance before
//! closed the gap (the limb sinks into it), so swing starts from the stance seat.
//! **Tests** full vacuum does not lift; Boyle's stiffness falls with trapped air; the pin takes over after its play.

use crate::limb_socket_contact::Contact;
use crate::socket_air::{Seat, SocketAir};

/// What holds the prosthesis on besides air.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suspension {
    /// Axial stiffness of the sleeve, N/m.
    pub sleeve_stiffness: f64,
    /// Axial stiffness of liner and pin once locked, N/m; zero without a pin.
    pub pin_stiffness: f64,
    /// Travel before the pin locks, m.
    pub pin_play: f64,
    /// Whether sleeve and valve seal the socket at all (a pin system's socket is open).
    pub sealed: bool,
    /// Shear modulus of soft tissue, Pa.
    pub tissue_shear_modulus: f64,
    /// Depth of soft tissue between skin and bone, m.
    pub tissue_depth: f64,
    /// Share of its shear that skin keeps carrying where the liner does not touch the wall.
    pub unclamped_share: f64,
}

/// Displacements of the limb against the socket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pistoning {
    /// Skin against wall, m.
    pub limb: f64,
    /// Bone against wall, m.
    pub bone: f64,
}

/// What the suspension starts from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hold {
    /// Air in the socket, Pa·m³.
    pub air: f64,
    /// Where the swing begins.
    pub seat: Seat,
    /// Vacuum where the swing begins, Pa.
    pub vacuum: f64,
    /// Share of skin in contact.
    pub contact_share: f64,
    /// Axial stiffness of the clamped liner, N/m.
    pub liner_shear: f64,
}

/// The largest lift that is looked for, m: beyond it the prosthesis is off.
const OFF: f64 = 0.08;

impl Suspension {
    /// Displacements under a pull of `pull` N.
    pub fn pistoning(&self, pull: f64, hold: Hold, air: &SocketAir, contact: &Contact, p_a: f64) -> Pistoning {
        let share = self.shear_share(hold.contact_share);
        // x_e = T/k_s
        let elastic = pull / (hold.liner_shear * share);
        let open = if pull > air.section * hold.vacuum { self.lift(pull, hold, air, contact, p_a) } else { 0.0 };
        // x_b = T·L_t/(G_t·A·φ)
        let bone = pull * self.tissue_depth / (self.tissue_shear_modulus * contact.area * share);
        let limb = elastic + open;
        Pistoning { limb, bone: limb + bone }
    }

    /// φ = φ₀ + (1 − φ₀)·share: where the liner hangs free it still drags the skin, through its own tension.
    pub fn shear_share(&self, contact_share: f64) -> f64 {
        self.unclamped_share + (1.0 - self.unclamped_share) * contact_share
    }

    /// S·[P_a − P] + k_sl·x + k_pin·(x − x_play)₊ = T. In a sealed socket the lift follows from the pressure without
    /// solving, x = (n/P − V(P))/S, and the left side falls with P: bisection in P. In an open one it follows from x.
    fn lift(&self, pull: f64, hold: Hold, air: &SocketAir, contact: &Contact, p_a: f64) -> f64 {
        let springs = |x: f64| self.sleeve_stiffness * x + self.pin_stiffness * (x - self.pin_play).max(0.0);
        if !self.sealed {
            return bisect(0.0, OFF, |x| springs(x) - pull);
        }
        let lift_at = |p: f64| {
            let volume = air.volume(contact, hold.seat, p_a - p, p_a).0;
            ((hold.air / p - volume) / air.section).max(0.0)
        };
        // The pull alone could not make more vacuum than T/S.
        let lowest = (p_a - pull / air.section).max(1.0);
        let p = bisect(lowest, p_a, |p| pull - air.section * (p_a - p) - springs(lift_at(p)));
        lift_at(p).min(OFF)
    }
}

/// Where a function that grows from negative to positive crosses zero; the upper end where it stays negative.
fn bisect(mut low: f64, mut high: f64, f: impl Fn(f64) -> f64) -> f64 {
    let exact = 1e-6 * (high - low);
    while high - low > exact {
        let middle = 0.5 * (low + high);
        if f(middle) < 0.0 { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limb_socket_contact::tests::usual as contact;
    use crate::socket_air::tests::usual as air;

    const P_A: f64 = 101_325.0;

    fn suction() -> Suspension {
        Suspension {
            sleeve_stiffness: 3e3,
            pin_stiffness: 0.0,
            pin_play: 0.0,
            sealed: true,
            tissue_shear_modulus: 6e3,
            tissue_depth: 0.025,
            unclamped_share: 0.4,
        }
    }

    fn seated(vacuum: f64) -> Hold {
        let seat = Seat { gap: -1e-3, lift: 0.0, squeeze: 0.0 };
        let volume = air().volume(&contact(), seat, vacuum, P_A).0;
        Hold { air: (P_A - vacuum) * volume, seat, vacuum, contact_share: 1.0, liner_shear: 1.2e6 }
    }

    #[test]
    fn active_vacuum_does_not_lift_where_suction_does() {
        let at = |vacuum| suction().pistoning(50.0, seated(vacuum), &air(), &contact(), P_A);
        assert!(at(60e3).limb < 0.1e-3);
        assert!(at(0.0).limb > 0.5e-3);
        assert!(at(0.0).bone > at(0.0).limb);
    }

    #[test]
    fn more_trapped_air_lifts_more() {
        let at = |line: f64| {
            let air = SocketAir { line, ..air() };
            let volume = air.volume(&contact(), Seat { gap: -1e-3, lift: 0.0, squeeze: 0.0 }, 0.0, P_A).0;
            suction().pistoning(50.0, Hold { air: P_A * volume, ..seated(0.0) }, &air, &contact(), P_A).limb
        };
        assert!(at(100e-6) > at(8e-6));
    }

    #[test]
    fn a_pin_takes_over_after_its_play() {
        let pin = Suspension { pin_stiffness: 15e3, pin_play: 2e-3, sealed: false, sleeve_stiffness: 0.0, ..suction() };
        let hold = Hold { liner_shear: 1e12, ..seated(0.0) };
        let x = pin.pistoning(45.0, hold, &air(), &contact(), P_A).limb;
        assert!((x - 5e-3).abs() < 5e-5, "{x}");
    }

    #[test]
    fn nothing_holding_means_off() {
        let nothing = Suspension { sealed: false, sleeve_stiffness: 0.0, ..suction() };
        assert!(nothing.pistoning(20.0, seated(0.0), &air(), &contact(), P_A).limb >= OFF);
    }
}
