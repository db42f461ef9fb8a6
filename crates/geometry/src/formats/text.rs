//! Text as files from everywhere have it: lines that end in LF, CRLF or CR, even mixed; words; numbers.

/// A text without the mark of its encoding and without the space before it.
pub(super) fn text_of(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start()
}

/// The first word of each of its first lines.
pub(super) fn first_words(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    Lines::new(text_of(bytes)).take(200).filter_map(|(_, line)| words(line).next())
}

/// The lines of a text with their numbers, the first being 1. Nothing is copied, however long a line is.
#[derive(Clone)]
pub(super) struct Lines<'a> {
    rest: &'a [u8],
    number: u64,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a [u8]) -> Self {
        Self { rest: text, number: 0 }
    }

    /// What has not been read.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The number of the line read last.
    pub(super) fn number(&self) -> u64 {
        self.number
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = (u64, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let end = memchr::memchr2(b'\n', b'\r', self.rest);
        let line = &self.rest[..end.unwrap_or(self.rest.len())];
        let skipped = match end {
            Some(at) if self.rest[at..].starts_with(b"\r\n") => 2,
            Some(_) => 1,
            None => 0,
        };
        self.rest = &self.rest[line.len() + skipped..];
        self.number += 1;
        Some((self.number, line))
    }
}

/// The words of a line.
pub(super) fn words(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    line.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty())
}

/// The number a word is; not finite where it is so written or too large.
pub(super) fn number(word: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(word).ok()?;
    text.parse().ok().or_else(|| {
        // Of a C library: 1.#QNAN, -1.#IND, 1.#INF, -nan(ind).
        let bare = text.trim_start_matches(['+', '-']);
        let none = bare.strip_prefix("1.#").or(bare.get(..4).filter(|begin| begin.eq_ignore_ascii_case("nan(")));
        none.map(|_| f64::NAN)
    })
}

/// What would be right where a coordinate is no number.
pub(super) fn numbers_wanted(word: &[u8], wanted: &str) -> String {
    let point: Vec<u8> = word.iter().map(|byte| if *byte == b',' { b'.' } else { *byte }).collect();
    if word.contains(&b',') && number(&point).is_some() {
        return format!("{wanted}, with a decimal point: set the program that exports to English numbers");
    }
    wanted.into()
}

/// The count or index a word is.
pub(super) fn integer(word: &[u8]) -> Option<i64> {
    std::str::from_utf8(word).ok()?.parse().ok()
}

/// A piece of a file as it can be shown: no control characters, not long.
pub(super) fn shown(piece: &[u8]) -> String {
    const LONGEST: usize = 40;
    let text = String::from_utf8_lossy(&piece[..piece.len().min(LONGEST)]);
    let text: String = text.chars().map(|char| if char.is_control() { '\u{fffd}' } else { char }).collect();
    if piece.len() > LONGEST { format!("“{text}…” ({} bytes)", piece.len()) } else { format!("“{text}”") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_end_of_line_ends_one_line() {
        let lines: Vec<_> = Lines::new(b"a\nb\r\nc\rd\n\ne\r\rf").collect();
        let texts: Vec<_> = lines.iter().map(|(_, line)| *line).collect();
        assert_eq!(texts, [&b"a"[..], b"b", b"c", b"d", b"", b"e", b"", b"f"]);
        assert_eq!(lines.last(), Some(&(8, &b"f"[..])));
    }

    #[test]
    fn what_a_c_library_writes_for_no_number_is_none() {
        for word in ["nan", "-NaN", "1.#QNAN", "-1.#IND", "1.#INF", "-nan(ind)", "inf"] {
            assert!(number(word.as_bytes()).is_some_and(|value| !value.is_finite()), "{word}");
        }
        assert!(["1,5", "", "1.#", "x", "nanny"].map(|word| number(word.as_bytes()))[3..].iter().all(Option::is_none));
        assert!(numbers_wanted(b"1,5", "three numbers").contains("decimal point"));
        assert_eq!(numbers_wanted(b"x,5", "three numbers"), "three numbers");
    }

    #[test]
    fn what_is_shown_is_short_and_plain() {
        assert_eq!(shown(b"1e999"), "“1e999”");
        assert!(shown(&[7; 1000]).len() < 250);
        assert!(shown(&[0xff; 41]).ends_with("(41 bytes)"));
    }
}
