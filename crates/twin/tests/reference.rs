//! The fast path against the slow one that resolves every stride and stroke, over a thousand random persons, ways of
//! walking and suspensions.

use domain::Case;
use domain::case::SocketConcept;
use physics::gait_load::Pace;
use physics::integrator::{Integrator, Tolerance};
use physics::network::{Network, Regime, State};
use physics::reference::walk_resolved;
use rayon::prelude::*;
use twin::assemble::{Disturbance, assemble};
use twin::observe::{in_socket_fluid_pct, post_doff_volume_pct};
use twin::parameters::ParameterSet;
use twin::system::{Connection, Drive, System};

const PERSONS: u32 = 1_000;
/// 0.1 %: fluid and volume of the limb's volume, vacuum of the ambient pressure.
const WITHIN: f64 = 0.1;
/// The same for vacuum where a pinhole lets in several percent of the air every stride: cycle means blur that saw.
const WITHIN_PUNCTURED: f64 = 0.3;

fn pump(chambers: u32) -> System {
    let drive =
        Drive::WeightActivated { chambers, rated_mass_kg: None, ring_condition: 1.0, connection: Connection::Tube };
    System { id: "pump".into(), name: "pump".into(), drive, socket: SocketConcept::TotalSurfaceBearing, pump: None }
}

fn fluid(network: &Network, state: &State) -> f64 {
    in_socket_fluid_pct(network, &state.limb)
}

fn volume(network: &Network, state: &State) -> f64 {
    post_doff_volume_pct(network, state, 300.0)
}

#[test]
fn a_thousand_random_walks_end_where_every_stride_resolved_ends() {
    let parameters = ParameterSet::parse(
        include_str!("../../../data/parameters.toml"),
        &[
            include_str!("../../../data/catalog/ottobock/4R147.toml"),
            include_str!("../../../data/catalog/ottobock/4R152.toml"),
        ],
    )
    .unwrap();
    let cases = [
        include_str!("../../../cases/mechanic.toml"),
        include_str!("../../../cases/light.toml"),
        include_str!("../../../cases/long_limb.toml"),
        include_str!("../../../cases/transfemoral.toml"),
    ]
    .map(|text| Case::parse(text).unwrap());
    let systems = [pump(1), pump(2), System::suction(), System::pin_lock()];
    let worst = (0..PERSONS)
        .into_par_iter()
        .map(|person| {
            let values = parameters.sample(11, u64::from(person));
            let mix = person as usize;
            let (case, system) = (&cases[mix % 4], &systems[mix / 4 % 4]);
            // Cadence 70 to 130, a pinhole in every third sleeve, 120 to 720 strides: fewer end on the steep part of a thigh
            // socket's evacuation, where the part of a stride that nobody knows is tenths of a kilopascal.
            let cadence = 70.0 + f64::from(person * 37 % 61);
            let pace = Pace { cadence, speed: 1.2 * cadence / 104.0 };
            let pinhole_mm = if person % 3 == 0 { 0.12 } else { 0.0 };
            let strides = 120 + person * 53 % 600;
            let network = assemble(case, &values, system, Disturbance { pinhole_mm, ..Disturbance::default() });
            let mut fast = network.donned();
            let regime = Regime::Walk { pace, duty: 1.0 };
            let seconds = f64::from(strides) * pace.stride_time();
            let half = 0.5 * pace.stride_time();
            let mut integrator = Integrator::new(Tolerance::default());
            integrator.advance(&network, &mut fast, regime, false, seconds - half, |_, _| ());
            // The reference tells its vacuum as the mean over the last stride: the middle of it.
            let vacuum_mid = network.standing_vacuum(&fast);
            integrator.advance(&network, &mut fast, regime, false, half, |_, _| ());
            // Nobody says with which part of the gait cycle a walk begins: the mean over two beginnings, half a cycle apart.
            let mut resolved = [0.0; 3];
            for phase in [0.1, 0.6] {
                let mut slow = network.donned();
                let vacuum = walk_resolved(&network, &mut slow, pace, phase, strides, 60);
                let outputs = [fluid(&network, &slow), volume(&network, &slow), vacuum];
                resolved = std::array::from_fn(|i| resolved[i] + outputs[i] / 2.0);
            }
            let outputs = [fluid(&network, &fast), volume(&network, &fast), vacuum_mid];
            let unit = [1.0, 1.0, network.ambient / 100.0];
            let apart: [f64; 3] = std::array::from_fn(|i| (outputs[i] - resolved[i]).abs() / unit[i]);
            let [vacuum, punctured] = if pinhole_mm > 0.0 { [0.0, apart[2]] } else { [apart[2], 0.0] };
            [apart[0], apart[1], vacuum, punctured]
        })
        .reduce(|| [0.0f64; 4], |a: [f64; 4], b: [f64; 4]| std::array::from_fn(|i| a[i].max(b[i])));
    let [fluid, volume, vacuum, punctured] = worst;
    eprintln!(
        "worst of {PERSONS}: fluid {fluid:.3} %, volume {volume:.3} %, vacuum {vacuum:.3} % of ambient, \
         {punctured:.3} % with a pinhole"
    );
    assert!(fluid < WITHIN && volume < WITHIN && vacuum < WITHIN, "{worst:?}");
    assert!(punctured < WITHIN_PUNCTURED, "{worst:?}");
}
