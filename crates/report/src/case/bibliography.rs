//! The list of sources.

use super::page::Page;
use maud::{Markup, html};

/// The list.
pub fn section(page: &Page) -> Option<Markup> {
    Some(html! {
        ol.sources {
            @for (place, key) in page.sources.keys.iter().enumerate() {
                li id={ "source-" (place + 1) } { (page.library.source(key)) " " code { (key) } }
            }
        }
        p.small {
            "Titles as in Concord's bibliography, which also says how much of each source was read; some titles are "
            "descriptive. Check a source before quoting it."
        }
    })
}
