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
use texts::Texts;
use workup::library::{self, Library};
use workup::outcome::RunResult;

/// The whole file.
pub fn render(texts: &'static Texts, result: &RunResult, library: &Library, socket: Option<&SocketPart<'_>>) -> String {
    let pinned = library::identifiability();
    let page = Page { texts, result, library, sources: Sources::new(texts, result, library, pinned.as_ref()) };
    let sections = vec![
        ("answer", texts.say("report.section.answer"), answer::section(&page)),
        ("limb", texts.say("report.section.limb"), limb::section(&page, socket)),
        ("pumps", texts.say("report.section.pumps"), pumps::section(&page)),
        ("day", texts.say("report.section.day"), day::section(&page)),
        ("first-steps", texts.say("report.section.first_steps"), faults::first_steps(&page)),
        ("what-if", texts.say("report.section.what_if"), faults::what_if(&page)),
        ("rules", texts.say("report.section.rules"), pumps::rules(&page)),
        ("foundations", texts.say("report.section.foundations"), foundations::section(&page, pinned.as_ref())),
        ("sources", texts.say("report.section.sources"), bibliography::section(&page)),
    ];
    let title = texts.fill("report.title", &[("name", &result.case.name)]);
    let css = if socket.is_some() { socket_report::CSS } else { "" };
    report_page::render(texts, &title, css, &head::section(&page), sections, &made_by(texts, result))
}

fn made_by(texts: &Texts, result: &RunResult) -> Markup {
    let (program, number) = (result.stamp.program.to_string(), result.stamp.concord_result.to_string());
    let mut with = vec![("program", program.as_str()), ("result", number.as_str())];
    let drawn = result.days.first().map(|day| (day.persons.to_string(), day.seed.to_string()));
    let key = match &drawn {
        None => "report.made_by",
        Some((persons, seed)) => {
            with.extend([("persons", persons.as_str()), ("seed", seed.as_str())]);
            "report.made_by_drawn"
        }
    };
    html! { (texts.fill(key, &with)) }
}
