//! Alarms that no other page raises, and where the switch must stand for each.

use crate::bench::{AMBIENT_PA, Bench};
use control::{Mode, Touch, Warning, restore, save};

#[test]
fn cells_that_run_low_are_told_before_they_are_empty() {
    let mut bench = Bench::at(2);
    bench.run(60);
    // A run of the pump begins the ten seconds anew.
    bench.leak = 0.0;
    bench.inputs.cell_volts = 2.15;
    let after = bench.until(60, |bench| bench.trace.warnings.contains(Warning::CellsLow)).unwrap();
    assert!((9.9..10.2).contains(&after), "{after} s");
    assert!(bench.trace.mode == Mode::Level(2) && !bench.trace.warnings.contains(Warning::CellsEmpty));
    bench.inputs.cell_volts = 2.5;
    bench.run(6);
    assert!(!bench.trace.warnings.contains(Warning::CellsLow));
}

#[test]
fn the_pump_that_has_run_its_tested_life_is_told() {
    let mut bench = Bench::at(4);
    bench.settings.pump_life_ms = 5_000;
    bench.run(4);
    assert!(bench.outputs.pump.is_on() && !bench.trace.warnings.contains(Warning::PumpOld));
    bench.run(4);
    assert!(bench.trace.warnings.contains(Warning::PumpOld));
    // For good.
    bench.state = restore(&save(&bench.state)).unwrap();
    bench.run(600);
    assert!(bench.trace.warnings.contains(Warning::PumpOld));
}

type Spoil = fn(&mut Bench);

/// Under vacuum, with the switch at off.
fn at_off() -> Bench {
    let mut bench = Bench::at(2);
    bench.run(60);
    bench.inputs.touch = Touch::at(Touch::OFF);
    bench.run(5);
    assert!(bench.trace.mode == Mode::Off && bench.vacuum_inhg() > 12.0 && bench.outputs.warning.is_none());
    bench
}

#[test]
fn what_is_told_at_off_is_what_matters_there() {
    let told: [(Warning, Spoil, u64); 10] = [
        (Warning::Driver, |bench| bench.driver_stuck = true, 90),
        (Warning::Switch, |bench| bench.inputs.touch.position = None, 1),
        (Warning::TooHot, |bench| bench.inputs.temperature_c = 62.0, 1),
        (Warning::TooCold, |bench| bench.inputs.temperature_c = -12.0, 1),
        (Warning::Adapter, |bench| bench.inputs.attached = false, 3),
        (Warning::Charger, |bench| bench.inputs.charger = true, 3),
        (Warning::CellsLow, |bench| bench.inputs.cell_volts = 1.0, 11),
        (Warning::Button, |bench| bench.inputs.touch.reverse_held = true, 36),
        (Warning::Timing, |bench| bench.now_ms += 61_000, 1),
        (Warning::PumpOld, |bench| bench.settings.pump_life_ms = 1, 1),
    ];
    for (warning, spoil, within_s) in told {
        let mut bench = at_off();
        spoil(&mut bench);
        let after = bench.until(within_s, |bench| bench.trace.warnings.contains(warning));
        assert!(after.is_some(), "{warning:?}: {:?}", bench.trace);
    }
    let mut bench = at_off();
    (bench.inputs.charger, bench.inputs.temperature_c) = (true, 50.0);
    bench.run(1);
    assert!(bench.trace.warnings.contains(Warning::CannotCharge));
    let mut bench = at_off();
    bench.says = Some(Some(AMBIENT_PA - 90_000.0));
    bench.run(10);
    assert!(bench.trace.warnings.contains(Warning::TooDeep), "{:?}", bench.trace);
    // The pump has nothing to keep, so that these mean nothing; they are told as soon as a level is selected.
    let untold: [(Warning, Spoil); 3] = [
        (Warning::Sensor, |bench| bench.says = Some(None)),
        (Warning::CellsEmpty, |bench| bench.inputs.cell_volts = 1.0),
        (Warning::Leak, |bench| bench.leak = 500.0),
    ];
    for (warning, spoil) in untold {
        let mut bench = at_off();
        spoil(&mut bench);
        assert_eq!(bench.until(300, |bench| bench.trace.warnings.contains(warning)), None, "{warning:?}");
        bench.inputs.touch = Touch::at(2);
        assert!(bench.until(120, |bench| bench.trace.warnings.contains(warning)).is_some(), "{warning:?}");
    }
}
