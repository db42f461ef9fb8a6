//! The order as rows of words: one function for terminal, page, report and CSV, so that they cannot differ.

use fitting::Part;
use workup::csv_text::{Rows, cell};
use workup::library::Library;

/// What stands in place of a quantity, in the reader's language.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Of what comes with another line, `{article}`.
    pub included: &'a str,
    /// Of what is kept.
    pub kept: &'a str,
}

/// The program's own.
pub const ENGLISH: Words<'static> = Words { included: "included in the delivery of {article}", kept: "kept" };

/// A line of the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How many, or why none.
    pub quantity: String,
    /// Article or order number as printed; empty where none is.
    pub article: String,
    /// What it is.
    pub part: String,
    /// Size as printed, and what was measured or told for the maker.
    pub size: String,
    /// What must still be asked.
    pub ask: String,
    /// Why it is there.
    pub why: String,
    /// Key of its source.
    pub key: String,
    /// Its source with the page.
    pub source: String,
}

/// Names of a line's columns in the CSV.
const COLUMNS: [&str; 7] = ["quantity", "article", "part", "size", "ask", "why", "source"];

/// The lines of an order.
pub fn lines(parts: &[Part], words: Words<'_>, library: &Library) -> Vec<Line> {
    let line = |part: &Part| Line {
        quantity: match &part.included_in {
            Some(article) => words.included.replace("{article}", article),
            None if part.quantity == 0 => words.kept.into(),
            None => part.quantity.to_string(),
        },
        article: part.article.clone().unwrap_or_default(),
        part: part.name.to_string(),
        size: part.size.iter().chain(&part.measure).cloned().collect::<Vec<_>>().join("; "),
        ask: part.ask.join("; "),
        why: part.why.to_string(),
        key: part.source.clone(),
        source: library.cited(&part.source, part.page.as_deref()),
    };
    parts.iter().map(line).collect()
}

/// The order as CSV.
pub fn csv(parts: &[Part], library: &Library) -> String {
    let (mut head, mut body) = (Rows::new(), Rows::quoted());
    head.row(COLUMNS);
    for line in lines(parts, ENGLISH, library) {
        let cells = [line.quantity, line.article, line.part, line.size, line.ask, line.why, line.source];
        body.row(cells.map(|text| cell(&text)));
    }
    head.text() + &body.text()
}
