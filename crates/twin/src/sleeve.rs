//! # The sleeve over months
//!
//! **Stands for** what the wear of the sleeve means for one person with one pump: how small a leak the pump still covers,
//! how long a sleeve lasts, how many a year.
//!
//! **Equations**
//! - covered leak: what the pump takes from the socket at 15 inHg (50.8 kPa) in walking at the case's usual pace, less the
//!   seal's own leak; a weight-activated pump with the air volume at that vacuum and no lift, an electric one running
//! - as one round pinhole: d = √(4·A_max/(0.62·π)), A_max from the choked or subcritical flow of `leak`
//! - lives in a row: each sleeve's life as in `sleeve_wear` until A_max, the next one new; sleeves a year are those replaced
//!   within 12 months of 30.44 days
//!
//! **Assumptions** as `sleeve_wear`; person 0 has the central values, the others are drawn, each with a stream of their own
//! for the pinholes.
//! **Tests** a barrier lengthens lives; a case's life agrees with the account it was calibrated on.

use crate::assemble::{Disturbance, assemble};
use crate::day::usual_pace;
use crate::ensemble::{Draw, Spread, spread};
use crate::events::WORKING_KPA;
use crate::parameters::{ParameterSet, Values};
use crate::sleeve_age::MONTH_S;
pub use crate::sleeve_age::wear;
use crate::system::System;
use domain::Case;
use physics::leak::Leak;
use physics::network::VacuumSource;
use physics::sleeve_wear::SleeveWear;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// More sleeves than this a year are not counted.
const MOST_SLEEVES: u32 = 1_000;

/// What a pump covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coverage {
    /// Air that the pump takes at 15 inHg, mL/min of ambient air.
    pub pump_ml_per_min: f64,
    /// Of it, for the intact seal.
    pub seal_ml_per_min: f64,
    /// Effective area of pinholes that the rest covers, m².
    pub area: f64,
}

impl Coverage {
    /// Left for pinholes, mL/min.
    pub fn pinholes_ml_per_min(&self) -> f64 {
        (self.pump_ml_per_min - self.seal_ml_per_min).max(0.0)
    }

    /// Diameter of the one round pinhole that lets as much in, mm.
    pub fn pinhole_mm(&self) -> f64 {
        (self.area / Leak::pinhole(1.0)).sqrt() * 1e3
    }
}

/// Sleeves of a year, with their spread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SleeveYear {
    /// Air that the pump takes at 15 inHg while walking, mL/min of ambient air.
    pub pump_ml_per_min: Spread,
    /// Leak by pinholes that it still covers, mL/min.
    pub covered_ml_per_min: Spread,
    /// The same as one round pinhole, mm.
    pub covered_pinhole_mm: Spread,
    /// Life of a sleeve, months; the central person's is that of the mean course.
    pub life_months: Spread,
    /// Pinholes when it is replaced.
    pub pinholes: Spread,
    /// Sleeves replaced in a year.
    pub sleeves_a_year: Spread,
}

/// What the system's pump covers in walking; nothing without a pump.
pub fn coverage(case: &Case, values: &Values, system: &System) -> Coverage {
    let network = assemble(case, values, system, Disturbance::default());
    let (ambient, working) = (network.ambient, network.ambient - WORKING_KPA * 1e3);
    let pace = usual_pace(case);
    let seat = network.seat(&network.donned().limb);
    let volume = network.air.volume(&network.contact, seat, WORKING_KPA * 1e3, ambient).0;
    let removal = match &network.source {
        VacuumSource::WeightActivated(pump) => {
            pump.removal(working, volume, network.gait.peak_force(pace), ambient, pace.stride_time())
        }
        VacuumSource::Electric(pump) => pump.removal(working, ambient),
        VacuumSource::Valve | VacuumSource::Sealed | VacuumSource::Open => 0.0,
    };
    let seal = network.leak.inflow(working, ambient);
    let one_square_metre = Leak { seal_conductance: 0.0, pinhole_area: 1.0, ..network.leak };
    Coverage {
        pump_ml_per_min: removal / ambient * 60e6,
        seal_ml_per_min: seal / ambient * 60e6,
        area: (removal - seal).max(0.0) / one_square_metre.inflow(working, ambient),
    }
}

