//! The limb as it was scanned, and the socket made of it.

use super::page::SocketPart;
use crate::socket_report::tape;
use maud::{Markup, html};
use workup::outcome::RunResult;
use workup::socket::SocketOutcome;

/// Only of a case with a scan: a tape's limb is round, and a picture of it would say nothing.
pub fn section(result: &RunResult, socket: Option<&SocketPart<'_>>) -> Option<Markup> {
    let against = result.tape_against_scan.as_ref()?;
    Some(html! {
        @if let Some(part) = socket { (made_of(part)) } @else { (result.socket.as_ref().and_then(refused).unwrap_or_default()) }
        h3 { "Tape and scan" }
        (tape::against(against))
    })
}

/// Why no socket is made of the scan.
fn refused(outcome: &SocketOutcome) -> Option<Markup> {
    let SocketOutcome::Refused(refused) = outcome else { return None };
    Some(html! {
        div class="verdict no" {
            p.headline { span.sign aria-hidden="true" { "✕" } " No socket is made of this scan." }
            ul.grounds { @for reason in &refused.refused { li { (reason.why) " " (reason.instead) } } }
        }
    })
}

fn made_of(socket: &SocketPart<'_>) -> Markup {
    let SocketPart { made, pictures, report } = socket;
    let (limb, facts) = (&made.result.measurements, &made.result.socket);
    html! {
        p {
            "The scan goes before the tape: " (format!("{:.0} mL", limb.volume_ml)) ", "
            (format!("{:.0} mm", limb.length_mm)) " long below the mid-patellar tendon, "
            (format!("{:.0} cm²", limb.skin_area_cm2)) " of skin. The socket (" (made.result.technique.name) ") has "
            (format!("{:.0} cm²", facts.contact_cm2)) " of contact, its wall is nowhere thinner than "
            (format!("{:.1} mm", facts.thinnest_wall_mm)) "."
        }
        @if !made.result.notes.is_empty() {
            ul { @for note in &made.result.notes { li { (note) } } }
        }
        figure.shapes {
            figcaption { strong { "The limb, and how far the socket's inside is from its skin." } }
            div.views { @for view in pictures.limb() { (view) } }
            (pictures.legend())
        }
        figure.shapes {
            figcaption { strong { "The socket." } " Same scale, same heights." }
            div.views { @for view in pictures.socket() { (view) } }
        }
        p {
            "Measurement sheet, liner order, steps and sections stand in "
            a href=(report) { (report) }
            "; the files to print or carve lie beside it."
        }
    }
}
