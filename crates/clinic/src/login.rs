//! Logging in and out, and how a visitor wants the pages to look.

use super::App;
use super::auth::{Auth, AuthMethod, ClientAddress, SESSION};
use super::clock::now;
use super::error::HttpError;
use super::layout::{self, notice};
use super::login_attempt::{self, Attempt, LoggedIn, SESSION_LIFETIME_S};
use super::scheduler::Queue;
use super::visit::{Theme, Visit, cookie};
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::sync::Arc;
use texts::Language;
use workup::problem::Fault;

/// The cookie of a device that its user has logged in with: others' failures do not count for it.
const DEVICE: &str = "concord_device";

/// It is shown for as long as the store knows it without use: 90 days.
const DEVICE_S: i64 = 90 * 86_400;

/// Language and theme are kept for a year.
const LOOKS_S: i64 = 365 * 86_400;

/// The longest way back.
const LONGEST_BACK: usize = 2_000;

/// Where to go afterwards.
#[derive(Deserialize)]
pub struct Back {
    #[serde(default)]
    back: String,
}

/// A path of our own as a browser reads it; anything else is the first page. What is no path by its letters (spaces,
/// control characters, which browsers drop) is none; a second slash or a backslash would begin the name of a host.
fn own(back: &str) -> &str {
    let plain = back.starts_with('/') && !back.starts_with("//") && !back.contains('\\') && back.is_ascii();
    let parsed = back.parse::<PathAndQuery>().is_ok_and(|parsed| parsed.as_str() == back);
    if plain && parsed && back.len() <= LONGEST_BACK { back } else { "/" }
}

/// The page that asks for name and password.
pub async fn page(visit: Visit, Query(back): Query<Back>) -> Markup {
    form(&visit, own(&back.back), None)
}

