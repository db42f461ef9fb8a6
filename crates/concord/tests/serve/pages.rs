//! Every page answers, in both languages, under one policy; nothing leads nowhere.

use super::server::Server;
use crate::common::{Folder, MECHANIC};
use std::collections::BTreeSet;

/// Addresses that a page leads to.
fn links(html: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for attribute in [" href=\"", " src=\"", " data-glb=\"", " hx-get=\""] {
        for part in html.split(attribute).skip(1) {
            let address = part.split('"').next().unwrap().replace("&amp;", "&");
            if address.starts_with('/') {
                found.insert(address);
            }
        }
    }
    found
}

#[test]
fn every_link_of_every_page_leads_somewhere_in_both_languages() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let (case, draft) = (server.case(MECHANIC), server.case("concord = 1\nname = \"Draft\"\n"));
    let refused = server.case(include_str!("../../../../cases/dialysis.toml"));
    for language in ["en", "de"] {
        let mut to_see: Vec<String> =
            ["/".to_string(), "/catalog".into(), "/compare".into(), "/clinic".into(), "/login".into()].into();
        for id in [&case, &draft, &refused] {
            to_see.extend(
                ["person", "limb", "fit", "socket", "day", "drive", "report", "versions"]
                    .map(|page| format!("/cases/{id}/{page}")),
            );
        }
        let mut seen = BTreeSet::new();
        while let Some(address) = to_see.pop() {
            if !seen.insert(address.clone()) || address.starts_with("/look") || address.contains("/backup") {
                continue;
            }
            let answer = server.get_with(&address, &[("cookie", &format!("lang={language}"))]);
            let wrong = answer.status != 200 && !(answer.status == 303 && address == "/login");
            assert!(!wrong, "{address}: {} {}", answer.status, answer.text());
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{address}");
            let policy = answer.header("content-security-policy");
            assert!(!policy.contains("script-src 'unsafe") && policy.contains("default-src 'none'"), "{address}");
            if answer.header("content-type").starts_with("text/html") {
                let html = answer.text();
                if !address.contains("/report/") {
                    assert!(html.contains(&format!("lang=\"{language}\"")), "{address}");
                    assert!(!html.contains(" style=\"") && !html.contains("<style"), "{address}: inline style");
                    assert!(!html.contains("onclick"), "{address}");
                }
                to_see.extend(links(&html).into_iter().filter(|link| !seen.contains(link)));
            }
        }
        assert!(seen.len() > 40, "{}", seen.len());
    }
}

#[test]
fn what_is_wrong_is_said_as_a_page_a_part_or_json() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let missing = "/cases/0123456789abcdef/person";
    let page = server.get_with(missing, &[("accept", "text/html")]);
    assert!(page.status == 404 && page.text().contains("<html") && page.text().contains("role=\"alert\""));
    let part = server.get_with(missing, &[("hx-request", "true")]);
    assert!(part.status == 404 && !part.text().contains("<html") && part.text().contains("role=\"alert\""));
    let json = server.get("/api/v1/cases/0123456789abcdef");
    assert!(json.status == 404 && json.json()["faults"][0]["what"].as_str().unwrap().contains("case"));
    assert_eq!(server.get("/api/v1/cases/nonsense").status, 404);
    assert_eq!(server.get("/nothing").status, 404);
    assert_eq!(server.delete("/api/v1/check").status, 405);
    assert_eq!(server.post("/api/v1/cases/0123456789abcdef/day", "application/json", b"{").status, 422);
}

#[test]
fn the_first_page_is_small_and_quick() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    server.get("/");
    let begun = std::time::Instant::now();
    let page = server.get("/");
    let mut bytes = page.bytes.len();
    for link in links(&page.text()).into_iter().filter(|link| link.starts_with("/assets/")) {
        bytes += server.get(&link).bytes.len();
    }
    assert!(bytes < 100_000, "{bytes} bytes");
    assert!(begun.elapsed().as_secs() < 1, "{:?}", begun.elapsed());
}

#[test]
fn sliders_move_the_day_and_nonsense_is_refused() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(MECHANIC);
    let day = |body: &str| server.post(&format!("/cases/{id}/day.json"), "application/json", body.as_bytes());
    let usual = day("{}").json();
    assert_eq!(usual["systems"].as_array().unwrap().len(), 4);
    let line = |answer: &serde_json::Value| answer["quantities"][0]["lines"][2]["central"].to_string();
    let loose = day("{\"fit_gap_mm\": 2.5}").json();
    assert_ne!(line(&usual), line(&loose));
    let banded = day("{\"bands\": true, \"system\": \"4R152\", \"level\": \"level3\"}").json();
    assert!(banded["quantities"][0]["lines"][0]["p90"].is_array());
    assert!(banded["systems"][0]["id"].as_str().unwrap().contains("level3"));
    assert!(banded["quantities"].as_array().unwrap().iter().any(|quantity| quantity["id"] == "battery"));
    for body in ["{\"fit_gap_mm\": 99}", "{\"system\": \"rocket\"}", "{\"sock\": \"2-ply\"}", "{\"nonsense\": 1}", "[]"]
    {
        assert_eq!(day(body).status, 422, "{body}");
    }
    let stride = server.post(&format!("/cases/{id}/pressure.json"), "application/json", b"{\"t_s\": 50000}").json();
    assert_eq!(stride["regions"].as_array().unwrap().len(), stride["kpa"].as_array().unwrap().len());
    let script = "{\"script\":[{\"at_s\":1,\"act\":\"walk\"},{\"at_s\":2,\"act\":\"switch 4\"}],\"to_s\":90}";
    let drive = server.post(&format!("/cases/{id}/drive.json"), "application/json", script.as_bytes()).json();
    let vacuum = drive["vacuum_kpa"].as_array().unwrap();
    assert!(vacuum.last().unwrap().as_f64() > vacuum[0].as_f64(), "the pump pumps");
}

