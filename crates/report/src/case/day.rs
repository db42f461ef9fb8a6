//! The day as pictures, in numbers, and what happened.

use super::head;
use super::page::Page;
use crate::days_html;
use crate::plots::panel;
use crate::plots::{letter, swatch};
use crate::report_page::wide;
use crate::{day_text, words};
use domain::day::ActivityKind;
use maud::{Markup, html};
use twin::ensemble::EnsembleDay;
use twin::system::System;

/// Pictures, table, events.
pub fn section(page: &Page) -> Option<Markup> {
    let texts = page.texts;
    let days = &page.result.days;
    let first = days.first()?;
    let systems: Vec<&System> = days.iter().map(|day| &day.system).collect();
    let settings = &page.result.case.prosthesis.pump_settings;
    let settings: Vec<&str> = settings.keys().map(String::as_str).collect();
    let numbers_title = texts.say("report.day.numbers");
    Some(html! {
        p {
            (texts.fill(
                "report.day.what",
                &[("persons", &(first.persons + 1).to_string())],
            ))
            " "
            strong { (words::told(texts, &page.result.not_used)) }
        }
        p { (texts.say("depends.title")) ":" }
        ul {
            @for said in page.result.foundations.said() {
                li { (words::told(texts, said)) }
            }
        }
        @if !settings.is_empty() {
            p {
                (texts.fill(
                    "report.day.settings",
                    &[("settings", &settings.join(", "))],
                ))
            }
        }
        ul.curves {
            @for (index, day) in days.iter().enumerate() {
                li { (swatch(&day.system, index)) " " (words::told(texts, &day.system.name)) }
            }
        }
        p.small {
            (texts.say("report.day.strip")) " " (head::key(page))
            @if page.result.case.day.activities.iter().any(|activity| activity.kind == ActivityKind::Doff) {
                " " (texts.say("report.day.off"))
            }
        }
        div.panels {
            @for (quantity, drawn) in panel::of_days(days) {
                @if let Some(picture) = panel::picture(texts, quantity, drawn, &page.result.case.day, days) {
                    figure {
                        figcaption {
                            strong { (drawn.title(texts)) } ", " (drawn.unit(texts)) br;
                            span.small { (drawn.hint(texts)) }
                        }
                        (picture)
                    }
                }
            }
        }
        h3 { (numbers_title) }
        (wide(numbers_title, &numbers(page)))
        @if let Some(row) = days_html::render(texts, &page.result.row_of_days, &systems) {
            h3 #days-in-a-row-heading { (texts.say("report.days.title")) }
            (row)
        }
        h3 { (texts.say("report.day.happened")) }
        p.small { (texts.say("report.day.central")) }
        div.events { @for (index, day) in days.iter().enumerate() { (events(page, day, index)) } }
    })
}

fn numbers(page: &Page) -> Markup {
    let texts = page.texts;
    let days = &page.result.days;
    html! {
        table.numbers {
            caption { (texts.say("report.day.median")) " " (day_text::held(texts)) }
            thead { tr {
                th scope="col" { (texts.say("report.quantity")) }
                @for (index, day) in days.iter().enumerate() {
                    th scope="col" { (letter(index)) " " (words::told(texts, &day.system.name)) }
                }
            } }
            tbody {
                @for (what, cells) in day_text::rows(texts, days) {
                    tr { th scope="row" { (what) } @for cell in cells { td { (cell) } } }
                }
            }
        }
    }
}

fn events(page: &Page, day: &EnsembleDay, index: usize) -> Markup {
    let texts = page.texts;
    html! {
        div {
            h4 { (letter(index)) " " (words::told(texts, &day.system.name)) }
            @if day.events.is_empty() { p { (texts.say("report.day.nothing")) } }
            @else { ul.plain { @for event in &day.events { li { (words::event(texts, event)) } } } }
        }
    }
}
