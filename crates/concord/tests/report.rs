//! `concord run`: the report is one sound file that says what was found, and the same case gives the same file.

use crate::common::{Folder, MECHANIC, plain, shipped_cases};
use std::collections::HashSet;
use std::path::PathBuf;

/// Few persons: these tests look at the report, not at the spread.
const FEW: &str = "2";
const FOOTER: &str = "Concord is not a medical device and is not affiliated with any maker.";

fn shipped(name: &str) -> String {
    shipped_cases().into_iter().find(|(stem, _)| stem == name).unwrap().1
}

/// The report of a case.
fn report(case: &str) -> String {
    let folder = Folder::new();
    folder.write("case.toml", case);
    // The scan that one of the cases names.
    folder.write("scanned_limb.stl", include_bytes!("../../../cases/scanned_limb.stl"));
    let answer = folder.concord(&["run", "case.toml", "--out", "out", "--persons", FEW]);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    std::fs::read_to_string(folder.0.join("out/case.html")).unwrap()
}

/// The tags of a file in order, comments, text and the content of `<style>` left out.
fn tags(html: &str) -> Vec<&str> {
    let (mut found, mut rest) = (vec![], html);
    while let Some(start) = rest.find('<') {
        rest = &rest[start..];
        if rest.starts_with("<!--") {
            rest = &rest[rest.find("-->").expect("an open comment")..];
            continue;
        }
        let mut quoted = false;
        let end = rest.find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let (tag, after) = rest.split_at(end.expect("an open tag") + 1);
        found.push(tag);
        rest = if tag == "<style>" { &after[after.find("</style>").expect("an open style")..] } else { after };
    }
    found
}

fn name(tag: &str) -> &str {
    tag.trim_start_matches(['<', '/']).split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap()
}

/// The values of an attribute.
fn values<'a>(tags: &[&'a str], attribute: &str) -> Vec<&'a str> {
    let key = format!(" {attribute}=\"");
    tags.iter().filter_map(|tag| tag.split_once(&key)?.1.split('"').next()).collect()
}

/// Complaints of whoever opens the file: tags that do not match, ids that are not unique, links that lead nowhere,
/// anything that would be fetched or run.
fn complaints(html: &str) -> Vec<String> {
    let mut found = vec![];
    let tags = tags(html);
    let mut open: Vec<&str> = vec![];
    for tag in tags.iter().filter(|tag| !tag.starts_with("<!")) {
        let name = name(tag);
        if tag.starts_with("</") {
            let opened = open.pop();
            if opened != Some(name) {
                found.push(format!("{tag} closes {opened:?}"));
            }
        } else if !tag.ends_with("/>") && !["meta", "br", "link", "img", "input", "hr"].contains(&name) {
            open.push(name);
        }
    }
    found.extend(open.iter().map(|name| format!("<{name}> stays open")));
    let ids = values(&tags, "id");
    let unique: HashSet<&str> = ids.iter().copied().collect();
    if unique.len() != ids.len() {
        found.push("an id is used twice".into());
    }
    for attribute in ["href", "aria-labelledby"] {
        for target in values(&tags, attribute) {
            // A bitmap is in the file; the socket's own report lies beside this one.
            let elsewhere = target.starts_with("data:image/png;base64,") || target == "case-socket.html";
            if !elsewhere && !unique.contains(target.trim_start_matches('#')) {
                found.push(format!("{attribute} leads nowhere: {target}"));
            }
        }
    }
    for tag in &tags {
        let name = name(tag);
        // A bitmap in the file itself; base64 may spell anything.
        if name == "image" && (tag.starts_with("</") || tag.contains(" href=\"data:image/png;base64,")) {
            continue;
        }
        let fetched = ["src=", "xlink:", "@import", "srcset=", " on"].iter().any(|word| tag.contains(word));
        let runs = ["script", "iframe", "object", "embed", "link", "img", "image", "foreignObject"].contains(&name);
        if runs || fetched && !tag.contains("content=") {
            found.push(format!("would fetch or run: {tag}"));
        }
    }
    for url in html.split("url(").skip(1).filter(|rest| !rest.starts_with('#')) {
        found.push(format!("url({}", url.chars().take(40).collect::<String>()));
    }
    for word in ["NaN", "inf\"", "-0.0", "−0.0 ", "Some(", "None)"] {
        // Between a bitmap's quotes letters mean nothing.
        if html
            .split("data:image/png;base64,")
            .any(|text| text.split_once("\"").map_or(text, |(_, after)| after).contains(word))
        {
            found.push(format!("contains {word}"));
        }
    }
    found
}

/// Headings and captions, one a line: what a reader sees first.
fn outline(html: &str) -> String {
    let mut lines = vec![];
    for level in ["h1", "h2", "h3", "h4", "caption"] {
        for (at, _) in html.match_indices(&format!("<{level}")) {
            let text = html[at..].split_once('>').unwrap().1.split(&format!("</{level}>")).next().unwrap();
            lines.push((at, format!("{level:<8}{}", plain(text))));
        }
    }
    lines.sort();
    lines.into_iter().map(|(_, line)| line + "\n").collect()
}

