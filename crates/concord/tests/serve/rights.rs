//! What each visitor may do, asked at every address that the program knows.

use super::server::Server;
use super::visitors::{ask, cookie, token, user};
use crate::common::{Folder, MECHANIC};
use serde_json::Value;

/// A scan that can be read: four triangles.
const SCAN: &str = "solid a\nfacet normal 0 0 0\nouter loop\nvertex 0 0 0\nvertex 90 0 0\nvertex 0 90 0\nendloop\nendfacet\n\
    facet normal 0 0 0\nouter loop\nvertex 0 0 0\nvertex 0 90 0\nvertex 0 0 90\nendloop\nendfacet\n\
    facet normal 0 0 0\nouter loop\nvertex 0 0 0\nvertex 0 0 90\nvertex 90 0 0\nendloop\nendfacet\n\
    facet normal 0 0 0\nouter loop\nvertex 90 0 0\nvertex 0 0 90\nvertex 0 90 0\nendloop\nendfacet\nendsolid a\n";

/// What an address may end in so that a reader of endings, or of paths, takes it for another one.
const HOSTILE: [&str; 14] = [
    "check",
    "preview",
    "logout",
    "login",
    "day.json",
    "pressure.json",
    "drive.json",
    "what-if",
    "%2e%2e",
    "..%2fcheck",
    "x%2Fcheck",
    "x;/check",
    "check/",
    "health",
];

const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

/// A route as the program lists its own.
struct Route {
    method: String,
    path: String,
    right: String,
}

impl Route {
    /// Its address, with these for the parameters.
    fn at(&self, id: &str, last: &str) -> String {
        let (path, name) = match self.path.rsplit_once('/') {
            Some((before, name)) if name.starts_with('{') && name != "{id}" => (format!("{before}/"), last),
            _ => (self.path.clone(), ""),
        };
        let path =
            path.replace("{id}", id).replace("{number}", "1").replace("{page}", "person").replace("{print}", "x");
        format!("{path}{name}")
    }

    fn ends_in_a_parameter(&self) -> bool {
        self.path.ends_with('}') && !self.path.ends_with("{id}")
    }
}

fn routes(folder: &Folder) -> Vec<Route> {
    let listed = folder.concord(&["serve", "rights", "--json"]).stdout;
    let rows: Vec<Value> = serde_json::from_str(&listed).unwrap();
    let text = |row: &Value, field: &str| row[field].as_str().unwrap().to_string();
    let rows: Vec<Route> = rows
        .iter()
        .map(|row| Route { method: text(row, "method"), path: text(row, "path"), right: text(row, "right") })
        .collect();
    assert!(rows.len() > 80, "{listed}");
    rows
}

/// Every address once, with the methods that it has.
fn addresses(routes: &[Route]) -> Vec<(&Route, Vec<&Route>)> {
    let first = |at: usize| routes[..at].iter().all(|before| before.path != routes[at].path);
    let all = |path: &str| routes.iter().filter(|route| route.path == path).collect();
    (0..routes.len()).filter(|at| first(*at)).map(|at| (&routes[at], all(&routes[at].path))).collect()
}

/// Everything that is kept, as an administrator's script reads it; sessions and the audit apart.
fn kept(server: &Server, admin: &[(&str, &str)]) -> Vec<String> {
    let get = |path: &str| server.get_with(path, admin);
    let cases = get("/api/v1/cases").json();
    let mut all = vec![cases.to_string()];
    for case in cases.as_array().unwrap() {
        let id = case["id"].as_str().unwrap();
        for part in ["", "/versions", "/files"] {
            all.push(get(&format!("/api/v1/cases/{id}{part}")).text());
        }
    }
    for part in ["users", "teams"] {
        let answer = get(&format!("/api/v1/clinic/{part}"));
        assert_eq!(answer.status, 200);
        all.push(answer.text());
    }
    all
}

#[test]
fn every_address_and_its_right_is_what_was_decided() {
    let mut table: Vec<String> = routes(&Folder::new())
        .iter()
        .map(|route| format!("{:<7} {:<6} {}", route.right, route.method, route.path))
        .collect();
    table.sort();
    insta::assert_snapshot!("rights", table.join("\n"));
}

