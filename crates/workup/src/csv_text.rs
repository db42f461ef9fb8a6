//! Text in a table for spreadsheets (CSV): no cell becomes a formula when it is opened. Every file of ours that holds
//! words somebody has typed has them through here.

use csv::{QuoteStyle, WriterBuilder};

/// What a spreadsheet takes for the beginning of a formula, or drops and then takes what follows for one. The last four
/// are what it reads as the first four.
const BEGINNINGS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// A cell of words; one that would be taken for a formula begins with an apostrophe.
pub fn cell(text: &str) -> String {
    format!("{}{text}", guard(text))
}

/// Rows as CSV, in memory.
#[derive(Debug)]
pub struct Rows(csv::Writer<Vec<u8>>);

impl Rows {
    /// Cells are in quotes where they must be.
    pub fn new() -> Self {
        Self::with(QuoteStyle::Necessary)
    }

    /// Every cell is in quotes.
    pub fn quoted() -> Self {
        Self::with(QuoteStyle::Always)
    }

    fn with(quotes: QuoteStyle) -> Self {
        Self(WriterBuilder::new().quote_style(quotes).flexible(true).from_writer(vec![]))
    }

    /// One more row.
    pub fn row<T: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = T>) {
        // Writing to memory cannot fail, and a row may have any number of cells.
        let _ = self.0.write_record(cells);
    }

    /// All of them.
    pub fn text(self) -> String {
        String::from_utf8(self.0.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

impl Default for Rows {
    fn default() -> Self {
        Self::new()
    }
}

/// A line before the table. Programs that do not know it for a remark split it at separators: none of the parts is a
/// formula, either.
pub fn remark(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut safe = String::from("# ");
    for part in line.split_inclusive([',', ';']) {
        let begin = part.len() - part.trim_start_matches([' ', '"']).len();
        safe += &part[..begin];
        safe += guard(&part[begin..]);
        safe += &part[begin..];
    }
    safe + "\n"
}

fn guard(text: &str) -> &'static str {
    if text.starts_with(BEGINNINGS) { "'" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_and_no_remark_begins_a_formula() {
        for begin in BEGINNINGS {
            assert!(cell(&format!("{begin}1+1")).starts_with('\''), "{begin:?}");
        }
        let mut rows = Rows::quoted();
        rows.row([cell("a \"b\", -c"), cell("=1")]);
        assert_eq!(rows.text(), "\"a \"\"b\"\", -c\",\"'=1\"\n");
        assert_eq!(remark("right limb, 12 min"), "# right limb, 12 min\n");
        assert_eq!(remark("why: a,=1+1; \"@b\r\n=2"), "# why: a,'=1+1; \"'@b  =2\n");
    }

    #[test]
    fn cells_are_quoted_where_a_reader_would_split_them() {
        let mut rows = Rows::new();
        rows.row(["time", "a, \"b\""]);
        rows.row(["08:00"]);
        assert_eq!(rows.text(), "time,\"a, \"\"b\"\"\"\n08:00\n");
    }
}
