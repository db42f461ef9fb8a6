//! Who may come in, and what they may do.

use super::server::{Server, encoded};
use super::visitors::{PASSWORD, cookie, user};
use crate::common::{Folder, MECHANIC, concord_in};

#[test]
fn other_sites_and_other_names_of_this_machine_are_refused() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let form = "application/x-www-form-urlencoded";
    let new = encoded(&[("name", "x"), ("from", "example")]);
    for headers in [
        vec![("origin", "http://evil.example")],
        vec![("origin", "null")],
        vec![("sec-fetch-site", "cross-site")],
        vec![("sec-fetch-site", "same-site"), ("origin", "http://localhost:1")],
        vec![("host", "evil.example")],
    ] {
        assert_eq!(server.post_with("/cases", form, new.as_bytes(), &headers).status, 403, "{headers:?}");
    }
    assert_eq!(server.get_with("/", &[("host", "evil.example")]).status, 403);
    // Behind a proxy everybody would be this machine.
    for name in ["x-forwarded-for", "forwarded", "x-real-ip"] {
        let answer = server.get_with("/", &[(name, "198.51.100.7")]);
        assert!(answer.status == 403 && answer.text().contains("through a proxy"), "{name}: {}", answer.status);
    }
    assert_eq!(server.get("/api/v1/cases").json().as_array().unwrap().len(), 0);
    let own = [("origin", server.address.as_str()), ("sec-fetch-site", "same-origin")];
    assert_eq!(server.post_with("/cases", form, new.as_bytes(), &own).status, 303);
}

#[test]
fn whoever_serves_to_others_has_to_have_users() {
    let folder = Folder::new();
    let serve = |more: &[&str]| {
        let answer = folder.concord(&[&["serve", "--port", "0", "--data", "data", "--no-open"], more].concat());
        assert_eq!(answer.code, Some(2), "{more:?}");
        answer.stderr
    };
    for more in [vec!["--bind", "0.0.0.0", "--without-tls"], vec!["--password"], vec!["--tls-proxy"]] {
        let told = serve(&more);
        assert!(told.contains("user add"), "{told}");
    }
    // Nobody serves without TLS, or behind a proxy that is not named, by mistake.
    let told = serve(&["--bind", "0.0.0.0"]);
    assert!(told.contains("--without-tls") && told.contains("0.0.0.0"), "{told}");
    let told = serve(&["--bind", "0.0.0.0", "--tls-proxy"]);
    assert!(told.contains("--proxy-from"), "{told}");
}

#[test]
fn visitors_log_in_and_do_what_their_role_allows() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    user(&folder, "erik", "edit");
    user(&folder, "rita", "read");
    let server = Server::with(&folder, &["--password"]);
    let asked = server.get("/");
    assert_eq!((asked.status, asked.header("location")), (303, "/login?back=/"));
    assert_eq!(server.get("/api/v1/cases").status, 401);
    assert_eq!(server.get("/assets/x/style.css").status, 200);
    assert_eq!(server.form("/login", &[("name", "anna"), ("password", "wrong password")]).status, 401);

    let (anna, erik, rita) = (cookie(&server, "anna"), cookie(&server, "erik"), cookie(&server, "rita"));
    let with = |cookie: &str, path: &str| server.get_with(path, &[("cookie", cookie)]).status;
    let make = |cookie: &str| {
        let headers = [("cookie", cookie)];
        server.post_with("/api/v1/cases", "application/toml", MECHANIC.as_bytes(), &headers).status
    };
    assert_eq!((make(&rita), make(&erik), make(&anna)), (403, 201, 201));
    assert_eq!((with(&rita, "/"), with(&erik, "/clinic"), with(&anna, "/clinic")), (200, 403, 200));
    assert!(server.get_with("/clinic", &[("cookie", &anna)]).text().contains("case created"));

    // A reader may ask what a day would be: that changes nothing.
    let id = server.get_with("/api/v1/cases", &[("cookie", &rita)]).json()[0]["id"].as_str().unwrap().to_string();
    let day = format!("/cases/{id}/day.json");
    assert_eq!(server.post_with(&day, "application/json", b"{}", &[("cookie", &rita)]).status, 200);

    // A script takes a token.
    let credentials = format!("{{\"name\":\"erik\",\"password\":\"{PASSWORD}\"}}");
    let token = server.post("/api/v1/sessions", "application/json", credentials.as_bytes()).json();
    let bearer = format!("Bearer {}", token["token"].as_str().unwrap());
    assert_eq!(server.get_with("/api/v1/cases", &[("authorization", &bearer)]).status, 200);

    let out = server.post_with("/logout", "application/x-www-form-urlencoded", b"", &[("cookie", &erik)]);
    assert_eq!(out.status, 303);
    assert_eq!(with(&erik, "/api/v1/cases"), 401);
}

