//! The order is one list: in JSON, text, CSV, page and report.

use super::server::Server;
use crate::common::{Folder, MECHANIC};
use report::order::{self, Line};
use serde_json::Value;
use texts::Texts;
use twin::ensemble::Draw;
use workup::compute;
use workup::input::read_case;
use workup::library::Library;

/// The mechanic with some lines changed.
fn mechanic(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(MECHANIC.to_string(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

/// One person for each pump that is offered.
fn persons() -> Vec<(&'static str, String)> {
    let pound = ("body_mass_kg = 84", "body_mass_kg = 44");
    vec![
        ("4R180", mechanic(&[])),
        ("4R181", include_str!("../../../../cases/heavy.toml").into()),
        ("4R182", include_str!("../../../../cases/retrofit.toml").into()),
        ("4R147", mechanic(&[pound])),
        ("4R152", include_str!("../../../../cases/diabetic_k2.toml").into()),
        ("4R152", include_str!("../../../../cases/transfemoral.toml").into()),
        (
            "1C62",
            mechanic(&[
                ("activity = \"high\"", "activity = \"very_high\""),
                ("available_clearance_mm = 190", "available_clearance_mm = 230"),
            ]),
        ),
    ]
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The cells of a table of HTML, row by row.
fn rows(html: &str, begins: &str) -> Vec<Vec<String>> {
    let table =
        html.split(begins).nth(1).unwrap_or_else(|| panic!("{begins} is not there")).split("</table>").next().unwrap();
    let body = table.split("<tbody>").nth(1).unwrap();
    let plain = |cell: &str| {
        let text: String = cell
            .split('<')
            .skip(1)
            .map(|part| part.split_once('>').map_or("", |(_, after)| after))
            .collect::<Vec<_>>()
            .join(" ");
        words(&text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"))
    };
    let cells =
        |row: &str| row.replace("<th", "<td").split("<td").skip(1).map(|cell| plain(&format!("<{cell}"))).collect();
    body.split("<tr>").skip(1).map(cells).collect()
}

/// The rows of a table of a terminal, wrapped cells joined.
fn table(text: &str, header: &[&str]) -> Vec<Vec<String>> {
    let lines: Vec<Vec<char>> = text.lines().map(|line| line.chars().collect()).collect();
    let head = text.lines().position(|line| header.iter().all(|name| line.contains(name))).expect("a head");
    let line: String = lines[head].iter().collect();
    let starts: Vec<usize> = header.iter().map(|name| line[..line.find(name).unwrap()].chars().count()).collect();
    let mut found: Vec<Vec<String>> = vec![];
    for line in &lines[head + 1..] {
        match line.first() {
            Some('═' | '─') => found.push(vec![String::new(); header.len()]),
            Some(_) => {
                for (column, start) in starts.iter().enumerate() {
                    let end = starts.get(column + 1).copied().unwrap_or(line.len()).min(line.len());
                    let cell: String = line[(*start).min(end)..end].iter().collect();
                    let row = found.last_mut().expect("a rule comes first");
                    row[column] = words(&format!("{} {cell}", row[column]));
                }
            }
            None => break,
        }
    }
    found.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    found
}

fn or_dash(text: &str) -> String {
    if text.is_empty() { "–".into() } else { words(text) }
}

#[test]
fn every_door_shows_the_same_order() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let library = Library::embedded();
    for (article, text) in persons() {
        let path = folder.write("case.toml", &text);
        let read = read_case(&path, Default::default()).unwrap();
        let fitted = compute::fit(&read, &library, Draw { persons: 0, seed: 1 }, &|| Ok(())).unwrap().fitting;
        assert_eq!(fitted.recommended().map(|pump| pump.article.as_str()), Some(article));
        let lines: Vec<Line> = order::lines(&fitted.parts, Texts::english(), &library);

        // JSON, of the command and of the API.
        let json: Value =
            serde_json::from_str(&folder.concord(&["fit", "case.toml", "--json", "--order", "order.csv"]).stdout)
                .unwrap();
        let parts = serde_json::to_value(&fitted.parts).unwrap();
        assert_eq!(json["fitting"]["parts"], parts, "{article}");
        let id = server.case(&text);
        assert_eq!(server.get(&format!("/api/v1/cases/{id}/fit")).json()["fitting"]["parts"], parts, "{article}");

        // CSV, of the command and of the page.
        let csv = std::fs::read_to_string(folder.0.join("order.csv")).unwrap();
        assert_eq!(csv, server.get(&format!("/cases/{id}/parts.csv")).text(), "{article}");
        for line in &lines {
            let quoted = [&line.quantity, &line.article, &line.part, &line.size, &line.ask, &line.why, &line.source]
                .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
                .join(",");
            assert!(csv.lines().any(|row| row == quoted), "{article}: {quoted}\n{csv}");
        }
        assert_eq!(csv.lines().count(), lines.len() + 1, "{article}");

        // The terminal.
        let shown = folder.concord(&["fit", "case.toml", "--persons", "0"]).stdout;
        let shown = table(&shown, &["order", "article", "part", "size", "still to ask", "why"]);
        let expected: Vec<Vec<String>> = lines
            .iter()
            .map(|line| {
                vec![
                    words(&line.quantity),
                    or_dash(&line.article),
                    words(&line.part),
                    words(&line.size),
                    words(&line.ask),
                    words(&line.why),
                ]
            })
            .collect();
        assert_eq!(shown, expected, "{article}");

        // The page.
        let page = rows(&server.get(&format!("/cases/{id}/fit")).text(), "id=\"parts\"");
        let expected: Vec<Vec<String>> = lines
            .iter()
            .map(|line| {
                vec![
                    or_dash(&line.article),
                    words(&line.part),
                    words(&line.quantity),
                    or_dash(&line.size),
                    or_dash(&line.ask),
                    words(&line.why),
                    words(&line.source),
                ]
            })
            .collect();
        assert_eq!(page, expected, "{article}");

        // The report.
        assert_eq!(folder.concord(&["run", "case.toml", "--persons", "0", "--out", "out"]).code, Some(0));
        let report = rows(&std::fs::read_to_string(folder.0.join("out/case.html")).unwrap(), "class=\"parts cards\"");
        assert_eq!(report.len(), lines.len(), "{article}");
        for (row, line) in report.iter().zip(&lines) {
            assert_eq!([&row[0], &row[1]], [&words(&line.quantity), &or_dash(&line.article)], "{article}");
            assert!(
                row[2].to_lowercase().starts_with(&line.part.to_lowercase()) && row[2].contains(&words(&line.why)),
                "{article}: {row:?}"
            );
            assert_eq!([&row[3], &row[4]], [&or_dash(&line.size), &or_dash(&line.ask)], "{article}");
        }
    }
}

#[test]
fn no_view_orders_a_liner_size_that_is_not_printed() {
    let folder = Folder::new();
    folder.write("case.toml", MECHANIC);
    let json: Value =
        serde_json::from_str(&folder.concord(&["fit", "case.toml", "--json", "--order", "order.csv"]).stdout).unwrap();
    let liner = json["fitting"]["parts"].as_array().unwrap().iter().find(|part| part["kind"] == "liner").unwrap();
    assert!(liner["size"].is_null() && liner["quantity"] == 2, "{liner}");
    let assumed = [&json["fitting"]["liner"]["candidates"][0], &json["fitting"]["liner"]["candidates"][1]]
        .map(|size| format!("{} mm", size["size_mm"].as_f64().unwrap()));
    assert_eq!(folder.concord(&["run", "case.toml", "--persons", "0", "--out", "out"]).code, Some(0));
    assert_eq!(folder.concord(&["socket", "case.toml", "--out", "made"]).code, Some(0));
    let read = |path: &str| std::fs::read_to_string(folder.0.join(path)).unwrap();
    let socket = folder.concord(&["socket", "case.toml", "--out", "made"]).stdout;
    let sheet = folder.names_in("made").into_iter().find(|name| name.ends_with(".html")).unwrap();
    let views = [
        ("fit", folder.concord(&["fit", "case.toml", "--persons", "0"]).stdout),
        ("order", read("order.csv")),
        ("report", read("out/case.html")),
        ("socket", socket),
        ("sheet", read(&format!("made/{sheet}"))),
    ];
    for (view, text) in views {
        let text = words(&text);
        for (at, _) in assumed.iter().flat_map(|size| text.match_indices(size.as_str())) {
            // Where such a size is named, the words before it say whose it is.
            let before: String = text[..at].chars().rev().take(420).collect::<Vec<_>>().into_iter().rev().collect();
            let said = ["we assume", "our assumption", "Our assumption"].iter().any(|said| before.contains(said));
            assert!(said, "{view}: …{before}{}", &text[at..at + 10]);
        }
        assert!(text.contains("by the maker&#39;s chart") || text.contains("by the maker's chart"), "{view}");
    }
}
