//! The controller at 100 Hz on a rigid socket, without the twin's person: faults that once took the suspension away in silence, and
//! two at once. Each case says what the person is told and how soon, or that the vacuum stands.

use crate::bench::{AMBIENT_PA, Bench, Shank};
use control::{Mode, Priority, Touch, Valve, Warning, restore, save};
use units::AbsolutePressure;

const WALK: Shank = Shank::Walk(104.0, 2.0);

/// Donned, walking, at its set point.
fn walking(position: u8) -> Bench {
    let mut bench = Bench::at(position);
    bench.shank = WALK;
    bench.run(90);
    assert!(bench.vacuum_inhg() > 10.0 && bench.outputs.warning.is_none(), "{:?}", bench.trace);
    bench
}

/// Doffed for long: stored away.
fn stored() -> Bench {
    let mut bench = Bench::at(Touch::AUTOMATIC);
    bench.run(60);
    (bench.leak, bench.volume, bench.shank) = (5_000.0, 500.0, Shank::Still(10.0));
    bench.run(2_200);
    assert_eq!(bench.trace.mode, Mode::Storage);
    bench
}

/// How long until a warning is told, s.
fn told(bench: &mut Bench, most_s: u64, warning: Warning) -> f64 {
    bench.until(most_s, |bench| bench.trace.warnings.contains(warning)).unwrap_or_else(|| panic!("{:?}", bench.trace))
}

#[test]
fn sr_039_a_motion_sensor_that_is_lost_ends_storage_is_told_and_keeps_the_vacuum_of_walking() {
    for (shank, within_s) in [(Shank::Failed, 6.0), (Shank::NotRead, 61.0), (Shank::Frozen, 11.0)] {
        let mut bench = stored();
        bench.shank = shank;
        let after = told(&mut bench, 70, Warning::MotionLost);
        assert!(after <= within_s, "{after} s with {shank:?}");
        assert_eq!(bench.trace.mode, Mode::Automatic);
        // Donned: it pumps, to walking's vacuum.
        (bench.leak, bench.volume) = (0.1, 40.0);
        bench.run(120);
        assert!(bench.vacuum_inhg() > 16.0, "{} with {shank:?}", bench.vacuum_inhg());
        // In every mode.
        for position in [Touch::OFF, 2] {
            bench.inputs.touch = Touch::at(position);
            bench.run(10);
            assert!(bench.trace.warnings.contains(Warning::MotionLost));
        }
    }
}

#[test]
fn sr_039_the_dial_and_a_tap_wake_a_stored_unit() {
    let mut bench = stored();
    bench.inputs.touch = Touch::at(3);
    bench.run(1);
    assert_eq!(bench.trace.mode, Mode::Level(3));
    let mut bench = stored();
    bench.inputs.touch.tapped = true;
    bench.step();
    assert_eq!(bench.trace.mode, Mode::Automatic);
}

#[test]
fn sr_031_an_open_contact_of_the_adapter_is_contradicted_by_strides_or_a_vacuum_and_reverse_works() {
    // The unit truly sees the outside, or the socket; the person walks, or stands.
    for (line_open, shank) in [(false, WALK), (true, WALK), (false, Shank::Stand)] {
        let mut bench = walking(3);
        (bench.shank, bench.leak) = (shank, 1.0);
        if line_open {
            bench.says = Some(Some(AMBIENT_PA));
        }
        bench.inputs.attached = false;
        let after = told(&mut bench, 10, Warning::Adapter);
        assert!(after <= 3.0, "{after} s");
        bench.says = None;
        bench.run(120);
        assert!(bench.vacuum_inhg() > 15.0 && bench.trace.mode == Mode::Level(3));
        bench.reverse();
        bench.run(8);
        assert_eq!(bench.outputs.valve, Valve::Release);
    }
}

#[test]
fn sr_031_a_charger_that_cannot_be_is_told_and_the_pump_goes_on() {
    for shank in [WALK, Shank::Stand] {
        let mut bench = walking(3);
        (bench.shank, bench.leak, bench.inputs.charger) = (shank, 1.0, true);
        let after = told(&mut bench, 10, Warning::Charger);
        assert!(after <= 3.0, "{after} s");
        bench.run(600);
        assert!(bench.vacuum_inhg() > 15.0 && bench.trace.mode == Mode::Level(3));
        bench.reverse();
        bench.run(8);
        assert_eq!(bench.outputs.valve, Valve::Release);
    }
}

