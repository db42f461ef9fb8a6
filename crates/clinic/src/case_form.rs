//! The form of a case: the tables of its file that a page edits, and what a change of the form shows at once beside it.

use super::error::HttpError;
use super::form::{self, Action, FormView, Unit};
use super::layout;
use super::visit::Visit;
use maud::{Markup, html};
use std::collections::BTreeMap;
use store::Version;

/// Which tables of the file a page edits.
const PERSON: [&str; 6] =
    ["", "person", "person.conditions", "prosthesis", "prosthesis.existing", "prosthesis.pump_settings"];
const LIMB: [&str; 2] = ["limb", "scan"];
const DAY: [&str; 1] = ["day"];

/// The tables that a page edits.
///
/// # Errors
/// There is no such page.
pub fn groups(page: &str) -> Result<&'static [&'static str], HttpError> {
    match page {
        "person" => Ok(&PERSON),
        "limb" => Ok(&LIMB),
        "day" => Ok(&DAY),
        _ => Err(HttpError::NotFound("a page")),
    }
}

/// The way on.
pub fn next(visit: &Visit, version: &Version, step: &str) -> Markup {
    html! {
        p.next { a.button.primary href={ "/cases/" (version.id) "/" (step) } {
            (visit.texts.fill("nav.next", &[("step", visit.texts.say(&format!("step.{step}")))]))
        } }
    }
}

/// The form of one page on a text, which may not be saved yet.
pub fn shown(visit: &Visit, version: &Version, page: &str, text: &str, units: &BTreeMap<String, Unit>) -> Markup {
    let checked = form::check(text);
    let (post, base) = (format!("/cases/{}/edit/{page}", version.id), version.number.to_string());
    let view = FormView {
        text,
        problems: &checked.problems,
        units,
        texts: visit.texts,
        groups: groups(page).unwrap_or_default(),
        base_version: &base,
        read_only: !visit.edits(),
        action: Action { post: &post, target: "#case-form", swap: "innerHTML" },
    };
    form::render(&view)
}

/// The form for a page that is open already, with what stands beside it.
pub fn part(visit: &Visit, version: &Version, page: &str, units: &BTreeMap<String, Unit>) -> Markup {
    html! {
        (shown(visit, version, page, &version.text, units))
        span #case-state hx-swap-oob="true" { (layout::version_badge(visit, version)) }
        span #case-version hx-swap-oob="true" { (visit.texts.fill("case.version", &[("number", &version.number.to_string())])) }
        @if page == "limb" { (limb_at_once(visit, version)) }
        @if page == "day" { (day_at_once(visit, version)) }
    }
}

/// Why no limb is shown. A change of the form takes it away at once, before the limb is made anew.
pub fn in_place_of_limb(why: &Markup) -> Markup {
    html! { div #limb-error { (why) } }
}

/// What a changed form says of the limb beside it, before that is made: its faults, or that no earlier one holds any more.
fn limb_at_once(visit: &Visit, version: &Version) -> Markup {
    let faulty = !form::check(&version.text).problems.is_empty();
    html! {
        @if faulty {
            div hx-swap-oob="innerHTML:#limb-view" { (in_place_of_limb(&layout::draft(visit, version, &[]))) }
        } @else {
            div #limb-error hx-swap-oob="true" { p.hint role="status" { (visit.texts.say("limb.made_anew")) } }
        }
    }
}

/// What a changed form says above the curves, which are those of the day before: its faults, or the way to the new ones.
fn day_at_once(visit: &Visit, version: &Version) -> Markup {
    let faulty = !form::check(&version.text).problems.is_empty();
    html! {
        div #day-draft hx-swap-oob="true" {
            @if faulty { (layout::draft(visit, version, &[])) }
            @else { p { a.button.primary href={ "/cases/" (version.id) "/day" } { (visit.texts.say("day.show")) } } }
        }
    }
}
