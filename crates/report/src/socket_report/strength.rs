//! How strong the wall and the mount are, where it was asked for.

use super::page::Page;
use crate::report_page::wide;
use crate::{socket_picture, strength_text, words};
use maud::{Markup, PreEscaped, html};

/// Factors by load, the weakest places, a picture, meshes, the material, and what has to be known.
pub fn section(page: &Page) -> Option<Markup> {
    let (texts, result) = (page.texts, page.result);
    let (strength, drawn) = (result.strength.as_ref()?, page.made.strength.as_ref()?);
    let heads = strength_text::HEADS;
    let table = html! {
        table.cards {
            caption { (strength_text::named(texts, "strength.heading", &result.name, result.side, strength)) }
            thead { tr { @for head in heads { th scope="col" { (texts.say(head)) } } } }
            tbody { @for row in &strength.tests {
                tr { @for (head, cell) in heads.into_iter().zip(strength_text::cells(texts, row)) {
                    td data-label=(texts.say(head)) { (cell) }
                } }
            } }
        }
    };
    Some(html! {
        (wide(texts.say("socket_report.section.strength"), &table))
        h3 { (texts.say("strength.weakest")) }
        ul { @for place in &strength.weakest { li { (strength_text::weakest(texts, place)) } } }
        div.picture { (PreEscaped(socket_picture::strength(texts, &result.name, result.side, strength, drawn))) }
        h3 { (texts.say("strength.meshes")) }
        ul {
            @for line in strength_text::meshes(texts, strength) { li { (line) } }
            li { (strength_text::of_material(texts, strength)) }
        }
        h3 { (texts.say("strength.notes")) }
        ul { @for note in &strength.notes { li { (words::told(texts, note)) } } }
    })
}
