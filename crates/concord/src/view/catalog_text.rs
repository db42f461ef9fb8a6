//! The catalogue for a terminal, and its words for every view.

use super::table;
use crate::catalog::CatalogResult;
use crate::library::Library;
use domain::catalog::{Component, PrintedField, Role};
use serde_json::Value;
use std::fmt::Write;

/// The list, or with `whole` each article with every printed value.
pub fn render(result: &CatalogResult, library: &Library, whole: bool) -> String {
    if whole {
        return result.articles.iter().map(|component| article(component, library)).collect();
    }
    let mut grid = table::new(&["article", "name", "what it is", "", "values printed"]);
    for component in &result.articles {
        grid.add_row([
            component.article.clone(),
            component.name.clone(),
            role(component.role).into(),
            availability(component).into(),
            library.catalog.printed(&component.article).len().to_string(),
        ]);
    }
    format!("{grid}\n\n`concord catalog ARTICLE` shows all that is printed about one.\n")
}

fn article(component: &Component, library: &Library) -> String {
    let mut text = format!("{} {}: {}, {}", component.article, component.name, component.maker, role(component.role));
    if !availability(component).is_empty() {
        let _ = write!(text, ", {}", availability(component));
    }
    text.push('\n');
    if !component.also_called.is_empty() {
        let _ = writeln!(text, "Also called {}", component.also_called.join(", "));
    }
    if let Some(note) = &component.note {
        let _ = writeln!(text, "{note}");
    }
    let mut keys: Vec<&str> = vec![];
    let mut grid = table::new(&["what", "as printed", "figures", "where"]);
    for printed in library.catalog.printed(&component.article) {
        let key = printed.cell.source.as_str();
        let place = keys.iter().position(|known| *known == key).unwrap_or_else(|| {
            keys.push(key);
            keys.len() - 1
        });
        let page = printed.cell.page.as_ref().map_or(String::new(), |page| format!(" p. {page}"));
        let words = match &printed.note {
            Some(note) => format!("{}\n({note})", printed.cell.printed),
            None => printed.cell.printed.clone(),
        };
        grid.add_row([field(printed), words, figures(&printed.says), format!("[{}]{page}", place + 1)]);
    }
    let _ = writeln!(text, "{grid}");
    for (index, key) in keys.iter().enumerate() {
        let _ = writeln!(text, "[{}] {}", index + 1, library.source(key));
    }
    text
}

/// "pump, sizes 3, mass": the path of a cell as a person reads it, its lists counted from 1.
pub fn field(printed: &PrintedField) -> String {
    let step = |step: &str| match step.strip_suffix(']').and_then(|step| step.split_once('[')) {
        Some((list, index)) => format!("{list} {}", index.parse::<usize>().map_or(0, |index| index + 1)),
        None => step.to_string(),
    };
    printed.field.split('.').map(step).collect::<Vec<_>>().join(", ").replace('_', " ")
}

/// "min kg 50, max kg 100": the figures of a cell with their units.
pub fn figures(says: &Value) -> String {
    match says {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(figures).collect::<Vec<_>>().join(", "),
        Value::Object(table) => {
            let one = |(name, value): (&String, &Value)| format!("{} {}", name.replace('_', " "), figures(value));
            table.iter().map(one).collect::<Vec<_>>().join(", ")
        }
        // A whole number is shown as one.
        Value::Number(number) => number.to_string().trim_end_matches(".0").to_string(),
        Value::Bool(yes) => (if *yes { "yes" } else { "no" }).into(),
    }
}

/// What a component is.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Pump => "pump",
        Role::AdapterPlate => "adapter plate",
        Role::FunctionalRing => "functional ring",
        Role::SocketConnector => "socket connector",
        Role::SoundAbsorber => "sound absorber",
        Role::Sleeve => "sleeve",
        Role::Liner => "liner",
        Role::SealingLiner => "sealing liner",
        Role::Sheath => "sheath",
        Role::Socket => "socket",
    }
}

/// "legacy" where it is only named.
pub fn availability(component: &Component) -> &'static str {
    match component.availability {
        domain::catalog::Availability::Offered => "",
        domain::catalog::Availability::Legacy => "legacy",
    }
}
