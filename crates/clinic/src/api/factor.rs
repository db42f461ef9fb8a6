//! A second factor by the API, as the page "Account" has it.

use super::handlers::Answer;
use super::operation::{Body, Operation, json, plain};
use crate::App;
use crate::account::{begin_factor, confirm_factor, link, remove_factor};
use crate::error::HttpError;
use crate::extract::JsonObject;
use crate::route::Right;
use crate::visit::Visit;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a second factor is begun with.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Begin {
    /// Your password, again.
    password: String,
}

/// A second factor that is begun: it is asked for once it was confirmed.
#[derive(Serialize, JsonSchema)]
pub struct Begun {
    /// For the authenticator, in base32.
    secret: String,
    /// The same as an address that an authenticator opens.
    link: String,
}

/// What it is confirmed with.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirm {
    /// The code that the authenticator shows.
    code: String,
}

/// A second factor that is on.
#[derive(Serialize, JsonSchema)]
pub struct Confirmed {
    /// Each lets you in once without the authenticator. They are shown this once.
    recovery_codes: Vec<String>,
}

/// What it is turned off with.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// Your password, again.
    password: String,
    /// The code that the authenticator shows, or a recovery code.
    code: String,
}

/// The operations.
pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation {
            request: json::<Begin>(),
            ..plain(
                "post",
                "/api/v1/account/factor",
                Right::Look,
                "Begins a second factor of yours. Your password is asked for again.",
                json::<Begun>(),
                || post(begin),
            )
        },
        Operation {
            request: json::<Confirm>(),
            ..plain(
                "post",
                "/api/v1/account/factor/confirm",
                Right::Look,
                "Turns on the second factor that was begun, and gives the recovery codes, this once.",
                json::<Confirmed>(),
                || post(confirm),
            )
        },
        Operation {
            request: json::<Remove>(),
            status: 204,
            ..plain(
                "post",
                "/api/v1/account/factor/remove",
                Right::Look,
                "Turns your second factor off, by password and a code of it or a recovery code.",
                Body::Empty,
                || post(remove),
            )
        },
    ]
}

pub async fn begin(State(app): State<App>, visit: Visit, JsonObject(given): JsonObject<Begin>) -> Answer<Begun> {
    let secret = begin_factor(&app, &visit, given.password).await?;
    Ok(Json(Begun { link: link(&visit.name, &secret), secret }))
}

pub async fn confirm(
    State(app): State<App>,
    visit: Visit,
    JsonObject(given): JsonObject<Confirm>,
) -> Answer<Confirmed> {
    Ok(Json(Confirmed { recovery_codes: confirm_factor(&app, &visit, given.code).await? }))
}

pub async fn remove(
    State(app): State<App>,
    visit: Visit,
    JsonObject(given): JsonObject<Remove>,
) -> Result<StatusCode, HttpError> {
    remove_factor(&app, &visit, given.password, given.code).await?;
    Ok(StatusCode::NO_CONTENT)
}
