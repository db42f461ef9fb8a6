//! The whole chain on one scan: bytes read, cleaned, oriented, a socket made by the shipped technique, written, read back
//! and judged. No peer does the same work: an open tool that offsets and joins meshes was seen to take a minute and
//! gigabytes for a solid that is not watertight.

use super::least_seconds;
use domain::limb::{AmputationLevel, Side};
use domain::sock::SockThickness;
use domain::technique::{ScannedOver, Technique};
use geometry::chart::Resolution;
use geometry::check::{Verdict, judge};
use geometry::clean::{Settings, clean};
use geometry::formats::{self, Unit};
use geometry::limb::Limb;
use geometry::pose::Hints;
use geometry::shapes::{self, Detail};
use geometry::socket::{Making, make};
use std::hint::black_box;

/// What we aim at: s, MB.
const CHAIN_S: f64 = 0.5;
const PEAK_MB: f64 = 300.0;

/// Prints the chain's time and the process's greatest memory so far; gives both with their aims.
pub fn run() -> Vec<(&'static str, f64, f64)> {
    let scan = formats::write_stl(&shapes::limb(58.0, 230.0, Detail { rings: 140, around: 179 }));
    let steps =
        Technique::parse(include_str!("../../../../data/socket/total_surface_bearing.toml")).expect("sound steps");
    let verdict = chain(&scan, &steps);
    assert!(verdict.is_solid(), "{verdict:?}");
    let seconds = least_seconds(11, || {
        black_box(chain(&scan, &steps));
    });
    println!("a scan of {} triangles to a checked socket of {}", (scan.len() - 84) / 50, verdict.faces);
    println!("  concord {:>45.3} s", seconds);
    let mut aims = vec![("scan to socket, s", seconds, CHAIN_S)];
    // Linux tells the greatest memory that the process has had, in kB.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    if let Some(kilobytes) = peak.map(|kilobytes: f64| kilobytes) {
        aims.push(("memory, MB", kilobytes / 1e3, PEAK_MB));
    }
    aims
}

fn chain(bytes: &[u8], technique: &Technique) -> Verdict {
    let scan = formats::read(bytes, "scan.stl").expect("our own file");
    let cleaned = clean(&scan.into_millimetres(Unit::Millimetre), &Settings::default()).expect("a limb");
    let hints = Hints { limb_length_mm: Some(155.0), ..Hints::default() };
    let limb =
        Limb::new(&cleaned.skin, &cleaned.bones, Side::Left, AmputationLevel::Transtibial, &hints).expect("a limb");
    let socks = SockThickness { one_ply_mm: 0.7, three_ply_mm: 1.2, five_ply_mm: 1.5 };
    let making = Making { technique, over: ScannedOver::Skin, socks: &socks, resolution: Resolution::default() };
    let socket = make(&limb, &making).expect("a socket");
    judge(&formats::read(&formats::write_stl(&socket.solid), "socket.stl").expect("our own file").mesh)
}
