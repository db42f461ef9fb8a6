//! What is known of the socket, what each figure means, and what is not promised.

use super::found;
use super::page::Page;
use crate::report_page::wide;
use crate::words;
use maud::{Markup, html};

/// Volumes further apart than this are told as a fault, %.
const AGREE_PCT: f64 = 0.1;

/// Verdict, facts and what is left open.
pub fn section(page: &Page) -> Markup {
    let solid = &page.result.solid;
    let (class, sign, word) = if solid.is_solid() {
        ("verdict yes", "✓", "The file that was written is a sound solid")
    } else {
        ("verdict no", "✕", "The file that was written is no sound solid")
    };
    let table = html! {
        table.cards {
            caption { "What was measured on the socket that was made." }
            thead { tr { th scope="col" { "Figure" } th scope="col" { "Value" } th scope="col" { "What it means" } } }
            tbody {
                @for (name, value, meaning) in facts(page) {
                    tr {
                        th scope="row" { (name) }
                        td.value data-label="Value" { (value) }
                        td { (meaning) }
                    }
                }
            }
        }
    };
    html! {
        div class=(class) {
            p.headline { span.sign aria-hidden="true" { (sign) } " " (word) }
            p { (verdict(page)) }
        }
        (wide("The socket's figures", &table))
        h3 { "What is not promised" }
        ul {
            li { "That the wall is strong enough: no load was put on it. Print, laminate and test as your workshop does." }
            li { "That it is comfortable. The figures are a start; the fitting decides." }
            li {
                "That the shape is kept where the scan folds over itself (an undercut, an ear): the socket goes around, and "
                "says how far."
            }
            li { "That a slicer takes the same tolerance as the check did." }
        }
    }
}

fn verdict(page: &Page) -> String {
    let solid = &page.result.solid;
    format!(
        "Read back from the file: {} faces, {} edges open, {} {}, {} through the wall, {} pairs of faces through each \
         other, {} faces without area; {} mL of material.",
        crate::words::thousands(solid.faces as f64),
        solid.open_edges,
        solid.pieces,
        if solid.pieces == 1 { "piece" } else { "pieces" },
        if solid.genus == 1 { "1 hole".to_string() } else { format!("{} holes", solid.genus) },
        solid.crossings,
        solid.degenerate_faces,
        words::number(solid.volume_ml, 1),
    )
}

fn facts(page: &Page) -> Vec<(&'static str, String, String)> {
    let facts = &page.result.socket;
    let ml = |value: f64| format!("{} mL", words::number(value, 1));
    let mm = |value: f64, digits: usize| format!("{} mm", words::number(value, digits));
    let off = 100.0 * (facts.inner_ml / facts.expected_inner_ml - 1.0);
    let agrees = if off.abs() <= AGREE_PCT { "they agree" } else { "they do NOT agree: look before it is made" };
    let [low, high] = facts.trim_below_mm;
    let mut rows = vec![
        (
            "Volume inside",
            ml(facts.inner_ml),
            format!(
                "Below the brim. Worked out another way, from the sections and the reduction: {} ({} %): {agrees} (within \
                 {AGREE_PCT} %).",
                ml(facts.expected_inner_ml),
                words::number(off, 3)
            ),
        ),
        (
            "Limb up to there",
            ml(facts.limb_ml),
            format!("The skin below the same height; with liner and socks, rectified: {}.", ml(facts.rectified_ml)),
        ),
        (
            "Area in contact",
            format!("{} cm²", words::number(facts.contact_cm2, 0)),
            "The socket's inside up to the trim line.".into(),
        ),
        (
            "Mean gap",
            mm(facts.mean_gap_mm, 2),
            "From the limb in its liner and socks to the socket's inside, before tissue gives way. Negative: tighter than \
             the limb."
                .into(),
        ),
        ("Liner and socks", mm(facts.thickest_interface_mm, 1), "Together, where they are thickest.".into()),
        (
            "Thinnest wall",
            mm(facts.thinnest_wall_mm, 2),
            "The least that was found between inside and outside.".into(),
        ),
        (
            "Trim line",
            format!("{} to {}", found::height(low), found::height(high)),
            "Its lowest and its highest point.".into(),
        ),
    ];
    if let Some(face) = facts.face_below_mm {
        let below = face - page.result.measurements.length_mm;
        let meaning = format!("Square to the limb's axis; {} below the limb's distal end.", found::length(below));
        rows.push(("Mounting face", found::height(face), meaning));
    }
    rows.push(("Holes through", facts.through_holes.to_string(), "Through the wall, as the steps ask for.".into()));
    rows.push((
        "Bridged",
        format!("{} %", words::number(100.0 * facts.bridged, 2)),
        "Of the surface: holes of the scan that were closed from what is around them.".into(),
    ));
    rows.push(("Undercut", mm(facts.undercut_mm, 2), "Deepest fold of the scan that the socket goes around.".into()));
    rows
}
