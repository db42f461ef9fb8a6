//! Everything printed can be read: each value of each file of the catalogue, in text, JSON, page and API.

use super::server::Server;
use crate::common::Folder;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// (file, its table) of every file of the catalogue.
fn files() -> Vec<(String, toml::Table)> {
    let below = |folder: &Path| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let catalog = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/catalog");
    let makers = below(&catalog).filter(|path| path.is_dir());
    makers
        .flat_map(|maker| below(&maker).collect::<Vec<_>>())
        .map(|path| (path.display().to_string(), toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()))
        .collect()
}

/// What is printed in a file: texts with their notes and places, and figures with the name of their unit.
#[derive(Default)]
struct Printed {
    texts: BTreeSet<String>,
    figures: BTreeSet<(String, String)>,
    pages: BTreeSet<String>,
}

fn collect(value: &toml::Value, key: &str, printed: &mut Printed) {
    const WORDS: [&str; 6] = ["printed", "because", "offset_printed", "order_number", "size", "note"];
    match value {
        toml::Value::Table(table) if key != "performance" => {
            table.iter().for_each(|(key, value)| collect(value, key, printed))
        }
        toml::Value::Array(items) => items.iter().for_each(|item| collect(item, key, printed)),
        toml::Value::String(text) if WORDS.contains(&key) => drop(printed.texts.insert(text.clone())),
        toml::Value::String(text) if key == "page" => drop(printed.pages.insert(text.clone())),
        // What a simulation runs a pump with is hardly printed; text and JSON show it.
        _ if key == "performance" => {}
        // The headings are printed as words, and a run of equal cells shows its first and last foot.
        _ if key.starts_with("foot_") => {}
        toml::Value::Integer(_) | toml::Value::Float(_) => {
            printed.figures.insert((key.into(), value.to_string().trim_end_matches(".0").into()));
        }
        _ => {}
    }
}

/// Text of HTML: its tags gone, its entities read.
fn plain(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let (tag, after) = part.split_once('>').unwrap_or(("", part));
        if !tag.starts_with("span") && !tag.starts_with("/span") {
            text.push('\n');
        }
        text += after;
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Every figure of JSON with its name, and every text.
fn of_json(value: &Value, key: &str, found: &mut Printed) {
    match value {
        Value::Object(table) => table.iter().for_each(|(key, value)| of_json(value, key, found)),
        Value::Array(items) => items.iter().for_each(|item| of_json(item, key, found)),
        Value::String(text) => drop(found.texts.insert(text.clone())),
        Value::Number(number) => {
            found.figures.insert((key.into(), number.to_string().trim_end_matches(".0").into()));
        }
        _ => {}
    }
}

#[test]
fn every_printed_value_of_every_file_can_be_read_in_every_door() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let (mut texts, mut figures) = (0, 0);
    for (file, table) in files() {
        let article = table["article"].as_str().unwrap().to_string();
        let mut printed = Printed::default();
        collect(&table.into(), "", &mut printed);
        let text = folder.concord(&["catalog", &article]).stdout;
        let address: String = article.replace(' ', "%20").replace('=', "%3D");
        let api = server.get(&format!("/api/v1/catalog/{address}")).json();
        assert_eq!(
            api,
            serde_json::from_str::<Value>(&folder.concord(&["catalog", &article, "--json"]).stdout).unwrap()
        );
        let mut in_json = Printed::default();
        of_json(&api, "", &mut in_json);
        let pages = ["en", "de"].map(|language| {
            let answer = server.get_with(&format!("/catalog/{address}"), &[("cookie", &format!("lang={language}"))]);
            assert_eq!(answer.status, 200, "{article}");
            plain(&answer.text())
        });
        for words in &printed.texts {
            texts += 1;
            assert!(text.contains(words), "{file}: {words:?} is not in the text:\n{text}");
            assert!(in_json.texts.contains(words), "{file}: {words:?} is not in JSON");
            pages.iter().for_each(|page| assert!(page.contains(words), "{file}: {words:?} is not on the page"));
        }
        for (name, figure) in &printed.figures {
            figures += 1;
            let shown = format!("{} {figure}", name.replace('_', " "));
            assert!(text.contains(&shown), "{file}: {shown:?} is not in the text:\n{text}");
            assert!(in_json.figures.contains(&(name.clone(), figure.clone())), "{file}: {shown:?} is not in JSON");
            pages.iter().for_each(|page| assert!(page.contains(&shown), "{file}: {shown:?} is not on the page"));
        }
        for page in &printed.pages {
            assert!(text.contains(&format!("] p. {page}")), "{file}: page {page} is not in the text");
            pages.iter().for_each(|shown| assert!(shown.contains(&format!(", p. {page}")), "{file}: page {page}"));
        }
    }
    assert!(texts > 150 && figures > 120, "{texts} texts and {figures} figures were looked for");
}

#[test]
fn the_list_names_every_article_and_leads_to_it() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let (text, page) = (folder.concord(&["catalog"]).stdout, server.get("/catalog").text());
    let json: Value = serde_json::from_str(&folder.concord(&["catalog", "--json"]).stdout).unwrap();
    assert_eq!(server.get("/api/v1/catalog").json(), json);
    assert!(server.get("/").text().contains("href=\"/catalog\""), "the navigation leads to it");
    for (file, table) in files() {
        let article = table["article"].as_str().unwrap();
        assert!(text.contains(article) && page.contains(article), "{file}");
        assert!(json["articles"].as_array().unwrap().iter().any(|entry| entry["article"] == article), "{file}");
    }
}

#[test]
fn an_article_that_is_not_there_is_told_with_what_is_like_it() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    for (asked, near) in [("4R14", "4R147 (Harmony P3)"), ("Harmony P5", "Harmony P4"), ("nonsense", "there are 1C62")]
    {
        let answer = folder.concord(&["catalog", asked, "--json"]);
        assert_eq!(answer.code, Some(2), "{asked}");
        let fault = &answer.faults()[0];
        assert!(fault["value"] == asked && fault["expected"].as_str().unwrap().contains(near), "{fault}");
        let address = asked.replace(' ', "%20");
        let told = server.get(&format!("/api/v1/catalog/{address}"));
        assert_eq!((told.status, &told.json()["faults"][0]["expected"]), (404, &fault["expected"]), "{asked}");
        let page = server.get_with(&format!("/catalog/{address}"), &[("accept", "text/html")]);
        assert!(page.status == 404 && page.text().contains(near), "{asked}");
    }
    // As people call it, whatever its case and spaces.
    for (asked, article) in [("p3", "4R147"), ("4r153=1", "4R153=1"), ("P4 HD", "4R181")] {
        assert!(folder.concord(&["catalog", asked]).stdout.starts_with(article), "{asked}");
    }
}
