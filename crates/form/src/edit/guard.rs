//! Whether an edit changed what it names and nothing else.

use super::super::path::{Path, Step};
use super::super::unit::us_key;
use toml::de::{DeTable, DeValue};

/// Whether both texts say the same, letter by letter, but for what lies at `path`.
pub fn same_but(before: (&str, &DeTable<'_>), after: (&str, &DeTable<'_>), path: &Path) -> bool {
    tables(before, after, &path.0)
}

fn tables(before: (&str, &DeTable<'_>), after: (&str, &DeTable<'_>), path: &[Step]) -> bool {
    let changed = |key: &str| match path.first() {
        Some(Step::Key(own)) => own == key || us_key(own).is_some_and(|(us, _)| us == key),
        _ => false,
    };
    let missing = |table: &DeTable<'_>, key: &str| table.get(key).is_none();
    let new = after.1.keys().filter(|key| missing(before.1, key.get_ref()));
    let gone = before.1.keys().filter(|key| missing(after.1, key.get_ref()));
    // A table on the way may come into being.
    if !new.chain(gone).all(|key| changed(key.get_ref())) {
        return false;
    }
    before.1.iter().all(|(key, old)| {
        let Some(new) = after.1.get(key.get_ref().as_ref()) else { return true };
        let rest = if changed(key.get_ref()) { path.get(1..).unwrap_or_default() } else { &[] };
        if changed(key.get_ref()) && rest.is_empty() {
            return true;
        }
        let (old_text, new_text) = (before.0.get(old.span()), after.0.get(new.span()));
        values((before.0, old.get_ref(), old_text), (after.0, new.get_ref(), new_text), rest)
    })
}

type Value<'a> = (&'a str, &'a DeValue<'a>, Option<&'a str>);

fn values(before: Value<'_>, after: Value<'_>, path: &[Step]) -> bool {
    match (before.1, after.1) {
        (DeValue::Table(old), DeValue::Table(new)) => tables((before.0, old), (after.0, new), path),
        (DeValue::Array(old), DeValue::Array(new)) => {
            let changed = match path.first() {
                Some(Step::Row(index)) => Some(*index),
                _ => None,
            };
            if changed.is_some() && path.len() == 1 {
                // Where an entry is taken out, those behind it move up.
                return true;
            }
            let same = |(index, (one, other)): (usize, (&toml::Spanned<DeValue<'_>>, &toml::Spanned<DeValue<'_>>))| {
                let rest = if changed == Some(index) { &path[1..] } else { &[] };
                let texts = (before.0.get(one.span()), after.0.get(other.span()));
                values((before.0, one.get_ref(), texts.0), (after.0, other.get_ref(), texts.1), rest)
            };
            old.len() == new.len() && old.iter().zip(new.iter()).enumerate().all(same)
        }
        _ => before.2 == after.2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(before: &str, after: &str, path: &str) -> bool {
        let [old, new] = [before, after].map(|text| DeTable::parse(text).unwrap());
        same_but((before, old.get_ref()), (after, new.get_ref()), &Path::parse(path).unwrap())
    }

    #[test]
    fn only_what_is_named_may_differ() {
        let text = "a = 1\n[b]\nc_mm = 2\nd = [{ e = 3 }, { e = 4, f = 5 }]\n";
        assert!(same(text, text, "b.c_mm"));
        assert!(same(text, &text.replace("c_mm = 2", "c_in = 7"), "b.c_mm"));
        assert!(same(text, &text.replace("e = 4, ", ""), "b.d[1].e"));
        assert!(same(text, &text.replace("{ e = 3 }, ", ""), "b.d"));
        assert!(same(text, &format!("{text}[g.h]\ni = 1\n"), "g.h.i"));
        for (from, to) in
            [("a = 1", "a = 1.0"), ("a = 1", ""), ("[b]", "[b]\nx = 1"), ("e = 3", "e = 4"), ("f = 5", "f = 5, g = 6")]
        {
            assert!(!same(text, &text.replace(from, to), "b.c_mm"), "{from} {to}");
            assert!(!same(text, &text.replace(from, to), "b.d[1].e"), "{from} {to}");
        }
        assert!(!same(text, &text.replace("{ e = 3 }, ", ""), "b.d[1].e"));
    }
}
