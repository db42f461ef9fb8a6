//! Two visits of a case over each other: its scan, and the earlier one that it names or that another version has.

use super::App;
use super::clinic::Clinic;
use super::error::HttpError;
use super::layout;
use super::opened_case::{Need, OpenedCase};
use super::visit::Visit;
use ::report::shapes_report;
use axum::extract::{Path, Query, State};
use maud::{Markup, html};
use serde::Deserialize;
use workup::socket::two_shapes::two_shapes;
use workup::socket::{earlier_of, of_case};

/// Which visit is the earlier one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    /// A version of the same case; without, the earlier scan that the case names.
    version: Option<u64>,
}

/// The page.
///
/// # Errors
/// There is no such case or version; a draft.
pub async fn page(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(which): Query<Which>,
) -> Result<Markup, HttpError> {
    let show = move |clinic: &Clinic, visit: &Visit, opened: &OpenedCase| whole(clinic, visit, opened, which.version);
    app.on_case(visit, &id, None, Need::Case, show).await
}

fn whole(clinic: &Clinic, visit: &Visit, opened: &OpenedCase, version: Option<u64>) -> Result<Markup, HttpError> {
    let (t, read, id) = (visit.texts, opened.case()?, &opened.version.id);
    let scans = clinic.scans(id);
    let input = |failure: workup::problem::Failure| HttpError::Input(failure.faults().to_vec());
    let mut source = of_case(read);
    source.earlier = match version {
        Some(number) => clinic.open_version(id, number)?.case()?.scan.clone(),
        None => earlier_of(&read.case, &scans).map_err(input)?,
    };
    let body = if source.scan.is_none() || source.earlier.is_none() {
        html! { p.empty { (t.say("shapes.none")) } }
    } else {
        let two = two_shapes(&source, &clinic.library).map_err(input)?;
        html! { section.card aria-labelledby="shapes-heading" { (shapes_report::body(t, &two)) } }
    };
    let versions = 1..opened.version.number;
    let body = html! {
        h2 #shapes-heading { (t.say("shapes.visits")) }
        @if !versions.is_empty() {
            form.inline method="get" {
                label for="shapes-version" { (t.say("shapes.with_version")) }
                select #shapes-version name="version" {
                    @for number in versions.rev().take(50) { option value=(number) selected[version == Some(number)] { (number) } }
                }
                button { (t.say("shapes.show")) }
            }
        }
        (body)
    };
    Ok(layout::case_page(visit, &opened.version, "limb", &body))
}
