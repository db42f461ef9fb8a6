//! # One person's day in numbers
//!
//! **Stands for** what is told of a day: each number once, and the same one in every report, study and trial.
//!
//! **Equations**
//! - time at working vacuum: share of the donned grid points with P_v ≥ 50.8 kPa; time held: with P_v at least what counts as
//!   held (`events`), also of those stood; vacuum and mean pressure of the day: means over the donned grid points
//! - pistoning, rotation, loading rate: means over the grid points of walking; none where nobody walks
//! - peak pressure: its median over the grid points of walking; where nobody walks, over the donned ones, as if steps were taken
//! - volumes, dose, socks, sweat and charge at the day's end: the last grid point's; the lowest volume and the highest skin
//!   temperature are over all of them
//! - hours held: the share of a span's grid points with the vacuum held, times the span's hours
//! - rate of in-socket fluid: its change from half an hour after donning, when blood has settled, to the day's end, over the
//!   hours between
//! - pistoning at the end: the last grid point's of walking
//! - refill: V(t) − V(t₀), t₀ the last look with the prosthesis on and t one within 35 min of it without; the largest of the day.
//!   It is absent where nothing is doffed; a doffing at the day's end has no look after it
//! - hours a charge: the day's hours in the prosthesis · (1 − c_e)/(1 − c + s), c the charge left at the day's end, s what cells lose by
//!   themselves in 24 hours, c_e = 5 % where two cells under load fall below what the controller lets a running motor take; the
//!   hours until c_e where the day reaches it
//! - steps and seconds to a level: the first crossing since donning (`events`); absent where it is never reached
//!
//! **Assumptions** a look on the grid stands for the interval before it.
//! **Tests** `crates/twin/tests/day.rs`: pressure and pistoning are of walking, and of nothing else; `doffing.rs`: whoever lost more
//! refills more.

use crate::quantity::{Count, DayCourse, Level, Quantity, Sample, Span, Statistic};
use crate::spread::quantile;
use domain::day::ActivityKind;

/// From donning until rates are read, s.
const SETTLING_S: f64 = 1_800.0;

/// How long after doffing a limb is looked at, s: as long as zachariah2004 did.
const REFILL_S: f64 = 2_100.0;

impl Statistic {
    /// Of a person's day; none where there is no such thing.
    pub fn of(&self, day: &DayCourse) -> Option<f64> {
        match *self {
            Self::End(quantity) => day.course(quantity)?.last().copied(),
            Self::Lowest(quantity) => Some(day.course(quantity)?.iter().copied().fold(f64::INFINITY, f64::min)),
            Self::Highest(quantity) => day.course(quantity)?.iter().copied().reduce(f64::max),
            Self::Mean(quantity, span) => {
                let course = day.course(quantity)?;
                Some(mean(day, span, |place| course[place])).filter(|mean| mean.is_finite())
            }
            Self::Median(quantity, span) => median(day.course(quantity)?, &places(day, span)),
            Self::Last(quantity, span) => {
                let course = day.course(quantity)?;
                places(day, span).last().map(|place| course[*place]).filter(|last| last.is_finite())
            }
            Self::Rate(quantity) => rate(day, quantity),
            Self::RiseAfterDoffing(quantity) => rise_after_doffing(day, quantity),
            Self::ShareAtLeast(quantity, level) => {
                let course = day.course(quantity)?;
                Some(mean(day, Span::Worn, |place| f64::from(u8::from(course[place] >= level.kpa()))))
            }
            Self::HeldHours(span) => Worn::of(day)
                .map(|worn| held_share(day, span) * if span == Span::Stood { worn.standing_h } else { worn.worn_h }),
            Self::Reached(level, count) => {
                let milestones = &day.milestones;
                let reached = if level == Level::Working { milestones.working } else { milestones.target }?;
                Some(if count == Count::Strides { reached.strides } else { reached.seconds })
            }
            Self::Happened(kind) => Some(f64::from(u8::from(day.events.iter().any(|event| event.kind == kind)))),
            Self::Of { read, .. } => read(day),
        }
    }
}

