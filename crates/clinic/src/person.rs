//! Person and prosthesis: the case as a form that mirrors its file, saved at each change.

use super::App;
use super::case_form::{groups, next, part, shown};
use super::clinic::Clinic;
use super::clock::{moment, who};
use super::error::HttpError;
use super::form;
use super::form::changes::changes;
use super::ids::case_id;
use super::layout;
use super::teams;
use super::versions;
use super::visit::Visit;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::collections::BTreeMap;
use store::{CaseId, Role, Version};

/// A case's first page.
pub async fn first(Path(id): Path<String>) -> Result<Redirect, HttpError> {
    Ok(Redirect::to(&format!("/cases/{}/person", case_id(&id)?)))
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Markup, HttpError> {
    let id = case_id(&id)?;
    // The case is checked: a thread of the connections must not wait for that.
    let whole = move |clinic: &Clinic| {
        let version = clinic.store.head(&id)?;
        let manages = visit.role == Some(Role::Admin);
        let teams = if manages { Some((clinic.store.teams()?, clinic.store.team_of(&id)?)) } else { None };
        let body = html! {
            div #case-form { (shown(&visit, &version, "person", &version.text, &BTreeMap::new())) }
            (next(&visit, &version, "limb"))
            @if let Some((teams, own)) = teams { (teams::of_case(&visit, version.id.as_str(), &teams, own.as_deref())) }
        };
        Ok(layout::case_page(&visit, &version, "person", &body))
    };
    app.clinic.work(whole).await
}

/// What became of a change.
enum Edited {
    /// It was saved, or changed nothing.
    Saved(Box<Version>),
    /// Someone else has saved: the newest version, and the visitor's change as a text made from it.
    Conflict { head: Box<Version>, base: Box<Version>, mine: String },
}

/// Takes a change of a form.
pub async fn edit(
    State(app): State<App>,
    visit: Visit,
    Path((id, page)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, HttpError> {
    let (id, by) = (case_id(&id)?, visit.name.clone());
    groups(&page)?;
    let units = form::units_posted(&pairs);
    let edited = app.clinic.work(move |clinic| changed(clinic, &by, &id, &pairs)).await?;
    match edited {
        Edited::Saved(version) => {
            if !visit.partial {
                return Ok(Redirect::to(&format!("/cases/{}/{page}", version.id)).into_response());
            }
            let headers = [("hx-trigger", "concord:changed")];
            Ok((headers, part(&visit, &version, &page, &units)).into_response())
        }
        Edited::Conflict { head, base, mine } => {
            let part = conflict(&visit, &head, &base, &mine, &page);
            let whole = if visit.partial { part } else { layout::case_page(&visit, &head, &page, &part) };
            let place = [("hx-retarget", "#case-form"), ("hx-reswap", "innerHTML show:top")];
            Ok((StatusCode::CONFLICT, place, whole).into_response())
        }
    }
}

fn changed(clinic: &Clinic, by: &str, id: &CaseId, pairs: &[(String, String)]) -> Result<Edited, HttpError> {
    let said = |name: &str| pairs.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let base = said("base_version").and_then(|number| number.parse().ok()).ok_or_else(|| {
        HttpError::input(
            "base_version",
            said("base_version").unwrap_or_default(),
            "no version",
            "send the number of the version that was changed",
        )
    })?;
    let before = clinic.store.version(id, base)?;
    let edits = form::from_posted(&before.text, pairs);
    let apply = |text: &str| {
        form::apply(text, &edits)
            .map_err(|violation| HttpError::input(&violation.field, "", violation.what, violation.expected))
    };
    if edits.is_empty() {
        return Ok(Edited::Saved(Box::new(clinic.store.head(id)?)));
    }
    match clinic.save(by, id, base, &apply(&before.text)?) {
        Ok(version) => Ok(Edited::Saved(Box::new(version))),
        Err(HttpError::Conflict(head)) => {
            let mine = apply(&head.text)?;
            Ok(Edited::Conflict { base: Box::new(before), head, mine })
        }
        Err(other) => Err(other),
    }
}

/// Two have changed one case: both changes side by side, and which is to stand.
fn conflict(visit: &Visit, head: &Version, base: &Version, mine: &str, page: &str) -> Markup {
    let t = visit.texts;
    let (theirs, own) = (changes(&base.text, &head.text), changes(&head.text, mine));
    let address = format!("/cases/{}/edit-over/{page}", head.id);
    html! {
        section.notice.warning #conflict aria-labelledby="conflict-heading" {
            h2 #conflict-heading { (t.say("conflict.title")) }
            p { (t.fill("conflict.who", &[("name", who(t, &head.by)), ("at", &moment(t, head.at)), ("number", &head.number.to_string())])) }
            h3 { (t.say("conflict.theirs")) }
            (versions::table(visit, &theirs))
            h3 { (t.say("conflict.mine")) }
            (versions::table(visit, &own))
            form.actions method="post" action=(address) {
                input type="hidden" name="base" value=(head.number);
                textarea.visually-hidden name="text" aria-hidden="true" tabindex="-1" readonly { (mine) }
                button.primary { (t.say("conflict.both")) }
                a.button href={ "/cases/" (head.id) "/" (page) } { (t.say("conflict.drop")) }
            }
        }
    }
}

/// A change that the visitor makes on top of somebody else's.
#[derive(serde::Deserialize)]
pub struct Over {
    base: u64,
    text: String,
}

/// Saves a change over somebody else's, of which the visitor has been told.
pub async fn edit_over(
    State(app): State<App>,
    visit: Visit,
    Path((id, page)): Path<(String, String)>,
    Form(over): Form<Over>,
) -> Result<Redirect, HttpError> {
    let id = case_id(&id)?;
    groups(&page)?;
    let address = format!("/cases/{id}/{page}");
    // A browser sends line ends as CR LF.
    let text = over.text.replace("\r\n", "\n");
    app.clinic.work(move |clinic| clinic.save(&visit.name, &id, over.base, &text)).await?;
    Ok(Redirect::to(&address))
}
