//! `concord check`: are these cases sound? Nothing is simulated.

use crate::checked::Checked;
use crate::input::read_case;
use crate::output;
use crate::problem::Failure;
use std::path::PathBuf;

/// Check case files and show every fault
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  concord check cases/mechanic.toml")]
pub struct Args {
    /// Case files; `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Checks every file; one broken file does not hide what is said about the others.
///
/// # Errors
/// Every fault of every file.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    let (mut fine, mut faults) = (vec![], vec![]);
    for file in &args.files {
        match read_case(file) {
            Ok(read) => fine.push(Checked::from(&read)),
            Err(Failure::Input(found)) => faults.extend(found),
            Err(other) => return Err(other),
        }
    }
    if json && !fine.is_empty() {
        output::print_json(&fine)?;
    } else {
        output::print(&fine.iter().map(Checked::line).collect::<String>())?;
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::Input(faults)) }
}
