//! Every pump of the catalogue with its reasons, and what each reason rests on.

use super::answer::tag;
use super::page::Page;
use crate::phrase::{english, phrase};
use crate::report_page::wide;
use crate::{height_words, words};
use fitting::{Conclusion, PumpAdvice, Standing, Verdict};
use maud::{Markup, html};
use texts::Arg;

/// What became of each pump, and what decided it.
pub fn section(page: &Page) -> Option<Markup> {
    let texts = page.texts;
    let fitting = &page.result.fitting;
    let link = html! { a href="#rules" { (texts.say("report.section.rules")) } };
    Some(html! {
        @for rule in &fitting.ordering {
            p.small {
                (rule.text.in_words_of(texts)) " " (page.sources.founded(&rule.evidence, &rule.source)) ". "
                (phrase(texts, "report.pumps.rest", &[("link", &link)]))
            }
        }
        (wide(texts.say("report.pumps.name"), &overview(page)))
    })
}

/// The grounds pump by pump. They stand behind the day: few readers want them, and those who do want all of them.
pub fn rules(page: &Page) -> Option<Markup> {
    Some(html! {
        p {
            (page.texts.say("report.pumps.rules"))
        }
        @for pump in &page.result.fitting.pumps { (grounds(page, pump)) }
    })
}

fn overview(page: &Page) -> Markup {
    let texts = page.texts;
    html! {
        table.pumps.cards {
            caption {
                (texts.say("report.pumps.caption"))
            }
            thead { tr {
                th scope="col" { (texts.say("report.pumps.pump")) } th scope="col" { (texts.say("report.fact.size")) }
                th scope="col" { (texts.say("report.fact.height")) } th scope="col" { (texts.say("report.pumps.reasons")) }
            } }
            tbody { @for pump in &page.result.fitting.pumps { (row(page, pump)) } }
        }
    }
}

fn row(page: &Page, pump: &PumpAdvice) -> Markup {
    let texts = page.texts;
    let refused = pump.standing == Standing::Refused;
    let shown = |reason: &&Conclusion| if refused { reason.refuses() } else { reason.verdict != Verdict::Note };
    html! {
        tr {
            th scope="row" { (pump.name) br; (pump.article) br; (standing(page, pump.standing)) }
            td data-label=(texts.say("report.fact.size")) { @match &pump.size { Some(size) => (size.label), None => "–" } }
            td data-label=(texts.say("report.fact.height")) { (height_words::line(texts, &pump.height)) }
            td {
                ul.plain {
                    @for reason in pump.reasons.iter().filter(shown) {
                        li { (tag(page, reason.verdict)) " " (reason.text.in_words_of(texts)) }
                    }
                }
            }
        }
    }
}

fn standing(page: &Page, standing: Standing) -> Markup {
    let class = match standing {
        Standing::Recommended => "tag good",
        Standing::Possible => "tag",
        Standing::Refused => "tag bad",
    };
    html! { span class=(class) { (words::standing(page.texts, standing)) } }
}

fn grounds(page: &Page, pump: &PumpAdvice) -> Markup {
    let texts = page.texts;
    let name = texts.fill("report.pumps.grounds", &[("pump", &pump.name)]);
    let table = html! {
        table.grounds.cards {
            caption.visually-hidden { (name) }
            thead { tr {
                th scope="col" { (texts.say("report.pumps.verdict")) } th scope="col" { (texts.say("report.pumps.what")) }
                th scope="col" { (texts.say("report.pumps.inputs")) } th scope="col" { (texts.say("report.founded_on")) }
            } }
            tbody {
                @for reason in &pump.reasons {
                    tr {
                        td {
                            (tag(page, reason.verdict))
                            @if reason.merit != 0.0 {
                                span.why { (texts.fill("report.pumps.weight", &[("weight", &words::signed(texts, reason.merit, 0))])) }
                            }
                        }
                        td { (reason.text.in_words_of(texts)) @if let Some(note) = &reason.note { span.why { (note.in_words_of(texts)) } } }
                        td.inputs title=(reason.rule) { (inputs(page, reason)) }
                        td { (page.sources.concluded(reason)) }
                    }
                }
            }
        }
    };
    let recommended = pump.standing == Standing::Recommended;
    html! {
        details open[recommended] {
            summary { (pump.name) ", " (pump.article) ": " (words::standing(texts, pump.standing)) }
            (wide(&name, &table))
        }
    }
}

/// What a conclusion used.
fn inputs(page: &Page, reason: &Conclusion) -> Markup {
    let texts = page.texts;
    html! {
        @for input in &reason.inputs {
            span.input {
                (input.field) " = "
                @match input.value.what() {
                    // What a maker prints stands as printed.
                    Arg::Text(printed) if input.printed.is_some() => (english(texts, printed)),
                    _ => (input.value.in_words_of(texts)),
                }
            }
        }
    }
}
