//! What each operation does: the pages' own work, answered as JSON.

use crate::App;
use crate::clock::actor;
use crate::compare::{Comparison, Two, compared};
use crate::error::HttpError;
use crate::extract::JsonObject;
use crate::files::download;
use crate::ids::case_id;
use crate::jobs::Standing;
use crate::opened_case::Need;
use crate::report::{RESULT, Stands, begun, content, current};
use crate::scans::removed;
use crate::scheduler::Requester;
use crate::strength;
use crate::visit::Visit;
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::Case;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{AuditRow, CaseRow, FileRow, State as CaseState, User, Version, VersionRow};
use workup::catalog::CatalogResult;
use workup::judged::judged;
use workup::outcome::DayResult;
use workup::preview::{Changed, Preview};
use workup::problem::Fault;
use workup::socket::SocketOutcome;
use workup::{input, systems};

/// Rows of the audit in one answer.
const ROWS: usize = 200;

pub type Answer<T> = Result<Json<T>, HttpError>;

/// What is looked for.
#[derive(Deserialize)]
pub struct Search {
    #[serde(default)]
    search: String,
}

pub async fn cases(
    State(app): State<App>,
    visit: Visit,
    query: Result<Query<Search>, QueryRejection>,
) -> Answer<Vec<CaseRow>> {
    let Query(query) = query?;
    app.clinic.work(move |clinic| Ok(Json(clinic.store.cases_seen(&query.search, &visit.sight)?))).await
}

pub async fn catalog(State(app): State<App>, _: Visit) -> Answer<CatalogResult> {
    Ok(Json(CatalogResult::of(&app.clinic.library, None)?))
}

pub async fn article(State(app): State<App>, _: Visit, Path(article): Path<String>) -> Answer<CatalogResult> {
    Ok(Json(CatalogResult::of(&app.clinic.library, Some(&article)).map_err(HttpError::unknown)?))
}

/// A case's text.
fn text(body: Result<Bytes, BytesRejection>) -> Result<String, HttpError> {
    let body = body?;
    if body.len() as u64 > input::LARGEST_FILE {
        let expected = format!("a case is at most {} MiB of text", input::LARGEST_FILE >> 20);
        return Err(HttpError::input("body", "", "larger than any case", expected));
    }
    let text = String::from_utf8(body.to_vec());
    let text = text.map_err(|_| HttpError::input("body", "", "not text in UTF-8", "send a case file"))?;
    if text.trim().is_empty() {
        return Err(HttpError::input("body", "", "no case came", "send a case file"));
    }
    Ok(text)
}

/// A number of a version or a row. Beyond this JSON's readers lose digits.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "u64")]
struct Number(u64);

/// The largest [`Number`].
pub const LARGEST_NUMBER: u64 = (1 << 53) - 1;

impl TryFrom<u64> for Number {
    type Error = String;

    fn try_from(number: u64) -> Result<Self, String> {
        if number <= LARGEST_NUMBER {
            Ok(Self(number))
        } else {
            Err(format!("{number} is larger than {LARGEST_NUMBER}"))
        }
    }
}

pub async fn create(
    State(app): State<App>,
    visit: Visit,
    body: Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Json<Version>), HttpError> {
    let text = text(body)?;
    let made = app
        .clinic
        .work(move |clinic| Ok(clinic.store.create(&actor(&visit.name), &clinic.draft(None, &text))?))
        .await?;
    Ok((StatusCode::CREATED, Json(made)))
}

pub async fn case(State(app): State<App>, _: Visit, Path(id): Path<String>) -> Answer<Version> {
    let id = case_id(&id)?;
    app.clinic.work(move |clinic| Ok(Json(clinic.store.head(&id)?))).await
}

/// The version a text was made from.
#[derive(Deserialize)]
pub struct Base {
    base: Number,
}

pub async fn save(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    base: Result<Query<Base>, QueryRejection>,
    body: Result<Bytes, BytesRejection>,
) -> Answer<Version> {
    let (id, Query(base), text) = (case_id(&id)?, base?, text(body)?);
    app.clinic.work(move |clinic| Ok(Json(clinic.save(&visit.name, &id, base.base.0, &text)?))).await
}

