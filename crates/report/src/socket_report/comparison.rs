//! What changed since an earlier scan of the same limb.

use super::found;
use super::page::Page;
use crate::report_page::wide;
use crate::socket_picture::Change;
use crate::words;
use maud::{Markup, html};
use workup::socket::{ComparisonFacts, Region};

/// The quarters in the order of the table's columns.
const QUARTERS: [&str; 4] = ["anterior", "lateral", "posterior", "medial"];

/// Nothing without an earlier scan.
pub fn section(page: &Page) -> Option<Markup> {
    let change = page.result.comparison.as_ref()?;
    let volume = format!(
        "{} mL then, {} mL now",
        crate::words::thousands(change.before_ml),
        crate::words::thousands(change.after_ml)
    );
    Some(html! {
        p {
            "Against " (change.earlier) ", laid on this scan from whatever pose it had: the surfaces are "
            (words::number(change.aligned_rms_mm, 2)) " mm apart (root mean square); the next best pose is worse by "
            (words::number(change.aligned_confidence, 2)) " of 1. Over the heights that both have, "
            (found::height(-change.common_mm[1])) " to " (found::height(-change.common_mm[0])) ":"
        }
        dl.facts {
            div { dt { "Volume" } dd { (volume) ", " strong { (words::signed(change.change_pct, 1)) " %" } } }
            div {
                dt { "Size" }
                dd { "mean radial error " (words::signed(change.mean_radial_error_mm, 2)) " mm" }
            }
            div {
                dt { "Shape" }
                dd {
                    "inter-quartile range " (words::number(change.interquartile_range_mm, 2)) " mm, at most "
                    (words::number(change.maximum_mm, 1)) " mm; normals " (words::number(change.normal_angle_deg, 1))
                    "° apart on the mean"
                }
            }
            div { dt { "As a socket" } dd { (crate::words::capital(&change.as_a_socket)) " (" (change.limits_source) ")" } }
            div {
                dt { "Indication" }
                dd {
                    @if change.beyond_indication { strong { "Beyond" } } @else { "Within" }
                    " the " (words::number(change.indication_mm, 0)) " mm of circumference that the indication for vacuum goes to"
                }
            }
        }
        @if let Some(pictures) = Change::new(page.made) {
            figure.shapes {
                figcaption { strong { "Where it has changed." } " Bare: only one of both scans has it." }
                div.views { @for view in pictures.views() { (view) } }
                (pictures.legend())
            }
        }
        (girths(change))
        (regions(change))
    })
}

fn girths(change: &ComparisonFacts) -> Markup {
    let table = html! {
        table.numbers {
            caption { "Circumference by tape." }
            thead { tr { th scope="col" { "Height" } th scope="col" { "Then" } th scope="col" { "Now" } th scope="col" { "Change" } } }
            tbody {
                @for row in &change.circumferences {
                    tr {
                        th scope="row" { (found::height(row.below_mm)) }
                        td { (words::number(row.before_mm, 1)) " mm" }
                        td { (words::number(row.after_mm, 1)) " mm" }
                        td { strong { (words::signed(row.after_mm - row.before_mm, 1)) " mm" } }
                    }
                }
            }
        }
    };
    wide("Circumferences", &table)
}

/// A row a band of height, a column a quarter.
fn regions(change: &ComparisonFacts) -> Markup {
    let bands: Vec<&[Region]> = change.regions.chunk_by(|a, b| a.heights_mm == b.heights_mm).collect();
    let table = html! {
        table.numbers {
            caption { "Change of volume by region, mL (then)." }
            thead { tr { th scope="col" { "Heights" } @for quarter in QUARTERS { th scope="col" { (crate::words::capital(quarter)) } } } }
            tbody {
                @for band in bands {
                    tr {
                        th scope="row" {
                            (found::height(-band[0].heights_mm[1])) " to " (found::height(-band[0].heights_mm[0]))
                        }
                        @for quarter in QUARTERS {
                            @for region in band.iter().filter(|region| region.quarter == quarter) {
                                td {
                                    (words::signed(region.after_ml - region.before_ml, 1))
                                    " (" (words::number(region.before_ml, 0)) ")"
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    wide("Regions", &table)
}
