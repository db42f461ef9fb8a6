//! Backups and what can be restored from them.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::common::{Folder, PASSWORD, Stopping, behind, by, draft, with_anna};
use store::{Accounts, Action, Origin, Passphrase, Restored, Role, Sight, Store, StoreError};

/// A store with a case of two versions, a file and a user, and a backup of it.
fn with_backup(folder: &Folder) -> (Store, PathBuf) {
    let store = folder.open();
    let id = store.create(&by("anna", 1), &draft("first", "one")).unwrap().id;
    store.save(&by("anna", 2), &id, 1, &draft("first", "two"), "").unwrap();
    store.attach(&by("anna", 3), &id, "limb.stl", b"solid").unwrap();
    store.add_user(&by("anna", 4), "Anna", PASSWORD, Role::Admin).unwrap();
    let backup = folder.file("backup.concord");
    store.backup(&by("anna", 5), &backup, None).unwrap();
    (store, backup)
}

fn restore(from: &Path, into: &Path) -> Result<Restored, StoreError> {
    Store::restore(&by("command line", 9), from, into, None, None, Accounts::Present)
}

/// What a store holds, to compare it by.
fn contents(store: &Store) -> String {
    let mut contents = format!("{:?}", store.users().unwrap());
    for row in store.cases("").unwrap() {
        contents += &format!("{row:?} {:?} {:?}", store.head(&row.id).unwrap(), store.files(&row.id).unwrap());
        contents += &format!("{:?} {:?}", store.history(&row.id).unwrap(), store.file(&row.id, "limb.stl").unwrap());
    }
    contents
}

#[test]
fn what_was_backed_up_is_what_is_restored() {
    let folder = Folder::new();
    let (store, backup) = with_backup(&folder);
    let before = contents(&store);
    let token = store.open_session("anna", 6, 60, &Origin::default()).unwrap();
    let id = store.cases("").unwrap()[0].id.clone();
    store.save(&by("anna", 6), &id, 2, &draft("first", "three"), "").unwrap();
    store.create(&by("anna", 7), &draft("second", "text")).unwrap();
    drop(store);
    restore(&backup, &folder.path()).unwrap();
    let store = folder.open();
    assert_eq!(contents(&store), before);
    assert!(store.check_password("anna", PASSWORD).unwrap().is_some());
    assert_eq!(store.session(token.as_str(), 7).unwrap(), None);
    let elsewhere = folder.file("another/machine.sqlite");
    restore(&backup, &elsewhere).unwrap();
    assert_eq!(contents(&Store::open(&elsewhere).unwrap()), before);
    drop(store);
    assert_eq!(folder.names(), ["another", "backup.concord", "clinic.sqlite"]);
}

#[test]
fn a_running_store_is_restored_and_its_audit_goes_on() {
    let folder = Folder::new();
    let (store, backup) = with_backup(&folder);
    let before = contents(&store);
    let token = store.open_session("anna", 6, 60, &Origin::default()).unwrap();
    let other = store.create(&by("ben", 7), &draft("Slartibartfast", "fjords")).unwrap().id;
    store.restore_from(&by("anna", 9), &backup, None, Accounts::Present).unwrap();
    assert_eq!(contents(&store), before);
    assert!(matches!(store.head(&other), Err(StoreError::NoCase(_))));
    assert_eq!(store.session(token.as_str(), 7).unwrap(), None, "everyone is signed out");
    let audit = store.audit(None, 20).unwrap();
    let seen: Vec<_> = audit.iter().rev().map(|row| (row.at, row.action)).collect();
    assert_eq!(
        seen,
        [
            (1, Action::CaseCreated),
            (2, Action::CaseSaved),
            (3, Action::FileAttached),
            (4, Action::UserAdded),
            (5, Action::BackedUp),
            (6, Action::SignedIn),
            (7, Action::CaseCreated),
            (9, Action::Restored),
        ]
    );
    assert!(folder.holding(b"Slartibartfast").is_empty(), "what was replaced is gone");
    // It goes on working, and what it does is kept.
    let id = store.cases("").unwrap()[0].id.clone();
    store.save(&by("anna", 10), &id, 2, &draft("first", "three"), "").unwrap();
    drop(store);
    assert_eq!(folder.open().head(&id).unwrap().text, "three");
    assert_eq!(folder.names(), ["backup.concord", "clinic.sqlite"]);
}

