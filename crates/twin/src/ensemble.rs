//! # Ensemble: the spread
//!
//! **Stands for** many persons whose parameters are drawn about the case's answers: the bands of every curve.
//!
//! **Equations**
//! - person 0 has the central parameter values; person i has values drawn with stream i of the seed (see
//!   `parameters`), the same for every suspension, so that differences between suspensions are paired
//! - band: 10th, 50th and 90th percentile over all persons (the central one, too) at each grid point, by linear
//!   interpolation between order statistics: place q·(n − 1)
//! - what a person may lack, as a level never reached, is shown when the central person and more than half of all have it;
//!   its percentiles are over those who do
//! - a person's day in numbers: see `person_day`
//! - strides and events are the central person's; vacuum lost and swelling are shares of persons with such an event
//!
//! **Assumptions** parameters are independent of each other; the band is of persons and of ignorance together, as the
//! spreads in `data/parameters.toml` are.
//! **Tests** percentiles interpolate; the same seed gives the same bits on any number of threads.

use crate::day::{DayInputs, simulate};
use crate::events::Event;
use crate::parameters::ParameterSet;
use crate::person_day::Worn;
use crate::pressed::{PressedRegion, of_persons};
use crate::quantity::DayCourse;
use crate::quantity::{HELD_H, Outcome, Quantity, STANDING_HELD_H, Shown};
use crate::spread::spread_of;
pub use crate::spread::{Band, Spread, quantile, spread};
pub use crate::summary::{Difference, Held, Summary, Told, Traces, Value};
use crate::system::System;
use domain::Case;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

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

/// A day on one suspension, with its spread.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct EnsembleDay {
    /// The suspension.
    pub system: System,
    /// Persons drawn beside the central one.
    pub persons: u32,
    /// Seed they were drawn with.
    pub seed: u64,
    /// The day in numbers.
    pub summary: Summary,
    /// Regions of the skin by how long their capillaries are pressed shut: a direction, no limit.
    pub pressed: Vec<PressedRegion>,
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
pub fn noise(draw: Draw, person: u32) -> (u64, u64) {
    (draw.seed, NOISE_STREAM + u64::from(person))
}

/// Many persons' days as one.
pub fn ensemble(system: &System, draw: Draw, days: &[DayCourse]) -> EnsembleDay {
    EnsembleDay {
        system: system.clone(),
        persons: draw.persons,
        seed: draw.seed,
        summary: summary(days),
        pressed: of_persons(&days.iter().map(|day| day.pressed.as_slice()).collect::<Vec<_>>()),
        events: days[0].events.clone(),
        traces: traces(days),
    }
}

/// How the same persons' days differ.
pub fn difference(first: &[DayCourse], second: &[DayCourse]) -> Difference {
    let outcomes = first.first().map_or(&[][..], |day| day.registry.outcomes);
    let of = |outcome: &Outcome| {
        let apart = |(a, b): (&DayCourse, &DayCourse)| Some(outcome.of(b)? - outcome.of(a)?);
        spread_of_those_with(first.iter().zip(second).map(apart).collect())
    };
    let compared = outcomes.iter().filter(|outcome| outcome.compared);
    Difference(Told::new(compared.map(|outcome| (*outcome, of(outcome))).collect()))
}

/// Many persons' courses as bands.
pub(crate) fn traces(days: &[DayCourse]) -> Traces {
    let band = |quantity: &'static Quantity| {
        let courses: Vec<Option<&[f64]>> = days.iter().map(|day| day.course(quantity)).collect();
        courses[0]?;
        let mut band = Band::default();
        for index in 0..days[0].samples.len() {
            band.push(spread(courses.iter().map(|course| course.map_or(f64::NAN, |values| values[index]))));
        }
        Some((quantity, band))
    };
    Traces {
        t_s: days[0].samples.iter().map(|sample| sample.t_s).collect(),
        bands: days[0].registry.quantities.iter().filter_map(|quantity| band(quantity)).collect(),
    }
}

fn summary(days: &[DayCourse]) -> Summary {
    let value = |outcome: &Outcome| {
        let of: Vec<Option<f64>> = days.iter().map(|day| outcome.of(day)).collect();
        match outcome.shown {
            Shown::Spread | Shown::Held => Some(Value::Spread(spread_of_those_with(of))),
            Shown::Number => Some(Value::Number(of[0])),
            Shown::Share => Some(Value::Number(Some(of.iter().flatten().sum::<f64>() / days.len() as f64))),
            Shown::Trials => None,
        }
    };
    let told = days[0].registry.outcomes.iter().filter_map(|outcome| Some((*outcome, value(outcome)?)));
    let mut summary = Summary { values: told.collect(), held: None };
    summary.held = held(&days[0], &summary);
    summary
}

/// For how long the vacuum is held; none where nothing maintains it.
fn held(central: &DayCourse, summary: &Summary) -> Option<Held> {
    let Worn { worn_h, standing_h, aims_kpa: [lowest, highest] } = Worn::of(central)?;
    Some(Held {
        worn_h,
        held_h: summary.spread(&HELD_H)?,
        standing_h,
        standing_held_h: summary.spread(&STANDING_HELD_H)?,
        aims_kpa: highest.is_finite().then_some([lowest, highest]),
    })
}

/// The spread of those who have a value; none where the central person or half of all have none.
pub(crate) fn spread_of_those_with(values: Vec<Option<f64>>) -> Option<Spread> {
    let (central, all) = ((*values.first()?)?, values.len());
    let there: Vec<f64> = values.into_iter().flatten().collect();
    (2 * there.len() > all).then(|| Spread { central, ..spread_of(there) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::tests::shipped as parameters;
    use crate::quantity::{PISTONING_MEAN_MM, POST_DOFF_VOLUME_END_PCT};
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
        let same = difference(&suction, &suction).0.spread(&PISTONING_MEAN_MM).unwrap();
        assert_eq!((same.p10, same.p90), (0.0, 0.0));
        let apart = difference(&suction, &pin).0.spread(&PISTONING_MEAN_MM).unwrap();
        let central = |days: &[DayCourse]| PISTONING_MEAN_MM.of(&days[0]).unwrap();
        assert_eq!(apart.central, central(&pin) - central(&suction));
        let width = |days: &[DayCourse]| {
            let spread = spread(days.iter().filter_map(|day| POST_DOFF_VOLUME_END_PCT.of(day)));
            spread.p90 - spread.p10
        };
        let volume = difference(&suction, &pin).0.spread(&POST_DOFF_VOLUME_END_PCT).unwrap();
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