#[test]
fn every_route_asks_its_right_of_every_visitor() {
    let folder = Folder::new();
    for (name, role) in [("anna", "admin"), ("erik", "edit"), ("rita", "read")] {
        user(&folder, name, role);
    }
    let routes = routes(&folder);
    let server = Server::with(&folder, &["--password"]);
    let cookies = ["anna", "erik", "rita"].map(|name| cookie(&server, name));
    let bearer = format!("Bearer {}", token(&server, "rita"));
    let visitors: [(&str, Vec<(&str, &str)>); 5] = [
        ("", vec![]),
        ("manage", vec![("cookie", &cookies[0])]),
        ("change", vec![("cookie", &cookies[1])]),
        ("look", vec![("cookie", &cookies[2])]),
        ("look", vec![("authorization", &bearer)]),
    ];
    for (may, headers) in &visitors {
        walk(&server, &routes, may, headers);
    }
    drop(server);
    let proxy = Server::with(&folder, &["--proxy-header", "X-Remote-User", "--proxy-from", "127.0.0.1"]);
    walk(&proxy, &routes, "change", &[("x-remote-user", "erik")]);
    walk(&proxy, &routes, "", &[("x-remote-user", "nobody")]);
}

/// Asks every address with every method, of a case that does not exist, and holds each answer against the table.
fn walk(server: &Server, routes: &[Route], may: &str, headers: &[(&str, &str)]) {
    const RIGHTS: [&str; 4] = ["anyone", "look", "change", "manage"];
    let place = |right: &str| RIGHTS.iter().position(|known| *known == right).unwrap_or(0);
    for (address, there) in addresses(routes) {
        for method in METHODS {
            let method_there = if method == "HEAD" { "GET" } else { method };
            let route = there.iter().find(|route| route.method == method_there);
            // Whoever leaves is a stranger from then on.
            if address.path == "/logout" && method == "POST" {
                continue;
            }
            let target = address.at("0000000000000000", "x");
            let (status, _) = ask(server, method, &target, headers, b"");
            let said = format!("{may:?}: {method} {target}: {status}");
            match route {
                Some(route) if route.right == "anyone" => assert!(status != 403 && status != 405, "{said}"),
                _ if may.is_empty() => assert!(status == 401 || status == 303, "{said}"),
                None => assert_eq!(status, 405, "{said}"),
                Some(route) if place(&route.right) > place(may) => assert_eq!(status, 403, "{said}"),
                Some(_) => assert!(![401, 403, 405].contains(&status), "{said}"),
            }
        }
    }
}

#[test]
fn a_reader_changes_nothing_whatever_the_address_ends_in() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    let readers: Vec<String> = (0..4).map(|number| format!("reader {number}")).collect();
    readers.iter().for_each(|name| user(&folder, name, "read"));
    let routes = routes(&folder);
    let server = Server::with(&folder, &["--password"]);
    let anna = cookie(&server, "anna");
    let admin = [("cookie", anna.as_str())];
    let made = server.post_with("/api/v1/cases", "application/toml", MECHANIC.as_bytes(), &admin).json();
    let id = made["id"].as_str().unwrap();
    let before = kept(&server, &admin);
    let cookies: Vec<String> = readers.iter().map(|name| cookie(&server, name)).collect();
    let mut asked = 0;
    let mut attempt = |method: &str, target: &str| {
        asked += 1;
        let headers = [("cookie", cookies[asked % cookies.len()].as_str()), ("content-type", "application/toml")];
        let (status, _) = ask(&server, method, target, &headers, SCAN.as_bytes());
        assert!(status >= 400 || [200, 204, 303].contains(&status), "{method} {target}: {status}");
    };
    for (route, _) in addresses(&routes) {
        let endings = if route.ends_in_a_parameter() { &HOSTILE[..] } else { &HOSTILE[..3] };
        for hostile in endings {
            let target = if route.ends_in_a_parameter() {
                route.at(id, hostile)
            } else {
                format!("{}/{hostile}", route.at(id, "").trim_end_matches('/'))
            };
            for method in ["PUT", "POST", "DELETE"] {
                attempt(method, &target);
            }
        }
    }
    assert!(asked > 400, "{asked}");
    assert_eq!(kept(&server, &admin), before);
}

