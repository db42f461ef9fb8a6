//! Who asks, in which language, and how the page is to look.

use super::error::HttpError;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use store::{Role, Sight};
use texts::{Language, Texts};

/// A visitor of one request.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The user's name.
    pub name: String,
    /// What they may do; none for a stranger.
    pub role: Option<Role>,
    /// The number of the session, where the visitor has one to leave.
    pub session: Option<i64>,
    /// Which cases they see.
    pub sight: Sight,
    /// The language.
    pub language: Language,
    /// Its texts.
    pub texts: &'static Texts,
    /// Light, dark, or as the machine has it.
    pub theme: Theme,
    /// A part of a page is asked for, not a whole one.
    pub partial: bool,
    /// Path and query asked for.
    pub here: String,
    /// The keys of what is wrong with what is kept, to be told on every page.
    pub warnings: Vec<&'static str>,
}

/// How the page is to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the machine has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every theme with its name.
    pub const ALL: [(&'static str, Self); 3] = [("auto", Self::Auto), ("light", Self::Light), ("dark", Self::Dark)];

    /// Its name.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(_, theme)| *theme == self).map_or("auto", |(name, _)| name)
    }

    /// The theme of that name; [`Theme::Auto`] for any other.
    pub fn named(name: &str) -> Self {
        Self::ALL.iter().find(|(known, _)| *known == name).map_or(Self::Auto, |(_, theme)| *theme)
    }
}

impl Visit {
    /// Somebody of whom only the browser's wishes are known.
    pub fn anonymous(headers: &HeaderMap) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let wished = || Language::from_accept_language(text(header::ACCEPT_LANGUAGE));
        let language = cookie(headers, "lang").and_then(|code| Language::from_code(&code)).unwrap_or_else(wished);
        Self {
            name: String::new(),
            role: None,
            session: None,
            sight: Sight::OfUser(String::new()),
            language,
            texts: Texts::of(language),
            theme: cookie(headers, "theme").map_or(Theme::Auto, |name| Theme::named(&name)),
            partial: headers.contains_key("hx-request"),
            here: "/".into(),
            warnings: vec![],
        }
    }

    /// Refuses whoever may do less.
    ///
    /// # Errors
    /// [`HttpError::Forbidden`].
    pub fn needs(&self, role: Role) -> Result<(), HttpError> {
        if self.role.is_some_and(|own| own >= role) {
            Ok(())
        } else {
            Err(HttpError::Forbidden("your role does not allow this"))
        }
    }

    /// Whether the visitor may change cases.
    pub fn edits(&self) -> bool {
        self.role.is_some_and(|own| own >= Role::Edit)
    }
}

/// The value of a cookie.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value.to_string())
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, HttpError> {
        parts.extensions.get::<Self>().cloned().ok_or(HttpError::Unauthorized)
    }
}
