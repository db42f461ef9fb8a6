//! What is opened: a new file, one of an older format, and what is refused.

use crate::common::{Folder, behind, by, draft, first_format};
use store::{Accounts, Role, State, Store, StoreError};

/// What the file of format 1 holds in these tests.
const ROWS_1: &str = "
    INSERT INTO cases VALUES ('0123456789abcdef', 2);
    INSERT INTO versions (case_id, number, at, by, state, name, note, text) VALUES
        ('0123456789abcdef', 1, 100, 'anna', 'draft', 'Mechanic', '', 'age = 40'),
        ('0123456789abcdef', 2, 200, 'ben', 'fitted', 'Mechanic', 'birthday', 'age = 41');
    INSERT INTO audit (at, by, action, case_id, version, detail) VALUES
        (100, 'anna', 'case-created', '0123456789abcdef', 1, ''),
        (200, 'ben', 'case-saved', '0123456789abcdef', 2, '');";

#[test]
fn a_file_of_format_1_is_brought_up_to_date_with_all_it_holds() {
    let folder = Folder::new();
    behind(&folder.path()).execute_batch(&format!("{}{ROWS_1}", first_format())).unwrap();
    for _ in 0..2 {
        let store = folder.open();
        let row = &store.cases("mechanic").unwrap()[0];
        assert_eq!((row.state, row.version, row.changed_by.as_str()), (State::Fitted, 2, "ben"));
        assert_eq!(store.version(&row.id, 1).unwrap().text, "age = 40");
        assert_eq!(store.head(&row.id).unwrap().note, "birthday");
        assert_eq!(store.audit(None, 10).unwrap().len(), 2);
        let chain = store.check_audit().unwrap();
        assert_eq!((chain.rows, chain.fault), (2, None));
        assert!(store.files(&row.id).unwrap().is_empty());
        assert!(store.users().unwrap().is_empty());
    }
    let store = folder.open();
    let id = store.cases("").unwrap()[0].id.clone();
    store.attach(&by("anna", 300), &id, "limb.stl", b"solid").unwrap();
    store.add_user(&by("anna", 300), "anna", "three words apart", Role::Admin).unwrap();
    store.delete(&by("anna", 300), &id).unwrap();
}

#[test]
fn a_backup_of_format_1_is_restored_up_to_date() {
    let folder = Folder::new();
    let old = folder.file("old.backup");
    behind(&old).execute_batch(&format!("{}{ROWS_1}", first_format())).unwrap();
    let before = std::fs::read(&old).unwrap();
    let store = folder.open();
    store.create(&by("anna", 1), &draft("other", "text")).unwrap();
    store.restore_from(&by("anna", 300), &old, None, Accounts::Present).unwrap();
    assert_eq!(store.cases("").unwrap()[0].name, "Mechanic");
    drop(store);
    Store::restore(&by("anna", 300), &old, &folder.path(), None, None, Accounts::Present).unwrap();
    assert_eq!(folder.open().cases("").unwrap()[0].name, "Mechanic");
    assert_eq!(std::fs::read(&old).unwrap(), before, "the backup stays as it was");
}

#[test]
fn a_file_of_a_newer_program_is_refused_and_left_alone() {
    let folder = Folder::new();
    drop(folder.open());
    behind(&folder.path()).execute_batch("PRAGMA user_version = 99; PRAGMA journal_mode = DELETE;").unwrap();
    let before = std::fs::read(folder.path()).unwrap();
    let error = Store::open(&folder.path()).unwrap_err();
    assert!(matches!(error, StoreError::Newer { found: 99, .. }), "{error}");
    assert!(error.to_string().contains("use the newer Concord"), "{error}");
    assert_eq!(std::fs::read(folder.path()).unwrap(), before);
}

