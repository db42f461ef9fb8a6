//! The columns or fields beside a value.

use super::super::fields::{self, Field, Kind};
use super::super::path::{Path, Step};

/// The columns or fields beside a value, in the order of the file's format.
pub(super) fn beside(parent: &Path) -> &'static [Field] {
    if let Some((list, _)) = parent.row() {
        return match fields::field(&list).map(|field| &field.kind) {
            Some(Kind::Rows(columns)) => columns,
            _ => &[],
        };
    }
    let of_rows = parent.0.iter().any(|step| matches!(step, Step::Row(_)));
    fields::group(&parent.to_string()).filter(|_| !of_rows).map_or(&[], |group| &group.fields)
}
