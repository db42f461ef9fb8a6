//! Who looked at whom: every answer about a person is written down, whatever page or operation gave it.

use super::App;
use super::clock::actor;
use super::compare::Two;
use super::health::Warning;
use super::visit::Visit;
use axum::extract::{MatchedPath, Query, RawPathParams, Request, State};
use axum::http::{Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use store::{CaseId, Seen, StoreError};
use workup::output;

/// Answers, and writes down who was shown or given what.
pub async fn record(
    State(app): State<App>,
    path: MatchedPath,
    params: RawPathParams,
    request: Request,
    next: Next,
) -> Response {
    let visit = request.extensions().get::<Visit>().cloned();
    let list = matches!(path.as_str(), "/" | "/api/v1/cases") && *request.method() == Method::GET;
    // Who deletes sees nothing; that is written down by itself.
    let deletes = *request.method() == Method::DELETE;
    let cases = cases(path.as_str(), &params, request.uri());
    let response = next.run(request).await;
    let Some(visit) = visit.filter(|visit| visit.role.is_some()) else { return response };
    // Who is told that somebody else has saved, or what is wrong with a case, has seen it, too.
    let shown = response.status().is_success()
        || matches!(response.status(), StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY);
    if deletes || !shown || (cases.is_empty() && !list) {
        return response;
    }
    let seen = seen(path.as_str(), list, response.headers().contains_key(header::CONTENT_DISPOSITION));
    let written = tokio::task::spawn_blocking(move || {
        let by = actor(&visit.name);
        let written = if list {
            app.clinic.store.saw(&by, seen, None)
        } else {
            cases.iter().try_for_each(|case| app.clinic.store.saw(&by, seen, Some(case)))
        };
        // What is written now says nothing about what was not: an administrator acknowledges that.
        if written.is_err() {
            app.clinic.health.set(Warning::AccessLog, true);
        }
        // Nobody waits for a person's data because of a full disk: the page says that it is not written.
        if let Err(error @ (StoreError::Broken(_) | StoreError::Database(_))) = written {
            output::note(&format!("audit: {error}"));
        }
    });
    // A panic in there is no reason to answer nothing.
    let _ = written.await;
    response
}

/// The cases that an answer is about.
fn cases(path: &str, params: &RawPathParams, address: &Uri) -> Vec<CaseId> {
    if path.contains("/cases/{id}") {
        let id = params.iter().find(|(name, _)| *name == "id");
        return id.and_then(|(_, value)| CaseId::parse(value).ok()).into_iter().collect();
    }
    if path.ends_with("/compare") {
        // Read as the page reads it, however it is written.
        let two = Query::<Two>::try_from_uri(address).map(|Query(two)| two).unwrap_or_default();
        return [two.a, two.b].iter().filter_map(|id| CaseId::parse(id).ok()).collect();
    }
    vec![]
}

/// What was done with it.
fn seen(path: &str, list: bool, kept: bool) -> Seen {
    if list {
        return Seen::List;
    }
    if path.ends_with("/export") {
        return Seen::Export;
    }
    if !kept {
        return Seen::Case;
    }
    let kinds = [("/report", "report"), ("/socket", "socket"), ("/files/", "scan"), ("/parts", "parts")];
    let kind = kinds.iter().find(|(part, _)| path.contains(part)).map_or("file", |(_, kind)| kind);
    Seen::Download(kind)
}
