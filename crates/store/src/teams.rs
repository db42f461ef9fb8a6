//! Teams: who sees which case. Where no team exists, everybody who may look sees every case. Where one exists, a user
//! sees the cases of their own teams and no others, and an administrator sees all.

use rusqlite::{Connection, OptionalExtension, params};

use crate::audit::{self, Action, Actor};
use crate::case::CaseId;
use crate::error::StoreError;
use crate::names;
use crate::store::Store;
use crate::user::{Role, Team};
use crate::users;
use crate::{checked, heads, limits};

/// Which cases somebody sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Every case: an administrator, or the program itself.
    All,
    /// Those of the teams of this user; all where no team exists.
    OfUser(String),
}

impl Sight {
    /// What a user of this role sees.
    pub fn of(user: &str, role: Role) -> Self {
        if role == Role::Admin { Self::All } else { Self::OfUser(user.to_string()) }
    }

    /// The user's key in a query; none where all is seen.
    pub(crate) fn key(&self) -> Option<String> {
        match self {
            Self::All => None,
            Self::OfUser(user) => Some(names::key(user)),
        }
    }
}

/// What holds of a case (`id`) that a user (?1) sees; every case where ?1 is null.
pub(crate) const SEEN: &str = "(?1 IS NULL OR NOT EXISTS (SELECT 1 FROM teams) OR EXISTS (
    SELECT 1 FROM team_cases JOIN team_users USING (team_key) WHERE case_id = cases.id AND user_key = ?1))";

impl Store {
    /// Whether a case is there for who sees so much.
    pub fn sees(&self, sight: &Sight, id: &CaseId) -> Result<bool, StoreError> {
        self.read(|moment| {
            let sql = format!("SELECT 1 FROM cases WHERE id = ?2 AND {SEEN}");
            Ok(moment.prepare(&sql)?.exists(params![sight.key(), id])?)
        })
    }

    /// Every team with its users, by name.
    pub fn teams(&self) -> Result<Vec<Team>, StoreError> {
        self.read(|moment| {
            let mut statement = moment.prepare("SELECT key, name FROM teams ORDER BY key")?;
            let teams = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
            let mut users = moment
                .prepare("SELECT name FROM team_users JOIN users ON key = user_key WHERE team_key = ? ORDER BY key")?;
            let mut list = vec![];
            for team in teams {
                let (key, name) = team?;
                let users = users.query_map([key], |row| row.get(0))?.collect::<Result<_, _>>()?;
                list.push(Team { name, users });
            }
            Ok(list)
        })
    }

    /// The team of a case, if it is in one.
    pub fn team_of(&self, id: &CaseId) -> Result<Option<String>, StoreError> {
        self.read(|moment| {
            let sql = "SELECT name FROM team_cases JOIN teams ON key = team_key WHERE case_id = ?";
            Ok(moment.query_row(sql, [id], |row| row.get(0)).optional()?)
        })
    }

    /// Makes a team.
    pub fn add_team(&self, by: &Actor, name: &str) -> Result<(), StoreError> {
        let name = checked::name("the team's name", name)?;
        self.write(|change| {
            let made =
                change.execute("INSERT OR IGNORE INTO teams (key, name) VALUES (?, ?)", [&names::key(name), name])?;
            if made == 0 {
                return Err(StoreError::TeamExists(name.to_string()));
            }
            audit::record(change, by, Action::TeamChanged, None, &format!("{name}: made"))
        })
    }

    /// Removes a team. Its cases stay; while another team exists, only administrators see them.
    pub fn remove_team(&self, by: &Actor, name: &str) -> Result<(), StoreError> {
        self.write(|change| {
            let (key, name) = team(change, name)?;
            change.execute("DELETE FROM teams WHERE key = ?", [key])?;
            audit::record(change, by, Action::TeamChanged, None, &format!("{name}: removed"))
        })
    }

    /// Puts a user into a team, or takes them out.
    pub fn set_member(&self, by: &Actor, team: &str, user: &str, member: bool) -> Result<(), StoreError> {
        self.write(|change| {
            let (key, name) = self::team(change, team)?;
            let user = users::existing(change, user)?;
            let sql = if member {
                "INSERT OR IGNORE INTO team_users (team_key, user_key) VALUES (?, ?)"
            } else {
                "DELETE FROM team_users WHERE team_key = ? AND user_key = ?"
            };
            change.execute(sql, [key, names::key(&user.name)])?;
            let what = if member { "in" } else { "out" };
            audit::record(change, by, Action::TeamChanged, None, &format!("{name}: {} {what}", user.name))
        })
    }

    /// Gives a case to a team, or to none.
    pub fn move_case(&self, by: &Actor, id: &CaseId, team: Option<&str>) -> Result<(), StoreError> {
        self.write(|change| {
            heads::head_number(change, id)?;
            change.execute("DELETE FROM team_cases WHERE case_id = ?", [id])?;
            if let Some(team) = team {
                let (key, _) = self::team(change, team)?;
                change.execute("INSERT INTO team_cases (case_id, team_key) VALUES (?, ?)", params![id, key])?;
            }
            audit::record(change, by, Action::CaseMoved, Some((id, None)), "")
        })
    }
}

/// Puts a new case into the first team of who made it, so that they see what they made.
pub(crate) fn begin(change: &Connection, by: &Actor, id: &CaseId) -> Result<(), StoreError> {
    change.execute(
        "INSERT INTO team_cases (case_id, team_key)
            SELECT ?, team_key FROM team_users WHERE user_key = ? ORDER BY team_key LIMIT 1",
        params![id, names::key(&by.name)],
    )?;
    Ok(())
}

/// Key and name of a team; fails where there is none.
fn team(connection: &Connection, name: &str) -> Result<(String, String), StoreError> {
    let sql = "SELECT key, name FROM teams WHERE key = ?";
    let found = connection.query_row(sql, [names::key(name)], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    found.ok_or_else(|| StoreError::NoTeam(name.chars().take(limits::LONGEST_NAME).collect()))
}
