//! Middleware: decides whether a request may be made. On this machine alone everybody who sits at it may; when the server is open to
//! others, only who logs in, or whom a reverse proxy names. No other site's page may act in a visitor's name. What a visitor
//! may do stands with each route (`routes.rs`), and is checked here alone; so is which cases they see.

use super::App;
use super::auth::{AuthMethod, ClientAddress, is_local};
use super::clock::now;
use super::compare::Two;
use super::error::HttpError;
use super::route::Right;
use super::routes;
use super::scheduler::Queue;
use super::visit::Visit;
use axum::extract::{ConnectInfo, FromRequestParts, MatchedPath, Query, RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, SocketAddr};
use store::audit::THIS_MACHINE;
use store::{CaseId, Role, Session, Sight, Store, StoreError};

/// Browsers that came over TLS come over TLS for a year.
const TLS_ALONE: &str = "max-age=31536000";

/// Who asks, as far as they have proved it.
async fn identify(app: &App, headers: &HeaderMap, anonymous: Visit) -> Result<Visit, HttpError> {
    let known = |name: String, role: Role, session: Option<i64>| {
        let sight = Sight::of(&name, role);
        Visit { name, role: Some(role), session, sight, ..anonymous.clone() }
    };
    match &app.auth.method {
        AuthMethod::ThisMachine => Ok(known(THIS_MACHINE.into(), Role::Admin, None)),
        AuthMethod::Password => {
            let token = app.auth.token(headers).ok_or(HttpError::Unauthorized)?;
            let session =
                ask_store(app, move |store| store.session(&token, now())).await?.ok_or(HttpError::Unauthorized)?;
            note_use(app, &session);
            Ok(known(session.user, session.role, Some(session.number)))
        }
        AuthMethod::Proxy(header) => {
            let mut named = headers.get_all(header.as_str()).iter();
            let (name, other) = (named.next().and_then(|value| value.to_str().ok()), named.next());
            // Of two names one is the visitor's own.
            if other.is_some() {
                return Err(HttpError::Forbidden(
                    "two users are named; the reverse proxy must remove what visitors send",
                ));
            }
            let name = name.unwrap_or_default().to_string();
            let user = ask_store(app, move |store| store.user(&name)).await?.ok_or(HttpError::Unauthorized)?;
            Ok(known(user.name, user.role, None))
        }
    }
}

/// Asks the store on a thread that may wait for it: all connections share few threads that may not.
async fn ask_store<T: Send + 'static>(
    app: &App,
    ask: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, HttpError> {
    app.clinic.work_in(Queue::Session, move |clinic| Ok(ask(&clinic.store)?)).await
}

/// Notes once a minute that a session is used. Nobody waits for it: where it fails, the session ends a little sooner.
fn note_use(app: &App, session: &Session) {
    if session.stale {
        let (clinic, number) = (app.clinic.clone(), session.number);
        tokio::task::spawn_blocking(move || clinic.store.note_use(number, now()));
    }
}

/// Refuses who may not ask, and notes who asks.
pub async fn check(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let mut response = match authorized(&app, peer.ip(), &mut parts).await {
        Ok((visit, client)) => {
            parts.extensions.insert(visit.clone());
            parts.extensions.insert(client);
            let mut response = next.run(Request::from_parts(parts, body)).await;
            // Whoever shows an error has to know to whom.
            response.extensions_mut().insert(visit);
            response
        }
        Err(error) => error.into_response(),
    };
    if app.auth.secure {
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(TLS_ALONE));
    }
    response
}

/// What a reverse proxy says of whom it asks for.
const PROXY_HEADERS: [&str; 5] = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

