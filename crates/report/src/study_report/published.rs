//! Published numbers beside what trials of their size show in this study.

use super::page::Page;
use crate::report_page::wide;
use crate::words;
use evidence::published::Role;
use maud::{Markup, html};
use trial::disk::result::Beside;
use trial::held::{self, Held};

/// Decimals of numbers whose unit may be anything.
const DIGITS: usize = 2;

/// A table; none where the study names no published number.
pub fn section(page: &Page) -> Option<Markup> {
    let published = &page.result.published;
    if published.is_empty() {
        return None;
    }
    Some(html! {
        p {
            "A published number is one draw from what trials of its size find. From the persons of this study many trials of that size "
            "were drawn, measured with the error that the study gives. The verdict was fixed before any run: inside the central 68 % of "
            "what these trials find, inside the central 95 %, or outside; a published range holds the mean of all persons or does not."
        }
        (wide("Beside what was published", &html! {
            table.figures {
                caption { "Published numbers and trials of their size." }
                thead { tr {
                    th scope="col" { "What" } th scope="col" { "Published" } th scope="col" { "Persons" }
                    th scope="col" { "All persons of this study" } th scope="col" { "Median of trials" }
                    th scope="col" { "68 of 100" } th scope="col" { "95 of 100" } th scope="col" { "Verdict" }
                } }
                tbody { @for beside in published { (row(page, beside)) } }
            }
        }))
    })
}

fn row(page: &Page, beside: &Beside) -> Markup {
    let Some(held) = &beside.held else {
        return html! {
            tr {
                th scope="row" { code { (beside.row) } }
                td.words colspan="7" { "not drawn: " (beside.why_not.as_deref().unwrap_or_default()) }
            }
        };
    };
    let trials = &held.trials;
    let number = |value: f64| words::number(value, DIGITS);
    let range = |low: f64, high: f64| format!("{} to {}", number(low), number(high));
    html! {
        tr {
            th scope="row" {
                (held.row.what) " (" (contrast(page, beside)) "; " code { (beside.row) }
                @if held.row.role == Role::Fitted { ", a parameter of the twin was set on it" }
                ")"
            }
            td { (published(held)) }
            td { (held.row.n) }
            td { (number(held.cohort)) }
            td { (number(trials.p50)) }
            td { (range(trials.p16, trials.p84)) }
            td { (range(trials.p2_5, trials.p97_5)) }
            td.words { (held::words(held)) }
        }
    }
}

fn contrast(page: &Page, beside: &Beside) -> String {
    let arm = page.arm(&beside.arm);
    beside.less.as_ref().map_or_else(|| arm.to_string(), |less| format!("{arm} less {}", page.arm(less)))
}

fn published(held: &Held) -> String {
    let unit = &held.row.unit;
    match held.row.bound.range {
        Some([low, high]) => format!("{} to {} {unit}", words::number(low, DIGITS), words::number(high, DIGITS)),
        None => format!("{} {unit}", words::number(held.row.value, DIGITS)),
    }
}
