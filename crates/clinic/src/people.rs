//! The list of cases, and a case's beginning and end: new, import, export, delete.

use super::App;
use super::clinic::Clinic;
use super::clock::{actor, moment, now, who};
use super::document::document;
use super::error::HttpError;
use super::extract::VersionQuery;
use super::files::{download, stem};
use super::ids::case_id;
use super::import::{imported, names_file};
use super::layout;
use super::scheduler::Requester;
use super::visit::Visit;
use axum::extract::{Form, Multipart, Path, Query, State};
use axum::response::{Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::io::{Cursor, Write};
use store::{CaseRow, Version};
use workup::case_template;

/// Examples to begin from instead of a case with every question open.
const SHIPPED: [(&str, &str); 3] = [
    ("mechanic", include_str!("../../../cases/mechanic.toml")),
    ("diabetic_k2", include_str!("../../../cases/diabetic_k2.toml")),
    ("in_the_hole", include_str!("../../../cases/in_the_hole.toml")),
];

/// What is looked for.
#[derive(Deserialize)]
pub struct Search {
    #[serde(default)]
    search: String,
}

/// The list.
pub async fn list(State(app): State<App>, visit: Visit, Query(query): Query<Search>) -> Result<Markup, HttpError> {
    let search: String = query.search.chars().take(200).collect();
    let (wanted, sight) = (search.clone(), visit.sight.clone());
    let rows = app.clinic.work(move |clinic| Ok(clinic.store.cases_seen(&wanted, &sight)?)).await?;
    let table = table(&visit, &rows, &search);
    if visit.partial {
        return Ok(table);
    }
    let t = visit.texts;
    let body = html! {
        h1.page-title { (t.say("people.title")) }
        div.columns {
            section.card aria-labelledby="list-heading" {
                h2 #list-heading { (t.say("people.list")) }
                form.search method="get" action="/" role="search" hx-get="/" hx-target="#cases"
                    hx-trigger="input changed delay:200ms from:#search, submit" {
                    label for="search" { (t.say("people.search")) }
                    input #search type="search" name="search" value=(search) autocomplete="off";
                    button.without-script { (t.say("people.search")) }
                }
                div #cases { (table) }
            }
            @if visit.edits() { (beginnings(&visit)) }
        }
    };
    Ok(layout::page(&visit, t.say("people.title"), &body))
}

fn table(visit: &Visit, rows: &[CaseRow], search: &str) -> Markup {
    let t = visit.texts;
    html! {
        @if rows.is_empty() {
            p.empty { @if search.is_empty() { (t.say("people.none")) } @else { (t.say("people.none_found")) } }
        } @else {
            table.list {
                caption.visually-hidden { (t.say("people.list")) }
                thead { tr {
                    th scope="col" { (t.say("people.name")) } th scope="col" { (t.say("people.state")) }
                    th scope="col" { (t.say("people.changed")) } th scope="col" { (t.say("people.version")) }
                } }
                tbody { @for row in rows {
                    tr {
                        th scope="row" data-label=(t.say("people.name")) { a href={ "/cases/" (row.id) "/person" } { (row.name) } }
                        td data-label=(t.say("people.state")) { (layout::badge(visit, row.state)) }
                        td data-label=(t.say("people.changed")) { (moment(t, row.changed_at)) ", " (who(t, &row.changed_by)) }
                        td data-label=(t.say("people.version")) { a href={ "/cases/" (row.id) "/versions" } { (row.version) } }
                    }
                } }
            }
        }
    }
}

fn beginnings(visit: &Visit) -> Markup {
    let t = visit.texts;
    html! {
        section.card aria-labelledby="new-heading" {
            h2 #new-heading { (t.say("people.new")) }
            form method="post" action="/cases" {
                div.field {
                    label for="new-name" { (t.say("people.name")) }
                    p.hint #new-hint { (t.say("people.name_hint")) }
                    div.control { input #new-name name="name" required maxlength="200" aria-describedby="new-hint" autocomplete="off"; }
                }
                div.field {
                    label for="new-from" { (t.say("people.from")) }
                    div.control { select #new-from name="from" {
                        option value="empty" { (t.say("people.empty")) }
                        option value="example" { (t.say("people.example")) }
                        @for (name, _) in SHIPPED { option value=(name) { (t.say(&format!("people.from_{name}"))) } }
                    } }
                }
                div.actions { button.primary { (t.say("people.begin")) } }
            }
            h3 { (t.say("people.import")) }
            form method="post" action="/import" enctype="multipart/form-data" {
                div.field {
                    label for="import-file" { (t.say("people.import_file")) }
                    p.hint #import-hint { (t.say("people.import_hint")) }
                    div.control { input #import-file type="file" name="file" accept=".toml,.zip" required aria-describedby="import-hint"; }
                }
                div.actions { button { (t.say("people.import")) } }
            }
        }
    }
}

/// What a new case is made from.
#[derive(Deserialize)]
pub struct New {
    name: String,
    from: String,
}

/// A new case.
pub async fn create(State(app): State<App>, visit: Visit, Form(new): Form<New>) -> Result<Redirect, HttpError> {
    let id = app
        .clinic
        .work(move |clinic| {
            let shipped = SHIPPED.iter().find(|(name, _)| *name == new.from).map(|(_, text)| (*text).to_string());
            let text = shipped.unwrap_or_else(|| match new.from.as_str() {
                "example" => case_template::example(""),
                _ => case_template::empty(""),
            });
            let text = named(&text, &new.name)?;
            Ok(clinic.store.create(&actor(&visit.name), &clinic.draft(None, &text))?.id)
        })
        .await?;
    Ok(Redirect::to(&format!("/cases/{id}/person")))
}

/// A case's text with another name.
fn named(text: &str, name: &str) -> Result<String, HttpError> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 200 || name.chars().any(char::is_control) {
        return Err(HttpError::input("name", name, "no usable name", "give 1 to 200 characters on one line"));
    }
    let mut document = document(text)?;
    document["name"] = toml_edit::value(name);
    Ok(document.to_string())
}

/// A case from a file: TOML, or the archive that export writes.
pub async fn import(State(app): State<App>, visit: Visit, mut form: Multipart) -> Result<Redirect, HttpError> {
    let mut uploaded = None;
    while let Some(field) = form.next_field().await? {
        if field.name() == Some("file") {
            uploaded = Some((field.file_name().unwrap_or_default().to_string(), field.bytes().await?));
        }
    }
    let (name, bytes) = uploaded.ok_or_else(|| HttpError::input("file", "", "no file came", "choose a case file"))?;
    let id = app
        .clinic
        .long_work(&visit, move |clinic, requester| imported(clinic, requester.name(), &name, &bytes))
        .await?;
    Ok(Redirect::to(&format!("/cases/{id}/person")))
}

/// The case as a file; with its scans as an archive.
pub async fn export(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(which): Query<VersionQuery>,
) -> Result<Response, HttpError> {
    let id = case_id(&id)?;
    let wanted = id.clone();
    let (version, scans) = app
        .clinic
        .work(move |clinic| {
            let version = match which.version {
                Some(number) => clinic.store.version(&wanted, number)?,
                None => clinic.store.head(&wanted)?,
            };
            let mut scans: Vec<String> = clinic.store.files(&wanted)?.into_iter().map(|scan| scan.name).collect();
            scans.retain(|scan| names_file(&version.text, scan));
            Ok((version, scans))
        })
        .await?;
    let stem = stem(&version.name);
    if scans.is_empty() {
        return Ok(download(&format!("{stem}.toml"), "application/toml", version.text.into_bytes()));
    }
    // Scans take a while to pack.
    app.clinic.long_work(&visit, move |clinic, requester| packed(clinic, requester, &version, &scans, &stem)).await
}

/// A case with its scans as one archive.
fn packed(
    clinic: &Clinic,
    requester: &Requester,
    version: &Version,
    scans: &[String],
    stem: &str,
) -> Result<Response, HttpError> {
    let mut archive = zip::ZipWriter::new(Cursor::new(vec![]));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let failed = |_| HttpError::Internal;
    archive.start_file(format!("{stem}.toml"), options).map_err(failed)?;
    archive.write_all(version.text.as_bytes()).map_err(|_| HttpError::Internal)?;
    for scan in scans {
        requester.check_cancelled()?;
        let bytes = clinic.store.file(&version.id, scan)?.unwrap_or_default();
        archive.start_file(scan.as_str(), options).map_err(failed)?;
        archive.write_all(&bytes).map_err(|_| HttpError::Internal)?;
    }
    let bytes = archive.finish().map_err(failed)?.into_inner();
    Ok(download(&format!("{stem}.zip"), "application/zip", bytes))
}

/// Asks before a case is deleted: nothing of it stays.
pub async fn ask_delete(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Markup, HttpError> {
    let id = case_id(&id)?;
    let (head, backups) = app
        .clinic
        .work(move |clinic| {
            let begun = clinic.store.history(&id)?.last().map_or(0, |first| first.at);
            Ok((clinic.store.head(&id)?, clinic.store.backups_since(begun)?))
        })
        .await?;
    let t = visit.texts;
    let body = html! {
        h1.page-title { (t.fill("delete.title", &[("name", &head.name)])) }
        p { (t.fill("delete.what", &[("versions", &head.number.to_string())])) }
        p.notice.warning { (t.say("delete.not_reached")) " "
            @match backups {
                Some((number, last)) => { (t.fill("delete.backups", &[("number", &number.to_string()), ("last", &moment(t, last))])) }
                None => { (t.say("delete.no_backups")) }
            }
        }
        form.actions method="post" action={ "/cases/" (head.id) "/delete" } {
            button.danger { (t.say("delete.yes")) }
            a href={ "/cases/" (head.id) "/person" } { (t.say("delete.no")) }
        }
    };
    Ok(layout::page(&visit, t.say("delete.yes"), &body))
}

/// Deletes a case with every version, scan and report.
pub async fn delete(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Redirect, HttpError> {
    let id = case_id(&id)?;
    app.clinic.long_work(&visit, move |clinic, requester| clinic.delete(requester.name(), &id)).await?;
    Ok(Redirect::to("/"))
}

/// Whether the program lives.
pub async fn health(State(app): State<App>) -> Result<String, HttpError> {
    app.clinic.work(|clinic| Ok(clinic.store.judged_by().map(|_| format!("{}\n", now()))?)).await
}
