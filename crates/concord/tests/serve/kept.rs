//! What is kept, and kept sound: the audit, backups, reports, a full disk and a damaged one.

use super::server::{Answer, Server};
use super::visitors::{token, user};
use crate::common::{Folder, MECHANIC, concord_in};
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};
use store::{Actor, Draft, State, Store};

const PASSPHRASE: &str = "a passphrase nobody guesses";

/// Asks until the answer is as wanted; fails after a generous time.
pub fn until(ask: impl Fn() -> Answer, wanted: impl Fn(&Answer) -> bool) -> Answer {
    let begun = Instant::now();
    loop {
        let answer = ask();
        if wanted(&answer) {
            return answer;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{}", answer.text());
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn store_of(folder: &Folder) -> PathBuf {
    folder.0.join("data/concord.sqlite")
}

fn by(name: &str) -> Actor {
    Actor { name: name.into(), at: 1_000 }
}

fn draft(text: &str) -> Draft {
    Draft { name: "Zaphod".into(), text: text.into(), state: State::Draft }
}

/// The actions of the audit, oldest first.
pub fn actions(folder: &Folder) -> Vec<String> {
    let printed = folder.concord(&["serve", "audit", "--data", "data"]);
    assert_eq!(printed.code, Some(0), "{}", printed.stderr);
    printed.stdout.lines().rev().map(|line| line.split('\t').nth(3).unwrap().to_string()).collect()
}

#[test]
fn the_audit_holds_views_exports_and_downloads_over_deletion_and_tells_a_changed_row() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(MECHANIC);
    // An id is read as the page reads it, however it is written.
    let written = format!("%{:02X}{}", id.as_bytes()[0], &id[1..]);
    assert_eq!(server.get(&format!("/api/v1/compare?a={written}")).status, 200);
    assert_eq!(server.get("/api/v1/clinic/audit").json()[0]["action"], "case-viewed");
    for _ in 0..2 {
        for page in ["person", "fit"] {
            assert_eq!(server.get(&format!("/cases/{id}/{page}")).status, 200);
        }
        assert_eq!(server.get(&format!("/api/v1/cases/{id}")).status, 200);
    }
    assert_eq!(server.get(&format!("/api/v1/compare?a={id}")).status, 200);
    assert_eq!(server.get("/").status, 200);
    assert_eq!(server.get(&format!("/cases/{id}/export")).status, 200);
    assert_eq!(server.get(&format!("/cases/{id}/parts.csv")).status, 200);
    assert_eq!(server.get("/cases/0123456789abcdef/person").status, 404);
    let asked = |said: &str| server.get(&format!("/cases/{id}/delete")).text().contains(said);
    assert!(asked("What was copied before stays where it is") && asked("No backup was made"));
    assert_eq!(server.form("/clinic/backup", &[]).status, 200);
    assert!(asked("Backups made since this case was begun: 1;"));
    assert_eq!(server.delete(&format!("/api/v1/cases/{id}")).status, 204);
    let page = server.get("/clinic").text();
    assert!(page.contains("case exported") && page.contains("case deleted"), "{page}");
    drop(server);
    let wanted =
        ["case-created", "case-viewed", "list-viewed", "case-exported", "file-downloaded", "backed-up", "case-deleted"];
    assert_eq!(actions(&folder), wanted);

    let check = ["serve", "audit", "--check", "--data", "data"];
    let sound = folder.concord(&check);
    assert!(sound.code == Some(0) && sound.stdout.starts_with("7 rows, each as it was written"), "{sound:?}");
    let hash = sound.stdout.trim().rsplit(' ').next().unwrap().to_string();
    let noted = |hash: &str| folder.concord(&[&check[..], &["--holds", hash]].concat()).code;
    assert_eq!((noted(&hash), noted(&"0".repeat(64))), (Some(0), Some(1)));

    // Somebody who writes into the file itself.
    let mut bytes = std::fs::read(store_of(&folder)).unwrap();
    let at = bytes.windows(13).position(|window| window == b"case-exported").unwrap();
    bytes[at..at + 13].copy_from_slice(b"case-exportex");
    std::fs::write(store_of(&folder), bytes).unwrap();
    let broken = folder.concord(&check);
    assert!(broken.code == Some(1) && broken.stderr.contains("row 4"), "{broken:?}");
    let server = Server::start(&folder);
    until(|| server.get("/"), |answer| answer.text().contains("is not as it was written"));
}

#[test]
fn what_a_killed_backup_left_is_gone_after_the_next_start() {
    let folder = Folder::new();
    drop(Server::start(&folder));
    let outside = folder.write("backup.sqlite.unfinished", "half of somebody's case");
    folder.write("data/concord.sqlite.elsewhere-00", outside.to_str().unwrap());
    for name in ["concord.sqlite.scratch-00", ".concord-77-1795282140-backup.unfinished", ".concord-77-1-restore"] {
        folder.write(&format!("data/{name}"), "half of somebody's case");
    }
    let _server = Server::start(&folder);
    assert!(!outside.exists());
    let left = folder.names_in("data");
    assert!(left.iter().all(|name| !name.contains("scratch") && !name.starts_with('.')), "{left:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_backup_is_sent_without_being_in_memory() {
    let folder = Folder::new();
    let store = Store::open(&store_of(&folder)).unwrap();
    let id = store.create(&by("anna"), &draft("text")).unwrap().id;
    let bytes: Vec<u8> = (0..40 << 20).map(|at: u32| (at.wrapping_mul(0x9E37_79B1) >> 13) as u8).collect();
    store.attach(&by("anna"), &id, "limb.stl", &bytes).unwrap();
    drop(store);
    let server = Server::start(&folder);
    server.get("/clinic");
    let before = server.kilobytes("VmHWM");
    let backup = server.form("/clinic/backup", &[]);
    assert_eq!(backup.header("content-length"), backup.bytes.len().to_string());
    assert!(backup.bytes.len() > 40 << 20 && backup.bytes.starts_with(b"SQLite format 3"));
    let took = server.kilobytes("VmHWM") - before;
    assert!(took < 20_000, "{took} kB more while {} kB were sent", backup.bytes.len() >> 10);
    assert!(folder.names_in("data").iter().all(|name| !name.contains("scratch")));
}

#[test]
fn a_backup_is_encrypted_tried_and_restored_with_its_passphrase() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(MECHANIC);
    assert_eq!(server.get("/clinic/backup").status, 405, "looking at an address makes no backup");
    assert_eq!(server.form("/clinic/backup", &[("passphrase", "too short")]).status, 422);
    let backup = server.form("/clinic/backup", &[("passphrase", PASSPHRASE)]).bytes;
    assert!(backup.starts_with(b"age-encryption.org/v1\n"));
    let for_scripts = server.post("/api/v1/clinic/backup", "application/json", b"{}").bytes;
    assert!(for_scripts.starts_with(b"SQLite format 3"));
    assert_eq!(server.delete(&format!("/api/v1/cases/{id}")).status, 204);
    for fields in [&[][..], &[("passphrase", "another passphrase")]] {
        let refused = server.upload("/clinic/restore", fields, "backup.age", &backup);
        assert_eq!(refused.status, 422);
        assert!(!refused.text().contains("scratch"), "no path of the server: {}", refused.text());
    }
    assert_eq!(server.get(&format!("/api/v1/cases/{id}")).status, 404);
    let fields = [("passphrase", PASSPHRASE)];
    assert_eq!(server.upload("/clinic/restore", &fields, "backup.age", &backup).status, 303);
    assert_eq!(server.get(&format!("/api/v1/cases/{id}")).json()["name"], "Mechanic");
    let row = server.get("/api/v1/clinic/audit").json()[1].clone();
    assert_eq!(row["action"], "restored", "{row}");
    assert!(row["detail"].as_str().unwrap().contains("accounts"), "{row}");
    drop(server);

    folder.write("kept.age", &backup);
    let check = ["serve", "backup", "--check", "kept.age", "--passphrase-file", "passphrase", "--data", "data"];
    let open = folder.write("passphrase", format!("{PASSPHRASE}\n"));
    std::fs::set_permissions(&open, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    let refused = folder.concord(&check);
    assert!(refused.code == Some(1) && refused.stderr.contains("others can read or write it"), "{}", refused.stderr);
    folder.secret("passphrase", format!("{PASSPHRASE}\n"));
    let tried = folder.concord(&check);
    assert_eq!(tried.code, Some(0), "{}", tried.stderr);
    for said in ["can be restored", "cases: 1, versions: 1", "each as it was written"] {
        assert!(tried.stdout.contains(said), "{said}: {}", tried.stdout);
    }
    folder.write("kept.age", &backup[..backup.len() - 100]);
    assert_eq!(folder.concord(&check).code, Some(1));
    let made = ["serve", "backup", "own.age", "--passphrase-file", "passphrase", "--data", "data"];
    assert_eq!(folder.concord(&made).code, Some(0));
    let into = ["serve", "restore", "own.age", "--passphrase-file", "passphrase", "--data", "fresh"];
    let restored = folder.concord(&into);
    assert!(restored.code == Some(0) && restored.stdout.contains("cases: 1"), "{restored:?}");
}

#[test]
fn automatic_backups_are_made_while_serving_and_the_oldest_go() {
    let folder = Folder::new();
    // Two of this store, of which the younger one says that it is of another century; one of another store, one of an
    // earlier version, and one that was made by hand.
    let id = Store::open(&store_of(&folder)).unwrap().id().unwrap();
    let own = [
        format!("concord-{id}-000001-2026-01-01T0000Z.sqlite"),
        format!("concord-{id}-000002-2099-01-02T0000Z.sqlite.age"),
    ];
    let others = [
        "concord-0123456789abcdef-000001-2020-01-01T0000Z.sqlite",
        "concord-2026-01-01T0000Z.sqlite",
        "concord-backup.sqlite",
    ];
    std::fs::create_dir(folder.0.join("kept")).unwrap();
    let age = SystemTime::now() - Duration::from_secs(3 * 86_400);
    for name in own.iter().map(String::as_str).chain(others) {
        let file = std::fs::File::create(folder.0.join("kept").join(name)).unwrap();
        file.set_modified(age).unwrap();
    }
    let to = folder.0.join("kept");
    let options = ["--backup-to", to.to_str().unwrap(), "--backup-every", "24h", "--backup-keep", "2"];
    let server = Server::with(&folder, &options);
    until(|| server.get("/clinic"), |answer| answer.text().contains("backup made"));
    until(|| server.get("/clinic"), |_| !to.join(&own[0]).exists());
    until(|| server.get("/clinic"), |answer| answer.text().contains("holds backups of another store"));
    let names = folder.names_in("kept");
    assert_eq!(names.len(), 5, "{names:?}");
    assert!(names.contains(&own[1]) && others.iter().all(|other| names.contains(&(*other).to_string())), "{names:?}");
    drop(server);
    let made = names.iter().find(|name| name.starts_with(&format!("concord-{id}-000003-"))).unwrap();
    let check = ["serve", "backup", "--check", &format!("kept/{made}"), "--data", "data"];
    assert_eq!(folder.concord(&check).code, Some(0));
    for wrong in ["24", "0h", "h", "999999999h"] {
        let answer = folder.concord(&["serve", "--no-open", "--backup-to", "kept", "--backup-every", wrong]);
        assert!(answer.code == Some(2) && answer.stderr.contains("30m, 24h or 7d"), "{wrong}: {answer:?}");
    }
}

#[test]
fn an_automatic_backup_that_fails_is_told_on_every_page_and_in_the_audit() {
    let folder = Folder::new();
    let taken = folder.write("taken", "a file, where a folder should be");
    let server = Server::with(&folder, &["--backup-to", taken.to_str().unwrap()]);
    for page in ["/", "/clinic", "/catalog", "/no-such-page"] {
        until(|| server.get(page), |answer| answer.text().contains("The last automatic backup could not be made"));
    }
    assert!(until(|| server.get("/clinic"), |answer| answer.text().contains("automatic backup failed")).status == 200);
}

#[test]
fn an_empty_file_where_the_store_was_is_told_and_left_alone() {
    let folder = Folder::new();
    std::fs::create_dir(folder.0.join("data")).unwrap();
    folder.write("data/concord.sqlite", "");
    let answer = folder.concord(&["serve", "--no-open", "--port", "0", "--data", "data"]);
    assert!(answer.code == Some(1) && answer.stderr.contains("empty, 0 bytes"), "{answer:?}");
    assert_eq!(std::fs::metadata(store_of(&folder)).unwrap().len(), 0);
}

#[test]
fn a_damaged_store_is_told_on_every_page_and_nothing_is_said_to_be_deleted() {
    let folder = Folder::new();
    let store = Store::open(&store_of(&folder)).unwrap();
    let mark = "Beeblebrox-0045#";
    let damaged = store.create(&by("anna"), &draft(&mark.repeat(3_000))).unwrap().id;
    drop(store);
    let mut bytes = std::fs::read(store_of(&folder)).unwrap();
    // A page in the middle of the text, wherever it lies.
    let marks = |page: &[u8]| page.windows(mark.len()).filter(|window| *window == mark.as_bytes()).count();
    let full = bytes.chunks_mut(4096).filter(|page| marks(page) > 200).nth(5).unwrap();
    full.fill(0xff);
    std::fs::write(store_of(&folder), bytes).unwrap();
    let server = Server::start(&folder);
    for page in ["/", "/clinic", "/catalog"] {
        until(|| server.get(page), |answer| answer.text().contains("What is kept is damaged"));
    }
    for (path, status) in [(format!("/cases/{damaged}/person"), 500), ("/cases/0123456789abcdef/person".into(), 500)] {
        let answer = server.get(&path);
        assert_eq!(answer.status, status, "{path}: {}", answer.text());
        assert!(!answer.text().contains("deleted"), "{path}: {}", answer.text());
    }
}

/// Waits for the report of a case.
fn finished(server: &Server, id: &str) {
    let path = format!("/api/v1/cases/{id}/report");
    assert_eq!(server.post(&path, "application/json", b"").status, 202);
    until(|| server.get(&path), |answer| answer.json()["standing"] == "finished");
}

#[test]
fn a_report_survives_a_kill_and_goes_with_its_case() {
    let folder = Folder::new();
    let mut server = Server::start(&folder);
    let id = server.case(MECHANIC);
    let other = server.case(&MECHANIC.replacen("name = \"Mechanic\"", "name = \"Other\"", 1));
    finished(&server, &id);
    let result = server.get(&format!("/api/v1/cases/{id}/report/result")).json();
    // Another one is under way as the program is killed.
    assert_eq!(server.post(&format!("/api/v1/cases/{other}/report"), "application/json", b"").status, 202);
    server.terminate();
    server.wait();
    server = Server::start(&folder);
    let path = format!("/api/v1/cases/{id}/report");
    assert_eq!(server.get(&path).json()["standing"], "finished");
    assert_eq!(server.get(&format!("{path}/result")).json(), result);
    let page = server.get(&format!("/cases/{id}/report")).text();
    assert!(page.contains("fingerprint of what it was made from") && !page.contains("have changed since"), "{page}");
    assert!(server.get(&format!("/cases/{id}/report/mechanic.html")).text().contains("<html"));
    assert_eq!(server.get(&format!("/api/v1/cases/{other}/report")).status, 404, "what was under way is gone");
    assert_eq!(server.delete(&format!("/api/v1/cases/{id}")).status, 204);
    assert_eq!(server.get(&path).status, 404);
}

#[cfg(unix)]
#[test]
fn what_the_command_line_writes_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    folder.write("case.toml", MECHANIC);
    for arguments in [&["new", "made"][..], &["drive", "case.toml", "--script", "script.txt", "--record", "day.bin"]] {
        folder.write("script.txt", "0:00 switch automatic\n0:00 sit\n0:02 stand\n0:03 end\n");
        let answer = folder.concord(arguments);
        assert_eq!(answer.code, Some(0), "{arguments:?}: {}", answer.stderr);
    }
    // Reports are looked at where they are made: `serve::reports`.
    for file in ["made.toml", "day.bin"] {
        let mode = std::fs::metadata(folder.0.join(file)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{file}");
    }
}

#[test]
fn a_backup_with_teams_is_restored_behind_its_walls_and_the_restore_says_so() {
    let folder = Folder::new();
    let concord = |arguments: &[&str], data: &str| {
        let answer = folder.concord(&[arguments, &["--data", data]].concat());
        assert_eq!(answer.code, Some(0), "{arguments:?}: {}", answer.stderr);
        answer.stdout
    };
    user(&folder, "anna", "admin");
    concord(&["serve", "team", "add", "North"], "data");
    Store::open(&store_of(&folder)).unwrap().create(&by("anna"), &draft("text")).unwrap();
    concord(&["serve", "backup", "kept.sqlite"], "data");
    std::fs::rename(folder.0.join("data"), folder.0.join("before")).unwrap();
    for (name, role) in [("anna", "admin"), ("rita", "read")] {
        user(&folder, name, role);
    }
    let said = concord(&["serve", "restore", "kept.sqlite"], "data");
    assert!(said.contains("cases: 1") && said.contains("only administrators see their cases: North"), "{said}");
    let server = Server::with(&folder, &["--password"]);
    let seen = |name: &str| {
        let bearer = format!("Bearer {}", token(&server, name));
        server.get_with("/api/v1/cases", &[("authorization", &bearer)]).json().as_array().unwrap().len()
    };
    assert_eq!((seen("anna"), seen("rita")), (1, 0));
}

#[test]
fn a_case_is_deleted_on_the_command_line_once_that_is_confirmed() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let ids = [server.case(MECHANIC), server.case(MECHANIC)];
    let delete = |id: &str, more: &[&str], said: &str| {
        let arguments = [&["serve", "delete", id, "--data", "data"], more].concat();
        concord_in(&folder.0, &arguments, said.as_bytes())
    };
    for said in ["", "no\n", "y\n"] {
        let kept = delete(&ids[0], &[], said);
        assert!(kept.code == Some(2) && kept.stderr.contains("nothing was deleted"), "{said:?}: {kept:?}");
        assert!(kept.stderr.contains("Mechanic, case") && kept.stderr.contains("cannot be undone"), "{kept:?}");
    }
    assert_eq!(delete(&ids[0], &[], "yes\n").code, Some(0));
    let told = delete(&ids[1], &["--yes", "--json"], "");
    let told: serde_json::Value = serde_json::from_str(&told.stdout).unwrap();
    assert_eq!((told["deleted"].as_str(), told["versions"].as_u64()), (Some(ids[1].as_str()), Some(1)));
    // The page serves meanwhile, and shows neither any more.
    for id in &ids {
        assert_eq!(server.get(&format!("/cases/{id}/person")).status, 404);
        assert_eq!(delete(id, &["--yes"], "").code, Some(1));
    }
    assert_eq!(delete("no id", &["--yes"], "").code, Some(2));
    let elsewhere = folder.concord(&["serve", "delete", &ids[0], "--yes", "--data", "nowhere"]);
    assert!(elsewhere.code == Some(2) && !folder.0.join("nowhere").exists(), "{elsewhere:?}");
    let audit = folder.concord(&["serve", "audit", "--data", "data"]).stdout;
    let rows = audit.lines().filter(|row| row.contains("command line\tcase-deleted"));
    assert_eq!(rows.count(), 2, "{audit}");
}
