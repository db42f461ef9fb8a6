//! A route: the address and the method of one request, the right that it takes, and the limits of what it may carry.

use super::App;
use super::error::HttpError;
use super::visit::Visit;
use axum::routing::MethodRouter;
use std::time::Duration;
use store::Role;

/// The largest request: a scan and what surrounds it.
pub const LARGEST_REQUEST: usize = store::LARGEST_FILE + (1 << 20);

/// The largest backup that a page takes; larger ones are restored on the command line.
pub const LARGEST_BACKUP: usize = 16 << 30;

/// What a request carries at most, unless its route says otherwise: the text of a case as a form sends it.
pub const LARGEST_FORM: usize = 4 << 20;

/// What a log-in carries at most: whoever sends it is a stranger.
pub const LARGEST_LOGIN: usize = 8 << 10;

/// How long an answer may take, from its head on, where nothing large is carried.
const LONGEST: Duration = Duration::from_secs(120);

/// What is long to make although little is sent.
const LONG: [&str; 2] = ["/clinic/backup", "/api/v1/clinic/backup"];

/// How long a log-in may take, from its head to its answer: a stranger who sends it drop by drop is given up.
pub const LONGEST_LOGIN: Duration = Duration::from_secs(20);

/// What somebody has to be allowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Nothing: strangers may. What is asked so neither shows nor changes what is kept.
    Anyone,
    /// To look at cases, and to have something computed that is not kept.
    Look,
    /// To change cases.
    Change,
    /// To manage users, teams, sessions and backups.
    Manage,
}

impl Right {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::Look => "look",
            Self::Change => "change",
            Self::Manage => "manage",
        }
    }

    /// Refuses whoever may not.
    ///
    /// # Errors
    /// [`HttpError::Unauthorized`] for a stranger, [`HttpError::Forbidden`] for a role that does not suffice.
    pub fn allows(self, visit: &Visit) -> Result<(), HttpError> {
        match self {
            Self::Anyone => Ok(()),
            Self::Look => visit.needs(Role::Read),
            Self::Change => visit.needs(Role::Edit),
            Self::Manage => visit.needs(Role::Admin),
        }
    }
}

/// One method of one address.
#[derive(Clone, Copy)]
pub struct Route {
    /// As it is written: `GET`. `HEAD` goes with it.
    pub method: &'static str,
    /// The address, with its parameters in braces.
    pub path: &'static str,
    /// What it takes to ask so.
    pub right: Right,
    /// Bytes of a request's body at most.
    pub takes: usize,
    /// What answers.
    pub handler: fn() -> MethodRouter<App>,
}

impl Route {
    /// How long it may take. None for what carries much: that has to come at a rate ([`super::upload_rate`]), and may take as
    /// long as it needs.
    pub fn longest(&self) -> Option<Duration> {
        match self.takes {
            LARGEST_LOGIN => Some(LONGEST_LOGIN),
            takes if takes > LARGEST_FORM || LONG.contains(&self.path) => None,
            _ => Some(LONGEST),
        }
    }
}
