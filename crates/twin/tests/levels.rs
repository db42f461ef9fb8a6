//! What the level of vacuum does to a day, and the pressure wave of its strides.

use crate::day::{Bench, case};
use twin::assemble::{Disturbance, assemble};
use twin::day::{DayInputs, state_at};
use twin::quantity::{BONE_PISTONING_MEAN_MM, DayCourse, PRESSURE_WAVE, PRESSURE_WAVE_MEAN_KPA};
use twin::system::System;

/// 10, 15 and 20 inHg.
const LEVELS_KPA: [f64; 3] = [33.9, 50.8, 67.7];

/// The last of a day's volumes and fluids, %.
fn ends(day: &DayCourse) -> [f64; 2] {
    let seen = day.samples.last().unwrap().seen;
    [seen.post_doff_volume_pct, seen.in_socket_fluid_pct]
}

/// Whether it grows from each to the next.
fn grows(values: impl IntoIterator<Item = f64>) -> bool {
    let values: Vec<f64> = values.into_iter().collect();
    values.windows(2).all(|pair| pair[0] < pair[1])
}

/// Little, but in this direction: what meets the wall at no level is the skin over bone, and that has little tissue under it.
#[test]
fn more_vacuum_holds_more_skin_keeps_more_volume_and_moves_less() {
    let bench = Bench::new();
    for name in ["mechanic", "light"] {
        let case = case(name);
        let days = LEVELS_KPA.map(|kpa| bench.day(&case, &System::regulated(kpa)));
        let ends = days.each_ref().map(ends);
        assert!(grows(ends.map(|end| end[0])) && grows(ends.map(|end| end[1])), "{name}: {ends:?}");
        // Two points of volume between 10 and 20 inHg would be more than anything here explains.
        assert!(ends[2][0] - ends[0][0] < 1.0, "{name}: {ends:?}");
        let held = LEVELS_KPA.map(|kpa| {
            let (system, inputs) = (System::regulated(kpa), DayInputs::new(&bench.regions));
            let until_s = case.day.ends_s() - 60.0;
            let (network, state) = state_at(&case, &bench.values(), &system, inputs, until_s);
            let seat = network.seat(&state.limb);
            network.contact.resolve(seat.gap, network.standing_vacuum(&state) - seat.squeeze).contact_share
        });
        assert!(grows(held) && held[0] > 0.9 && held[2] > 0.99, "{name}: {held:?}");
        let moved = days.each_ref().map(|day| BONE_PISTONING_MEAN_MM.of(day).unwrap());
        assert!(grows(moved.into_iter().rev()), "{name}: {moved:?}");
    }
}

#[test]
fn a_thigh_has_no_bone_right_under_its_skin_and_a_longer_end_has_more_rigid_air() {
    let bench = Bench::new();
    let [thigh, shank] = ["transfemoral", "mechanic"]
        .map(|name| assemble(&case(name), &bench.values(), &System::suction(), Disturbance::default()));
    assert_eq!(thigh.contact.bone.share, 0.0);
    assert!((0.05..0.2).contains(&shank.contact.bone.share));
    assert!(thigh.air.line > 1.5 * shank.air.line && shank.air.line > 10e-6);
}

#[test]
fn the_wave_of_a_step_grows_with_a_looser_socket_shrinks_with_vacuum_and_is_none_with_a_pin() {
    let bench = Bench::new();
    let wave = |gap_mm: f64, system: &System| {
        let mut case = case("mechanic");
        case.prosthesis.fit_gap_mm = gap_mm;
        PRESSURE_WAVE_MEAN_KPA.of(&bench.day(&case, system))
    };
    let at = |gap_mm: f64, kpa: f64| wave(gap_mm, &System::regulated(kpa)).unwrap();
    for kpa in LEVELS_KPA {
        assert!(grows([0.0, 1.0, 2.0].map(|gap_mm| at(gap_mm, kpa))), "{kpa}");
    }
    for gap_mm in [0.0, 2.0] {
        assert!(grows(LEVELS_KPA.map(|kpa| -at(gap_mm, kpa))), "{gap_mm}");
    }
    // Behind a valve the pull of the prosthesis over the limb's section, some kilopascals, is all there can be.
    let valve = wave(0.0, &System::suction()).unwrap();
    assert!((1.0..12.0).contains(&valve), "{valve}");
    assert_eq!(wave(0.0, &System::pin_lock()), None);
    let day = bench.day(&case("mechanic"), &System::pin_lock());
    assert!(day.course(&PRESSURE_WAVE).is_none());
}