#[test]
fn no_get_changes_what_is_kept_and_no_cache_keeps_a_patients_answer() {
    let folder = Folder::new();
    let routes = routes(&folder);
    let server = Server::start(&folder);
    let id = server.case(MECHANIC);
    assert_eq!(server.put(&format!("/api/v1/cases/{id}/files/limb.stl"), SCAN.as_bytes()).status, 201);
    let before = kept(&server, &[]);
    let audit = server.get("/api/v1/clinic/audit").json();
    let changes = |audit: &Value| {
        let rows = audit.as_array().unwrap().iter().map(|row| row["action"].as_str().unwrap().to_string());
        rows.filter(|action| action == "backed-up").count()
    };
    // The store with its log and its reserve comes and goes as it needs them.
    let files = || {
        let names = std::fs::read_dir(folder.0.join("data")).unwrap().map(|file| file.unwrap().file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        names.filter(|name| !name.starts_with("concord.sqlite")).collect::<Vec<_>>()
    };
    let count = files();
    let mut seen = 0;
    for (route, there) in addresses(&routes) {
        let target = route.at(&id, "limb.stl");
        let (status, head) = ask(&server, "GET", &target, &[], b"");
        if there.iter().all(|route| route.method != "GET") {
            assert_eq!(status, 405, "{target}");
        } else if route.path.contains("{id}") {
            seen += 1;
            assert!(head.contains("cache-control: no-store"), "{target}: {head}");
        }
    }
    assert!(seen > 20, "{seen}");
    assert_eq!(kept(&server, &[]), before);
    assert_eq!(changes(&server.get("/api/v1/clinic/audit").json()), changes(&audit));
    assert_eq!(files(), count, "no file is left beside the store");
}

#[test]
fn what_a_reader_may_on_the_page_they_may_by_the_api_and_no_more() {
    let folder = Folder::new();
    let right = |method: &str, path: &str| {
        let of = |route: &Route| route.method == method && route.path == path;
        routes(&folder).into_iter().find(of).unwrap_or_else(|| panic!("{method} {path}")).right
    };
    for (page, api) in [
        (("GET", "/"), ("GET", "/api/v1/cases")),
        (("POST", "/cases"), ("POST", "/api/v1/cases")),
        (("GET", "/cases/{id}/fit"), ("GET", "/api/v1/cases/{id}/fit")),
        (("GET", "/cases/{id}/socket"), ("GET", "/api/v1/cases/{id}/socket")),
        (("POST", "/cases/{id}/day.json"), ("POST", "/api/v1/cases/{id}/day")),
        (("POST", "/cases/{id}/scan"), ("PUT", "/api/v1/cases/{id}/files/{name}")),
        (("POST", "/cases/{id}/scan/remove"), ("DELETE", "/api/v1/cases/{id}/files/{name}")),
        (("POST", "/cases/{id}/report"), ("POST", "/api/v1/cases/{id}/report")),
        (("POST", "/cases/{id}/report/cancel"), ("DELETE", "/api/v1/cases/{id}/report")),
        (("GET", "/cases/{id}/report"), ("GET", "/api/v1/cases/{id}/report")),
        (("POST", "/cases/{id}/delete"), ("DELETE", "/api/v1/cases/{id}")),
        (("GET", "/compare"), ("GET", "/api/v1/compare")),
        (("GET", "/clinic"), ("GET", "/api/v1/clinic/users")),
        (("POST", "/clinic/backup"), ("POST", "/api/v1/clinic/backup")),
        (("POST", "/clinic/sessions"), ("DELETE", "/api/v1/clinic/sessions/{number}")),
        (("POST", "/account/sessions"), ("DELETE", "/api/v1/sessions/{number}")),
    ] {
        assert_eq!(right(page.0, page.1), right(api.0, api.1), "{page:?} {api:?}");
    }
}

#[test]
fn a_scan_is_removed_on_the_page_and_by_the_api() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(include_str!("../../../../cases/scanned.toml"));
    let scan = include_bytes!("../../../../cases/scanned_limb.stl");
    let file = format!("/api/v1/cases/{id}/files/scanned_limb.stl");
    let state = || server.get(&format!("/api/v1/cases/{id}")).json()["state"].clone();
    for by_page in [true, false] {
        assert_eq!(server.put(&file, scan).status, 201);
        assert_eq!(state(), "fitted");
        assert!(server.get(&format!("/cases/{id}/limb")).text().contains("kept-scans"));
        if by_page {
            let removed = server.form(&format!("/cases/{id}/scan/remove"), &[("name", "scanned_limb.stl")]);
            assert_eq!(removed.status, 303, "{}", removed.text());
        } else {
            assert_eq!(server.delete(&file).status, 204);
        }
        assert_eq!((server.get(&file).status, state()), (404, "draft".into()));
    }
    assert_eq!(server.delete(&file).status, 404);
    let audit = server.get("/api/v1/clinic/audit").json();
    assert_eq!(audit.as_array().unwrap().iter().filter(|row| row["action"] == "file-removed").count(), 2);
}

