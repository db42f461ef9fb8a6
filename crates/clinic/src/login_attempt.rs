//! A log-in, from a page or by a script: password, second factor, and how often one may fail.
//!
//! Only failures count. They count for the name and the address together, so that nobody shuts out another: a device or
//! an address that this user has logged in with or from before has an account of its own. What one address tries for
//! many names, and what many addresses try for one name, is slowed down as well.

use super::address::network;
use super::clinic::Clinic;
use super::clock::now;
use super::error::HttpError;
use super::rate_limit::RateLimit;
use std::net::IpAddr;
use std::time::Duration;
use store::{Actor, Origin, Role, Store, StoreError, Token};

/// A session ends after a working day.
pub const SESSION_LIFETIME_S: i64 = 12 * 3_600;

/// How often one may fail.
pub struct LoginLimits {
    /// With one name, from one address or device.
    pair: RateLimit,
    /// From one address, whatever the name.
    address: RateLimit,
    /// With one name, from addresses that its user was never at.
    name: RateLimit,
}

impl Default for LoginLimits {
    fn default() -> Self {
        let every = Duration::from_secs;
        Self {
            pair: RateLimit::new(8, every(30)),
            address: RateLimit::new(60, every(2)),
            name: RateLimit::new(40, every(5)),
        }
    }
}

impl LoginLimits {
    /// One more code of a second factor, sent by somebody who is logged in.
    ///
    /// # Errors
    /// [`HttpError::TooManyRequests`] after too many.
    pub fn code(&self, name: &str) -> Result<(), HttpError> {
        self.pair.take(&by_code(name))
    }

    /// The code fitted: only failures count.
    pub fn code_fits(&self, name: &str) {
        self.pair.give_back(&by_code(name));
    }
}

/// What a user's codes are counted under, wherever they are sent from.
fn by_code(name: &str) -> String {
    format!("{} by code", store::name_key(name))
}

/// What was counted for one attempt.
struct Counted<'a>(Vec<(&'a RateLimit, String)>);

impl<'a> Counted<'a> {
    /// Counts an attempt before it is made: of many at once no more are tried than may fail.
    fn of(keys: Vec<(&'a RateLimit, String)>) -> Result<Self, HttpError> {
        let mut counted = Self(vec![]);
        for (limit, key) in keys {
            if let Err(error) = limit.take(&key) {
                counted.give_back();
                return Err(error);
            }
            counted.0.push((limit, key));
        }
        Ok(counted)
    }

    fn give_back(&self) {
        self.0.iter().for_each(|(limit, key)| limit.give_back(key));
    }
}

/// What somebody logs in with.
pub struct Attempt {
    /// The name, as it was typed.
    pub name: String,
    /// The password.
    pub password: String,
    /// The code of the second factor; empty where none was sent.
    pub code: String,
    /// Whether a browser asks, which keeps what its device is known by.
    pub browser: bool,
    /// What the device shows of an earlier log-in.
    pub device: Option<String>,
    /// The address.
    pub address: IpAddr,
    /// What the browser or script calls itself.
    pub program: String,
}

/// What whoever logged in is given.
pub struct LoggedIn {
    /// The session's token.
    pub token: Token,
    /// What a browser's device shows the next time.
    pub device: Option<String>,
}

/// Logs somebody in: none where name, password or code is wrong.
///
/// # Errors
/// [`HttpError::TooManyRequests`] after too many failures; what the store says.
pub fn log_in(clinic: &Clinic, limits: &LoginLimits, attempt: &Attempt) -> Result<Option<LoggedIn>, HttpError> {
    let (store, at, name) = (&clinic.store, now(), store::name_key(&attempt.name));
    let network = network(attempt.address);
    let seen = |what: &str| store.knows_device(&name, what, at);
    let device = match &attempt.device {
        // An address is kept beside devices, and is no device.
        Some(device) if is_secret(device) && seen(device)? => Some(device.clone()),
        _ => None,
    };
    let keys = match &device {
        Some(device) => vec![(&limits.pair, format!("{name} with {device}"))],
        None => {
            let mut keys = vec![(&limits.pair, format!("{name} from {network}")), (&limits.address, network.clone())];
            if !seen(&network)? {
                keys.push((&limits.name, name.clone()));
            }
            keys
        }
    };
    let counted = Counted::of(keys)?;
    let failed = || {
        // On a full disk a wrong password is still a wrong password.
        let _ = store.failed_login(&Actor { name: name.clone(), at });
        Ok(None)
    };
    let Some(user) = store.check_password(&name, &attempt.password)? else { return failed() };
    // Whoever has the password may try few codes, wherever they are.
    let codes = Counted::of(vec![(&limits.pair, by_code(&name))])?;
    // Somebody has to log in and delete where the disk is full; who may not delete has no reason to.
    let goes_on = user.role >= Role::Edit;
    if !with_reserve(store, goes_on, || store.check_factor(&user.name, &attempt.code, at))? {
        return failed();
    }
    codes.give_back();
    counted.give_back();
    let opened = || -> Result<LoggedIn, StoreError> {
        let origin = Origin { address: attempt.address.to_string(), program: attempt.program.clone() };
        let token = store.open_session(&user.name, at, SESSION_LIFETIME_S, &origin)?;
        let device = match &device {
            None if attempt.browser => Some(Token::fresh()?.as_str().to_string()),
            known => known.clone(),
        };
        if let Some(device) = &device {
            store.remember_device(&user.name, device, at)?;
        }
        store.remember_device(&user.name, &network, at)?;
        Ok(LoggedIn { token, device })
    };
    Ok(Some(with_reserve(store, goes_on, opened)?))
}

/// Does something that writes, with the room that is kept in reserve where `goes_on` says so.
fn with_reserve<T>(store: &Store, goes_on: bool, act: impl Fn() -> Result<T, StoreError>) -> Result<T, StoreError> {
    if goes_on { store.with_reserve(act) } else { act() }
}

/// Whether a user who is logged in gives their password: whoever has the session alone must not change how it is proved.
///
/// # Errors
/// [`HttpError::TooManyRequests`] after too many failures; a fault of the field where it is another.
pub fn confirm_password(clinic: &Clinic, limits: &LoginLimits, name: &str, password: &str) -> Result<(), HttpError> {
    let counted = Counted::of(vec![(&limits.pair, format!("{} by password again", store::name_key(name)))])?;
    if clinic.store.check_password(name, password)?.is_none() {
        let _ = clinic.store.failed_login(&Actor { name: name.into(), at: now() });
        return Err(HttpError::input("password", "", "not your password", "give the one that you log in with"));
    }
    counted.give_back();
    Ok(())
}

/// Whether a text is as long as a token and of its characters.
fn is_secret(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::is_secret;

    #[test]
    fn an_address_is_no_device() {
        for text in ["", "203.0.113.5", "2001:db8:0:1::/64", "anna"] {
            assert!(!is_secret(text), "{text}");
        }
        assert!(is_secret(&"0f".repeat(32)));
    }
}
