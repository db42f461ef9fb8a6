//! # The pressure sensors
//!
//! **Stands for** the vacuum in the socket, or the reason why it is not known.
//!
//! **Equations**
//! - vacuum P_v = p_a − P, from an absolute pressure in the line and one outside, each believed (`believe`)
//! - fault: the line silent, out of range or odd for `silence_ms`, on end or now and then (bad time counts three times what
//!   good time takes off again); well again after `recover_ms`
//! - stuck: the line moves less than 0.5 Pa while the pump runs for 20 s, or while it rests for 15 min (5 min from
//!   a restart on), under vacuum. Nothing but a
//!   reading that moves begins that anew
//! - the driver is stuck on: page `driver`
//! - zero: where both sensors see the outside (air let in for 10 s, unit off its adapter for 3 s, or a line above ambient for 10 s)
//!   they must agree within 5 kPa; a fault until they do
//! - the valve is stuck shut: air was let in for 10 s, vacuum is left, and the line has not moved
//! - the last ambient pressure serves for `ambient_stale_ms`, and one whose last digits do not move is the last one
//!
//! | what | limits | from |
//! |---|---|---|
//! | line | 5 kPa … ambient + 5 kPa; 25 kPa at once, 60 kPa/s | ours; 60 kPa/s is the pump on 15 mL at ambient |
//! | ambient | 50 … 112 kPa; 3 kPa at once, 0.5 kPa/s; moves by 0.02 Pa | ours; 50 kPa lies above 5,500 m |
//!
//! **Assumptions** a live sensor's last digit moves; a socket that holds 15 min to within 0.5 Pa does not
//! exist. At ambient nothing moves, so stuck is not judged there. Between two looks at the outside a slow drift is not seen.
//! **Tests** below, and `tests/limits.rs`.

use crate::believe::{Belief, Doubt, Seen};
use crate::driver::{Doing, Driver, STUCK_ABOVE_PA};
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
    /// The pressure falls though the pump rests: its driver is stuck on.
    Disagrees,
    /// Line and ambient pressure differ where both see the outside.
    Zero,
    /// Ambient pressure has not been known for long.
    Ambient,
    /// The switch cannot be read.
    Switch,
}

impl Fault {
    /// All, by code.
    pub const ALL: [Self; 8] = [
        Self::Silent,
        Self::OutOfRange,
        Self::Jumps,
        Self::Stuck,
        Self::Disagrees,
        Self::Zero,
        Self::Ambient,
        Self::Switch,
    ];

