//! Days as tables: the summary, and for each suspension its course and its events.

use crate::calls::library;
use crate::errors::{exception, json};
use crate::given::Given;
use crate::table::{Columns, Table};
use crate::work::work;
use pyo3::prelude::*;
use report::day_text;
use texts::Texts;
use twin::ensemble::{EnsembleDay, Spread, Traces, Value};
use twin::events::Event;
use twin::quantity::{Outcome, Quantity};
use workup::compute;
use workup::day::DayPlan;
use workup::outcome::DayResult;
use workup::problem::{Failure, Fault};

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
    /// One row a suspension and outcome.
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
    let text = day_text::render(Texts::english(), &result);
    let systems = result.days.iter().map(|day| day.system.id.clone()).collect();
    let summary = Py::new(py, summary(&result.days)?)?;
    let (mut traces, mut events) = (vec![], vec![]);
    for day in result.days {
        events.push(Py::new(py, event_table(&day.events)?)?);
        traces.push(Py::new(py, trace_table(day.traces)?)?);
    }
    let expanded_from = result.expanded_day.map(|day| day.said);
    Ok(Days {
        text,
        case: result.case,
        notes: result.notes.into_iter().map(String::from).collect(),
        expanded_from: expanded_from.map(String::from),
        systems,
        summary,
        traces,
        events,
    })
}

/// One outcome on one suspension.
struct Row<'a> {
    day: &'a EnsembleDay,
    outcome: &'static Outcome,
    central: Option<f64>,
    spread: Option<Spread>,
}

fn summary(days: &[EnsembleDay]) -> PyResult<Table> {
    let mut rows = vec![];
    for day in days {
        // What has a spread stands first; numbers without one stand as the central person's.
        let (spreads, numbers): (Vec<_>, Vec<_>) =
            day.summary.iter().partition(|(_, value)| matches!(value, Value::Spread(_)));
        rows.extend(spreads.into_iter().chain(numbers).filter_map(|(outcome, value)| match value {
            Value::Spread(spread) => Some(Row { day, outcome, central: spread.map(|spread| spread.central), spread }),
            Value::Number(number) => Some(Row { day, outcome, central: Some(number?), spread: None }),
        }));
    }
    let part = |read: fn(Spread) -> f64| rows.iter().map(|row| row.spread.map(read)).collect();
    Columns::default()
        .texts("system", rows.iter().map(|row| row.day.system.id.as_str()))
        .texts("system_name", rows.iter().map(|row| row.day.system.name.as_str()))
        .texts("quantity", rows.iter().map(|row| row.outcome.id))
        .texts("unit", rows.iter().map(|row| row.outcome.plain_unit()))
        .some_numbers("central", "", rows.iter().map(|row| row.central).collect())
        .some_numbers("p10", "", part(|spread| spread.p10))
        .some_numbers("p50", "", part(|spread| spread.p50))
        .some_numbers("p90", "", part(|spread| spread.p90))
        .table()
}

fn trace_table(traces: Traces) -> PyResult<Table> {
    let grid = Columns::default().numbers("seconds_after_midnight", "s", traces.t_s);
    let of_bands =
        |table: Columns, (quantity, band): (&Quantity, _)| table.band(quantity.id, quantity.plain_unit(), band);
    traces.bands.into_iter().fold(grid, of_bands).table()
}

fn event_table(events: &[Event]) -> PyResult<Table> {
    let kinds = events.iter().map(|event| json(&event.kind)).collect::<PyResult<Vec<_>>>()?;
    Columns::default()
        .numbers("seconds_after_midnight", "s", events.iter().map(|event| event.t_s).collect())
        .texts("kind", kinds.iter().map(|kind| kind.trim_matches('"')))
        .texts("text", events.iter().map(|event| event.text.as_str()))
        .table()
}
