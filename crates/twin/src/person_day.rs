//! # One person's day in numbers
//!
//! **Stands for** what is told of a day: each number once, and the same one in every report, study and trial.
//!
//! **Equations**
//! - time at working vacuum: share of the donned grid points with P_v ≥ 50.8 kPa; time held: with P_v at least what counts as
//!   held (`events`), also of those stood; vacuum and mean pressure of the day: means over the donned grid points
//! - pistoning: its mean, peak pressure: its median over the grid points of walking; where nobody walks, over the donned ones,
//!   as if steps were taken
//! - volumes, dose, socks and charge at the day's end: the last grid point's; the lowest volume is over all of them
//!
//! **Assumptions** a look on the grid stands for the interval before it.
//! **Tests** `crates/twin/tests/day.rs`: pressure and pistoning are of walking, and of nothing else.

use crate::day::{DayCourse, Sample};
use crate::ensemble::quantile;
use crate::events::WORKING_KPA;
use domain::day::ActivityKind;

/// One person's day in numbers, as the ensemble's summary explains them.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct PersonDay {
    pub in_socket_fluid_end_pct: f64,
    pub post_doff_volume_end_pct: f64,
    pub post_doff_volume_lowest_pct: f64,
    pub pistoning_mean_mm: f64,
    pub peak_pressure_kpa: f64,
    pub mean_pressure_kpa: f64,
    pub vacuum_mean_kpa: f64,
    pub time_at_working_vacuum: f64,
    /// Share of the donned day, and of what of it is stood, with the vacuum held.
    pub held: f64,
    pub standing_held: f64,
    pub socks_added: f64,
    pub suction_dose: f64,
}

impl PersonDay {
    /// The numbers of a day.
    pub fn of(day: &DayCourse) -> Self {
        let last = last(day);
        let lowest = day.samples.iter().map(|s| s.seen.post_doff_volume_pct).fold(f64::INFINITY, f64::min);
        // What a socket does to a limb that is not in it does not count.
        let on: Vec<&Sample> = day.samples.iter().filter(|sample| sample.donned).collect();
        let walked = walked(day);
        let standing: Vec<&Sample> =
            on.iter().copied().filter(|sample| sample.doing == Some(ActivityKind::Stand)).collect();
        let mean = |samples: &[&Sample], read: &dyn Fn(&Sample) -> f64| {
            samples.iter().map(|sample| read(sample)).sum::<f64>() / samples.len().max(1) as f64
        };
        let held = |s: &Sample| f64::from(u8::from(is_held(s)));
        let mut peaks: Vec<f64> = walked.iter().map(|sample| sample.seen.peak_pressure_kpa).collect();
        peaks.sort_by(f64::total_cmp);
        Self {
            in_socket_fluid_end_pct: last.seen.in_socket_fluid_pct,
            post_doff_volume_end_pct: last.seen.post_doff_volume_pct,
            post_doff_volume_lowest_pct: lowest,
            pistoning_mean_mm: mean(&walked, &|s| s.seen.pistoning_mm),
            peak_pressure_kpa: quantile(&peaks, 0.5).unwrap_or(f64::NAN),
            mean_pressure_kpa: mean(&on, &|s| s.seen.mean_pressure_kpa),
            vacuum_mean_kpa: mean(&on, &|s| s.seen.vacuum_kpa),
            time_at_working_vacuum: mean(&on, &|s| f64::from(u8::from(s.seen.vacuum_kpa >= WORKING_KPA))),
            held: mean(&on, &held),
            standing_held: mean(&standing, &held),
            socks_added: last.socks as f64,
            suction_dose: last.seen.suction_dose,
        }
    }
}

/// How long a pump's prosthesis is worn, and what its pump aims at meanwhile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Worn {
    /// Hours with the prosthesis on.
    pub worn_h: f64,
    /// Hours of standing.
    pub standing_h: f64,
    /// The lowest and the highest vacuum aimed at, kPa; infinite where nothing stops the pump.
    pub aims_kpa: [f64; 2],
}

impl Worn {
    /// Of a day; none where no pump aims at anything.
    pub fn of(day: &DayCourse) -> Option<Self> {
        let hours = |counts: &dyn Fn(&Sample) -> bool| {
            let spans = day.samples.windows(2).filter(|pair| counts(&pair[1])).map(|pair| pair[1].t_s - pair[0].t_s);
            spans.sum::<f64>() / 3_600.0
        };
        let aims = || day.samples.iter().filter(|sample| sample.donned).map(|sample| sample.aim_kpa);
        let highest = aims().fold(0.0, f64::max);
        // At donning nothing is decided yet.
        let lowest = aims().skip(1).fold(f64::INFINITY, f64::min);
        (highest > 0.0).then(|| Self {
            worn_h: hours(&|sample| sample.donned),
            standing_h: hours(&|sample| sample.doing == Some(ActivityKind::Stand)),
            aims_kpa: [lowest, highest],
        })
    }
}

/// Hours with the prosthesis on, and those of them with the vacuum held; none where no pump aims at anything.
pub fn held_hours(day: &DayCourse) -> Option<(f64, f64)> {
    let worn_h = Worn::of(day)?.worn_h;
    Some((worn_h, PersonDay::of(day).held * worn_h))
}

/// The looks at a day at which the person walks; where nobody walks, those with the prosthesis on.
pub fn walked(day: &DayCourse) -> Vec<&Sample> {
    let on = || day.samples.iter().filter(|sample| sample.donned);
    let walking: Vec<&Sample> = on().filter(|sample| sample.doing == Some(ActivityKind::Walk)).collect();
    if walking.is_empty() { on().collect() } else { walking }
}

/// Whether a pump holds its vacuum at this look.
fn is_held(sample: &Sample) -> bool {
    sample.held_from_kpa > 0.0 && sample.seen.vacuum_kpa >= sample.held_from_kpa
}

/// The day's last look.
pub(crate) fn last(day: &DayCourse) -> Sample {
    day.samples[day.samples.len() - 1]
}
