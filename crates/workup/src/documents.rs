//! What generated documents are made from, and whether a file is still current.

use crate::input::case_of_text;
use crate::library;
use crate::opened_case::Workup;
use crate::problem::{Failure, Fault};
use domain::Case;
use evidence::fingerprint::fingerprint;

/// The case that is shown unless another is given.
pub const USUAL_CASE: &str = include_str!("../../../cases/mechanic.toml");

/// Fingerprint of parameters, published tables and a case.
pub fn current(case: &str) -> String {
    fingerprint(library::knowledge().into_iter().chain([case]))
}

/// [`USUAL_CASE`], opened.
///
/// # Errors
/// As [`usual_case`].
pub fn usual_workup() -> Result<Workup, Failure> {
    let none = |_: &str, _: Option<&str>| {
        Err(Failure::other(Fault::of_file("cases/mechanic.toml", "it has no scan", "this is a fault of the program")))
    };
    case_of_text("cases/mechanic.toml".into(), USUAL_CASE.into(), &none)
}

/// [`USUAL_CASE`], read.
///
/// # Errors
/// None in a program that was tested: a shipped case is sound.
pub fn usual_case() -> Result<Case, Failure> {
    Case::parse(USUAL_CASE).map_err(|mut problems| {
        let problem = problems.remove(0).to_string();
        Failure::other(Fault::of_file("cases/mechanic.toml", problem, "this is a fault of the program's own data"))
    })
}
