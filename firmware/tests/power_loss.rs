//! Power fails at every single operation of the flash: what was appended stays, in order, and the log goes on.

use embedded_storage::nor_flash::{ErrorType, NorFlash, NorFlashError, NorFlashErrorKind, ReadNorFlash};
use firmware::{Log, SLOT, SNAPSHOT, Snapshot};

const PAGE: usize = 512;
const PAGES: usize = 4;
const WORD: usize = 4;
/// Enough to go round the pages six times.
const SNAPSHOTS: u64 = 100;
/// What is kept while a page is erased.
const KEPT: u64 = ((PAGES - 1) * PAGE / SLOT) as u64;

/// Flash that loses its supply in the middle of an operation, a word written or a page erased.
struct Flash<'a> {
    bytes: &'a mut [u8; PAGE * PAGES],
    operations_left: usize,
    /// Which bytes of an interrupted operation were done.
    done: Done,
}

/// Whether a byte of an operation was done: its place, how many there are.
type Done = fn(usize, usize) -> bool;

/// Physics promises nothing about what an interrupted operation leaves.
const LEFT: [(&str, Done); 6] = [
    ("nothing", |_, _| false),
    ("all", |_, _| true),
    ("the first half", |at, length| at < length / 2),
    ("the second half", |at, length| at >= length / 2),
    ("both ends", |at, length| at < length / 4 || at >= length - length / 4),
    ("every other byte", |at, _| at % 2 == 0),
];

#[derive(Debug)]
struct PowerLost;

impl NorFlashError for PowerLost {
    fn kind(&self) -> NorFlashErrorKind {
        NorFlashErrorKind::Other
    }
}

impl Flash<'_> {
    /// One operation on `length` bytes from `start`.
    fn operate(&mut self, start: usize, length: usize, change: impl Fn(usize, &mut u8)) -> Result<(), PowerLost> {
        let left = self.operations_left;
        self.operations_left = left.saturating_sub(1);
        for (at, byte) in self.bytes[start..start + length].iter_mut().enumerate() {
            if left > 1 || (left == 1 && (self.done)(at, length)) {
                change(at, byte);
            }
        }
        if left > 1 { Ok(()) } else { Err(PowerLost) }
    }
}

impl ErrorType for Flash<'_> {
    type Error = PowerLost;
}

impl ReadNorFlash for Flash<'_> {
    const READ_SIZE: usize = 1;

    fn read(&mut self, offset: u32, bytes: &mut [u8]) -> Result<(), PowerLost> {
        bytes.copy_from_slice(&self.bytes[offset as usize..][..bytes.len()]);
        Ok(())
    }

    fn capacity(&self) -> usize {
        self.bytes.len()
    }
}

impl NorFlash for Flash<'_> {
    const WRITE_SIZE: usize = WORD;
    const ERASE_SIZE: usize = PAGE;

    fn erase(&mut self, from: u32, to: u32) -> Result<(), PowerLost> {
        (from as usize..to as usize).step_by(PAGE).try_for_each(|page| self.operate(page, PAGE, |_, byte| *byte = 0xFF))
    }

    /// Bits can only be cleared.
    fn write(&mut self, offset: u32, bytes: &[u8]) -> Result<(), PowerLost> {
        let words = bytes.chunks(WORD).enumerate();
        words.into_iter().try_for_each(|(index, word)| {
            self.operate(offset as usize + index * WORD, WORD, |at, byte| *byte &= word[at])
        })
    }
}

fn snapshot(number: u64) -> Snapshot {
    let mut snapshot = [0xA5; SNAPSHOT];
    snapshot[..8].copy_from_slice(&number.to_le_bytes());
    snapshot
}

/// Oldest first.
fn history(bytes: &mut [u8; PAGE * PAGES]) -> Vec<u64> {
    let mut numbers = vec![];
    let mut log = Log::new(Flash { bytes, operations_left: usize::MAX, done: LEFT[0].1 });
    log.newest(|snapshot, why| {
        assert_eq!(why, WHY);
        numbers.push(u64::from_le_bytes(snapshot[..8].try_into().unwrap()));
        None::<()>
    });
    numbers.reverse();
    numbers
}

const WHY: u8 = 2;

/// Appends until power fails; how many were acknowledged.
fn fill(bytes: &mut [u8; PAGE * PAGES], operations_left: usize, done: Done) -> u64 {
    let mut log = Log::new(Flash { bytes, operations_left, done });
    (0..SNAPSHOTS).take_while(|number| log.append(&snapshot(*number), WHY).is_some()).count() as u64
}

#[test]
fn sr_044_the_log_survives_power_loss_at_any_operation() {
    for (left, done) in LEFT {
        for operations in 1.. {
            let mut bytes = [0xFF; PAGE * PAGES];
            let acknowledged = fill(&mut bytes, operations, done);
            let place = format!("operation {operations} left {left} of itself");
            let numbers = history(&mut bytes);
            let end = numbers.last().map_or(0, |last| last + 1);
            assert!(end == acknowledged || end == acknowledged + 1, "{place}: {end} of {acknowledged}");
            assert!(numbers.windows(2).all(|pair| pair[1] > pair[0]), "{place}: {numbers:?}");
            let newest = numbers.iter().rev().zip((0..end).rev()).take_while(|(kept, number)| *kept == number);
            assert!(newest.count() as u64 >= acknowledged.min(KEPT), "{place}: {numbers:?} of {acknowledged}");
            let mut log = Log::new(Flash { bytes: &mut bytes, operations_left: usize::MAX, done });
            log.append(&snapshot(end), WHY).expect("the log goes on");
            assert_eq!(history(&mut bytes).last(), Some(&end), "{place}");
            if acknowledged == SNAPSHOTS {
                break;
            }
        }
    }
}

#[test]
fn a_log_in_flash_that_holds_anything_else_begins_anew() {
    for left in [0x00, 0x5A, 0xA5] {
        let mut bytes = [left; PAGE * PAGES];
        assert_eq!(history(&mut bytes), []);
        assert_eq!(fill(&mut bytes, usize::MAX, LEFT[0].1), SNAPSHOTS);
        assert_eq!(history(&mut bytes).last(), Some(&(SNAPSHOTS - 1)));
    }
}

#[test]
fn a_slot_that_is_not_blank_is_passed_over() {
    let mut bytes = [0xFF; PAGE * PAGES];
    assert_eq!(fill(&mut bytes, usize::MAX, LEFT[0].1), SNAPSHOTS);
    // After one more, the slot that is due lies in a page that was begun; a byte of it holds something.
    let due = (SNAPSHOTS as usize * SLOT) % (PAGE * PAGES);
    let mut log = Log::new(Flash { bytes: &mut bytes, operations_left: usize::MAX, done: LEFT[0].1 });
    log.append(&snapshot(SNAPSHOTS), WHY).unwrap();
    bytes[due + SLOT] = 0;
    let mut log = Log::new(Flash { bytes: &mut bytes, operations_left: usize::MAX, done: LEFT[0].1 });
    log.append(&snapshot(SNAPSHOTS + 1), WHY).unwrap();
    assert_eq!(history(&mut bytes).iter().rev().take(2).copied().collect::<Vec<_>>(), [SNAPSHOTS + 1, SNAPSHOTS]);
}
