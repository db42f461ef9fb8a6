//! Traces as CSV: one file a suspension, one line a minute. Where there are days in a row each line begins with its day, and the
//! days after the first have a line every five minutes.

use domain::day::ClockTime;
use std::path::Path;
use twin::ensemble::{Band, EnsembleDay, Traces};
use twin::row_of_days::RowOfDays;
use workup::csv_text::{Rows, cell};
use workup::output;
use workup::problem::Failure;

/// Writes one file a suspension into a folder that exists; `rows` are the days in a row, where there are more than one.
///
/// # Errors
/// A file that cannot be written.
pub fn write(folder: &Path, days: &[EnsembleDay], rows: &[RowOfDays]) -> Result<(), Failure> {
    for (place, day) in days.iter().enumerate() {
        // Suspensions are named by articles and modes; only a few signs are safe in file names everywhere.
        let safe = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        let name: String = day.system.id.chars().map(safe).collect();
        output::write_atomically(&folder.join(format!("{name}.csv")), text(day, rows.get(place)).as_bytes())?;
    }
    Ok(())
}

/// All suspensions in one table, the suspension's id in front of each line.
pub fn together(days: &[EnsembleDay], rows: &[RowOfDays]) -> String {
    let mut all = Rows::new();
    if let Some(day) = days.first() {
        all.row([vec!["system".into()], head(day, rows.first())].concat());
    }
    for (place, day) in days.iter().enumerate() {
        let id = cell(&day.system.id);
        lines(day, rows.get(place)).for_each(|line| all.row([vec![id.clone()], line].concat()));
    }
    all.text()
}

fn text(day: &EnsembleDay, row: Option<&RowOfDays>) -> String {
    let mut all = Rows::new();
    all.row(head(day, row));
    lines(day, row).for_each(|line| all.row(line));
    all.text()
}

fn head(day: &EnsembleDay, row: Option<&RowOfDays>) -> Vec<String> {
    let of = |id| ["central", "p10", "p50", "p90"].map(|part| format!("{id}_{part}"));
    let bands = day.traces.bands.iter().flat_map(|(quantity, _)| of(quantity.id));
    let count = row.map(|_| "day".to_string());
    count.into_iter().chain(["time".into(), "seconds_after_midnight".into()]).chain(bands).collect()
}

/// The lines of the first day, and of those after it.
fn lines<'a>(day: &'a EnsembleDay, row: Option<&'a RowOfDays>) -> impl Iterator<Item = Vec<String>> + 'a {
    let later = row.into_iter().flat_map(|row| row.traces.iter().skip(1));
    let days = std::iter::once(&day.traces).chain(later);
    days.enumerate().flat_map(move |(place, traces)| lines_of(row.map(|_| place + 1), traces))
}

fn lines_of(day: Option<usize>, traces: &Traces) -> impl Iterator<Item = Vec<String>> + '_ {
    traces.t_s.iter().enumerate().map(move |(index, t_s)| {
        let at = |part: &Vec<f64>| {
            part.get(index).filter(|value| value.is_finite()).map_or_else(String::new, |value| format!("{value:.4}"))
        };
        let of = |band: &Band| [&band.central, &band.p10, &band.p50, &band.p90].map(at);
        let bands = traces.bands.iter().flat_map(|(_, band)| of(band));
        let count = day.map(|day| day.to_string());
        count.into_iter().chain([ClockTime::show(*t_s), t_s.to_string()]).chain(bands).collect()
    })
}
