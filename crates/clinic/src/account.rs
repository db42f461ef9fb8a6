//! A user's own page: their open sessions, and their second factor.

use super::App;
use super::clinic::Clinic;
use super::clock::{actor, moment, now};
use super::error::HttpError;
use super::layout;
use super::login_attempt::{LoginLimits, confirm_password};
use super::visit::Visit;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use qrcode::{Color, QrCode};
use serde::Deserialize;
use std::sync::Arc;
use store::{SessionRow, StoreError, User};

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Result<Markup, HttpError> {
    let name = visit.name.clone();
    let (sessions, user) = app
        .clinic
        .work(move |clinic| Ok((clinic.store.sessions(Some(&name), now())?, clinic.store.user(&name)?)))
        .await?;
    let t = visit.texts;
    let body = html! {
        h1.page-title { (t.say("account.title")) }
        @if visit.session.is_none() { p.empty { (t.say("account.no_log_in")) } }
        @else {
            section.card aria-labelledby="sessions-heading" {
                h2 #sessions-heading { (t.say("account.sessions")) }
                p.hint { (t.say("account.sessions_hint")) }
                (table(&visit, &sessions, "/account/sessions"))
            }
            section.card aria-labelledby="factor-heading" {
                h2 #factor-heading { (t.say("account.factor")) }
                (factor_form(&visit, user.as_ref()))
            }
        }
    };
    Ok(layout::page(&visit, t.say("account.title"), &body))
}

/// Open sessions, each with a button that closes it.
pub fn table(visit: &Visit, sessions: &[SessionRow], close: &str) -> Markup {
    let t = visit.texts;
    html! {
        table.list {
            thead { tr {
                th scope="col" { (t.say("login.name")) } th scope="col" { (t.say("account.opened")) }
                th scope="col" { (t.say("account.seen")) } th scope="col" { (t.say("account.from")) }
                th scope="col" { (t.say("versions.do")) }
            } }
            tbody { @for session in sessions { tr {
                th scope="row" data-label=(t.say("login.name")) {
                    (session.user) @if visit.session == Some(session.number) { " (" (t.say("account.this_one")) ")" }
                }
                td data-label=(t.say("account.opened")) { (moment(t, session.opened_at)) }
                td data-label=(t.say("account.seen")) { (moment(t, session.seen_at)) }
                td data-label=(t.say("account.from")) { (session.address) " " (session.program) }
                td data-label=(t.say("versions.do")) {
                    form.inline method="post" action=(close) {
                        input type="hidden" name="number" value=(session.number);
                        button.danger aria-label={ (t.say("account.close")) " " (session.number) } { (t.say("account.close")) }
                    }
                }
            } } }
        }
    }
}

fn factor_form(visit: &Visit, user: Option<&User>) -> Markup {
    let t = visit.texts;
    let on = user.is_some_and(|user| user.second_factor);
    html! {
        p { (t.say(if on { "account.factor_on" } else { "account.factor_what" })) }
        form.actions method="post" action="/account/factor" {
            label for="factor-password" { (t.say("account.password_again")) }
            input #factor-password type="password" name="password" autocomplete="current-password" required;
            @if on {
                label for="off-code" { (t.say("login.code")) }
                input #off-code name="code" autocomplete="one-time-code" required;
                button.danger name="do" value="remove" { (t.say("account.factor_remove")) }
            } @else {
                button name="do" value="begin" { (t.say("account.factor_begin")) }
            }
        }
    }
}

/// Which session.
#[derive(Deserialize)]
pub struct Numbered {
    /// Its number.
    pub number: String,
}

/// A session's number.
///
/// # Errors
/// What is no number is no session.
pub fn number(text: &str) -> Result<i64, HttpError> {
    text.parse().map_err(|_| HttpError::NotFound("a session"))
}

/// Closes a session of the visitor's.
pub async fn close_session(
    State(app): State<App>,
    visit: Visit,
    Form(numbered): Form<Numbered>,
) -> Result<Redirect, HttpError> {
    let number = number(&numbered.number)?;
    app.clinic
        .work(move |clinic| Ok(clinic.store.close_numbered(&actor(&visit.name), number, Some(&visit.name))?))
        .await?;
    Ok(Redirect::to("/account"))
}

