//! # State
//!
//! **Stands for** everything the controller remembers between steps, by value: copying it is all it takes to ask
//! "what if". What of it survives a brown-out is `snapshot`.
//!
//! **Assumptions** one state belongs to one unit. **Tests** it fits into an eighth of the firmware's memory.

use crate::activity::Follower;
use crate::cells::Cells;
use crate::contacts::Contact;
use crate::counters::Counters;
use crate::gait::Gait;
use crate::leak::Leak;
use crate::modes::Mode;
use crate::pump::Pump;
use crate::sensor::Sensor;
use crate::time::Clock;
use crate::touch::Switch;
use crate::warnings::Warner;
use crate::wear::Wearing;

/// What the controller remembers between steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    pub(crate) clock: Clock,
    pub(crate) switch: Switch,
    pub(crate) sensor: Sensor,
    pub(crate) gait: Gait,
    pub(crate) follower: Follower,
    pub(crate) wearing: Wearing,
    pub(crate) cells: Cells,
    /// The contact on the adapter, open, and the charger's line, closed.
    pub(crate) adapter: Contact,
    pub(crate) charger: Contact,
    pub(crate) pump: Pump,
    pub(crate) leak: Leak,
    pub(crate) counters: Counters,
    pub(crate) warner: Warner,
    pub(crate) mode: Mode,
    /// The valve was open, or the unit removed, since the last step.
    pub(crate) disturbed: bool,
    /// Charging was allowed and going on since the last step.
    pub(crate) charged: bool,
}

impl State {
    /// At first power-on, with full cells.
    pub const fn new() -> Self {
        Self {
            clock: Clock::new(),
            switch: Switch::new(),
            sensor: Sensor::new(),
            gait: Gait::new(),
            follower: Follower::new(),
            wearing: Wearing::new(),
            cells: Cells::new(),
            adapter: Contact::new(),
            charger: Contact::new(),
            pump: Pump::new(),
            leak: Leak::new(),
            counters: Counters::new(),
            warner: Warner::new(),
            mode: Mode::Off,
            disturbed: true,
            charged: false,
        }
    }

    /// The mode of the last step.
    pub const fn mode(&self) -> Mode {
        self.mode
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_takes_an_eighth_of_the_firmwares_memory() {
        assert!(size_of::<State>() <= 1_024, "{} bytes", size_of::<State>());
    }
}
