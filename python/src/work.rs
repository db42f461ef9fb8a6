//! Computing: without the interpreter's lock, so that other Python threads go on, and stopped by Ctrl-C.

use crate::errors::exception;
use pyo3::prelude::*;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;
use twin::ensemble::Cancelled;
use workup::problem::Failure;

/// How long Ctrl-C may wait to be seen.
const LOOKS_EVERY: Duration = Duration::from_millis(50);

/// Told to a long work between its steps.
#[derive(Debug, Default)]
pub struct Stop(AtomicBool);

impl Stop {
    /// One step more is done.
    ///
    /// # Errors
    /// [`Cancelled`] once the work is to end.
    pub fn step(&self) -> Result<(), Cancelled> {
        if self.0.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }
}

/// Runs `job` on a thread of its own, while this one looks for signals: only the interpreter's first thread sees them.
///
/// # Errors
/// What the job says; what a signal's handler raises, which ends the job at its next step.
pub fn work<T: Send>(py: Python<'_>, job: impl FnOnce(&Stop) -> Result<T, Failure> + Send) -> PyResult<T> {
    let stop = Stop::default();
    let (done, outcome) = py.detach(|| {
        let (tell, told) = channel();
        thread::scope(|scope| {
            let running = scope.spawn(|| {
                let done = job(&stop);
                // Whoever waited may have gone only with this scope.
                let _ = tell.send(());
                done
            });
            let mut outcome = Ok(());
            // A job that panicked tells nothing, but is finished.
            while told.recv_timeout(LOOKS_EVERY) == Err(RecvTimeoutError::Timeout) && !running.is_finished() {
                if outcome.is_ok() {
                    outcome = Python::attach(|py| py.check_signals());
                    stop.0.store(outcome.is_err(), Ordering::Relaxed);
                }
            }
            (running.join(), outcome)
        })
    });
    outcome?;
    done.unwrap_or_else(|panic| resume_unwind(panic)).map_err(|failure| exception(py, failure))
}
