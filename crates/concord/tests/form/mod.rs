//! The case as a form: what is shown comes back as it was, what is typed changes one place, nothing typed is lost.

mod edits;
mod html;
mod page;
mod words;

use form::{Action, Checked, Field, FormView, Kind, Unit, check, groups, path::Path, render, shown};
use std::collections::BTreeMap;
use texts::{Language, Texts};
use toml::de::DeTable;

const MECHANIC: &str = include_str!("../../../../cases/mechanic.toml");
const TEMPLATE: &str = include_str!("../../../workup/src/case_template.toml");

fn all_groups() -> Vec<&'static str> {
    groups().iter().map(|group| group.path.as_str()).collect()
}

fn page(text: &str, units: &BTreeMap<String, Unit>, language: Language, groups: &[&str]) -> String {
    let Checked { problems, .. } = check(text);
    let view = FormView {
        text,
        problems: &problems,
        units,
        texts: Texts::of(language),
        groups,
        base_version: "7",
        read_only: false,
        action: Action { post: "/case/1/form", target: "#form", swap: "outerHTML" },
    };
    render(&view).into_string()
}

fn english(text: &str) -> String {
    page(text, &BTreeMap::new(), Language::ENGLISH, &all_groups())
}

/// Every field with the paths it has in a text: its own, or one a row and number.
fn places(text: &str) -> Vec<(Path, &'static Field)> {
    let table = DeTable::parse(text).unwrap();
    let mut found = vec![];
    for field in groups().iter().flat_map(|group| &group.fields) {
        let path = Path::parse(&field.path).unwrap();
        let rows = shown::rows(table.get_ref(), &path);
        match &field.kind {
            Kind::Rows(columns) => {
                for (index, column) in (0..rows).flat_map(|index| columns.iter().map(move |column| (index, column))) {
                    let at = path.at(index).key(column.key());
                    match column.kind {
                        Kind::Numbers(_, count) => found.extend((0..count).map(|place| (at.at(place), column))),
                        _ => found.push((at, column)),
                    }
                }
            }
            Kind::Numbers(_, count) => found.extend((0..*count).map(|place| (path.at(place), field))),
            Kind::Choices(_) => found.extend((0..rows).map(|place| (path.at(place), field))),
            _ => found.push((path, field)),
        }
    }
    found
}

fn shown_at(text: &str, path: &Path, field: &Field) -> shown::Shown {
    let table = DeTable::parse(text).unwrap();
    shown::shown(text, table.get_ref(), path, field, None)
}
