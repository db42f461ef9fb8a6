//! # Ensemble: the spread
//!
//! **Stands for** many persons whose parameters are drawn about the case's answers: the bands of every curve.
//!
//! **Equations**
//! - person 0 has the central parameter values; person i has values drawn with stream i of the seed (see
//!   `parameters`), the same for every suspension, so that differences between suspensions are paired
//! - band: 10th, 50th and 90th percentile over all persons (the central one, too) at each grid point, by linear
//!   interpolation between order statistics: place q·(n − 1)
//! - milestones are shown when the central person and more than half of all reach them; their percentiles are over those who
//!   do
//! - a person's day in numbers: see `person_day`
//! - strides and events are the central person's; vacuum lost and swelling are shares of persons with such an event
//!
//! **Assumptions** parameters are independent of each other; the band is of persons and of ignorance together, as the
//! spreads in `data/parameters.toml` are.
//! **Tests** percentiles interpolate; the same seed gives the same bits on any number of threads.

use crate::day::{DayCourse, DayInputs, Sample, simulate};
use crate::events::{Event, EventKind, Milestones};
use crate::parameters::ParameterSet;
use crate::person_day::{PersonDay, Worn, last};
use crate::system::System;
use domain::Case;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The first stream of a seed that is noise of sensors; those below hold the persons' values.
const NOISE_STREAM: u64 = 1 << 32;

/// How many persons, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draw {
    /// Persons drawn beside the central one.
    pub persons: u32,
    /// Seed.
    pub seed: u64,
}

/// 10th, 50th and 90th percentile, and the person with central parameter values.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Spread {
    /// Person with central parameter values.
    pub central: f64,
    /// 10th percentile.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// 90th percentile.
    pub p90: f64,
}

/// One quantity over the day.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Band {
    /// Person with central parameter values.
    pub central: Vec<f64>,
    /// 10th percentile.
    pub p10: Vec<f64>,
    /// Median.
    pub p50: Vec<f64>,
    /// 90th percentile.
    pub p90: Vec<f64>,
}

/// The day's quantities on one time grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Traces {
    /// Seconds after midnight.
    pub t_s: Vec<f64>,
    /// Vacuum that stands in the socket, kPa.
    pub vacuum_kpa: Band,
    /// Extracellular fluid in the socket, change since donning, % of limb volume.
    pub in_socket_fluid_pct: Band,
    /// Limb volume if doffed now and measured minutes later, change since donning, %.
    pub post_doff_volume_pct: Band,
    /// Limb against wall between stance and swing, mm.
    pub pistoning_mm: Band,
    /// Largest regional pressure over a gait cycle, kPa.
    pub peak_pressure_kpa: Band,
    /// Mean pressure on the skin over a gait cycle, kPa.
    pub mean_pressure_kpa: Band,
    /// Socks added so far.
    pub socks_added: Band,
    /// Skin suction dose; 1 is the blister line.
    pub suction_dose: Band,
    /// Charge left, %; absent without cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub battery_pct: Option<Band>,
}

/// The day in numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// Extracellular fluid in the socket at the day's end, change since donning, % of limb volume.
    pub in_socket_fluid_end_pct: Spread,
    /// Limb volume after doffing at the day's end, change since donning, %.
    pub post_doff_volume_end_pct: Spread,
    /// The lowest limb volume after doffing of the day, change since donning, %.
    pub post_doff_volume_lowest_pct: Spread,
    /// Mean pistoning while walking, mm.
    pub pistoning_mean_mm: Spread,
    /// Largest regional pressure of a step while walking, the median of the day, kPa.
    pub peak_pressure_kpa: Spread,
    /// Mean pressure on the skin over the day's gait cycles, kPa.
    pub mean_pressure_kpa: Spread,
    /// Mean vacuum over the day, kPa.
    pub vacuum_mean_kpa: Spread,
    /// Share of the donned day with at least 15 inHg.
    pub time_at_working_vacuum: Spread,
    /// The day's hours in and standing in the prosthesis, and for how many of them the vacuum is held; absent where nothing
    /// maintains it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<Held>,
    /// Socks added.
    pub socks_added: Spread,
    /// Skin suction dose at the day's end; 1 is the blister line.
    pub suction_dose: Spread,
    /// Steps on the prosthesis.
    pub strides: f64,
    /// Steps on the prosthesis from donning to 15 inHg; absent where most persons never reach it.
    pub strides_to_15_inhg: Option<Spread>,
    /// Seconds from donning to 15 inHg.
    pub seconds_to_15_inhg: Option<Spread>,
    /// Steps on the prosthesis from donning to 17 inHg.
    pub strides_to_17_inhg: Option<Spread>,
    /// Seconds from donning to 17 inHg.
    pub seconds_to_17_inhg: Option<Spread>,
    /// What a controller aimed at when it first rested, kPa: a level above it is not aimed at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_aim_kpa: Option<f64>,
    /// Time an electric pump ran, s.
    pub pump_time_s: Option<Spread>,
    /// Charge left at the day's end, %.
    pub battery_end_pct: Option<Spread>,
    /// Share of persons who lost held vacuum at least once.
    pub share_losing_vacuum: f64,
    /// Share of persons whose limb swells in vacuum by more than 2 % of its volume for an hour: a warning of oedema.
    pub share_swelling_in_vacuum: f64,
}

