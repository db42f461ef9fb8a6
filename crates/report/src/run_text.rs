//! What `concord run` says when the report is written.

use super::{day_text, fit_text, words};
use std::path::Path;
use workup::outcome::RunResult;
use workup::socket::SocketOutcome;
use workup::systems;

/// The answer, the day in a table, and where the report is, if it was written.
pub fn render(result: &RunResult, report: Option<&Path>) -> String {
    let measured = result.tape_against_scan.as_ref().map_or(String::new(), |against| format!("{}.\n", against.line()));
    let mut text = format!("{}\n{measured}\n{}\n", result.case.name, fit_text::headline(&result.fitting));
    let refusals = result.fitting.screening.iter().filter(|conclusion| conclusion.refuses());
    for conclusion in refusals.chain(result.fitting.to_settle()) {
        text += &format!("  {}: {}\n", words::verdict(conclusion.verdict), conclusion.text);
    }
    if let Some(SocketOutcome::Refused(refused)) = &result.socket {
        for reason in &refused.refused {
            text += &format!("  No socket is made of the scan: {}\n", reason.why);
        }
    }
    let mut header = vec![""];
    header.extend(result.days.iter().map(|day| day.system.name.as_str()));
    let mut grid = super::table::new(&header);
    for (what, cells) in day_text::rows(&result.days).into_iter().take(6) {
        grid.add_row(std::iter::once(what).chain(cells));
    }
    for holds in result.answers.iter().flat_map(|answers| &answers.holds) {
        text += &format!("  {}\n", fit_text::holds(holds));
    }
    let level =
        systems::of_level(result.case.limb.amputation_level).map_or(String::new(), |note| format!("Note: {note}\n"));
    let told = result.expanded_day.as_ref().map_or(String::new(), |day| format!("The day: {}\n", day.said));
    let report = report.map_or(String::new(), |path| format!("\nReport: {}\n", path.display()));
    let gap = systems::of_gap(&result.case).map_or(String::new(), |note| format!("Note: {note}.\n"));
    text + &format!("\n{grid}\n{told}{level}{gap}{report}")
}
