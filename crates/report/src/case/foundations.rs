//! What the report rests on: evidence for and against, and every parameter of the twin.

use super::page::Page;
use super::spread;
use crate::phrase::{english, phrase};
use crate::report_page::wide;
use crate::words;
use evidence::identifiability::Summary;
use fitting::{EvidenceNote, Stance};
use maud::{Markup, html};
use texts::Texts;
use twin::parameters::{Kind, Parameter, Spread};
use workup::library;

/// Evidence, what the twin is held to, what carries the spread and what pins the fitted parameters, all parameters.
pub fn section(page: &Page, pinned: Option<&Summary>) -> Option<Markup> {
    let texts = page.texts;
    Some(html! {
        h3 { (texts.say("report.evidence.title")) }
        (wide(texts.say("report.evidence.name"), &evidence(page)))
        h3 { (texts.say("report.held_to.title")) }
        (held_to(page))
        @if let Some(summary) = library::sensitivity() { (spread::carriers(page, &summary)) }
        @if let Some(summary) = pinned { (spread::pinned(page, summary)) }
        h3 { (texts.say("report.parameters.title")) }
        p {
            (texts.say("report.parameters.what"))
        }
        @for (kind, heading, about) in [
            (
                Kind::Published,
                texts.say("report.parameters.published"),
                "report.parameters.published_what",
            ),
            (
                Kind::Fitted,
                texts.say("report.parameters.fitted"),
                "report.parameters.fitted_what",
            ),
            (
                Kind::Assumed,
                texts.say("report.parameters.assumed"),
                "report.parameters.assumed_what",
            ),
        ] {
            (wide(heading, &parameters(page, kind, heading, about)))
        }
    })
}

fn evidence(page: &Page) -> Markup {
    let texts = page.texts;
    html! {
        table.evidence.cards {
            caption { (texts.say("report.evidence.caption")) }
            thead { tr {
                th scope="col" { (texts.say("report.evidence.stance")) } th scope="col" { (texts.say("report.evidence.says")) }
                th scope="col" { (texts.say("report.founded_on")) }
            } }
            tbody { @for note in &page.result.fitting.evidence { (evidence_row(page, note)) } }
        }
    }
}

fn evidence_row(page: &Page, note: &EvidenceNote) -> Markup {
    let class = match note.stance {
        Stance::Supports => "tag good",
        Stance::Mixed => "tag care",
        Stance::Contradicts => "tag bad",
    };
    let texts = page.texts;
    html! {
        tr {
            td { span class=(class) { (words::stance(texts, note.stance)) } }
            td { (note.text.in_words_of(texts)) @if let Some(note) = &note.note { span.why { (note.in_words_of(texts)) } } }
            td { (page.sources.founded(&note.evidence, &note.source)) }
        }
    }
}

/// Said without numbers: they are in VALIDATION.md, made by the program itself.
fn held_to(page: &Page) -> Markup {
    // A broken table would have failed the program's own tests; a report without the list is still true.
    let tables = library::published().unwrap_or_default();
    let texts = page.texts;
    let (file, command) = (html! { code { "VALIDATION.md" } }, html! { code { "concord validate" } });
    html! {
        p {
            (phrase(
                texts,
                "report.held_to.what",
                &[("file", &file), ("command", &command)],
            ))
        }
        @if !tables.is_empty() {
            ul { @for table in &tables { li { (english(texts, &table.title)) } } }
        }
        @if page.result.days.iter().any(|day| day.persons < 20) {
            p.small { (texts.say("report.held_to.few")) }
        }
    }
}

fn parameters(page: &Page, kind: Kind, heading: &str, about: &str) -> Markup {
    let rows: Vec<(&str, &Parameter)> =
        page.library.parameters.iter().filter(|(_, parameter)| parameter.kind == kind).collect();
    let texts = page.texts;
    let strong = html! { strong { (heading) } };
    html! {
        table.parameters.cards {
            caption { (phrase(texts, about, &[("heading", &strong), ("count", &rows.len())])) }
            thead { tr {
                th scope="col" { (texts.say("report.parameter")) } th scope="col" { (texts.say("report.parameters.value")) }
                th scope="col" { (texts.say("report.parameters.spread")) }
                th scope="col" { (texts.say("report.parameters.source")) }
            } }
            tbody {
                @for (name, parameter) in rows {
                    tr {
                        th scope="row" { (english(texts, words::readable(name))) }
                        td data-label=(texts.say("report.parameters.value")) { (significant(texts, parameter.value)) @if parameter.unit != "1" { " " (english(texts, &parameter.unit)) } }
                        td data-label=(texts.say("report.parameters.spread")) { (stated(texts, parameter)) }
                        td {
                            @match &parameter.source {
                                Some(key) => { (english(texts, page.library.source(key))) " " (page.sources.mark(key)) }
                                None => (texts.say("report.parameters.ours")),
                            }
                            @if !parameter.note.is_empty() { span.why { (english(texts, &parameter.note)) } }
                        }
                    }
                }
            }
        }
    }
}

fn stated(texts: &Texts, parameter: &Parameter) -> String {
    match parameter.spread {
        Spread::Fixed => texts.say("report.parameters.fixed").into(),
        Spread::Normal(sd) => format!("± {}", significant(texts, sd)),
        Spread::Lognormal(sd) => format!("×÷ {}", words::number(texts, sd.exp(), 2)),
    }
}

/// A value with the digits it was given, at most three of them significant below one.
fn significant(texts: &Texts, value: f64) -> String {
    let digits = (0..6).find(|digits| (value - round_to(value, *digits)).abs() <= 1e-9 * value.abs()).unwrap_or(6);
    words::number(texts, value, digits as usize)
}

fn round_to(value: f64, digits: i32) -> f64 {
    let scale = 10f64.powi(digits);
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_the_digits_they_were_given() {
        let shown = [0.6, 104.0, 0.0026, -1.25, 0.0, 17.3].map(|value| significant(Texts::english(), value));
        assert_eq!(shown, ["0.6", "104", "0.0026", "−1.25", "0", "17.3"]);
    }
}
