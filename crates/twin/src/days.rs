//! # Days in a row
//!
//! **Stands for** one limb over several days and the nights between them: what one day leaves is where the next one begins.
//!
//! **Equations**
//! - night: the limb is let be (`limb_volume`) from the day's end to the next donning. The person lies: hydrostatic drive
//!   h = 0, lymph and arterial flow as at rest
//! - hours of a night: (donning + 24 h − day's end), less 24 h where that is more than a day
//! - carried over: every part of the limb and its protein. By the morning only interstitial fluid and protein differ from rest
//! - volume against the first morning: 100·((V₀ + ΔV)/(V₀ + ΔV₁) − 1), ΔV₁ the change since rest on the first morning, lying,
//!   before donning
//! - sleeve: one with an age a on the first day has a + n days n days later (`sleeve_wear`); one without an age stays intact
//! - evening and lowest volume: the limb as it is measured after doffing (`observe`); morning: the limb as it lies
//!
//! **Assumptions** the person lies without a prosthesis from the day's end to the next donning. Each morning begins without the
//! socks of the day before. Cells are charged, and skin has recovered, by the morning. A pinhole stays on all days after its
//! first. An electronic pump's sensors have the same noise every day. The morning after the last day is that of the first
//! day's hour. Nothing here matures: a limb shrinks over months, and that is not simulated.
//! **Case** `[[days]]`, `day.activities`.
//! **Tests** `crates/twin/tests/days.rs`: a night conserves fluid; days in one go are those with a state saved in between.

use crate::assemble::{Disturbance, assemble};
use crate::day::{DayInputs, simulate};
use crate::ensemble::Cancelled;
pub use crate::evening::Evening;
use crate::events::EventKind;
use crate::observe::volume_pct;
use crate::parameters::Values;
use crate::quantity::{DayCourse, VOLUME};
use crate::system::System;
use domain::Case;
use physics::leak::STATED_VACUUM;
pub use physics::limb_volume::{LimbState, LimbVolume};
use physics::network::Network;

/// How often days in a row are watched, s: a divisor of ten minutes, as [`DayInputs::grid_s`] asks.
pub const ROW_GRID_S: f64 = 300.0;

/// One day of days in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PassedDay {
    /// Limb volume after doffing at the day's end, change since the first morning, %.
    pub evening_pct: f64,
    /// Limb volume next morning before donning, change since the first morning, %.
    pub next_morning_pct: f64,
    /// The lowest limb volume after doffing of the day, change since the first morning, %.
    pub lowest_pct: f64,
    /// Socks added.
    pub socks_added: usize,
    /// When the first sock was added, s after midnight; none where none was needed.
    pub first_sock_s: Option<f64>,
    /// Air that would leak in at 17 inHg at the day's end, mL/min of ambient air.
    pub leak_ml_per_min: f64,
}

/// Days in a row of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct PassedDays {
    /// Each day.
    pub days: Vec<PassedDay>,
    /// The last evening; none without days.
    pub evening: Option<Evening>,
}

/// Simulates days in a row, each a case with a day of its own; `progress` is told after each, and may end it all.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub fn simulate_days(
    cases: &[Case],
    values: &Values,
    system: &System,
    inputs: DayInputs<'_>,
    progress: &dyn Fn() -> Result<(), Cancelled>,
) -> Result<PassedDays, Cancelled> {
    let mut row = PassedDays { days: Vec::with_capacity(cases.len()), evening: inputs.begins };
    let Some(first) = cases.first() else { return Ok(row) };
    let mut passing = Passing::new(first, values, system, inputs);
    for (place, case) in cases.iter().enumerate() {
        let next = cases.get(place + 1).unwrap_or(first).day.begins_s();
        row.days.push(passing.day(case, next).1);
        progress()?;
    }
    row.evening = passing.evening;
    Ok(row)
}

/// One person on the way through days in a row.
pub(crate) struct Passing<'a> {
    values: &'a Values,
    system: &'a System,
    inputs: DayInputs<'a>,
    network: Network,
    /// Volume on the first morning, lying, change since rest, %.
    at_first_pct: f64,
    /// The evening before, none before the first donning of a limb at rest.
    pub evening: Option<Evening>,
}

impl<'a> Passing<'a> {
    /// Before the first day.
    pub fn new(first: &Case, values: &'a Values, system: &'a System, inputs: DayInputs<'a>) -> Self {
        let network = assemble(first, values, system, inputs.disturbance);
        let begins_s = first.day.begins_s();
        let morning = inputs.begins.map_or(network.limb.at_rest(), |evening| evening.morning(&network, begins_s));
        let at_first_pct = volume_pct(&network, &morning);
        Self { values, system, inputs, network, at_first_pct, evening: inputs.begins }
    }

    /// One day, and the night until the next donning.
    pub fn day(&mut self, case: &Case, next_begins_s: f64) -> (DayCourse, PassedDay) {
        let day = simulate(case, self.values, self.system, DayInputs { begins: self.evening, ..self.inputs });
        // What broke on the first day is broken on the next, and the sleeve is a day older.
        let leak_ml_per_min = leak_of(case, self.values, self.system, self.inputs.disturbance);
        self.inputs.disturbed_from_s = 0.0;
        self.inputs.disturbance.sleeve_weeks = self.inputs.disturbance.sleeve_weeks.map(|weeks| weeks + 1.0 / 7.0);
        let evening = Evening { limb: day.limb_at_end, ended_s: case.day.ends_s() };
        let morning = volume_pct(&self.network, &evening.morning(&self.network, next_begins_s));
        self.evening = Some(evening);
        let volumes = day.course(&VOLUME).unwrap_or_default();
        let lowest = volumes.iter().copied().fold(f64::INFINITY, f64::min);
        let mut socks = day.events.iter().filter(|event| event.kind == EventKind::SockAdded);
        let against_first = |pct: f64| 100.0 * ((100.0 + pct) / (100.0 + self.at_first_pct) - 1.0);
        let passed = PassedDay {
            evening_pct: against_first(volumes.last().copied().unwrap_or(f64::NAN)),
            next_morning_pct: against_first(morning),
            lowest_pct: against_first(lowest),
            first_sock_s: socks.next().map(|event| event.t_s),
            socks_added: day.samples.last().map_or(0, |sample| sample.socks),
            leak_ml_per_min,
        };
        (day, passed)
    }
}

/// Air that leaks into the socket of a day at 17 inHg, mL/min of ambient air.
fn leak_of(case: &Case, values: &Values, system: &System, disturbance: Disturbance) -> f64 {
    let network = assemble(case, values, system, disturbance);
    network.leak.inflow_ml_per_min(network.ambient - STATED_VACUUM, network.ambient)
}
