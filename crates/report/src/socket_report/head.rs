//! What the report is about, and what to look at before anything is made.

use super::found;
use super::page::Page;
use crate::words;
use maud::{Markup, html};
use std::path::Path;
use texts::Wording;
use workup::socket::Purpose;

/// Title and the lines that say which limb it is.
pub fn section(page: &Page) -> Markup {
    let texts = page.texts;
    let result = page.result;
    let kicker = match result.purpose {
        Purpose::Socket => "socket_report.head.kicker",
        Purpose::SizeCheck => "socket_report.head.kicker_size_check",
    };
    html! {
        header {
            p.kicker { (texts.say(kicker)) }
            h1 { (result.name) }
            @for mark in &result.marks { p { strong { (words::told(texts, mark)) "." } } }
            dl.facts { @for (term, text) in lines(page) { div { dt { (texts.say(term)) } dd { (text) } } } }
        }
    }
}

fn lines(page: &Page) -> Vec<(&'static str, String)> {
    let texts = page.texts;
    let result = page.result;
    let (limb, facts, liner) = (&result.measurements, &result.socket, &result.liner);
    let tape_alone = || texts.say("socket_report.head.tape_alone").to_string();
    let made_of = result.scan.as_ref().map_or_else(tape_alone, |scan| {
        // Its path would tell whoever gets the report about another's computer.
        let file =
            Path::new(&scan.file).file_name().map_or(scan.file.clone(), |name| name.to_string_lossy().into_owned());
        texts.fill(
            "socket_report.head.scan",
            &[
                ("file", &file),
                ("format", &scan.format.to_string()),
                ("faces", &words::thousands(texts, scan.faces as f64)),
                ("unit", &scan.unit.to_string()),
            ],
        )
    });
    let measure = || liner.measure.as_ref().map(|measure| measure.in_words_of(texts)).unwrap_or_default();
    let size = liner.size.map_or_else(
        || texts.fill("socket_report.head.by_chart", &[("measure", &measure())]),
        |size| texts.fill("socket_report.head.printed_size", &[("size", &words::number(texts, size.size_mm, 0))]),
    );
    let size = if liner.custom_reasons.is_empty() {
        size
    } else {
        texts.fill("socket_report.head.or_custom", &[("size", &size)])
    };
    vec![
        ("socket_report.sheet.side", words::capital(words::side(texts, result.side))),
        ("socket_report.head.made_from", made_of),
        ("socket_report.head.taken", found::taken(texts, &result.taken)),
        (
            "report.head.limb",
            texts.fill(
                "socket_report.head.limb_said",
                &[
                    ("landmark", words::level_landmark(texts, result.level)),
                    ("level", words::level_short(texts, result.level)),
                    ("length", &found::length(texts, limb.length_mm)),
                    ("volume", &words::thousands(texts, limb.volume_ml)),
                ],
            ),
        ),
        ("socket_report.head.technique", texts.named(&result.technique.name)),
        (
            match result.purpose {
                Purpose::Socket => "socket_report.the_socket",
                Purpose::SizeCheck => "socket_report.the_size_check",
            },
            texts.fill(
                "socket_report.head.socket_said",
                &[
                    ("inside", &words::number(texts, facts.inner_ml, 0)),
                    ("contact", &words::number(texts, facts.contact_cm2, 0)),
                    ("wall", &words::number(texts, facts.thinnest_wall_mm, 1)),
                ],
            ),
        ),
        ("report.answer.liner", size),
    ]
}

/// The notes, first and large: whoever reads nothing else reads these.
pub fn look(page: &Page) -> Markup {
    let texts = page.texts;
    let result = page.result;
    if result.notes.is_empty() {
        return html! {
            div class="verdict yes" {
                p.headline { span.sign aria-hidden="true" { "✓" } " " (texts.say("socket_report.look.nothing")) }
            }
        };
    }
    let count = result.notes.len();
    html! {
        div class="verdict look" {
            p.headline {
                span.sign aria-hidden="true" { "!" }
                " " (texts.render(&Wording::new("socket_report.look.count").with("count", count)))
            }
            ul.grounds { @for note in &result.notes { li { (words::capital(&words::told(texts, note))) "." } } }
        }
    }
}
