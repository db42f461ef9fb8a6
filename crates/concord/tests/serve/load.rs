//! Many at once: nobody's work keeps the others waiting, and nobody's silence keeps them out.

use super::server::Server;
use super::visitors::{cookie, user};
use crate::common::{Folder, MECHANIC};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// A connection on which something was sent, and nothing is read.
fn sent(server: &Server, text: &str) -> TcpStream {
    let mut stream = TcpStream::connect(server.address.trim_start_matches("http://")).unwrap();
    stream.write_all(text.as_bytes()).unwrap();
    stream
}

#[test]
fn half_sent_requests_take_no_place_from_others() {
    let folder = Folder::new();
    // Room for 64 connections beside what the store needs.
    let server = Server::under("ulimit -n 128", &folder.0.join("data"), &[]);
    let id = server.case(MECHANIC);
    let half: Vec<TcpStream> = (0..300).map(|_| sent(&server, "GET / HTTP/1.1\r\nHost: local")).collect();
    for _ in 0..5 {
        assert_eq!(server.get(&format!("/cases/{id}/person")).status, 200);
    }
    assert_eq!(server.put(&format!("/api/v1/cases/{id}?base=1"), format!("{MECHANIC}# more\n").as_bytes()).status, 200);
    drop(half);
}

#[test]
fn a_reader_who_compares_forty_times_keeps_no_editor_waiting() {
    let folder = Folder::new();
    for (name, role) in [("anna", "admin"), ("rita", "read")] {
        user(&folder, name, role);
    }
    let server = Server::with(&folder, &["--password"]);
    let (anna, rita) = (cookie(&server, "anna"), cookie(&server, "rita"));
    let with = [("cookie", anna.as_str())];
    let made = server.post_with("/api/v1/cases", "application/toml", MECHANIC.as_bytes(), &with);
    let id = made.json()["id"].as_str().unwrap().to_string();
    let (answered, refused) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..40 {
            scope.spawn(|| {
                let answer = server.get_with(&format!("/compare?a={id}&system_b=pin"), &[("cookie", &rita)]);
                match answer.status {
                    200 => answered.fetch_add(1, Ordering::SeqCst),
                    429 => refused.fetch_add(1, Ordering::SeqCst),
                    status => panic!("{status}: {}", answer.text()),
                };
            });
        }
        // As soon as the reader has all the places there are.
        let patience = Instant::now() + Duration::from_secs(60);
        while refused.load(Ordering::SeqCst) == 0 && Instant::now() < patience {
            std::thread::sleep(Duration::from_millis(1));
        }
        for page in ["person", "versions", "report"] {
            assert_eq!(server.get_with(&format!("/cases/{id}/{page}"), &with).status, 200);
        }
        assert!(answered.load(Ordering::SeqCst) < 8, "the editor waited for the reader's comparisons");
    });
    // What was begun is answered; what is too much is told at once.
    let (answered, refused) = (answered.into_inner(), refused.into_inner());
    assert!(answered >= 8 && answered + refused == 40, "{answered} answered, {refused} refused");
}

#[test]
fn long_work_of_whoever_has_left_makes_room() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(MECHANIC);
    let compare = format!("/compare?a={id}&system_b=pin");
    let host = server.address.trim_start_matches("http://");
    // One is worked at, seven wait: more would be refused.
    let asked: Vec<TcpStream> =
        (0..8).map(|_| sent(&server, &format!("GET {compare} HTTP/1.1\r\nHost: {host}\r\n\r\n"))).collect();
    let patience = Instant::now() + Duration::from_secs(60);
    let mut refused = false;
    while !refused && Instant::now() < patience {
        refused = server.get(&compare).status == 429;
    }
    drop(asked);
    while server.get(&compare).status == 429 && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(server.get(&compare).status, 200);
}

#[test]
fn a_program_that_is_told_to_end_answers_what_it_has_begun() {
    for signal in ["TERM", "HUP", "INT"] {
        let folder = Folder::new();
        let mut server = Server::start(&folder);
        let id = server.case(MECHANIC);
        let silent = sent(&server, "GET / HTTP/1.1\r\nHost: local");
        let compare = format!("/compare?a={id}&system_b=pin");
        std::thread::scope(|scope| {
            let begun = scope.spawn(|| server.get(&compare));
            // A request later than the first: it is worked at.
            assert_eq!(server.get("/health").status, 200);
            std::thread::sleep(Duration::from_millis(50));
            server.signal(signal);
            assert_eq!(begun.join().unwrap().status, 200, "{signal}");
        });
        assert!(server.wait().success(), "{signal}");
        drop(silent);
        assert_eq!(Server::start(&folder).get(&format!("/api/v1/cases/{id}")).json()["number"], 1);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn many_uploads_at_once_are_read_a_few_at_a_time() {
    const EACH: usize = 60 << 20;
    let folder = Folder::new();
    let store = store::Store::open(&folder.0.join("data/concord.sqlite")).unwrap();
    let by = store::Actor { name: "anna".into(), at: 1_000 };
    for number in 0..10 {
        store.add_user(&by, &format!("user {number}"), super::visitors::PASSWORD, store::Role::Admin).unwrap();
    }
    drop(store);
    let server = Server::with(&folder, &["--proxy-header", "x-user", "--proxy-from", "127.0.0.1"]);
    let made = server.post_with("/api/v1/cases", "application/toml", MECHANIC.as_bytes(), &[("x-user", "user 0")]);
    let id = made.json()["id"].as_str().unwrap().to_string();
    let before = server.kilobytes("VmHWM");
    std::thread::scope(|scope| {
        for number in 0..10 {
            let (server, id) = (&server, &id);
            scope.spawn(move || {
                let (user, bytes) = (format!("user {number}"), vec![b'x'; EACH]);
                let headers = [("x-user", user.as_str()), ("content-type", "application/octet-stream")];
                let (status, _) = super::visitors::ask(
                    server,
                    "PUT",
                    &format!("/api/v1/cases/{id}/files/{number}.stl"),
                    &headers,
                    &bytes,
                );
                assert_eq!(status, 422, "no scan");
            });
        }
        // Whoever sends little waits for none of it.
        for _ in 0..20 {
            assert_eq!(server.get_with(&format!("/cases/{id}/person"), &[("x-user", "user 0")]).status, 200);
        }
    });
    let took = server.kilobytes("VmHWM") - before;
    assert!(took < 6 * 70_000, "{took} kB for uploads of {} kB, three at a time", EACH >> 10);
}

#[test]
fn who_asks_whether_to_send_too_much_is_refused_at_once() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let head = format!(
        "POST /import HTTP/1.1\r\nHost: {}\r\nContent-Type: multipart/form-data; boundary=x\r\n\
         Content-Length: 100000000\r\nExpect: 100-continue\r\n\r\n",
        server.address.trim_start_matches("http://")
    );
    let mut stream = sent(&server, &head);
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 413");
}
