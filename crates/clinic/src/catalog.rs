//! The catalogue: every article, and one with all that its maker prints about it.

use super::App;
use super::error::HttpError;
use super::layout;
use super::percent::encoded;
use super::visit::Visit;
use ::report::catalog_text::{Row, role, rows};
use axum::extract::{Path, State};
use domain::catalog::{Availability, Component};
use maud::{Markup, html};
use texts::Texts;
use workup::catalog::CatalogResult;
use workup::library::Library;

/// Every article.
pub async fn list(State(app): State<App>, visit: Visit) -> Result<Markup, HttpError> {
    let (t, library) = (visit.texts, &app.clinic.library);
    let result = CatalogResult::of(library, None)?;
    let body = html! {
        h1.page-title { (t.say("nav.catalog")) }
        p { (t.say("catalog.what")) }
        div.wide tabindex="0" role="group" aria-label=(t.say("nav.catalog")) { table.list {
            thead { tr {
                th scope="col" { (t.say("fit.article")) } th scope="col" { (t.say("catalog.name")) }
                th scope="col" { (t.say("catalog.is")) } th scope="col" { (t.say("catalog.values")) }
            } }
            tbody { @for component in &result.articles { tr {
                th scope="row" data-label=(t.say("fit.article")) {
                    a href={ "/catalog/" (encoded(&component.article)) } { (component.article) }
                }
                td data-label=(t.say("catalog.name")) { (component.name) }
                td data-label=(t.say("catalog.is")) { (kind(&visit, component)) }
                td data-label=(t.say("catalog.values")) { (library.catalog.printed(&component.article).len()) }
            } } }
        } }
    };
    Ok(layout::page(&visit, t.say("nav.catalog"), &body))
}

/// One article.
pub async fn article(State(app): State<App>, visit: Visit, Path(article): Path<String>) -> Result<Markup, HttpError> {
    let library = &app.clinic.library;
    let result = CatalogResult::of(library, Some(&article)).map_err(HttpError::unknown)?;
    let component = result.articles.first().ok_or(HttpError::NotFound("an article"))?;
    let title = format!("{} {}", component.article, component.name);
    Ok(layout::page(&visit, &title, &whole(&visit, component, &title, library)))
}

/// What it is, and whether it is only named.
fn kind(visit: &Visit, component: &Component) -> String {
    let t = visit.texts;
    let what = role(t, component.role).to_string();
    match component.availability {
        Availability::Offered => what,
        Availability::Legacy => format!("{what}, {}", t.say("catalog.legacy")),
        Availability::Unread => format!("{what}, {}", t.say("catalog.unread")),
    }
}

/// "Pumpe, Tabelle der Füße, Zeile 8, Zelle 5 bis 10": what a row is about, in the language of the page.
fn field(texts: &Texts, row: &Row) -> String {
    let step = |step: &str| {
        let (name, index) = step.split_once('[').unwrap_or((step, ""));
        let name = texts.say(&format!("printed.{name}")).to_string();
        let place = index.trim_end_matches(']').parse().map(|index: usize| index + 1);
        place.map_or(name.clone(), |place| format!("{name} {place}"))
    };
    let from = row.path.split('.').map(step).collect::<Vec<_>>().join(", ");
    match row.last {
        Some(last) => texts.fill("catalog.to", &[("from", &from), ("to", &last.to_string())]),
        None => from,
    }
}

fn whole(visit: &Visit, component: &Component, title: &str, library: &Library) -> Markup {
    let t = visit.texts;
    html! {
        h1.page-title { (title) }
        p { (component.maker) ": " (kind(visit, component)) }
        @if !component.also_called.is_empty() {
            p { (t.say("catalog.also")) " " (component.also_called.join(", ")) }
        }
        @if let Some(note) = &component.note { p.hint { (note) } }
        div.wide tabindex="0" role="group" aria-label=(title) { table.list {
            thead { tr {
                th scope="col" { (t.say("catalog.field")) } th scope="col" { (t.say("catalog.printed")) }
                th scope="col" { (t.say("catalog.figures")) } th scope="col" { (t.say("fit.source")) }
            } }
            tbody { @for row in rows(library.catalog.printed(&component.article)) { tr {
                th scope="row" data-label=(t.say("catalog.field")) { (field(t, &row)) }
                td data-label=(t.say("catalog.printed")) lang="en" {
                    (row.printed)
                    @if let Some(note) = &row.note { " " span.small { "(" (note) ")" } }
                }
                td data-label=(t.say("catalog.figures")) { code { (row.figures) } }
                td data-label=(t.say("fit.source")) { (layout::cited(visit, library, &row.source, row.page.as_deref())) }
            } } }
        } }
        p { a href="/catalog" { (t.say("catalog.back")) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use texts::Language;

    #[test]
    fn every_row_has_a_name_in_both_languages() {
        let library = Library::embedded();
        for texts in Language::all().map(Texts::of) {
            for component in library.catalog.components() {
                for row in rows(library.catalog.printed(&component.article)) {
                    let shown = field(texts, &row);
                    assert!(!shown.contains("printed.") && !shown.contains(['[', ']', '_']), "{shown}");
                }
            }
        }
    }
}
