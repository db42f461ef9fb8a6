//! A finished study for a terminal.

use super::study_words::{self as say, Shown};
use super::table;
use crate::words::capital;
use crate::words::thousands;
use std::fmt::Write;
use std::path::Path;
use trial::disk::result::StudyResult;
use trial::file::Design;

/// The answer, who took part, the effects, and where the report is.
pub fn render(result: &StudyResult, report: &Path) -> String {
    let mut text = format!("{}\n\n", result.name);
    if let Some(primary) = result.outcomes.first() {
        for comparison in &primary.comparisons {
            let _ = writeln!(text, "{}\n", say::answer(result, primary, comparison));
        }
    }
    text += &flow(result);
    text += "\n";
    text += &effects(result);
    let _ = writeln!(text, "\nThe report is in {}.", report.display());
    text
}

fn flow(result: &StudyResult) -> String {
    let flow = &result.flow;
    let count = |persons: u64| thousands(persons as f64);
    let taken = flow.allocated();
    let dropped_out: u64 = flow.groups.iter().map(|group| group.dropped_out).sum();
    let reason = flow.not_eligible.first().map_or(String::new(), |first| format!(" (most: {})", first.reason));
    format!(
        "{} persons assessed, {} not eligible{reason}, {} allocated ({})\n{} dropped out, {} analysed\n",
        count(flow.assessed),
        count(flow.assessed - taken),
        count(taken),
        say::design(result.design),
        count(dropped_out),
        count(flow.analysed()),
    )
}

fn effects(result: &StudyResult) -> String {
    let difference = format!("difference ({})", say::interval(result.level));
    let mut grid = table::new(&["outcome", "arm", &difference, "unit", "matters", "gain", "lose"]);
    for outcome in &result.outcomes {
        let shown = Shown::new(outcome);
        for comparison in &outcome.comparisons {
            let told = comparison.persons.as_ref().map(|persons| &persons.responders);
            let share = |of: Option<&trial::share::Share>| of.map_or_else(|| "–".to_string(), say::share);
            grid.add_row([
                capital(shown.name()),
                say::arm(result, &comparison.arm).to_string(),
                shown.effect(&comparison.effect),
                shown.difference_unit().to_string(),
                shown.matters(),
                share(told.map(|told| &told.gains)),
                share(told.map(|told| &told.loses)),
            ]);
        }
    }
    let note = match result.design {
        Design::Paired => "Each person on the same day with every suspension: only a simulation can.",
        Design::Crossover => "Days differ: more seem to gain and to lose than on one and the same day.",
        Design::Parallel => "Nobody has both suspensions: who gains and who loses cannot be told.",
    };
    format!("{grid}\n{note}\n")
}
