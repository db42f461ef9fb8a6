//! Long work: a report of a case. One at a time, on its own threads, so that pages stay quick; shown in progress,
//! cancelled. What it makes is kept in the store, so that a restart loses no report. A panic in it is told and ends nothing
//! else.

use super::clinic::Clinic;
use super::clock::actor;
use super::error::HttpError;
use super::files::stem;
use super::lanes::{REPORT_NICE, threads_behind};
use ::report::case_report;
use ::report::csv;
use rayon::ThreadPool;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use store::{CaseId, Report, StoreError, Version};
use twin::ensemble::{Cancelled, Draw};
use workup::compute;
use workup::problem::{Failure, Fault};
use workup::systems;

/// Jobs remembered; what they made is in the store.
const KEPT: usize = 12;

/// Jobs that may wait or work; each holds a thread.
const MOST: usize = 20;

/// Persons and seed of a report: those of `concord run`.
pub const DRAW: Draw = Draw { persons: 60, seed: 1 };

/// The files of a report that are asked for under these names: its result, and the days in one table.
pub const RESULT: &str = "result.json";
/// See [`RESULT`].
pub const TRACES: &str = "traces.csv";

/// What the store says against it.
fn kept(what: &str, error: &StoreError) -> Failure {
    Failure::other(Fault::of_file(what, error.without_place(), ""))
}

/// All jobs.
pub struct Jobs {
    list: Mutex<VecDeque<Arc<Job>>>,
    /// One job at a time.
    turn: Mutex<()>,
    pool: Option<ThreadPool>,
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
    by: String,
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

    fn step(&self) -> Result<(), Cancelled> {
        self.done.fetch_add(1, Ordering::Relaxed);
        if self.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }
}

impl Jobs {
    /// No jobs yet; one core stays free for the pages.
    pub fn new(cores: usize) -> Self {
        let pool = threads_behind(cores, REPORT_NICE);
        Self { list: Mutex::default(), turn: Mutex::default(), pool, count: AtomicU64::new(1) }
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

    /// Begins the report of a case's version, or finds the one that was begun. With `anew` one that is finished is made
    /// again.
    ///
    /// # Errors
    /// [`HttpError::Busy`] where too many wait.
    pub fn begin(&self, clinic: &Arc<Clinic>, version: &Version, by: &str, anew: bool) -> Result<Arc<Job>, HttpError> {
        let (case, version) = (&version.id, version.number);
        let goes = |job: &Arc<Job>| match job.standing() {
            Standing::Failed => false,
            Standing::Finished => !anew,
            _ => true,
        };
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
            by: by.to_string(),
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
        let (clinic, working) = (Arc::clone(clinic), Arc::clone(&job));
        tokio::task::spawn_blocking(move || {
            let outcome = catch_unwind(AssertUnwindSafe(|| clinic.jobs.work(&clinic, &working)));
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

    fn work(&self, clinic: &Clinic, job: &Job) -> Result<(), Failure> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        if job.cancelled.load(Ordering::Relaxed) {
            return Err(Cancelled.into());
        }
        let version = clinic.store.version(&job.case, job.version).map_err(|error| kept("the case", &error))?;
        let inputs = clinic.inputs(&version).map_err(|error| kept("the case", &error))?;
        let stem = stem(&version.name);
        let read = clinic.read(&job.case, &version.name, &version.text)?;
        let fitting = fitting::recommend(&read.case, &clinic.library.catalog, &clinic.library.rules);
        let count = systems::usual(&read.case, &fitting).len();
        job.total.store(compute::run_steps(count, DRAW), Ordering::Relaxed);
        let make = || {
            let made = case_report::socket(&read, &clinic.scans(&job.case), &clinic.library, &stem)?;
            Ok::<_, Failure>(case_report::make(read, made, &clinic.library, &stem, DRAW, &|| job.step())?)
        };
        let made = match &self.pool {
            Some(pool) => pool.install(make),
            None => make(),
        }?;
        let result = serde_json::to_vec_pretty(&made.result)
            .map_err(|error| Failure::other(Fault::of_file("the report", error.to_string(), "")))?;
        let traces = csv::together(&made.result.days).into_bytes();
        let own =
            [(format!("{stem}.html"), made.report.into_bytes()), (RESULT.into(), result), (TRACES.into(), traces)];
        let files: Vec<(String, Vec<u8>)> = own.into_iter().chain(made.files).collect();
        let report = Report { case: &job.case, version: job.version, inputs: &inputs, files: &files };
        clinic.store.keep_report(&actor(&job.by), &report).map_err(|error| kept("the report", &error))
    }

    fn list(&self) -> std::sync::MutexGuard<'_, VecDeque<Arc<Job>>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
