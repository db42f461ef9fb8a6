//! The peers: how each is started and given the problem.

use geometry::Mesh;
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/peers");

/// Another program for the same work.
pub struct Peer {
    pub name: &'static str,
    script: &'static str,
    arguments: Vec<PathBuf>,
    /// What it needs.
    needs: &'static str,
}

/// Trimesh, and ampscan where the user says in which folder its checkout lies.
pub fn all(ampscan: Option<PathBuf>) -> Vec<Peer> {
    let trimesh = Peer {
        name: "trimesh",
        script: "geometry_trimesh.py",
        arguments: vec![],
        needs: "`pip install trimesh rtree scipy networkx shapely`",
    };
    let ampscan = ampscan.map(|folder| Peer {
        name: "ampscan",
        script: "geometry_ampscan.py",
        arguments: vec![folder],
        needs: "a checkout of ampscan and `pip install numpy scipy matplotlib pyrsistent`",
    });
    [Some(trimesh), ampscan].into_iter().flatten().collect()
}

impl Peer {
    /// Its answers and times, or why there are none.
    pub fn run(&self, problem: &Value) -> Result<Value, String> {
        let lacking = |why: String| format!("{why}; it needs {}", self.needs);
        let mut child = Command::new("python3")
            .arg(format!("{FOLDER}/{}", self.script))
            .args(&self.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| lacking(format!("it cannot be started: {error}")))?;
        // A child that stopped early closes its input: its exit status, below, says more than the broken pipe.
        let _ = child.stdin.take().ok_or("no standard input")?.write_all(problem.to_string().as_bytes());
        let output = child.wait_with_output().map_err(|error| error.to_string())?;
        if !output.status.success() {
            return Err(lacking("it stopped".into()));
        }
        serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
    }
}

/// A mesh as the peers read it.
pub fn as_json(mesh: &Mesh) -> Value {
    let vertices: Vec<f64> = mesh.vertices.iter().flat_map(|vertex| vertex.to_array()).collect();
    json!({ "vertices": vertices, "faces": mesh.faces.as_flattened() })
}
