//! Users, passwords, roles and sessions.

use std::time::{Duration, Instant};

use crate::common::{Folder, PASSWORD, behind, by, with_anna};
use store::{Action, Origin, Role, Store, StoreError};

#[test]
fn only_the_right_password_gives_the_user() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    let anna = store.check_password("anna ", PASSWORD).unwrap().unwrap();
    assert_eq!((anna.name.as_str(), anna.role, anna.added_at), ("Anna", Role::Admin, 1));
    for (name, password) in [
        ("Anna", "correct horse batterz"),
        ("Anna", ""),
        ("Anna", &PASSWORD.to_uppercase()),
        ("Anna", &format!("{PASSWORD} ")),
        ("Anna", &"x".repeat(1 << 20)),
        ("Ben", PASSWORD),
        ("", PASSWORD),
        ("' OR 1=1 --", PASSWORD),
    ] {
        assert_eq!(store.check_password(name, password).unwrap(), None, "{name:?}");
    }
    assert!(folder.holding(PASSWORD.as_bytes()).is_empty(), "no file holds the password");
}

#[test]
fn an_unknown_user_takes_as_long_as_a_wrong_password() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    // The shortest of several: what else the machine does only adds.
    let shortest = |name: &str| -> Duration {
        let taken = (0..8).map(|_| {
            let start = Instant::now();
            assert_eq!(store.check_password(name, "not the password").unwrap(), None);
            start.elapsed()
        });
        taken.min().unwrap()
    };
    let (known, unknown) = (shortest("anna"), shortest("nobody"));
    let ratio = known.as_secs_f64() / unknown.as_secs_f64();
    assert!((0.5..2.0).contains(&ratio), "{known:?} for a user, {unknown:?} for nobody");
}

#[test]
fn a_password_has_ten_to_two_hundred_characters() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    let admin = by("Anna", 2);
    for (length, fits) in [(0, false), (9, false), (10, true), (200, true), (201, false)] {
        let password: String = "kü7vqx2wömzj9tr".chars().cycle().take(length).collect();
        let set = store.set_password(&admin, "Anna", &password);
        assert_eq!(set.is_ok(), fits, "{length}");
        assert_eq!(store.add_user(&admin, &format!("user {length}"), &password, Role::Read).is_ok(), fits, "{length}");
        let entered = store.check_password("Anna", &password).unwrap();
        assert_eq!(entered.is_some(), fits, "{length}");
    }
    let error = store.set_password(&admin, "Anna", "short").unwrap_err();
    assert_eq!(error.to_string(), "the password: 5 characters; 10 to 200 would be right");
}

#[test]
fn the_last_administrator_stays_one() {
    let folder = Folder::new();
    let store = folder.open();
    let setup = by("setup", 1);
    assert!(matches!(store.add_user(&setup, "Ben", PASSWORD, Role::Edit), Err(StoreError::FirstUser)));
    store.add_user(&setup, "Anna", PASSWORD, Role::Admin).unwrap();
    store.add_user(&setup, "Ben", PASSWORD, Role::Edit).unwrap();
    assert!(matches!(store.set_role(&setup, "ANNA", Role::Edit), Err(StoreError::LastAdmin(name)) if name == "Anna"));
    assert!(matches!(store.remove_user(&setup, "anna"), Err(StoreError::LastAdmin(_))));
    store.set_role(&setup, "anna", Role::Admin).unwrap();
    store.set_role(&setup, "ben", Role::Admin).unwrap();
    store.remove_user(&setup, "anna").unwrap();
    assert!(matches!(store.remove_user(&setup, "ben"), Err(StoreError::LastAdmin(_))));
    let left: Vec<_> = store.users().unwrap().into_iter().map(|user| (user.name, user.role)).collect();
    assert_eq!(left, [("Ben".to_string(), Role::Admin)]);
    assert_eq!(store.user("anna").unwrap(), None);
}

#[test]
fn a_name_is_taken_once_however_it_is_written() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    let admin = by("Anna", 2);
    store.add_user(&admin, "Jörg", PASSWORD, Role::Read).unwrap();
    let taken = store.add_user(&admin, " JÖRG", PASSWORD, Role::Admin);
    assert!(matches!(taken, Err(StoreError::UserExists(name)) if name == "JÖRG"));
    for name in ["", "\t", "a\nb", &"x".repeat(101)] {
        assert!(store.add_user(&admin, name, PASSWORD, Role::Read).is_err(), "{name:?}");
    }
    for unknown in ["nobody", &"x".repeat(1 << 20)] {
        let error = store.set_role(&admin, unknown, Role::Read).unwrap_err();
        assert!(matches!(error, StoreError::NoUser(_)) && error.to_string().len() < 200, "{error}");
    }
    assert_eq!(store.users().unwrap().len(), 2);
}

