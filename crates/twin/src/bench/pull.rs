//! # Pull-out bench
//!
//! **Stands for** a limb drawn out of its socket in a testing machine, slowly: force against displacement with active
//! vacuum, with the one-way valve alone, and with the socket open.
//!
//! **Equations**
//! - displacement x at pull T: as in `physics::suspension`, the skin against the wall: liner shear below the hold S·P_v,
//!   beyond it the air's stretch (Boyle) and the sleeve, too
//! - active vacuum: the air that stands at P_v in the fit's gap, n = (P_a − P_v)·V(P_v, g_fit)
//! - one-way valve: the stance before closed the gap and pressed the air out, so P_v = 0 and n = P_a·V(0, g) at
//!   g = min(g_fit, 0) − 6·σ
//! - open: as with the valve, but no air holds; liner and sleeve do
//! - liner clamped over the share of skin in contact at g_fit and P_v
//! - force at a displacement: T with x(T) = x, by bisection up to 3000 N
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `air` | n | Pa·m³ | as above |
//! | `gap` | g | m | case (fit) and `fit_error_mm`; closed without a pump's vacuum |
//! | `vacuum` | P_v | Pa | the tester; none with the valve and open |
//! | `contact_share` | φ | – | `physics::limb_socket_contact` |
//! | `liner_shear` | k_s | N/m | `physics::liner`, all of the skin clamped |
//!
//! **Assumptions** no friction beyond the clamped liner; the pump does not work during the pull; the air space is that of the
//! one-way valve's socket for all three.
//! **Tests** active vacuum moves less than the valve, the valve less than nothing; it lets go only beyond S·P_v; force and
//! displacement are inverse and grow together.

use super::band;
use crate::assemble::{Disturbance, assemble};
use crate::ensemble::{Band, Draw, Spread, spread};
use crate::parameters::{ParameterSet, Values};
use crate::system::System;
use domain::Case;
use physics::network::Network;
use physics::suspension::Hold;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// Forces of the bench, N.
const FORCES: usize = 11;
/// Largest displacement of the bench, mm.
const FARTHEST_MM: usize = 10;
/// Beyond this force nothing is pulled, N.
const MOST_N: f64 = 3_000.0;

/// What holds the limb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// A vacuum that a pump made.
    ActiveVacuum,
    /// The one-way valve.
    Valve,
    /// Liner and sleeve, the socket open to ambient.
    Open,
}

/// All of them.
pub const ALL: [Held; 3] = [Held::ActiveVacuum, Held::Valve, Held::Open];

/// A person's limb in the machine.
#[derive(Clone, Copy, Debug)]
pub struct Machine {
    network: Network,
    hold: Hold,
}

impl Machine {
    /// Clamps the limb of these values, held by `held`, with `vacuum` (Pa) where a pump made one.
    pub fn new(case: &Case, v: &Values, held: Held, vacuum: f64) -> Self {
        let mut network = assemble(case, v, &System::suction(), Disturbance::default());
        network.suspension.sealed = held != Held::Open;
        let contact = network.contact;
        let liner_shear = network.liner.shear_stiffness(contact.area);
        let vacuum = if held == Held::ActiveVacuum { vacuum } else { 0.0 };
        // Without vacuum the stance before closed the gap.
        let rest = network.seat(&network.limb.at_rest());
        let seat = if held == Held::ActiveVacuum { rest } else { network.closed_seat(rest) };
        let volume = network.air.volume(&contact, seat, vacuum, network.ambient).0;
        let touching = contact.resolve(rest.gap, vacuum - rest.squeeze);
        let (contact_share, pressing) = (touching.contact_share, touching.preload);
        let air = (network.ambient - vacuum) * volume;
        Self { network, hold: Hold { air, seat, vacuum, contact_share, pressing, sunk: 0.0, recoil: 0.0, liner_shear } }
    }

    /// Displacement of the limb under a pull (N), mm.
    pub fn displacement_mm(&self, pull: f64) -> f64 {
        let network = &self.network;
        network.suspension.pistoning(pull, self.hold, &network.air, &network.contact, network.ambient).limb * 1e3
    }

