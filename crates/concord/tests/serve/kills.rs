//! What was acknowledged is there, whenever the program is killed.

use super::server::Server;
use crate::common::{Folder, MECHANIC};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Kills of the real program.
const KILLS: u64 = 100;

#[test]
fn no_acknowledged_change_is_lost_in_a_hundred_kills() {
    let folder = Folder::new();
    let mut server = Server::start(&folder);
    let id = server.case(MECHANIC);
    // Every version says its number, so that a version that is there is known to be whole.
    let text = |number: u64| MECHANIC.replacen("age_years = 46", &format!("age_years = 46 # version {number}"), 1);
    let mut acknowledged = 1;
    for kill in 0..KILLS {
        let (last, path) = (AtomicU64::new(acknowledged), format!("/api/v1/cases/{id}?base="));
        std::thread::scope(|scope| {
            let address = &server;
            scope.spawn(|| {
                // Until the server is gone.
                loop {
                    let base = last.load(Ordering::SeqCst);
                    match address.try_put(&format!("{path}{base}"), text(base + 1).as_bytes()) {
                        Ok(answer) if answer.status == 200 => {
                            last.store(answer.json()["number"].as_u64().unwrap(), Ordering::SeqCst);
                        }
                        Ok(answer) => panic!("{}: {}", answer.status, answer.text()),
                        Err(_) => break,
                    }
                }
            });
            // Every other kill comes after an answer got out, however slow the machine: there is always something to lose.
            let answered = || last.load(Ordering::SeqCst) > acknowledged;
            let patience = Instant::now() + Duration::from_secs(30);
            while kill % 2 == 1 && !answered() && Instant::now() < patience {
                std::thread::sleep(Duration::from_millis(1));
            }
            std::thread::sleep(Duration::from_millis(3 + kill * 37 % 101));
            address.terminate();
        });
        server.wait();
        acknowledged = last.into_inner();
        server = Server::start(&folder);
        let head = server.get(&format!("/api/v1/cases/{id}")).json();
        let number = head["number"].as_u64().unwrap();
        // One more may have been written without an answer getting out.
        assert!((acknowledged..=acknowledged + 1).contains(&number), "{acknowledged} acknowledged, {number} there");
        for there in acknowledged.saturating_sub(3).max(2)..=number {
            let kept = server.get(&format!("/api/v1/cases/{id}/versions/{there}")).json();
            assert_eq!(kept["text"].as_str().unwrap(), text(there));
        }
        acknowledged = number;
    }
    assert!(acknowledged > KILLS / 2, "hardly anything was written: {acknowledged} versions");
}
