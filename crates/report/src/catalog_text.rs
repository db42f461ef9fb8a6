//! The catalogue for a terminal, and its words for every view.

use super::plots::shares::word;
use super::table;
use domain::catalog::{Component, PrintedField, Role};
use domain::parameter::{Parameter, Spread};
use serde_json::Value;
use std::fmt::Write;
use texts::Texts;
use workup::catalog::CatalogResult;
use workup::library::Library;

/// The list, or with `whole` each article with every printed value.
pub fn render(texts: &Texts, result: &CatalogResult, library: &Library, whole: bool) -> String {
    if whole {
        return result.articles.iter().map(|component| article(texts, component, library)).collect();
    }
    let mut grid = table::new(&[
        texts.say("terminal.fit.column_article"),
        texts.say("terminal.catalog.name"),
        texts.say("terminal.catalog.is"),
        "",
        texts.say("terminal.catalog.values"),
    ]);
    for component in &result.articles {
        grid.add_row([
            component.article.clone(),
            component.name.clone(),
            role(texts, component.role).into(),
            availability(texts, component).into(),
            library.catalog.printed(&component.article).len().to_string(),
        ]);
    }
    format!("{grid}\n\n{}\n", texts.say("terminal.catalog.hint"))
}

fn article(texts: &Texts, component: &Component, library: &Library) -> String {
    let mut text =
        format!("{} {}: {}, {}", component.article, component.name, component.maker, role(texts, component.role));
    if !availability(texts, component).is_empty() {
        let _ = write!(text, ", {}", availability(texts, component));
    }
    text.push('\n');
    if !component.also_called.is_empty() {
        let _ =
            writeln!(text, "{}", texts.fill("terminal.catalog.also", &[("names", &component.also_called.join(", "))]));
    }
    if let Some(note) = &component.note {
        let _ = writeln!(text, "{note}");
    }
    let mut keys: Vec<String> = vec![];
    for row in rows(library.catalog.printed(&component.article)) {
        let place = keys.iter().position(|key| *key == row.source).unwrap_or_else(|| {
            keys.push(row.source.clone());
            keys.len() - 1
        });
        // A line is never wrapped: a pipe's reader searches it.
        let figures = if row.figures.is_empty() { String::new() } else { format!(" = {}", row.figures) };
        let page = row.page.map_or(String::new(), |page| format!(" {}", texts.fill("report.page", &[("page", &page)])));
        let _ = writeln!(text, "  {:<36} {}{figures} [{}]{page}", row.field, row.printed, place + 1);
        if let Some(note) = row.note {
            let _ = writeln!(text, "  {:<36} ({note})", "");
        }
    }
    for (index, key) in keys.iter().enumerate() {
        let _ = writeln!(text, "[{}] {}", index + 1, library.source(key));
    }
    text + &performance(texts, component, library)
}

/// What a simulation runs a pump with, number by number.
fn performance(texts: &Texts, component: &Component, library: &Library) -> String {
    let Some(performance) = component.pump.as_ref().and_then(|pump| pump.performance.as_ref()) else {
        return String::new();
    };
    let lent = component.pump.as_ref().and_then(|pump| pump.performance_of.as_ref());
    let table = performance.table().replace('_', " ");
    let heading = match lent {
        None => texts.fill("terminal.catalog.performance", &[("table", &table)]),
        Some(article) => texts.fill("terminal.catalog.performance_of", &[("table", &table), ("article", article)]),
    };
    let mut text = format!("{heading}\n");
    for (name, _, parameter) in performance.numbers() {
        let source = parameter.source.as_ref().map_or(String::new(), |key| format!(" ({})", library.source(key)));
        let _ = writeln!(text, "  {name:<36} {}: {}{source}", spread(parameter), word(texts, parameter.kind));
        if !parameter.note.is_empty() {
            let _ = writeln!(text, "  {:<36} ({})", "", parameter.note);
        }
    }
    text
}

/// "5 ×/÷ e^0.25 mL a chamber".
fn spread(parameter: &Parameter) -> String {
    let unit = if parameter.unit == "1" { String::new() } else { format!(" {}", parameter.unit) };
    let spread = match parameter.spread {
        Spread::Fixed => String::new(),
        Spread::Normal(sd) => format!(" ± {sd}"),
        Spread::Lognormal(sd) => format!(" ×/÷ e^{sd}"),
    };
    format!("{}{spread}{unit}", parameter.value)
}

