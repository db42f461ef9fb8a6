//! Every mode is reached and left; air is let in only by the person's own act.

use crate::bench::{AMBIENT_PA, Bench, Shank};
use control::{Mode, Priority, Touch, Valve, Warning, Wear};
use units::AbsolutePressure;

#[test]
fn sr_002_releases_air_only_in_reverse() {
    for position in [Touch::OFF, 1, 4, Touch::AUTOMATIC, Touch::REVERSE, 9] {
        let mut bench = Bench::at(2);
        bench.run(60);
        bench.inputs.touch = Touch::at(position);
        bench.run(30);
        assert_eq!(bench.outputs.valve, Valve::Hold, "{position}");
        assert!(bench.vacuum_inhg() > 12.0);
    }
    let mut bench = Bench::at(2);
    bench.run(60);
    bench.reverse();
    let after = bench.until(10, |bench| bench.outputs.valve == Valve::Release).unwrap();
    assert!((1.9..2.2).contains(&after), "{after} s");
    bench.run(10);
    assert!(bench.vacuum_inhg() < 0.5 && !bench.outputs.pump.is_on() && bench.trace.mode == Mode::Reverse);
    // Turned back, it evacuates again.
    bench.inputs.touch = Touch::at(2);
    bench.run(60);
    assert!(bench.trace.mode == Mode::Level(2) && bench.vacuum_inhg() > 12.9);
}

#[test]
fn sr_016_reverse_refuses_during_walking_unless_held_on() {
    let mut bench = Bench::at(Touch::AUTOMATIC);
    bench.shank = Shank::Walk(104.0, 2.0);
    bench.run(60);
    bench.reverse();
    let after = bench.until(20, |bench| bench.outputs.valve == Valve::Release).unwrap();
    assert!((5.9..6.3).contains(&after), "{after} s");
}

#[test]
fn sr_017_reverse_works_with_dead_sensor_empty_cells_and_on_the_charger() {
    let spoil: [fn(&mut Bench); 3] =
        [|bench| bench.says = Some(None), |bench| bench.inputs.cell_volts = 1.0, |bench| bench.inputs.charger = true];
    for spoil in spoil {
        let mut bench = Bench::at(2);
        bench.run(60);
        spoil(&mut bench);
        bench.run(5);
        assert!(bench.outputs.valve == Valve::Hold && bench.outputs.warning.is_some());
        bench.reverse();
        bench.run(3);
        assert_eq!(bench.outputs.valve, Valve::Release);
    }
}

#[test]
fn every_mode_is_reached_and_left() {
    let mut bench = Bench::at(Touch::OFF);
    let mut seen = vec![];
    let mut now = |bench: &Bench, mode: Mode| {
        assert_eq!(bench.trace.mode, mode, "{:?}", bench.trace);
        assert_eq!(bench.outputs.valve == Valve::Release, mode == Mode::Reverse);
        seen.push(mode.code());
    };
    now(&bench, Mode::Off);
    for level in 1..=4 {
        bench.inputs.touch = Touch::at(level);
        bench.run(40);
        now(&bench, Mode::Level(level));
    }
    bench.inputs.touch = Touch::at(Touch::AUTOMATIC);
    bench.run(1);
    now(&bench, Mode::Automatic);
    // Off the leg: the line is open.
    bench.says = Some(Some(AMBIENT_PA));
    bench.inputs.charger = true;
    bench.run(2);
    now(&bench, Mode::Charging);
    bench.inputs.charger = false;
    bench.inputs.attached = false;
    bench.run(1);
    now(&bench, Mode::Detached);
    bench.inputs.attached = true;
    bench.says = None;
    bench.run(2);
    bench.inputs.cell_volts = 1.8;
    bench.run(1);
    now(&bench, Mode::LowBattery);
    bench.inputs.cell_volts = 2.5;
    bench.run(11);
    now(&bench, Mode::Automatic);
    bench.says = Some(None);
    bench.run(1);
    now(&bench, Mode::Fault);
    bench.says = None;
    bench.run(3);
    now(&bench, Mode::Automatic);
    bench.reverse();
    bench.run(10);
    now(&bench, Mode::Reverse);
    bench.inputs.touch = Touch::at(Touch::OFF);
    bench.shank = Shank::Still(85.0);
    bench.run(130);
    assert_eq!(bench.trace.wear, Wear::Doffed);
    bench.run(1_800);
    now(&bench, Mode::Storage);
    bench.shank = Shank::Walk(100.0, 2.0);
    bench.run(5);
    now(&bench, Mode::Off);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 12);
}

