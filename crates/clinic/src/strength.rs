//! How strong the socket's wall and mount are: asked for on the socket's page, because it takes seconds, and shown as in the report.

use super::error::HttpError;
use super::layout::notice;
use super::visit::Visit;
use ::report::{socket_report, strength_text};
use domain::limb::AmputationLevel;
use maud::{Markup, html};
use workup::socket::MadeSocket;
use workup::socket::strength::data::Material;
use workup::socket::strength::{Strength, StrengthDrawn};

/// The material by the name in an address; none where nothing is said.
///
/// # Errors
/// A name that no material has.
pub fn material(said: &str) -> Result<Option<Material>, HttpError> {
    if said.is_empty() {
        return Ok(None);
    }
    let found = Material::ALL.into_iter().find(|material| material.name() == said);
    let unknown = || {
        let right = format!("give one of {}", Material::ALL.map(Material::name).join(", "));
        HttpError::input("strength", said, "no such material", right)
    };
    found.map(Some).ok_or_else(unknown)
}

/// What was asked for, and what came of it.
pub type Asked<'a> = (Material, Result<&'a (Strength, StrengthDrawn), HttpError>);

/// The part of the page: what to ask with, and the strength where it was asked for. The loads are those of a leg below the knee.
pub fn part(visit: &Visit, address: &str, made: &MadeSocket, asked: Option<&Asked>) -> Markup {
    if made.result.level != AmputationLevel::Transtibial {
        return html! {};
    }
    let t = visit.texts;
    let chosen = asked.map_or(Material::Pa12, |(material, _)| *material);
    html! {
        section.card #strength aria-labelledby="strength-heading" {
            h2 #strength-heading { (t.say("socket_report.section.strength")) }
            form method="get" action=(address) hx-get=(address) hx-target="#strength" hx-select="#strength" hx-swap="outerHTML" {
                div.field {
                    label for="strength-material" { (t.say("socket.strength_material")) }
                    div.control { select #strength-material name="strength" aria-describedby="strength-hint" {
                        @for material in Material::ALL {
                            option value=(material.name()) selected[material == chosen] { (strength_text::material(t, material)) }
                        }
                    } }
                    p.hint #strength-hint { (t.say("socket.strength_hint")) }
                }
                div.actions { button { (t.say("socket.strength_compute")) } }
            }
            @match asked {
                None => {}
                Some((_, Ok((strength, drawn)))) => {
                    (socket_report::strength::shown(t, &made.result.name, made.result.side, strength, drawn))
                }
                Some((_, Err(error))) => { (notice(t, &error.faults())) }
            }
        }
    }
}
