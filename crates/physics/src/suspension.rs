//! # Suspension
//!
//! **Stands for** what holds the prosthesis on in swing, and how far it slides: pistoning.
//!
//! ```text
//!   bone ──[tissue shear]── skin ──┬─[liner shear]─[friction on the wall]──────────────┬── wall
//!                                  ├─[the wall's reaction gives way, up to S·P_v0]─────┤
//!                                  └─[air: S·P_v]  [sleeve k_sl]  [pin k_pin after its play]
//! ```
//!
//! **Equations** the limb moves by x against the wall under a pull T
//! - S·[P_v(x) − P_v0] + min(S·P_v0, k_w·x) + min(k_s·φ·x, F) + k_sl·x + k_pin·(x − x_play)₊ = T + k_b·(x_s − x)₊
//! - recoil: stance sank the limb by x_s into the gap that was open, against the support that bone found; unloaded, a share
//!   of that support (k_b) pushes it up again, so a looser socket pistons more
//! - the wall's reaction: at rest it bears the whole vacuum, S·P_v0; it gives way with k_w = S·k_c, so what vacuum can hold is
//!   used up without a step
//! - friction of the liner on the wall: F = μ·A·(p_c + φ·P_v), p_c the pressure of the limb on the wall without vacuum; below
//!   it the liner only shears, k_s·φ
//! - sealed air: P_v(x) from n at the seat that stance left; in an open socket P_v = 0 and friction is what the fit gives
//! - bone against skin: x_b = T·L_t/(G_t·A·φ), bone against wall x + x_b
//! - φ = φ₀ + (1 − φ₀)·contact share; the tissue's elongation is x_b/L_t (`observe`)
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `sleeve_stiffness` | k_sl | N/m | assumed |
//! | `pin_stiffness`, `pin_play` | k_pin, x_play | N/m, m | assumed |
//! | `friction` | μ | – | assumed: textile on a laminated wall, dry, stated spread |
//! | `recoil_share` | k_b/support | – | fitted on board2001 limb pistoning |
//! | `tissue_shear_modulus` | G_t | Pa | zheng1999, sims2010 bound it, stated spread |
//! | `unclamped_share` | φ₀ | – | fitted on board2001 tibia pistoning |
//! | `tissue_depth` | L_t | m | published.md §0 (25 mm) |
//!
//! **Assumptions** quasi-static; one friction stands for the liner on the wall and the skin in the liner, whichever gives first,
//! and wet skin lowers it (`skin_climate`); the share of skin at the wall is that under the pull; every
//! swing starts from the seat that stance left, with no more air than fits there at ambient pressure; a pin clicks deeper as
//! the limb sinks, so its play begins anew.
//! **Tests** full vacuum does not lift; less vacuum than the pull lifts more, without a step; Boyle's stiffness falls with trapped
//! air; a tight limb holds by friction, also in an open socket; the pin takes over after its play.

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
    /// Friction of the liner's outside, or what covers it, on the wall.
    pub friction: f64,
    /// Share of the support found in stance that pushes the limb up again in swing.
    pub recoil_share: f64,
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
    /// Pressure of the limb on the wall without vacuum, Pa.
    pub pressing: f64,
    /// How far stance sank the limb into the gap, m.
    pub sunk: f64,
    /// Stiffness of the support that pushes it up again, N/m.
    pub recoil: f64,
    /// Axial stiffness of the clamped liner, N/m.
    pub liner_shear: f64,
}

/// The largest lift that is looked for, m: beyond it the prosthesis is off.
const OFF: f64 = 0.08;

impl Suspension {
    /// Displacements under a pull of `pull` N.
    pub fn pistoning(&self, pull: f64, hold: Hold, air: &SocketAir, contact: &Contact, p_a: f64) -> Pistoning {
        // x_b = T·L_t/(G_t·A·φ)
        let bone = pull / self.tissue_stiffness(hold.contact_share, contact);
        let limb = self.moved(pull, hold, air, contact, p_a);
        Pistoning { limb, bone: limb + bone }
    }

    /// Stiffness of the tissue that is sheared between skin and bone, N/m.
    pub fn tissue_stiffness(&self, contact_share: f64, contact: &Contact) -> f64 {
        self.tissue_shear_modulus * contact.area * self.shear_share(contact_share) / self.tissue_depth
    }

