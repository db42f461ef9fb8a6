//! `concord socket`: its report is one sound file with every number of the result, and its picture one sound drawing.

use crate::common::{Folder, MECHANIC};
use std::collections::HashSet;
use std::sync::LazyLock;

/// The files of one run on a case.
struct Made {
    html: String,
    picture: String,
    json: serde_json::Value,
}

fn made(case: &str, more: &[&str]) -> Made {
    let folder = Folder::new();
    folder.write("limb.toml", case);
    folder.write("scanned_limb.stl", include_bytes!("../../../cases/scanned_limb.stl"));
    let run = ["socket", "limb.toml", "--out", "out", "--picture", "picture.svg", "--json"];
    let answer = folder.concord(&[&run, more].concat());
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    let read = |name: &str| std::fs::read_to_string(folder.0.join(name)).unwrap();
    Made {
        html: read(if case.contains("[scan]") { "out/limb-socket.html" } else { "out/limb-size-check.html" }),
        picture: read("picture.svg"),
        json: serde_json::from_str(&answer.stdout).unwrap(),
    }
}

/// The shipped case, once for all tests that only read it.
static SHIPPED: LazyLock<Made> = LazyLock::new(|| made(SCANNED, &[]));

const SCANNED: &str = include_str!("../../../cases/scanned.toml");

/// Tags in order, without the content of `<style>`.
fn tags(text: &str) -> Vec<&str> {
    let (mut found, mut rest) = (vec![], text);
    while let Some(start) = rest.find('<') {
        let (tag, after) = rest[start..].split_at(rest[start..].find('>').expect("an open tag") + 1);
        found.push(tag);
        rest = if tag == "<style>" { &after[after.find("</style>").expect("an open style")..] } else { after };
    }
    found
}

/// Text without tags and styles, blanks as in the source.
fn plain(html: &str) -> String {
    let body = html.split_once("</style>").map_or(html, |(_, body)| body);
    let pieces = body.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    pieces.collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

fn name(tag: &str) -> &str {
    tag.trim_start_matches(['<', '/']).split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap()
}

fn attribute<'a>(tag: &'a str, key: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {key}=\""))?.1.split('"').next()
}

/// What would be wrong for whoever opens the file: tags that do not match, anything fetched or run, links and names
/// that lead nowhere.
fn complaints(text: &str) -> Vec<String> {
    let tags = tags(text);
    let (mut found, mut open) = (vec![], vec![]);
    for tag in tags.iter().filter(|tag| !tag.starts_with("<!")) {
        let name = name(tag);
        if tag.starts_with("</") {
            let opened = open.pop();
            if opened != Some(name) {
                found.push(format!("{tag} closes {opened:?}"));
            }
        } else if !tag.ends_with("/>") && !["meta", "br"].contains(&name) {
            open.push(name);
        }
        if ["script", "iframe", "object", "embed", "link", "img", "foreignObject", "use"].contains(&name) {
            found.push(format!("would fetch or run: {tag}"));
        }
        if tag.starts_with("<image")
            && !attribute(tag, "href").is_some_and(|href| href.starts_with("data:image/png;base64,"))
        {
            found.push(format!("an image from elsewhere: {tag}"));
        }
        if [" on", "src=", "@import", "javascript:"].iter().any(|word| tag.contains(word)) && name != "meta" {
            found.push(format!("would fetch or run: {tag}"));
        }
    }
    found.extend(open.iter().map(|name| format!("<{name}> stays open")));
    let ids: Vec<&str> = tags.iter().filter_map(|tag| attribute(tag, "id")).collect();
    let unique: HashSet<&str> = ids.iter().copied().collect();
    if unique.len() != ids.len() {
        found.push("an id is used twice".into());
    }
    for tag in tags.iter().filter(|tag| name(tag) != "image") {
        for target in ["href", "aria-labelledby"].iter().filter_map(|key| attribute(tag, key)) {
            if !unique.contains(target.trim_start_matches('#')) {
                found.push(format!("{tag} leads nowhere"));
            }
        }
    }
    let said = plain(text);
    for word in ["NaN", " inf ", "−0.0 ", "-0.0 ", "Some(", "None", "url(", "http:", "https:"] {
        if said.contains(word) {
            found.push(format!("contains {word}"));
        }
    }
    found
}

/// Every number of a value with the place where it stands.
fn numbers(value: &serde_json::Value, place: &str, found: &mut Vec<(String, f64)>) {
    match value {
        serde_json::Value::Number(number) => found.push((place.to_string(), number.as_f64().unwrap())),
        serde_json::Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| numbers(item, &format!("{place}[{index}]"), found));
        }
        serde_json::Value::Object(fields) => {
            fields.iter().for_each(|(key, item)| numbers(item, &format!("{place}.{key}"), found));
        }
        _ => {}
    }
}

