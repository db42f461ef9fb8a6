//! Whatever the bytes, reading a case answers with a case or with faults that point into the text.

use crate::common::MECHANIC;
use domain::Case;
use proptest::prelude::*;

fn survives(text: &str) -> Result<(), TestCaseError> {
    if let Err(problems) = Case::parse(text) {
        prop_assert!(!problems.is_empty());
        for problem in problems {
            prop_assert!(problem.line >= 1 && problem.line <= text.lines().count().max(1) + 1, "{problem:?}");
            prop_assert!(text.get(problem.span.clone()).is_some(), "{problem:?}");
            prop_assert!(!problem.what.is_empty());
        }
    }
    Ok(())
}

/// Pieces that a hand, or an attacker, puts into a case.
const PIECES: [&str; 24] = [
    "=",
    "\"",
    "'''",
    "[",
    "]",
    "[[",
    "{",
    "}",
    ",",
    "\n",
    "#",
    "nan",
    "-inf",
    "1e999",
    "-",
    ".",
    "concord = 1\n",
    "[limb]\n",
    "body_mass_lb = 3\n",
    "ä",
    "\u{0}",
    "\u{FEFF}",
    "`",
    "12:60",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_text(text in "\\PC{0,400}") {
        survives(&text)?;
    }

    #[test]
    fn arbitrary_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survives(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn a_case_with_its_pieces_changed(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..12, 0usize..PIECES.len()), 1..6)
    ) {
        let mut characters: Vec<char> = MECHANIC.chars().collect();
        for (at, removed, piece) in edits {
            let at = at.index(characters.len());
            let end = (at + removed).min(characters.len());
            characters.splice(at..end, PIECES[piece].chars());
        }
        survives(&characters.into_iter().collect::<String>())?;
    }

    #[test]
    fn a_case_with_its_lines_shuffled(order in Just((0..MECHANIC.lines().count()).collect::<Vec<_>>()).prop_shuffle()) {
        let lines: Vec<&str> = MECHANIC.lines().collect();
        survives(&order.into_iter().map(|index| lines[index].to_string() + "\n").collect::<String>())?;
    }

    #[test]
    fn any_number_anywhere(number in any::<f64>(), at in any::<prop::sample::Index>()) {
        let places: Vec<usize> = MECHANIC.match_indices(" = ").map(|(place, _)| place + 3).collect();
        let place = places[at.index(places.len())];
        let end = MECHANIC[place..].find([' ', ',', '\n']).map_or(MECHANIC.len(), |length| place + length);
        let shown = if number.is_nan() { "nan".to_string() } else { format!("{number:?}") };
        survives(&format!("{}{shown}{}", &MECHANIC[..place], &MECHANIC[end..]))?;
    }
}
