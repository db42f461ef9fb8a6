//! `concord check`: are these cases sound? Nothing is simulated.

use super::named::NamedArgs;
use serde_json::json;
use std::path::PathBuf;
use workup::checked::Checked;
use workup::input::read_case;
use workup::output;
use workup::problem::{Draft, Failure};

/// Check case files and show every fault
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  concord check cases/mechanic.toml")]
pub struct Args {
    /// Case files; `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    named: NamedArgs,
}

/// Checks every file, and says which questions are open; one broken file does not hide what is said about the others.
///
/// # Errors
/// Every fault of every file.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    let (mut said, mut lines, mut faults) = (vec![], String::new(), vec![]);
    let mut tell = |json, line: &str| {
        said.push(json);
        lines += line;
    };
    for file in &args.files {
        match read_case(file, args.named.into()) {
            Ok(read) => {
                let fine = Checked::from(&read);
                tell(json!(fine), &format!("{}\n", fine.line()));
            }
            Err(Failure::Open(open)) => {
                let draft = Draft::new(&open);
                tell(json!(draft), &draft.text());
            }
            Err(Failure::Input(found)) => faults.extend(found),
            Err(other) => return Err(other),
        }
    }
    if json && !said.is_empty() {
        output::print_json(&said)?;
    } else {
        output::print(&lines)?;
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::Input(faults)) }
}
