//! The page's report is that of `concord run` on the exported case, byte for byte.

use super::server::Server;
use crate::common::Folder;
use std::io::{Cursor, Read};
use std::time::{Duration, Instant};

fn finished(server: &Server, id: &str) -> String {
    let path = format!("/api/v1/cases/{id}/report");
    assert_eq!(server.post(&path, "application/json", b"").status, 202);
    let begun = Instant::now();
    loop {
        let job = server.get(&path).json();
        match job["standing"].as_str().unwrap() {
            "waiting" | "running" => std::thread::sleep(Duration::from_millis(50)),
            other => return other.to_string(),
        }
        assert!(begun.elapsed() < Duration::from_secs(120));
    }
}

#[test]
fn the_pages_report_is_the_command_lines_on_the_exported_case() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(include_str!("../../../../cases/scanned.toml"));
    let scan = include_bytes!("../../../../cases/scanned_limb.stl");
    server.upload(&format!("/cases/{id}/scan"), &[("base", "1"), ("as", "file")], "scanned_limb.stl", scan);
    // Something that only the page has changed.
    server.form(&format!("/cases/{id}/edit/person"), &[("base_version", "1"), ("person.age_years", "51")]);
    assert_eq!(finished(&server, &id), "finished");

    let mut archive = zip::ZipArchive::new(Cursor::new(server.get(&format!("/cases/{id}/export")).bytes)).unwrap();
    let mut stem = String::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut content = vec![];
        entry.read_to_end(&mut content).unwrap();
        let name = entry.name().unwrap().to_string();
        folder.write(&name, &content);
        if let Some(found) = name.strip_suffix(".toml") {
            stem = found.to_string();
        }
    }
    let run = folder.concord(&["run", &format!("{stem}.toml"), "--out", "out"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let mut compared = 0;
    for entry in folder.0.join("out").read_dir().unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = path.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "{name} is its owner's alone");
        }
        let served = server.get(&format!("/cases/{id}/report/{name}"));
        assert_eq!(served.status, 200, "{name}");
        assert!(served.bytes == std::fs::read(&path).unwrap(), "{name} differs");
        compared += 1;
    }
    assert!(compared >= 8, "{compared} files");
    let json = server.get(&format!("/api/v1/cases/{id}/report/result")).json();
    let run = folder.concord(&["run", &format!("{stem}.toml"), "--out", "out", "--json"]);
    assert_eq!(json, serde_json::from_str::<serde_json::Value>(&run.stdout).unwrap());
    assert!(json["socket"]["socket"]["inner_ml"].is_number(), "the socket is part of the result");
}

#[test]
fn a_report_is_cancelled_and_begun_again() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(crate::common::MECHANIC);
    let path = format!("/api/v1/cases/{id}/report");
    assert_eq!(server.post(&path, "application/json", b"").status, 202);
    assert_eq!(server.delete(&path).status, 200);
    // Cancelled: as if it had never been begun.
    assert_eq!(server.get(&path).status, 404);
    assert_eq!(server.get(&format!("{path}/result")).status, 404);
    assert_eq!(finished(&server, &id), "finished");
    let draft = server.case("concord = 1\nname = \"Draft\"\n");
    let refused = server.post(&format!("/api/v1/cases/{draft}/report"), "application/json", b"");
    assert_eq!(refused.status, 422);
}

#[test]
fn more_reports_than_can_wait_are_refused_and_the_pages_go_on() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let begun: Vec<(String, u16)> = (0..24)
        .map(|number| {
            let name = format!("name = \"Case {number}\"");
            let id = server.case(&crate::common::MECHANIC.replacen("name = \"Mechanic\"", &name, 1));
            let status = server.post(&format!("/api/v1/cases/{id}/report"), "application/json", b"").status;
            (id, status)
        })
        .collect();
    let refused = begun.iter().filter(|(_, status)| *status == 503).count();
    assert!((1..=4).contains(&refused), "{begun:?}");
    assert_eq!(server.get("/").status, 200);
    for (id, _) in begun.iter().filter(|(_, status)| *status == 202) {
        server.delete(&format!("/api/v1/cases/{id}/report"));
    }
    let (last, _) = begun.last().unwrap();
    let path = format!("/api/v1/cases/{last}/report");
    let begun_at = Instant::now();
    while server.post(&path, "application/json", b"").status == 503 {
        assert!(begun_at.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(50));
    }
}
