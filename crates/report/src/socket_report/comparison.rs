//! What changed since an earlier scan of the same limb.

use super::found;
use super::page::Page;
use crate::phrase::{english, phrase};
use crate::report_page::wide;
use crate::socket_picture::Change;
use crate::words;
use domain::limb::AmputationLevel;
use maud::{Markup, html};
use texts::Texts;
use workup::socket::{ComparisonFacts, Region};

/// The quarters in the order of the table's columns.
const QUARTERS: [(&str, &str); 4] = [
    ("anterior", "plot.side.anterior"),
    ("lateral", "plot.side.lateral"),
    ("posterior", "plot.side.posterior"),
    ("medial", "plot.side.medial"),
];

/// Nothing without an earlier scan.
pub fn section(page: &Page) -> Option<Markup> {
    let change = page.result.comparison.as_ref()?;
    let texts = page.texts;
    let number = |value: f64, digits: usize| words::number(texts, value, digits);
    let change_pct = html! { strong { (words::signed(texts, change.change_pct, 1)) " %" } };
    let indication = html! {
        strong { (texts.say("socket_report.change.beyond")) }
    };
    let limit = number(change.indication_mm, 0);
    Some(html! {
        p {
            (texts.fill(
                "socket_report.change.what",
                &[
                    ("earlier", &change.earlier),
                    ("rms", &number(change.aligned_rms_mm, 2)),
                    ("confidence", &number(change.aligned_confidence, 2)),
                    ("from", &found::height(texts, page.result.level, -change.common_mm[1])),
                    ("to", &found::height(texts, page.result.level, -change.common_mm[0])),
                ],
            ))
        }
        dl.facts {
            div {
                dt { (texts.say("socket_report.sheet.volume")) }
                dd {
                    (phrase(
                        texts,
                        "socket_report.change.volume",
                        &[
                            ("before", &words::thousands(texts, change.before_ml)),
                            ("after", &words::thousands(texts, change.after_ml)),
                            ("change", &change_pct),
                        ],
                    ))
                }
            }
            div {
                dt { (texts.say("socket_report.change.size")) }
                dd {
                    (texts.fill(
                        "socket_report.change.radial",
                        &[("mm", &words::signed(texts, change.mean_radial_error_mm, 2))],
                    ))
                }
            }
            div {
                dt { (texts.say("socket_report.liner.shape")) }
                dd {
                    (texts.fill(
                        "socket_report.change.shape",
                        &[
                            ("range", &number(change.interquartile_range_mm, 2)),
                            ("most", &number(change.maximum_mm, 1)),
                            ("normals", &number(change.normal_angle_deg, 1)),
                        ],
                    ))
                }
            }
            div {
                dt { (texts.say("socket_report.change.as_socket")) }
                dd { (words::capital(&words::told(texts, &change.as_a_socket))) " (" (english(texts, &change.limits_source)) ")" }
            }
            div {
                dt { (texts.say("socket_report.change.indication")) }
                dd {
                    @if change.beyond_indication {
                        (phrase(texts, "socket_report.change.beyond_limit", &[("beyond", &indication), ("limit", &limit)]))
                    } @else {
                        (texts.fill("socket_report.change.within_limit", &[("limit", &limit)]))
                    }
                }
            }
        }
        @if let Some(pictures) = Change::new(texts, page.made) {
            figure.shapes {
                figcaption { strong { (texts.say("socket_report.change.where")) } " " (texts.say("socket_report.change.bare")) }
                div.views { @for view in pictures.views() { (view) } }
                (pictures.legend())
            }
        }
        (girths(texts, page.result.level, change))
        (regions(texts, page.result.level, change))
    })
}

fn girths(texts: &Texts, level: AmputationLevel, change: &ComparisonFacts) -> Markup {
    let table = html! {
        table.numbers {
            caption { (texts.say("socket_report.change.caption")) }
            thead { tr { th scope="col" { (texts.say("socket_report.sheet.height")) } th scope="col" { (texts.say("socket_report.change.then")) }
                th scope="col" { (texts.say("socket_report.change.now")) } th scope="col" { (texts.say("socket_report.change.change")) } } }
            tbody {
                @for row in &change.circumferences {
                    tr {
                        th scope="row" { (found::height(texts, level, row.below_mm)) }
                        td { (words::number(texts, row.before_mm, 1)) " mm" }
                        td { (words::number(texts, row.after_mm, 1)) " mm" }
                        td { strong { (words::signed(texts, row.after_mm - row.before_mm, 1)) " mm" } }
                    }
                }
            }
        }
    };
    wide(texts.say("report.head.circumferences"), &table)
}

/// A row a band of height, a column a quarter.
fn regions(texts: &Texts, level: AmputationLevel, change: &ComparisonFacts) -> Markup {
    let bands: Vec<&[Region]> = change.regions.chunk_by(|a, b| a.heights_mm == b.heights_mm).collect();
    let table = html! {
        table.numbers {
            caption { (texts.say("socket_report.change.by_region")) }
            thead { tr { th scope="col" { (texts.say("socket_report.change.heights")) } @for (_, name) in QUARTERS { th scope="col" { (words::capital(texts.say(name))) } } } }
            tbody {
                @for band in bands {
                    tr {
                        th scope="row" {
                            (texts.fill(
                                "report.to",
                                &[
                                    ("low", &found::height(texts, level, -band[0].heights_mm[1])),
                                    ("high", &found::height(texts, level, -band[0].heights_mm[0])),
                                ],
                            ))
                        }
                        @for (quarter, _) in QUARTERS {
                            @for region in band.iter().filter(|region| region.quarter == quarter) {
                                td {
                                    (words::signed(texts, region.after_ml - region.before_ml, 1))
                                    " (" (words::number(texts, region.before_ml, 0)) ")"
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    wide(texts.say("socket_report.change.regions"), &table)
}
