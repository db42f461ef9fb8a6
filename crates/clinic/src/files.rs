//! Files that a browser keeps: what they are called, and the answer that carries one.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use deunicode::deunicode;
use unicode_normalization::UnicodeNormalization;

/// What the files of a case are called: letters, digits and underscores of its name, in the letters of ASCII.
pub fn stem(name: &str) -> String {
    // An accent may be typed after its letter; what German writes in two letters is composed again first.
    let name: String = name.nfc().collect::<String>().to_lowercase();
    let german = name.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue");
    let mut stem = String::new();
    for c in deunicode(&german).to_lowercase().chars() {
        match c {
            c if c.is_ascii_alphanumeric() => stem.push(c),
            _ if !stem.ends_with('_') => stem.push('_'),
            _ => {}
        }
    }
    let stem: String = stem.trim_matches('_').chars().take(60).collect();
    if stem.is_empty() { "case".into() } else { stem }
}

/// A file to keep.
pub fn download(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_string()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_hold_letters_digits_and_underscores() {
        assert_eq!(stem("Müller, K. (links)"), "mueller_k_links");
        assert_eq!(stem("../../etc/passwd"), "etc_passwd");
        assert_eq!(stem("Łukasz Żak / Søren Groß"), "lukasz_zak_soren_gross");
        assert_eq!(stem("日本"), "ri_ben");
        assert_eq!(stem("?!"), "case");
        assert_eq!(stem("José Ångström-Čapek"), "jose_angstroem_capek");
        assert_eq!(stem("Jose\u{301} Mu\u{308}ller"), "jose_mueller");
    }
}
