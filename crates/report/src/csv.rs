//! Traces as CSV: one file a suspension, one line a minute.

use domain::day::ClockTime;
use std::fmt::Write;
use std::path::Path;
use twin::ensemble::EnsembleDay;
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
    let mut table = String::new();
    for day in days {
        for (index, line) in text(day).lines().enumerate() {
            match (index, table.is_empty()) {
                (0, true) => table = format!("system,{line}\n"),
                (0, false) => {}
                _ => table += &format!("{},{line}\n", day.system.id),
            }
        }
    }
    table
}

fn text(day: &EnsembleDay) -> String {
    let traces = &day.traces;
    let mut text = "time,seconds_after_midnight".to_string();
    for (quantity, _) in &traces.bands {
        for part in ["central", "p10", "p50", "p90"] {
            let _ = write!(text, ",{}_{part}", quantity.id);
        }
    }
    text.push('\n');
    for (index, t_s) in traces.t_s.iter().enumerate() {
        let _ = write!(text, "{},{t_s}", ClockTime::show(*t_s));
        for (_, band) in &traces.bands {
            for part in [&band.central, &band.p10, &band.p50, &band.p90] {
                let _ = write!(text, ",{:.4}", part[index]);
            }
        }
        text.push('\n');
    }
    text
}
