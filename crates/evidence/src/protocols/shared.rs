//! What every protocol is given, and what it answers.

use domain::Case;
use physics::gait_load::Pace;
use physics::network::{Network, VacuumSource};
use rayon::prelude::*;
use twin::assemble::{Disturbance, assemble, regulated};
use twin::ensemble::{Spread, spread};
use twin::parameters::{ParameterSet, Values};
use twin::regions::Regions;
use twin::system::System;

/// Pace of the walk by Board and colleagues.
pub(super) const BOARD_PACE: Pace = Pace { cadence: 103.0, speed: 1.2 };

/// What all protocols share.
#[derive(Clone, Copy)]
pub struct Bench<'a> {
    /// The person on whom studies are repeated.
    pub reference: &'a Case,
    /// The one parameter set.
    pub parameters: &'a ParameterSet,
    /// Regions of the skin.
    pub regions: &'a Regions,
    /// Persons drawn.
    pub persons: u32,
    /// Seed.
    pub seed: u64,
}

/// The model's answer to one row.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The row.
    pub id: &'static str,
    /// The statistic that was published.
    pub compared: f64,
    /// Its spread over persons.
    pub spread: Spread,
}

/// Runs `person` for everyone drawn; each returns the same list of numbers, compared by their means.
pub(super) fn means<const N: usize>(
    bench: &Bench<'_>,
    ids: [&'static str; N],
    person: impl Fn(&Values) -> [f64; N] + Sync,
) -> Vec<Answer> {
    compared_by_means(ids, &everyone(bench, person))
}

/// Lists of numbers, one a person, compared by their means.
pub(super) fn compared_by_means<const N: usize>(ids: [&'static str; N], rows: &[[f64; N]]) -> Vec<Answer> {
    ids.iter()
        .enumerate()
        .map(|(i, id)| {
            let mean = rows.iter().map(|row| row[i]).sum::<f64>() / rows.len() as f64;
            Answer { id, compared: mean, spread: spread(rows.iter().map(|row| row[i])) }
        })
        .collect()
}

/// Runs `person` for everyone drawn.
pub(super) fn everyone<T: Send>(bench: &Bench<'_>, person: impl Fn(&Values) -> T + Sync) -> Vec<T> {
    (0..=bench.persons).into_par_iter().map(|index| person(&bench.parameters.person(bench.seed, index))).collect()
}

/// The reference person with a one-way valve.
pub(super) fn with_valve(bench: &Bench<'_>, values: &Values) -> Network {
    assemble(bench.reference, values, &System::suction(), Disturbance::default())
}

/// Runs `person` for everyone drawn on the suspension of their own: every second one has a pin, the others a valve.
pub(super) fn everyone_on_their_own<T: Send>(
    bench: &Bench<'_>,
    person: impl Fn(&Values, &Network) -> T + Sync,
) -> Vec<T> {
    (0..=bench.persons)
        .into_par_iter()
        .map(|index| {
            let values = bench.parameters.person(bench.seed, index);
            let system = if index % 2 == 0 { System::suction() } else { System::pin_lock() };
            person(&values, &assemble(bench.reference, &values, &system, Disturbance::default()))
        })
        .collect()
}

/// The same with a vacuum source on the valve's port that keeps `vacuum` (Pa).
pub(super) fn with_vacuum(bench: &Bench<'_>, values: &Values, vacuum: f64) -> Network {
    Network { source: VacuumSource::Electric(regulated(vacuum)), ..with_valve(bench, values) }
}
