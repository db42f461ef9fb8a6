//! What the pump may never do, and what it does about sensors, cells and clocks that fail.

use crate::bench::{AMBIENT_PA, Bench, Shank};
use control::{Drive, Fault, Led, Mode, Settings, Touch, Valve, Warning, restore, save};
use units::{AbsolutePressure, VacuumLevel};

#[test]
fn sr_001_never_pumps_at_or_above_the_set_point_or_the_ceiling() {
    for level in 1..=4u8 {
        let mut bench = Bench::at(level);
        let set = bench.settings.levels[usize::from(level) - 1];
        for _ in 0..40_000 {
            bench.step();
            let vacuum = bench.trace.vacuum.unwrap();
            assert!(!bench.outputs.pump.is_on() || (vacuum < set && vacuum < bench.settings.ceiling));
        }
        assert!(bench.highest_pa < set.pa() + 300.0, "{} Pa at level {level}", bench.highest_pa);
        assert!(bench.vacuum_inhg() > set.inhg() - 2.3);
    }
    let mut bench = Bench::at(4);
    bench.settings.levels[3] = VacuumLevel::from_inhg(29.0);
    bench.settings.ceiling = VacuumLevel::from_inhg(29.0);
    bench.run(300);
    assert!(bench.highest_pa < VacuumLevel::from_inhg(25.1).pa());
    assert_eq!(bench.trace.set_point.map(|level| level.inhg().round()), Some(25.0));
}

#[test]
fn sr_012_holds_vacuum_and_alarms_on_sensor_loss() {
    for (says, fault) in [
        (None, Fault::Silent),
        (Some(-3e3), Fault::OutOfRange),
        (Some(400e3), Fault::OutOfRange),
        (Some(f64::NAN), Fault::OutOfRange),
        (Some(108e3), Fault::OutOfRange),
    ] {
        let mut bench = Bench::at(Touch::AUTOMATIC);
        bench.run(2);
        assert!(bench.outputs.pump.is_on());
        bench.says = Some(says);
        bench.step();
        assert!(!bench.outputs.pump.is_on(), "it does not pump blind, not for one step");
        let warned = bench.until(5, |bench| bench.outputs.warning == Some(Warning::Sensor)).unwrap();
        assert!(warned < 2.0, "{warned} s");
        assert_eq!((bench.trace.mode, bench.outputs.valve), (Mode::Fault, Valve::Hold));
        // A reading that is far off is first odd, then what it is.
        bench.run(3);
        assert_eq!(bench.trace.fault, Some(fault), "{says:?}");
        assert_eq!(bench.outputs.signal.led, Led::High);
        bench.says = None;
        bench.run(10);
        assert!(bench.trace.mode == Mode::Automatic && bench.outputs.warning.is_none());
    }
}

#[test]
fn sr_012_a_sensor_that_jumps_about_is_a_fault_and_one_spike_is_none() {
    let mut bench = Bench::at(2);
    bench.run(60);
    bench.says = Some(Some(100e3));
    bench.run(0);
    bench.step();
    assert_eq!(bench.trace.mode, Mode::Level(2));
    bench.says = None;
    bench.run(2);
    let fault = (0..300).find_map(|n| {
        bench.says = Some(Some([95e3, 20e3, 60e3][n % 3]));
        bench.step();
        bench.trace.fault
    });
    assert_eq!(fault, Some(Fault::Jumps));
}

#[test]
fn sr_020_a_stuck_sensor_never_lets_the_pump_run_on() {
    let mut bench = Bench::at(2);
    bench.run(60);
    bench.p = AMBIENT_PA - 30_000.0;
    bench.says = Some(Some(AMBIENT_PA - 30_000.0));
    let fault = bench.until(60, |bench| bench.trace.fault == Some(Fault::Stuck)).unwrap();
    assert!(fault < 25.0, "{fault} s");
    assert_eq!((bench.outputs.pump, bench.outputs.valve), (Drive::OFF, Valve::Hold));
    bench.says = None;
    bench.run(10);
    assert_eq!(bench.trace.mode, Mode::Level(2));
}

#[test]
fn sr_013_a_switch_position_that_does_not_exist_is_a_fault() {
    for position in [Some(7), Some(255), None] {
        let mut bench = Bench::at(2);
        bench.run(60);
        bench.inputs.touch.position = position;
        bench.run(1);
        assert_eq!((bench.trace.fault, bench.outputs.warning), (Some(Fault::Switch), Some(Warning::Switch)));
        assert_eq!((bench.outputs.pump, bench.outputs.valve), (Drive::OFF, Valve::Hold));
    }
}

