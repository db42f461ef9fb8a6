//! Where and when work is done. Short work (a page, a save, a slider, a log-in, whose session a request is) has the cores to itself.
//! Long work (a comparison, a day with its spread, a socket, an import) has threads of its own with a lower priority. Of one
//! visitor it is done one at a time, and it ends when nobody waits for it any more.

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
const LOGINS_WAITING: usize = 50;

/// Sessions looked up at once: each takes a thread while the store is held.
const SESSION_LOOKUPS: usize = 64;

/// Look-ups of sessions that wait; more are refused. As many as there are connections.
const SESSIONS_WAITING: usize = 400;

/// Seconds after which a visitor who was refused may ask again.
const ASK_AGAIN_S: u64 = 5;

/// What short work is for: each kind is queued by itself, so that none keeps another waiting.
#[derive(Clone, Copy, Debug)]
pub enum Queue {
    /// A page, a save, a slider.
    Page,
    /// A log-in: strangers who try passwords keep nobody else waiting.
    Login,
    /// Whose session a request is: whoever needs no answer to that does not wait for the store.
    Session,
}

/// How much is done at once, and how much may wait or be done.
struct QueueLimits {
    running: Semaphore,
    admitted: Semaphore,
}

impl QueueLimits {
    fn new(running: usize, admitted: usize) -> Self {
        Self { running: Semaphore::new(running), admitted: Semaphore::new(admitted) }
    }
}

/// All queues, and the threads for long work.
pub struct Scheduler {
    page: QueueLimits,
    login: QueueLimits,
    session: QueueLimits,
    threads: Option<ThreadPool>,
    long: Arc<Semaphore>,
    long_admitted: Arc<Semaphore>,
    visitors: Mutex<HashMap<String, Weak<VisitorLimits>>>,
}

/// The long work of one visitor: what is done, and what may wait or be done.
struct VisitorLimits {
    running: Arc<Semaphore>,
    admitted: Arc<Semaphore>,
}

/// Whoever asked for work, which can find out by it whether anybody still waits.
#[derive(Clone)]
pub struct Requester {
    name: Arc<str>,
    cancelled: Arc<AtomicBool>,
}

impl Requester {
    /// A user of this name, who waits.
    pub fn new(name: &str) -> Self {
        Self { name: name.into(), cancelled: Arc::default() }
    }

    /// The user's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Fails once nobody waits any more.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn check_cancelled(&self) -> Result<(), Cancelled> {
        if self.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }
}

/// Whoever waits for an answer. When it is dropped, the request was answered or given up, and nobody waits any more.
struct Waiting(Requester);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }
}

/// Threads of a lower priority, by `nice`; one core is left free.
pub fn low_priority_threads(cores: usize, nice: i32) -> Option<ThreadPool> {
    let lower = move |_| {
        // On Linux this is a thread's own; elsewhere it would be the whole program's.
        #[cfg(target_os = "linux")]
        let _ = rustix::process::setpriority_process(None, nice);
        #[cfg(not(target_os = "linux"))]
        let _ = nice;
    };
    ThreadPoolBuilder::new().num_threads(cores.saturating_sub(1).max(1)).start_handler(lower).build().ok()
}

impl Scheduler {
    /// For a machine of so many cores.
    pub fn new(cores: usize) -> Self {
        Self {
            page: QueueLimits::new(cores, SHORT_WAITING),
            login: QueueLimits::new(1, LOGINS_WAITING),
            session: QueueLimits::new(SESSION_LOOKUPS, SESSIONS_WAITING),
            threads: low_priority_threads(cores, LONG_NICE),
            long: Arc::new(Semaphore::new(cores.saturating_sub(1).max(1))),
            long_admitted: Arc::new(Semaphore::new(LONG_OF_ALL)),
            visitors: Mutex::default(),
        }
    }

