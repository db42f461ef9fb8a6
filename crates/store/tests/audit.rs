//! The audit: only added to, chained, and written once in a while where nothing changes.

use crate::common::{Folder, PASSWORD, behind, by, draft, first_format, log_length};
use store::{Action, Role, Seen, Store, StoreError};

/// A store whose audit has some rows.
fn with_rows(folder: &Folder) -> Store {
    let store = folder.open();
    let id = store.create(&by("anna", 1), &draft("first", "one")).unwrap().id;
    store.save(&by("ben", 2), &id, 1, &draft("first", "two"), "").unwrap();
    store.attach(&by("anna", 3), &id, "limb.stl", b"solid").unwrap();
    store
}

#[test]
fn rows_are_neither_changed_nor_removed_nor_slipped_in() {
    let folder = Folder::new();
    let store = with_rows(&folder);
    let before = store.audit(None, 10).unwrap();
    let rows = "(id, at, behind, by, action, detail, hash)";
    for sql in [
        "UPDATE audit SET by = 'eve' WHERE id = 1".to_string(),
        "DELETE FROM audit WHERE id = 3".into(),
        "DELETE FROM audit".into(),
        format!("REPLACE INTO audit {rows} VALUES (2, 1, 0, 'eve', 'signed-in', '', x'00')"),
        format!("INSERT OR REPLACE INTO audit {rows} VALUES (3, 1, 0, 'eve', 'signed-in', '', x'00')"),
        format!("INSERT INTO audit {rows} VALUES (-5, 1, 0, 'eve', 'signed-in', '', x'00')"),
    ] {
        let error = behind(&folder.path()).execute_batch(&sql).unwrap_err();
        assert!(error.to_string().contains("only added to"), "{sql}: {error}");
    }
    assert_eq!(store.audit(None, 10).unwrap(), before);
    let chain = store.check_audit().unwrap();
    assert_eq!((chain.rows, chain.fault, chain.last), (3, None, Some((3, before[0].hash.clone()))));
}

#[test]
fn whoever_takes_the_triggers_away_is_found_out() {
    for (what, sql) in [
        ("changed", "UPDATE audit SET by = 'eve' WHERE id = 2"),
        ("at another time", "UPDATE audit SET at = 0 WHERE id = 1"),
        ("another case", "UPDATE audit SET case_id = '0123456789abcdef' WHERE id = 3"),
        ("removed", "DELETE FROM audit WHERE id = 2"),
        ("removed at the end", "DELETE FROM audit WHERE id = 3"),
        ("moved from field to field", "UPDATE audit SET by = 'an', action = 'nacase-created' WHERE id = 1"),
        (
            "slipped in",
            "INSERT INTO audit (id, at, behind, by, action, detail, hash)
             SELECT 4, 4, 0, by, action, detail, hash FROM audit WHERE id = 3",
        ),
    ] {
        let folder = Folder::new();
        drop(with_rows(&folder));
        let other = behind(&folder.path());
        for trigger in ["audit_is_not_changed", "audit_is_not_removed", "audit_grows_at_its_end"] {
            other.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
        }
        assert_eq!(other.execute(sql, []).unwrap(), 1, "{what}");
        drop(other);
        let chain = folder.open().check_audit().unwrap();
        assert!(chain.fault.is_some(), "{what}: {chain:?}");
    }
}

#[test]
fn a_hash_noted_elsewhere_shows_an_audit_that_was_written_anew() {
    let folder = Folder::new();
    let store = with_rows(&folder);
    let noted = store.audit(None, 1).unwrap()[0].hash.clone();
    store.create(&by("anna", 4), &draft("second", "one")).unwrap();
    assert!(store.audit_holds(&noted).unwrap() && store.audit_holds(&noted.to_uppercase()).unwrap());
    let other = Folder::new();
    assert!(!with_rows(&other).audit_holds(&noted.replace('0', "1")).unwrap());
}

#[test]
fn a_clock_that_was_set_back_is_told_by_its_row() {
    let folder = Folder::new();
    let store = folder.open();
    let id = store.create(&by("anna", 1_000), &draft("first", "one")).unwrap().id;
    store.save(&by("anna", 400), &id, 1, &draft("first", "two"), "").unwrap();
    store.save(&by("anna", 500), &id, 2, &draft("first", "three"), "").unwrap();
    let behind: Vec<_> = store.audit(None, 10).unwrap().iter().rev().map(|row| (row.at, row.behind_s)).collect();
    assert_eq!(behind, [(1_000, 0), (400, 600), (500, 0)]);
    assert_eq!(store.check_audit().unwrap().fault, None);
}

#[test]
fn a_view_is_written_once_a_user_case_and_hour_also_over_a_restart() {
    let folder = Folder::new();
    let store = with_rows(&folder);
    let id = store.cases("").unwrap()[0].id.clone();
    let before = store.audit(None, 100).unwrap().len();
    let views = |store: &Store| store.audit(None, 100).unwrap().len() - before;
    let see = |store: &Store, who: &str, at| store.saw(&by(who, at), Seen::Case, Some(&id)).unwrap();
    for at in [10_000, 10_001, 13_599] {
        see(&store, "anna", at);
    }
    assert_eq!(views(&store), 1);
    see(&store, "ben", 10_002);
    store.saw(&by("anna", 10_003), Seen::List, None).unwrap();
    store.saw(&by("anna", 10_003), Seen::Export, Some(&id)).unwrap();
    store.saw(&by("anna", 10_003), Seen::Download("scan"), Some(&id)).unwrap();
    store.saw(&by("anna", 10_004), Seen::Download("report"), Some(&id)).unwrap();
    assert_eq!(views(&store), 6);
    drop(store);
    let store = folder.open();
    see(&store, "anna", 13_000);
    assert_eq!(views(&store), 6);
    see(&store, "anna", 13_600);
    // A clock that was set back hides no view.
    see(&store, "anna", 5_000);
    assert_eq!(views(&store), 8);
    let newest = &store.audit(None, 1).unwrap()[0];
    assert_eq!((newest.action, newest.case.as_ref()), (Action::CaseViewed, Some(&id)));
}

