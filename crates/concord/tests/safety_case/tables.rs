//! The tables between `<!-- made: name -->` and `<!-- end -->`.

use super::alarms;
use super::sources::{data, hazards, link, sentences, tests_of, text, threats};
use std::collections::BTreeSet;
use std::fmt::Write;
use twin::drive::{Fault, campaign};

/// The tables that there are.
pub const NAMES: [&str; 11] = [
    "hazards",
    "each hazard",
    "requirements",
    "alarms",
    "alarm times",
    "signals",
    "silences",
    "faults",
    "invariants",
    "link",
    "anomalies",
];

/// A page with its tables made anew.
pub fn filled(page: &str, used: &mut BTreeSet<String>) -> Result<String, String> {
    let (mut out, mut rest) = (String::new(), page);
    while let Some((before, after)) = rest.split_once("<!-- made: ") {
        let (name, after) = after.split_once(" -->").ok_or("a mark does not end")?;
        let (_, after) = after.split_once("<!-- end -->").ok_or_else(|| format!("{name}: no end"))?;
        let _ = write!(out, "{before}<!-- made: {name} -->\n\n{}\n<!-- end -->", table(name)?);
        used.insert(name.to_string());
        rest = after;
    }
    Ok(out + rest)
}

fn table(name: &str) -> Result<String, String> {
    Ok(match name {
        "hazards" => hazard_list(),
        "each hazard" => each_hazard(),
        "requirements" => requirements(),
        "alarms" => alarms::table(),
        "alarm times" => alarms::times_table(),
        "signals" => alarms::signals(),
        "silences" => alarms::silences(),
        "faults" => faults(),
        "invariants" => invariants(),
        "link" => link_threats(),
        "anomalies" => anomalies(),
        _ => return Err(format!("nobody makes a table {name:?}")),
    })
}

/// A table of rows under a head.
pub fn rows(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut out = format!("| {} |\n|{}\n", head.join(" | "), "---|".repeat(head.len()));
    for row in rows {
        assert_eq!(row.len(), head.len(), "{row:?}");
        let _ = writeln!(out, "| {} |", row.join(" | ").replace('\n', " "));
    }
    out
}

/// As a sentence.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?']) { text.to_string() } else { format!("{text}.") }
}

/// `before → after`, or one word where nothing changed.
fn change(before: &str, after: &str) -> String {
    if before == after { before.to_string() } else { format!("{before} → {after}") }
}

fn hazard_list() -> String {
    rows(
        &["hazard", "what", "severity", "probability", "kind of control", "requirements"],
        hazards().into_iter().map(|hazard| {
            let anchor = super::sources::anchor(&format!("### {}: {}", hazard.id, hazard.hazard));
            vec![
                format!("[{}](#{anchor})", hazard.id),
                hazard.hazard.clone(),
                change(&hazard.severity.before, &hazard.severity.after),
                change(&hazard.probability.before, &hazard.probability.after),
                hazard.kind.join(", "),
                hazard.requirements().join(", "),
            ]
        }),
    )
}

fn each_hazard() -> String {
    let mut out = String::new();
    for hazard in hazards() {
        let _ = writeln!(out, "### {}: {}\n", hazard.id, hazard.hazard);
        let _ = writeln!(out, "- **Cause.** {}", sentence(&hazard.cause));
        let _ = writeln!(out, "- **Control** ({}). {}", hazard.kind.join(", "), sentence(&hazard.control));
        let _ = writeln!(out, "- **Residual risk.** {}", sentence(&hazard.residual));
        let _ = writeln!(out, "- **Told by.** {}", sentence(&hazard.told));
        let tests: Vec<String> = hazard.tests.iter().map(|test| link(test)).collect();
        let _ = writeln!(out, "- **{}.** Tests: {}\n", hazard.requirements().join(", "), tests.join(", "));
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

fn requirements() -> String {
    let hazards = hazards();
    rows(
        &["id", "the controller shall", "hazard", "tests"],
        sentences().into_iter().map(|(id, shall)| {
            let whose = hazards.iter().filter(|hazard| hazard.requirements().contains(&id));
            let ids: Vec<String> = whose.map(|hazard| hazard.id.clone()).collect();
            let tests: Vec<String> = tests_of(&id).into_iter().map(link).collect();
            vec![id, shall, ids.join(", "), tests.join(", ")]
        }),
    )
}

/// What the source says of each fault, by variant.
fn fault_words(fault: Fault) -> String {
    let source = text("crates/twin/src/drive/fault.rs");
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let variant = format!("{fault:?},");
    let at = lines.iter().position(|line| *line == variant).unwrap_or_else(|| panic!("{variant}"));
    lines[at - 1].trim_start_matches("/// ").trim_end_matches('.').to_string()
}

fn faults() -> String {
    let yes = |yes: bool| if yes { "yes" } else { "–" }.to_string();
    rows(
        &[
            "fault",
            "what it does",
            "told within",
            "told by any of",
            "may come and go",
            "known to be mended when air was let in",
        ],
        Fault::ALL.map(|fault| {
            let told: Vec<String> = campaign::telling(fault).iter().map(|warning| format!("`{warning:?}`")).collect();
            let within = fault
                .told_within_s(&control::Settings::default())
                .map_or_else(|| "–".to_string(), |s| alarms::time(s * 1e3));
            let told = if told.is_empty() { "–".to_string() } else { told.join(", ") };
            let [flickers, latched] = [fault.may_flicker(), fault.is_latched()].map(yes);
            vec![format!("`{}`", fault.name()), fault_words(fault), within, told, flickers, latched]
        }),
    )
}

/// The table on the page of the campaign's watch.
fn invariants() -> String {
    let source = text("crates/twin/src/drive/campaign/watch.rs");
    let lines =
        source.lines().filter_map(|line| line.strip_prefix("//! | ")).skip(1).filter(|line| !line.starts_with("---"));
    let cells = lines.filter_map(|line| line.trim_end_matches(" |").split_once(" | "));
    rows(&["invariant", "what"], cells.map(|(name, what)| vec![name.to_string(), what.to_string()]))
}

fn link_threats() -> String {
    rows(
        &["threat", "what", "kind", "control", "what is left"],
        threats().into_iter().map(|threat| {
            let left = [Some(threat.residual), threat.open].into_iter().flatten().map(|text| sentence(&text));
            let left: Vec<String> = left.collect();
            vec![threat.id, threat.threat, threat.stride.join(", "), threat.control, left.join(" ")]
        }),
    )
}

/// What is known against the software of others in the firmware.
fn anomalies() -> String {
    let list: toml::Table = data("docs/off_the_shelf.toml");
    let items = list["item"].as_array().unwrap().iter().map(|item| {
        let said = |key: &str| item[key].as_str().unwrap().to_string();
        [said("lock"), said("name"), said("version"), said("if_it_fails"), said("known")]
    });
    let ours = items.filter(|[lock, ..]| lock == "firmware/Cargo.lock");
    rows(
        &["item", "version", "if it fails", "known anomaly"],
        ours.map(|[_, name, version, fails, known]| vec![name, version, fails, known]),
    )
}
