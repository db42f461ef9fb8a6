//! What the README and the list of jobs show is run again: its commands, and the lines it quotes from their output.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Fenced blocks of the README and of the list of jobs, in order: (language, text).
fn blocks() -> Vec<(String, String)> {
    let file = |name: &str| std::fs::read_to_string(root().join(name)).unwrap();
    let readme = file("README.md") + &file("docs/jobs.md");
    let mut found = vec![];
    let mut open: Option<(String, String)> = None;
    for line in readme.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(language)) => open = Some((language.to_string(), String::new())),
            (Some(_), Some(_)) => found.extend(open.take()),
            (Some((_, text)), None) => *text += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    found
}

/// A folder with the shipped cases and the pump of one's own, to run the README's commands in.
struct Workplace(PathBuf);

impl Workplace {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("concord-readme-{}-{name}", std::process::id()));
        for shipped in ["cases", "pumps"] {
            std::fs::create_dir_all(folder.join(shipped)).unwrap();
            for file in std::fs::read_dir(root().join(shipped)).unwrap() {
                let path = file.unwrap().path();
                std::fs::copy(&path, folder.join(shipped).join(path.file_name().unwrap())).unwrap();
            }
        }
        Self(folder)
    }

    /// Runs a command line of the README with this build of the program; few persons, for speed.
    fn run(&self, line: &str) -> Output {
        let words = line.strip_prefix("cargo run -- ").or(line.strip_prefix("concord "));
        let mut words: Vec<&str> = words.unwrap_or_else(|| panic!("not ours: {line}")).split_whitespace().collect();
        if ["run", "day", "fit"].contains(&words[0]) {
            words.extend(["--persons", "4"]);
        }
        Command::new(env!("CARGO_BIN_EXE_concord")).args(words).current_dir(&self.0).output().unwrap()
    }
}

impl Workplace {
    /// What `concord serve` says when it is there; it would serve for ever.
    fn served(&self) -> String {
        let mut child = Command::new(env!("CARGO_BIN_EXE_concord"))
            .args(["serve", "--port", "0", "--no-open", "--data", "data"])
            .current_dir(&self.0)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        line
    }
}

impl Drop for Workplace {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn every_command_of_the_readme_works_and_prints_the_lines_it_quotes() {
    let workplace = Workplace::new("commands");
    let mut printed = String::new();
    let mut commands = 0;
    for (language, text) in blocks() {
        if language == "text" && printed.is_empty() {
            continue; // the picture
        }
        if language == "text" {
            for line in text.lines() {
                assert!(printed.contains(line), "the README quotes {line:?}, but the program prints\n{printed}");
            }
            continue;
        }
        for line in text.lines().filter(|line| !line.starts_with("cargo test")) {
            if line == "concord serve" {
                printed = workplace.served();
                commands += 1;
                continue;
            }
            let output = workplace.run(line);
            let errors = String::from_utf8_lossy(&output.stderr).to_string();
            assert!(output.status.success(), "{line}: {errors}");
            commands += 1;
            printed = if line.starts_with("cargo") { String::new() } else { String::from_utf8(output.stdout).unwrap() };
        }
    }
    assert!(commands >= 7, "{commands} commands");
    assert!(workplace.0.join("concord-report/mechanic.html").is_file());
    assert!(workplace.0.join("traces/suction.csv").is_file());
}

#[test]
fn ci_calls_the_test_command_of_the_readme() {
    let test = blocks().into_iter().map(|(_, text)| text).find(|text| text.starts_with("cargo test")).unwrap();
    let file = |name: &str| std::fs::read_to_string(root().join(".ci").join(name)).unwrap();
    assert!(file("tests").lines().any(|line| line == test.trim()), "{test}");
    let jobs = file("run").lines().find_map(|line| Some(line.strip_prefix("readonly JOBS=(")?.to_string())).unwrap();
    assert!(jobs.trim_end_matches(')').split(' ').any(|job| job == "tests"), "{jobs}");
}

#[test]
fn files_that_the_documents_link_to_exist() {
    for document in [
        "README.md",
        "ARCHITECTURE.md",
        "docs/decisions.md",
        "docs/jobs.md",
        "docs/speed.md",
        "docs/style.md",
        "docs/trust.md",
        "VALIDATION.md",
    ] {
        let text = std::fs::read_to_string(root().join(document)).unwrap();
        let folder = root().join(document).parent().unwrap().to_path_buf();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(folder.join(target).exists(), "{document} links to {target}");
        }
    }
}
