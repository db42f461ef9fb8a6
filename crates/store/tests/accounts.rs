//! Names in one form, passwords that are guessed early, sessions that are listed and end, second factors, teams.

use crate::common::{FIRST_AUDIT, Folder, PASSWORD, behind, by, draft, with_anna};
use store::audit::OWN_NAMES;
use store::{IDLE_S, LARGEST_FILE, Origin, Role, Sight, StoreError, code_of};

#[test]
fn a_user_is_one_however_the_name_is_typed() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    for same in ["anna", " anna", "ANNA\u{a0}", "\u{2003}anna", "an\u{200b}na", "ａｎｎａ"] {
        assert!(store.check_password(same, PASSWORD).unwrap().is_some(), "{same:?}");
        let taken = store.add_user(&by("Anna", 2), same, PASSWORD, Role::Read);
        assert!(matches!(taken, Err(StoreError::UserExists(_))), "{same:?}");
    }
}

#[test]
fn users_of_an_older_format_are_found_by_the_normal_form() {
    let folder = Folder::new();
    drop(with_anna(&folder));
    // As format 4 had it: the key was the name in small letters.
    behind(&folder.path())
        .execute_batch(
            "UPDATE users SET key = 'jose\u{301}', name = 'Jose\u{301}'; PRAGMA user_version = 4;
            DROP TABLE recovery_codes; DROP TABLE factors; DROP TABLE known_devices; DROP TABLE team_cases;
            DROP TABLE team_users; DROP TABLE teams; DROP TABLE report_files; DROP TABLE audit_brought; DROP TABLE audit;
            DROP TABLE identity;",
        )
        .unwrap();
    behind(&folder.path()).execute_batch(FIRST_AUDIT).unwrap();
    assert!(folder.open().check_password("JOSÉ", PASSWORD).unwrap().is_some());
}

#[test]
fn no_user_is_called_what_the_program_calls_itself_in_the_audit() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    let disguised =
        ["Command  Line", " THIS MACHINE", "ａutomatic\u{a0}backup", "un\u{fe0f}known name", "the\u{34f} program"];
    for name in OWN_NAMES.into_iter().chain(disguised) {
        let refused = store.add_user(&by("Anna", 2), name, PASSWORD, Role::Edit);
        assert!(matches!(refused, Err(StoreError::OwnName(_))), "{name:?}: {refused:?}");
    }
    assert!(store.doubtful_names().unwrap().is_empty());
}

#[test]
fn names_that_an_earlier_version_let_in_are_told_and_removed_by_their_letters() {
    let folder = Folder::new();
    drop(with_anna(&folder));
    behind(&folder.path())
        .execute_batch(
            "INSERT INTO users SELECT 'ａｎｎａ', 'ａｎｎａ', password, role, added_at FROM users;
            INSERT INTO users SELECT 'this machine', 'This Machine', password, 'edit', added_at FROM users WHERE key = 'anna';",
        )
        .unwrap();
    let store = folder.open();
    assert_eq!(store.doubtful_names().unwrap(), ["This Machine", "ａｎｎａ"]);
    store.remove_user(&by("Anna", 2), "ａｎｎａ").unwrap();
    assert_eq!(store.doubtful_names().unwrap(), ["This Machine"]);
    let left = store.check_password("anna", PASSWORD).unwrap().unwrap();
    assert_eq!(left.name, "Anna", "the one that logs in by this name stays");
}

#[test]
fn passwords_that_are_guessed_first_are_refused() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    for early in
        ["password123", "1234567890", "qwertzuiop", "Passwort2024", "concordconcord", "erik.müller1", "aaaaaaaaaaaaaa"]
    {
        let refused = store.add_user(&by("Anna", 2), "erik.müller", early, Role::Read);
        assert!(matches!(refused, Err(StoreError::WeakPassword)), "{early}: {refused:?}");
    }
    assert!(matches!(store.set_password(&by("Anna", 2), "anna", "password123"), Err(StoreError::WeakPassword)));
    store.add_user(&by("Anna", 2), "erik.müller", "lamp velvet mountain", Role::Read).unwrap();
}

