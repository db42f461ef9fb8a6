//! # Cells
//!
//! **Stands for** what two AA cells can give now: enough, little, or nothing.
//!
//! **Rules**
//! - empty below `empty_volts`, while the pump runs below `empty_volts` − `sag_volts`, or where the voltage is no number;
//!   usable again at `resume_volts` for 10 s, so that a pump that empties them does not start and stop for ever
//! - low below `low_volts` for 10 s at rest
//! - above the range for use the pump stays off, because hot cells vent; below it, it goes on: suspension is worth more
//!   than a cell, and the voltage says when it cannot. Below 0 °C it runs at `cold_drive`, because cold cells sag
//! - charging is allowed within `charge_celsius` only
//!
//! **Assumptions** nickel–metal hydride or alkaline cells; the voltage is that of the pair. **Tests** `tests/limits.rs`.

use crate::number::{lasted, within};
use crate::outputs::Drive;
use crate::settings::Settings;
use crate::time::Tick;

/// How long a voltage must last to be one, ms.
const SETTLED_MS: u32 = 10_000;
/// Temperatures that can be, °C.
const LIVES: [f32; 2] = [-60.0, 120.0];
/// Voltages that can be, V.
const MOST_VOLTS: f32 = 6.0;

/// What is remembered of the cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Cells {
    pub empty: bool,
    pub low: bool,
    pub hot: bool,
    pub cold: bool,
    below_since: u64,
    above_since: u64,
    temperature: Option<f32>,
}

impl Cells {
    pub const fn new() -> Self {
        Self { empty: false, low: false, hot: false, cold: false, below_since: 0, above_since: 0, temperature: None }
    }

    /// Looks at voltage (V) and temperature (°C).
    pub fn look(&mut self, settings: &Settings, tick: Tick, volts: f32, celsius: f32, running: bool) {
        let volts = within(volts, 0.0, MOST_VOLTS).unwrap_or(0.0);
        let limit = settings.empty_volts - if running { settings.sag_volts } else { 0.0 };
        // Asked so that a setting which is no number leaves the pump off.
        let (usable, rested) = (volts >= limit, volts >= settings.resume_volts);
        if !rested {
            self.above_since = tick.now;
        }
        self.empty = !usable || (self.empty && !lasted(tick.now, self.above_since, SETTLED_MS));
        if volts >= settings.low_volts {
            self.low = false;
        }
        if volts >= settings.low_volts || running {
            self.below_since = tick.now;
        }
        self.low = self.low || lasted(tick.now, self.below_since, SETTLED_MS);
        self.temperature = within(celsius, LIVES[0], LIVES[1]);
        // Three degrees of hysteresis.
        let beyond = |limit: f32, was: bool| self.temperature.map(|c| c - limit + if was { 3.0 } else { 0.0 });
        self.hot = beyond(settings.use_celsius[1], self.hot).is_some_and(|over| over > 0.0);
        let under = self.temperature.map(|c| settings.use_celsius[0] - c + if self.cold { 3.0 } else { 0.0 });
        self.cold = under.is_some_and(|under| under > 0.0);
    }

    /// The drive that they bear.
    pub fn drive(&self, settings: &Settings) -> Drive {
        let freezing = self.temperature.is_some_and(|c| c < 0.0);
        if freezing { Drive::percent_of_full(settings.cold_drive.max(20)) } else { Drive::FULL }
    }

    pub fn may_charge(&self, settings: &Settings) -> bool {
        self.temperature.is_some_and(|c| within(c, settings.charge_celsius[0], settings.charge_celsius[1]).is_some())
    }
}
