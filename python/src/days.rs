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
use twin::row_of_days::{DayOfRow, RowOfDays};
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
    /// One row a suspension and day of days in a row; none where there is but one day.
    in_a_row: Py<Table>,
    /// A table a day for each suspension.
    traces: Vec<Vec<Py<Table>>>,
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

    /// The course of a day of a row, counted from 1.
    #[pyo3(signature = (system=None, day=1))]
    fn trace(&self, py: Python<'_>, system: Option<&str>, day: usize) -> PyResult<Py<Table>> {
        let all = &self.traces[self.index(py, system)?];
        let found = day.checked_sub(1).and_then(|place| all.get(place));
        found.map(|table| table.clone_ref(py)).ok_or_else(|| {
            let right = format!("give 1 to {}", all.len());
            exception(py, Failure::input(Fault::of_argument("day", &day.to_string(), "not among these days", right)))
        })
    }
}

/// Simulates the day, or days in a row.
#[pyfunction]
#[pyo3(signature = (case, systems, pinhole_mm, days, persons, seed))]
pub fn day(
    py: Python<'_>,
    case: Given,
    systems: Vec<String>,
    pinhole_mm: f64,
    days: Option<usize>,
    persons: u64,
    seed: u64,
) -> PyResult<Days> {
    let result = work(py, |stop| {
        let draw = compute::draw(persons, seed)?;
        let read = case.read()?;
        let plan = DayPlan::new(&read, library(), &systems, pinhole_mm)?.in_a_row(days)?;
        Ok(plan.simulate(draw, &|| stop.step())?)
    })?;
    tables(py, result)
}

/// Days as tables.
///
/// # Errors
/// None that a sound result has.
pub fn tables(py: Python<'_>, result: DayResult) -> PyResult<Days> {
    let text = day_text::render(Texts::english(), &result);
    let systems = result.days.iter().map(|day| day.system.id.clone()).collect();
    let summary = Py::new(py, summary(&result.days)?)?;
    let in_a_row = Py::new(py, row_table(&result.row_of_days)?)?;
    let mut rows = result.row_of_days.into_iter();
    let (mut traces, mut events) = (vec![], vec![]);
    for day in result.days {
        events.push(Py::new(py, event_table(&day.events)?)?);
        // The first day is the one that is told in full.
        let later = rows.next().into_iter().flat_map(|row| row.traces.into_iter().skip(1));
        let table = |traces| Py::new(py, trace_table(traces)?);
        traces.push(std::iter::once(day.traces).chain(later).map(table).collect::<PyResult<Vec<_>>>()?);
    }
    let expanded_from = result.expanded_day.map(|day| day.said);
    Ok(Days {
        text,
        case: result.case,
        notes: result.notes.into_iter().map(String::from).collect(),
        expanded_from: expanded_from.map(String::from),
        systems,
        summary,
        in_a_row,
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

fn row_table(rows: &[RowOfDays]) -> PyResult<Table> {
    let days: Vec<(&RowOfDays, &DayOfRow)> =
        rows.iter().flat_map(|row| row.days.iter().map(move |day| (row, day))).collect();
    let some = |read: fn(&DayOfRow) -> Option<f64>| days.iter().map(|(_, day)| read(day)).collect::<Vec<_>>();
    let mut table = Columns::default()
        .texts("system", days.iter().map(|(row, _)| row.system.as_str()))
        .numbers("day", "1", days.iter().map(|(_, day)| day.day as f64).collect())
        .texts("name", days.iter().map(|(_, day)| day.name.as_deref().unwrap_or_default()));
    for (name, unit, read) in ROW_COLUMNS {
        for (part, of) in PARTS {
            let column = days.iter().map(|(_, day)| read(day).map(of)).collect();
            table = table.some_numbers(&format!("{name}_{part}"), unit, column);
        }
    }
    table.some_numbers("share_without_sock", "1", some(|day| Some(day.share_without_sock))).table()
}

/// A part of a spread: name, reading.
type Part = (&'static str, fn(Spread) -> f64);
const PARTS: [Part; 4] = [("central", |s| s.central), ("p10", |s| s.p10), ("p50", |s| s.p50), ("p90", |s| s.p90)];
/// What a day of a row tells with its spread: name, unit, reading.
type RowColumn = (&'static str, &'static str, fn(&DayOfRow) -> Option<Spread>);
const ROW_COLUMNS: [RowColumn; 5] = [
    ("evening_volume_pct", "%", |day| Some(day.evening_volume_pct)),
    ("next_morning_volume_pct", "%", |day| Some(day.next_morning_volume_pct)),
    ("lowest_volume_pct", "%", |day| Some(day.lowest_volume_pct)),
    ("socks_added", "1", |day| Some(day.socks_added)),
    ("first_sock_h", "h", |day| day.first_sock_h),
];

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
