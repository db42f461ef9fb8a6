//! # Check sums
//!
//! **Stands for** knowing that bytes are the ones that were written.
//!
//! **Equations** CRC-32 of IEEE 802.3 (reflected, polynomial 0xEDB88320), four bits at a time: a table of 64 bytes. A
//! bit at a time, the compiler makes a table of a kilobyte of it.
//!
//! **Assumptions** none. **Tests** the check value of "123456789" is 0xCBF43926.

/// The check sum of some bytes.
pub(crate) const fn crc32(bytes: &[u8]) -> u32 {
    !over(u32::MAX, bytes)
}

/// What four bits more do to a sum that was nothing.
const FOUR: [u32; 16] = {
    let mut table = [0; 16];
    let mut index = 0;
    while index < 16 {
        let (mut crc, mut bit) = (index as u32, 0);
        while bit < 4 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
            bit += 1;
        }
        table[index] = crc;
        index += 1;
    }
    table
};

/// The sum so far carried over more bytes; the first begins with all ones, the last one is turned over.
pub(crate) const fn over(mut crc: u32, mut bytes: &[u8]) -> u32 {
    while let Some((byte, rest)) = bytes.split_first() {
        bytes = rest;
        crc ^= *byte as u32;
        crc = (crc >> 4) ^ FOUR[(crc & 15) as usize];
        crc = (crc >> 4) ^ FOUR[(crc & 15) as usize];
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