#[test]
fn guessing_passwords_is_slowed_down() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    let server = Server::with(&folder, &["--password"]);
    for _ in 0..12 {
        assert_eq!(
            server.form("/login", &[("name", "anna"), ("password", PASSWORD)]).status,
            303,
            "only failures count"
        );
    }
    let tries: Vec<u16> =
        (0..12).map(|_| server.form("/login", &[("name", "anna"), ("password", "a wrong password")]).status).collect();
    assert_eq!(tries[0], 401);
    assert_eq!(tries[11], 429);
}

#[test]
fn the_word_of_a_proxy_is_taken_from_the_proxy_alone() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    let options = ["--proxy-header", "X-Remote-User", "--proxy-from"];
    let trusted = Server::with(&folder, &[&options[..], &["127.0.0.1"]].concat());
    assert_eq!(trusted.get_with("/clinic", &[("x-remote-user", "anna")]).status, 200);
    assert_eq!(trusted.get_with("/api/v1/cases", &[("x-remote-user", "nobody")]).status, 401);
    assert_eq!(trusted.get("/api/v1/cases").status, 401);
    let two = [("x-remote-user", "anna"), ("x-remote-user", "nobody")];
    assert_eq!(trusted.get_with("/clinic", &two).status, 403, "of two names one is the visitor's own");
    drop(trusted);
    let other = Server::with(&folder, &[&options[..], &["192.0.2.1"]].concat());
    for path in ["/clinic", "/login", "/look", "/assets/x/style.css", "/api/v1/cases"] {
        assert_eq!(other.get_with(path, &[("x-remote-user", "anna")]).status, 403, "{path}");
    }
    assert_eq!(other.get("/health").status, 200, "this machine may ask whether the program lives");
}

#[test]
fn users_and_backups_are_managed_on_the_command_line() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    user(&folder, "erik", "read");
    assert!(folder.concord(&["serve", "user", "list", "--data", "data"]).stdout.contains("erik\tread"));
    assert_eq!(folder.concord(&["serve", "user", "role", "erik", "edit", "--data", "data"]).code, Some(0));
    let last = folder.concord(&["serve", "user", "remove", "anna", "--data", "data"]);
    assert_eq!(last.code, Some(1));
    assert!(last.stderr.contains("administrator"), "{}", last.stderr);
    let short = concord_in(&folder.0, &["serve", "user", "password", "erik", "--data", "data"], b"short\n");
    assert!(short.stderr.contains("10"), "{}", short.stderr);

    let id = Server::start(&folder).case(MECHANIC);
    assert_eq!(folder.concord(&["serve", "backup", "kept.sqlite", "--data", "data"]).code, Some(0));
    Server::start(&folder).delete(&format!("/api/v1/cases/{id}"));
    assert_eq!(folder.concord(&["serve", "restore", "kept.sqlite", "--data", "data"]).code, Some(0));
    assert_eq!(Server::start(&folder).get(&format!("/api/v1/cases/{id}")).json()["name"], "Mechanic");
    folder.write("garbage.sqlite", "no database");
    assert_eq!(folder.concord(&["serve", "restore", "garbage.sqlite", "--data", "data"]).code, Some(1));
    assert_eq!(Server::start(&folder).get(&format!("/api/v1/cases/{id}")).status, 200);
}

#[test]
fn a_port_that_is_taken_is_named() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let port = server.address.rsplit(':').next().unwrap();
    let other = Folder::new();
    let answer = other.concord(&["serve", "--port", port, "--data", "data", "--no-open"]);
    assert_eq!(answer.code, Some(1));
    assert!(answer.stderr.contains(port) && answer.stderr.contains("--port"), "{}", answer.stderr);
}

#[test]
fn a_backup_is_taken_and_put_back_on_the_page() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let id = server.case(MECHANIC);
    let backup = server.form("/clinic/backup", &[]).bytes;
    assert_eq!(server.delete(&format!("/api/v1/cases/{id}")).status, 204);
    let refused = server.upload("/clinic/restore", &[], "backup.sqlite", b"no database");
    assert_eq!(refused.status, 422);
    assert!(!refused.text().contains(folder.0.to_str().unwrap()) && !refused.text().contains(".concord-"));
    assert_eq!(server.get(&format!("/api/v1/cases/{id}")).status, 404);
    assert_eq!(server.upload("/clinic/restore", &[], "backup.sqlite", &backup).status, 303);
    assert_eq!(server.get(&format!("/api/v1/cases/{id}")).json()["name"], "Mechanic");
    let left: Vec<String> =
        folder.0.join("data").read_dir().unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert!(left.iter().all(|name| name.starts_with("concord.sqlite")), "{left:?}");
}
