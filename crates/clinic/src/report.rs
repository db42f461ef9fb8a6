//! The report: what `concord run` writes for the exported case, on screen, to print and to keep. It stays with its version
//! in the store.

use super::App;
use super::clinic::Clinic;
use super::clock::{actor, moment};
use super::error::HttpError;
use super::files::{download, stem};
use super::ids::case_id;
use super::jobs::{Job, Standing};
use super::layout::{self, notice};
use super::opened_case::{DRAW, Need};
use super::visit::Visit;
use ::report::{case_report, csv};
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;
use store::{CaseId, Report, ReportRow, StoreError, Version};
use texts::Texts;
use workup::problem::{Failure, Fault};
use workup::{compute, systems};

/// The files of a report that are asked for under these names: its result, and the days in one table.
pub const RESULT: &str = "result.json";
/// See [`RESULT`].
pub const TRACES: &str = "traces.csv";

/// The page: a button, progress, or the report.
pub async fn page(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Markup, HttpError> {
    let id = case_id(&id)?;
    let opened = app.clinic.ready(&visit, &id, None, Need::Case).await?;
    let version = &opened.version;
    if let Err(HttpError::Input(faults)) = opened.case() {
        return Ok(layout::case_page(&visit, version, "report", &layout::draft(&visit, version, &faults)));
    }
    let standing = standing(&app, version.clone()).await?;
    let part = part(&visit, version, &standing);
    if visit.partial { Ok(part) } else { Ok(layout::case_page(&visit, version, "report", &part)) }
}

/// How a version's report stands.
pub struct Stands {
    /// The newest job, where one was begun since the program started and not cancelled.
    pub job: Option<Arc<Job>>,
    /// The report that is kept.
    pub kept: Option<ReportRow>,
    /// Whether it was made from what the case, its scans, the rules and the program are now.
    pub current: bool,
}

impl Stands {
    fn of(clinic: &Clinic, version: &Version) -> Result<Self, HttpError> {
        let kept = clinic.store.report(&version.id, version.number)?;
        let current = match &kept {
            Some(kept) => kept.inputs == clinic.inputs(version)?,
            None => false,
        };
        Ok(Self { job: clinic.jobs.of(&version.id, version.number), kept, current })
    }

    /// How far it is; none where there is neither a job nor a report.
    pub fn standing(&self) -> Option<Standing> {
        let job = self.job.as_ref().map(|job| job.standing());
        // What a finished job has made is kept, unless it was put away for newer ones.
        let job = job.filter(|standing| *standing != Standing::Finished);
        job.or_else(|| self.kept.as_ref().map(|_| Standing::Finished))
    }
}

async fn standing(app: &App, version: Version) -> Result<Stands, HttpError> {
    app.clinic.work(move |clinic| Stands::of(clinic, &version)).await
}

/// The part of the page that changes: it asks again by itself while the work goes on.
fn part(visit: &Visit, version: &Version, stands: &Stands) -> Markup {
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
    let Some(standing) = stands.standing() else {
        return html! { section #report.card { p { (t.say("report.what")) } (begin(t.say("report.begin"))) } };
    };
    match standing {
        Standing::Waiting | Standing::Running => {
            let (done, total) = stands.job.as_ref().map_or((0, 0), |job| job.progress());
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
            let names = names(stands.kept.as_ref());
            let page = names.first().copied().unwrap_or_default();
            html! {
                section #report {
                    @if let Some(kept) = &stands.kept { p.small {
                        (t.fill("report.made", &[("at", &moment(t, kept.at)), ("inputs", &kept.inputs)]))
                    } }
                    @if !stands.current { div.notice.warning { p { (t.say("report.old")) } (begin(t.say("report.again"))) } }
                    div.actions {
                        a.button.primary href={ (address) "/" (page) "?save=true" } { (t.say("report.download")) }
                        button data-print="#report-frame" { (t.say("report.print")) }
                        a.button href={ (address) "/result.json" } { "JSON" }
                        a.button href={ (address) "/traces.csv" } { "CSV" }
                        a href={ (address) "/" (page) } target="_blank" { (t.say("report.open")) }
                    }
                    @if names.len() > 1 {
                        details { summary { (t.say("report.files")) }
                            ul { @for name in &names[1..] { li { a href={ (address) "/" (name) } { (name) } } } }
                        }
                    }
                    iframe #report-frame.report src={ (address) "/" (page) } title=(t.say("step.report")) {}
                }
            }
        }
        Standing::Failed => html! {
            section #report.card { (notice(t, stands.job.as_ref().map_or(&[], |job| job.faults()))) (begin(t.say("report.again"))) }
        },
        Standing::Cancelled => html! {
            section #report.card { p.notice.info { (t.say("report.cancelled")) } (begin(t.say("report.again"))) }
        },
    }
}

/// Names of the report and of the files beside it.
fn names(kept: Option<&ReportRow>) -> Vec<&str> {
    let names = kept.into_iter().flat_map(|kept| kept.names.iter().map(String::as_str));
    names.filter(|name| ![RESULT, TRACES].contains(name)).collect()
}

/// Begins the work.
pub async fn begin(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Response, HttpError> {
    let (version, stands) = begun(&app, &visit, &id).await?;
    answer(&visit, &version, &stands)
}

/// Begins the report of a case's newest version, or finds the one that was begun or made.
///
/// # Errors
/// There is no such case, or it is a draft.
pub async fn begun(app: &App, visit: &Visit, id: &str) -> Result<(Version, Stands), HttpError> {
    let id = case_id(id)?;
    let opened = app.clinic.ready(visit, &id, None, Need::Case).await?;
    opened.case()?;
    let version = opened.version.clone();
    let mut stands = standing(app, version.clone()).await?;
    if !stands.current {
        let (clinic, by, texts) = (Arc::clone(&app.clinic), visit.name.clone(), visit.texts);
        let work = move |job: &Job| make(&clinic, job, &by, texts);
        stands.job = Some(app.clinic.jobs.begin(&version.id, version.number, work)?);
    }
    Ok((version, stands))
}

/// What the store says against it.
fn kept(what: &str, error: &StoreError) -> Failure {
    Failure::other(Fault::of_file(what, error.without_place(), ""))
}

/// Makes the report, in the language of whoever asked for it, and keeps it in the store, so that a restart loses none.
fn make(clinic: &Clinic, job: &Job, by: &str, texts: &'static Texts) -> Result<(), Failure> {
    let version = clinic.store.version(&job.case, job.version).map_err(|error| kept("the case", &error))?;
    let inputs = clinic.inputs(&version).map_err(|error| kept("the case", &error))?;
    let stem = stem(&version.name);
    let read = clinic.read(&job.case, &version.name, &version.text)?;
    let count = systems::usual(&read.case, read.judged(&clinic.library)).len();
    job.set_total(compute::run_steps(&read.case, count, DRAW));
    let computed = || {
        let made = case_report::socket(&read, &clinic.scans(&job.case), &clinic.library, &stem)?;
        Ok::<_, Failure>(case_report::make(texts, read, made, &clinic.library, &stem, DRAW, &|| job.step())?)
    };
    let made = job.on_report_threads(computed)?;
    let result = serde_json::to_vec_pretty(&made.result)
        .map_err(|error| Failure::other(Fault::of_file("the report", error.to_string(), "")))?;
    let traces = csv::together(&made.result.days, &made.result.row_of_days).into_bytes();
    let own = [(format!("{stem}.html"), made.report.into_bytes()), (RESULT.into(), result), (TRACES.into(), traces)];
    let files: Vec<(String, Vec<u8>)> = own.into_iter().chain(made.files).collect();
    let report = Report { case: &job.case, version: job.version, inputs: &inputs, files: &files };
    clinic.store.keep_report(&actor(by), &report).map_err(|error| kept("the report", &error))
}

/// Cancels the work.
pub async fn cancel(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Response, HttpError> {
    let (version, stands) = current(&app, &id).await?;
    if let Some(job) = &stands.job {
        job.cancel();
    }
    answer(&visit, &version, &stands)
}

/// How the report of a case's newest version stands.
///
/// # Errors
/// There is no such case, or no such report.
pub async fn current(app: &App, id: &str) -> Result<(Version, Stands), HttpError> {
    let id: CaseId = case_id(id)?;
    let version = app.clinic.work(move |clinic| Ok(clinic.store.head(&id)?)).await?;
    let stands = standing(app, version.clone()).await?;
    if stands.standing().is_none() {
        return Err(HttpError::NotFound(NONE));
    }
    Ok((version, stands))
}

/// What is not there.
const NONE: &str = "a report of this version";

fn answer(visit: &Visit, version: &Version, stands: &Stands) -> Result<Response, HttpError> {
    if visit.partial {
        Ok(part(visit, version, stands).into_response())
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
) -> Result<Response, HttpError> {
    let (version, stands) = current(&app, &id).await?;
    let page = names(stands.kept.as_ref()).first().map(ToString::to_string).ok_or(HttpError::NotFound(NONE))?;
    let bytes = content(&app, &version, name.clone()).await?;
    let stem = page.trim_end_matches(".html");
    if name == RESULT {
        return Ok(download(&format!("{stem}.json"), "application/json", bytes));
    }
    if name == TRACES {
        return Ok(download(&format!("{stem}.csv"), "text/csv; charset=utf-8", bytes));
    }
    if !name.ends_with(".html") || save.save {
        return Ok(download(&name, "application/octet-stream", bytes));
    }
    // The report is one file that brings its own style and its own policy; here it may stand in our page.
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
    Ok(([(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_SECURITY_POLICY, policy)], bytes)
        .into_response())
}

/// What a file of a version's report holds.
///
/// # Errors
/// There is no such file, or no report.
pub async fn content(app: &App, version: &Version, name: String) -> Result<Vec<u8>, HttpError> {
    let (id, number) = (version.id.clone(), version.number);
    let found = app.clinic.work(move |clinic| Ok(clinic.store.report_file(&id, number, &name)?)).await?;
    found.ok_or(HttpError::NotFound("a file of the report"))
}
