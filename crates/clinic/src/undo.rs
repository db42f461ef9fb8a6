//! Undo and redo of the technique: what its versions were, replayed as an editor keeps them.

use super::clinic::Clinic;
use super::error::HttpError;
use domain::technique::Technique;
use serde::Deserialize;
use store::CaseId;

/// So many versions are looked back on.
const MOST: usize = 50;

/// What a version that goes back says of itself.
pub const UNDONE: &str = "undo: technique";

/// What a version that goes forward again says of itself.
pub const REDONE: &str = "redo: technique";

/// The technique as a case says it; none of its own is the usual one.
type Own = Option<Technique>;

/// What the page offers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    /// The technique before the last change.
    pub undo: Option<Own>,
    /// The technique that was last undone.
    pub redo: Option<Own>,
}

#[derive(Deserialize)]
struct OfCase {
    technique: Own,
}

/// What can be undone and redone at the newest version of a case.
///
/// # Errors
/// A case that is not there.
pub fn steps(clinic: &Clinic, id: &CaseId) -> Result<Steps, HttpError> {
    let mut versions = vec![];
    for row in clinic.store.history(id)?.into_iter().take(MOST) {
        let text = clinic.store.version(id, row.number)?.text;
        // A draft that is no case yet has no technique to go back to.
        let own = toml::from_str(&text).ok().map(|case: OfCase| case.technique);
        versions.push((row.note, own));
    }
    versions.reverse();
    Ok(replayed(versions))
}

/// Versions in their order: what each says of itself, and its technique where it can be read.
fn replayed(versions: Vec<(String, Option<Own>)>) -> Steps {
    let mut steps = versions.into_iter().filter_map(|(note, own)| own.map(|own| (note, own)));
    let Some((_, mut now)) = steps.next() else { return Steps::default() };
    let (mut undo, mut redo) = (vec![], vec![]);
    for (note, own) in steps {
        if own == now {
            continue;
        }
        let (from, to) = if note == UNDONE { (&mut undo, &mut redo) } else { (&mut redo, &mut undo) };
        if note == UNDONE || note == REDONE {
            from.pop();
        } else {
            from.clear();
        }
        to.push(std::mem::replace(&mut now, own));
    }
    Steps { undo: undo.pop(), redo: redo.pop() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A technique that is only called something.
    fn called(name: &str) -> Own {
        (!name.is_empty()).then(|| Technique { name: name.into(), about: String::new(), steps: vec![] })
    }

    fn after(versions: &[(&str, &str)]) -> [Option<String>; 2] {
        let versions = versions.iter().map(|(note, name)| (note.to_string(), Some(called(name)))).collect();
        let Steps { undo, redo } = replayed(versions);
        [undo, redo].map(|own| own.map(|own| own.map_or_else(|| "usual".into(), |technique| technique.name)))
    }

    #[test]
    fn what_was_done_is_undone_in_its_order_and_redone_until_something_else_is_done() {
        let some = |name: &str| Some(name.to_string());
        assert_eq!(after(&[("", "")]), [None, None]);
        let mut versions = vec![("", ""), ("", "a"), ("", "a"), ("", "b"), ("", "c")];
        assert_eq!(after(&versions), [some("b"), None]);
        versions.push((UNDONE, "b"));
        assert_eq!(after(&versions), [some("a"), some("c")]);
        versions.push((UNDONE, "a"));
        assert_eq!(after(&versions), [some("usual"), some("b")]);
        versions.push((REDONE, "b"));
        assert_eq!(after(&versions), [some("a"), some("c")]);
        // Another answer of the case changes nothing of it; another technique ends what could be redone.
        versions.push(("limb.length", "b"));
        assert_eq!(after(&versions), [some("a"), some("c")]);
        versions.push(("", "d"));
        assert_eq!(after(&versions), [some("b"), None]);
    }
}
