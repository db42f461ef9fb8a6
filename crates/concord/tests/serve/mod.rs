//! `concord serve` as a browser and a script meet it: the real program, over the wire.

pub mod server;

mod api;
mod catalog;
mod doors;
mod edits;
mod kills;
mod licences;
mod order;
mod pages;
mod reports;
mod verdicts;
