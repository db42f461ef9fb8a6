//! Users, and their passwords as Argon2id hashes.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::audit::{self, Action, Actor};
use crate::error::StoreError;
use crate::names::key;
use crate::store::Store;
use crate::user::{Role, User};
use crate::{checked, limits, random};

/// OWASP's first choice for Argon2id (Password Storage Cheat Sheet): 19 MiB of memory, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// How every hash of ours begins. One with other numbers could come with a backup, and ask for any amount of memory.
const OURS: &str = "$argon2id$v=19$m=19456,t=2,p=1$";

/// What stands in for the hash of a user who is not there, so that the answer takes as long.
const NOBODY: [u8; 16] = *b"concord: nobody.";

impl Store {
    /// Adds a user. The first one must be an administrator.
    pub fn add_user(&self, by: &Actor, name: &str, password: &str, role: Role) -> Result<User, StoreError> {
        let name = checked::name("the user's name", name)?.to_string();
        checked::new_password(&name, password)?;
        if is_own_name(&name) {
            return Err(StoreError::OwnName(name));
        }
        let hash = hash(password, &random::bytes()?)?;
        self.write(|change| {
            if find(change, &name)?.is_some() {
                return Err(StoreError::UserExists(name));
            }
            if role != Role::Admin && !admin_beside(change, "")? {
                return Err(StoreError::FirstUser);
            }
            change.execute(
                "INSERT INTO users (key, name, password, role, added_at) VALUES (?, ?, ?, ?, ?)",
                params![key(&name), name, hash, role, by.at],
            )?;
            audit::record(change, by, Action::UserAdded, None, &format!("{name}: {}", role.as_str()))?;
            Ok(User { name, role, added_at: by.at, second_factor: false })
        })
    }

    /// Sets a user's password, and closes their sessions.
    pub fn set_password(&self, by: &Actor, name: &str, password: &str) -> Result<(), StoreError> {
        checked::new_password(name, password)?;
        let hash = hash(password, &random::bytes()?)?;
        self.write(|change| {
            let user = existing(change, name)?;
            change.execute("UPDATE users SET password = ? WHERE key = ?", params![hash, key(name)])?;
            close_sessions(change, name)?;
            audit::record(change, by, Action::PasswordSet, None, &user.name)
        })
    }

    /// Sets what a user may do, and closes their sessions. The last administrator stays one.
    pub fn set_role(&self, by: &Actor, name: &str, role: Role) -> Result<(), StoreError> {
        self.write(|change| {
            let user = existing(change, name)?;
            if user.role == Role::Admin && role != Role::Admin && !admin_beside(change, name)? {
                return Err(StoreError::LastAdmin(user.name));
            }
            change.execute("UPDATE users SET role = ? WHERE key = ?", params![role, key(name)])?;
            close_sessions(change, name)?;
            audit::record(change, by, Action::RoleSet, None, &format!("{}: {}", user.name, role.as_str()))
        })
    }

    /// Removes a user and closes their sessions. What they did stays under their name. The last administrator stays.
    pub fn remove_user(&self, by: &Actor, name: &str) -> Result<(), StoreError> {
        self.write(|change| {
            // One that an earlier version let in beside another of the same normal form is known by its letters alone.
            let beside = "DELETE FROM users WHERE name = ? AND key <> ?";
            if change.execute(beside, [name, &key(name)])? > 0 {
                return audit::record(change, by, Action::UserRemoved, None, name);
            }
            let user = existing(change, name)?;
            if user.role == Role::Admin && !admin_beside(change, name)? {
                return Err(StoreError::LastAdmin(user.name));
            }
            change.execute("DELETE FROM users WHERE key = ?", [key(name)])?;
            audit::record(change, by, Action::UserRemoved, None, &user.name)
        })
    }

    /// Names that no user could be given today: one that counts the same as another's, who alone can log in by it, or as
    /// one that the program calls itself. An earlier version, or a backup, let them in.
    pub fn doubtful_names(&self) -> Result<Vec<String>, StoreError> {
        self.read(|moment| {
            let mut statement = moment.prepare("SELECT key, name FROM users ORDER BY key")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let mut names = vec![];
            for row in rows {
                let (known, name): (String, String) = row?;
                if key(&name) != known || is_own_name(&name) {
                    names.push(name);
                }
            }
            Ok(names)
        })
    }

