//! How a person measures, casts, tries on and tests: the guides as pages.

use super::App;
use super::error::HttpError;
use super::layout;
use super::visit::Visit;
use ::report::guide::{Guide, body};
use axum::extract::{Path, State};
use maud::{Markup, html};

/// A guide.
///
/// # Errors
/// There is no such guide.
pub async fn page(State(app): State<App>, visit: Visit, Path(name): Path<String>) -> Result<Markup, HttpError> {
    let guide = Guide::named(&name).ok_or(HttpError::NotFound("a guide"))?;
    let t = visit.texts;
    let shown = html! {
        h1.page-title { (guide.title(t)) }
        nav aria-label=(t.say("guide.all")) { p.small {
            @for other in Guide::ALL {
                @if other == guide { strong { (other.title(t)) } " " } @else { a href={ "/guide/" (other.name()) } { (other.title(t)) } " " }
            }
        } }
        section.card { (body(t, &app.clinic.library, guide)) }
    };
    Ok(layout::page(&visit, guide.title(t), &shown))
}
