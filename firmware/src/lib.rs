//! The electronic pump's controller on a microcontroller: everything but the pins.
//!
//! ```text
//! sensors ──► drivers ──► Inputs ──► Controller (crate control) ──► Command ──► pump, valve, signal, charger
//!                           ▲            │        │        └──► frame ──► serial line
//!                       recording     Report   Snapshot ◄──► flash log
//!                           └─ replay ◄──┘
//! ```
//!
//! A board is a binary in `board/`. The emulated one takes its inputs from a recording of the twin and gives every
//! [`Report`] back, so that `replay` can compare them with this same code on the host, bit for bit.
#![no_std]

mod adapter;
mod device;
pub mod drivers;
mod log;

pub use adapter::{Command, Controller, Decision, REPORT, Report, SNAPSHOT, Snapshot};
pub use device::{Device, Pins};
pub use log::Log;

/// Steps between two frames of telemetry.
pub const FRAME_EVERY: u64 = 100;
/// In a replay power fails after so many steps, 87 min, here and on the board: what follows starts from a snapshot.
pub const BROWN_OUT_EVERY: u64 = 1 << 19;
