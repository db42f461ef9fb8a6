//! Two lanes for work. Short work (a page, a save, a slider) has the cores to itself. Long work (a comparison, a day with its
//! spread, a socket, an import) has threads of its own that give way to it, is done one at a time a visitor, and ends when nobody
//! waits for it any more.

use super::answer::Trouble;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use tokio::sync::{Semaphore, oneshot};
use twin::ensemble::Cancelled;

/// Short work waits here when every core is busy; more is refused.
const SHORT_WAITING: usize = 500;

/// Long work of one visitor that may wait or be done; more is refused.
const LONG_OF_ONE: usize = 8;

/// Long work of all visitors that may wait or be done; more is refused.
const LONG_OF_ALL: usize = 200;

/// How far long work gives way to the pages, and a report to both (Unix: 0 gives way to nothing, 19 to everything).
pub const LONG_NICE: i32 = 5;
/// See [`LONG_NICE`].
pub const REPORT_NICE: i32 = 10;

/// Log-ins that wait; more are refused.
const ENTRIES_WAITING: usize = 50;

/// Seconds after which a visitor who was refused may ask again.
const ASK_AGAIN_S: u64 = 5;

/// Both lanes.
pub struct Lanes {
    short: Semaphore,
    short_places: Semaphore,
    threads: Option<ThreadPool>,
    long: Arc<Semaphore>,
    long_places: Arc<Semaphore>,
    entry: Semaphore,
    entry_places: Semaphore,
    visitors: Mutex<HashMap<String, Weak<Turns>>>,
}

/// Whose turn it is among the long work of one visitor.
struct Turns {
    one: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

/// Whoever asked for long work: it may ask whether anybody still waits for it.
#[derive(Clone, Default)]
pub struct Asker(Arc<AtomicBool>);

impl Asker {
    /// Fails once nobody waits any more.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn waits(&self) -> Result<(), Cancelled> {
        if self.0.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }
}

/// A request that is answered or given up: either way nobody waits after it.
struct Request(Asker);

impl Drop for Request {
    fn drop(&mut self) {
        self.0.0.store(true, Ordering::Relaxed);
    }
}

/// Threads that give way by `nice` to what has none; one core is left free.
pub fn threads_behind(cores: usize, nice: i32) -> Option<ThreadPool> {
    let give_way = move |_| {
        // On Linux this is a thread's own; elsewhere it would be the whole program's.
        #[cfg(target_os = "linux")]
        let _ = rustix::process::setpriority_process(None, nice);
        #[cfg(not(target_os = "linux"))]
        let _ = nice;
    };
    ThreadPoolBuilder::new().num_threads(cores.saturating_sub(1).max(1)).start_handler(give_way).build().ok()
}

impl Lanes {
    /// For a machine of so many cores.
    pub fn new(cores: usize) -> Self {
        Self {
            short: Semaphore::new(cores),
            short_places: Semaphore::new(SHORT_WAITING),
            threads: threads_behind(cores, LONG_NICE),
            long: Arc::new(Semaphore::new(cores.saturating_sub(1).max(1))),
            long_places: Arc::new(Semaphore::new(LONG_OF_ALL)),
            entry: Semaphore::new(1),
            entry_places: Semaphore::new(ENTRIES_WAITING),
            visitors: Mutex::default(),
        }
    }

    /// Does short work on a thread where it may block; a panic in it is an answer, not the end.
    ///
    /// # Errors
    /// [`Trouble::Busy`] where too many wait; [`Trouble::Broken`] where it panics.
    pub async fn short(&self, job: Box<dyn FnOnce() + Send>) -> Result<(), Trouble> {
        blocking(&self.short, &self.short_places, job).await
    }

    /// Lets somebody in: strangers have a lane of their own, so that those who try passwords keep nobody else waiting.
    ///
    /// # Errors
    /// As [`Lanes::short`].
    pub async fn entry(&self, job: Box<dyn FnOnce() + Send>) -> Result<(), Trouble> {
        blocking(&self.entry, &self.entry_places, job).await
    }