/// Numbers as they stand in a text, thousands joined.
fn told(text: &str) -> HashSet<String> {
    let text: Vec<char> = text.chars().collect();
    let digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
    let joined: String = (0..text.len())
        .filter(|at| !(text[*at] == ',' && digit(at + 1) && digit(at + 3) && digit(at.wrapping_sub(1))))
        .map(|at| text[at])
        .collect();
    let pieces =
        joined.split(|c: char| !c.is_ascii_digit() && c != '.').map(|piece| piece.trim_matches('.').to_string());
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// Numbers of the result that the report does not tell, rounded as people say them.
fn untold(made: &Made) -> Vec<String> {
    let mut all = vec![];
    numbers(&made.json, "", &mut all);
    let told = told(&plain(&made.html));
    let missing = all.iter().filter(|(place, value)| {
        // A file cannot tell its own size. Shares are told in percent, and a whole turn around the limb as none.
        let value = match *value {
            share if place.ends_with(".bridged") => 100.0 * share,
            turn if place.ends_with(".around_deg") && turn.round() == 360.0 => 0.0,
            value => value.abs(),
        };
        place != ".files[0].bytes" && !(0..=3).any(|digits| told.contains(&format!("{value:.digits$}")))
    });
    missing.map(|(place, value)| format!("{place} = {value}")).collect()
}

#[test]
fn the_report_is_one_sound_file_that_loads_nothing() {
    let html = &SHIPPED.html;
    assert_eq!(complaints(html), Vec::<String>::new());
    assert!(html.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
    assert_eq!(html.matches("Concord is not a medical device and is not affiliated with any maker.").count(), 1);
    assert_eq!(html.matches("<h1").count(), 1);
    assert_eq!(html.matches("data:image/png;base64,").count(), 9, "four views of the limb, four of the socket, a cut");
    assert!(html.len() < 3 << 20, "{} bytes", html.len());
    let files = SHIPPED.json["files"].as_array().unwrap();
    assert_eq!(
        (files[0]["file"].as_str(), files[0]["bytes"].as_u64()),
        (Some("limb-socket.html"), Some(html.len() as u64))
    );
}

#[test]
fn every_number_of_the_result_is_in_the_report() {
    assert_eq!(untold(&SHIPPED), Vec::<String>::new());
    assert_eq!(untold(&made(MECHANIC, &[])), Vec::<String>::new());
}

#[test]
fn a_number_that_is_not_told_is_found_out() {
    let mut made = Made { html: SHIPPED.html.clone(), picture: String::new(), json: SHIPPED.json.clone() };
    made.json["measurements"]["length_mm"] = 4_321.0.into();
    assert_eq!(untold(&made), [".measurements.length_mm = 4321"]);
}

#[test]
fn every_note_step_landmark_and_file_is_in_the_report() {
    let (text, json) = (plain(&SHIPPED.html).to_lowercase(), &SHIPPED.json);
    let said = |list: &str, key: &str| -> Vec<String> {
        let items = json[list].as_array().unwrap().iter();
        items
            .map(|item| if key.is_empty() { item } else { &item[key] })
            .map(|item| item.as_str().unwrap().into())
            .collect()
    };
    // The report is the first of the files, and does not list itself.
    let files = ["file", "what"].map(|key| said("files", key)[1..].to_vec()).concat();
    let mut wanted = [files, said("notes", ""), said("landmarks", "how")].concat();
    wanted.extend(
        said("landmarks", "name").iter().map(|name| name.replace("mid_patellar", "mid-patellar").replace('_', " ")),
    );
    let steps = json["technique"]["step"].as_array().unwrap();
    wanted.extend(steps.iter().filter_map(|step| step["name"].as_str()).map(str::to_string));
    assert!(wanted.len() > 20);
    for words in wanted {
        let escaped = words.to_lowercase().replace('&', "&amp;").replace('<', "&lt;");
        assert!(text.contains(&escaped), "{words}");
    }
}

#[test]
fn headings_are_in_order() {
    let tags = tags(&SHIPPED.html);
    let levels: Vec<u32> = tags.iter().filter_map(|tag| tag.strip_prefix("<h")?.chars().next()?.to_digit(10)).collect();
    assert_eq!(levels[0], 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

#[test]
fn the_picture_is_a_drawing_of_its_own() {
    let picture = &SHIPPED.picture;
    assert!(picture.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    assert_eq!(picture.matches("<image").count(), 9);
    assert_eq!(complaints(picture), Vec::<String>::new());
}

#[test]
fn a_name_is_never_markup_and_the_same_case_gives_the_same_bytes() {
    let evil = "<script>alert(1)</script>\" onload=\"x & y </style> ]]>";
    let lines = MECHANIC.lines().map(|line| match line.split(' ').next() {
        Some("name") => format!("name = '{evil}'\n"),
        _ => format!("{line}\n"),
    });
    let case: String = lines.collect();
    let [a, b] = [made(&case, &[]), made(&case, &[])];
    assert!(!a.html.contains("<script") && !a.picture.contains("<script"));
    assert!(a.html.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(a.html == b.html && a.picture == b.picture);
}
