//! `concord licences`: what others wrote in the program, and under which licences.

use clinic::licences;
use serde::Serialize;
use workup::outcome::Stamp;
use workup::output;
use workup::problem::Failure;

/// Print what others wrote in this program and its page, and under which licences
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  concord licences")]
pub struct Args {}

/// `concord licences --json`.
#[derive(Serialize)]
struct Licences {
    #[serde(flatten)]
    stamp: Stamp,
    text: &'static str,
}

/// Prints the notice.
///
/// # Errors
/// A stdout that cannot be written.
pub fn run(_args: &Args, json: bool) -> Result<(), Failure> {
    if json {
        return output::print_json(&Licences { stamp: Stamp::new(), text: licences::TEXT });
    }
    output::print(licences::TEXT)
}