#[test]
fn sr_014_empty_cells_hold_and_warn() {
    for volts in [1.0, f32::NAN, -1.0, f32::INFINITY] {
        let mut bench = Bench::at(2);
        bench.run(5);
        bench.inputs.cell_volts = volts;
        bench.step();
        assert_eq!((bench.outputs.pump, bench.outputs.valve), (Drive::OFF, Valve::Hold));
        assert_eq!((bench.outputs.warning, bench.trace.mode), (Some(Warning::CellsEmpty), Mode::LowBattery));
        assert_eq!((bench.trace.charge, bench.trace.hours_left), (0.0, 0.0));
    }
}

#[test]
fn sr_028_cells_that_sag_under_load_do_not_start_and_stop_the_pump_for_ever() {
    let mut bench = Bench::at(4);
    let mut starts = 0;
    for _ in 0..60_000 {
        let was = bench.outputs.pump.is_on();
        // Nearly flat: 2.2 V at rest, 1.6 V under load.
        bench.inputs.cell_volts = if was { 1.6 } else { 2.2 };
        bench.step();
        starts += u32::from(bench.outputs.pump.is_on() && !was);
    }
    assert!((1..=6).contains(&starts), "{starts} starts in ten minutes");
    assert_eq!(bench.outputs.warning, Some(Warning::CellsEmpty));
    // A sag that is the motor's own is none.
    let mut bench = Bench::at(4);
    for _ in 0..6_000 {
        bench.inputs.cell_volts = if bench.outputs.pump.is_on() { 1.82 } else { 2.2 };
        bench.step();
    }
    assert!(bench.trace.mode == Mode::Level(4) && bench.vacuum_inhg() > 18.0);
}

#[test]
fn sr_028_cold_cells_pump_gently_and_hot_ones_not_at_all() {
    for (celsius, drive, warning) in [
        (21.0, Drive::FULL, None),
        (-5.0, Drive::percent_of_full(60), None),
        (-12.0, Drive::percent_of_full(60), Some(Warning::TooCold)),
        (62.0, Drive::OFF, Some(Warning::TooHot)),
        (f32::NAN, Drive::FULL, None),
    ] {
        let mut bench = Bench::at(2);
        bench.inputs.temperature_c = celsius;
        bench.run(2);
        assert_eq!((bench.outputs.pump, bench.outputs.warning), (drive, warning), "{celsius} °C");
    }
}

#[test]
fn sr_015_a_leak_stops_the_pump_after_its_longest_run_and_warns_then_tries_again() {
    let mut bench = Bench::at(2);
    bench.leak = 60.0;
    bench.shank = Shank::Walk(100.0, 2.0);
    let warned = bench.until(200, |bench| bench.outputs.warning == Some(Warning::Leak)).unwrap();
    // A second for the voltage to stand.
    assert!((90.0..92.0).contains(&warned), "{warned} s");
    assert!(!bench.outputs.pump.is_on());
    bench.run(590);
    assert!(!bench.outputs.pump.is_on());
    bench.run(20);
    assert!(bench.outputs.pump.is_on());
    bench.run(1_200);
    assert!(bench.trace.pump_ms < 3 * 91_000, "{} ms", bench.trace.pump_ms);
    let leak = bench.trace.leak_ml_per_min.unwrap();
    assert!((leak / (60.0 * 24.413) - 1.0).abs() < 0.15, "{leak} mL/min");
    // Mended, and the switch turned: no need to wait.
    bench.leak = 0.1;
    bench.inputs.touch = Touch::at(3);
    bench.run(60);
    assert!(bench.outputs.warning != Some(Warning::Leak) && bench.vacuum_inhg() > 15.0);
}

#[test]
fn sr_019_a_late_step_finds_the_pump_off_and_says_so() {
    let mut bench = Bench::at(2);
    bench.run(3);
    assert!(bench.outputs.pump.is_on());
    bench.now_ms += 5_000;
    bench.step();
    assert!(bench.trace.late && !bench.outputs.pump.is_on() && bench.outputs.valve == Valve::Hold);
    assert!(bench.trace.warnings.contains(Warning::Timing));
    bench.step();
    assert!(!bench.trace.late && bench.outputs.pump.is_on());
    // A clock that is set back freezes nothing, and one that jumps a year ahead counts no year.
    bench.now_ms = 1_000_000_000_000;
    bench.run(60);
    bench.now_ms = 500;
    bench.step();
    assert!(bench.trace.clock_back);
    let counted: u64 = bench.trace.time_at.iter().sum();
    bench.run(60);
    assert_eq!(bench.trace.time_at.iter().sum::<u64>() - counted, 60_000);
    assert!(counted < 300_000 && bench.vacuum_inhg() > 12.0);
}

#[test]
fn sr_022_a_blocked_line_pauses_the_pump_and_is_told() {
    let mut bench = Bench::at(2);
    bench.run(60);
    bench.volume = 1.5;
    bench.leak = 0.05;
    let told = bench.until(120, |bench| bench.trace.warnings.contains(Warning::Blocked)).unwrap();
    assert!(told < 60.0, "{told} s");
    assert!(!bench.outputs.pump.is_on() && bench.outputs.valve == Valve::Hold);
}

