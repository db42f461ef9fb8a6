//! Every pump of the catalogue with its reasons, and what each reason rests on.

use super::answer::tag;
use super::page::Page;
use crate::report_page::wide;
use crate::{height_words, words};
use fitting::{Conclusion, PumpAdvice, Standing, Verdict};
use maud::{Markup, html};

/// What became of each pump, and what decided it.
pub fn section(page: &Page) -> Option<Markup> {
    let fitting = &page.result.fitting;
    Some(html! {
        @for rule in &fitting.ordering {
            p.small {
                (rule.text) " " (page.sources.founded(&rule.evidence, &rule.source)) ". What each verdict rests on: "
                a href="#rules" { "Why, rule by rule" } "."
            }
        }
        (wide("Pumps", &overview(page)))
    })
}

/// The grounds pump by pump. They stand behind the day: few readers want them, and those who do want all of them.
pub fn rules(page: &Page) -> Option<Markup> {
    Some(html! {
        p {
            "Every rule that was asked about each pump: what it found, from which fields of the case and of the "
            "catalogue, on whose word. Weights order the pumps that fit; they are our judgement."
        }
        @for pump in &page.result.fitting.pumps { (grounds(page, pump)) }
    })
}

fn overview(page: &Page) -> Markup {
    html! {
        table.pumps.cards {
            caption {
                "Pumps in order, with what decides: refusals where there are any, else all that speaks for or against."
            }
            thead { tr {
                th scope="col" { "Pump" } th scope="col" { "Size" } th scope="col" { "Height" }
                th scope="col" { "Reasons" }
            } }
            tbody { @for pump in &page.result.fitting.pumps { (row(pump)) } }
        }
    }
}

fn row(pump: &PumpAdvice) -> Markup {
    let refused = pump.standing == Standing::Refused;
    let shown = |reason: &&Conclusion| if refused { reason.refuses() } else { reason.verdict != Verdict::Note };
    html! {
        tr {
            th scope="row" { (pump.name) br; (pump.article) br; (standing(pump.standing)) }
            td data-label="Size" { @match &pump.size { Some(size) => (size.label), None => "–" } }
            td data-label="Height" { (height_words::line(&pump.height)) }
            td {
                ul.plain {
                    @for reason in pump.reasons.iter().filter(shown) {
                        li { (tag(reason.verdict)) " " (reason.text) }
                    }
                }
            }
        }
    }
}

fn standing(standing: Standing) -> Markup {
    let class = match standing {
        Standing::Recommended => "tag good",
        Standing::Possible => "tag",
        Standing::Refused => "tag bad",
    };
    html! { span class=(class) { (words::standing(standing)) } }
}

fn grounds(page: &Page, pump: &PumpAdvice) -> Markup {
    let table = html! {
        table.grounds.cards {
            caption.visually-hidden { "Grounds for " (pump.name) }
            thead { tr {
                th scope="col" { "Verdict" } th scope="col" { "What" } th scope="col" { "Inputs" }
                th scope="col" { "Founded on" }
            } }
            tbody {
                @for reason in &pump.reasons {
                    tr {
                        td {
                            (tag(reason.verdict))
                            @if reason.merit != 0.0 { span.why { "weight " (words::signed(reason.merit, 0)) } }
                        }
                        td { (reason.text) @if let Some(note) = &reason.note { span.why { (note) } } }
                        td.inputs title=(reason.rule) { (inputs(reason)) }
                        td { (page.sources.concluded(reason)) }
                    }
                }
            }
        }
    };
    let recommended = pump.standing == Standing::Recommended;
    html! {
        details open[recommended] {
            summary { (pump.name) ", " (pump.article) ": " (words::standing(pump.standing)) }
            (wide(&format!("Grounds for {}", pump.name), &table))
        }
    }
}

/// What a conclusion used.
fn inputs(reason: &Conclusion) -> Markup {
    html! { @for input in &reason.inputs { span.input { (input.field) " = " (input.value) } } }
}