#[test]
fn a_restore_that_cannot_be_written_down_is_not_made() {
    let folder = Folder::new();
    let (store, backup) = with_backup(&folder);
    store.create(&by("ben", 7), &draft("second", "text")).unwrap();
    let before = contents(&store);
    assert!(matches!(
        store.restore_from(&by("", 9), &backup, None, Accounts::Present),
        Err(StoreError::BadName { .. })
    ));
    assert_eq!(contents(&store), before);
    store.restore_from(&by("ben", 9), &backup, None, Accounts::Present).unwrap();
    assert_eq!(store.cases("").unwrap().len(), 1);
}

#[test]
fn a_backup_brings_its_audit_beside_ours_and_cannot_forge_it() {
    let folder = Folder::new();
    let (store, backup) = with_backup(&folder);
    let last = store.audit(None, 2).unwrap()[1].hash.clone();
    drop(store);
    let fresh = Store::open(&folder.file("fresh.sqlite")).unwrap();
    fresh.create(&by("ben", 2), &draft("mine", "text")).unwrap();
    for _ in 0..2 {
        fresh.restore_from(&by("ben", 9), &backup, None, Accounts::Present).unwrap();
    }
    let times = |rows: Vec<store::AuditRow>| rows.iter().rev().map(|row| (row.at, row.by.clone())).collect::<Vec<_>>();
    let said = |rows: &[(i64, &str)]| rows.iter().map(|(at, by)| (*at, (*by).to_string())).collect::<Vec<_>>();
    assert_eq!(times(fresh.audit(None, 20).unwrap()), said(&[(2, "ben"), (9, "ben"), (9, "ben")]));
    assert_eq!(times(fresh.brought(20).unwrap()), said(&[(1, "anna"), (2, "anna"), (3, "anna"), (4, "anna")]));
    let row = &fresh.audit(None, 20).unwrap()[1];
    assert!(row.action == Action::Restored && row.detail.contains(&last), "{row:?}");
    assert_eq!(fresh.check_audit().unwrap().fault, None);
}

#[test]
fn the_present_accounts_stay_unless_told_and_those_of_the_backup_are_listed() {
    let folder = Folder::new();
    let (store, backup) = with_backup(&folder);
    drop(store);
    let fresh = Store::open(&folder.file("fresh.sqlite")).unwrap();
    fresh.add_user(&by("ben", 1), "Ben", PASSWORD, Role::Admin).unwrap();
    let names = |store: &Store| store.users().unwrap().iter().map(|user| user.name.clone()).collect::<Vec<_>>();
    let kept = fresh.restore_from(&by("ben", 9), &backup, None, Accounts::Present).unwrap();
    assert_eq!((kept.cases, kept.in_backup, kept.brought), (1, vec!["Anna".to_string()], false));
    assert_eq!(names(&fresh), ["Ben"]);
    assert!(fresh.audit(None, 1).unwrap()[0].detail.contains("left out: Anna"));
    let brought = fresh.restore_from(&by("ben", 9), &backup, None, Accounts::OfBackup).unwrap();
    assert!(brought.brought);
    assert_eq!(names(&fresh), ["Anna"]);
    // Where nobody is, somebody has to be able to log in.
    let empty = Store::open(&folder.file("empty.sqlite")).unwrap();
    assert!(empty.restore_from(&by("ben", 9), &backup, None, Accounts::Present).unwrap().brought);
}

