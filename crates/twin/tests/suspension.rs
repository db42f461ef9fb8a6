//! Suspension through a day: what moves moves with its cause.

use crate::day::{Bench, case, electric, pump};
use domain::Case;
use domain::case::PumpMode;
use physics::network::{Network, State};
use twin::assemble::{Disturbance, assemble};
use twin::day::{DayInputs, state_at, usual_pace};
use twin::observe::{RESOLVED_MM, Walking};
use twin::quantity::{
    BONE_PISTONING_MEAN_MM, LOADING_RATE_MEAN_KN_PER_S, Outcome, PISTONING, PISTONING_MEAN_MM, ROTATION_MEAN_DEG,
    SWING_DISTAL_MEAN_KPA, SWING_PROXIMAL_MEAN_KPA,
};
use twin::system::System;

/// The limb as it is right after donning, walking.
fn donned(case: &Case, system: &System) -> Walking {
    let network = assemble(case, &Bench::new().values(), system, Disturbance::default());
    Walking::at(&network, &network.donned(), network.standing_vacuum(&network.donned()), usual_pace(case))
}

#[test]
fn a_looser_socket_pistons_more_without_vacuum() {
    for system in [System::suction(), System::pin_lock()] {
        let mut before = 0.0;
        for gap in [-1.0, 0.0, 1.5, 3.0] {
            let mut loose = case("mechanic");
            loose.prosthesis.fit_gap_mm = gap;
            let limb = donned(&loose, &system).pistoning_mm;
            assert!(limb > before, "{} at {gap} mm: {limb} after {before}", system.id);
            before = limb;
        }
    }
}

#[test]
fn a_pin_pistons_more_as_the_limb_loses_volume_and_less_after_a_sock() {
    let day = Bench::new().day(&case("mechanic"), &System::pin_lock());
    let moved: Vec<(f64, usize)> =
        day.samples.iter().filter_map(|sample| Some((sample.seen.walking?.pistoning_mm, sample.socks))).collect();
    let of = |socks: usize| moved.iter().filter(move |(_, worn)| *worn == socks).map(|(limb, _)| *limb);
    let most = of(0).fold(0.0, f64::max);
    assert!(most > moved[0].0 + 0.5, "{most} after {}", moved[0].0);
    let with_sock = of(1).next().expect("a sock is added");
    assert!(with_sock < most - 0.3, "{with_sock} after {most}");
}

#[test]
fn little_vacuum_holds_in_part_and_no_level_jumps() {
    let mechanic = case("mechanic");
    let levels = [0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 20.0, 57.6];
    let bone = levels.map(|kpa| {
        let day = Bench::new().day(&mechanic, &System::regulated(kpa));
        [PISTONING_MEAN_MM.of(&day).unwrap(), BONE_PISTONING_MEAN_MM.of(&day).unwrap()]
    });
    for (pair, level) in bone.windows(2).zip(levels) {
        assert!(pair[1][0] <= pair[0][0] + 1e-6 && pair[1][1] <= pair[0][1] + 1e-6, "{level}: {pair:?}");
        assert!(pair[0][0] - pair[1][0] < 2.0, "{level}: {pair:?}");
    }
    assert!(bone[0][0] > 3.0 && bone[12][0] == RESOLVED_MM, "{bone:?}");
}

#[test]
fn only_a_functional_ring_takes_rotation_and_impact_off_the_limb() {
    let (bench, mechanic) = (Bench::new(), case("mechanic"));
    let of = |system: &System, outcome: &Outcome| outcome.of(&bench.day(&mechanic, system)).unwrap();
    let (ring, electric) = (pump(1), electric(PumpMode::Level2));
    for outcome in [&ROTATION_MEAN_DEG, &LOADING_RATE_MEAN_KN_PER_S] {
        assert!(of(&ring, outcome) < 0.97 * of(&electric, outcome), "{outcome:?}");
    }
    // What vacuum holds turns less, and feels the strike the more.
    assert!(of(&electric, &ROTATION_MEAN_DEG) < of(&System::suction(), &ROTATION_MEAN_DEG));
    assert!(of(&electric, &LOADING_RATE_MEAN_KN_PER_S) > of(&System::suction(), &LOADING_RATE_MEAN_KN_PER_S));
}

