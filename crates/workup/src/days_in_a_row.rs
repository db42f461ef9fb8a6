//! The days that a case tells, in a row: each as a case of its own, and simulated on suspensions.

use crate::library::Library;
use domain::Case;
use domain::days::NamedDay;
use twin::day::DayInputs;
use twin::ensemble::{Cancelled, Draw};
use twin::parameters::ParameterSet;
use twin::row_of_days::{RowOfDays, simulate_row};
use twin::system::System;

/// Days, each with its name and as a case of its own.
pub(crate) fn cases(case: &Case, row: &[NamedDay]) -> Vec<(Option<String>, Case)> {
    let of = |day: &NamedDay| Case { day: day.day.clone(), days: vec![], ..case.clone() };
    row.iter().map(|day| (day.name.clone(), of(day))).collect()
}

/// How many persons' days a row of so many takes on one suspension, for a progress bar: a single day is no row.
pub(crate) fn steps(days: usize, draw: Draw) -> u64 {
    if days > 1 { days as u64 * (u64::from(draw.persons) + 1) } else { 0 }
}

/// The days in a row on each suspension; nothing where there is but one day.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub(crate) fn rows(
    days: &[(Option<String>, Case)],
    parameters: &ParameterSet,
    systems: &[&System],
    inputs: DayInputs<'_>,
    draw: Draw,
    library: &Library,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<Vec<RowOfDays>, Cancelled> {
    let systems = systems.iter().filter(|_| days.len() > 1);
    systems.map(|system| simulate_row(days, parameters, system, inputs, draw, &library.two_weeks, progress)).collect()
}
