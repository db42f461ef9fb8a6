//! Traces as CSV: one file a suspension, one line a minute.

use domain::day::ClockTime;
use std::path::Path;
use twin::ensemble::{Band, EnsembleDay};
use workup::csv_text::{Rows, cell};
use workup::output;
use workup::problem::Failure;

/// Writes one file a suspension into a folder that exists.
///
/// # Errors
/// A file that cannot be written.
pub fn write(folder: &Path, days: &[EnsembleDay]) -> Result<(), Failure> {
    for day in days {
        // Suspensions are named by articles and modes; only a few signs are safe in file names everywhere.
        let safe = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        let name: String = day.system.id.chars().map(safe).collect();
        output::write_atomically(&folder.join(format!("{name}.csv")), text(day).as_bytes())?;
    }
    Ok(())
}

/// All suspensions in one table, the suspension's id in front of each line.
pub fn together(days: &[EnsembleDay]) -> String {
    let mut all = Rows::new();
    if let Some(day) = days.first() {
        all.row([vec!["system".into()], head(day)].concat());
    }
    for day in days {
        lines(day).for_each(|line| all.row([vec![cell(&day.system.id)], line].concat()));
    }
    all.text()
}

fn text(day: &EnsembleDay) -> String {
    let mut all = Rows::new();
    all.row(head(day));
    lines(day).for_each(|line| all.row(line));
    all.text()
}

fn head(day: &EnsembleDay) -> Vec<String> {
    let of = |id| ["central", "p10", "p50", "p90"].map(|part| format!("{id}_{part}"));
    let bands = day.traces.bands.iter().flat_map(|(quantity, _)| of(quantity.id));
    ["time".into(), "seconds_after_midnight".into()].into_iter().chain(bands).collect()
}

fn lines(day: &EnsembleDay) -> impl Iterator<Item = Vec<String>> {
    let traces = &day.traces;
    traces.t_s.iter().enumerate().map(|(index, t_s)| {
        let at = |part: &Vec<f64>| {
            part.get(index).filter(|value| value.is_finite()).map_or_else(String::new, |value| format!("{value:.4}"))
        };
        let of = |band: &Band| [&band.central, &band.p10, &band.p50, &band.p90].map(at);
        let bands = traces.bands.iter().flat_map(|(_, band)| of(band));
        [ClockTime::show(*t_s), t_s.to_string()].into_iter().chain(bands).collect()
    })
}
