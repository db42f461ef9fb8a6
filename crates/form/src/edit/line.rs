//! Lines of a text by position: where one begins and ends, how its file ends lines.

use std::ops::Range;

/// Where the line of a position begins.
pub fn start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Where the line of a position ends, behind its newline.
pub fn end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// How the text ends its lines.
pub fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// The text with what lies in a range replaced.
pub fn splice(text: &str, range: Range<usize>, by: &str) -> String {
    let mut new = String::with_capacity(text.len() + by.len());
    new.push_str(&text[..range.start]);
    new.push_str(by);
    new.push_str(&text[range.end..]);
    new
}

/// The text with a line of its own behind the line of a position.
pub fn insert_after(text: &str, at: usize, line: &str) -> String {
    let (end, newline) = (end(text, at), newline(text));
    let ended = text[..end].ends_with('\n') || end == 0;
    splice(text, end..end, &format!("{}{line}{newline}", if ended { "" } else { newline }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_behind_another_whatever_the_file_ends_lines_with() {
        assert_eq!(insert_after("a\nb\n", 0, "x"), "a\nx\nb\n");
        assert_eq!(insert_after("a\r\nb", 3, "x"), "a\r\nb\r\nx\r\n");
        assert_eq!(insert_after("", 0, "x"), "x\n");
        assert_eq!((start("ab\ncd", 4), end("ab\ncd", 1), end("ab", 1)), (3, 3, 2));
    }
}
