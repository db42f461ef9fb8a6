//! The first steps, the sensor's failure, and what would break the fitted system.

use super::page::Page;
use crate::day_text::value;
use crate::report_page::wide;
use crate::words;
use maud::{Markup, html};
use texts::Texts;
use twin::ensemble::Spread;
use twin::quantity::{
    BATTERY_END_PCT, HELD_H, Outcome, PISTONING_MEAN_MM, POST_DOFF_VOLUME_END_PCT, SOCKS_ADDED, STRIDES_TO_15_INHG,
    TIME_AT_WORKING_VACUUM,
};
use workup::outcome::{BROKEN, WhatIf};

/// First steps and sensor; none without a recommended pump.
pub fn first_steps(page: &Page) -> Option<Markup> {
    let texts = page.texts;
    let answers = page.result.answers.as_ref()?;
    let first = &answers.first_steps;
    let vacuum = |kpa: &Spread| {
        [words::vacuum(texts, kpa.p50), words::number(texts, kpa.p10, 0), words::number(texts, kpa.p90, 0)]
    };
    let [intact, low, high] = vacuum(&first.intact_kpa);
    let [torn, torn_low, torn_high] = vacuum(&first.pinhole_kpa);
    let steps = words::number(texts, first.steps, 0);
    let pinhole = texts.figure(&first.pinhole_mm.to_string());
    let seal = words::seal(texts, &answers.pinhole_in);
    Some(html! {
        p {
            (texts.fill(
                "report.first.intact",
                &[("steps", &steps), ("vacuum", &intact), ("low", &low), ("high", &high)],
            ))
        }
        p {
            (texts.fill(
                "report.first.pinhole",
                &[("pinhole", &pinhole), ("seal", seal), ("vacuum", &torn), ("low", &torn_low), ("high", &torn_high)],
            ))
        }
        p { (words::told(texts, &answers.pinhole_bounds)) "." }
        @if let Some(aim) = first.aim_kpa {
            p { (texts.fill("report.first.aims", &[("vacuum", &words::vacuum(texts, aim))])) }
        }
        p {
            strong { (texts.say("report.first.sensor")) " " }
            (words::told(texts, &answers.if_the_sensor_dies))
        }
    })
}

/// What-ifs; none without a recommended pump.
pub fn what_if(page: &Page) -> Option<Markup> {
    let texts = page.texts;
    let (fitted, broken) = page.result.what_if.split_first()?;
    Some(html! {
        p { (texts.say("report.what_if.what")) }
        ul { @for case in broken { li { (sentence(texts, fitted, case)) } } }
        (wide(texts.say("report.what_if.title"), &table(texts, fitted, broken)))
    })
}

/// How a change of an outcome of a broken day is said.
const SAID: [(&Outcome, &str); BROKEN.len()] = [
    (&TIME_AT_WORKING_VACUUM, "report.what_if.time"),
    (&POST_DOFF_VOLUME_END_PCT, "report.what_if.volume"),
    (&PISTONING_MEAN_MM, "report.what_if.pistoning"),
    (&STRIDES_TO_15_INHG, "report.what_if.strides"),
    (&SOCKS_ADDED, "report.what_if.socks"),
    (&HELD_H, "report.what_if.held"),
    (&BATTERY_END_PCT, "report.what_if.battery"),
];

/// In front of a row. Hours stand here without those worn, so they are named otherwise than in the day's table.
fn heading(texts: &Texts, outcome: &Outcome) -> String {
    if outcome == &HELD_H {
        texts.say("report.what_if.hours_held").into()
    } else {
        words::capital(outcome.label(texts))
    }
}

/// The median as it is shown.
fn shown(texts: &Texts, outcome: &Outcome, case: &WhatIf) -> Option<String> {
    let scale = if outcome.is_share() { 100.0 } else { 1.0 };
    case.told.spread(outcome).map(|spread| words::number_from(texts, scale * spread.p50, outcome.digits, outcome.least))
}

/// What changed between two cells as they are shown; nothing where they read the same.
fn change(texts: &Texts, outcome: &Outcome, said: &str, fitted: &WhatIf, case: &WhatIf) -> Option<String> {
    let (before, after) = (shown(texts, outcome, fitted), shown(texts, outcome, case));
    let unit = match outcome.unit {
        _ if outcome.is_share() => " %",
        "%" => " %",
        "mm" => " mm",
        _ => "",
    };
    (before != after).then(|| {
        let never = || texts.say("report.what_if.never").to_string();
        let [before, after] = [before, after].map(|shown| shown.map_or_else(never, |shown| shown + unit));
        texts.fill(said, &[("before", &before), ("after", &after)])
    })
}

fn sentence(texts: &Texts, fitted: &WhatIf, case: &WhatIf) -> Markup {
    let mut changes: Vec<String> =
        SAID.iter().filter_map(|(outcome, said)| change(texts, outcome, said, fitted, case)).collect();
    if case.first_lost != fitted.first_lost {
        let lost = case.first_lost.as_ref();
        let lost = lost.map_or_else(|| texts.say("report.what_if.never").into(), |lost| words::told(texts, lost));
        changes.push(texts.fill("report.what_if.lost", &[("lost", &lost)]));
    }
    let what = crate::words::capital(&words::told(texts, &case.what));
    html! {
        strong { (what) ": " }
        @if changes.is_empty() { (texts.say("report.what_if.unchanged")) }
        @else { (changes.join("; ")) "." }
    }
}

fn table(texts: &Texts, fitted: &WhatIf, broken: &[WhatIf]) -> Markup {
    // The same outcome reads the same in every table.
    let of = |outcome: &Outcome, case: &WhatIf| case.told.spread(outcome).map(|spread| value(texts, outcome, &spread));
    let lost = |case: &WhatIf| case.first_lost.as_ref().map(|lost| words::told(texts, lost));
    html! {
        table.numbers {
            caption { (texts.say("report.what_if.caption")) }
            thead { tr {
                th scope="col" { (texts.say("report.quantity")) }
                th scope="col" { (crate::words::capital(&words::told(texts, &fitted.what))) }
                @for case in broken { th scope="col" { (crate::words::capital(&words::told(texts, &case.what))) } }
            } }
            tbody {
                @for (outcome, _) in fitted.told.iter().filter(|(outcome, _)| of(outcome, fitted).is_some() || broken.iter().any(|case| of(outcome, case).is_some())) {
                    tr {
                        th scope="row" { (heading(texts, outcome)) }
                        td { (cell(of(outcome, fitted))) }
                        @for case in broken {
                            @if shown(texts, outcome, case) == shown(texts, outcome, fitted) { td { (cell(of(outcome, case))) } }
                            @else { td { strong { (cell(of(outcome, case))) } } }
                        }
                    }
                }
                tr {
                    th scope="row" { (texts.say("report.what_if.first_lost")) }
                    td { (cell(lost(fitted))) }
                    @for case in broken { td { (cell(lost(case))) } }
                }
            }
        }
    }
}

fn cell(text: Option<String>) -> String {
    text.unwrap_or_else(|| "–".into())
}