#[test]
fn sr_034_a_driver_that_is_stuck_on_is_urgent_until_it_is_repaired() {
    for position in [2, Touch::AUTOMATIC, Touch::OFF] {
        let mut bench = walking(2);
        bench.inputs.touch = Touch::at(position);
        bench.driver_stuck = true;
        let after = told(&mut bench, 200, Warning::Driver);
        assert!(after < 90.0, "{after} s at {position}");
        assert_eq!(Warning::Driver.priority(), Priority::High);
        for _ in 0..6 {
            bench.run(700);
            assert!(bench.trace.warnings.contains(Warning::Driver) && !bench.outputs.supply);
            bench.state = restore(&save(&bench.state)).unwrap();
        }
        bench.driver_stuck = false;
        bench.reverse();
        bench.run(20);
        bench.inputs.touch = Touch::at(2);
        bench.run(120);
        assert!(!bench.trace.warnings.contains(Warning::Driver) && bench.vacuum_inhg() > 12.0, "{:?}", bench.trace);
    }
}

#[test]
fn sr_021_a_barometer_that_stands_still_is_told_before_a_mountain_matters() {
    for (from_kpa, to_kpa) in [(75.0, 101.3), (101.3, 75.0)] {
        let mut bench = Bench::at(4);
        bench.inputs.ambient = Some(AbsolutePressure::from_kpa(from_kpa));
        bench.p = from_kpa * 1e3;
        bench.shank = Shank::Sit(25.0);
        bench.run(120);
        bench.barometer_frozen = true;
        let began = bench.now_ms;
        // An hour of road; what the barometer says is what it said.
        let true_kpa = |ms: u64| from_kpa + (to_kpa - from_kpa) * ((ms - began) as f64 / 3.6e6).min(1.0);
        let mut highest = 0.0f64;
        let mut untold_ms = None;
        for _ in 0..360_000 {
            bench.step();
            highest = highest.max(true_kpa(bench.now_ms) * 1e3 - bench.p);
            if untold_ms.is_none() && bench.trace.warnings.contains(Warning::Sensor) {
                untold_ms = Some(bench.now_ms - began);
            }
            assert!(untold_ms.is_none() || !bench.outputs.pump.is_on());
        }
        assert!(untold_ms.is_some_and(|ms| ms <= 301_000), "{untold_ms:?}");
        assert!(highest < 84_700.0, "{highest} Pa");
    }
}

#[test]
fn sr_035_a_line_sensor_that_drifts_is_told_at_the_latest_when_air_is_let_in() {
    for drift in [-20_000.0, -6_000.0, 20_000.0] {
        let mut bench = walking(2);
        // Within an hour.
        let read = |bench: &mut Bench, seconds: u32, share: f64| {
            for n in 0..seconds * 100 {
                let noise = 3.0 * f64::from(bench.now_ms as u32 % 7);
                bench.says = Some(Some(bench.p + drift * (share + f64::from(n) / 360_000.0).min(1.0) + noise));
                bench.step();
            }
        };
        read(&mut bench, 3_600, 0.0);
        bench.reverse();
        read(&mut bench, 25, 1.0);
        bench.inputs.touch = Touch::at(2);
        read(&mut bench, 3, 1.0);
        // A slow fall at rest may be the driver's as well: either is urgent.
        let warnings = bench.trace.warnings;
        assert!(warnings.contains(Warning::Sensor) || warnings.contains(Warning::Driver), "{drift}: {:?}", bench.trace);
    }
}

#[test]
fn sr_040_weak_cells_that_bring_the_unit_down_do_not_restart_the_pump_for_ever_and_are_told() {
    let mut bench = Bench::at(4);
    let (mut starts, mut restarts, mut first_told) = (0, 0, None);
    // Half an hour; the board gives way 0.3 s after the pump starts, and comes back half a second later.
    let (mut on_ms, mut kept, mut kept_ms) = (0, save(&bench.state), 0);
    while bench.now_ms < 1_800_000 {
        let was = bench.outputs.pump.is_on();
        bench.inputs.cell_volts = if was { 1.9 } else { 2.3 };
        bench.step();
        starts += u32::from(bench.outputs.pump.is_on() && !was);
        on_ms = if bench.outputs.pump.is_on() { on_ms + 10 } else { 0 };
        if bench.now_ms - kept_ms >= 1_000 {
            (kept, kept_ms) = (save(&bench.state), bench.now_ms);
        }
        if on_ms >= 300 {
            restarts += 1;
            bench.state = restore(&kept).unwrap();
            (on_ms, bench.now_ms) = (0, bench.now_ms + 500);
            bench.outputs.pump = control::Drive::OFF;
        }
        if first_told.is_none() && bench.trace.warnings.contains(Warning::Restarts) {
            first_told = Some(bench.now_ms);
        }
    }
    assert!(starts <= 20 && restarts > 3, "{starts} starts, {restarts} restarts");
    assert!(first_told.is_some_and(|ms| ms < 60_000), "{first_told:?}");
    // Good cells, ten minutes: well.
    bench.inputs.cell_volts = 2.6;
    bench.run(920);
    assert!(!bench.trace.warnings.contains(Warning::Restarts) && bench.vacuum_inhg() > 18.0);
}

