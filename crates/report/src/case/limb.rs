//! The limb as it was scanned, and the socket made of it.

use super::page::{Page, SocketPart};
use crate::phrase::phrase;
use crate::socket_report::tape;
use crate::words;
use maud::{Markup, html};
use workup::socket::SocketOutcome;

/// Only of a case with a scan: a tape's limb is round, and a picture of it would say nothing.
pub fn section(page: &Page, socket: Option<&SocketPart<'_>>) -> Option<Markup> {
    let result = page.result;
    let against = result.tape_against_scan.as_ref()?;
    let refused = || result.socket.as_ref().and_then(|outcome| refused(page, outcome)).unwrap_or_default();
    Some(html! {
        @if let Some(part) = socket { (made_of(page, part)) } @else { (refused()) }
        h3 { (page.texts.say("report.limb.tape_and_scan")) }
        (tape::against(page.texts, against))
    })
}

/// Why no socket is made of the scan.
fn refused(page: &Page, outcome: &SocketOutcome) -> Option<Markup> {
    let texts = page.texts;
    let SocketOutcome::Refused(refused) = outcome else { return None };
    Some(html! {
        div class="verdict no" {
            p.headline { span.sign aria-hidden="true" { "✕" } " " (texts.say("report.limb.no_socket")) }
            ul.grounds { @for reason in &refused.refused { li { (words::told(texts, &reason.why)) " " (words::told(texts, &reason.instead)) } } }
        }
    })
}

fn made_of(page: &Page, socket: &SocketPart<'_>) -> Markup {
    let texts = page.texts;
    let SocketPart { made, pictures, report } = socket;
    let (limb, facts) = (&made.result.measurements, &made.result.socket);
    let whole = |value: f64, unit: &str| texts.figure(&format!("{value:.0} {unit}"));
    let link = html! { a href=(report) { (report) } };
    html! {
        p {
            (texts.fill(
                "report.limb.facts",
                &[
                    ("landmark", words::level_landmark(texts, made.result.level)),
                    ("volume", &whole(limb.volume_ml, "mL")),
                    ("length", &whole(limb.length_mm, "mm")),
                    ("skin", &whole(limb.skin_area_cm2, "cm²")),
                    ("technique", &texts.named(&made.result.technique.name)),
                    ("contact", &whole(facts.contact_cm2, "cm²")),
                    ("wall", &texts.figure(&format!("{:.1} mm", facts.thinnest_wall_mm))),
                ],
            ))
        }
        @if !made.result.notes.is_empty() {
            ul { @for note in &made.result.notes { li { (words::told(texts, note)) } } }
        }
        figure.shapes {
            figcaption { strong { (texts.say("report.limb.distances")) } }
            div.views { @for view in pictures.limb() { (view) } }
            (pictures.legend())
        }
        figure.shapes {
            figcaption { strong { (texts.say("report.limb.socket")) } " " (texts.say("report.limb.same_scale")) }
            div.views { @for view in pictures.socket() { (view) } }
        }
        p {
            (phrase(texts, "report.limb.files", &[("file", &link)]))
        }
    }
}
