//! The files kept with a case: listed on the page of its limb, and removed.

use super::App;
use super::clinic::Clinic;
use super::clock::{actor, moment};
use super::error::HttpError;
use super::ids::case_id;
use super::visit::Visit;
use axum::extract::{Form, Path, State};
use axum::response::Redirect;
use maud::{Markup, html};
use serde::Deserialize;
use store::{CaseId, FileRow, Version};

/// Every file with a button that removes it.
pub fn list(visit: &Visit, version: &Version, files: &[FileRow]) -> Markup {
    let t = visit.texts;
    html! {
        @if !files.is_empty() {
            section.card #kept-scans aria-labelledby="kept-scans-heading" {
                h2 #kept-scans-heading { (t.say("scans.title")) }
                p.hint { (t.say("scans.what")) }
                ul.plain { @for file in files { li {
                    form.inline method="post" action={ "/cases/" (version.id) "/scan/remove" } {
                        input type="hidden" name="name" value=(file.name);
                        span { (file.name) ", " (file.size.div_ceil(1_000)) " kB, " (moment(t, file.at)) }
                        @if version.text.contains(&file.name) { " " em { (t.say("scans.named")) } }
                        " " button.danger aria-label={ (t.say("socket.remove")) " " (file.name) } { (t.say("socket.remove")) }
                    }
                } } }
            }
        }
    }
}

/// Which file.
#[derive(Deserialize)]
pub struct Named {
    name: String,
}

/// Removes a file.
pub async fn remove(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Form(named): Form<Named>,
) -> Result<Redirect, HttpError> {
    let id = case_id(&id)?;
    let address = format!("/cases/{id}/limb");
    app.clinic.long_work(&visit, move |clinic, requester| removed(clinic, requester.name(), &id, &named.name)).await?;
    Ok(Redirect::to(&address))
}

/// Removes a file of a case, and what was made of it. A case that names it is a draft without it.
///
/// # Errors
/// There is no such case, or no such file.
pub fn removed(clinic: &Clinic, by: &str, id: &CaseId, name: &str) -> Result<(), HttpError> {
    clinic.store.remove_file(&actor(by), id, name)?;
    clinic.forget(id);
    let head = clinic.store.head(id)?;
    clinic.save(by, id, head.number, &head.text)?;
    Ok(())
}
