//! Middleware: a request that carries much waits for a slot before its body is read.

use super::App;
use super::error::HttpError;
use super::route::LARGEST_FORM;
use super::routes;
use super::visit::Visit;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use hyper::body::Body as _;

/// What needs no slot, bytes: as many connections as there may be hold less of it than one scan.
const SMALL: usize = 64 << 10;

/// Lets a request be read once there is a slot for what it carries, and holds that until it is answered.
pub async fn admit(State(app): State<App>, path: MatchedPath, request: Request, next: Next) -> Response {
    let takes = routes::takes(path.as_str(), request.method().as_str());
    // What says that it is too large is not asked for first.
    if said(request.headers()).is_some_and(|said| said > takes) {
        return HttpError::TooLarge.into_response();
    }
    let carries = carried(request.headers(), request.body().is_end_stream(), takes);
    let visitor = request.extensions().get::<Visit>().map(|visit| visit.name.clone()).unwrap_or_default();
    let pool = match carries {
        0..=SMALL => return next.run(request).await,
        carries if carries > LARGEST_FORM => &app.clinic.upload_slots.large,
        _ => &app.clinic.upload_slots.forms,
    };
    match pool.take(&visitor).await {
        Ok(_slot) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}

/// How much of what a request carries is read at most, bytes: what it says, or all that its route takes.
fn carried(headers: &HeaderMap, ended: bool, takes: usize) -> usize {
    if ended {
        return 0;
    }
    takes.min(said(headers).unwrap_or(usize::MAX))
}

/// How much a request says that it carries, bytes.
fn said(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_say_its_length_counts_as_all_that_it_may_be() {
        let mut headers = HeaderMap::new();
        assert_eq!((carried(&headers, false, 7), carried(&headers, true, 7)), (7, 0));
        for (said, read) in [("3", 3), ("9", 7), ("-1", 7), ("x", 7)] {
            headers.insert(header::CONTENT_LENGTH, said.parse().unwrap());
            assert_eq!(carried(&headers, false, 7), read, "{said}");
        }
    }
}
