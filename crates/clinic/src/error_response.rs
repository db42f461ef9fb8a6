//! What is sent for an error: a page, a fragment or JSON, in the command line's words.

use super::error::HttpError;
use super::form::words::of_fault;
use super::layout::{self, notice};
use super::percent::encoded;
use super::visit::Visit;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::html;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;
use texts::Texts;
use workup::problem::{Fault, THE_REQUEST};

/// Bytes that are read of a library's own error message.
const LONGEST_WORDS: usize = 4_096;

/// Faults as JSON.
#[derive(Serialize, JsonSchema)]
pub struct Faults {
    /// All of it in one text.
    pub message: String,
    /// What is wrong, one entry a fault.
    pub faults: Vec<Fault>,
}

impl Faults {
    /// The message is for a program, or with `page` for the person at it.
    fn of(error: &HttpError, page: Option<&Texts>) -> Self {
        let faults = error.faults();
        let said = |fault: &Fault| match (page.map(|texts| of_fault(texts, fault)), fault.expected()) {
            (Some((Some(name), said)), _) => format!("{name}: {said}"),
            (Some((None, said)), _) => said,
            (None, "") => fault.to_string(),
            (None, expected) => format!("{fault}; {expected}"),
        };
        Self { message: faults.iter().map(said).collect::<Vec<_>>().join("\n"), faults }
    }
}

/// Whether the answer is for a program.
fn wants_json(path: &str, headers: &HeaderMap) -> bool {
    let accepts = |kind: &str| {
        headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).is_some_and(|accept| accept.contains(kind))
    };
    path.starts_with("/api/") || (accepts("application/json") && !accepts("text/html"))
}

/// Middleware: gives every error its body: JSON for programs, a fragment for a part of a page, else a whole page.
pub async fn render(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_string();
    let json = wants_json(&path, request.headers());
    let here = request.uri().path_and_query().map_or_else(|| "/".into(), ToString::to_string);
    let anonymous = Visit { here, ..Visit::anonymous(request.headers()) };
    let mut response = next.run(request).await;
    let visit = response.extensions().get::<Visit>().cloned().unwrap_or(anonymous);
    if response.extensions().get::<Arc<HttpError>>().is_none()
        && let Some(error) = without_words(&mut response).await
    {
        response.extensions_mut().insert(Arc::new(error));
    }
    let Some(error) = response.extensions().get::<Arc<HttpError>>().cloned() else { return response };
    if matches!(*error, HttpError::Unauthorized) && !json && !visit.partial {
        let mut to_login = (StatusCode::SEE_OTHER, ()).into_response();
        let back = HeaderValue::from_str(&format!("/login?back={}", encoded(&path)));
        to_login.headers_mut().insert(header::LOCATION, back.unwrap_or(HeaderValue::from_static("/login")));
        return to_login;
    }
    let body = if json {
        let page = (!path.starts_with("/api/")).then_some(visit.texts);
        (json_type(), Body::from(serde_json::to_vec(&Faults::of(&error, page)).unwrap_or_default()))
    } else if visit.partial {
        (html_type(), Body::from(notice(visit.texts, &error.faults()).into_string()))
    } else {
        let body = html! {
            h1.page-title { (visit.texts.say("trouble.title")) }
            (notice(visit.texts, &error.faults()))
            p { a href="/" { (visit.texts.say("trouble.back")) } }
        };
        (html_type(), Body::from(layout::page(&visit, visit.texts.say("trouble.title"), &body).into_string()))
    };
    if let HttpError::TooManyRequests(seconds) = *error {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response.headers_mut().insert(header::CONTENT_TYPE, body.0);
    response.headers_mut().remove(header::CONTENT_LENGTH);
    *response.body_mut() = body.1;
    response
}

/// What a library has refused on its own: an unreadable form, a method that is not there, a time that has run out.
async fn without_words(response: &mut Response) -> Option<HttpError> {
    let plain = |kind: &HeaderValue| kind.as_bytes().starts_with(b"text/plain");
    if response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| !plain(kind)) {
        return None;
    }
    let fault = |what: String| Some(HttpError::Input(vec![Fault::of_file(THE_REQUEST, what, "")]));
    match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => fault("this cannot be done here".into()),
        StatusCode::PAYLOAD_TOO_LARGE => Some(HttpError::TooLarge),
        StatusCode::SERVICE_UNAVAILABLE => Some(HttpError::Busy),
        status if status.is_client_error() => {
            let body = std::mem::take(response.body_mut());
            let words = axum::body::to_bytes(body, LONGEST_WORDS).await.unwrap_or_default();
            fault(String::from_utf8_lossy(&words).into_owned())
        }
        _ => None,
    }
}

const fn json_type() -> HeaderValue {
    HeaderValue::from_static("application/json")
}

const fn html_type() -> HeaderValue {
    HeaderValue::from_static("text/html; charset=utf-8")
}