    /// φ = φ₀ + (1 − φ₀)·share: where the liner hangs free it still drags the skin, through its own tension.
    pub fn shear_share(&self, contact_share: f64) -> f64 {
        self.unclamped_share + (1.0 - self.unclamped_share) * contact_share
    }

    /// x of the balance of forces. Where the liner sticks to the wall and the wall still bears vacuum, all is linear. Else, in
    /// a sealed socket, the lift follows from the pressure without solving, x = (n/P − V(P))/S, and what holds grows as P
    /// falls: bisection in P. In an open one it follows from x.
    fn moved(&self, pull: f64, hold: Hold, air: &SocketAir, contact: &Contact, p_a: f64) -> f64 {
        let vacuum = if self.sealed { hold.vacuum } else { 0.0 };
        let share = self.shear_share(hold.contact_share);
        let (shear, reaction) = (hold.liner_shear * share, air.section * vacuum);
        let wall = air.section * contact.contact_stiffness;
        // F = μ·A·(p_c + φ·P_v)
        let friction =
            |vacuum: f64| self.friction * contact.area * (hold.pressing + hold.contact_share * vacuum.max(0.0));
        let held = |x: f64, vacuum_now: f64| {
            let pin = self.pin_stiffness * (x - self.pin_play).max(0.0);
            air.section * (vacuum_now - vacuum)
                + reaction.min(wall * x)
                + friction(vacuum_now).min(shear * x)
                + self.sleeve_stiffness * x
                + pin
                - hold.recoil * (hold.sunk - x).max(0.0)
        };
        let bears = if reaction > 0.0 { wall } else { 0.0 };
        let most = pull + hold.recoil * hold.sunk;
        let stuck = most / (shear + self.sleeve_stiffness + bears + hold.recoil);
        if shear * stuck <= friction(vacuum) && (reaction == 0.0 || wall * stuck <= reaction) {
            return stuck;
        }
        if !self.sealed {
            return bisect(0.0, OFF, |x| held(x, 0.0) - pull);
        }
        let lift_at = |p: f64| {
            let volume = air.volume(contact, hold.seat, p_a - p, p_a).0;
            ((hold.air / p - volume) / air.section).max(0.0)
        };
        // Pull and recoil alone could not make more vacuum than (T + k_b·x_s)/S beyond what stands.
        let highest = p_a - vacuum;
        let lowest = (highest - most / air.section).max(1.0);
        let p = bisect(lowest, highest, |p| pull - held(lift_at(p), p_a - p));
        lift_at(p).min(OFF)
    }
}

