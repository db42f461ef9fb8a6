//! A finished study for a terminal.

use super::study_words::{self as say, Shown};
use super::table;
use crate::words::capital;
use crate::words::thousands;
use std::fmt::Write;
use std::path::Path;
use texts::Texts;
use trial::disk::result::StudyResult;
use trial::file::Design;

/// The answer, who took part, the effects, and where the report is.
pub fn render(texts: &'static Texts, result: &StudyResult, report: &Path) -> String {
    let mut text = format!("{}\n\n", result.name);
    if let Some(primary) = result.outcomes.first() {
        for comparison in &primary.comparisons {
            let _ = writeln!(text, "{}\n", say::answer(texts, result, primary, comparison));
        }
    }
    text += &flow(texts, result);
    text += "\n";
    text += &effects(texts, result);
    let path = report.display().to_string();
    let _ = writeln!(text, "\n{}", texts.fill("terminal.study.report", &[("file", &path)]));
    text
}

fn flow(texts: &Texts, result: &StudyResult) -> String {
    let flow = &result.flow;
    let count = |persons: u64| thousands(texts, persons as f64);
    let taken = flow.allocated();
    let dropped_out: u64 = flow.groups.iter().map(|group| group.dropped_out).sum();
    let [assessed, not, allocated, out, analysed] =
        [flow.assessed, flow.assessed - taken, taken, dropped_out, flow.analysed()].map(count);
    let design = say::design(texts, result.design);
    let reason = flow.not_eligible.first().map(|first| say::reason(texts, &first.reason));
    let mut with = vec![
        ("assessed", assessed.as_str()),
        ("not", not.as_str()),
        ("allocated", allocated.as_str()),
        ("design", design),
        ("out", out.as_str()),
        ("analysed", analysed.as_str()),
    ];
    let key = match &reason {
        None => "terminal.study.flow",
        Some(reason) => {
            with.push(("reason", reason));
            "terminal.study.flow_most"
        }
    };
    format!("{}\n{}\n", texts.fill(key, &with), texts.fill("terminal.study.finished", &with))
}

fn effects(texts: &'static Texts, result: &StudyResult) -> String {
    let level = say::interval(texts, result.level);
    let difference = texts.fill("terminal.study.difference", &[("interval", &level)]);
    let mut grid = table::new(&[
        texts.say("terminal.study.outcome"),
        texts.say("terminal.study.arm"),
        &difference,
        texts.say("terminal.study.unit"),
        texts.say("terminal.study.matters"),
        texts.say("terminal.study.gain"),
        texts.say("terminal.study.lose"),
    ]);
    for outcome in &result.outcomes {
        let shown = Shown::new(texts, outcome);
        for comparison in &outcome.comparisons {
            let told = comparison.persons.as_ref().map(|persons| &persons.responders);
            let share =
                |of: Option<&trial::share::Share>| of.map_or_else(|| "–".to_string(), |share| say::share(texts, share));
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
        Design::Paired => "terminal.study.paired",
        Design::Crossover => "terminal.study.crossover",
        Design::Parallel => "terminal.study.parallel",
    };
    format!("{grid}\n{}\n{}", texts.say(note), reached(texts, result))
}

/// Who reached what was to be measured, where not all did: the differences above are of the others.
fn reached(texts: &'static Texts, result: &StudyResult) -> String {
    let mut lines = String::new();
    for outcome in &result.outcomes {
        let of = |id: &str| outcome.arms.iter().find(|arm| arm.arm == id);
        let Some(reference) = of(&result.reference) else { continue };
        for arm in outcome.comparisons.iter().filter_map(|comparison| of(&comparison.arm)) {
            if arm.missing + reference.missing == 0 {
                continue;
            }
            let count = |persons: usize| thousands(texts, persons as f64);
            lines += &texts.fill(
                "terminal.study.reached",
                &[
                    ("outcome", &capital(Shown::new(texts, outcome).name())),
                    ("arm", say::arm(result, &arm.arm)),
                    ("arm_n", &count(arm.n)),
                    ("all", &count(arm.n + arm.missing)),
                    ("reference_n", &count(reference.n)),
                    ("reference_all", &count(reference.n + reference.missing)),
                ],
            );
            lines.push('\n');
        }
    }
    lines
}
