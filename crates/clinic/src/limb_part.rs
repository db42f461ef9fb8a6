//! Which part of a scan is the limb: its parts drawn and numbered, and a button for each that says it.

use super::App;
use super::document::document;
use super::error::HttpError;
use super::ids::case_id;
use super::visit::Visit;
use ::report::{parts_picture, words};
use axum::extract::{Form, Path, State};
use axum::response::Redirect;
use maud::{Markup, html};
use serde::Deserialize;
use store::Version;
use toml_edit::{Item, value};
use workup::problem::Fault;
use workup::scan_parts::ScanParts;

/// The parts that a fault asks about; nothing where it asks about none.
pub fn asked(visit: &Visit, version: &Version, faults: &[Fault]) -> Markup {
    html! { @if let Some(parts) = faults.iter().find_map(Fault::parts) { (choice(visit, version, parts)) } }
}

/// The picture, and beside every part that is not the limb already a button that makes it so.
pub fn choice(visit: &Visit, version: &Version, parts: &ScanParts) -> Markup {
    let t = visit.texts;
    let this = t.say("limb.this_part");
    html! {
        section.card #scan-parts-choice aria-labelledby="scan-parts-heading" {
            h2 #scan-parts-heading { (t.say(if parts.taken.is_some() { "limb.parts" } else { "limb.which_part" })) }
            (parts_picture::drawing(t, parts, "scan-parts"))
            @if visit.edits() {
                ul.plain { @for part in parts.parts.iter().filter(|part| parts.taken != Some(part.number)) { li {
                    form.inline method="post" action={ "/cases/" (version.id) "/scan/part" } {
                        input type="hidden" name="base" value=(version.number);
                        input type="hidden" name="part" value=(part.number);
                        span { strong { (part.number) } ": " (words::told(t, &part.line())) }
                        " " button aria-label={ (part.number) ": " (this) } { (this) }
                    }
                } } }
                p.hint { (t.say("limb.or_keep")) }
            }
        }
    }
}

/// Which part is the limb, of which version.
#[derive(Deserialize)]
pub struct Chosen {
    base: u64,
    part: u32,
}

/// Says in the case which part is the limb.
pub async fn chosen(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Result<Redirect, HttpError> {
    let id = case_id(&id)?;
    let address = format!("/cases/{id}/limb");
    app.clinic
        .long_work(&visit, move |clinic, requester| {
            let version = clinic.store.version(&id, chosen.base)?;
            let text = with_part(&version.text, chosen.part)?;
            clinic.save(requester.name(), &id, chosen.base, &text)
        })
        .await?;
    Ok(Redirect::to(&address))
}

fn with_part(text: &str, part: u32) -> Result<String, HttpError> {
    if !(1..=1000).contains(&part) {
        return Err(HttpError::input("part", &part.to_string(), "no number of a part", "send 1 for the largest"));
    }
    let mut document = document(text)?;
    let missing = || HttpError::input("scan", "", "the case names no scan", "upload one first");
    let scan = document.get_mut("scan").and_then(Item::as_table_like_mut).ok_or_else(missing)?;
    scan.insert("part", value(i64::from(part)));
    Ok(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Case;

    #[test]
    fn the_part_is_said_in_the_case_and_replaces_another() {
        let text = include_str!("../../../cases/scanned.toml");
        let second = with_part(&with_part(text, 3).unwrap(), 2).unwrap();
        assert_eq!(Case::parse(&second).unwrap().scan.unwrap().part, Some(2));
        for (text, part) in [(text, 0), (include_str!("../../../cases/mechanic.toml"), 1)] {
            assert!(matches!(with_part(text, part), Err(HttpError::Input(_))));
        }
    }
}