#[test]
fn a_person_of_another_team_is_nowhere() {
    let folder = Folder::new();
    for (name, role) in [("anna", "admin"), ("erik", "edit"), ("rita", "read")] {
        user(&folder, name, role);
    }
    let team = |arguments: &[&str]| {
        let answer = folder.concord(&[&["serve", "team"], arguments, &["--data", "data"]].concat());
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        answer.stdout
    };
    team(&["add", "North"]);
    team(&["join", "north", "erik"]);
    assert!(team(&["list"]).contains("North\terik"));
    let routes = routes(&folder);
    let server = Server::with(&folder, &["--password"]);
    let [anna, erik, rita] = ["anna", "erik", "rita"].map(|name| cookie(&server, name));
    let make = |cookie: &str, name: &str| {
        let text = MECHANIC.replacen("name = \"Mechanic\"", &format!("name = \"{name}\""), 1);
        let made = server.post_with("/api/v1/cases", "application/toml", text.as_bytes(), &[("cookie", cookie)]);
        made.json()["id"].as_str().unwrap().to_string()
    };
    let (own, other) = (make(&erik, "Northern"), make(&anna, "Elsewhere"));
    let get = |cookie: &str, path: &str| server.get_with(path, &[("cookie", cookie)]);
    // Lists and searches.
    for path in ["/", "/?search=where", "/api/v1/cases", "/api/v1/cases?search=Else", "/compare"] {
        assert!(!get(&erik, path).text().contains("Elsewhere"), "{path}");
        assert!(!get(&rita, path).text().contains("Northern"), "{path}");
        assert!(get(&anna, path).text().contains("Elsewhere"), "{path}");
    }
    assert!(get(&erik, "/").text().contains("Northern"));
    // Every address with a case in it, as if the case were not there.
    let headers = [("cookie", erik.as_str()), ("content-type", "application/toml")];
    for route in routes.iter().filter(|route| route.path.contains("{id}") && route.right != "manage") {
        let (status, _) = ask(&server, &route.method, &route.at(&other, "x"), &headers, b"");
        assert_eq!(status, 404, "{} {}", route.method, route.path);
    }
    for path in ["/compare", "/api/v1/compare"] {
        for query in [format!("a={other}"), format!("a={own}&b={other}"), format!("a={other}&b={own}")] {
            assert_eq!(get(&erik, &format!("{path}?{query}")).status, 404, "{path}?{query}");
        }
    }
    assert_eq!(get(&anna, &format!("/cases/{other}/export")).status, 200);
    // An administrator gives it to the team.
    let form = "application/x-www-form-urlencoded";
    let moved = server.post_with(&format!("/cases/{other}/team"), form, b"team=North", &[("cookie", &anna)]);
    assert_eq!(moved.status, 303, "{}", moved.text());
    assert_eq!(get(&erik, &format!("/cases/{other}/export")).status, 200);
    assert_eq!(get(&rita, &format!("/cases/{other}/export")).status, 404);
}
