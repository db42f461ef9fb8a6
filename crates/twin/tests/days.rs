//! Days in a row: what one leaves is where the next begins.

use crate::day::{Bench, case};
use domain::Case;
use physics::limb_volume::LimbState;
use physics::network::Network;
use twin::assemble::{Disturbance, assemble};
use twin::day::{DayInputs, simulate};
use twin::days::{Evening, PassedDays, ROW_GRID_S, simulate_days};
use twin::system::System;

const HOUR: f64 = 3_600.0;

fn network(bench: &Bench, case: &Case) -> Network {
    assemble(case, &bench.values(), &System::suction(), Disturbance::default())
}

fn row(bench: &Bench, cases: &[Case], begins: Option<Evening>) -> PassedDays {
    let inputs = DayInputs { begins, grid_s: ROW_GRID_S, ..DayInputs::new(&bench.regions) };
    simulate_days(cases, &bench.values(), &System::suction(), inputs, &|| Ok(())).unwrap()
}

/// A worn limb at eleven in the evening.
fn evening(bench: &Bench, case: &Case) -> Evening {
    Evening { limb: bench.day(case, &System::suction()).limb_at_end, ended_s: case.day.ends_s() }
}

#[test]
fn the_night_is_the_same_in_one_go_and_in_minutes() {
    let bench = Bench::new();
    let case = case("mechanic");
    let (network, evening) = (network(&bench, &case), evening(&bench, &case));
    let whole = evening.morning(&network, case.day.begins_s());
    let lying = network.posture.still(0.0);
    let minutes = (evening.night_s(case.day.begins_s()) / 60.0).round() as usize;
    let by_minutes = (0..minutes).fold(evening.limb, |limb, _| network.limb.let_be(&limb, lying, 60.0));
    let apart = |read: fn(&LimbState) -> f64| (read(&whole) - read(&by_minutes)).abs();
    assert!(apart(|limb| limb.interstitial) < 1e-5 * network.limb.volume(), "{whole:?} {by_minutes:?}");
    assert!(apart(|limb| limb.protein) < 1e-3, "{whole:?} {by_minutes:?}");
    assert!(apart(|limb| limb.blood) < 1e-6 * network.limb.volume(), "{whole:?} {by_minutes:?}");
}

#[test]
fn what_the_limb_gains_overnight_is_what_flowed_in() {
    let bench = Bench::new();
    let case = case("mechanic");
    let (network, evening) = (network(&bench, &case), evening(&bench, &case));
    let lying = network.posture.still(0.0);
    let (mut limb, mut flowed) = (evening.limb, 0.0);
    let steps = 2_000;
    let step_s = evening.night_s(case.day.begins_s()) / f64::from(steps);
    let inflow = |limb: &LimbState| {
        let rates = network.limb.fluid.rates(limb.interstitial, limb.protein, 0.0, lying);
        rates.along + rates.across - rates.lymph
    };
    for _ in 0..steps {
        let next = network.limb.let_be(&limb, lying, step_s);
        flowed += 0.5 * step_s * (inflow(&limb) + inflow(&next));
        limb = next;
    }
    let gained = evening.morning(&network, case.day.begins_s()).interstitial - evening.limb.interstitial;
    assert!(gained.abs() > 1e-7, "nothing moved: {gained}");
    assert!((gained - flowed).abs() < 1e-2 * gained.abs(), "{gained} {flowed}");
}

#[test]
fn a_rested_evening_is_a_rested_morning_and_its_day_is_the_usual_one_bit_for_bit() {
    let bench = Bench::new();
    let case = case("mechanic");
    let rested = Evening { limb: network(&bench, &case).limb.at_rest(), ended_s: case.day.ends_s() };
    assert_eq!(rested.morning(&network(&bench, &case), case.day.begins_s()), rested.limb);
    let inputs = DayInputs { begins: Some(rested), ..DayInputs::new(&bench.regions) };
    let from_rest = simulate(&case, &bench.values(), &System::suction(), inputs);
    assert_eq!(format!("{from_rest:?}"), format!("{:?}", bench.day(&case, &System::suction())));
}

#[test]
fn the_second_day_begins_where_the_night_ends() {
    let bench = Bench::new();
    let case = case("mechanic");
    let (network, evening) = (network(&bench, &case), evening(&bench, &case));
    let inputs = DayInputs { begins: Some(evening), ..DayInputs::new(&bench.regions) };
    let second = simulate(&case, &bench.values(), &System::suction(), inputs);
    let morning = evening.morning(&network, case.day.begins_s());
    let gap_mm = network.gap(&morning) * 1e3;
    assert_eq!(second.samples[0].seen.gap_mm, gap_mm);
    assert_ne!(gap_mm, network.gap(&network.limb.at_rest()) * 1e3, "the night left nothing");
    assert_eq!(second.samples[0].socks, 0);
}

#[test]
fn days_in_one_go_are_those_with_a_state_saved_in_between() {
    let bench = Bench::new();
    let case = case("mechanic");
    let whole = row(&bench, &vec![case.clone(); 4], None);
    let first = row(&bench, &vec![case.clone(); 2], None);
    let second = row(&bench, &vec![case.clone(); 2], first.evening);
    assert_eq!(whole.days[..2], first.days);
    assert_eq!(whole.evening, second.evening);
    let socks = |row: &PassedDays| row.days.iter().map(|day| (day.socks_added, day.first_sock_s)).collect::<Vec<_>>();
    assert_eq!(socks(&whole)[2..], socks(&second));
    // Each row counts from its own first morning.
    let began = 1.0 + whole.days[1].next_morning_pct / 100.0;
    let continued = 100.0 * (began * (1.0 + second.days[1].evening_pct / 100.0) - 1.0);
    assert!((continued - whole.days[3].evening_pct).abs() < 1e-9);
}

#[test]
fn the_hours_of_a_night_are_counted_over_midnight_and_a_whole_day_at_most() {
    let bench = Bench::new();
    let limb = network(&bench, &case("mechanic")).limb.at_rest();
    let night_h =
        |ended_h: f64, begins_h: f64| Evening { limb, ended_s: ended_h * HOUR }.night_s(begins_h * HOUR) / HOUR;
    assert_eq!(night_h(23.0, 7.0), 8.0);
    assert_eq!(night_h(24.0, 0.0), 0.0);
    assert_eq!(night_h(8.0, 9.0), 1.0);
    let at_once = Evening { limb, ended_s: 24.0 * HOUR }.morning(&network(&bench, &case("mechanic")), 0.0);
    assert_eq!(at_once, limb);
}

#[test]
fn a_day_without_a_prosthesis_needs_no_sock_and_the_limb_recovers() {
    let bench = Bench::new();
    let worn = case("mechanic");
    let mut off = worn.clone();
    for activity in &mut off.day.activities {
        activity.kind = domain::day::ActivityKind::Doff;
        (activity.steps, activity.cadence_steps_per_min, activity.speed_m_per_s) = (None, None, None);
    }
    let mixed = row(&bench, &[worn.clone(), off, worn], None);
    assert_eq!((mixed.days[1].socks_added, mixed.days[1].first_sock_s), (0, None));
    assert!(mixed.days[1].evening_pct.abs() < mixed.days[0].evening_pct.abs(), "{mixed:?}");
    assert!(row(&bench, &[], None).days.is_empty());
}