    /// Its place in [`Fault::ALL`].
    pub const fn code(self) -> u8 {
        self as u8
    }
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
/// The same where it has not moved since a restart, which may come before a quarter of an hour is over, ms.
const STUCK_RESTARTED_MS: u32 = 300_000;
/// By how much the two sensors may differ where both see the outside, Pa.
const ZERO_PA: f32 = 5_000.0;
/// A line above ambient by more than this for `ABOVE_MS` does not see what it should, Pa and ms.
const ABOVE_PA: f32 = 2_500.0;
const ABOVE_MS: u32 = 10_000;
/// How long air is let in, and how long a unit is off its adapter, until its line is at ambient, ms.
const VENTED_MS: u32 = 10_000;
const REMOVED_MS: u32 = 3_000;
/// A valve that lets air in moves the line by at least this, Pa.
const LETS_IN_PA: f32 = 2_000.0;
/// The last digit of a barometer, Pa.
const DIGIT_PA: f32 = 0.02;

/// What is remembered of the sensors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sensor {
    ambient: Belief,
    /// What the barometer last said, and own time at which that last moved.
    said: f32,
    moved_at: u64,
    line: Belief,
    /// Time in trouble, thrice, less the time without.
    trouble_ms: u64,
    troubled: bool,
    well_since: u64,
    fault: Option<Fault>,
    still: f32,
    still_since: u64,
    still_running_ms: u64,
    /// The line has not moved since a restart: how long it stood before is not known.
    still_from_restart: bool,
    pub driver: Driver,
    /// Latched until the next look at the outside.
    zero: bool,
    above_since: u64,
    /// Since when air has been let in, and where the line stood then.
    venting: Option<(u64, f32)>,
    removed_since: Option<u64>,
    /// The valve lets no air in though it is told to.
    pub valve_shut: bool,
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
            said: 0.0,
            moved_at: 0,
            line: nothing,
            trouble_ms: 0,
            troubled: false,
            well_since: 0,
            fault: None,
            still: 0.0,
            still_since: 0,
            still_running_ms: 0,
            still_from_restart: false,
            driver: Driver::new(),
            zero: false,
            above_since: 0,
            venting: None,
            removed_since: None,
            valve_shut: false,
        }
    }

    /// With what was latched before a brown-out: driver and zero.
    pub const fn restored([driver, zero]: [bool; 2]) -> Self {
        Self { driver: Driver::restored(driver), zero, still_from_restart: true, ..Self::new() }
    }

    /// What is latched: driver and zero.
    pub const fn latched(&self) -> [bool; 2] {
        [self.driver.stuck, self.zero]
    }

    /// Looks at both pressures (Pa).
    pub fn look(
        &mut self,
        settings: &Settings,
        tick: Tick,
        line: Option<f32>,
        ambient: Option<f32>,
        doing: Doing,
    ) -> Reading {
        let ambient = self.outside(settings, tick, ambient);
        let seen = self.line.look(&LINE, tick, line);
        let (now, trouble) = match (seen, ambient) {
            (Seen::Missing, _) => (None, Some(Fault::Silent)),
            (Seen::OutOfRange, _) => (None, Some(Fault::OutOfRange)),
            (Seen::Odd, _) => (None, Some(Fault::Jumps)),
            (Seen::Believed(_), None) => (None, Some(Fault::Ambient)),
            (Seen::Believed(p), Some(p_a)) if p > p_a + ABOVE_AMBIENT => (None, Some(Fault::OutOfRange)),
            (Seen::Believed(p), Some(p_a)) => {
                let stuck = self.motionless(tick, p, p_a - p, doing);
                self.driver.look(tick, p, p_a - p, doing, self.troubled);
                self.zero(tick, p, p_a - p, doing);
                let latched = if self.driver.stuck { Some(Fault::Disagrees) } else { self.zero.then_some(Fault::Zero) };
                (Some((p, p_a - p)), stuck.or(latched))
            }
        };
        self.judge(settings, tick, trouble);
        Reading { line: now.filter(|_| self.fault.is_none()), ambient, fault: self.fault }
    }

    /// The ambient pressure that serves, Pa. One that does not move to its last digit is as old as its last movement.
    fn outside(&mut self, settings: &Settings, tick: Tick, ambient: Option<f32>) -> Option<f32> {
        if let Seen::Believed(p_a) = self.ambient.look(&AMBIENT, tick, ambient)
            && (p_a - self.said > DIGIT_PA || self.said - p_a > DIGIT_PA)
        {
            (self.said, self.moved_at) = (p_a, tick.now);
        }
        let stale = lasted(tick.now, self.ambient.at.min(self.moved_at), settings.ambient_stale_ms);
        self.ambient.value.filter(|_| !stale)
    }

    /// Whether a believed line (Pa) moves as it must.
    fn motionless(&mut self, tick: Tick, p: f32, vacuum: f32, doing: Doing) -> Option<Fault> {
        let moved = p - self.still > STILL_PA || self.still - p > STILL_PA;
        // The first reading after a restart is no movement.
        self.still_from_restart &= !moved || self.still == 0.0;
        if moved || vacuum < STUCK_ABOVE_PA {
            (self.still, self.still_since, self.still_running_ms) = (p, tick.now, 0);
        } else if doing.ran {
            self.still_running_ms = self.still_running_ms.saturating_add(tick.dt);
        }
        let resting_ms = if self.still_from_restart { STUCK_RESTARTED_MS } else { STUCK_RESTING_MS };
        let stuck =
            self.still_running_ms >= u64::from(STUCK_RUNNING_MS) || lasted(tick.now, self.still_since, resting_ms);
        stuck.then_some(Fault::Stuck)
    }

    /// Compares both sensors where both see the outside.
    fn zero(&mut self, tick: Tick, p: f32, vacuum: f32, doing: Doing) {
        if -vacuum < ABOVE_PA {
            self.above_since = tick.now;
        } else if lasted(tick.now, self.above_since, ABOVE_MS) {
            self.zero = true;
        }
        // A clock that jumps is no time in which air came in.
        let goes_on = !tick.late && !tick.back;
        // Nor is one in which the line was silent: a contact that lies is contradicted by the vacuum, once that is read again.
        let known = goes_on && self.fault != Some(Fault::Silent);
        self.removed_since =
            if doing.attached { None } else { self.removed_since.filter(|_| known).or(Some(tick.now)) };
        self.venting = if doing.venting { self.venting.filter(|_| goes_on).or(Some((tick.now, p))) } else { None };
        let removed = self.removed_since.is_some_and(|since| lasted(tick.now, since, REMOVED_MS));
        let vented = self.venting.filter(|(since, _)| lasted(tick.now, *since, VENTED_MS));
        let agree = vacuum < ZERO_PA && -vacuum < ZERO_PA;
        // Air that could not come in is the valve's doing, not the sensor's.
        self.valve_shut = vented.is_some_and(|(_, before)| !agree && p - before < LETS_IN_PA);
        if removed || (vented.is_some() && !self.valve_shut) {
            self.zero = !agree;
        }
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
                let slow = matches!(what, Fault::Stuck | Fault::Disagrees | Fault::Ambient | Fault::Zero);
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

    const STILL: Doing = Doing { ran: false, attached: true, venting: false };

    impl Bench {
        fn new() -> Self {
            Self(Sensor::new(), 0)
        }
        /// One step of 100 ms.
        fn read(&mut self, line: Option<f32>, ran: bool) -> Reading {
            self.1 += 100;
            let tick = Tick { now: self.1, dt: 100, late: false, back: false };
            let doing = Doing { ran, ..STILL };
            // A live barometer's last digits move.
            let ambient = Some(101_325.0 + (self.1 / 100 % 2) as f32);
            self.0.look(&Settings::default(), tick, line, ambient, doing)
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
            sensor.look(&Settings::default(), tick, Some(45_000.0 + now as f32 * 1e-4), ambient, STILL)
        };
        assert!(read(Some(90_000.0)).line.is_some());
        assert!((0..29).all(|_| read(None).line.is_some()));
        let last = read(None);
        assert_eq!((last.line, last.fault), (None, Some(Fault::Ambient)));
    }

    #[test]
    fn sr_021_a_barometer_whose_last_digits_do_not_move_is_a_last_one_too() {
        let (mut sensor, mut now) = (Sensor::new(), 0);
        let mut read = |ambient: f32| {
            now += 10_000;
            let tick = Tick { now, dt: 10_000, late: false, back: false };
            sensor.look(&Settings::default(), tick, Some(45_000.0 + now as f32 * 1e-4), Some(ambient), STILL)
        };
        assert!((0..100u16).all(|n| read(90_000.0 + 0.05 * f32::from(n % 2)).fault.is_none()));
        assert!((0..28).all(|_| read(90_000.0).line.is_some()));
        assert!((0..3).any(|_| read(90_000.0).fault == Some(Fault::Ambient)));
        // It moves again: well.
        read(90_001.0);
        assert!(read(90_002.0).line.is_some());
    }

    /// A rest of some seconds in which the line moves by so much a second (Pa).
    fn rest(bench: &mut Bench, from: f32, per_s: f32, seconds: u16, doing: Doing) -> Option<Fault> {
        let mut fault = None;
        for n in 0..seconds * 10 {
            bench.1 += 100;
            let tick = Tick { now: bench.1, dt: 100, late: false, back: false };
            let ambient = Some(101_325.0 + f32::from(n % 2));
            let line = from + per_s * 0.1 * f32::from(n) + f32::from(n % 3);
            fault = bench.0.look(&Settings::default(), tick, Some(line), ambient, doing).fault;
        }
        fault
    }

    #[test]
    fn sr_034_a_driver_that_is_stuck_on_stays_told_until_air_was_let_in_and_the_line_stays_at_ambient() {
        // Quickly, and so slowly that no minute shows it.
        for per_s in [-400.0, -20.0] {
            let mut bench = Bench::new();
            assert_eq!(rest(&mut bench, 60_000.0, 0.0, 30, STILL), None);
            let seconds = if per_s < -100.0 { 60 } else { 600 };
            assert_eq!(rest(&mut bench, 60_000.0, per_s, seconds, STILL), Some(Fault::Disagrees), "{per_s}");
            // At its deepest nothing falls any more, and hours go by.
            assert_eq!(rest(&mut bench, 20_000.0, 0.0, 3_600, STILL), Some(Fault::Disagrees));
            // Air is let in, and the pump that nobody told to run takes it out again.
            rest(&mut bench, 101_000.0, 0.0, 20, Doing { venting: true, ..STILL });
            assert_eq!(rest(&mut bench, 101_000.0, -400.0, 60, STILL), Some(Fault::Disagrees));
            assert!(bench.0.driver.stuck);
            // Repaired.
            rest(&mut bench, 101_000.0, 0.0, 20, Doing { venting: true, ..STILL });
            assert_eq!(rest(&mut bench, 101_000.0, 0.0, 40, STILL), None);
            assert!(!bench.0.driver.stuck);
        }
    }

    #[test]
    fn sr_034_a_limb_that_moves_its_air_or_a_way_up_is_no_driver() {
        let mut bench = Bench::new();
        assert_eq!(rest(&mut bench, 60_000.0, -4.0, 1_200, STILL), None, "5 kPa");
        let (mut sensor, mut fault) = (Sensor::new(), None);
        for n in 0..20_000u16 {
            let tick = Tick { now: u64::from(n) * 100, dt: 100, late: false, back: false };
            // Ambient falls by 20 kPa in half an hour, and the line with it.
            let fell = f32::from(n) - f32::from(n % 2);
            let ambient = Some(101_325.0 - fell);
            fault = sensor.look(&Settings::default(), tick, Some(60_000.0 - fell), ambient, STILL).fault.or(fault);
        }
        assert_eq!(fault, None);
    }

    #[test]
    fn sr_035_sensors_that_differ_where_both_see_the_outside_are_a_fault_until_they_agree() {
        let (vent, removed) = (Doing { venting: true, ..STILL }, Doing { attached: false, ..STILL });
        for outside in [vent, removed] {
            // The line's sensor has drifted by 12 kPa: 40 kPa of vacuum were 28.
            for drift in [-12_000.0, 12_000.0] {
                let mut bench = Bench::new();
                assert_eq!(rest(&mut bench, 61_000.0, 0.0, 60, STILL), None);
                rest(&mut bench, 61_000.0 + drift / 2.0, 0.0, 1, outside);
                assert!(rest(&mut bench, 101_000.0 + drift, 0.0, 20, outside).is_some(), "{drift}");
                let kept = Sensor::restored(bench.0.latched());
                bench.0 = kept;
                let fault = rest(&mut bench, 61_000.0, 0.0, 5, STILL);
                assert!(fault.is_some() || drift > 0.0, "{fault:?}");
                rest(&mut bench, 101_000.0, 0.0, 20, outside);
                assert_eq!(rest(&mut bench, 61_000.0, 0.0, 5, STILL), None);
            }
        }
    }

    #[test]
    fn sr_036_a_valve_that_does_not_let_air_in_is_known_and_no_sensor_is_blamed() {
        let mut bench = Bench::new();
        let vent = Doing { venting: true, ..STILL };
        assert_eq!(rest(&mut bench, 61_000.0, 0.0, 30, vent), None);
        assert!(bench.0.valve_shut);
        rest(&mut bench, 101_000.0, 0.0, 30, vent);
        assert!(!bench.0.valve_shut);
    }
}
