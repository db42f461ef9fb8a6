//! Why a request has no answer: every error of the pages and of the API, with its status and its faults. What is shown of one is
//! `error_response`'s.

use super::upload_rate::{self, is_slow};
use axum::extract::multipart::MultipartError;
use axum::extract::rejection::{BytesRejection, FormRejection, JsonRejection, QueryRejection};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use store::{StoreError, Version};
use twin::ensemble::Cancelled;
use workup::output;
use workup::problem::{Failure, Fault, THE_REQUEST};
use workup::socket::{NoSocket, Reason};

/// Why a request has no answer.
#[derive(Debug)]
pub enum HttpError {
    /// What was asked for is not there.
    NotFound(&'static str),
    /// Nothing is called so; what is like it stands with the faults.
    UnknownName(Vec<Fault>),
    /// Nobody has logged in.
    Unauthorized,
    /// The role does not suffice, or the request comes from elsewhere.
    Forbidden(&'static str),
    /// The address is there, the method is not.
    MethodNotAllowed,
    /// Someone else has saved since; the newest version.
    Conflict(Box<Version>),
    /// What was sent is faulty.
    Input(Vec<Fault>),
    /// What was sent is larger than anything that is taken.
    TooLarge,
    /// What was sent came too slowly.
    TooSlow,
    /// Too much at once from one visitor; seconds to wait.
    TooManyRequests(u64),
    /// More is asked for than can be done.
    Busy,
    /// No socket is made of this case: not a fault.
    NoSocket(Box<NoSocket>),
    /// A fault of the program itself.
    Internal,
    /// What is kept is damaged.
    Damaged,
    /// The store cannot do it.
    Store(String),
}

impl HttpError {
    /// One fault of what was sent.
    pub fn input(field: &str, value: &str, what: impl Into<String>, expected: impl Into<String>) -> Self {
        Self::Input(vec![Fault::of_field(THE_REQUEST, field, value, what, expected)])
    }

    /// A name that nothing has, as [`Failure`] tells it.
    pub fn unknown(failure: Failure) -> Self {
        Self::UnknownName(failure.map(Fault::of_call).faults().to_vec())
    }

    /// The status of the answer.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound(_) | Self::UnknownName(_) | Self::NoSocket(_) => StatusCode::NOT_FOUND,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Input(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooManyRequests(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal | Self::Damaged | Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// As faults, the way the command line tells them.
    pub fn faults(&self) -> Vec<Fault> {
        let one = |what: String, expected: &str| vec![Fault::of_file(THE_REQUEST, what, expected)];
        match self {
            Self::NotFound(what) => one(format!("{what}: not here"), "it may have been deleted; go back to the list"),
            Self::Unauthorized => {
                one("nobody has logged in".into(), "log in, or send a token: Authorization: Bearer …")
            }
            Self::Forbidden(why) => one((*why).into(), "ask an administrator of this clinic"),
            Self::MethodNotAllowed => one("this cannot be done here".into(), ""),
            Self::Conflict(head) => {
                let what = format!("{} has saved version {} since", head.by, head.number);
                one(what, "take the newest version, and make the change again")
            }
            Self::Input(faults) | Self::UnknownName(faults) => faults.clone(),
            Self::TooLarge => one("larger than anything that is taken".into(), "a scan is at most 64 MB, a case 1 MiB"),
            Self::TooSlow => one(upload_rate::TooSlow.to_string(), "send it again over a faster line"),
            Self::TooManyRequests(seconds) => one("too many requests".into(), &format!("wait {seconds} s")),
            Self::NoSocket(refused) => {
                let fault =
                    |reason: &Reason| Fault::of_field(&refused.name, &reason.field, "", &*reason.why, &*reason.instead);
                refused.refused.iter().map(fault).collect()
            }
            Self::Busy => one("more is asked for than this machine can do".into(), "try again in a moment"),
            Self::Internal => one(
                "a fault in the program itself; nothing that was saved is lost".into(),
                "please report what you did",
            ),
            Self::Damaged => one(
                "what is kept is damaged, so this cannot be said or done".into(),
                "an administrator restores the last backup",
            ),
            Self::Store(what) => one(what.clone(), "is the disk full, or the data folder not writable?"),
        }
    }
}

impl From<Cancelled> for HttpError {
    /// Nobody waits for the answer.
    fn from(_: Cancelled) -> Self {
        Self::Busy
    }
}

impl From<StoreError> for HttpError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict { head } => Self::Conflict(head),
            StoreError::NoCase(_) | StoreError::BadId(_) => Self::NotFound("a case"),
            StoreError::LostCase(_) | StoreError::Broken(_) => Self::Damaged,
            StoreError::NoVersion { .. } => Self::NotFound("a version"),
            StoreError::NoUser(_) => Self::NotFound("a user"),
            StoreError::NoFile => Self::NotFound("a file"),
            StoreError::NoTeam(_) => Self::NotFound("a team"),
            StoreError::NoSession(_) => Self::NotFound("a session"),
            faulty @ (StoreError::BadName { .. }
            | StoreError::TooLarge { .. }
            | StoreError::PasswordLength { .. }
            | StoreError::WeakPassword
            | StoreError::TeamExists(_)
            | StoreError::FactorThere
            | StoreError::NoFactor
            | StoreError::WrongCode
            | StoreError::UserExists(_)
            | StoreError::OwnName(_)
            | StoreError::LastAdmin(_)
            | StoreError::FirstUser
            | StoreError::NotAStore { .. }
            | StoreError::Newer { .. }
            | StoreError::Encrypted { .. }
            | StoreError::NotDecrypted { .. }
            | StoreError::Locked { .. }
            | StoreError::WrongKey { .. }
            | StoreError::CannotDecrypt { .. }
            | StoreError::PassphraseLength { .. }
            | StoreError::Damaged { .. }) => Self::Input(vec![Fault::of_file(THE_REQUEST, faulty.without_place(), "")]),
            other => {
                // Where the files are is for who runs the program, not for who asks it.
                output::note(&format!("concord serve: {other}"));
                Self::Store(other.without_place())
            }
        }
    }
}

impl From<Failure> for HttpError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Input(faults) | Failure::Open(faults) => {
                Self::Input(faults.into_iter().map(Fault::of_call).collect())
            }
            other => Self::Store(other.faults().iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
        }
    }
}

/// What axum could not read of a request.
macro_rules! unreadable {
    ($($rejection:ty),*) => {$(
        impl From<$rejection> for HttpError {
            fn from(rejection: $rejection) -> Self {
                if is_slow(&rejection) {
                    return Self::TooSlow;
                }
                if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                    return Self::TooLarge;
                }
                Self::Input(vec![Fault::of_file(THE_REQUEST, rejection.body_text(), "")])
            }
        }
    )*};
}

unreadable!(FormRejection, JsonRejection, QueryRejection, BytesRejection, MultipartError);

impl IntoResponse for HttpError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}
