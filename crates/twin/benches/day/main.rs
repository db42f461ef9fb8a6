//! `cargo bench -p twin`: one day of one suspension, against SciPy's LSODA and SUNDIALS CVODE on the same equations in
//! the same run, and against the least time that this core could need for the operations.
//!
//! A peer (`benches/peers`) gets the network's constants and the day's regimes, integrates the same states to a
//! comparable accuracy, and its end state must agree, or the comparison is void. It does so twice: with every stride
//! resolved, which is the problem as it stands, and on the cycle means that the twin's integrator takes, which lends
//! the peer our method. A peer that cannot be built or started is skipped and says what to install.

#![allow(
    clippy::exit,
    clippy::expect_used,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and ends at the first fault"
)]

mod floor;
mod peers;

use domain::Case;
use domain::case::SocketConcept;
use physics::integrator::{Integrator, Tolerance};
use physics::network::{Network, Regime, State};
use std::hint::black_box;
use std::time::Instant;
use twin::assemble::{Disturbance, assemble};
use twin::day::{DayInputs, regime, simulate};
use twin::parameters::ParameterSet;
use twin::regions::Regions;
use twin::system::{Connection, Drive, System};

/// Regimes of a day with their durations, s.
type Segments = [(Regime, f64)];

/// Largest differences of end states for which two solvers solve the same problem: the limb's volume and its interstitial
/// fluid, % of limb volume; air, %.
const AGREE_FLUID: f64 = 0.05;
const AGREE_AIR: f64 = 1.0;

/// What we aim at, ms a day.
const AIM_MS: f64 = 1.0;

fn main() {
    let case = Case::parse(include_str!("../../../../cases/mechanic.toml")).expect("a shipped case");
    let parameters = ParameterSet::parse(
        include_str!("../../../../data/parameters.toml"),
        &[
            include_str!("../../../../data/catalog/ottobock/4R147.toml"),
            include_str!("../../../../data/catalog/ottobock/4R152.toml"),
        ],
    )
    .expect("shipped parameters");
    let regions = Regions::parse(include_str!("../../../../data/regions.toml")).expect("shipped regions");
    let values = parameters.central();
    let drive =
        Drive::WeightActivated { chambers: 1, rated_mass_kg: None, ring_condition: 1.0, connection: Connection::Tube };
    let system = System {
        id: "pump".into(),
        name: "pump".into(),
        drive,
        socket: SocketConcept::TotalSurfaceBearing,
        pump: None,
    };
    let network = assemble(&case, &values, &system, Disturbance::default());
    let segments: Vec<(Regime, f64)> = case.day.activities.iter().map(|a| (regime(a), a.duration_s())).collect();

    let equations_s = median_seconds(|| {
        black_box(day(&network, &segments));
    });
    let whole_s = median_seconds(|| {
        black_box(simulate(&case, &values, &system, DayInputs::new(&regions)));
    });
    let (ours, steps) = day(&network, &segments);

    println!("one day, one suspension, one core                  ms     ratio   end states differ by");
    println!("  {:<42}{:>10.3}{:>10}", "concord, the equations alone", equations_s * 1e3, 1);
    println!("  {:<42}{:>10.3}{:>10.1}", "concord, with traces and observations", whole_s * 1e3, whole_s / equations_s);
    let mut aims = vec![("a day's equations, ms".to_string(), equations_s * 1e3, AIM_MS, equations_s * 1e3 <= AIM_MS)];
    for peer in peers::ALL {
        match peer.run(&network, &segments) {
            Err(why) => println!("  {}: SKIPPED, {why}", peer.name),
            Ok(answers) => {
                for (way, what) in
                    [("every_stride", "every stride resolved"), ("cycle_means", "means over the gait cycle")]
                {
                    let number = |field: &str| answers[way][field].as_f64().unwrap_or(f64::NAN);
                    let ratio = number("seconds") / equations_s;
                    let volume = network.limb.volume();
                    let lasting = (number("interstitial") - ours.limb.interstitial).abs() / volume * 100.0;
                    let whole = (number("volume") - network.limb.change(&ours.limb)).abs() / volume * 100.0;
                    let fluid = lasting.max(whole);
                    let air = (number("air") / ours.air - 1.0).abs() * 100.0;
                    let name = format!("{}, {what}", peer.name);
                    println!(
                        "  {name:<42}{:>10.3}{ratio:>10.1}   {whole:.4} % of limb volume ({lasting:.4} of interstitial fluid), {air:.3} % of the air",
                        number("seconds") * 1e3
                    );
                    if let (Some(evaluations), Some(turns)) =
                        (answers[way]["evaluations"].as_u64(), answers[way]["air_iterations"].as_f64())
                    {
                        println!(
                            "    {evaluations} right-hand sides, {turns:.1} turns in each to find the air's pressure"
                        );
                    }
                    assert!(fluid < AGREE_FLUID && air < AGREE_AIR, "the peers do not solve the same problem");
                    aims.push((name, ratio, peer.aim, ratio >= peer.aim));
                }
            }
        }
    }
    floor::report(&network, &segments, &steps, &ours, equations_s);
    println!("aims (peers: times faster)");
    for (what, measured, aim, met) in aims {
        println!("  {what:<42}{measured:>10.1}, aim {aim}: {}", if met { "met" } else { "NOT MET" });
    }
}

/// The day from donning: its end state and the steps accepted in each segment.
fn day(network: &Network, segments: &Segments) -> (State, Vec<u64>) {
    let mut state = network.donned();
    let mut integrator = Integrator::new(Tolerance::default());
    let mut steps = Vec::with_capacity(segments.len());
    for (regime, duration) in segments {
        let before = integrator.steps;
        integrator.restart();
        integrator.advance(network, &mut state, *regime, false, *duration, |_, _| ());
        steps.push(integrator.steps - before);
    }
    (state, steps)
}

fn median_seconds(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..15)
        .map(|_| {
            let begun = Instant::now();
            work();
            begun.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
