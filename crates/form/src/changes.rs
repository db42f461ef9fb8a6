//! What differs between two texts of a case, field by field and not line by line.

use std::collections::BTreeMap;
use std::fmt;
use toml::Value;

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Change {
    /// Its dotted path.
    pub field: String,
    /// What it was; none where it was not there.
    pub before: Option<String>,
    /// What it is; none where it is gone.
    pub after: Option<String>,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".into());
        write!(f, "{}: {} → {}", self.field, shown(&self.before), shown(&self.after))
    }
}

/// Every field that differs, in the order of their paths. Texts that are no TOML differ as a whole.
pub fn changes(before: &str, after: &str) -> Vec<Change> {
    let (Some(before), Some(after)) = (fields(before), fields(after)) else {
        let same = before == after;
        let whole = Change { field: "text".into(), before: Some("…".into()), after: Some("…".into()) };
        return if same { vec![] } else { vec![whole] };
    };
    let mut all: Vec<&Vec<Step>> = before.keys().chain(after.keys()).collect();
    all.sort();
    all.dedup();
    all.into_iter()
        .filter(|path| before.get(*path) != after.get(*path))
        .map(|path| Change { field: shown(path), before: before.get(path).cloned(), after: after.get(path).cloned() })
        .collect()
}

/// A step of a path: rows sort by number, keys by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Row(usize),
    Key(String),
}

fn shown(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Row(row) => text += &format!("[{row}]"),
            Step::Key(key) if text.is_empty() => text += key,
            Step::Key(key) => text += &format!(".{key}"),
        }
    }
    text
}

fn fields(text: &str) -> Option<BTreeMap<Vec<Step>, String>> {
    let mut found = BTreeMap::new();
    let table: toml::Table = toml::from_str(text).ok()?;
    collect(&Value::Table(table), &mut vec![], &mut found);
    Some(found)
}

fn collect(value: &Value, path: &mut Vec<Step>, found: &mut BTreeMap<Vec<Step>, String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                path.push(Step::Key(key.clone()));
                collect(value, path, found);
                path.pop();
            }
        }
        Value::Array(rows) if rows.iter().any(|row| row.is_table() || row.is_array()) => {
            for (row, value) in rows.iter().enumerate() {
                path.push(Step::Row(row));
                collect(value, path, found);
                path.pop();
            }
        }
        other => {
            found.insert(path.clone(), other.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_differ_are_told_and_comments_are_not() {
        let before = "a = 1 # one\n[b]\nrows = [{ x = 1 }, { x = 2 }]\nsocks = [\"1-ply\"]\n";
        let after = "a = 1\n[b]\nrows = [{ x = 1 }, { x = 3, y = true }]\nsocks = []\n";
        let told: Vec<String> = changes(before, after).iter().map(ToString::to_string).collect();
        assert_eq!(told, ["b.rows[1].x: 2 → 3", "b.rows[1].y: – → true", "b.socks: [\"1-ply\"] → []"]);
        assert!(changes(before, before).is_empty());
    }

    #[test]
    fn rows_are_in_the_order_of_their_numbers() {
        let rows = |last: usize| {
            format!("r = [{}]", (0..12).map(|row| format!("{{ x = {} }}", row * last)).collect::<Vec<_>>().join(", "))
        };
        let told: Vec<String> = changes(&rows(1), &rows(2)).into_iter().map(|change| change.field).collect();
        assert_eq!((told[0].as_str(), told[10].as_str()), ("r[1].x", "r[11].x"));
    }

    #[test]
    fn what_is_no_toml_differs_as_a_whole() {
        assert_eq!(changes("a = = 1", "a = 1").len(), 1);
        assert!(changes("a = = 1", "a = = 1").is_empty());
    }
}
