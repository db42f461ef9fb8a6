//! The fit: every pump side by side, why, and what flips when an input changes.

use super::App;
use super::clinic::Clinic;
use super::error::HttpError;
use super::files::{download, stem};
use super::form::{Edit, Unit, apply, fields};
use super::ids::case_id;
use super::layout;
use super::opened_case::{Need, OpenedCase};
use super::scheduler::Requester;
use super::visit::Visit;
use ::report::plots::heights;
use ::report::{fit_text, height_words, order, words};
use axum::extract::{Form, Path, State};
use axum::response::Response;
use fitting::{Conclusion, Fitting, PumpAdvice, Standing, Verdict};
use maud::{Markup, html};
use serde_json::Value;
use workup::library::Library;

/// The body mass.
const MASS: &str = "person.body_mass_kg";

/// Asked above the knee only.
const BELOW_KNEE: &str = "prosthesis.below_knee_clearance_mm";

/// Inputs that decide about pumps, to be changed without changing the case.
const INPUTS: [&str; 10] = [
    MASS,
    "person.k_level",
    "person.activity",
    "person.water_use",
    "prosthesis.available_clearance_mm",
    BELOW_KNEE,
    "prosthesis.foot_build_height_mm",
    "prosthesis.foot_length_cm",
    "prosthesis.wants_adjustable_suspension",
    "prosthesis.wide_component_below_socket",
];

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Markup, HttpError> {
    app.on_case(visit, &id, None, Need::Fit, whole).await
}

fn whole(clinic: &Clinic, visit: &Visit, opened: &OpenedCase) -> Result<Markup, HttpError> {
    let version = &opened.version;
    let fitting = match (opened.case(), &opened.fitting) {
        (Ok(_), Some(fitting)) => fitting,
        (Err(HttpError::Input(faults)), _) => {
            return Ok(layout::case_page(visit, version, "fit", &layout::draft(visit, version, &faults)));
        }
        _ => return Err(HttpError::Internal),
    };
    let t = visit.texts;
    let body = html! {
        div.columns.wide-left {
            section.card aria-labelledby="advice" {
                h2 #advice { (t.say("fit.title")) }
                (advice(visit, fitting, None, &clinic.library))
            }
            @if let Some(picture) = heights::picture(t, &fitting.pumps, "heights-name") {
                figure.card { figcaption { (t.say("fit.heights")) } (picture) (stack(visit, fitting)) }
            }
        }
        div.columns.tried {
            section.card aria-labelledby="what-if" {
                h2 #what-if { (t.say("fit.what_if")) }
                p.hint { (t.say("fit.what_if_hint")) }
                (inputs(visit, opened))
            }
            section.card aria-labelledby="pumps" {
                h2 #pumps { (t.say("fit.pumps")) }
                div #flips { (pumps(visit, fitting, None, &clinic.library)) }
            }
        }
        @if !fitting.forces.is_empty() { (forces(visit, fitting, &clinic.library)) }
        @if !fitting.parts.is_empty() { (parts_list(visit, opened, fitting, &clinic.library)) }
        (answers(visit, clinic, opened))
    };
    Ok(layout::case_page(visit, version, "fit", &body))
}

/// The headline, then what screening found.
fn advice(visit: &Visit, fitting: &Fitting, before: Option<&Fitting>, library: &Library) -> Markup {
    let flipped = before
        .is_some_and(|before| fit_text::headline(visit.texts, before) != fit_text::headline(visit.texts, fitting));
    let (class, sign) = fit_text::look(fitting);
    let why = html! {
        ul.plain { @for conclusion in &fitting.screening { (reason(visit, conclusion, library)) } }
        @if let Some(liner) = &fitting.liner {
            h3 { (visit.texts.say("fit.liner")) }
            ul.plain { @for conclusion in &liner.reasons { (reason(visit, conclusion, library)) } }
        }
    };
    html! {
        p class=(class) {
            span aria-hidden="true" { (sign) } " " (fit_text::headline(visit.texts, fitting).trim_end_matches([':', '.'])) "."
            @if flipped { " " span.badge.flipped { (visit.texts.say("fit.flipped")) } }
        }
        // Beside what is tried out, the pumps matter first.
        @if before.is_some() { details { summary { (visit.texts.say("fit.why")) } (why) } } @else { (why) }
    }
}

