//! Days in a row of many persons: what each day was like, when no sock was needed any more, and what is known of two weeks.

use crate::day::DayInputs;
use crate::days::{PassedDay, Passing, ROW_GRID_S};
use crate::ensemble::{Cancelled, Draw, Spread, Traces, noise, spread, spread_of_those_with, traces};
use crate::parameters::{ParameterSet, Values};
use crate::system::System;
use crate::two_weeks::MeasuredTwoWeeks;
use domain::Case;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;
use texts::Said;

/// Days in a row on one suspension.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct RowOfDays {
    /// The suspension, as `days` names it.
    pub system: String,
    /// Its name for people.
    pub name: Said,
    /// Each day. The first is the one that `days` tells in full.
    pub days: Vec<DayOfRow>,
    /// The course of each day, for tables.
    #[serde(skip)]
    pub traces: Vec<Traces>,
    /// The first day on which the person with central parameter values adds no sock, counted from 1; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_day_without_sock: Option<usize>,
    /// The day from which on this person adds no sock any more, counted from 1; absent where one is added on the last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_more_socks_from_day: Option<usize>,
    /// What is known of two weeks, and what the twin says of them.
    pub two_weeks: TwoWeeks,
}

/// One day of the row. Volumes are changes since the first morning, lying, before donning.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct DayOfRow {
    /// Counted from 1.
    pub day: usize,
    /// Its name in the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Limb volume after doffing at the day's end, %.
    pub evening_volume_pct: Spread,
    /// Limb volume next morning before donning, %.
    pub next_morning_volume_pct: Spread,
    /// The lowest limb volume after doffing of the day, %.
    pub lowest_volume_pct: Spread,
    /// Socks added on this day.
    pub socks_added: Spread,
    /// When the first sock is added, hours after midnight, of those who add one; absent where the central person or half of all
    /// add none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_sock_h: Option<Spread>,
    /// Share of persons who add no sock on this day.
    pub share_without_sock: f64,
    /// Air that would leak in at 17 inHg (57.6 kPa) at the day's end, mL/min of ambient air: a sleeve that wears lets in more each day.
    pub leak_ml_per_min: Spread,
}

/// Volume over two weeks: measured and simulated.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct TwoWeeks {
    /// What was measured.
    pub measured: MeasuredTwoWeeks,
    /// The twin's change of volume from the first morning to the one after as many days, %; absent where there are fewer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change_pct: Option<Spread>,
    /// Whether the central person's change lies outside what was measured; absent where there are fewer days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outside: Option<bool>,
}

/// Simulates days in a row for all persons, and compares two weeks with what was measured; `progress` is told after each day of each, and may end it all.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub fn simulate_row(
    days: &[(Option<String>, Case)],
    parameters: &ParameterSet,
    system: &System,
    inputs: DayInputs<'_>,
    draw: Draw,
    measured: &MeasuredTwoWeeks,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<RowOfDays, Cancelled> {
    let values: Vec<Values> = (0..=draw.persons).map(|person| parameters.person(draw.seed, person)).collect();
    let Some((_, first)) = days.first() else { return Ok(together(system, vec![], vec![], measured)) };
    let begins = |(person, values)| {
        let inputs = DayInputs { noise: noise(draw, person), grid_s: ROW_GRID_S, ..inputs };
        Passing::new(first, values, system, inputs)
    };
    let mut persons: Vec<Passing<'_>> = (0..).zip(&values).map(begins).collect();
    let (mut row, mut courses) = (vec![], vec![]);
    // Day by day, so that no more than one day of all persons is kept in full.
    for (place, (name, case)) in days.iter().enumerate() {
        let next_begins_s = days.get(place + 1).map_or(first, |(_, case)| case).day.begins_s();
        let lived = |person: &mut Passing<'_>| {
            let day = person.day(case, next_begins_s);
            progress().map(|()| day)
        };
        let day = persons.par_iter_mut().map(lived).collect::<Result<Vec<_>, _>>()?;
        let (whole, passed): (Vec<_>, Vec<_>) = day.into_iter().unzip();
        row.push(day_of(place, name.clone(), &passed));
        courses.push(traces(&whole));
    }
    Ok(together(system, row, courses, measured))
}

