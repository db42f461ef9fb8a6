//! The socket: its technique as a list of steps, a brush and the trim line on the model, colours of distance and wall, files.

use super::App;
use super::case_form;
use super::clinic::Clinic;
use super::error::HttpError;
use super::extract::{BaseVersion, JsonObject};
use super::files::{download, stem};
use super::ids::case_id;
use super::layout::{self, notice};
use super::opened_case::{Need, OpenedCase};
use super::scene::{axes, glb};
use super::strength;
use super::technique::{self, StepEdit};
use super::undo::{self, Steps};
use super::visit::Visit;
use ::report::{socket_report, words};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::limb::AmputationLevel;
use domain::technique::{BrimShape, Landmark, Step, Technique, TrimPoint};
use geometry::Vec3;
use geometry::formats::{Scalars, write_glb};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;
use store::{CaseId, Version};
use workup::socket::{Inside, MadeSocket, NoSocket, Purpose};

/// What a colour shows, by the name in an address.
const SHOWS: [(&str, &str); 3] = [("distance", "_DISTANCE"), ("wall", "_WALL"), ("solid", "")];

/// What is to be seen, and done.
#[derive(Deserialize)]
pub struct Look {
    #[serde(default)]
    show: String,
    #[serde(default)]
    tool: String,
    #[serde(default)]
    strength: String,
}

/// The page.
pub async fn page(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(look): Query<Look>,
) -> Result<Markup, HttpError> {
    let material = strength::material(&look.strength)?;
    if let Some(material) = material {
        app.clinic.ready(&visit, &case_id(&id)?, None, Need::Strength(material)).await?;
    }
    let show = move |clinic: &Clinic, visit: &Visit, opened: &OpenedCase| {
        let asked = material.map(|material| (material, opened.strength(clinic, material)));
        Ok(whole(clinic, visit, &look, opened, asked.as_ref()))
    };
    app.on_case(visit, &id, None, Need::Views, show).await
}

fn whole(clinic: &Clinic, visit: &Visit, look: &Look, opened: &OpenedCase, asked: Option<&strength::Asked>) -> Markup {
    let made = opened.socket(clinic).map(|made| (made.inside(), made));
    let version = &opened.version;
    // Where the case's history cannot be read, nothing is offered; the page is shown all the same.
    let back = undo::steps(clinic, &version.id).unwrap_or_default();
    let body = match made {
        Ok((inside, made)) => html! {
            div #socket-view hx-get={ "/cases/" (version.id) "/socket?show=" (look.show) "&tool=" (look.tool) }
                hx-trigger="concord:changed from:body delay:300ms" hx-sync="this:replace" hx-select="#socket-view" hx-swap="outerHTML" {
                (view(visit, opened, &made, &inside, look, &back))
                (strength::part(visit, &format!("/cases/{}/socket", version.id), &made, asked))
            }
            (case_form::next(visit, version, "day"))
        },
        Err(HttpError::NoSocket(refused)) => no_socket(visit, &refused),
        // What is wrong with the technique can be mended here; what is wrong with the case on its own page.
        Err(error) if opened.read.is_err() => layout::draft(visit, version, &error.faults()),
        Err(error) => html! { (notice(visit.texts, &error.faults())) (steps(visit, opened, clinic, &back)) },
    };
    layout::case_page(visit, version, "socket", &body)
}

/// Why none is made: an answer, and no file to take away.
pub fn no_socket(visit: &Visit, refused: &NoSocket) -> Markup {
    html! {
        section.card #no-socket aria-labelledby="no-socket-heading" {
            h2 #no-socket-heading { (visit.texts.say("socket.none")) }
            @for reason in &refused.refused { p { strong { (reason.why.in_words_of(visit.texts)) } } p { (reason.instead_on_a_page().in_words_of(visit.texts)) } }
        }
    }
}

