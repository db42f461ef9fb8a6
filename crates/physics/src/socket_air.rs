//! # Socket air
//!
//! **Stands for** the air between liner and wall, which the vacuum is a vacuum of.
//!
//! ```text
//!   rigid part V_t + textile V_s·(1 − c_s·P_v/P_a) + sleeve fold V_f·e^(−C·P_v/V_f) + gap A·E₊(g − d) + lift S·x
//! ```
//!
//! d is the distance over which vacuum less the liner's squeeze draws the limb (`limb_socket_contact`).
//!
//! **Equations** isothermal ideal gas: P·V(P) = n, solved for P; V shrinks as vacuum draws the liner on, presses the
//! textile and pulls the sleeve's free fold in.
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `line` | V_t | m³ | tube, filter, port by connection (direct or tube), and the room below the liner's end: assumed |
//! | `tube` | – | m³ | the part of it on the pump's side of the port; read where the tube is blocked or clamped |
//! | `textile` | V_s | m³ | area × thickness (sanders2012_sock, 0.4–0.7 mm) × porosity 0.8 |
//! | `textile_compression` | c_s | – | assumed |
//! | `fold` | V_f | m³ | assumed |
//! | `fold_compliance` | C | m³/Pa | fitted on board2001 limb pistoning |
//! | `section` | S | m² | case (tape) |
//!
//! **Assumptions** one well-mixed volume; skin temperature constant. **Valid** 5 kPa absolute to ambient.
//! **Tests** Boyle's law in a rigid chamber; the solution conserves n; V falls with vacuum; what is rigid is there at
//! every vacuum alike. The course of an evacuation is held by major2015 in `VALIDATION.md`.

use crate::limb_socket_contact::Contact;

/// The search for a pressure ends with a step that is shorter than this, relative to ambient.
const CLOSE: f64 = 1e-5;

/// What the air space of a socket consists of, apart from the gap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SocketAir {
    /// What no vacuum shrinks: tube, filter, connector and the room below the liner's end, m³.
    pub line: f64,
    /// Of it what lies on the pump's side of the socket's port, m³: all that a pump meets when its tube is blocked.
    pub tube: f64,
    /// Air in sheath and socks, m³.
    pub textile: f64,
    /// Share of the textile's air that full vacuum presses out.
    pub textile_compression: f64,
    /// Air in the unsupported fold of the sleeve, m³.
    pub fold: f64,
    /// Compliance of that fold, m³/Pa.
    pub fold_compliance: f64,
    /// Section of the limb at the brim, m².
    pub section: f64,
}

/// The air of a socket, its pressure found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Air {
    /// Absolute pressure, Pa.
    pub pressure: f64,
    /// Volume, m³.
    pub volume: f64,
    /// Derivative of the volume with respect to the vacuum, m³/Pa.
    pub slope: f64,
}

/// Where limb and wall stand when the air is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    /// Mean gap, m.
    pub gap: f64,
    /// How far the limb has lifted out of the socket, m.
    pub lift: f64,
    /// Pressure of the stretched liner on the limb, Pa.
    pub squeeze: f64,
}

impl SocketAir {
    /// Volume at a vacuum (Pa) and its derivative with respect to the vacuum.
    pub fn volume(&self, contact: &Contact, seat: Seat, vacuum: f64, p_a: f64) -> (f64, f64) {
        let vacuum_in = vacuum.max(0.0);
        let (gap, gap_slope) = contact.gap_volume(seat.gap, vacuum_in - seat.squeeze);
        let fold =
            if self.fold > 0.0 { self.fold * (-self.fold_compliance * vacuum_in / self.fold).exp() } else { 0.0 };
        let textile = self.textile * (1.0 - self.textile_compression * vacuum_in / p_a);
        let fold_slope = if self.fold > 0.0 { -self.fold_compliance / self.fold * fold } else { 0.0 };
        let slope =
            if vacuum > 0.0 { gap_slope + fold_slope - self.textile * self.textile_compression / p_a } else { 0.0 };
        (self.line + textile + fold + gap + self.section * seat.lift, slope)
    }

    /// Where `n` (Pa·m³) of air comes to rest; the search starts at `guess` (Pa).
    pub fn settle(&self, contact: &Contact, seat: Seat, n: f64, p_a: f64, guess: f64) -> Air {
        // P·V(P) = n. P·V(P) grows with P, so Newton kept inside a bracket cannot miss.
        let (mut low, mut high) = (0.0, n / (self.line + 1e-7) + p_a);
        let mut p = guess.clamp(low, high);
        let mut slope = 0.0;
        for _ in 0..60 {
            let (v, dv_dvacuum) = self.volume(contact, seat, p_a - p, p_a);
            slope = dv_dvacuum;
            let miss = p * v - n;
            if miss > 0.0 {
                high = p
            } else {
                low = p
            }
            let newton = p - miss / (v - p * dv_dvacuum);
            // Newton squares its error: the step after one of a pascal would be of less than a thousandth.
            if (newton - p).abs() < CLOSE * p_a {
                p = newton;
                break;
            }
            p = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
        }
        Air { pressure: p, volume: n / p, slope }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::limb_socket_contact::tests::usual as contact;
    use proptest::prelude::*;

    const P_A: f64 = 101_325.0;

    pub(crate) fn usual() -> SocketAir {
        SocketAir {
            line: 8e-6,
            tube: 8e-6,
            textile: 18e-6,
            textile_compression: 0.3,
            fold: 30e-6,
            fold_compliance: 8e-9,
            section: 95.6e-4,
        }
    }

    #[test]
    fn a_rigid_chamber_obeys_boyle() {
        let rigid = SocketAir { line: 100e-6, textile: 0.0, fold: 0.0, ..usual() };
        let tight = Seat { gap: -5e-3, lift: 0.0, squeeze: 0.0 };
        let air = rigid.settle(&contact(), tight, 5.0, P_A, P_A);
        assert!((air.pressure - 5.0 / 100e-6).abs() < 1e-3 && (air.volume - 100e-6).abs() < 1e-12);
    }

    #[test]
    fn what_is_rigid_is_there_at_every_vacuum_alike() {
        let seat = Seat { gap: 0.5e-3, lift: 0.0, squeeze: 0.0 };
        let more = SocketAir { line: usual().line + 60e-6, ..usual() };
        for vacuum in [0.0, 10e3, 60e3] {
            let [(v, slope), (v_more, slope_more)] =
                [usual(), more].map(|air| air.volume(&contact(), seat, vacuum, P_A));
            assert!((v_more - v - 60e-6).abs() < 1e-15 && slope == slope_more);
        }
    }

    proptest! {
        #[test]
        fn pressure_times_volume_is_the_air_there_is(
            n in 0.3f64..20.0, gap in -2e-3f64..3e-3, lift in 0.0f64..0.02, guess in 1e3f64..101e3
        ) {
            let (air, seat) = (usual(), Seat { gap, lift, squeeze: 0.0 });
            let p = air.settle(&contact(), seat, n, P_A, guess).pressure;
            let (v, slope) = air.volume(&contact(), seat, P_A - p, P_A);
            prop_assert!((p * v / n - 1.0).abs() < 1e-6, "{} against {n}", p * v);
            prop_assert!(slope <= 0.0);
        }
    }
}
