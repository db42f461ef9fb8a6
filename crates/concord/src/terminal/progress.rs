//! Progress of long work, on a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use twin::ensemble::Cancelled;

/// Work shorter than this needs no progress bar.
const QUIET_FOR: Duration = Duration::from_secs(1);

/// A progress bar that appears only on a terminal and only once the work has taken a second. Shared between threads
/// by reference; gone when dropped.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    begun: Instant,
    shown: AtomicBool,
}

impl Progress {
    /// A bar over `steps` steps, `task` in front of it.
    pub fn new(steps: u64, task: &'static str) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::hidden()).with_message(task);
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}, {eta} left") {
            bar.set_style(style);
        }
        Self { bar, begun: Instant::now(), shown: AtomicBool::new(!std::io::stderr().is_terminal()) }
    }

    /// `steps` more are done.
    pub fn advance(&self, steps: u64) {
        self.bar.inc(steps);
        if self.begun.elapsed() > QUIET_FOR && !self.shown.swap(true, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Progress {
    /// One step more is done, of work that could be cancelled; on the command line it ends with the process.
    ///
    /// # Errors
    /// None.
    pub fn step(&self) -> Result<(), Cancelled> {
        self.advance(1);
        Ok(())
    }

    /// A line for people on stderr, above the bar.
    pub fn note(&self, line: &str) {
        self.bar.suspend(|| workup::output::note(line));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_progress_bar_counts_from_many_threads() {
        let progress = Progress::new(100, "people");
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..25).for_each(|_| progress.advance(1)));
            }
        });
        assert_eq!(progress.bar.position(), 100);
    }
}
