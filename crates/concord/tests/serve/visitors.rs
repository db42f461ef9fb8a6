//! Users of the tests, how they log in, and requests that no library would send.

use super::server::Server;
use crate::common::{Folder, concord_in};
use std::io::{Read, Write};
use std::net::TcpStream;

pub const PASSWORD: &str = "correct horse battery";

pub fn user(folder: &Folder, name: &str, role: &str) {
    let arguments = ["serve", "user", "add", name, "--role", role, "--data", "data"];
    let answer = concord_in(&folder.0, &arguments, format!("{PASSWORD}\n").as_bytes());
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
}

/// The cookie of somebody who has logged in.
pub fn cookie(server: &Server, name: &str) -> String {
    let answer = server.form("/login", &[("name", name), ("password", PASSWORD), ("back", "/api")]);
    assert_eq!((answer.status, answer.header("location")), (303, "/api"), "{}", answer.text());
    let cookie = answer.header("set-cookie");
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    cookie.split(';').next().unwrap().to_string()
}

/// The token of a script.
pub fn token(server: &Server, name: &str) -> String {
    let credentials = format!("{{\"name\":\"{name}\",\"password\":\"{PASSWORD}\"}}");
    let answer = server.post("/api/v1/sessions", "application/json", credentials.as_bytes());
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()["token"].as_str().unwrap().to_string()
}

/// Status and head of an answer to a request that is sent as it stands; asked again where there were too many.
pub fn ask(server: &Server, method: &str, target: &str, headers: &[(&str, &str)], body: &[u8]) -> (u16, String) {
    loop {
        let host = server.address.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host).unwrap();
        let mut head = format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        head += &format!("Content-Length: {}\r\n\r\n", body.len());
        // The server may answer and close before it has read a body that it refuses.
        let _ = stream.write_all(&[head.as_bytes(), body].concat());
        let mut answer = vec![];
        let _ = stream.read_to_end(&mut answer);
        let text = String::from_utf8_lossy(&answer).into_owned();
        let status = text.get(9..12).and_then(|status| status.parse().ok());
        let status = status.unwrap_or_else(|| panic!("{method} {target}: {text:?}"));
        if status != 429 {
            return (status, text.split("\r\n\r\n").next().unwrap_or_default().to_lowercase());
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}