#[test]
fn sr_024_a_brown_out_at_any_instant_loses_neither_level_nor_counts_and_opens_nothing() {
    for seconds in [0, 1, 7, 30, 61, 200] {
        let mut bench = Bench::at(3);
        bench.shank = Shank::Walk(104.0, 2.0);
        bench.run(seconds);
        let (before, p) = (bench.trace, bench.p);
        bench.state = restore(&save(&bench.state)).unwrap();
        bench.now_ms = 0;
        bench.inputs.touch.position = None;
        bench.step();
        assert_eq!((bench.outputs.valve, bench.trace.mode), (Valve::Hold, Mode::Level(3)));
        assert_eq!((bench.trace.steps, bench.trace.pump_ms), (before.steps, before.pump_ms));
        assert!(bench.p <= p + 100.0);
        bench.inputs.touch = Touch::at(3);
        bench.run(90);
        assert!(bench.vacuum_inhg() > 15.0);
    }
}

#[test]
fn sr_021_a_lost_barometer_is_bridged_then_told() {
    let mut bench = Bench::at(2);
    bench.run(60);
    bench.inputs.ambient = None;
    bench.run(280);
    assert!(bench.trace.mode == Mode::Level(2) && bench.outputs.warning.is_none());
    bench.run(30);
    assert_eq!((bench.trace.mode, bench.trace.fault), (Mode::Fault, Some(Fault::Ambient)));
    bench.inputs.ambient = Some(AbsolutePressure::from_pa(AMBIENT_PA));
    bench.run(5);
    assert_eq!(bench.trace.mode, Mode::Level(2));
}

#[test]
fn the_charge_that_is_left_is_told_in_hours_at_the_present_leak() {
    let mut hours = vec![];
    for leak in [0.05, 0.5, 3.0] {
        let mut bench = Bench::at(2);
        bench.leak = leak;
        bench.run(3_600);
        let found = f64::from(bench.trace.leak_ml_per_min.unwrap()) / 24.413;
        assert!((found / leak - 1.0).abs() < 0.15, "{found} for {leak}");
        let watts = 1.5 * bench.trace.pump_ms as f64 / 3.6e6 + 0.01;
        let expected = 17_300.0 * f64::from(bench.trace.charge) / watts / 3_600.0;
        let told = f64::from(bench.trace.hours_left);
        // An hour of pumping counts the first evacuation, too: small leaks last longer than it says.
        assert!(told > 0.8 * expected && told < 2.5 * expected, "{told} h, {expected} h");
        hours.push(told);
    }
    assert!(hours[0] > hours[1] && hours[1] > hours[2]);
}

#[test]
fn defaults_are_within_the_makers_range_of_temperature_and_life() {
    let settings = Settings::default();
    assert_eq!((settings.use_celsius, settings.charge_celsius), ([-10.0, 60.0], [0.0, 45.0]));
    assert_eq!(settings.pump_life_ms, 400 * 3_600_000);
}

#[test]
fn sr_029_high_up_the_set_point_is_one_that_can_be_reached_and_no_leak_is_cried() {
    let mut bench = Bench::at(4);
    bench.inputs.ambient = Some(AbsolutePressure::from_kpa(65.0));
    bench.p = 65_000.0;
    bench.run(600);
    assert!(bench.outputs.warning.is_none() && bench.trace.mode == Mode::Level(4));
    // The vacuum is somewhere in the band below a set point that can be reached up there.
    let (goal, vacuum) = (bench.trace.set_point.unwrap().kpa(), bench.trace.vacuum.unwrap().kpa());
    assert!((47.0..51.0).contains(&goal), "{goal}");
    assert!((goal - Settings::default().band.kpa() - 0.2..51.0).contains(&vacuum), "{vacuum} of {goal}");
}

#[test]
fn a_leak_that_has_grown_is_told_before_the_pump_gives_up_and_doffing_is_no_leak() {
    let mut bench = Bench::at(2);
    bench.leak = 0.05;
    bench.run(7_200);
    assert_eq!(bench.outputs.warning, None);
    bench.leak = 0.6;
    let told = bench.until(1_800, |bench| bench.trace.warnings.contains(Warning::LeakGrows)).unwrap();
    assert!(told < 300.0, "{told} s");
    assert!(!bench.trace.warnings.contains(Warning::Leak));
    // Doffed and donned again with the switch off in between.
    let mut bench = Bench::at(2);
    bench.run(3_600);
    bench.inputs.touch = Touch::at(Touch::OFF);
    bench.run(1);
    bench.p = AMBIENT_PA;
    bench.run(600);
    bench.inputs.touch = Touch::at(2);
    bench.run(1_200);
    assert_eq!(bench.outputs.warning, None, "{:?}", bench.trace);
}
