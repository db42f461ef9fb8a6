//! The program concord in a terminal: its arguments, its commands, what it shows while it works. What it says is computed and
//! written elsewhere: `workup`, `report`, `trial`; the clinic page is `clinic`.
//!
//! - [`program`]: what the program does with its arguments; [`cli`]: the arguments; one line a subcommand.
//! - [`commands`]: one file a subcommand, each with `Args` and `run`.
//! - [`terminal`]: progress, and a unit's frames on a wire.

pub mod cli;
pub mod commands;
pub mod program;
mod signals;
pub mod terminal;
