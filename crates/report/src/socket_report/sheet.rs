//! The measurement sheet: a page of its own on paper, with room to check by hand.

use super::page::Page;
use super::{found, silhouette};
use crate::report_page::wide;
use crate::words;
use maud::{Markup, html};
use units::Length;

/// Figures of the whole limb, drawing, sections.
pub fn section(page: &Page) -> Markup {
    let texts = page.texts;
    let (limb, taken) = (&page.result.measurements, &page.result.taken);
    let level = words::level_short(texts, page.result.level);
    let mut facts = vec![
        ("socket_report.sheet.side", words::capital(words::side(texts, page.result.side))),
        (
            "socket_report.sheet.measured",
            format!("{}; {}", words::told(texts, &taken.date_said()), words::told(texts, &taken.over_said())),
        ),
        ("socket_report.sheet.doffed", words::told(texts, &taken.doffed_said())),
        (
            "socket_report.sheet.length",
            texts.fill(
                "socket_report.sheet.to_end",
                &[("length", &found::length(texts, limb.length_mm)), ("level", level)],
            ),
        ),
        (
            "socket_report.sheet.volume",
            texts.fill(
                "socket_report.sheet.below_level",
                &[("figure", &format!("{} mL", words::thousands(texts, limb.volume_ml))), ("level", level)],
            ),
        ),
        (
            "socket_report.sheet.skin",
            texts.fill(
                "socket_report.sheet.below_level",
                &[("figure", &format!("{} cm²", words::number(texts, limb.skin_area_cm2, 0))), ("level", level)],
            ),
        ),
        (
            "socket_report.sheet.shape_index",
            texts.fill(
                "socket_report.sheet.shape_said",
                &[("index", &words::number(texts, limb.shape_index, 2)), ("level", level)],
            ),
        ),
    ];
    if let Some(scan) = &page.result.scan {
        let mut whole = format!("{} mL", words::thousands(texts, scan.volume_ml));
        if let Some(invented) = &scan.invented {
            whole = format!("{whole} ({})", words::told(texts, invented));
        }
        facts.push(("socket_report.sheet.whole_scan", whole));
    }
    if let Some(bone) = limb.bone_ml {
        facts.push((
            "socket_report.sheet.bone",
            texts
                .fill("socket_report.sheet.bone_said", &[("volume", &words::number(texts, bone, 0)), ("level", level)]),
        ));
    }
    if let Some(tissue) = limb.tissue_to_bone_mm {
        facts.push((
            "socket_report.sheet.tissue",
            texts.fill("socket_report.sheet.tissue_said", &[("mm", &words::number(texts, tissue, 1))]),
        ));
    }
    html! {
        @for mark in &page.result.marks { p { strong { (words::told(texts, mark)) "." } } }
        p.paper-only { (texts.say("socket_report.sheet.paper")) }
        div.halves {
            dl.facts { @for (term, text) in facts { div { dt { (texts.say(term)) } dd { (text) } } } }
            figure { (silhouette::drawing(texts, &page.made.limb, limb, page.result.level, "outline-name")) }
        }
        (sections(page))
    }
}

fn sections(page: &Page) -> Markup {
    let texts = page.texts;
    let limb = &page.result.measurements;
    let inches = |mm: f64| words::number(texts, Length::from_mm(mm).inches(), 1);
    let table = html! {
        table.numbers {
            caption {
                (texts.say("socket_report.sheet.caption"))
            }
            thead { tr {
                th scope="col" { (texts.say("socket_report.sheet.height")) } th scope="col" { (texts.say("socket_report.sheet.by_tape")) }
                th scope="col" { (texts.say("socket_report.sheet.along_skin")) }
                th scope="col" { (texts.say("socket_report.sheet.area")) } th scope="col" { (texts.say("socket_report.sheet.ap")) } th scope="col" { (texts.say("socket_report.sheet.ml")) } th.paper-only scope="col" { (texts.say("socket_report.sheet.by_hand")) }
            } }
            tbody {
                @for row in &limb.sections {
                    tr {
                        th scope="row" { (found::height(texts, page.result.level, row.below_mm)) }
                        td { strong { (words::number(texts, row.circumference_mm, 0)) " mm" } " (" (inches(row.circumference_mm)) " in)" }
                        td { (words::number(texts, row.perimeter_mm, 0)) " mm" }
                        td { (words::number(texts, row.area_cm2, 1)) " cm²" }
                        td { (words::number(texts, row.ap_mm, 0)) " mm" }
                        td { (words::number(texts, row.ml_mm, 0)) " mm" }
                        td.paper-only {}
                    }
                }
            }
        }
    };
    wide(texts.say("socket_report.sheet.sections"), &table)
}