#[test]
fn a_session_lasts_until_it_is_closed_or_expires() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    let token = store.open_session("anna", 1_000, 60, &Origin::default()).unwrap();
    let other = store.open_session("anna", 1_000, 600, &Origin::default()).unwrap();
    assert_ne!(token, other);
    let session = store.session(token.as_str(), 1_059).unwrap().unwrap();
    assert_eq!((session.user.as_str(), session.role), ("Anna", Role::Admin));
    assert_eq!(store.session(token.as_str(), 1_060).unwrap(), None);
    assert!(store.session(other.as_str(), 1_060).unwrap().is_some());
    store.close_session(other.as_str(), 1_061).unwrap();
    store.close_session(other.as_str(), 1_062).unwrap();
    assert_eq!(store.session(other.as_str(), 1_062).unwrap(), None);
    for wrong in ["", "x", &token.as_str().to_uppercase(), &format!("{}0", token.as_str()), &"a".repeat(1 << 20)] {
        assert_eq!(store.session(wrong, 1_000).unwrap(), None);
        store.close_session(wrong, 1_000).unwrap();
    }
    assert!(matches!(store.open_session("nobody", 1, 60, &Origin::default()), Err(StoreError::NoUser(_))));
    // Opening one clears away those that have expired.
    store.open_session("anna", 2_000, 60, &Origin::default()).unwrap();
    let kept: i64 = behind(&folder.path()).query_row("SELECT count(*) FROM sessions", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 1);
}

#[test]
fn the_token_is_neither_kept_nor_shown() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    let token = store.open_session("Anna", 1, 60, &Origin::default()).unwrap();
    let session = store.session(token.as_str(), 2).unwrap().unwrap();
    let bytes: Vec<u8> =
        (0..64).step_by(2).map(|at| u8::from_str_radix(&token.as_str()[at..at + 2], 16).unwrap()).collect();
    for secret in [token.as_str().as_bytes(), &bytes] {
        assert!(folder.holding(secret).is_empty());
    }
    assert!(!format!("{token:?} {session:?}").contains(token.as_str()));
}

#[test]
fn what_changes_a_user_signs_them_out_everywhere() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    let admin = by("Anna", 2);
    store.add_user(&admin, "Ben", PASSWORD, Role::Read).unwrap();
    let anna = store.open_session("Anna", 2, 60, &Origin::default()).unwrap();
    type Change = fn(&Store) -> Result<(), StoreError>;
    let changes: [Change; 4] = [
        |store| store.set_password(&by("Anna", 3), "ben", "staple battery lamp"),
        |store| store.set_role(&by("Anna", 4), "ben", Role::Edit),
        |store| store.close_sessions_of(&by("Anna", 5), "ben"),
        |store| store.remove_user(&by("Anna", 6), "ben"),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let tokens = [
            store.open_session("Ben", 2, 60, &Origin::default()).unwrap(),
            store.open_session("Ben", 2, 60, &Origin::default()).unwrap(),
        ];
        assert!(store.session(tokens[0].as_str(), 3).unwrap().is_some());
        change(&store).unwrap();
        for token in tokens {
            assert_eq!(store.session(token.as_str(), 3).unwrap(), None, "change {number}");
        }
    }
    assert!(store.session(anna.as_str(), 3).unwrap().is_some(), "others stay signed in");
}

#[test]
fn what_was_done_to_users_is_in_the_audit() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    let admin = by("Anna", 2);
    store.add_user(&admin, "Ben", PASSWORD, Role::Read).unwrap();
    store.set_role(&admin, "ben", Role::Edit).unwrap();
    store.set_password(&admin, "ben", "staple battery lamp").unwrap();
    let token = store.open_session("ben", 3, 60, &Origin::default()).unwrap();
    store.close_session(token.as_str(), 4).unwrap();
    store.remove_user(&admin, "ben").unwrap();
    let rows = store.audit(None, 6).unwrap();
    let rows: Vec<_> = rows.iter().rev().map(|row| (row.by.as_str(), row.action, row.detail.as_str())).collect();
    assert_eq!(
        rows,
        [
            ("Anna", Action::UserAdded, "Ben: read"),
            ("Anna", Action::RoleSet, "Ben: edit"),
            ("Anna", Action::PasswordSet, "Ben"),
            ("Ben", Action::SignedIn, ""),
            ("Ben", Action::SignedOut, ""),
            ("Anna", Action::UserRemoved, "Ben"),
        ]
    );
}

#[test]
fn a_hash_with_other_costs_than_ours_lets_nobody_in() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    let dear = "$argon2id$v=19$m=4194304,t=100,p=1$Y29uY29yZDogbm9ib2R5Lg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    behind(&folder.path()).execute("UPDATE users SET password = ?", [dear]).unwrap();
    let start = Instant::now();
    assert_eq!(store.check_password("Anna", PASSWORD).unwrap(), None);
    assert!(start.elapsed() < Duration::from_secs(5));
}
