//! What is answered when something is not as it should be: a page, a fragment or JSON, in the command line's words.

use super::form::words::of_fault;
use super::layout;
use super::pace::{Slow, is_slow};
use super::percent::encoded;
use super::texts::Texts;
use super::visit::Visit;
use axum::body::Body;
use axum::extract::Request;
use axum::extract::multipart::MultipartError;
use axum::extract::rejection::{BytesRejection, FormRejection, JsonRejection, QueryRejection};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;
use store::{StoreError, Version};
use twin::ensemble::Cancelled;
use workup::output;
use workup::problem::{Failure, Fault, THE_REQUEST};
use workup::socket::{NoSocket, Reason};

/// Words of a library that are read, bytes.
const LONGEST_WORDS: usize = 4_096;

/// Why a request has no answer.
#[derive(Debug)]
pub enum Trouble {
    /// What was asked for is not there.
    Missing(&'static str),
    /// Nothing is called so; what is like it stands with the faults.
    Unknown(Vec<Fault>),
    /// Nobody has logged in.
    Login,
    /// The role does not suffice, or the request comes from elsewhere.
    Denied(&'static str),
    /// The address is there, the method is not.
    Method,
    /// Someone else has saved since; the newest version.
    Conflict(Box<Version>),
    /// What was sent is faulty.
    Input(Vec<Fault>),
    /// What was sent is larger than anything that is taken.
    Large,
    /// What was sent came too slowly.
    Slow,
    /// Too much at once from one visitor; seconds to wait.
    TooMany(u64),
    /// More is asked for than can be done.
    Busy,
    /// No socket is made of this case: not a fault.
    NoSocket(Box<NoSocket>),
    /// A fault of the program itself.
    Broken,
    /// What is kept is damaged.
    Damaged,
    /// The store cannot do it.
    Store(String),
}

impl Trouble {
    /// One fault of what was sent.
    pub fn input(field: &str, value: &str, what: impl Into<String>, expected: impl Into<String>) -> Self {
        Self::Input(vec![Fault::of_field(THE_REQUEST, field, value, what, expected)])
    }

    /// A name that nothing has, as [`Failure`] tells it.
    pub fn unknown(failure: Failure) -> Self {
        Self::Unknown(failure.map(Fault::of_call).faults().to_vec())
    }

    /// The status of the answer.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Missing(_) | Self::Unknown(_) | Self::NoSocket(_) => StatusCode::NOT_FOUND,
            Self::Login => StatusCode::UNAUTHORIZED,
            Self::Denied(_) => StatusCode::FORBIDDEN,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Input(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Large => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Slow => StatusCode::REQUEST_TIMEOUT,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken | Self::Damaged | Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// As faults, the way the command line tells them.
    pub fn faults(&self) -> Vec<Fault> {
        let one = |what: String, expected: &str| vec![Fault::of_file(THE_REQUEST, what, expected)];
        match self {
            Self::Missing(what) => one(format!("{what}: not here"), "it may have been deleted; go back to the list"),
            Self::Login => one("nobody has logged in".into(), "log in, or send a token: Authorization: Bearer …"),
            Self::Denied(why) => one((*why).into(), "ask an administrator of this clinic"),
            Self::Method => one("this cannot be done here".into(), ""),
            Self::Conflict(head) => {
                let what = format!("{} has saved version {} since", head.by, head.number);
                one(what, "take the newest version, and make the change again")
            }
            Self::Input(faults) | Self::Unknown(faults) => faults.clone(),
            Self::Large => one("larger than anything that is taken".into(), "a scan is at most 64 MB, a case 1 MiB"),
            Self::Slow => one(Slow.to_string(), "send it again over a faster line"),
            Self::TooMany(seconds) => one("too many requests".into(), &format!("wait {seconds} s")),
            Self::NoSocket(refused) => {
                let fault =
                    |reason: &Reason| Fault::of_field(&refused.name, &reason.field, "", &*reason.why, &*reason.instead);
                refused.refused.iter().map(fault).collect()
            }
            Self::Busy => one("more is asked for than this machine can do".into(), "try again in a moment"),
            Self::Broken => one(
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

impl From<Cancelled> for Trouble {
    /// Nobody waits for the answer.
    fn from(_: Cancelled) -> Self {
        Self::Busy
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict { head } => Self::Conflict(head),
            StoreError::NoCase(_) | StoreError::BadId(_) => Self::Missing("a case"),
            StoreError::LostCase(_) | StoreError::Broken(_) => Self::Damaged,
            StoreError::NoVersion { .. } => Self::Missing("a version"),
            StoreError::NoUser(_) => Self::Missing("a user"),
            StoreError::NoFile => Self::Missing("a file"),
            StoreError::NoTeam(_) => Self::Missing("a team"),
            StoreError::NoSession(_) => Self::Missing("a session"),
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

impl From<Failure> for Trouble {
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
        impl From<$rejection> for Trouble {
            fn from(rejection: $rejection) -> Self {
                if is_slow(&rejection) {
                    return Self::Slow;
                }
                if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                    return Self::Large;
                }
                Self::Input(vec![Fault::of_file(THE_REQUEST, rejection.body_text(), "")])
            }
        }
    )*};
}

unreadable!(FormRejection, JsonRejection, QueryRejection, BytesRejection, MultipartError);

/// Faults as JSON.
#[derive(Serialize, JsonSchema)]
pub struct Faults {
    /// All of it in one text.
    pub message: String,
    /// What is wrong, one entry a fault.
    #[schemars(with = "Vec<FaultShape>")]
    pub faults: Vec<Fault>,
}

impl Faults {
    /// The message is for a program, or with `page` for the person at it.
    fn of(trouble: &Trouble, page: Option<&Texts>) -> Self {
        let faults = trouble.faults();
        let said = |fault: &Fault| match (page.map(|texts| of_fault(texts, fault)), fault.expected()) {
            (Some((Some(name), said)), _) => format!("{name}: {said}"),
            (Some((None, said)), _) => said,
            (None, "") => fault.to_string(),
            (None, expected) => format!("{fault}; {expected}"),
        };
        Self { message: faults.iter().map(said).collect::<Vec<_>>().join("\n"), faults }
    }
}

/// One fault.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "the shape of `Fault` for the API's document")]
pub struct FaultShape {
    /// The file, or the argument's name.
    file: String,
    /// Line in the file, counted from 1.
    line: Option<usize>,
    /// Dotted path of the field.
    field: String,
    /// What was written.
    value: String,
    /// What is wrong.
    what: String,
    /// What would be right.
    expected: String,
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// Whether the answer is for a program.
fn wants_json(path: &str, headers: &HeaderMap) -> bool {
    let accepts = |kind: &str| {
        headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).is_some_and(|accept| accept.contains(kind))
    };
    path.starts_with("/api/") || (accepts("application/json") && !accepts("text/html"))
}

/// Gives every trouble its body: JSON for programs, a fragment for a part of a page, else a whole page.
pub async fn show(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_string();
    let json = wants_json(&path, request.headers());
    let here = request.uri().path_and_query().map_or_else(|| "/".into(), ToString::to_string);
    let stranger = Visit { here, ..Visit::stranger(request.headers()) };
    let mut response = next.run(request).await;
    let visit = response.extensions().get::<Visit>().cloned().unwrap_or(stranger);
    if response.extensions().get::<Arc<Trouble>>().is_none()
        && let Some(trouble) = without_words(&mut response).await
    {
        response.extensions_mut().insert(Arc::new(trouble));
    }
    let Some(trouble) = response.extensions().get::<Arc<Trouble>>().cloned() else { return response };
    if matches!(*trouble, Trouble::Login) && !json && !visit.partial {
        let mut to_login = (StatusCode::SEE_OTHER, ()).into_response();
        let back = HeaderValue::from_str(&format!("/login?back={}", encoded(&path)));
        to_login.headers_mut().insert(header::LOCATION, back.unwrap_or(HeaderValue::from_static("/login")));
        return to_login;
    }
    let body = if json {
        let page = (!path.starts_with("/api/")).then_some(visit.texts);
        (json_type(), Body::from(serde_json::to_vec(&Faults::of(&trouble, page)).unwrap_or_default()))
    } else if visit.partial {
        (html_type(), Body::from(notice(visit.texts, &trouble.faults()).into_string()))
    } else {
        let body = html! {
            h1.page-title { (visit.texts.say("trouble.title")) }
            (notice(visit.texts, &trouble.faults()))
            p { a href="/" { (visit.texts.say("trouble.back")) } }
        };
        (html_type(), Body::from(layout::page(&visit, visit.texts.say("trouble.title"), &body).into_string()))
    };
    if let Trouble::TooMany(seconds) = *trouble {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response.headers_mut().insert(header::CONTENT_TYPE, body.0);
    response.headers_mut().remove(header::CONTENT_LENGTH);
    *response.body_mut() = body.1;
    response
}

/// What a library has refused on its own: an unreadable form, a method that is not there, a time that has run out.
async fn without_words(response: &mut Response) -> Option<Trouble> {
    let plain = |kind: &HeaderValue| kind.as_bytes().starts_with(b"text/plain");
    if response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| !plain(kind)) {
        return None;
    }
    let fault = |what: String| Some(Trouble::Input(vec![Fault::of_file(THE_REQUEST, what, "")]));
    match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => fault("this cannot be done here".into()),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Trouble::Large),
        StatusCode::SERVICE_UNAVAILABLE => Some(Trouble::Busy),
        status if status.is_client_error() => {
            let body = std::mem::take(response.body_mut());
            let words = axum::body::to_bytes(body, LONGEST_WORDS).await.unwrap_or_default();
            fault(String::from_utf8_lossy(&words).into_owned())
        }
        _ => None,
    }
}

const fn json_type() -> HeaderValue {
    HeaderValue::from_static("application/json")
}

const fn html_type() -> HeaderValue {
    HeaderValue::from_static("text/html; charset=utf-8")
}

/// Faults as a person reads them.
pub fn notice(texts: &Texts, faults: &[Fault]) -> Markup {
    html! {
        div.notice.error role="alert" {
            ul.plain { @for fault in faults {
                @let (name, said) = of_fault(texts, fault);
                li { @if let Some(name) = name { (name) ": " } (said) }
            } }
        }
    }
}
