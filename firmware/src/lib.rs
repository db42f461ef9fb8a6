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
pub mod bus;
mod device;
pub mod drivers;
mod log;

pub use adapter::{Command, Controller, Decision, REPORT, Report, SNAPSHOT, Snapshot};
pub use device::{Device, Pins};
pub use log::{Log, SLOT};

/// A unit in storage sleeps at most so long between two steps, ms: half of what the watchdog waits, which only a step feeds.
pub const SLEEPS_MS: u64 = 500;
/// Steps between two frames of telemetry.
pub const FRAME_EVERY: u64 = 100;
/// In a replay power fails after so many steps, 87 min, here and on the board: what follows starts from a snapshot.
const BROWN_OUT_EVERY: u64 = 1 << 19;
/// The first time it fails twice more, so many steps apart, which is a unit that restarts again and again.
const AGAIN: u64 = 300;

/// Whether power fails in a replay after so many steps.
pub const fn power_fails(steps: u64) -> bool {
    steps.is_multiple_of(BROWN_OUT_EVERY) || steps == BROWN_OUT_EVERY + AGAIN || steps == BROWN_OUT_EVERY + 2 * AGAIN
}
