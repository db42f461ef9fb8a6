//! The day for a terminal.

use super::{table, words};
use comfy_table::Table;
use std::fmt::Write;
use twin::ensemble::{EnsembleDay, Held, Spread, Summary};
use twin::events::{TARGET_KPA, WORKING_KPA};
use workup::outcome::DayResult;

/// The day's table and what happened.
pub fn render(result: &DayResult) -> String {
    let measured = result.tape_against_scan.as_ref().map_or(String::new(), |against| format!("{}.\n", against.line()));
    let told = result.expanded_day.as_ref().map_or(String::new(), |day| format!("{}\n", day.said));
    let mut text = format!("{}\n{measured}{told}\n{}\n", result.case, summary(&result.days));
    text += "Median of the persons drawn (10th … 90th percentile). Volumes since donning.\n";
    let _ = writeln!(text, "{HELD}\n{}", result.not_used);
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
    let optional =
        |s: &Option<Spread>, digits| s.as_ref().map_or_else(|| "–".to_string(), |s| words::spread(s, digits));
    // Steps to a level that the pump's controller does not aim at say nothing of the pump.
    let reached = |d: &EnsembleDay, s: &Option<Spread>, level_kpa: f64| match (s, d.summary.first_aim_kpa) {
        (None, Some(aim)) if aim < level_kpa => format!("not aimed at: first rests at {}", words::vacuum(aim)),
        (s, _) => optional(s, 0),
    };
    // Where nobody walks there is no step to speak of.
    let walked = |d: &EnsembleDay, s: &Spread, digits| {
        if d.summary.strides > 0.0 { words::spread(s, digits) } else { "–".to_string() }
    };
    // Only what a pump maintains can be lost.
    let pumped = |d: &EnsembleDay, share: f64| match d.summary.held {
        Some(_) => words::number(100.0 * share, 0),
        None => "–".to_string(),
    };
    let mut rows = vec![
        row("limb volume after doffing at day's end, %", &|d| words::spread(&d.summary.post_doff_volume_end_pct, 1)),
        row("the lowest of the day, %", &|d| words::spread(&d.summary.post_doff_volume_lowest_pct, 1)),
        row("fluid in the socket at day's end, %", &|d| words::spread(&d.summary.in_socket_fluid_end_pct, 1)),
        row("socks added", &|d| words::spread(&d.summary.socks_added, 0)),
        row("pistoning, mean while walking, mm", &|d| walked(d, &d.summary.pistoning_mean_mm, 1)),
        row("peak pressure of any region while walking, kPa", &|d| walked(d, &d.summary.peak_pressure_kpa, 0)),
        row("mean pressure on the skin, kPa", &|d| words::spread(&d.summary.mean_pressure_kpa, 0)),
        row("time with at least 15 inHg", &|d| words::percent(&d.summary.time_at_working_vacuum)),
        row("hours with the vacuum held", &|d| held(&d.summary, |held| (held.held_h, held.worn_h))),
        row("hours of standing with the vacuum held", &|d| {
            held(&d.summary, |held| (held.standing_held_h, held.standing_h))
        }),
        row("persons who lose held vacuum, %", &|d| pumped(d, d.summary.share_losing_vacuum)),
        row("persons whose limb swells beyond +2 % for an hour in vacuum, %", &|d| {
            pumped(d, d.summary.share_swelling_in_vacuum)
        }),
        row("steps on the prosthesis to 15 inHg", &|d| reached(d, &d.summary.strides_to_15_inhg, WORKING_KPA)),
        row("steps on the prosthesis to 17 inHg", &|d| reached(d, &d.summary.strides_to_17_inhg, TARGET_KPA)),
        row("seconds to 17 inHg", &|d| reached(d, &d.summary.seconds_to_17_inhg, TARGET_KPA)),
        row("skin suction dose (1 = blister line)", &|d| match &d.summary.suction_dose {
            dose if dose.p90 < 0.001 => "below 0.001".to_string(),
            dose => words::spread(dose, 3),
        }),
    ];
    if days.iter().any(|day| day.summary.battery_end_pct.is_some()) {
        rows.push(row("battery left, %", &|d| optional(&d.summary.battery_end_pct, 1)));
        rows.push(row("pump ran, s", &|d| optional(&d.summary.pump_time_s, 0)));
    }
    rows
}

/// What "held" means, for below a table that says it.
pub const HELD: &str = "Vacuum is held: at least 15 inHg, or what the pump's controller aims at, less twice its band, where that is lower.";

/// "8.0 (6.1 … 9.2) of 16.0".
fn held(summary: &Summary, read: fn(&Held) -> (Spread, f64)) -> String {
    summary.held.as_ref().map_or_else(
        || "–".to_string(),
        |held| {
            let (hours, of) = read(held);
            format!("{} of {}", words::spread(&hours, 1), words::number(of, 1))
        },
    )
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