#[test]
fn a_limb_that_loses_tissue_lets_the_bone_move_less_in_vacuum() {
    let mechanic = case("mechanic");
    let network = assemble(&mechanic, &Bench::new().values(), &System::regulated(57.6), Disturbance::default());
    let mut state = network.donned();
    let volume = network.air.volume(&network.contact, network.seat(&state.limb), 57.6e3, network.ambient).0;
    state.air = (network.ambient - 57.6e3) * volume;
    let bone = |state: &State| {
        Walking::at(&network, state, network.standing_vacuum(state), usual_pace(&mechanic)).bone_pistoning_mm
    };
    let before = bone(&state);
    state.limb.displaced -= 0.02 * network.limb.volume();
    assert!(bone(&state) < before);
}

#[test]
fn a_wet_limb_pistons_more_where_friction_helps_to_hold() {
    let mut tight = case("mechanic");
    tight.prosthesis.fit_gap_mm = 0.0;
    let mut network = assemble(&tight, &Bench::new().values(), &System::pin_lock(), Disturbance::default());
    let state = network.donned();
    let moved = |network: &Network| {
        Walking::at(network, &state, network.standing_vacuum(&state), usual_pace(&tight)).pistoning_mm
    };
    let dry = moved(&network);
    network.suspension.friction *= 0.7;
    assert!(moved(&network) > dry + 0.1, "{} after {dry}", moved(&network));
    // A day's sweat is what takes it.
    let friction = |celsius: f64| {
        let mut day = case("mechanic");
        day.day.temperature_c = celsius;
        let bench = Bench::new();
        let inputs = DayInputs::new(&bench.regions);
        let until_s = day.day.ends_s() - 60.0;
        state_at(&day, &bench.values(), &System::pin_lock(), inputs, until_s).0.suspension.friction
    };
    assert!(friction(30.0) < friction(-5.0));
}

#[test]
fn a_day_without_a_walk_has_no_pistoning() {
    let mut sitting = case("mechanic");
    for activity in &mut sitting.day.activities {
        activity.kind = domain::day::ActivityKind::Sit;
        (activity.steps, activity.cadence_steps_per_min, activity.speed_m_per_s) = (None, None, None);
    }
    let day = Bench::new().day(&sitting, &System::suction());
    assert_eq!(PISTONING_MEAN_MM.of(&day), None);
    assert!(day.course(&PISTONING).unwrap().iter().all(|value| value.is_nan()));
}

#[test]
fn in_swing_a_pin_squeezes_where_vacuum_draws_and_every_suspension_draws_at_the_end() {
    let (bench, mechanic) = (Bench::new(), case("mechanic"));
    let swing = |system: &System| {
        let day = bench.day(&mechanic, system);
        [&SWING_DISTAL_MEAN_KPA, &SWING_PROXIMAL_MEAN_KPA].map(|outcome| outcome.of(&day).unwrap())
    };
    let [pin, valve, vacuum] = [System::pin_lock(), System::suction(), System::regulated(57.6)].map(|s| swing(&s));
    assert!(vacuum[0] < valve[0] && valve[0] < -10.0 && pin[0] < -10.0, "{pin:?} {valve:?} {vacuum:?}");
    assert!(pin[1] > valve[1] && valve[1] > vacuum[1] && pin[1] > 0.5, "{pin:?} {valve:?} {vacuum:?}");
}

#[test]
fn a_pin_squeezes_the_limb_and_draws_its_end() {
    let (bench, mechanic) = (Bench::new(), case("mechanic"));
    let swing = |system: &System| -> Vec<f64> {
        let regions = bench.regions.of_case(&mechanic, system, &bench.values());
        regions.iter().map(|region| region.swing_factor).collect()
    };
    let (pin, valve) = (swing(&System::pin_lock()), swing(&System::suction()));
    // Squeezed by half of ν times the pull over the section, everywhere but at the end, where both draw alike.
    assert_eq!(pin.iter().filter(|factor| **factor == -0.25).count(), pin.len() - 1);
    assert_eq!(
        pin.iter().filter(|factor| **factor > 0.0).collect::<Vec<_>>(),
        valve.iter().filter(|f| **f > 0.0).collect::<Vec<_>>()
    );
}
