//! Edits of a case's text: one value, row or table changes, every other byte stays as it is: comments, order, alignment.
//!
//! Places are found by the reader of the case itself, and the text is cut there. After each edit the new text is compared
//! with the old one: an edit that would change anything but what it names is refused.

use super::fields::{self, Field, Kind};
use super::path::{Path, Step, find};
use super::shown::{rows as count, written};
use super::unit::Unit;
use domain::document::Violation;
use toml::de::DeTable;
use workup::input::LARGEST_FILE;

mod beside;
mod guard;
mod line;
pub mod literal;
mod new_row;
mod rows;
mod table;

/// The key under which numbers are kept that were asked back and are right.
const CONFIRMED: &str = "confirmed";

/// Bytes read again for edits made at once: each reads the text anew.
const MOST_READ: usize = 64 << 20;

/// One change. Paths are the metric ones, `person.body_mass_kg`, whatever key the file has.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A value is what was typed; nothing typed takes it out of the file.
    Set {
        /// Which, e.g. `day.activities[2].to`.
        path: String,
        /// As it was typed.
        raw: String,
        /// The unit it was typed in; without one that of the file.
        unit: Option<Unit>,
    },
    /// A new row.
    AddRow {
        /// Of which list.
        path: String,
        /// Behind which row; without one at the end.
        after: Option<usize>,
    },
    /// A row goes.
    RemoveRow {
        /// Of which list.
        path: String,
        /// Which.
        index: usize,
    },
    /// A table that the file may go without.
    AddTable {
        /// Which.
        path: String,
    },
    /// A number that was asked back is right.
    Confirm {
        /// As the question says it: `person.body_mass_kg = 185`.
        entry: String,
    },
    /// A table or value that the file may go without goes, or one that no field is.
    RemoveTable {
        /// Which.
        path: String,
    },
}

impl Edit {
    fn path(&self) -> &str {
        match self {
            Self::Set { path, .. }
            | Self::AddRow { path, .. }
            | Self::RemoveRow { path, .. }
            | Self::AddTable { path }
            | Self::RemoveTable { path } => path,
            Self::Confirm { .. } => CONFIRMED,
        }
    }
}

/// The text after these edits, one after the other.
///
/// # Errors
/// The first edit that cannot be made: a field there is not, or a text that is no TOML or has its values where none can be
/// put. The text then stays as it was.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, Violation> {
    if let Some(last) = edits.last().filter(|_| edits.len().saturating_mul(text.len()) > MOST_READ) {
        return Err(Violation::new(
            last.path(),
            "too many changes at once",
            "change less at a time, or the file itself",
        ));
    }
    let mut text = text.to_string();
    for edit in edits {
        text = one(&text, edit)?;
        if text.len() as u64 > LARGEST_FILE {
            let what = "the case would be larger than any case";
            let expected = format!("a case is at most {} MiB of text", LARGEST_FILE >> 20);
            return Err(Violation::new(edit.path(), what, expected));
        }
    }
    Ok(text)
}

fn one(text: &str, edit: &Edit) -> Result<String, Violation> {
    let refused = |what: &str, expected: &str| Violation::new(edit.path(), what, expected);
    let by_hand = || refused("the file has this where the form cannot change it", "change it in the file itself");
    let path = Path::parse(edit.path()).ok_or_else(|| refused("this field does not exist", ""))?;
    let parsed = DeTable::parse(text).map_err(|_| refused("the file is not valid TOML", "correct the file itself"))?;
    let root = parsed.get_ref();
    let of_form = || fields::field(&path).ok_or_else(|| refused("this field does not exist", ""));
    let (new, changed) = match edit {
        Edit::Set { raw, unit, .. } => {
            let field = of_form()?;
            if matches!(field.kind, Kind::Rows(_)) {
                return Err(refused("this is a list of rows", ""));
            }
            (Target { text, root, path: &path, field }.set(raw, *unit), path.clone())
        }
        Edit::AddRow { after, .. } => (rows::add(text, root, &path, of_form()?, *after), path.clone()),
        Edit::RemoveRow { index, .. } => {
            of_form()?;
            (rows::remove(text, root, &path, *index), path.clone())
        }
        Edit::AddTable { path: name } => {
            if !fields::group(name).is_some_and(|group| group.optional) {
                return Err(refused("this table does not exist", ""));
            }
            let there = find(root, &path).is_some();
            (if there { Some(text.into()) } else { table::add(text, root, &path) }, path.clone())
        }
        Edit::Confirm { entry } => (confirmed(text, entry), path.clone()),
        Edit::RemoveTable { .. } => {
            if !may_go(root, &path) {
                return Err(refused("a case cannot go without this", ""));
            }
            (table::remove(text, root, &path), path.clone())
        }
    };
    let new = new.ok_or_else(by_hand)?;
    let sound =
        DeTable::parse(&new).is_ok_and(|table| guard::same_but((text, root), (&new, table.get_ref()), &changed));
    if sound { Ok(new) } else { Err(by_hand()) }
}

