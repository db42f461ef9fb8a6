//! The technique as a table: what was done, where, how much.

use super::page::Page;
use super::step_words;
use crate::report_page::wide;
use maud::{Markup, html};

/// The steps in the file's order.
pub fn section(page: &Page) -> Markup {
    let technique = &page.result.technique;
    let table = html! {
        table.cards {
            caption {
                "Heights are from the mid-patellar tendon (MPT) or the distal end, as said; angles from anterior (0°) towards "
                "lateral (90°). Whatever their order, steps work as on a cast: liner and socks, rectifications, cup, "
                "reduction, flare, wall, mount."
            }
            thead { tr { th scope="col" { "What" } th scope="col" { "Where" } th scope="col" { "How much" }
            } }
            tbody {
                @for (index, step) in technique.steps.iter().enumerate() {
                    @let (what, place, much) = step_words::say(step);
                    tr {
                        th scope="row" { span.no { (index + 1) } " " (what) }
                        td data-label="Where" { (place) }
                        td data-label="How much" { (much) }
                    }
                }
            }
        }
    };
    html! {
        h3 { (technique.name) }
        @if !technique.about.is_empty() { p { (technique.about) } }
        (wide("Steps", &table))
        p.small { "To change a step, edit the technique file that lies beside this report and give it with --technique." }
    }
}
