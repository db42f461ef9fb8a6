//! Every printed cell of an article with its place: what a conclusion cites, and what is shown of the catalogue.

use super::component::Component;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The words of a printed cell, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cell {
    /// The words as printed.
    pub printed: String,
    /// The printed page; absent where the copy that was read shows none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Key of the source in `data/sources.bib`.
    pub source: String,
}

/// A printed cell of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedField {
    /// Dotted path in the article, e.g. `pump.sizes[2].mass`.
    pub field: String,
    /// Its words and place.
    pub cell: Cell,
    /// What the words say as figures, each with its unit in its name; null where they are words only.
    pub says: Value,
    /// What a reader must know about the copy or its reading.
    pub note: Option<String>,
}

/// Names of a table's own words, in the order in which they are looked for.
const WORDS: [&str; 3] = ["printed", "because", "offset_printed"];

/// Every printed cell of an article, in the order of its fields.
pub fn of(component: &Component) -> Vec<PrintedField> {
    let mut found = vec![];
    // A component is plain data: text, numbers and lists of them.
    if let Ok(value) = serde_json::to_value(component) {
        walk("", &value, None, &mut found);
    }
    found
}

/// Where something stands: page and source.
type Place = (Option<String>, String);

fn walk(path: &str, value: &Value, above: Option<&Place>, found: &mut Vec<PrintedField>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(&format!("{path}[{index}]"), item, above, found);
            }
        }
        Value::Object(table) => walk_table(path, table, above, found),
        _ => {}
    }
}

fn walk_table(path: &str, table: &Map<String, Value>, above: Option<&Place>, found: &mut Vec<PrintedField>) {
    // The cells of a table of the brochure stand where its heading stands, a size where its band of body mass stands.
    let beside = ["heading", "mass"].into_iter().find_map(|name| place(table.get(name)?.as_object()?));
    let beside = beside.filter(|_| !path.is_empty());
    let own = place(table).or(beside.clone()).or(above.cloned());
    let words = WORDS.into_iter().find_map(|name| Some((name, table.get(name)?.as_str()?)));
    if let (Some((name, words)), Some((page, source))) = (words, own.clone()) {
        let rest = table.iter().filter(|(key, _)| ![name, "page", "source", "note", "value"].contains(&key.as_str()));
        let rest: Map<String, Value> = rest.map(|(key, value)| (key.clone(), value.clone())).collect();
        let says = table.get("value").cloned().unwrap_or(if rest.is_empty() { Value::Null } else { rest.into() });
        let note = table.get("note").and_then(Value::as_str).map(String::from);
        let cell = Cell { printed: words.into(), page, source };
        found.push(PrintedField { field: path.into(), cell, says, note });
        return;
    }
    for (key, value) in table {
        // What our own fields were read from stands under their paths.
        let inner = match key.as_str() {
            "read_from" => String::new(),
            _ if path.is_empty() => key.clone(),
            _ => format!("{path}.{key}"),
        };
        match (value, &beside) {
            (Value::String(words), Some((page, source))) => {
                let cell = Cell { printed: words.clone(), page: page.clone(), source: source.clone() };
                found.push(PrintedField { field: inner, cell, says: Value::Null, note: None });
            }
            (Value::Object(read), _) if key == "read_from" => {
                for (field, claim) in read {
                    walk(field, claim, None, found);
                }
            }
            _ => walk(&inner, value, own.as_ref(), found),
        }
    }
}

fn place(table: &Map<String, Value>) -> Option<Place> {
    let text = |name: &str| table.get(name).and_then(Value::as_str).map(String::from);
    Some((text("page"), text("source")?))
}
