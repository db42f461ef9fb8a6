//! Lists of rows as tables, which narrow screens show as cards.

use super::super::fields::{Field, Kind};
use super::super::path::Path;
use super::super::shown::{column_unit, rows, shown};
use super::input::{control, errors, faults, numbers, unit_of};
use super::scene::{Scene, id};
use maud::{Markup, html};

/// Rows in sight at most: more than a sound case can have.
const MOST_ROWS: usize = 600;

/// A list of rows with its columns.
pub fn table(scene: &Scene<'_>, path: &Path, field: &Field, columns: &[Field]) -> Markup {
    let (texts, name) = (scene.view.texts, path.to_string());
    let label = &*texts.say(&field.text_key()).to_string();
    let count = rows(scene.root, path);
    let whole = faults(scene, &name, field);
    let unit = |column: &Field| column_unit(scene.root, path, column, scene.view.units);
    let editable = !scene.view.read_only;
    html! {
        div.rows id=(id(&name)) tabindex="-1" {
            table.rows-table {
                caption {
                    (label)
                    @if texts.knows(&field.hint_key()) { span.hint { " " (texts.say(&field.hint_key())) } }
                }
                thead { tr {
                    th scope="col" { (texts.say("form.row")) }
                    @for column in columns {
                        th scope="col" {
                            @let label = &*texts.say(&column.text_key()).to_string();
                            span.column-name { (label) } " "
                            (unit_of(&format!("unit:{}", column.path), column, unit(column), label, texts))
                            @if texts.knows(&column.hint_key()) { span.hint { " " (texts.say(&column.hint_key())) } }
                        }
                    }
                    @if editable { th scope="col" { span.visually-hidden { (texts.say("form.row_actions")) } } }
                } }
                tbody {
                    @for index in 0..count.min(MOST_ROWS) {
                        tr {
                            th scope="row" data-label=(texts.say("form.row")) { (index + 1) }
                            @for column in columns {
                                td data-label=(texts.say(&column.text_key())) {
                                    (cell(scene, &path.at(index).key(column.key()), column, index))
                                }
                            }
                            @if editable { td.row-actions { (actions(scene, &name, index)) } }
                        }
                    }
                }
            }
            @if count > MOST_ROWS { p.hint { (texts.fill("form.more_rows", &[("count", &(count - MOST_ROWS).to_string())])) } }
            (errors(&name, texts, &whole))
            @if editable {
                button.add-row type="submit" name="add" value=(name) id=(format!("{}-add", id(&name))) { (texts.fill("form.add_row", &[("list", label)])) }
            }
        }
    }
}

fn cell(scene: &Scene<'_>, path: &Path, column: &Field, index: usize) -> Markup {
    let texts = scene.view.texts;
    let name = path.to_string();
    let label =
        texts.fill("form.in_row", &[("label", texts.say(&column.text_key())), ("row", &(index + 1).to_string())]);
    let rows = path.split().and_then(|(row, _)| row.row());
    let unit = rows.and_then(|(list, _)| column_unit(scene.root, &list, column, scene.view.units));
    let faults = faults(scene, &name, column);
    html! {
        @if let Kind::Numbers(_, count) = column.kind {
            span.numbers { (numbers(scene, path, column, count, unit, &label)) }
        } @else {
            label.visually-hidden for=(id(&name)) { (label) }
            (control(scene, &name, column, &shown(scene.view.text, scene.root, path, column, unit), &faults))
        }
        (errors(&name, texts, &faults))
    }
}

fn actions(scene: &Scene<'_>, name: &str, index: usize) -> Markup {
    let texts = scene.view.texts;
    let (row, at) = ((index + 1).to_string(), format!("{name}[{index}]"));
    let aria = |key: &str| texts.fill(key, &[("row", &row)]);
    html! {
        button type="submit" name="add" value=(at) id=(format!("{}-add", id(&at))) aria-label=(aria("form.insert_below_row")) { "+" }
        button type="submit" name="remove" value=(at) id=(format!("{}-remove", id(&at))) aria-label=(aria("form.remove_row")) { "−" }
    }
}

/// A list of choices, one a row.
pub fn choices(scene: &Scene<'_>, path: &Path, field: &Field) -> Markup {
    let (texts, name) = (scene.view.texts, path.to_string());
    let label = &*texts.say(&field.text_key()).to_string();
    let whole = faults(scene, &name, field);
    let editable = !scene.view.read_only;
    html! {
        fieldset.field.choices id=(id(&name)) {
            legend { (label) }
            @if texts.knows(&field.hint_key()) { p.hint { (texts.say(&field.hint_key())) } }
            ol {
                @for index in 0..rows(scene.root, path).min(MOST_ROWS) {
                    @let at = path.at(index);
                    @let own = faults_at(scene, &at.to_string());
                    li {
                        label.visually-hidden for=(id(&at.to_string())) {
                            (texts.fill("form.in_place", &[("label", label), ("place", &(index + 1).to_string())]))
                        }
                        (control(scene, &at.to_string(), field, &shown(scene.view.text, scene.root, &at, field, None), &own))
                        @if editable { (actions(scene, &name, index)) }
                        (errors(&at.to_string(), texts, &own))
                    }
                }
            }
            (errors(&name, texts, &whole))
            @if editable {
                button.add-row type="submit" name="add" value=(name) id=(format!("{}-add", id(&name))) { (texts.fill("form.add_row", &[("list", label)])) }
            }
        }
    }
}

fn faults_at<'a>(scene: &Scene<'a>, name: &str) -> Vec<&'a domain::Problem> {
    scene.view.problems.iter().filter(|problem| problem.field == name).collect()
}
