//! Deleted is deleted: nothing of a deleted case is left in any file of the store.

use crate::common;
use crate::common::{Folder, by, draft};
use store::{Action, CaseId, Report, Store, StoreError};

/// A text that is found wherever any 24 bytes of it are.
fn marked(mark: &str, length: usize) -> String {
    mark.repeat(length / mark.len() + 1)
}

/// Whether anything of the case with this mark is in any file.
fn traces(folder: &Folder, mark: &str) -> Vec<String> {
    folder.holding(mark.as_bytes())
}

#[test]
fn nothing_of_a_deleted_case_is_left_in_any_file() {
    let folder = Folder::new();
    let store = folder.open();
    let kept = store.create(&by("anna", 1), &draft("Kept", "kept = true")).unwrap().id;
    let mark = "Zaphod-Beeblebrox-0042#";
    let mut head = store.create(&by("anna", 1), &draft(mark, &marked(mark, 20_000))).unwrap();
    for round in 0..5 {
        let text = format!("{round} {}", marked(mark, 50 << round));
        head = store.save(&by("anna", 2), &head.id, head.number, &draft(mark, &text), mark).unwrap();
    }
    store.attach(&by("anna", 2), &head.id, &format!("{mark}.stl"), marked(mark, 300_000).as_bytes()).unwrap();
    assert!(!traces(&folder, mark).is_empty(), "the test looks in the right place");

    store.delete(&by("ben", 7), &head.id).unwrap();
    assert_eq!(traces(&folder, mark), [""; 0]);
    assert!(matches!(store.head(&head.id), Err(StoreError::NoCase(_))));
    assert_eq!(store.file(&head.id, &format!("{mark}.stl")).unwrap(), None);
    assert_eq!(store.head(&kept).unwrap().text, "kept = true");
    drop(store);
    assert_eq!(traces(&folder, mark), [""; 0]);
}

#[test]
fn of_a_deleted_case_the_audit_keeps_every_row_and_none_names_the_person() {
    let folder = Folder::new();
    let store = folder.open();
    let id = store.create(&by("anna", 1), &draft("Zaphod", "Zaphod one")).unwrap().id;
    store.save(&by("anna", 2), &id, 1, &draft("Zaphod", "Zaphod two"), "Zaphod").unwrap();
    store.attach(&by("anna", 3), &id, "Zaphod.stl", b"solid").unwrap();
    assert_eq!(store.deletion(&id).unwrap(), None);
    let before = store.audit(None, 10).unwrap();
    store.delete(&by("ben", 7), &id).unwrap();
    let rows = store.audit(None, 10).unwrap();
    assert_eq!(rows[1..], before);
    assert_eq!((rows[0].action, rows[0].by.as_str(), rows[0].at), (Action::CaseDeleted, "ben", 7));
    assert_eq!((rows[0].case.as_ref(), rows[0].version, rows[0].detail.as_str()), (Some(&id), None, ""));
    assert_eq!(store.deletion(&id).unwrap().as_ref(), rows.first());
    assert!(!format!("{rows:?}").contains("Zaphod"));
    assert_eq!(store.check_audit().unwrap().fault, None);
}

