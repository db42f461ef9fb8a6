//! The pages of flash for the log and for the record of settings, by the registers of NVMC. The HAL's own checks bounds and can
//! panic.
#![expect(unsafe_code, reason = "these pages are flash that no object of the program lies in")]

use control::SETTINGS_RECORD_BYTES;
use embedded_storage::nor_flash::{ErrorType, NorFlash, NorFlashErrorKind, ReadNorFlash};
use nrf52840_hal::pac::NVMC;

/// The log has the last 128 KiB: the memory map ends the program far before.
const START: usize = 0x000E_0000;
const LENGTH: usize = 0x0002_0000;
const WORD: usize = 4;

/// The page before them.
const RECORD: usize = 0x000D_F000;

/// What stands where a record of settings may have been written.
pub fn record() -> [u8; SETTINGS_RECORD_BYTES] {
    // SAFETY: flash, which can be read at any time.
    unsafe { (RECORD as *const [u8; SETTINGS_RECORD_BYTES]).read_volatile() }
}

/// The log's pages.
pub struct Pages(pub NVMC);

impl Pages {
    /// The address of some bytes that lie within the pages.
    fn address(offset: u32, length: usize) -> Result<usize, NorFlashErrorKind> {
        let start = offset as usize;
        let fits = start.checked_add(length).is_some_and(|end| end <= LENGTH);
        if fits { Ok(START.wrapping_add(start)) } else { Err(NorFlashErrorKind::OutOfBounds) }
    }

    fn wait(&self) {
        while !self.0.ready.read().ready().bit_is_set() {}
    }
}

impl ErrorType for Pages {
    type Error = NorFlashErrorKind;
}

impl ReadNorFlash for Pages {
    const READ_SIZE: usize = 1;

    fn read(&mut self, offset: u32, bytes: &mut [u8]) -> Result<(), NorFlashErrorKind> {
        let address = Self::address(offset, bytes.len())?;
        for (at, byte) in bytes.iter_mut().enumerate() {
            // SAFETY: within the pages.
            *byte = unsafe { ((address.wrapping_add(at)) as *const u8).read_volatile() };
        }
        Ok(())
    }

    fn capacity(&self) -> usize {
        LENGTH
    }
}

impl NorFlash for Pages {
    const WRITE_SIZE: usize = WORD;
    const ERASE_SIZE: usize = 4_096;

    fn erase(&mut self, from: u32, to: u32) -> Result<(), NorFlashErrorKind> {
        let address = Self::address(from, to.wrapping_sub(from) as usize)?;
        if from > to || !address.is_multiple_of(Self::ERASE_SIZE) {
            return Err(NorFlashErrorKind::NotAligned);
        }
        self.0.config.write(|w| w.wen().een());
        for offset in (from..to).step_by(Self::ERASE_SIZE) {
            self.0.erasepage().write(|w| unsafe { w.bits(offset.wrapping_add(START as u32)) });
            self.wait();
        }
        self.0.config.write(|w| w.wen().ren());
        Ok(())
    }

    fn write(&mut self, offset: u32, bytes: &[u8]) -> Result<(), NorFlashErrorKind> {
        let address = Self::address(offset, bytes.len())?;
        let (words, rest) = bytes.as_chunks();
        if !address.is_multiple_of(WORD) || !rest.is_empty() {
            return Err(NorFlashErrorKind::NotAligned);
        }
        self.0.config.write(|w| w.wen().wen());
        for (at, word) in words.iter().enumerate() {
            // SAFETY: within the pages, whole words.
            unsafe {
                (address.wrapping_add(at.wrapping_mul(WORD)) as *mut u32).write_volatile(u32::from_le_bytes(*word))
            };
            self.wait();
        }
        self.0.config.write(|w| w.wen().ren());
        Ok(())
    }
}
