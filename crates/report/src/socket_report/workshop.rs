//! What the workshop is given beside the socket: job, print sheet, model, check socket, custom liner.

use super::page::Page;
use super::{found, step_words};
use crate::phrase::english;
use crate::report_page::wide;
use crate::words;
use maud::{Markup, html};
use texts::Texts;
use workup::socket::SocketResult;
use workup::socket::workshop::{CheckSocketFacts, LinerOrderFacts, PrintSheet, Way};

/// The section.
pub(super) fn section(page: &Page) -> Markup {
    let (texts, result) = (page.texts, page.result);
    let workshop = &result.workshop;
    html! {
        @for mark in &result.marks { p { strong { (words::told(texts, mark)) "." } } }
        dl.facts { @for (term, text) in facts(texts, result) { div { dt { (texts.say(term)) } dd { (text) } } } }
        h3 { (texts.say("workshop.print")) } (print(page, &workshop.print))
        @if let Some(check) = &workshop.check_socket { h3 { (texts.say("workshop.check")) } (check_socket(texts, check)) }
        @if let Some(liner) = &workshop.custom_liner { h3 { (texts.say("workshop.liner")) } (custom_liner(texts, liner)) }
    }
}

/// Job, words on the part, volume, model: terms and sentences, for a terminal too.
pub fn facts(texts: &Texts, result: &SocketResult) -> Vec<(&'static str, String)> {
    let number = |value: f64, digits: usize| words::number(texts, value, digits);
    let mut rows = vec![("workshop.job", words::told(texts, &result.job.said))];
    let raised = match (&result.job.relief, &result.job.by_hand) {
        (Some(relief), _) => texts.fill(
            "workshop.raised_said",
            &[
                ("words", &relief.lines.join(" / ")),
                ("mm", &number(relief.raised_mm, 1)),
                ("around", &found::around(texts, relief.around_deg)),
                ("height", &found::height(texts, result.level, relief.below_mm)),
            ],
        ),
        (None, Some(why)) => words::told(texts, why),
        (None, None) => texts.say("workshop.raised_none").into(),
    };
    rows.push(("workshop.raised", raised));
    let workshop = &result.workshop;
    if let Some(way) = workshop.print.ways.iter().find(|way| way.way == Way::MountDown) {
        let [x, y, z] = way.overhang.box_mm.map(|mm| number(mm, 0));
        let volume = number(workshop.print.volume_ml, 0);
        let with = [("volume", volume.as_str()), ("x", &x), ("y", &y), ("z", &z)];
        rows.push(("workshop.print", texts.fill("workshop.volume", &with)));
    }
    if let Some(model) = &workshop.model {
        rows.push((
            "workshop.model",
            texts.fill(
                "workshop.model_said",
                &[
                    ("volume", &number(model.volume_ml, 0)),
                    ("length", &number(model.length_mm, 0)),
                    ("ap", &number(model.widths_mm[0], 0)),
                    ("ml", &number(model.widths_mm[1], 0)),
                    ("flat", &number(model.flat_above_mm, 0)),
                    ("around", &number(model.around_bore_mm, 0)),
                ],
            ),
        ));
    }
    if let Some(check) = &workshop.check_socket {
        rows.push(("workshop.check", check_said(texts, check)));
    }
    if let Some(liner) = &workshop.custom_liner {
        rows.push(("workshop.liner", liner_said(texts, liner)));
    }
    rows
}

/// Which way up.
pub fn way_word(texts: &Texts, way: Way) -> &str {
    texts.say(match way {
        Way::MountDown => "workshop.way_mount",
        Way::BrimDown => "workshop.way_brim",
        Way::Lying => "workshop.way_lying",
    })
}

/// "7 to 16 h": whole hours, no more is known.
pub fn hours(texts: &Texts, [low, high]: [f64; 2]) -> String {
    let whole = |hours: f64| words::number(texts, hours.max(1.0), 0);
    texts.fill("workshop.hours", &[("low", &whole(low)), ("high", &whole(high))])
}

