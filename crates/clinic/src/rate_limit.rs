//! How often something may be done, by name: so many times at once, then one more every so often. By `governor`; what
//! is kept of a name is dropped once it would be allowed everything again.

use super::error::HttpError;
use governor::clock::{Clock, DefaultClock};
use governor::nanos::Nanos;
use governor::state::StateStore;
use governor::state::keyed::ShrinkableKeyedStateStore;
use governor::{Quota, RateLimiter};
use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// After so many questions, names that are due are dropped.
const CLEANED_EVERY: u32 = 256;

/// What is kept of each name. Our own, because the library's cannot take back what was counted.
#[derive(Clone, Default)]
struct Counts(Arc<Mutex<HashMap<String, Nanos>>>);

impl Counts {
    fn map(&self) -> MutexGuard<'_, HashMap<String, Nanos>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl StateStore for Counts {
    type Key = String;

    fn measure_and_replace<T, F, E>(&self, key: &String, measure: F) -> Result<T, E>
    where
        F: Fn(Option<Nanos>) -> Result<(T, Nanos), E>,
    {
        let mut map = self.map();
        let (answer, state) = measure(map.get(key).copied())?;
        map.insert(key.clone(), state);
        Ok(answer)
    }
}

impl ShrinkableKeyedStateStore<String> for Counts {
    fn retain_recent(&self, drop_below: Nanos) {
        self.map().retain(|_, state| *state > drop_below);
    }

    fn shrink_to_fit(&self) {
        self.map().shrink_to_fit();
    }

    fn len(&self) -> usize {
        self.map().len()
    }

    fn is_empty(&self) -> bool {
        self.map().is_empty()
    }
}

/// How often one name may do something.
pub struct RateLimit {
    limiter: RateLimiter<String, Counts, DefaultClock>,
    counts: Counts,
    every: Duration,
    asked: AtomicU32,
}

impl RateLimit {
    /// So many at once, then one more every so often.
    pub fn new(burst: u32, every: Duration) -> Self {
        let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::with_period(every).unwrap_or(Quota::per_second(NonZeroU32::MIN)).allow_burst(burst);
        let counts = Counts::default();
        let limiter = RateLimiter::new(quota, counts.clone(), DefaultClock::default());
        Self { limiter, counts, every, asked: AtomicU32::new(0) }
    }

    /// Counts one more.
    ///
    /// # Errors
    /// [`HttpError::TooManyRequests`] with the seconds to wait.
    pub fn take(&self, name: &str) -> Result<(), HttpError> {
        if self.asked.fetch_add(1, Ordering::Relaxed) % CLEANED_EVERY == CLEANED_EVERY - 1 {
            self.limiter.retain_recent();
            self.limiter.shrink_to_fit();
        }
        self.limiter.check_key(&name.to_string()).map_err(|until| {
            let wait = until.wait_time_from(self.limiter.clock().now());
            HttpError::TooManyRequests(wait.as_secs_f64().ceil().max(1.0) as u64)
        })
    }

    /// Takes back what was counted once.
    pub fn give_back(&self, name: &str) {
        if let Some(state) = self.counts.map().get_mut(name) {
            *state = state.saturating_sub(Nanos::from(self.every));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_refuses_and_says_how_long_to_wait() {
        let limit = RateLimit::new(2, Duration::from_secs(100));
        assert!(limit.take("a").is_ok() && limit.take("a").is_ok() && limit.take("b").is_ok());
        assert!(matches!(limit.take("a"), Err(HttpError::TooManyRequests(90..=100))));
        limit.give_back("a");
        assert!(limit.take("a").is_ok());
        assert!(limit.take("a").is_err());
    }

    #[test]
    fn names_that_are_due_are_dropped() {
        let limit = RateLimit::new(1, Duration::from_millis(1));
        for number in 0..1_000 {
            let _ = limit.take(&number.to_string());
        }
        std::thread::sleep(Duration::from_millis(20));
        for _ in 0..CLEANED_EVERY {
            let _ = limit.take("one");
        }
        assert!(limit.counts.len() <= CLEANED_EVERY as usize, "{}", limit.counts.len());
    }
}