#[test]
fn a_refused_socket_is_an_answer_on_the_page_and_in_the_api() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    for (text, why) in [(include_str!("../../../../cases/dialysis.toml"), "Active vacuum is refused")] {
        let id = server.case(text);
        for page in ["socket", "limb", "day", "fit"] {
            assert_eq!(server.get(&format!("/cases/{id}/{page}")).status, 200, "{page}");
        }
        let html = server.get(&format!("/cases/{id}/socket")).text();
        assert!(html.contains("No socket is made") && html.contains(why), "{html}");
        assert!(!html.contains(".stl") && !html.contains("Fibular head"), "{html}");
        let answer = server.get(&format!("/api/v1/cases/{id}/socket"));
        assert_eq!(answer.status, 200);
        assert!(answer.json()["refused"][0]["why"].as_str().unwrap().contains(why));
        for file in ["socket/files/dialysis-socket.stl", "socket/files/dialysis-size-check.stl", "socket.glb"] {
            let answer = server.get(&format!("/cases/{id}/{file}"));
            assert_eq!(answer.status, 404, "{file}");
        }
        // The limb is there to look at all the same.
        let limb = server.get(&format!("/cases/{id}/limb")).text();
        assert!(limb.contains("No socket is made") && limb.contains("<polyline"), "{limb}");
        assert_eq!(server.get(&format!("/cases/{id}/limb.glb")).status, 200);
    }
}

#[test]
fn a_new_case_has_no_answer_and_says_how_many_questions_are_open() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    // Whatever is not named as an example is empty.
    for from in ["empty", "", "nonsense"] {
        let made = server.form("/cases", &[("name", "Nobody yet"), ("from", from)]);
        assert_eq!(made.status, 303);
        let person = server.get(made.header("location")).text();
        assert!(person.contains("Draft: 30 questions open"), "{person}");
        assert!(!person.contains(" checked"), "a radio button or box is set");
        let id = made.header("location").split('/').nth(2).unwrap().to_string();
        for page in ["limb", "fit", "socket", "day", "drive", "report"] {
            let html = server.get(&format!("/cases/{id}/{page}")).text();
            assert!(html.contains("Draft: 30 questions open") && !html.contains("★"), "{page}: {html}");
        }
        let fit = server.get(&format!("/api/v1/cases/{id}/fit"));
        assert_eq!(fit.status, 422);
        let faults = fit.json();
        assert!(faults["faults"].as_array().unwrap().iter().all(|fault| fault["open"] == true), "{faults:#}");
    }
}

#[test]
fn a_brush_anywhere_around_the_limb_is_a_step_and_a_load_needs_a_placed_landmark() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(MECHANIC);
    let brush = |version: u32, degrees: f64, depth: f64| {
        let (sine, cosine) = degrees.to_radians().sin_cos();
        let at = [50.0 * cosine, 50.0 * sine, -60.0];
        let body = format!("{{\"at\":{at:?},\"depth_mm\":{depth},\"half_length_mm\":20,\"half_width_mm\":15}}");
        server.post(&format!("/cases/{id}/socket/brush?base={version}"), "application/json", body.as_bytes())
    };
    let mut version = 1;
    for degrees in [100.0, 190.0, 350.0] {
        let answer = brush(version, degrees, 2.0);
        assert_eq!(answer.status, 200, "{degrees}: {}", answer.text());
        version += 1;
    }
    let load = brush(version, 10.0, -2.0);
    assert_eq!(load.status, 422);
    assert!(load.text().contains("place it on the scan"), "{}", load.text());
}