/// Places of a span's looks in the day. What a socket does to a limb that is not in it does not count.
fn places(day: &DayCourse, span: Span) -> Vec<usize> {
    let of = |counts: fn(&Sample) -> bool| -> Vec<usize> {
        let looks = day.samples.iter().enumerate().filter(|(_, sample)| sample.donned && counts(sample));
        looks.map(|(place, _)| place).collect()
    };
    match span {
        Span::Worn => of(|_| true),
        Span::Stood => of(|sample| sample.doing == Some(ActivityKind::Stand)),
        Span::Walked => {
            let walking = of(|sample| sample.doing == Some(ActivityKind::Walk));
            if walking.is_empty() { places(day, Span::Worn) } else { walking }
        }
    }
}

fn mean(day: &DayCourse, span: Span, read: impl Fn(usize) -> f64) -> f64 {
    let places = places(day, span);
    places.iter().map(|place| read(*place)).sum::<f64>() / places.len().max(1) as f64
}

fn median(course: &[f64], places: &[usize]) -> Option<f64> {
    let mut values: Vec<f64> = places.iter().map(|place| course[*place]).collect();
    values.sort_by(f64::total_cmp);
    quantile(&values, 0.5)
}

fn rate(day: &DayCourse, quantity: &Quantity) -> Option<f64> {
    let course = day.course(quantity)?;
    let (first, last) = (day.samples.first()?, day.samples.last()?);
    let settled = day.samples.iter().position(|sample| sample.t_s >= first.t_s + SETTLING_S)?;
    let hours = (last.t_s - day.samples[settled].t_s) / 3_600.0;
    (hours > 0.0).then(|| (course[course.len() - 1] - course[settled]) / hours)
}

/// The largest rise soon after a doffing; none where nothing is doffed.
fn rise_after_doffing(day: &DayCourse, quantity: &Quantity) -> Option<f64> {
    let course = day.course(quantity)?;
    let mut doffed: Option<(f64, f64)> = None;
    let mut most: Option<f64> = None;
    for (place, sample) in day.samples.iter().enumerate() {
        if sample.donned {
            doffed = Some((sample.t_s, course[place]));
        } else if let Some((_, before)) = doffed.filter(|(from_s, _)| sample.t_s - from_s <= REFILL_S) {
            let rise = course[place] - before;
            most = Some(most.map_or(rise, |most| most.max(rise)));
        }
    }
    most
}

/// Share of a span's looks with the vacuum held.
fn held_share(day: &DayCourse, span: Span) -> f64 {
    mean(day, span, |place| f64::from(u8::from(is_held(&day.samples[place]))))
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
    Some((Worn::of(day)?.worn_h, Statistic::HeldHours(Span::Worn).of(day)?))
}

/// The looks at a day at which the person walks; where nobody walks, those with the prosthesis on.
pub fn walked(day: &DayCourse) -> Vec<&Sample> {
    places(day, Span::Walked).into_iter().map(|place| &day.samples[place]).collect()
}

/// Whether a pump holds its vacuum at this look.
fn is_held(sample: &Sample) -> bool {
    sample.held_from_kpa > 0.0 && sample.seen.vacuum_kpa >= sample.held_from_kpa
}

/// The day's last look.
pub(crate) fn last(day: &DayCourse) -> Sample {
    day.samples[day.samples.len() - 1]
}

/// Charge at which two cells under load no longer carry the motor, % (`unit`: 1.95 V less the sag of a motor's load).
const EMPTY_PCT: f64 = 5.0;

/// Hours with the prosthesis on until the cells are empty, at this day's mean draw; none without cells, or where they give nothing.
pub(crate) fn hours_a_charge(day: &DayCourse) -> Option<f64> {
    let empty = day.samples.iter().position(|sample| sample.battery_pct.is_some_and(|left| left <= EMPTY_PCT));
    let until = empty.map_or(&day.samples[..], |place| &day.samples[..=place]);
    let used_pct = 100.0 - until.last()?.battery_pct? + day.lost_a_day_pct;
    let worn = until.windows(2).filter(|pair| pair[1].donned).map(|pair| pair[1].t_s - pair[0].t_s);
    let worn_h = worn.sum::<f64>() / 3_600.0;
    if empty.is_some() {
        return Some(worn_h);
    }
    (used_pct > 0.0).then(|| worn_h * (100.0 - EMPTY_PCT) / used_pct)
}

/// Whether an electric pump's cells are there.
pub(crate) fn with_cells(day: &DayCourse) -> bool {
    last(day).battery_pct.is_some()
}
