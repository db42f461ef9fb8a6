//! Joins corners whose coordinates are the same, bit for bit: what a file without shared vertices has lost.

use super::builder::Builder;
use super::{FormatError, Place};

/// A builder's vertices, found by their coordinates.
pub(super) struct Welder {
    /// Index of a vertex and one; 0 is free. At most half are taken, their number is a power of two.
    slots: Vec<u32>,
    salt: u64,
}

impl Welder {
    /// The salt comes from the file, so that no file can be made whose coordinates all fall together.
    pub(super) fn new(file: &[u8]) -> Self {
        let (words, rest) = file.as_chunks::<8>();
        let salt = words.iter().fold(rest.len() as u64, |hash, word| mix(hash, u64::from_le_bytes(*word)));
        Self { slots: vec![0; 1024], salt }
    }

    /// The index of the vertex at `point`, a new one where there is none yet.
    pub(super) fn vertex(
        &mut self,
        builder: &mut Builder,
        point: [f64; 3],
        place: impl FnOnce() -> Place,
    ) -> Result<u32, FormatError> {
        // −0 and 0 are one coordinate.
        let point = point.map(|coordinate| coordinate + 0.0);
        // What is no number is like nothing else, and would be sought through every slot.
        if !finite(&point) {
            return builder.vertex(point, place);
        }
        let slot = self.slot(builder, point);
        if let Some(vertex) = self.slots[slot].checked_sub(1) {
            return Ok(vertex);
        }
        let vertex = builder.vertex(point, place)?;
        self.slots[slot] = vertex + 1;
        if (vertex as usize + 1) * 2 > self.slots.len() {
            let more = self.slots.len() * 2;
            self.slots = vec![0; more];
            for vertex in (0..=vertex).filter(|vertex| finite(&builder.point(*vertex))) {
                let slot = self.slot(builder, builder.point(vertex));
                self.slots[slot] = vertex + 1;
            }
        }
        Ok(vertex)
    }

    /// Where the point's vertex is, or would be.
    fn slot(&self, builder: &Builder, point: [f64; 3]) -> usize {
        let mask = self.slots.len() - 1;
        let hash = point.iter().fold(self.salt, |hash, coordinate| mix(hash, coordinate.to_bits()));
        let mut slot = (hash >> 20) as usize & mask;
        while self.slots[slot] != 0 && builder.point(self.slots[slot] - 1) != point {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

fn finite(point: &[f64; 3]) -> bool {
    point.iter().all(|coordinate| coordinate.is_finite())
}

/// One more word into a hash.
fn mix(hash: u64, word: u64) -> u64 {
    let product = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ product >> 32
}
