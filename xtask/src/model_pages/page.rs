//! One page: the opening comment of a file, set in type.

use super::context::{Context, Source, links, opening};
use super::maths::{Tone, typeset};
use super::parameter_table;
use super::provenance::{provenance, value};
use twin::parameters::Parameter;

/// Heads whose text is equations.
const EQUATIONS: &str = "Equations";

/// A page.
pub(super) fn render(source: &Source, context: &Context<'_>) -> String {
    let mut writer = Writer { source, context, out: String::new(), tone: Tone::Prose, item: None, columns: 0 };
    for line in opening(source.text) {
        writer.line(line);
    }
    writer.flush();
    let mut out = writer.out;
    if source.name == "parameters" {
        out += &parameter_table::render(context);
    }
    out += &format!(
        "\n## Place\n\nUses: {}. Used by: {}. [All pages](README.md).\n",
        links(&context.uses[source.name]),
        links(&context.used_by(source.name))
    );
    out + &sources(source, context)
        + &format!(
            "\n*Made by `cargo xtask model-pages` from [`crates/{0}`](../../crates/{0}); edit there.*\n",
            source.path
        )
}

/// The bibliography of a page: the keys that its text or its values name.
fn sources(source: &Source, context: &Context<'_>) -> String {
    let text = opening(source.text).join("\n");
    let mut keys: Vec<&str> = vec![];
    for key in context.library.sources.keys() {
        let named = text.match_indices(key.as_str()).any(|(at, _)| {
            let letter = |c: char| c.is_alphanumeric() || c == '_';
            !text[..at].ends_with(letter) && !text[at + key.len()..].starts_with(letter)
        });
        let of_values = context.feeds.iter().any(|((name, _), parameters)| {
            super::feeds::structs(source.text).contains(name)
                && parameters.iter().any(|p| parameter(context, p).is_some_and(|p| p.source.as_ref() == Some(key)))
        });
        let of_table = source.name == "parameters"
            && context.library.parameters.iter().any(|(_, parameter)| parameter.source.as_ref() == Some(key));
        if named || of_values || of_table {
            keys.push(key);
        }
    }
    if keys.is_empty() {
        return String::new();
    }
    let lines = keys.iter().map(|key| format!("- `{key}`: {}\n", context.library.source(key)));
    format!("\n## Sources\n\n{}", lines.collect::<String>())
}

fn parameter<'a>(context: &'a Context<'_>, name: &str) -> Option<&'a Parameter> {
    context.library.parameters.iter().find(|(known, _)| *known == name).map(|(_, parameter)| parameter)
}