#[test]
fn a_session_ends_without_use_and_a_clock_set_back_revives_none() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    let open = |at| store.open_session("anna", at, 100_000, &Origin::default()).unwrap();
    let idle = open(1_000);
    assert!(store.session(idle.as_str(), 999 + IDLE_S).unwrap().is_some());
    assert_eq!(store.session(idle.as_str(), 1_000 + IDLE_S).unwrap(), None);
    // Use keeps it open.
    let used = open(1_000);
    let session = store.session(used.as_str(), 1_100).unwrap().unwrap();
    assert!(session.stale);
    store.note_use(session.number, 1_100).unwrap();
    assert!(store.session(used.as_str(), 1_050 + IDLE_S).unwrap().is_some());
    // One that was used in what is now the future counts for nothing.
    assert!(store.session(used.as_str(), 1_100 - 60).unwrap().is_some(), "a clock that is put right");
    assert_eq!(store.session(used.as_str(), 900).unwrap(), None);
    // What has ended is closed for good.
    store.end_sessions(1_200 + IDLE_S).unwrap();
    assert_eq!(store.session(used.as_str(), 1_100).unwrap(), None);
}

#[test]
fn sessions_are_listed_and_closed_by_their_number() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    store.add_user(&by("Anna", 2), "Ben", PASSWORD, Role::Read).unwrap();
    let from = Origin { address: "192.0.2.1".into(), program: "a browser\r\n".repeat(100) };
    let anna = store.open_session("anna", 10, 600, &from).unwrap();
    let ben = store.open_session("ben", 11, 600, &from).unwrap();
    let own = store.sessions(Some(" ANNA"), 12).unwrap();
    assert_eq!((own.len(), own[0].user.as_str(), own[0].address.as_str()), (1, "Anna", "192.0.2.1"));
    assert!(own[0].program.len() <= 120 && !own[0].program.contains('\n'));
    assert_eq!(store.sessions(None, 12).unwrap().len(), 2);
    let other = store.sessions(Some("ben"), 12).unwrap()[0].number;
    let refused = store.close_numbered(&by("Anna", 13), other, Some("anna"));
    assert!(matches!(refused, Err(StoreError::NoSession(_))));
    assert!(store.session(ben.as_str(), 13).unwrap().is_some());
    store.close_numbered(&by("Anna", 13), other, None).unwrap();
    assert_eq!(store.session(ben.as_str(), 13).unwrap(), None);
    assert!(store.session(anna.as_str(), 13).unwrap().is_some());
}

#[test]
fn a_user_has_so_many_known_devices_and_none_for_ever() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    for number in 0..60 {
        store.remember_device("anna", &format!("device {number}"), 100 + number).unwrap();
    }
    let knows = |what: &str, at: i64| store.knows_device(" ANNA", what, at).unwrap();
    assert!(knows("device 59", 200) && knows("device 10", 200) && !knows("device 9", 200) && !knows("", 200));
    assert!(!knows("device 59", 200 + 91 * 86_400));
    assert!(!store.knows_device("nobody", "device 59", 200).unwrap());
    assert!(folder.holding(b"device 59").is_empty(), "no file holds what a device shows");
}

#[test]
fn a_code_is_taken_once_and_so_is_a_recovery_code() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    let at = 1_800_000_000;
    let code = |secret: &str, at: i64| code_of(secret, at as u64).unwrap();
    assert!(store.check_factor("anna", "", at).unwrap(), "nothing is asked of who has none");
    let secret = store.begin_factor("anna").unwrap();
    assert!(store.check_factor("anna", "", at).unwrap(), "nothing is asked before it is confirmed");
    let wrong = store.confirm_factor(&by("Anna", at), "anna", "000000");
    assert!(matches!(wrong, Err(StoreError::WrongCode)) || code(&secret, at) == "000000");
    let recovery = store.confirm_factor(&by("Anna", at), "anna", &code(&secret, at)).unwrap();
    assert!(store.user("anna").unwrap().unwrap().second_factor);
    assert!(matches!(store.begin_factor("anna"), Err(StoreError::FactorThere)));
    // The code that confirmed it, an old one, one of the future, none.
    for used in [code(&secret, at), code(&secret, at - 30), code(&secret, at + 90), String::new(), "x".repeat(1 << 16)]
    {
        assert!(!store.check_factor("Anna", &used, at).unwrap(), "{used}");
    }
    let next = code(&secret, at + 30);
    assert!(store.check_factor("anna", &format!(" {next}"), at + 30).unwrap());
    assert!(!store.check_factor("anna", &next, at + 31).unwrap(), "a code is taken once");
    assert!(store.check_factor("anna", &recovery[0].to_uppercase(), at + 40).unwrap());
    assert!(!store.check_factor("anna", &recovery[0], at + 41).unwrap(), "a recovery code is taken once");
    for code in &recovery {
        assert!(folder.holding(code.as_bytes()).is_empty(), "no file holds a recovery code");
    }
    store.remove_factor(&by("Anna", at), "anna").unwrap();
    assert!(store.check_factor("anna", "", at).unwrap());
    assert!(store.check_factor("nobody", "x", at).unwrap(), "nobody has none");
}

