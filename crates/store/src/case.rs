//! The nouns: a case, its state, a version of it, and what is saved as one.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What names a case in an address: random, so that it says nothing about the person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct CaseId(pub(crate) String);

impl CaseId {
    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl ToSql for CaseId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

/// How far a case has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being written; may be incomplete.
    Draft,
    /// A system was recommended.
    Fitted,
    /// A system was recommended, but not before something is settled.
    NotBefore,
    /// Active vacuum was refused, or no pump fits.
    Refused,
}

impl State {
    const ALL: [Self; 4] = [Self::Draft, Self::Fitted, Self::NotBefore, Self::Refused];

    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Fitted => "fitted",
            Self::NotBefore => "not_before",
            Self::Refused => "refused",
        }
    }
}

impl ToSql for State {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for State {
    fn column_result(value: ValueRef) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(FromSqlError::InvalidType)
    }
}

/// What is to be saved as a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What the case is called in the list.
    pub name: String,
    /// The case file, whole.
    pub text: String,
    /// How far it has come.
    pub state: State,
}

/// One version of a case, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Version {
    /// The case.
    pub id: CaseId,
    /// 1 for the first.
    pub number: u64,
    /// When it was saved, Unix seconds.
    pub at: i64,
    /// Who saved it.
    pub by: String,
    /// Why, in their words; may be empty.
    pub note: String,
    /// How far the case had come.
    pub state: State,
    /// What it was called.
    pub name: String,
    /// The case file, whole.
    pub text: String,
}

/// A case in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CaseRow {
    /// The case.
    pub id: CaseId,
    /// What it is called.
    pub name: String,
    /// How far it has come.
    pub state: State,
    /// Its newest version.
    pub version: u64,
    /// When that was saved, Unix seconds.
    pub changed_at: i64,
    /// Who saved it.
    pub changed_by: String,
}

/// A version in a case's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VersionRow {
    /// 1 for the first.
    pub number: u64,
    /// When it was saved, Unix seconds.
    pub at: i64,
    /// Who saved it.
    pub by: String,
    /// Why, in their words; may be empty.
    pub note: String,
    /// How far the case had come.
    pub state: State,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ids_are_of_one_form_and_no_two_are_the_same() {
        let ids: std::collections::HashSet<_> = (0..1_000).map(|_| CaseId::random().unwrap()).collect();
        assert_eq!(ids.len(), 1_000);
        for id in ids {
            assert_eq!(CaseId::parse(id.as_str()).unwrap(), id);
        }
    }

    #[test]
    fn anything_but_an_id_is_refused_and_named_in_short() {
        for text in
            ["", "0123456789abcde", "0123456789abcdef0", "0123456789ABCDEF", "../../etc/passwd", "01234567 9abcdef"]
        {
            assert!(CaseId::parse(text).is_err(), "{text}");
        }
        let error = CaseId::parse(&"ü".repeat(1 << 20)).unwrap_err().to_string();
        assert!(error.len() < 200, "{error}");
    }

    proptest! {
        #[test]
        fn no_text_makes_an_id_of_other_characters(text in any::<String>()) {
            if let Ok(id) = CaseId::parse(&text) {
                prop_assert!(crate::random::is_hex(id.as_str(), 16));
            }
        }
    }
}
