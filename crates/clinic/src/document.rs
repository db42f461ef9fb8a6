//! A case's text as a document that can be changed in place.

use super::error::HttpError;
use toml_edit::DocumentMut;

/// A case's text, to be changed in place.
///
/// # Errors
/// A text that is no TOML.
pub fn document(text: &str) -> Result<DocumentMut, HttpError> {
    text.parse().map_err(|error: toml_edit::TomlError| {
        HttpError::input("case", "", error.message(), "correct the case's text first")
    })
}
