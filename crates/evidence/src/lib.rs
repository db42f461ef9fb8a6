//! Published studies repeated on the twin, and what they say: verdicts, sensitivity, identifiability, calibration.
//!
//! - [`published`]: measured tables, as data with n, spread, unit and how they were read
//! - [`protocols`]: each study's protocol on the twin
//! - [`responders`]: who gains from vacuum, who does not, and why
//! - [`validate`]: published value | model | verdict
//! - [`sensitivity`]: which parameters matter for what comes out
//! - [`identifiability`]: what the published numbers say about the fitted parameters
//! - [`systems`]: the suspension that a pump makes
//! - [`calibration`]: one person's parameters from their own log
//! - [`fingerprint`]: whether a generated document is current

pub mod calibration;
mod data_file;
pub mod figure;
pub mod fingerprint;
pub mod identifiability;
pub mod protocols;
pub mod published;
pub mod rank_correlation;
pub mod responders;
pub mod sensitivity;
pub mod systems;
pub mod validate;
