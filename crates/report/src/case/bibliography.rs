//! The list of sources.

use super::page::Page;
use crate::phrase::english;
use maud::{Markup, html};

/// The list.
pub fn section(page: &Page) -> Option<Markup> {
    Some(html! {
        ol.sources {
            @for (place, key) in page.sources.keys.iter().enumerate() {
                li id={ "source-" (place + 1) } { (english(page.texts, page.library.source(key))) " " code { (key) } }
            }
        }
        p.small {
            (page.texts.say("report.sources.titles"))
        }
    })
}
