//! The day as pictures, in numbers, and what happened.

use super::head;
use super::page::Page;
use crate::plots::panel;
use crate::plots::{letter, swatch};
use crate::report_page::wide;
use crate::{day_text, words};
use domain::day::ActivityKind;
use maud::{Markup, html};
use texts::Texts;
use twin::ensemble::EnsembleDay;

/// Pictures, table, events.
pub fn section(page: &Page) -> Option<Markup> {
    let days = &page.result.days;
    let first = days.first()?;
    Some(html! {
        p {
            "The same persons live the same day on each suspension. Lines are medians of " (first.persons + 1)
            " simulated persons, bands hold the middle 80 % of them (10th to 90th percentile). They share this case's "
            "measurements and day; what nobody measured of this person is drawn. "
            strong { (page.result.not_used) }
        }
        @if !page.result.case.prosthesis.pump_settings.is_empty() {
            p {
                "The simulated electronic pump runs on the settings of this case: "
                (page.result.case.prosthesis.pump_settings.keys().map(String::as_str).collect::<Vec<_>>().join(", "))
                ". No device learns of them by this report: a device takes them as a record, which "
                "concord pump-settings writes."
            }
        }
        ul.curves {
            @for (index, day) in days.iter().enumerate() { li { (swatch(&day.system, index)) " " (day.system.name) } }
        }
        p.small {
            "Strip above each picture: " (head::key(page))
            @if page.result.case.day.activities.iter().any(|activity| activity.kind == ActivityKind::Doff) {
                " Grey ground: prosthesis off."
            }
        }
        div.panels {
            @for (quantity, drawn) in panel::of_days(days) {
                @if let Some(picture) = panel::picture(quantity, drawn, &page.result.case.day, days) {
                    figure {
                        figcaption {
                            strong { (drawn.title(Texts::english())) } ", " (drawn.unit(Texts::english())) br;
                            span.small { (drawn.hint(Texts::english())) }
                        }
                        (picture)
                    }
                }
            }
        }
        h3 { "The day in numbers" }
        (wide("The day in numbers", &numbers(days)))
        h3 { "What happened" }
        p.small { "To the person with the central value of every parameter; others differ." }
        div.events { @for (index, day) in days.iter().enumerate() { (events(day, index)) } }
    })
}

fn numbers(days: &[EnsembleDay]) -> Markup {
    html! {
        table.numbers {
            caption { "Median of the persons simulated (10th … 90th percentile). Volumes since donning. " (day_text::HELD) }
            thead { tr {
                th scope="col" { "Quantity" }
                @for (index, day) in days.iter().enumerate() {
                    th scope="col" { (letter(index)) " " (day.system.name) }
                }
            } }
            tbody {
                @for (what, cells) in day_text::rows(days) {
                    tr { th scope="row" { (what) } @for cell in cells { td { (cell) } } }
                }
            }
        }
    }
}

fn events(day: &EnsembleDay, index: usize) -> Markup {
    html! {
        div {
            h4 { (letter(index)) " " (day.system.name) }
            @if day.events.is_empty() { p { "Nothing to tell." } }
            @else { ul.plain { @for event in &day.events { li { (words::event(event)) } } } }
        }
    }
}