fn view(visit: &Visit, opened: &OpenedCase, made: &MadeSocket, inside: &Inside, look: &Look, back: &Steps) -> Markup {
    let (t, version) = (visit.texts, &opened.version);
    let address = format!("/cases/{}/socket", version.id);
    let (show, scalar) = SHOWS.into_iter().find(|(name, _)| *name == look.show).unwrap_or(SHOWS[0]);
    let tool = ["brush", "trim"].into_iter().find(|tool| *tool == look.tool && visit.edits() && show != "solid");
    let values = if show == "wall" { &inside.wall_mm } else { &inside.distance_mm };
    let (low, high) =
        values.iter().fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
    let link = |to_show: &str, to_tool: &str, label: &str, current: bool| {
        html! { a.button href={ (address) "?show=" (to_show) "&tool=" (to_tool) } aria-current=[current.then_some("true")] { (label) } }
    };
    let tool_name = tool.unwrap_or("view");
    let title = t.say(if made.result.purpose == Purpose::Socket { "socket.title" } else { "socket.size_check" });
    html! {
        div.columns.wide-left {
            section.card aria-labelledby="socket-heading" {
                h2 #socket-heading { (title) }
                @for mark in &made.result.marks { p { strong { (mark.in_words_of(t)) "." } } }
                div.actions {
                    @for (name, _) in SHOWS { (link(name, tool_name, t.say(&format!("socket.show_{name}")), name == show)) }
                }
                @if visit.edits() && show != "solid" { div.actions {
                    @for name in ["view", "brush", "trim"] { (link(show, name, t.say(&format!("socket.tool_{name}")), name == tool_name)) }
                } }
                @if tool == Some("brush") { (brush_form(visit)) }
                div #socket-3d data-island="limb-3d" data-mode=(tool_name) data-side=(made.result.side.label()) aria-label=(title)
                    data-glb={ (address) ".glb?version=" (version.number) "&show=" (show) } data-axes=(axes(made.result.side).to_string())
                    data-scalar=[(!scalar.is_empty()).then_some(scalar)]
                    data-legend=[(!scalar.is_empty()).then(|| legend(visit, show, low, high).to_string())]
                    data-controls="#brush-form" data-post={ (address) "/" (tool_name) "?base=" (version.number) }
                    data-trim=(json!(inside.trim.iter().map(|point| rounded(*point)).collect::<Vec<_>>()).to_string())
                    data-handles=(handles(made, inside).to_string()) {
                    div.views { @for picture in opened.limb_views(visit.texts, made) { (picture) } }
                }
                (facts(visit, made))
            }
            div {
                (steps_of(visit, version, made.result.level, &made.result.technique, back))
                (files(visit, version, made))
            }
        }
    }
}

fn rounded(point: Vec3) -> [f64; 3] {
    point.to_array().map(|number| (number * 100.0).round() / 100.0)
}

fn legend(visit: &Visit, show: &str, low: f64, high: f64) -> Value {
    let title = visit.texts.say(if show == "wall" { "socket.legend_wall" } else { "socket.legend_distance" });
    if show == "wall" {
        return json!({ "title": title, "unit": "mm", "low": low.floor(), "high": high.ceil(), "diverging": false, "digits": 1 });
    }
    let most = low.abs().max(high.abs()).ceil();
    json!({ "title": title, "unit": "mm", "low": -most, "high": most, "diverging": true, "digits": 1 })
}

/// The trim line's points, each where it lies on the brim.
fn handles(made: &MadeSocket, inside: &Inside) -> Value {
    let steps = made.result.technique.steps_in_full();
    let line = steps.iter().find_map(|step| match step {
        Step::Trim { line } => Some(line.as_slice()),
        _ => None,
    });
    line.unwrap_or_default()
        .iter()
        .map(|point| {
            // A line that turns back is at one angle more than once: height counts, too.
            let off = |at: &Vec3| {
                let turn = (made.limb.around_deg(*at) - point.around_deg + 180.0).rem_euclid(360.0) - 180.0;
                turn.hypot(at.z + point.below_mm)
            };
            let at = inside.trim.iter().min_by(|a, b| off(a).total_cmp(&off(b))).copied().unwrap_or(Vec3::ZERO);
            json!({ "around_deg": point.around_deg, "below_mm": point.below_mm, "at": rounded(at) })
        })
        .collect()
}

fn facts(visit: &Visit, made: &MadeSocket) -> Markup {
    let (t, facts) = (visit.texts, &made.result.socket);
    let rows = [
        ("socket.fact_inner", format!("{:.0} mL", facts.inner_ml)),
        ("socket.fact_contact", format!("{:.0} cm²", facts.contact_cm2)),
        ("socket.fact_gap", format!("{} mm", words::signed(t, facts.mean_gap_mm, 2))),
        ("socket.fact_wall", visit.texts.figure(&format!("{:.1} mm", facts.thinnest_wall_mm))),
    ];
    html! {
        dl { @for (key, value) in rows { dt { (t.say(key)) } dd { (value) } } }
        @if !made.result.notes.is_empty() { ul { @for note in &made.result.notes { li { (note.in_words_of(t)) } } } }
    }
}

