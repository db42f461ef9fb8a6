//! # Displaced tissue
//!
//! **Stands for** soft tissue that a tight liner and the socket push past the brim, and that vacuum draws in again. It is not fluid
//! that leaves a vessel: it comes back within minutes once nothing presses.
//!
//! **Equations**
//! - dD/dt = [D_∞(p_D) − D]/τ_D
//! - D_∞ = −D₀·(1 − e^(−p_D/p₊)) for p_D > 0, +β·D₀·(1 − e^(p_D/p₋)) for p_D ≤ 0
//! - p_D = cycle mean of the pressure that stands (liner, wall, vacuum, also in swing) + η·cycle mean of the load's; 0 without
//!   a socket. A load that comes and goes pushes tissue less than one that stands: η < 1
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `most` | D₀ | m³ | fitted on zachariah2004's rise |
//! | `pressure` | p₊ | Pa | fitted on board2001's one-way valve |
//! | `time` | τ_D | s | fitted on zachariah2004's time course |
//! | `load_part` | η | – | fitted with them |
//! | `drawn` | β | – | fitted on board2001's vacuum |
//! | `drawn_pressure` | p₋ | Pa | fitted with it |
//!
//! **Assumptions** one time for out and in; what is displaced lies outside the socket and is not measured there.
//! **Tests** no pressure displaces nothing; bounded by D₀; it returns with τ_D; a standing pressure displaces more than a load
//! with the same mean.

/// Displaced tissue of one limb.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DisplacedTissue {
    /// Most that can be pushed out, m³.
    pub most: f64,
    /// Pressure at which all but 1/e of it is out, Pa.
    pub pressure: f64,
    /// Time in which it follows, s.
    pub time: f64,
    /// Share of a coming and going load that counts.
    pub load_part: f64,
    /// Most that can be drawn in, over `most`.
    pub drawn: f64,
    /// Suction at which all but 1/e of that is in, Pa.
    pub drawn_pressure: f64,
}

impl DisplacedTissue {
    /// What a standing pressure and the cycle mean of a load (Pa) displace in the end, m³.
    pub fn target(&self, standing: f64, load: f64) -> f64 {
        let p = standing + self.load_part * load;
        if p > 0.0 {
            self.most * (-p / self.pressure).exp_m1()
        } else {
            -self.drawn * self.most * (p / self.drawn_pressure).exp_m1()
        }
    }

    /// Rate of change of what is displaced (m³), m³/s.
    pub fn rate(&self, displaced: f64, target: f64) -> f64 {
        (target - displaced) / self.time
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(crate) fn usual() -> DisplacedTissue {
        let most = 0.08 * 1.025e-3;
        DisplacedTissue { most, pressure: 0.9e3, time: 167.0, load_part: 0.27, drawn: 0.7, drawn_pressure: 3.7e3 }
    }

    #[test]
    fn without_pressure_nothing_is_displaced_and_what_was_returns_within_minutes() {
        let tissue = usual();
        assert_eq!(tissue.target(0.0, 0.0), 0.0);
        let back = tissue.rate(-tissue.most, tissue.target(0.0, 0.0));
        assert!((back * 167.0 / tissue.most - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_standing_pressure_displaces_more_than_a_load_of_the_same_mean() {
        assert!(usual().target(1e3, 0.0) < usual().target(0.0, 1e3));
    }

    proptest! {
        #[test]
        fn it_is_bounded_and_falls_with_pressure(p in -60e3f64..60e3, load in 0.0f64..40e3, more in 1.0f64..5e3) {
            let tissue = usual();
            let at = tissue.target(p, load);
            prop_assert!(at >= -tissue.most && at <= tissue.drawn * tissue.most);
            prop_assert!(tissue.target(p + more, load) <= at);
        }
    }
}