    /// Every user, by name.
    pub fn users(&self) -> Result<Vec<User>, StoreError> {
        self.read(|moment| {
            let mut statement = moment.prepare(&format!("SELECT {COLUMNS} FROM users ORDER BY key"))?;
            Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
        })
    }

    /// One user; none where there is none of this name.
    pub fn user(&self, name: &str) -> Result<Option<User>, StoreError> {
        self.read(|moment| find(moment, name))
    }

    /// The user, if this is their password. An unknown name takes as long as a wrong password.
    pub fn check_password(&self, name: &str, password: &str) -> Result<Option<User>, StoreError> {
        let known = self.read(|moment| {
            let sql = format!("SELECT {COLUMNS}, password FROM users WHERE key = ?");
            Ok(moment.query_row(&sql, [key(name)], |row| Ok((read(row)?, row.get::<_, String>(4)?))).optional()?)
        })?;
        // A password nobody can have set is not worth more than a hash of its beginning.
        let fits = checked::password_length(password).is_ok();
        let tried: String = password.chars().take(*limits::PASSWORD_LENGTH.end()).collect();
        let Some((user, hash)) = known.filter(|(_, hash)| fits && hash.starts_with(OURS)) else {
            self::hash(&tried, &NOBODY)?;
            return Ok(None);
        };
        let hash = PasswordHash::new(&hash).map_err(|error| StoreError::Hash(error.to_string()))?;
        Ok(hasher()?.verify_password(tried.as_bytes(), &hash).is_ok().then_some(user))
    }
}

/// Whether a name counts the same as one that the program calls itself in the audit.
fn is_own_name(name: &str) -> bool {
    audit::OWN_NAMES.iter().any(|own| key(own) == key(name))
}

/// What is read of a user.
const COLUMNS: &str =
    "name, role, added_at, EXISTS (SELECT 1 FROM factors WHERE user_key = key AND confirmed = 1) AS second_factor";

fn read(row: &Row) -> rusqlite::Result<User> {
    Ok(User { name: row.get(0)?, role: row.get(1)?, added_at: row.get(2)?, second_factor: row.get(3)? })
}

fn find(connection: &Connection, name: &str) -> Result<Option<User>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM users WHERE key = ?");
    Ok(connection.query_row(&sql, [key(name)], read).optional()?)
}

/// The user of this name; fails where there is none.
pub(crate) fn existing(connection: &Connection, name: &str) -> Result<User, StoreError> {
    find(connection, name)?.ok_or_else(|| StoreError::NoUser(name.chars().take(limits::LONGEST_NAME).collect()))
}

/// Whether anyone else is an administrator.
fn admin_beside(connection: &Connection, name: &str) -> rusqlite::Result<bool> {
    connection.prepare("SELECT 1 FROM users WHERE role = ? AND key <> ?")?.exists(params![Role::Admin, key(name)])
}

/// Closes every session of a user.
pub(crate) fn close_sessions(connection: &Connection, name: &str) -> rusqlite::Result<usize> {
    connection.execute("DELETE FROM sessions WHERE user_key = ?", [key(name)])
}

fn hasher() -> Result<Argon2<'static>, StoreError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|error| StoreError::Hash(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(password: &str, salt: &[u8; 16]) -> Result<String, StoreError> {
    let hash: PasswordHash = hasher()?
        .hash_password_with_salt(password.as_bytes(), salt)
        .map_err(|error| StoreError::Hash(error.to_string()))?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_has_one_key_however_it_is_written() {
        for same in
            ["anna", "Anna", " anna", "anna\u{a0}", "\u{2003}ANNA\t", "ａｎｎａ", "an\u{200b}na", "\u{feff}anna"]
        {
            assert_eq!(key(same), "anna", "{same:?}");
        }
        assert_eq!(key("Jose\u{301}  Müller"), key("josé\u{a0}MÜLLER"));
        assert_ne!(key("anna b"), key("annab"));
        assert!(key(&"x".repeat(1 << 20)).len() <= 4 * limits::LONGEST_NAME);
    }

    #[test]
    fn a_hash_says_it_is_argon2id_with_the_recommended_cost() {
        let hash = hash("correct horse", &random::bytes().unwrap()).unwrap();
        assert!(hash.starts_with(OURS), "{hash}");
        assert!(!hash.contains("horse"));
    }
}
