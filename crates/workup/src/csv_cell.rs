//! Text in a table for spreadsheets (CSV): no cell becomes a formula when it is opened. Every file of ours that holds
//! words somebody has typed has them through here.

/// What a spreadsheet takes for the beginning of a formula, or drops and then takes what follows for one. The last four
/// are what it reads as the first four.
const BEGINNINGS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// A cell, in quotes; one that would be taken for a formula begins with an apostrophe.
pub fn cell(text: &str) -> String {
    format!("\"{}{}\"", guard(text), text.replace('"', "\"\""))
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
            assert!(cell(&format!("{begin}1+1")).starts_with("\"'"), "{begin:?}");
        }
        assert_eq!(cell("a \"b\", -c"), "\"a \"\"b\"\", -c\"");
        assert_eq!(remark("right limb, 12 min"), "# right limb, 12 min\n");
        assert_eq!(remark("why: a,=1+1; \"@b\r\n=2"), "# why: a,'=1+1; \"'@b  =2\n");
    }
}
