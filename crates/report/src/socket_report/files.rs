//! Every file and what it is for; what was read, and how the limb came into its axes.

use super::found;
use super::page::Page;
use crate::parts_picture;
use crate::report_page::wide;
use crate::words;
use maud::{Markup, html};

/// Files written, then the way from the scan to the limb.
pub fn section(page: &Page) -> Markup {
    let texts = page.texts;
    let table = html! {
        table.cards {
            caption { (texts.say("socket_report.files.caption")) }
            thead { tr {
                th scope="col" { (texts.say("socket_report.files.file")) } th scope="col" { (texts.say("socket_report.files.what")) }
                th scope="col" { (texts.say("socket_report.files.read_back")) } th scope="col" { (texts.say("socket_report.files.bytes")) }
            } }
            tbody {
                @for file in &page.result.files {
                    tr {
                        th.file scope="row" { (file.file) }
                        td { (words::capital(&words::told(texts, &file.what))) }
                        td data-label=(texts.say("socket_report.files.read_back")) { @if file.checked.is_empty() { "–" } @else { (words::told(texts, &file.checked)) } }
                        td.value data-label=(texts.say("socket_report.files.bytes")) { (words::thousands(texts, file.bytes as f64)) }
                    }
                }
            }
        }
    };
    html! {
        (wide(texts.say("socket_report.files.name"), &table))
        h3 { (texts.say("socket_report.files.axes")) }
        (axes(page))
        @if let Some(scan) = &page.result.scan {
            h3 { (texts.say("socket_report.files.scan")) }
            p { (texts.fill("socket_report.files.unit", &[("unit", &scan.unit.to_string()), ("reason", &words::told(texts, &scan.unit_reason))])) }
            ul { @for line in &scan.done { li { (words::capital(&words::told(texts, line))) } } }
            @if let Some(parts) = &scan.parts { (parts_picture::drawing(texts, parts, "scan-parts")) }
        }
    }
}

fn axes(page: &Page) -> Markup {
    let texts = page.texts;
    let axes = &page.result.orientation;
    html! {
        ul.reasons {
            @for (name, found) in [
                ("socket_report.files.long_axis", &axes.long_axis),
                ("socket_report.files.front", &axes.anterior),
                ("socket_report.files.level", &axes.level),
            ] {
                li { strong { (texts.fill(name, &[("level", words::level_short(texts, page.result.level))])) } ": " (words::told(texts, found.how())) " " (found::standing(texts, found)) }
            }
        }
    }
}