#[test]
fn what_is_no_store_is_refused_and_left_alone() {
    let folder = Folder::new();
    let foreign = folder.file("foreign.sqlite");
    behind(&foreign).execute_batch("CREATE TABLE cases (id TEXT); INSERT INTO cases VALUES ('a');").unwrap();
    let versioned = folder.file("versioned.sqlite");
    behind(&versioned).execute_batch("PRAGMA user_version = 1; CREATE TABLE t (a);").unwrap();
    let other = folder.file("other.sqlite");
    behind(&other).execute_batch("PRAGMA application_id = 7; PRAGMA user_version = 1;").unwrap();
    let text = folder.file("notes.txt");
    std::fs::write(&text, "not a database, but long enough to be read as the head of one. ".repeat(100)).unwrap();
    let short = folder.file("short");
    std::fs::write(&short, "short").unwrap();
    for path in [foreign, versioned, other, text, short] {
        let before = std::fs::read(&path).unwrap();
        let error = Store::open(&path).unwrap_err();
        assert!(matches!(error, StoreError::NotAStore { .. }), "{error}");
        assert!(error.to_string().starts_with(&path.display().to_string()), "{error}");
        assert_eq!(std::fs::read(&path).unwrap(), before, "{}", path.display());
    }
    let error = Store::open(&folder.0).unwrap_err();
    assert!(error.to_string().contains("not a file"), "{error}");
    let below_a_file = folder.file("notes.txt/clinic.sqlite");
    assert!(matches!(Store::open(&below_a_file), Err(StoreError::Place { .. })));
}

#[test]
fn what_a_killed_program_left_is_cleared_away_and_what_another_holds_is_not() {
    let folder = Folder::new();
    let store = folder.open();
    let held = store.scratch().unwrap();
    let unfinished = folder.file("elsewhere/backup.unfinished");
    std::fs::create_dir(folder.file("elsewhere")).unwrap();
    std::fs::write(&unfinished, "half of somebody's case").unwrap();
    std::fs::write(folder.file("clinic.sqlite.elsewhere-00"), unfinished.to_str().unwrap()).unwrap();
    let mine = folder.file("elsewhere/notes");
    std::fs::write(&mine, "mine").unwrap();
    std::fs::write(folder.file("clinic.sqlite.elsewhere-01"), mine.to_str().unwrap()).unwrap();
    for name in [
        "clinic.sqlite.unfinished",
        "clinic.sqlite.unfinished-journal",
        "clinic.sqlite.scratch-00",
        "clinic.sqlite.scratch-00-journal",
        "clinic.sqlite.scratch-01-wal",
        ".concord-77-1795282140-backup",
        ".concord-77-1795282140-backup.unfinished",
        ".concord-77-1795282140-backup.unfinished-journal",
        ".concord-77-1795282140-restore",
    ] {
        std::fs::write(folder.file(name), "half of somebody's case").unwrap();
    }
    drop(folder.open());
    assert!(held.path().exists() && mine.exists() && !unfinished.exists());
    drop((held, store));
    assert_eq!(folder.names(), ["clinic.sqlite", "elsewhere"]);
}

#[test]
fn an_empty_file_is_told_and_not_taken_for_a_new_store() {
    let folder = Folder::new();
    std::fs::write(folder.path(), "").unwrap();
    let error = Store::open(&folder.path()).unwrap_err();
    assert!(matches!(error, StoreError::Empty { .. }), "{error}");
    assert!(error.to_string().contains("restore a backup"), "{error}");
    assert_eq!(std::fs::metadata(folder.path()).unwrap().len(), 0);
    assert_eq!(folder.names(), ["clinic.sqlite"]);
}

#[cfg(unix)]
#[test]
fn the_file_and_all_beside_it_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let path = folder.file("new/clinic.sqlite");
    let store = Store::open(&path).unwrap();
    store.create(&by("anna", 1), &draft("case", "text")).unwrap();
    store.backup(&by("anna", 1), &folder.file("backup"), None).unwrap();
    for name in ["new/clinic.sqlite", "new/clinic.sqlite-wal", "new/clinic.sqlite-shm", "backup"] {
        assert_eq!(mode(&folder.file(name)), 0o600, "{name}");
    }
    assert_eq!(mode(&folder.file("new")), 0o700);
    drop(store);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    drop(Store::open(&path).unwrap());
    assert_eq!(mode(&path), 0o600, "one that came with wider permission is closed");
}
