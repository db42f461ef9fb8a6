//! How visitors prove who they are: by nothing on this machine alone, by password and session, or by a reverse proxy. What they
//! may do is decided in `authorization`.

use super::address::Proxies;
use super::error::HttpError;
use super::login_attempt::LoginLimits;
use super::rate_limit::RateLimit;
use super::visit::cookie;
use axum::http::{HeaderMap, header};
use std::net::IpAddr;
use std::time::Duration;

/// Requests that one visitor may make at once, and how soon one more may follow.
const BURST: u32 = 400;
const EVERY: Duration = Duration::from_millis(10);

/// The session's cookie.
pub const SESSION: &str = "concord_session";

/// Where it is asked whether the program lives.
const HEALTH: &str = "/health";

/// How visitors prove who they are.
#[derive(Clone, Debug)]
pub enum AuthMethod {
    /// Not at all: only this machine can reach the server.
    ThisMachine,
    /// By password, then by a session.
    Password,
    /// By a header that a reverse proxy sets: its name.
    Proxy(String),
}

/// Log-ins and who may ask: what was said when the server was started, and what is counted.
pub struct Auth {
    /// How visitors prove who they are.
    pub method: AuthMethod,
    /// Whether visitors come over TLS: cookies are then for TLS alone, and browsers are told to stay with it.
    pub secure: bool,
    /// The proxies in front, where there are any: then nobody else is answered.
    proxies: Option<Proxies>,
    /// How often a log-in may fail.
    pub login_limits: LoginLimits,
    /// How often one visitor may ask.
    pub requests: RateLimit,
}

/// Where a request comes from.
#[derive(Clone, Copy, Debug)]
pub struct ClientAddress(pub IpAddr);

impl Auth {
    /// For visitors who prove who they are in this way.
    pub fn new(method: AuthMethod, secure: bool, proxies: Option<Proxies>) -> Self {
        Self { method, secure, proxies, login_limits: LoginLimits::default(), requests: RateLimit::new(BURST, EVERY) }
    }

    /// Addresses of the reverse proxies; none where visitors ask directly.
    pub fn proxy_addresses(&self) -> Vec<IpAddr> {
        self.proxies.as_ref().map(|proxies| proxies.from.clone()).unwrap_or_default()
    }

    /// The name of a cookie that holds a secret. Over TLS the browser takes it from this host alone.
    pub fn cookie_name(&self, name: &str) -> String {
        format!("{}{name}", if self.secure { "__Host-" } else { "" })
    }

    /// The session's token, from the header or the cookie.
    pub fn token(&self, headers: &HeaderMap) -> Option<String> {
        let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
        bearer.map(str::to_string).or_else(|| cookie(headers, &self.cookie_name(SESSION)))
    }

    /// The visitor's address. Only the proxy may ask where there is one; and this machine, whether the program lives.
    ///
    /// # Errors
    /// [`HttpError::Forbidden`] for whoever does not come through the proxy.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap, path: &str) -> Result<IpAddr, HttpError> {
        match &self.proxies {
            None => Ok(peer),
            Some(proxies) if proxies.are(peer) => Ok(proxies.visitor(peer, headers)),
            Some(_) if peer.is_loopback() && path == HEALTH => Ok(peer),
            Some(_) => Err(HttpError::Forbidden("only the reverse proxy may ask here")),
        }
    }
}

/// Whether a host is this machine's own name.
pub fn is_local(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    ["localhost", "127.0.0.1", "[::1]"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn only_this_machines_own_names_are_local() {
        for host in ["localhost", "localhost:8470", "127.0.0.1:1", "[::1]:8470"] {
            assert!(is_local(host), "{host}");
        }
        for host in ["", "example.org", "localhost.example.org", "127.0.0.1.example.org:80", "evil:localhost"] {
            assert!(!is_local(host), "{host}");
        }
    }
}
