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
use crate::phrase::phrase;
use maud::{Markup, html};
use page::Page;
use texts::Texts;
use trial::disk::bundle::Bundle;
use trial::disk::result::StudyResult;
use trial::file::StudyFile;
use workup::library::Library;

const CSS: &str = include_str!("study_report/study_report.css");

/// The whole file.
pub fn render(
    texts: &'static Texts,
    result: &StudyResult,
    file: &StudyFile,
    bundle: &Bundle,
    library: &Library,
) -> String {
    let page = Page { texts, result, file, bundle, library };
    let sections = vec![
        ("answer", texts.say("study_report.section.answer"), Some(answer::section(&page))),
        ("flow", texts.say("study_report.section.flow"), Some(flow::section(&page))),
        ("arms", texts.say("study_report.section.arms"), Some(arms::section(&page))),
        ("persons", texts.say("study_report.section.persons"), persons::section(&page)),
        ("drivers", texts.say("study_report.section.drivers"), persons::drivers(&page)),
        ("trials", texts.say("study_report.section.trials"), trials::section(&page)),
        ("published", texts.say("study_report.section.published"), published::section(&page)),
        ("reading", texts.say("study_report.section.reading"), Some(reading::section(&page))),
        ("study", texts.say("study_report.section.study"), Some(plan::section(&page))),
    ];
    let fingerprint = html! { code { (result.fingerprint) } };
    let made_by = phrase(
        texts,
        "study_report.made_by",
        &[
            ("program", &result.stamp.program),
            ("result", &result.stamp.concord_result),
            ("fingerprint", &fingerprint),
            ("seed", &result.seed),
        ],
    );
    let title = texts.fill("study_report.title", &[("name", &result.name)]);
    report_page::render(texts, &title, CSS, &head(&page), sections, &made_by)
}

fn head(page: &Page) -> Markup {
    let result = page.result;
    html! {
        header {
            p.kicker { (page.texts.say("study_report.kicker")) }
            h1 { (result.name) }
            @if !result.about.is_empty() { p.about { (result.about) } }
        }
    }
}