/// The text with one number more that is right, in place of what was said of its field before.
fn confirmed(text: &str, entry: &str) -> Option<String> {
    let (field, _) = entry.split_once(" = ").filter(|_| entry.len() < 200)?;
    let mut document: toml_edit::DocumentMut = text.parse().ok()?;
    let list = document.entry(CONFIRMED).or_insert(toml_edit::value(toml_edit::Array::new())).as_array_mut()?;
    list.retain(|known| {
        known.as_str().and_then(|known| known.split_once('=')).is_none_or(|(own, _)| own.trim() != field)
    });
    list.push(entry);
    Some(document.to_string())
}

/// Whether what lies at a path may be taken out: what is optional, what no field is, and what is no table or list where
/// one belongs, so that the form can put one there.
pub fn may_go(root: &DeTable<'_>, path: &Path) -> bool {
    let Some(value) = find(root, path).map(|place| place.value) else { return false };
    let own = matches!(path.0.first(), Some(Step::Key(key)) if !fields::LEFT_OUT.contains(&key.as_str()));
    match (fields::group(&path.to_string()), fields::field(path)) {
        (Some(group), _) => group.optional || !value.is_table(),
        (None, Some(field)) if matches!(field.kind, Kind::Rows(_)) => {
            !value.is_array() || field.path == fields::BY_HAND
        }
        (None, Some(field)) => !field.required && path.row().is_none(),
        (None, None) => own && path.split().is_some(),
    }
}

/// A value to be set.
struct Target<'a> {
    text: &'a str,
    root: &'a DeTable<'a>,
    path: &'a Path,
    field: &'static Field,
}

impl Target<'_> {
    fn set(&self, raw: &str, unit: Option<Unit>) -> Option<String> {
        let empty = match self.field.kind {
            Kind::Text(_) => raw.is_empty(),
            _ => raw.trim().is_empty(),
        };
        if let Some((list, index)) = self.path.row() {
            return match self.field.kind {
                Kind::Choices(_) if empty => rows::remove(self.text, self.root, &list, index),
                Kind::Choices(_) => self.replace(&literal::of(self.field, raw, unit, "").1),
                _ => self.set_one_of(&list, index, if empty { None } else { Some(raw) }, unit),
            };
        }
        let (parent, _) = self.path.split()?;
        let (place, now, _) = written(self.root, self.path, self.field);
        if empty {
            return match place {
                Some(_) => self.without_both(self.text.into(), &parent, None),
                None => Some(self.text.into()),
            };
        }
        let (key, value) = literal::of(self.field, raw, unit, &now);
        let Some(place) = place else { return table::insert(self.text, self.root, &parent, self.field, &key, &value) };
        let replaced = line::splice(self.text, place.span, &value);
        let renamed = if now == key { replaced } else { line::splice(&replaced, place.key, &key) };
        self.without_both(renamed, &parent, Some(&key))
    }

    /// The text without the value's metric and US keys, but for the one to keep.
    fn without_both(&self, mut text: String, parent: &Path, keep: Option<&str>) -> Option<String> {
        let us = self.field.us_key().map(|(us, _)| us);
        for key in [Some(self.field.key()), us.as_deref()].into_iter().flatten().filter(|key| Some(*key) != keep) {
            let parsed = DeTable::parse(&text).ok()?;
            if find(parsed.get_ref(), &parent.key(key)).is_some() {
                let without = table::remove(&text, parsed.get_ref(), &parent.key(key))?;
                drop(parsed);
                text = without;
            }
        }
        Some(text)
    }

    /// What lies at the path, replaced.
    fn replace(&self, value: &str) -> Option<String> {
        find(self.root, self.path).map(|place| line::splice(self.text, place.span, value))
    }

    /// One of several numbers in a row. What is left empty is the default's, or an empty word that the reader asks for.
    fn set_one_of(&self, list: &Path, index: usize, raw: Option<&str>, unit: Option<Unit>) -> Option<String> {
        let Kind::Numbers(_, count_of) = self.field.kind else { return None };
        if index >= count_of {
            return None;
        }
        let defaults = defaults(self.field, count_of);
        let value = raw.map_or_else(|| defaults[index].clone(), |raw| literal::of(self.field, raw, unit, "").1);
        if count(self.root, list) > index {
            return self.replace(&value);
        }
        if raw.is_none() {
            return Some(self.text.into());
        }
        let mut all = defaults;
        for (place, own) in all.iter_mut().enumerate() {
            if let Some(there) = find(self.root, &list.at(place)) {
                *own = self.text[there.span].into();
            }
        }
        all[index] = value;
        let value = format!("[{}]", all.join(", "));
        if let Some(place) = find(self.root, list) {
            return Some(line::splice(self.text, place.span, &value));
        }
        let (parent, key) = list.split()?;
        table::insert(self.text, self.root, &parent, self.field, key, &value)
    }
}

/// What the numbers of a row are by default, as the file writes them.
fn defaults(field: &Field, count: usize) -> Vec<String> {
    let given = field.default.as_deref().unwrap_or_default().trim_matches(['[', ']']);
    let mut given: Vec<String> = given.split(',').map(|one| one.trim().to_string()).collect();
    given.resize(count, String::new());
    given.iter_mut().filter(|one| one.is_empty()).for_each(|one| *one = "\"\"".into());
    given
}

#[cfg(test)]
mod tests;
