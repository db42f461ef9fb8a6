//! A disk without room, and what a damaged file says.

use std::process::Command;

use crate::common::{Folder, PASSWORD, by, draft};
use store::{Action, CaseId, Origin, Role, Store, StoreError};

const FOLDER: &str = "STORE_TEST_SMALL_DISK";

/// The large scan, larger than all the room there is beside the store.
const SCAN: usize = 10 << 20;

/// What stands in everything of the case.
const MARK: &[u8] = b"Zaphod-Beeblebrox-0043#";

/// Not a test of its own: what the test below runs on a small disk. Without its folder it does nothing.
#[test]
#[ignore = "runs on the small disk that the other test makes"]
fn on_a_small_disk() {
    let Some(path) = std::env::var_os(FOLDER) else { return };
    let folder = std::path::PathBuf::from(path);
    let store = Store::open(&folder.join("clinic.sqlite")).unwrap();
    store.keep_reserve().unwrap();
    store.add_user(&by("setup", 1), "anna", PASSWORD, Role::Admin).unwrap();
    let kept = store.create(&by("anna", 1), &draft("kept", "kept")).unwrap().id;
    let name = String::from_utf8(MARK.to_vec()).unwrap();
    let text = name.repeat(10_000);
    let mut head = store.create(&by("anna", 1), &draft(&name, &text)).unwrap();
    for number in 1..4 {
        head = store.save(&by("anna", 2), &head.id, number, &draft(&name, &format!("{number}{text}")), &name).unwrap();
    }
    store.attach(&by("anna", 3), &head.id, &name, &MARK.repeat(SCAN / MARK.len())).unwrap();
    // The log is given back, and what is left is taken by somebody else.
    drop(store);
    let store = Store::open(&folder.join("clinic.sqlite")).unwrap();
    fill(&folder.join("filler"));
    let large = store.save(&by("anna", 4), &kept, 1, &draft("kept", &"x".repeat(1 << 20)), "");
    assert!(matches!(large, Err(StoreError::Full)), "{large:?}");

    // Nobody has the file open, so that even what a reader needs beside it has no room; then somebody logs in.
    drop(store);
    let store = Store::open(&folder.join("clinic.sqlite")).unwrap();
    let enter = || store.open_session("anna", 5, 600, &Origin::default());
    assert!(matches!(enter(), Err(StoreError::Full)), "{:?}", enter());
    for _ in 0..20 {
        let token = store.with_reserve(enter).unwrap();
        assert!(store.session(token.as_str(), 6).unwrap().is_some());
    }
    let left = std::fs::metadata(folder.join("clinic.sqlite.reserve")).unwrap().len();
    assert!(left >= 2 << 20, "{left} bytes are left for the deletion");

    // Others go on trying to save, and would take the room that the deletion was given.
    let gone = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        for who in ["carla", "dora", "emil", "fay", "gus", "hal"] {
            let (store, kept, gone) = (&store, &kept, &gone);
            scope.spawn(move || {
                while !gone.load(std::sync::atomic::Ordering::Relaxed) {
                    // Even a reader needs some room.
                    let Ok(base) = store.head(kept).map(|head| head.number) else { continue };
                    match store.save(&by(who, 4), kept, base, &draft("kept", &"x".repeat(200 << 10)), "") {
                        Ok(_) | Err(StoreError::Full | StoreError::Conflict { .. }) => {}
                        other => panic!("{other:?}"),
                    }
                }
            });
        }
        let deleted = store.delete(&by("ben", 5), &head.id);
        gone.store(true, std::sync::atomic::Ordering::Relaxed);
        deleted.unwrap();
    });
    assert!(matches!(store.head(&head.id), Err(StoreError::NoCase(_))));
    assert_eq!(store.head(&kept).unwrap().name, "kept");
    assert!(
        store
            .audit(None, 10)
            .unwrap()
            .iter()
            .any(|row| row.case == Some(head.id.clone()) && row.action == Action::CaseDeleted)
    );
    assert_eq!(store.check_audit().unwrap().fault, None);
    store.quick_check().unwrap();
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        let held = std::fs::read(&path).unwrap();
        assert!(!held.windows(MARK.len()).any(|window| window == MARK), "{}", path.display());
    }
}

/// Takes all the room there is.
fn fill(path: &std::path::Path) {
    use std::io::Write;
    let mut file = std::fs::File::create(path).unwrap();
    while file.write_all(&[1; 4096]).is_ok() {}
    let _ = file.write_all(&[1; 512]);
}

/// A file system of 32 MB is made in a name space of the test's own, which needs no right on most systems.
#[cfg(target_os = "linux")]
#[test]
fn a_case_is_deleted_on_a_full_disk_and_nothing_of_it_stays() {
    let folder = Folder::new();
    let script =
        "mount -t tmpfs -o size=32m none \"$1\" || exit 77; exec \"$2\" --ignored --exact full::on_a_small_disk";
    let run = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"])
        .arg(&folder.0)
        .arg(std::env::current_exe().unwrap())
        .env(FOLDER, &folder.0)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success() && said.contains("1 passed"), "no small disk, or: {said}");
}

/// A deletion that a kill has interrupted: the case is off the list, its words and files are there.
#[test]
fn a_deletion_that_was_interrupted_is_finished_at_the_next_start() {
    let folder = Folder::new();
    let store = folder.open();
    let mark = String::from_utf8(MARK.to_vec()).unwrap();
    let id: CaseId = store.create(&by("anna", 1), &draft(&mark, &mark.repeat(1_000))).unwrap().id;
    store.attach(&by("anna", 2), &id, &mark, &MARK.repeat(50_000)).unwrap();
    let kept = store.create(&by("anna", 1), &draft("kept", "kept")).unwrap().id;
    drop(store);
    let other = crate::common::behind(&folder.path());
    let sql = format!("PRAGMA foreign_keys = OFF; DELETE FROM cases WHERE id = '{id}'");
    other.execute_batch(&sql).unwrap();
    // Without a word that it was deleted this is damage: nothing is wiped.
    let error = folder.open().quick_check().unwrap_err();
    assert!(error.to_string().contains("rows without what they belong to"), "{error}");
    assert!(!folder.holding(MARK).is_empty());
    let said = format!(
        "INSERT INTO audit (id, at, behind, by, action, case_id, detail, hash)
         VALUES (4, 3, 0, 'anna', 'case-deleted', '{id}', '', x'00')"
    );
    other.execute_batch(&said).unwrap();
    drop(other);
    let store = folder.open();
    assert!(folder.holding(MARK).is_empty());
    assert_eq!(store.file(&id, &mark).unwrap(), None);
    assert_eq!(store.head(&kept).unwrap().text, "kept");
    store.quick_check().unwrap();
}

#[test]
fn a_page_that_was_overwritten_is_found() {
    let folder = Folder::new();
    let store = folder.open();
    for number in 0..20 {
        store.create(&by("anna", number), &draft("case", &"text ".repeat(2_000))).unwrap();
    }
    store.quick_check().unwrap();
    drop(store);
    let mut bytes = std::fs::read(folder.path()).unwrap();
    let tables: u32 = crate::common::behind(&folder.path())
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'versions'", [], |row| row.get(0))
        .unwrap();
    let page = (tables as usize - 1) * 4096;
    bytes[page..page + 4096].fill(0xff);
    std::fs::write(folder.path(), bytes).unwrap();
    let error = folder.open().quick_check().unwrap_err();
    assert!(matches!(error, StoreError::Damaged { .. } | StoreError::Broken(_)), "{error}");
}
