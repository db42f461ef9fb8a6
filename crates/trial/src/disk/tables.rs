//! The published tables that ready studies are held to.

use evidence::published::Published;
use workup::library;
use workup::problem::{Failure, Fault};

/// The published tables that ready studies are held to: those of the protocols and those that only a trial repeats.
///
/// # Errors
/// A broken table.
pub fn tables() -> Result<Vec<Published>, Failure> {
    library::published().and_then(|tables| Ok([tables, library::published_trials()?].concat())).map_err(|broken| {
        let expected = "this is a fault of the program's own data";
        Failure::other(Fault::of_file(broken.0, broken.1.to_string(), expected))
    })
}