#[test]
fn every_shipped_case_gives_a_sound_report() {
    for (stem, case) in shipped_cases() {
        let html = report(&case);
        assert_eq!(complaints(&html), Vec::<String>::new(), "{stem}");
        assert_eq!(html.matches(FOOTER).count(), 1, "{stem}");
        assert_eq!(html.matches("<h1").count(), 1, "{stem}");
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"en\">"), "{stem}");
        assert!(html.len() < 1_200_000, "{stem}: {} bytes", html.len());
        let name = domain::Case::parse(&case).unwrap().name;
        assert!(html.contains(&format!("<h1>{name}</h1>")), "{stem} is not named");
        assert!(html.matches("class=\"plot\"").count() >= 7, "{stem}: pictures are missing");
    }
}

#[test]
fn headings_are_in_order() {
    let html = report(MECHANIC);
    let levels: Vec<u32> =
        tags(&html).iter().filter_map(|tag| tag.strip_prefix("<h")?.chars().next()?.to_digit(10)).collect();
    assert_eq!(levels[0], 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

#[test]
fn the_outline_of_a_fitted_and_of_a_refused_case() {
    insta::assert_snapshot!("outline_of_mechanic", outline(&report(MECHANIC)));
    insta::assert_snapshot!("outline_of_dialysis", outline(&report(&shipped("dialysis"))));
}

#[test]
fn a_refused_case_says_why_and_recommends_and_orders_nothing() {
    let html = report(&shipped("dialysis"));
    assert!(plain(&html).contains("Not a candidate for active vacuum"));
    assert!(html.contains("class=\"verdict no\"") && html.contains("Dialysis is a contraindication."));
    for word in ["Recommended", "class=\"parts", "Parts list", ">recommended<", "id=\"what-if\"", "id=\"first-steps\""]
    {
        assert!(!html.contains(word), "{word}");
    }
    assert!(html.contains("What can be done instead"));
}

#[test]
fn a_candidate_without_a_pump_that_fits_is_told_what_stands_in_the_way() {
    let html = report(&MECHANIC.replace("available_clearance_mm = 190", "available_clearance_mm = 30"));
    assert_eq!(complaints(&html), Vec::<String>::new());
    let text = plain(&html);
    assert!(text.contains("no pump of the catalogue fits."), "{}", &text[..3_000]);
    assert!(text.contains("There are 30 mm (1.18 in) between socket and floor") && !html.contains("class=\"parts"));
}

#[test]
fn what_carries_the_spread_and_what_pins_it_is_told_of_every_outcome_and_fitted_parameter() {
    let html = report(&shipped("dialysis"));
    assert_eq!(html.matches("id=\"shares-").count(), 4);
    let text = plain(&html);
    for said in
        ["on the shipped case Mechanic, not on this one", "larger: fewer steps", "hardly touched", "What to measure"]
    {
        assert!(text.contains(said), "{said}");
    }
    assert!(plain(&report(MECHANIC)).contains("Computed on this case"));
}

#[test]
fn text_of_the_case_is_never_markup() {
    let evil = "<script>alert(1)</script>\" onload=\"x & y --> </style> ]]>";
    let lines = MECHANIC.lines().map(|line| match line.split(' ').next() {
        Some(key @ ("name" | "about")) => format!("{key} = '{evil}'\n"),
        _ => format!("{line}\n"),
    });
    let html = report(&lines.collect::<String>());
    assert_eq!(complaints(&html), Vec::<String>::new());
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let case = shipped("swimmer");
    assert!(report(&case) == report(&case));
}

#[test]
fn a_day_of_a_minute_and_a_day_without_the_prosthesis_are_shown_too() {
    let (head, _) = MECHANIC.split_once("activities = [").unwrap();
    for activities in [
        "{ from = \"06:40\", to = \"06:41\", do = \"sit\" }",
        "{ from = \"00:00\", to = \"24:00\", do = \"doff\" }",
        "{ from = \"09:10\", to = \"09:50\", do = \"walk\", steps = 100 }, { from = \"09:50\", to = \"12:00\", do = \"drive\" }",
    ] {
        let html = report(&format!("{head}activities = [{activities}]\n"));
        assert_eq!(complaints(&html), Vec::<String>::new(), "{activities}");
    }
}

#[test]
fn traces_have_a_header_and_a_line_a_minute() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    let run = ["run", "mechanic.toml", "--out", "out", "--csv", "traces", "--persons", FEW];
    assert_eq!(folder.concord(&run).code, Some(0));
    let files: Vec<PathBuf> = folder.0.join("traces").read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 4);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let mut lines = text.lines();
        let header = lines.next().unwrap();
        assert!(header.starts_with("time,seconds_after_midnight,vacuum_kpa_central"), "{header}");
        let rows: Vec<&str> = lines.collect();
        assert_eq!(rows.len(), 961, "{}", file.display());
        assert!(rows[0].starts_with("07:00,25200,") && rows[960].starts_with("23:00,82800,"));
        let columns = header.split(',').count();
        assert!(rows.iter().all(|row| row.split(',').count() == columns));
    }
}

#[test]
fn the_result_is_json_of_version_one() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    let answer = folder.concord(&["run", "mechanic.toml", "--out", "out", "--persons", FEW, "--json"]);
    let result: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(result["concord_result"], 1);
    assert_eq!(result["candidate"], true);
    assert_eq!(result["days"].as_array().unwrap().len(), 4, "the best pump of each kind, a valve and a pin");
    assert_eq!(folder.names(), ["mechanic.toml", "out"]);
}
