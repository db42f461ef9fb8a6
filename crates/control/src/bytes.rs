//! # Bytes
//!
//! **Stands for** a fixed layout, written and read in one order, little-endian, without a way to run over the end.
//!
//! **Rules** what does not fit is not written and what is not there reads as `None`; floats go as their bits.
//!
//! **Assumptions** the reader knows the layout (a version byte says which). **Tests** what is written is read.

/// Writes into a slice.
pub(crate) struct Writer<'a> {
    into: &'a mut [u8],
    at: usize,
}

impl<'a> Writer<'a> {
    pub fn new(into: &'a mut [u8]) -> Self {
        Self { into, at: 0 }
    }

    pub fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if let Some(slot) = self.into.get_mut(self.at) {
                *slot = *byte;
                self.at = self.at.saturating_add(1);
            }
        }
    }

    pub fn u8(&mut self, value: u8) {
        self.bytes(&[value]);
    }
    pub fn u16(&mut self, value: u16) {
        self.bytes(&value.to_le_bytes());
    }
    pub fn i16(&mut self, value: i16) {
        self.bytes(&value.to_le_bytes());
    }
    pub fn u32(&mut self, value: u32) {
        self.bytes(&value.to_le_bytes());
    }
    pub fn u64(&mut self, value: u64) {
        self.bytes(&value.to_le_bytes());
    }
    pub fn f32(&mut self, value: f32) {
        self.u32(value.to_bits());
    }
    pub fn f64(&mut self, value: f64) {
        self.u64(value.to_bits());
    }
    pub fn written(&self) -> usize {
        self.at
    }
}

/// Reads from a slice.
pub(crate) struct Reader<'a> {
    from: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn new(from: &'a [u8]) -> Self {
        Self { from }
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.from.split_first_chunk::<N>()?;
        self.from = rest;
        Some(*first)
    }

    pub fn u8(&mut self) -> Option<u8> {
        self.take().map(u8::from_le_bytes)
    }
    pub fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }
    pub fn i16(&mut self) -> Option<i16> {
        self.take().map(i16::from_le_bytes)
    }
    pub fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }
    pub fn u64(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }
    pub fn f32(&mut self) -> Option<f32> {
        self.u32().map(f32::from_bits)
    }
    pub fn f64(&mut self) -> Option<f64> {
        self.u64().map(f64::from_bits)
    }
    pub fn is_empty(&self) -> bool {
        self.from.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_nothing_runs_over_the_end() {
        let mut buffer = [0; 17];
        let mut writer = Writer::new(&mut buffer);
        writer.u8(7);
        writer.i16(-3);
        writer.u16(65_000);
        writer.f32(1.5);
        writer.f64(-2.25);
        writer.u64(u64::MAX);
        assert_eq!(writer.written(), 17);
        let mut reader = Reader::new(&buffer);
        assert_eq!((reader.u8(), reader.i16(), reader.u16()), (Some(7), Some(-3), Some(65_000)));
        assert_eq!((reader.f32(), reader.f64(), reader.u32()), (Some(1.5), Some(-2.25), None));
        assert!(reader.is_empty() && reader.u8().is_none());
    }
}
