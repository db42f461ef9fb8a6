//! Whether a text is a case at all, and of which version.

use crate::document::{self, Problem, Violation};

/// The version of the case format that this program reads.
pub const CASE_VERSION: u32 = 1;

fn whole(what: &str) -> Problem {
    Problem {
        line: 1,
        span: 0..0,
        field: String::new(),
        value: String::new(),
        what: what.into(),
        expected: "`concord new NAME` writes a commented case to start from".into(),
        open: false,
    }
}

pub(super) fn begins_well(text: &str) -> Result<(), Vec<Problem>> {
    let empty = text.trim().is_empty().then(|| whole("the file is empty"));
    empty.or_else(|| version_problem(text)).map_or(Ok(()), |problem| Err(vec![problem]))
}

/// Looks at the version before anything else, so that a case of another version is named as such and not by the
/// first field that moved.
fn version_problem(text: &str) -> Option<Problem> {
    // Broken syntax is no matter of versions: the reader proper says where it is.
    let table = toml::de::DeTable::parse(text).ok()?;
    let Some(version) = table.get_ref().get("concord") else {
        return Some(whole("this is not a Concord case: it lacks the line `concord = 1`"));
    };
    let given = version.get_ref().as_integer().map(|integer| (integer.as_str(), integer.radix()));
    if given == Some((CASE_VERSION.to_string().as_str(), 10)) {
        return None;
    }
    let violation = Violation::new(
        "concord",
        "unknown version of the case format",
        format!("this program reads version {CASE_VERSION}: write concord = {CASE_VERSION}"),
    );
    Some(document::locate(text, table.get_ref(), violation))
}
