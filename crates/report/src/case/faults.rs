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
    let answers = page.result.answers.as_ref()?;
    let first = &answers.first_steps;
    let vacuum = |kpa: &Spread| {
        format!(
            "{}; eight of ten persons lie between {} and {} kPa",
            words::vacuum(kpa.p50),
            words::number(kpa.p10, 0),
            words::number(kpa.p90, 0)
        )
    };
    let steps = words::number(first.steps, 0);
    Some(html! {
        p {
            "After the first " (steps) " steps on the prosthesis the vacuum is predicted at "
            (vacuum(&first.intact_kpa)) "."
        }
        p {
            "With a pinhole of " (first.pinhole_mm) " mm in the " (answers.pinhole_in) " it is predicted at " (vacuum(&first.pinhole_kpa))
            "."
        }
        @if let Some(aim) = first.aim_kpa {
            p { "Its controller then aims at " (words::vacuum(aim)) "." }
        }
        p { strong { "If the pump's pressure sensor dies: " } (answers.if_the_sensor_dies) }
    })
}

/// What-ifs; none without a recommended pump.
pub fn what_if(page: &Page) -> Option<Markup> {
    let (fitted, broken) = page.result.what_if.split_first()?;
    Some(html! {
        p { "The same day on the recommended pump, each time with one thing wrong, compared with the day as fitted." }
        ul { @for case in broken { li { (sentence(fitted, case)) } } }
        (wide("What could go wrong", &table(fitted, broken)))
    })
}

/// How a change of an outcome of a broken day is said: "{…} from 47 % to 25 %".
const SAID: [(&Outcome, &str); BROKEN.len()] = [
    (&TIME_AT_WORKING_VACUUM, "time with at least 15 inHg goes"),
    (&POST_DOFF_VOLUME_END_PCT, "limb volume at the day's end goes"),
    (&PISTONING_MEAN_MM, "mean pistoning goes"),
    (&STRIDES_TO_15_INHG, "steps to 15 inHg go"),
    (&SOCKS_ADDED, "socks added go"),
    (&HELD_H, "hours with the vacuum held go"),
    (&BATTERY_END_PCT, "battery left goes"),
];

/// In front of a row. Hours stand here without those worn, so they are named otherwise than in the day's table.
fn heading(outcome: &Outcome) -> String {
    if outcome == &HELD_H { "Hours held".into() } else { words::capital(outcome.label(Texts::english())) }
}

/// The median as it is shown.
fn shown(outcome: &Outcome, case: &WhatIf) -> Option<String> {
    let scale = if outcome.is_share() { 100.0 } else { 1.0 };
    case.told.spread(outcome).map(|spread| words::number(scale * spread.p50, outcome.digits))
}

/// What changed between two cells as they are shown; nothing where they read the same.
fn change(outcome: &Outcome, said: &str, fitted: &WhatIf, case: &WhatIf) -> Option<String> {
    let (before, after) = (shown(outcome, fitted), shown(outcome, case));
    let unit = match outcome.unit {
        _ if outcome.is_share() => " %",
        "%" => " %",
        "mm" => " mm",
        _ => "",
    };
    (before != after).then(|| {
        let text = |shown: Option<String>| shown.map_or_else(|| "never".to_string(), |shown| shown + unit);
        format!("{said} from {} to {}", text(before), text(after))
    })
}

fn sentence(fitted: &WhatIf, case: &WhatIf) -> Markup {
    let mut changes: Vec<String> =
        SAID.iter().filter_map(|(outcome, said)| change(outcome, said, fitted, case)).collect();
    if case.first_lost != fitted.first_lost {
        let lost = case.first_lost.as_deref().unwrap_or("never");
        changes.push(format!("with central parameter values, held vacuum is first lost: {lost}"));
    }
    let what = crate::words::capital(&case.what);
    html! {
        strong { (what) ": " }
        @if changes.is_empty() { "nothing changes that these numbers show." }
        @else { (changes.join("; ")) "." }
    }
}

fn table(fitted: &WhatIf, broken: &[WhatIf]) -> Markup {
    // The same outcome reads the same in every table.
    let of = |outcome: &Outcome, case: &WhatIf| case.told.spread(outcome).map(|spread| value(outcome, &spread));
    html! {
        table.numbers {
            caption { "Median (10th … 90th percentile). Bold: differs from the day as fitted." }
            thead { tr {
                th scope="col" { "Quantity" }
                th scope="col" { (crate::words::capital(&fitted.what)) }
                @for case in broken { th scope="col" { (crate::words::capital(&case.what)) } }
            } }
            tbody {
                @for (outcome, _) in fitted.told.iter().filter(|(outcome, _)| of(outcome, fitted).is_some() || broken.iter().any(|case| of(outcome, case).is_some())) {
                    tr {
                        th scope="row" { (heading(outcome)) }
                        td { (cell(of(outcome, fitted))) }
                        @for case in broken {
                            @if shown(outcome, case) == shown(outcome, fitted) { td { (cell(of(outcome, case))) } }
                            @else { td { strong { (cell(of(outcome, case))) } } }
                        }
                    }
                }
                tr {
                    th scope="row" { "Held vacuum first lost, with central parameter values" }
                    td { (cell(fitted.first_lost.as_ref().map(ToString::to_string))) }
                    @for case in broken { td { (cell(case.first_lost.as_ref().map(ToString::to_string))) } }
                }
            }
        }
    }
}

fn cell(text: Option<String>) -> String {
    text.unwrap_or_else(|| "–".into())
}
