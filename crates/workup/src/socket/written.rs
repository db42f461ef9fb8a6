//! A file that was written.

use schemars::JsonSchema;
use serde::Serialize;
use texts::Said;

/// A file that was written and read back.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Written {
    /// Its name.
    pub file: String,
    /// What it is for.
    pub what: Said,
    /// Its size, bytes.
    pub bytes: usize,
    /// What reading it back showed.
    pub checked: Said,
}
