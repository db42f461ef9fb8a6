//! The door: who may come in. On this machine alone everybody who sits at it; when opened to others only who logs in, or
//! whom a reverse proxy names. No other site's page may act in a visitor's name.

use super::App;
use super::answer::Trouble;
use super::clinic::now;
use super::visit::{Visit, cookie};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;
use store::Role;

/// The session's cookie.
pub const SESSION: &str = "concord_session";

/// Requests that one visitor may make at once, and in a second thereafter.
const BURST: f64 = 400.0;
const EVERY_SECOND: f64 = 100.0;

/// Failed log-ins for one name or address at once, and in a second thereafter.
const LOGIN_BURST: f64 = 8.0;
const LOGIN_EVERY_SECOND: f64 = 0.1;

/// Visitors remembered by a limit; more begin anew.
const REMEMBERED: usize = 10_000;

/// How visitors prove who they are.
#[derive(Clone, Debug)]
pub enum Proof {
    /// Not at all: only this machine can reach the door.
    ThisMachine,
    /// By password, then by a session.
    Password,
    /// By a header that a reverse proxy at one of these addresses sets.
    Proxy {
        /// The header with the user's name.
        header: String,
        /// Addresses of the proxy.
        from: Vec<IpAddr>,
    },
}

/// The door.
pub struct Door {
    /// How visitors prove who they are.
    pub proof: Proof,
    /// Whether cookies are sent over TLS alone.
    pub secure: bool,
    requests: Limit,
    logins: Limit,
}

impl Door {
    /// A door for visitors who prove themselves so.
    pub fn new(proof: Proof, secure: bool) -> Self {
        let (requests, logins) = (Limit::new(BURST, EVERY_SECOND), Limit::new(LOGIN_BURST, LOGIN_EVERY_SECOND));
        Self { proof, secure, requests, logins }
    }

    /// One more try to log in.
    ///
    /// # Errors
    /// [`Trouble::TooMany`] with the seconds to wait.
    pub fn try_login(&self, name: &str, from: IpAddr) -> Result<(), Trouble> {
        self.logins.take(&format!("name {name}"))?;
        self.logins.take(&from.to_string())
    }

    fn visitor(&self, app: &App, headers: &HeaderMap, peer: IpAddr) -> Result<Option<(String, Role, bool)>, Trouble> {
        match &self.proof {
            Proof::ThisMachine => Ok(Some(("this machine".into(), Role::Admin, false))),
            Proof::Password => {
                let bearer =
                    headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
                let Some(token) = bearer.map(str::to_string).or_else(|| cookie(headers, SESSION)) else {
                    return Ok(None);
                };
                let session = app.clinic.store.session(&token, now())?;
                Ok(session.map(|session| (session.user, session.role, true)))
            }
            Proof::Proxy { header, from } => {
                if !from.contains(&peer) {
                    return Err(Trouble::Denied("only the reverse proxy may ask here"));
                }
                let name = headers.get(header.as_str()).and_then(|value| value.to_str().ok()).unwrap_or_default();
                let user = app.clinic.store.user(name)?;
                Ok(user.map(|user| (user.name, user.role, false)))
            }
        }
    }
}

/// Lets in who may come in, and says who it is.
pub async fn pass(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mut request: Request,
    next: Next,
) -> Response {
    match admitted(&app, peer.ip(), &request) {
        Ok(visit) => {
            request.extensions_mut().insert(visit.clone());
            let mut response = next.run(request).await;
            // Whoever shows a trouble has to know to whom.
            response.extensions_mut().insert(visit);
            response
        }
        Err(trouble) => trouble.into_response(),
    }
}

fn admitted(app: &App, peer: IpAddr, request: &Request) -> Result<Visit, Trouble> {
    let (headers, path) = (request.headers(), request.uri().path());
    let host =
        headers.get(header::HOST).and_then(|host| host.to_str().ok()).or(request.uri().host()).unwrap_or_default();
    // Another site may point its own name at this machine; this machine is not called so.
    if matches!(app.door.proof, Proof::ThisMachine) && !is_local(host) {
        return Err(Trouble::Denied(
            "this address is for this machine alone: open http://localhost or http://127.0.0.1",
        ));
    }
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !safe && !from_own_page(headers, host) {
        return Err(Trouble::Denied("the request comes from another site's page"));
    }
    let here = request.uri().path_and_query().map_or_else(|| "/".into(), ToString::to_string);
    let stranger = Visit { here, ..Visit::stranger(headers) };
    if path.starts_with("/assets/")
        || path == "/login"
        || path == "/api/v1/sessions"
        || path == "/look"
        || path == "/health"
    {
        return Ok(stranger);
    }
    let Some((name, role, session)) = app.door.visitor(app, headers, peer)? else { return Err(Trouble::Login) };
    let warnings = app.clinic.health.warnings();
    let visit = Visit { name, role: Some(role), session, warnings, ..stranger };
    if !matches!(app.door.proof, Proof::ThisMachine) {
        app.door.requests.take(&visit.name)?;
    }
    let computes = ["/day.json", "/pressure.json", "/drive.json", "/what-if", "/logout", "/check", "/preview"];
    if !safe && !computes.iter().any(|end| path.ends_with(end)) {
        visit.needs(Role::Edit)?;
    }
    if path.starts_with("/clinic") || path.starts_with("/api/v1/clinic") {
        visit.needs(Role::Admin)?;
    }
    Ok(visit)
}

/// Whether a host is this machine's own name.
fn is_local(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    ["localhost", "127.0.0.1", "[::1]"].contains(&name)
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

/// So many at once, then so many in a second; by name.
struct Limit {
    burst: f64,
    every_second: f64,
    left: Mutex<HashMap<String, (f64, Instant)>>,
}

impl Limit {
    fn new(burst: f64, every_second: f64) -> Self {
        Self { burst, every_second, left: Mutex::default() }
    }

    fn take(&self, name: &str) -> Result<(), Trouble> {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let at = Instant::now();
        let refilled = |(had, since): &(f64, Instant)| {
            (had + at.duration_since(*since).as_secs_f64() * self.every_second).min(self.burst)
        };
        if left.len() > REMEMBERED {
            left.retain(|_, entry| refilled(entry) < self.burst);
        }
        let has = left.get(name).map_or(self.burst, refilled);
        if has < 1.0 {
            return Err(Trouble::TooMany(((1.0 - has) / self.every_second).ceil() as u64));
        }
        left.insert(name.to_string(), (has - 1.0, at));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machines_own_names_are_local() {
        for host in ["localhost", "localhost:8470", "127.0.0.1:1", "[::1]:8470"] {
            assert!(is_local(host), "{host}");
        }
        for host in ["", "example.org", "localhost.example.org", "127.0.0.1.example.org:80", "evil:localhost"] {
            assert!(!is_local(host), "{host}");
        }
    }

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

    #[test]
    fn a_limit_refuses_and_says_how_long_to_wait() {
        let limit = Limit::new(2.0, 0.5);
        assert!(limit.take("a").is_ok() && limit.take("a").is_ok() && limit.take("b").is_ok());
        assert!(matches!(limit.take("a"), Err(Trouble::TooMany(1..=2))));
    }
}
