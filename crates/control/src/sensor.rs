//! # The pressure sensors
//!
//! **Stands for** the vacuum in the socket, or the reason why it is not known.
//!
//! **Equations**
//! - vacuum P_v = p_a − P, from an absolute pressure in the line and one outside, each believed (`believe`)
//! - fault: the line silent, out of range or odd for `silence_ms`, on end or now and then (bad time counts three times what
//!   good time takes off again); well again after `recover_ms`
//! - stuck: the line moves less than 0.5 Pa while the pump runs for 20 s, or while it rests for 15 min, under vacuum
//! - disagrees: the line falls by more than 10 kPa within a minute though the pump rests (a driver that is stuck on)
//! - the last ambient pressure serves for `ambient_stale_ms`
//!
//! | what | limits | from |
//! |---|---|---|
//! | line | 5 kPa … ambient + 5 kPa; 25 kPa at once, 60 kPa/s | ours; 60 kPa/s is the pump on 15 mL at ambient |
//! | ambient | 50 … 112 kPa; 3 kPa at once, 0.5 kPa/s | ours; 50 kPa lies above 5,500 m |
//!
//! **Assumptions** a live sensor's last digit moves more than 0.5 Pa; a socket that holds 15 min to within 0.5 Pa does not
//! exist. At ambient nothing moves, so stuck is not judged there. **Tests** below, and `tests/limits.rs`.

use crate::believe::{Belief, Doubt, Seen};
use crate::number::lasted;
use crate::settings::Settings;
use crate::time::Tick;

/// What is wrong with the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The line's sensor does not answer.
    Silent,
    /// It reads what cannot be.
    OutOfRange,
    /// It jumps about.
    Jumps,
    /// It does not move though the pump works, or for too long.
    Stuck,
    /// The pressure falls though the pump rests.
    Disagrees,
    /// Ambient pressure has not been known for long.
    Ambient,
    /// The switch cannot be read.
    Switch,
}

/// A line may read this much above ambient, Pa.
const ABOVE_AMBIENT: f32 = 5_000.0;
/// Lowest line pressure there can be, Pa.
const LOWEST_LINE: f32 = 5_000.0;
/// The line within a second, Pa.
const LINE: Doubt = Doubt { low: LOWEST_LINE, high: 117_000.0, jump: 25_000.0, rate: 60_000.0, confirm_ms: 1_000 };
/// Ambient pressure, Pa.
const AMBIENT: Doubt = Doubt { low: 50_000.0, high: 112_000.0, jump: 3_000.0, rate: 500.0, confirm_ms: 10_000 };
/// A line that moves less than this stands still, Pa.
const STILL_PA: f32 = 0.5;
/// Standing still while the pump runs, ms.
const STUCK_RUNNING_MS: u32 = 20_000;
/// Standing still while it rests, ms.
const STUCK_RESTING_MS: u32 = 900_000;
/// Vacuum below which standing still means nothing, Pa.
const STUCK_ABOVE_PA: f32 = 2_000.0;
/// A fall of the line within a minute at rest that no limb makes, Pa.
const UNCOMMANDED_PA: f32 = 10_000.0;

/// What is remembered of the sensors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sensor {
    ambient: Belief,
    line: Belief,
    /// Time in trouble, thrice, less the time without.
    trouble_ms: u64,
    troubled: bool,
    well_since: u64,
    fault: Option<Fault>,
    still: f32,
    still_since: u64,
    still_running_ms: u64,
    rest: f32,
    rest_since: u64,
    disagrees: bool,
}

/// The vacuum, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reading {
    /// Line and vacuum, Pa, if both are believed at this step.
    pub line: Option<(f32, f32)>,
    /// Ambient pressure in use, Pa.
    pub ambient: Option<f32>,
    pub fault: Option<Fault>,
}

impl Sensor {
    pub const fn new() -> Self {
        let nothing = Belief { value: None, at: 0, odd: None };
        Self {
            ambient: nothing,
            line: nothing,
            trouble_ms: 0,
            troubled: false,
            well_since: 0,
            fault: None,
            still: 0.0,
            still_since: 0,
            still_running_ms: 0,
            rest: 0.0,
            rest_since: 0,
            disagrees: false,
        }
    }

    /// Looks at both pressures (Pa). `ran`: the pump ran since the last step; `undisturbed`: the unit sat on its adapter
    /// with the valve closed.
    pub fn look(
        &mut self,
        settings: &Settings,
        tick: Tick,
        line: Option<f32>,
        ambient: Option<f32>,
        ran: bool,
        undisturbed: bool,
    ) -> Reading {
        self.ambient.look(&AMBIENT, tick, ambient);
        let stale = lasted(tick.now, self.ambient.at, settings.ambient_stale_ms);
        let ambient = self.ambient.value.filter(|_| !stale);
        let seen = self.line.look(&LINE, tick, line);
        let (now, trouble) = match (seen, ambient) {
            (Seen::Missing, _) => (None, Some(Fault::Silent)),
            (Seen::OutOfRange, _) => (None, Some(Fault::OutOfRange)),
            (Seen::Odd, _) => (None, Some(Fault::Jumps)),
            (Seen::Believed(_), None) => (None, Some(Fault::Ambient)),
            (Seen::Believed(p), Some(p_a)) if p > p_a + ABOVE_AMBIENT => (None, Some(Fault::OutOfRange)),
            (Seen::Believed(p), Some(p_a)) => (Some((p, p_a - p)), self.motionless(tick, p, p_a - p, ran, undisturbed)),
        };
        self.judge(settings, tick, trouble);
        Reading { line: now.filter(|_| self.fault.is_none()), ambient, fault: self.fault }
    }

