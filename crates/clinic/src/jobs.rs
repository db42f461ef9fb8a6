//! Jobs: the reports that are made while pages are served. One at a time, on their own threads, so that pages stay quick; their
//! progress is shown, and they can be cancelled. A panic in one is told and ends nothing else. What is made is in `report`.

use super::error::HttpError;
use super::scheduler::{REPORT_NICE, low_priority_threads};
use rayon::ThreadPool;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use store::CaseId;
use twin::ensemble::Cancelled;
use workup::problem::{Failure, Fault};

/// Jobs remembered; what they made is in the store.
const KEPT: usize = 12;

/// Jobs that may wait or work; each holds a thread.
const MOST: usize = 20;

/// All jobs.
pub struct Jobs {
    list: Mutex<VecDeque<Arc<Job>>>,
    /// One job at a time.
    turn: Arc<Mutex<()>>,
    pool: Option<Arc<ThreadPool>>,
    count: AtomicU64,
}

/// One job.
pub struct Job {
    /// Its number.
    pub id: u64,
    /// The case.
    pub case: CaseId,
    /// The case's version.
    pub version: u64,
    total: AtomicU64,
    done: AtomicU64,
    cancelled: AtomicBool,
    /// Whether its report is kept.
    outcome: OnceLock<Result<(), Failure>>,
    pool: Option<Arc<ThreadPool>>,
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Waits for its turn.
    Waiting,
    /// Works.
    Running,
    /// Has its report.
    Finished,
    /// Could not be done.
    Failed,
    /// Was cancelled.
    Cancelled,
}

impl Job {
    /// How far it is.
    pub fn standing(&self) -> Standing {
        match self.outcome.get() {
            Some(Ok(())) => Standing::Finished,
            // Also while its last step ends: nothing comes of it.
            _ if self.cancelled.load(Ordering::Relaxed) => Standing::Cancelled,
            Some(Err(_)) => Standing::Failed,
            None if self.total.load(Ordering::Relaxed) == 0 => Standing::Waiting,
            None => Standing::Running,
        }
    }

    /// Days simulated, and days to simulate (0 while it waits).
    pub fn progress(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    /// What went wrong.
    pub fn faults(&self) -> &[Fault] {
        self.outcome.get().and_then(|outcome| outcome.as_ref().err()).map_or(&[], Failure::faults)
    }

    /// Asks it to end.
    pub fn cancel(&self) {
        if self.outcome.get().is_none() {
            self.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Whether it was asked to end.
    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Notes how many days are to be simulated.
    pub fn set_total(&self, total: u64) {
        self.total.store(total, Ordering::Relaxed);
    }

    /// Counts one simulated day.
    ///
    /// # Errors
    /// [`Cancelled`] where it was asked to end.
    pub fn step(&self) -> Result<(), Cancelled> {
        self.done.fetch_add(1, Ordering::Relaxed);
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }

    /// Computes on the threads for reports.
    pub fn on_report_threads<T: Send>(&self, compute: impl FnOnce() -> T + Send) -> T {
        match &self.pool {
            Some(pool) => pool.install(compute),
            None => compute(),
        }
    }
}

impl Jobs {
    /// No jobs yet; one core stays free for the pages.
    pub fn new(cores: usize) -> Self {
        let pool = low_priority_threads(cores, REPORT_NICE).map(Arc::new);
        Self { list: Mutex::default(), turn: Arc::default(), pool, count: AtomicU64::new(1) }
    }

    /// The newest job of a case's version that was not cancelled.
    pub fn of(&self, case: &CaseId, version: u64) -> Option<Arc<Job>> {
        let wanted =
            |job: &&Arc<Job>| job.case == *case && job.version == version && !job.cancelled.load(Ordering::Relaxed);
        self.list().iter().rev().find(wanted).cloned()
    }

    /// Forgets everything about a case; what still runs is cancelled.
    pub fn forget(&self, case: &CaseId) {
        let mut list = self.list();
        list.iter().filter(|job| job.case == *case).for_each(|job| job.cancel());
        list.retain(|job| job.case != *case);
    }

    /// Forgets everything.
    pub fn forget_all(&self) {
        let mut list = self.list();
        list.iter().for_each(|job| job.cancel());
        list.clear();
    }

    /// Begins the report of a case's version by doing `work` when its turn comes, or finds the one that was begun. One that is finished
    /// is made again.
    ///
    /// # Errors
    /// [`HttpError::Busy`] where too many wait.
    pub fn begin(
        &self,
        case: &CaseId,
        version: u64,
        work: impl FnOnce(&Job) -> Result<(), Failure> + Send + 'static,
    ) -> Result<Arc<Job>, HttpError> {
        let goes = |job: &Arc<Job>| !matches!(job.standing(), Standing::Failed | Standing::Finished);
        if let Some(job) = self.of(case, version).filter(goes) {
            return Ok(job);
        }
        let job = Arc::new(Job {
            id: self.count.fetch_add(1, Ordering::Relaxed),
            case: case.clone(),
            version,
            total: AtomicU64::new(0),
            done: AtomicU64::new(0),
            cancelled: AtomicBool::new(false),
            outcome: OnceLock::new(),
            pool: self.pool.clone(),
        });
        let ended = |job: &Arc<Job>| job.outcome.get().is_some();
        let mut list = self.list();
        if list.iter().filter(|job| !ended(job)).count() >= MOST {
            return Err(HttpError::Busy);
        }
        list.push_back(Arc::clone(&job));
        while list.len() > KEPT
            && let Some(oldest) = list.iter().position(ended)
        {
            list.remove(oldest);
        }
        drop(list);
        let (turn, working) = (Arc::clone(&self.turn), Arc::clone(&job));
        tokio::task::spawn_blocking(move || {
            let outcome = catch_unwind(AssertUnwindSafe(|| {
                let _turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
                if working.is_cancelled() { Err(Cancelled.into()) } else { work(&working) }
            }));
            let broken = || {
                let expected = "the case is kept; please report this with it";
                Failure::other(Fault::of_file(
                    "the report",
                    "could not be made: a fault in the program itself",
                    expected,
                ))
            };
            // Nobody else sets the outcome.
            let _ = working.outcome.set(outcome.unwrap_or_else(|_| Err(broken())));
        });
        Ok(job)
    }

    fn list(&self) -> std::sync::MutexGuard<'_, VecDeque<Arc<Job>>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