#[test]
fn an_encrypted_backup_holds_nothing_readable_and_comes_back_with_its_passphrase() {
    let folder = Folder::new();
    let (store, _) = with_backup(&folder);
    store.create(&by("anna", 5), &draft("Slartibartfast", "fjords")).unwrap();
    let before = contents(&store);
    assert!(matches!(Passphrase::new("too short"), Err(StoreError::PassphraseLength { length: 9 })));
    let passphrase = Passphrase::new("a passphrase nobody guesses").unwrap();
    let backup = folder.file("kept.age");
    store.backup(&by("anna", 6), &backup, Some(&passphrase)).unwrap();
    assert!(!folder.holding(b"Slartibartfast").contains(&"kept.age".to_string()));
    assert!(!folder.holding(b"SQLite format").contains(&"kept.age".to_string()));
    drop(store);

    let into = folder.file("another.sqlite");
    let try_with = |given: Option<&Passphrase>| {
        Store::restore(&by("anna", 9), &backup, &into, None, given, Accounts::Present).map(|restored| restored.cases)
    };
    assert!(matches!(try_with(None), Err(StoreError::Encrypted { .. })));
    let wrong = Passphrase::given("another passphrase");
    assert!(matches!(try_with(Some(&wrong)), Err(StoreError::NotDecrypted { .. })));
    assert!(!into.exists());
    let mut bytes = std::fs::read(&backup).unwrap();
    let length = bytes.len();
    bytes[length / 2] ^= 1;
    let damaged = folder.file("damaged.age");
    std::fs::write(&damaged, &bytes).unwrap();
    let refused = Store::restore(&by("anna", 9), &damaged, &into, None, Some(&passphrase), Accounts::Present);
    assert!(matches!(refused, Err(StoreError::NotDecrypted { .. })), "{refused:?}");
    assert_eq!(try_with(Some(&passphrase)).unwrap(), 2);
    assert_eq!(contents(&Store::open(&into).unwrap()), before);
    assert_eq!(folder.names(), ["another.sqlite", "backup.concord", "clinic.sqlite", "damaged.age", "kept.age"]);
}

#[test]
fn a_trial_counts_what_a_backup_holds_and_changes_nothing() {
    let folder = Folder::new();
    let (store, backup) = with_backup(&folder);
    store.create(&by("ben", 7), &draft("second", "text")).unwrap();
    let before = (contents(&store), store.audit(None, 20).unwrap());
    let drill = store.drill(&backup, None).unwrap();
    assert_eq!((drill.cases, drill.versions, drill.files), (1, 2, 1));
    assert_eq!((drill.accounts, drill.audit.rows, drill.audit.fault), (vec!["Anna".to_string()], 4, None));
    assert_eq!((contents(&store), store.audit(None, 20).unwrap()), before);
    std::fs::write(&backup, &std::fs::read(&backup).unwrap()[..8_192]).unwrap();
    assert!(store.drill(&backup, None).is_err());
    assert_eq!(folder.names(), ["backup.concord", "clinic.sqlite", "clinic.sqlite-shm", "clinic.sqlite-wal"]);
}

/// A change of the audit by somebody who takes its triggers away and puts them back.
fn tampered(change: &str) -> String {
    let kept = "CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;";
    format!("DROP TRIGGER audit_is_not_changed; {change}; {kept}")
}

#[test]
fn of_a_backup_whose_audit_was_changed_the_restoring_says_so() {
    let folder = Folder::new();
    let (store, backup) = with_backup(&folder);
    behind(&backup).execute_batch(&tampered("UPDATE audit SET by = 'eve' WHERE id = 2")).unwrap();
    assert!(store.drill(&backup, None).unwrap().audit.fault.is_some());
    store.restore_from(&by("anna", 9), &backup, None, Accounts::Present).unwrap();
    let row = &store.audit(None, 1).unwrap()[0];
    assert!(row.detail.contains("row 2 is not as it was written"), "{row:?}");
    assert_eq!(store.check_audit().unwrap().fault, None);
    assert!(store.audit(None, 20).unwrap().iter().all(|row| row.by != "eve"));
}

/// What must not be restored: (name, what is wrong with it).
fn unfit(folder: &Folder, backup: &Path) -> Vec<(&'static str, PathBuf)> {
    let whole = std::fs::read(backup).unwrap();
    let changed = |name: &'static str, bytes: Vec<u8>| {
        let path = folder.file(name);
        std::fs::write(&path, bytes).unwrap();
        (name, path)
    };
    let told = |name: &'static str, sql: &str| {
        let made = changed(name, whole.clone());
        behind(&made.1).execute_batch(sql).unwrap();
        made
    };
    let mut zeroed = whole.clone();
    zeroed[4096..12_288].fill(0);
    vec![
        changed("garbage", b"garbage".repeat(5_000)),
        changed("empty", vec![]),
        changed("half", whole[..whole.len() / 2].to_vec()),
        changed("zeroed", zeroed),
        told("newer", "PRAGMA user_version = 99;"),
        told("foreign", "PRAGMA application_id = 7;"),
        told("trigger", "CREATE TRIGGER evil AFTER INSERT ON audit BEGIN DELETE FROM cases; END;"),
        told("view", "DROP TABLE users; CREATE VIEW users AS SELECT 1;"),
        told("orphan", "PRAGMA foreign_keys = OFF; DELETE FROM cases;"),
        told("strange action", &tampered("UPDATE audit SET action = 'made-up' WHERE id = 2")),
        told("headless", "UPDATE cases SET head = 7;"),
        ("missing", folder.file("missing")),
        ("folder", folder.0.clone()),
    ]
}

