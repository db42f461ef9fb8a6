//! Limb and socket side by side: views, landmarks, cut and sections.

use super::found;
use super::page::Page;
use crate::report_page::wide;
use crate::socket_picture;
use domain::technique::Landmark;
use maud::{Markup, html};

/// The one picture of the report.
pub fn section(page: &Page) -> Markup {
    let pictures = page.pictures;
    html! {
        figure.shapes {
            figcaption {
                strong { "The limb, and how far the socket's inside is from its skin. " }
                "Liner and socks lie in between; a negative number is tighter than the skin. Grey: above the trim line. Numbers are landmarks, listed below; a solid ring is placed by a person, a dashed one proposed."
            }
            div.views { @for view in pictures.limb() { (view) } }
            div.ground { (pictures.legend()) }
        }
        figure.shapes {
            figcaption { strong { "The socket. " } "To the same scale. The dashed line is the mid-patellar tendon level (MPT)." }
            div.views { @for view in pictures.socket() { (view) } }
        }
        div.halves {
            figure {
                figcaption { strong { "Limb, liner and wall, cut from front to back. " }
                    "Seen from lateral."
                    @if !page.made.limb.bones.is_empty() { " Palest: bone, as the scan has it." } }
                (pictures.inside())
            }
            div {
                h3 { "Landmarks" }
                (landmarks(page))
            }
        }
        figure.shapes {
            figcaption {
                strong { "Sections, seen from above. " }
                span.line-skin { "Dashed: skin" } ". "
                span.line-inside { "Thin: inside of the socket" } ". "
                span.line-outside { "Thick: outside" } "."
            }
            div class="views sections" { @for outline in socket_picture::outlines(page.made) { (outline) } }
        }
    }
}

fn landmarks(page: &Page) -> Markup {
    let table = html! {
        table.cards {
            caption { "Rectifications are tied to these. Those that are proposed are to be confirmed." }
            thead { tr {
                th scope="col" { "Landmark" } th scope="col" { "Where" } th scope="col" { "How sure" }
            } }
            tbody {
                @for (index, row) in page.result.landmarks.iter().enumerate() {
                    tr {
                        th scope="row" {
                            span.no { (index + 1) } " " (crate::words::capital(row.name.label())) span.why { (crate::words::capital(&row.found.how)) } }
                        td data-label="Where" {
                            (found::height(row.below_mm))
                            @if row.name != Landmark::DistalEnd { ", " (found::around(row.around_deg)) }
                        }
                        td data-label="How sure" { (found::landmark(&row.found)) }
                    }
                }
            }
        }
    };
    wide("Landmarks", &table)
}
