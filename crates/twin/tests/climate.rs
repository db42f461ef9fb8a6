//! The skin's climate through a day, and the regions by the time that they are pressed.

use crate::day::{Bench, case};
use domain::Case;
use domain::case::SocketConcept;
use twin::day::{DayCourse, DayInputs, Sample, simulate};
use twin::ensemble::{Draw, EnsembleDay, simulate_ensemble};
use twin::parameters::Values;
use twin::quantity::{PRESSED_MOST, SKIN_TEMPERATURE, SKIN_TEMPERATURE_HIGHEST_C, SWEAT, SWEAT_TOTAL_G, WET_H};
use twin::system::System;

/// The mechanic in air of so many degrees, with activities of his own.
fn mechanic(celsius: f64, activities: &str) -> Case {
    let text = include_str!("../../../cases/mechanic.toml");
    let (before, _) = text.split_once("[day]").unwrap();
    let day = format!("[day]\ntemperature_c = {celsius}\naltitude_m = 310\nactivities = [{activities}]\n");
    Case::parse(&format!("{before}{day}")).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

const WALK: &str = r#"{ from = "09:00", to = "12:00", do = "walk", cadence_steps_per_min = 104, speed_m_per_s = 1.2 }"#;
const SIT: &str = r#"{ from = "09:00", to = "12:00", do = "sit" }"#;

fn day(case: &Case, values: &Values, system: &System) -> DayCourse {
    let bench = Bench::new();
    simulate(case, values, system, DayInputs::new(&bench.regions))
}

fn central(case: &Case) -> DayCourse {
    day(case, &Bench::new().values(), &System::suction())
}

fn last(day: &DayCourse) -> Sample {
    *day.samples.last().unwrap()
}

#[test]
fn walking_warms_and_wets_the_skin_and_sitting_in_a_room_leaves_it_dry() {
    let (walked, sat) = (central(&mechanic(21.0, WALK)), central(&mechanic(21.0, SIT)));
    let highest = |day: &DayCourse| SKIN_TEMPERATURE_HIGHEST_C.of(day).unwrap();
    assert!(highest(&walked) > highest(&sat) + 1.0, "{} {}", highest(&walked), highest(&sat));
    assert!((30.0..37.0).contains(&highest(&sat)) && highest(&walked) < 38.0);
    assert!(SWEAT_TOTAL_G.of(&walked).unwrap() > 1.0 && WET_H.of(&walked).unwrap() > 0.5);
    assert_eq!((SWEAT_TOTAL_G.of(&sat), WET_H.of(&sat)), (Some(0.0), Some(0.0)));
    assert_eq!(last(&sat).climate.wet_friction, 1.0);
    assert!(last(&walked).climate.wet_friction < 0.95);
}

#[test]
fn a_hot_day_makes_more_sweat_than_a_cool_one() {
    let sweat = |celsius: f64| SWEAT_TOTAL_G.of(&central(&mechanic(celsius, WALK))).unwrap();
    let rising = [10.0, 21.0, 28.0, 34.0].map(sweat);
    assert!(rising.is_sorted() && rising[3] > 2.0 * rising[1], "{rising:?}");
}

#[test]
fn without_the_prosthesis_the_limb_dries_and_cools_and_the_next_donning_begins_there() {
    let off = WALK.replace("12:00", "11:00")
        + r#", { from = "11:00", to = "11:30", do = "doff" }, { from = "11:30", to = "12:00", do = "sit" }"#;
    let day = central(&mechanic(28.0, &off));
    let at = |hour: f64| day.samples.iter().position(|sample| sample.t_s == hour * 3_600.0).unwrap();
    let (skin, sweat) = (day.course(&SKIN_TEMPERATURE).unwrap(), day.course(&SWEAT).unwrap());
    let (walked, dried) = (at(11.0), at(11.5));
    assert!(sweat[walked] > 1.0 && sweat[dried] < 0.05 * sweat[walked], "{} {}", sweat[walked], sweat[dried]);
    assert!(skin[dried] < skin[walked] - 0.5);
    let (before, after) = (day.samples[dried].climate, last(&day).climate);
    assert!(before.sweated_g >= day.samples[walked].climate.sweated_g && after.wet_h >= before.wet_h);
}

#[test]
fn no_suspension_cools_the_skin_or_keeps_it_dry() {
    let (case, values) = (case("mechanic"), Bench::new().values());
    let climates = [System::suction(), System::regulated(50.0)].map(|system| {
        let day = day(&case, &values, &system);
        day.samples.iter().filter(|sample| sample.socks == 0).map(|sample| sample.climate).collect::<Vec<_>>()
    });
    let shared = climates[0].len().min(climates[1].len());
    assert!(shared > 60);
    assert_eq!(climates[0][..shared], climates[1][..shared]);
}

#[test]
fn wet_skin_blisters_sooner() {
    let values = Bench::new().values();
    let never_weaker = Values { wet_blister_derate: 1.0, ..values };
    let hot = mechanic(34.0, &(WALK.to_string() + r#", { from = "12:00", to = "18:00", do = "sit" }"#));
    let dose = |values: &Values| last(&day(&hot, values, &System::regulated(70.0))).seen.suction_dose;
    // As wet as can be, the line is crossed at 85 % of the suction: (1/0.85)³ = 1.63 times the dose rate.
    let more = dose(&values) / dose(&never_weaker);
    assert!((1.1..1.64).contains(&more), "{more}");
}

#[test]
fn the_coarse_grid_of_a_preview_sees_the_same_skin() {
    let (bench, case) = (Bench::new(), case("mechanic"));
    let on = |grid_s: f64| {
        let inputs = DayInputs { grid_s, ..DayInputs::new(&bench.regions) };
        last(&simulate(&case, &bench.values(), &System::pin_lock(), inputs)).climate
    };
    let (fine, coarse) = (on(60.0), on(300.0));
    assert!((fine.sweated_g / coarse.sweated_g - 1.0).abs() < 0.02, "{fine:?} {coarse:?}");
    assert!((fine.skin_temperature_c - coarse.skin_temperature_c).abs() < 0.05);
}

#[test]
fn the_skin_s_mean_is_one_and_specific_weight_bearing_presses_one_region_most() {
    let (bench, case) = (Bench::new(), case("mechanic"));
    let of = |system: &System| {
        let (draw, inputs) = (Draw { persons: 4, seed: 3 }, DayInputs::new(&bench.regions));
        simulate_ensemble(&case, &bench.parameters, system, inputs, draw, &|| Ok(())).unwrap()
    };
    let bearing = System { socket: SocketConcept::PatellarTendonBearing, ..System::suction() };
    let (even, specific) = (of(&System::suction()), of(&bearing));
    for day in [&even, &specific] {
        assert_eq!(day.pressed.len(), bench.regions.names(case.limb.amputation_level).len());
        let first = day.pressed.iter().find(|region| region.rank == 1).unwrap();
        assert_eq!(day.summary.spread(&PRESSED_MOST).unwrap().central, first.times_the_mean.central);
        assert!(
            day.pressed.iter().any(|region| region.times_the_mean.central < 1.0) && first.times_the_mean.central > 1.0
        );
        // Of the day's sixteen hours, those of walking and standing.
        assert!(day.pressed.iter().all(|region| (4.0..12.0).contains(&region.hours.central)), "{:?}", day.pressed);
    }
    let most = |day: &EnsembleDay| day.summary.spread(&PRESSED_MOST).unwrap().central;
    assert!(most(&even) < 1.5 && most(&specific) > 1.5 * most(&even), "{} {}", most(&even), most(&specific));
    let first = specific.pressed.iter().find(|region| region.rank == 1).unwrap();
    assert!(first.region.contains("patellar tendon"), "{first:?}");
}

#[test]
fn a_day_without_the_prosthesis_presses_nothing() {
    let bench = Bench::new();
    let doffed = r#"{ from = "09:00", to = "12:00", do = "doff" }"#;
    let day = simulate(&mechanic(21.0, doffed), &bench.values(), &System::suction(), DayInputs::new(&bench.regions));
    assert_eq!(PRESSED_MOST.of(&day), Some(1.0));
    assert!(day.pressed.iter().all(|region| region.hours == 0.0 && region.dose == 0.0));
}