    /// Does long work of a visitor: after their other long work, and with the threads for it. When this is dropped, because the
    /// visitor has left, it is not begun, or told to end.
    ///
    /// # Errors
    /// [`Trouble::TooMany`] where the visitor has asked for too much already; [`Trouble::Busy`] where all together have;
    /// [`Trouble::Broken`] where it panics.
    pub async fn long(&self, visitor: &str, job: Box<dyn FnOnce(&Asker) + Send>) -> Result<(), Trouble> {
        let turns = self.turns_of(visitor);
        let own_place = Arc::clone(&turns.places).try_acquire_owned().map_err(|_| Trouble::TooMany(ASK_AGAIN_S))?;
        let place = Arc::clone(&self.long_places).try_acquire_owned().map_err(|_| Trouble::Busy)?;
        let turn = Arc::clone(&turns.one).acquire_owned().await.map_err(|_| Trouble::Busy)?;
        let threads = Arc::clone(&self.long).acquire_owned().await.map_err(|_| Trouble::Busy)?;
        let request = Request(Asker::default());
        let asker = request.0.clone();
        let (done, answered) = oneshot::channel();
        let work = move || {
            // Until its end, also where whoever asked has left: what goes on is what takes the room.
            let held = (turns, own_place, place, turn, threads);
            // What has not begun by then is not begun.
            let outcome = asker.waits().map(|()| catch_unwind(AssertUnwindSafe(|| job(&asker))));
            drop(held);
            // Whoever asked may have left.
            let _ = done.send(matches!(outcome, Ok(Ok(()))));
        };
        match &self.threads {
            Some(pool) => pool.spawn(work),
            None => drop(tokio::task::spawn_blocking(work)),
        }
        let whole = answered.await.unwrap_or(false);
        drop(request);
        if whole { Ok(()) } else { Err(Trouble::Broken) }
    }

    fn turns_of(&self, visitor: &str) -> Arc<Turns> {
        let mut visitors = self.visitors.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(turns) = visitors.get(visitor).and_then(Weak::upgrade) {
            return turns;
        }
        visitors.retain(|_, turns| turns.strong_count() > 0);
        let (one, places) = (Arc::new(Semaphore::new(1)), Arc::new(Semaphore::new(LONG_OF_ONE)));
        let turns = Arc::new(Turns { one, places });
        visitors.insert(visitor.to_string(), Arc::downgrade(&turns));
        turns
    }
}

