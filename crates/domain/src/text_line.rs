//! One line of text, as a case may hold it.

use crate::document::Violation;

/// Characters of a reason that is printed on a sheet.
pub const REASON_LENGTH: usize = 200;

/// One line that can be shown anywhere: control characters would reach terminals and reports.
pub(crate) fn line_of_text(found: &mut Vec<Violation>, field: &str, text: &str, most: usize) {
    if text.trim().is_empty() || text.chars().count() > most || text.chars().any(char::is_control) {
        found.push(Violation::new(field, "no usable name", format!("give 1 to {most} characters on one line")));
    }
}
