//! # Warnings
//!
//! **Stands for** telling the person what matters, in the order in which it matters, without crying wolf.
//!
//! | warning | priority | ends |
//! |---|---|---|
//! | `Sensor`, `Switch`, `CellsEmpty`, `TooHot` | high | with its cause |
//! | `Driver` | high | latched: see `sensor` |
//! | `Restarts` | high | after ten minutes without another |
//! | `Leak` (the pump gave up), `TooDeep`, `Blocked`, `ValveShut`, `LeftAtReverse` | medium | with its cause |
//! | `Adapter`, `Charger` (a contact that says what cannot be) | medium | latched: see `contacts` |
//! | `CellsLow`, `LeakGrows`, `TooCold`, `MotionLost`, `CannotCharge`, `Timing`, `Button`, `PumpOld` | low | with its cause |
//!
//! | priority | pulses of 200 ms | light |
//! |---|---|---|
//! | high | three, felt and heard, every 10 s | red, fast |
//! | medium | two, felt and heard, every 30 s | amber, blinking |
//! | low | one, felt, once | amber |
//!
//! **Rules** every warning stays at least 5 s (hysteresis in time, beside that of its cause). A tap snoozes what is there and is
//! not urgent for `snooze_ms`: neither felt nor heard, the light stays. Then it sounds for a minute before another tap counts, so
//! that rain, which taps all day, cannot hold it silent. What is urgent is silenced only by the gesture that water cannot make
//! (`touch`), for a fifteenth of that time. What comes anew, or comes back, sounds. No warning is ever turned off.
//! **Assumptions** patterns are ours. **Tests** below.

use crate::settings::Settings;
use crate::signal::{Led, Signal};
use crate::time::Tick;
use crate::touch::Acts;

/// A row is all there is to a warning here: what it means, its name, its priority. When it is told stands in `step`.
macro_rules! warnings {
    ($(#[doc = $what:literal] $name:ident $priority:ident;)+) => {
        /// What the person is told, most urgent first.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Warning {
            $(#[doc = $what] $name,)+
        }

        impl Warning {
            /// All, most urgent first.
            pub const ALL: [Self; [$(stringify!($name)),+].len()] = [$(Self::$name),+];

            /// How urgent it is.
            pub const fn priority(self) -> Priority {
                match self {
                    $(Self::$name => Priority::$priority,)+
                }
            }
        }
    };
}

warnings! {
    /// The pressure is not known: vacuum is held as long as the seal lasts.
    Sensor High;
    /// The pump runs though it is told to rest: reverse lets air in, the unit must be repaired.
    Driver High;
    /// The switch cannot be read: vacuum is held. Or it chatters: what was selected goes on.
    Switch High;
    /// The cells are empty: vacuum is held.
    CellsEmpty High;
    /// The cells are too hot: vacuum is held.
    TooHot High;
    /// The unit restarts again and again: its cells or its supply give way.
    Restarts High;
    /// The socket leaks more than the pump removes.
    Leak Medium;
    /// More vacuum than the ceiling (ambient pressure rose): reverse lets air in.
    TooDeep Medium;
    /// The line is blocked.
    Blocked Medium;
    /// The valve does not let air in.
    ValveShut Medium;
    /// The unit is said to be off its adapter, which cannot be: the pump goes on.
    Adapter Medium;
    /// A charger is said to be connected while the prosthesis is worn: the pump goes on.
    Charger Medium;
    /// The person walks with the switch left at reverse.
    LeftAtReverse Medium;
    /// Charge soon.
    CellsLow Low;
    /// The leak has grown.
    LeakGrows Low;
    /// Colder than the range for use.
    TooCold Low;
    /// Motion is not known: automatic keeps walking's vacuum.
    MotionLost Low;
    /// Too cold or too warm to charge.
    CannotCharge Low;
    /// A step came late or the clock went back.
    Timing Low;
    /// The button of the gesture is stuck closed: reverse is not to be had.
    Button Low;
    /// The pump has run its tested life.
    PumpOld Low;
}

/// How many warnings there are.
const COUNT: usize = Warning::ALL.len();

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
    /// Its place in [`Warning::ALL`].
    pub const fn code(self) -> u8 {
        self as u8
    }

    const fn bit(self) -> u32 {
        1 << (self as u32)
    }
}

/// A set of warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Warnings(u32);

impl Warnings {
    /// The set of some bits, by [`Warning::code`]; unknown bits are dropped.
    pub const fn of_bits(bits: u32) -> Self {
        Self(bits & ((1 << COUNT) - 1))
    }
    /// As bits.
    pub const fn bits(self) -> u32 {
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
    /// All of them, the most urgent first.
    pub fn all(self) -> impl Iterator<Item = Warning> {
        Warning::ALL.into_iter().filter(move |warning| self.contains(*warning))
    }
    /// The most urgent.
    pub fn first(self) -> Option<Warning> {
        if self.0 == 0 {
            return None;
        }
        Warning::ALL.into_iter().find(|warning| self.contains(*warning))
    }
}

/// A warning stays at least this long, ms.
const STAYS_MS: u16 = 5_000;
/// One pulse and the pause after it, ms.
const PULSE_MS: u64 = 200;
/// A snooze is followed by as much sound before another counts, ms.
const SOUNDS_MS: u64 = 60_000;
/// What is urgent is silent for this part of a snooze.
const URGENT_PART: u32 = 15;

/// What is remembered of warnings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Warner {
    pub active: Warnings,
    /// How long each still stays after its cause has ended, ms.
    stays_ms: [u16; COUNT],
    snoozed: Warnings,
    snoozed_until: u64,
    silenced_until: u64,
    sounding: Option<(Warning, u64)>,
}

