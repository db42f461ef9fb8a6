//! Percent-encoding (RFC 3986).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

/// What a path may have in a query as it is.
const OTHERS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'/');

/// A path as part of a query.
pub fn encoded(path: &str) -> PercentEncode<'_> {
    utf8_percent_encode(path, OTHERS)
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn what_a_query_would_misread_is_encoded() {
        assert_eq!(encoded("/cases/a-1_b.2?x=1&y=ß #").to_string(), "/cases/a-1_b.2%3Fx%3D1%26y%3D%C3%9F%20%23");
    }
}