    /// Force that displaces the limb by `mm`, N: by bisection, since displacement grows with force.
    pub fn force_n(&self, mm: f64) -> f64 {
        let (mut low, mut high) = (0.0, MOST_N);
        while high - low > 0.01 {
            let middle = 0.5 * (low + high);
            if self.displacement_mm(middle) < mm { low = middle } else { high = middle }
        }
        0.5 * (low + high)
    }
}

/// One way to be held, with its spread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PullResult {
    /// What holds.
    pub held: Held,
    /// Pulling force, N.
    pub force_n: Vec<f64>,
    /// Displacement under it, mm.
    pub displacement_mm: Band,
    /// Given displacements, mm.
    pub at_mm: Vec<f64>,
    /// Force that makes them, N.
    pub needs_n: Band,
    /// Displacement under 100 N, mm.
    pub at_100_n_mm: Spread,
}

/// The three ways on one case.
pub fn pull_bench(case: &Case, parameters: &ParameterSet, vacuum_kpa: f64, draw: Draw) -> Vec<PullResult> {
    let force_n: Vec<f64> = (0..FORCES).map(|i| 10.0 * i as f64).collect();
    let at_mm: Vec<f64> = (0..=FARTHEST_MM).map(|i| i as f64).collect();
    ALL.iter()
        .map(|held| {
            let (moved, needed): (Vec<Vec<f64>>, Vec<Vec<f64>>) = (0..=draw.persons)
                .into_par_iter()
                .map(|person| {
                    let machine = Machine::new(case, &parameters.person(draw.seed, person), *held, vacuum_kpa * 1e3);
                    let moved = force_n.iter().map(|force| machine.displacement_mm(*force)).collect();
                    let needed = at_mm.iter().map(|mm| machine.force_n(*mm)).collect();
                    (moved, needed)
                })
                .unzip();
            PullResult {
                held: *held,
                force_n: force_n.clone(),
                at_100_n_mm: spread(moved.iter().map(|course: &Vec<f64>| course[FORCES - 1])),
                displacement_mm: band(&moved),
                at_mm: at_mm.clone(),
                needs_n: band(&needed),
            }
        })
        .collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::parameters::tests::shipped;

    pub(crate) fn reference() -> Case {
        Case::parse(include_str!("../../../../data/published/reference_case.toml")).expect("a shipped case")
    }

    #[test]
    fn vacuum_holds_better_than_the_valve_and_the_valve_better_than_nothing() {
        let at = |held| Machine::new(&reference(), &shipped().central(), held, 57.6e3).displacement_mm(50.0);
        assert!(at(Held::ActiveVacuum) < at(Held::Valve) && at(Held::Valve) < at(Held::Open));
        assert_eq!(Machine::new(&reference(), &shipped().central(), Held::Open, 0.0).displacement_mm(0.0), 0.0);
    }

    #[test]
    fn active_vacuum_lets_go_only_beyond_section_times_vacuum() {
        let machine = Machine::new(&reference(), &shipped().central(), Held::ActiveVacuum, 57.6e3);
        let hold = machine.network.air.section * 57.6e3;
        assert!(machine.displacement_mm(0.99 * hold) < 1.0);
        assert!(machine.force_n(5.0) > hold);
    }

    #[test]
    fn force_and_displacement_are_inverse_and_grow_together() {
        for held in ALL {
            let machine = Machine::new(&reference(), &shipped().central(), held, 57.6e3);
            let mut before = -1.0;
            for mm in [0.5, 2.0, 6.0, 10.0] {
                let force = machine.force_n(mm);
                assert!(force > before, "{held:?}");
                before = force;
                assert!((machine.displacement_mm(force) - mm).abs() < 0.05, "{held:?} {mm}");
            }
        }
    }

    #[test]
    fn the_bench_has_every_way_with_its_spread() {
        let results = pull_bench(&reference(), &shipped(), 57.6, Draw { persons: 6, seed: 2 });
        assert_eq!(results.iter().map(|result| result.held).collect::<Vec<_>>(), ALL);
        for result in results {
            assert_eq!(result.displacement_mm.p50.len(), result.force_n.len());
            assert_eq!(result.displacement_mm.p50[0], 0.0);
        }
    }
}
