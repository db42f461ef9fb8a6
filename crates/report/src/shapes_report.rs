//! Two shapes of one limb beside and over each other: as a page of their own, and as a part of the clinic's.

mod overlay;

use crate::phrase::english;
use crate::report_page::{self, wide};
use crate::socket_report::{CSS, found};
use crate::words;
use maud::{Markup, html};
use std::fmt::Write;
use texts::Texts;
use workup::socket::two_shapes::{TwoShapes, TwoShapesResult};

/// The quarters in the order of the table's columns.
const QUARTERS: [(&str, &str); 4] = [
    ("anterior", "plot.side.anterior"),
    ("lateral", "plot.side.lateral"),
    ("posterior", "plot.side.posterior"),
    ("medial", "plot.side.medial"),
];

/// The whole file.
pub fn render(texts: &'static Texts, two: &TwoShapes) -> String {
    let result = &two.result;
    let title = texts.fill("shapes.title", &[("name", &result.name)]);
    let head = html! {
        h1 { (title) }
        p { (words::capital(words::side(texts, result.side))) }
        @for note in &result.notes { p.notice { (words::told(texts, note)) } }
    };
    let sections = vec![
        ("figures", texts.say("shapes.figures"), Some(figures(texts, result))),
        ("overlay", texts.say("shapes.overlay"), Some(pictures(texts, two))),
        ("parts", texts.say("shapes.parts"), Some(html! { (parts(texts, result)) (girths(texts, result)) })),
        ("socks", texts.say("shapes.socks"), Some(socks(texts, result))),
    ];
    let made_by = texts.fill(
        "shapes.made_by",
        &[("program", result.stamp.program), ("result", &result.stamp.concord_result.to_string())],
    );
    report_page::render(texts, &title, CSS, &head, sections, &html! { (made_by) })
}

/// Everything but the heading, for a page that has its own.
pub fn body(texts: &'static Texts, two: &TwoShapes) -> Markup {
    html! {
        (figures(texts, &two.result)) (pictures(texts, two)) (parts(texts, &two.result)) (girths(texts, &two.result))
        (socks(texts, &two.result))
    }
}

/// How the shapes were laid on each other, what differs, and what the limits say, as terms and sentences.
fn facts(texts: &Texts, result: &TwoShapesResult) -> Vec<(&'static str, String)> {
    let change = &result.change;
    let number = |value: f64, digits| words::number(texts, value, digits);
    let signed = |value: f64, digits| words::signed(texts, value, digits);
    vec![
        (
            "shapes.laid",
            texts.fill(
                "shapes.laid_said",
                &[
                    ("earlier", &change.earlier),
                    ("rms", &number(change.aligned_rms_mm, 2)),
                    ("overlap", &number(100.0 * change.aligned_overlap, 0)),
                    ("confidence", &number(change.aligned_confidence, 2)),
                ],
            ),
        ),
        (
            "shapes.registered",
            texts.fill(
                "shapes.registered_said",
                &[
                    ("matched", &number(100.0 * result.registered.matched, 0)),
                    ("most", &number(result.registered.p90_mm, 1)),
                    ("folded", &result.registered.folded_faces.to_string()),
                ],
            ),
        ),
        (
            "shapes.common",
            texts.fill(
                "shapes.common_said",
                &[
                    ("from", &found::height(texts, result.level, -change.common_mm[1])),
                    ("to", &found::height(texts, result.level, -change.common_mm[0])),
                ],
            ),
        ),
        (
            "shapes.volume",
            texts.fill(
                "shapes.volume_said",
                &[
                    ("before", &words::thousands(texts, change.before_ml)),
                    ("after", &words::thousands(texts, change.after_ml)),
                    ("change", &signed(change.after_ml - change.before_ml, 0)),
                    ("percent", &signed(change.change_pct, 1)),
                ],
            ),
        ),
        (
            "shapes.distance",
            texts.fill(
                "shapes.distance_said",
                &[
                    ("mean", &signed(change.mean_radial_error_mm, 2)),
                    ("range", &number(change.interquartile_range_mm, 2)),
                    ("most", &number(change.maximum_mm, 1)),
                ],
            ),
        ),
        (
            "shapes.limits",
            texts.fill(
                "shapes.limits_said",
                &[("verdict", &words::told(texts, &change.as_a_socket)), ("source", &change.limits_source)],
            ),
        ),
        (
            "shapes.indication",
            texts.fill(
                if change.beyond_indication { "shapes.indication_beyond" } else { "shapes.indication_within" },
                &[("limit", &number(change.indication_mm, 0))],
            ),
        ),
    ]
}

fn figures(texts: &Texts, result: &TwoShapesResult) -> Markup {
    html! { dl.facts { @for (term, text) in facts(texts, result) { div { dt { (texts.say(term)) } dd { (text) } } } } }
}

fn pictures(texts: &'static Texts, two: &TwoShapes) -> Markup {
    let (side, change) = (two.result.side, &two.result.change);
    let (before, after) = (&two.earlier.skin, &two.limb.skin);
    html! {
        figure.shapes { (overlay::outlines(texts, two.result.level, before, after, side)) }
        figure.shapes { div.views { @for cut in overlay::cuts(texts, two.result.level, before, after, change.common_mm, side) { (cut) } } }
        figure.shapes {
            figcaption { (texts.say("shapes.there")) }
            (overlay::coloured(texts, "there", before, &two.earlier.distances, side, texts.say("shapes.there_legend")))
        }
        figure.shapes {
            figcaption { (texts.say("shapes.back")) }
            (overlay::coloured(texts, "back", after, &two.back, side, texts.say("shapes.back_legend")))
        }
    }
}

