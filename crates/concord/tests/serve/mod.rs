//! `concord serve` as a browser and a script meet it: the real program, over the wire.

pub mod server;
pub mod visitors;

mod api;
mod catalog;
mod doors;
mod edits;
#[cfg(target_os = "linux")]
mod full;
mod imports;
mod kept;
mod kills;
mod language;
mod licences;
mod load;
mod order;
mod pages;
mod parts;
mod reports;
mod rights;
mod sealed;
mod sessions;
mod strength;
mod verdicts;
