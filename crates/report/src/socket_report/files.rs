//! Every file and what it is for; what was read, and how the limb came into its axes.

use super::found;
use super::page::Page;
use crate::report_page::wide;
use maud::{Markup, html};

/// Files written, then the way from the scan to the limb.
pub fn section(page: &Page) -> Markup {
    let table = html! {
        table.cards {
            caption { "Beside this report. Lengths are millimetres in all of them." }
            thead { tr {
                th scope="col" { "File" } th scope="col" { "What for" } th scope="col" { "Read back" } th scope="col" { "Bytes" }
            } }
            tbody {
                @for file in &page.result.files {
                    tr {
                        th.file scope="row" { (file.file) }
                        td { (crate::words::capital(&file.what)) }
                        td data-label="Read back" { @if file.checked.is_empty() { "–" } @else { (file.checked) } }
                        td.value data-label="Bytes" { (crate::words::thousands(file.bytes as f64)) }
                    }
                }
            }
        }
    };
    html! {
        (wide("Files", &table))
        h3 { "How the limb was brought into its axes" }
        (axes(page))
        @if let Some(scan) = &page.result.scan {
            h3 { "What was done to the scan" }
            p { "Unit " (scan.unit) ": " (scan.unit_reason) "." }
            ul { @for line in &scan.done { li { (crate::words::capital(line)) } } }
        }
    }
}

fn axes(page: &Page) -> Markup {
    let axes = &page.result.orientation;
    html! {
        ul.reasons {
            @for (name, found) in [("Long axis", &axes.long_axis), ("Front", &axes.anterior), ("MPT level", &axes.level)] {
                li { strong { (name) } ": " (found.how) " " (found::confidence(found)) }
            }
        }
    }
}
