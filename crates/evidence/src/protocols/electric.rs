//! Electric pumps in vivo: evacuation while standing, re-starts while walking.

use super::shared::{Answer, BOARD_PACE, Bench, everyone};
use domain::Case;
use domain::case::{PumpMode, SocketConcept};
use domain::limb::AmputationLevel;
use physics::integrator::{Integrator, Tolerance};
use physics::network::{Network, Regime};
use twin::assemble::{Disturbance, assemble};
use twin::ensemble::spread;
use twin::system::{Cells, Connection, Drive, System};

/// 17 inHg, Pa, and how far below it the pump starts again (2 inHg).
const TARGET: f64 = 57_570.0;
const BAND: f64 = 6_770.0;
/// How often the vacuum is read, s, and how many readings at most.
const LOG_S: f64 = 0.25;
const LONGEST: usize = 2_400;

/// The reference person with a transfemoral limb: circumferences of the mean limb's thigh are not in its model, so a
/// conical frustum of 560 to 400 mm over 260 mm is assumed.
fn transfemoral(bench: &Bench<'_>) -> Case {
    let mut case = bench.reference.clone();
    case.limb.amputation_level = AmputationLevel::Transfemoral;
    case.limb.limb_length_mm = 290.0;
    let rows = [(0.0, 560.0), (90.0, 505.0), (180.0, 450.0), (260.0, 400.0)];
    case.limb.circumferences = rows
        .map(|(below_reference_mm, circumference_mm)| domain::limb::Circumference {
            below_reference_mm,
            circumference_mm,
        })
        .to_vec();
    case
}

/// One person's evacuation while standing, and the walk after it.
struct Evacuated {
    seconds: f64,
    s_shaped: bool,
    restarts: f64,
}

/// Seconds to 17 inHg, the persons' own rates against the rate of the mean, shape, re-starts in ten minutes of walking.
pub(super) fn run(bench: &Bench<'_>) -> Vec<Answer> {
    let case = transfemoral(bench);
    let system = System {
        id: "electric".into(),
        name: "Electric pump".into(),
        drive: Drive::Electric { mode: PumpMode::Automatic, connection: Connection::Tube, cells: Cells::Rechargeable },
        socket: SocketConcept::TotalSurfaceBearing,
        pump: None,
    };
    let people = everyone(bench, |values| evacuated(&assemble(&case, values, &system, Disturbance::default())));
    let mean = |read: &dyn Fn(&Evacuated) -> f64| people.iter().map(read).sum::<f64>() / people.len() as f64;
    let answer = |id, compared, spread| Answer { id, compared, spread };
    let over = |read: &dyn Fn(&Evacuated) -> f64| spread(people.iter().map(read));
    let once = |compared| spread(std::iter::once(compared));
    let seconds = mean(&|person| person.seconds);
    // ⟨17 inHg/t⟩ over 17 inHg/⟨t⟩: the more persons differ, the more.
    let rates = mean(&|person| seconds / person.seconds);
    let shaped = mean(&|person| f64::from(u8::from(person.s_shaped)));
    vec![
        answer("major2015.seconds", seconds, over(&|person| person.seconds)),
        answer("major2015.rates", rates, once(rates)),
        answer("major2015.s_shape", shaped, once(shaped)),
        answer("major2015.restarts", mean(&|person| person.restarts), over(&|person| person.restarts)),
    ]
}

fn evacuated(network: &Network) -> Evacuated {
    let mut state = network.donned();
    let mut integrator = Integrator::new(Tolerance::default());
    let mut course = vec![(0.0, network.standing_vacuum(&state))];
    while course[course.len() - 1].1 < TARGET && course.len() < LONGEST {
        integrator.advance(network, &mut state, Regime::Stand, true, LOG_S, |_, _| ());
        course.push((course.len() as f64 * LOG_S, network.standing_vacuum(&state)));
    }
    let seconds = reached(&course, TARGET);
    let [first, last] = [0.1, 0.9].map(|share| reached(&course, share * TARGET));
    let (slow, fast, slow_again) = (0.1 / first, 0.8 / (last - first), 0.1 / (seconds - last));
    let walk = Regime::Walk { pace: BOARD_PACE, duty: 1.0 };
    let (mut running, mut restarts) = (false, 0.0);
    for _ in 0..600 {
        integrator.advance(network, &mut state, walk, running, 1.0, |_, _| ());
        let vacuum = network.standing_vacuum(&state);
        if !running && vacuum < TARGET - BAND {
            (running, restarts) = (true, restarts + 1.0);
        } else if vacuum >= TARGET {
            running = false;
        }
    }
    Evacuated { seconds, s_shaped: slow < fast && slow_again < fast, restarts }
}

/// When a course first reaches a vacuum, s; its end where it never does.
fn reached(course: &[(f64, f64)], vacuum: f64) -> f64 {
    let next = course.partition_point(|point| point.1 < vacuum).clamp(1, course.len() - 1);
    let ((t0, v0), (t1, v1)) = (course[next - 1], course[next]);
    t0 + (t1 - t0) * ((vacuum - v0) / (v1 - v0)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vacuum_is_reached_between_two_readings_or_at_the_end() {
        let course = [(0.0, 0.0), (1.0, 10.0), (2.0, 30.0)];
        assert_eq!([5.0, 10.0, 20.0, 99.0].map(|vacuum| reached(&course, vacuum)), [0.5, 1.0, 1.5, 2.0]);
    }
}
