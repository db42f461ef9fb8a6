//! The form as HTML: every input with its label, its explanation, its unit and its faults.
//!
//! No style and no script stand here: classes and `hx-` attributes say what is what. Ids are made of paths and stay the same
//! from page to page, so that the focus survives an exchange. Without script a plain button sends the form.

use super::edit::may_go;
use super::fields::{self, Group, Kind};
use super::path::{Path, find};
use super::words::{asked_back, label, question, said};
use domain::Problem;
use maud::{Markup, html};
use scene::Scene;
use texts::Texts;
use toml::de::DeTable;

mod day;
mod input;
mod rows;
mod scene;

pub use scene::{Action, FormView, id};

/// The form.
pub fn render(view: &FormView<'_>) -> Markup {
    let texts = view.texts;
    let groups: Vec<&Group> = view.groups.iter().filter_map(|path| fields::group(path)).collect();
    let first = groups.first().map_or("", |group| group.path.as_str());
    let parsed = DeTable::parse(view.text);
    html! {
            form.case-form id=(format!("form-{}", id(first))) method="post" action=(view.action.post) novalidate
                hx-post=(view.action.post) hx-target=(view.action.target) hx-swap=(view.action.swap)
                hx-trigger="change, submit" autocomplete="off" {
                input type="hidden" name="base_version" value=(view.base_version);
                @if !view.read_only {
                    // The first button is the one that Enter presses: it saves and removes nothing.
                    button.without-script type="submit" name="save" value="1" { (texts.say("form.save")) }
                }
                (summary(view, &groups, parsed.as_ref().ok().map(|table| table.get_ref())))
                @match &parsed {
    Ok(table) => {
                        @if groups.iter().any(|group| group.fields.iter().any(|field| field.number().is_some())) {
                            p.hint { (texts.say("form.numbers")) }
                        }
                        @for group in &groups { (fieldset(&Scene { view, root: table.get_ref() }, group)) }
                    },
                    Err(_) => p.error { (texts.say("form.no_toml")) },
                }
            }
        }
}

/// The faults of these groups and of the whole text, each a link to its field.
fn summary(view: &FormView<'_>, groups: &[&Group], root: Option<&DeTable<'_>>) -> Markup {
    let texts = view.texts;
    let shown = view.problems.iter().filter(|problem| concerns(problem, groups));
    let (open, shown): (Vec<&Problem>, Vec<&Problem>) = shown.partition(|problem| problem.open);
    html! {
        (open_questions(texts, &open, ""))
        (to_correct(texts, &shown, "", &|problem| html! {
            @if let Some(path) = removable(view, root, problem) {
                " " button type="submit" name="remove_table" value=(path) {
                    @let key = problem.field.rsplit('.').next().unwrap_or_default();
                    @let table = label(texts, &problem.field).unwrap_or_else(|| key.to_string());
                    (texts.fill("form.remove_table", &[("table", &table)]))
                }
            }
        }))
    }
}

/// What is to be corrected, each a link to its field, on this page or with `pages` on its own; `then` comes behind each.
pub fn to_correct(texts: &Texts, wrong: &[&Problem], pages: &str, then: &dyn Fn(&Problem) -> Markup) -> Markup {
    html! {
        @if !wrong.is_empty() {
            section.problems aria-label=(texts.say("form.problems")) {
                h2 { (texts.fill("form.problem_count", &[("count", &wrong.len().to_string())])) }
                ul {
                    @for problem in wrong {
                        li { (link(texts, problem, pages)) ": " (said(texts, problem)) (then(problem)) }
                    }
                }
            }
        }
    }
}

/// A fault's name as a link to its field.
fn link(texts: &Texts, problem: &Problem, pages: &str) -> Markup {
    let page = match problem.field.split(['.', '[']).next().unwrap_or_default() {
        _ if pages.is_empty() => String::new(),
        "limb" | "scan" => format!("{pages}/limb"),
        "day" => format!("{pages}/day"),
        _ => format!("{pages}/person"),
    };
    let label = label_of(texts, problem);
    html! {
        @match target_of(&problem.field) {
            Some(target) => a href=(format!("{page}#{target}")) { (label) },
            None => span { (label) },
        }
    }
}

