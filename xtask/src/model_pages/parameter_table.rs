//! All parameters in one table.

use super::context::Context;
use super::provenance::{provenance, value};

/// The table at the end of the parameters' page.
pub(super) fn render(context: &Context<'_>) -> String {
    let mut out =
        String::from("\n## All parameters\n\n| name | value | from | feeds | note |\n|---|---|---|---|---|\n");
    for (name, parameter) in context.library.parameters.iter() {
        let fed: Vec<String> =
            context.fed_by(name).iter().map(|(page, field)| format!("[`{field}`]({page}.md)")).collect();
        let note = parameter.note.replace('|', "\\|");
        out +=
            &format!("| `{name}` | {} | {} | {} | {note} |\n", value(parameter), provenance(parameter), fed.join(", "));
    }
    out
}