#[test]
fn failed_logins_are_written_once_a_minute_and_name_with_their_number() {
    let folder = Folder::new();
    let store = folder.open();
    store.add_user(&by("anna", 1), "Anna", PASSWORD, Role::Admin).unwrap();
    // A name that somebody has and one that nobody has: the same is done for both, and nothing is written.
    let before = log_length(&folder);
    for at in 100..130 {
        store.failed_login(&by(" anna ", at)).unwrap();
        store.failed_login(&by(&format!("my secret password {at} {}", "x".repeat(10_000)), at)).unwrap();
        assert_eq!(log_length(&folder), before);
    }
    let rows = |store: &Store| -> Vec<(i64, String, String)> {
        let rows = store.audit(None, 20).unwrap();
        let failed = rows.into_iter().rev().filter(|row| row.action == Action::LoginFailed);
        failed.map(|row| (row.at, row.by, row.detail)).collect()
    };
    let row = |at, by: &str, detail: &str| (at, by.to_string(), detail.to_string());
    store.write_failed_logins(130, false).unwrap();
    assert_eq!(rows(&store), [row(130, "Anna", "30 tries"), row(130, "unknown name", "30 tries")]);
    store.failed_login(&by("ANNA", 131)).unwrap();
    store.write_failed_logins(189, false).unwrap();
    assert_eq!(rows(&store).len(), 2);
    store.write_failed_logins(190, false).unwrap();
    assert_eq!(rows(&store)[2..], [row(190, "Anna", "1 try")]);
    store.write_failed_logins(400, false).unwrap();
    assert_eq!(rows(&store).len(), 3);
    store.failed_login(&by("anna", 401)).unwrap();
    store.failed_login(&by("anna", 402)).unwrap();
    store.write_failed_logins(402, false).unwrap();
    store.failed_login(&by("anna", 403)).unwrap();
    store.write_failed_logins(404, true).unwrap();
    assert_eq!(rows(&store)[3..], [row(402, "Anna", "2 tries"), row(404, "Anna", "1 try")]);
    // What people type by mistake is nowhere.
    assert!(folder.holding(b"my secret password").is_empty());
}

#[test]
fn a_case_that_nobody_deleted_is_lost_and_not_gone() {
    let folder = Folder::new();
    let store = with_rows(&folder);
    let id = store.cases("").unwrap()[0].id.clone();
    let deleted = store.create(&by("anna", 4), &draft("second", "one")).unwrap().id;
    store.delete(&by("anna", 5), &deleted).unwrap();
    drop(store);
    behind(&folder.path()).execute_batch("PRAGMA foreign_keys = ON; DELETE FROM cases;").unwrap();
    let store = folder.open();
    let error = store.head(&id).unwrap_err();
    assert!(matches!(error, StoreError::LostCase(_)), "{error}");
    assert!(error.to_string().contains("nobody deleted it"), "{error}");
    assert!(matches!(store.head(&deleted), Err(StoreError::NoCase(_))));
}

#[test]
fn views_that_could_not_be_written_are_told_until_they_are_acknowledged() {
    let folder = Folder::new();
    let store = folder.open();
    let id = store.create(&by("anna", 1), &draft("first", "one")).unwrap().id;
    store.saw(&by("anna", 2), Seen::Case, Some(&id)).unwrap();
    // An actor without a name cannot be written down, as nothing can be on a full disk.
    for _ in 0..3 {
        assert!(store.saw(&by("", 3), Seen::Case, Some(&id)).is_err());
    }
    assert!(store.has_missed().unwrap());
    // What was written a short while ago says nothing about those.
    store.saw(&by("anna", 4), Seen::Case, Some(&id)).unwrap();
    assert!(store.has_missed().unwrap());
    store.write_missed(5).unwrap();
    drop(store);
    let store = folder.open();
    assert!(store.has_missed().unwrap(), "also after a restart");
    let row = &store.audit(None, 1).unwrap()[0];
    assert_eq!((row.action, row.by.as_str(), row.detail.as_str()), (Action::ViewsMissed, "the program", "3 views"));
    store.acknowledge_missed(&by("anna", 6)).unwrap();
    assert!(!store.has_missed().unwrap());
}

#[test]
fn a_long_audit_is_checked_in_parts_and_to_its_end() {
    let folder = Folder::new();
    let rows = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 4000)
        INSERT INTO audit (at, by, action, detail) SELECT x, 'anna', 'list-viewed', '' FROM n;";
    behind(&folder.path()).execute_batch(&format!("{}{rows}", first_format())).unwrap();
    let store = folder.open();
    let chain = store.check_audit().unwrap();
    assert_eq!((chain.rows, chain.fault), (4_000, None));
    drop(store);
    let sql = "DROP TRIGGER audit_is_not_changed; UPDATE audit SET by = 'eve' WHERE id = 2001;";
    behind(&folder.path()).execute_batch(sql).unwrap();
    assert!(folder.open().check_audit().unwrap().fault.unwrap().contains("row 2001"));
}
