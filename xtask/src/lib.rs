//! What only the workspace's developers run, by `cargo xtask`; its tests read the workspace's sources and documents. It may use every
//! crate, and none uses it.
//!
//! - [`model_pages`]: the pages of the model, from the source of the equations
//! - [`answers_moved`]: the table of what each answer of a case does to the day

pub mod answers_moved;
pub mod model_pages;
