//! Cases are made, changed, compared and deleted; two who change one case both keep their work.

use super::server::Server;
use crate::common::{Folder, MECHANIC};

/// The form of a page with one value changed, as a browser posts it.
fn changed<'a>(base: &'a str, path: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("base_version", base), (path, value)]
}

#[test]
fn a_case_is_made_changed_taken_back_and_deleted() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let made = server.form("/cases", &[("name", "Anna Müller"), ("from", "mechanic")]);
    assert_eq!(made.status, 303);
    let page = made.header("location").to_string();
    let case = page.trim_end_matches("/person");
    assert!(server.get("/?search=M%C3%9CLLER").text().contains("Anna Müller"));
    assert!(!server.get("/?search=nobody").text().contains("Anna Müller"));

    let edit = format!("{case}/edit/person");
    assert_eq!(server.form(&edit, &changed("1", "person.body_mass_kg", "90,5")).status, 303);
    let exported = server.get(&format!("{case}/export")).text();
    assert!(exported.contains("body_mass_kg = 90.5") && exported.contains("# "), "comments stay");
    let versions = server.get(&format!("{case}/versions")).text();
    assert!(versions.contains("person.body_mass_kg") && versions.contains("90.5"));

    // Nonsense is kept as it was typed, and told beside its field.
    server.form(&edit, &changed("2", "person.body_mass_kg", "heavy"));
    let page = server.get(&format!("{case}/person")).text();
    assert!(page.contains("heavy") && page.contains("draft") && page.contains("aria-invalid"));

    assert_eq!(server.form(&format!("{case}/versions/1/restore"), &[("base", "3")]).status, 303);
    let text = server.get(&format!("{case}/export")).text();
    assert!(text.contains("body_mass_kg = 84"));

    assert_eq!(server.form(&format!("{case}/delete"), &[]).status, 303);
    assert_eq!(server.get(&format!("{case}/person")).status, 404);
    assert!(!server.get("/").text().contains("Anna Müller"));
}

#[test]
fn two_who_change_one_case_get_a_conflict_and_no_edit_is_lost() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let case = format!("/cases/{}", server.case(MECHANIC));
    let edit = format!("{case}/edit/person");
    assert_eq!(server.form(&edit, &changed("1", "person.body_mass_kg", "91")).status, 303);
    let second = server.form(&edit, &changed("1", "person.age_years", "47"));
    assert_eq!(second.status, 409);
    let page = second.text();
    for told in ["person.body_mass_kg", "91", "person.age_years", "47"] {
        assert!(page.contains(told), "{told}");
    }
    // What the page sends when the second says "mine on top".
    let text = page.split("name=\"text\"").nth(1).unwrap();
    let text = text.split_once('>').unwrap().1.split("</textarea>").next().unwrap();
    let text = text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let over = [("base", "2"), ("text", text.as_str())];
    assert_eq!(server.form(&format!("{case}/edit-over/person"), &over).status, 303);
    let kept = server.get(&format!("{case}/export")).text();
    assert!(kept.contains("body_mass_kg = 91") && kept.contains("age_years = 47"), "{kept}");
}

#[test]
fn an_exported_case_with_its_scan_comes_back_as_it_was() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let text = include_str!("../../../../cases/scanned.toml");
    let scan = include_bytes!("../../../../cases/scanned_limb.stl");
    let id = server.case(text);
    assert_eq!(server.get(&format!("/api/v1/cases/{id}")).json()["state"], "draft", "its scan is missing");
    let sent = server.upload(&format!("/cases/{id}/scan"), &[("base", "1"), ("as", "file")], "scanned_limb.stl", scan);
    assert_eq!(sent.status, 303, "{}", sent.text());
    let archive = server.get(&format!("/cases/{id}/export"));
    assert_eq!(archive.header("content-type"), "application/zip");
    let back = server.upload("/import", &[], "case.zip", &archive.bytes);
    assert_eq!(back.status, 303, "{}", back.text());
    let again = server.get(&back.header("location").replace("/person", "/export"));
    let parts = |bytes: &[u8]| {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes.to_vec())).unwrap();
        (0..archive.len())
            .map(|index| {
                let mut entry = archive.by_index(index).unwrap();
                let mut content = vec![];
                std::io::Read::read_to_end(&mut entry, &mut content).unwrap();
                (entry.name().unwrap().to_string(), content)
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(parts(&archive.bytes), parts(&again.bytes));
    assert!(parts(&archive.bytes).iter().any(|(name, content)| name == "scanned_limb.stl" && content == scan));
}

#[test]
fn hostile_files_are_answered_with_what_is_wrong() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(MECHANIC);
    let scan = format!("/cases/{id}/scan");
    let fields = [("base", "1"), ("as", "file")];
    for (name, bytes) in [
        ("limb.stl", b"nothing of the kind".to_vec()),
        ("limb.stl", [vec![0u8; 80], vec![0xff; 4], vec![0; 100]].concat()),
        ("limb.glb", b"glTF\x02\0\0\0\xff\xff\xff\xff".to_vec()),
        ("../../etc/passwd", vec![]),
    ] {
        let answer = server.upload(&scan, &fields, name, &bytes);
        assert_eq!(answer.status, 422, "{name}: {}", answer.text());
        assert!(answer.text().contains("role=\"alert\""));
    }
    for (name, bytes, status) in [
        ("case.toml", vec![0xff, 0xfe, 0x00], 422),
        ("case.toml", vec![b'#'; 2 << 20], 422),
        ("case.zip", b"PK\x03\x04 broken".to_vec(), 422),
        ("case.toml", b"[package]\nname = \"x\"\n".to_vec(), 422),
        ("huge.stl", vec![0; 160 << 20], 413),
    ] {
        assert_eq!(server.upload("/import", &[], name, &bytes).status, status, "{name}");
    }
    assert_eq!(server.get(&format!("/api/v1/cases/{id}/versions")).json().as_array().unwrap().len(), 1);
}

