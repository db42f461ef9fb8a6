//! The reports kept in flash, oldest first; the oldest make room. Power may fail at any instant: what was appended
//! stays, and what was being appended is there whole or not at all.

use crate::adapter::{REPORT, Report};
use embassy_embedded_hal::adapter::BlockingAsync;
use embassy_futures::block_on;
use embedded_storage::nor_flash::NorFlash;
use sequential_storage::cache::{Cache, Uncached};
use sequential_storage::queue::{QueueConfig, QueueStorage};

type Queue<F> = QueueStorage<BlockingAsync<F>, Cache<Uncached, Uncached, Uncached>>;

/// The log in a flash of its own. Whoever appends learns nothing of a broken flash: control goes on without a log.
pub struct Log<F: NorFlash>(Option<Queue<F>>);

impl<F: NorFlash> Log<F> {
    /// The log in the whole of `flash`.
    pub fn new(flash: F) -> Self {
        let config = u32::try_from(flash.capacity()).ok().and_then(|end| QueueConfig::try_new(0..end).ok());
        Self(config.map(|config| QueueStorage::new(BlockingAsync::new(flash), config, Cache::new_uncached())))
    }

    /// Keeps a report.
    pub fn append(&mut self, report: &Report) -> Option<()> {
        block_on(self.0.as_mut()?.push(report, true)).ok()
    }

    /// Shows every report.
    pub fn each(&mut self, mut show: impl FnMut(&Report)) -> Option<()> {
        let mut entries = block_on(self.0.as_mut()?.iter()).ok()?;
        // The storage takes whole words.
        let mut report = [0; REPORT];
        while let Some(entry) = block_on(entries.next(&mut report)).ok()? {
            if let Ok(report) = <&Report>::try_from(&*entry) {
                show(report);
            }
        }
        Some(())
    }
}
