//! The nouns of a vacuum prosthesis, as the field names them (see GLOSSARY.md), and how they are read from text.
//!
//! - [`case`]: one person, limb, prosthesis and day: the public input contract.
//! - [`asked_back`]: numbers that are more likely meant in another unit.
//! - [`body_mass`]: body mass in the unit in which it was given or printed.
//! - [`limb`]: the residual limb and its tape measurements.
//! - [`pump_settings`]: names and numbers for the electronic pump, whose controller knows their meaning.
//! - [`sock`]: sock plies and stacks (a ply is a label, never a length).
//! - [`catalog`]: components as their makers print them.
//! - [`parameter`]: a number with unit, kind, source and spread.
//! - [`scan`]: a scan of the limb that a case names; [`technique`]: the steps from a limb's shape to a socket; [`thigh`]:
//!   those of them that sockets above the knee need.
//! - [`day`]: the person's day; [`days`]: those after it.
//! - [`document`]: TOML read with errors that name line, field, value and what would be right.
//!
//! No equations of the simulation, no file access, no clock.

// What is read here is a stranger's: an index beyond its end would end the program.
#![warn(clippy::indexing_slicing)]

pub mod asked_back;
pub mod body_mass;
pub mod case;
pub mod catalog;
mod concept;
mod conditions;
pub mod day;
pub mod days;
pub mod document;
pub mod landmark;
mod level;
pub mod limb;
pub mod parameter;
pub mod pump_settings;
pub mod scan;
pub mod sock;
pub mod technique;
mod text_line;
pub mod thigh;
pub mod workshop;

pub use body_mass::{BodyMass, BodyMassRange, MassUnit};
pub use case::Case;
pub use document::Problem;
