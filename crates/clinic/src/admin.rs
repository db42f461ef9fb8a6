//! Parts of the clinic's page for administrators: warnings, backup and restore, the audit.

use super::App;
use super::clock::{actor, moment, who};
use super::error::HttpError;
use super::extract::JsonObject;
use super::health::{Health, Warning};
use super::maintenance;
use super::visit::Visit;
use axum::body::Body;
use axum::extract::multipart::Field;
use axum::extract::{Form, Multipart, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use futures_util::stream;
use maud::{Markup, html};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Seek, Write};
use std::sync::Arc;
use store::{Accounts, AuditRow, Passphrase, Scratch};

/// How much of a backup is in memory while it is sent.
const PIECE: usize = 256 << 10;

/// The longest field of the form beside the file, in bytes.
const LONGEST_FIELD: usize = 8 << 10;

/// What is to be told to administrators alone, and what they acknowledge.
pub fn health_section(visit: &Visit, health: &Health) -> Markup {
    let t = visit.texts;
    html! {
        @if health.is(Warning::Folder) { p.notice.warning { (t.say("warning.folder")) } }
        @if health.is(Warning::AccessLog) {
            form.notice.warning method="post" action="/clinic/acknowledge" {
                p { (t.say("clinic.missed")) }
                div.actions { button { (t.say("clinic.acknowledge")) } }
            }
        }
    }
}

/// Notes that an administrator knows of views that could not be written down.
pub async fn acknowledge(State(app): State<App>, visit: Visit) -> Result<Redirect, HttpError> {
    acknowledged(app, visit).await?;
    Ok(Redirect::to("/clinic"))
}

