//! Text from elsewhere as a terminal may show it. What writes to the terminal instead of being shown is replaced: control
//! characters, characters that turn the direction of writing, and others that nobody sees.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// What stands in the place of a character that is not shown.
const REPLACED: char = '\u{FFFD}';

/// One line of text.
pub fn line(text: &str) -> String {
    text.chars().map(|c| if hidden(c) { REPLACED } else { c }).collect()
}

/// Text of many lines; line ends and tabs stay.
pub fn lines(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let stays = matches!(c, '\n' | '\t') || (c == '\r' && characters.peek() == Some(&'\n'));
        shown.push(if !stays && hidden(c) { REPLACED } else { c });
    }
    shown
}

/// As [`lines`], keeping every byte offset.
pub fn same_length(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let stays = matches!(c, '\n' | '\t') || (c == '\r' && characters.peek() == Some(&'\n'));
        if !stays && hidden(c) {
            shown.extend(std::iter::repeat_n('?', c.len_utf8()));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Whether a character is there without being seen.
fn hidden(c: char) -> bool {
    use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator};
    // Letters by their category, yet drawn as nothing: the joiner of graphemes and the fillers of Hangul.
    const FILLERS: [char; 5] = ['\u{034F}', '\u{115F}', '\u{1160}', '\u{3164}', '\u{FFA0}'];
    matches!(c.general_category(), Control | Format | LineSeparator | ParagraphSeparator) || FILLERS.contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_replaced_and_what_people_write_stays() {
        for c in "\u{7}\u{1b}\u{9b}\u{7f}\u{ad}\u{61c}\u{180e}\u{200b}\u{200d}\u{200f}\u{2028}\u{202e}\u{2060}\u{2067}\u{3164}\u{feff}\u{fff9}\u{e0041}".chars() {
            assert_eq!(lines(&format!("a{c}b")), "a\u{FFFD}b", "{:x}", u32::from(c));
            assert_eq!(same_length(&format!("{c}")).len(), c.len_utf8());
        }
        for text in ["Müller, Ærø; 12 × 3 – “é” ± 37 °C\u{a0}µ", "محمد", "דוד", "山田", "e\u{301}", "👍"]
        {
            assert_eq!(lines(text), text);
            assert_eq!(line(text), text);
        }
        assert_eq!(lines("a\r\nb\tc\rd\n"), "a\r\nb\tc\u{FFFD}d\n");
        assert_eq!(line("a\nb"), "a\u{FFFD}b");
    }
}
