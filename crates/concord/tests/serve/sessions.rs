//! Logging in: names, limits, proxies, sessions that are closed, second factors, where a log-in leads.

use super::server::{Answer, Server, encoded};
use super::visitors::{PASSWORD, ask, cookie, token, user};
use crate::common::{Folder, MECHANIC, concord_in};

const FORM: &str = "application/x-www-form-urlencoded";

fn try_login(server: &Server, name: &str, password: &str, headers: &[(&str, &str)]) -> Answer {
    server.post_with("/login", FORM, encoded(&[("name", name), ("password", password)]).as_bytes(), headers)
}

/// The value of a cookie that was set.
fn set(answer: &Answer, name: &str) -> String {
    let cookies = answer.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
    let pair = cookies.filter_map(|cookie| cookie.split(';').next()).find(|pair| pair.starts_with(name));
    pair.unwrap_or_else(|| panic!("no {name}: {:?}", answer.headers)).to_string()
}

#[test]
fn a_stranger_sends_little_and_a_name_is_one_however_it_is_typed() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    let server = Server::with(&folder, &["--password"]);
    // A little more than is taken, so that the server has read it all when it answers.
    let large = "x".repeat(9 << 10);
    assert_eq!(try_login(&server, &large, "a", &[]).status, 413);
    let body = format!("{{\"name\":\"{large}\",\"password\":\"a\"}}");
    assert_eq!(server.post("/api/v1/sessions", "application/json", body.as_bytes()).status, 413);
    // Strangers do not even get an answer to the size of anything else.
    assert_eq!(server.post("/api/v1/cases", "application/toml", large.as_bytes()).status, 401);
    for same in ["anna", "Anna", " anna", "anna\u{a0}", "ＡＮＮＡ"] {
        assert_eq!(try_login(&server, same, PASSWORD, &[]).status, 303, "{same:?}");
    }
    // Failures of one name count together.
    let tried = ["anna", "ANNA", " anna", "anna\u{a0}", "\u{2003}anna", "ａｎｎａ", "an\u{200b}na", "Anna ", "aNNa"];
    let answers: Vec<u16> = tried.iter().map(|name| try_login(&server, name, "a wrong password", &[]).status).collect();
    assert_eq!((answers[0], answers[8]), (401, 429), "{answers:?}");
}

#[test]
fn behind_a_proxy_a_strangers_failures_keep_nobody_out() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    let server = Server::with(&folder, &["--password", "--proxy-from", "127.0.0.1"]);
    let fail = |told: &str| try_login(&server, "anna", "a wrong password", &[("x-forwarded-for", told)]).status;
    let tries: Vec<u16> = (0..10).map(|_| fail("198.51.100.1")).collect();
    assert_eq!((tries[0], tries[9]), (401, 429));
    // What the stranger writes in front of what the proxy adds counts for nothing.
    assert_eq!(fail("192.0.2.77, 198.51.100.1"), 429);
    let anna = |told: &str| try_login(&server, "anna", PASSWORD, &[("x-forwarded-for", told)]).status;
    assert_eq!(anna("192.0.2.7"), 303, "an administrator at another address comes in");
    // Many addresses that fail for one name do not keep its user out where they were before.
    for number in 0..40 {
        fail(&format!("203.0.113.{number}"));
    }
    assert_eq!(fail("203.0.113.200"), 429);
    assert_eq!(anna("192.0.2.7"), 303);
}

#[test]
fn a_known_device_comes_in_where_its_address_is_shut_out() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    let server = Server::with(&folder, &["--password"]);
    let device = set(&try_login(&server, "anna", PASSWORD, &[]), "concord_device=");
    // Without a proxy that is named nobody's word for an address is taken.
    for number in 0..12 {
        let told = format!("198.51.100.{number}");
        try_login(&server, "anna", "a wrong password", &[("x-forwarded-for", &told)]);
    }
    assert_eq!(try_login(&server, "anna", PASSWORD, &[]).status, 429);
    assert_eq!(try_login(&server, "anna", PASSWORD, &[("cookie", "concord_device=made-up")]).status, 429);
    assert_eq!(try_login(&server, "anna", PASSWORD, &[("cookie", &device)]).status, 303);
}

