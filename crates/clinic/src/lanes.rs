//! Lanes for work. Short work (a page, a save, a slider, a log-in, who somebody is) has the cores to itself. Long work (a comparison, a day with its
//! spread, a socket, an import) has threads of its own that give way to it, is done one at a time a visitor, and ends when nobody
//! waits for it any more.

use super::error::HttpError;
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

/// Questions of the door to the store at once: each takes a thread while the store is held.
const LOOKS: usize = 64;

/// Questions of the door that wait; more are refused. As many as there are connections.
const LOOKS_WAITING: usize = 400;

/// Seconds after which a visitor who was refused may ask again.
const ASK_AGAIN_S: u64 = 5;

/// What short work is for: each kind has turns of its own, so that none keeps another waiting.
#[derive(Clone, Copy, Debug)]
pub enum Lane {
    /// A page, a save, a slider.
    Page,
    /// A log-in: strangers who try passwords keep nobody else waiting.
    Entry,
    /// Who somebody is: whoever needs no answer to that does not wait for the store.
    Auth,
}

/// Turns, and places to wait for one.
struct Turnstile {
    turns: Semaphore,
    places: Semaphore,
}

impl Turnstile {
    fn new(turns: usize, places: usize) -> Self {
        Self { turns: Semaphore::new(turns), places: Semaphore::new(places) }
    }
}

/// Every lane.
pub struct Lanes {
    page: Turnstile,
    entry: Turnstile,
    door: Turnstile,
    threads: Option<ThreadPool>,
    long: Arc<Semaphore>,
    long_places: Arc<Semaphore>,
    visitors: Mutex<HashMap<String, Weak<Turns>>>,
}

/// Whose turn it is among the long work of one visitor.
struct Turns {
    one: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

/// Whoever asked for long work: it may ask whether anybody still waits for it.
#[derive(Clone)]
pub struct Asker {
    name: Arc<str>,
    gone: Arc<AtomicBool>,
}

impl Asker {
    /// A user of this name, who waits.
    pub fn new(name: &str) -> Self {
        Self { name: name.into(), gone: Arc::default() }
    }

    /// The user's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Fails once nobody waits any more.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn waits(&self) -> Result<(), Cancelled> {
        if self.gone.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }
}

/// A request that is answered or given up: either way nobody waits after it.
struct Request(Asker);

impl Drop for Request {
    fn drop(&mut self) {
        self.0.gone.store(true, Ordering::Relaxed);
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
            page: Turnstile::new(cores, SHORT_WAITING),
            entry: Turnstile::new(1, ENTRIES_WAITING),
            door: Turnstile::new(LOOKS, LOOKS_WAITING),
            threads: threads_behind(cores, LONG_NICE),
            long: Arc::new(Semaphore::new(cores.saturating_sub(1).max(1))),
            long_places: Arc::new(Semaphore::new(LONG_OF_ALL)),
            visitors: Mutex::default(),
        }
    }

    /// Does short work on a thread where it may block; a panic in it is an answer, not the end.
    ///
    /// # Errors
    /// [`HttpError::Busy`] where too many wait; [`HttpError::Internal`] where it panics.
    pub async fn short(&self, lane: Lane, job: Box<dyn FnOnce() + Send>) -> Result<(), HttpError> {
        let turnstile = match lane {
            Lane::Page => &self.page,
            Lane::Entry => &self.entry,
            Lane::Auth => &self.door,
        };
        let _place = turnstile.places.try_acquire().map_err(|_| HttpError::Busy)?;
        let _turn = turnstile.turns.acquire().await.map_err(|_| HttpError::Busy)?;
        let done = tokio::task::spawn_blocking(move || catch_unwind(AssertUnwindSafe(job)));
        done.await.ok().and_then(Result::ok).ok_or(HttpError::Internal)
    }

    /// Does long work of a visitor: after their other long work, and with the threads for it. When this is dropped, because the
    /// visitor has left, it is not begun, or told to end.
    ///
    /// # Errors
    /// [`HttpError::TooManyRequests`] where the visitor has asked for too much already; [`HttpError::Busy`] where all together have;
    /// [`HttpError::Internal`] where it panics.
    pub async fn long(&self, visitor: &str, job: Box<dyn FnOnce(&Asker) + Send>) -> Result<(), HttpError> {
        let turns = self.turns_of(visitor);
        let own_place =
            Arc::clone(&turns.places).try_acquire_owned().map_err(|_| HttpError::TooManyRequests(ASK_AGAIN_S))?;
        let place = Arc::clone(&self.long_places).try_acquire_owned().map_err(|_| HttpError::Busy)?;
        let turn = Arc::clone(&turns.one).acquire_owned().await.map_err(|_| HttpError::Busy)?;
        let threads = Arc::clone(&self.long).acquire_owned().await.map_err(|_| HttpError::Busy)?;
        let request = Request(Asker::new(visitor));
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
        if whole { Ok(()) } else { Err(HttpError::Internal) }
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
                lanes.short(Lane::Page, Box::new(|| ())).await.unwrap();
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
            assert!(matches!(lanes.long("anna", Box::new(|_| ())).await, Err(HttpError::TooManyRequests(_))));
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
    fn a_store_that_is_held_keeps_nobody_waiting_who_asks_nothing_of_it() {
        // One thread for all connections, and every one but the last asks who somebody is.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (lanes, store) = (Arc::new(Lanes::new(2)), Arc::new(Mutex::new(())));
        // Held by this thread from outside of what is awaited, as a process beside ours would hold it.
        let held = store.lock().unwrap();
        let asked = runtime.block_on(async {
            let ask = || {
                let (lanes, store) = (Arc::clone(&lanes), Arc::clone(&store));
                tokio::spawn(
                    async move { lanes.short(Lane::Auth, Box::new(move || drop(store.lock().unwrap()))).await },
                )
            };
            let asked: Vec<_> = (0..2 * LOOKS).map(|_| ask()).collect();
            for _ in 0..10 {
                tokio::task::yield_now().await;
                lanes.short(Lane::Page, Box::new(|| ())).await.unwrap();
            }
            assert!(asked.iter().all(|one| !one.is_finished()));
            asked
        });
        drop(held);
        runtime.block_on(async {
            for one in asked {
                one.await.unwrap().unwrap();
            }
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
            assert!(matches!(broken, Err(HttpError::Internal)));
            lanes.long("anna", Box::new(|_| ())).await.unwrap();
        });
    }
}
