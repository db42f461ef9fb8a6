//! Days in a row of many persons: what each day was like, when no sock was needed any more, and what is known of two weeks.

use crate::day::DayInputs;
use crate::days::{PassedDay, PassedDays, ROW_GRID_S, simulate_days};
use crate::ensemble::{Cancelled, Draw, Spread, noise, spread, spread_of_those_with};
use crate::parameters::ParameterSet;
use crate::system::System;
use domain::Case;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;
use texts::Said;

/// Days of two weeks.
const TWO_WEEKS: usize = 14;
/// What is known of two weeks: the volume after doffing of six users differed by so much between two visits.
const MEASURED: MeasuredTwoWeeks =
    MeasuredTwoWeeks { low_pct: -2.0, high_pct: 12.6, mean_pct: 0.6, sd_pct: 5.5, persons: 6, source: "zachariah2004" };

/// Days in a row on one suspension.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct RowOfDays {
    /// The suspension, as `days` names it.
    pub system: String,
    /// Its name for people.
    pub name: Said,
    /// Each day. The first is the one that `days` tells in full.
    pub days: Vec<DayOfRow>,
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
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct TwoWeeks {
    /// What was measured.
    pub measured: MeasuredTwoWeeks,
    /// The twin's change of volume from the first morning to the one after 14 days, %; absent where there are fewer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change_pct: Option<Spread>,
    /// Whether the central person's change lies outside what was measured; absent where there are fewer than 14 days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outside: Option<bool>,
}

/// How limbs differed between two visits two weeks apart.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct MeasuredTwoWeeks {
    /// The lowest, %.
    pub low_pct: f64,
    /// The highest, %.
    pub high_pct: f64,
    /// Mean, %.
    pub mean_pct: f64,
    /// Standard deviation, %.
    pub sd_pct: f64,
    /// Persons.
    pub persons: u32,
    /// Key of the source.
    pub source: &'static str,
}

/// Simulates days in a row for all persons; `progress` is told after each day of each, and may end it all.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub fn simulate_row(
    days: &[(Option<String>, Case)],
    parameters: &ParameterSet,
    system: &System,
    inputs: DayInputs<'_>,
    draw: Draw,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<RowOfDays, Cancelled> {
    let cases: Vec<Case> = days.iter().map(|(_, case)| case.clone()).collect();
    let of_person = |person| {
        let inputs = DayInputs { noise: noise(draw, person), grid_s: ROW_GRID_S, ..inputs };
        simulate_days(&cases, &parameters.person(draw.seed, person), system, inputs, progress)
    };
    let rows = (0..=draw.persons).into_par_iter().map(of_person).collect::<Result<Vec<_>, _>>()?;
    let names = days.iter().map(|(name, _)| name.clone());
    Ok(together(system, names, &rows))
}

/// Many persons' rows as one, the central person's first.
fn together(system: &System, names: impl Iterator<Item = Option<String>>, rows: &[PassedDays]) -> RowOfDays {
    let days: Vec<DayOfRow> = names.enumerate().map(|(place, name)| day_of(place, name, rows)).collect();
    let without = |day: &DayOfRow| day.socks_added.central == 0.0;
    let trailing = days.iter().rev().take_while(|day| without(day)).count();
    let change_pct = days.get(TWO_WEEKS - 1).map(|day| day.next_morning_volume_pct);
    let within = |change: Spread| (MEASURED.low_pct..=MEASURED.high_pct).contains(&change.central);
    RowOfDays {
        system: system.id.clone(),
        name: system.name.clone(),
        first_day_without_sock: days.iter().find(|day| without(day)).map(|day| day.day),
        no_more_socks_from_day: (trailing > 0).then(|| days.len() - trailing + 1),
        two_weeks: TwoWeeks { measured: MEASURED, change_pct, outside: change_pct.map(|change| !within(change)) },
        days,
    }
}

fn day_of(place: usize, name: Option<String>, rows: &[PassedDays]) -> DayOfRow {
    let passed: Vec<&PassedDay> = rows.iter().filter_map(|row| row.days.get(place)).collect();
    let of = |read: fn(&PassedDay) -> f64| spread(passed.iter().map(|day| read(day)));
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
        let row = PassedDays { days: socks.iter().map(day).collect(), evening: None };
        together(&System::suction(), socks.iter().map(|_| None), &[row])
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
