//! Cases and their versions.

use crate::common::{Folder, by, draft};
use proptest::prelude::*;
use store::{Action, CaseId, Draft, LARGEST_TEXT, LONGEST_NAME, LONGEST_NOTE, State, StoreError};

#[test]
fn every_version_is_kept_as_it_was_saved() {
    let folder = Folder::new();
    let store = folder.open();
    let first = store.create(&by("anna", 100), &draft("Mechanic", "age = 40")).unwrap();
    assert_eq!((first.number, first.at, first.by.as_str()), (1, 100, "anna"));
    let second = Draft { state: State::Fitted, ..draft("Mechanic, left", "age = 41") };
    let saved = store.save(&by("ben", 200), &first.id, 1, &second, "birthday").unwrap();
    assert_eq!((saved.number, saved.note.as_str(), saved.state), (2, "birthday", State::Fitted));

    drop(store);
    let store = folder.open();
    assert_eq!(store.head(&first.id).unwrap(), saved);
    assert_eq!(store.version(&first.id, 1).unwrap(), first);
    let history = store.history(&first.id).unwrap();
    let history: Vec<_> = history.iter().map(|row| (row.number, row.at, row.by.as_str(), row.state)).collect();
    assert_eq!(history, [(2, 200, "ben", State::Fitted), (1, 100, "anna", State::Draft)]);
    let audit = store.audit(None, 10).unwrap();
    let audit: Vec<_> = audit.iter().map(|row| (row.action, row.by.as_str(), row.at, row.version)).collect();
    assert_eq!(audit, [(Action::CaseSaved, "ben", 200, Some(2)), (Action::CaseCreated, "anna", 100, Some(1))]);
}

#[test]
fn the_list_is_searched_by_name_and_shows_the_newest_change_first() {
    let folder = Folder::new();
    let store = folder.open();
    let müller = store.create(&by("anna", 100), &draft("Ulla MÜLLER", "a")).unwrap();
    let groß = store.create(&by("anna", 200), &draft("Jörg Groß", "b")).unwrap();
    store.create(&by("anna", 300), &draft("100 %_*", "c")).unwrap();
    let names =
        |search: &str| -> Vec<String> { store.cases(search).unwrap().into_iter().map(|row| row.name).collect() };
    assert_eq!(names(""), ["100 %_*", "Jörg Groß", "Ulla MÜLLER"]);
    assert_eq!(names("müller"), ["Ulla MÜLLER"]);
    assert_eq!(names(" JÖRG groß "), ["Jörg Groß"]);
    assert_eq!(names("%"), ["100 %_*"]);
    assert!(names("' OR 1=1 --").is_empty());

    store.save(&by("ben", 400), &müller.id, 1, &draft("Ulla Meier", "a"), "married").unwrap();
    let rows = store.cases("").unwrap();
    assert_eq!((rows[0].name.as_str(), rows[0].version, rows[0].changed_at), ("Ulla Meier", 2, 400));
    assert_eq!(rows[0].changed_by, "ben");
    assert!(names("müller").is_empty());
    assert_eq!(store.head(&groß.id).unwrap().number, 1);
}

#[test]
fn who_saves_on_an_older_version_is_told_what_is_there() {
    let folder = Folder::new();
    let store = folder.open();
    let id = store.create(&by("anna", 1), &draft("case", "one")).unwrap().id;
    store.save(&by("anna", 2), &id, 1, &draft("case", "two"), "").unwrap();
    for base in [0, 1, 3, u64::MAX] {
        let refused = store.save(&by("ben", 3), &id, base, &draft("case", "other"), "");
        let Err(error @ StoreError::Conflict { .. }) = refused else { panic!("{refused:?}") };
        assert!(error.to_string().contains("anna saved version 2"), "{error}");
        let StoreError::Conflict { head } = error else { unreachable!() };
        assert_eq!((head.number, head.text.as_str()), (2, "two"));
    }
    assert_eq!(store.history(&id).unwrap().len(), 2);
    assert_eq!(store.audit(None, 10).unwrap().len(), 2, "what was refused is not in the audit");
}

#[test]
fn what_is_there_already_makes_no_new_version() {
    let folder = Folder::new();
    let store = folder.open();
    let first = store.create(&by("anna", 1), &draft("case", "one")).unwrap();
    assert_eq!(store.save(&by("anna", 2), &first.id, 1, &draft(" case ", "one"), "again").unwrap(), first);
    let saved = store.save(&by("anna", 3), &first.id, 1, &draft("case", "two"), "").unwrap();
    // The answer was lost, the browser asks again.
    assert_eq!(store.save(&by("anna", 4), &first.id, 1, &draft("case", "two"), "").unwrap(), saved);
    assert_eq!(store.history(&first.id).unwrap().len(), 2);
    // A change of the state or the name alone is one.
    let fitted = Draft { state: State::Fitted, ..draft("case", "two") };
    assert_eq!(store.save(&by("anna", 5), &first.id, 2, &fitted, "").unwrap().number, 3);
}

