//! Dotted paths such as `day.activities[2].to`, and where in a text they lie.

use std::fmt;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Steps of the longest path there is; what a form posts may be anything.
const LONGEST: usize = 8;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a table, by key.
    Key(String),
    /// Into a list, by its index.
    Row(usize),
}

/// Where in a case: `day.activities[2].to`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// Reads it; `None` where it is no path of a case.
    pub fn parse(text: &str) -> Option<Self> {
        let mut steps = vec![];
        for part in text.split('.') {
            let (key, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
            if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte)) {
                return None;
            }
            steps.push(Step::Key(key.into()));
            while let Some(inner) = rest.strip_prefix('[') {
                let (index, after) = inner.split_once(']')?;
                if index.is_empty() || !index.bytes().all(|byte| byte.is_ascii_digit()) {
                    return None;
                }
                steps.push(Step::Row(index.parse().ok()?));
                rest = after;
            }
            if !rest.is_empty() || steps.len() > LONGEST {
                return None;
            }
        }
        Some(Self(steps))
    }

    /// As the schema has it: `day.activities[].to`.
    pub fn in_schema(&self) -> String {
        self.write(|_| "[]".into())
    }

    fn write(&self, row: impl Fn(usize) -> String) -> String {
        let mut text = String::new();
        for step in &self.0 {
            match step {
                Step::Key(key) if text.is_empty() => text.push_str(key),
                Step::Key(key) => {
                    text.push('.');
                    text.push_str(key);
                }
                Step::Row(index) => text.push_str(&row(*index)),
            }
        }
        text
    }

    /// The last key and what lies before it.
    pub fn split(&self) -> Option<(Self, &str)> {
        match self.0.split_last() {
            Some((Step::Key(key), before)) => Some((Self(before.to_vec()), key)),
            _ => None,
        }
    }

    /// The list and the index in it, where the path ends in a row.
    pub fn row(&self) -> Option<(Self, usize)> {
        match self.0.split_last() {
            Some((Step::Row(index), before)) => Some((Self(before.to_vec()), *index)),
            _ => None,
        }
    }

    /// This path and one key more.
    pub fn key(&self, key: &str) -> Self {
        Self([self.0.as_slice(), &[Step::Key(key.into())]].concat())
    }

    /// This path and one index more.
    pub fn at(&self, index: usize) -> Self {
        Self([self.0.as_slice(), &[Step::Row(index)]].concat())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.write(|index| format!("[{index}]")))
    }
}

/// What lies at a path.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// Where its key is written; for a row where the row is.
    pub key: Range<usize>,
    /// Where its value is written; for a table with a header, the header.
    pub span: Range<usize>,
    /// The value.
    pub value: &'a DeValue<'a>,
}

/// What lies at a path, if anything does.
pub fn find<'a>(root: &'a DeTable<'a>, path: &Path) -> Option<Place<'a>> {
    let mut steps = path.0.iter();
    let Some(Step::Key(first)) = steps.next() else { return None };
    let mut place = entry(root, first)?;
    for step in steps {
        place = match (place.value, step) {
            (DeValue::Table(table), Step::Key(key)) => entry(table, key)?,
            (DeValue::Array(items), Step::Row(index)) => {
                let item: &Spanned<DeValue<'_>> = items.get(*index)?;
                Place { key: item.span(), span: item.span(), value: item.get_ref() }
            }
            _ => return None,
        };
    }
    Some(place)
}

fn entry<'a>(table: &'a DeTable<'a>, key: &str) -> Option<Place<'a>> {
    let (key, value) = table.get_key_value(key)?;
    Some(Place { key: key.span(), span: value.span(), value: value.get_ref() })
}

/// Where the last thing that belongs to a value is written: a table with a header goes on below it.
pub fn end_of(value: &DeValue<'_>, span: &Range<usize>) -> usize {
    let within = match value {
        DeValue::Table(table) => table.iter().map(|(_, value)| end_of(value.get_ref(), &value.span())).max(),
        DeValue::Array(items) => items.iter().map(|item| end_of(item.get_ref(), &item.span())).max(),
        _ => None,
    };
    within.map_or(span.end, |within| within.max(span.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_and_written_alike() {
        for text in ["name", "person.conditions.diabetes", "day.activities[2].to", "scan.landmarks[0].at[2]"] {
            assert_eq!(Path::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Path::parse("day.activities[12].to").unwrap().in_schema(), "day.activities[].to");
        for text in ["", ".", "a..b", "a[", "a[]", "a[x]", "a]b", "a[1]b", "[1]", "a[99999999999999999999999]", "ä"] {
            assert_eq!(Path::parse(text), None, "{text}");
        }
        assert_eq!(Path::parse(&vec!["a"; 100_000].join(".")), None);
    }

    #[test]
    fn what_lies_at_a_path_is_found_however_it_is_written() {
        for text in ["[a]\nb = [{ c = 5 }]\n", "a.b = [{ c = 5 }]\n", "a = { b = [{ c = 5 }] }\n", "[[a.b]]\nc = 5\n"] {
            let table = DeTable::parse(text).unwrap();
            let place = find(table.get_ref(), &Path::parse("a.b[0].c").unwrap()).unwrap();
            assert_eq!(&text[place.span], "5");
            assert!(find(table.get_ref(), &Path::parse("a.b[1].c").unwrap()).is_none());
            let whole = find(table.get_ref(), &Path::parse("a").unwrap()).unwrap();
            assert!(end_of(whole.value, &whole.span) > text.find('5').unwrap());
        }
    }
}
