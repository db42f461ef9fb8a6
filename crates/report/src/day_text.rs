//! The day for a terminal.

use super::{days_text, table, words};
use comfy_table::Table;
use std::fmt::Write;
use texts::Texts;
use twin::ensemble::{EnsembleDay, Held, Spread};
use twin::quantity::{FIRST_AIM_KPA, Outcome, STRIDES, Span, Statistic};
use twin::regional::RegionsOfDay;
use workup::outcome::DayResult;
use workup::personal::Foundations;

/// The day's table and what happened.
pub fn render(texts: &Texts, result: &DayResult) -> String {
    let against = result.tape_against_scan.as_ref();
    let measured = against.map_or(String::new(), |against| format!("{}.\n", words::told(texts, &against.line())));
    let told = result.expanded_day.as_ref();
    let told = told.map_or(String::new(), |day| format!("{}\n", words::day_expanded(texts, &day.expanded_from)));
    let mut text = format!("{}\n{measured}{told}\n{}\n", result.case, summary(texts, &result.days));
    let _ = writeln!(text, "{}", texts.say("terminal.day.median"));
    let _ = writeln!(text, "{}\n{}", held(texts), words::told(texts, &result.not_used));
    let _ = write!(text, "{}", foundations(texts, &result.foundations));
    for note in &result.notes {
        let _ = writeln!(text, "{}", note_line(texts, &note.in_words_of(texts)));
    }
    for day in &result.days {
        let _ = writeln!(text, "\n{}", words::told(texts, &day.system.name));
        if day.events.is_empty() {
            let _ = writeln!(text, "  {}", texts.say("terminal.day.nothing"));
        }
        for event in &day.events {
            let _ = writeln!(text, "  {}", words::event(texts, event));
        }
    }
    for row in &result.row_of_days {
        text += &days_text::render(texts, row);
    }
    if !result.regions.is_empty() {
        let _ = writeln!(text, "\n{}\n{}", regions(texts, &result.regions), texts.say("terminal.day.regions_alone"));
    }
    text
}

/// Volume after doffing at the day's end, a row a region and a column a suspension.
fn regions(texts: &Texts, days: &[RegionsOfDay]) -> Table {
    let names: Vec<String> = days.iter().map(|day| words::told(texts, &day.name)).collect();
    let mut header = vec![texts.say("terminal.day.regions")];
    header.extend(names.iter().map(String::as_str));
    let mut grid = table::new(&header);
    for (place, region) in days[0].regions.iter().enumerate() {
        let volume = |day: &RegionsOfDay| words::number(texts, day.regions[place].post_doff_volume_end_pct, 1);
        grid.add_row(std::iter::once(region.region.clone()).chain(days.iter().map(volume)));
    }
    grid
}

/// What of the case decides about the limb: a title and a line an answer.
pub fn foundations(texts: &Texts, foundations: &Foundations) -> String {
    let lines = foundations.said().map(|said| format!("  {}\n", words::told(texts, said)));
    format!("{}:\n{}", texts.say("depends.title"), lines.collect::<String>())
}

/// "Note: …".
pub fn note_line(texts: &Texts, note: &str) -> String {
    texts.fill("terminal.note", &[("note", note)])
}

/// One row an outcome, one column a suspension.
pub fn rows(texts: &Texts, days: &[EnsembleDay]) -> Vec<(String, Vec<String>)> {
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
        (outcome.label(texts).to_string(), days.iter().map(|day| cell(texts, day, outcome)).collect())
    };
    shown.into_iter().map(|(_, outcome)| row(outcome)).collect()
}

fn cell(texts: &Texts, day: &EnsembleDay, outcome: &Outcome) -> String {
    const NONE: &str = "–";
    let summary = &day.summary;
    let spread = summary.spread(outcome);
    match outcome.statistic {
        Statistic::HeldHours(span) => {
            let of = |held: &Held| if span == Span::Stood { held.standing_h } else { held.worn_h };
            let hours = summary.held.as_ref().map(of).zip(spread);
            hours.map_or_else(
                || NONE.into(),
                |(of, s)| {
                    texts.fill(
                        "report.day.of",
                        &[("part", &value(texts, outcome, &s)), ("whole", &words::number(texts, of, 1))],
                    )
                },
            )
        }
        // Only what a pump maintains can be lost.
        Statistic::Happened(_) if summary.held.is_none() => NONE.into(),
        Statistic::Happened(_) => {
            summary.number(outcome).map_or_else(|| NONE.into(), |share| words::number(texts, 100.0 * share, 0))
        }
        // Where nobody walks there is no step to speak of.
        Statistic::Median(_, Span::Walked) if summary.number(&STRIDES) <= Some(0.0) => NONE.into(),
        // Steps to a level that the pump's controller does not aim at say nothing of the pump.
        Statistic::Reached(level, _) if spread.is_none() => match summary.number(&FIRST_AIM_KPA) {
            Some(aim) if aim < level.kpa() => {
                texts.fill("report.day.not_aimed_at", &[("vacuum", &words::vacuum(texts, aim))])
            }
            _ => NONE.into(),
        },
        _ => spread.map_or_else(|| NONE.into(), |spread| value(texts, outcome, &spread)),
    }
}

/// An outcome's spread as every table shows it: shares in percent, and nothing finer than is known.
pub fn value(texts: &Texts, outcome: &Outcome, spread: &Spread) -> String {
    match outcome.digits {
        _ if outcome.is_share() => words::percent(texts, spread),
        digits => words::spread_from(texts, spread, digits, outcome.least),
    }
}

/// What "held" means, for below a table that says it.
pub fn held(texts: &Texts) -> &str {
    texts.say("report.day.held")
}

fn summary(texts: &Texts, days: &[EnsembleDay]) -> Table {
    let names: Vec<String> = days.iter().map(|day| words::told(texts, &day.system.name)).collect();
    let mut header = vec![""];
    header.extend(names.iter().map(String::as_str));
    let mut grid = table::new(&header);
    for (what, cells) in rows(texts, days) {
        grid.add_row(std::iter::once(what).chain(cells));
    }
    grid
}
