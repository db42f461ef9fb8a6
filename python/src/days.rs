//! Days as tables: the summary, and for each suspension its course and its events.

use crate::calls::library;
use crate::errors::{exception, json};
use crate::given::Given;
use crate::table::{Columns, Table};
use crate::work::work;
use pyo3::prelude::*;
use report::day_text;
use twin::ensemble::{EnsembleDay, Spread, Summary, Traces};
use twin::events::Event;
use workup::compute;
use workup::day::DayPlan;
use workup::outcome::DayResult;
use workup::problem::{Failure, Fault};

/// How a quantity of the summary is read.
type Read = fn(&Summary) -> Option<Spread>;

/// How a number without a spread is read.
type ReadNumber = fn(&Summary) -> f64;

/// The quantities of the summary with their units, in its order.
const QUANTITIES: [(&str, &str, Read); 18] = [
    ("in_socket_fluid_end_pct", "%", |day| Some(day.in_socket_fluid_end_pct)),
    ("post_doff_volume_end_pct", "%", |day| Some(day.post_doff_volume_end_pct)),
    ("post_doff_volume_lowest_pct", "%", |day| Some(day.post_doff_volume_lowest_pct)),
    ("pistoning_mean_mm", "mm", |day| Some(day.pistoning_mean_mm)),
    ("peak_pressure_kpa", "kPa", |day| Some(day.peak_pressure_kpa)),
    ("mean_pressure_kpa", "kPa", |day| Some(day.mean_pressure_kpa)),
    ("vacuum_mean_kpa", "kPa", |day| Some(day.vacuum_mean_kpa)),
    ("time_at_working_vacuum", "1", |day| Some(day.time_at_working_vacuum)),
    ("held_h", "h", |day| day.held.map(|held| held.held_h)),
    ("standing_held_h", "h", |day| day.held.map(|held| held.standing_held_h)),
    ("socks_added", "1", |day| Some(day.socks_added)),
    ("suction_dose", "1", |day| Some(day.suction_dose)),
    ("strides_to_15_inhg", "1", |day| day.strides_to_15_inhg),
    ("seconds_to_15_inhg", "s", |day| day.seconds_to_15_inhg),
    ("strides_to_17_inhg", "1", |day| day.strides_to_17_inhg),
    ("seconds_to_17_inhg", "s", |day| day.seconds_to_17_inhg),
    ("pump_time_s", "s", |day| day.pump_time_s),
    ("battery_end_pct", "%", |day| day.battery_end_pct),
];

/// Numbers of the summary without a spread: they stand as the central person's.
const NUMBERS: [(&str, &str, ReadNumber); 3] = [
    ("strides", "1", |day| day.strides),
    ("share_losing_vacuum", "1", |day| day.share_losing_vacuum),
    ("share_swelling_in_vacuum", "1", |day| day.share_swelling_in_vacuum),
];

/// The day on each suspension.
#[pyclass(frozen, get_all, module = "concord._concord")]
#[derive(Debug)]
pub struct Days {
    /// What the command line says.
    text: String,
    /// Name of the case.
    case: String,
    /// What one should know about the suspensions.
    notes: Vec<String>,
    /// What the day was expanded from and what was assumed, where it was told by steps and a kind.
    expanded_from: Option<String>,
    /// The suspensions' short names, the chosen one first.
    systems: Vec<String>,
    /// One row a suspension and quantity.
    summary: Py<Table>,
    traces: Vec<Py<Table>>,
    events: Vec<Py<Table>>,
}

#[pymethods]
impl Days {
    /// The place of a suspension; the first one's without a name.
    #[pyo3(signature = (system=None))]
    fn index(&self, py: Python<'_>, system: Option<&str>) -> PyResult<usize> {
        let Some(name) = system else { return Ok(0) };
        self.systems.iter().position(|id| id == name).ok_or_else(|| {
            let right = format!("give one of {}", self.systems.join(", "));
            exception(py, Failure::input(Fault::of_argument("--system", name, "not in these days", right)))
        })
    }
}

