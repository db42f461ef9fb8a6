//! A full disk: what is kept is shown, somebody comes in, and a case is deleted.

use super::kept::until;
use super::server::{Server, encoded};
use super::visitors::{PASSWORD, cookie};
use crate::common::{Folder, MECHANIC};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program that serves with passwords from a file system of its own of 32 MB; anna manages there, rita reads.
fn on_a_small_disk(folder: &Path) -> Server {
    let script = "mount -t tmpfs -o size=32m none \"$1\" || exit 77
        for who in 'anna --role admin' 'rita --role read'; do
            echo \"$3\" | \"$2\" serve user add $who --data \"$1\" > /dev/null || exit 78
        done
        exec \"$2\" serve --port 0 --no-open --password --data \"$1\"";
    let mut program = Command::new("unshare");
    program.args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"]);
    program.arg(folder).arg(env!("CARGO_BIN_EXE_concord")).arg(PASSWORD);
    Server::of(program)
}

/// Takes all the room there is.
fn fill(path: &Path) {
    let mut filler = File::create(path).unwrap();
    while filler.write_all(&[1; 4096]).is_ok() {}
    let _ = filler.write_all(&[1; 512]);
}

/// A case with scans on a disk that is full, even the log's own room: the folder as the program sees it, and the case.
fn with_a_full_disk(server: &Server, folder: &Folder, anna: &str) -> (PathBuf, String) {
    let with = [("cookie", anna)];
    let scanned = include_bytes!("../../../../cases/scanned.toml");
    let made = server.post_with("/api/v1/cases", "application/toml", scanned, &with);
    let id = made.json()["id"].as_str().unwrap().to_string();
    for number in 0..4 {
        let scan = include_bytes!("../../../../cases/scanned_limb.stl");
        let fields = [("base", (number + 1).to_string()), ("as", "file".into())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let kept =
            server.upload_with(&format!("/cases/{id}/scan"), &fields, &format!("limb-{number}.stl"), scan, &with);
        assert_eq!(kept.status, 303, "{}", kept.text());
    }
    // A removal gives the log's room back, so that somebody else takes it.
    let body = encoded(&[("name", "limb-0.stl")]);
    let form = "application/x-www-form-urlencoded";
    assert_eq!(server.post_with(&format!("/cases/{id}/scan/remove"), form, body.as_bytes(), &with).status, 303);
    let data = server.seen(&folder.0);
    until(|| server.get("/health"), |_| data.join("concord.sqlite.reserve").exists());
    fill(&data.join("filler"));
    (data, id)
}

#[test]
fn on_a_full_disk_who_may_delete_logs_in_anew_and_deletes() {
    let folder = Folder::new();
    let server = on_a_small_disk(&folder.0);
    let first = cookie(&server, "anna");
    let (data, id) = with_a_full_disk(&server, &folder, &first);
    let text = format!("{MECHANIC}{}", "# a long remark\n".repeat(40_000));
    let with = [("cookie", first.as_str())];
    let refused = server.post_with("/api/v1/cases", "application/toml", text.as_bytes(), &with);
    assert!(refused.status == 500 && refused.text().contains("disk is full"), "{}", refused.text());
    assert_eq!(server.get_with(&format!("/cases/{id}/person"), &with).status, 200, "what is kept is shown");
    let warned = "Not every view of a case could be written down";
    assert!(server.get_with("/catalog", &with).text().contains(warned));
    // Who reads has no reason to come in now.
    let rita = server.form("/login", &[("name", "rita"), ("password", PASSWORD)]);
    assert!(rita.status == 500 && rita.text().contains("disk is full"), "{}", rita.text());
    for _ in 0..5 {
        cookie(&server, "anna");
    }
    let anna = cookie(&server, "anna");
    let with = [("cookie", anna.as_str())];
    let deleted = server.post_with(&format!("/cases/{id}/delete"), "", b"", &with);
    assert_eq!(deleted.status, 303, "{}", deleted.text());
    assert_eq!(server.get_with(&format!("/api/v1/cases/{id}"), &with).status, 404);
    // With room again what was missed is written down, and told until an administrator acknowledges it.
    std::fs::remove_file(data.join("filler")).unwrap();
    let audit = || server.get_with("/api/v1/clinic/audit", &with);
    until(audit, |answer| answer.text().contains("views-missed"));
    assert_eq!(server.get_with("/", &with).status, 200);
    for page in ["/", "/catalog", "/clinic"] {
        assert!(server.get_with(page, &with).text().contains(warned), "{page}");
    }
    assert_eq!(server.post_with("/clinic/acknowledge", "", b"", &with).status, 303);
    assert!(!server.get_with("/", &with).text().contains(warned));
    assert!(audit().text().contains("missed-acknowledged"));
}

#[test]
fn on_a_full_disk_the_command_line_deletes_too() {
    let folder = Folder::new();
    let mut server = on_a_small_disk(&folder.0);
    let anna = cookie(&server, "anna");
    let (_, id) = with_a_full_disk(&server, &folder, &anna);
    // Where the disk is: in the name space of the program that serves.
    let concord = |arguments: &[&str]| {
        let mut program = Command::new("nsenter");
        program.args(["--user", "--preserve-credentials", "--mount", "--target", &server.process().to_string()]);
        program.arg(env!("CARGO_BIN_EXE_concord")).args(arguments).arg("--data").arg(&folder.0);
        program.output().unwrap()
    };
    let answer = concord(&["serve", "delete", &id, "--yes"]);
    assert!(answer.status.success(), "{answer:?}");
    let audit = String::from_utf8(concord(&["serve", "audit"]).stdout).unwrap();
    assert!(audit.contains("command line\tcase-deleted"), "{audit}");
    assert_eq!(server.get_with(&format!("/api/v1/cases/{id}"), &[("cookie", &anna)]).status, 404);
    server.signal("TERM");
    assert!(server.wait().success());
}