#[test]
fn sessions_are_listed_and_closed_on_page_api_and_command_line() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    user(&folder, "erik", "edit");
    let server = Server::with(&folder, &["--password"]);
    let anna = cookie(&server, "anna");
    let bearers: Vec<String> = (0..4).map(|_| format!("Bearer {}", token(&server, "erik"))).collect();
    let open = |bearer: &str| server.get_with("/api/v1/cases", &[("authorization", bearer)]).status == 200;
    let listed = |path: &str, headers: &[(&str, &str)]| -> Vec<i64> {
        let rows = server.get_with(path, headers).json();
        rows.as_array().unwrap().iter().map(|row| row["number"].as_i64().unwrap()).collect()
    };
    let erik = [("authorization", bearers[3].as_str())];
    let own = listed("/api/v1/sessions", &erik);
    let all = listed("/api/v1/clinic/sessions", &[("cookie", &anna)]);
    assert_eq!((own.len(), all.len()), (4, 5));
    let annas = *all.iter().find(|number| !own.contains(number)).unwrap();
    let (status, _) = ask(&server, "DELETE", &format!("/api/v1/sessions/{annas}"), &erik, b"");
    assert_eq!(status, 404, "nobody closes another's session");
    // The first by the API, the second on the page, the third by an administrator: the oldest has the smallest number.
    let mut numbers = own.clone();
    numbers.sort_unstable();
    assert_eq!(ask(&server, "DELETE", &format!("/api/v1/sessions/{}", numbers[0]), &erik, b"").0, 204);
    let number = numbers[1].to_string();
    let closed = server.post_with("/account/sessions", FORM, encoded(&[("number", &number)]).as_bytes(), &erik);
    assert_eq!(closed.status, 303);
    let number = numbers[2].to_string();
    let body = encoded(&[("number", &number)]);
    assert_eq!(server.post_with("/clinic/sessions", FORM, body.as_bytes(), &[("cookie", &anna)]).status, 303);
    assert_eq!([0, 1, 2, 3].map(|at| open(&bearers[at])), [false, false, false, true]);
    let shown = server.get_with("/clinic", &[("cookie", &anna)]).text();
    assert!(shown.contains("127.0.0.1") && shown.contains("action=\"/clinic/sessions\""));
    assert!(server.get_with("/account", &[("cookie", &anna)]).text().contains("this one"));
    let told = folder.concord(&["serve", "user", "sessions", "erik", "--data", "data"]).stdout;
    assert!(told.lines().count() == 1 && told.contains(&format!("{}\terik", numbers[3])), "{told}");
    assert_eq!(folder.concord(&["serve", "user", "close", "erik", "--data", "data"]).code, Some(0));
    assert!(!open(&bearers[3]));
}

#[test]
fn a_second_factor_is_asked_for_and_each_code_is_taken_once() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    let server = Server::with(&folder, &["--password"]);
    let anna = cookie(&server, "anna");
    let factor = |pairs: &[(&str, &str)]| {
        server.post_with("/account/factor", FORM, encoded(pairs).as_bytes(), &[("cookie", &anna)])
    };
    let between = |text: &str, before: &str, after: &str| -> Vec<String> {
        text.split(before).skip(1).filter_map(|rest| Some(rest.split_once(after)?.0.to_string())).collect()
    };
    for wrong in [&[("do", "begin")][..], &[("do", "begin"), ("password", "another password")]] {
        assert_eq!(factor(wrong).status, 422, "whoever has the session alone begins none");
    }
    let begun = factor(&[("do", "begin"), ("password", PASSWORD)]).text();
    let page = begun;
    let secret = between(&page, "id=\"factor-secret\">", "<").remove(0);
    // The picture is that of the link beside it: each dark module at its place.
    let link = between(&page, "href=\"otpauth:", "\"").remove(0).replace("&amp;", "&");
    let link = format!("otpauth:{link}");
    assert!(link.contains(&secret), "{link}");
    let code = qrcode::QrCode::new(&link).unwrap();
    let shown = between(&page, "fill=\"#000\" d=\"", "\"").remove(0);
    let dark: Vec<bool> = code.to_colors().into_iter().map(|color| color == qrcode::Color::Dark).collect();
    for (at, dark) in dark.iter().enumerate() {
        let square = format!("M{} {}h1v1h-1z", at % code.width() + 4, at / code.width() + 4);
        assert_eq!(shown.contains(&square), *dark, "{square}");
    }
    let now = || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let begun = now();
    let code = |steps: u64| store::code_of(&secret, begun + 30 * steps).unwrap();
    assert_eq!(factor(&[("do", "confirm"), ("code", "12345")]).status, 422);
    let confirmed = factor(&[("do", "confirm"), ("code", &code(0))]);
    assert_eq!(confirmed.status, 200, "{}", confirmed.text());
    let recovery = between(&confirmed.text(), "<li><code>", "</code>");
    assert_eq!(recovery.len(), 8);
    let enter = |code: &str| server.form("/login", &[("name", "anna"), ("password", PASSWORD), ("code", code)]).status;
    assert_eq!((enter(""), enter(&code(0))), (401, 401), "none, and one that was used");
    let next = code(1);
    assert_eq!((enter(&next), enter(&next)), (303, 401));
    assert_eq!((enter(&recovery[0]), enter(&recovery[0])), (303, 401));
    let body = format!("{{\"name\":\"anna\",\"password\":\"{PASSWORD}\"}}");
    assert_eq!(server.post("/api/v1/sessions", "application/json", body.as_bytes()).status, 401);
    let body = format!("{{\"name\":\"anna\",\"password\":\"{PASSWORD}\",\"code\":\"{}\"}}", recovery[1]);
    assert_eq!(server.post("/api/v1/sessions", "application/json", body.as_bytes()).status, 201);
    // Whoever has the session alone cannot turn it off, nor who has a code as well; the command line can.
    for password in ["", "another password"] {
        assert_eq!(factor(&[("do", "remove"), ("code", &recovery[2]), ("password", password)]).status, 422);
    }
    assert_eq!(enter(&recovery[2]), 303, "a code that was sent without the password is not used up");
    assert_eq!(factor(&[("do", "remove"), ("code", "000000"), ("password", PASSWORD)]).status, 422);
    assert_eq!(folder.concord(&["serve", "user", "factor-off", "anna", "--data", "data"]).code, Some(0));
    assert_eq!(enter(""), 303);
}