fn parts(texts: &Texts, result: &TwoShapesResult) -> Markup {
    let table = html! {
        table.numbers {
            caption { (texts.say("socket_report.change.by_region")) }
            thead { tr { th scope="col" {} @for (_, name) in QUARTERS { th scope="col" { (words::capital(texts.say(name))) } } } }
            tbody {
                @for (proximal, name) in [(true, "shapes.proximal"), (false, "shapes.distal")] {
                    tr {
                        th scope="row" { (texts.say(name)) }
                        @for (quarter, _) in QUARTERS {
                            @for part in result.parts.iter().filter(|part| part.quarter == quarter && part.proximal == proximal) {
                                td { strong { (words::signed(texts, part.after_ml - part.before_ml, 1)) } " (" (words::number(texts, part.before_ml, 0)) ")" }
                            }
                        }
                    }
                }
            }
        }
    };
    wide(texts.say("shapes.parts"), &table)
}

fn girths(texts: &Texts, result: &TwoShapesResult) -> Markup {
    let table = html! {
        table.numbers {
            caption { (texts.say("socket_report.change.caption")) }
            thead { tr { th scope="col" { (texts.say("socket_report.sheet.height")) } th scope="col" { (texts.say("socket_report.change.then")) }
                th scope="col" { (texts.say("socket_report.change.now")) } th scope="col" { (texts.say("socket_report.change.change")) } } }
            tbody { @for row in &result.change.circumferences { tr {
                th scope="row" { (found::height(texts, result.level, row.below_mm)) }
                td { (words::number(texts, row.before_mm, 1)) " mm" }
                td { (words::number(texts, row.after_mm, 1)) " mm" }
                td { strong { (words::signed(texts, row.after_mm - row.before_mm, 1)) " mm" } }
            } } }
        }
    };
    wide(texts.say("report.head.circumferences"), &table)
}

/// What the socks amount to, in a sentence.
fn socks_said(texts: &Texts, result: &TwoShapesResult) -> String {
    let socks = &result.socks;
    let id = if socks.mean_mm < 0.0 { "shapes.socks_add" } else { "shapes.socks_less" };
    let with = [
        ("volume", words::number(texts, socks.change_ml.abs(), 0)),
        ("area", words::number(texts, socks.area_cm2, 0)),
        ("mean", words::number(texts, socks.mean_mm.abs(), 2)),
    ];
    texts.fill(id, &[("volume", &with[0].1), ("area", &with[1].1), ("mean", &with[2].1)])
}

fn socks(texts: &Texts, result: &TwoShapesResult) -> Markup {
    let number = |value: f64, digits| words::number(texts, value, digits);
    let table = html! {
        table.numbers {
            caption { (texts.say("shapes.socks_caption")) }
            thead { tr { th scope="col" { (texts.say("shapes.sock")) } th scope="col" { (texts.say("shapes.thickness")) } th scope="col" { (texts.say("shapes.count")) } } }
            tbody { @for row in &result.socks.plies { tr {
                th scope="row" { (texts.fill("report.case.ply", &[("ply", &row.ply.to_string())])) }
                td { (number(row.thickness_mm[0], 2)) " mm (" (number(row.thickness_mm[1], 2)) " … " (number(row.thickness_mm[2], 2)) ")" }
                td { strong { (words::signed(texts, row.socks[0], 1)) } " (" (words::signed(texts, row.socks[1], 1)) " … " (words::signed(texts, row.socks[2], 1)) ")" }
            } } }
        }
    };
    html! {
        p { (socks_said(texts, result)) }
        (wide(texts.say("shapes.socks"), &table))
        p.small { (english(texts, "sanders2012_sock")) ": " (texts.say("shapes.socks_hint")) }
    }
}

/// The same in a terminal.
pub fn text(texts: &Texts, result: &TwoShapesResult) -> String {
    let mut text = format!("{}\n", texts.fill("shapes.title", &[("name", &result.name)]));
    // Writing into a string cannot fail.
    for (term, said) in facts(texts, result) {
        let _ = writeln!(text, "  {}: {said}", texts.say(term));
    }
    let mut table = crate::table::new(&[
        "",
        "",
        texts.say("socket_report.change.then"),
        texts.say("socket_report.change.now"),
        texts.say("socket_report.change.change"),
    ]);
    for part in &result.parts {
        let half = texts.say(if part.proximal { "shapes.proximal" } else { "shapes.distal" });
        let quarter = QUARTERS.iter().find(|(name, _)| *name == part.quarter).map_or("", |(_, key)| texts.say(key));
        let [before, after] = [part.before_ml, part.after_ml].map(|ml| words::number(texts, ml, 0));
        table.add_row([
            half.to_string(),
            quarter.to_string(),
            before,
            after,
            words::signed(texts, part.after_ml - part.before_ml, 1),
        ]);
    }
    let _ = writeln!(text, "\n{}\n{table}", texts.say("socket_report.change.by_region"));
    let _ = writeln!(text, "\n{}", socks_said(texts, result));
    for row in &result.socks.plies {
        let [middle, low, high] = row.socks.map(|count| words::signed(texts, count, 1));
        let ply = texts.fill("report.case.ply", &[("ply", &row.ply.to_string())]);
        let _ = writeln!(text, "  {ply}: {middle} ({low} … {high})");
    }
    let _ = writeln!(text, "  {}", texts.say("shapes.socks_hint"));
    for note in &result.notes {
        let _ = writeln!(text, "  - {}", words::told(texts, note));
    }
    text
}
