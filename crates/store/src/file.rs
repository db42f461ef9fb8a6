//! Attached files, and what they may be called.

use schemars::JsonSchema;
use serde::Serialize;

use crate::limits::LONGEST_NAME;

/// A file attached to a case. It is never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FileRow {
    /// A plain file name, of its own within the case.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// Its SHA-256, hexadecimal.
    pub sha256: String,
    /// When it was attached, Unix seconds.
    pub at: i64,
    /// Who attached it.
    pub by: String,
}

/// Names Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// What a file that was called `given` is called here: its last part, of characters every system takes in a file name,
/// at most [`LONGEST_NAME`] of them, its ending kept.
pub fn plain_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).find(|part| !part.trim().is_empty()).unwrap_or_default();
    let clean: String = last.chars().filter(|c| !refused(*c)).collect();
    // Not hidden, not `.` or `..`, and none of the ends that Windows drops.
    let clean = clean.trim_start_matches(['.', ' ', '-']).trim_end_matches(['.', ' ']);
    let stem = clean.split('.').next().unwrap_or_default().trim_end_matches(|c: char| c.is_ascii_digit());
    if clean.is_empty() {
        return "file".into();
    }
    let reserved = DEVICES.contains(&stem.trim_end().to_lowercase().as_str());
    shortened(&if reserved { format!("file-{clean}") } else { clean.to_string() }, "")
}

/// Characters that some system refuses, that no one sees, or that turn the direction of what follows.
fn refused(c: char) -> bool {
    c.is_control()
        || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '/' | '\\' | '\u{feff}' | '\u{fffd}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// The name with `mark` before its ending, in all at most [`LONGEST_NAME`] characters.
pub(crate) fn shortened(name: &str, mark: &str) -> String {
    const LONGEST_ENDING: usize = 12;
    let at = name.rfind('.').filter(|at| *at > 0 && name[*at..].chars().count() <= LONGEST_ENDING);
    let (stem, ending) = name.split_at(at.unwrap_or(name.len()));
    let room = LONGEST_NAME.saturating_sub(mark.chars().count() + ending.chars().count());
    let stem: String = stem.chars().take(room).collect();
    format!("{}{mark}{ending}", stem.trim_end())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_from_outside_becomes_a_plain_one() {
        for (given, plain) in [
            ("limb.stl", "limb.stl"),
            ("Bein links (2).stl", "Bein links (2).stl"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Scans\\Müller\\limb.obj", "limb.obj"),
            ("/abs/limb.ply/", "limb.ply"),
            ("..", "file"),
            ("", "file"),
            ("\0\n\r", "file"),
            (".hidden", "hidden"),
            ("--flag", "flag"),
            ("a\u{202e}lts.exe", "alts.exe"),
            ("x\r\nSet-Cookie: a", "xSet-Cookie a"),
            ("limb.stl. . ", "limb.stl"),
            ("NUL.txt", "file-NUL.txt"),
            ("com1", "file-com1"),
            ("comet.stl", "comet.stl"),
            ("\"><script>.stl", "script.stl"),
        ] {
            assert_eq!(plain_name(given), plain, "{given:?}");
        }
    }

    #[test]
    fn a_long_name_is_cut_before_its_ending() {
        let name = plain_name(&format!("{}.stl", "ü".repeat(500)));
        assert_eq!(name.chars().count(), LONGEST_NAME);
        assert!(name.ends_with("ü.stl"));
        assert!(shortened(&name, "-12").ends_with("ü-12.stl"));
        assert_eq!(shortened(&name, "-12").chars().count(), LONGEST_NAME);
    }

    proptest! {
        #[test]
        fn whatever_it_is_called_the_name_is_plain(given in any::<String>()) {
            let name = plain_name(&given);
            let length = name.chars().count();
            prop_assert!((1..=LONGEST_NAME).contains(&length));
            prop_assert!(!name.chars().any(refused));
            prop_assert!(!name.starts_with('.') && !name.ends_with(['.', ' ']));
            prop_assert_eq!(plain_name(&name), name);
        }
    }
}
