//! The peers: how each is built, started and given the problem.

use crate::Segments;
use physics::network::{Network, Regime, VacuumSource};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// Another solver of the same day.
pub struct Peer {
    pub name: &'static str,
    /// How many times faster than it we aim to be.
    pub aim: f64,
    /// Builds what has to be built.
    command: fn() -> Result<Command, String>,
    /// The problem as it reads it.
    problem: fn(&Network, &Segments) -> String,
    /// What it needs.
    needs: &'static str,
}

pub const ALL: [Peer; 2] = [
    Peer { name: "SciPy LSODA", aim: 10_000.0, command: scipy, problem: as_json, needs: "`pip install scipy`" },
    Peer {
        name: "SUNDIALS CVODE",
        aim: 10.0,
        command: cvode,
        problem: as_lines,
        needs: "a C compiler and `apt-get install libsundials-dev`",
    },
];

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/peers");

impl Peer {
    /// Its end states and times, or why there are none.
    pub fn run(&self, network: &Network, segments: &Segments) -> Result<Value, String> {
        let lacking = |why: String| format!("{why}; it needs {}", self.needs);
        let mut child = (self.command)()
            .map_err(lacking)?
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| lacking(format!("it cannot be started: {error}")))?;
        let problem = (self.problem)(network, segments);
        // A child that stopped early closes its input: its exit status, below, says more than the broken pipe.
        let _ = child.stdin.take().ok_or("no standard input")?.write_all(problem.as_bytes());
        let output = child.wait_with_output().map_err(|error| error.to_string())?;
        if !output.status.success() {
            return Err(lacking("it stopped".into()));
        }
        serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
    }
}

fn scipy() -> Result<Command, String> {
    let mut python = Command::new("python3");
    python.arg(format!("{FOLDER}/day_scipy.py"));
    Ok(python)
}

/// Compiles the peer for this very machine; SUNDIALS 7 has one library more than SUNDIALS 6.
fn cvode() -> Result<Command, String> {
    let program = concat!(env!("CARGO_TARGET_TMPDIR"), "/day_cvode");
    let libraries = ["cvode", "nvecserial", "sunmatrixdense", "sunlinsoldense"].map(|l| format!("-lsundials_{l}"));
    let mut said = String::new();
    for more in [None, Some("-lsundials_core")] {
        let output = Command::new("cc")
            .args(["-O2", "-march=native", "-o", program])
            .arg(format!("{FOLDER}/day_cvode.c"))
            .args(&libraries)
            .args(more)
            .arg("-lm")
            .output()
            .map_err(|error| format!("cc cannot be started: {error}"))?;
        if output.status.success() {
            return Ok(Command::new(program));
        }
        if said.is_empty() {
            said = String::from_utf8_lossy(&output.stderr).into_owned();
        }
    }
    let first = said.lines().find(|line| line.contains("error") || line.contains("cannot find")).unwrap_or("no reason");
    let first = first.rsplit('/').next().unwrap_or(first);
    Err(format!("it does not compile ({first})"))
}

fn as_json(network: &Network, segments: &Segments) -> String {
    let segments: Vec<Value> = segments
        .iter()
        .map(|(regime, seconds)| match regime {
            Regime::Walk { pace, duty } => {
                json!({ "do": "walk", "cadence": pace.cadence, "speed": pace.speed, "duty": duty, "seconds": seconds })
            }
            Regime::Stand => json!({ "do": "stand", "seconds": seconds }),
            _ => json!({ "do": "sit", "seconds": seconds }),
        })
        .collect();
    json!({ "network": constants(network), "segments": segments }).to_string()
}

