//! `cargo bench -p twin`: one day of one suspension, against SciPy's LSODA on the same equations in the same run.
//!
//! The peer (`benches/peers/day_scipy.py`) gets the network's constants and the day's regimes, integrates the same
//! states to a comparable accuracy, and its end state must agree, or the comparison is void. It does so twice: with
//! every stride resolved, which is the problem as it stands, and on the cycle means that the twin's integrator takes,
//! which lends SciPy our method. Needs Python with SciPy (`pip install scipy`); without it the peer is skipped and
//! says so.

use domain::Case;
use domain::case::SocketConcept;
use physics::integrator::{Integrator, Tolerance};
use physics::network::{Network, Regime, VacuumSource};
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Instant;
use twin::assemble::{Disturbance, assemble};
use twin::day::{DayInputs, regime, simulate};
use twin::parameters::ParameterSet;
use twin::regions::Regions;
use twin::system::{Connection, Drive, System};

fn main() {
    let case = Case::parse(include_str!("../../../cases/mechanic.toml")).expect("a shipped case");
    let parameters = ParameterSet::parse(include_str!("../../../data/parameters.toml")).expect("shipped parameters");
    let regions = Regions::parse(include_str!("../../../data/regions.toml")).expect("shipped regions");
    let values = parameters.central();
    let drive =
        Drive::WeightActivated { chambers: 1, rated_mass_kg: None, ring_condition: 1.0, connection: Connection::Tube };
    let system = System { id: "pump".into(), name: "pump".into(), drive, socket: SocketConcept::TotalSurfaceBearing };
    let network = assemble(&case, &values, &system, Disturbance::default());
    let segments: Vec<(Regime, f64)> = case.day.activities.iter().map(|a| (regime(a), a.duration_s())).collect();

    let day = || {
        let mut state = network.donned();
        let mut integrator = Integrator::new(Tolerance::default());
        for (regime, duration) in &segments {
            integrator.restart();
            integrator.advance(&network, &mut state, *regime, false, *duration, |_, _| ());
        }
        state
    };
    let equations_s = median_seconds(|| {
        std::hint::black_box(day());
    });
    let whole_s = median_seconds(|| {
        std::hint::black_box(simulate(&case, &values, &system, DayInputs::new(&regions)));
    });
    let ours = day();
    println!("one day, one suspension, one core");
    println!("  concord, the equations alone            {:>10.3} ms", equations_s * 1e3);
    println!("  concord, with traces and observations   {:>10.3} ms", whole_s * 1e3);
    match peer(&network, &segments) {
        Err(why) => println!("  SciPy LSODA: SKIPPED, {why}"),
        Ok(answers) => {
            for (name, what) in [
                ("every_stride", "SciPy LSODA, every stride resolved"),
                ("cycle_means", "SciPy LSODA, means over the gait cycle"),
            ] {
                let number = |field: &str| answers[name][field].as_f64().unwrap_or(f64::NAN);
                let fluid = (number("interstitial") - ours.fluid.interstitial).abs() / network.fluid.volume * 100.0;
                let air = (number("air") / ours.air - 1.0).abs() * 100.0;
                println!("  {what:<40}{:>10.3} ms{:>9.0} x", number("seconds") * 1e3, number("seconds") / equations_s);
                println!("    end states differ by {fluid:.4} % of limb volume and {air:.3} % of the air");
                assert!(fluid < 0.05 && air < 1.0, "the peers do not solve the same problem");
            }
        }
    }
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

fn peer(network: &Network, segments: &[(Regime, f64)]) -> Result<Value, String> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/peers/day_scipy.py");
    let mut child = Command::new("python3")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("python3 cannot be started: {error}"))?;
    let problem =
        json!({ "network": constants(network), "segments": segments.iter().map(segment).collect::<Vec<_>>() });
    child
        .stdin
        .take()
        .ok_or("no standard input")?
        .write_all(problem.to_string().as_bytes())
        .map_err(|e| e.to_string())?;
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err("the peer stopped; `pip install scipy` gives what it needs".into());
    }
    serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
}

fn segment((regime, duration): &(Regime, f64)) -> Value {
    match regime {
        Regime::Walk { pace, duty } => {
            json!({ "do": "walk", "cadence": pace.cadence, "speed": pace.speed, "duty": duty, "seconds": duration })
        }
        Regime::Stand => json!({ "do": "stand", "seconds": duration }),
        _ => json!({ "do": "sit", "seconds": duration }),
    }
}

/// Every constant that the peer's equations need, by the names of the fields.
fn constants(n: &Network) -> Value {
    let VacuumSource::WeightActivated(pump) = &n.source else { unreachable!("the benchmark's pump") };
    let (g, c, a, f, s) = (&n.gait, &n.contact, &n.air, &n.fluid, &n.suspension);
    json!({
        "ambient": n.ambient, "load_share": n.load_share, "bone_support": n.bone_support, "taper": n.taper,
        "fit_gap": n.fit_gap, "distal_factor": n.distal_factor,
        "gait": { "body_mass": g.body_mass, "prosthesis_mass": g.prosthesis_mass, "stance_fraction": g.stance_fraction,
            "midstance_load": g.midstance_load, "peak_modulation": g.peak_modulation,
            "reference_speed": g.reference_speed, "reference_cadence": g.reference_cadence,
            "swing_rate": g.swing_rate, "prosthesis_arm": g.prosthesis_arm },
        "contact": { "area": c.area, "spread": c.spread, "tissue": c.tissue_stiffness, "liner": c.liner_stiffness,
            "contact": c.contact_stiffness },
        "air": { "line": a.line, "textile": a.textile, "textile_compression": a.textile_compression, "fold": a.fold,
            "fold_compliance": a.fold_compliance, "section": a.section },
        "leak": { "seal": n.leak.seal_conductance },
        "suspension": { "shear_modulus": s.tissue_shear_modulus, "depth": s.tissue_depth,
            "unclamped": s.unclamped_share },
        "pump": { "chambers": pump.chambers, "area": pump.chamber_area, "stiffness": pump.ring_stiffness,
            "stop": pump.stop, "dead": pump.dead_volume, "crack": pump.exhaust_crack },
        "fluid": { "volume": f.volume, "soft_section": f.soft_section, "length": f.length,
            "permeability": f.permeability, "permeability_pressure": f.permeability_pressure,
            "filtration": f.filtration, "closing": f.closing_pressure, "oncotic": f.oncotic_pressure,
            "reflection": f.reflection, "dry": f.dry_elastance, "wet": f.wet_elastance,
            "mobile": f.mobile_fraction, "lymph": f.lymph_rest, "blood_pool": f.blood_pool,
            "fill": f.fill_time, "empty": f.empty_time, "venous": f.venous_pressure, "distension": f.distension },
        "posture": { "stand": n.posture.stand, "sit": n.posture.sit, "walk": n.posture.walk,
            "lymph": n.posture.walking_lymph }
    })
}
