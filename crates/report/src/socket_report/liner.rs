//! The sheet to order the liner with: a standard size by the maker's rule, and what a custom one needs.

use super::page::Page;
use super::{found, step_words};
use crate::report_page::wide;
use crate::words;
use domain::technique::Step;
use maud::{Markup, html};

/// Standard size, then custom.
pub fn section(page: &Page) -> Markup {
    let liner = &page.result.liner;
    let custom = !liner.custom_reasons.is_empty();
    html! {
        @for mark in &page.result.marks { p { strong { (mark) "." } } }
        p.paper-only { "Patient ______________________   Date ______________   Ordered by ______________________" }
        h3 { "Standard size" }
        dl.facts { @for (term, text) in standard(page) { div { dt { (term) } dd { (text) } } } }
        p.small { "Rule: " (page.library.cited(&liner.source, liner.page.as_deref())) " " code { (liner.source) } }
        h3 { "Custom liner" }
        @if custom {
            p { strong { "The case speaks for one: " } (liner.custom_reasons.join(", ")) "." }
        } @else {
            p { "No reason for one was found. If one is ordered, this is what it needs:" }
        }
        dl.facts { @for (term, text) in bespoke(page) { div { dt { (term) } dd { (text) } } } }
        (profile(page))
    }
}

fn standard(page: &Page) -> Vec<(&'static str, String)> {
    let liner = &page.result.liner;
    let mut rows = vec![
        ("Side", crate::words::capital(page.result.side.label())),
        (
            "Circumference",
            format!(
                "{}, by tape, {} above the distal end",
                found::length(liner.circumference_mm),
                found::length(liner.above_distal_end_mm)
            ),
        ),
    ];
    rows.extend(liner.to_order().into_iter().map(|line| ("To order", line.into())));
    rows
}

fn bespoke(page: &Page) -> Vec<(&'static str, String)> {
    let limb = &page.result.measurements;
    let mut rows = vec![("Length", format!("{} from MPT to the distal end", found::length(limb.length_mm)))];
    for step in &page.result.technique.steps {
        if let Step::Liner { material, thickness } = step {
            rows.push(("Material", crate::words::capital(step_words::material_word(*material))));
            rows.push(("Thickness", step_words::stations(thickness)));
        }
    }
    rows.push(("Shape", "The limb's file (PLY) beside this report, or the table below".into()));
    rows
}

/// Circumferences by height above the distal end, as liners are described.
fn profile(page: &Page) -> Markup {
    let limb = &page.result.measurements;
    let rows: Vec<_> = limb.sections.iter().rev().filter(|row| row.below_mm < limb.length_mm).collect();
    let table = html! {
        table.numbers {
            caption { "Circumference as scanned or measured, from the distal end up." }
            thead { tr {
                th scope="col" { "Above distal end" } th scope="col" { "Below MPT" } th scope="col" { "By tape" }
                th scope="col" { "Width AP" } th scope="col" { "Width ML" }
            } }
            tbody {
                @for row in rows {
                    tr {
                        th scope="row" { (words::number(limb.length_mm - row.below_mm, 0)) " mm" }
                        td { (words::number(row.below_mm, 0)) " mm" }
                        td { (found::length(row.circumference_mm)) }
                        td { (words::number(row.ap_mm, 0)) " mm" }
                        td { (words::number(row.ml_mm, 0)) " mm" }
                    }
                }
            }
        }
    };
    wide("The liner's shape", &table)
}