fn brush_form(visit: &Visit) -> Markup {
    let t = visit.texts;
    let sliders = [("depth_mm", -10, 10, -3), ("half_length_mm", 5, 80, 25), ("half_width_mm", 5, 60, 20)];
    html! {
        form.sliders #brush-form {
            p.hint { (t.say("socket.brush_hint")) }
            @for (name, low, high, begin) in sliders { div.field {
                label for={ "brush-" (name) } { (t.say(&format!("technique.{name}"))) }
                input id={ "brush-" (name) } name=(name) type="range" min=(low) max=(high) step="1" value=(begin);
                output for={ "brush-" (name) } data-unit="mm" data-digits="0" { (begin) " mm" }
            } }
        }
    }
}

/// The steps of a case whose socket cannot be made.
fn steps(visit: &Visit, opened: &OpenedCase, clinic: &Clinic, back: &Steps) -> Markup {
    match opened.case().map(|read| (read.case.limb.amputation_level, technique::of(read, clinic))) {
        Ok((level, own)) => steps_of(visit, &opened.version, level, &own, back),
        Err(_) => html! {},
    }
}

fn steps_of(visit: &Visit, version: &Version, level: AmputationLevel, own: &Technique, back: &Steps) -> Markup {
    let t = visit.texts;
    let action = format!("/cases/{}/socket/step", version.id);
    html! {
        section.card aria-labelledby="steps-heading" {
            h2 #steps-heading { (t.say("socket.steps")) }
            p { strong { (t.named(&own.name)) } @if !own.about.is_empty() { br; span.small { (t.named(&own.about)) } } }
            @if visit.edits() {
                form.actions method="post" action=(action) {
                    input type="hidden" name="base" value=(version.number);
                    button name="undo" value="1" data-shortcut="undo" aria-keyshortcuts="Control+Z" disabled[back.undo.is_none()] { (t.say("socket.undo")) }
                    button name="redo" value="1" data-shortcut="redo" aria-keyshortcuts="Control+Y" disabled[back.redo.is_none()] { (t.say("socket.redo")) }
                }
            }
            ol.steps-list { @for (index, step) in own.steps.iter().enumerate() { li { (step_form(visit, version, level, index, step)) } } }
            @if visit.edits() {
                form.step method="post" action=(action) {
                    input type="hidden" name="base" value=(version.number);
                    div.field {
                        label for="brim" { (t.say("socket.brim")) }
                        div.control { select #brim name="brim" aria-describedby="brim-hint" { @for shape in BrimShape::ALL {
                            option value=(shape.name()) { (socket_report::brim_words::brim_name(t, shape)) }
                        } } }
                        p.hint #brim-hint { (t.say("socket.brim_hint")) }
                    }
                    div.actions { button { (t.say("socket.brim_use")) } }
                }
                form.actions method="post" action=(action) {
                    input type="hidden" name="base" value=(version.number);
                    button name="usual" value="1" { (t.say("socket.usual")) }
                }
            }
        }
    }
}

/// One step: in words, and its numbers to change.
fn step_form(visit: &Visit, version: &Version, level: AmputationLevel, index: usize, step: &Step) -> Markup {
    let t = visit.texts;
    let (what, place, much) = socket_report::step_words::say(t, level, step);
    let numbers = technique::numbers(step);
    html! {
        details {
            summary { strong { (what) } ": " (place) ", " (much) }
            @if visit.edits() {
                form.step method="post" action={ "/cases/" (version.id) "/socket/step" } {
                    input type="hidden" name="base" value=(version.number);
                    input type="hidden" name="step" value=(index);
                    // Enter saves and removes nothing.
                    button.visually-hidden tabindex="-1" { (t.say("form.save")) }
                    div.grid { @for (path, value) in &numbers {
                        @let id = format!("step-{index}-{}", path.replace(['.', '[', ']'], "-"));
                        div.field {
                            label for=(id) { (technique::label(t, path)) }
                            div.control { input id=(id) name={ "set:" (path) } type="text" inputmode="decimal" value=(value) autocomplete="off"; }
                        }
                    } }
                    div.actions {
                        button { (t.say("form.save")) }
                        button.danger name="remove" value="1" { (t.say("socket.remove")) }
                    }
                }
            }
        }
    }
}

