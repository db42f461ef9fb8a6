//! # The controller's own time
//!
//! **Stands for** how long things have lasted, whatever the clock outside does.
//!
//! **Equations**
//! - own time ← own time + min(now − last, longest gap); a clock that went back adds nothing
//! - late: a hundred steps without any time between them, which is a clock that stands; more than `late_running_ms` between two steps while the pump was on, more than `longest_gap_ms` otherwise
//!
//! Every timer here counts own time. A clock that jumps by a year therefore ends no pause, confirms no gesture and adds
//! no hours; one that is set back freezes nothing.
//!
//! **Assumptions** steps come at 100 Hz or sparsely, at least once in `longest_gap_ms` for full timing. **Tests** below.

use crate::settings::Settings;

/// A time or a duration in whole milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Milliseconds(pub u64);

/// What is remembered of the clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Clock {
    last: Option<u64>,
    own: u64,
    /// Steps in a row without any time between them.
    stands: u8,
}

/// Steps without any time between them from which on the clock stands still.
const STANDS: u8 = 100;

/// One step of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tick {
    /// Own time, ms.
    pub now: u64,
    /// What of the gap is believed, ms.
    pub dt: u64,
    /// The step came too late.
    pub late: bool,
    /// The clock went back.
    pub back: bool,
}

impl Clock {
    pub const fn new() -> Self {
        Self { last: None, own: 0, stands: 0 }
    }

    pub fn tick(&mut self, settings: &Settings, now: Milliseconds, running: bool) -> Tick {
        let last = self.last.unwrap_or(now.0);
        let gap = now.0.saturating_sub(last);
        let longest = u64::from(settings.longest_gap_ms);
        let limit = if running { u64::from(settings.late_running_ms) } else { longest };
        let dt = gap.min(longest);
        self.stands = if gap == 0 && self.last.is_some() { self.stands.saturating_add(1) } else { 0 };
        self.last = Some(now.0);
        self.own = self.own.saturating_add(dt);
        Tick { now: self.own, dt, late: gap > limit || self.stands >= STANDS, back: now.0 < last }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sr_019_a_clock_that_jumps_moves_own_time_by_the_longest_gap_at_most() {
        let settings = Settings::default();
        let mut clock = Clock::new();
        let at = |clock: &mut Clock, now| clock.tick(&settings, Milliseconds(now), false);
        assert_eq!(at(&mut clock, 5_000).now, 0);
        assert_eq!(at(&mut clock, 6_000).now, 1_000);
        let jump = at(&mut clock, u64::MAX);
        assert!(jump.late && jump.now == 1_000 + u64::from(settings.longest_gap_ms));
        let back = at(&mut clock, 10);
        assert!(back.back && back.dt == 0 && back.now == jump.now);
        assert_eq!(at(&mut clock, 20).dt, 10);
    }
}
