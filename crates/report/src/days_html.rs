//! Days in a row for report and page: a picture of mornings and evenings, and a table a suspension.

use crate::plots::{days, swatch};
use crate::report_page::wide;
use crate::{days_text, words};
use maud::{Markup, html};
use texts::Texts;
use twin::row_of_days::RowOfDays;
use twin::system::System;

/// Picture, tables and what they say, below a title of the caller's; `systems` are those of the rows, in their order. Nothing
/// where there are no days in a row.
pub fn render(texts: &Texts, rows: &[RowOfDays], systems: &[&System]) -> Option<Markup> {
    let count = rows.first()?.days.len().to_string();
    Some(html! {
        p { (texts.fill("report.days.what", &[("days", &count)])) }
        ul.curves {
            @for (index, system) in systems.iter().enumerate() {
                li { (swatch(system, index)) " " (words::told(texts, &system.name)) }
            }
        }
        figure { (days::picture(texts, rows, systems, "days-in-a-row")) }
        @for row in rows {
            h4 { (days_text::heading(texts, row)) }
            (wide(&words::told(texts, &row.name), &grid(texts, row)))
            p.small { (days_text::sentences(texts, row).join(" ")) }
        }
    })
}

fn grid(texts: &Texts, row: &RowOfDays) -> Markup {
    html! {
        table.numbers {
            caption { (texts.say("report.days.median")) }
            thead { tr { @for column in days_text::header(texts) { th scope="col" { (column) } } } }
            tbody {
                @for day in &row.days {
                    @let [name, rest @ ..] = days_text::cells(texts, day);
                    tr { th scope="row" { (name) } @for cell in rest { td { (cell) } } }
                }
            }
        }
    }
}
