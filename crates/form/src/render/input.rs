//! One input with its label, explanation, unit and faults.

use super::super::fields::{Field, Kind, Number};
use super::super::path::{Path, Step, find};
use super::super::problems::is_at;
use super::super::shown::{Shown, shown};
use super::super::unit::Unit;
use super::super::words::{asked_back, question as words_of, said};
use super::scene::{Scene, id};
use domain::Problem;
use domain::asked_back::{AskedBack, symbol as unit_symbol};
use maud::{Markup, html};
use texts::Texts;

/// Choices up to this many are all in sight.
const MOST_RADIOS: usize = 3;

/// A field that stands alone.
pub fn field(scene: &Scene<'_>, path: &Path, field: &Field) -> Markup {
    let texts = scene.view.texts;
    let unit = scene.view.units.get(&field.path).copied();
    let label = &*texts.say(&field.text_key()).to_string();
    let name = path.to_string();
    let faults = faults(scene, &name, field);
    if let Kind::Numbers(number, count) = &field.kind {
        return several(scene, path, field, number, *count);
    }
    let now = shown(scene.view.text, scene.root, path, field, unit);
    let all_in_sight = in_sight(field);
    html! {
        @if all_in_sight {
            fieldset.field.choice-field id=(id(&name)) aria-describedby=[described(&name, field, texts, &faults)] {
                legend { (label) (required(field, texts)) }
                (control(scene, &name, field, &now, &faults))
                (hint(&name, field, texts))
                (errors(&name, texts, &faults))
            }
        } @else {
            div.field {
                label for=(id(&name)) { (label) (required(field, texts)) }
                div.value {
                    (control(scene, &name, field, &now, &faults))
                    (unit_of(&format!("unit:{}", field.path), field, now.unit, label, texts))
                }
                (hint(&name, field, texts))
                (range(&name, field, now.unit, texts))
                (errors(&name, texts, &faults))
            }
        }
    }
}

/// Whether a field's choices are all in sight, as buttons of which one is pressed.
fn in_sight(field: &Field) -> bool {
    match &field.kind {
        Kind::YesNo => field.required,
        Kind::Choice(names) => names.len() <= MOST_RADIOS && field.required,
        _ => false,
    }
}

/// The input itself, with what it shows kept beside it.
pub fn control(scene: &Scene<'_>, name: &str, field: &Field, now: &Shown, faults: &[&Problem]) -> Markup {
    let texts = scene.view.texts;
    let described = described(name, field, texts, faults);
    let invalid = faults.iter().any(|problem| !problem.open).then_some("true");
    let value = if now.present { now.text.as_str() } else { "" };
    let or_default = if now.present { value } else { field.default.as_deref().unwrap_or_default() };
    html! {
        @match &field.kind {
            Kind::Choice(names) if in_sight(field) && !name.contains('[') => {
                @for choice in names {
                    (radio(name, choice, value == choice, texts.say(&field.choice_key(choice)), invalid))
                }
                (kept(name, value))
            },
            Kind::YesNo if in_sight(field) => {
                (radio(name, "true", value == "true", texts.say("form.yes"), invalid))
                (radio(name, "false", value == "false", texts.say("form.no"), invalid))
                (kept(name, value))
            },
            Kind::YesNo => {
                input type="hidden" name=(name) value=(if ["true", "false", ""].contains(&value) { "false" } else { value });
                input type="checkbox" id=(id(name)) name=(name) value="true" checked[or_default == "true"]
                    aria-describedby=[described] aria-invalid=[invalid];
                (kept(name, if or_default.is_empty() { "false" } else { or_default }))
            },
            Kind::Choice(names) | Kind::Choices(names) => {
                select id=(id(name)) name=(name) aria-describedby=[described] aria-invalid=[invalid] {
                    @if !field.required && field.default.is_none() && !name.ends_with(']') {
                        option value="" selected[or_default.is_empty()] { (texts.say("form.left_out")) }
                    } @else if or_default.is_empty() {
                        option value="" selected { (texts.say("form.choose")) }
                    }
                    @if !or_default.is_empty() && !names.iter().any(|choice| choice == or_default) {
                        option value=(or_default) selected { (or_default) }
                    }
                    @for choice in names {
                        option value=(choice) selected[choice == or_default] { (texts.say(&field.choice_key(choice))) }
                    }
                }
                (kept(name, or_default))
            },
            Kind::Text(true) => {
                // A line break right behind the tag is the tag's.
                textarea id=(id(name)) name=(name) rows="4" aria-describedby=[described] aria-invalid=[invalid] { "\n" (value) }
                (kept(name, value))
            },
            kind => {
                input type="text" id=(id(name)) name=(name) value=(value)
                    inputmode=[inputmode(kind)] aria-describedby=[described] aria-invalid=[invalid];
                (kept(name, value))
            },
        }
    }
}

