//! Slots for uploads, taken before their bytes are read: whoever has none waits. So the memory for what many send at once is
//! bounded, and no visitor takes every slot.

use super::error::HttpError;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Uploads of scans, cases and backups at once, up to 65 MiB each in memory and as much again while it grows.
const LARGE_AT_ONCE: usize = 3;

/// Of one visitor.
const LARGE_OF_ONE: usize = 1;

/// Forms and texts at once, up to 4 MiB each.
const FORMS_AT_ONCE: usize = 16;

/// Of one visitor.
const FORMS_OF_ONE: usize = 4;

/// What one visitor may have waiting or read; more is refused.
const WAITING_OF_ONE: usize = 16;

/// Seconds after which a visitor who was refused may ask again.
const ASK_AGAIN_S: u64 = 5;

/// Slots for large requests and for forms.
pub struct UploadSlots {
    /// For uploads.
    pub large: Pool,
    /// For forms and texts.
    pub forms: Pool,
}

/// Slots for one kind of request.
pub struct Pool {
    all: Arc<Semaphore>,
    of_one: usize,
    visitors: Mutex<HashMap<String, Weak<OfVisitor>>>,
}

/// The slots of one visitor.
struct OfVisitor {
    slots: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

/// A slot, until it is dropped.
pub struct Slot {
    _held: [OwnedSemaphorePermit; 3],
    _own: Arc<OfVisitor>,
}

impl Default for UploadSlots {
    fn default() -> Self {
        let pool = |all, of_one| Pool { all: Arc::new(Semaphore::new(all)), of_one, visitors: Mutex::default() };
        Self { large: pool(LARGE_AT_ONCE, LARGE_OF_ONE), forms: pool(FORMS_AT_ONCE, FORMS_OF_ONE) }
    }
}

impl Pool {
    fn own(&self, visitor: &str) -> Arc<OfVisitor> {
        let mut visitors = self.visitors.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = visitors.get(visitor).and_then(Weak::upgrade) {
            return own;
        }
        visitors.retain(|_, own| own.strong_count() > 0);
        let (slots, waiting) = (Semaphore::new(self.of_one), Semaphore::new(WAITING_OF_ONE));
        let own = Arc::new(OfVisitor { slots: Arc::new(slots), waiting: Arc::new(waiting) });
        visitors.insert(visitor.to_string(), Arc::downgrade(&own));
        own
    }

    /// A slot, once there is one. The visitor's own comes first, so that who waits for that takes none from others.
    ///
    /// # Errors
    /// [`HttpError::TooManyRequests`] where the visitor waits for too many already.
    pub async fn take(&self, visitor: &str) -> Result<Slot, HttpError> {
        let own = self.own(visitor);
        let waiting =
            Arc::clone(&own.waiting).try_acquire_owned().map_err(|_| HttpError::TooManyRequests(ASK_AGAIN_S))?;
        let slot = Arc::clone(&own.slots).acquire_owned().await.map_err(|_| HttpError::Busy)?;
        let of_all = Arc::clone(&self.all).acquire_owned().await.map_err(|_| HttpError::Busy)?;
        Ok(Slot { _held: [waiting, slot, of_all], _own: own })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_visitor_takes_no_more_than_their_own_slots_and_many_no_more_than_there_are() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let slots = Arc::new(UploadSlots::default());
            let ask = |name: String| {
                let slots = Arc::clone(&slots);
                tokio::spawn(async move { slots.large.take(&name).await })
            };
            let annas: Vec<_> = (0..WAITING_OF_ONE).map(|_| ask("anna".into())).collect();
            let others: Vec<_> = (0..5).map(|number| ask(format!("user {number}"))).collect();
            for _ in 0..100 {
                tokio::task::yield_now().await;
            }
            let done = |asked: &[tokio::task::JoinHandle<_>]| asked.iter().filter(|one| one.is_finished()).count();
            assert_eq!((done(&annas), done(&others)), (LARGE_OF_ONE, LARGE_AT_ONCE - 1));
            assert!(matches!(slots.large.take("anna").await, Err(HttpError::TooManyRequests(_))));
            // Whoever leaves makes room, and so does whoever is answered.
            annas.into_iter().for_each(|one| one.abort());
            for other in others {
                drop(other.await.unwrap().unwrap_or_else(|_| panic!("a slot")));
            }
        });
    }
}
