//! What the report rests on: evidence for and against, and every parameter of the twin.

use super::page::Page;
use super::spread;
use crate::report_page::wide;
use crate::words;
use evidence::identifiability::Summary;
use fitting::{EvidenceNote, Stance};
use maud::{Markup, html};
use twin::parameters::{Kind, Parameter, Spread};
use workup::library;

/// Evidence, what the twin is held to, what carries the spread and what pins the fitted parameters, all parameters.
pub fn section(page: &Page, pinned: Option<&Summary>) -> Option<Markup> {
    Some(html! {
        h3 { "What studies, guidelines and payers say" }
        (wide("Evidence", &evidence(page)))
        h3 { "What the twin is held to" }
        (held_to(page))
        @if let Some(summary) = library::sensitivity() { (spread::carriers(page, &summary)) }
        @if let Some(summary) = pinned { (spread::pinned(page, summary)) }
        h3 { "Every parameter of the twin" }
        p {
            "Numbers that neither this case nor the catalogue gives. The spread is one standard deviation, between "
            "persons and in what is known: ± in the parameter's unit, ×÷ as a factor. Bands in this report come from it."
        }
        @for (kind, heading, about) in [
            (Kind::Published, "Published", "read in the source, or computed from its figures"),
            (Kind::Fitted, "Fitted", "set so that a published number is met; meeting that number proves nothing"),
            (Kind::Assumed, "Assumed", "nobody published it: our judgement"),
        ] {
            (wide(heading, &parameters(page, kind, heading, about)))
        }
    })
}

fn evidence(page: &Page) -> Markup {
    html! {
        table.evidence.cards {
            caption { "Against the claims of the maker's brochure, as far as they concern this case." }
            thead { tr {
                th scope="col" { "Stance" } th scope="col" { "What it says" } th scope="col" { "Founded on" }
            } }
            tbody { @for note in &page.result.fitting.evidence { (evidence_row(page, note)) } }
        }
    }
}

fn evidence_row(page: &Page, note: &EvidenceNote) -> Markup {
    let (class, word) = match note.stance {
        Stance::Supports => ("tag good", "supports"),
        Stance::Mixed => ("tag care", "mixed"),
        Stance::Contradicts => ("tag bad", "contradicts"),
    };
    html! {
        tr {
            td { span class=(class) { (word) } }
            td { (note.text) @if let Some(note) = &note.note { span.why { (note) } } }
            td { (page.sources.founded(&note.evidence, &note.source)) }
        }
    }
}

/// Said without numbers: they are in VALIDATION.md, made by the program itself.
fn held_to(page: &Page) -> Markup {
    // A broken table would have failed the program's own tests; a report without the list is still true.
    let tables = library::published().unwrap_or_default();
    html! {
        p {
            "The twin is compared with the published numbers below; " code { "VALIDATION.md" } ", which "
            code { "concord validate" } " writes, shows every one of them with the model's value, which were met, which "
            "were missed, and on which a parameter was set. These are laboratory sessions of a few people, bench "
            "figures and a maker's statements. None of them follows a person through a whole day, so the day in this report "
            "reaches beyond what the twin has been held to: read it as a comparison of suspensions on the same person, "
            "not as a forecast for this one."
        }
        @if !tables.is_empty() {
            ul { @for table in &tables { li { (table.title) } } }
        }
        @if page.result.days.iter().any(|day| day.persons < 20) {
            p.small { "This report was made with few persons drawn; its bands are rough." }
        }
    }
}

fn parameters(page: &Page, kind: Kind, heading: &str, about: &str) -> Markup {
    let rows: Vec<(&str, &Parameter)> =
        page.library.parameters.iter().filter(|(_, parameter)| parameter.kind == kind).collect();
    html! {
        table.parameters.cards {
            caption { strong { (heading) } " (" (rows.len()) "): " (about) "." }
            thead { tr {
                th scope="col" { "Parameter" } th scope="col" { "Value" } th scope="col" { "Spread" }
                th scope="col" { "Source and note" }
            } }
            tbody {
                @for (name, parameter) in rows {
                    tr {
                        th scope="row" { (words::readable(name)) }
                        td data-label="Value" { (significant(parameter.value)) (unit(&parameter.unit)) }
                        td data-label="Spread" { (stated(parameter)) }
                        td {
                            @match &parameter.source {
                                Some(key) => { (page.library.source(key)) " " (page.sources.mark(key)) }
                                None => "Our assumption",
                            }
                            @if !parameter.note.is_empty() { span.why { (parameter.note) } }
                        }
                    }
                }
            }
        }
    }
}

/// A unit behind its number; the unit of a pure number is not written.
fn unit(unit: &str) -> String {
    if unit == "1" { String::new() } else { format!(" {unit}") }
}

fn stated(parameter: &Parameter) -> String {
    match parameter.spread {
        Spread::Fixed => "fixed".into(),
        Spread::Normal(sd) => format!("± {}", significant(sd)),
        Spread::Lognormal(sd) => format!("×÷ {}", words::number(sd.exp(), 2)),
    }
}

/// A value with the digits it was given, at most three of them significant below one.
fn significant(value: f64) -> String {
    let digits = (0..6).find(|digits| (value - round_to(value, *digits)).abs() <= 1e-9 * value.abs()).unwrap_or(6);
    words::number(value, digits as usize)
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
        let shown = [0.6, 104.0, 0.0026, -1.25, 0.0, 17.3].map(significant);
        assert_eq!(shown, ["0.6", "104", "0.0026", "−1.25", "0", "17.3"]);
    }
}