/// Simulates the day.
#[pyfunction]
pub fn day(
    py: Python<'_>,
    case: Given,
    systems: Vec<String>,
    pinhole_mm: f64,
    persons: u64,
    seed: u64,
) -> PyResult<Days> {
    let result = work(py, |stop| {
        let draw = compute::draw(persons, seed)?;
        let read = case.read()?;
        let plan = DayPlan::new(&read, library(), &systems, pinhole_mm)?;
        Ok(plan.simulate(draw, &|| stop.step())?)
    })?;
    days(py, result)
}

/// Days as tables.
///
/// # Errors
/// None that a sound result has.
pub fn days(py: Python<'_>, result: DayResult) -> PyResult<Days> {
    let text = day_text::render(&result);
    let systems = result.days.iter().map(|day| day.system.id.clone()).collect();
    let summary = Py::new(py, summary(&result.days)?)?;
    let (mut traces, mut events) = (vec![], vec![]);
    for day in result.days {
        events.push(Py::new(py, event_table(&day.events)?)?);
        traces.push(Py::new(py, trace_table(day.traces)?)?);
    }
    let expanded_from = result.expanded_day.map(|day| day.said);
    Ok(Days { text, case: result.case, notes: result.notes, expanded_from, systems, summary, traces, events })
}

/// One quantity of one suspension.
struct Row<'a> {
    day: &'a EnsembleDay,
    quantity: &'static str,
    unit: &'static str,
    central: Option<f64>,
    spread: Option<Spread>,
}

fn summary(days: &[EnsembleDay]) -> PyResult<Table> {
    let mut rows = vec![];
    for day in days {
        rows.extend(QUANTITIES.map(|(quantity, unit, read)| {
            let spread = read(&day.summary);
            Row { day, quantity, unit, central: spread.map(|spread| spread.central), spread }
        }));
        rows.extend(NUMBERS.map(|(quantity, unit, read)| {
            let central = Some(read(&day.summary));
            Row { day, quantity, unit, central, spread: None }
        }));
    }
    let part = |read: fn(Spread) -> f64| rows.iter().map(|row| row.spread.map(read)).collect();
    Columns::default()
        .texts("system", rows.iter().map(|row| row.day.system.id.as_str()))
        .texts("system_name", rows.iter().map(|row| row.day.system.name.as_str()))
        .texts("quantity", rows.iter().map(|row| row.quantity))
        .texts("unit", rows.iter().map(|row| row.unit))
        .some_numbers("central", "", rows.iter().map(|row| row.central).collect())
        .some_numbers("p10", "", part(|spread| spread.p10))
        .some_numbers("p50", "", part(|spread| spread.p50))
        .some_numbers("p90", "", part(|spread| spread.p90))
        .table()
}

fn trace_table(traces: Traces) -> PyResult<Table> {
    let table = Columns::default()
        .numbers("seconds_after_midnight", "s", traces.t_s)
        .band("vacuum_kpa", "kPa", traces.vacuum_kpa)
        .band("in_socket_fluid_pct", "%", traces.in_socket_fluid_pct)
        .band("post_doff_volume_pct", "%", traces.post_doff_volume_pct)
        .band("pistoning_mm", "mm", traces.pistoning_mm)
        .band("peak_pressure_kpa", "kPa", traces.peak_pressure_kpa)
        .band("mean_pressure_kpa", "kPa", traces.mean_pressure_kpa)
        .band("socks_added", "1", traces.socks_added)
        .band("suction_dose", "1", traces.suction_dose);
    match traces.battery_pct {
        Some(battery) => table.band("battery_pct", "%", battery).table(),
        None => table.table(),
    }
}

fn event_table(events: &[Event]) -> PyResult<Table> {
    let kinds = events.iter().map(|event| json(&event.kind)).collect::<PyResult<Vec<_>>>()?;
    Columns::default()
        .numbers("seconds_after_midnight", "s", events.iter().map(|event| event.t_s).collect())
        .texts("kind", kinds.iter().map(|kind| kind.trim_matches('"')))
        .texts("text", events.iter().map(|event| event.text.as_str()))
        .table()
}