#[test]
fn what_is_not_there_is_named() {
    let folder = Folder::new();
    let store = folder.open();
    let unknown = CaseId::parse("0123456789abcdef").unwrap();
    let nobody = by("anna", 1);
    assert!(matches!(store.head(&unknown), Err(StoreError::NoCase(id)) if id == unknown));
    assert!(matches!(store.history(&unknown), Err(StoreError::NoCase(_))));
    assert!(matches!(store.version(&unknown, 1), Err(StoreError::NoCase(_))));
    assert!(matches!(store.save(&nobody, &unknown, 1, &draft("a", "b"), ""), Err(StoreError::NoCase(_))));
    assert!(matches!(store.delete(&nobody, &unknown), Err(StoreError::NoCase(_))));
    assert!(matches!(store.files(&unknown), Err(StoreError::NoCase(_))));
    assert!(matches!(store.attach(&nobody, &unknown, "a", b"b"), Err(StoreError::NoCase(_))));
    assert!(store.audit(None, 10).unwrap().is_empty());
    let id = store.create(&nobody, &draft("a", "b")).unwrap().id;
    for number in [0, 2, u64::MAX] {
        assert!(matches!(store.version(&id, number), Err(StoreError::NoVersion { .. })), "{number}");
    }
}

#[test]
fn what_is_too_large_or_no_name_is_refused_before_it_is_written() {
    let folder = Folder::new();
    let store = folder.open();
    let anna = by("anna", 1);
    let largest = "ü".repeat(LARGEST_TEXT / 2);
    let id = store.create(&anna, &draft("case", &largest)).unwrap().id;
    assert_eq!(store.head(&id).unwrap().text, largest);
    let error = store.create(&anna, &draft("case", &format!("{largest}."))).unwrap_err();
    assert_eq!(error.to_string(), "the case's text: 1048577 bytes, at most 1048576");
    for name in ["", "  ", "a\nb", "a\0b", &"x".repeat(LONGEST_NAME + 1)] {
        let error = store.create(&anna, &draft(name, "text")).unwrap_err();
        assert!(matches!(error, StoreError::BadName { .. }), "{name:?}: {error}");
        let error = store.create(&by(name, 1), &draft("case", "text")).unwrap_err();
        assert!(matches!(error, StoreError::BadName { .. }), "{name:?}: {error}");
    }
    let note = "x".repeat(LONGEST_NOTE + 1);
    assert!(matches!(store.save(&anna, &id, 1, &draft("case", "b"), &note), Err(StoreError::TooLarge { .. })));
    assert_eq!(store.cases("").unwrap().len(), 1);
    assert_eq!(store.history(&id).unwrap().len(), 1);
}

#[test]
fn the_audit_is_read_a_page_at_a_time() {
    let folder = Folder::new();
    let store = folder.open();
    for at in 0..25 {
        store.create(&by("anna", at), &draft("case", "text")).unwrap();
    }
    let (mut seen, mut before) = (vec![], None);
    loop {
        let page = store.audit(before, 10).unwrap();
        let Some(last) = page.last() else { break };
        before = Some(last.id);
        seen.extend(page.iter().map(|row| row.at));
    }
    assert_eq!(seen, (0..25).rev().collect::<Vec<_>>());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_text_comes_back_as_it_went(texts in prop::collection::vec(any::<String>(), 1..4), name in "\\PC{1,40}") {
        let folder = Folder::new();
        let store = folder.open();
        prop_assume!(!name.trim().is_empty());
        let mut head = store.create(&by("anna", 1), &draft(&name, "")).unwrap();
        for text in texts {
            head = store.save(&by("anna", 2), &head.id, head.number, &draft(&name, &text), &name).unwrap();
            prop_assert_eq!(&head.text, &text);
            prop_assert_eq!(&store.head(&head.id).unwrap(), &head);
        }
        prop_assert_eq!(store.cases(name.trim()).unwrap().len(), 1);
    }
}

#[test]
fn a_version_is_judged_again_without_becoming_another() {
    let folder = Folder::new();
    let store = folder.open();
    let made = store.create(&by("anna", 100), &draft("case", "one")).unwrap();
    for state in [State::NotBefore, State::Refused, State::Fitted, State::Draft] {
        store.judge(&made.id, 1, state).unwrap();
        let head = store.head(&made.id).unwrap();
        assert_eq!((head.state, head.number, head.text.as_str(), head.by.as_str()), (state, 1, "one", "anna"));
    }
    assert_eq!(store.audit(None, 10).unwrap().len(), 1);
    assert_eq!(store.judged_by().unwrap(), None);
    for rules in ["one", "two"] {
        store.note_judged_by(rules).unwrap();
        assert_eq!(store.judged_by().unwrap().as_deref(), Some(rules));
    }
}