/// The same by the API.
pub async fn acknowledge_json(State(app): State<App>, visit: Visit) -> Result<StatusCode, HttpError> {
    acknowledged(app, visit).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn acknowledged(app: App, visit: Visit) -> Result<(), HttpError> {
    app.clinic
        .work(move |clinic| {
            clinic.store.acknowledge_missed(&actor(&visit.name))?;
            // What was missed since is told on.
            clinic.health.set(Warning::AccessLog, clinic.store.has_missed()?);
            Ok(())
        })
        .await
}

/// The part of the page about backups.
pub fn backup_section(visit: &Visit, backups: Option<(u64, i64)>) -> Markup {
    let t = visit.texts;
    html! {
        section.card aria-labelledby="backup-heading" {
            h2 #backup-heading { (t.say("clinic.backup")) }
            p { (t.say("clinic.backup_what")) }
            @if let Some((_, last)) = backups { p { (t.fill("clinic.backup_last", &[("last", &moment(t, last))])) } }
            form method="post" action="/clinic/backup" {
                (passphrase(visit, "backup", "clinic.passphrase_hint", "new-password"))
                div.actions { button.primary { (t.say("clinic.backup_do")) } }
            }
            h3 { (t.say("clinic.restore")) }
            p { (t.say("clinic.restore_what")) }
            form method="post" action="/clinic/restore" enctype="multipart/form-data" {
                (passphrase(visit, "restore", "clinic.passphrase_of_backup", "off"))
                div.field {
                    label for="accounts" { (t.say("clinic.accounts")) }
                    p.hint #accounts-hint { (t.say("clinic.accounts_hint")) }
                    div.control { input #accounts type="checkbox" name="accounts" value="backup" aria-describedby="accounts-hint"; }
                }
                div.field { label for="backup-file" { (t.say("clinic.restore_file")) }
                    div.control { input #backup-file type="file" name="file" required; } }
                div.actions { button.danger { (t.say("clinic.restore_do")) } }
            }
        }
    }
}

fn passphrase(visit: &Visit, id: &str, hint: &str, complete: &str) -> Markup {
    let t = visit.texts;
    html! {
        div.field {
            label for={ (id) "-passphrase" } { (t.say("clinic.passphrase")) }
            p.hint id={ (id) "-passphrase-hint" } { (t.say(hint)) }
            div.control {
                input id={ (id) "-passphrase" } type="password" name="passphrase" autocomplete=(complete)
                    aria-describedby={ (id) "-passphrase-hint" };
            }
        }
    }
}

/// The part of the page about who did what; `more` where older rows are to be had.
pub fn audit_section(visit: &Visit, rows: &[AuditRow], more: bool) -> Markup {
    let t = visit.texts;
    html! {
        section.card aria-labelledby="audit-heading" {
            h2 #audit-heading { (t.say("clinic.audit")) }
            p.hint { (t.say("clinic.audit_chain")) }
            (audit_table(visit, rows))
            @if let Some(last) = rows.last().filter(|_| more) {
                p { a href={ "/clinic?before=" (last.id) } { (t.say("clinic.older")) } }
            }
        }
    }
}

fn audit_table(visit: &Visit, rows: &[AuditRow]) -> Markup {
    let t = visit.texts;
    html! {
        div.wide tabindex="0" role="group" aria-labelledby="audit-heading" { table.list {
            thead { tr {
                th scope="col" { (t.say("people.changed")) } th scope="col" { (t.say("login.name")) } th scope="col" { (t.say("clinic.action")) }
                th scope="col" { (t.say("compare.case")) } th scope="col" { (t.say("versions.note")) } th scope="col" { (t.say("clinic.row")) }
            } }
            tbody { @for row in rows { tr {
                td data-label=(t.say("people.changed")) {
                    (moment(t, row.at))
                    @if row.behind_s > 0 { " " (t.fill("clinic.behind", &[("seconds", &row.behind_s.to_string())])) }
                }
                td data-label=(t.say("login.name")) { (who(t, &row.by)) }
                td data-label=(t.say("clinic.action")) { (t.say(&format!("action.{}", row.action.as_str()))) }
                td data-label=(t.say("compare.case")) {
                    @if let Some(case) = &row.case { a href={ "/cases/" (case) "/versions" } { (case) } }
                    @if let Some(version) = row.version { " " (version) }
                }
                td data-label=(t.say("versions.note")) { (row.detail) }
                td data-label=(t.say("clinic.row")) { span title=(row.hash) { (row.id) ": " (row.hash.chars().take(12).collect::<String>()) } }
            } } }
        } }
    }
}

/// What a backup is made with.
#[derive(Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// What it is encrypted with; as it is where this is empty.
    #[serde(default)]
    passphrase: String,
}

/// The whole store as one file.
pub async fn backup(State(app): State<App>, visit: Visit, Form(wanted): Form<Wanted>) -> Result<Response, HttpError> {
    made(app, visit, wanted).await
}

/// The same by the API.
pub async fn backup_json(
    State(app): State<App>,
    visit: Visit,
    JsonObject(wanted): JsonObject<Wanted>,
) -> Result<Response, HttpError> {
    made(app, visit, wanted).await
}

async fn made(app: App, visit: Visit, wanted: Wanted) -> Result<Response, HttpError> {
    let passphrase = Some(wanted.passphrase.as_str()).filter(|text| !text.is_empty()).map(Passphrase::new);
    let passphrase = passphrase.transpose()?;
    let encrypted = passphrase.is_some();
    let by = actor(&visit.name);
    let scratch = app
        .clinic
        .long_work(&visit, move |clinic, _| Ok(clinic.store.backup_to_send(&by, passphrase.as_ref())?))
        .await?;
    sent(scratch, encrypted)
}

/// Sends a file piece by piece; it is gone afterwards, also where nobody takes it.
fn sent(scratch: Scratch, encrypted: bool) -> Result<Response, HttpError> {
    let mut file = scratch.file();
    let length = file.metadata().and_then(|there| file.rewind().map(|()| there.len())).map_err(failed)?;
    let pieces = stream::unfold(scratch, |scratch| async move {
        let read = tokio::task::spawn_blocking(move || {
            let mut piece = vec![0; PIECE];
            let read = scratch.file().read(&mut piece);
            (
                scratch,
                read.map(|length| {
                    piece.truncate(length);
                    piece
                }),
            )
        });
        match read.await {
            Ok((_, Ok(piece))) if piece.is_empty() => None,
            Ok((scratch, piece)) => Some((piece, scratch)),
            // Its thread is gone: what was sent is too short, and the other side sees that.
            Err(_) => None,
        }
    });
    let (name, kind) = if encrypted {
        ("concord-backup.sqlite.age", "application/octet-stream")
    } else {
        ("concord-backup.sqlite", "application/vnd.sqlite3")
    };
    let headers = [
        (header::CONTENT_TYPE, kind.to_string()),
        (header::CONTENT_LENGTH, length.to_string()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, Body::from_stream(pieces)).into_response())
}

fn failed(error: io::Error) -> HttpError {
    HttpError::Store(error.to_string())
}

/// Puts a backup in the place of every case. It goes to the disk as it comes: a clinic's scans need not fit in memory.
pub async fn restore(State(app): State<App>, visit: Visit, mut form: Multipart) -> Result<Redirect, HttpError> {
    let scratch = Arc::new(app.clinic.work(|clinic| Ok(clinic.store.scratch()?)).await?);
    let (mut came, mut accounts, mut passphrase) = (false, Accounts::Present, None);
    while let Some(mut field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_string();
        if name == "file" {
            while let Some(part) = field.chunk().await? {
                let to = Arc::clone(&scratch);
                let written = tokio::task::spawn_blocking(move || to.file().write_all(&part));
                written.await.map_err(|_| HttpError::Internal)?.map_err(failed)?;
                came = true;
            }
        } else if name == "accounts" {
            let of_backup = short(field).await? == "backup";
            accounts = if of_backup { Accounts::OfBackup } else { Accounts::Present };
        } else if name == "passphrase" {
            let given = Some(short(field).await?).filter(|text| !text.is_empty());
            passphrase = given.map(|text| Passphrase::given(&text));
        }
    }
    if !came {
        return Err(HttpError::input("file", "", "no file came", "choose a backup"));
    }
    let by = actor(&visit.name);
    app.clinic
        .long_work(&visit, move |clinic, _| {
            clinic.store.restore_from(&by, scratch.path(), passphrase.as_ref(), accounts)?;
            clinic.forget_all();
            clinic.judge_all();
            Ok(())
        })
        .await?;
    // Another store is in its place: what was wrong with the old one is asked anew.
    let clinic = Arc::clone(&app.clinic);
    std::thread::spawn(move || maintenance::check(&clinic));
    // The newest row of the audit says what was brought.
    Ok(Redirect::to("/clinic"))
}

/// A field that is a short text.
async fn short(mut field: Field<'_>) -> Result<String, HttpError> {
    let mut bytes = vec![];
    while let Some(part) = field.chunk().await? {
        bytes.extend_from_slice(&part);
        if bytes.len() > LONGEST_FIELD {
            return Err(HttpError::TooLarge);
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
