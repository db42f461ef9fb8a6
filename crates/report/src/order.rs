//! The order as rows of words: one function for terminal, page, report and CSV, so that they cannot differ.

use fitting::Part;
use texts::{Said, Texts};
use workup::csv_text::{Rows, cell};
use workup::library::Library;

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

/// The lines of an order in a language.
pub fn lines(parts: &[Part], texts: &Texts, library: &Library) -> Vec<Line> {
    let said = |said: &Said| said.in_words_of(texts);
    let line = |part: &Part| Line {
        quantity: match &part.included_in {
            Some(article) => texts.fill("fit.included", &[("article", article)]),
            None if part.quantity == 0 => texts.say("fit.kept").into(),
            None => part.quantity.to_string(),
        },
        article: part.article.clone().unwrap_or_default(),
        part: part.name.in_words_of(texts),
        size: part.size.iter().chain(&part.measure).map(said).collect::<Vec<_>>().join("; "),
        ask: part.ask.iter().map(said).collect::<Vec<_>>().join("; "),
        why: part.why.in_words_of(texts),
        key: part.source.clone(),
        source: library.cited(&part.source, part.page.as_deref()),
    };
    parts.iter().map(line).collect()
}

/// The order as CSV.
pub fn csv(parts: &[Part], library: &Library) -> String {
    let (mut head, mut body) = (Rows::new(), Rows::quoted());
    head.row(COLUMNS);
    for line in lines(parts, Texts::english(), library) {
        let cells = [line.quantity, line.article, line.part, line.size, line.ask, line.why, line.source];
        body.row(cells.map(|text| cell(&text)));
    }
    head.text() + &body.text()
}