/// For how long a pump holds its vacuum: at least 15 inHg, or what its controller aims at where that is less.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Held {
    /// Hours with the prosthesis on.
    pub worn_h: f64,
    /// Of these with the vacuum held.
    pub held_h: Spread,
    /// Hours of standing.
    pub standing_h: f64,
    /// Of these with the vacuum held.
    pub standing_held_h: Spread,
    /// The lowest and the highest vacuum that a controller aims at in this day, kPa; absent without a controller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aims_kpa: Option<[f64; 2]>,
}

/// A day on one suspension, with its spread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EnsembleDay {
    /// The suspension.
    pub system: System,
    /// Persons drawn beside the central one.
    pub persons: u32,
    /// Seed they were drawn with.
    pub seed: u64,
    /// The day in numbers.
    pub summary: Summary,
    /// What happened to the person with central parameter values.
    pub events: Vec<Event>,
    /// The day's course.
    pub traces: Traces,
}

/// The work was cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

/// Simulates the day for all persons; `progress` is told after each one, and may end it all.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub fn simulate_ensemble(
    case: &Case,
    parameters: &ParameterSet,
    system: &System,
    inputs: DayInputs<'_>,
    draw: Draw,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<EnsembleDay, Cancelled> {
    Ok(ensemble(system, draw, &persons(case, parameters, system, inputs, draw, progress)?))
}

/// The day of every person, the central one first; `progress` is told after each one, and may end it all.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub fn persons(
    case: &Case,
    parameters: &ParameterSet,
    system: &System,
    inputs: DayInputs<'_>,
    draw: Draw,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<Vec<DayCourse>, Cancelled> {
    (0..=draw.persons)
        .into_par_iter()
        .map(|person| {
            let values = parameters.person(draw.seed, person);
            let day = simulate(case, &values, system, DayInputs { noise: noise(draw, person), ..inputs });
            progress().map(|()| day)
        })
        .collect()
}

/// Seed and stream of the noise of a person's sensors.
pub(crate) fn noise(draw: Draw, person: u32) -> (u64, u64) {
    (draw.seed, NOISE_STREAM + u64::from(person))
}

/// Many persons' days as one.
pub fn ensemble(system: &System, draw: Draw, days: &[DayCourse]) -> EnsembleDay {
    EnsembleDay {
        system: system.clone(),
        persons: draw.persons,
        seed: draw.seed,
        summary: summary(days),
        events: days[0].events.clone(),
        traces: traces(days),
    }
}

/// How two days differ, person by person: the second less the first. Person i of both has the same parameter values, so
/// that what differs between persons drops out.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Difference {
    /// Extracellular fluid in the socket at the day's end, % of limb volume.
    pub in_socket_fluid_end_pct: Spread,
    /// Limb volume after doffing at the day's end, %.
    pub post_doff_volume_end_pct: Spread,
    /// Mean pistoning while walking, mm.
    pub pistoning_mean_mm: Spread,
    /// Largest regional pressure of a step while walking, the median of the day, kPa.
    pub peak_pressure_kpa: Spread,
    /// Mean vacuum over the day, kPa.
    pub vacuum_mean_kpa: Spread,
    /// Share of the donned day with at least 15 inHg.
    pub time_at_working_vacuum: Spread,
    /// Socks added.
    pub socks_added: Spread,
}

