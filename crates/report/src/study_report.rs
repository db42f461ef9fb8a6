//! The report of `concord study`: one HTML file that opens, prints and keeps without a network or a script.

mod answer;
mod arms;
mod flow;
mod persons;
mod plan;
mod published;
mod reading;
mod trials;

use super::study_words::Shown;
use super::{report_page, words};
use maud::{Markup, html};
use trial::analysis::{Comparison, OutcomeResult};
use trial::disk::bundle::Bundle;
use trial::disk::result::StudyResult;
use trial::file::StudyFile;
use workup::library::Library;

const CSS: &str = include_str!("study_report/study_report.css");

/// What every section is made from.
struct Page<'a> {
    result: &'a StudyResult,
    file: &'a StudyFile,
    bundle: &'a Bundle,
    library: &'a Library,
}

/// The whole file.
pub fn render(result: &StudyResult, file: &StudyFile, bundle: &Bundle, library: &Library) -> String {
    let page = Page { result, file, bundle, library };
    let sections = vec![
        ("answer", "The answer", Some(answer::section(&page))),
        ("flow", "Who took part", Some(flow::section(&page))),
        ("arms", "The arms", Some(arms::section(&page))),
        ("persons", "Person by person", persons::section(&page)),
        ("drivers", "What goes with the effect", persons::drivers(&page)),
        ("trials", "What a real trial would show", trials::section(&page)),
        ("published", "Beside what was published", published::section(&page)),
        ("reading", "How to read this", Some(reading::section(&page))),
        ("study", "The study", Some(plan::section(&page))),
    ];
    let made_by = html! {
        "Made by Concord " (result.stamp.program) ", result version " (result.stamp.concord_result) ", study "
        code { (result.fingerprint) } ", seed " (result.seed) ". The same study, version and seed give the same file."
    };
    report_page::render(&format!("{} – Concord study", result.name), CSS, &head(&page), sections, &made_by)
}

fn head(page: &Page) -> Markup {
    let result = page.result;
    html! {
        header {
            p.kicker { "Concord: a software twin of active-vacuum suspension. A virtual trial: every person is simulated." }
            h1 { (result.name) }
            @if !result.about.is_empty() { p.about { (result.about) } }
        }
    }
}

impl Page<'_> {
    /// Every comparison of every outcome, with a name for ids.
    fn comparisons(&self) -> impl Iterator<Item = (String, &OutcomeResult, &Comparison)> {
        self.result.outcomes.iter().flat_map(|outcome| {
            let name = outcome.measured.outcome.id;
            outcome
                .comparisons
                .iter()
                .map(move |comparison| (format!("{}-{name}", comparison.arm), outcome, comparison))
        })
    }

    /// Name of an arm for people.
    fn arm<'b>(&'b self, id: &'b str) -> &'b str {
        super::study_words::arm(self.result, id)
    }

    /// Outcome and, where there are several, the arm that is compared.
    fn title(&self, outcome: &OutcomeResult, comparison: &Comparison) -> String {
        let name = super::words::capital(Shown::new(outcome).name());
        if self.result.arms.len() > 2 { format!("{name}: {}", self.arm(&comparison.arm)) } else { name }
    }

    /// A variable for people: short, and what one should know of it.
    fn variable(&self, name: &str) -> (String, String) {
        let Some(told) = self.result.variables.iter().find(|told| told.name == name) else {
            return (name.into(), String::new());
        };
        if told.parameter {
            return (words::readable(name), told.words.clone());
        }
        let short = told.words.split([';', '(']).next().unwrap_or_default().trim();
        (super::words::capital(short), told.words.clone())
    }
}

/// What belongs to the primary outcome is open, the others are a touch away.
fn folded(index: usize, title: &str, body: &Markup) -> Markup {
    html! {
        @if index == 0 { h3 { (title) } (body) } @else { details { summary { (title) } (body) } }
    }
}
