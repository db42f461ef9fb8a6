//! Electric pumps in vivo: evacuation while standing, re-starts while walking.

use super::{Answer, BOARD_PACE, Bench, means};
use domain::Case;
use domain::case::{PumpMode, SocketConcept};
use domain::limb::AmputationLevel;
use physics::integrator::{Integrator, Tolerance};
use physics::network::Regime;
use twin::assemble::{Disturbance, assemble};
use twin::system::{Connection, Drive, System};

/// 17 inHg, Pa, and how far below it the pump starts again (2 inHg).
const TARGET: f64 = 57_570.0;
const BAND: f64 = 6_770.0;

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

/// Seconds to 17 inHg, steepest over mean rate, re-starts in ten minutes of walking.
pub(super) fn run(bench: &Bench<'_>) -> Vec<Answer> {
    let case = transfemoral(bench);
    let system = System {
        id: "electric".into(),
        name: "Electric pump".into(),
        drive: Drive::Electric { mode: PumpMode::Automatic, connection: Connection::Tube },
        socket: SocketConcept::TotalSurfaceBearing,
    };
    means(bench, ["major2015.seconds", "major2015.s_shape", "major2015.restarts"], |values| {
        let network = assemble(&case, values, &system, Disturbance::default());
        let mut state = network.donned();
        let mut integrator = Integrator::new(Tolerance::default());
        let (mut seconds, mut steepest, mut before) = (0.0, 0.0f64, network.standing_vacuum(&state));
        while before < TARGET && seconds < 600.0 {
            integrator.advance(&network, &mut state, Regime::Stand, true, 0.5, |_, _| ());
            let now = network.standing_vacuum(&state);
            steepest = steepest.max((now - before) / 0.5);
            seconds += 0.5;
            before = now;
        }
        let walk = Regime::Walk { pace: BOARD_PACE, duty: 1.0 };
        let (mut running, mut restarts) = (false, 0.0);
        for _ in 0..600 {
            integrator.advance(&network, &mut state, walk, running, 1.0, |_, _| ());
            let vacuum = network.standing_vacuum(&state);
            if !running && vacuum < TARGET - BAND {
                (running, restarts) = (true, restarts + 1.0);
            } else if vacuum >= TARGET {
                running = false;
            }
        }
        [seconds, steepest / (TARGET / seconds), restarts]
    })
}