/// A conclusion with its rule and source.
fn reason(visit: &Visit, conclusion: &Conclusion, library: &Library) -> Markup {
    let class = match conclusion.verdict {
        Verdict::Note => "reason",
        Verdict::Indication | Verdict::For => "reason good",
        Verdict::OutOfRange | Verdict::NotBefore | Verdict::Caution | Verdict::Against => "reason care",
        Verdict::Refusal | Verdict::Contraindication => "reason bad",
    };
    html! {
        li class=(class) {
            strong { (words::verdict(visit.texts, conclusion.verdict)) } ": " (conclusion.text.in_words_of(visit.texts))
            details.source { summary title=(conclusion.rule) { (visit.texts.say("fit.source")) }
                p.small data-rule=(conclusion.rule) {
                    @for input in &conclusion.inputs {
                        code { (input.field) " = " (input.value.in_words_of(visit.texts)) } " "
                        @if let Some(cell) = &input.printed { "(" q lang="en" { (cell.printed) } ", " (layout::cited(visit, library, &cell.source, cell.page.as_deref())) ") " }
                    }
                    @for (key, page) in conclusion.cited() { (layout::cited(visit, library, key, page)) "; " }
                    (words::evidence(visit.texts, &conclusion.evidence))
                    @if let Some(note) = &conclusion.note { "; " (note.in_words_of(visit.texts)) }
                }
            }
        }
    }
}

/// Every pump as a column; with `before` what became of it when the inputs changed.
fn pumps(visit: &Visit, fitting: &Fitting, before: Option<&Fitting>, library: &Library) -> Markup {
    html! { div.pumps { @for pump in &fitting.pumps {
        @let was = before.and_then(|before| before.pump(&pump.article));
        (column(visit, pump, was, library))
    } } }
}

fn column(visit: &Visit, pump: &PumpAdvice, was: Option<&PumpAdvice>, library: &Library) -> Markup {
    let t = visit.texts;
    let (class, sign) = match pump.standing {
        Standing::Recommended => ("pump recommended", "★"),
        Standing::Possible => ("pump possible", "✓"),
        Standing::Refused => ("pump refused", "✕"),
    };
    let size = |pump: &PumpAdvice| pump.size.as_ref().map_or_else(|| "–".to_string(), |size| size.label.clone());
    let flip = was.filter(|was| was.standing != pump.standing || size(was) != size(pump));
    let heading = format!("pump-{}", stem(&pump.article));
    html! {
        article class=(class) aria-labelledby=(heading) {
            h3 id=(heading) { (pump.name) br; span.small { (pump.article) } }
            p { span aria-hidden="true" { (sign) } " " strong { (words::standing(t, pump.standing)) } }
            @if let Some(was) = flip {
                p.badge.flipped { (t.fill("fit.was", &[("before", &format!("{}, {}", words::standing(t, was.standing), size(was)))])) }
            }
            dl {
                dt { (t.say("fit.size")) } dd { (size(pump)) }
                dt { (t.say("fit.height")) }
                dd { (height_words::line(t, &pump.height)) }
            }
            ul.plain { @for conclusion in &pump.reasons { (reason(visit, conclusion, library)) } }
        }
    }
}

/// The height budget of the recommended pump, piece by piece from the socket down.
fn stack(visit: &Visit, fitting: &Fitting) -> Markup {
    let (t, Some(pump)) = (visit.texts, fitting.recommended()) else { return html! {} };
    let there = pump.height.available_mm.map_or("–".into(), |mm| height_words::both(t, mm));
    html! {
        table.list #stack {
            caption { (pump.name) ": " (there) ", " (height_words::outcome(t, &pump.height)) }
            thead { tr {
                th scope="col" { (t.say("fit.piece")) } th scope="col" { (t.say("fit.height")) } th scope="col" { (t.say("fit.basis")) }
            } }
            tbody { @for [name, height, basis] in pump.height.pieces.iter().map(|piece| height_words::row(t, piece)) { tr {
                th scope="row" data-label=(t.say("fit.piece")) { (name) }
                td data-label=(t.say("fit.height")) { (height) }
                td data-label=(t.say("fit.basis")) { (basis) }
            } } }
        }
    }
}