fn files(visit: &Visit, version: &Version, made: &MadeSocket) -> Markup {
    html! {
        section.card aria-labelledby="files-heading" {
            h2 #files-heading {
                (visit.texts.say(if made.result.purpose == Purpose::Socket { "socket.files" } else { "socket.files_size_check" }))
            }
            ul { @for file in &made.result.files {
                li { a href={ "/cases/" (version.id) "/socket/files/" (file.file) } { (file.file) } ": " (file.what.in_words_of(visit.texts))
                    @if !file.checked.is_empty() { " (" (file.checked.in_words_of(visit.texts)) ")" } }
            } }
        }
    }
}

/// A file of the socket.
pub async fn file(
    State(app): State<App>,
    visit: Visit,
    Path((id, name)): Path<(String, String)>,
) -> Result<Response, HttpError> {
    app.on_case(visit, &id, None, Need::Socket, move |clinic, _, opened| {
        let made = opened.socket(clinic)?;
        let (name, bytes) =
            made.exports.iter().find(|(known, _)| *known == name).ok_or(HttpError::NotFound("a file"))?;
        Ok(download(name, "application/octet-stream", bytes.clone()))
    })
    .await
}

/// Which shape.
#[derive(Deserialize)]
pub struct Which {
    version: Option<u64>,
    #[serde(default)]
    show: String,
}

