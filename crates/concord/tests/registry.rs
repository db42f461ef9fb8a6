//! The registry of quantities: its keys are those of the contracts, and a row more is all that a new quantity takes.
//! The table of docs/study.md and the keys are made anew by `INSTA_UPDATE=always cargo test --workspace -- registry`.

use crate::common::{Folder, MECHANIC};
use domain::Case;
use report::plots::panel;
use report::{csv, day_text};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use texts::Texts;
use twin::day::DayInputs;
use twin::ensemble::{Draw, difference, ensemble, persons};
use twin::quantity::{Drawn, OUTCOMES, Outcome, QUANTITIES, Quantity, Registry, Shown, Span, Statistic};
use twin::system::System;
use workup::library::Library;

/// A quantity that nobody knows, and that has no words yet: its name stands for them.
static TOY: Quantity = Quantity {
    id: "toy_mm",
    meaning: "How far stance lets the limb sink, and one more, mm.",
    unit: "mm",
    digits: 2,
    read: |moment| Some(1.0 + 1e3 * moment.network.sink(moment.state, 1e3 * moment.seen.vacuum_kpa)),
    drawn: Some(Drawn { place: 99, name: "toy", ..Drawn::PLAIN }),
    ..Quantity::PLAIN
};

/// An outcome of it.
static TOY_MEAN: Outcome = Outcome {
    id: "toy_mean_mm",
    meaning: "Mean of the toy, mm.",
    unit: "mm",
    digits: 2,
    statistic: Statistic::Mean(&TOY, Span::Worn),
    place: Some(99),
    compared: true,
    ..Outcome::PLAIN
};

/// The tables with the toy's rows.
fn with_toy() -> &'static Registry {
    let quantities = [QUANTITIES, &[&TOY]].concat().leak();
    let outcomes = [OUTCOMES, &[&TOY_MEAN]].concat().leak();
    Box::leak(Box::new(Registry { quantities, outcomes }))
}

#[test]
fn a_row_more_is_in_everything_that_shows_days() {
    let library = Library::embedded();
    let case = Case::parse(MECHANIC).expect("a shipped case");
    let inputs = DayInputs { registry: with_toy(), grid_s: 300.0, ..DayInputs::new(&library.regions) };
    let draw = Draw { persons: 2, seed: 1 };
    let lived = |system: &System| persons(&case, &library.parameters, system, inputs, draw, &|| Ok(())).unwrap();
    let (suction, pin) = (lived(&System::suction()), lived(&System::pin_lock()));
    let day = ensemble(&System::suction(), draw, &suction);
    let json = serde_json::to_value(&day).unwrap();
    let shown = json["summary"]["toy_mean_mm"]["p50"].as_f64().unwrap();
    assert!(shown >= 1.0 && TOY_MEAN.of(&suction[0]).unwrap() >= 1.0);
    assert_eq!(json["traces"]["toy_mm"]["p90"].as_array().unwrap().len(), day.traces.t_s.len());
    let apart = serde_json::to_value(difference(&suction, &pin)).unwrap();
    assert!(apart["toy_mean_mm"]["central"].is_number(), "{apart}");
    let days = [day];
    let table = csv::together(&days, &[]);
    assert!(
        table.lines().next().unwrap().ends_with(",toy_mm_central,toy_mm_p10,toy_mm_p50,toy_mm_p90"),
        "{table:.300}"
    );
    let (what, cells) = day_text::rows(Texts::english(), &days).pop().unwrap();
    assert_eq!((what.as_str(), &cells[0][..4]), ("toy_mean_mm", &format!("{shown:.2}")[..]));
    let (quantity, drawn) = panel::of_days(&days).pop().unwrap();
    let picture = panel::picture(Texts::english(), quantity, drawn, &case.day, &days).unwrap().into_string();
    assert!(picture.contains("toy, toy, over the day."), "{picture:.300}");
}

#[test]
fn the_keys_of_a_day_are_those_of_the_contract() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    let systems = ["--system", "4R152:level2", "--system", "suction"];
    let answer = folder.concord(&[&["day", "mechanic.toml", "--persons", "1", "--json"], &systems[..]].concat());
    // Numbers and words may change, names and their order may not.
    let (mut keys, mut seen) = (String::new(), BTreeSet::new());
    for line in answer.stdout.lines() {
        let Some((key, _)) = line.trim_start().strip_prefix('"').and_then(|rest| rest.split_once("\":")) else {
            continue;
        };
        let depth = line.len() - line.trim_start().len();
        if ["system", "summary", "traces"].contains(&key) {
            seen.clear();
        }
        let parts = ["central", "p10", "p50", "p90"].contains(&key);
        if !parts && seen.insert((depth, key)) {
            let _ = writeln!(keys, "{:depth$}{key}", "");
        }
    }
    insta::assert_snapshot!("keys_of_a_day", keys);
}

#[test]
fn the_outcomes_of_the_manual_of_studies_are_those_of_the_registry() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/study.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (begin, end) = ("| outcome | unit | what it is | renamed from |\n", "\n\n### `[[published]]`");
    let (head, rest) = page.split_once(begin).unwrap();
    let (_, tail) = rest.split_once(end).unwrap();
    let mut table = String::from("|---|---|---|---|");
    for outcome in OUTCOMES {
        let before = outcome.formerly.map_or(String::new(), |before| format!("`{before}`"));
        let _ =
            write!(table, "\n| `{}` | {} | {} | {before} |", outcome.id, outcome.unit, outcome.words(Texts::english()));
    }
    let made = format!("{head}{begin}{table}{end}{tail}");
    if std::env::var("INSTA_UPDATE").is_ok_and(|value| value == "always") {
        std::fs::write(&path, &made).unwrap();
    } else {
        assert!(made == page, "docs/study.md: run `INSTA_UPDATE=always cargo test --workspace -- registry`");
    }
}

#[test]
fn what_a_summary_leaves_out_is_asked_for_by_trials_alone() {
    let left: Vec<_> =
        OUTCOMES.iter().filter(|outcome| outcome.shown == Shown::Trials).map(|outcome| outcome.id).collect();
    assert_eq!(left, ["in_socket_fluid_rate_pct_per_h", "pistoning_end_mm"]);
}