const fn inputmode(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Number(_) | Kind::Numbers(..) => Some("decimal"),
        _ => None,
    }
}

fn radio(name: &str, value: &str, checked: bool, label: &str, invalid: Option<&str>) -> Markup {
    let id = format!("{}-{value}", id(name));
    html! {
        span.radio {
            input type="radio" id=(id) name=(name) value=(value) checked[checked] aria-invalid=[invalid];
            label for=(id) { (label) }
        }
    }
}

/// What the input shows: a form that comes back with the same is no edit.
fn kept(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(format!("shown:{name}")) value=(value); }
}

/// Several numbers in a row: one input each, one unit for all.
fn several(scene: &Scene<'_>, path: &Path, field: &Field, number: &Number, count: usize) -> Markup {
    let texts = scene.view.texts;
    let name = path.to_string();
    let label = &*texts.say(&field.text_key()).to_string();
    let unit = scene.view.units.get(&field.path).copied().or(number.unit);
    let whole = faults(scene, &name, field);
    html! {
        fieldset.field.numbers id=(id(&name)) aria-describedby=[described(&name, field, texts, &whole)] {
            legend { (label) (required(field, texts)) }
            div.value {
                (numbers(scene, path, field, count, unit, label))
                (unit_of(&format!("unit:{}", field.path), field, unit, label, texts))
            }
            (hint(&name, field, texts))
            (range(&name, field, unit, texts))
            (errors(&name, texts, &whole))
            @if !field.required && !scene.view.read_only && find(scene.root, path).is_some() {
                button type="submit" name="remove_table" value=(name) id=(format!("{}-remove", id(&name))) {
                    (texts.fill("form.remove_table", &[("table", label)]))
                }
            }
        }
    }
}

/// The inputs of several numbers.
pub fn numbers(scene: &Scene<'_>, path: &Path, field: &Field, count: usize, unit: Option<Unit>, label: &str) -> Markup {
    let texts = scene.view.texts;
    html! {
        @for index in 0..count {
            @let at = path.at(index);
            @let name = at.to_string();
            @let own: Vec<&Problem> = scene.view.problems.iter().filter(|problem| problem.field == name).collect();
            @let now = shown(scene.view.text, scene.root, &at, field, unit);
            span.one-number {
                label.visually-hidden for=(id(&name)) {
                    (texts.fill("form.in_place", &[("label", label), ("place", &(index + 1).to_string())]))
                }
                (control(scene, &name, field, &now, &own))
                (errors(&name, texts, &own))
            }
        }
    }
}

/// The unit beside a number: to be chosen, or as it is.
pub fn unit_of(name: &str, field: &Field, unit: Option<Unit>, label: &str, texts: &Texts) -> Markup {
    let Some(number) = field.number() else { return html! {} };
    html! {
        @if let (Some(stored), Some(unit)) = (number.unit, unit) {
            select.unit id=(id(name)) name=(name) aria-label=(texts.fill("form.unit_of", &[("label", label)])) {
                @for choice in stored.choices() {
                    option value=(choice.code()) selected[*choice == unit] { (choice.symbol()) }
                }
            }
        } @else if !number.symbol.is_empty() {
            span.unit { (symbol(&number.symbol, texts)) }
        }
    }
}

/// A fixed unit; words among them are translated.
fn symbol<'a>(symbol: &'a str, texts: &'a Texts) -> &'a str {
    match symbol {
        "years" => texts.say("unit.years"),
        "months" => texts.say("unit.months"),
        "steps/min" => texts.say("unit.steps_per_min"),
        "-fold" => texts.say("unit.fold"),
        symbol => symbol,
    }
}

