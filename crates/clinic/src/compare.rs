//! Two cases, or one case on two systems: what differs, with its spread. Persons are paired: the same draw lives both days.

use super::App;
use super::clinic::Clinic;
use super::error::HttpError;
use super::form::changes::{Change, changes};
use super::ids::case_id;
use super::layout;
use super::opened_case::OpenedCase;
use super::scheduler::Requester;
use super::versions;
use super::visit::Visit;
use ::report::{day_text, fit_text, words};
use axum::extract::{Query, State};
use maud::{Markup, html};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::CaseRow;
use texts::{Said, Texts};
use twin::day::DayInputs;
use twin::ensemble::{Difference, Draw, EnsembleDay, difference, ensemble, persons};
use twin::system::System;
use workup::preview::GRID_S;
use workup::systems;

/// Persons of a comparison.
const DRAW: Draw = Draw { persons: 40, seed: 1 };

/// Which two.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Two {
    /// A case.
    pub a: String,
    /// Another, or the same.
    pub b: String,
    /// The first's system; the recommended one where it is empty.
    pub system_a: String,
    /// The second's system.
    pub system_b: String,
}

/// What differs.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Comparison {
    /// Fields of the two cases that differ.
    pub inputs: Vec<Change>,
    /// What is advised for each.
    pub advice: [String; 2],
    /// The day of each, without its course.
    pub systems: [Said; 2],
    /// The second day less the first, person by person.
    pub difference: Difference,
    /// Persons of each day.
    pub persons: u32,
}

/// One of the two: its day, person by person.
struct Side {
    opened: Arc<OpenedCase>,
    day: EnsembleDay,
    persons: Vec<twin::day::DayCourse>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, Query(two): Query<Two>) -> Result<Markup, HttpError> {
    let (asked, sight) = (two.clone(), visit.sight.clone());
    let rows = app.clinic.work(move |clinic| Ok(clinic.store.cases_seen("", &sight)?)).await?;
    let compared = if two.a.is_empty() {
        None
    } else {
        let compare = move |clinic: &Clinic, requester: &Requester| {
            let sides = sides(clinic, &asked, requester)?;
            Ok((comparison(&sides)?, sides))
        };
        Some(app.clinic.long_work(&visit, compare).await?)
    };
    let t = visit.texts;
    let pumps: Vec<(String, String)> = app
        .clinic
        .library
        .catalog
        .pumps()
        .map(|(component, _)| (component.article.clone(), format!("{}, {}", component.name, component.article)))
        .collect();
    let body = html! {
        h1.page-title { (t.say("compare.title")) }
        p { (t.say("compare.what")) }
        @if rows.is_empty() { p.empty { (t.say("people.none")) } } @else {
            form.card.inline method="get" action="/compare" {
                @for (side, case, system) in [("a", &two.a, &two.system_a), ("b", &two.b, &two.system_b)] {
                    fieldset {
                        legend { (t.say(&format!("compare.{side}"))) }
                        (case_choice(&visit, side, case, &rows))
                        (system_choice(&visit, side, system, &pumps))
                    }
                }
                div.actions { button.primary { (t.say("compare.show")) } }
            }
        }
        @if let Some((comparison, sides)) = &compared { (result(&visit, comparison, sides)) }
    };
    Ok(layout::page(&visit, t.say("compare.title"), &body))
}

fn case_choice(visit: &Visit, side: &str, chosen: &str, rows: &[CaseRow]) -> Markup {
    html! {
        div.field {
            label for={ "case-" (side) } { (visit.texts.say("compare.case")) }
            select id={ "case-" (side) } name=(side) {
                @for row in rows { option value=(row.id) selected[row.id.as_str() == chosen] { (row.name) } }
            }
        }
    }
}

fn system_choice(visit: &Visit, side: &str, chosen: &str, pumps: &[(String, String)]) -> Markup {
    let t = visit.texts;
    html! {
        div.field {
            label for={ "system-" (side) } { (t.say("day.system")) }
            select id={ "system-" (side) } name={ "system_" (side) } {
                option value="" selected[chosen.is_empty()] { (t.say("compare.recommended")) }
                @for (article, name) in pumps { option value=(article) selected[article == chosen] { (name) } }
                option value="suction" selected[chosen == "suction"] { (t.say("day.suction")) }
                option value="pin" selected[chosen == "pin"] { (t.say("day.pin")) }
            }
        }
    }
}

