//! Days in a row in words: for a terminal, and what its table and the report's have in common.

use super::{table, words};
use domain::day::ClockTime;
use texts::Texts;
use twin::ensemble::Spread;
use twin::row_of_days::{DayOfRow, RowOfDays};

/// A table with a row a day, when no sock was needed, and what was measured over two weeks.
pub fn render(texts: &Texts, row: &RowOfDays) -> String {
    let mut grid = table::new(&header(texts));
    row.days.iter().for_each(|day| {
        grid.add_row(cells(texts, day));
    });
    let lines = [vec![heading(texts, row), grid.to_string()], sentences(texts, row)].concat();
    format!("\n{}\n", lines.join("\n"))
}

/// Whose days they are.
pub fn heading(texts: &Texts, row: &RowOfDays) -> String {
    texts.fill("terminal.days.heading", &[("system", &words::told(texts, &row.name))])
}

/// What is assumed, when no sock was needed, and what was measured over two weeks.
pub fn sentences(texts: &Texts, row: &RowOfDays) -> Vec<String> {
    let mut lines: Vec<String> = vec![texts.say("terminal.days.assumed").into()];
    lines.push(texts.say("terminal.days.whose").into());
    lines.push(match row.first_day_without_sock {
        Some(day) => texts.fill("terminal.days.first_without", &[("day", &day.to_string())]),
        None => texts.fill("terminal.days.never_without", &[("days", &row.days.len().to_string())]),
    });
    let no_more = |day: usize| texts.fill("terminal.days.no_more", &[("day", &day.to_string())]);
    lines.extend(row.no_more_socks_from_day.map(no_more));
    lines.extend(leak_grows(texts, &row.days));
    let measured = &row.two_weeks.measured;
    let [low, high, mean, sd] = [measured.low_pct, measured.high_pct, measured.mean_pct, measured.sd_pct]
        .map(|number| words::number(texts, number, 1));
    let (persons, days) = (measured.persons.to_string(), measured.days.to_string());
    let with = [("low", &*low), ("high", &high), ("persons", &persons), ("mean", &mean), ("sd", &sd)];
    lines.push(texts.fill("terminal.days.measured", &with));
    lines.push(match row.two_weeks.change_pct {
        None => texts.fill("terminal.days.too_few", &[("days", &days)]),
        Some(change) => {
            let change = words::signed(texts, change.central, 1);
            let outside = row.two_weeks.outside == Some(true);
            let sentence = if outside { "terminal.days.outside" } else { "terminal.days.within" };
            texts.fill(sentence, &[("days", &days), ("change", &change)])
        }
    });
    lines
}

/// How much more leaks in on the last day than on the first; nothing where the sleeve stays as it is.
fn leak_grows(texts: &Texts, days: &[DayOfRow]) -> Option<String> {
    let (first, last) = (days.first()?.leak_ml_per_min, days.last()?.leak_ml_per_min);
    let [before, after] = [first, last].map(|leak| words::spread(texts, &leak, 1));
    (first != last).then(|| texts.fill("terminal.days.leak_grows", &[("first", &before), ("last", &after)]))
}

/// What the columns of a table of days are.
pub fn header(texts: &Texts) -> [&str; 7] {
    [
        texts.say("terminal.days.day"),
        texts.say("terminal.days.evening"),
        texts.say("terminal.days.morning"),
        texts.say("terminal.days.lowest"),
        texts.say("terminal.days.socks"),
        texts.say("terminal.days.first_sock"),
        texts.say("terminal.days.without"),
    ]
}

/// One day in the columns of [`header`].
pub fn cells(texts: &Texts, day: &DayOfRow) -> [String; 7] {
    let name = day.name.as_ref().map_or_else(|| day.day.to_string(), |name| format!("{}: {name}", day.day));
    let volume = |volume: &Spread| words::spread(texts, volume, 1);
    [
        name,
        volume(&day.evening_volume_pct),
        volume(&day.next_morning_volume_pct),
        volume(&day.lowest_volume_pct),
        words::spread(texts, &day.socks_added, 0),
        day.first_sock_h.map_or_else(|| "–".into(), |hours| clock(&hours)),
        words::number(texts, 100.0 * day.share_without_sock, 0),
    ]
}

/// "09:20 (08:10 … 12:40)".
fn clock(hours: &Spread) -> String {
    let [p50, p10, p90] = [hours.p50, hours.p10, hours.p90].map(|hours| ClockTime::show((hours * 60.0).round() * 60.0));
    format!("{p50} ({p10} … {p90})")
}
