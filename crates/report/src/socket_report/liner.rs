//! The sheet to order the liner with: a standard size by the maker's rule, and what a custom one needs.

use super::page::Page;
use super::{found, step_words};
use crate::phrase::{english, phrase};
use crate::report_page::wide;
use crate::words;
use domain::technique::Step;
use maud::{Markup, html};

/// Standard size, then custom.
pub fn section(page: &Page) -> Markup {
    let texts = page.texts;
    let liner = &page.result.liner;
    let reasons: Vec<String> = liner.custom_reasons.iter().map(|why| why.in_words_of(texts)).collect();
    html! {
        @for mark in &page.result.marks { p { strong { (words::told(texts, mark)) "." } } }
        p.paper-only { (texts.say("socket_report.liner.paper")) }
        h3 { (texts.say("socket_report.liner.standard")) }
        dl.facts { @for (term, text) in standard(page) { div { dt { (texts.say(term)) } dd { (text) } } } }
        p.small { (phrase(
                texts,
                "socket_report.liner.rule",
                &[
                    ("source", &english(texts, page.library.cited(&liner.source, liner.page.as_deref()))),
                    ("key", &html! { code { (liner.source) } }),
                ],
            )) }
        h3 { (texts.say("socket_report.liner.custom")) }
        @if !reasons.is_empty() {
            p { strong { (texts.say("socket_report.liner.speaks_for")) " " } (reasons.join(", ")) "." }
        } @else {
            p { (texts.say("socket_report.liner.no_reason")) }
        }
        dl.facts { @for (term, text) in bespoke(page) { div { dt { (texts.say(term)) } dd { (text) } } } }
        (profile(page))
    }
}

fn standard(page: &Page) -> Vec<(&'static str, String)> {
    let texts = page.texts;
    let liner = &page.result.liner;
    let mut rows = vec![
        ("socket_report.sheet.side", words::capital(words::side(texts, page.result.side))),
        (
            "socket_report.liner.circumference",
            texts.fill(
                "socket_report.liner.measured",
                &[
                    ("girth", &found::length(texts, liner.circumference_mm)),
                    ("above", &found::length(texts, liner.above_distal_end_mm)),
                ],
            ),
        ),
    ];
    rows.extend(liner.to_order().into_iter().map(|line| ("socket_report.liner.to_order", line.in_words_of(texts))));
    rows
}

fn bespoke(page: &Page) -> Vec<(&'static str, String)> {
    let texts = page.texts;
    let limb = &page.result.measurements;
    let mut rows = vec![(
        "socket_report.sheet.length",
        texts.fill(
            "socket_report.sheet.to_end",
            &[
                ("length", &found::length(texts, limb.length_mm)),
                ("level", words::level_short(texts, page.result.level)),
            ],
        ),
    )];
    for step in &page.result.technique.steps {
        if let Step::Liner { material, thickness } = step {
            rows.push(("socket_report.liner.material", words::capital(step_words::material_word(texts, *material))));
            rows.push(("socket_report.liner.thickness", step_words::stations(texts, thickness)));
        }
    }
    rows.push(("socket_report.liner.shape", texts.say("socket_report.liner.shape_said").into()));
    rows
}

/// Circumferences by height above the distal end, as liners are described.
fn profile(page: &Page) -> Markup {
    let texts = page.texts;
    let limb = &page.result.measurements;
    let rows: Vec<_> = limb.sections.iter().rev().filter(|row| row.below_mm < limb.length_mm).collect();
    let table = html! {
        table.numbers {
            caption { (texts.say("socket_report.liner.caption")) }
            thead { tr {
                th scope="col" { (texts.say("socket_report.liner.above_end")) } th scope="col" { (texts.fill("socket_report.liner.below_level", &[("level", words::level_short(texts, page.result.level))])) } th scope="col" { (texts.say("socket_report.sheet.by_tape")) }
                th scope="col" { (texts.say("socket_report.liner.width_ap")) } th scope="col" { (texts.say("socket_report.liner.width_ml")) }
            } }
            tbody {
                @for row in rows {
                    tr {
                        th scope="row" { (words::number(texts, limb.length_mm - row.below_mm, 0)) " mm" }
                        td { (words::number(texts, row.below_mm, 0)) " mm" }
                        td { (found::length(texts, row.circumference_mm)) }
                        td { (words::number(texts, row.ap_mm, 0)) " mm" }
                        td { (words::number(texts, row.ml_mm, 0)) " mm" }
                    }
                }
            }
        }
    };
    wide(texts.say("socket_report.liner.name"), &table)
}