/// How the same persons' days differ.
pub fn difference(first: &[DayCourse], second: &[DayCourse]) -> Difference {
    let pairs: Vec<(PersonDay, PersonDay)> =
        first.iter().zip(second).map(|(a, b)| (PersonDay::of(a), PersonDay::of(b))).collect();
    let over = |read: fn(&PersonDay) -> f64| spread(pairs.iter().map(|(a, b)| read(b) - read(a)));
    Difference {
        in_socket_fluid_end_pct: over(|day| day.in_socket_fluid_end_pct),
        post_doff_volume_end_pct: over(|day| day.post_doff_volume_end_pct),
        pistoning_mean_mm: over(|day| day.pistoning_mean_mm),
        peak_pressure_kpa: over(|day| day.peak_pressure_kpa),
        vacuum_mean_kpa: over(|day| day.vacuum_mean_kpa),
        time_at_working_vacuum: over(|day| day.time_at_working_vacuum),
        socks_added: over(|day| day.socks_added),
    }
}

fn traces(days: &[DayCourse]) -> Traces {
    let band = |read: &dyn Fn(&Sample) -> f64| {
        let mut band = Band::default();
        for index in 0..days[0].samples.len() {
            let here = spread(days.iter().map(|day| read(&day.samples[index])));
            band.central.push(here.central);
            band.p10.push(here.p10);
            band.p50.push(here.p50);
            band.p90.push(here.p90);
        }
        band
    };
    Traces {
        t_s: days[0].samples.iter().map(|sample| sample.t_s).collect(),
        vacuum_kpa: band(&|s| s.seen.vacuum_kpa),
        in_socket_fluid_pct: band(&|s| s.seen.in_socket_fluid_pct),
        post_doff_volume_pct: band(&|s| s.seen.post_doff_volume_pct),
        pistoning_mm: band(&|s| s.seen.pistoning_mm),
        peak_pressure_kpa: band(&|s| s.seen.peak_pressure_kpa),
        mean_pressure_kpa: band(&|s| s.seen.mean_pressure_kpa),
        socks_added: band(&|s| s.socks as f64),
        suction_dose: band(&|s| s.seen.suction_dose),
        battery_pct: days[0].samples[0].battery_pct.map(|_| band(&|s| s.battery_pct.unwrap_or(f64::NAN))),
    }
}

fn summary(days: &[DayCourse]) -> Summary {
    let persons: Vec<PersonDay> = days.iter().map(PersonDay::of).collect();
    let over = |read: fn(&PersonDay) -> f64| spread(persons.iter().map(read));
    let of_days = |read: &dyn Fn(&DayCourse) -> f64| spread(days.iter().map(read));
    let milestone = |read: &dyn Fn(&Milestones) -> Option<f64>| {
        let reached: Vec<f64> = days.iter().filter_map(|day| read(&day.milestones)).collect();
        let central = read(&days[0].milestones)?;
        (2 * reached.len() > days.len()).then(|| Spread { central, ..spread(reached.into_iter()) })
    };
    let share_with = |kind| {
        let with = days.iter().filter(|day| day.events.iter().any(|event| event.kind == kind)).count();
        with as f64 / days.len() as f64
    };
    let battery = last(&days[0]).battery_pct;
    Summary {
        in_socket_fluid_end_pct: over(|day| day.in_socket_fluid_end_pct),
        post_doff_volume_end_pct: over(|day| day.post_doff_volume_end_pct),
        post_doff_volume_lowest_pct: over(|day| day.post_doff_volume_lowest_pct),
        pistoning_mean_mm: over(|day| day.pistoning_mean_mm),
        peak_pressure_kpa: over(|day| day.peak_pressure_kpa),
        mean_pressure_kpa: over(|day| day.mean_pressure_kpa),
        vacuum_mean_kpa: over(|day| day.vacuum_mean_kpa),
        time_at_working_vacuum: over(|day| day.time_at_working_vacuum),
        held: held(days, &persons),
        socks_added: over(|day| day.socks_added),
        suction_dose: over(|day| day.suction_dose),
        strides: last(&days[0]).strides,
        strides_to_15_inhg: milestone(&|m| m.working.map(|r| r.strides)),
        seconds_to_15_inhg: milestone(&|m| m.working.map(|r| r.seconds)),
        strides_to_17_inhg: milestone(&|m| m.target.map(|r| r.strides)),
        seconds_to_17_inhg: milestone(&|m| m.target.map(|r| r.seconds)),
        first_aim_kpa: days[0].milestones.first_aim_kpa,
        pump_time_s: battery.map(|_| of_days(&|day| day.pump_time_s)),
        battery_end_pct: battery.map(|_| of_days(&|day| last(day).battery_pct.unwrap_or(f64::NAN))),
        share_losing_vacuum: share_with(EventKind::VacuumLost),
        share_swelling_in_vacuum: share_with(EventKind::Swelling),
    }
}

