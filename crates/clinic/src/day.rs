//! The day: curves of the chosen system beside its alternatives, sliders that redraw them, pressure through a stride.

use super::App;
use super::case_form;
use super::clinic::Clinic;
use super::error::HttpError;
use super::extract::JsonObject;
use super::ids::case_id;
use super::layout;
use super::opened_case::{Need, OpenedCase};
use super::scene::axes;
use super::scheduler::Requester;
use super::visit::Visit;
use ::report::day_text;
use ::report::days_html;
use ::report::plots::panel;
use axum::Json;
use axum::extract::{Path, State};
use domain::Case;
use domain::case::PumpMode;
use domain::catalog::Drive;
use domain::day::{ActivityKind, Expansion, USUAL_CADENCE_STEPS_PER_MIN, grouped};
use domain::sock::SockPly;
use fitting::Fitting;
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use twin::ensemble::{Band, EnsembleDay};
use twin::events::WORKING_KPA;
use twin::quantity::{Drawn, Quantity};
use units::VacuumLevel;
use workup::input::Workup;
use workup::preview::{Changed, Preview};
use workup::systems;

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Markup, HttpError> {
    let id = case_id(&id)?;
    let opened = app.clinic.ready(&visit, &id, None, Need::Socket).await?;
    let made = opened.socket(&*app.clinic);
    let (version, t) = (&opened.version, visit.texts);
    let address = format!("/cases/{}", version.id);
    let told = opened.case().ok().and_then(|read| read.case.day.expansion());
    let form = html! {
        section.card aria-labelledby="plan-heading" {
            @if let Some(told) = told { p.hint { (expanded(&visit, &told)) } }
            // A day that is not told yet stands open.
            details open[opened.case().is_err()] { summary { span #plan-heading { (t.say("day.plan")) } }
                div #case-form { (case_form::shown(&visit, version, "day", &version.text, &BTreeMap::new())) }
            }
        }
    };
    let (read, fitting) = match (opened.case(), &opened.fitting) {
        (Ok(read), Some(fitting)) => (read, fitting),
        (Err(HttpError::Input(faults)), _) => {
            let body = html! { div #day-draft { (layout::draft(&visit, version, &faults)) } (form) };
            return Ok(layout::case_page(&visit, version, "day", &body));
        }
        _ => return Err(HttpError::Internal),
    };
    let row = days_in_a_row(&app, &visit, &opened).await?;
    let body = html! {
        div #day-draft {}
        div.columns.tried {
            section.card aria-labelledby="sliders-heading" {
                h2 #sliders-heading { (t.say("day.sliders")) }
                p.hint { (t.say("day.sliders_hint")) }
                @if let Some(note) = workup::systems::of_level(read.case.limb.amputation_level) { p { strong { (note.in_words_of(t)) "." } } }
                @if let Some(note) = workup::systems::of_gap(&read.case) { p { strong { (note.in_words_of(t)) "." } } }
                (sliders(&visit, read, fitting))
                p { a.button href={ (address) "/drive" } { (t.say("day.drive")) } }
            }
            section.card aria-labelledby="curves-heading" {
                h2 #curves-heading { (t.say("day.curves")) }
                p.hint { (t.say("day.not_used")) }
                details {
                    summary { (t.say("depends.title")) }
                    ul {
                        @for said in read.personal(&app.clinic.library).foundations.said() {
                            li { (said.in_words_of(t)) }
                        }
                    }
                }
                div #day-chart data-island="day-chart" data-source={ (address) "/day.json" } data-controls="#sliders" {
                    noscript { p { (t.say("day.no_script")) } }
                }
            }
        }
        @if let Some(row) = row {
            section.card #days-in-a-row-section aria-labelledby="row-heading" {
                h2 #row-heading { (t.say("report.days.title")) }
                p.hint { (t.say("day.row_hint")) }
                (row)
            }
        }
        @if let Ok(made) = &made {
            section.card aria-labelledby="pressure-heading" {
                h2 #pressure-heading { (t.say("day.pressure")) }
                p.hint { (t.say("day.pressure_hint")) }
                div #pressure data-island="pressure-3d" data-side=(made.result.side.label()) data-axes=(axes(made.result.side).to_string())
                    data-glb={ (address) "/limb.glb?version=" (version.number) } data-source={ (address) "/pressure.json" }
                    data-controls="#sliders" aria-label=(t.say("day.pressure"))
                    data-legend=(json!({ "title": t.say("day.pressure"), "unit": "kPa", "low": 0, "high": 100, "diverging": false, "digits": 0 }).to_string()) {}
            }
        }
        (form)
        (case_form::next(&visit, version, "report"))
    };
    Ok(layout::case_page(&visit, version, "day", &body))
}

