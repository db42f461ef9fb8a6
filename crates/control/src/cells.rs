//! # Cells
//!
//! **Stands for** what two AA cells can give now: enough, little, or nothing.
//!
//! **Rules**
//! - empty below `empty_volts`, while the pump runs below `empty_volts` − `sag_volts`, or where the voltage is no number;
//!   usable again at `resume_volts` for 10 s, and for twice as long, up to 5 min, after each run that has emptied them, so that a
//!   pump that does so does not start and stop for ever
//! - the pump waits after every power-on until the voltage has stood at `resume_volts`: 1 s, and after a restart twice as long as
//!   after the one before, from 3 s to 5 min. Cells that bring the unit down each time the pump starts are left alone by that. A wait
//!   that goes on for 30 s more is told as empty cells
//! - whatever is set, a running pump takes the cells no lower than 1.75 V: the board's processor needs 1.7 V (nrf52840_ps)
//! - low below `low_volts` for 10 s at rest
//! - above the range for use the pump stays off, because hot cells vent; below it, it goes on: suspension is worth more
//!   than a cell, and the voltage says when it cannot. Below 0 °C it runs at `cold_drive`, because cold cells sag
//! - charging is allowed within `charge_celsius` only
//!
//! **Assumptions** nickel–metal hydride or alkaline cells; the voltage is that of the pair. **Tests** `tests/limits.rs`.

use crate::number::{bounded, lasted, within};
use crate::outputs::Drive;
use crate::settings::{BOARD_VOLTS, Settings};
use crate::time::Tick;

/// How long a voltage must last to be one, ms.
const SETTLED_MS: u32 = 10_000;
/// Temperatures that can be, °C.
const LIVES: [f32; 2] = [-60.0, 120.0];
/// Voltages that can be, V.
const MOST_VOLTS: f32 = 6.0;
/// How long the voltage must stand after the first power-on, after a restart, and at most, ms.
const FIRST_MS: u32 = 1_000;
const RESTART_MS: u32 = 3_000;
const RESTART_MOST_MS: u32 = 300_000;
/// Waiting for longer than that by so much is told, ms.
const WAITED_MS: u32 = 30_000;

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
    /// Runs that emptied them, without ten seconds of running well between them; how long it has run well, ms.
    sags: u8,
    well_ms: u64,
    /// How long the voltage must still stand before the pump may start, ms; how long has been waited for that.
    waits_ms: u32,
    waited_ms: u32,
}

impl Cells {
    pub const fn new() -> Self {
        Self {
            empty: false,
            low: false,
            hot: false,
            cold: false,
            below_since: 0,
            above_since: 0,
            temperature: None,
            sags: 0,
            well_ms: 0,
            waits_ms: FIRST_MS,
            waited_ms: 0,
        }
    }

    /// After as many restarts as there were without ten good minutes between them.
    pub fn restored(empty: bool, restarts: u8) -> Self {
        let doubled = RESTART_MS.saturating_mul(1 << u32::from(restarts.saturating_sub(1)).min(8));
        Self { empty, waits_ms: doubled.min(RESTART_MOST_MS), ..Self::new() }
    }

    /// Looks at voltage (V) and temperature (°C).
    pub fn look(&mut self, settings: &Settings, tick: Tick, volts: f32, celsius: f32, running: bool) {
        let volts = within(volts, 0.0, MOST_VOLTS).unwrap_or(0.0);
        let sagging = bounded(settings.empty_volts - settings.sag_volts, BOARD_VOLTS, MOST_VOLTS);
        let limit = if running { sagging } else { settings.empty_volts };
        // Asked so that a setting which is no number leaves the pump off.
        let (usable, rested) = (volts >= limit, volts >= settings.resume_volts);
        if !rested {
            self.above_since = tick.now;
        }
        self.waited_ms = self.waited_ms.saturating_add(u32::try_from(tick.dt).unwrap_or(u32::MAX));
        if self.waits_ms > 0 && lasted(tick.now, self.above_since, self.waits_ms) {
            self.waits_ms = 0;
        }
        if running && !usable && !self.empty {
            (self.sags, self.well_ms) = (self.sags.saturating_add(1), 0);
        } else if running {
            self.well_ms = self.well_ms.saturating_add(tick.dt);
        }
        if self.well_ms >= u64::from(SETTLED_MS) {
            self.sags = 0;
        }
        let settled = SETTLED_MS.saturating_mul(1 << u32::from(self.sags).min(5)).min(RESTART_MOST_MS);
        self.empty = !usable || (self.empty && !lasted(tick.now, self.above_since, settled));
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

    /// They keep the pump waiting for longer than cells do that are well.
    pub fn keep_waiting(&self) -> bool {
        self.waits_ms > 0 && self.waited_ms >= self.waits_ms.saturating_add(WAITED_MS)
    }

    /// The drive that they bear.
    pub fn drive(&self, settings: &Settings) -> Drive {
        if self.waits_ms > 0 {
            return Drive::OFF;
        }
        let freezing = self.temperature.is_some_and(|c| c < 0.0);
        if freezing { Drive::percent_of_full(settings.cold_drive.max(20)) } else { Drive::FULL }
    }

    pub fn may_charge(&self, settings: &Settings) -> bool {
        self.temperature.is_some_and(|c| within(c, settings.charge_celsius[0], settings.charge_celsius[1]).is_some())
    }
}
