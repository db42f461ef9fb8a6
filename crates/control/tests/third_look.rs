//! What a stranger's harness found on a rigid socket: pauses, waits and contacts that come and go, in which the vacuum was lost and
//! nobody was told. Each failed before, but for that of the driver, whose drive here is too strong to hide.

use crate::bench::{AMBIENT_PA, Bench, Shank};
use control::{Acceleration, Milliseconds, Settings, Touch, Warning, restore, save, step};
use units::{AbsolutePressure, VacuumLevel};

const WALK: Shank = Shank::Walk(104.0, 2.0);

/// Runs for some seconds; before each step `spoil` may change what is sensed at a time since the beginning, ms.
fn spoiled(bench: &mut Bench, seconds: u64, mut spoil: impl FnMut(&mut Bench, u64), mut look: impl FnMut(&Bench)) {
    let began = bench.now_ms;
    for _ in 0..seconds * 100 {
        let since = bench.now_ms - began;
        spoil(bench, since);
        bench.step();
        look(bench);
    }
}

/// The longest time without enough vacuum (Pa) in which no warning of `loud` was told, s.
fn untold(bench: &mut Bench, seconds: u64, enough: f64, loud: &[Warning], spoil: impl FnMut(&mut Bench, u64)) -> f64 {
    let (mut longest, mut since) = (0u64, None);
    spoiled(bench, seconds, spoil, |bench| {
        let ambient = bench.inputs.ambient.map_or(AMBIENT_PA, |p| p.pa());
        let told = loud.iter().any(|warning| bench.trace.warnings.contains(*warning));
        if ambient - bench.p >= enough || told {
            since = None;
        }
        longest = longest.max(bench.now_ms - *since.get_or_insert(bench.now_ms));
    });
    longest as f64 / 1e3
}

#[test]
fn sr_015_a_pause_in_which_the_vacuum_is_lost_is_told_to_its_end() {
    // At 1,600 m the balance of a leak with the pump lies within the band of level 4; at sea level, of a larger one, of level 3.
    for (ambient_kpa, position, leak) in [(83.0, 4, 0.4), (101.325, 3, 5.8)] {
        let mut bench = Bench::at(position);
        bench.inputs.ambient = Some(AbsolutePressure::from_kpa(ambient_kpa));
        (bench.p, bench.volume, bench.leak, bench.shank) = (ambient_kpa * 1e3, 50.0, leak, WALK);
        bench.run(100);
        let longest = untold(&mut bench, 4_000, 30_000.0, &[Warning::Leak], |_, _| {});
        assert!(longest < 100.0, "{longest} s at {ambient_kpa} kPa");
    }
}

#[test]
fn sr_014_cells_that_keep_the_pump_waiting_are_told() {
    for (volts, dips) in [(2.1f32, false), (2.16, true)] {
        let mut bench = Bench::at(2);
        bench.shank = WALK;
        bench.inputs.cell_volts = volts;
        bench.state = restore(&save(&bench.state)).unwrap();
        let spoil = |bench: &mut Bench, ms: u64| {
            bench.inputs.cell_volts = if dips && ms % 2_000 < 20 { volts - 0.02 } else { volts };
        };
        let longest = untold(&mut bench, 600, 20_000.0, &[Warning::CellsEmpty], spoil);
        assert!(longest < 60.0, "{longest} s at {volts} V");
    }
    let settings = Settings { low_volts: 1.9, resume_volts: 2.3, ..Settings::default() };
    assert!(settings.conflicts().any(|(name, _)| name == "low_volts"));
    let settings = Settings { doffed_ms: 30_000, ..Settings::default() };
    assert!(settings.conflicts().any(|(name, _)| name == "doffed_ms"));
    assert_eq!(Settings::default().conflicts().next(), None);
}

#[test]
fn sr_034_a_driver_that_is_stuck_on_is_told_though_the_line_or_a_contact_blinks() {
    type Spoil = fn(&mut Bench, u64);
    let line: Spoil = |bench, ms| bench.says = if ms % 10_000 < 50 { Some(None) } else { None };
    let sample: Spoil = |bench, ms| bench.says = if ms % 20_000 < 10 { Some(None) } else { None };
    let adapter: Spoil = |bench, ms| bench.inputs.attached = ms % 2_000 >= 1_500;
    for (spoil, shank) in [(line, WALK), (sample, WALK), (adapter, Shank::Stand)] {
        let mut bench = Bench::at(1);
        bench.shank = shank;
        bench.run(90);
        bench.driver_stuck = true;
        let mut told = false;
        spoiled(&mut bench, 600, spoil, |bench| {
            told |= bench.trace.warnings.contains(Warning::Driver) || bench.trace.warnings.contains(Warning::TooDeep);
        });
        assert!(told, "{} inHg", bench.vacuum_inhg());
    }
}

