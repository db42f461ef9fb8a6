//! Sessions by the API: opened, listed and closed.

use super::handlers::Answer;
use crate::App;
use crate::account;
use crate::auth::{AuthMethod, ClientAddress};
use crate::clock::{actor, now};
use crate::error::HttpError;
use crate::extract::JsonObject;
use crate::login::{attempt_login, program};
use crate::login_attempt::Attempt;
use crate::visit::Visit;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::SessionRow;

/// Name and password.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// The user's name.
    name: String,
    /// The password.
    password: String,
    /// The code of the second factor, where the user has one.
    #[serde(default)]
    code: String,
}

/// A session that was opened.
#[derive(Serialize, JsonSchema)]
pub struct Opened {
    /// To be sent as `Authorization: Bearer TOKEN`; whoever has it is let in.
    token: String,
}

pub async fn open(
    State(app): State<App>,
    Extension(ClientAddress(address)): Extension<ClientAddress>,
    headers: HeaderMap,
    JsonObject(entry): JsonObject<Credentials>,
) -> Result<(StatusCode, Json<Opened>), HttpError> {
    // Where nobody logs in by password, no password is tried, either.
    if !matches!(app.auth.method, AuthMethod::Password) {
        return Err(HttpError::NotFound("a log-in by password"));
    }
    let Credentials { name, password, code } = entry;
    let attempt = Attempt { name, password, code, browser: false, device: None, address, program: program(&headers) };
    let entered = attempt_login(&app, attempt).await?.ok_or(HttpError::Unauthorized)?;
    Ok((StatusCode::CREATED, Json(Opened { token: entered.token.as_str().to_string() })))
}

pub async fn own(State(app): State<App>, visit: Visit) -> Answer<Vec<SessionRow>> {
    app.clinic.work(move |clinic| Ok(Json(clinic.store.sessions(Some(&visit.name), now())?))).await
}

pub async fn every(State(app): State<App>, _: Visit) -> Answer<Vec<SessionRow>> {
    app.clinic.work(|clinic| Ok(Json(clinic.store.sessions(None, now())?))).await
}

pub async fn close_own(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<String>,
) -> Result<StatusCode, HttpError> {
    let number = account::number(&number)?;
    app.clinic
        .work(move |clinic| Ok(clinic.store.close_numbered(&actor(&visit.name), number, Some(&visit.name))?))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

pub async fn close_any(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<String>,
) -> Result<StatusCode, HttpError> {
    let number = account::number(&number)?;
    app.clinic.work(move |clinic| Ok(clinic.store.close_numbered(&actor(&visit.name), number, None)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}