/// A printed cell, or a run of equal ones in a list, as words.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Dotted path of the cell, or of the first of a run.
    pub path: String,
    /// Place of the last cell of a run in its list, counted from 1.
    pub last: Option<usize>,
    /// The same as a person reads it: "pump, foot table, rows 8, cells 5 to 10".
    pub field: String,
    /// As printed.
    pub printed: String,
    /// The figures with their units.
    pub figures: String,
    /// The page, where it is known.
    pub page: Option<String>,
    /// Key of the source.
    pub source: String,
    /// What a reader must know.
    pub note: Option<String>,
}

/// Every printed cell of an article.
pub fn rows(printed: &[PrintedField]) -> Vec<Row> {
    let list =
        |printed: &PrintedField| printed.field.strip_suffix(']')?.rsplit_once('[').map(|(list, _)| list.to_string());
    let alike = |a: &PrintedField, b: &PrintedField| {
        a.cell == b.cell && a.note == b.note && list(a).is_some() && list(a) == list(b)
    };
    printed
        .chunk_by(alike)
        .filter_map(|run| Some((run.first()?, run.last()?)))
        .map(|(first, last)| row(first, last))
        .collect()
}

fn row(first: &PrintedField, last: &PrintedField) -> Row {
    let field = path(&first.field);
    let end = last.field.rsplit_once('[').filter(|_| first.field != last.field);
    let end = end.and_then(|(_, index)| index.trim_end_matches(']').parse().ok()).map(|index: usize| index + 1);
    Row {
        path: first.field.clone(),
        last: end,
        field: end.map_or(field.clone(), |end| format!("{field} to {end}")),
        printed: first.cell.printed.clone(),
        figures: figures(&first.says, &last.says),
        page: first.cell.page.clone(),
        source: first.cell.source.clone(),
        note: first.note.clone(),
    }
}

/// "pump, sizes 3, mass": the path of a cell as a person reads it, its lists counted from 1.
fn path(field: &str) -> String {
    let step = |step: &str| match step.strip_suffix(']').and_then(|step| step.split_once('[')) {
        Some((list, index)) => format!("{list} {}", index.parse::<usize>().map_or(0, |index| index + 1)),
        None => step.to_string(),
    };
    field.split('.').map(step).collect::<Vec<_>>().join(", ").replace('_', " ")
}

/// "min kg 50, max kg 100": the figures of a cell with their units; of a run of cells those of the first and of the last.
fn figures(first: &Value, last: &Value) -> String {
    match (first, last) {
        (Value::Object(first), Value::Object(last)) => {
            let one = |(name, value): (&String, &Value)| {
                format!("{} {}", name.replace('_', " "), figures(value, last.get(name).unwrap_or(value)))
            };
            first.iter().map(one).collect::<Vec<_>>().join(", ")
        }
        _ if first == last => value(first),
        _ => format!("{} to {}", value(first), value(last)),
    }
}

fn value(of: &Value) -> String {
    match of {
        Value::Null | Value::Object(_) => String::new(),
        Value::String(text) => text.replace('_', " "),
        // A span that ends where it begins is one figure.
        Value::Array(items) if items.len() == 2 && items[0] == items[1] => value(&items[0]),
        Value::Array(items) => items.iter().map(value).collect::<Vec<_>>().join(", "),
        // A whole number is shown as one.
        Value::Number(number) => number.to_string().trim_end_matches(".0").to_string(),
        Value::Bool(yes) => (if *yes { "yes" } else { "no" }).into(),
    }
}

/// What a component is.
pub fn role(texts: &Texts, role: Role) -> &str {
    texts.say(match role {
        Role::Pump => "role.pump",
        Role::AdapterPlate => "role.adapter_plate",
        Role::FunctionalRing => "role.functional_ring",
        Role::SocketConnector => "role.socket_connector",
        Role::SoundAbsorber => "role.sound_absorber",
        Role::Sleeve => "role.sleeve",
        Role::Liner => "role.liner",
        Role::SealingLiner => "role.sealing_liner",
        Role::Sheath => "role.sheath",
        Role::Socket => "role.socket",
    })
}

/// "legacy" where it is only named, and where nothing was read.
pub fn availability<'a>(texts: &'a Texts, component: &Component) -> &'a str {
    match component.availability {
        domain::catalog::Availability::Offered => "",
        domain::catalog::Availability::Legacy => texts.say("catalog.legacy"),
        domain::catalog::Availability::Unread => texts.say("catalog.unread"),
    }
}
