//! A fault in the words of the form: by its question's own name and row, never by path, line or the file's spelling.

use super::edit::literal;
use super::fields::{self, Field, Kind, field_as_written};
use super::path::{Path, Step};
use domain::Problem;
use domain::asked_back::AskedBack;
use domain::day::ClockTime;
use texts::Texts;
use workup::case_template::SOUND;
use workup::problem::{Fault, elsewhere};

/// What a fault's field is called: its own name, with the row it stands in; `None` where the form has no such question.
pub fn label(texts: &Texts, field: &str) -> Option<String> {
    let path = Path::parse(field)?;
    let Some(own) = field_as_written(&path) else {
        return fields::group(field).map(|group| texts.say(&group.text_key()).to_string());
    };
    let label = texts.say(&own.text_key()).to_string();
    let row = path.0.iter().find_map(|step| if let Step::Row(index) = step { Some(index + 1) } else { None });
    Some(match row {
        Some(row) => texts.fill("form.in_row", &[("label", &label), ("row", &row.to_string())]),
        None => label,
    })
}

/// What is wrong and what would be right, to the person at the form.
pub fn said(texts: &Texts, problem: &Problem) -> String {
    if let Some(asked) = asked_back(problem) {
        return question(texts, &asked);
    }
    if problem.open {
        return texts.say("form.open").to_string();
    }
    wanted(texts, problem).unwrap_or_else(|| as_told(texts, problem))
}

/// "185 kg, or 185 lb (84 kg)?"
pub fn question(texts: &Texts, asked: &AskedBack) -> String {
    asked.to_string().replace(", or ", &format!(", {} ", texts.say("form.or")))
}

/// The number that is asked back, where a fault is that.
pub fn asked_back(problem: &Problem) -> Option<AskedBack> {
    let number = problem.value.replace('_', "").parse().ok().filter(|_| problem.open)?;
    AskedBack::new(&problem.field, number)
}

/// What the question wants, where its answer is of no kind that it takes.
fn wanted(texts: &Texts, problem: &Problem) -> Option<String> {
    let path = Path::parse(&problem.field)?;
    let given = problem.value.trim_matches('"');
    let Some(field) = field_as_written(&path) else {
        let key = problem.field.rsplit(['.', '[']).next().unwrap_or_default().trim_end_matches(']');
        return (fields::group(&problem.field).is_none() && !problem.field.is_empty())
            .then(|| texts.fill("form.unknown_entry", &[("entry", key)]));
    };
    if problem.value.is_empty() {
        return None;
    }
    let with = |key: &str, name: &str, value: &str| Some(texts.fill(key, &[("given", given), (name, value)]));
    let in_row = path.row().is_some();
    match &field.kind {
        Kind::Number(_) if literal::number(given).is_none() => {
            with("form.want_number", "example", &example(&path, field))
        }
        Kind::Numbers(..) if in_row && literal::number(given).is_none() => {
            with("form.want_number", "example", &example(&path, field))
        }
        Kind::Numbers(_, count) if !in_row => with("form.want_numbers", "count", &count.to_string()),
        Kind::Choice(names) | Kind::Choices(names) if !names.iter().any(|name| name == given) => {
            let names = names.iter().map(|name| texts.say(&field.choice_key(name)).to_string()).collect::<Vec<_>>();
            with("form.want_choice", "choices", &names.join(", "))
        }
        Kind::YesNo if !["true", "false"].contains(&given) => with("form.want_yes_no", "", ""),
        Kind::Time if ClockTime::try_from(given.to_string()).is_err() => with("form.want_time", "", ""),
        Kind::Text(_) if !problem.value.starts_with(['"', '\'']) => with("form.want_text", "", ""),
        Kind::Rows(_) if !problem.value.starts_with('[') => with("form.want_rows", "", ""),
        _ => None,
    }
}

/// A sound answer to a number's question.
fn example(path: &Path, field: &Field) -> String {
    let metric = path.split().map_or_else(|| path.clone(), |(parent, _)| parent.key(field.key()));
    let mut steps = metric.0.iter();
    let first = steps.next().and_then(|step| if let Step::Key(key) = step { SOUND.get(key) } else { None });
    let value = steps.fold(first, |value, step| match step {
        Step::Key(key) => value?.get(key),
        Step::Row(index) => value?.as_array().and_then(|items| items.get(*index).or(items.first())),
    });
    let of_template = value.and_then(|value| value.as_float().or(value.as_integer().map(|whole| whole as f64)));
    let low = field.number().and_then(|number| number.low);
    of_template.or(low).unwrap_or(1.0).to_string()
}

/// A fault of what was read as a person reads it: what it is about, where that has a name, and what is said.
pub fn of_fault(texts: &Texts, fault: &Fault) -> (Option<String>, String) {
    let problem = fault.as_problem();
    let name = label(texts, &problem.field).or_else(|| fault.named_file().map(str::to_string));
    if name.is_some() || problem.field.is_empty() {
        return (name, said(texts, &problem));
    }
    (None, as_told(texts, &problem))
}

/// What is wrong and what would be right, as it was told.
fn as_told(texts: &Texts, problem: &Problem) -> String {
    texts.sentence(&problem.what, &elsewhere(&problem.expected))
}