    /// Does short work on a thread where it may block; a panic in it is an answer, not the end.
    ///
    /// # Errors
    /// [`HttpError::Busy`] where too many wait; [`HttpError::Internal`] where it panics.
    pub async fn short(&self, queue: Queue, job: Box<dyn FnOnce() + Send>) -> Result<(), HttpError> {
        let limits = match queue {
            Queue::Page => &self.page,
            Queue::Login => &self.login,
            Queue::Session => &self.session,
        };
        let _admitted = limits.admitted.try_acquire().map_err(|_| HttpError::Busy)?;
        let _running = limits.running.acquire().await.map_err(|_| HttpError::Busy)?;
        let done = tokio::task::spawn_blocking(move || catch_unwind(AssertUnwindSafe(job)));
        done.await.ok().and_then(Result::ok).ok_or(HttpError::Internal)
    }

    /// Does long work of a visitor: after their other long work, and with the threads for it. When this is dropped, because the
    /// visitor has left, it is not begun, or told to end.
    ///
    /// # Errors
    /// [`HttpError::TooManyRequests`] where the visitor has asked for too much already; [`HttpError::Busy`] where all together have;
    /// [`HttpError::Internal`] where it panics.
    pub async fn long(&self, visitor: &str, job: Box<dyn FnOnce(&Requester) + Send>) -> Result<(), HttpError> {
        let limits = self.limits_of(visitor);
        let own_admission =
            Arc::clone(&limits.admitted).try_acquire_owned().map_err(|_| HttpError::TooManyRequests(ASK_AGAIN_S))?;
        let admission = Arc::clone(&self.long_admitted).try_acquire_owned().map_err(|_| HttpError::Busy)?;
        let running = Arc::clone(&limits.running).acquire_owned().await.map_err(|_| HttpError::Busy)?;
        let threads = Arc::clone(&self.long).acquire_owned().await.map_err(|_| HttpError::Busy)?;
        let waiting = Waiting(Requester::new(visitor));
        let requester = waiting.0.clone();
        let (done, answered) = oneshot::channel();
        let work = move || {
            // Until its end, also where whoever asked has left: what goes on is what takes the room.
            let held = (limits, own_admission, admission, running, threads);
            // What has not begun by then is not begun.
            let outcome = requester.check_cancelled().map(|()| catch_unwind(AssertUnwindSafe(|| job(&requester))));
            drop(held);
            // Whoever asked may have left.
            let _ = done.send(matches!(outcome, Ok(Ok(()))));
        };
        match &self.threads {
            Some(pool) => pool.spawn(work),
            None => drop(tokio::task::spawn_blocking(work)),
        }
        let whole = answered.await.unwrap_or(false);
        drop(waiting);
        if whole { Ok(()) } else { Err(HttpError::Internal) }
    }

