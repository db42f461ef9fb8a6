//! The report of `concord run`: one HTML file that opens, prints and keeps without a network or a script.

mod answer;
mod bibliography;
pub(crate) mod case_words;
mod day;
mod faults;
mod foundations;
mod head;
mod limb;
mod page;
mod pumps;
mod sources;
mod spread;

use super::{report_page, socket_report};
pub use page::SocketPart;

use maud::{Markup, html};
use page::Page;
use sources::Sources;
use workup::library::{self, Library};
use workup::outcome::RunResult;

/// The whole file.
pub fn render(result: &RunResult, library: &Library, socket: Option<&SocketPart<'_>>) -> String {
    let pinned = library::identifiability();
    let page = Page { result, library, sources: Sources::new(result, library, pinned.as_ref()) };
    let sections = vec![
        ("answer", "The answer", answer::section(&page)),
        ("limb", "The limb and its socket", limb::section(result, socket)),
        ("pumps", "Every pump of the catalogue", pumps::section(&page)),
        ("day", "The day", day::section(&page)),
        ("first-steps", "First steps, and if the sensor fails", faults::first_steps(&page)),
        ("what-if", "What could go wrong", faults::what_if(&page)),
        ("rules", "Why, rule by rule", pumps::rules(&page)),
        ("foundations", "What is published and what is assumed", foundations::section(&page, pinned.as_ref())),
        ("sources", "Sources", bibliography::section(&page)),
    ];
    let title = format!("{} – Concord report", result.case.name);
    let css = if socket.is_some() { socket_report::CSS } else { "" };
    report_page::render(&title, css, &head::section(&page), sections, &made_by(result))
}

fn made_by(result: &RunResult) -> Markup {
    let drawn = result.days.first().map_or(String::new(), |day| {
        format!("; {} persons drawn beside the central one, seed {}", day.persons, day.seed)
    });
    html! {
        "Made by Concord " (result.stamp.program) ", result version " (result.stamp.concord_result) (drawn)
        ". The same case, version and seed give the same file."
    }
}
