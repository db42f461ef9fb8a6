//! What the report is about, and what to look at before anything is made.

use super::found;
use super::page::Page;
use crate::words;
use maud::{Markup, html};
use std::path::Path;
use workup::socket::Purpose;

/// Title and the lines that say which limb it is.
pub fn section(page: &Page) -> Markup {
    let result = page.result;
    let kicker = match result.purpose {
        Purpose::Socket => "Concord: from a limb's shape to its socket. Measurements, socket, liner, files.",
        Purpose::SizeCheck => {
            "Concord: from tape measurements to a check of size. Measurements, liner, files; no socket."
        }
    };
    html! {
        header {
            p.kicker { (kicker) }
            h1 { (result.name) }
            @for mark in &result.marks { p { strong { (mark) "." } } }
            dl.facts { @for (term, text) in lines(page) { div { dt { (term) } dd { (text) } } } }
        }
    }
}

fn lines(page: &Page) -> Vec<(&'static str, String)> {
    let result = page.result;
    let (limb, facts, liner) = (&result.measurements, &result.socket, &result.liner);
    let made_of = result.scan.as_ref().map_or("Tape measurements alone".to_string(), |scan| {
        // Its path would tell whoever gets the report about another's computer.
        let file =
            Path::new(&scan.file).file_name().map_or(scan.file.clone(), |name| name.to_string_lossy().into_owned());
        format!("{file} ({}, {} faces), in {}", scan.format, crate::words::thousands(scan.faces as f64), scan.unit)
    });
    let size = liner.size.map_or_else(
        || format!("{}: by the maker's chart", liner.measure.as_deref().unwrap_or_default()),
        |size| format!("{:.0} mm, a printed size", size.size_mm),
    );
    vec![
        ("Side", crate::words::capital(result.side.label())),
        ("Made from", made_of),
        ("Taken", result.taken.line().to_string()),
        (
            "Limb",
            format!(
                "{} from mid-patellar tendon (MPT) to distal end; {} mL",
                found::length(limb.length_mm),
                crate::words::thousands(limb.volume_ml)
            ),
        ),
        ("Technique", result.technique.name.clone()),
        (
            result.purpose.title(),
            format!(
                "{} mL inside, {} cm² in contact, wall at least {} mm",
                words::number(facts.inner_ml, 0),
                words::number(facts.contact_cm2, 0),
                words::number(facts.thinnest_wall_mm, 1)
            ),
        ),
        ("Liner", if liner.custom_reasons.is_empty() { size } else { format!("{size}; or custom-made") }),
    ]
}

/// The notes, first and large: whoever reads nothing else reads these.
pub fn look(page: &Page) -> Markup {
    let result = page.result;
    if result.notes.is_empty() {
        return html! {
            div class="verdict yes" {
                p.headline { span.sign aria-hidden="true" { "✓" } " Nothing stood out." }
            }
        };
    }
    let count = result.notes.len();
    html! {
        div class="verdict look" {
            p.headline {
                span.sign aria-hidden="true" { "!" }
                @if count == 1 { " One thing to look at first" } @else { " " (count) " things to look at first" }
            }
            ul.grounds { @for note in &result.notes { li { (crate::words::capital(note)) "." } } }
        }
    }
}
