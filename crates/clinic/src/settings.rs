//! The clinic's own page, for administrators: users and roles, backup and restore, who did what.

use super::App;
use super::account;
use super::admin;
use super::clinic::Clinic;
use super::clock::{actor, now};
use super::error::HttpError;
use super::files::stem;
use super::layout;
use super::teams;
use super::visit::Visit;
use axum::extract::{Form, Query, State};
use axum::response::Redirect;
use maud::{Markup, html};
use serde::Deserialize;
use store::{Role, User};

/// Rows of the audit on one page.
const ROWS: usize = 100;

/// Every role with its text.
const ROLES: [(Role, &str); 3] =
    [(Role::Read, "clinic.role_read"), (Role::Edit, "clinic.role_edit"), (Role::Admin, "clinic.role_admin")];

/// Where in the audit to go on.
#[derive(Deserialize)]
pub struct Before {
    before: Option<i64>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, Query(before): Query<Before>) -> Result<Markup, HttpError> {
    let kept = move |clinic: &Clinic| {
        let store = &clinic.store;
        let audit = store.audit(before.before, ROWS)?;
        Ok((store.users()?, store.sessions(None, now())?, store.teams()?, audit, store.backups_since(0)?))
    };
    let (users, sessions, teams, audit, backups) = app.clinic.work(kept).await?;
    let t = visit.texts;
    let body = html! {
        h1.page-title { (t.say("clinic.title")) }
        (admin::health_section(&visit, &app.clinic.health))
        div.columns {
            div {
                section.card aria-labelledby="users-heading" {
                    h2 #users-heading { (t.say("clinic.users")) }
                    p.hint { (t.say("clinic.users_hint")) }
                    (users_table(&visit, &users))
                    h3 { (t.say("clinic.add")) }
                    (user_form(&visit))
                }
                @if !sessions.is_empty() {
                    section.card aria-labelledby="sessions-heading" {
                        h2 #sessions-heading { (t.say("clinic.sessions")) }
                        (account::table(&visit, &sessions, "/clinic/sessions"))
                    }
                }
                (teams::section(&visit, &teams, &users))
                (admin::backup_section(&visit, backups))
            }
            (admin::audit_section(&visit, &audit, audit.len() == ROWS))
        }
    };
    Ok(layout::page(&visit, t.say("clinic.title"), &body))
}

fn users_table(visit: &Visit, users: &[User]) -> Markup {
    let t = visit.texts;
    html! {
        @if users.is_empty() { p.empty { (t.say("clinic.no_users")) } } @else {
            table.list {
                thead { tr { th scope="col" { (t.say("login.name")) } th scope="col" { (t.say("clinic.role")) } th scope="col" { (t.say("versions.do")) } } }
                tbody { @for user in users {
                    @let id = stem(&user.name);
                    tr {
                        th scope="row" data-label=(t.say("login.name")) { (user.name) }
                        td data-label=(t.say("clinic.role")) {
                            form.inline method="post" action="/clinic/users" {
                                input type="hidden" name="name" value=(user.name);
                                label.visually-hidden for={ "role-" (id) } { (t.say("clinic.role")) }
                                select id={ "role-" (id) } name="role" { @for (role, key) in ROLES {
                                    option value=(role.as_str()) selected[role == user.role] { (t.say(key)) }
                                } }
                                button name="do" value="role" { (t.say("form.save")) }
                            }
                        }
                        td data-label=(t.say("versions.do")) {
                            form.inline method="post" action="/clinic/users" {
                                input type="hidden" name="name" value=(user.name);
                                label.visually-hidden for={ "password-" (id) } { (t.say("clinic.new_password")) }
                                input id={ "password-" (id) } type="password" name="password" autocomplete="new-password"
                                    placeholder=(t.say("clinic.new_password"));
                                button name="do" value="password" { (t.say("clinic.set_password")) }
                                @if user.second_factor { button name="do" value="factor-off" { (t.say("clinic.factor_off")) } }
                                button.danger name="do" value="remove" { (t.say("socket.remove")) }
                            }
                        }
                    }
                } }
            }
        }
    }
}

fn user_form(visit: &Visit) -> Markup {
    let t = visit.texts;
    html! {
        form method="post" action="/clinic/users" {
            div.field { label for="user-name" { (t.say("login.name")) }
                div.control { input #user-name name="name" required maxlength="100" autocomplete="off"; } }
            div.field { label for="user-password" { (t.say("login.password")) }
                p.hint #password-hint { (t.say("clinic.password_hint")) }
                div.control { input #user-password type="password" name="password" required autocomplete="new-password" aria-describedby="password-hint"; } }
            div.field { label for="user-role" { (t.say("clinic.role")) }
                div.control { select #user-role name="role" { @for (role, key) in ROLES { option value=(role.as_str()) { (t.say(key)) } } } } }
            div.actions { button.primary name="do" value="add" { (t.say("clinic.add")) } }
        }
    }
}

/// What becomes of a user.
#[derive(Deserialize)]
pub struct Change {
    #[serde(rename = "do")]
    act: String,
    name: String,
    #[serde(default)]
    password: String,
    role: Option<Role>,
}

/// Adds or changes a user.
pub async fn change_user(
    State(app): State<App>,
    visit: Visit,
    Form(change): Form<Change>,
) -> Result<Redirect, HttpError> {
    app.clinic
        .work(move |clinic| {
            let (by, store) = (actor(&visit.name), &clinic.store);
            let role =
                || change.role.ok_or_else(|| HttpError::input("role", "", "no role", "send read, edit or admin"));
            match change.act.as_str() {
                "add" => store.add_user(&by, &change.name, &change.password, role()?).map(|_| ())?,
                "role" => store.set_role(&by, &change.name, role()?)?,
                "password" => store.set_password(&by, &change.name, &change.password)?,
                "remove" => store.remove_user(&by, &change.name)?,
                "factor-off" => store.remove_factor(&by, &change.name)?,
                other => {
                    let expected = "send add, role, password, factor-off or remove";
                    return Err(HttpError::input("do", other, "no such act", expected));
                }
            }
            Ok(())
        })
        .await?;
    Ok(Redirect::to("/clinic"))
}

/// Closes a session, whoever's it is.
pub async fn close_session(
    State(app): State<App>,
    visit: Visit,
    Form(numbered): Form<account::Numbered>,
) -> Result<Redirect, HttpError> {
    let number = account::number(&numbered.number)?;
    app.clinic.work(move |clinic| Ok(clinic.store.close_numbered(&actor(&visit.name), number, None)?)).await?;
    Ok(Redirect::to("/clinic"))
}
