//! The report of `concord study`: one HTML file that opens, prints and keeps without a network or a script.

mod answer;
mod arms;
mod flow;
mod page;
mod persons;
mod plan;
mod published;
mod reading;
mod trials;

use super::report_page;
use maud::{Markup, html};
use page::Page;
use trial::disk::bundle::Bundle;
use trial::disk::result::StudyResult;
use trial::file::StudyFile;
use workup::library::Library;

const CSS: &str = include_str!("study_report/study_report.css");

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
