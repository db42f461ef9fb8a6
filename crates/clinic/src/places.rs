//! Places for what is sent, taken before it is read: whoever has none waits with it. So the memory for what many send at once is
//! bounded, and no visitor takes every place.

use super::App;
use super::error::HttpError;
use super::route::LARGEST_FORM;
use super::routes;
use super::visit::Visit;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;
use hyper::body::Body as _;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What needs no place, bytes: as many connections as there may be hold less of it than one scan.
const SMALL: usize = 64 << 10;

/// Uploads of scans, cases and backups at once, up to 65 MiB each in memory and as much again while it grows.
const LARGE_AT_ONCE: usize = 3;

/// Of one visitor.
const LARGE_OF_ONE: usize = 1;

/// Forms and texts at once, up to 4 MiB each.
const FORMS_AT_ONCE: usize = 16;

/// Of one visitor.
const FORMS_OF_ONE: usize = 4;

/// What one visitor may have waiting or read; more is refused.
const WAITING_OF_ONE: usize = 16;

/// Seconds after which a visitor who was refused may ask again.
const ASK_AGAIN_S: u64 = 5;

/// The places.
pub struct Places {
    large: Kind,
    forms: Kind,
}

/// Places for one kind of requests.
struct Kind {
    all: Arc<Semaphore>,
    of_one: usize,
    visitors: Mutex<HashMap<String, Weak<Own>>>,
}

/// The places of one visitor.
struct Own {
    places: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

/// A place, until it is dropped.
pub struct Place {
    _held: [OwnedSemaphorePermit; 3],
    _own: Arc<Own>,
}

impl Default for Places {
    fn default() -> Self {
        let kind = |all, of_one| Kind { all: Arc::new(Semaphore::new(all)), of_one, visitors: Mutex::default() };
        Self { large: kind(LARGE_AT_ONCE, LARGE_OF_ONE), forms: kind(FORMS_AT_ONCE, FORMS_OF_ONE) }
    }
}

impl Kind {
    fn own(&self, visitor: &str) -> Arc<Own> {
        let mut visitors = self.visitors.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = visitors.get(visitor).and_then(Weak::upgrade) {
            return own;
        }
        visitors.retain(|_, own| own.strong_count() > 0);
        let (places, waiting) = (Semaphore::new(self.of_one), Semaphore::new(WAITING_OF_ONE));
        let own = Arc::new(Own { places: Arc::new(places), waiting: Arc::new(waiting) });
        visitors.insert(visitor.to_string(), Arc::downgrade(&own));
        own
    }

    /// A place, once there is one. The visitor's own comes first, so that who waits for that takes none from others.
    async fn take(&self, visitor: &str) -> Result<Place, HttpError> {
        let own = self.own(visitor);
        let waiting =
            Arc::clone(&own.waiting).try_acquire_owned().map_err(|_| HttpError::TooManyRequests(ASK_AGAIN_S))?;
        let place = Arc::clone(&own.places).acquire_owned().await.map_err(|_| HttpError::Busy)?;
        let of_all = Arc::clone(&self.all).acquire_owned().await.map_err(|_| HttpError::Busy)?;
        Ok(Place { _held: [waiting, place, of_all], _own: own })
    }
}

/// Lets a request be read once there is a place for what it carries, and holds that until it is answered.
pub async fn admit(State(app): State<App>, path: MatchedPath, request: Request, next: Next) -> Response {
    let takes = routes::takes(path.as_str(), request.method().as_str());
    let carries = carried(request.headers(), request.body().is_end_stream(), takes);
    let visitor = request.extensions().get::<Visit>().map(|visit| visit.name.clone()).unwrap_or_default();
    let kind = match carries {
        0..=SMALL => return next.run(request).await,
        carries if carries > LARGEST_FORM => &app.clinic.places.large,
        _ => &app.clinic.places.forms,
    };
    match kind.take(&visitor).await {
        Ok(_place) => next.run(request).await,
        Err(error) => axum::response::IntoResponse::into_response(error),
    }
}

/// How much of what a request carries is read at most, bytes: what it says, or all that its route takes.
fn carried(headers: &HeaderMap, ended: bool, takes: usize) -> usize {
    if ended {
        return 0;
    }
    let said = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    takes.min(said.unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_visitor_takes_no_more_than_their_own_places_and_many_no_more_than_there_are() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let places = Arc::new(Places::default());
            let ask = |name: String| {
                let places = Arc::clone(&places);
                tokio::spawn(async move { places.large.take(&name).await })
            };
            let annas: Vec<_> = (0..WAITING_OF_ONE).map(|_| ask("anna".into())).collect();
            let others: Vec<_> = (0..5).map(|number| ask(format!("user {number}"))).collect();
            for _ in 0..100 {
                tokio::task::yield_now().await;
            }
            let done = |asked: &[tokio::task::JoinHandle<_>]| asked.iter().filter(|one| one.is_finished()).count();
            assert_eq!((done(&annas), done(&others)), (LARGE_OF_ONE, LARGE_AT_ONCE - 1));
            assert!(matches!(places.large.take("anna").await, Err(HttpError::TooManyRequests(_))));
            // Whoever leaves makes room, and so does whoever is answered.
            annas.into_iter().for_each(|one| one.abort());
            for other in others {
                drop(other.await.unwrap().unwrap_or_else(|_| panic!("a place")));
            }
        });
    }

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