/// Where a function that grows from negative to positive crosses zero; the upper end where it stays negative.
fn bisect(mut low: f64, mut high: f64, f: impl Fn(f64) -> f64) -> f64 {
    let exact = 1e-5 * (high - low);
    while high - low > exact {
        let middle = 0.5 * (low + high);
        if f(middle) < 0.0 { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::limb_socket_contact::tests::usual as contact;
    use crate::socket_air::tests::usual as air;

    const P_A: f64 = 101_325.0;

    pub(crate) fn suction() -> Suspension {
        Suspension {
            sleeve_stiffness: 3e3,
            pin_stiffness: 0.0,
            pin_play: 0.0,
            sealed: true,
            friction: 0.3,
            recoil_share: 0.12,
            tissue_shear_modulus: 6e3,
            tissue_depth: 0.025,
            unclamped_share: 0.4,
        }
    }

    fn seated(vacuum: f64) -> Hold {
        let seat = Seat { gap: -1e-3, lift: 0.0, squeeze: 0.0 };
        let volume = air().volume(&contact(), seat, vacuum, P_A).0;
        Hold {
            air: (P_A - vacuum) * volume,
            seat,
            vacuum,
            contact_share: 1.0,
            pressing: 0.0,
            sunk: 0.0,
            recoil: 0.0,
            liner_shear: 1.2e6,
        }
    }

    /// After a stance that left so much vacuum.
    fn at(suspension: Suspension, hold: Hold, pull: f64) -> f64 {
        suspension.pistoning(pull, hold, &air(), &contact(), P_A).limb
    }

    #[test]
    fn active_vacuum_does_not_lift_where_suction_does() {
        let loose = Hold { contact_share: 0.0, ..seated(0.0) };
        assert!(at(suction(), seated(60e3), 50.0) < 0.1e-3);
        assert!(at(suction(), loose, 50.0) > 0.5e-3);
        let moved = suction().pistoning(50.0, loose, &air(), &contact(), P_A);
        assert!(moved.bone > moved.limb);
    }

    #[test]
    fn the_less_vacuum_the_more_lift_and_there_is_no_step() {
        // Nothing but air and the wall's reaction: the pull of 60 N is S·P_v at 6.3 kPa.
        let slippery = Suspension { friction: 0.0, sleeve_stiffness: 0.0, ..suction() };
        let moved: Vec<f64> = (0..=120).map(|i| at(slippery, seated(f64::from(i) * 100.0), 60.0)).collect();
        assert!(moved.windows(2).all(|pair| pair[1] <= pair[0] + 1e-7), "{moved:?}");
        let steepest = moved.windows(2).map(|pair| pair[0] - pair[1]).fold(0.0, f64::max);
        assert!(steepest < 0.1 * moved[0], "{steepest} of {}", moved[0]);
        assert!(moved[120] < 0.3 * moved[0] && moved[120] > 0.1e-3, "{moved:?}");
    }

    #[test]
    fn friction_holds_a_tight_limb_in_an_open_socket_and_water_takes_half_of_it() {
        let open = Suspension { sealed: false, sleeve_stiffness: 1e3, ..suction() };
        let tight = Hold { pressing: 2e3, ..seated(0.0) };
        let loose = Hold { pressing: 0.0, contact_share: 0.0, ..seated(0.0) };
        let wet = Suspension { friction: 0.5 * open.friction, ..open };
        let [dry, wet, none] = [(open, tight), (wet, tight), (open, loose)].map(|(s, hold)| at(s, hold, 40.0));
        // μ·A·p_c = 0.3·0.047 m²·2 kPa = 28 N of 40 N; the sleeve carries the rest.
        assert!((dry - 11.8e-3).abs() < 0.1e-3 && (wet - 25.9e-3).abs() < 0.1e-3, "{dry} {wet}");
        assert!((none - 40e-3).abs() < 1e-4, "{none}");
    }

    #[test]
    fn a_limb_that_sank_is_pushed_up_again() {
        let pin = Suspension { pin_stiffness: 15e3, pin_play: 0.0, sealed: false, sleeve_stiffness: 0.0, ..suction() };
        let sunk = |sunk: f64| at(pin, Hold { contact_share: 0.0, sunk, recoil: 40e3, ..seated(0.0) }, 45.0);
        // (T + k_b·x_s)/(k_pin + k_b), and T/k_pin where nothing sank or all has come back.
        assert!((sunk(0.0) - 3e-3).abs() < 1e-5 && (sunk(2e-3) - 3e-3).abs() < 1e-5);
        assert!((sunk(10e-3) - (45.0 + 400.0) / 55e3).abs() < 1e-5, "{}", sunk(10e-3));
        // Vacuum holds it where it is.
        assert!(at(suction(), Hold { sunk: 2e-3, recoil: 40e3, ..seated(60e3) }, 45.0) < 0.2e-3);
    }

    #[test]
    fn more_trapped_air_lifts_more() {
        let lifted = |line: f64| {
            let air = SocketAir { line, ..air() };
            let volume = air.volume(&contact(), Seat { gap: -1e-3, lift: 0.0, squeeze: 0.0 }, 0.0, P_A).0;
            suction().pistoning(50.0, Hold { air: P_A * volume, ..seated(0.0) }, &air, &contact(), P_A).limb
        };
        assert!(lifted(100e-6) > lifted(8e-6));
    }

    #[test]
    fn a_pin_takes_over_after_its_play() {
        let pin = Suspension { pin_stiffness: 15e3, pin_play: 2e-3, sealed: false, sleeve_stiffness: 0.0, ..suction() };
        let x = at(pin, Hold { contact_share: 0.0, ..seated(0.0) }, 45.0);
        assert!((x - 5e-3).abs() < 5e-5, "{x}");
    }

    #[test]
    fn nothing_holding_means_off() {
        let nothing = Suspension { sealed: false, sleeve_stiffness: 0.0, ..suction() };
        assert!(at(nothing, seated(0.0), 20.0) >= 0.999 * OFF);
    }

    #[test]
    fn bone_moves_by_the_shear_of_its_tissue() {
        // 50 N over 6 kPa·0.047 m² of skin at the wall, 25 mm deep.
        let moved = suction().pistoning(50.0, seated(60e3), &air(), &contact(), P_A);
        assert!((moved.bone - moved.limb - 0.025 * 50.0 / (6e3 * 0.047)).abs() < 1e-12);
    }
}
