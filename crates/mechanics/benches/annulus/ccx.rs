//! The same mesh in CalculiX.

use crate::shapes::{BONE, MODULUS, POISSON, PRESSED, WALL, annulus, tissue};
use mechanics::large::Volume;
use std::fmt::Write as _;
use std::process::Command;
use std::time::Instant;

/// Solves with `ccx` and prints seconds and errors beside ours.
pub fn compare(n: [usize; 3], ours: f64, exact: &[f64; 2]) {
    let ring = annulus(n, tissue(Volume::Square), Some(PRESSED));
    let mut text = String::from("*NODE, NSET=ALL\n");
    for (node, at) in ring.body.nodes().iter().enumerate() {
        writeln!(text, "{}, {:.14e}, {:.14e}, {:.14e}", node + 1, at.x, at.y, at.z).unwrap();
    }
    text += "*ELEMENT, TYPE=C3D8, ELSET=E\n";
    for (element, hex) in ring.body.hexes().iter().enumerate() {
        let nodes: Vec<String> = hex.iter().map(|node| (node + 1).to_string()).collect();
        writeln!(text, "{}, {}", element + 1, nodes.join(", ")).unwrap();
    }
    let (shear, bulk) = (MODULUS / (2.0 * (1.0 + POISSON)), MODULUS / (3.0 * (1.0 - 2.0 * POISSON)));
    writeln!(text, "*MATERIAL, NAME=M\n*HYPERELASTIC, NEO HOOKE\n{:.14e}, {:.14e}", shear / 2.0, 2.0 / bulk).unwrap();
    text += "*SOLID SECTION, ELSET=E, MATERIAL=M\n*STEP, NLGEOM, INC=100\n*STATIC, DIRECT\n1., 1.\n*BOUNDARY\n";
    for node in 0..ring.body.nodes().len() {
        for axis in 0..3 {
            if let Some(value) = ring.held.value(node, axis) {
                writeln!(text, "{}, {}, {}, {value:.14e}", node + 1, axis + 1, axis + 1).unwrap();
            }
        }
    }
    text += "*NODE PRINT, NSET=ALL\nRF\n*END STEP\n";
    let folder = std::env::temp_dir().join(format!("concord-annulus-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("a.inp"), text).unwrap();
    let (begun, before) = (Instant::now(), children());
    let Ok(ended) = Command::new("ccx").arg("a").current_dir(&folder).env("OMP_NUM_THREADS", "1").output() else {
        println!("                    ccx cannot be started: install calculix-ccx");
        return;
    };
    let (wall_clock, seconds) = (begun.elapsed().as_secs_f64(), children() - before);
    let data = std::fs::read_to_string(folder.join("a.dat")).unwrap_or_default();
    std::fs::remove_dir_all(&folder).ok();
    let mut sums = [0.0; 2];
    for line in data.lines() {
        let fields: Vec<f64> = line.split_whitespace().filter_map(|field| field.parse().ok()).collect();
        let [node, x, y, _] = fields[..] else { continue };
        let at = ring.body.nodes()[node as usize - 1];
        let r = at.x.hypot(at.y);
        let along = (x * at.x + y * at.y) / r;
        if r > WALL - 1e-6 {
            sums[0] += along / (WALL - PRESSED);
        } else if r < BONE + 1e-6 {
            sums[1] -= along / BONE;
        }
    }
    let off = [0, 1].map(|at| sums[at] / (std::f64::consts::FRAC_PI_2 * crate::shapes::LENGTH) * 1e3 / exact[at] - 1.0);
    println!(
        "CalculiX{:>30.4} %{:>8.4} %{seconds:>8.2} s ({wall_clock:.1} s by the clock): {:.0} times ours{}",
        off[0] * 100.0,
        off[1] * 100.0,
        seconds / ours,
        if ended.status.success() { "" } else { "; it failed" }
    );
}

/// Seconds of the processor of children that have ended.
fn children() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<f64> =
        text.rsplit(')').next().unwrap_or("").split_whitespace().filter_map(|field| field.parse().ok()).collect();
    fields.get(12..14).map_or(f64::NAN, |ticks| ticks.iter().sum::<f64>() / 100.0)
}