/// The days in a row of a case that tells more than one.
async fn days_in_a_row(app: &App, visit: &Visit, opened: &Arc<OpenedCase>) -> Result<Option<Markup>, HttpError> {
    if opened.case()?.case.days.is_empty() {
        return Ok(None);
    }
    let (opened, texts) = (Arc::clone(opened), visit.texts);
    let simulated = move |clinic: &Clinic, requester: &Requester| {
        with_preview(clinic, &opened, &Controls::default(), |preview| {
            let rows = preview.row_of_days(&|| requester.check_cancelled())?;
            Ok(days_html::render(texts, &rows, &preview.systems.iter().collect::<Vec<_>>()))
        })
    };
    app.clinic.long_work(visit, simulated).await
}

/// A day that was told by steps and a kind, with what was assumed.
fn expanded(visit: &Visit, told: &Expansion) -> String {
    let t = visit.texts;
    let kind = serde_json::to_value(told.kind).unwrap_or_default();
    let kind = format!("choice.kind.{}", kind.as_str().unwrap_or_default());
    let percent = |share: f64| format!("{:.0}", 100.0 * share);
    t.fill(
        "day.expanded",
        &[
            ("steps", &grouped(told.steps)),
            ("kind", t.say(&kind)),
            ("from", &told.from.to_string()),
            ("to", &told.to.to_string()),
            ("minutes", &told.walk_every_min.to_string()),
            ("cadence", &format!("{:.0}", told.cadence_steps_per_min)),
            ("standing", &percent(told.standing_share)),
            ("sitting", &percent(1.0 - told.standing_share)),
        ],
    )
}

/// What can be changed, and where it begins: as the case has it.
fn sliders(visit: &Visit, read: &Workup, fitting: &Fitting) -> Markup {
    let t = visit.texts;
    let case = &read.case;
    let cadence = usual_cadence(case);
    let mass = case.person.body_mass_kg;
    let range = |name: &str, low: f64, high: f64, step: f64, at: f64, unit: &str| {
        let digits = if step < 0.1 { 2 } else { usize::from(step < 1.0) };
        html! {
            div.field {
                label for=(name) { (t.say(&format!("day.{name}"))) }
                input id=(name) name=(name) type="range" min=(low) max=(high) step=(step) value=(at);
                output for=(name) data-unit=(unit) data-digits=(digits) { (format!("{at:.digits$}")) " " (unit) }
            }
        }
    };
    let chosen = fitting.recommended().map(|pump| pump.article.as_str());
    html! {
        form.sliders #sliders autocomplete="off" {
            div.field {
                label for="system" { (t.say("day.system")) }
                select #system name="system" {
                    @for pump in &fitting.pumps {
                        option value=(pump.article) selected[Some(pump.article.as_str()) == chosen] {
                            (pump.name) ", " (pump.article)
                            @if Some(pump.article.as_str()) == chosen { " ★" }
                            @else if pump.standing == fitting::Standing::Refused { " (" (t.say("day.refused")) ")" }
                        }
                    }
                    option value="suction" selected[chosen.is_none()] { (t.say("day.suction")) }
                    option value="pin" { (t.say("day.pin")) }
                }
            }
            div.field {
                label for="level" { (t.say("day.level")) }
                select #level name="level" aria-describedby="level-hint" {
                    @for (name, mode) in systems::MODES {
                        option value=(name) selected[mode == case.prosthesis.pump_mode] { (mode_name(visit, mode)) }
                    }
                }
                p.hint #level-hint { (t.say("day.level_hint")) }
            }
            (range("body_mass_kg", (mass - 20.0).max(15.0).round(), (mass + 30.0).min(300.0).round(), 0.5, mass, "kg"))
            (range("fit_gap_mm", -2.0, 4.0, 0.1, case.prosthesis.fit_gap_mm, "mm"))
            (range("cadence_steps_per_min", 60.0, 130.0, 1.0, cadence, t.say("day.steps_per_min")))
            (range("pinhole_mm", 0.0, 0.5, 0.01, 0.0, "mm"))
            div.field {
                label for="sock" { (t.say("day.sock")) }
                select #sock name="sock" {
                    option value="" selected { (t.say("day.no_sock")) }
                    @for ply in SockPly::ALL { option value={ (ply.label()) "-ply" } { (ply.label()) "-ply" } }
                }
            }
            div.actions { button type="reset" { (t.say("fit.reset")) } }
        }
    }
}

