//! Ids of cases: how they are made and read.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};

use crate::case::CaseId;
use crate::error::StoreError;
use crate::random;

impl CaseId {
    const DIGITS: usize = 16;

    /// An id nobody has had.
    pub(crate) fn random() -> Result<Self, StoreError> {
        Ok(Self(random::hex(&random::bytes::<{ Self::DIGITS / 2 }>()?)))
    }

    /// The id written like this; anything else is refused.
    pub fn parse(text: &str) -> Result<Self, StoreError> {
        if random::is_hex(text, Self::DIGITS) {
            return Ok(Self(text.to_string()));
        }
        Err(StoreError::BadId(text.chars().take(2 * Self::DIGITS).collect()))
    }
}

impl FromSql for CaseId {
    fn column_result(value: ValueRef) -> FromSqlResult<Self> {
        Self::parse(value.as_str()?).map_err(FromSqlError::other)
    }
}
