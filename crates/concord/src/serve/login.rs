//! Logging in and out, and how a visitor wants the pages to look.

use super::App;
use super::answer::{Trouble, notice};
use super::clinic::now;
use super::door::{Proof, SESSION};
use super::layout;
use super::texts::Language;
use super::visit::{Theme, Visit, cookie};
use crate::problem::Fault;
use axum::extract::{ConnectInfo, Form, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::net::SocketAddr;

/// A session ends after a working day.
pub const LIFETIME_S: i64 = 12 * 3_600;

/// Language and theme are kept for a year.
const LOOKS_S: i64 = 365 * 86_400;

/// Where to go afterwards.
#[derive(Deserialize)]
pub struct Back {
    #[serde(default)]
    back: String,
}

/// A path of our own; anything else is the first page.
fn own(back: &str) -> &str {
    let plain = back.starts_with('/') && !back.starts_with("//") && !back.contains(['\\', '\r', '\n']);
    if plain { back } else { "/" }
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
    back: String,
}

/// Opens a session.
pub async fn enter(
    State(app): State<App>,
    visit: Visit,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Form(entry): Form<Entry>,
) -> Result<Response, Trouble> {
    if !matches!(app.door.proof, Proof::Password) {
        return Ok(Redirect::to("/").into_response());
    }
    app.door.try_login(&entry.name, peer.ip())?;
    let (name, password) = (entry.name, entry.password);
    let token = app
        .clinic
        .work(move |clinic| match clinic.store.check_password(&name, &password)? {
            Some(user) => Ok(Some(clinic.store.open_session(&user.name, now(), LIFETIME_S)?)),
            None => Ok(None),
        })
        .await?;
    let Some(token) = token else {
        let page = form(&visit, own(&entry.back), Some(visit.texts.say("login.wrong")));
        return Ok((StatusCode::UNAUTHORIZED, page).into_response());
    };
    let cookie = session_cookie(token.as_str(), LIFETIME_S, app.door.secure);
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(own(&entry.back))).into_response())
}

fn session_cookie(token: &str, seconds: i64, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("{SESSION}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}")
}

/// Closes the session.
pub async fn leave(State(app): State<App>, headers: HeaderMap) -> Result<Response, Trouble> {
    if let Some(token) = cookie(&headers, SESSION) {
        app.clinic.work(move |clinic| Ok(clinic.store.close_session(&token, now())?)).await?;
    }
    Ok(([(header::SET_COOKIE, session_cookie("", 0, app.door.secure))], Redirect::to("/login")).into_response())
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
pub async fn look(Query(looks): Query<Looks>) -> Response {
    let language = looks.lang.as_deref().and_then(Language::from_code).map(|language| ("lang", language.code()));
    let theme = looks.theme.as_deref().map(|name| ("theme", Theme::named(name).code()));
    let mut response = Redirect::to(own(&looks.back)).into_response();
    for (name, value) in language.into_iter().chain(theme) {
        let cookie = format!("{name}={value}; Path=/; Max-Age={LOOKS_S}; SameSite=Lax");
        if let Ok(cookie) = cookie.parse() {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::own;

    #[test]
    fn nobody_is_sent_to_another_site() {
        for elsewhere in
            ["https://evil.example", "//evil.example", "/\\evil.example", "", "javascript:alert(1)", "/a\r\nb"]
        {
            assert_eq!(own(elsewhere), "/", "{elsewhere}");
        }
        assert_eq!(own("/cases/0123456789abcdef/day?x=1"), "/cases/0123456789abcdef/day?x=1");
    }
}