#[test]
fn where_teams_are_used_a_user_sees_the_cases_of_their_own() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    for name in ["Ben", "Cem"] {
        store.add_user(&by("Anna", 2), name, PASSWORD, Role::Edit).unwrap();
    }
    let before = store.create(&by("Ben", 3), &draft("before", "a")).unwrap().id;
    let (ben, cem, anna) = (Sight::of("ben", Role::Edit), Sight::of("Cem", Role::Read), Sight::of("anna", Role::Admin));
    let seen = |sight: &Sight| store.cases_seen("", sight).unwrap().into_iter().map(|row| row.name).collect::<Vec<_>>();
    assert!([&ben, &cem, &anna].iter().all(|sight| seen(sight) == ["before"]), "no team, no walls");
    store.add_team(&by("Anna", 4), "North").unwrap();
    store.set_member(&by("Anna", 4), " north", "BEN", true).unwrap();
    assert!(matches!(store.add_team(&by("Anna", 4), "NORTH"), Err(StoreError::TeamExists(_))));
    assert!(matches!(store.set_member(&by("Anna", 4), "South", "ben", true), Err(StoreError::NoTeam(_))));
    assert_eq!(
        (seen(&ben).len(), seen(&cem).len(), seen(&anna).len()),
        (0, 0, 1),
        "a case of no team is an administrator's"
    );
    let own = store.create(&by("Ben", 5), &draft("own", "b")).unwrap().id;
    assert_eq!((seen(&ben), seen(&cem).len(), seen(&anna).len()), (vec!["own".to_string()], 0, 2));
    assert!(store.sees(&ben, &own).unwrap() && !store.sees(&cem, &own).unwrap() && !store.sees(&ben, &before).unwrap());
    store.move_case(&by("Anna", 6), &before, Some("north")).unwrap();
    assert_eq!((seen(&ben).len(), store.team_of(&before).unwrap().as_deref()), (2, Some("North")));
    store.set_member(&by("Anna", 7), "North", "Ben", false).unwrap();
    assert_eq!((seen(&ben).len(), seen(&anna).len()), (0, 2));
    store.remove_team(&by("Anna", 8), "north").unwrap();
    assert_eq!(seen(&cem).len(), 2);
}

#[test]
fn a_removed_file_is_overwritten_and_makes_room() {
    let folder = Folder::new();
    let store = with_anna(&folder);
    let id = store.create(&by("Anna", 2), &draft("case", "text")).unwrap().id;
    let secret = b"what only this scan holds: 7f3a9c1e".as_slice();
    assert!(secret.len() < LARGEST_FILE);
    for number in 0..100 {
        store.attach(&by("Anna", 3), &id, &format!("{number}.stl"), &[secret, &[number]].concat()).unwrap();
    }
    assert!(store.attach(&by("Anna", 3), &id, "more.stl", b"more").is_err());
    for number in 0..100 {
        store.remove_file(&by("Anna", 4), &id, &format!("{number}.stl")).unwrap();
    }
    assert!(matches!(store.remove_file(&by("Anna", 4), &id, "0.stl"), Err(StoreError::NoFile)));
    store.attach(&by("Anna", 5), &id, "more.stl", b"more").unwrap();
    assert!(folder.holding(secret).is_empty(), "what was removed is in no file");
    assert_eq!(store.audit(None, 2).unwrap()[1].action.as_str(), "file-removed");
}
