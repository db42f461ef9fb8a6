//! The clinic page (`concord serve`) and its API. It edits cases and shows results; everything it knows is computed elsewhere. It may
//! touch the store, and files through `workup`.
//!
//! - [`connections`]: how many, and how long. [`routes`]: every address with the right that it takes; [`door`]: who may come in;
//!   [`entry`]: a log-in; [`limit`]: how often; [`address`]: from where; [`places`]: how much is sent at once; [`pace`]: how fast.
//! - [`visit`]: who asks, in which language; [`answer`]: what is answered in error.
//! - [`clinic`]: what is kept; [`opened`]: what is at hand; [`lanes`]: short and long work; [`jobs`]: reports; [`changes`]: what
//!   differs between two versions.
//! - [`given`]: what a script sends. [`layout`], [`assets`], [`texts`]: the frame of every page.
//! - one file a page: [`people`], [`person`], [`limb`], [`fit`], [`socket`], [`day`], [`report`], [`versions`], [`compare`], [`catalog`],
//!   [`drive`], [`settings`], [`login`], [`account`]; parts of them: [`scans`], [`teams`].
//! - [`kept`], [`keeper`], [`health`]: backups, the audit, and whether what is kept is sound. [`witness`]: who looked at whom.
//! - [`import`]: cases from outside. [`monitor`]: a unit that is followed, a page for this machine with a server of its own.
//! - [`form`]: the case as a form, made from its schema, a crate of its own. [`api`]: the same as JSON.

pub mod account;
pub mod address;
pub mod api;
pub mod assets;
pub mod catalog;
pub mod changes;
pub mod clinic;
pub mod clock;
pub mod compare;
pub mod connections;
pub mod day;
pub mod door;
pub mod drive;
pub mod entry;
pub mod error;
pub mod error_response;
pub mod files;
pub mod fit;
pub mod given;
pub mod health;
pub mod ids;
pub mod import;
pub mod jobs;
pub mod keeper;
pub mod kept;
pub mod lanes;
pub mod layout;
pub mod licences;
pub mod limb;
pub mod limit;
pub mod login;
pub mod monitor;
pub mod opened;
pub mod pace;
pub mod people;
pub mod percent;
pub mod person;
pub mod places;
pub mod report;
pub mod route;
pub mod routes;
pub mod scans;
pub mod scene;
pub mod settings;
pub mod socket;
pub mod teams;
pub mod technique;
pub mod versions;
pub mod visit;
pub mod witness;

pub use ::form::{self, texts};

/// The name of a header, as the arguments of `concord serve` have it.
pub use axum::http::HeaderName;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use clinic::Clinic;
use connections::Patience;
use door::Door;
use error::HttpError;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use workup::problem::{Failure, Fault};

/// What is written to the store when the program ends may take so long.
const LAST_WORK: Duration = Duration::from_secs(2);

/// What may be loaded by a page: only what this program serves; scripts from files alone.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
                      connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

/// What every handler is given.
#[derive(Clone)]
pub struct App {
    /// What is kept.
    pub clinic: Arc<Clinic>,
    /// Who may come in.
    pub door: Arc<Door>,
}

/// Every page and every operation.
pub fn router(app: App) -> Router {
    let pages = routes::router()
        .route_layer(from_fn_with_state(app.clone(), witness::note))
        .route_layer(from_fn_with_state(app.clone(), places::admit))
        .fallback(|| async { HttpError::NotFound("a page") });
    let layers = ServiceBuilder::new()
        .layer(from_fn(error_response::render))
        .layer(from_fn(pace::keep))
        .layer(from_fn_with_state(app.clone(), door::pass))
        .layer(CatchPanicLayer::custom(|_| HttpError::Internal.into_response()))
        .layer(DefaultBodyLimit::max(route::LARGEST_FORM));
    headed(pages.layer(layers).with_state(app))
}

/// With the headers that every answer has.
fn headed(pages: Router) -> Router {
    let fixed = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    let layers = ServiceBuilder::new()
        .layer(fixed(header::CONTENT_SECURITY_POLICY, POLICY))
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::REFERRER_POLICY, "same-origin"))
        .layer(fixed(header::X_FRAME_OPTIONS, "SAMEORIGIN"))
        .layer(fixed(header::CACHE_CONTROL, "no-store"))
        .layer(fixed(HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .layer(fixed(HeaderName::from_static("cross-origin-resource-policy"), "same-origin"));
    pages.layer(layers)
}

/// Serves until the process is told to end; `ready` is called with the address once it answers.
///
/// # Errors
/// An address that cannot be bound.
pub fn serve(app: App, address: SocketAddr, ready: impl FnOnce(SocketAddr)) -> Result<(), Failure> {
    let failed = |what: String, expected: &str| Failure::other(Fault::of_file(address, what, expected));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| failed(format!("no threads: {error}"), ""))?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await.map_err(|error| {
            failed(format!("this address cannot be served: {error}"), "is Concord running already? Give another --port")
        })?;
        let bound = listener.local_addr().map_err(|error| failed(error.to_string(), ""))?;
        ready(bound);
        let (clinic, proxies) = (Arc::clone(&app.clinic), app.door.behind());
        let clinic_at_end = Arc::clone(&clinic);
        let (first, second) = (ended(), ended());
        // Whoever is in a hurry says it twice.
        tokio::select! {
            () = connections::serve(listener, router(app), proxies, Patience::default(), async { first.await; clinic.jobs.forget_all(); }) => {}
            () = async { second.await; ended().await } => {}
        }
        // Failed log-ins of the last minute are only counted yet.
        let _ = tokio::task::spawn_blocking(move || clinic_at_end.store.write_failed_logins(clock::now(), true)).await;
        Ok::<_, Failure>(())
    })?;
    runtime.shutdown_timeout(LAST_WORK);
    Ok(())
}

/// Whoever started the process ends it, or closes its terminal.
async fn ended() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let (Ok(mut terminated), Ok(mut hung_up)) = (signal(SignalKind::terminate()), signal(SignalKind::hangup())) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
                _ = hung_up.recv() => {}
            }
            return;
        }
    }
    // Without signals only the end of the process ends it.
    let _ = interrupted.await;
}

#[cfg(test)]
mod texts_tests;
