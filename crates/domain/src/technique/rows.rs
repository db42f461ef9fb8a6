//! Rows of a step: how many, and in which order.

use crate::document::Violation;
use std::ops::RangeInclusive;

/// As many as are allowed.
pub(super) fn count(
    found: &mut Vec<Violation>,
    field: String,
    number: usize,
    allowed: RangeInclusive<usize>,
    of: &str,
) {
    if !allowed.contains(&number) {
        let expected = format!("give {} to {}", allowed.start(), allowed.end());
        found.push(Violation::new(field, format!("{number} {of}"), expected));
    }
}

/// In rising order.
pub(super) fn rising(found: &mut Vec<Violation>, path: &str, values: impl Iterator<Item = f64>) {
    let values: Vec<f64> = values.collect();
    let mut pairs = values.iter().zip(values.iter().skip(1)).enumerate();
    if let Some((index, (before, value))) = pairs.find(|(_, (before, value))| value <= before) {
        let what = format!("{value} does not follow {before}");
        found.push(Violation::new(format!("{path}[{}]", index + 1), what, "list them in rising order"));
    }
}
