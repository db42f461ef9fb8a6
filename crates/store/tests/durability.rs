//! What was acknowledged is there, whenever the program is killed.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::common::{Folder, behind, by, draft};
use store::{CaseId, Store};

const FOLDER: &str = "STORE_TEST_FILE";

/// A text of its version alone, some of them longer than the log is before it is written back.
fn text(number: u64) -> String {
    format!("version {number}\n").repeat(if number.is_multiple_of(10) { 40_000 } else { 100 })
}

/// Not a test of its own: the program that the test below kills. Without its file it does nothing.
#[test]
#[ignore = "the process that the other test kills"]
fn saves_and_says_so_until_it_is_killed() {
    let Some(path) = std::env::var_os(FOLDER) else { return };
    let store = Store::open(path.as_ref()).unwrap();
    let mut head = match store.cases("").unwrap().first() {
        Some(row) => store.head(&row.id).unwrap(),
        None => store.create(&by("anna", 1), &draft("case", &text(1))).unwrap(),
    };
    let mut out = std::io::stdout();
    loop {
        writeln!(out, "saved {} {}", head.id, head.number).unwrap();
        let number = head.number + 1;
        head = store.save(&by("anna", 2), &head.id, head.number, &draft("case", &text(number)), "").unwrap();
        if number.is_multiple_of(7) {
            store.attach(&by("anna", 3), &head.id, "limb.stl", text(number).as_bytes()).unwrap();
        }
    }
}

/// Runs the process above, kills it after this long, and gives the last version it acknowledged.
fn killed_after(folder: &Folder, delay: Duration) -> Option<(CaseId, u64)> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "durability::saves_and_says_so_until_it_is_killed"])
        .env(FOLDER, folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let heard = thread::spawn(move || {
        let mut last = None;
        for line in out.lines().map_while(Result::ok) {
            // The harness may have begun the line.
            let Some((_, said)) = line.split_once("saved ") else { continue };
            let Some((id, number)) = said.split_once(' ') else { continue };
            last = Some((CaseId::parse(id).unwrap(), number.parse().unwrap()));
        }
        last
    });
    thread::sleep(delay);
    child.kill().unwrap();
    child.wait().unwrap();
    heard.join().unwrap()
}

#[test]
fn whatever_was_acknowledged_is_there_after_a_kill_at_any_instant() {
    let folder = Folder::new();
    let mut acknowledged = 0;
    for round in 0..20 {
        let mut random = [0; 2];
        getrandom::fill(&mut random).unwrap();
        let delay = Duration::from_millis(20 + u64::from(u16::from_le_bytes(random)) % 250);
        let Some((id, number)) = killed_after(&folder, delay) else { continue };
        let place = format!("round {round}, killed after {delay:?}, {number} acknowledged");
        assert!(number >= acknowledged, "{place}");
        acknowledged = number;

        let check: String = behind(&folder.path()).query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(check, "ok", "{place}");
        let store = folder.open();
        let head = store.head(&id).unwrap();
        // One more may have been saved without the time to say so.
        assert!((number..=number + 1).contains(&head.number), "{place}, {} there", head.number);
        assert_eq!(head.text, text(head.number), "{place}");
        assert_eq!(store.history(&id).unwrap().len() as u64, head.number, "{place}");
        for kept in (1..=head.number).rev().take(30) {
            assert_eq!(store.version(&id, kept).unwrap().text, text(kept), "{place}");
        }
        assert_eq!(store.cases("").unwrap().len(), 1, "{place}");
    }
    assert!(acknowledged > 20, "{acknowledged}: killed before it did anything");
}

/// Not a test of its own: backups without end, beside the store and elsewhere, until it is killed.
#[test]
#[ignore = "the process that the other test kills"]
fn makes_backups_until_it_is_killed() {
    let Some(path) = std::env::var_os(FOLDER) else { return };
    let store = Store::open(path.as_ref()).unwrap();
    let to = std::path::Path::new(&path).with_file_name("elsewhere").join("backup");
    println!("begun");
    loop {
        store.backup(&by("anna", 1), &to, None).unwrap();
        drop(store.backup_to_send(&by("anna", 1), None).unwrap());
    }
}

#[test]
fn a_backup_that_is_killed_leaves_nothing_after_the_next_start() {
    let folder = Folder::new();
    let store = folder.open();
    let id = store.create(&by("anna", 1), &draft("case", "text")).unwrap().id;
    store.attach(&by("anna", 2), &id, "limb.stl", &vec![7; 8 << 20]).unwrap();
    drop(store);
    std::fs::create_dir(folder.file("elsewhere")).unwrap();
    let mut left = 0;
    for round in 0..8 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "--nocapture", "durability::makes_backups_until_it_is_killed"])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(out.any(|line| line.unwrap().contains("begun")));
        let unfinished = |name: &String| name.contains(".scratch-") || name.contains(".unfinished");
        let elsewhere = || -> Vec<String> {
            let entries = folder.file("elsewhere").read_dir().unwrap();
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
        };
        let in_the_middle = || folder.names().iter().chain(&elsewhere()).any(unfinished);
        // Every other time at any instant, else as soon as a backup is seen to be under way.
        if round % 2 == 0 {
            thread::sleep(Duration::from_millis(20 + 17 * round));
        } else {
            let begun = Instant::now();
            while !in_the_middle() && begun.elapsed() < Duration::from_secs(20) {
                thread::sleep(Duration::from_millis(1));
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        left += folder.names().iter().chain(&elsewhere()).filter(|name| unfinished(name)).count();
        drop(folder.open());
        assert_eq!(folder.names(), ["clinic.sqlite", "elsewhere"], "round {round}");
        assert!(elsewhere().iter().all(|name| name == "backup"), "round {round}: {:?}", elsewhere());
    }
    assert!(left > 0, "no kill came in the middle of a backup");
}
