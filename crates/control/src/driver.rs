//! # The pump's driver
//!
//! **Stands for** the suspicion that the pump runs though it is told to rest, because its driver is stuck on.
//!
//! **Rules**
//! - stuck: the line falls though the pump rests, by more than 10 kPa within a minute, or by more than 6 kPa below where the last run
//!   left it, the vacuum with it, for 30 s
//! - a line that falls faster than any pump draws is a sensor that came loose, and begins anew; so is one that comes back from a fault
//!   more than 2 kPa from where it was. A moment without a reading, or a contact that lets go, begins nothing anew
//! - latched: it ends once air has been let in and the line has stayed at ambient for 30 s with the valve closed
//!
//! **Assumptions** no limb and no posture draws so much. A second switch in the pump's supply stops it (`outputs`). **Tests** in
//! `sensor`, and `tests/second_look.rs`.

use crate::number::{lasted, seconds};
use crate::time::Tick;

/// Vacuum below which standing still means nothing, Pa.
pub(crate) const STUCK_ABOVE_PA: f32 = 2_000.0;

/// A fall of the line within a minute at rest that no limb makes, Pa.
const UNCOMMANDED_PA: f32 = 10_000.0;
/// A fall below where the last run left it that no limb makes, Pa, and how long it must stand, ms.
const DEEPER_PA: f32 = 6_000.0;
const DEEPER_MS: u32 = 30_000;
/// A pump on a line and the smallest socket draws no faster, Pa/s.
const DRAWS_PA_PER_S: f32 = 30_000.0;
/// A line that comes back within so much of where it was has not been elsewhere, Pa.
const BLINKED_PA: f32 = 2_000.0;
/// How long the line must stay at ambient for a driver to be well again, ms.
const REPAIRED_MS: u32 = 30_000;

/// What is remembered of the driver.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Driver {
    rest: f32,
    rest_since: u64,
    before: f32,
    /// Where the last run left line and vacuum, Pa; since when they have stood far beyond.
    left: Option<(f32, f32)>,
    deeper_since: Option<u64>,
    /// Latched: it is stuck on.
    pub stuck: bool,
    /// Since when the line has stayed at ambient.
    at_ambient_since: Option<u64>,
}

impl Driver {
    pub const fn new() -> Self {
        Self {
            rest: 0.0,
            rest_since: 0,
            before: 0.0,
            left: None,
            deeper_since: None,
            stuck: false,
            at_ambient_since: None,
        }
    }

    /// As it was latched before a brown-out.
    pub const fn restored(stuck: bool) -> Self {
        Self { stuck, ..Self::new() }
    }

    /// Takes a believed line and vacuum (Pa); `troubled`: the reading before was not believed.
    pub fn look(&mut self, tick: Tick, p: f32, vacuum: f32, doing: Doing, troubled: bool) {
        let opened = doing.venting;
        if doing.ran || opened {
            // Where a run ends is where a rest begins; what was opened begins anew. A contact that lets go opens nothing.
            self.left = (!opened).then_some((p, vacuum));
            self.deeper_since = None;
        }
        // No pump draws so fast: a sensor that comes loose, or back from a fault at another place, begins anew. One that is back where it
        // was has only blinked.
        let most = DRAWS_PA_PER_S * seconds(tick.dt) + 500.0;
        let elsewhere = self.before - p > BLINKED_PA || p - self.before > BLINKED_PA;
        let came_loose = self.before - p > most || (troubled && elsewhere && !self.stuck);
        self.before = p;
        if came_loose {
            (self.left, self.deeper_since) = (None, None);
        }
        // A minute of rest at a time, from its highest pressure on.
        let anew = doing.ran || opened || p > self.rest || came_loose;
        if anew || lasted(tick.now, self.rest_since, 60_000) {
            (self.rest, self.rest_since) = (p, tick.now);
        }
        let (left, left_vacuum) = *self.left.get_or_insert((p, vacuum));
        // Both: on a way up the line falls with the air outside.
        if left - p > DEEPER_PA && vacuum - left_vacuum > DEEPER_PA {
            self.deeper_since.get_or_insert(tick.now);
        } else {
            self.deeper_since = None;
        }
        let deeper = self.deeper_since.is_some_and(|since| lasted(tick.now, since, DEEPER_MS));
        if self.rest - p > UNCOMMANDED_PA || deeper {
            self.stuck = true;
        }
        if !self.stuck || !doing.attached || opened || vacuum > STUCK_ABOVE_PA || doing.ran {
            self.at_ambient_since = None;
        } else if lasted(tick.now, *self.at_ambient_since.get_or_insert(tick.now), REPAIRED_MS) {
            (self.stuck, self.deeper_since, self.left) = (false, None, Some((p, vacuum)));
        }
    }
}

/// What the unit has been doing since the last step.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Doing {
    /// The pump ran.
    pub ran: bool,
    /// The unit is on its adapter, as far as is believed.
    pub attached: bool,
    /// The valve let air in.
    pub venting: bool,
}
