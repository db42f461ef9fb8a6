//! A fingerprint of what something was made from, so that what is stale is found, and what is another's.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// SHA-256 of texts in their order, as 64 hexadecimal digits.
pub fn fingerprint<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut digest = Sha256::new();
    for text in texts {
        digest.update(text);
        // A separator that no text contains: two texts are not their concatenation.
        digest.update([0xff]);
    }
    hex(&digest.finalize())
}

/// A digest as hexadecimal digits.
pub fn hex(digest: &[u8]) -> String {
    digest.iter().fold(String::with_capacity(2 * digest.len()), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// Whether a fingerprint is of before SHA-256: it had 16 digits, and cannot be compared with one of today.
pub fn is_of_before(fingerprint: &str) -> bool {
    fingerprint.len() == 16
}

/// The line that carries a fingerprint in a generated document.
pub fn line(fingerprint: &str) -> String {
    format!("fingerprint of parameters, published tables and case: `{fingerprint}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_change_and_any_shift_between_texts_changes_the_fingerprint() {
        let of = |texts: &[&str]| fingerprint(texts.iter().copied());
        assert_eq!(of(&["a", "b"]), of(&["a", "b"]));
        assert_ne!(of(&["a", "b"]), of(&["ab"]));
        assert_ne!(of(&["a", "b"]), of(&["b", "a"]));
        assert!(!is_of_before(&of(&["a"])) && is_of_before("cbf29ce484222325"));
    }

    #[test]
    fn it_is_the_sha_256_of_the_texts() {
        // printf '\xff' | sha256sum
        let of_nothing = "a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89";
        assert_eq!(fingerprint([""]), of_nothing);
    }
}
