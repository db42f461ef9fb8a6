//! `cargo bench -p mechanics`: a ring of tissue around a bone, pressed in by 1 mm, against its equation and against CalculiX.
//!
//! Seconds are of the processor, ours with what the whole program spends on a mesh: elements, order, factor, steps, stresses.
//! `-- --ccx` also solves the same mesh with `ccx` (Debian: calculix-ccx; elements C3D8, which lock a little), which takes it
//! minutes on the finer one. Its law has `1/D (J − 1)²`; the first table row is the same law. Memory is the peak of the process.

#![allow(
    clippy::exit,
    clippy::expect_used,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and ends at the first fault"
)]

#[allow(dead_code, reason = "the tests have more of them")]
#[path = "../../tests/large/shapes.rs"]
mod shapes;

mod ccx;

use mechanics::large::{Settings, Volume};
use shapes::{Pushed, donned, exact, felt, limb, pressed};

/// Elements along a radius, around and along the bone: 9,375 and 28,413 nodes. What we aim at, s and MB.
const MESHES: [([usize; 3], f64, f64); 2] = [([24, 24, 14], 1.2, 600.0), ([40, 32, 20], 5.0, 600.0)];

/// Columns around, layers of tissue, rows of a round limb, some 6,000 and 14,000 nodes; what we aim at to don it, s.
const LIMBS: [([usize; 3], f64); 2] = [([32, 6, 14], 2.5), ([48, 7, 18], 7.0)];

/// The load on the socket, N.
const LOAD: f64 = 400.0;

/// What we aim at: greatest error of a radial stress.
const ERROR: f64 = 1e-3;

/// Seconds of the processor that this process has spent.
pub fn spent() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<f64> =
        text.rsplit(')').next().unwrap_or("").split_whitespace().filter_map(|field| field.parse().ok()).collect();
    // The first field after the name is a letter; user and system time are the 12th and 13th, in hundredths.
    fields.get(10..12).map_or(f64::NAN, |ticks| ticks.iter().sum::<f64>() / 100.0)
}

fn peak_mb() -> f64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).map_or(f64::NAN, |kib| kib / 1024.0)
}

fn main() {
    let against_ccx = std::env::args().any(|argument| argument == "--ccx");
    println!("annulus               nodes  factor    error wall    bone   CPU s    aim   MB (peak so far)");
    let mut missed = false;
    for (n, aim_s, aim_mb) in MESHES {
        for volume in [Volume::Square, Volume::LogSquare] {
            let exact = exact(volume);
            let before = spent();
            let (found, report, (unknowns, entries)) = pressed(n, volume);
            let seconds = spent() - before;
            let off = [0, 1].map(|at| found[at] / exact[at] - 1.0);
            let nodes = n.iter().map(|n| n + 1).product::<usize>();
            println!(
                "{:<20}{nodes:>7}{:>6.1} M{:>11.4} %{:>8.4} %{seconds:>8.2}{aim_s:>7.1}{:>6.0}",
                format!("{volume:?}"),
                entries as f64 / 1e6,
                off[0] * 100.0,
                off[1] * 100.0,
                peak_mb()
            );
            println!("                    {unknowns} unknowns, {} factors, {} steps", report.factors, report.steps);
            missed |= off.iter().any(|off| off.abs() > ERROR) || seconds > aim_s || peak_mb() > aim_mb;
            if against_ccx && volume == Volume::Square {
                ccx::compare(n, seconds, &exact);
            }
        }
    }
    println!("limb                  nodes  mean     most kPa  balance   CPU s    aim");
    for (n, aim_s) in LIMBS {
        let before = spent();
        let limb = limb(n);
        let mut press = donned(&limb, 0.0);
        let seconds = spent() - before;
        let nodes = limb.mesh.nodes.len();
        let ([mean, most], force, off) = felt(&limb, &press);
        println!("donned              {nodes:>7}{mean:>7.2}{most:>9.2}{off:>13.1e}{seconds:>9.2}{aim_s:>7.1}");
        println!("                    {:?}", press.report());
        missed |= off > ERROR || seconds > aim_s;
        let before = spent();
        press.drive(&Pushed { from: force.z, to: LOAD }, &Settings { first: 0.25, ..Settings::default() }).unwrap();
        let ([mean, most], force, off) = felt(&limb, &press);
        let seconds = spent() - before;
        println!("{LOAD:.0} N               {nodes:>7}{mean:>7.2}{most:>9.2}{off:>13.1e}{seconds:>9.2}");
        println!("                    {:.4} N carried, {:?}", force.z, press.report());
        missed |= off > ERROR || (force.z / LOAD - 1.0).abs() > ERROR;
    }
    if missed {
        println!("an aim was missed");
        std::process::exit(1);
    }
}
