//! The report: what `concord run` writes for the exported case, on screen, to print and to keep.

use super::App;
use super::answer::{Trouble, notice};
use super::jobs::{Job, Standing};
use super::layout;
use super::opened::Need;
use super::people::{case_id, download};
use super::visit::Visit;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;
use store::{CaseId, Version};

/// The page: a button, progress, or the report.
pub async fn page(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Markup, Trouble> {
    let id = case_id(&id)?;
    let opened = app.clinic.ready(&visit, &id, None, Need::Case).await?;
    let version = &opened.version;
    if let Err(Trouble::Input(faults)) = opened.case() {
        return Ok(layout::case_page(&visit, version, "report", &layout::draft(&visit, version, &faults)));
    }
    let part = part(&visit, version, app.clinic.jobs.of(&version.id, version.number).as_deref());
    if visit.partial { Ok(part) } else { Ok(layout::case_page(&visit, version, "report", &part)) }
}

/// The part of the page that changes: it asks again by itself while the work goes on.
fn part(visit: &Visit, version: &Version, job: Option<&Job>) -> Markup {
    let t = visit.texts;
    let address = format!("/cases/{}/report", version.id);
    // Who may only look is shown what there is.
    let begin = |label: &str| {
        html! {
            @if visit.edits() { form.actions method="post" action=(address) hx-post=(address) hx-target="#report" hx-swap="outerHTML" {
                button.primary { (label) }
            } }
        }
    };
    let Some(job) = job else {
        return html! { section #report.card { p { (t.say("report.what")) } (begin(t.say("report.begin"))) } };
    };
    match job.standing() {
        Standing::Waiting | Standing::Running => {
            let (done, total) = job.progress();
            html! {
                section #report.card hx-get=(address) hx-trigger="every 300ms" hx-swap="outerHTML" {
                    label for="job" {
                        @if total == 0 { (t.say("report.waiting")) }
                        @else { (t.fill("report.running", &[("done", &done.to_string()), ("total", &total.to_string())])) }
                    }
                    progress #job.progress value=(done) max=(total.max(1)) {}
                    // The same button while the numbers change: a press that began before goes on.
                    @if visit.edits() { form.actions #cancel-report hx-preserve="true" method="post" action={ (address) "/cancel" } hx-post={ (address) "/cancel" }
                        hx-target="#report" hx-swap="outerHTML" { button { (t.say("report.cancel")) } } }
                    p.without-script { a href=(address) { (t.say("report.reload")) } }
                }
            }
        }
        Standing::Finished => {
            let names = names(version, job);
            html! {
                section #report {
                    div.actions {
                        a.button.primary href={ (address) "/" (names[0]) "?save=true" } { (t.say("report.download")) }
                        button data-print="#report-frame" { (t.say("report.print")) }
                        a.button href={ (address) "/result.json" } { "JSON" }
                        a.button href={ (address) "/traces.csv" } { "CSV" }
                        a href={ (address) "/" (names[0]) } target="_blank" { (t.say("report.open")) }
                    }
                    @if names.len() > 1 {
                        details { summary { (t.say("report.files")) }
                            ul { @for name in &names[1..] { li { a href={ (address) "/" (name) } { (name) } } } }
                        }
                    }
                    iframe #report-frame.report src={ (address) "/" (names[0]) } title=(t.say("step.report")) {}
                }
            }
        }
        Standing::Failed => html! {
            section #report.card { (notice(t, job.faults())) (begin(t.say("report.again"))) }
        },
        Standing::Cancelled => html! {
            section #report.card { p.notice.info { (t.say("report.cancelled")) } (begin(t.say("report.again"))) }
        },
    }
}

/// Names of the report and of the files beside it.
fn names(version: &Version, job: &Job) -> Vec<String> {
    let files = job.report().map(|report| report.files.iter().map(|(name, _)| name.clone())).into_iter().flatten();
    std::iter::once(format!("{}.html", super::clinic::stem(&version.name))).chain(files).collect()
}

/// Begins the work.
pub async fn begin(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (version, job) = begun(&app, &visit, &id).await?;
    answer(&visit, &version, &job)
}

/// Begins the report of a case's newest version, or finds the one that was begun.
///
/// # Errors
/// There is no such case, or it is a draft.
pub async fn begun(app: &App, visit: &Visit, id: &str) -> Result<(Version, Arc<Job>), Trouble> {
    let id = case_id(id)?;
    let opened = app.clinic.ready(visit, &id, None, Need::Case).await?;
    opened.case()?;
    let version = opened.version.clone();
    let job = app.clinic.jobs.begin(&app.clinic, &version.id, version.number)?;
    Ok((version, job))
}

/// Cancels the work.
pub async fn cancel(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (version, job) = current(&app, &id).await?;
    job.cancel();
    answer(&visit, &version, &job)
}

/// The newest job of a case's newest version.
///
/// # Errors
/// There is no such case, or no such job.
pub async fn current(app: &App, id: &str) -> Result<(Version, Arc<Job>), Trouble> {
    let id: CaseId = case_id(id)?;
    let version = app.clinic.work(move |clinic| Ok(clinic.store.head(&id)?)).await?;
    let job = app.clinic.jobs.of(&version.id, version.number).ok_or(Trouble::Missing("a report of this version"))?;
    Ok((version, job))
}

fn answer(visit: &Visit, version: &Version, job: &Job) -> Result<Response, Trouble> {
    if visit.partial {
        Ok(part(visit, version, Some(job)).into_response())
    } else {
        Ok(Redirect::to(&format!("/cases/{}/report", version.id)).into_response())
    }
}

/// Whether a file is to be kept rather than shown.
#[derive(Deserialize)]
pub struct Save {
    #[serde(default)]
    save: bool,
}

/// The report, or a file beside it.
pub async fn file(
    State(app): State<App>,
    _: Visit,
    Path((id, name)): Path<(String, String)>,
    Query(save): Query<Save>,
) -> Result<Response, Trouble> {
    let (version, job) = current(&app, &id).await?;
    let made = job.report().ok_or(Trouble::Missing("a report of this version"))?;
    let page = names(&version, &job).swap_remove(0);
    let stem = page.trim_end_matches(".html");
    if name == "result.json" {
        let bytes = serde_json::to_vec_pretty(&made.result).map_err(|_| Trouble::Broken)?;
        return Ok(download(&format!("{stem}.json"), "application/json", bytes));
    }
    if name == "traces.csv" {
        let bytes = crate::view::csv::together(&made.result.days).into_bytes();
        return Ok(download(&format!("{stem}.csv"), "text/csv; charset=utf-8", bytes));
    }
    let bytes = if name == page {
        made.report.clone().into_bytes()
    } else {
        made.files.iter().find(|(known, _)| *known == name).ok_or(Trouble::Missing("a file of the report"))?.1.clone()
    };
    if !name.ends_with(".html") || save.save {
        return Ok(download(&name, "application/octet-stream", bytes));
    }
    // The report is one file that brings its own style and its own policy; here it may stand in our page.
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
    Ok(([(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_SECURITY_POLICY, policy)], bytes)
        .into_response())
}
