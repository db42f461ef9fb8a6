//! Teams by the API, as the page of the clinic has them.

use super::handlers::Answer;
use super::operation::{Body, Operation, json, plain};
use crate::App;
use crate::clinic::Clinic;
use crate::clock::actor;
use crate::error::HttpError;
use crate::extract::JsonObject;
use crate::ids::case_id;
use crate::route::Right;
use crate::visit::Visit;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get, post, put};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Actor, StoreError, Team};

/// A team to be made.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTeam {
    /// Its name, 1 to 100 characters.
    name: String,
}

/// Where a case goes.
#[derive(Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfTeam {
    /// The team's name; no team where it is absent or null.
    #[serde(default)]
    team: Option<String>,
}

async fn changed(
    app: App,
    visit: Visit,
    change: impl FnOnce(&Clinic, &Actor) -> Result<(), StoreError> + Send + 'static,
) -> Result<StatusCode, HttpError> {
    app.clinic.work(move |clinic| Ok(change(clinic, &actor(&visit.name))?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The operations.
pub(super) fn operations() -> Vec<Operation> {
    vec![
        plain("get", "/api/v1/clinic/teams", Right::Manage, "Teams and their users.", json::<Vec<Team>>(), || {
            get(list)
        }),
        Operation {
            request: json::<NewTeam>(),
            status: 201,
            ..plain(
                "post",
                "/api/v1/clinic/teams",
                Right::Manage,
                "Makes a team. Once there is one, a user sees the cases of their own teams and no others.",
                json::<Vec<Team>>(),
                || post(add),
            )
        },
        Operation {
            status: 204,
            ..plain(
                "delete",
                "/api/v1/clinic/teams/{team}",
                Right::Manage,
                "Removes a team. Its cases stay; while another team exists, administrators alone see them.",
                Body::Empty,
                || delete(remove),
            )
        },
        Operation {
            status: 204,
            ..plain(
                "put",
                "/api/v1/clinic/teams/{team}/users/{user}",
                Right::Manage,
                "Puts a user into a team.",
                Body::Empty,
                || put(join),
            )
        },
        Operation {
            status: 204,
            ..plain(
                "delete",
                "/api/v1/clinic/teams/{team}/users/{user}",
                Right::Manage,
                "Takes a user out of a team.",
                Body::Empty,
                || delete(leave),
            )
        },
        Operation {
            request: json::<OfTeam>(),
            status: 204,
            ..plain(
                "put",
                "/api/v1/cases/{id}/team",
                Right::Manage,
                "Gives a case to a team, or to none.",
                Body::Empty,
                || put(move_case),
            )
        },
    ]
}

pub async fn list(State(app): State<App>, _: Visit) -> Answer<Vec<Team>> {
    app.clinic.work(|clinic| Ok(Json(clinic.store.teams()?))).await
}

pub async fn add(
    State(app): State<App>,
    visit: Visit,
    JsonObject(new): JsonObject<NewTeam>,
) -> Result<(StatusCode, Json<Vec<Team>>), HttpError> {
    let teams = app
        .clinic
        .work(move |clinic| {
            clinic.store.add_team(&actor(&visit.name), &new.name)?;
            Ok(clinic.store.teams()?)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(teams)))
}

pub async fn remove(State(app): State<App>, visit: Visit, Path(team): Path<String>) -> Result<StatusCode, HttpError> {
    changed(app, visit, move |clinic, by| clinic.store.remove_team(by, &team)).await
}

pub async fn join(
    State(app): State<App>,
    visit: Visit,
    Path((team, user)): Path<(String, String)>,
) -> Result<StatusCode, HttpError> {
    changed(app, visit, move |clinic, by| clinic.store.set_member(by, &team, &user, true)).await
}

pub async fn leave(
    State(app): State<App>,
    visit: Visit,
    Path((team, user)): Path<(String, String)>,
) -> Result<StatusCode, HttpError> {
    changed(app, visit, move |clinic, by| clinic.store.set_member(by, &team, &user, false)).await
}

pub async fn move_case(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    JsonObject(to): JsonObject<OfTeam>,
) -> Result<StatusCode, HttpError> {
    let id = case_id(&id)?;
    changed(app, visit, move |clinic, by| clinic.store.move_case(by, &id, to.team.as_deref())).await
}
