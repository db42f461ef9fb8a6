//! Virtual benches: what an engineer would measure on a stand, with the spread of devices and persons.
//!
//! - [`pump`]: strokes or seconds that a pump needs on a rigid chamber, and how deep it gets
//! - [`dome`]: vacuum under a liner over a gap, against the vacuum outside it
//! - [`pull`]: force against displacement of a limb in its socket
//! - [`fit`]: how the slope of vacuum against displacement tells the socket's size
//! - [`leak_zones`]: which isolation step shows which leak

pub mod dome;
pub mod fit;
pub mod leak_zones;
pub mod pull;
pub mod pump;

pub use crate::stand_statistics::Line;
pub(crate) use crate::stand_statistics::{band, spread_of_reached};

/// Vacuum in kPa as clinics call it, inHg.
pub fn inhg(kpa: f64) -> f64 {
    units::VacuumLevel::from_kpa(kpa).inhg()
}

/// The stand of komolafe2013: 57.6 kPa (17 inHg) without a leak.
pub const fn leak_free() -> pump::Stand {
    pump::Stand { target_kpa: crate::events::TARGET_KPA, leak_ml_per_min: 0.0 }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_and_says_how_well_it_fits() {
        let line = Line::through(&[(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)]).unwrap();
        assert!((line.slope - 2.0).abs() < 1e-12 && (line.intercept - 1.0).abs() < 1e-12);
        assert!((line.r_squared - 1.0).abs() < 1e-12);
        let bent = Line::through(&[(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)]).unwrap();
        assert!(bent.r_squared < 1e-12);
        assert!(Line::through(&[(0.0, 0.0), (1.0, 1.0)]).is_none());
        assert!(Line::through(&[(1.0, 0.0), (1.0, 1.0), (1.0, 2.0)]).is_none());
    }

    #[test]
    fn what_half_never_reach_has_no_spread() {
        assert!(spread_of_reached(&[Some(1.0), None, None]).is_none());
        assert!(spread_of_reached(&[None, Some(1.0), Some(1.0)]).is_none());
        assert_eq!(spread_of_reached(&[Some(1.0), Some(3.0), None]).unwrap().central, 1.0);
    }
}