/// One person's year.
struct Year {
    coverage: Coverage,
    life_months: f64,
    pinholes: f64,
    sleeves: f64,
}

/// The year of everyone drawn.
pub fn sleeve_year(case: &Case, parameters: &ParameterSet, system: &System, draw: Draw, barrier: bool) -> SleeveYear {
    let years: Vec<Year> = (0..=draw.persons)
        .into_par_iter()
        .map(|person| {
            let values = parameters.person(draw.seed, person);
            // Streams of parameters and of pinholes must not meet.
            let stream = (1 << 48) + u64::from(person);
            year(coverage(case, &values, system), wear(&values, barrier), draw.seed, stream)
        })
        .collect();
    let over = |read: fn(&Year) -> f64| spread(years.iter().map(read));
    SleeveYear {
        pump_ml_per_min: over(|year| year.coverage.pump_ml_per_min),
        covered_ml_per_min: over(|year| year.coverage.pinholes_ml_per_min()),
        covered_pinhole_mm: over(|year| year.coverage.pinhole_mm()),
        life_months: over(|year| year.life_months),
        pinholes: over(|year| year.pinholes),
        sleeves_a_year: over(|year| year.sleeves),
    }
}

fn year(coverage: Coverage, wear: SleeveWear, seed: u64, stream: u64) -> Year {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(stream);
    let mut interval = || -(((rng.next_u64() >> 11) as f64 + 0.5) / (1u64 << 53) as f64).ln();
    let first = wear.life(coverage.area, &mut interval);
    let (mut time, mut sleeves) = (first.time, 0);
    while time <= 12.0 * MONTH_S && sleeves < MOST_SLEEVES {
        sleeves += 1;
        time += wear.life(coverage.area, &mut interval).time;
    }
    Year {
        coverage,
        life_months: first.time / MONTH_S,
        pinholes: f64::from(first.pinholes),
        sleeves: f64::from(sleeves),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::tests::shipped as parameters;
    use crate::system::{Connection, Drive};

    fn mechanic() -> Case {
        Case::parse(include_str!("../../../cases/mechanic.toml")).expect("a shipped case")
    }

    fn pump(chambers: u32) -> System {
        let drive =
            Drive::WeightActivated { chambers, rated_mass_kg: None, ring_condition: 1.0, connection: Connection::Tube };
        System { drive, ..System::suction() }
    }

    #[test]
    fn what_is_covered_is_what_the_leak_lets_in_through_that_pinhole() {
        let (case, values) = (mechanic(), parameters().central());
        let covered = coverage(&case, &values, &pump(1));
        let network = assemble(
            &case,
            &values,
            &pump(1),
            Disturbance { pinhole_mm: covered.pinhole_mm(), ..Disturbance::default() },
        );
        let inflow = network.leak.inflow_ml_per_min(network.ambient - WORKING_KPA * 1e3, network.ambient);
        assert!((inflow / covered.pump_ml_per_min - 1.0).abs() < 1e-9);
        assert!(coverage(&case, &values, &pump(2)).area > covered.area);
        assert_eq!(coverage(&case, &values, &System::suction()).area, 0.0);
    }

    #[test]
    fn the_mechanics_sleeve_lasts_two_to_three_months_and_four_to_six_with_a_barrier() {
        let draw = Draw { persons: 300, seed: 1 };
        let life = |barrier| sleeve_year(&mechanic(), &parameters(), &pump(1), draw, barrier).life_months.p50;
        assert!((2.0..=3.0).contains(&life(false)), "{}", life(false));
        assert!((4.0..=6.0).contains(&life(true)), "{}", life(true));
    }
}