#[test]
fn a_mended_form_takes_the_old_fault_of_the_limb_away_at_once() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let case = format!("/cases/{}", server.case(MECHANIC));
    let edit = format!("{case}/edit/limb");
    let part = |base: &str, value: &str| {
        let body = super::server::encoded(&changed(base, "limb.limb_length_mm", value));
        let kind = "application/x-www-form-urlencoded";
        server.post_with(&edit, kind, body.as_bytes(), &[("HX-Request", "true")]).text()
    };
    let view = |text: &str| text.split_once("#limb-view").map(|(_, rest)| rest.to_string());
    let shorter = view(&part("1", "120")).expect("the limb's own part says what is wrong, with the form's answer");
    assert!(shorter.contains("row 5") && shorter.contains("not above the distal end"), "{shorter}");
    assert!(!shorter.contains(".toml") && !shorter.contains("circumferences["), "{shorter}");
    // Mended: nothing says the old fault any more, though the limb is not made yet.
    let mended = part("2", "155");
    assert!(mended.contains("id=\"limb-error\" hx-swap-oob=\"true\"") && !mended.contains("distal end at"), "{mended}");
    let page = server.get(&format!("{case}/limb")).text();
    assert!(page.contains("hx-sync=\"this:replace\"") && page.contains("<div id=\"limb-error\"></div>"));
}

#[test]
fn a_scan_of_unknown_unit_is_told_without_an_option_of_the_command_line() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let case = format!("/cases/{}", server.case(MECHANIC));
    // A pyramid of nine units: neither millimetres nor metres make a limb of it.
    let stl = "solid x\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 9 0 0\nvertex 0 9 0\nendloop\nendfacet\n\
               facet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 0 9 0\nvertex 0 0 9\nendloop\nendfacet\n\
               facet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 0 0 9\nvertex 9 0 0\nendloop\nendfacet\n\
               facet normal 0 0 1\nouter loop\nvertex 9 0 0\nvertex 0 0 9\nvertex 0 9 0\nendloop\nendfacet\nendsolid x\n";
    let answer = server.upload(&format!("{case}/scan"), &[("base", "1"), ("as", "file")], "odd.stl", stl.as_bytes());
    let said = answer.text();
    assert!(!said.contains("--") || !said.contains("--units"), "{said}");
    assert!(!said.contains("`concord"), "{said}");
    assert_eq!(answer.status, 422);
}

#[test]
fn what_a_slider_is_told_is_said_in_the_words_of_the_page() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let case = server.case(MECHANIC);
    let told = |path: &str| {
        let (kind, accept) = ("application/json", [("Accept", "application/json")]);
        let answer = server.post_with(path, kind, br#"{"body_mass_kg": 900}"#, &accept);
        assert_eq!(answer.status, 422);
        answer.json()["message"].as_str().unwrap().to_string()
    };
    let page = told(&format!("/cases/{case}/day.json"));
    assert!(page.starts_with("Body mass: ") && page.contains("give 15 to 300 kg"), "{page}");
    let program = told(&format!("/api/v1/cases/{case}/day"));
    assert!(program.contains("person.body_mass_kg"), "{program}");
}