#[test]
fn a_second_factor_is_turned_on_and_off_by_the_api_as_on_the_page() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    user(&folder, "rita", "read");
    let server = Server::with(&folder, &["--password"]);
    let bearer = format!("Bearer {}", token(&server, "rita"));
    let ask = |path: &str, body: &str| {
        let path = format!("/api/v1/account/factor{path}");
        server.post_with(&path, "application/json", body.as_bytes(), &[("authorization", &bearer)])
    };
    let begin = format!("{{\"password\":\"{PASSWORD}\"}}");
    assert_eq!(ask("", "{}").status, 422);
    assert_eq!(ask("", "{\"password\":\"another password\"}").status, 422);
    assert_eq!(ask("/confirm", "{\"code\":\"000000\"}").status, 422, "none was begun");
    let begun = ask("", &begin).json();
    let secret = begun["secret"].as_str().unwrap();
    assert!(begun["link"].as_str().unwrap().starts_with("otpauth://totp/Concord:rita?secret="));
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let code = store::code_of(secret, now).unwrap();
    let confirmed = ask("/confirm", &format!("{{\"code\":\"{code}\"}}")).json();
    let recovery = confirmed["recovery_codes"][0].as_str().unwrap();
    assert_eq!(try_login(&server, "rita", PASSWORD, &[]).status, 401);
    let remove = |password: &str| format!("{{\"password\":\"{password}\",\"code\":\"{recovery}\"}}");
    assert_eq!(ask("/remove", &remove("another password")).status, 422);
    assert_eq!(ask("/remove", &remove(PASSWORD)).status, 204);
    assert_eq!(try_login(&server, "rita", PASSWORD, &[]).status, 303);
    // Codes are not tried without end.
    ask("", &begin);
    let tries: Vec<u16> = (0..10).map(|_| ask("/confirm", "{\"code\":\"0\"}").status).collect();
    assert!(tries[0] == 422 && tries[9] == 429, "{tries:?}");
}