fn form(visit: &Visit, back: &str, fault: Option<&str>) -> Markup {
    let t = visit.texts;
    let body = html! {
        h1.page-title { (t.say("login.title")) }
        @if let Some(fault) = fault { (notice(visit.texts, &[Fault::of_file("Concord", fault, "")])) }
        form.card method="post" action="/login" {
            input type="hidden" name="back" value=(back);
            div.field { label for="name" { (t.say("login.name")) }
                div.control { input #name name="name" autocomplete="username" required autofocus; } }
            div.field { label for="password" { (t.say("login.password")) }
                div.control { input #password name="password" type="password" autocomplete="current-password" required; } }
            div.field { label for="code" { (t.say("login.code")) }
                p.hint #code-hint { (t.say("login.code_hint")) }
                div.control { input #code name="code" autocomplete="one-time-code" maxlength="40" aria-describedby="code-hint"; } }
            div.actions { button.primary { (t.say("login.enter")) } }
        }
    };
    layout::page(visit, t.say("login.title"), &body)
}

/// Name and password.
#[derive(Deserialize)]
pub struct Entry {
    name: String,
    password: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    back: String,
}

/// Opens a session.
pub async fn log_in(
    State(app): State<App>,
    visit: Visit,
    Extension(ClientAddress(address)): Extension<ClientAddress>,
    headers: HeaderMap,
    Form(entry): Form<Entry>,
) -> Result<Response, HttpError> {
    if !matches!(app.auth.method, AuthMethod::Password) {
        return Ok(Redirect::to("/").into_response());
    }
    let Entry { name, password, code, back } = entry;
    let (device, program) = (cookie(&headers, &app.auth.cookie_name(DEVICE)), program(&headers));
    let attempt = Attempt { name, password, code, browser: true, device, address, program };
    let Some(entered) = attempt_login(&app, attempt).await? else {
        let page = form(&visit, own(&back), Some(visit.texts.say("login.wrong")));
        return Ok((StatusCode::UNAUTHORIZED, page).into_response());
    };
    let session = secret_cookie(&app.auth, SESSION, entered.token.as_str(), SESSION_LIFETIME_S);
    let device = entered.device.map(|device| secret_cookie(&app.auth, DEVICE, &device, DEVICE_S));
    Ok((AppendHeaders([session].into_iter().chain(device)), Redirect::to(own(&back))).into_response())
}

/// Lets somebody in, or not.
///
/// # Errors
/// Too many failures; what the store says.
pub async fn attempt_login(app: &App, attempt: Attempt) -> Result<Option<LoggedIn>, HttpError> {
    let auth = Arc::clone(&app.auth);
    app.clinic.work_in(Queue::Login, move |clinic| login_attempt::log_in(clinic, &auth.login_limits, &attempt)).await
}

/// What a browser or script calls itself.
pub fn program(headers: &HeaderMap) -> String {
    headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default().to_string()
}

/// A cookie that no script of a page reads, and that no other site's page sends.
fn secret_cookie(auth: &Auth, name: &str, value: &str, seconds: i64) -> (HeaderName, String) {
    let (name, secure) = (auth.cookie_name(name), if auth.secure { "; Secure" } else { "" });
    let cookie = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}");
    (header::SET_COOKIE, cookie)
}

/// Closes the session.
pub async fn log_out(State(app): State<App>, headers: HeaderMap) -> Result<Response, HttpError> {
    if let Some(token) = cookie(&headers, &app.auth.cookie_name(SESSION)) {
        app.clinic.work(move |clinic| Ok(clinic.store.close_session(&token, now())?)).await?;
    }
    Ok((AppendHeaders([secret_cookie(&app.auth, SESSION, "", 0)]), Redirect::to("/login")).into_response())
}

/// Language or theme, and where to go on.
#[derive(Deserialize)]
pub struct Looks {
    lang: Option<String>,
    theme: Option<String>,
    #[serde(default)]
    back: String,
}

/// Remembers language and theme in the browser.
pub async fn look(State(app): State<App>, Query(looks): Query<Looks>) -> Response {
    remember(&looks, if app.auth.secure { "; Secure" } else { "" })
}

/// Sends back with the cookies that hold them; `secure` ends each.
pub fn remember(looks: &Looks, secure: &str) -> Response {
    let language = looks.lang.as_deref().and_then(Language::from_code).map(|language| ("lang", language.code()));
    let theme = looks.theme.as_deref().map(|name| ("theme", Theme::named(name).code()));
    let mut response = Redirect::to(own(&looks.back)).into_response();
    for (name, value) in language.into_iter().chain(theme) {
        let cookie = format!("{name}={value}; Path=/; Max-Age={LOOKS_S}; SameSite=Lax{secure}");
        if let Ok(cookie) = cookie.parse() {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::own;
    use proptest::prelude::*;
    use url::Url;

    /// Whether a browser that is sent there stays with us, whatever it does with the letters.
    fn stays(to: &str) -> bool {
        let ours = Url::parse("https://clinic.example/look").unwrap();
        ours.join(to).is_ok_and(|there| there.origin() == ours.origin() && there.username().is_empty())
    }

    #[test]
    fn nobody_is_sent_to_another_site() {
        for elsewhere in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "\t//evil.example",
            "/\n/evil.example",
            "/\r\n/evil.example",
            "/ /evil.example",
            "\u{a0}/evil.example",
            "/\u{2215}evil.example",
            "",
            "javascript:alert(1)",
            "/a\r\nb",
            "/a#//evil.example",
        ] {
            assert_eq!(own(elsewhere), "/", "{elsewhere}");
        }
        for ours in ["/cases/0123456789abcdef/day?x=1", "/?search=M%C3%9CLLER", "/login", "/.//evil.example"] {
            assert_eq!(own(ours), ours);
            assert!(stays(own(ours)), "{ours}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_asked_for_the_browser_stays(back in "[/\\\\\\t\\r\\n @:.?#%a-c0-9]{0,12}(evil\\.example)?[/@]{0,2}", other in any::<String>()) {
            prop_assert!(stays(own(&back)), "{back:?}");
            prop_assert!(stays(own(&other)), "{other:?}");
            let slashed = format!("/{other}");
            prop_assert!(stays(own(&slashed)), "{slashed:?}");
        }
    }
}
