//! How long an electric pump runs a day, with an intact sleeve and over a sleeve's life.

use super::shared::{Answer, BOARD_PACE, Bench, means};
use domain::Case;
use domain::case::{PumpMode, SocketConcept};
use domain::day::{Activity, ActivityKind, ClockTime};
use twin::assemble::Disturbance;
use twin::day::{DayInputs, state_at};
use twin::system::{Cells, Connection, Drive, System};

/// Hours that the prosthesis is worn.
const WORN_H: f64 = 16.0;
/// Life of a sleeve, weeks: 2.5 months.
const LIFE_WEEKS: f64 = 2.5 * 365.25 / 12.0 / 7.0;
const HOUR_S: f64 = 3_600.0;
/// From when on, minutes after midnight, and what is done in each hour until which minute.
const FROM_MIN: u16 = 9 * 60;
const HOUR: [(ActivityKind, u16); 3] = [(ActivityKind::Walk, 10), (ActivityKind::Stand, 20), (ActivityKind::Sit, 60)];

/// Minutes of pumping a day.
pub(super) fn run(bench: &Bench<'_>) -> Vec<Answer> {
    let case = two_hours(bench.reference);
    let system = System {
        id: "electric".into(),
        name: "Electric pump".into(),
        drive: Drive::Electric {
            mode: PumpMode::Automatic,
            connection: Connection::Direct,
            cells: Cells::Rechargeable,
        },
        socket: SocketConcept::TotalSurfaceBearing,
        pump: None,
    };
    means(bench, ["ottobock_e2_ifu.intact", "ottobock_e2_ifu.life"], |values| {
        // A leak that grows with the square of age has its mean where age is the life over √3.
        [None, Some(LIFE_WEEKS / 3.0_f64.sqrt())].map(|sleeve_weeks| {
            let disturbance = Disturbance { sleeve_weeks, ..Disturbance::default() };
            let inputs = DayInputs { disturbance, ..DayInputs::new(bench.regions) };
            let ran_s = |hours: f64| {
                let until_s = case.day.begins_s() + hours * HOUR_S;
                state_at(&case, values, &system, inputs, until_s).1.pump_time
            };
            let (first, both) = (ran_s(1.0), ran_s(2.0));
            (first + (WORN_H - 1.0) * (both - first)) / 60.0
        })
    })
}

/// The same person through two hours alike.
fn two_hours(reference: &Case) -> Case {
    let mut case = reference.clone();
    case.day.activities = [0, 60]
        .into_iter()
        .flat_map(|hour| {
            let mut from = hour;
            HOUR.into_iter().filter_map(move |(kind, until)| {
                let to = hour + until;
                let clock = |minutes: u16| ClockTime::from_minutes(FROM_MIN + minutes);
                let walks = kind == ActivityKind::Walk;
                let activity = Activity {
                    from: clock(from)?,
                    to: clock(to)?,
                    kind,
                    cadence_steps_per_min: walks.then_some(BOARD_PACE.cadence),
                    speed_m_per_s: walks.then_some(BOARD_PACE.speed),
                    steps: None,
                };
                from = to;
                Some(activity)
            })
        })
        .collect();
    case
}
