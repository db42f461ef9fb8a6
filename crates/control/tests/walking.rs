//! Activity from one accelerometer: a shank that swings, strikes, stands, sits and lies, with noise.

use crate::bench::{Bench, Shank};
use control::{Activity, Touch};

#[test]
fn walking_is_recognised_at_every_cadence_and_strike_with_its_steps() {
    for cadence in [56.0, 70.0, 90.0, 104.0, 120.0, 135.0, 150.0, 175.0] {
        for strike in [1.2, 2.0, 4.0] {
            let mut bench = Bench::at(Touch::AUTOMATIC);
            bench.run(5);
            bench.shank = Shank::Walk(cadence, strike);
            let expected = match cadence {
                c if c < 80.0 => Activity::WalkSlow,
                c if c < 145.0 => Activity::Walk,
                _ => Activity::Run,
            };
            bench.run(20);
            let steps = bench.trace.steps;
            bench.run(60);
            assert_eq!(bench.trace.activity, expected, "{cadence} steps/min, {strike} g: {:?}", bench.trace.cadence);
            let found = bench.trace.cadence.unwrap();
            assert!((f64::from(found) / cadence - 1.0).abs() < 0.03, "{found} for {cadence}, {strike} g");
            let strides = f64::from(bench.trace.steps - steps);
            assert!((strides - cadence / 2.0).abs() <= 1.5, "{strides} strides at {cadence}, {strike} g");
        }
    }
}

#[test]
fn standing_sitting_and_lying_are_told_by_the_shank() {
    for (shank, expected) in [
        (Shank::Stand, Activity::Stand),
        (Shank::Sit(25.0), Activity::Sit),
        (Shank::Sit(-30.0), Activity::Sit),
        (Shank::Still(85.0), Activity::Lie),
        (Shank::Still(-90.0), Activity::Lie),
        (Shank::Still(180.0), Activity::Lie),
    ] {
        let mut bench = Bench::at(Touch::AUTOMATIC);
        bench.shank = shank;
        bench.run(30);
        assert_eq!(bench.trace.activity, expected, "{shank:?}");
        assert_eq!((bench.trace.steps, bench.trace.cadence), (0, None), "{shank:?}");
    }
}

#[test]
fn an_upright_shank_that_stays_still_for_a_minute_sits_and_a_movement_stands_it_up() {
    let mut bench = Bench::at(Touch::AUTOMATIC);
    bench.shank = Shank::Still(3.0);
    bench.run(50);
    assert_eq!(bench.trace.activity, Activity::Stand);
    bench.run(15);
    assert_eq!(bench.trace.activity, Activity::Sit);
    bench.shank = Shank::Stand;
    bench.run(2);
    assert_eq!(bench.trace.activity, Activity::Stand);
}

#[test]
fn a_day_in_small_walk_raises_the_vacuum_sitting_lowers_the_set_point_and_neither_chatters() {
    let mut bench = Bench::at(Touch::AUTOMATIC);
    let level = |bench: &Bench| bench.trace.set_point.unwrap().inhg().round();
    bench.shank = Shank::Sit(25.0);
    bench.run(60);
    assert_eq!(level(&bench), 13.0);
    bench.shank = Shank::Walk(104.0, 2.0);
    let lag = bench.until(30, |bench| level(bench) == 18.0).unwrap();
    assert!(lag < 8.0, "{lag} s until walking's vacuum is asked for");
    bench.run(60);
    assert!(bench.vacuum_inhg() > 15.9);
    // A stop at the kerb changes nothing; a chair does.
    bench.shank = Shank::Stand;
    bench.run(15);
    assert_eq!(level(&bench), 18.0);
    bench.shank = Shank::Walk(104.0, 2.0);
    bench.run(10);
    bench.shank = Shank::Sit(25.0);
    let lag = bench.until(60, |bench| level(bench) == 13.0).unwrap();
    assert!((15.0..30.0).contains(&lag), "{lag} s until sitting's is");
}

#[test]
fn without_samples_the_last_activity_stands_and_without_a_sensor_walking_is_kept() {
    let mut bench = Bench::at(Touch::AUTOMATIC);
    bench.shank = Shank::Walk(104.0, 2.0);
    bench.run(20);
    bench.shank = Shank::NotRead;
    bench.run(120);
    assert_eq!(bench.trace.followed, Activity::Walk);
    bench.shank = Shank::Sit(25.0);
    bench.run(60);
    assert_eq!(bench.trace.followed, Activity::Sit);
    bench.shank = Shank::Failed;
    bench.run(20);
    assert_eq!(bench.trace.followed, Activity::Walk);
    assert!(bench.trace.warnings.contains(control::Warning::MotionLost));
    bench.shank = Shank::Sit(25.0);
    bench.run(60);
    assert_eq!(bench.trace.followed, Activity::Sit);
    assert!(!bench.trace.warnings.contains(control::Warning::MotionLost));
}

#[test]
fn bumps_without_a_rhythm_are_hardly_ever_walking() {
    let mut bench = Bench::at(Touch::AUTOMATIC);
    bench.shank = Shank::Bumps;
    let mut walked = 0;
    for _ in 0..3_600 {
        bench.run(1);
        walked += u32::from(bench.trace.activity.walks());
    }
    assert!(walked < 360, "{walked} s of an hour's drive");
    // Two thousand bumps; a rough drive does add some steps, and the page says so.
    assert!(bench.trace.steps < 400, "{} steps", bench.trace.steps);
}
