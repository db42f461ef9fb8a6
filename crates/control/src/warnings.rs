//! # Warnings
//!
//! **Stands for** telling the person what matters, in the order in which it matters, without crying wolf.
//!
//! | warning | priority | ends |
//! |---|---|---|
//! | `Sensor`, `Switch`, `CellsEmpty`, `TooHot` | high | with its cause |
//! | `Leak` (the pump gave up), `TooDeep`, `Blocked` | medium | with its cause |
//! | `CellsLow`, `LeakGrows`, `TooCold`, `MotionLost`, `CannotCharge`, `Timing`, `PumpOld` | low | with its cause |
//!
//! | priority | pulses of 200 ms | light |
//! |---|---|---|
//! | high | three, felt and heard, every 10 s | red, fast |
//! | medium | two, felt and heard, every 30 s | amber, blinking |
//! | low | one, felt, once | amber |
//!
//! **Rules** every warning stays at least 5 s (hysteresis in time, beside that of its cause). A tap snoozes the warnings
//! that are there for `snooze_ms`, high ones for a sixth of it: they are neither felt nor heard, the light stays. One that
//! comes anew sounds. **Assumptions** patterns are ours. **Tests** below.

use crate::number::lasted;
use crate::outputs::{Led, Signal};
use crate::settings::Settings;
use crate::time::Tick;

/// What the person is told, most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// The pressure is not known: vacuum is held as long as the seal lasts.
    Sensor,
    /// The switch cannot be read: vacuum is held.
    Switch,
    /// The cells are empty: vacuum is held.
    CellsEmpty,
    /// The cells are too hot: vacuum is held.
    TooHot,
    /// The socket leaks more than the pump removes.
    Leak,
    /// More vacuum than the ceiling (ambient pressure rose): reverse lets air in.
    TooDeep,
    /// The line is blocked.
    Blocked,
    /// Charge soon.
    CellsLow,
    /// The leak has grown.
    LeakGrows,
    /// Colder than the range for use.
    TooCold,
    /// The accelerometer fails: automatic keeps walking's vacuum.
    MotionLost,
    /// Too cold or too warm to charge.
    CannotCharge,
    /// A step came late or the clock went back.
    Timing,
    /// The pump has run its tested life.
    PumpOld,
}

/// How urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// Worth knowing.
    Low,
    /// See to it soon.
    Medium,
    /// Now.
    High,
}

impl Warning {
    /// All, most urgent first.
    pub const ALL: [Self; 14] = [
        Self::Sensor,
        Self::Switch,
        Self::CellsEmpty,
        Self::TooHot,
        Self::Leak,
        Self::TooDeep,
        Self::Blocked,
        Self::CellsLow,
        Self::LeakGrows,
        Self::TooCold,
        Self::MotionLost,
        Self::CannotCharge,
        Self::Timing,
        Self::PumpOld,
    ];

    /// How urgent it is.
    pub const fn priority(self) -> Priority {
        match self {
            Self::Sensor | Self::Switch | Self::CellsEmpty | Self::TooHot => Priority::High,
            Self::Leak | Self::TooDeep | Self::Blocked => Priority::Medium,
            _ => Priority::Low,
        }
    }

    /// Its place in [`Warning::ALL`].
    pub const fn code(self) -> u8 {
        self as u8
    }

    const fn bit(self) -> u16 {
        1 << (self as u16)
    }
}

/// A set of warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Warnings(u16);

impl Warnings {
    /// The set of some bits, by [`Warning::code`]; unknown bits are dropped.
    pub const fn of_bits(bits: u16) -> Self {
        Self(bits & 0x3fff)
    }
    /// As bits.
    pub const fn bits(self) -> u16 {
        self.0
    }
    /// Whether a warning is among them.
    pub const fn contains(self, warning: Warning) -> bool {
        self.0 & warning.bit() != 0
    }
    /// With a warning, if it is `there`.
    pub(crate) const fn with(self, warning: Warning, there: bool) -> Self {
        if there { Self(self.0 | warning.bit()) } else { self }
    }
    /// The most urgent.
    pub fn first(self) -> Option<Warning> {
        Warning::ALL.into_iter().find(|warning| self.contains(*warning))
    }
}

/// A warning stays at least this long, ms.
const STAYS_MS: u32 = 5_000;
/// One pulse and the pause after it, ms.
const PULSE_MS: u64 = 200;

/// What is remembered of warnings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Warner {
    pub active: Warnings,
    last: [u64; 14],
    snoozed: Warnings,
    snoozed_until: u64,
    high_until: u64,
    tapped: bool,
    /// What sounds, and since when.
    sounding: Option<(Warning, u64)>,
}

impl Warner {
    pub const fn new() -> Self {
        Self {
            active: Warnings(0),
            last: [0; 14],
            snoozed: Warnings(0),
            snoozed_until: 0,
            high_until: 0,
            tapped: false,
            sounding: None,
        }
    }

