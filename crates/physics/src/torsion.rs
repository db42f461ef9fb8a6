//! # Rotation in the socket
//!
//! **Stands for** how far the limb's bone turns in the socket while the body turns over the planted foot: the second of the
//! forces that a socket meets.
//!
//! ```text
//!   body turns by θ₀ ──[hip and foot K_b]──[soft tissue and liner K_t]──[functional ring K_r]── planted foot
//! ```
//!
//! **Equations** springs in series carry one moment
//! - M = θ₀/(1/K_b + 1/K_t + 1/K_r); without a ring that turns, 1/K_r = 0
//! - soft tissue between bone and wall, sheared around the limb: K_t = G_t·A·φ·R²/L_t, R = √(S/π), φ as in `suspension`
//! - rotation of bone in the socket: θ = M/K_t
//! - what the wall's friction could carry beside the load: M_f = R·μ·A·λ·F/S
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `twist` | θ₀ | rad | assumed, stated spread |
//! | `body` | K_b | N·m/rad | assumed, stated spread |
//! | `ring` | K_r | N·m/rad | assumed, stated spread; the maker says only that the ring permits rotation |
//!
//! **Assumptions** quasi-static; a round limb, so the triangular section of a socket does not help; the liner holds the wall:
//! a tenth of body weight clamps it more than the moment asks for. What loosens is tissue that does not meet the wall.
//! **Valid** level walking. **Tests** a ring that turns takes rotation and moment off the limb; less skin at the wall turns
//! further; without a ring all of the twist is shared by body and tissue; the load's friction exceeds the moment.

use crate::limb_socket_contact::Contact;
use crate::suspension::Suspension;

/// What twists the limb in its socket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Torsion {
    /// How far the body turns over the foot, rad.
    pub twist: f64,
    /// Stiffness of hip and foot against being turned, N·m/rad.
    pub body: f64,
    /// Stiffness of a functional ring that turns, N·m/rad; none without one.
    pub ring: Option<f64>,
}

/// Rotation in the socket and the moment that goes with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turned {
    /// Bone against socket, rad.
    pub angle: f64,
    /// Moment about the limb's axis, N·m.
    pub moment: f64,
}

impl Torsion {
    /// What the twist does where so great a share of the skin is at the wall; `section` is the limb's, m².
    pub fn turned(&self, suspension: &Suspension, contact: &Contact, section: f64, contact_share: f64) -> Turned {
        // K_t = G_t·A·φ·R²/L_t
        let radius_squared = section / std::f64::consts::PI;
        let tissue = suspension.tissue_stiffness(contact_share, contact) * radius_squared;
        // M = θ₀/(1/K_b + 1/K_t + 1/K_r)
        let soft = 1.0 / self.body + 1.0 / tissue + self.ring.map_or(0.0, |ring| 1.0 / ring);
        let moment = self.twist / soft;
        Turned { angle: moment / tissue, moment }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limb_socket_contact::tests::usual as contact;
    use crate::suspension::tests::suction;

    const SECTION: f64 = 95.6e-4;

    fn turned(ring: Option<f64>, contact_share: f64) -> Turned {
        Torsion { twist: 0.24, body: 60.0, ring }.turned(&suction(), &contact(), SECTION, contact_share)
    }

    #[test]
    fn a_ring_that_turns_takes_rotation_and_moment_off_the_limb() {
        let (with, without) = (turned(Some(40.0), 1.0), turned(None, 1.0));
        assert!(with.angle < 0.8 * without.angle && with.moment < 0.8 * without.moment);
        assert!((with.angle / without.angle - with.moment / without.moment).abs() < 1e-12);
    }

    #[test]
    fn less_skin_at_the_wall_turns_further() {
        assert!(turned(None, 0.0).angle > 1.2 * turned(None, 1.0).angle);
    }

    #[test]
    fn body_and_tissue_share_the_twist() {
        let turned = turned(None, 1.0);
        assert!((turned.angle + turned.moment / 60.0 - 0.24).abs() < 1e-12);
        // A stiff body leaves all of it to the tissue.
        let all = Torsion { twist: 0.24, body: 1e9, ring: None }.turned(&suction(), &contact(), SECTION, 1.0);
        assert!((all.angle - 0.24).abs() < 1e-6);
    }

    #[test]
    fn a_tenth_of_body_weight_clamps_the_liner_more_than_the_moment_asks_even_wet() {
        // M_f = R·μ·A·λ·F/S with half the friction.
        let radius = (SECTION / std::f64::consts::PI).sqrt();
        let holds = radius * 0.5 * suction().friction * contact().area * 0.95 * 78.0 / SECTION;
        assert!(turned(None, 1.0).moment < 2.0 * holds, "{} against {holds}", turned(None, 1.0).moment);
        assert!(turned(None, 1.0).moment < 0.3 * 10.0 * holds);
    }
}
