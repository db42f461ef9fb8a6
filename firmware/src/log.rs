//! The snapshots kept in flash; the oldest make room. Power may fail at any instant: what was appended stays, and what was
//! being appended is there whole or not at all.
//!
//! | bytes of a slot | |
//! |---|---|
//! | 0–3 | number, from 1, u32 |
//! | 4–116 | snapshot, which has a check sum of its own |
//! | 117 | why the processor had begun, as the board says it |
//! | 118–123 | blank |
//! | 124–127 | the number with every bit the other way: written last |
//!
//! Slots follow each other round and round. A page is erased when its first slot is due, unless it is blank; a slot that power
//! left half written is passed over.

use crate::adapter::{SNAPSHOT, Snapshot};
use embedded_storage::nor_flash::NorFlash;

/// Bytes of a slot.
pub const SLOT: usize = 128;
const _: () = assert!(4 + SNAPSHOT < SLOT - 4);

/// The log in a flash of its own. Whoever appends learns only whether it is kept: control goes on without a log.
pub struct Log<F: NorFlash> {
    flash: F,
    slots: u32,
    /// The slot that is written next, and its number.
    next: u32,
    number: u32,
}

impl<F: NorFlash> Log<F> {
    /// Slots of a page.
    const PAGE: u32 = (F::ERASE_SIZE / SLOT) as u32;

    /// The log in the whole of `flash`, two pages or more.
    pub fn new(flash: F) -> Self {
        const { assert!(F::READ_SIZE == 1 && SLOT.is_multiple_of(F::WRITE_SIZE) && F::ERASE_SIZE.is_multiple_of(SLOT)) };
        let slots = u32::try_from(flash.capacity() / SLOT).unwrap_or(0);
        let mut log = Self { flash, slots, next: 0, number: 1 };
        for slot in 0..slots {
            if let Some((number, _)) = log.whole(slot).filter(|(number, _)| *number >= log.number) {
                (log.number, log.next) = (number.saturating_add(1), log.after(slot));
            }
        }
        log
    }

    /// Whether the next snapshot finds a slot without an erase, which stops the processor for some time.
    pub fn fits(&mut self) -> bool {
        self.next.checked_rem(Self::PAGE) != Some(0) || self.blank(self.next, Self::PAGE)
    }

    /// Keeps a snapshot, and why the processor had begun.
    pub fn append(&mut self, snapshot: &Snapshot, why: u8) -> Option<()> {
        let mut slot = [0xFF; SLOT];
        let (number, rest) = slot.split_first_chunk_mut()?;
        *number = self.number.to_le_bytes();
        let (kept, rest) = rest.split_first_chunk_mut()?;
        *kept = *snapshot;
        *rest.first_mut()? = why;
        *rest.last_chunk_mut()? = (!self.number).to_le_bytes();
        // The slot after a page that was just begun is blank, or the flash is worn.
        for _ in 0..=Self::PAGE {
            let place = self.next;
            if !self.fits() {
                self.flash.erase(self.at(place)?, self.at(place.checked_add(Self::PAGE)?)?).ok()?;
            }
            self.next = self.after(place);
            if self.blank(place, 1) {
                self.flash.write(self.at(place)?, &slot).ok()?;
                let (number, read) = self.whole(place)?;
                self.number = self.number.saturating_add(1);
                return (number == self.number.wrapping_sub(1) && read.get(4..) == slot.get(4..)).then_some(());
            }
        }
        None
    }

    /// The newest snapshot of which `read` makes something, with why the processor had begun.
    pub fn newest<T>(&mut self, mut read: impl FnMut(&Snapshot, u8) -> Option<T>) -> Option<T> {
        let mut slot = self.next;
        for _ in 0..self.slots {
            slot = slot.checked_sub(1).unwrap_or(self.slots.saturating_sub(1));
            let (_, bytes) = self.whole(slot).unzip();
            let found = bytes.and_then(|bytes| {
                let (snapshot, rest) = bytes.get(4..)?.split_first_chunk()?;
                read(snapshot, *rest.first()?)
            });
            if found.is_some() {
                return found;
            }
        }
        None
    }

    const fn after(&self, slot: u32) -> u32 {
        if slot.saturating_add(1) < self.slots { slot.saturating_add(1) } else { 0 }
    }

    fn at(&self, slot: u32) -> Option<u32> {
        slot.checked_mul(SLOT as u32)
    }

    fn read(&mut self, slot: u32) -> Option<[u8; SLOT]> {
        let mut bytes = [0; SLOT];
        self.flash.read(self.at(slot)?, &mut bytes).ok()?;
        Some(bytes)
    }

    /// A slot's number and bytes, if it was written whole.
    fn whole(&mut self, slot: u32) -> Option<(u32, [u8; SLOT])> {
        let bytes = self.read(slot)?;
        let number = u32::from_le_bytes(*bytes.first_chunk()?);
        (u32::from_le_bytes(*bytes.last_chunk()?) == !number && number > 0).then_some((number, bytes))
    }

    fn blank(&mut self, slot: u32, slots: u32) -> bool {
        (slot..slot.saturating_add(slots)).all(|slot| self.read(slot).is_some_and(|bytes| bytes == [0xFF; SLOT]))
    }
}
