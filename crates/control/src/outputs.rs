//! # Outputs and trace
//!
//! **Stands for** what a unit does at one moment, and why.
//!
//! | field | values |
//! |---|---|
//! | `pump` | share of full drive, 0–100 %; less than full only for cold cells, which sag |
//! | `supply` | the second switch in series with the pump's driver: on only while the pump is to run |
//! | `valve` | hold, or release in reverse |
//! | `signal` | tactile and audible pulses as on or off now, a pattern for the LED |
//! | `charge` | whether charging is allowed (0–45 °C) |
//! | `next_within` | how soon the next step is due: a unit in storage sleeps |
//!
//! **Assumptions** the unit does what it is told until the next step. **Tests** no number in a trace is NaN.

use crate::activity::Activity;
use crate::leak::LeakZone;
use crate::modes::Mode;
use crate::sensor::Fault;
use crate::signal::Signal;
use crate::time::Milliseconds;
use crate::warnings::{Warning, Warnings};
use crate::wear::Wear;
use units::VacuumLevel;

/// Drive of the pump's motor, in percent of full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Drive(u8);

impl Drive {
    /// The motor rests.
    pub const OFF: Self = Self(0);
    /// Full drive.
    pub const FULL: Self = Self(100);

    /// A share in percent, at most 100.
    pub const fn percent_of_full(percent: u8) -> Self {
        Self(if percent > 100 { 100 } else { percent })
    }
    /// In percent of full.
    pub const fn percent(self) -> u8 {
        self.0
    }
    /// Whether the motor turns.
    pub const fn is_on(self) -> bool {
        self.0 > 0
    }
}

/// What the valve between pump and socket does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Valve {
    /// Keeps the vacuum.
    Hold,
    /// Lets air in.
    Release,
}

/// What the controller does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outputs {
    /// The pump's motor.
    pub pump: Drive,
    /// The pump's supply is switched on: a switch of its own, before the driver.
    pub supply: bool,
    /// The valve.
    pub valve: Valve,
    /// What the person is told.
    pub signal: Signal,
    /// The most urgent warning, snoozed or not.
    pub warning: Option<Warning>,
    /// The charger may charge.
    pub charge: bool,
    /// The next step is due within this.
    pub next_within: Milliseconds,
}

/// Why it does so, and what is worth plotting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trace {
    /// The mode.
    pub mode: Mode,
    /// The set point in force; `None` where the mode has none.
    pub set_point: Option<VacuumLevel>,
    /// The vacuum that was measured and believed.
    pub vacuum: Option<VacuumLevel>,
    /// What the person is recognised to do.
    pub activity: Activity,
    /// What automatic mode follows, after its dwell.
    pub followed: Activity,
    /// Steps of both feet a minute, while walking.
    pub cadence: Option<f32>,
    /// Donned or doffed.
    pub wear: Wear,
    /// Leak, mL/min of ambient air at 57.6 kPa of vacuum.
    pub leak_ml_per_min: Option<f32>,
    /// The leak relative to its own long mean: 2 is twice as much as usual.
    pub leak_trend: Option<f32>,
    /// Where it may be.
    pub leak_zone: LeakZone,
    /// Air space that the pump's work shows, mL.
    pub air_volume_ml: Option<f32>,
    /// All warnings.
    pub warnings: Warnings,
    /// What is wrong, if in fault.
    pub fault: Option<Fault>,
    /// Restarts without ten good minutes between them.
    pub restarts: u8,
    /// Steps on the prosthesis so far.
    pub steps: u32,
    /// Time at off, levels 1 to 4, automatic, ms.
    pub time_at: [u64; 6],
    /// Time the pump ran, ms.
    pub pump_ms: u64,
    /// Share of its tested life that the pump has run.
    pub pump_life: f32,
    /// Share of charge left in the cells.
    pub charge: f32,
    /// Hours the charge lasts at the present leak.
    pub hours_left: f32,
    /// This step came too late.
    pub late: bool,
    /// The clock went back.
    pub clock_back: bool,
}
