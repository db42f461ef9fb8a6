//! Keys and tables put into a text and taken out of it.

use super::super::fields::{self, Field};
use super::super::path::{Path, Place, end_of, find};
use super::beside::beside;
use super::line;
use toml::de::{DeTable, DeValue};

/// Whether an entry stands on a line of its own, and not in a header.
fn is_line(text: &str, place: &Place<'_>) -> bool {
    !text[line::start(text, place.key.start)..place.key.start].trim_start().starts_with('[')
}

/// Whether a table or list is written within brackets.
fn is_inline(text: &str, place: &Place<'_>) -> bool {
    text[place.span.clone()].starts_with('{')
}

/// The entries of a table, in the order they are written.
fn entries<'a>(table: &'a DeTable<'a>) -> Vec<Place<'a>> {
    let place = |(key, value): (&'a toml::Spanned<_>, &'a toml::Spanned<DeValue<'a>>)| Place {
        key: key.span(),
        span: value.span(),
        value: value.get_ref(),
    };
    let mut entries: Vec<Place<'a>> = table.iter().map(place).collect();
    entries.sort_by_key(|entry| entry.key.start);
    entries
}

/// The text with a new key, behind the one that goes before it in the format.
pub fn insert(text: &str, root: &DeTable<'_>, parent: &Path, field: &Field, key: &str, value: &str) -> Option<String> {
    let siblings = beside(parent);
    let own = siblings.iter().position(|sibling| sibling.path == field.path)?;
    let (before, after) = (&siblings[..own], &siblings[own + 1..]);
    let there = |sibling: &Field| {
        let us = sibling.us_key().and_then(|(us, _)| find(root, &parent.key(&us)));
        find(root, &parent.key(sibling.key())).or(us)
    };
    let holder = find(root, parent);
    if let Some(holder) = &holder
        && is_inline(text, holder)
    {
        let previous = before.iter().rev().find_map(there);
        return Some(insert_inline(text, holder, previous, &format!("{key} = {value}")));
    }
    let on_line = |sibling: &Field| there(sibling).filter(|place| is_line(text, place));
    let prefix = |place: &Place<'_>| text[line::start(text, place.key.start)..place.key.start].to_string();
    if let Some(previous) = before.iter().rev().find_map(on_line) {
        let new = format!("{}{key} = {value}", prefix(&previous));
        return Some(line::insert_after(text, end_of(previous.value, &previous.span), &new));
    }
    if let Some(holder) = holder.filter(|holder| text[holder.span.clone()].starts_with('[')) {
        return Some(line::insert_after(text, holder.span.end, &format!("{key} = {value}")));
    }
    if let Some(next) = after.iter().find_map(on_line) {
        let start = line::start(text, next.key.start);
        return Some(line::splice(
            text,
            start..start,
            &format!("{}{key} = {value}{}", prefix(&next), line::newline(text)),
        ));
    }
    if parent.0.is_empty() {
        let version = find(root, &Path::default().key("concord"))?;
        return Some(line::insert_after(text, version.span.end, &format!("{key} = {value}")));
    }
    parent.split()?;
    let with_table = add(text, root, parent)?;
    let parsed = DeTable::parse(&with_table).ok()?;
    let header = find(parsed.get_ref(), parent).filter(|holder| with_table[holder.span.clone()].starts_with('['))?;
    Some(line::insert_after(&with_table, header.span.end, &format!("{key} = {value}")))
}

fn insert_inline(text: &str, holder: &Place<'_>, previous: Option<Place<'_>>, entry: &str) -> String {
    if let Some(previous) = previous {
        let end = end_of(previous.value, &previous.span);
        return line::splice(text, end..end, &format!(", {entry}"));
    }
    let DeValue::Table(table) = holder.value else { return text.into() };
    match entries(table).first() {
        Some(first) => line::splice(text, first.key.start..first.key.start, &format!("{entry}, ")),
        None => line::splice(text, holder.span.clone(), &format!("{{ {entry} }}")),
    }
}

/// The text with an empty table, before the next one of the format.
pub fn add(text: &str, root: &DeTable<'_>, path: &Path) -> Option<String> {
    let name = path.to_string();
    let newline = line::newline(text);
    let own = fields::groups().iter().position(|group| group.path == name)?;
    let header = |place: &Place<'_>| text[place.span.clone()].starts_with("[") && !is_line(text, place);
    let next =
        fields::groups()[own + 1..].iter().filter_map(|group| find(root, &Path::parse(&group.path)?)).find(header);
    let Some(next) = next else {
        let gap = if text.is_empty() || text.ends_with('\n') { newline.into() } else { newline.repeat(2) };
        return Some(format!("{text}{gap}[{name}]{newline}"));
    };
    // The comment above a table is the table's.
    let mut at = line::start(text, next.span.start);
    while at > 0 {
        let above = line::start(text, at - 1);
        if !text[above..at].trim_start().starts_with('#') {
            break;
        }
        at = above;
    }
    Some(line::splice(text, at..at, &format!("[{name}]{newline}{newline}")))
}

/// The text without a key and its value; a comment behind it stays.
pub fn remove(text: &str, root: &DeTable<'_>, path: &Path) -> Option<String> {
    let place = find(root, path)?;
    let (parent, key) = path.split()?;
    let end = end_of(place.value, &place.span);
    if let Some(DeValue::Table(table)) = find(root, &parent).filter(|holder| is_inline(text, holder)).map(|it| it.value)
    {
        let entries = entries(table);
        let own = entries.iter().position(|entry| entry.key == place.key)?;
        let previous = own.checked_sub(1).map(|before| end_of(entries[before].value, &entries[before].span));
        let range = match (previous, entries.get(own + 1)) {
            (Some(previous), _) => previous..end,
            (None, Some(next)) => place.key.start..next.key.start,
            (None, None) => place.key.start..end,
        };
        return Some(line::splice(text, range, ""));
    }
    let start = line::start(text, place.key.start);
    if is_line(text, &place) && !is_dotted(text, &place, key) {
        return Some(without_line(text, start, end));
    }
    if !text[place.span.clone()].starts_with('[') {
        return None;
    }
    // With the empty line before it, where another follows.
    let end = line::end(text, end);
    let after = text[end..].trim_start_matches([' ', '\t']);
    let gap = text[..start].trim_end_matches([' ', '\t', '\r', '\n']).len();
    let gap = if gap == 0 { 0 } else { line::end(text, gap) };
    let blank = after.is_empty() || after.starts_with(['\n', '\r']);
    Some(line::splice(text, if blank { gap.min(start) } else { start }..end, ""))
}

/// Whether the table at a place exists only as the beginning of longer keys: `existing.pump = "P2"`.
fn is_dotted(text: &str, place: &Place<'_>, key: &str) -> bool {
    matches!(place.value, DeValue::Table(_)) && text[place.span.clone()].trim_matches(['"', '\'']) == key
}

/// The text without a line; the comment at its end stays.
fn without_line(text: &str, start: usize, end: usize) -> String {
    let rest = &text[end..line::end(text, end)];
    let comment = rest.trim_start();
    let to = if comment.starts_with('#') { end + rest.len() - comment.len() } else { end + rest.len() };
    line::splice(text, start..to, "")
}
