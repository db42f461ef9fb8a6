//! How strong a socket is, on its page and in the API.

use super::server::Server;
use crate::common::{Folder, MECHANIC};
use serde_json::Value;

#[test]
fn strength_is_computed_where_it_is_asked_for_and_is_what_the_command_prints() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(MECHANIC);
    let (api, page) = (format!("/api/v1/cases/{id}/socket"), format!("/cases/{id}/socket"));
    assert!(server.get(&api).json()["strength"].is_null(), "it takes seconds");
    let html = server.get(&page).text();
    assert!(html.contains("<option value=\"carbon_laminate\">carbon laminate") && !html.contains("would break first"));

    let strength = server.get(&format!("{api}?strength=pp")).json()["strength"].take();
    folder.write("mechanic.toml", MECHANIC);
    let printed = folder.concord(&["socket", "mechanic.toml", "--strength", "pp", "--no-report", "--json"]).stdout;
    let printed: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(strength["material"]["id"], "pp");
    assert_eq!(strength, printed["strength"]);

    // Kept since the API asked.
    let html = server.get(&format!("{page}?strength=pp")).text();
    assert!(html.contains("<option value=\"pp\" selected>"), "{html}");
    assert_eq!(html.matches("data-label=\"safety\"").count(), 8, "{html}");
    for part in ["Where it would break first", "polypropylene, printed, level P5</title>", "Shear through the wall"] {
        assert!(html.contains(part), "{part}: {html}");
    }

    for address in [&api, &page] {
        assert_eq!(server.get(&format!("{address}?strength=oak")).status, 422, "{address}");
    }
    let fault = server.get(&format!("{api}?strength=oak")).json()["faults"][0].take();
    assert_eq!((&fault["field"], &fault["value"]), (&"strength".into(), &"oak".into()), "{fault:#}");
    assert!(fault["expected"].as_str().unwrap().contains("petg, pa12, pp, carbon_laminate"), "{fault:#}");

    let thigh = server.case(include_str!("../../../../cases/transfemoral.toml"));
    assert!(!server.get(&format!("/cases/{thigh}/socket")).text().contains("strength-material"));
    let answer = server.get(&format!("/api/v1/cases/{thigh}/socket?strength=pp"));
    assert_eq!(answer.status, 422, "{}", answer.text());
    assert!(answer.text().contains("the lines of load are those of a leg below the knee"), "{}", answer.text());
}
