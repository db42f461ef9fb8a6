//! The number of a case in an address.

use super::answer::Trouble;
use store::CaseId;

/// An id in an address.
///
/// # Errors
/// What is no id is no case.
pub fn case_id(text: &str) -> Result<CaseId, Trouble> {
    CaseId::parse(text).map_err(|_| Trouble::Missing("a case"))
}
