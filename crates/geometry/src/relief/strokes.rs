//! Letters of straight strokes, drawn for this program on a grid of four by six: what a printer can raise and a finger reads.

/// Widest and highest of the grid.
pub(super) const WIDE: f64 = 4.0;
pub(super) const HIGH: f64 = 6.0;

/// From one letter's start to the next one's, grid units.
pub(super) const ADVANCE: f64 = 6.0;

/// A letter's lines: points of two digits, x and y, and `|` between lines.
const LETTERS: &[(char, &str)] = &[
    (' ', ""),
    ('-', "13 33"),
    ('.', "10 20"),
    ('/', "00 46"),
    ('_', "00 40"),
    ('0', "10 01 05 16 36 45 41 30 10|12 34"),
    ('1', "04 26 20|10 30"),
    ('2', "05 16 36 45 44 00 40"),
    ('3', "05 16 36 45 44 33 13|33 42 41 30 10 01"),
    ('4', "30 36 02 42"),
    ('5', "46 06 03 33 42 41 30 10 01"),
    ('6', "45 36 16 05 01 10 30 41 42 33 13 02"),
    ('7', "06 46 10"),
    ('8', "13 04 05 16 36 45 44 33 13 02 01 10 30 41 42 33"),
    ('9', "01 10 30 41 45 36 16 05 04 13 33 44"),
    ('A', "00 04 26 44 40|02 42"),
    ('B', "00 06 36 45 44 33 03|33 42 41 30 00"),
    ('C', "45 36 16 05 01 10 30 41"),
    ('D', "00 06 26 44 42 20 00"),
    ('E', "46 06 00 40|03 33"),
    ('F', "46 06 00|03 33"),
    ('G', "45 36 16 05 01 10 30 41 43 23"),
    ('H', "00 06|40 46|03 43"),
    ('I', "20 26|10 30|16 36"),
    ('J', "46 41 30 10 01"),
    ('K', "00 06|46 03 40"),
    ('L', "06 00 40"),
    ('M', "00 06 23 46 40"),
    ('N', "00 06 40 46"),
    ('O', "10 01 05 16 36 45 41 30 10"),
    ('P', "00 06 36 45 44 33 03"),
    ('Q', "10 01 05 16 36 45 41 30 10|22 40"),
    ('R', "00 06 36 45 44 33 03|23 40"),
    ('S', "45 36 16 05 04 13 33 42 41 30 10 01"),
    ('T', "06 46|26 20"),
    ('U', "06 01 10 30 41 46"),
    ('V', "06 20 46"),
    ('W', "06 10 23 30 46"),
    ('X', "06 40|00 46"),
    ('Y', "06 23 46|23 20"),
    ('Z', "06 46 00 40"),
];

/// Whether a letter can be raised.
pub fn has(letter: char) -> bool {
    LETTERS.iter().any(|(known, _)| *known == letter.to_ascii_uppercase())
}

/// The straight pieces of a letter, grid units; none of a space.
pub(super) fn pieces(letter: char) -> Vec<[[f64; 2]; 2]> {
    let letter = letter.to_ascii_uppercase();
    let lines = LETTERS.iter().find(|(known, _)| *known == letter).map_or("", |(_, lines)| lines);
    let digit = |byte: u8| f64::from(byte.saturating_sub(b'0'));
    let line = |line: &str| -> Vec<[f64; 2]> {
        line.split(' ')
            .filter_map(|point| point.as_bytes().first_chunk::<2>())
            .map(|[x, y]| [digit(*x), digit(*y)])
            .collect()
    };
    lines.split('|').flat_map(|text| line(text).windows(2).map(|pair| [pair[0], pair[1]]).collect::<Vec<_>>()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_stays_on_its_grid_and_is_unlike_every_other() {
        for (index, (letter, lines)) in LETTERS.iter().enumerate() {
            let pieces = pieces(*letter);
            assert_eq!(pieces.is_empty(), *letter == ' ');
            for [x, y] in pieces.iter().flatten() {
                assert!((0.0..=WIDE).contains(x) && (0.0..=HIGH).contains(y), "{letter}");
            }
            assert!(LETTERS.iter().skip(index + 1).all(|(_, other)| other != lines), "{letter}");
        }
        assert!(has('a') && has('7') && !has('ß') && !has('\n'));
    }
}