#[test]
fn sr_016_with_motion_unknown_reverse_takes_the_time_of_walking() {
    let mut bench = Bench::at(2);
    bench.shank = Shank::Failed;
    bench.run(60);
    bench.reverse();
    let after = bench.until(20, |bench| bench.outputs.valve == Valve::Release).unwrap();
    assert!((5.8..6.3).contains(&after), "{after} s");
}

#[test]
fn sr_037_walking_with_the_dial_left_at_reverse_is_told() {
    // Before the gesture, and after it.
    for released in [false, true] {
        let mut bench = Bench::at(2);
        bench.run(60);
        bench.reverse();
        bench.inputs.touch.reverse_held = released;
        bench.run(10);
        bench.inputs.touch.reverse_held = false;
        bench.shank = WALK;
        let after = told(&mut bench, 30, Warning::LeftAtReverse);
        assert!(after < 15.0, "{after} s");
    }
}

#[test]
fn sr_036_a_valve_that_stays_shut_in_reverse_is_told() {
    let mut bench = Bench::at(2);
    bench.run(60);
    bench.valve_stuck = true;
    bench.reverse();
    let after = told(&mut bench, 30, Warning::ValveShut);
    assert!(after < 14.0, "{after} s");
}

#[test]
fn sr_038_rain_on_the_switch_does_not_silence_an_urgent_warning() {
    let mut bench = walking(2);
    bench.says = Some(None);
    let mut heard = 0;
    for n in 0..180_000 {
        bench.inputs.touch.tapped = n % 300 < 10;
        let was = bench.outputs.signal.audible;
        bench.step();
        heard += u32::from(bench.outputs.signal.audible && !was);
    }
    assert!(heard >= 530, "{heard} beeps in half an hour");
}

/// Steps of 10 ms for some time; a contact lets go for `open_ms` in each `period_ms`.
fn flicker(bench: &mut Bench, seconds: u64, (open_ms, period_ms): (u64, u64), let_go: impl Fn(&mut Bench, bool)) {
    for n in 0..seconds * 100 {
        let_go(bench, n * 10 % period_ms < open_ms);
        bench.step();
    }
}

type LetGo = fn(&mut Bench, bool);
const CONTACTS: [(&str, LetGo); 5] = [
    ("adapter", |bench, open| bench.inputs.attached = !open),
    ("charger", |bench, open| bench.inputs.charger = open),
    ("dial", |bench, open| bench.inputs.touch.position = (!open).then_some(3)),
    ("line", |bench, open| bench.says = open.then_some(None)),
    ("motion", |bench, open| bench.shank = if open { Shank::Failed } else { WALK }),
];
const FLICKERS: [(u64, u64); 5] = [(50, 60_000), (50, 1_000), (200, 15_000), (2_000, 10_000), (10_000, 20_000)];

#[test]
fn sr_033_a_torn_sleeve_and_any_contact_that_flickers_is_told_and_empties_no_cells() {
    for (name, let_go) in CONTACTS {
        for how in FLICKERS {
            let mut bench = walking(3);
            bench.leak = 500.0;
            let pumped = bench.trace.pump_ms;
            flicker(&mut bench, 400, how, let_go);
            assert!(bench.outputs.warning.is_some(), "{name} {how:?}");
            let mut untold = 0;
            for _ in 0..64 {
                flicker(&mut bench, 100, how, let_go);
                untold += u32::from(bench.outputs.warning.is_none());
            }
            let ran = bench.trace.pump_ms - pumped;
            assert!(ran <= 90_000 * 14 && untold == 0, "{name} {how:?}: {ran} ms, {untold}");
        }
    }
}

#[test]
fn sr_033_a_stuck_line_sensor_and_any_contact_that_flickers_does_not_keep_the_pump_running() {
    for (name, let_go) in CONTACTS {
        for how in FLICKERS {
            let mut bench = walking(1);
            let stuck = AMBIENT_PA - 40_000.0;
            bench.inputs.touch = Touch::at(3);
            let pumped = bench.trace.pump_ms;
            for n in 0..360_000u64 {
                let open = n * 10 % how.1 < how.0;
                let_go(&mut bench, open);
                bench.says = if name == "line" && open { Some(None) } else { Some(Some(stuck)) };
                bench.step();
            }
            let ran = bench.trace.pump_ms - pumped;
            assert!(ran <= 60_000 && bench.outputs.warning.is_some(), "{name} {how:?}: {ran} ms, {:?}", bench.trace);
        }
    }
}