pub async fn remove(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<StatusCode, HttpError> {
    let id = case_id(&id)?;
    app.clinic.long_work(&visit, move |clinic, requester| clinic.delete(requester.name(), &id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub async fn versions(State(app): State<App>, _: Visit, Path(id): Path<String>) -> Answer<Vec<VersionRow>> {
    let id = case_id(&id)?;
    app.clinic.work(move |clinic| Ok(Json(clinic.store.history(&id)?))).await
}

pub async fn version(State(app): State<App>, _: Visit, Path((id, number)): Path<(String, String)>) -> Answer<Version> {
    let id = case_id(&id)?;
    let number = number.parse().map_err(|_| HttpError::NotFound("a version"))?;
    app.clinic.work(move |clinic| Ok(Json(clinic.store.version(&id, number)?))).await
}

pub async fn files(State(app): State<App>, _: Visit, Path(id): Path<String>) -> Answer<Vec<FileRow>> {
    let id = case_id(&id)?;
    app.clinic.work(move |clinic| Ok(Json(clinic.store.files(&id)?))).await
}

pub async fn attach(
    State(app): State<App>,
    visit: Visit,
    Path((id, name)): Path<(String, String)>,
    body: Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Json<FileRow>), HttpError> {
    let (id, bytes) = (case_id(&id)?, body?);
    let kept = app
        .clinic
        .long_work(&visit, move |clinic, requester| {
            let head = clinic.store.head(&id)?;
            geometry::formats::read(&bytes, &name).map_err(|error| {
                HttpError::input("body", &name, format!("{}: {}", error.place, error.found), error.wanted.to_string())
            })?;
            let kept = clinic.store.attach(&actor(requester.name()), &id, &name, &bytes)?;
            // With its scan the case may be further than without it.
            clinic.save(requester.name(), &id, head.number, &head.text)?;
            Ok(kept)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(kept)))
}

pub async fn detach(
    State(app): State<App>,
    visit: Visit,
    Path((id, name)): Path<(String, String)>,
) -> Result<StatusCode, HttpError> {
    let id = case_id(&id)?;
    app.clinic.long_work(&visit, move |clinic, requester| removed(clinic, requester.name(), &id, &name)).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub async fn file(
    State(app): State<App>,
    _: Visit,
    Path((id, name)): Path<(String, String)>,
) -> Result<Response, HttpError> {
    let id = case_id(&id)?;
    app.clinic
        .work(move |clinic| {
            clinic.store.head(&id)?;
            let bytes = clinic.store.file(&id, &name)?.ok_or(HttpError::NotFound("a file"))?;
            Ok(download(&store::file::plain_name(&name), "application/octet-stream", bytes))
        })
        .await
}

pub async fn fit(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Response, HttpError> {
    let id = case_id(&id)?;
    let opened = app.clinic.ready(&visit, &id, None, Need::Fit).await?;
    Ok(Json(opened.fit(&*app.clinic, &Requester::new(&visit.name))?).into_response())
}

pub async fn day(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    JsonObject(changed): JsonObject<Changed>,
) -> Answer<DayResult> {
    let id = case_id(&id)?;
    app.clinic
        .long_work(&visit, move |clinic, requester| {
            let opened = clinic.open(&id)?;
            let read = opened.case()?;
            let fitting = opened.fitting.as_ref().ok_or(HttpError::Internal)?;
            let preview = Preview::new(read, fitting, &clinic.library, &changed)?;
            let notes = systems::notes(&preview.systems, &read.case, fitting);
            let days = preview.days(changed.bands, &|| requester.check_cancelled())?;
            let foundations = read.personal(&clinic.library).foundations.clone();
            Ok(Json(DayResult::new(&preview.case, read.tape.clone(), notes, days, foundations)))
        })
        .await
}

/// What is wanted beside the socket.
#[derive(Deserialize)]
pub struct Beside {
    #[serde(default)]
    strength: String,
}

pub async fn socket(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    beside: Result<Query<Beside>, QueryRejection>,
) -> Answer<SocketOutcome> {
    let id = case_id(&id)?;
    let Query(beside) = beside?;
    let material = strength::material(&beside.strength)?;
    let opened = app.clinic.ready(&visit, &id, None, material.map_or(Need::Socket, Need::Strength)).await?;
    let mut outcome = SocketOutcome::from(opened.socket_or_why(&*app.clinic)?);
    if let (SocketOutcome::Made(made), Some(material)) = (&mut outcome, material) {
        made.strength = Some(opened.strength(&*app.clinic, material)?.0.clone());
    }
    Ok(Json(outcome))
}

/// How far a report is.
#[derive(Serialize, JsonSchema)]
pub struct JobResult {
    /// Its number; 0 for a report that was made before the program was started.
    job: u64,
    /// The case's version.
    version: u64,
    /// How far it is.
    standing: Standing,
    /// Days simulated.
    done: u64,
    /// Days to simulate; 0 while it waits.
    total: u64,
    /// What went wrong.
    faults: Vec<Fault>,
}

impl JobResult {
    fn of(version: &Version, stands: &Stands) -> Self {
        let standing = stands.standing().unwrap_or(Standing::Cancelled);
        let job = stands.job.as_ref();
        let (done, total) = job.map_or((0, 0), |job| job.progress());
        let faults = job.map_or_else(Vec::new, |job| job.faults().to_vec());
        Self { job: job.map_or(0, |job| job.id), version: version.number, standing, done, total, faults }
    }
}

pub async fn begin(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<(StatusCode, Json<JobResult>), HttpError> {
    let (version, stands) = begun(&app, &visit, &id).await?;
    Ok((StatusCode::ACCEPTED, Json(JobResult::of(&version, &stands))))
}

pub async fn progress(State(app): State<App>, _: Visit, Path(id): Path<String>) -> Answer<JobResult> {
    let (version, stands) = current(&app, &id).await?;
    Ok(Json(JobResult::of(&version, &stands)))
}

pub async fn cancel(State(app): State<App>, _: Visit, Path(id): Path<String>) -> Answer<JobResult> {
    let (version, stands) = current(&app, &id).await?;
    if let Some(job) = &stands.job {
        job.cancel();
    }
    Ok(Json(JobResult::of(&version, &stands)))
}

pub async fn result(State(app): State<App>, _: Visit, Path(id): Path<String>) -> Result<Response, HttpError> {
    let (version, _) = current(&app, &id).await?;
    let bytes = content(&app, &version, RESULT.into()).await?;
    Ok(([(header::CONTENT_TYPE, "application/json")], bytes).into_response())
}

pub async fn compare(
    State(app): State<App>,
    visit: Visit,
    two: Result<Query<Two>, QueryRejection>,
) -> Answer<Comparison> {
    let Query(two) = two?;
    app.clinic.long_work(&visit, move |clinic, requester| Ok(Json(compared(clinic, &two, requester)?))).await
}

/// What a text is.
#[derive(Serialize, JsonSchema)]
pub struct CheckResult {
    /// How far it is.
    state: CaseState,
    /// Every fault.
    faults: Vec<Fault>,
}

pub async fn check(State(app): State<App>, _: Visit, body: Result<Bytes, BytesRejection>) -> Answer<CheckResult> {
    let text = text(body)?;
    app.clinic
        .work(move |clinic| {
            let checked = crate::form::check(&text);
            let mut faults: Vec<Fault> =
                checked.problems.iter().map(|problem| Fault::of_document("case", &text, problem)).collect();
            let state = match checked.case {
                None => CaseState::Draft,
                // Nobody can say whether tape and scan agree.
                Some((Case { scan: Some(scan), .. }, _)) => {
                    let what = "the scan does not come with the text, so it is not held against the tape";
                    let right = "save the case and attach the scan";
                    faults.push(Fault::of_field("case", "scan.file", &scan.file, what, right));
                    CaseState::Draft
                }
                Some((case, settings)) => crate::clinic::state(judged(&case, &settings, &clinic.library).verdict),
            };
            Ok(Json(CheckResult { state, faults }))
        })
        .await
}

pub async fn users(State(app): State<App>, _: Visit) -> Answer<Vec<User>> {
    app.clinic.work(|clinic| Ok(Json(clinic.store.users()?))).await
}

/// Where in the audit to go on.
#[derive(Deserialize)]
pub struct Before {
    before: Option<Number>,
}

pub async fn audit(
    State(app): State<App>,
    _: Visit,
    before: Result<Query<Before>, QueryRejection>,
) -> Answer<Vec<AuditRow>> {
    let Query(before) = before?;
    app.clinic.work(move |clinic| Ok(Json(clinic.store.audit(before.before.map(|row| row.0 as i64), ROWS)?))).await
}
