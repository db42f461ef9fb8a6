//! Which program made a result, in which version of the format.

use schemars::JsonSchema;
use serde::Serialize;

/// The version of the result's format.
pub const RESULT_VERSION: u32 = 1;

/// Who made a result.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Stamp {
    /// Version of this format: 1.
    pub concord_result: u32,
    /// Version of the program.
    pub program: &'static str,
}

impl Stamp {
    /// This program's stamp.
    pub const fn new() -> Self {
        Self { concord_result: RESULT_VERSION, program: env!("CARGO_PKG_VERSION") }
    }
}

impl Default for Stamp {
    fn default() -> Self {
        Self::new()
    }
}