    /// Takes what is the case now.
    pub fn look(&mut self, settings: &Settings, tick: Tick, causes: Warnings, tapped: bool) {
        let mut active = causes;
        for (warning, last) in Warning::ALL.into_iter().zip(self.last.iter_mut()) {
            if causes.contains(warning) {
                *last = tick.now;
            } else {
                active = active.with(warning, self.active.contains(warning) && !lasted(tick.now, *last, STAYS_MS));
            }
        }
        self.active = active;
        if tapped && !self.tapped {
            self.snoozed = active;
            self.snoozed_until = tick.now.saturating_add(u64::from(settings.snooze_ms));
            self.high_until = tick.now.saturating_add(u64::from(settings.snooze_ms / 6));
        }
        self.tapped = tapped;
        // What has ended and comes back sounds again.
        self.snoozed = Warnings(self.snoozed.0 & active.0);
        let quiet = |warning: &Warning| {
            let until = if warning.priority() == Priority::High { self.high_until } else { self.snoozed_until };
            self.snoozed.contains(*warning) && tick.now < until
        };
        let loud = Warning::ALL.into_iter().find(|warning| active.contains(*warning) && !quiet(warning));
        self.sounding = match (loud, self.sounding) {
            (Some(warning), Some((before, since))) if warning == before => Some((warning, since)),
            (Some(warning), _) => Some((warning, tick.now)),
            (None, _) => None,
        };
    }

    /// What is felt, heard and seen now; `otherwise` is the light when all is well.
    pub fn signal(&self, now: u64, otherwise: Led) -> Signal {
        let pulses = |count: u64, period: u64, since: u64| {
            let at = now.saturating_sub(since) % period;
            at % (2 * PULSE_MS) < PULSE_MS && at < 2 * PULSE_MS * count
        };
        let (tactile, audible) = match self.sounding {
            None => (false, false),
            Some((warning, since)) => match warning.priority() {
                Priority::High => (pulses(3, 10_000, since), pulses(3, 10_000, since)),
                Priority::Medium => (pulses(2, 30_000, since), pulses(2, 30_000, since)),
                Priority::Low => (now.saturating_sub(since) < PULSE_MS, false),
            },
        };
        let led = match self.active.first().map(Warning::priority) {
            None => otherwise,
            Some(Priority::High) => Led::High,
            Some(Priority::Medium) => Led::Medium,
            Some(Priority::Low) => Led::Low,
        };
        Signal { tactile, audible, led }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Bench(Warner, u64);

    impl Bench {
        fn run(&mut self, causes: &[Warning], tapped: bool, ms: u64) -> (u64, Signal) {
            let causes = causes.iter().fold(Warnings::default(), |all, warning| all.with(*warning, true));
            let (mut felt, mut signal) = (0, Signal { tactile: false, audible: false, led: Led::Off });
            for _ in 0..ms / 10 {
                self.1 += 10;
                self.0.look(
                    &Settings::default(),
                    Tick { now: self.1, dt: 10, late: false, back: false },
                    causes,
                    tapped,
                );
                let now = self.0.signal(self.1, Led::Off);
                felt += u64::from(now.tactile && !signal.tactile);
                signal = now;
            }
            (felt, signal)
        }
    }

    #[test]
    fn the_most_urgent_is_told_and_the_pattern_says_how_urgent() {
        let mut bench = Bench(Warner::new(), 0);
        assert_eq!(bench.run(&[], false, 1_000).0, 0);
        assert_eq!(
            bench.run(&[Warning::PumpOld], false, 60_000),
            (1, Signal { tactile: false, audible: false, led: Led::Low })
        );
        assert_eq!(bench.run(&[Warning::PumpOld, Warning::Leak], false, 60_000).0, 4);
        assert_eq!(bench.run(&[Warning::Sensor, Warning::Leak], false, 60_000).0, 18);
        assert_eq!(bench.0.active.first(), Some(Warning::Sensor));
    }

    #[test]
    fn sr_023_a_snooze_silences_what_is_there_and_not_what_comes() {
        let mut bench = Bench(Warner::new(), 0);
        bench.run(&[Warning::Leak], false, 60_000);
        bench.run(&[Warning::Leak], true, 100);
        let (felt, signal) = bench.run(&[Warning::Leak], false, 600_000);
        assert_eq!((felt, signal.led), (0, Led::Medium));
        assert!(bench.run(&[Warning::Leak, Warning::Sensor], false, 10_000).0 > 0);
        // Its end ends the snooze.
        bench.run(&[], false, 20_000);
        assert!(bench.run(&[Warning::Leak], false, 10_000).0 > 0);
        // A high one is back after a sixth of the time, and a finger that rests on the switch snoozes once.
        bench.run(&[Warning::Sensor], true, 1_000);
        assert_eq!(bench.run(&[Warning::Sensor], true, 290_000).0, 0);
        assert!(bench.run(&[Warning::Sensor], true, 20_000).0 > 0);
    }

    #[test]
    fn a_warning_that_flickers_stays() {
        let mut bench = Bench(Warner::new(), 0);
        bench.run(&[Warning::Leak], false, 10);
        bench.run(&[], false, 4_000);
        assert_eq!(bench.0.active.first(), Some(Warning::Leak));
        bench.run(&[], false, 2_000);
        assert_eq!(bench.0.active.first(), None);
    }

    #[test]
    fn codes_are_places_and_urgency_falls() {
        for (place, warning) in Warning::ALL.into_iter().enumerate() {
            assert_eq!(usize::from(warning.code()), place);
        }
        assert!(Warning::ALL.windows(2).all(|pair| pair[0].priority() >= pair[1].priority()));
        assert_eq!(Warnings::of_bits(u16::MAX).bits().count_ones() as usize, Warning::ALL.len());
    }
}
