//! The electronic pump's controller: when the pump runs, what the valve does, what the user is told.
//!
//! [`step`] is a pure function: same state, time and inputs give the same outputs, on a desktop and on a
//! microcontroller. Time is an argument; nothing here reads a clock, allocates or panics.
//!
//! The safe state is **hold and warn**: the adapter's valve keeps what vacuum there is and the user is told.
//! Air is let in only in [`Switch::Reverse`], which is the person's own act.
//!
//! | mode | pump | valve |
//! |---|---|---|
//! | off | off | holds |
//! | level 1–4 | on below set point − band, off at set point | holds |
//! | automatic | the same, the set point follows activity | holds |
//! | reverse | off | releases |
//! | fault | off | holds, warning |
//!
//! The maker's set points are not published: [`Settings::default`] holds our own, between the 9 inHg that other
//! electronic pumps start at and the 25 inHg that Harmony's working range ends at.
#![no_std]

mod settings;
mod step;

pub use settings::Settings;
pub use step::{Activity, Fault, Inputs, Outputs, State, Switch, Trace, Valve, Warning, step};
