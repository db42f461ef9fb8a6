//! What generated documents are made from, and whether a file is still current.

use crate::input::{case_of_text, read_case};
use crate::library;
use crate::opened::Named;
use crate::opened_case::Workup;
use crate::problem::{Failure, Fault};
use crate::scan_file::Told;
use evidence::fingerprint::fingerprint;
use std::path::Path;

/// The case that is shown unless another is given.
pub const USUAL_CASE: &str = include_str!("../../../cases/mechanic.toml");

/// Fingerprint of parameters, published tables and a case.
pub fn current(case: &str) -> String {
    fingerprint(library::knowledge().into_iter().chain([case]))
}

/// The case of a path, opened; [`USUAL_CASE`] where none is given.
///
/// # Errors
/// A case that is missing, too large or broken.
pub fn opened(path: Option<&Path>, named: Named) -> Result<Workup, Failure> {
    let none = |_: &str, _: Told<'_>| {
        Err(Failure::other(Fault::of_file("cases/mechanic.toml", "it has no scan", "this is a fault of the program")))
    };
    match path {
        Some(path) => read_case(path, named),
        None => case_of_text("cases/mechanic.toml".into(), USUAL_CASE.into(), &none),
    }
}
