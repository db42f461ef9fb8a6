//! `cargo bench -p geometry`: a limb aligned from four poses, registered, sliced and cleaned, against trimesh and
//! ampscan on the same meshes in the same run; and the whole chain from a scan to a checked socket.
//!
//! `cargo bench -p geometry -- --ampscan FOLDER` names a checkout of ampscan; without it trimesh is the only peer.
//! `--slow` also lets trimesh register, which takes it minutes. The answers are compared too: a pose's error is the
//! farthest that any vertex comes to lie from where it belongs, and a program whose slices have other perimeters is
//! named. Times are the least of several runs, ours and theirs: what else the machine does can only add to them. A peer
//! that cannot be started is skipped and says what to install.

#![allow(
    clippy::exit,
    clippy::expect_used,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and ends at the first fault"
)]

mod chain;
mod peers;

use geometry::align::{Rotation, align};
use geometry::clean::{Settings, clean};
use geometry::query::Surface;
use geometry::register::register;
use geometry::shapes::{self, Detail};
use geometry::slices::sections;
use geometry::{Mesh, Vec3};
use serde_json::{Value, json};
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

/// What we aim at, ms.
const ALIGN_MS: f64 = 8.0;
const REGISTER_MS: f64 = 30.0;
const SLICES_MS: f64 = 10.0;
const CLEAN_MS: f64 = 50.0;

/// Largest error of a pose on the same shape, mm.
const POSE_MM: f64 = 1e-6;

/// Largest relative difference of perimeters for which two programs slice the same mesh.
const AGREE: f64 = 1e-6;

