//! The stepping loop allocates nothing: whatever takes the air out, an hour of walking touches no heap.

use allocation_counter::measure;
use domain::Case;
use domain::case::{PumpMode, SocketConcept};
use physics::gait_load::Pace;
use physics::integrator::{Integrator, Tolerance};
use physics::network::{Regime, VacuumSource};
use twin::assemble::{Disturbance, assemble};
use twin::parameters::ParameterSet;
use twin::system::{Cells, Connection, Drive, System};

fn with(drive: Drive) -> System {
    System { id: "pump".into(), name: "pump".into(), drive, socket: SocketConcept::TotalSurfaceBearing, pump: None }
}

#[test]
fn an_hour_of_walking_allocates_nothing_on_any_vacuum_source() {
    let case = Case::parse(include_str!("../../../cases/mechanic.toml")).unwrap();
    let values = ParameterSet::parse(
        include_str!("../../../data/parameters.toml"),
        &[
            include_str!("../../../data/catalog/ottobock/4R147.toml"),
            include_str!("../../../data/catalog/ottobock/4R152.toml"),
        ],
    )
    .unwrap()
    .central();
    let connection = Connection::Tube;
    let weight = Drive::WeightActivated { chambers: 1, rated_mass_kg: None, ring_condition: 1.0, connection };
    let electric = Drive::Electric { mode: PumpMode::Level2, connection, cells: Cells::Rechargeable };
    let systems = [System::pin_lock(), System::suction(), with(weight), with(electric)];
    let mut sources = [false; 4];
    for system in systems {
        // A pinhole, too, so that every term of the air balance is evaluated.
        let network = assemble(&case, &values, &system, Disturbance { pinhole_mm: 0.1, ..Disturbance::default() });
        sources[match network.source {
            VacuumSource::Open => 0,
            VacuumSource::Valve | VacuumSource::Sealed => 1,
            VacuumSource::WeightActivated(_) => 2,
            VacuumSource::Electric(_) => 3,
        }] = true;
        for duty in [1.0, 0.4] {
            let mut state = network.donned();
            let mut integrator = Integrator::new(Tolerance::default());
            let regime = Regime::Walk { pace: Pace { cadence: 104.0, speed: 1.2 }, duty };
            let counted = measure(|| {
                integrator.advance(&network, &mut state, regime, true, 3_600.0, |_, _| ());
            });
            assert!(integrator.steps > 0 && state.strides > 0.0);
            assert_eq!(counted.count_total, 0, "{:?}, duty {duty}: {counted:?}", system.drive);
        }
    }
    assert_eq!(sources, [true; 4], "a vacuum source was not walked on");
}

#[test]
fn the_counter_sees_an_allocation() {
    assert!(measure(|| drop(std::hint::black_box(vec![0_u8; 64]))).count_total > 0);
}
