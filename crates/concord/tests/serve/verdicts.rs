//! Three verdicts in the clinic: its list, its pages, its API.

use super::server::Server;
use crate::common::{Folder, MECHANIC};
use std::time::{Duration, Instant};
use store::{CaseId, State, Store};

/// The mechanic without his foot's height.
fn amber() -> String {
    MECHANIC.lines().filter(|line| !line.starts_with("foot_build_height_mm")).map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_case_that_waits_is_not_called_fitted_anywhere() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let (green, waits) = (server.case(MECHANIC), server.case(&amber()));
    let refused = server.case(include_str!("../../../../cases/dialysis.toml"));
    let listed = server.get("/api/v1/cases").json();
    for (id, state, class) in [
        (&green, "fitted", "badge fitted"),
        (&waits, "not_before", "badge not-before"),
        (&refused, "refused", "badge refused"),
    ] {
        let row = listed.as_array().unwrap().iter().find(|row| row["id"] == **id).unwrap();
        assert_eq!(row["state"], state);
        assert_eq!(server.get(&format!("/api/v1/cases/{id}")).json()["state"], state);
        for page in ["person", "fit", "day", "versions"] {
            let html = server.get(&format!("/cases/{id}/{page}")).text();
            assert!(html.contains(class), "{page} of {state}");
            let others = ["badge fitted", "badge not-before", "badge refused"].into_iter().filter(|own| *own != class);
            let head = html.split("case-state").nth(1).unwrap().split("</h1>").next().unwrap();
            assert!(others.into_iter().all(|other| !head.contains(other)), "{page} of {state}: {head}");
        }
    }
    let list = server.get("/").text();
    for class in ["badge fitted", "badge not-before", "badge refused"] {
        assert_eq!(list.matches(class).count(), 1, "{class}");
    }
    let checked = server.post("/api/v1/check", "application/toml", amber().as_bytes()).json();
    assert_eq!(checked["state"], "not_before");
    let fit = server.get(&format!("/api/v1/cases/{waits}/fit")).json();
    assert_eq!((&fit["verdict"], &fit["to_settle"][0]), (&"not_before".into(), &"the height".into()));
    let page = server.get(&format!("/cases/{waits}/fit")).text();
    for said in ["verdict care", "not before this is settled: the height", "id=\"stack\"", "not given", "id=\"forces\""]
    {
        assert!(page.contains(said), "{said}");
    }
    let page = server.get(&format!("/cases/{green}/fit")).text();
    assert!(
        page.contains("verdict yes") && page.contains("what is left") && !page.contains("not before this is settled")
    );
}

#[test]
fn what_another_program_kept_as_fitted_is_judged_again() {
    let folder = Folder::new();
    let mut server = Server::start(&folder);
    let id = server.case(&amber());
    server.terminate();
    server.wait();
    let store = Store::open(&folder.0.join("data/concord.sqlite")).unwrap();
    store.judge(&CaseId::parse(&id).unwrap(), 1, State::Fitted).unwrap();
    store.note_judged_by("other rules").unwrap();
    assert_eq!(store.cases("").unwrap()[0].state, State::Fitted);
    drop(store);
    let server = Server::start(&folder);
    let begun = Instant::now();
    let state = || server.get(&format!("/api/v1/cases/{id}")).json()["state"].as_str().unwrap().to_string();
    while state() != "not_before" {
        assert!(begun.elapsed() < Duration::from_secs(60), "still {}", state());
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(server.get("/").text().contains("badge not-before"));
}
