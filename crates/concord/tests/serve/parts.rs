//! A scan with more than the limb in it, on the page: its parts are drawn, and one is said by a button.

use super::server::Server;
use crate::common::Folder;
use geometry::shapes::{self, Detail};
use geometry::{Vec3, formats};

#[test]
fn which_part_is_the_limb_is_chosen_on_its_page() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let limb = formats::read(include_bytes!("../../../../cases/scanned_limb.stl"), "limb.stl").unwrap().mesh;
    let beside = shapes::limb(62.0, 390.0, Detail { rings: 40, around: 48 }).mapped(|at| at + Vec3::X * 220.0);
    let mut scene = beside.clone();
    let first = scene.vertices.len() as u32;
    scene.vertices.extend(&limb.vertices);
    scene.faces.extend(limb.faces.iter().map(|face| face.map(|vertex| vertex + first)));
    let id = server.case(include_str!("../../../../cases/scanned.toml"));
    let page = format!("/cases/{id}/limb");
    let head = || server.get(&format!("/api/v1/cases/{id}")).json();
    let fields = [("base", "1"), ("as", "file"), ("side", "right"), ("over", "skin")];
    let sent = server.upload(&format!("/cases/{id}/scan"), &fields, "scene.stl", &formats::write_stl(&scene));
    assert_eq!(sent.status, 303, "{}", sent.text());

    // Neither is guessed: both are drawn, and each has a button.
    let html = server.get(&page).text();
    assert!(html.contains("Which part of the scan is the limb?") && html.contains("scan-parts-choice"), "{html}");
    assert!(html.contains("Parts of the scan with their numbers") && html.contains("<pattern"), "{html}");
    for number in [1, 2] {
        assert!(html.contains(&format!("aria-label=\"{number}: This is the limb\"")), "{number}: {html}");
    }
    assert!(html.contains("scan-keep_box") && html.contains("scan-cut_plane"), "{html}");
    assert_eq!(server.get(&format!("/cases/{id}/limb.glb")).status, 422);
    let faults = server.get(&format!("/api/v1/cases/{id}/socket")).json()["faults"].as_array().unwrap().clone();
    let parts = faults.iter().find_map(|fault| fault["parts"]["parts"].as_array()).unwrap();
    assert!(parts.len() == 2 && parts.iter().all(|part| part["may_be_the_limb"] == true), "{faults:#?}");

    let base = head()["number"].to_string();
    let chosen = server.form(&format!("/cases/{id}/scan/part"), &[("base", &base), ("part", "2")]);
    assert_eq!(chosen.status, 303, "{}", chosen.text());
    assert!(head()["text"].as_str().unwrap().contains("part = 2"));
    assert_eq!(server.get(&format!("/cases/{id}/limb.glb")).status, 200);
    assert!(!server.get(&page).text().contains("Which part of the scan is the limb?"));
    // A number that no part has is told, not taken.
    let base = head()["number"].to_string();
    assert_eq!(server.form(&format!("/cases/{id}/scan/part"), &[("base", &base), ("part", "0")]).status, 422);
    // A scan to compare with is not asked about: it is refused.
    let fields = [("base", base.as_str()), ("as", "earlier")];
    let earlier = server.upload(&format!("/cases/{id}/scan"), &fields, "earlier.stl", &formats::write_stl(&scene));
    assert_eq!(earlier.status, 422);
}
