//! # The pump
//!
//! **Stands for** keeping a set point with a motor that must not run for ever.
//!
//! **Rules**
//! - on when the vacuum is below set point − band, off at the set point; never on at the ceiling or without a reading
//! - a run of `longest_run_ms` without reaching the set point ends in a pause of `pause_ms`, and is told as a leak
//! - a step that comes late finds the pump off: what happened meanwhile is not known
//! - a line that is blocked (`leak`) pauses it as well
//!
//! **Assumptions** the vacuum overshoots by at most what one step's run adds. **Tests** `tests/limits.rs`.

use crate::number::lasted;
use crate::outputs::Drive;
use crate::settings::Settings;
use crate::time::Tick;

/// What is remembered of the pump.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pump {
    pub drive: Drive,
    running_since: Option<u64>,
    paused_until: Option<u64>,
    /// The last run ended without reaching its set point.
    pub gave_up: bool,
}

impl Pump {
    pub const fn new() -> Self {
        Self { drive: Drive::OFF, running_since: None, paused_until: None, gave_up: false }
    }

    pub fn rest(&mut self) {
        self.drive = Drive::OFF;
        self.running_since = None;
    }

    /// Ends the run and waits.
    pub fn pause(&mut self, settings: &Settings, tick: Tick) {
        self.rest();
        self.paused_until = Some(tick.now.saturating_add(u64::from(settings.pause_ms)));
    }

    /// The person did something that may have changed the matter: no need to wait.
    pub fn try_again(&mut self) {
        self.paused_until = None;
        self.gave_up = false;
    }

    /// Keeps the vacuum between `goal` − band and `goal` (Pa) with the drive that the cells allow.
    pub fn keep(&mut self, settings: &Settings, tick: Tick, goal: f32, vacuum: f32, allowed: Drive) {
        if self.paused_until.is_some_and(|until| tick.now < until) {
            return self.rest();
        }
        self.paused_until = None;
        let start_below = goal - settings.band_pa();
        let wanted = vacuum < if self.running_since.is_some() { goal } else { start_below };
        if vacuum >= start_below {
            self.gave_up = false;
        }
        if !wanted || tick.late || vacuum >= settings.ceiling_pa() {
            return self.rest();
        }
        let since = *self.running_since.get_or_insert(tick.now);
        if lasted(tick.now, since, settings.longest_run_ms) {
            self.gave_up = true;
            return self.pause(settings, tick);
        }
        self.drive = allowed;
    }
}
