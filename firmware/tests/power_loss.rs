//! Power fails at every single operation of the flash: what was appended stays, in order, and the log goes on.

use embedded_storage::nor_flash::{ErrorType, NorFlash, NorFlashError, NorFlashErrorKind, ReadNorFlash};
use firmware::{Log, REPORT, Report};

const PAGE: usize = 512;
const PAGES: usize = 4;
const WORD: usize = 4;
/// Enough to go round the pages twice.
const REPORTS: u64 = 100;

/// Flash that loses its supply in the middle of an operation, a word written or a page erased.
struct Flash<'a> {
    bytes: &'a mut [u8; PAGE * PAGES],
    operations_left: usize,
    /// What an interrupted operation leaves: the first or the second half of it was done.
    first_half: bool,
}

#[derive(Debug)]
struct PowerLost;

impl NorFlashError for PowerLost {
    fn kind(&self) -> NorFlashErrorKind {
        NorFlashErrorKind::Other
    }
}

impl Flash<'_> {
    /// The part of a range that is still worked on.
    fn supplied(&mut self, length: usize) -> (std::ops::Range<usize>, Result<(), PowerLost>) {
        let left = self.operations_left;
        self.operations_left = left.saturating_sub(1);
        match (left, self.first_half) {
            (0, _) => (0..0, Err(PowerLost)),
            (1, true) => (0..length / 2, Err(PowerLost)),
            (1, false) => (length / 2..length, Err(PowerLost)),
            _ => (0..length, Ok(())),
        }
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
        for page in (from as usize..to as usize).step_by(PAGE) {
            let (part, supplied) = self.supplied(PAGE);
            self.bytes[page..][part].fill(0xFF);
            supplied?;
        }
        Ok(())
    }

    fn write(&mut self, offset: u32, bytes: &[u8]) -> Result<(), PowerLost> {
        for (word, new) in self.bytes[offset as usize..].chunks_mut(WORD).zip(bytes.chunks(WORD)) {
            // Bits can only be cleared, and here an interrupted word clears those of half its bytes.
            let left = self.operations_left;
            let first_half = self.first_half;
            self.operations_left = left.saturating_sub(1);
            for (index, (byte, new)) in word.iter_mut().zip(new).enumerate() {
                if left > 1 || (left == 1 && (index < WORD / 2) == first_half) {
                    *byte &= new;
                }
            }
            if left < 2 {
                return Err(PowerLost);
            }
        }
        Ok(())
    }
}

fn report(number: u64) -> Report {
    let mut report = [0xA5; REPORT];
    report[..8].copy_from_slice(&number.to_le_bytes());
    report
}

fn history(bytes: &mut [u8; PAGE * PAGES]) -> Vec<u64> {
    let mut numbers = vec![];
    Log::new(Flash { bytes, operations_left: usize::MAX, first_half: true })
        .each(|report| numbers.push(u64::from_le_bytes(report[..8].try_into().unwrap())))
        .expect("the log is readable");
    numbers
}

/// Appends until power fails; how many were acknowledged.
fn fill(bytes: &mut [u8; PAGE * PAGES], operations_left: usize, first_half: bool) -> u64 {
    let mut log = Log::new(Flash { bytes, operations_left, first_half });
    (0..REPORTS).take_while(|number| log.append(&report(*number)).is_some()).count() as u64
}

#[test]
fn the_log_survives_power_loss_at_any_operation() {
    for first_half in [true, false] {
        for operations in 0.. {
            let mut bytes = [0xFF; PAGE * PAGES];
            let acknowledged = fill(&mut bytes, operations, first_half);
            let place = format!("power lost at operation {operations}, first half {first_half}");
            let numbers = history(&mut bytes);
            let end = numbers.last().map_or(0, |last| last + 1);
            assert!(end == acknowledged || end == acknowledged + 1, "{place}: {end} of {acknowledged}");
            assert!(numbers.windows(2).all(|pair| pair[1] == pair[0] + 1), "{place}: {numbers:?}");
            assert!(numbers.len() as u64 >= acknowledged.min(20), "{place}: only {} are left", numbers.len());
            let mut log = Log::new(Flash { bytes: &mut bytes, operations_left: usize::MAX, first_half });
            log.append(&report(end)).expect("the log goes on");
            assert_eq!(history(&mut bytes).last(), Some(&end), "{place}");
            if acknowledged == REPORTS {
                break;
            }
        }
    }
}