/// One constant or segment a line.
fn as_lines(network: &Network, segments: &Segments) -> String {
    let mut lines = String::new();
    let constants = constants(network);
    for (name, value) in constants.as_object().into_iter().flatten() {
        match value.as_object() {
            None => lines += &format!("constant {name} {value}\n"),
            Some(group) => group.iter().for_each(|(field, value)| {
                let _ = writeln!(lines, "constant {name}.{field} {value}");
            }),
        }
    }
    for (regime, seconds) in segments {
        lines += &match regime {
            Regime::Walk { pace, duty } => format!("segment walk {} {} {duty} {seconds}\n", pace.cadence, pace.speed),
            Regime::Stand => format!("segment stand {seconds}\n"),
            _ => format!("segment sit {seconds}\n"),
        };
    }
    lines
}

/// Every constant that the peers' equations need, by the names of the fields.
fn constants(n: &Network) -> Value {
    let VacuumSource::WeightActivated(pump) = &n.source else { unreachable!("the benchmark's pump") };
    let (g, c, a, s) = (&n.gait, &n.contact, &n.air, &n.suspension);
    let (f, b, d, q) = (&n.limb.fluid, &n.limb.blood, &n.limb.displaced, &n.limb.pore);
    json!({
        "ambient": n.ambient, "load_share": n.load_share, "bone_support": n.bone_support, "taper": n.taper,
        "fit_gap": n.fit_gap, "liner_stretch": n.liner_stretch,
        "gait": { "body_mass": g.body_mass, "prosthesis_mass": g.prosthesis_mass, "stance_fraction": g.stance_fraction,
            "midstance_load": g.midstance_load, "peak_modulation": g.peak_modulation,
            "reference_speed": g.reference_speed, "reference_cadence": g.reference_cadence,
            "swing_rate": g.swing_rate, "prosthesis_arm": g.prosthesis_arm },
        "contact": { "area": c.area, "spread": c.spread, "tissue": c.tissue_stiffness, "liner": c.liner_stiffness,
            "contact": c.contact_stiffness, "bone_share": c.bone.share, "bone_thinness": c.bone.thinness,
            "bone_offset": c.bone.offset, "bone_range": c.bone.range },
        "air": { "line": a.line, "textile": a.textile, "textile_compression": a.textile_compression, "fold": a.fold,
            "fold_compliance": a.fold_compliance, "section": a.section },
        "leak": { "seal": n.leak.seal_conductance },
        "suspension": { "shear_modulus": s.tissue_shear_modulus, "depth": s.tissue_depth,
            "unclamped": s.unclamped_share },
        "pump": { "chambers": pump.chambers, "area": pump.chamber_area, "stiffness": pump.ring_stiffness,
            "stop": pump.stop, "dead": pump.dead_volume, "crack": pump.exhaust_crack, "travel": pump.travel },
        "fluid": { "volume": f.volume, "soft_section": f.soft_section, "length": f.length,
            "permeability": f.permeability, "permeability_pressure": f.permeability_pressure,
            "permeability_exponent": f.permeability_exponent,
            "filtration": f.filtration, "closing": f.closing_pressure, "oncotic": f.oncotic_pressure,
            "reflection": f.reflection, "dry": f.dry_elastance, "wet": f.wet_elastance,
            "mobile": f.mobile_fraction, "lymph": f.lymph_rest, "inflow_part": f.inflow_part },
        "blood": { "pool": b.pool, "venous": b.venous_pressure, "empty": b.empty_time, "inflow": b.inflow,
            "distension": b.distension, "flow_time": b.flow_time },
        "displaced": { "most": d.most, "pressure": d.pressure, "time": d.time, "load_part": d.load_part,
            "drawn": d.drawn, "drawn_pressure": d.drawn_pressure },
        "pore": { "most": q.most, "pressure": q.pressure, "time": q.time },
        "muscle": { "most": n.limb.muscle.most, "time": n.limb.muscle.time },
        "posture": { "stand": n.posture.stand, "sit": n.posture.sit, "walk": n.posture.walk,
            "lymph": n.posture.walking_lymph, "flow": n.posture.walking_flow }
    })
}
