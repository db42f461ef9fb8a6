//! The snapshots kept in flash, oldest first; the oldest make room. Power may fail at any instant: what was appended
//! stays, and what was being appended is there whole or not at all.

use crate::adapter::{SNAPSHOT, Snapshot};
use embassy_embedded_hal::adapter::BlockingAsync;
use embassy_futures::block_on;
use embedded_storage::nor_flash::NorFlash;
use sequential_storage::cache::{Cache, Uncached};
use sequential_storage::queue::{QueueConfig, QueueStorage};

/// Bytes read at once while pages are looked at.
const CHUNK: usize = 64;

type Queue<F> = QueueStorage<BlockingAsync<F>, Cache<Uncached, Uncached, Uncached>>;

/// The log in a flash of its own. Whoever appends learns nothing of a broken flash: control goes on without a log.
pub struct Log<F: NorFlash>(Option<Queue<F>>);

impl<F: NorFlash> Log<F> {
    /// The log in the whole of `flash`, three pages or more.
    pub fn new(mut flash: F) -> Self {
        finish_erasing(&mut flash);
        let config = u32::try_from(flash.capacity()).ok().and_then(|end| QueueConfig::try_new(0..end).ok());
        Self(config.map(|config| QueueStorage::new(BlockingAsync::new(flash), config, Cache::new_uncached())))
    }

    /// Keeps a snapshot.
    pub fn append(&mut self, snapshot: &Snapshot) -> Option<()> {
        block_on(self.0.as_mut()?.push(snapshot, true)).ok()
    }

    /// Shows every snapshot.
    pub fn each(&mut self, mut show: impl FnMut(&Snapshot)) -> Option<()> {
        let mut entries = block_on(self.0.as_mut()?.iter()).ok()?;
        // The storage takes whole words.
        let mut words = [0; SNAPSHOT.next_multiple_of(4)];
        while let Some(entry) = block_on(entries.next(&mut words)).ok()? {
            if let Ok(snapshot) = <&Snapshot>::try_from(&*entry) {
                show(snapshot);
            }
        }
        Some(())
    }
}

/// What the queue's marks at both ends of a page say: the first is set when the page is begun, the last when it is full.
#[derive(Clone, Copy, Default)]
struct Page {
    begun: bool,
    full: bool,
    blank: bool,
}

/// Erases again what power left half erased. The queue looks at a page's marks alone, but half erased means any byte
/// may be left: a page not begun is then not blank, or two pages in turn are begun and not full.
fn finish_erasing<F: NorFlash>(flash: &mut F) -> Option<()> {
    let pages = flash.capacity() / F::ERASE_SIZE;
    let mut before = look(flash, pages.checked_sub(1)?)?;
    for page in 0..pages {
        let this = look(flash, page)?;
        let twice = before.begun && !before.full && !this.full;
        if !this.blank && (!this.begun || twice) {
            let start = u32::try_from(page * F::ERASE_SIZE).ok()?;
            flash.erase(start, start + F::ERASE_SIZE as u32).ok()?;
        }
        before = this;
    }
    Some(())
}

fn look<F: NorFlash>(flash: &mut F, page: usize) -> Option<Page> {
    const { assert!(F::READ_SIZE == 1 && F::ERASE_SIZE.is_multiple_of(CHUNK)) };
    let marked = |byte: u8| byte.count_zeros() >= 4;
    let mut found = Page { blank: true, ..Page::default() };
    let mut chunk = [0; CHUNK];
    for offset in (0..F::ERASE_SIZE).step_by(CHUNK) {
        flash.read(u32::try_from(page * F::ERASE_SIZE + offset).ok()?, &mut chunk).ok()?;
        found.begun |= offset == 0 && marked(chunk[0]);
        found.full = marked(chunk[CHUNK - 1]);
        found.blank &= chunk.iter().all(|byte| *byte == 0xFF);
    }
    Some(found)
}
