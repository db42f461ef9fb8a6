//! The tape beside the scan, and how each was taken.

use super::page::Page;
use crate::report_page::wide;
use crate::{tape_text, words};
use maud::{Markup, html};
use workup::tape_against_scan::{Taken, TapeAgainstScan};

/// Only of a scan that was held against a tape.
pub(super) fn section(page: &Page) -> Option<Markup> {
    page.result.tape_against_scan.as_ref().map(against)
}

/// The same wherever it is shown.
pub fn against(against: &TapeAgainstScan) -> Markup {
    let table = html! {
        table.numbers {
            caption { "Circumferences below the " (against.heights_below) ", and the length. " (tape_text::limits(against)) }
            thead { tr {
                th scope="col" { "Where" } th scope="col" { "Tape" } th scope="col" { "Scan" } th scope="col" { "Difference" }
                th scope="col" { "Verdict" }
            } }
            tbody {
                @for (name, figure) in tape_text::figures(against) {
                    tr {
                        th scope="row" { (crate::words::capital(&name)) }
                        @for cell in tape_text::cells(figure) { td { (cell) } }
                    }
                }
            }
        }
    };
    let taken = |name: &'static str, taken: &Taken| html! { li { strong { (name) } ": " (taken.line()) } };
    html! {
        @if let Some(mark) = against.mark() { p { strong { (mark) "." } } }
        (wide("Tape and scan", &table))
        ul {
            (taken("Tape", &against.tape))
            (taken("Scan", &against.scan))
            @if let Some([tape, scan]) = against.volume_ml {
                li {
                    strong { "Volume" } ": " (words::number(tape, 0)) " mL by tape, from circles; " (words::number(scan, 0))
                    " mL by scan (" (words::signed(100.0 * (scan / tape - 1.0), 1)) " %). Not judged."
                }
            }
            li { strong { "Time since doffing" } ": " (against.swelling) "." }
        }
    }
}