fn print(page: &Page, sheet: &PrintSheet) -> Markup {
    let texts = page.texts;
    let number = |value: f64, digits: usize| words::number(texts, value, digits);
    let settings = &sheet.settings;
    let masses = html! {
        table.numbers {
            thead { tr { th scope="col" { (texts.say("workshop.material")) } th scope="col" { (texts.say("workshop.density")) } th scope="col" { (texts.say("workshop.mass")) } } }
            tbody { @for row in &sheet.materials { tr {
                th scope="row" { (row.name) }
                td { (number(row.density_g_cm3, 2)) " g/cm³ (" (english(texts, page.library.cited(&row.source, None))) ")" }
                td { strong { (number(row.mass_g, 0)) " g" } }
            } } }
        }
    };
    let ways = html! {
        table.numbers {
            thead { tr { th scope="col" { (texts.say("workshop.way")) } th scope="col" { (texts.say("workshop.overhang")) } th scope="col" { (texts.say("workshop.support")) } th scope="col" { (texts.say("workshop.time")) } } }
            tbody { @for (index, way) in sheet.ways.iter().enumerate() { tr {
                th scope="row" { (way_word(texts, way.way)) @if index == 0 { " – " (texts.say("workshop.proposed")) } }
                td { (number(way.overhang.area_cm2, 0)) " cm² (" (number(way.overhang.inside_cm2, 0)) " cm²)" }
                td { (number(way.support_ml, 0)) " mL" }
                td { (hours(texts, way.hours)) }
            } } }
        }
    };
    html! {
        (wide(texts.say("workshop.mass"), &masses))
        p { (texts.say("workshop.scale")) ": " (texts.say("workshop.scale_said")) "." }
        (wide(texts.say("workshop.way"), &ways))
        p { (texts.say("workshop.layers")) }
        p.small { (texts.fill("workshop.assumed", &[
            ("nozzle", &number(settings.nozzle_mm, 1)),
            ("line", &number(settings.line_mm, 1)),
            ("layer", &number(settings.layer_mm, 1)),
            ("low", &number(settings.speed_low_mm_s, 0)),
            ("high", &number(settings.speed_high_mm_s, 0)),
            ("overhead", &number(100.0 * settings.overhead, 0)),
            ("fill", &number(100.0 * settings.support_fill, 0)),
            ("angle", &number(settings.overhang_deg, 0)),
        ])) }
    }
}

fn check_said(texts: &Texts, check: &CheckSocketFacts) -> String {
    texts.fill(
        "workshop.check_said",
        &[
            ("sheet", step_words::sheet_word(texts, check.sheet)),
            ("mm", &words::number(texts, check.sheet_mm, 1)),
            ("area", &words::number(texts, check.covered_cm2, 0)),
        ],
    )
}

fn check_socket(texts: &Texts, check: &CheckSocketFacts) -> Markup {
    let number = |value: f64, digits: usize| words::number(texts, value, digits);
    let table = html! {
        table.numbers {
            thead { tr { th scope="col" { (texts.say("workshop.frame")) } th scope="col" { (texts.say("workshop.sheet_side")) } th scope="col" { (texts.say("workshop.drawn")) } th scope="col" { (texts.say("workshop.mean_wall")) } th scope="col" {} } }
            tbody { @for frame in &check.frames { tr {
                th scope="row" { "Ø " (number(frame.opening_mm, 0)) " mm" }
                td { (number(frame.sheet_side_mm, 0)) " × " (number(frame.sheet_side_mm, 0)) " mm" }
                td { (number(frame.draw_ratio, 1)) }
                td { (number(frame.mean_wall_mm, 1)) " mm" }
                td { @if frame.suits { strong { (texts.say("workshop.suits")) } } @else { "–" } }
            } } }
        }
    };
    html! { p { (check_said(texts, check)) } (wide(texts.say("workshop.check"), &table)) p { strong { (texts.say("workshop.check_not")) } } }
}

fn liner_said(texts: &Texts, liner: &LinerOrderFacts) -> String {
    let shape = &liner.shape;
    texts.fill(
        "workshop.liner_said",
        &[
            ("material", &words::capital(step_words::material_word(texts, liner.material))),
            ("volume", &words::number(texts, shape.material_ml, 0)),
            ("length", &words::number(texts, shape.length_mm, 0)),
            ("brim", &words::number(texts, shape.brim_above_mm, 0)),
            ("percent", &words::number(texts, shape.undersize_percent, 1)),
            ("from", &liner.undersize_from),
        ],
    )
}

fn custom_liner(texts: &Texts, liner: &LinerOrderFacts) -> Markup {
    let number = |value: f64, digits: usize| words::number(texts, value, digits);
    let table = html! {
        table.numbers {
            thead { tr { th scope="col" { (texts.say("workshop.above")) } th scope="col" { (texts.say("workshop.skin")) } th scope="col" { (texts.say("workshop.inside")) } th scope="col" { (texts.say("workshop.thick")) } } }
            tbody { @for row in liner.shape.rows.iter().rev() { tr {
                th scope="row" { (number(row.above_distal_end_mm, 0)) " mm" }
                td { (number(row.skin_mm, 0)) " mm" }
                td { (number(row.inside_mm, 0)) " mm" }
                td { (number(row.thickness_mm, 1)) " mm" }
            } } }
        }
    };
    html! { p { (liner_said(texts, liner)) } (wide(texts.say("workshop.liner"), &table)) }
}
