//! Teams on the clinic's page: made and removed, who is in them, and which case is whose.

use super::App;
use super::clock::actor;
use super::error::HttpError;
use super::ids::case_id;
use super::visit::Visit;
use axum::extract::{Form, Path, State};
use axum::response::Redirect;
use maud::{Markup, html};
use serde::Deserialize;
use store::{Team, User};

/// Every team with its users, and a form for a new one.
pub fn section(visit: &Visit, teams: &[Team], users: &[User]) -> Markup {
    let t = visit.texts;
    html! {
        section.card aria-labelledby="teams-heading" {
            h2 #teams-heading { (t.say("teams.title")) }
            p.hint { (t.say("teams.what")) }
            @for team in teams {
                h3 { (team.name) }
                ul.plain { @for user in &team.users { li {
                    (form(&team.name, html! {
                        input type="hidden" name="user" value=(user);
                        span { (user) } " "
                        button name="do" value="leave" aria-label={ (t.say("teams.leave")) " " (user) } { (t.say("teams.leave")) }
                    }))
                } } }
                (form(&team.name, html! {
                    select name="user" aria-label=(t.say("login.name")) { @for user in users { option value=(user.name) { (user.name) } } }
                    button name="do" value="join" { (t.say("teams.join")) }
                    button.danger name="do" value="remove" { (t.say("teams.remove")) }
                }))
            }
            h3 { (t.say("teams.new")) }
            form.inline method="post" action="/clinic/teams" {
                input name="team" required maxlength="100" autocomplete="off" aria-label=(t.say("teams.name"));
                button name="do" value="add" { (t.say("teams.add")) }
            }
        }
    }
}

fn form(team: &str, inside: Markup) -> Markup {
    html! {
        form.inline method="post" action="/clinic/teams" {
            input type="hidden" name="team" value=(team);
            (inside)
        }
    }
}

/// Which team a case is in, for administrators; nothing where no team exists.
pub fn of_case(visit: &Visit, id: &str, teams: &[Team], own: Option<&str>) -> Markup {
    let t = visit.texts;
    html! {
        @if !teams.is_empty() {
            form.card.inline method="post" action={ "/cases/" (id) "/team" } {
                label for="case-team" { (t.say("teams.of_case")) }
                select #case-team name="team" {
                    option value="" { (t.say("teams.none")) }
                    @for team in teams { option value=(team.name) selected[own == Some(team.name.as_str())] { (team.name) } }
                }
                button { (t.say("form.save")) }
            }
        }
    }
}

/// What becomes of a team.
#[derive(Deserialize)]
pub struct Change {
    #[serde(rename = "do")]
    act: String,
    team: String,
    #[serde(default)]
    user: String,
}

/// Makes, changes or removes a team.
pub async fn change(State(app): State<App>, visit: Visit, Form(change): Form<Change>) -> Result<Redirect, HttpError> {
    app.clinic
        .work(move |clinic| {
            let (by, store) = (actor(&visit.name), &clinic.store);
            match change.act.as_str() {
                "add" => store.add_team(&by, &change.team)?,
                "remove" => store.remove_team(&by, &change.team)?,
                "join" => store.set_member(&by, &change.team, &change.user, true)?,
                "leave" => store.set_member(&by, &change.team, &change.user, false)?,
                other => return Err(HttpError::input("do", other, "no such act", "send add, remove, join or leave")),
            }
            Ok(())
        })
        .await?;
    Ok(Redirect::to("/clinic"))
}

/// Where a case goes.
#[derive(Deserialize)]
pub struct Move {
    #[serde(default)]
    team: String,
}

/// Gives a case to a team, or to none.
pub async fn move_case(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Form(to): Form<Move>,
) -> Result<Redirect, HttpError> {
    let id = case_id(&id)?;
    let address = format!("/cases/{id}/person");
    app.clinic
        .work(move |clinic| {
            let team = Some(to.team.as_str()).filter(|team| !team.is_empty());
            Ok(clinic.store.move_case(&actor(&visit.name), &id, team)?)
        })
        .await?;
    Ok(Redirect::to(&address))
}
