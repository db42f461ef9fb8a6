//! Two numbers of one report that mean the same are the same.

use crate::common::{Folder, MECHANIC, plain, shipped_cases};
use serde_json::Value;
use std::collections::BTreeMap;

/// Every shipped case, and one whose socket is loose.
fn cases() -> Vec<(String, String)> {
    let loose = MECHANIC.replace("fit_gap_mm = 0", "fit_gap_mm = 3");
    shipped_cases().into_iter().chain([("loose".into(), loose)]).collect()
}

struct Told {
    run: Value,
    fit: Value,
    text: String,
    html: String,
}

fn told(case: &str) -> Told {
    let folder = Folder::new();
    folder.write("case.toml", case);
    folder.write("scanned_limb.stl", include_bytes!("../../../cases/scanned_limb.stl"));
    let say = |args: &[&str]| {
        let answer = folder.concord(args);
        assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""), "{args:?}");
        answer.stdout
    };
    let draw = ["--persons", "3"];
    let run = say(&[&["run", "case.toml", "--out", "out", "--json"], &draw[..]].concat());
    let fit = say(&[&["fit", "case.toml", "--json"], &draw[..]].concat());
    let text = say(&[&["fit", "case.toml"], &draw[..]].concat());
    // A number and its unit stay on one line.
    let html = std::fs::read_to_string(folder.0.join("out/case.html")).unwrap().replace('\u{a0}', " ");
    Told { run: serde_json::from_str(&run).unwrap(), fit: serde_json::from_str(&fit).unwrap(), text, html }
}

/// The cells of every table of numbers: heading of the row, heading of the column, content.
fn cells(html: &str) -> Vec<(String, String, String)> {
    let mut found = vec![];
    for table in html.split("<table class=\"numbers\">").skip(1).map(|rest| rest.split("</table>").next().unwrap()) {
        let (head, body) = table.split_once("<tbody>").unwrap();
        let heads: Vec<String> =
            head.split("<th scope=\"col\">").skip(1).map(|rest| plain(rest.split("</th>").next().unwrap())).collect();
        for row in body.split("<tr>").skip(1) {
            let (what, rest) = row.split_once("</th>").unwrap();
            for (index, cell) in rest.split("<td>").skip(1).enumerate() {
                let cell = plain(cell.split("</td>").next().unwrap());
                found.push((plain(what).to_lowercase(), heads[index + 1].clone(), cell));
            }
        }
    }
    found
}

#[test]
fn what_means_the_same_reads_the_same_in_every_table_sentence_and_file() {
    for (name, case) in cases() {
        let told = told(&case);
        tables_agree(&name, &told);
        sentences_agree(&name, &told);
        if ["loose", "diabetic_k2"].contains(&name.as_str()) {
            swelling_is_told(&name, &told);
        }
    }
}

/// Every quantity that stands in two tables of the report reads the same in both.
fn tables_agree(name: &str, told: &Told) {
    let Some(first) = told.run["days"][0]["system"]["name"].as_str() else { return };
    let mut known: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut repeated = 0;
    for (what, of, cell) in cells(&told.html) {
        // A column's letter stands before its name; "as fitted" is the first system.
        let of = if of == "As fitted" {
            first.to_string()
        } else {
            of.split_once(' ').map_or(of.clone(), |(letter, name)| {
                if letter.chars().count() == 1 { name.to_string() } else { of.clone() }
            })
        };
        if let Some(before) = known.get(&(what.clone(), of.clone())) {
            repeated += 1;
            assert_eq!(before, &cell, "{name}: {what} of {of}");
        }
        known.insert((what, of), cell);
    }
    if told.run["what_if"].as_array().is_some_and(|cases| !cases.is_empty()) {
        assert!(repeated >= 5, "{name}: only {repeated} quantities stand in two tables");
    }
}

/// `fit`, `run` and their sentences tell the same numbers.
fn sentences_agree(name: &str, told: &Told) {
    let (run, fit) = (&told.run, &told.fit);
    for key in ["answers", "candidate"] {
        assert_eq!(run[key], fit[key], "{name}: {key}");
    }
    assert_eq!(run["fitting"]["verdict"], fit["fitting"]["verdict"], "{name}");
    let Some(fitted) = run["what_if"].get(0) else { return };
    let summary = &run["days"][0]["summary"];
    for key in ["time_at_working_vacuum", "post_doff_volume_end_pct", "pistoning_mean_mm", "socks_added"] {
        assert_eq!(fitted[key], summary[key], "{name}: {key}");
    }
    for holds in run["answers"]["holds"].as_array().unwrap() {
        let day = run["days"].as_array().unwrap().iter().find(|day| day["system"]["id"] == holds["system"]).unwrap();
        let held = &day["summary"]["held"];
        for key in ["worn_h", "held_h", "standing_h", "standing_held_h"] {
            assert_eq!(holds[key], held[key], "{name}: {key}");
        }
        let at = |value: &Value| value["p50"].as_f64().unwrap();
        let hours = at(&day["summary"]["time_at_working_vacuum"]) * held["worn_h"].as_f64().unwrap();
        assert!((at(&holds["at_15_inhg_h"]) - hours).abs() < 1e-9, "{name}");
        if holds["aims_kpa"].is_null() {
            let apart = at(&holds["at_15_inhg_h"]) - at(&holds["held_h"]);
            assert!(apart.abs() < 1e-9, "{name}: a pump without a controller holds 15 inHg");
        }
        // The sentence of the report is that of the terminal.
        let of = holds["name"].as_str().unwrap();
        let line = told.text.lines().find(|line| line.trim_start().starts_with(of) && line.contains("h worn")).unwrap();
        assert!(told.html.contains(line.trim()), "{name}: {line}");
    }
    // The first steps end below what the pump's controller aims at.
    let first = &run["answers"]["first_steps"];
    if let Some(aim) = first["aim_kpa"].as_f64() {
        assert!(first["intact_kpa"]["p90"].as_f64().unwrap() < aim + 6.0, "{name}: {first}");
    }
}

/// A limb that swells is told in fit, day and report, and is no green light.
fn swelling_is_told(name: &str, told: &Told) {
    assert_eq!(told.fit["fitting"]["verdict"], "not_before", "{name}");
    assert!(told.text.contains("not before: A warning of oedema"), "{name}");
    assert!(told.html.contains("A warning of oedema") && told.html.contains("verdict care"), "{name}");
    let events = told.run["days"][0]["events"].as_array().unwrap();
    assert!(events.iter().any(|event| event["kind"] == "swelling"), "{name}");
}