impl Warner {
    pub const fn new() -> Self {
        Self {
            active: Warnings(0),
            stays_ms: [0; COUNT],
            snoozed: Warnings(0),
            snoozed_until: 0,
            silenced_until: 0,
            sounding: None,
        }
    }

    /// Takes what is the case now, and what the person did about it.
    pub fn look(&mut self, settings: &Settings, tick: Tick, causes: Warnings, acts: Acts) {
        if (causes.0 | self.active.0) == 0 && !acts.tapped && !acts.silenced {
            // As nearly always: nothing is told, so nothing is silent.
            (self.snoozed, self.sounding) = (Warnings(0), None);
            return;
        }
        let mut active = causes;
        for (warning, stays_ms) in Warning::ALL.into_iter().zip(self.stays_ms.iter_mut()) {
            if causes.contains(warning) {
                *stays_ms = STAYS_MS;
            } else {
                *stays_ms = stays_ms.saturating_sub(u16::try_from(tick.dt).unwrap_or(u16::MAX));
                active = active.with(warning, self.active.contains(warning) && *stays_ms > 0);
            }
        }
        self.active = active;
        let urgent = |all: Warnings| {
            let high = Warning::ALL.into_iter().filter(|warning| warning.priority() == Priority::High);
            Warnings(all.0 & high.fold(0, |bits, warning| bits | warning.bit()))
        };
        let snoozes = tick.now < self.snoozed_until;
        let sounded = tick.now >= self.snoozed_until.saturating_add(SOUNDS_MS) || self.snoozed_until == 0;
        if acts.tapped && (snoozes || sounded) {
            // What comes later may be snoozed as well, but no longer than the rest.
            self.snoozed = Warnings(self.snoozed.0 | (active.0 & !urgent(active).0));
            if !snoozes {
                self.snoozed_until = tick.now.saturating_add(u64::from(settings.snooze_ms));
            }
        }
        if acts.silenced {
            self.snoozed = Warnings(self.snoozed.0 | urgent(active).0);
            self.silenced_until = tick.now.saturating_add(u64::from(settings.snooze_ms / URGENT_PART));
        }
        // What has ended and comes back sounds again.
        self.snoozed = Warnings(self.snoozed.0 & active.0);
        let quiet = |warning: &Warning| {
            let until = if warning.priority() == Priority::High { self.silenced_until } else { self.snoozed_until };
            self.snoozed.contains(*warning) && tick.now < until
        };
        let loud = Warning::ALL.into_iter().find(|warning| active.contains(*warning) && !quiet(warning));
        self.sounding = match (loud, self.sounding) {
            (Some(warning), Some((before, since))) if warning == before => Some((warning, since)),
            (Some(warning), _) => Some((warning, tick.now)),
            (None, _) => None,
        };
    }

    /// With the warnings before a brown-out: each stays as long as one whose cause has ended.
    pub const fn restored(active: Warnings) -> Self {
        Self { active, stays_ms: [STAYS_MS; COUNT], ..Self::new() }
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
            self.acting(causes, |first| Acts { tapped: tapped && first, ..Acts::default() }, ms)
        }

        fn acting(&mut self, causes: &[Warning], acts: impl Fn(bool) -> Acts, ms: u64) -> (u64, Signal) {
            let causes = causes.iter().fold(Warnings::default(), |all, warning| all.with(*warning, true));
            let (mut felt, mut signal) = (0, Signal { tactile: false, audible: false, led: Led::Off });
            for n in 0..ms / 10 {
                self.1 += 10;
                self.0.look(
                    &Settings::default(),
                    Tick { now: self.1, dt: 10, late: false, back: false },
                    causes,
                    acts(n == 0),
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
    }

    #[test]
    fn sr_038_rain_silences_nothing_urgent_and_nothing_else_for_good() {
        // A tap every other second for an hour and a half.
        let rain = |warning: Warning| {
            let mut bench = Bench(Warner::new(), 0);
            (0..2_700).map(|_| bench.run(&[warning], true, 2_000).0).sum::<u64>()
        };
        assert_eq!(rain(Warning::Sensor), 3 * 540);
        // A minute of sound after every half an hour of none, at two pulses in half a minute.
        assert!(rain(Warning::Leak) >= 2 * 4, "{}", rain(Warning::Leak));
    }

    #[test]
    fn sr_038_the_gesture_silences_what_is_urgent_for_two_minutes() {
        let mut bench = Bench(Warner::new(), 0);
        bench.run(&[Warning::Sensor], false, 1_000);
        bench.acting(&[Warning::Sensor], |first| Acts { silenced: first, ..Acts::default() }, 100);
        let (felt, signal) = bench.run(&[Warning::Sensor], false, 115_000);
        assert_eq!((felt, signal.led), (0, Led::High));
        assert!(bench.run(&[Warning::Sensor], false, 15_000).0 > 0);
        // One that comes meanwhile sounds.
        bench.acting(&[Warning::Sensor], |first| Acts { silenced: first, ..Acts::default() }, 100);
        assert!(bench.run(&[Warning::Sensor, Warning::Driver], false, 10_000).0 > 0);
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
        assert_eq!(Warnings::of_bits(u32::MAX).bits().count_ones() as usize, Warning::ALL.len());
    }
}