/// For how long the vacuum is held; none where nothing maintains it.
fn held(days: &[DayCourse], persons: &[PersonDay]) -> Option<Held> {
    let central = days.first()?;
    let Worn { worn_h, standing_h, aims_kpa: [lowest, highest] } = Worn::of(central)?;
    Some(Held {
        worn_h,
        held_h: spread(persons.iter().map(|day| day.held * worn_h)),
        standing_h,
        standing_held_h: spread(persons.iter().map(|day| day.standing_held * standing_h)),
        aims_kpa: highest.is_finite().then_some([lowest, highest]),
    })
}

/// Percentiles by linear interpolation; the first value is the central person's.
pub fn spread(values: impl Iterator<Item = f64>) -> Spread {
    spread_of(values.collect())
}

fn spread_of(mut sorted: Vec<f64>) -> Spread {
    let central = sorted.first().copied().unwrap_or(f64::NAN);
    sorted.sort_by(f64::total_cmp);
    let at = |q: f64| quantile(&sorted, q).unwrap_or(f64::NAN);
    Spread { central, p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}

/// The `q` quantile of sorted values by linear interpolation between them; nothing without values.
pub fn quantile(sorted: &[f64], q: f64) -> Option<f64> {
    let place = q * (sorted.len().saturating_sub(1)) as f64;
    let (low, high) = (sorted.get(place.floor() as usize)?, sorted.get(place.ceil() as usize)?);
    Some(low + (high - low) * (place - place.floor()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::tests::shipped as parameters;
    use crate::regions::tests::shipped as regions;

    #[test]
    fn percentiles_interpolate() {
        let s = spread((0..=10).map(f64::from));
        assert_eq!((s.central, s.p10, s.p50, s.p90), (0.0, 1.0, 5.0, 9.0));
    }

    #[test]
    fn the_same_seed_gives_the_same_bits_on_any_number_of_threads() {
        let case = Case::parse(include_str!("../../../cases/mechanic.toml")).expect("a shipped case");
        let regions = regions();
        let run = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
            pool.install(|| {
                let (inputs, draw) = (DayInputs::new(&regions), Draw { persons: 3, seed: 5 });
                simulate_ensemble(&case, &parameters(), &System::suction(), inputs, draw, &|| Ok(()))
            })
        };
        assert_eq!(run(1), run(3));
    }

    #[test]
    fn the_difference_of_two_days_is_taken_person_by_person() {
        let case = Case::parse(include_str!("../../../cases/mechanic.toml")).expect("a shipped case");
        let (regions, draw) = (regions(), Draw { persons: 8, seed: 5 });
        let days = |system| {
            persons(&case, &parameters(), &system, DayInputs::new(&regions), draw, &|| Ok(())).expect("nobody cancels")
        };
        let (suction, pin) = (days(System::suction()), days(System::pin_lock()));
        let same = difference(&suction, &suction).pistoning_mean_mm;
        assert_eq!((same.p10, same.p90), (0.0, 0.0));
        let apart = difference(&suction, &pin).pistoning_mean_mm;
        let central = |days: &[DayCourse]| PersonDay::of(&days[0]).pistoning_mean_mm;
        assert_eq!(apart.central, central(&pin) - central(&suction));
        let width = |days: &[DayCourse]| {
            let spread = spread(days.iter().map(|day| PersonDay::of(day).post_doff_volume_end_pct));
            spread.p90 - spread.p10
        };
        let volume = difference(&suction, &pin).post_doff_volume_end_pct;
        assert!(volume.p90 - volume.p10 < width(&suction) + width(&pin), "pairing narrows the spread");
    }

    #[test]
    fn whoever_cancels_gets_no_day() {
        let case = Case::parse(include_str!("../../../cases/mechanic.toml")).expect("a shipped case");
        let (regions, told) = (regions(), std::sync::atomic::AtomicUsize::new(0));
        let (inputs, draw) = (DayInputs::new(&regions), Draw { persons: 60, seed: 5 });
        let progress = || match told.fetch_add(1, std::sync::atomic::Ordering::Relaxed) {
            0..3 => Ok(()),
            _ => Err(Cancelled),
        };
        let day = simulate_ensemble(&case, &parameters(), &System::suction(), inputs, draw, &progress);
        assert_eq!(day, Err(Cancelled));
        assert!(told.into_inner() < 60, "everyone was simulated all the same");
    }
}
