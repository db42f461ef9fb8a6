//! `concord serve user` and `concord serve team`: accounts, sessions and teams without serving.

use super::failed::kept;
use super::secret::new_secret;
use clap::Subcommand;
use clinic::clock::{actor, moment, now};
use store::audit::COMMAND_LINE as BY;
use store::{CaseId, Role, SessionRow, Store, Team};
use workup::output;
use workup::problem::Failure;

/// What would be right for a password.
const PASSWORD: &str = "type a password, or pipe one in";

/// What is done with users.
#[derive(Debug, Subcommand)]
pub enum UserChange {
    /// Add a user
    Add {
        /// Name to log in with
        name: String,
        /// What the user may do
        #[arg(long, default_value = "edit")]
        role: RoleArg,
    },
    /// Give a user another password
    Password {
        /// Name
        name: String,
    },
    /// Give a user another role
    Role {
        /// Name
        name: String,
        /// What the user may do
        role: RoleArg,
    },
    /// Remove a user
    Remove {
        /// Name
        name: String,
    },
    /// List the users
    List,
    /// List the open sessions, of one user or of all
    Sessions {
        /// Name
        name: Option<String>,
    },
    /// Close the sessions of a user, or one of them
    Close {
        /// Name
        name: String,
        /// Number of the session, as it is listed; all where it is absent
        #[arg(long, value_name = "NUMBER")]
        session: Option<i64>,
    },
    /// Turn off a user's second factor, for who has lost device and recovery codes
    FactorOff {
        /// Name
        name: String,
    },
}

/// What is done with teams.
#[derive(Debug, Subcommand)]
pub enum TeamChange {
    /// Make a team
    Add {
        /// Its name
        team: String,
    },
    /// Remove a team; its cases stay, and administrators see them
    Remove {
        /// Its name
        team: String,
    },
    /// Put a user into a team
    Join {
        /// Name of the team
        team: String,
        /// Name of the user
        user: String,
    },
    /// Take a user out of a team
    Leave {
        /// Name of the team
        team: String,
        /// Name of the user
        user: String,
    },
    /// Give a case to a team
    Case {
        /// Id of the case, as its address has it
        case: String,
        /// Name of the team; no team where it is absent
        team: Option<String>,
    },
    /// List the teams and their users
    List,
}

/// A role as an argument.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum RoleArg {
    /// Look at cases
    Read,
    /// Change and delete cases
    Edit,
    /// Manage users and backups
    Admin,
}

impl From<RoleArg> for Role {
    fn from(role: RoleArg) -> Self {
        match role {
            RoleArg::Read => Self::Read,
            RoleArg::Edit => Self::Edit,
            RoleArg::Admin => Self::Admin,
        }
    }
}

/// Does it, and lists what is there afterwards.
///
/// # Errors
/// What the store says; a password that cannot be read.
pub fn change_user(store: &Store, change: &UserChange, json: bool) -> Result<(), Failure> {
    let by = actor(BY);
    match change {
        UserChange::Add { name, role } => {
            store.add_user(&by, name, &new_secret("Password: ", PASSWORD)?, (*role).into()).map_err(kept)?;
        }
        UserChange::Password { name } => {
            store.set_password(&by, name, &new_secret("Password: ", PASSWORD)?).map_err(kept)?
        }
        UserChange::Role { name, role } => store.set_role(&by, name, (*role).into()).map_err(kept)?,
        UserChange::Remove { name } => store.remove_user(&by, name).map_err(kept)?,
        UserChange::FactorOff { name } => store.remove_factor(&by, name).map_err(kept)?,
        UserChange::List => {}
        UserChange::Sessions { name } => return sessions(store, name.as_deref(), json),
        UserChange::Close { name, session } => {
            match session {
                Some(number) => store.close_numbered(&by, *number, Some(name)).map_err(kept)?,
                None => store.close_sessions_of(&by, name).map_err(kept)?,
            }
            return sessions(store, Some(name), json);
        }
    }
    let users = store.users().map_err(kept)?;
    if json {
        return output::print_json(&users);
    }
    output::print(&users.iter().map(|user| format!("{}\t{}\n", user.name, user.role.as_str())).collect::<String>())
}

/// The open sessions, a line each.
fn sessions(store: &Store, user: Option<&str>, json: bool) -> Result<(), Failure> {
    let sessions = store.sessions(user, now()).map_err(kept)?;
    if json {
        return output::print_json(&sessions);
    }
    let line = |row: &SessionRow| {
        let SessionRow { number, user, opened_at, seen_at, address, program, .. } = row;
        format!(
            "{number}\t{user}\t{}\t{}\t{address}\t{program}\n",
            moment(texts::Texts::english(), *opened_at),
            moment(texts::Texts::english(), *seen_at)
        )
    };
    output::print(&sessions.iter().map(line).collect::<String>())
}

/// Does it, and lists the teams that are there afterwards.
///
/// # Errors
/// What the store says.
pub fn change_team(store: &Store, change: &TeamChange, json: bool) -> Result<(), Failure> {
    let by = actor(BY);
    let done = match change {
        TeamChange::Add { team } => store.add_team(&by, team),
        TeamChange::Remove { team } => store.remove_team(&by, team),
        TeamChange::Join { team, user } => store.set_member(&by, team, user, true),
        TeamChange::Leave { team, user } => store.set_member(&by, team, user, false),
        TeamChange::Case { case, team } => {
            CaseId::parse(case).and_then(|id| store.move_case(&by, &id, team.as_deref()))
        }
        TeamChange::List => Ok(()),
    };
    done.map_err(kept)?;
    let teams = store.teams().map_err(kept)?;
    if json {
        return output::print_json(&teams);
    }
    output::print(
        &teams.iter().map(|Team { name, users }| format!("{name}\t{}\n", users.join(", "))).collect::<String>(),
    )
}
