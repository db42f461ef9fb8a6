//! Files attached to cases.

use crate::common::{Folder, by, draft};
use store::{Action, LARGEST_FILE, LONGEST_NAME, MOST_FILES, StoreError};

#[test]
fn a_file_comes_back_as_it_went_and_is_never_changed() {
    let folder = Folder::new();
    let store = folder.open();
    let id = store.create(&by("anna", 1), &draft("case", "text")).unwrap().id;
    let first = store.attach(&by("anna", 2), &id, "/home/anna/limb.stl", b"one").unwrap();
    assert_eq!((first.name.as_str(), first.size, first.at, first.by.as_str()), ("limb.stl", 3, 2, "anna"));
    assert_eq!(first.sha256, "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed");
    // The same again is the one that is there.
    assert_eq!(store.attach(&by("ben", 3), &id, "limb.stl", b"one").unwrap(), first);
    // Something else of this name gets a number, and is found again under it.
    assert_eq!(store.attach(&by("ben", 4), &id, "limb.stl", b"two").unwrap().name, "limb-2.stl");
    assert_eq!(store.attach(&by("ben", 5), &id, "LIMB.STL", b"three").unwrap().name, "LIMB-3.STL");
    assert_eq!(store.attach(&by("ben", 6), &id, "limb.stl", b"two").unwrap().name, "limb-2.stl");
    assert_eq!(store.file(&id, "limb.stl").unwrap().unwrap(), b"one");
    assert_eq!(store.file(&id, "limb-2.stl").unwrap().unwrap(), b"two");
    assert_eq!(store.file(&id, "other.stl").unwrap(), None);
    let names: Vec<_> = store.files(&id).unwrap().into_iter().map(|file| file.name).collect();
    assert_eq!(names, ["limb.stl", "limb-2.stl", "LIMB-3.STL"]);
    assert_eq!(store.audit(None, 10).unwrap().iter().filter(|row| row.action == Action::FileAttached).count(), 3);
}

#[test]
fn a_file_belongs_to_one_case() {
    let folder = Folder::new();
    let store = folder.open();
    let anna = by("anna", 1);
    let one = store.create(&anna, &draft("one", "text")).unwrap().id;
    let other = store.create(&anna, &draft("other", "text")).unwrap().id;
    store.attach(&anna, &one, "limb.stl", b"one").unwrap();
    assert_eq!(store.file(&other, "limb.stl").unwrap(), None);
    assert_eq!(store.attach(&anna, &other, "limb.stl", b"other").unwrap().name, "limb.stl");
    store.delete(&anna, &one).unwrap();
    assert_eq!(store.file(&other, "limb.stl").unwrap().unwrap(), b"other");
}

#[test]
fn an_empty_file_and_the_largest_are_kept_and_a_larger_one_is_not() {
    let folder = Folder::new();
    let store = folder.open();
    let anna = by("anna", 1);
    let id = store.create(&anna, &draft("case", "text")).unwrap().id;
    store.attach(&anna, &id, "empty", b"").unwrap();
    assert_eq!(store.file(&id, "empty").unwrap().unwrap(), b"");
    let mut bytes: Vec<u8> = (0..=LARGEST_FILE).map(|at| (at % 251) as u8).collect();
    assert!(matches!(store.attach(&anna, &id, "large", &bytes), Err(StoreError::TooLarge { .. })));
    bytes.pop();
    store.attach(&anna, &id, "large", &bytes).unwrap();
    assert!(store.file(&id, "large").unwrap().unwrap() == bytes);
}

#[test]
fn names_that_differ_beyond_the_longest_are_told_apart() {
    let folder = Folder::new();
    let store = folder.open();
    let anna = by("anna", 1);
    let id = store.create(&anna, &draft("case", "text")).unwrap().id;
    let mut names = vec![];
    for number in 0..MOST_FILES {
        let given = format!("{}{number}.stl", "x".repeat(LONGEST_NAME));
        names.push(store.attach(&anna, &id, &given, number.to_string().as_bytes()).unwrap().name);
    }
    assert!(names.iter().all(|name| name.len() == LONGEST_NAME && name.ends_with(".stl")));
    for (number, name) in names.iter().enumerate() {
        assert_eq!(store.file(&id, name).unwrap().unwrap(), number.to_string().as_bytes());
    }
    let error = store.attach(&anna, &id, "one more", b"").unwrap_err();
    assert_eq!(error.to_string(), "files of one case: 101 files, at most 100");
}

#[test]
fn a_file_whose_bytes_have_changed_is_damage_when_read_checked_backed_up_and_tried() {
    let folder = Folder::new();
    let store = folder.open();
    let id = store.create(&by("anna", 1), &draft("case", "text")).unwrap().id;
    store.attach(&by("anna", 1), &id, "limb.stl", b"a limb of 80 mm").unwrap();
    let good = folder.0.join("good.sqlite");
    store.backup(&by("anna", 2), &good, None).unwrap();
    let sql = "UPDATE files SET bytes = CAST('a limb of 84 mm' AS BLOB)";
    crate::common::behind(&folder.path()).execute_batch(sql).unwrap();
    let damaged = |error: StoreError| matches!(error, StoreError::Damaged { .. });
    assert!(damaged(store.file(&id, "limb.stl").unwrap_err()));
    assert!(damaged(store.quick_check().unwrap_err()));
    // Nothing that looks like a good backup is made of it.
    let other = folder.0.join("other.sqlite");
    assert!(damaged(store.backup(&by("anna", 2), &other, None).unwrap_err()) && !other.exists());
    assert_eq!(store.drill(&good, None).unwrap().files, 1);
    crate::common::behind(&good).execute_batch(sql).unwrap();
    assert!(damaged(store.drill(&good, None).unwrap_err()));
}
