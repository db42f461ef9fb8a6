//! # Heel strike
//!
//! **Stands for** the impact that runs up the prosthesis when the heel meets the ground: the first of the forces that a socket
//! meets.
//!
//! ```text
//!   ground ──[heel of the foot k_h]──[functional ring k_r]──[liner k_l]──[soft tissue and bone's support k_t]── mass m
//! ```
//!
//! **Equations** a mass that arrives with the speed v on springs in series
//! - 1/k = 1/k_h + 1/k_r + 1/k_l + 1/k_t; without a ring 1/k_r = 0
//! - k_t = G_t·A·φ/L_t + k_b: tissue sheared along the limb, φ as in `suspension`, beside the support that bone finds
//! - steepest loading: dF/dt = k·v at first touch; transient F = v·√(k·m)
//! - v = v₀·(walking speed/reference speed); m is a share of body mass
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `heel` | k_h | N/m | assumed, stated spread |
//! | `ring` | k_r | N/m | the pump's: rated force over its stroke |
//! | `mass` | m | kg | assumed share of body mass, stated spread |
//! | `speed` | v₀ | m/s | assumed, stated spread |
//!
//! **Assumptions** nothing damps before the steepest rise; the ring is as stiff as it pumps. A ring that is adjusted to weight
//! and gait is as stiff as its user's load asks for.
//! **Valid** level walking. **Tests** energy is kept at the transient's peak; a ring softens it; faster walking and firmer
//! coupling load faster; the stiffest spring of a series does not matter.

/// What strikes, and on what.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeelStrike {
    /// Stiffness of the foot's heel, N/m.
    pub heel: f64,
    /// Stiffness of a functional ring along the prosthesis, N/m; none without one.
    pub ring: Option<f64>,
    /// Mass that is stopped, kg.
    pub mass: f64,
    /// Its speed at the reference walking speed, m/s.
    pub speed: f64,
}

/// What a heel strike does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Struck {
    /// Steepest rise of the force, N/s.
    pub loading_rate: f64,
    /// Transient force, N.
    pub force: f64,
}

impl HeelStrike {
    /// The strike at a walking speed relative to the reference; `limb` is the stiffness of bone in the socket, `liner` the
    /// axial one of the liner at the wall, N/m.
    pub fn struck(&self, limb: f64, liner: f64, relative_speed: f64) -> Struck {
        let ring = self.ring.map_or(0.0, |ring| 1.0 / ring);
        // 1/k = 1/k_h + 1/k_r + 1/k_l + 1/k_t
        let stiffness = 1.0 / (1.0 / self.heel + ring + 1.0 / liner + 1.0 / limb);
        let speed = self.speed * relative_speed;
        Struck { loading_rate: stiffness * speed, force: speed * (stiffness * self.mass).sqrt() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: HeelStrike = HeelStrike { heel: 60e3, ring: None, mass: 4.0, speed: 0.4 };
    const LIMB: f64 = 50e3;

    fn struck(strike: HeelStrike, limb: f64, speed: f64) -> Struck {
        strike.struck(limb, 1.2e6, speed)
    }

    #[test]
    fn the_transient_keeps_the_energy_of_the_strike() {
        let found = struck(USUAL, LIMB, 1.0);
        let stiffness = found.loading_rate / USUAL.speed;
        let (kinetic, elastic) = (0.5 * USUAL.mass * USUAL.speed.powi(2), 0.5 * found.force.powi(2) / stiffness);
        assert!((kinetic / elastic - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_ring_softens_the_strike_and_a_rigid_one_does_not() {
        let [none, ring, rigid] =
            [None, Some(100e3), Some(1e12)].map(|ring| struck(HeelStrike { ring, ..USUAL }, LIMB, 1.0));
        assert!(ring.loading_rate < 0.9 * none.loading_rate && ring.force < none.force);
        assert!((rigid.loading_rate / none.loading_rate - 1.0).abs() < 1e-6);
    }

    #[test]
    fn faster_walking_and_firmer_coupling_load_faster() {
        assert!((struck(USUAL, LIMB, 1.5).loading_rate / struck(USUAL, LIMB, 1.0).loading_rate - 1.5).abs() < 1e-12);
        assert!(struck(USUAL, LIMB, 1.0).loading_rate > struck(USUAL, 0.8 * LIMB, 1.0).loading_rate);
    }
}
