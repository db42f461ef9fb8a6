//! Several at once: no edit is lost, none is made twice, and readers see whole versions.

use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::common::{Folder, Stopping, by, draft};
use store::{Store, StoreError};

const THREADS: usize = 8;
const ROUNDS: u64 = 25;

fn sent_and_shared<T: Send + Sync>(_: &T) {}

/// Every thread saves on the version all of them saw; who wins is seen, who does not is told.
fn race(stores: &[&Store]) {
    let id = stores[0].create(&by("anna", 0), &draft("case", "start")).unwrap().id;
    let barrier = Barrier::new(THREADS);
    let mut won: Vec<(u64, String)> = thread::scope(|scope| {
        let racer = |thread: usize| {
            let (store, id, barrier) = (stores[thread % stores.len()], &id, &barrier);
            move || {
                // Nobody stops before the end: the others would wait at the barrier for ever.
                let mut won = vec![];
                for base in 1..=ROUNDS {
                    barrier.wait();
                    let text = format!("thread {thread} on {base}");
                    match store.save(&by("anna", 1), id, base, &draft("case", &text), "") {
                        Ok(saved) => won.push((saved.number, text)),
                        Err(StoreError::Conflict { head }) if head.number == base + 1 => {}
                        Err(error) => won.push((0, format!("{text}: {error}"))),
                    }
                }
                won
            }
        };
        let racers: Vec<_> = (0..THREADS).map(|thread| scope.spawn(racer(thread))).collect();
        racers.into_iter().flat_map(|racer| racer.join().unwrap()).collect()
    });
    won.sort();
    let numbers: Vec<_> = won.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, (2..=ROUNDS + 1).collect::<Vec<_>>(), "exactly one wins a version: {:?}", won.first());
    for (number, text) in won {
        assert_eq!(stores[0].version(&id, number).unwrap().text, text, "what was acknowledged is there");
    }
}

#[test]
fn of_eight_who_save_on_one_version_exactly_one_does() {
    let folder = Folder::new();
    let store = folder.open();
    sent_and_shared(&store);
    race(&[&store]);
}

#[test]
fn and_so_it_is_where_two_programs_have_the_file_open() {
    let folder = Folder::new();
    let stores = [folder.open(), folder.open()];
    race(&[&stores[0], &stores[1]]);
}

#[test]
fn readers_see_whole_versions_while_others_save_attach_and_delete() {
    let folder = Folder::new();
    let store = folder.open();
    let done = AtomicBool::new(false);
    let text = |number: u64| format!("{number};").repeat(2_000);
    let id = store.create(&by("anna", 1), &draft("kept", &text(1))).unwrap().id;
    thread::scope(|scope| {
        let _stopping = Stopping(&done);
        for _ in 0..4 {
            scope.spawn(|| {
                let mut last = 0;
                while !done.load(Ordering::Relaxed) {
                    let head = store.head(&id).unwrap();
                    assert_eq!(head.text, text(head.number));
                    assert!(head.number >= last, "time does not run backwards");
                    last = head.number;
                    assert!(store.cases("kept").unwrap().iter().all(|row| row.version >= last));
                }
            });
        }
        let others: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    for at in 0..10 {
                        let other = store.create(&by("ben", at), &draft("other", &text(9))).unwrap().id;
                        store.attach(&by("ben", at), &other, "limb.stl", text(9).as_bytes()).unwrap();
                        store.delete(&by("ben", at), &other).unwrap();
                    }
                })
            })
            .collect();
        for base in 1..=40 {
            store.save(&by("anna", 2), &id, base, &draft("kept", &text(base + 1)), "").unwrap();
        }
        others.into_iter().for_each(|other| other.join().unwrap());
    });
    assert_eq!(store.head(&id).unwrap().number, 41);
    assert_eq!(store.cases("").unwrap().len(), 1);
}
