//! # What is believed
//!
//! **Stands for** the doubt that every reading meets: is it there, is it in range, can it have come so far so soon?
//!
//! **Equations**
//! - a reading x is odd if |x − x_last| > J + R·dt; an odd one that its followers confirm (within J) for `confirm_ms` is
//!   believed after all
//!
//! | field | symbol | unit | source |
//! |---|---|---|---|
//! | `jump`, `rate` | J, R | Pa, Pa/s | by the sensor (`sensor`) |
//!
//! **Assumptions** a spike is shorter than `confirm_ms`; what bursts stays burst. **Tests** below.

use crate::number::{lasted, seconds, within};
use crate::time::Tick;

/// How far and how fast a reading may move, Pa, and how long it must insist otherwise.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Doubt {
    pub low: f32,
    pub high: f32,
    pub jump: f32,
    pub rate: f32,
    pub confirm_ms: u32,
}

/// What became of a reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Seen {
    Believed(f32),
    Missing,
    OutOfRange,
    Odd,
}

/// The last reading believed.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(crate) struct Belief {
    pub value: Option<f32>,
    /// Own time at which it was believed.
    pub at: u64,
    pub odd: Option<(f32, u64)>,
}

impl Belief {
    pub fn look(&mut self, doubt: &Doubt, tick: Tick, reading: Option<f32>) -> Seen {
        let Some(reading) = reading else {
            self.odd = None;
            return Seen::Missing;
        };
        let Some(x) = within(reading, doubt.low, doubt.high) else {
            self.odd = None;
            return Seen::OutOfRange;
        };
        let far = |a: f32, b: f32, limit: f32| a - b > limit || b - a > limit;
        let allowed = doubt.jump + doubt.rate * seconds(tick.now.saturating_sub(self.at));
        if self.value.is_some_and(|last| far(x, last, allowed)) {
            let since = match self.odd {
                Some((candidate, since)) if !far(x, candidate, doubt.jump) => since,
                _ => tick.now,
            };
            self.odd = Some((x, since));
            if !lasted(tick.now, since, doubt.confirm_ms) {
                return Seen::Odd;
            }
        }
        *self = Self { value: Some(x), at: tick.now, odd: None };
        Seen::Believed(x)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOUBT: Doubt = Doubt { low: 0.0, high: 120_000.0, jump: 25_000.0, rate: 10_000.0, confirm_ms: 1_000 };

    fn at(now: u64) -> Tick {
        Tick { now, dt: 10, late: false, back: false }
    }

    #[test]
    fn a_spike_is_not_believed_and_a_burst_is_after_a_second() {
        let mut belief = Belief::default();
        assert_eq!(belief.look(&DOUBT, at(0), Some(45_000.0)), Seen::Believed(45_000.0));
        assert_eq!(belief.look(&DOUBT, at(10), Some(101_000.0)), Seen::Odd);
        assert_eq!(belief.look(&DOUBT, at(20), Some(45_100.0)), Seen::Believed(45_100.0));
        for now in (30..1_030).step_by(10) {
            assert_eq!(belief.look(&DOUBT, at(now), Some(101_000.0)), Seen::Odd);
        }
        assert_eq!(belief.look(&DOUBT, at(1_030), Some(101_000.0)), Seen::Believed(101_000.0));
    }

    #[test]
    fn nothing_nan_and_nonsense_are_told_apart_from_readings() {
        let mut belief = Belief::default();
        assert_eq!(belief.look(&DOUBT, at(0), None), Seen::Missing);
        for nonsense in [f32::NAN, f32::INFINITY, -1.0, 4e5] {
            assert_eq!(belief.look(&DOUBT, at(0), Some(nonsense)), Seen::OutOfRange);
        }
        assert_eq!(belief.value, None);
    }

    #[test]
    fn the_longer_the_silence_the_further_a_reading_may_have_moved() {
        let mut belief = Belief::default();
        belief.look(&DOUBT, at(0), Some(45_000.0));
        assert_eq!(belief.look(&DOUBT, at(10_000), Some(101_000.0)), Seen::Believed(101_000.0));
    }
}