/// The days of many persons as a row.
fn together(system: &System, days: Vec<DayOfRow>, traces: Vec<Traces>, measured: &MeasuredTwoWeeks) -> RowOfDays {
    let without = |day: &DayOfRow| day.socks_added.central == 0.0;
    let trailing = days.iter().rev().take_while(|day| without(day)).count();
    let change_pct =
        measured.days.checked_sub(1).and_then(|last| days.get(last)).map(|day| day.next_morning_volume_pct);
    let outside = change_pct.map(|change| measured.is_outside(change.central));
    RowOfDays {
        system: system.id.clone(),
        name: system.name.clone(),
        first_day_without_sock: days.iter().find(|day| without(day)).map(|day| day.day),
        no_more_socks_from_day: (trailing > 0).then(|| days.len() - trailing + 1),
        two_weeks: TwoWeeks { measured: measured.clone(), change_pct, outside },
        days,
        traces,
    }
}

/// One day of many persons, the central one's first.
fn day_of(place: usize, name: Option<String>, passed: &[PassedDay]) -> DayOfRow {
    let of = |read: fn(&PassedDay) -> f64| spread(passed.iter().map(read));
    let first = passed.iter().map(|day| day.first_sock_s.map(|seconds| seconds / 3_600.0)).collect();
    let without = passed.iter().filter(|day| day.socks_added == 0).count();
    DayOfRow {
        day: place + 1,
        name,
        evening_volume_pct: of(|day| day.evening_pct),
        next_morning_volume_pct: of(|day| day.next_morning_pct),
        lowest_volume_pct: of(|day| day.lowest_pct),
        socks_added: of(|day| day.socks_added as f64),
        first_sock_h: spread_of_those_with(first),
        share_without_sock: without as f64 / passed.len().max(1) as f64,
        leak_ml_per_min: of(|day| day.leak_ml_per_min),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(socks: &[usize], morning_pct: f64) -> RowOfDays {
        let day = |socks_added: &usize| PassedDay {
            evening_pct: -3.0,
            next_morning_pct: morning_pct,
            lowest_pct: -3.5,
            socks_added: *socks_added,
            first_sock_s: (*socks_added > 0).then_some(36_000.0),
            leak_ml_per_min: 0.3,
        };
        let days = socks.iter().enumerate().map(|(place, socks)| day_of(place, None, &[day(socks)])).collect();
        let measured = MeasuredTwoWeeks::parse(include_str!("../../../data/two_weeks.toml")).unwrap();
        together(&System::suction(), days, vec![], &measured)
    }

    #[test]
    fn the_first_day_without_a_sock_need_not_be_the_one_from_which_none_is_needed() {
        let row = rows(&[2, 0, 1, 0, 0], 0.0);
        assert_eq!((row.first_day_without_sock, row.no_more_socks_from_day), (Some(2), Some(4)));
        assert_eq!((row.days[0].first_sock_h.unwrap().central, row.days[1].first_sock_h), (10.0, None));
        assert_eq!((row.days[0].share_without_sock, row.days[1].share_without_sock), (0.0, 1.0));
        let never = rows(&[1, 1], 0.0);
        assert_eq!((never.first_day_without_sock, never.no_more_socks_from_day), (None, None));
        assert_eq!(rows(&[0, 1], 0.0).no_more_socks_from_day, None);
    }

    #[test]
    fn two_weeks_are_compared_with_what_was_measured_and_fewer_days_are_not() {
        assert_eq!(rows(&[0; 13], -1.0).two_weeks.outside, None);
        assert_eq!(rows(&[0; 14], -1.0).two_weeks.outside, Some(false));
        assert_eq!(rows(&[0; 14], -2.1).two_weeks.outside, Some(true));
        assert_eq!(rows(&[0; 20], 12.7).two_weeks.outside, Some(true));
    }
}
