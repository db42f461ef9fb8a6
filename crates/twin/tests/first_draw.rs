//! One draw after each donning, a hybrid, cells and an ageing sleeve, over a day.

use crate::day::{Bench, case};
use domain::Case;
use domain::case::{PumpMode, SocketConcept};
use domain::day::ActivityKind;
use twin::assemble::Disturbance;
use twin::day::{DayInputs, simulate};
use twin::days::{ROW_GRID_S, simulate_days};
use twin::quantity::{DayCourse, HOURS_A_CHARGE_H};
use twin::system::{Cells, Connection, Drive, System};

const CONNECTION: Connection = Connection::Direct;
const GOAL_KPA: f64 = 57.6;

fn system(drive: Drive) -> System {
    System { id: "own".into(), name: "own".into(), drive, socket: SocketConcept::TotalSurfaceBearing, pump: None }
}

fn once() -> System {
    system(Drive::Once { vacuum_kpa: GOAL_KPA, connection: CONNECTION, cells: Cells::Rechargeable })
}

fn steps() -> System {
    let connection = CONNECTION;
    system(Drive::WeightActivated { chambers: 1, rated_mass_kg: None, ring_condition: 1.0, connection })
}

fn hybrid() -> System {
    let (vacuum_kpa, connection) = (GOAL_KPA, CONNECTION);
    system(Drive::Hybrid { vacuum_kpa, chambers: 1, rated_mass_kg: None, ring_condition: 1.0, connection })
}

fn motor(mode: PumpMode, cells: Cells) -> System {
    system(Drive::Electric { mode, connection: CONNECTION, cells })
}

fn automatic() -> System {
    motor(PumpMode::Automatic, Cells::Rechargeable)
}

fn hours(day: &DayCourse) -> f64 {
    HOURS_A_CHARGE_H.of(day).expect("a pump with cells")
}

fn used_pct(day: &DayCourse) -> f64 {
    100.0 - day.samples.last().and_then(|sample| sample.battery_pct).expect("a pump with cells")
}

/// The same day, off and on again in its middle.
fn doffed_once(mut case: Case) -> Case {
    let at = case.day.activities.iter().position(|activity| activity.kind == ActivityKind::Sit).expect("a rest");
    case.day.activities[at].kind = ActivityKind::Doff;
    case
}

#[test]
fn what_is_drawn_once_is_lost_with_the_leak_and_never_drawn_again_before_the_next_donning() {
    let (bench, mechanic) = (Bench::new(), case("mechanic"));
    let day = bench.day(&mechanic, &once());
    let vacuum = |place: usize| day.samples[place].seen.vacuum_kpa;
    assert!((vacuum(1) / GOAL_KPA - 1.0).abs() < 0.1, "{}", vacuum(1));
    assert!(vacuum(day.samples.len() - 1) < 0.5 * vacuum(1));
    let rises = day.samples.windows(2).skip(1).filter(|pair| pair[1].battery_pct != pair[0].battery_pct).count();
    assert_eq!(rises, 0, "the motor ran again");
    let again = bench.day(&doffed_once(mechanic), &once());
    let ratio = again.pump_time_s / day.pump_time_s;
    assert!((1.5..2.5).contains(&ratio), "a second donning, {ratio} times the first one's draw");
}

#[test]
fn a_hybrid_asks_less_of_its_cells_than_a_motor_and_is_there_before_steps_are() {
    let (bench, mechanic) = (Bench::new(), case("mechanic"));
    let [hybrid, motor, steps] = [hybrid(), automatic(), steps()].map(|system| bench.day(&mechanic, &system));
    assert!(used_pct(&hybrid) < 0.5 * used_pct(&motor), "{} {}", used_pct(&hybrid), used_pct(&motor));
    assert!(hours(&hybrid) > hours(&motor));
    let [by_both, by_steps] = [&hybrid, &steps].map(|day| day.milestones.working.expect("15 inHg").seconds);
    assert!(by_both < 0.8 * by_steps, "{by_both} s, {by_steps} s");
    // Once the motor is off, both are one pump.
    let end = |day: &DayCourse| day.samples[day.samples.len() - 1].seen.vacuum_kpa;
    assert!((end(&hybrid) / end(&steps) - 1.0).abs() < 0.1, "{} {}", end(&hybrid), end(&steps));
}

#[test]
fn a_deeper_level_a_leak_and_the_cold_cost_hours_and_alkaline_cells_lose_most_in_the_cold() {
    let (bench, mechanic) = (Bench::new(), case("mechanic"));
    let of = |case: &Case, mode, cells| hours(&bench.day(case, &motor(mode, cells)));
    let shallow = of(&mechanic, PumpMode::Level1, Cells::Rechargeable);
    let deep = of(&mechanic, PumpMode::Level4, Cells::Rechargeable);
    assert!(deep < 0.9 * shallow, "{deep} h, {shallow} h");
    let mut cold = mechanic.clone();
    cold.day.temperature_c = -5.0;
    let share = |cells| of(&cold, PumpMode::Level1, cells) / of(&mechanic, PumpMode::Level1, cells);
    let [rechargeable, alkaline] = [Cells::Rechargeable, Cells::Alkaline].map(share);
    assert!(alkaline < rechargeable - 0.1 && rechargeable < 0.85, "{alkaline} {rechargeable}");
    let worn = simulate(&mechanic, &bench.values(), &automatic(), with_sleeve(&bench, Some(3.0)));
    let new = bench.day(&mechanic, &automatic());
    assert!(hours(&worn) < 0.7 * hours(&new) && worn.pump_time_s > 3.0 * new.pump_time_s);
}

fn with_sleeve(bench: &Bench, sleeve_weeks: Option<f64>) -> DayInputs<'_> {
    let disturbance = Disturbance { sleeve_weeks, ..Disturbance::default() };
    DayInputs { disturbance, ..DayInputs::new(&bench.regions) }
}

#[test]
fn cells_that_are_empty_within_the_day_are_told_with_the_hours_until_then() {
    let (bench, mechanic) = (Bench::new(), case("mechanic"));
    let values = bench.values();
    let day =
        simulate(&mechanic, &values, &motor(PumpMode::Level4, Cells::Rechargeable), with_sleeve(&bench, Some(8.0)));
    let worn_h = (mechanic.day.ends_s() - mechanic.day.begins_s()) / 3_600.0;
    assert!(hours(&day) < worn_h, "{} h of {worn_h} h", hours(&day));
}

#[test]
fn a_sleeve_with_an_age_lets_in_more_from_day_to_day_and_one_without_does_not() {
    let (bench, mechanic) = (Bench::new(), case("mechanic"));
    let cases = vec![mechanic; 3];
    let leaks = |weeks| {
        let inputs = DayInputs { grid_s: ROW_GRID_S, ..with_sleeve(&bench, weeks) };
        let row = simulate_days(&cases, &bench.values(), &System::suction(), inputs, &|| Ok(())).expect("three days");
        row.days.iter().map(|day| day.leak_ml_per_min).collect::<Vec<_>>()
    };
    let intact = leaks(None);
    assert!(intact.iter().all(|leak| *leak == intact[0]), "{intact:?}");
    let new = leaks(Some(0.0));
    assert!(new[0] == intact[0] && new[0] < new[1] && new[1] < new[2], "{new:?}");
    let old = leaks(Some(2.0));
    // The mean area grows with the square of age: ((14 + 2)/14)² − 1 of it in two days.
    let grown = (old[2] - old[0]) / (old[0] - intact[0]);
    assert!((grown / ((16.0_f64 / 14.0).powi(2) - 1.0) - 1.0).abs() < 1e-9, "{grown}");
}
