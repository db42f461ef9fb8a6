//! What comes in as a case: bounded by what comes out of it, and judged before anything of it is kept.

use super::server::Server;
use crate::common::{Folder, MECHANIC};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const SCANNED: &str = include_str!("../../../../cases/scanned.toml");
const SCAN: &[u8] = include_bytes!("../../../../cases/scanned_limb.stl");

/// An archive of these files.
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in files {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn only_the_scans_that_a_case_names_come_in_and_each_is_judged_by_its_reader() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let named = |name: &str| SCANNED.replace("scanned_limb.stl", name);
    let virus = named("virus.exe");
    let twice: &[(&str, &[u8])] =
        &[("case.toml", SCANNED.as_bytes()), ("scanned_limb.stl", SCAN), ("Scanned_Limb.stl", SCAN)];
    for (what, files) in [
        ("the case does not name this file", &[("case.toml", MECHANIC.as_bytes()), ("virus.exe", SCAN)][..]),
        ("virus.exe", &[("case.toml", virus.as_bytes()), ("virus.exe", b"MZ\x90\0 no scan")]),
        ("scanned_limb.stl", &[("case.toml", SCANNED.as_bytes()), ("scanned_limb.stl", b"no scan")]),
        ("no plain file name", &[("case.toml", SCANNED.as_bytes()), ("../scanned_limb.stl", SCAN)]),
        ("no plain file name", &[("case.toml", SCANNED.as_bytes()), ("folder/", b"")]),
        ("twice", twice),
        ("not exactly one case", &[("one.toml", MECHANIC.as_bytes()), ("two.toml", MECHANIC.as_bytes())]),
        ("not exactly one case", &[("scanned_limb.stl", SCAN)]),
    ] {
        let answer = server.upload("/import", &[], "case.zip", &archive(files));
        assert_eq!(answer.status, 422, "{what}: {}", answer.text());
        assert!(answer.text().contains(what), "{what}: {}", answer.text());
    }
    assert_eq!(server.get("/api/v1/cases").json().as_array().unwrap().len(), 0, "nothing half kept");
    let whole = archive(&[("scanned_limb.stl", SCAN), ("case.toml", SCANNED.as_bytes())]);
    assert_eq!(server.upload("/import", &[], "case.zip", &whole).status, 303);
    let kept = &server.get("/api/v1/cases").json()[0];
    assert_eq!((kept["state"].as_str(), kept["version"].as_u64()), (Some("fitted"), Some(1)), "judged with its scan");
}

#[cfg(target_os = "linux")]
#[test]
fn a_small_archive_that_becomes_large_is_refused_before_it_is_unpacked() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    server.get("/");
    let before = server.kilobytes("VmHWM");
    let zeros = vec![0; 64 << 20];
    let bomb = archive(&[("case.toml", SCANNED.as_bytes()), ("scanned_limb.stl", &zeros)]);
    // One that says of itself that it is small.
    let mut liar = bomb.clone();
    let size = ((64u32 << 20).to_le_bytes(), 10u32.to_le_bytes());
    for at in 0..liar.len() - 4 {
        if liar[at..at + 4] == size.0 {
            liar[at..at + 4].copy_from_slice(&size.1);
        }
    }
    assert_ne!(bomb, liar);
    for (what, bytes) in [("bomb", bomb), ("liar", liar)] {
        assert!(bytes.len() < 100_000);
        let answer = server.upload("/import", &[], "case.zip", &bytes);
        assert_eq!(answer.status, 422, "{what}: {}", answer.text());
    }
    let took = server.kilobytes("VmHWM") - before;
    assert!(took < 40_000, "{took} kB for an archive of less than 100 kB");
    assert_eq!(server.get("/api/v1/cases").json().as_array().unwrap().len(), 0);
}