async fn authorized(app: &App, peer: IpAddr, parts: &mut Parts) -> Result<(Visit, ClientAddress), HttpError> {
    let headers = &parts.headers;
    let client = ClientAddress(app.auth.client(peer, headers, parts.uri.path())?);
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).or(parts.uri.host()).unwrap_or_default();
    // Another site may point its own name at this machine; this machine is not called so.
    if matches!(app.auth.method, AuthMethod::ThisMachine) && !is_local(host) {
        return Err(HttpError::Forbidden(
            "this address is for this machine alone: open http://localhost or http://127.0.0.1",
        ));
    }
    // Whoever is behind a proxy would be let in as this machine, without a password.
    if matches!(app.auth.method, AuthMethod::ThisMachine)
        && PROXY_HEADERS.iter().any(|name| headers.contains_key(*name))
    {
        return Err(HttpError::Forbidden(
            "the request comes through a proxy, and nobody logs in here: start with a log-in",
        ));
    }
    let safe = matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
    if !safe && !from_own_page(headers, host) {
        return Err(HttpError::Forbidden("the request comes from another site's page"));
    }
    let here = parts.uri.path_and_query().map_or_else(|| "/".into(), ToString::to_string);
    let anonymous = Visit { here, ..Visit::anonymous(headers) };
    let matched = parts.extensions.get::<MatchedPath>().map(|matched| matched.as_str().to_string());
    // An address that does not exist is looked up by who may look.
    let right = matched.as_deref().map_or(Ok(Right::Look), |path| routes::right(path, parts.method.as_str()));
    if matches!(right, Ok(Right::Anyone)) {
        return Ok((anonymous, client));
    }
    let visit = identify(app, headers, anonymous).await?;
    let visit = Visit { warnings: app.clinic.health.warnings(), ..visit };
    if !matches!(app.auth.method, AuthMethod::ThisMachine) {
        app.auth.requests.take(&visit.name)?;
    }
    right?.allows(&visit)?;
    check_sight(app, &visit, parts).await?;
    Ok((visit, client))
}

/// Refuses an address of a case that the visitor does not see, in the words for one that is not there.
async fn check_sight(app: &App, visit: &Visit, parts: &mut Parts) -> Result<(), HttpError> {
    if visit.sight == Sight::All {
        return Ok(());
    }
    let mut named: Vec<String> = vec![];
    if let Ok(params) = RawPathParams::from_request_parts(parts, &()).await {
        named.extend(params.iter().filter(|(name, _)| *name == "id").map(|(_, value)| value.to_string()));
    }
    if let Ok(Query(two)) = Query::<Two>::try_from_uri(&parts.uri) {
        named.extend([two.a, two.b]);
    }
    let ids: Vec<CaseId> = named.iter().filter_map(|id| CaseId::parse(id).ok()).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let sight = visit.sight.clone();
    let all = move |store: &Store| ids.iter().try_fold(true, |all, id| Ok(all && store.sees(&sight, id)?));
    if ask_store(app, all).await? { Ok(()) } else { Err(HttpError::NotFound("a case")) }
}

/// Whether a request that changes something was made by a page of ours, or by no browser at all.
fn from_own_page(headers: &HeaderMap, host: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => site == "same-origin" || site == "none",
        (None, Some(origin)) => origin
            .parse::<Uri>()
            .ok()
            .and_then(|origin| origin.authority().map(ToString::to_string))
            .is_some_and(|origin| origin == host),
        (None, None) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_sites_page_may_not_act() {
        let headers = |pairs: &[(&'static str, &'static str)]| {
            pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect::<HeaderMap>()
        };
        for (pairs, own) in [
            (vec![], true),
            (vec![("origin", "http://localhost:8470")], true),
            (vec![("origin", "http://evil.example")], false),
            (vec![("origin", "null")], false),
            (vec![("sec-fetch-site", "same-origin"), ("origin", "http://localhost:8470")], true),
            (vec![("sec-fetch-site", "cross-site")], false),
            (vec![("sec-fetch-site", "same-site")], false),
        ] {
            assert_eq!(from_own_page(&headers(&pairs), "localhost:8470"), own, "{pairs:?}");
        }
    }
}