#[test]
fn what_is_damaged_newer_or_foreign_is_refused_and_nothing_changes() {
    let folder = Folder::new();
    let (store, backup) = with_backup(&folder);
    let others = Folder::new();
    let unfit = unfit(&others, &backup);
    let before = contents(&store);
    for (name, path) in &unfit {
        let error = store.restore_from(&by("anna", 9), path, None, Accounts::Present).unwrap_err();
        assert!(error.to_string().starts_with(&path.display().to_string()), "{name}: {error}");
        assert_eq!(contents(&store), before, "{name}");
    }
    assert!(store.audit(None, 20).unwrap().iter().all(|row| row.action != Action::Restored));
    drop(store);
    let bytes = std::fs::read(folder.path()).unwrap();
    for (name, path) in &unfit {
        let error = restore(path, &folder.path()).unwrap_err();
        assert!(error.to_string().starts_with(&path.display().to_string()), "{name}: {error}");
        assert!(std::fs::read(folder.path()).unwrap() == bytes, "{name}");
        assert_eq!(folder.names(), ["backup.concord", "clinic.sqlite"], "{name}");
    }
}

#[test]
fn a_store_in_use_or_a_file_that_is_none_is_not_replaced() {
    let folder = Folder::new();
    let (store, backup) = with_backup(&folder);
    store.create(&by("anna", 8), &draft("second", "text")).unwrap();
    assert!(matches!(restore(&backup, &folder.path()), Err(StoreError::InUse { .. })));
    assert_eq!(store.cases("").unwrap().len(), 2);
    store.create(&by("anna", 9), &draft("third", "text")).unwrap();
    drop(store);
    assert_eq!(folder.open().cases("").unwrap().len(), 3);
    let letter = folder.file("letter.txt");
    std::fs::write(&letter, "Dear colleague").unwrap();
    assert!(matches!(restore(&backup, &letter), Err(StoreError::NotAStore { .. })));
    assert_eq!(std::fs::read(&letter).unwrap(), b"Dear colleague");
}

#[test]
fn a_damaged_store_is_replaced_with_its_log() {
    let folder = Folder::new();
    let (store, backup) = with_backup(&folder);
    let before = contents(&store);
    drop(store);
    let mut bytes = std::fs::read(folder.path()).unwrap();
    bytes[100..12_288].fill(0xff);
    std::fs::write(folder.path(), bytes).unwrap();
    std::fs::write(folder.file("clinic.sqlite-wal"), b"stale").unwrap();
    std::fs::write(folder.file("clinic.sqlite-shm"), b"stale").unwrap();
    assert!(Store::open(&folder.path()).is_err());
    restore(&backup, &folder.path()).unwrap();
    assert_eq!(contents(&folder.open()), before);
}

#[test]
fn a_backup_made_while_others_write_is_of_one_moment() {
    let folder = Folder::new();
    let store = folder.open();
    let done = AtomicBool::new(false);
    // Two cases that are always saved in this order, so that the first is at most one ahead.
    let text = |number: u64| format!("{number};").repeat(3_000);
    let ids = ["one", "two"].map(|name| store.create(&by("anna", 1), &draft(name, &text(1))).unwrap().id);
    thread::scope(|scope| {
        let stopping = Stopping(&done);
        let writer = scope.spawn(|| {
            let mut base = 1;
            while !done.load(Ordering::Relaxed) {
                for id in &ids {
                    store.save(&by("anna", 2), id, base, &draft("case", &text(base + 1)), "").unwrap();
                }
                base += 1;
            }
            base
        });
        for number in 0..8 {
            let backup = folder.file(&format!("backup-{number}"));
            store.backup(&by("ben", 3), &backup, None).unwrap();
            let copy = Store::open(&backup).unwrap();
            let heads = [0, 1].map(|at| copy.head(&ids[at]).unwrap());
            assert!(heads[0].number - heads[1].number <= 1);
            for head in heads {
                assert_eq!(head.text, text(head.number));
                assert_eq!(copy.history(&head.id).unwrap().len() as u64, head.number);
            }
        }
        drop(stopping);
        assert!(writer.join().unwrap() > 8, "the writer went on");
    });
    assert_eq!(store.audit(None, 1_000).unwrap().iter().filter(|row| row.action == Action::BackedUp).count(), 8);
}

