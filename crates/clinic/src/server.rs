//! The server: the routes with their middleware, served until the process is told to end.

use super::app::App;
use super::connections::Timeouts;
use super::error::HttpError;
use super::{
    access_log, admission, authorization, clock, connections, error_response, route, routes, security_headers,
    upload_rate,
};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use workup::problem::{Failure, Fault};

/// What is written to the store when the program ends may take so long.
const LAST_WORK: Duration = Duration::from_secs(2);

/// Every page and every operation.
pub fn router(app: App) -> Router {
    let pages = routes::router()
        .route_layer(from_fn_with_state(app.clone(), access_log::record))
        .route_layer(from_fn_with_state(app.clone(), admission::admit))
        .fallback(|| async { HttpError::NotFound("a page") });
    let layers = ServiceBuilder::new()
        .layer(from_fn(error_response::render))
        .layer(from_fn(upload_rate::enforce))
        .layer(from_fn_with_state(app.clone(), authorization::check))
        .layer(CatchPanicLayer::custom(|_| HttpError::Internal.into_response()))
        .layer(DefaultBodyLimit::max(route::LARGEST_FORM));
    security_headers::add(pages.layer(layers).with_state(app))
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
        let (clinic, proxies) = (Arc::clone(&app.clinic), app.auth.proxy_addresses());
        let clinic_at_end = Arc::clone(&clinic);
        let (first, second) = (ended(), ended());
        // Whoever is in a hurry says it twice.
        tokio::select! {
            () = connections::serve(listener, router(app), proxies, Timeouts::default(), async { first.await; clinic.jobs.forget_all(); }) => {}
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