fn has_range(field: &Field) -> bool {
    field.number().is_some_and(|number| number.low.is_some() && number.high.is_some())
}

/// The limits of a number, in the unit shown.
fn range(name: &str, field: &Field, unit: Option<Unit>, texts: &Texts) -> Markup {
    let Some(Number { low: Some(low), high: Some(high), unit: stored, symbol: fixed, .. }) = field.number() else {
        return html! {};
    };
    let show = |number: f64| match (stored, unit) {
        (Some(stored), Some(unit)) => stored.shown(number, unit),
        _ => number.to_string(),
    };
    let unit = match unit {
        Some(unit) => unit.symbol(),
        None => symbol(fixed, texts),
    };
    let (low, high) = (show(*low), show(*high));
    let default = field.default.as_deref().unwrap_or_default().trim_matches(['[', ']']);
    let default: Vec<String> = default.split(',').filter_map(|one| one.trim().parse().ok()).map(show).collect();
    html! {
        p.range id=(format!("{}-range", id(name))) {
            (texts.fill("form.range", &[("low", &low), ("high", &high), ("unit", unit)]))
            @if !default.is_empty() { "; " (texts.fill("form.default", &[("value", &default.join(", "))])) }
        }
    }
}

fn required(field: &Field, texts: &Texts) -> Markup {
    html! { @if !field.required { span.optional { " " (texts.say("form.optional")) } } }
}

fn hint(name: &str, field: &Field, texts: &Texts) -> Markup {
    let key = field.hint_key();
    html! { @if texts.knows(&key) { p.hint id=(format!("{}-hint", id(name))) { (texts.say(&key)) } } }
}

/// The faults of one field.
pub fn faults<'a>(scene: &Scene<'a>, name: &str, field: &Field) -> Vec<&'a Problem> {
    let us = field.us_key().map(|(us, _)| us);
    scene.view.problems.iter().filter(|problem| is_at(problem, name, us.as_deref())).collect()
}

/// The faults beside their field.
pub fn errors(name: &str, texts: &Texts, faults: &[&Problem]) -> Markup {
    html! {
        @if let [problem] = faults && let Some(asked) = asked_back(problem) {
            (question(name, texts, problem, &asked))
        } @else if !faults.is_empty() && faults.iter().all(|problem| problem.open) {
            p.open-question id=(format!("{}-error", id(name))) { (texts.say("form.open")) }
        } @else if !faults.is_empty() {
            p.error id=(format!("{}-error", id(name))) {
                @for (index, problem) in faults.iter().enumerate() {
                    @if index > 0 { " · " }
                    (said(texts, problem))
                }
            }
        }
    }
}

/// A number that is asked back, with an answer to press for each reading.
fn question(name: &str, texts: &Texts, problem: &Problem, asked: &AskedBack) -> Markup {
    let number = asked.number.to_string();
    let right = |key: &str, unit: &str| texts.fill(key, &[("number", &number), ("unit", unit)]);
    html! {
        p.open-question id=(format!("{}-error", id(name))) { (words_of(texts, asked)) }
        div.actions {
            button type="submit" name="confirm" value=(AskedBack::confirmation(&problem.field, asked.number))
                id=(format!("{}-right", id(name))) { (right("form.number_right", asked.unit)) }
            @for other in &asked.others {
                button type="submit" name="meant" value=(format!("{} {number} {}", problem.field, other.unit))
                    id=(format!("{}-{}", id(name), other.unit)) { (right("form.number_meant", unit_symbol(other.unit))) }
            }
        }
    }
}

fn described(name: &str, field: &Field, texts: &Texts, faults: &[&Problem]) -> Option<String> {
    let in_row = Path::parse(name).is_some_and(|path| path.0.iter().any(|step| matches!(step, Step::Row(_))));
    let hint = (!in_row && texts.knows(&field.hint_key())).then(|| format!("{}-hint", id(name)));
    let range = (!in_row && has_range(field)).then(|| format!("{}-range", id(name)));
    let error = (!faults.is_empty()).then(|| format!("{}-error", id(name)));
    let ids: Vec<String> = hint.into_iter().chain(range).chain(error).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