/// A name with a time and an error, in the table's columns.
fn line(name: &str, seconds: f64, ratio: f64, error: f64) {
    println!("  {name:<44}{:>10.2}{ratio:>9.1}{error:>14.2e}", seconds * 1e3);
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| arguments.iter().position(|argument| argument == name);
    let ampscan = after("--ampscan").and_then(|at| arguments.get(at + 1)).map(PathBuf::from);
    let scan = shapes::limb(50.0, 150.0, Detail::SCAN);
    let target = shapes::limb(51.5, 152.0, Detail { rings: 85, around: 90 });
    let sliced = shapes::limb(50.0, 150.0, Detail { rings: 80, around: 125 });
    let heights: Vec<f64> = (1..100).map(|index| -1.4973 * f64::from(index)).collect();
    let poses = [
        ("0°", Rotation::IDENTITY),
        ("90°", Rotation::from_rotation_x(90f64.to_radians())),
        ("180°", Rotation::from_rotation_y(180f64.to_radians())),
        ("any", Rotation::from_axis_angle(Vec3::new(1.0, 2.0, -0.5).normalize(), 2.3)),
    ];
    let translation = Vec3::new(12.0, -7.0, 30.0);
    let problem = json!({
        "scan": peers::as_json(&scan), "target": peers::as_json(&target), "sliced": peers::as_json(&sliced),
        "heights": heights, "slow": after("--slow").is_some(),
        "poses": poses.map(|(_, rotation)| json!({
            "rotation": rotation.transpose().to_cols_array_2d(), "translation": translation.to_array() })),
    });
    let answers: Vec<(&str, Value)> = peers::all(ampscan)
        .into_iter()
        .filter_map(|peer| match peer.run(&problem) {
            Ok(answers) => Some((peer.name, answers)),
            Err(why) => {
                println!("{}: SKIPPED, {why}", peer.name);
                None
            }
        })
        .collect();
    let mut aims: Vec<(&str, f64, f64)> = vec![];

    println!("one scan on another, {} vertices                       ms    ratio   error, mm", scan.vertices.len());
    let (mut slowest, mut farthest) = (0f64, 0f64);
    for (index, (name, rotation)) in poses.iter().enumerate() {
        let moving = scan.mapped(|point| *rotation * point + translation);
        let seconds = least_seconds(31, || {
            black_box(align(&moving, &scan)).expect("a limb aligns with itself");
        });
        let found = align(&moving, &scan).expect("a limb aligns with itself");
        let off = moving.vertices.iter().zip(&scan.vertices).map(|(from, to)| (found.place(*from) - *to).length());
        let error = off.fold(0.0, f64::max);
        (slowest, farthest) = (slowest.max(seconds), farthest.max(error));
        line(&format!("concord, {name}"), seconds, 1.0, error);
        for (peer, answer) in &answers {
            let number = |field: &str| answer["align"][index][field].as_f64().unwrap_or(f64::NAN);
            line(&format!("{peer}, {name}"), number("seconds"), number("seconds") / seconds, number("error"));
        }
    }
    answers.iter().for_each(|(peer, answer)| println!("    {peer}: {}", answer["align_text"].as_str().unwrap_or("")));
    aims.extend([("alignment, ms", slowest * 1e3, ALIGN_MS), ("error of a pose, mm", farthest, POSE_MM)]);

    println!("every vertex of one scan on another                     ms    ratio   off it, mm");
    let found = register(&scan, &target).expect("two limbs");
    let seconds = least_seconds(31, || {
        black_box(register(&scan, &target)).expect("two limbs");
    });
    let matched: Vec<Vec3> =
        found.points.iter().zip(&found.matched).filter(|(_, matched)| **matched).map(|(point, _)| *point).collect();
    let name = format!("concord, {} of {} vertices matched", matched.len(), found.points.len());
    line(&name, seconds, 1.0, farthest_off(&target, &matched));
    aims.push(("registration, ms", seconds * 1e3, REGISTER_MS));
    for (peer, answer) in &answers {
        if let Some(theirs) = answer["register"]["seconds"].as_f64() {
            line(peer, theirs, theirs / seconds, farthest_off(&target, &points(&answer["register"]["points"])));
        }
    }

    println!(
        "{} slices of {} faces                              ms    ratio   perimeters",
        heights.len(),
        sliced.faces.len()
    );
    let seconds = least_seconds(31, || {
        black_box(sections(&sliced, &heights));
    });
    line("concord", seconds, 1.0, 0.0);
    aims.push(("99 slices, ms", seconds * 1e3, SLICES_MS));
    let ours: Vec<f64> = sections(&sliced, &heights).iter().map(|section| section.perimeter).collect();
    for (peer, answer) in &answers {
        let number = answer["slices"]["seconds"].as_f64().unwrap_or(f64::NAN);
        let theirs: Vec<f64> = numbers(&answer["slices"]["perimeters"]);
        let differ = ours.iter().zip(&theirs).map(|(a, b)| (a / b - 1.0).abs()).fold(0.0, f64::max);
        line(peer, number, number / seconds, differ);
        if theirs.len() != ours.len() || differ > AGREE {
            println!("    {peer} does not find the same perimeters: {} slices of {}", theirs.len(), ours.len());
        }
    }

    let fine = shapes::limb(50.0, 150.0, Detail { rings: 140, around: 179 });
    let soup = Mesh {
        vertices: fine.triangles().flatten().collect(),
        faces: (0..fine.faces.len() as u32).map(|face| [3 * face, 3 * face + 1, 3 * face + 2]).collect(),
    };
    let seconds = least_seconds(31, || {
        black_box(clean(&soup, &Settings::default())).expect("a limb");
    });
    println!("clean-up of {} loose faces", soup.faces.len());
    line("concord", seconds, 1.0, 0.0);
    aims.push(("clean-up, ms", seconds * 1e3, CLEAN_MS));

    aims.extend(chain::run());

    println!("aims");
    for (what, measured, aim) in aims {
        let met = if measured <= aim { "met" } else { "NOT MET" };
        println!("  {what:<24}{measured:>12.2e}, aim {aim:.0e}: {met}");
    }
}

/// Farthest that any point lies from a mesh, mm.
fn farthest_off(mesh: &Mesh, points: &[Vec3]) -> f64 {
    let surface = Surface::new(mesh).expect("a limb");
    points.iter().map(|point| surface.nearest(*point).distance).fold(0.0, f64::max)
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

fn points(value: &Value) -> Vec<Vec3> {
    numbers(value).as_chunks::<3>().0.iter().map(|place| Vec3::from_array(*place)).collect()
}

fn least_seconds(runs: usize, mut work: impl FnMut()) -> f64 {
    let seconds = |_| -> f64 {
        let begun = Instant::now();
        work();
        begun.elapsed().as_secs_f64()
    };
    (0..runs).map(seconds).fold(f64::INFINITY, f64::min)
}