/// Impact, rotation and shear: what answers each here, and what does not.
fn forces(visit: &Visit, fitting: &Fitting, library: &Library) -> Markup {
    let t = visit.texts;
    html! {
        section.card aria-labelledby="forces" {
            h2 #forces { (t.say("fit.forces")) }
            @for force in &fitting.forces {
                p { (force.text.in_words_of(t)) }
                ul.plain {
                    @for answer in &force.answers {
                        li.reason.good { strong { (t.say("fit.answered")) } ": " (answer.text.in_words_of(t)) }
                    }
                    @for open in &force.open { li.reason.care { strong { (t.say("fit.unanswered")) } ": " (open.in_words_of(t)) } }
                    li.reason { strong { (words::verdict(t, Verdict::Note)) } ": " (force.day.in_words_of(t)) }
                }
                details.source { summary { code { (force.rule) } }
                    p.small { (layout::cited(visit, library, &force.source, None)) "; " (words::evidence(visit.texts, &force.evidence)) }
                }
            }
        }
    }
}

/// A small form; each change is answered at once.
fn inputs(visit: &Visit, opened: &OpenedCase) -> Markup {
    let t = visit.texts;
    let case = opened.read.as_ref().ok().and_then(|read| serde_json::to_value(&read.case).ok()).unwrap_or_default();
    let action = format!("/cases/{}/fit/what-if", opened.version.id);
    let level = case.pointer("/limb/amputation_level").and_then(Value::as_str);
    let above_knee = level == Some("transfemoral");
    let mass = opened.read.as_ref().ok().map(|read| read.case.person.body_mass());
    let value = |path: &str| match case.pointer(&format!("/{}", path.replace('.', "/"))) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    html! {
        form #inputs method="post" action=(action) hx-post=(action) hx-trigger="input changed delay:150ms, change" hx-target="#flips" {
            @for path in INPUTS.into_iter().filter(|path| above_knee || *path != BELOW_KNEE) { @if let Some(field) = fields::field_of_schema(path) {
                div.field {
                    label for=(path) { (t.say(&field.text_key())) }
                    div.control { @match &field.kind {
                        fields::Kind::Choice(choices) => {
                            select id=(path) name=(path) { @for choice in choices {
                                option value=(choice) selected[value(path) == *choice] { (t.say(&field.choice_key(choice))) }
                            } }
                        }
                        fields::Kind::YesNo => {
                            select id=(path) name=(path) { @for (choice, key) in [("false", "form.no"), ("true", "form.yes")] {
                                option value=(choice) selected[value(path) == choice] { (t.say(key)) }
                            } }
                        }
                        _ => {
                            @let given = mass.filter(|_| path == MASS);
                            @let shown = given.map_or_else(|| value(path), |mass| mass.number.to_string());
                            @let unit = given.map(|mass| mass.unit.symbol()).or(path.rsplit('_').next());
                            input id=(path) name=(path) type="text" inputmode="decimal" value=(shown) autocomplete="off";
                            @if let Some(unit) = unit { span.unit { (unit) } }
                        }
                    } }
                }
            } }
            div.actions {
                button.without-script { (t.say("fit.try")) }
                button type="reset" { (t.say("fit.reset")) }
            }
        }
    }
}

