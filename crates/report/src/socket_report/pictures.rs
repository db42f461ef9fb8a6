//! Limb and socket side by side: views, landmarks, cut and sections.

use super::page::Page;
use super::{alignment, found};
use crate::report_page::wide;
use crate::{socket_picture, words};
use domain::technique::Landmark;
use maud::{Markup, html};

/// The one picture of the report.
pub fn section(page: &Page) -> Markup {
    let texts = page.texts;
    let pictures = page.pictures;
    let with_level = |key: &str| {
        let level = page.result.level;
        let with = [("landmark", words::level_landmark(texts, level)), ("level", words::level_short(texts, level))];
        texts.fill(key, &with)
    };
    html! {
        figure.shapes {
            figcaption {
                strong { (texts.say("report.limb.distances")) " " }
                (texts.say("socket_report.pictures.limb"))
            }
            div.views { @for view in pictures.limb() { (view) } }
            div.ground { (pictures.legend()) }
        }
        figure.shapes {
            figcaption { strong { (texts.say("report.limb.socket")) " " } (with_level("socket_report.pictures.socket")) }
            div.views { @for view in pictures.socket() { (view) } }
        }
        @if let Some(drawing) = alignment::section(page) { (drawing) }
        div.halves {
            figure {
                figcaption { strong { (texts.say("socket_report.pictures.cut")) " " }
                    (texts.say("socket_report.pictures.from_lateral"))
                    @if !page.made.limb.bones.is_empty() { " " (texts.say("socket_report.pictures.bone")) } }
                (pictures.inside())
            }
            div {
                h3 { (texts.say("socket_report.pictures.landmarks")) }
                (landmarks(page))
            }
        }
        figure.shapes {
            figcaption {
                strong { (texts.say("socket_report.pictures.sections")) " " }
                span.line-skin { (texts.say("socket_report.pictures.line_skin")) } ". "
                span.line-inside { (texts.say("socket_report.pictures.line_inside")) } ". "
                span.line-outside { (texts.say("socket_report.pictures.line_outside")) } "."
            }
            div class="views sections" { @for outline in socket_picture::outlines(texts, page.made) { (outline) } }
        }
    }
}

fn landmarks(page: &Page) -> Markup {
    let texts = page.texts;
    let table = html! {
        table.cards {
            caption { (texts.say("socket_report.pictures.caption")) }
            thead { tr {
                th scope="col" { (texts.say("socket_report.pictures.landmark")) } th scope="col" { (texts.say("socket_report.steps.place")) }
                th scope="col" { (texts.say("socket_report.pictures.sure")) }
            } }
            tbody {
                @for (index, row) in page.result.landmarks.iter().enumerate() {
                    tr {
                        th scope="row" {
                            span.no { (index + 1) } " " (words::capital(words::landmark(texts, row.name))) span.why { (words::capital(&words::told(texts, row.found.how()))) } }
                        td data-label=(texts.say("socket_report.steps.place")) {
                            (found::height(texts, page.result.level, row.below_mm))
                            @if row.name != Landmark::DistalEnd { ", " (found::around(texts, row.around_deg)) }
                        }
                        td data-label=(texts.say("socket_report.pictures.sure")) { (found::standing(texts, &row.found)) }
                    }
                }
            }
        }
    };
    wide(texts.say("socket_report.pictures.landmarks"), &table)
}