/// What differs between two cases or systems.
///
/// # Errors
/// A draft, an unknown system; nobody waits any more.
pub fn compared(clinic: &Clinic, two: &Two, requester: &Requester) -> Result<Comparison, HttpError> {
    comparison(&sides(clinic, two, requester)?)
}

fn sides(clinic: &Clinic, two: &Two, requester: &Requester) -> Result<[Side; 2], HttpError> {
    let b = if two.b.is_empty() { &two.a } else { &two.b };
    Ok([side(clinic, &two.a, &two.system_a, requester)?, side(clinic, b, &two.system_b, requester)?])
}

fn side(clinic: &Clinic, case: &str, system: &str, requester: &Requester) -> Result<Side, HttpError> {
    let opened = clinic.open(&case_id(case)?)?;
    let read = opened.case()?;
    let fitting = opened.fitting.as_ref().ok_or(HttpError::Internal)?;
    let system: System = if system.is_empty() {
        systems::usual(&read.case, fitting).swap_remove(0)
    } else {
        systems::named(system, &read.case, &clinic.library.catalog, fitting)?
    };
    let inputs = DayInputs { settings: read.settings, grid_s: GRID_S, ..DayInputs::new(&clinic.library.regions) };
    let persons = persons(&read.case, &read.personal(&clinic.library).parameters, &system, inputs, DRAW, &|| {
        requester.check_cancelled()
    })?;
    let day = ensemble(&system, DRAW, &persons);
    Ok(Side { opened, day, persons })
}

/// What is advised, in a sentence; nothing of a draft.
fn headline(texts: &Texts, side: &Side) -> String {
    side.opened.fitting.as_ref().map(|fitting| fit_text::headline(texts, fitting)).unwrap_or_default()
}

fn comparison([a, b]: &[Side; 2]) -> Result<Comparison, HttpError> {
    let headline = |side: &Side| headline(Texts::english(), side);
    Ok(Comparison {
        inputs: changes(&a.opened.version.text, &b.opened.version.text),
        advice: [headline(a), headline(b)],
        systems: [a.day.system.name.clone(), b.day.system.name.clone()],
        difference: difference(&a.persons, &b.persons),
        persons: DRAW.persons + 1,
    })
}

fn result(visit: &Visit, comparison: &Comparison, [a, b]: &[Side; 2]) -> Markup {
    let t = visit.texts;
    let rows = comparison.difference.0.iter().filter_map(|(outcome, apart)| {
        let [first, second] = [a, b].map(|side| side.day.summary.spread(outcome));
        Some((outcome, first?, second?, apart?))
    });
    let name = |side: &Side| format!("{}: {}", side.opened.version.name, side.day.system.name.in_words_of(t));
    html! {
        section.card aria-labelledby="day-differs" {
            h2 #day-differs { (t.say("compare.day")) }
            p.hint { (t.fill("compare.hint", &[("persons", &comparison.persons.to_string())])) }
            div.wide tabindex="0" role="group" aria-labelledby="day-differs" { table.numbers {
                thead { tr {
                    th scope="col" { (t.say("compare.quantity")) } th scope="col" { (name(a)) } th scope="col" { (name(b)) }
                    th scope="col" { (t.say("compare.difference")) }
                } }
                tbody { @for (outcome, first, second, apart) in rows { tr {
                    th scope="row" { (words::capital(t.say(&format!("outcome.{}", outcome.id)))) }
                    td { (day_text::value(t, outcome, &first)) }
                    td { (day_text::value(t, outcome, &second)) }
                    td { strong { (day_text::value(t, outcome, &apart)) }
                        @if apart.p10 <= 0.0 && apart.p90 >= 0.0 { " " span.small { (t.say("compare.unclear")) } } }
                } } }
            } }
        }
        section.card aria-labelledby="advice-differs" {
            h2 #advice-differs { (t.say("compare.advice")) }
            ul { @for side in [a, b] { li { (side.opened.version.name) ": " (headline(t, side)) } } }
        }
        section.card aria-labelledby="inputs-differ" {
            h2 #inputs-differ { (t.say("compare.inputs")) }
            (versions::table(visit, &comparison.inputs))
        }
    }
}