/// The socket's inside with its colours, or the solid.
pub async fn mesh(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, HttpError> {
    app.on_case(visit, &id, which.version, Need::Socket, move |clinic, _, opened| {
        let made = opened.socket(clinic)?;
        if which.show == "solid" {
            return Ok(glb(write_glb(&made.socket.solid, &[])));
        }
        let inside = made.inside();
        let scalars = [
            Scalars { name: "_DISTANCE", values: &inside.distance_mm },
            Scalars { name: "_WALL", values: &inside.wall_mm },
        ];
        Ok(glb(write_glb(&inside.mesh, &scalars)))
    })
    .await
}

/// Changes a step's numbers, removes a step, or goes back to the usual ones.
pub async fn step(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, HttpError> {
    let id = case_id(&id)?;
    let address = format!("/cases/{id}/socket");
    let said = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let number = |name: &str| said(name).and_then(|text| text.parse::<u64>().ok());
    let base = number("base")
        .ok_or_else(|| HttpError::input("base", "", "no version", "send the version that was changed"))?;
    let index = number("step").map(|index| index as usize);
    let note = ["undo", "redo"].into_iter().find(|name| said(name).is_some());
    if let Some(way) = note {
        app.clinic.long_work(&visit, move |clinic, by| gone_back(clinic, by.name(), &id, base, way == "undo")).await?;
        return Ok(Redirect::to(&address).into_response());
    }
    let brim = said("brim").map(|name| {
        let shape = BrimShape::ALL.into_iter().find(|shape| shape.name() == name);
        shape.ok_or_else(|| HttpError::input("brim", &name, "no such brim", "choose one of the list"))
    });
    let edits = match (said("usual").is_some(), index) {
        (true, _) => vec![StepEdit::Usual],
        (_, None) if brim.is_some() => brim.transpose()?.into_iter().map(|shape| StepEdit::Brim { shape }).collect(),
        (_, Some(step)) if said("remove").is_some() => vec![StepEdit::Remove { step }],
        (_, Some(step)) => pairs
            .iter()
            .filter_map(|(name, raw)| name.strip_prefix("set:").map(|path| (path.to_string(), raw.clone())))
            .map(|(path, raw)| StepEdit::Set { step, path, raw })
            .collect(),
        _ => return Err(HttpError::input("step", "", "no step", "send the number of a step")),
    };
    app.clinic
        .long_work(&visit, move |clinic, requester| saved(clinic, requester.name(), &id, base, &edits).map(|_| ()))
        .await?;
    Ok(Redirect::to(&address).into_response())
}

/// Takes up the technique before the last change, or the one that was last undone.
fn gone_back(clinic: &Clinic, by: &str, id: &CaseId, base: u64, undo: bool) -> Result<(), HttpError> {
    let steps = undo::steps(clinic, id)?;
    let (to, note) = if undo { (steps.undo, undo::UNDONE) } else { (steps.redo, undo::REDONE) };
    let nothing = || HttpError::input("undo", "", "nothing to take back", "change the technique first");
    let edit = to.ok_or_else(nothing)?.map_or(StepEdit::Usual, |own| StepEdit::Whole(Box::new(own)));
    let opened = clinic.open_version(id, base)?;
    let own = technique::of(opened.case()?, clinic);
    let text = technique::edited(&opened.version.text, &own, &[edit])?;
    clinic.save_noted(by, id, base, &text, note).map(|_| ())
}

/// Applies edits to the technique of version `base`, makes the socket, and keeps both or neither.
fn saved(clinic: &Clinic, by: &str, id: &CaseId, base: u64, edits: &[StepEdit]) -> Result<Arc<MadeSocket>, HttpError> {
    let opened = clinic.open_version(id, base)?;
    let own = technique::of(opened.case()?, clinic);
    let text = technique::edited(&opened.version.text, &own, edits)?;
    // A socket that cannot be made is told before its steps are kept.
    let read = clinic.read(id, &opened.version.name, &text)?;
    let made =
        ::report::case_report::any_socket(&read, &clinic.scans(id), &clinic.library, &stem(&opened.version.name))?
            .map_err(|refused| HttpError::NoSocket(Box::new(refused)))?;
    let version = clinic.save(by, id, base, &text)?;
    let made = Arc::new(made);
    clinic.open_version(id, version.number)?.keep_socket(&made);
    Ok(made)
}

/// A press or a relief where the brush was set down, in the limb's axes.
#[derive(Deserialize)]
pub struct Brush {
    at: [f64; 3],
    depth_mm: f64,
    half_length_mm: f64,
    half_width_mm: f64,
}

/// Adds a rectification.
pub async fn brush(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(base): Query<BaseVersion>,
    JsonObject(brush): JsonObject<Brush>,
) -> Result<Response, HttpError> {
    let id = case_id(&id)?;
    app.clinic
        .long_work(&visit, move |clinic, requester| {
            let made = clinic.open_version(&id, base.base)?.socket(clinic)?;
            let point = Vec3::from(brush.at);
            if !point.is_finite() {
                return Err(HttpError::input("at", "", "no place", "give three numbers in mm"));
            }
            let step = rectification(&made, point, &brush);
            saved(clinic, requester.name(), &id, base.base, &[StepEdit::Add { step }])?;
            Ok(Json(json!({})).into_response())
        })
        .await
}

/// The place as a technique says it: beside the nearest landmark that is sure, so that it follows the limb.
fn rectification(made: &MadeSocket, point: Vec3, brush: &Brush) -> Step {
    let sure =
        made.limb.landmarks.iter().filter(|(name, placed)| placed.found.is_sure() && **name != Landmark::DistalEnd);
    let nearest = sure.min_by(|a, b| (a.1.point - point).length().total_cmp(&(b.1.point - point).length()));
    let fallback = (Landmark::MidPatellarTendon, Vec3::new(1.0, 0.0, 0.0));
    let (at, from) = nearest.map_or(fallback, |(name, placed)| (*name, placed.point));
    // The short way round, as a technique says it.
    let turn = (made.limb.around_deg(point) - made.limb.around_deg(from) + 180.0).rem_euclid(360.0) - 180.0;
    let tenth = |number: f64| (number * 10.0).round() / 10.0;
    let kind = if brush.depth_mm < 0.0 { "press" } else { "relief" };
    Step::Rectify {
        name: format!("{kind} by hand"),
        at,
        around_deg: tenth(turn),
        below_mm: tenth(from.z - point.z),
        depth_mm: tenth(brush.depth_mm),
        half_length_mm: tenth(brush.half_length_mm),
        half_width_mm: tenth(brush.half_width_mm),
    }
}

/// Moves the trim line.
pub async fn trim(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(base): Query<BaseVersion>,
    points: Result<Json<Vec<Value>>, JsonRejection>,
) -> Result<Json<Value>, HttpError> {
    let id = case_id(&id)?;
    let Json(points) = points?;
    let number = |point: &Value, name: &str| point.get(name).and_then(Value::as_f64);
    let line: Option<Vec<TrimPoint>> = points
        .iter()
        .map(|point| Some(TrimPoint { around_deg: number(point, "around_deg")?, below_mm: number(point, "below_mm")? }))
        .collect();
    let line =
        line.ok_or_else(|| HttpError::input("line", "", "no trim line", "give points of around_deg and below_mm"))?;
    let answer = app
        .clinic
        .long_work(&visit, move |clinic, requester| {
            let made = saved(clinic, requester.name(), &id, base.base, &[StepEdit::Trim { line }])?;
            let inside = made.inside();
            let trim: Vec<[f64; 3]> = inside.trim.iter().map(|point| rounded(*point)).collect();
            Ok(json!({ "trim": trim, "handles": handles(&made, &inside) }))
        })
        .await?;
    Ok(Json(answer))
}