/// Does work on a thread where it may block, with a place and a turn.
async fn blocking(turns: &Semaphore, places: &Semaphore, job: Box<dyn FnOnce() + Send>) -> Result<(), Trouble> {
    let _place = places.try_acquire().map_err(|_| Trouble::Busy)?;
    let _turn = turns.acquire().await.map_err(|_| Trouble::Busy)?;
    let done = tokio::task::spawn_blocking(move || catch_unwind(AssertUnwindSafe(job)));
    done.await.ok().and_then(Result::ok).ok_or(Trouble::Broken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;
    use std::sync::mpsc;
    use std::time::Duration;
    use tokio::runtime::Runtime;

    fn runtime() -> Runtime {
        tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap()
    }

    #[test]
    fn long_work_is_one_at_a_time_a_visitor_and_takes_no_core_from_short_work() {
        let (runtime, lanes) = (runtime(), Arc::new(Lanes::new(8)));
        let (at_once, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let jobs: Vec<_> = (0..LONG_OF_ONE)
            .map(|_| {
                let (lanes, at_once, most) = (Arc::clone(&lanes), Arc::clone(&at_once), Arc::clone(&most));
                runtime.spawn(async move {
                    let job = move |_: &Asker| {
                        most.fetch_max(at_once.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::sleep(Duration::from_millis(5));
                        at_once.fetch_sub(1, Ordering::SeqCst);
                    };
                    lanes.long("anna", Box::new(job)).await
                })
            })
            .collect();
        runtime.block_on(async {
            for job in jobs {
                job.await.unwrap().unwrap();
            }
        });
        assert_eq!(most.load(Ordering::SeqCst), 1);
    }

    #[test]
    fn one_visitors_long_work_keeps_neither_others_nor_short_work_waiting() {
        let (runtime, lanes) = (runtime(), Arc::new(Lanes::new(3)));
        let (release, held) = mpsc::channel::<()>();
        let stuck = Arc::clone(&lanes);
        let anna = runtime.spawn(async move { stuck.long("anna", Box::new(move |_| held.recv().unwrap())).await });
        runtime.block_on(async {
            for _ in 0..10 {
                lanes.short(Box::new(|| ())).await.unwrap();
                lanes.long("ben", Box::new(|_| ())).await.unwrap();
            }
            release.send(()).unwrap();
            anna.await.unwrap().unwrap();
        });
    }

    #[test]
    fn who_asks_for_too_much_at_once_is_told_and_who_leaves_makes_room() {
        let (runtime, lanes) = (runtime(), Arc::new(Lanes::new(2)));
        let (seen, left) = mpsc::channel();
        let (begin, begun) = mpsc::channel();
        let work = move |asker: &Asker| {
            begin.send(()).unwrap();
            while asker.waits().is_ok() {
                std::thread::sleep(Duration::from_millis(1));
            }
            seen.send(()).unwrap();
        };
        let first = Arc::clone(&lanes);
        let mut asked = vec![runtime.spawn(async move { first.long("anna", Box::new(work)).await })];
        // The others wait for it.
        begun.recv().unwrap();
        for _ in 1..LONG_OF_ONE {
            let lanes = Arc::clone(&lanes);
            asked.push(runtime.spawn(async move { lanes.long("anna", Box::new(|_| ())).await }));
        }
        runtime.block_on(async {
            // Until all have their place.
            while !matches!(lanes.turns_of("anna").places.available_permits(), 0) {
                tokio::task::yield_now().await;
            }
            assert!(matches!(lanes.long("anna", Box::new(|_| ())).await, Err(Trouble::TooMany(_))));
            asked.iter().for_each(tokio::task::JoinHandle::abort);
            for one in asked {
                assert!(one.await.unwrap_err().is_cancelled());
            }
            left.recv_timeout(Duration::from_secs(30)).unwrap();
            lanes.long("anna", Box::new(|_| ())).await.unwrap();
        });
    }

    #[test]
    fn work_that_goes_on_for_nobody_takes_its_place_to_its_end_and_what_has_not_begun_is_not_begun() {
        let (runtime, lanes) = (runtime(), Arc::new(Lanes::new(2)));
        let (release, held) = mpsc::channel::<()>();
        let (begin, begun) = mpsc::channel();
        let stuck = Arc::clone(&lanes);
        let deaf = move |_: &Asker| {
            begin.send(()).unwrap();
            held.recv().unwrap();
        };
        let anna = runtime.spawn(async move { stuck.long("anna", Box::new(deaf)).await });
        begun.recv().unwrap();
        anna.abort();
        runtime.block_on(async {
            assert!(anna.await.unwrap_err().is_cancelled());
            let turns = lanes.turns_of("anna");
            assert_eq!((turns.one.available_permits(), turns.places.available_permits()), (0, LONG_OF_ONE - 1));
            release.send(()).unwrap();
            lanes.long("anna", Box::new(|_| ())).await.unwrap();
        });
    }

    #[test]
    fn a_fault_in_long_work_is_an_answer_and_the_next_is_done() {
        let (runtime, lanes) = (runtime(), Lanes::new(2));
        runtime.block_on(async {
            let hook = std::panic::take_hook();
            std::panic::set_hook(Box::new(|_| {}));
            let broken = lanes.long("anna", Box::new(|_| panic!("a fault"))).await;
            std::panic::set_hook(hook);
            assert!(matches!(broken, Err(Trouble::Broken)));
            lanes.long("anna", Box::new(|_| ())).await.unwrap();
        });
    }
}