/// Goes through the lines of an opening comment.
struct Writer<'a> {
    source: &'a Source,
    context: &'a Context<'a>,
    out: String,
    tone: Tone,
    /// The paragraph or list item that is being joined.
    item: Option<String>,
    /// Columns of the table at hand; 0 outside of tables.
    columns: usize,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        let in_fence = self.item.as_deref().is_some_and(|item| item.starts_with("```"));
        if in_fence || line.starts_with("```") {
            self.fence(line, in_fence);
        } else if line.is_empty() {
            self.flush();
        } else if line.starts_with('|') {
            self.flush();
            self.row(line);
        } else if line.starts_with("# ") {
            self.flush();
            self.out += &format!("{line}\n");
        } else if line.starts_with("- ") || line.starts_with("**") {
            self.flush();
            self.item = Some(line.to_string());
        } else if let Some(item) = &mut self.item {
            *item += &format!(" {}", line.trim());
        } else {
            self.item = Some(line.to_string());
        }
        if !line.starts_with('|') {
            self.columns = 0;
        }
    }

    fn fence(&mut self, line: &str, inside: bool) {
        if !inside {
            self.flush();
            self.out += "\n```text\n";
            self.item = Some("```".into());
        } else if line.starts_with("```") {
            self.out += "```\n";
            self.item = None;
        } else {
            self.out += &format!("{line}\n");
        }
    }

    /// Sets what has been joined.
    fn flush(&mut self) {
        let Some(item) = self.item.take() else { return };
        if let Some(item) = item.strip_prefix("- ") {
            let text = if self.tone == Tone::Equation { self.equations(item) } else { self.set(item) };
            self.out += &format!("- {text}\n");
            return;
        }
        // Odd parts stand between double asterisks: heads.
        let mut parts = item.split("**");
        if let Some(text) = parts.next().filter(|text| !text.trim().is_empty()) {
            self.out += &format!("\n{}\n", self.set(text.trim()));
        }
        while let (Some(head), Some(text)) = (parts.next(), parts.next()) {
            self.head(head, text.trim());
        }
    }

    fn head(&mut self, head: &str, text: &str) {
        self.tone = if head == EQUATIONS { Tone::Equation } else { Tone::Prose };
        if head == EQUATIONS {
            self.out += "\n## Equations\n\n";
            if !text.is_empty() {
                self.out += &format!("{}\n\n", self.equations(text));
            }
        } else {
            self.out += &format!("\n**{head}** {}\n", self.set(text));
        }
    }

    fn set(&self, text: &str) -> String {
        typeset(text, self.tone, &self.context.names)
    }

    /// An item's clauses, every equation on a line of its own under the words that name it.
    fn equations(&self, item: &str) -> String {
        let (label, rest) = match item.split_once(": ") {
            Some((label, rest)) if !label.contains('=') => (Some(label), rest),
            _ => (None, item),
        };
        let mut lines: Vec<String> = vec![];
        for clause in clauses(rest) {
            let equation = clause.contains(['=', '≈', '∝', '→']);
            match lines.last_mut() {
                Some(last) if !equation => *last += &format!("; {clause}"),
                _ => lines.push(clause.to_string()),
            }
        }
        let set = |line: &String| self.set(line);
        let body: Vec<String> = lines.iter().map(set).collect();
        match label {
            Some(label) => {
                let label = typeset(label, Tone::Equation, &self.context.names);
                format!("{label}:<br>\n  &emsp;{}", body.join("<br>\n  &emsp;"))
            }
            None => body.join("<br>\n  "),
        }
    }

    /// A row of the symbol table, with the twin's value.
    fn row(&mut self, line: &str) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if self.columns == 0 {
            self.columns = cells.len().max(4);
            self.out += &format!("\n## Symbols\n\n| {} | value in the twin |\n", cells.join(" | "));
            return;
        }
        if line.starts_with("|--") || line.starts_with("|:-") {
            self.out += &format!("|{}\n", "---|".repeat(self.columns + 1));
            return;
        }
        let fields: Vec<&str> = cells[0].split('`').skip(1).step_by(2).collect();
        let values: Vec<String> = fields.iter().flat_map(|field| self.values(field)).collect();
        let tones = [Tone::Prose, Tone::Equation, Tone::Prose, Tone::Prose];
        let mut row: Vec<String> =
            cells
                .iter()
                .enumerate()
                .map(|(index, cell)| {
                    if index == 0 {
                        (*cell).to_string()
                    } else {
                        typeset(cell, tones[index.min(3)], &self.context.names)
                    }
                })
                .collect();
        row.resize(self.columns, String::new());
        self.out += &format!("| {} | {} |\n", row.join(" | "), values.join("<br>"));
    }

    fn values(&self, field: &str) -> Vec<String> {
        let names = self.context.parameters(self.source, field);
        names
            .iter()
            .filter_map(|name| {
                let parameter = parameter(self.context, name)?;
                Some(format!("{} (`{name}`, {})", value(parameter), provenance(parameter)))
            })
            .collect()
    }
}

/// Parts between semicolons that no bracket holds together.
fn clauses(text: &str) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0, 0, vec![]);
    for (at, c) in text.char_indices() {
        depth += i32::from(matches!(c, '(' | '[')) - i32::from(matches!(c, ')' | ']'));
        if c == ';' && depth <= 0 {
            parts.push(text[from..at].trim());
            from = at + 1;
        }
    }
    parts.push(text[from..].trim());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use workup::library::Library;

    #[test]
    fn a_page_sets_equations_apart_and_fills_values_in() {
        let library = Library::embedded();
        let source = Source {
            name: "liner",
            path: "physics/src/liner.rs",
            text: "//! # Liner\n//!\n//! **Equations**\n//! - hoop: k_L = E·t/R²; shear k_s = E/3, as\n//!   such\n//!\n\
                   //! | field | symbol | unit | source key |\n//! |---|---|---|---|\n//! | `modulus` | E | Pa | lin2004 |\n\
                   //!\n//! **Valid** always. **Tests** none.\npub struct Liner {\n}\n",
        };
        let text = render(&source, &Context::new(&library));
        assert!(text.contains("- hoop:<br>\n  &emsp;<i>k</i><sub>L</sub> = <i>E</i>·<i>t</i>/<i>R</i>²<br>"), "{text}");
        assert!(text.contains("(`liner_modulus_mpa`, published: [lin2004](#sources))"), "{text}");
        assert!(text.contains("\n**Valid** always.\n\n**Tests** none.\n"), "{text}");
        assert!(text.contains("- `lin2004`: Lin and others"), "{text}");
    }
}
