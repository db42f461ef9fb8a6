//! Rows of a list put into a text and taken out of it, each on its line as the file has them.

use super::super::fields::{Field, Kind};
use super::super::path::{Path, end_of, find};
use super::{line, literal, new_row, table};
use toml::de::{DeArray, DeTable, DeValue};

/// The text with a new row.
pub fn add(text: &str, root: &DeTable<'_>, path: &Path, field: &Field, after: Option<usize>) -> Option<String> {
    let place = find(root, path);
    let items = match place.as_ref().map(|place| place.value) {
        Some(DeValue::Array(items)) => items,
        Some(_) => return None,
        None => return add_first(text, root, path, field, None),
    };
    if items.is_empty() {
        return add_first(text, root, path, field, place.map(|place| place.span));
    }
    let index = after.unwrap_or(items.len() - 1).min(items.len() - 1);
    let entries = match &field.kind {
        Kind::Rows(_) => new_row::after(text, root, path, index)?,
        Kind::Choices(choices) => vec![(String::new(), literal::quoted(like(items, index, choices)?))],
        _ => return None,
    };
    let own = &items[index];
    if text[own.span()].starts_with("[[") {
        let newline = line::newline(text);
        let lines: String = entries.iter().map(|(key, value)| format!("{newline}{key} = {value}")).collect();
        let end = end_of(own.get_ref(), &own.span());
        return Some(line::insert_after(text, end, &format!("{newline}[[{path}]]{lines}")));
    }
    let new = written(&entries);
    let (end, close) = (own.span().end, place?.span.end.saturating_sub(1));
    let gap = &text[end..items.get(index + 1).map_or(close, |next| next.span().start)];
    let first_line = gap.split('\n').next().unwrap_or_default();
    let has_comma = |line: &str| line.split('#').next().is_some_and(|code| code.contains(','));
    let comma_later = !has_comma(first_line) && gap.split('\n').any(has_comma);
    if !gap.contains('\n') || comma_later {
        return Some(line::splice(text, end..end, &format!(", {new}")));
    }
    let start = line::start(text, own.span().start);
    let indent = &text[start..own.span().start];
    let indent = if indent.trim().is_empty() { indent.to_string() } else { "    ".into() };
    let last_without_comma = index + 1 == items.len() && !has_comma(first_line);
    let behind = line::insert_after(text, end, &format!("{indent}{new}{}", if last_without_comma { "" } else { "," }));
    Some(if has_comma(first_line) { behind } else { line::splice(&behind, end..end, ",") })
}

/// The first row of a list that is empty or not there.
fn add_first(
    text: &str,
    root: &DeTable<'_>,
    path: &Path,
    field: &Field,
    empty: Option<std::ops::Range<usize>>,
) -> Option<String> {
    let newline = line::newline(text);
    let value = match &field.kind {
        Kind::Rows(_) => format!("[{newline}    {},{newline}]", written(&new_row::first(field)?)),
        Kind::Choices(choices) => format!("[{}]", literal::quoted(choices.first()?)),
        _ => return None,
    };
    if let Some(span) = empty {
        return Some(line::splice(text, span, &value));
    }
    let (parent, key) = path.split()?;
    table::insert(text, root, &parent, field, key, &value)
}

/// The entry of a list of choices, if it is one of them, to be put there once more.
fn like<'a>(items: &'a DeArray<'_>, index: usize, choices: &'a [String]) -> Option<&'a str> {
    let own = items.get(index).and_then(|item| item.get_ref().as_str());
    own.filter(|own| choices.iter().any(|choice| choice == own)).or(choices.first().map(String::as_str))
}

fn written(entries: &[(String, String)]) -> String {
    let pair =
        |(key, value): &(String, String)| if key.is_empty() { value.clone() } else { format!("{key} = {value}") };
    let inner = entries.iter().map(pair).collect::<Vec<_>>().join(", ");
    if entries.len() == 1 && entries[0].0.is_empty() { inner } else { format!("{{ {inner} }}") }
}

/// The text without a row, and without the comment behind it: that is about the row.
pub fn remove(text: &str, root: &DeTable<'_>, path: &Path, index: usize) -> Option<String> {
    let place = find(root, path)?;
    let DeValue::Array(items) = place.value else { return None };
    let own = items.get(index)?;
    let (from, to) = (own.span().start, end_of(own.get_ref(), &own.span()));
    if text[own.span()].starts_with("[[") {
        let end = line::end(text, to);
        let end = if text[end..].starts_with('\n') { end + 1 } else { end };
        return Some(line::splice(text, line::start(text, from)..end, ""));
    }
    let close = place.span.end.saturating_sub(1);
    let next = items.get(index + 1).map(|next| next.span().start);
    let (start, end) = (line::start(text, from), line::end(text, to));
    let alone = text[start..from].trim().is_empty() && next.unwrap_or(close) >= end;
    if alone {
        let rest = text[to..end].trim_start();
        if rest.starts_with(',') || next.is_none() {
            return Some(line::splice(text, start..end, ""));
        }
    }
    let previous = index.checked_sub(1).and_then(|before| items.get(before)).map(|before| before.span().end);
    let range = match (next, previous) {
        (Some(next), _) => from..next,
        (None, Some(previous)) if !text[previous..from].contains('#') => previous..to,
        (None, Some(_)) => return None,
        (None, None) => from..close,
    };
    Some(line::splice(text, range, ""))
}