/// What would be advised with other inputs; the case stays as it is.
pub async fn what_if(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Form(changed): Form<Vec<(String, String)>>,
) -> Result<Markup, HttpError> {
    let id = case_id(&id)?;
    let texts = visit.clone();
    let opened = app.clinic.ready(&visit, &id, None, Need::Case).await?;
    let (opened, part) = app
        .clinic
        .work(move |clinic| {
            let read = opened.case()?;
            // The case's own text may hold US units; as it was read it is metric. Its mass is edited in the unit in which it was given.
            let mut case = read.case.clone();
            let pounds = case.person.body_mass_lb.take().map(|_| Unit::Pound);
            let text = toml::to_string(&case).map_err(|_| HttpError::Internal)?;
            let known =
                changed.into_iter().filter(|(path, raw)| INPUTS.contains(&path.as_str()) && !raw.trim().is_empty());
            let edits: Vec<Edit> =
                known.map(|(path, raw)| Edit::Set { unit: pounds.filter(|_| path == MASS), path, raw }).collect();
            let text = apply(&text, &edits)
                .map_err(|violation| HttpError::input(&violation.field, "", violation.what, violation.expected))?;
            let changed = workup::input::case_of_text("what if".into(), text, &clinic.scans(&id))?;
            let fitting = changed.judged(&clinic.library).clone();
            let part = html! {
                (advice(&texts, &fitting, opened.fitting.as_ref(), &clinic.library))
                (pumps(&texts, &fitting, opened.fitting.as_ref(), &clinic.library))
            };
            Ok((opened, part))
        })
        .await?;
    if visit.partial {
        return Ok(part);
    }
    let back = html! { section.card { h2 { (visit.texts.say("fit.what_if")) } (part) } };
    Ok(layout::case_page(&visit, &opened.version, "fit", &back))
}

fn parts_list(visit: &Visit, opened: &OpenedCase, fitting: &Fitting, library: &Library) -> Markup {
    let t = visit.texts;
    html! {
        section.card aria-labelledby="parts-heading" {
            h2 #parts-heading { (t.say("fit.parts")) }
            @if let Some(open) = fit_text::open(t, fitting) { p.reason.care { (t.fill("report.parts.waits", &[("open", &open)])) } }
            table.list #parts {
                thead { tr {
                    @for key in ["fit.article", "fit.part", "fit.quantity", "fit.size", "fit.ask", "fit.why", "fit.source"] {
                        th scope="col" { (t.say(key)) }
                    }
                } }
                tbody { @for line in order::lines(&fitting.parts, t, library) { tr {
                    th scope="row" data-label=(t.say("fit.article")) { @if line.article.is_empty() { "–" } @else { (line.article) } }
                    td data-label=(t.say("fit.part")) { (line.part) }
                    td data-label=(t.say("fit.quantity")) { (line.quantity) }
                    td data-label=(t.say("fit.size")) { @if line.size.is_empty() { "–" } @else { (line.size) } }
                    td data-label=(t.say("fit.ask")) { @if line.ask.is_empty() { "–" } @else { (line.ask) } }
                    td data-label=(t.say("fit.why")) { (line.why) }
                    td data-label=(t.say("fit.source")) lang="en" { (line.source) }
                } } }
            }
            div.actions {
                button data-copy="#parts" { (t.say("fit.copy")) }
                a.button href={ "/cases/" (opened.version.id) "/parts.csv" } { "CSV" }
                button data-print="#parts" { (t.say("report.print")) }
            }
        }
    }
}

/// What the recommended pump does at first, and when its sensor dies.
fn answers(visit: &Visit, clinic: &Clinic, opened: &OpenedCase) -> Markup {
    let Ok(result) = opened.fit(clinic, &Requester::new(&visit.name)) else { return html! {} };
    let Some(answers) = &result.answers else { return html! {} };
    html! {
        section.card aria-labelledby="first-steps" {
            h2 #first-steps { (visit.texts.say("fit.first_steps")) }
            p { (fit_text::first_steps(visit.texts, answers)) }
            h3 { (visit.texts.say("fit.holds")) }
            ul { @for pump in &answers.holds { li { (fit_text::holds(visit.texts, pump)) } } }
            p { strong { (visit.texts.say("fit.sensor_dies")) } " " (answers.if_the_sensor_dies.in_words_of(visit.texts)) }
        }
    }
}

/// The parts list as CSV.
pub async fn parts(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Response, HttpError> {
    let id = case_id(&id)?;
    let opened = app.clinic.ready(&visit, &id, None, Need::Case).await?;
    opened.case()?;
    let parts = opened.fitting.as_ref().map_or(&[][..], |fitting| &fitting.parts);
    let text = order::csv(parts, &app.clinic.library);
    Ok(download(&format!("{}-parts.csv", stem(&opened.version.name)), "text/csv; charset=utf-8", text.into_bytes()))
}