#[test]
fn sr_025_a_removed_unit_lets_nothing_in_whatever_is_asked_and_a_new_gesture_is_needed_afterwards() {
    let mut bench = Bench::at(3);
    bench.run(60);
    bench.inputs.attached = false;
    bench.says = Some(Some(AMBIENT_PA));
    bench.reverse();
    bench.run(30);
    assert!(bench.trace.mode == Mode::Detached && bench.outputs.valve == Valve::Hold && !bench.outputs.pump.is_on());
    bench.inputs.attached = true;
    bench.says = None;
    bench.inputs.touch = Touch::at(Touch::REVERSE);
    bench.run(30);
    assert!(bench.trace.mode == Mode::Level(3) && bench.outputs.valve == Valve::Hold);
}

#[test]
fn sr_026_a_prosthesis_in_the_corner_stops_pumping_without_a_cry_and_wakes_when_it_is_used() {
    let mut bench = Bench::at(Touch::AUTOMATIC);
    bench.run(60);
    // Doffed: the socket is open and nothing moves.
    bench.leak = 5_000.0;
    bench.volume = 500.0;
    bench.shank = Shank::Still(10.0);
    bench.run(300);
    assert!(bench.trace.wear == Wear::Doffed && !bench.outputs.pump.is_on());
    let pumped = bench.trace.pump_ms;
    bench.run(1_000);
    assert_eq!(bench.trace.pump_ms, pumped);
    assert_eq!(bench.outputs.warning, None);
    bench.leak = 0.1;
    bench.volume = 40.0;
    bench.shank = Shank::Walk(100.0, 2.0);
    bench.run(90);
    assert!(bench.trace.wear == Wear::Donned && bench.vacuum_inhg() > 15.0);
}

#[test]
fn charging_is_allowed_between_0_and_45_degrees_only() {
    for (celsius, allowed) in [(-1.0, false), (1.0, true), (44.0, true), (46.0, false), (f32::NAN, false)] {
        let mut bench = Bench::at(2);
        bench.says = Some(Some(AMBIENT_PA));
        bench.inputs.charger = true;
        bench.inputs.temperature_c = celsius;
        bench.run(1);
        assert_eq!(bench.outputs.charge, allowed, "{celsius} °C");
        assert_eq!(bench.trace.warnings.contains(Warning::CannotCharge), !allowed);
    }
}

#[test]
fn sr_027_more_vacuum_than_the_ceiling_is_told_and_not_vented() {
    let mut bench = Bench::at(4);
    bench.inputs.ambient = Some(AbsolutePressure::from_kpa(75.0));
    bench.p = 75_000.0;
    bench.until(120, |bench| 75_000.0 - bench.p > 59_900.0).unwrap();
    // Down from the mountain: the same air behind 26 kPa more.
    for step in 0..500 {
        bench.inputs.ambient =
            Some(AbsolutePressure::from_pa(75_000.0 + f64::from(step) * (AMBIENT_PA - 75_000.0) / 499.0));
        bench.leak = 0.0;
        bench.run(1);
    }
    bench.run(5);
    assert!(bench.outputs.valve == Valve::Hold && !bench.outputs.pump.is_on());
    let told = bench.outputs.warning.unwrap();
    assert_eq!((told, told.priority()), (Warning::TooDeep, Priority::Medium));
}