#[test]
fn a_backup_replaces_an_older_one_but_never_the_store() {
    let folder = Folder::new();
    let (store, backup) = with_backup(&folder);
    store.create(&by("anna", 8), &draft("second", "text")).unwrap();
    store.backup(&by("anna", 9), &backup, None).unwrap();
    assert_eq!(Store::open(&backup).unwrap().cases("").unwrap().len(), 2);
    assert!(matches!(store.backup(&by("anna", 9), &folder.path(), None), Err(StoreError::OntoItself { .. })));
    assert!(store.backup(&by("anna", 9), &folder.0, None).is_err(), "a folder");
    assert_eq!(store.cases("").unwrap().len(), 2);
}

#[test]
fn a_backup_with_teams_opens_no_case_to_everybody_where_no_team_is() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    store.add_user(&by("Anna", 2), "Ben", PASSWORD, Role::Edit).unwrap();
    for team in ["North", "South"] {
        store.add_team(&by("Anna", 2), team).unwrap();
    }
    store.set_member(&by("Anna", 2), "North", "Ben", true).unwrap();
    let of_north = store.create(&by("Ben", 3), &draft("of north", "a")).unwrap().id;
    let of_none = store.create(&by("Anna", 3), &draft("of none", "b")).unwrap().id;
    let backup = folder.file("with_teams.sqlite");
    store.backup(&by("Anna", 4), &backup, None).unwrap();

    let other = Folder::new();
    let here = with_anna(&other);
    here.add_user(&by("Anna", 2), "Ben", PASSWORD, Role::Edit).unwrap();
    let restored = here.restore_from(&by("Anna", 5), &backup, None, Accounts::Present).unwrap();
    assert_eq!((restored.cases, restored.teams_without_users), (2, vec!["North".to_string(), "South".to_string()]));
    let (ben, anna) = (Sight::of("Ben", Role::Edit), Sight::of("Anna", Role::Admin));
    for id in [&of_north, &of_none] {
        assert!(!here.sees(&ben, id).unwrap() && here.sees(&anna, id).unwrap(), "{id}");
    }
    let row = &here.audit(None, 1).unwrap()[0];
    assert!(row.detail.contains("teams brought without users: North, South"), "{}", row.detail);
    here.set_member(&by("Anna", 6), "North", "Ben", true).unwrap();
    assert!(here.sees(&ben, &of_north).unwrap() && !here.sees(&ben, &of_none).unwrap());

    // Where there are teams, a case of one that is not among them is in none.
    let third = Folder::new();
    let there = with_anna(&third);
    there.add_team(&by("Anna", 2), "North").unwrap();
    store.move_case(&by("Anna", 6), &of_none, Some("South")).unwrap();
    store.backup(&by("Anna", 7), &backup, None).unwrap();
    let restored = there.restore_from(&by("Anna", 8), &backup, None, Accounts::Present).unwrap();
    assert_eq!((restored.cases_of_no_team, restored.teams_without_users.len()), (1, 0));
    assert_eq!(there.team_of(&of_none).unwrap(), None);
    assert!(there.audit(None, 1).unwrap()[0].detail.contains("cases of teams that are not here: 1"));
}

#[test]
fn every_store_has_an_identity_of_its_own_that_no_backup_brings() {
    let (folder, other) = (Folder::new(), Folder::new());
    let (store, backup) = with_backup(&folder);
    let own = store.id().unwrap();
    assert!(own.len() == 16 && folder.open().id().unwrap() == own);
    let there = other.open();
    let before = there.id().unwrap();
    assert_ne!(own, before);
    there.restore_from(&by("anna", 5), &backup, None, Accounts::Present).unwrap();
    assert_eq!(there.id().unwrap(), before);
}
