//! # Donned or doffed
//!
//! **Stands for** whether a limb is in the socket, so that a prosthesis in a corner neither pumps nor cries.
//!
//! **Rules**
//! - doffed: vacuum below 2 kPa and nothing has moved, both for `doffed_ms`
//! - donned again: vacuum above 5 kPa, or movement that lasts (roughness above 0.5 (m/s²)²)
//! - stored away: doffed for `storage_ms`
//! - a turn of the dial or a tap ends both, and so does a motion sensor that is lost: what is not known is donned
//!
//! **Assumptions** nobody wears a prosthesis for two minutes without moving it at all *and* without vacuum; if somebody
//! does, nothing is lost but a try, and any movement wakes it. One that is
//! carried about reads as donned: it tries, fails, and says that it leaks. **Tests** `tests/modes.rs`.

use crate::gait::Gait;
use crate::number::lasted;
use crate::settings::Settings;
use crate::time::Tick;

/// Donned or doffed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wear {
    /// A limb is in the socket, as far as is known.
    Donned,
    /// None is.
    Doffed,
}

/// Vacuum below which there is none, Pa.
const NO_VACUUM_PA: f32 = 2_000.0;
/// Vacuum that only a closed socket has, Pa.
const SOME_VACUUM_PA: f32 = 5_000.0;
/// Roughness of a prosthesis that is being used, (m/s²)².
const USED: f32 = 0.5;

/// What is remembered of wear.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Wearing {
    open_since: u64,
    doffed_since: Option<u64>,
}

impl Wearing {
    pub const fn new() -> Self {
        Self { open_since: 0, doffed_since: None }
    }

    /// Looks at the vacuum (Pa), if it is known.
    pub fn look(&mut self, settings: &Settings, tick: Tick, vacuum: Option<f32>, gait: &Gait) {
        if !vacuum.is_some_and(|vacuum| vacuum < NO_VACUUM_PA) {
            self.open_since = tick.now;
        }
        if gait.lost {
            self.wake(tick);
            return;
        }
        let closed = vacuum.is_some_and(|vacuum| vacuum > SOME_VACUUM_PA);
        if closed || (gait.fresh(tick.now) && gait.rough > USED) {
            self.doffed_since = None;
        } else if lasted(tick.now, self.open_since, settings.doffed_ms)
            && gait.still_ms(tick.now) >= u64::from(settings.doffed_ms)
        {
            self.doffed_since.get_or_insert(tick.now);
        }
    }

    /// Somebody is there, or it is not known that nobody is.
    pub fn wake(&mut self, tick: Tick) {
        (self.open_since, self.doffed_since) = (tick.now, None);
    }

    pub fn wear(&self) -> Wear {
        if self.doffed_since.is_some() { Wear::Doffed } else { Wear::Donned }
    }

    pub fn stored(&self, settings: &Settings, now: u64) -> bool {
        self.doffed_since.is_some_and(|since| lasted(now, since, settings.storage_ms))
    }
}