#[test]
fn a_kept_report_goes_with_its_case() {
    let folder = Folder::new();
    let store = folder.open();
    let mark = "Zaphod-Beeblebrox-0044#";
    let id = store.create(&by("anna", 1), &draft(mark, mark)).unwrap().id;
    let files = [(format!("{mark}.html"), marked(mark, 200_000).into_bytes()), ("result.json".into(), b"{}".to_vec())];
    let report = |version| Report { case: &id, version, inputs: "abc", files: &files };
    store.keep_report(&by("anna", 2), &report(1)).unwrap();
    drop(store);
    let store = folder.open();
    let kept = store.report(&id, 1).unwrap().unwrap();
    assert_eq!((kept.at, kept.inputs.as_str(), kept.names[1].as_str()), (2, "abc", "result.json"));
    assert_eq!(store.report_file(&id, 1, &kept.names[0]).unwrap().unwrap(), files[0].1);
    for number in 1..=12 {
        store.save(&by("anna", 3), &id, number, &draft(mark, &format!("{number}")), "").unwrap();
        store.keep_report(&by("anna", 3), &report(number + 1)).unwrap();
    }
    let there = (1..=13).filter(|version| store.report(&id, *version).unwrap().is_some());
    assert_eq!(there.collect::<Vec<_>>(), (4..=13).collect::<Vec<_>>(), "the newest ten");
    let large = [("page.html".to_string(), vec![0; store::LARGEST_REPORT])];
    let refused = store.keep_report(&by("anna", 4), &Report { files: &large, ..report(1) });
    assert!(matches!(refused, Err(StoreError::TooLarge { .. })));
    store.delete(&by("ben", 7), &id).unwrap();
    assert_eq!(traces(&folder, mark), [""; 0]);
    assert_eq!(store.report(&id, 13).unwrap(), None);
}

/// A cheap generator, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }
}

/// One case under way.
struct Life {
    id: CaseId,
    mark: String,
    version: u64,
}

/// Pages fill, split and merge as cases of every length come, grow and go: where SQLite moves rows from page to page, it
/// leaves copies behind that `secure_delete` does not reach.
#[test]
fn nothing_is_left_after_cases_of_every_length_came_grew_and_went() {
    let folder = Folder::new();
    let store = folder.open();
    let mut dice = Dice(7);
    let mut there: Vec<Life> = vec![];
    let mut gone = vec![];
    for round in 0..400 {
        match dice.below(10) {
            0..4 => there.push(begin(&store, &mut dice, round)),
            4..7 if !there.is_empty() => {
                let at = dice.below(there.len());
                grow(&store, &mut dice, &mut there[at]);
            }
            _ if !there.is_empty() => {
                let life = there.swap_remove(dice.below(there.len()));
                store.delete(&by("ben", round), &life.id).unwrap();
                gone.push(life.mark);
            }
            _ => {}
        }
    }
    drop(store);
    assert!(gone.len() > 80 && there.len() > 10, "{} {}", gone.len(), there.len());
    for life in &there {
        assert!(!traces(&folder, &life.mark).is_empty());
    }
    for mark in gone {
        assert_eq!(traces(&folder, &mark), [""; 0], "{mark}");
    }
}

fn begin(store: &Store, dice: &mut Dice, round: i64) -> Life {
    let mark = format!("<{round:04}:{:08x}>", dice.below(1 << 30));
    let length = 1 << dice.below(14);
    let id = store.create(&by("anna", round), &draft(&mark, &marked(&mark, length))).unwrap().id;
    Life { id, mark, version: 1 }
}

fn grow(store: &Store, dice: &mut Dice, life: &mut Life) {
    let length = 1 << dice.below(14);
    if dice.below(3) == 0 {
        let bytes = marked(&life.mark, length * 4);
        store.attach(&by("anna", 1), &life.id, &format!("{}.stl", life.mark), bytes.as_bytes()).unwrap();
    } else {
        let text = format!("{} {}", life.version, marked(&life.mark, length));
        let saved = store.save(&by("anna", 1), &life.id, life.version, &draft(&life.mark, &text), &life.mark).unwrap();
        life.version = saved.number;
    }
}

#[test]
fn a_deletion_that_another_program_holds_up_says_so_and_is_finished_later() {
    let folder = Folder::new();
    let store = folder.open();
    let mark = "Trillian-4711";
    let id = store.create(&by("anna", 1), &draft(mark, &marked(mark, 9_000))).unwrap().id;
    let other = common::behind(&folder.path());
    other.execute_batch("BEGIN; SELECT count(*) FROM versions;").unwrap();
    assert!(matches!(store.delete(&by("ben", 2), &id), Err(StoreError::NotWiped)));
    assert!(matches!(store.head(&id), Err(StoreError::NoCase(_))), "it is deleted");
    drop(other);
    drop(store);
    drop(folder.open());
    assert_eq!(traces(&folder, mark), [""; 0]);
}
