//! Why a file could not be read: what, where, and what would be right.

use super::Format;
use std::fmt;

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// No one place.
    File,
    /// Bytes from its beginning.
    Byte(u64),
    /// A line, the first being 1.
    Line(u64),
    /// One of the file's things, the first being 0.
    Element(&'static str, u64),
    /// A byte of a file within the package.
    Entry(String, u64),
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => out.write_str("the file"),
            Self::Byte(at) => write!(out, "byte {at}"),
            Self::Line(at) => write!(out, "line {at}"),
            Self::Element(kind, at) => write!(out, "{kind} {at}"),
            Self::Entry(name, at) => write!(out, "{name}, byte {at}"),
        }
    }
}

/// A file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{place}: {found}; {wanted}", format.map(|format| format!("{format}, ")).unwrap_or_default())]
pub struct FormatError {
    /// What it was being read as; none before that was known.
    pub format: Option<Format>,
    /// Where.
    pub place: Place,
    /// What is there, with the value.
    pub found: String,
    /// What would be right, or what to do.
    pub wanted: String,
}

impl FormatError {
    pub(super) fn new(format: Format, place: Place, found: impl Into<String>, wanted: impl Into<String>) -> Self {
        Self { format: Some(format), place, found: found.into(), wanted: wanted.into() }
    }
}
