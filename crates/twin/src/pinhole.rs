//! # What a pinhole lets in
//!
//! **Stands for** the two bounds of a hole pricked through a sleeve: it stays open as wide as what pricked it, or the elastomer
//! closes behind that but for a slit. Nobody published which of the two a sleeve does.
//!
//! **Equations** at 57.6 kPa of vacuum, 101.325 kPa outside, 20 °C; of a hole of diameter d
//! - open: the orifice of `leak`, as a day with a pinhole has it
//! - slit: the laminar slit of `leak`, d wide, ε·d high, as deep as the sleeve is thick, h
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `open_ml_per_min` | – | mL/min | computed |
//! | `slit_ml_per_min` | – | mL/min | computed; ε and h are assumed, with a spread |
//! | `intact_ml_per_min` | – | mL/min | the seal's own leak, for comparison |
//!
//! **Assumptions** the slit is as wide as the hole was; vacuum does not pull it shut any further, nor open.
//! **Tests** the slit lets in far less of a prick, and grows with the fourth power of its size; a hole of no size lets in nothing.

use crate::ensemble::{Spread, spread};
use crate::parameters::ParameterSet;
use physics::leak::{Leak, STATED_VACUUM};

/// Ambient pressure (Pa) and temperature (K) at which leaks are told.
const AMBIENT: f64 = 101_325.0;
const TEMPERATURE: f64 = 293.15;
/// Persons drawn for the slit's spread.
const PERSONS: u32 = 200;

/// What one pinhole lets in, mL/min of ambient air at 17 inHg.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PinholeFlows {
    /// Open all the way.
    pub open_ml_per_min: f64,
    /// As a slit.
    pub slit_ml_per_min: Spread,
    /// What an intact seal lets in beside it.
    pub intact_ml_per_min: Spread,
}

/// The flows of a pinhole of so many millimetres.
pub fn flows(parameters: &ParameterSet, pinhole_mm: f64) -> PinholeFlows {
    let sealed = Leak { seal_conductance: 0.0, pinhole_area: 0.0, temperature: TEMPERATURE };
    let flow = |leak: Leak| leak.inflow_ml_per_min(AMBIENT - STATED_VACUUM, AMBIENT);
    let diameter = pinhole_mm * 1e-3;
    let people: Vec<_> = (0..=PERSONS).map(|person| parameters.person(1, person)).collect();
    let slit = people.iter().map(|v| {
        let conductance = Leak::slit(diameter, v.pinhole_slit_part * diameter, v.sleeve_thickness_mm * 1e-3, AMBIENT);
        flow(Leak { seal_conductance: conductance, ..sealed })
    });
    PinholeFlows {
        open_ml_per_min: flow(Leak { pinhole_area: Leak::pinhole(diameter), ..sealed }),
        slit_ml_per_min: spread(slit),
        intact_ml_per_min: spread(people.iter().map(|v| v.seal_leak_ml_per_min)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::tests::shipped;

    #[test]
    fn a_prick_that_closes_lets_in_less_than_an_intact_seal_and_a_wide_one_does_not() {
        let at = |mm: f64| flows(&shipped(), mm);
        let prick = at(0.1);
        assert!(prick.slit_ml_per_min.central < prick.intact_ml_per_min.central && prick.open_ml_per_min > 50.0);
        assert!(at(1.0).slit_ml_per_min.central > 100.0 * prick.intact_ml_per_min.central);
        for mm in [0.05, 0.1, 0.5, 1.0] {
            assert!(at(mm).slit_ml_per_min.p90 < at(mm).open_ml_per_min, "{mm}");
        }
    }

    #[test]
    fn a_slit_grows_with_the_fourth_power_of_its_size_and_an_orifice_with_the_second() {
        let ratio = |read: fn(&PinholeFlows) -> f64| read(&flows(&shipped(), 0.4)) / read(&flows(&shipped(), 0.2));
        assert!((ratio(|flows| flows.slit_ml_per_min.central) - 16.0).abs() < 1e-6);
        assert!((ratio(|flows| flows.open_ml_per_min) - 4.0).abs() < 1e-6);
        let none = flows(&shipped(), 0.0);
        assert_eq!((none.open_ml_per_min, none.slit_ml_per_min.p90), (0.0, 0.0));
    }
}
