//! The electronic pump's controller on a microcontroller: everything but the pins.
//!
//! ```text
//! sensors ──► drivers ──► Readings ──► Controller (crate control) ──► Command ──► pump, valve, signal
//!                            ▲                      │
//!                        recording               Report ──► serial line, flash log, replay
//! ```
//!
//! A board is a binary in `board/`. The emulated one takes its [`Readings`] from a recording and gives every
//! [`Report`] back, so that `replay` can compare them with this same code on the host, bit for bit.
#![no_std]

mod adapter;
mod device;
pub mod drivers;
mod log;
mod readings;

pub use adapter::{Command, Controller, REPORT, Report};
pub use device::{Device, Pins};
pub use log::Log;
pub use readings::{Acceleration, HEADER, READING, Readings};
