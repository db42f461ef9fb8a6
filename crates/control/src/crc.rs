//! # Check sums
//!
//! **Stands for** knowing that bytes are the ones that were written.
//!
//! **Equations** CRC-32 of IEEE 802.3 (reflected, polynomial 0xEDB88320), a bit at a time: frames are short, flash is not.
//!
//! **Assumptions** none. **Tests** the check value of "123456789" is 0xCBF43926.

/// The check sum of some bytes.
pub(crate) const fn crc32(bytes: &[u8]) -> u32 {
    !over(u32::MAX, bytes)
}

/// The sum so far carried over more bytes; the first begins with all ones, the last one is turned over.
pub(crate) const fn over(mut crc: u32, mut bytes: &[u8]) -> u32 {
    while let Some((byte, rest)) = bytes.split_first() {
        bytes = rest;
        crc ^= *byte as u32;
        let mut bit = 0;
        while bit < 8 {
            let odd = crc & 1 == 1;
            crc >>= 1;
            if odd {
                crc ^= 0xedb8_8320;
            }
            bit += 1;
        }
    }
    crc
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_value_is_the_published_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }
}
