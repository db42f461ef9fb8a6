//! Every report in a language that is asked for: no English sentence is left in a German one.

use crate::common::{Folder, shipped_cases};
use crate::texts::is_english;

fn shipped(name: &str) -> String {
    shipped_cases().into_iter().find(|(stem, _)| stem == name).unwrap().1
}

/// What a reader sees of a file: names for those who cannot see, and text, without what stays English in every language.
fn seen(html: &str) -> Vec<String> {
    let mut rest = html.to_string();
    for (begin, end) in [
        ("<style>", "</style>"),
        ("<span lang=\"en\">", "</span>"),
        ("<code>", "</code>"),
        // The case's own name and words, and ids of rules.
        ("<title>", "</title>"),
        ("<h1>", "</h1>"),
        ("<pre>", "</pre>"),
        ("<p class=\"about\">", "</p>"),
        ("<td class=\"inputs\" title=\"", "\""),
    ] {
        while let Some(from) = rest.find(begin) {
            let until = rest[from + begin.len()..].find(end).expect(begin) + from + begin.len() + end.len();
            rest.replace_range(from..until, " ");
        }
    }
    let attributes = ["aria-label=\"", "data-label=\""].into_iter().flat_map(|key| rest.split(key).skip(1));
    let named: Vec<String> = attributes.filter_map(|behind| Some(behind.split('"').next()?.to_string())).collect();
    let texts = rest.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text).to_string());
    named.into_iter().chain(texts).map(|text| unquoted(&text)).collect()
}

/// What the catalogue says in its own words of a page that is not quoted.
const SUMMARY: &str = "fresh water and salt water are not allowed";

/// Without what is quoted as printed.
fn unquoted(text: &str) -> String {
    let mut rest = text.replace(SUMMARY, " ");
    while let Some(from) = rest.find('„') {
        let until = rest[from..].find('“').map_or(rest.len(), |length| from + length + '“'.len_utf8());
        rest.replace_range(from..until, " ");
    }
    rest
}

fn english(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    texts.into_iter().filter(|text| is_english(text)).collect()
}

/// Runs a command in German and gives what it printed.
fn german(folder: &Folder, arguments: &[&str]) -> String {
    let answer = folder.concord(&[arguments, &["--language", "de"]].concat());
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""), "{arguments:?}");
    answer.stdout
}

fn nothing_is_english(folder: &Folder, files: &[&str], printed: &str) {
    let left = english(printed.lines().map(unquoted));
    assert!(left.is_empty(), "printed: {left:#?}");
    for file in files {
        nothing_is_english_in(file, &std::fs::read_to_string(folder.0.join(file)).unwrap());
    }
}

fn nothing_is_english_in(file: &str, html: &str) {
    assert!(html.contains("<html lang=\"de\">"), "{file}");
    let left = english(seen(html));
    assert!(left.is_empty(), "{file}: {left:#?}");
}

#[test]
fn a_recommended_and_a_refused_case_are_reported_in_german() {
    let folder = Folder::new();
    for case in ["mechanic", "dialysis"] {
        folder.write("case.toml", shipped(case));
        let printed = german(&folder, &["run", "case.toml", "--out", case, "--persons", "2"]);
        nothing_is_english(&folder, &[&format!("{case}/case.html")], &printed);
        let printed = german(&folder, &["fit", "case.toml", "--persons", "2"]);
        nothing_is_english(&folder, &[], &printed);
        let printed = german(&folder, &["day", "case.toml", "--persons", "2"]);
        nothing_is_english(&folder, &[], &printed);
    }
}

#[test]
fn a_socket_of_a_scan_a_check_of_size_and_a_refused_one_are_reported_in_german() {
    let folder = Folder::new();
    folder.write("scanned_limb.stl", include_bytes!("../../../cases/scanned_limb.stl"));
    for (case, report) in
        [("scanned", Some("case-socket.html")), ("mechanic", Some("case-size-check.html")), ("dialysis", None)]
    {
        folder.write("case.toml", shipped(case));
        let printed = german(&folder, &["socket", "case.toml", "--out", case]);
        let report = report.map(|report| format!("{case}/{report}"));
        let reports: Vec<&str> = report.iter().map(String::as_str).collect();
        nothing_is_english(&folder, &reports, &printed);
    }
}

#[test]
fn a_study_is_reported_in_german() {
    let folder = Folder::new();
    let printed = german(&folder, &["study", "run", "vacuum_or_valve", "--persons", "12", "--out", "trial"]);
    // The study's name is its author's.
    let (name, printed) = printed.split_once('\n').unwrap();
    assert_eq!(name, "Vacuum or a one-way valve over a working day");
    nothing_is_english(&folder, &[], printed);
    let html = std::fs::read_to_string(folder.0.join("trial/report.html")).unwrap();
    // The study file's name, and its case, are its author's, too.
    let html = html.replace("vacuum_or_valve", "");
    nothing_is_english_in("trial/report.html", &html);
}

#[test]
fn a_language_that_is_not_there_is_said_with_those_that_are_and_json_stays_english() {
    let folder = Folder::new();
    folder.write("case.toml", shipped("mechanic"));
    let answer = folder.concord(&["fit", "case.toml", "--language", "xx"]);
    assert_eq!(answer.code, Some(2), "{}", answer.stderr);
    for part in ["--language", "no such language here", "give one of en, de"] {
        assert!(answer.stderr.contains(part), "{}", answer.stderr);
    }
    let json =
        |more: &[&str]| folder.concord(&[&["fit", "case.toml", "--persons", "2", "--json"], more].concat()).stdout;
    assert_eq!(json(&[]), json(&["--language", "de"]));
}
