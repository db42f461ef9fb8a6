//! The API and its document.

use super::server::Server;
use crate::common::{Folder, MECHANIC};
use serde_json::Value;

#[test]
fn the_documents_operations_are_there() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(MECHANIC);
    let document = server.get("/api/v1/openapi.json").json();
    assert_eq!(document["openapi"], "3.1.0");
    let paths = document["paths"].as_object().unwrap();
    assert!(paths.len() > 14);
    for (path, operations) in paths {
        let address =
            path.replace("{id}", &id).replace("{article}", "P3").replace("{number}", "1").replace("{name}", "limb.stl");
        // A method that the document does not know is not there, either.
        let known: Vec<&String> = operations.as_object().unwrap().keys().collect();
        if !known.contains(&&"delete".to_string()) {
            assert_eq!(server.delete(&address).status, 405, "{path}");
        }
        if known.contains(&&"get".to_string()) {
            assert_ne!(server.get(&address).status, 405, "{path}");
        }
    }
}

#[test]
fn what_the_command_line_prints_the_api_answers() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(MECHANIC);
    folder.write("mechanic.toml", MECHANIC);
    let printed = |arguments: &[&str]| -> Value { serde_json::from_str(&folder.concord(arguments).stdout).unwrap() };
    let fit = server.get(&format!("/api/v1/cases/{id}/fit")).json();
    assert_eq!(fit, printed(&["fit", "mechanic.toml", "--json"]));
    let socket = server.get(&format!("/api/v1/cases/{id}/socket")).json();
    let own = printed(&["socket", "mechanic.toml", "--json"]);
    for part in ["measurements", "socket", "solid", "liner", "technique"] {
        assert_eq!(socket[part], own[part], "{part}");
    }
    let broken = MECHANIC.replacen("body_mass_kg = 84", "body_mass_kg = -84", 1);
    let checked = server.post("/api/v1/check", "application/toml", broken.as_bytes()).json();
    folder.write("broken.toml", &broken);
    let told = folder.concord(&["check", "broken.toml", "--json"]).faults();
    for part in ["line", "field", "value", "what", "expected"] {
        assert_eq!(checked["faults"][0][part], told[0][part], "{part}");
    }
}

#[test]
fn two_cases_are_compared_person_by_person() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(MECHANIC);
    let heavier = server.case(&MECHANIC.replacen("body_mass_kg = 84", "body_mass_kg = 94", 1));
    let compared = server.get(&format!("/api/v1/compare?a={id}&b={heavier}&system_a=pin&system_b=pin")).json();
    assert_eq!(compared["inputs"][0]["field"], "person.body_mass_kg");
    let peak = &compared["difference"]["peak_pressure_kpa"];
    assert!(peak["p10"].as_f64().unwrap() > 0.0, "ten kilograms more press more on everybody: {peak}");
    let same = server.get(&format!("/api/v1/compare?a={id}")).json();
    assert_eq!(same["difference"]["pistoning_mean_mm"]["p90"], 0.0);
    assert_eq!(server.get("/api/v1/compare").status, 404);
}

#[test]
fn a_scan_that_is_sent_makes_the_case_that_names_it_whole() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(include_str!("../../../../cases/scanned.toml"));
    let state = || server.get(&format!("/api/v1/cases/{id}")).json()["state"].clone();
    assert_eq!(state(), "draft");
    let scan = include_bytes!("../../../../cases/scanned_limb.stl");
    let sent = server.put(&format!("/api/v1/cases/{id}/files/scanned_limb.stl"), scan);
    assert_eq!((sent.status, sent.json()["name"].as_str()), (201, Some("scanned_limb.stl")));
    assert_eq!(state(), "fitted");
    assert_eq!(server.get(&format!("/api/v1/cases/{id}/files/scanned_limb.stl")).bytes, scan);
    assert_eq!(server.put(&format!("/api/v1/cases/{id}/files/x.stl"), b"no scan").status, 422);
}
