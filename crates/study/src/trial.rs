//! Virtual trials: many persons, several suspensions, and what a real trial of that design would show.
//!
//! - [`file`]: the study file; [`law`]: how a quantity differs between persons; [`modes`]: how the shape of limbs does
//! - [`arm`]: what is compared; [`outcome`]: what is measured
//! - [`population`]: who takes part; [`person`]: one person's way through the trial

pub mod arm;
pub mod file;
pub mod law;
pub mod modes;
pub mod outcome;
pub mod person;
pub mod population;
