//! Validation: the twin against published tables, one parameter set for all of them.
//!
//! - [`published`]: measured tables, as data with n, spread, unit and how they were read
//! - [`protocols`]: each study's protocol on the twin
//! - [`validate`]: published value | model | verdict

pub mod protocols;
pub mod published;
pub mod validate;