#[test]
fn teams_are_managed_by_the_api_as_on_the_page() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    user(&folder, "rita", "read");
    let server = Server::with(&folder, &["--password"]);
    let bearers = ["anna", "rita"].map(|name| format!("Bearer {}", token(&server, name)));
    let anna = [("authorization", bearers[0].as_str()), ("content-type", "application/json")];
    let made = server.post_with("/api/v1/cases", "application/toml", MECHANIC.as_bytes(), &anna[..1]);
    let id = made.json()["id"].as_str().unwrap().to_string();
    let seen = || server.get_with(&format!("/api/v1/cases/{id}"), &[("authorization", &bearers[1])]).status;
    let asked = |method: &str, path: &str, body: &str| ask(&server, method, path, &anna, body.as_bytes()).0;
    assert_eq!(seen(), 200);
    assert_eq!(asked("POST", "/api/v1/clinic/teams", "{\"name\":\"North\"}"), 201);
    assert_eq!(asked("POST", "/api/v1/clinic/teams", "{\"name\":\"NORTH\"}"), 422);
    assert_eq!(seen(), 404);
    assert_eq!(asked("PUT", "/api/v1/clinic/teams/North/users/rita", ""), 204);
    assert_eq!(asked("PUT", &format!("/api/v1/cases/{id}/team"), "{\"team\":\"North\"}"), 204);
    assert_eq!(seen(), 200);
    let teams = server.get_with("/api/v1/clinic/teams", &anna[..1]).json();
    assert_eq!((teams[0]["name"].as_str(), teams[0]["users"][0].as_str()), (Some("North"), Some("rita")));
    assert_eq!(asked("DELETE", "/api/v1/clinic/teams/North/users/rita", ""), 204);
    assert_eq!(seen(), 404);
    assert_eq!(asked("PUT", &format!("/api/v1/cases/{id}/team"), "{}"), 204);
    assert_eq!(asked("DELETE", "/api/v1/clinic/teams/North", ""), 204);
    assert_eq!((asked("DELETE", "/api/v1/clinic/teams/North", ""), seen()), (404, 200));
}

#[test]
fn nobody_is_called_as_the_program_calls_itself() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    for name in ["command line", "This  Machine", "ＡＵＴＯＭＡＴＩＣ\u{a0}backup", "the program"] {
        let arguments = ["serve", "user", "add", name, "--data", "data"];
        let refused = concord_in(&folder.0, &arguments, b"lamp velvet mountain\n");
        assert!(refused.code == Some(1) && refused.stderr.contains("the program itself"), "{name}: {refused:?}");
    }
}

#[test]
fn what_is_not_here_is_said_in_german_too() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let german = [("accept-language", "de"), ("accept", "text/html")];
    for (path, said) in
        [("/cases/0123456789abcdef/person", "ein Fall: nicht hier"), ("/nothing", "eine Seite: nicht hier")]
    {
        let answer = server.get_with(path, &german).text();
        assert!(answer.contains(said) && answer.contains("zurück zur Liste"), "{path}: {answer}");
    }
    let body = encoded(&[("number", "7")]);
    let answer = server.post_with("/account/sessions", FORM, body.as_bytes(), &german).text();
    assert!(answer.contains("eine Sitzung: nicht hier"), "{answer}");
}

#[test]
fn where_tls_is_cookies_are_for_it_and_for_this_host_alone() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    let server = Server::with(&folder, &["--tls-proxy"]);
    let entered = try_login(&server, "anna", PASSWORD, &[]);
    assert_eq!(entered.status, 303);
    assert!(entered.header("strict-transport-security").contains("max-age="));
    for cookie in entered.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().unwrap();
        assert!(
            cookie.starts_with("__Host-") && cookie.contains("; Secure") && cookie.contains("HttpOnly"),
            "{cookie}"
        );
    }
    let session = set(&entered, "__Host-concord_session=");
    assert_eq!(server.get_with("/api/v1/cases", &[("cookie", &session)]).status, 200);
    let planted = session.trim_start_matches("__Host-");
    assert_eq!(server.get_with("/api/v1/cases", &[("cookie", planted)]).status, 401, "another host may plant this one");
    let looks = server.get("/look?lang=de&back=/");
    assert!(looks.header("set-cookie").contains("; Secure"));
}

#[test]
fn nobody_is_led_to_another_site() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    for back in [
        "/%09/evil.example",
        "%09//evil.example",
        "//evil.example",
        "/%5Cevil.example",
        "/%0A/evil.example",
        "https://evil.example",
    ] {
        let led = server.get(&format!("/look?lang=de&back={back}"));
        assert_eq!((led.status, led.header("location")), (303, "/"), "{back}");
    }
    assert_eq!(server.get("/look?theme=dark&back=/catalog").header("location"), "/catalog");
}

#[test]
fn a_password_that_is_guessed_first_is_refused() {
    let folder = Folder::new();
    user(&folder, "anna", "admin");
    let server = Server::start(&folder);
    let add = |password: &str| {
        let pairs = [("do", "add"), ("name", "ben"), ("password", password), ("role", "read")];
        server.form("/clinic/users", &pairs)
    };
    let refused = add("password123");
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("guessed"), "{}", refused.text());
    assert_eq!(add("lamp velvet mountain").status, 303);
    assert!(server.case(MECHANIC).len() == 16);
}