/// Where the slider of cadence begins: at that of the first walk that has one.
fn usual_cadence(case: &Case) -> f64 {
    let stated = case.day.activities.iter().find_map(|activity| activity.cadence_steps_per_min);
    stated.unwrap_or(USUAL_CADENCE_STEPS_PER_MIN)
}

fn mode_name(visit: &Visit, mode: PumpMode) -> String {
    let name = serde_json::to_value(mode).ok().and_then(|value| value.as_str().map(str::to_string)).unwrap_or_default();
    visit.texts.say(&format!("choice.pump_mode.{name}")).to_string()
}

/// What the page's controls say.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Controls {
    system: String,
    level: String,
    body_mass_kg: Option<f64>,
    fit_gap_mm: Option<f64>,
    cadence_steps_per_min: Option<f64>,
    pinhole_mm: Option<f64>,
    sock: String,
    t_s: Option<f64>,
    bands: bool,
}

impl Controls {
    /// What they change: the slider of cadence only where it was moved, so that a day of several paces stays one.
    fn changed(&self, case: &Case, fitting: &Fitting) -> Result<Changed, HttpError> {
        let electric = |name: &str| fitting.pump(name).is_some_and(|pump| pump.data.drive == Drive::Electric);
        let own = match self.system.as_str() {
            "" => vec![],
            name if electric(name) && !self.level.is_empty() => vec![format!("{name}:{}", self.level)],
            name => vec![name.to_string()],
        };
        let others = ["suction", "pin"].into_iter().filter(|name| *name != self.system).map(str::to_string);
        let sock = match self.sock.as_str() {
            "" => None,
            name => Some(
                SockPly::ALL
                    .into_iter()
                    .find(|ply| format!("{}-ply", ply.label()) == name)
                    .ok_or_else(|| HttpError::input("sock", name, "no such sock", "send 1-ply, 3-ply or 5-ply"))?,
            ),
        };
        Ok(Changed {
            body_mass_kg: self.body_mass_kg,
            fit_gap_mm: self.fit_gap_mm,
            cadence_steps_per_min: self.cadence_steps_per_min.filter(|cadence| *cadence != usual_cadence(case)),
            pinhole_mm: self.pinhole_mm,
            sock,
            systems: if own.is_empty() { vec![] } else { own.into_iter().chain(others).collect() },
            bands: self.bands,
        })
    }
}

/// The day as the sliders have it.
pub async fn preview(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    JsonObject(controls): JsonObject<Controls>,
) -> Result<Json<Value>, HttpError> {
    let id = case_id(&id)?;
    let opened = app.clinic.ready(&visit, &id, None, Need::Case).await?;
    let bands = controls.bands;
    let asking = visit.clone();
    let day = move |clinic: &Clinic, requester: &Requester| {
        with_preview(clinic, &opened, &controls, |preview| {
            Ok(shown(&visit, preview, &preview.days(bands, &|| requester.check_cancelled())?))
        })
    };
    // One person is drawn at once; many are long work.
    let answer = if bands {
        app.clinic.long_work(&asking, day).await?
    } else {
        app.clinic.work(move |clinic| day(clinic, &Requester::new(&asking.name))).await?
    };
    Ok(Json(answer))
}

/// The stride at a moment of the day as the sliders have it.
pub async fn pressure(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    JsonObject(controls): JsonObject<Controls>,
) -> Result<Json<Value>, HttpError> {
    let id = case_id(&id)?;
    let opened = app.clinic.ready(&visit, &id, None, Need::Case).await?;
    let answer = app
        .clinic
        .work(move |clinic| {
            with_preview(clinic, &opened, &controls, |preview| {
                let t_s = controls.t_s.unwrap_or(preview.case.day.begins_s());
                let stride = preview.stride(t_s).ok_or(HttpError::NotFound("a suspension"))?;
                serde_json::to_value(stride).map_err(|_| HttpError::Internal)
            })
        })
        .await?;
    Ok(Json(answer))
}

