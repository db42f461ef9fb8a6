//! What a user or a team is found by.

use unicode_normalization::UnicodeNormalization;

use crate::LONGEST_NAME;

/// What a user or a team is found by. Capital and small letters count the same, and so do ways of writing one letter
/// (NFKC). White space of any kind is one space, none at the ends; what nobody sees does not count.
pub fn key(name: &str) -> String {
    // A name is cut first: nobody's is longer, and a stranger may send any.
    let cut: String = name.trim().chars().take(4 * LONGEST_NAME).collect();
    let seen: String = cut.nfkc().filter(|c| !unseen(*c)).collect();
    let folded: String = seen.to_lowercase().nfkc().collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that take no room and change nothing but the bytes: format characters, and what Unicode says may be
/// ignored (`Default_Ignorable_Code_Point`).
fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
    ) || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}
