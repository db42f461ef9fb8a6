//! The case as a form: field by field what the case file is, made from the same types, so that they cannot part.
//!
//! Pure functions from text to text: no request, no file, no clock. The case is always its file's text; a form shows it,
//! and what is typed becomes an edit of that text which leaves every other byte as it is.
//!
//! - [`fields`]: groups and fields, walked out of the case's JSON Schema.
//! - [`unit`]: units a number is shown and typed in.
//! - [`path`]: dotted paths, and where in a text they lie.
//! - [`shown`]: what a field shows of a text.
//! - [`posted`]: from a posted form to edits; [`edit`]: from edits to a new text.
//! - [`problems`]: every fault of a text, as `concord check` finds it; [`words`]: the same to the person at the form.
//! - [`render`]: the form as HTML.

pub mod changes;
pub mod edit;
pub mod fields;
pub mod path;
pub mod posted;
pub mod problems;
pub mod render;
pub mod shown;
pub mod unit;
pub mod words;

pub use edit::{Edit, apply};
pub use fields::{Field, Group, Kind, groups};
pub use posted::{from_posted, units_posted};
pub use problems::{Checked, check};
pub use render::{Action, FormView, id, open_questions, render, to_correct};
pub use unit::Unit;