fn with_preview<T>(
    clinic: &Clinic,
    opened: &OpenedCase,
    controls: &Controls,
    show: impl FnOnce(&Preview<'_>) -> Result<T, HttpError>,
) -> Result<T, HttpError> {
    let read = opened.case()?;
    let fitting = opened.fitting.as_ref().ok_or(HttpError::Internal)?;
    let changed = controls.changed(&read.case, fitting)?;
    let preview = Preview::new(read, fitting, &clinic.library, &changed)?;
    show(&preview)
}

/// What the chart draws.
fn shown(visit: &Visit, preview: &Preview<'_>, days: &[EnsembleDay]) -> Value {
    let t = visit.texts;
    let day = &preview.case.day;
    let off = |t_s: f64| {
        let doffed = day.activities.iter().filter(|activity| activity.kind == ActivityKind::Doff);
        doffed.into_iter().any(|activity| activity.from.seconds() < t_s && t_s <= activity.to.seconds())
    };
    let times = days.first().map(|day| day.traces.t_s.as_slice()).unwrap_or_default();
    let bare: Vec<bool> = times.iter().map(|t_s| off(*t_s)).collect();
    let bands = days.first().is_some_and(|day| day.persons > 0);
    let per_inhg = VacuumLevel::from_kpa(1.0).inhg();
    let quantity = |(quantity, drawn): (&Quantity, &Drawn)| {
        let lines: Vec<Value> = days
            .iter()
            .enumerate()
            .filter_map(|(index, day)| {
                let band = day.traces.band(quantity)?;
                let off = |at: usize| quantity.worn && bare.get(at).copied().unwrap_or(false);
                let hidden = |at: usize| off(at) || !band.p50.get(at).is_some_and(|value| value.is_finite());
                Some(line(index, band, quantity.digits, bands, &hidden))
            })
            .collect();
        if lines.is_empty() {
            return None;
        }
        let words = |area: &str| t.say(&format!("{area}.{}", drawn.name)).to_string();
        let unit = if drawn.inhg { quantity.unit.to_string() } else { words("quantity_unit") };
        let right = drawn.inhg.then(|| json!({ "unit": "inHg", "factor": per_inhg }));
        let marks = if drawn.inhg { json!([{ "at": WORKING_KPA, "label": "15 inHg" }]) } else { json!([]) };
        Some(json!({
            "id": drawn.name, "title": words("quantity"), "unit": unit, "digits": quantity.digits,
            "step": drawn.step, "right": right, "marks": marks, "lines": lines,
        }))
    };
    let mut happened: Vec<_> =
        days.iter().enumerate().flat_map(|(index, day)| day.events.iter().map(move |event| (index, event))).collect();
    happened.sort_by(|(_, a), (_, b)| a.t_s.total_cmp(&b.t_s));
    let events: Vec<Value> = happened
        .into_iter()
        .map(|(index, event)| json!({ "t_s": event.t_s, "system": index, "text": event.text.in_words_of(t) }))
        .collect();
    let activities: Vec<Value> = day
        .activities
        .iter()
        .map(|activity| {
            let kind = serde_json::to_value(activity.kind).unwrap_or_default();
            let label = t.say(&format!("choice.do.{}", kind.as_str().unwrap_or_default())).to_string();
            json!({ "from_s": activity.from.seconds(), "to_s": activity.to.seconds(), "kind": kind, "label": label })
        })
        .collect();
    let names: Vec<Value> =
        days.iter().map(|day| json!({ "id": day.system.id, "name": day.system.name.in_words_of(t) })).collect();
    let rows: Vec<Value> =
        day_text::rows(t, days).into_iter().map(|(what, cells)| json!({ "what": what, "cells": cells })).collect();
    json!({
        "expanded": day.expansion().map(|told| expanded(visit, &told)), "begin_s": day.begins_s(), "end_s": day.ends_s(), "t_s": times, "systems": names, "activities": activities,
        "quantities": panel::of_days(days).into_iter().filter_map(quantity).collect::<Vec<_>>(), "events": events, "numbers": rows,
    })
}

fn line(system: usize, band: &Band, digits: usize, bands: bool, hidden: &impl Fn(usize) -> bool) -> Value {
    // A decimal more than is read off: lines stay smooth.
    let scale = 10f64.powi(digits as i32 + 1);
    let shown = |values: &[f64]| -> Vec<Value> {
        let value = |(at, value): (usize, &f64)| {
            if hidden(at) || !value.is_finite() { Value::Null } else { json!((value * scale).round() / scale) }
        };
        values.iter().enumerate().map(value).collect()
    };
    let mut line = json!({ "system": system, "central": shown(&band.central) });
    if bands {
        line["p10"] = shown(&band.p10).into();
        line["p90"] = shown(&band.p90).into();
    }
    line
}
