//! The measurement sheet: a page of its own on paper, with room to check by hand.

use super::page::Page;
use super::{found, silhouette};
use crate::report_page::wide;
use crate::words;
use domain::limb::AmputationLevel;
use maud::{Markup, html};
use units::Length;

/// Figures of the whole limb, drawing, sections.
pub fn section(page: &Page) -> Markup {
    let (limb, taken) = (&page.result.measurements, &page.result.taken);
    let mut facts = vec![
        ("Side", crate::words::capital(page.result.side.label())),
        ("Measured", format!("{}; {}", taken.date_said(), taken.over_said())),
        ("After doffing", taken.doffed_said().to_string()),
        ("Length", format!("{} from MPT to the distal end", found::length(limb.length_mm))),
        ("Volume", format!("{} mL below MPT", crate::words::thousands(limb.volume_ml))),
        ("Skin", format!("{} cm² below MPT", words::number(limb.skin_area_cm2, 0))),
        (
            "Shape index",
            format!(
                "{}: circumference near the end over that at MPT (below 1 conical, above 1 bulbous)",
                words::number(limb.shape_index, 2)
            ),
        ),
    ];
    if let Some(bone) = limb.bone_ml {
        facts.push(("Bone", format!("{} mL below MPT, as the scan has it", words::number(bone, 0))));
    }
    if let Some(tissue) = limb.tissue_to_bone_mm {
        facts.push(("Soft tissue", format!("{} mm from skin to bone on the mean", words::number(tissue, 1))));
    }
    html! {
        @for mark in &page.result.marks { p { strong { (mark) "." } } }
        p.paper-only { "Patient ______________________   Date ______________   Checked by ______________________" }
        div.halves {
            dl.facts { @for (term, text) in facts { div { dt { (term) } dd { (text) } } } }
            figure { (silhouette::drawing(&page.made.limb, limb, AmputationLevel::Transtibial, "outline-name")) }
        }
        (sections(page))
    }
}

fn sections(page: &Page) -> Markup {
    let limb = &page.result.measurements;
    let inches = |mm: f64| words::number(Length::from_mm(mm).inches(), 1);
    let table = html! {
        table.numbers {
            caption {
                "Sections square to the long axis. By tape: a tape bridges hollows. Along the skin: it follows them. AP: "
                "front to back; ML: side to side."
            }
            thead { tr {
                th scope="col" { "Height" } th scope="col" { "By tape" } th scope="col" { "Along the skin" }
                th scope="col" { "Area" } th scope="col" { "AP" } th scope="col" { "ML" } th.paper-only scope="col" { "By hand" }
            } }
            tbody {
                @for row in &limb.sections {
                    tr {
                        th scope="row" { (found::height(row.below_mm)) }
                        td { strong { (words::number(row.circumference_mm, 0)) " mm" } " (" (inches(row.circumference_mm)) " in)" }
                        td { (words::number(row.perimeter_mm, 0)) " mm" }
                        td { (words::number(row.area_cm2, 1)) " cm²" }
                        td { (words::number(row.ap_mm, 0)) " mm" }
                        td { (words::number(row.ml_mm, 0)) " mm" }
                        td.paper-only {}
                    }
                }
            }
        }
    };
    wide("Sections of the limb", &table)
}
