//! How strong the wall and the mount are, where it was asked for.

use super::page::Page;
use crate::report_page::wide;
use crate::{socket_picture, strength_text, words};
use domain::limb::Side;
use maud::{Markup, PreEscaped, html};
use texts::Texts;
use workup::socket::strength::{Strength, StrengthDrawn};

/// The section of the report.
pub(super) fn section(page: &Page) -> Option<Markup> {
    let result = page.result;
    let (strength, drawn) = (result.strength.as_ref()?, page.made.strength.as_ref()?);
    Some(shown(page.texts, &result.name, result.side, strength, drawn))
}

/// Factors by load, the weakest places, a picture, meshes, the material, and what has to be known.
pub fn shown(texts: &'static Texts, name: &str, side: Side, strength: &Strength, drawn: &StrengthDrawn) -> Markup {
    let heads = strength_text::HEADS;
    let table = html! {
        table.cards {
            caption { (strength_text::named(texts, "strength.heading", name, side, strength)) }
            thead { tr { @for head in heads { th scope="col" { (texts.say(head)) } } } }
            tbody { @for row in &strength.tests {
                tr { @for (head, cell) in heads.into_iter().zip(strength_text::cells(texts, row)) {
                    td data-label=(texts.say(head)) { (cell) }
                } }
            } }
        }
    };
    html! {
        (wide(texts.say("socket_report.section.strength"), &table))
        h3 { (texts.say("strength.weakest")) }
        ul { @for place in &strength.weakest { li { (strength_text::weakest(texts, place)) } } }
        div.picture { (PreEscaped(socket_picture::strength(texts, name, side, strength, drawn))) }
        h3 { (texts.say("strength.meshes")) }
        ul {
            @for line in strength_text::meshes(texts, strength) { li { (line) } }
            li { (strength_text::of_material(texts, strength)) }
        }
        h3 { (texts.say("strength.notes")) }
        ul { @for note in &strength.notes { li { (words::told(texts, note)) } } }
    }
}
