//! A fingerprint of what a generated document was made from, so that a stale one is found.

/// FNV-1a, 64 bits, of texts in their order, as 16 hexadecimal digits.
pub fn fingerprint<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for text in texts {
        // A separator that no text contains: two texts are not their concatenation.
        for byte in text.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
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
        assert_eq!(of(&["a"]).len(), 16);
    }
}