    /// Whether a believed line (Pa) moves as it must.
    fn motionless(&mut self, tick: Tick, p: f32, vacuum: f32, ran: bool, undisturbed: bool) -> Option<Fault> {
        let moved = p - self.still > STILL_PA || self.still - p > STILL_PA;
        if moved || vacuum < STUCK_ABOVE_PA || !undisturbed {
            (self.still, self.still_since, self.still_running_ms) = (p, tick.now, 0);
        } else if ran {
            self.still_running_ms = self.still_running_ms.saturating_add(tick.dt);
        }
        if self.still_running_ms >= u64::from(STUCK_RUNNING_MS) || lasted(tick.now, self.still_since, STUCK_RESTING_MS)
        {
            return Some(Fault::Stuck);
        }
        // A minute of rest at a time, from its highest pressure on; what comes back from a fault begins anew.
        let anew = ran || !undisturbed || p > self.rest || (self.troubled && !self.disagrees);
        if anew || lasted(tick.now, self.rest_since, 60_000) {
            (self.rest, self.rest_since) = (p, tick.now);
        }
        self.disagrees = self.rest - p > UNCOMMANDED_PA;
        self.disagrees.then_some(Fault::Disagrees)
    }

    /// Trouble becomes a fault once it has lasted, now and then or on end, and a fault ends once all has been well.
    fn judge(&mut self, settings: &Settings, tick: Tick, trouble: Option<Fault>) {
        match trouble {
            Some(what) => {
                // Of the time before the first bad reading nothing is known.
                let bad_ms = if self.troubled { tick.dt } else { tick.dt.min(10) };
                let limit = u64::from(settings.silence_ms).saturating_mul(3);
                self.trouble_ms = self.trouble_ms.saturating_add(bad_ms.saturating_mul(3)).min(limit.saturating_mul(2));
                self.well_since = tick.now;
                // These have taken their time already.
                let slow = matches!(what, Fault::Stuck | Fault::Disagrees | Fault::Ambient);
                if slow || self.fault.is_some() || self.trouble_ms >= limit {
                    self.fault = Some(what);
                }
            }
            None => {
                self.trouble_ms = self.trouble_ms.saturating_sub(tick.dt);
                if lasted(tick.now, self.well_since, settings.recover_ms) {
                    self.fault = None;
                }
            }
        }
        self.troubled = trouble.is_some();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Bench(Sensor, u64);

    impl Bench {
        fn new() -> Self {
            Self(Sensor::new(), 0)
        }
        /// One step of 100 ms.
        fn read(&mut self, line: Option<f32>, ran: bool) -> Reading {
            self.1 += 100;
            let tick = Tick { now: self.1, dt: 100, late: false, back: false };
            self.0.look(&Settings::default(), tick, line, Some(101_325.0), ran, true)
        }
    }

    #[test]
    fn sr_012_a_silent_line_is_a_fault_in_half_a_second_and_well_again_after_two() {
        let mut bench = Bench::new();
        assert!(bench.read(Some(45_000.0), false).line.is_some());
        let steps = (0..20).take_while(|_| bench.read(None, false).fault.is_none()).count();
        assert_eq!(steps, 5);
        let steps = (0..40).take_while(|_| bench.read(Some(45_000.0), false).fault.is_some()).count();
        assert_eq!(steps, 19);
    }

    #[test]
    fn sr_020_a_line_that_stands_still_under_the_running_pump_is_stuck() {
        let mut bench = Bench::new();
        let steps = (0..1_000).take_while(|_| bench.read(Some(60_000.0), true).fault.is_none()).count();
        assert_eq!(steps, 200);
        // One that moves is not, and at ambient nothing moves.
        let mut bench = Bench::new();
        assert!((0..2_000u16).all(|n| bench.read(Some(60_000.0 + f32::from(n % 2)), true).fault.is_none()));
        let mut bench = Bench::new();
        assert!((0..2_000).all(|_| bench.read(Some(101_325.0), true).fault.is_none()));
    }

    #[test]
    fn sr_020_a_line_that_stands_still_for_a_quarter_of_an_hour_is_stuck_too() {
        let mut bench = Bench::new();
        let steps = (0..20_000).take_while(|_| bench.read(Some(45_000.0), false).fault.is_none()).count();
        assert_eq!(steps, 9_000);
    }

    #[test]
    fn sr_020_a_pressure_that_falls_though_the_pump_rests_disagrees() {
        let mut bench = Bench::new();
        let mut line = 60_000.0;
        let fault = (0..200).find_map(|_| {
            line -= 100.0;
            bench.read(Some(line), false).fault
        });
        assert_eq!(fault, Some(Fault::Disagrees));
        // The same while it is told to run is its work.
        let mut bench = Bench::new();
        let mut line = 60_000.0;
        assert!((0..200).all(|_| {
            line -= 100.0;
            bench.read(Some(line), true).fault.is_none()
        }));
    }

    #[test]
    fn sr_021_the_last_ambient_pressure_serves_five_minutes() {
        let (mut sensor, mut now) = (Sensor::new(), 0);
        let mut read = |ambient| {
            now += 10_000;
            let tick = Tick { now, dt: 10_000, late: false, back: false };
            sensor.look(&Settings::default(), tick, Some(45_000.0 + now as f32 * 1e-4), ambient, false, true)
        };
        assert!(read(Some(90_000.0)).line.is_some());
        assert!((0..29).all(|_| read(None).line.is_some()));
        let last = read(None);
        assert_eq!((last.line, last.fault), (None, Some(Fault::Ambient)));
    }
}
