//! `concord serve`: the clinic page. It edits cases and shows results; everything it knows is computed elsewhere.
//!
//! - [`door`]: who may come in; [`visit`]: who asks, in which language; [`answer`]: what is answered in trouble.
//! - [`clinic`]: what is kept and opened; [`jobs`]: long work; [`changes`]: what differs between two versions.
//! - [`given`]: what a script sends. [`layout`], [`assets`], [`texts`]: the frame of every page.
//! - one file a page: [`people`], [`person`], [`limb`], [`fit`], [`socket`], [`day`], [`report`], [`versions`], [`compare`], [`catalog`],
//!   [`drive`], [`settings`], [`login`].
//! - [`kept`], [`keeper`], [`health`]: backups, the audit, and whether what is kept is sound. [`witness`]: who looked at whom.
//! - [`import`]: cases from outside.
//! - [`form`]: the case as a form, made from its schema. [`api`]: the same as JSON.

pub mod answer;
pub mod api;
pub mod assets;
pub mod catalog;
pub mod changes;
pub mod clinic;
pub mod compare;
pub mod day;
pub mod door;
pub mod drive;
pub mod fit;
pub mod form;
pub mod given;
pub mod health;
pub mod import;
pub mod jobs;
pub mod keeper;
pub mod kept;
pub mod layout;
pub mod limb;
pub mod login;
pub mod people;
pub mod person;
pub mod report;
pub mod settings;
pub mod socket;
pub mod technique;
pub mod texts;
pub mod versions;
pub mod visit;
pub mod witness;

use crate::problem::{Failure, Fault};
use answer::Trouble;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use clinic::Clinic;
use door::Door;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

/// No answer takes longer.
const LONGEST: Duration = Duration::from_secs(120);

/// The largest request: a scan and what surrounds it.
const LARGEST_REQUEST: usize = store::LARGEST_FILE + (1 << 20);

/// The largest backup that a page takes; larger ones are restored on the command line.
const LARGEST_BACKUP: usize = 16 << 30;

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
    let pages = Router::new()
        .route("/", get(people::list))
        .route("/cases", post(people::create))
        .route("/import", post(people::import))
        .route("/cases/{id}", get(person::first))
        .route("/cases/{id}/person", get(person::page))
        .route("/cases/{id}/edit/{page}", post(person::edit))
        .route("/cases/{id}/edit-over/{page}", post(person::edit_over))
        .route("/cases/{id}/limb", get(limb::page))
        .route("/cases/{id}/limb.glb", get(limb::mesh))
        .route("/cases/{id}/scan", post(limb::upload))
        .route("/cases/{id}/landmark", post(limb::landmark))
        .route("/cases/{id}/fit", get(fit::page))
        .route("/cases/{id}/fit/what-if", post(fit::what_if))
        .route("/cases/{id}/parts.csv", get(fit::parts))
        .route("/cases/{id}/socket", get(socket::page))
        .route("/cases/{id}/socket.glb", get(socket::mesh))
        .route("/cases/{id}/socket/step", post(socket::step))
        .route("/cases/{id}/socket/brush", post(socket::brush))
        .route("/cases/{id}/socket/trim", post(socket::trim))
        .route("/cases/{id}/socket/files/{file}", get(socket::file))
        .route("/cases/{id}/day", get(day::page))
        .route("/cases/{id}/day.json", post(day::preview))
        .route("/cases/{id}/pressure.json", post(day::pressure))
        .route("/cases/{id}/drive", get(drive::page))
        .route("/cases/{id}/drive.json", post(drive::replay))
        .route("/cases/{id}/report", get(report::page).post(report::begin))
        .route("/cases/{id}/report/cancel", post(report::cancel))
        .route("/cases/{id}/report/{file}", get(report::file))
        .route("/cases/{id}/versions", get(versions::page))
        .route("/cases/{id}/versions/{number}/restore", post(versions::restore))
        .route("/cases/{id}/export", get(people::export))
        .route("/cases/{id}/delete", get(people::ask_delete).post(people::delete))
        .route("/catalog", get(catalog::list))
        .route("/catalog/{article}", get(catalog::article))
        .route("/compare", get(compare::page))
        .route("/clinic", get(settings::page))
        .route("/clinic/users", post(settings::change_user))
        .route("/clinic/backup", post(kept::backup))
        .route("/clinic/restore", post(kept::restore).layer(DefaultBodyLimit::max(LARGEST_BACKUP)))
        .route("/login", get(login::page).post(login::enter))
        .route("/logout", post(login::leave))
        .route("/look", get(login::look))
        .route("/health", get(people::health))
        .route("/assets/{print}/{name}", get(assets::file))
        .merge(api::router())
        .route_layer(from_fn_with_state(app.clone(), witness::note))
        .fallback(|| async { Trouble::Missing("a page") });
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
        .layer(fixed(HeaderName::from_static("cross-origin-resource-policy"), "same-origin"))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST))
        .layer(from_fn(answer::show))
        .layer(from_fn_with_state(app.clone(), door::pass))
        .layer(CatchPanicLayer::custom(|_| Trouble::Broken.into_response()))
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST));
    pages.layer(layers).with_state(app)
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
        let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
        let served = axum::serve(listener, service).with_graceful_shutdown(ended());
        // What keeps a connection open must not keep the process.
        tokio::select! {
            served = served => served.map_err(|error| failed(error.to_string(), "")),
            () = async { ended().await; tokio::time::sleep(Duration::from_secs(2)).await } => Ok(()),
        }
    })?;
    runtime.shutdown_background();
    Ok(())
}

/// Whoever started the process ends it.
async fn ended() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    // Without signals only the end of the process ends it.
    let _ = interrupted.await;
}
