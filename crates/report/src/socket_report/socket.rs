//! What is known of the socket, what each figure means, and what is not promised.

use super::found;
use super::page::Page;
use crate::report_page::wide;
use crate::words;
use geometry::donning::{Donning, DonningVerdict};
use maud::{Markup, html};
use texts::{Arg, Wording};

/// Volumes further apart than this are told as a fault, %.
const AGREE_PCT: f64 = 0.1;

/// Verdict, facts and what is left open.
pub fn section(page: &Page) -> Markup {
    let solid = &page.result.solid;
    let texts = page.texts;
    let (class, sign, word) = if solid.is_solid() {
        ("verdict yes", "✓", texts.say("socket_report.solid.sound"))
    } else {
        ("verdict no", "✕", texts.say("socket_report.solid.unsound"))
    };
    let table = html! {
        table.cards {
            caption { (texts.say("socket_report.solid.caption")) }
            thead { tr { th scope="col" { (texts.say("socket_report.solid.figure")) } th scope="col" { (texts.say("socket_report.solid.value")) }
                th scope="col" { (texts.say("socket_report.solid.means")) } } }
            tbody {
                @for (name, value, meaning) in facts(page) {
                    tr {
                        th scope="row" { (texts.say(name)) }
                        td.value data-label=(texts.say("socket_report.solid.value")) { (value) }
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
        (wide(texts.say("socket_report.solid.name"), &table))
        h3 { (texts.say("socket_report.solid.not_promised")) }
        ul {
            @if page.result.strength.is_none() { li { (texts.say("socket_report.solid.strength")) } }
            li { (texts.say("socket_report.solid.comfort")) }
            li {
                (texts.say("socket_report.solid.undercuts"))
            }
            li { (texts.say("socket_report.solid.slicer")) }
        }
    }
}

fn verdict(page: &Page) -> String {
    let texts = page.texts;
    let solid = &page.result.solid;
    // More pieces than one may count less than no hole.
    let holes = usize::try_from(solid.genus).map_or_else(|_| solid.genus.to_string().into(), Arg::from);
    texts.render(
        &Wording::new("socket_report.solid.verdict")
            .with("faces", words::thousands(texts, solid.faces as f64))
            .with("open", solid.open_edges)
            .with("pieces", solid.pieces)
            .with("holes", holes)
            .with("crossings", solid.crossings)
            .with("flat", solid.degenerate_faces)
            .with("volume", words::number(texts, solid.volume_ml, 1)),
    )
}

/// Keys of names, values, meanings.
fn facts(page: &Page) -> Vec<(&'static str, String, String)> {
    let texts = page.texts;
    let facts = &page.result.socket;
    let ml = |value: f64| format!("{} mL", words::number(texts, value, 1));
    let mm = |value: f64, digits: usize| format!("{} mm", words::number(texts, value, digits));
    let say = |key: &str| texts.say(key).to_string();
    let off = 100.0 * (facts.inner_ml / facts.expected_inner_ml - 1.0);
    let inside =
        if off.abs() <= AGREE_PCT { "socket_report.fact.inside_agrees" } else { "socket_report.fact.inside_differs" };
    let [low, high] = facts.trim_below_mm.map(|below| found::height(texts, page.result.level, below));
    let mut rows = vec![
        (
            "socket_report.fact.inside",
            ml(facts.inner_ml),
            texts.fill(
                inside,
                &[
                    ("volume", &ml(facts.expected_inner_ml)),
                    ("off", &words::number(texts, off, 3)),
                    ("limit", &texts.figure(&AGREE_PCT.to_string())),
                ],
            ),
        ),
        (
            "socket_report.fact.limb",
            ml(facts.limb_ml),
            texts.fill("socket_report.fact.limb_said", &[("volume", &ml(facts.rectified_ml))]),
        ),
        (
            "socket_report.fact.contact",
            format!("{} cm²", words::number(texts, facts.contact_cm2, 0)),
            say("socket_report.fact.contact_said"),
        ),
        ("socket_report.fact.gap", mm(facts.mean_gap_mm, 2), say("socket_report.fact.gap_said")),
        ("socket_report.fact.interface", mm(facts.thickest_interface_mm, 1), say("socket_report.fact.interface_said")),
        ("socket_report.fact.wall", mm(facts.thinnest_wall_mm, 2), say("socket_report.fact.wall_said")),
        (
            "socket_report.fact.trim",
            texts.fill("report.to", &[("low", &low), ("high", &high)]),
            say("socket_report.fact.trim_said"),
        ),
    ];
    rows.insert(6, thinnest(page));
    if let Some(face) = facts.face_below_mm {
        let below = found::length(texts, face - page.result.measurements.length_mm);
        let straight = page.made.socket.face.is_none_or(|face| face.up.z == 1.0);
        let key = if straight { "socket_report.fact.face_said" } else { "socket_report.fact.face_aligned" };
        rows.push((
            "socket_report.fact.face",
            found::height(texts, page.result.level, face),
            texts.fill(key, &[("length", &below)]),
        ));
    }
    if let Some(thin) = facts.thinnest_inner_mm {
        rows.push(("socket_report.fact.inner_wall", mm(thin, 2), say("socket_report.fact.inner_wall_said")));
    }
    if facts.windows > 0 {
        rows.push(("socket_report.fact.windows", facts.windows.to_string(), say("socket_report.fact.windows_said")));
    }
    if let Some(line) = &facts.bench_line {
        let at = |[forward, lateral]: [f64; 2]| {
            let figures = [forward, lateral].map(|mm| words::signed(texts, mm, 0));
            texts.fill("socket_report.fact.bench_at", &[("forward", &figures[0]), ("lateral", &figures[1])])
        };
        let meaning = texts.fill("socket_report.fact.bench_said", &[("face", &at(line.face_mm))]);
        rows.push(("socket_report.fact.bench", at(line.at_brim_mm), meaning));
    }
    rows.extend(facts.donning.as_ref().map(|found| donning(page, found)));
    rows.push(("socket_report.fact.holes", facts.through_holes.to_string(), say("socket_report.fact.holes_said")));
    rows.push((
        "socket_report.fact.bridged",
        format!("{} %", words::number(texts, 100.0 * facts.bridged, 2)),
        say("socket_report.fact.bridged_said"),
    ));
    rows.push(("socket_report.fact.undercut", mm(facts.undercut_mm, 2), say("socket_report.fact.undercut_said")));
    rows
}

/// The thinnest place of the whole solid, and where it is.
fn thinnest(page: &Page) -> (&'static str, String, String) {
    let texts = page.texts;
    let thin = &page.result.socket.thinnest;
    let key = if thin.above_distal_end_mm < 0.0 {
        "socket_report.fact.thinnest_below"
    } else {
        "socket_report.fact.thinnest_above"
    };
    let meaning = texts.fill(
        key,
        &[
            ("feature", found::feature(texts, thin.feature)),
            ("around", &found::around(texts, thin.around_deg)),
            ("mm", &words::number(texts, thin.above_distal_end_mm.abs(), 0)),
        ],
    );
    ("socket_report.fact.thinnest", format!("{} mm", words::number(texts, thin.mm, 2)), meaning)
}

/// Whether the limb gets in, and what it has to pass.
fn donning(page: &Page, found: &Donning) -> (&'static str, String, String) {
    let texts = page.texts;
    let verdict = words::capital(found::donning(texts, found.verdict));
    let number = |value: f64, digits: usize| words::number(texts, value, digits);
    if found.verdict == DonningVerdict::GoesIn {
        let around = found::around(texts, found.around_deg);
        let figures =
            [("around", &*around), ("bulge", &*number(found.bulge_mm, 0)), ("neck", &*number(found.neck_mm, 0))];
        return ("socket_report.fact.donning", verdict, texts.fill("socket_report.fact.donning_clear", &figures));
    }
    let key =
        if found.tissue_measured { "socket_report.fact.tissue_measured" } else { "socket_report.fact.tissue_assumed" };
    let meaning = texts.fill(
        "socket_report.fact.donning_said",
        &[
            ("bulge", &number(found.bulge_mm, 0)),
            ("bulge_below", &found::height(texts, page.result.level, found.bulge_below_mm)),
            ("neck", &number(found.neck_mm, 0)),
            ("neck_below", &found::height(texts, page.result.level, found.neck_below_mm)),
            ("around", &found::around(texts, found.around_deg)),
            ("undercut", &number(found.undercut_mm, 1)),
            ("squeeze", &number(found.squeeze_mm, 1)),
            ("pct", &number(found.squeeze_pct, 1)),
            ("low", &number(found.give_mm[0], 0)),
            ("high", &number(found.give_mm[1], 0)),
            ("tissue", &texts.fill(key, &[("mm", &number(found.tissue_mm, 0))])),
        ],
    );
    ("socket_report.fact.donning", verdict, meaning)
}
