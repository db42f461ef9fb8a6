//! The technique as a table: what was done, where, how much.

use super::page::Page;
use super::step_words;
use crate::phrase::english;
use crate::report_page::wide;
use crate::words;
use maud::{Markup, html};

/// The steps in the file's order.
pub fn section(page: &Page) -> Markup {
    let texts = page.texts;
    let technique = &page.result.technique;
    let table = html! {
        table.cards {
            caption {
                (texts.fill(
                    "socket_report.steps.caption",
                    &[
                        ("landmark", words::level_landmark(texts, page.result.level)),
                        ("level", words::level_short(texts, page.result.level)),
                    ],
                ))
            }
            thead { tr { th scope="col" { (texts.say("socket_report.steps.what")) } th scope="col" { (texts.say("socket_report.steps.place")) }
                th scope="col" { (texts.say("socket_report.steps.much")) }
            } }
            tbody {
                @for (index, step) in technique.steps.iter().enumerate() {
                    @let (what, place, much) = step_words::say(texts, page.result.level, step);
                    tr {
                        th scope="row" { span.no { (index + 1) } " " (what) }
                        td data-label=(texts.say("socket_report.steps.place")) { (place) }
                        td data-label=(texts.say("socket_report.steps.much")) { (much) }
                    }
                }
            }
        }
    };
    html! {
        h3 { (texts.named(&technique.name)) }
        @if !technique.about.is_empty() { p { (english(texts, &technique.about)) } }
        (wide(texts.say("socket_report.steps.name"), &table))
        p.small { (texts.say("socket_report.steps.edit")) }
    }
}