/// What becomes of the second factor.
#[derive(Deserialize)]
pub struct FactorChange {
    #[serde(rename = "do")]
    act: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

/// Begins, confirms or removes the visitor's second factor.
pub async fn factor(
    State(app): State<App>,
    visit: Visit,
    Form(change): Form<FactorChange>,
) -> Result<Response, HttpError> {
    let FactorChange { act, password, code } = change;
    let body = match act.as_str() {
        "begin" => begun(&visit, &begin_factor(&app, &visit, password).await?),
        "confirm" => confirmed(&visit, &confirm_factor(&app, &visit, code).await?),
        "remove" => {
            remove_factor(&app, &visit, password, code).await?;
            return Ok(Redirect::to("/account").into_response());
        }
        other => return Err(HttpError::input("do", other, "no such act", "send begin, confirm or remove")),
    };
    Ok(layout::page(&visit, visit.texts.say("account.factor"), &body).into_response())
}

/// Does something about the second factor of a visitor, who has logged in by password.
async fn about_factor<T: Send + 'static>(
    app: &App,
    visit: &Visit,
    change: impl FnOnce(&Clinic, &LoginLimits, &str) -> Result<T, HttpError> + Send + 'static,
) -> Result<T, HttpError> {
    if visit.session.is_none() {
        return Err(HttpError::NotFound("a log-in by password"));
    }
    let (name, auth) = (visit.name.clone(), Arc::clone(&app.auth));
    app.clinic.work(move |clinic| change(clinic, &auth.login_limits, &name)).await
}

/// Begins a second factor for whoever gives their password again, and gives its secret (base32).
///
/// # Errors
/// Nobody has logged in by password; another password; there is a factor already.
pub async fn begin_factor(app: &App, visit: &Visit, password: String) -> Result<String, HttpError> {
    about_factor(app, visit, move |clinic, limits, name| {
        confirm_password(clinic, limits, name, &password)?;
        Ok(clinic.store.begin_factor(name)?)
    })
    .await
}

/// Turns the begun factor on for whoever sends a code of it, and gives the recovery codes.
///
/// # Errors
/// Nobody has logged in by password; a wrong code, or too many of them; none was begun.
pub async fn confirm_factor(app: &App, visit: &Visit, code: String) -> Result<Vec<String>, HttpError> {
    about_factor(app, visit, move |clinic, limits, name| {
        // Codes have six digits: whoever has the session alone must not try them all.
        limits.code(name)?;
        let codes = clinic.store.confirm_factor(&actor(name), name, &code)?;
        limits.code_fits(name);
        Ok(codes)
    })
    .await
}

/// Turns the factor off for whoever gives password and code.
///
/// # Errors
/// Nobody has logged in by password; another password; a wrong code, or too many of them.
pub async fn remove_factor(app: &App, visit: &Visit, password: String, code: String) -> Result<(), HttpError> {
    about_factor(app, visit, move |clinic, limits, name| {
        confirm_password(clinic, limits, name, &password)?;
        limits.code(name)?;
        if !clinic.store.check_factor(name, &code, now())? {
            return Err(StoreError::WrongCode.into());
        }
        limits.code_fits(name);
        Ok(clinic.store.remove_factor(&actor(name), name)?)
    })
    .await
}

/// What an authenticator on the same device opens to take a secret over.
pub fn link(name: &str, secret: &str) -> String {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("otpauth://totp/Concord:{name}?secret={secret}&issuer=Concord")
}

/// The secret, for the user's authenticator, and where its first code is typed.
fn begun(visit: &Visit, secret: &str) -> Markup {
    let t = visit.texts;
    let link = link(&visit.name, secret);
    html! {
        h1.page-title { (t.say("account.factor")) }
        section.card {
            p { (t.say("account.factor_add")) }
            (picture(&link, t.say("account.factor_picture")))
            p { code #factor-secret { (secret) } }
            p { a href=(link) { (t.say("account.factor_open")) } }
            form method="post" action="/account/factor" {
                div.field { label for="first-code" { (t.say("account.factor_first")) }
                    div.control { input #first-code name="code" autocomplete="one-time-code" required; } }
                div.actions { button.primary name="do" value="confirm" { (t.say("account.factor_confirm")) } }
            }
        }
    }
}

/// A link as a QR code, dark on light whatever the page's colours: that is what cameras read.
fn picture(link: &str, label: &str) -> Markup {
    /// Light modules around it, as the standard asks for (ISO/IEC 18004).
    const QUIET: usize = 4;
    // A name is at most a hundred characters, and the longest code takes more than two thousand.
    let Ok(code) = QrCode::new(link) else { return html! {} };
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark);
    let square = |(at, _): (usize, Color)| format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET);
    let side = width + 2 * QUIET;
    html! {
        svg #factor-picture role="img" aria-label=(label) width="240" height="240" viewBox={ "0 0 " (side) " " (side) }
            shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path fill="#000" d=(dark.map(square).collect::<String>()) {}
        }
    }
}

/// The recovery codes, shown this once.
fn confirmed(visit: &Visit, codes: &[String]) -> Markup {
    let t = visit.texts;
    html! {
        h1.page-title { (t.say("account.factor")) }
        section.card {
            p { (t.say("account.factor_codes")) }
            ul.plain #recovery-codes { @for code in codes { li { code { (code) } } } }
            p { a.button.primary href="/account" { (t.say("account.title")) } }
        }
    }
}
