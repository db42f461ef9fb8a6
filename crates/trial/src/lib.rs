//! Virtual trials: many persons, several suspensions, and what a real trial of that design would show.
//!
//! - [`file`]: the study file; [`law`]: how a quantity differs between persons; [`modes`]: how the shape of limbs does
//! - [`arm`]: what is compared; what is measured is any outcome of [`twin::quantity`]
//! - [`population`]: who takes part; [`person`]: one person's way through the trial
//! - [`effect`]: what an arm is worth against the reference, with its interval
//! - [`responders`]: who gains, who loses, and how those who lose differ
//! - [`drivers`]: what goes with a person's effect
//! - [`sampling`]: what trials of n persons would have concluded
//! - [`held`]: published designs, repeated
//! - [`power`]: how many persons a trial needs; [`planning`]: outcome by outcome
//! - [`histogram`]: how values lie, on bins that several groups share
//! - [`analysis`]: all of these for one outcome of a finished study
//! - [`disk`]: the files a study is read from, the folder its results are written to

pub mod analysis;
pub mod arm;
#[cfg(test)]
mod code;
mod critical;
mod crossover;
pub mod disk;
pub mod drivers;
pub mod effect;
pub mod file;
pub mod held;
pub mod histogram;
mod isotonic;
pub mod law;
pub mod modes;
pub mod person;
pub mod planning;
pub mod population;
pub mod power;
pub mod responders;
pub mod sampling;
pub mod share;
