//! What `concord run` says when the report is written.

use super::{day_text, fit_text, words};
use std::path::Path;
use texts::Texts;
use workup::outcome::RunResult;
use workup::socket::SocketOutcome;
use workup::systems;

/// The answer, the day in a table, and where the report is, if it was written.
pub fn render(texts: &Texts, result: &RunResult, report: Option<&Path>) -> String {
    let against = result.tape_against_scan.as_ref();
    let measured = against.map_or(String::new(), |against| format!("{}.\n", words::told(texts, &against.line())));
    let mut text = format!("{}\n{measured}\n{}\n", result.case.name, fit_text::headline(texts, &result.fitting));
    let refusals = result.fitting.screening.iter().filter(|conclusion| conclusion.refuses());
    for conclusion in refusals.chain(result.fitting.to_settle()) {
        text += &fit_text::verdict_line(texts, conclusion);
    }
    if let Some(SocketOutcome::Refused(refused)) = &result.socket {
        for reason in &refused.refused {
            let said = texts.fill("terminal.no_socket", &[("why", &words::told(texts, &reason.why))]);
            text += &format!("  {said}\n");
        }
    }
    let names: Vec<String> = result.days.iter().map(|day| words::told(texts, &day.system.name)).collect();
    let mut header = vec![""];
    header.extend(names.iter().map(String::as_str));
    let mut grid = super::table::new(&header);
    for (what, cells) in day_text::rows(texts, &result.days).into_iter().take(6) {
        grid.add_row(std::iter::once(what).chain(cells));
    }
    for holds in result.answers.iter().flat_map(|answers| &answers.holds) {
        text += &format!("  {}\n", fit_text::holds(texts, holds));
    }
    let note = |note: String| format!("{}\n", day_text::note_line(texts, &note));
    let level = systems::of_level(result.case.limb.amputation_level);
    let level = level.map_or(String::new(), |said| note(said.in_words_of(texts)));
    let told = result.expanded_day.as_ref().map_or(String::new(), |day| {
        let said = words::day_expanded(texts, &day.expanded_from);
        format!("{}\n", texts.fill("terminal.the_day", &[("day", &said)]))
    });
    let report = report.map_or(String::new(), |path| {
        let path = path.display().to_string();
        format!("\n{}\n", texts.fill("terminal.report", &[("file", &path)]))
    });
    let gap = systems::of_gap(&result.case).map_or(String::new(), |said| note(said.in_words_of(texts) + "."));
    let contradicts = result.foundations.fluctuation.as_ref().is_some_and(|found| !found.followed);
    let contradicts =
        if contradicts { note(words::told(texts, &result.foundations.fluctuation_said)) } else { String::new() };
    text + &format!("\n{grid}\n{told}{level}{gap}{contradicts}{report}")
}
