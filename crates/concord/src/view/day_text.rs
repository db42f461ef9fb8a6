//! The day for a terminal.

use super::{table, words};
use crate::outcome::DayResult;
use comfy_table::Table;
use std::fmt::Write;
use twin::ensemble::EnsembleDay;

/// The day's table and what happened.
pub fn render(result: &DayResult) -> String {
    let measured = result.tape_against_scan.as_ref().map_or(String::new(), |against| format!("{}.\n", against.line()));
    let mut text = format!("{}\n{measured}\n{}\n", result.case, summary(&result.days));
    text += "Median of the persons drawn (10th … 90th percentile). Volumes since donning.\n";
    for note in &result.notes {
        let _ = writeln!(text, "Note: {note}");
    }
    for day in &result.days {
        let _ = writeln!(text, "\n{}", day.system.name);
        if day.events.is_empty() {
            text += "  nothing to tell\n";
        }
        for event in &day.events {
            let _ = writeln!(text, "  {}", words::event(event));
        }
    }
    text
}

/// One row a quantity, one column a suspension.
pub fn rows(days: &[EnsembleDay]) -> Vec<(String, Vec<String>)> {
    let row = |what: &str, cell: &dyn Fn(&EnsembleDay) -> String| {
        (what.to_string(), days.iter().map(cell).collect::<Vec<_>>())
    };
    let optional = |s: &Option<twin::ensemble::Spread>, digits| {
        s.as_ref().map_or_else(|| "–".to_string(), |s| words::spread(s, digits))
    };
    let mut rows = vec![
        row("limb volume after doffing at day's end, %", &|d| words::spread(&d.summary.post_doff_volume_end_pct, 1)),
        row("the lowest of the day, %", &|d| words::spread(&d.summary.post_doff_volume_lowest_pct, 1)),
        row("fluid in the socket at day's end, %", &|d| words::spread(&d.summary.in_socket_fluid_end_pct, 1)),
        row("socks added", &|d| words::spread(&d.summary.socks_added, 0)),
        row("pistoning, mean over the day, mm", &|d| words::spread(&d.summary.pistoning_mean_mm, 1)),
        row("peak pressure of any region, kPa", &|d| words::spread(&d.summary.peak_pressure_kpa, 0)),
        row("mean pressure on the skin, kPa", &|d| words::spread(&d.summary.mean_pressure_kpa, 0)),
        row("time with at least 15 inHg", &|d| words::percent(&d.summary.time_at_working_vacuum)),
        row("steps on the prosthesis to 15 inHg", &|d| optional(&d.summary.strides_to_15_inhg, 0)),
        row("steps on the prosthesis to 17 inHg", &|d| optional(&d.summary.strides_to_17_inhg, 0)),
        row("seconds to 17 inHg", &|d| optional(&d.summary.seconds_to_17_inhg, 0)),
        row("skin suction dose (1 = blister line)", &|d| match &d.summary.suction_dose {
            dose if dose.p90 < 0.001 => "below 0.001".to_string(),
            dose => words::spread(dose, 3),
        }),
        row("persons losing working vacuum, %", &|d| words::number(100.0 * d.summary.share_losing_vacuum, 0)),
    ];
    if days.iter().any(|day| day.summary.battery_end_pct.is_some()) {
        rows.push(row("battery left, %", &|d| optional(&d.summary.battery_end_pct, 1)));
        rows.push(row("pump ran, s", &|d| optional(&d.summary.pump_time_s, 0)));
    }
    rows
}

fn summary(days: &[EnsembleDay]) -> Table {
    let mut header = vec![""];
    header.extend(days.iter().map(|day| day.system.name.as_str()));
    let mut grid = table::new(&header);
    for (what, cells) in rows(days) {
        grid.add_row(std::iter::once(what).chain(cells));
    }
    grid
}
