//! The tape beside the scan, and how each was taken.

use super::found;
use super::page::Page;
use crate::report_page::wide;
use crate::{tape_text, words};
use maud::{Markup, html};
use texts::Texts;
use workup::tape_against_scan::{Taken, TapeAgainstScan};

/// Only of a scan that was held against a tape.
pub(super) fn section(page: &Page) -> Option<Markup> {
    page.result.tape_against_scan.as_ref().map(|found| against(page.texts, found))
}

/// The same wherever it is shown.
pub fn against(texts: &Texts, against: &TapeAgainstScan) -> Markup {
    let (tape, scan) = (texts.say("socket_report.tape.tape"), texts.say("socket_report.tape.scan"));
    let table = html! {
        table.numbers {
            caption {
                (texts.fill(
                    "socket_report.tape.caption",
                    &[("reference", &words::told(texts, &against.heights_below))],
                ))
                " " (words::told(texts, &tape_text::limits(against)))
            }
            thead { tr {
                th scope="col" { (texts.say("socket_report.tape.at")) } th scope="col" { (tape) } th scope="col" { (scan) }
                th scope="col" { (texts.say("socket_report.tape.difference")) }
                th scope="col" { (texts.say("report.pumps.verdict")) }
            } }
            tbody {
                @for (name, figure) in tape_text::figures(against) {
                    tr {
                        th scope="row" { (words::capital(&words::told(texts, &name))) }
                        @for cell in tape_text::cells(figure) { td { (words::told(texts, &cell)) } }
                    }
                }
            }
        }
    };
    let taken = |name: &str, taken: &Taken| html! { li { strong { (name) } ": " (found::taken(texts, taken)) } };
    html! {
        @if let Some(mark) = against.mark() { p { strong { (words::told(texts, &mark)) "." } } }
        (wide(texts.say("report.limb.tape_and_scan"), &table))
        ul {
            (taken(tape, &against.tape))
            (taken(scan, &against.scan))
            @if let Some([tape, scan]) = against.volume_ml {
                li {
                    strong { (texts.say("socket_report.sheet.volume")) } ": "
                    (texts.fill(
                        "socket_report.tape.volume",
                        &[
                            ("tape", &words::number(texts, tape, 0)),
                            ("scan", &words::number(texts, scan, 0)),
                            ("change", &words::signed(texts, 100.0 * (scan / tape - 1.0), 1)),
                        ],
                    ))
                }
            }
            li { strong { (texts.say("socket_report.tape.doffed")) } ": " (words::told(texts, &against.swelling)) "." }
        }
    }
}