    fn limits_of(&self, visitor: &str) -> Arc<VisitorLimits> {
        let mut visitors = self.visitors.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(limits) = visitors.get(visitor).and_then(Weak::upgrade) {
            return limits;
        }
        visitors.retain(|_, limits| limits.strong_count() > 0);
        let (running, admitted) = (Arc::new(Semaphore::new(1)), Arc::new(Semaphore::new(LONG_OF_ONE)));
        let limits = Arc::new(VisitorLimits { running, admitted });
        visitors.insert(visitor.to_string(), Arc::downgrade(&limits));
        limits
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
        let (runtime, scheduler) = (runtime(), Arc::new(Scheduler::new(8)));
        let (at_once, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let jobs: Vec<_> = (0..LONG_OF_ONE)
            .map(|_| {
                let (scheduler, at_once, most) = (Arc::clone(&scheduler), Arc::clone(&at_once), Arc::clone(&most));
                runtime.spawn(async move {
                    let job = move |_: &Requester| {
                        most.fetch_max(at_once.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::sleep(Duration::from_millis(5));
                        at_once.fetch_sub(1, Ordering::SeqCst);
                    };
                    scheduler.long("anna", Box::new(job)).await
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
        let (runtime, scheduler) = (runtime(), Arc::new(Scheduler::new(3)));
        let (release, held) = mpsc::channel::<()>();
        let stuck = Arc::clone(&scheduler);
        let anna = runtime.spawn(async move { stuck.long("anna", Box::new(move |_| held.recv().unwrap())).await });
        runtime.block_on(async {
            for _ in 0..10 {
                scheduler.short(Queue::Page, Box::new(|| ())).await.unwrap();
                scheduler.long("ben", Box::new(|_| ())).await.unwrap();
            }
            release.send(()).unwrap();
            anna.await.unwrap().unwrap();
        });
    }

    #[test]
    fn who_asks_for_too_much_at_once_is_told_and_who_leaves_makes_room() {
        let (runtime, scheduler) = (runtime(), Arc::new(Scheduler::new(2)));
        let (seen, left) = mpsc::channel();
        let (begin, begun) = mpsc::channel();
        let work = move |requester: &Requester| {
            begin.send(()).unwrap();
            while requester.check_cancelled().is_ok() {
                std::thread::sleep(Duration::from_millis(1));
            }
            seen.send(()).unwrap();
        };
        let first = Arc::clone(&scheduler);
        let mut asked = vec![runtime.spawn(async move { first.long("anna", Box::new(work)).await })];
        // The others wait for it.
        begun.recv().unwrap();
        for _ in 1..LONG_OF_ONE {
            let scheduler = Arc::clone(&scheduler);
            asked.push(runtime.spawn(async move { scheduler.long("anna", Box::new(|_| ())).await }));
        }
        runtime.block_on(async {
            // Until all have their place.
            while !matches!(scheduler.limits_of("anna").admitted.available_permits(), 0) {
                tokio::task::yield_now().await;
            }
            assert!(matches!(scheduler.long("anna", Box::new(|_| ())).await, Err(HttpError::TooManyRequests(_))));
            asked.iter().for_each(tokio::task::JoinHandle::abort);
            for one in asked {
                assert!(one.await.unwrap_err().is_cancelled());
            }
            left.recv_timeout(Duration::from_secs(30)).unwrap();
            scheduler.long("anna", Box::new(|_| ())).await.unwrap();
        });
    }

    #[test]
    fn work_that_goes_on_for_nobody_takes_its_place_to_its_end_and_what_has_not_begun_is_not_begun() {
        let (runtime, scheduler) = (runtime(), Arc::new(Scheduler::new(2)));
        let (release, held) = mpsc::channel::<()>();
        let (begin, begun) = mpsc::channel();
        let stuck = Arc::clone(&scheduler);
        let deaf = move |_: &Requester| {
            begin.send(()).unwrap();
            held.recv().unwrap();
        };
        let anna = runtime.spawn(async move { stuck.long("anna", Box::new(deaf)).await });
        begun.recv().unwrap();
        anna.abort();
        runtime.block_on(async {
            assert!(anna.await.unwrap_err().is_cancelled());
            let limits = scheduler.limits_of("anna");
            assert_eq!((limits.running.available_permits(), limits.admitted.available_permits()), (0, LONG_OF_ONE - 1));
            release.send(()).unwrap();
            scheduler.long("anna", Box::new(|_| ())).await.unwrap();
        });
    }

    #[test]
    fn a_store_that_is_held_keeps_nobody_waiting_who_asks_nothing_of_it() {
        // One thread for all connections, and every one but the last asks who somebody is.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (scheduler, store) = (Arc::new(Scheduler::new(2)), Arc::new(Mutex::new(())));
        // Held by this thread from outside of what is awaited, as a process beside ours would hold it.
        let held = store.lock().unwrap();
        let asked = runtime.block_on(async {
            let ask = || {
                let (scheduler, store) = (Arc::clone(&scheduler), Arc::clone(&store));
                tokio::spawn(async move {
                    scheduler.short(Queue::Session, Box::new(move || drop(store.lock().unwrap()))).await
                })
            };
            let asked: Vec<_> = (0..2 * SESSION_LOOKUPS).map(|_| ask()).collect();
            for _ in 0..10 {
                tokio::task::yield_now().await;
                scheduler.short(Queue::Page, Box::new(|| ())).await.unwrap();
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
        let (runtime, scheduler) = (runtime(), Scheduler::new(2));
        runtime.block_on(async {
            let hook = std::panic::take_hook();
            std::panic::set_hook(Box::new(|_| {}));
            let broken = scheduler.long("anna", Box::new(|_| panic!("a fault"))).await;
            std::panic::set_hook(hook);
            assert!(matches!(broken, Err(HttpError::Internal)));
            scheduler.long("anna", Box::new(|_| ())).await.unwrap();
        });
    }
}