#[test]
fn sr_020_a_line_that_stands_still_is_told_though_the_unit_restarts() {
    for every_s in [630, 720, 900] {
        let mut bench = Bench::at(2);
        bench.run(90);
        let stuck = bench.p;
        bench.leak = 2.0;
        let mut told = None;
        spoiled(
            &mut bench,
            3_600,
            |bench, ms| {
                bench.says = Some(Some(stuck));
                if ms > 0 && ms % (every_s * 1_000) == 0 {
                    bench.state = restore(&save(&bench.state)).unwrap();
                }
            },
            |bench| {
                if bench.trace.warnings.contains(Warning::Sensor) {
                    told.get_or_insert(bench.now_ms);
                }
            },
        );
        assert!(told.is_some(), "every {every_s} s");
    }
}

#[test]
fn sr_022_a_blocked_line_is_told_with_the_narrowest_band() {
    let mut bench = Bench::at(3);
    bench.settings.band = VacuumLevel::from_inhg(0.3);
    bench.run(120);
    assert!(bench.trace.leak_ml_per_min.is_some(), "nothing is learned of the leak");
    // Only the tube is left of the air, behind the filter that is blocked.
    (bench.volume, bench.leak) = (4.0, 0.05);
    let after = bench.until(1_200, |bench| bench.trace.warnings.contains(Warning::Blocked));
    assert!(after.is_some(), "{:?}", bench.trace);
}

#[test]
fn sr_039_a_motion_sensor_that_comes_and_goes_or_falls_for_ever_is_told() {
    let fails = |every_ms: u64, for_ms: u64| {
        move |t_ms: u64, truth: Acceleration| if t_ms % every_ms < for_ms { Acceleration::Failed } else { truth }
    };
    let seldom = |t_ms: u64, truth: Acceleration| if t_ms.is_multiple_of(120) { truth } else { Acceleration::NotRead };
    let falls = |t_ms: u64, _: Acceleration| Acceleration::Sample([0.0, 0.001 * (t_ms % 7) as f32, 0.0]);
    let spoils: [Box<dyn Fn(u64, Acceleration) -> Acceleration>; 4] =
        [Box::new(fails(3_000, 500)), Box::new(fails(5_000, 4_900)), Box::new(seldom), Box::new(falls)];
    for (index, spoil) in spoils.iter().enumerate() {
        let settings = Settings::default();
        let mut bench = Bench::at(Touch::AUTOMATIC);
        bench.run(5);
        let mut told = false;
        for n in 0..6_000u64 {
            let now = bench.now_ms + 10 * n;
            let mut inputs = bench.inputs;
            inputs.acceleration = spoil(now, WALK.reading(now as f64 / 1e3));
            let (state, _, trace) = step(&settings, &bench.state, Milliseconds(now), &inputs);
            bench.state = state;
            told |= trace.warnings.contains(Warning::MotionLost);
        }
        assert!(told, "{index}");
    }
}

#[test]
fn sr_019_a_clock_that_stands_still_is_told_and_the_pump_is_off() {
    let settings = Settings::default();
    let mut bench = Bench::at(3);
    bench.run(30);
    let (mut state, now) = (bench.state, Milliseconds(bench.now_ms));
    for n in 0..300 {
        let (next, outputs, trace) = step(&settings, &state, now, &bench.inputs);
        state = next;
        if n > 110 {
            assert!(trace.warnings.contains(Warning::Timing) && !outputs.pump.is_on(), "{n}");
        }
    }
}

#[test]
fn sr_031_a_contact_that_stops_the_pump_of_somebody_who_stands_is_told() {
    for charger in [true, false] {
        let mut bench = Bench::at(2);
        bench.shank = Shank::Stand;
        // The vacuum is gone before the contact fails: it says nothing.
        (bench.inputs.charger, bench.inputs.attached, bench.leak) = (charger, charger, 1.0);
        let warning = if charger { Warning::Charger } else { Warning::Adapter };
        assert!(bench.until(200, |bench| bench.trace.warnings.contains(warning)).is_some());
        bench.run(120);
        assert!(bench.vacuum_inhg() > 10.0, "{:?}", bench.trace);
    }
}

#[test]
fn sr_035_a_contact_that_lies_while_the_line_is_not_known_blames_no_sensor() {
    let mut bench = Bench::at(2);
    bench.shank = Shank::Stand;
    bench.run(90);
    let began = bench.now_ms;
    spoiled(
        &mut bench,
        60,
        |bench, ms| {
            bench.says = if ms < 2_000 { Some(None) } else { None };
            bench.inputs.attached = !(1_800..=9_000).contains(&ms);
        },
        |_| {},
    );
    assert!(bench.now_ms > began && bench.trace.fault.is_none(), "{:?}", bench.trace);
    assert!(bench.vacuum_inhg() > 12.0);
}
