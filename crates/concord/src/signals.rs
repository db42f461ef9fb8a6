//! What the program does when it is told to end, and when a file grows beyond what the system allows.

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;
use signal_hook::{flag, low_level};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A file that grows beyond the limit of its user is an error of that write, not the end of the program.
pub fn write_errors_are_told() {
    // Where the signal cannot be caught the program ends as it would have without this line.
    let _ = flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

/// Whoever ends the program ends it at once, and no file half written stays.
pub fn end_without_leftovers() {
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
    std::thread::spawn(move || {
        for signal in &mut signals {
            workup::output::remove_unfinished();
            as_usual(signal);
        }
    });
}

/// Whether the program was told to end, for work that has to put something back first.
#[derive(Debug)]
pub struct ToldToEnd(Arc<AtomicUsize>);

impl ToldToEnd {
    /// From now on the program does not end by itself when it is told to: who asked for this does it.
    ///
    /// # Errors
    /// A system that does not let signals be caught.
    pub fn watch() -> io::Result<Self> {
        let told = Arc::new(AtomicUsize::new(0));
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            flag::register_usize(signal, Arc::clone(&told), signal.unsigned_abs() as usize)?;
        }
        Ok(Self(told))
    }

    /// As if this signal had come: a terminal in raw mode sends none for Ctrl+C.
    pub fn interrupt(&self) {
        self.0.store(SIGINT.unsigned_abs() as usize, Ordering::Relaxed);
    }

    /// Whether a signal came.
    pub fn already(&self) -> bool {
        self.0.load(Ordering::Relaxed) != 0
    }

    /// Ends the program as the signal would have, if one came.
    pub fn end(&self) {
        if let Ok(signal @ 1..) = i32::try_from(self.0.load(Ordering::Relaxed)) {
            as_usual(signal);
        }
    }
}

/// What the signal does to a program that does not catch it; whoever started the program learns that it was this signal.
fn as_usual(signal: i32) {
    if low_level::emulate_default_handler(signal).is_err() {
        low_level::exit(128 + signal);
    }
}
