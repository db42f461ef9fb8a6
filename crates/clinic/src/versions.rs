//! A case's versions: every one kept, two compared, an old one taken up again.

use super::App;
use super::clock::{moment, who};
use super::error::HttpError;
use super::extract::BaseVersion;
use super::form::changes::{Change, changes};
use super::ids::case_id;
use super::layout;
use super::visit::Visit;
use axum::extract::{Form, Path, Query, State};
use axum::response::Redirect;
use maud::{Markup, html};
use serde::Deserialize;

/// Which two to compare.
#[derive(Deserialize)]
pub struct Two {
    from: Option<u64>,
    to: Option<u64>,
}

/// The list, and what differs between two.
pub async fn page(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(two): Query<Two>,
) -> Result<Markup, HttpError> {
    let id = case_id(&id)?;
    let (head, history, compared) = app
        .clinic
        .work(move |clinic| {
            let head = clinic.store.head(&id)?;
            let to = two.to.unwrap_or(head.number);
            let from = two.from.unwrap_or(to.saturating_sub(1).max(1));
            let changed = changes(&clinic.store.version(&id, from)?.text, &clinic.store.version(&id, to)?.text);
            Ok((head, clinic.store.history(&id)?, (from, to, changed)))
        })
        .await?;
    let t = visit.texts;
    let (from, to, changed) = compared;
    let choice = |name: &str, label: &str, chosen: u64| {
        html! {
            div.field {
                label for={ "choose-" (name) } { (label) }
                select id={ "choose-" (name) } name=(name) {
                    @for row in &history { option value=(row.number) selected[row.number == chosen] { (row.number) } }
                }
            }
        }
    };
    let body = html! {
        div.columns {
            section.card aria-labelledby="history" {
                h2 #history { (t.say("versions.title")) }
                div.wide tabindex="0" role="group" aria-labelledby="history" {
                    table.list {
                        thead { tr {
                            th scope="col" { (t.say("people.version")) } th scope="col" { (t.say("people.changed")) }
                            th scope="col" { (t.say("people.state")) } th scope="col" { (t.say("versions.note")) } th scope="col" { (t.say("versions.do")) }
                        } }
                        tbody { @for row in &history { tr {
                            th scope="row" data-label=(t.say("people.version")) { (row.number) }
                            td data-label=(t.say("people.changed")) { (moment(t, row.at)) ", " (who(t, &row.by)) }
                            td data-label=(t.say("people.state")) { (layout::badge(&visit, row.state)) }
                            td data-label=(t.say("versions.note")) { (row.note) }
                            td data-label=(t.say("versions.do")) {
                                a href={ "/cases/" (head.id) "/export?version=" (row.number) } { (t.say("case.export")) }
                                @if visit.edits() && row.number != head.number {
                                    form method="post" action={ "/cases/" (head.id) "/versions/" (row.number) "/restore" } {
                                        input type="hidden" name="base" value=(head.number);
                                        button.quiet { (t.fill("versions.restore", &[("number", &row.number.to_string())])) }
                                    }
                                }
                            }
                        } } }
                    }
                }
                @if visit.edits() {
                    p { a.danger href={ "/cases/" (head.id) "/delete" } { (t.say("delete.yes")) } }
                }
            }
            section.card aria-labelledby="compare" {
                h2 #compare { (t.say("versions.compare")) }
                form.inline method="get" {
                    (choice("from", t.say("versions.from"), from)) (choice("to", t.say("versions.to"), to))
                    button { (t.say("versions.show")) }
                }
                (table(&visit, &changed))
            }
        }
    };
    Ok(layout::case_page(&visit, &head, "versions", &body))
}

/// What differs, as a table.
pub fn table(visit: &Visit, changed: &[Change]) -> Markup {
    let t = visit.texts;
    html! {
        @if changed.is_empty() { p.empty { (t.say("versions.same")) } }
        @else {
            table.diff {
                thead { tr {
                    th scope="col" { (t.say("versions.field")) } th scope="col" { (t.say("versions.before")) }
                    th scope="col" { (t.say("versions.after")) }
                } }
                tbody { @for change in changed { tr {
                    th scope="row" data-label=(t.say("versions.field")) { code { (change.field) } }
                    td data-label=(t.say("versions.before")) { @match &change.before { Some(value) => del { (value) }, None => "–" } }
                    td data-label=(t.say("versions.after")) { @match &change.after { Some(value) => ins { (value) }, None => "–" } }
                } } }
            }
        }
    }
}

/// An old version becomes the newest.
pub async fn restore(
    State(app): State<App>,
    visit: Visit,
    Path((id, number)): Path<(String, u64)>,
    Form(base): Form<BaseVersion>,
) -> Result<Redirect, HttpError> {
    let id = case_id(&id)?;
    let address = format!("/cases/{id}/versions");
    app.clinic
        .work(move |clinic| {
            let old = clinic.store.version(&id, number)?;
            clinic.save(&visit.name, &id, base.base, &old.text)
        })
        .await?;
    Ok(Redirect::to(&address))
}
