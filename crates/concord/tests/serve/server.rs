//! The real program, serving a folder of its own on a free port.

use crate::common::Folder;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;
use ureq::Agent;
use ureq::http::Response;
use ureq::{Body, RequestBuilder};

/// A running server.
pub struct Server {
    child: Child,
    /// "http://127.0.0.1:PORT".
    pub address: String,
    agent: Agent,
}

/// What was answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: ureq::http::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl Server {
    /// On this machine alone.
    pub fn start(folder: &Folder) -> Self {
        Self::with(folder, &[])
    }

    pub fn with(folder: &Folder, options: &[&str]) -> Self {
        Self::at(&folder.0.join("data"), options)
    }

    pub fn at(data: &Path, options: &[&str]) -> Self {
        Self::under("true", data, options)
    }

    /// After a line of the shell that sets a limit.
    pub fn under(limit: &str, data: &Path, options: &[&str]) -> Self {
        let mut program = Command::new("sh");
        program.args(["-c", &format!("{limit} && exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_concord")]);
        program.args(["serve", "--port", "0", "--no-open", "--data"]).arg(data).args(options);
        Self::of(program)
    }

    /// What a program serves that says where it is.
    pub fn of(mut program: Command) -> Self {
        let mut child = program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address =
            line.split("at ").nth(1).unwrap_or_else(|| panic!("{line}")).trim().trim_end_matches('/').to_string();
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(120)))
            .build()
            .into();
        Self { child, address, agent }
    }

    /// What the system says of the process under this name, in kB: `VmHWM` is the most memory it had so far.
    #[cfg(target_os = "linux")]
    pub fn kilobytes(&self, name: &str) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    }

    /// The number of the process.
    #[cfg(target_os = "linux")]
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// A folder as the process sees it.
    #[cfg(target_os = "linux")]
    pub fn seen(&self, folder: &Path) -> std::path::PathBuf {
        Path::new(&format!("/proc/{}/root", self.child.id())).join(folder.strip_prefix("/").unwrap())
    }

    /// Kills the program at once, whatever it does; the port is another one after the next start.
    pub fn terminate(&self) {
        self.signal("KILL");
    }

    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    pub fn wait(&mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    fn answer(answer: Result<Response<Body>, ureq::Error>) -> Result<Answer, ureq::Error> {
        let (parts, mut body) = answer?.into_parts();
        let bytes = body.with_config().limit(1 << 28).read_to_vec()?;
        Ok(Answer { status: parts.status.as_u16(), headers: parts.headers, bytes })
    }

    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[])
    }

    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let request =
            headers.iter().fold(self.agent.get(self.url(path)), |request, (name, value)| request.header(*name, *value));
        Self::answer(request.call()).unwrap()
    }

    pub fn delete(&self, path: &str) -> Answer {
        Self::answer(self.agent.delete(self.url(path)).call()).unwrap()
    }

    fn sent<T>(mut request: RequestBuilder<T>, headers: &[(&str, &str)]) -> RequestBuilder<T> {
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request
    }

    pub fn post_with(&self, path: &str, kind: &str, body: &[u8], headers: &[(&str, &str)]) -> Answer {
        let request = Self::sent(self.agent.post(self.url(path)).header("content-type", kind), headers);
        Self::answer(request.send(body)).unwrap()
    }

    pub fn post(&self, path: &str, kind: &str, body: &[u8]) -> Answer {
        self.post_with(path, kind, body, &[])
    }

    pub fn form(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        self.post(path, "application/x-www-form-urlencoded", encoded(pairs).as_bytes())
    }

    /// Fails where the server is gone.
    pub fn try_put(&self, path: &str, body: &[u8]) -> Result<Answer, ureq::Error> {
        Self::answer(self.agent.put(self.url(path)).header("content-type", "application/toml").send(body))
    }

    pub fn put(&self, path: &str, body: &[u8]) -> Answer {
        self.try_put(path, body).unwrap()
    }

    /// Keeps a case, and gives its id.
    pub fn case(&self, text: &str) -> String {
        let answer = self.post("/api/v1/cases", "application/toml", text.as_bytes());
        assert_eq!(answer.status, 201, "{}", answer.text());
        answer.json()["id"].as_str().unwrap().to_string()
    }

    /// A file of a form.
    pub fn upload(&self, path: &str, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> Answer {
        self.upload_with(path, fields, name, bytes, &[])
    }

    pub fn upload_with(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        name: &str,
        bytes: &[u8],
        headers: &[(&str, &str)],
    ) -> Answer {
        const EDGE: &str = "edge-of-a-part";
        let mut body = vec![];
        for (field, value) in fields {
            let part = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend(bytes);
        body.extend(format!("\r\n--{EDGE}--\r\n").into_bytes());
        self.post_with(path, &format!("multipart/form-data; boundary={EDGE}"), &body, headers)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Pairs as a form sends them.
pub fn encoded(pairs: &[(&str, &str)]) -> String {
    let one = |text: &str| -> String {
        text.bytes()
            .map(|byte| if byte.is_ascii_alphanumeric() { (byte as char).to_string() } else { format!("%{byte:02X}") })
            .collect()
    };
    pairs.iter().map(|(name, value)| format!("{}={}", one(name), one(value))).collect::<Vec<_>>().join("&")
}
