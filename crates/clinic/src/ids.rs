//! The number of a case in an address.

use super::error::HttpError;
use store::CaseId;

/// An id in an address.
///
/// # Errors
/// What is no id is no case.
pub fn case_id(text: &str) -> Result<CaseId, HttpError> {
    CaseId::parse(text).map_err(|_| HttpError::NotFound("a case"))
}