#[test]
fn a_scan_of_another_limb_stops_the_page_and_the_api_and_is_shown_beside_the_tape() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let scan = include_bytes!("../../../../cases/scanned_limb.stl");
    // The review's person: another's right limb, uploaded to a left one.
    let left = MECHANIC.replace("side = \"right\"", "side = \"left\"");
    for (said, asks, more) in [("", 1, ""), ("right", 2, "scan is of the right limb")] {
        let id = server.case(&left);
        let fields = [("base", "1"), ("as", "file"), ("side", said), ("over", "skin")];
        let sent = server.upload(&format!("/cases/{id}/scan"), &fields, "scanned_limb.stl", scan);
        assert_eq!(sent.status, 303, "{}", sent.text());
        let kept = server.get(&format!("/api/v1/cases/{id}")).json();
        assert_eq!(kept["state"], "draft");
        assert!(kept["text"].as_str().unwrap().contains("over = \"skin\""), "{kept:#}");
        for page in ["limb", "fit", "socket", "day", "report"] {
            let html = server.get(&format!("/cases/{id}/{page}")).text();
            assert!(html.contains("Tape and scan disagree") && html.contains("+28.1 mm"), "{page}: {html}");
            assert!(html.contains(more) && html.contains("scan.goes_by"), "{page}");
            assert!(!html.contains("★") && !html.contains("-socket.stl"), "{page}");
        }
        // The limb can be looked at, and landmarks placed, to find which of the two is wrong.
        let limb = server.get(&format!("/cases/{id}/limb")).text();
        assert!(limb.contains("data-mode=\"landmarks\"") && limb.contains("<polyline"), "{limb}");
        assert_eq!(server.get(&format!("/cases/{id}/limb.glb")).status, 200);
        let head = server.get(&format!("/api/v1/cases/{id}")).json()["number"].as_u64().unwrap();
        let body = b"{\"name\":\"popliteal\",\"at\":[-60,0,0]}";
        let placed = server.post(&format!("/cases/{id}/landmark?base={head}"), "application/json", body);
        assert_eq!(placed.status, 200, "{}", placed.text());
        for operation in ["fit", "socket"] {
            let answer = server.get(&format!("/api/v1/cases/{id}/{operation}"));
            assert_eq!(answer.status, 422, "{operation}");
            let faults = answer.json()["faults"].as_array().unwrap().clone();
            assert_eq!(faults.len(), asks, "{faults:#?}");
            assert!(faults.iter().all(|fault| fault["open"] == true && fault["tape_against_scan"]["limit_mm"] == 3.0));
        }
        let day = server.post(&format!("/api/v1/cases/{id}/day"), "application/json", b"{}");
        assert_eq!(day.status, 422, "{}", day.text());
        // Said which one goes, and why, it is fitted again; the other side is not settled by a reason.
        let text = server.get(&format!("/api/v1/cases/{id}")).json();
        let (version, text) = (text["number"].as_u64().unwrap(), text["text"].as_str().unwrap().to_string());
        let text = text.replace("[scan]\n", "[scan]\ngoes_by = \"scan\"\ngoes_by_reason = \"taped over a sock\"\n");
        let saved = server.put(&format!("/api/v1/cases/{id}?base={version}"), text.as_bytes());
        assert_eq!(saved.json()["state"], if asks == 1 { "fitted" } else { "draft" }, "{}", saved.text());
        let fit = server.get(&format!("/cases/{id}/limb")).text();
        assert_eq!(fit.contains("GOES BY THE SCAN") && fit.contains("taped over a sock"), asks == 1, "{fit}");
    }
    let id = server.case(&left);
    let wrong = [("base", "1"), ("as", "file"), ("side", "upper")];
    assert_eq!(server.upload(&format!("/cases/{id}/scan"), &wrong, "scanned_limb.stl", scan).status, 422);
}

#[test]
fn a_tapes_socket_page_is_a_check_of_size_and_a_thighs_landmarks_are_its_own() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(MECHANIC);
    let html = server.get(&format!("/cases/{id}/socket")).text();
    assert!(html.contains("Check of size, no socket") && html.contains("SIZE CHECK ONLY"), "{html}");
    assert!(html.contains("size-check.stl") && !html.contains("-socket.stl") && !html.contains("to print"), "{html}");
    assert_eq!(server.get(&format!("/api/v1/cases/{id}/socket")).json()["purpose"], "size_check");
    let thigh = server.case(include_str!("../../../../cases/transfemoral.toml"));
    let html = server.get(&format!("/cases/{thigh}/limb")).text();
    for word in ["fibular_head", "tibial_crest", "mid_patellar_tendon", "popliteal"] {
        assert!(!html.contains(&format!("&quot;{word}&quot;")), "{word}: {html}");
    }
    assert!(html.contains(">IT<"), "heights are from the ischial tuberosity: {html}");
    let body = b"{\"name\":\"fibular_head\",\"at\":[0,60,0]}";
    let placed = server.post(&format!("/cases/{thigh}/landmark?base=1"), "application/json", body);
    assert_eq!(placed.status, 422);
    assert!(placed.text().contains("a transfemoral limb has no fibular head"), "{}", placed.text());
    let text = include_str!("../../../../cases/transfemoral.toml");
    let own = workup::library::technique(domain::case::SocketConcept::TotalSurfaceBearing);
    let steps = toml::to_string(&std::collections::BTreeMap::from([("technique", own)])).unwrap();
    let kept = server.put(&format!("/api/v1/cases/{thigh}?base=1"), format!("{text}\n{steps}").as_bytes());
    assert_eq!(kept.json()["state"], "draft", "{}", kept.text());
    let answer = server.get(&format!("/api/v1/cases/{thigh}/socket"));
    assert_eq!(answer.status, 422, "{}", answer.text());
    let fault = &answer.json()["faults"][0];
    assert!(fault["field"].as_str().unwrap().ends_with("].at") && fault["line"].is_u64(), "{fault:#}");
}
