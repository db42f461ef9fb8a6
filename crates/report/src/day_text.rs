//! The day for a terminal.

use super::{table, words};
use comfy_table::Table;
use std::fmt::Write;
use texts::Texts;
use twin::ensemble::{EnsembleDay, Held, Spread};
use twin::quantity::{FIRST_AIM_KPA, Outcome, STRIDES, Span, Statistic};
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

/// One row an outcome, one column a suspension.
pub fn rows(days: &[EnsembleDay]) -> Vec<(String, Vec<String>)> {
    let all = days.iter().flat_map(|day| day.summary.iter().map(|(outcome, _)| outcome));
    let mut shown: Vec<(u8, &Outcome)> = vec![];
    for (place, outcome) in all.filter_map(|outcome| Some((outcome.place?, outcome))) {
        // What no suspension has says nothing here; a level that none reaches does.
        let asked =
            matches!(outcome.statistic, Statistic::Reached(..) | Statistic::HeldHours(_) | Statistic::Happened(_));
        let there = asked || days.iter().any(|day| day.summary.spread(outcome).is_some());
        if there && !shown.iter().any(|(_, own)| *own == outcome) {
            shown.push((place, outcome));
        }
    }
    shown.sort_by_key(|(place, _)| *place);
    let row = |outcome: &Outcome| {
        (outcome.label(Texts::english()).to_string(), days.iter().map(|day| cell(day, outcome)).collect())
    };
    shown.into_iter().map(|(_, outcome)| row(outcome)).collect()
}

fn cell(day: &EnsembleDay, outcome: &Outcome) -> String {
    const NONE: &str = "–";
    let summary = &day.summary;
    let spread = summary.spread(outcome);
    match outcome.statistic {
        Statistic::HeldHours(span) => {
            let of = |held: &Held| if span == Span::Stood { held.standing_h } else { held.worn_h };
            let hours = summary.held.as_ref().map(of).zip(spread);
            hours.map_or_else(|| NONE.into(), |(of, s)| format!("{} of {}", value(outcome, &s), words::number(of, 1)))
        }
        // Only what a pump maintains can be lost.
        Statistic::Happened(_) if summary.held.is_none() => NONE.into(),
        Statistic::Happened(_) => {
            summary.number(outcome).map_or_else(|| NONE.into(), |share| words::number(100.0 * share, 0))
        }
        // Where nobody walks there is no step to speak of.
        Statistic::Mean(_, Span::Walked) | Statistic::Median(_, Span::Walked)
            if summary.number(&STRIDES) <= Some(0.0) =>
        {
            NONE.into()
        }
        // Steps to a level that the pump's controller does not aim at say nothing of the pump.
        Statistic::Reached(level, _) if spread.is_none() => match summary.number(&FIRST_AIM_KPA) {
            Some(aim) if aim < level.kpa() => format!("not aimed at: first rests at {}", words::vacuum(aim)),
            _ => NONE.into(),
        },
        _ => spread.map_or_else(|| NONE.into(), |spread| value(outcome, &spread)),
    }
}

/// An outcome's spread as every table shows it: shares in percent, and no row of noughts.
pub fn value(outcome: &Outcome, spread: &Spread) -> String {
    match outcome.digits {
        _ if outcome.is_share() => words::percent(spread),
        3.. if spread.p90 < 0.001 => "below 0.001".into(),
        digits => words::spread(spread, digits),
    }
}

/// What "held" means, for below a table that says it.
pub const HELD: &str = "Vacuum is held: at least 15 inHg, or what the pump's controller aims at, less twice its band, where that is lower.";

fn summary(days: &[EnsembleDay]) -> Table {
    let mut header = vec![""];
    header.extend(days.iter().map(|day| day.system.name.as_str()));
    let mut grid = table::new(&header);
    for (what, cells) in rows(days) {
        grid.add_row(std::iter::once(what).chain(cells));
    }
    grid
}