/// Questions that are not answered yet, each a link to its field: on this page, or with `pages`, a case's address, on its own.
pub fn open_questions(texts: &Texts, open: &[&Problem], pages: &str) -> Markup {
    html! {
        @if !open.is_empty() {
            section.open-questions aria-label=(texts.say("form.open_questions")) {
                h2 { (texts.fill("form.open_count", &[("count", &open.len().to_string())])) }
                p { @for (index, problem) in open.iter().enumerate() {
                    @if index > 0 { " · " }
                    (link(texts, problem, pages))
                    @if let Some(asked) = asked_back(problem) { ": " (question(texts, &asked)) }
                } }
            }
        }
    }
}

/// The path of what is at fault where no input shows it, so that it can only be taken out.
fn removable(view: &FormView<'_>, root: Option<&DeTable<'_>>, problem: &Problem) -> Option<Path> {
    let path = Path::parse(&problem.field)?;
    let has_input = match fields::field(&path) {
        Some(field) if fields::is_alternative(&field.path) => true,
        Some(field) => !matches!(field.kind, Kind::Rows(_)),
        None => fields::group(&problem.field).is_some_and(|group| group.optional),
    };
    let twin = fields::field_as_written(&path).filter(|_| fields::field(&path).is_none());
    // A number in a US unit has an input, unless the metric one is there as well.
    let of_twin = twin
        .zip(path.split())
        .is_some_and(|(own, (parent, _))| root.is_some_and(|root| find(root, &parent.key(own.key())).is_none()));
    Some(path).filter(|path| !view.read_only && !has_input && !of_twin && root.is_some_and(|root| may_go(root, path)))
}

/// Whether a fault belongs to one of these groups, or to the text as a whole.
fn concerns(problem: &Problem, groups: &[&Group]) -> bool {
    let Some(path) = Path::parse(&problem.field).filter(|_| problem.field != "concord") else { return true };
    let table = |path: &Path| {
        let keys: Vec<String> = (1..=path.0.len()).map(|end| Path(path.0[..end].to_vec()).to_string()).collect();
        keys.into_iter().rev().find(|path| fields::group(path).is_some()).unwrap_or_default()
    };
    groups.iter().any(|group| group.path == table(&path))
}

/// What a fault is about; of a text that is no case as a whole, its line.
fn label_of(texts: &Texts, problem: &Problem) -> String {
    if problem.field.is_empty() {
        let line = texts.fill("form.line", &[("line", &problem.line.to_string())]);
        return if problem.value.is_empty() { line } else { format!("{line}, {}", problem.value) };
    }
    label(texts, &problem.field).unwrap_or_else(|| texts.say("form.entry").to_string())
}

/// The id of the input that a fault is about.
fn target_of(field: &str) -> Option<String> {
    let path = Path::parse(field)?;
    let own = fields::field_as_written(&path);
    if own.is_none() && fields::group(field).is_none() {
        return None;
    }
    let metric = own.and_then(|own| path.split().map(|(parent, _)| parent.key(own.key())));
    Some(id(&metric.filter(|_| path.row().is_none()).unwrap_or(path).to_string()))
}

fn fieldset(scene: &Scene<'_>, group: &Group) -> Markup {
    let (view, texts) = (scene.view, scene.view.texts);
    let there = !group.optional || Path::parse(&group.path).is_some_and(|path| find(scene.root, &path).is_some());
    html! {
        fieldset.group id=(if group.path.is_empty() { "case".into() } else { id(&group.path) }) disabled[view.read_only] {
            legend { (texts.say(&group.text_key())) }
            p.hint { (texts.say(&group.hint_key())) }
            @if there {
                @if group.path == "day" { (day::told_or_by_hand(scene, group)) }
                @for field in group.fields.iter().filter(|field| !fields::is_alternative(&field.path)) {
                    @if let Some(path) = Path::parse(&field.path) {
                        @match &field.kind {
                            Kind::Rows(columns) => (rows::table(scene, &path, field, columns)),
                            Kind::Choices(_) => (rows::choices(scene, &path, field)),
                            _ => (input::field(scene, &path, field)),
                        }
                    }
                }
            }
            @if group.optional && !view.read_only {
                @if there {
                    button type="submit" name="remove_table" value=(group.path) id=(format!("{}-table", id(&group.path))) {
                        (texts.fill("form.remove_table", &[("table", texts.say(&group.text_key()))]))
                    }
                } @else {
                    button type="submit" name="add_table" value=(group.path) id=(format!("{}-table", id(&group.path))) {
                        (texts.fill("form.add_table", &[("table", texts.say(&group.text_key()))]))
                    }
                }
            }
        }
    }
}
