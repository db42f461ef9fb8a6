//! What the program does with its arguments, faults and panics.

use crate::cli::Cli;
use crate::problem::{Failure, Fault};
use clap::Parser;
use std::io::Write;
use std::panic::PanicHookInfo;
use std::process::ExitCode;

/// Where a fault of the program itself is to be reported.
const REPORT_TO: &str = "the project's issue tracker";

/// Runs the program on the process's own arguments.
pub fn run() -> ExitCode {
    std::panic::set_hook(Box::new(|info| {
        // A closed stderr must not turn one panic into two.
        let _ = writeln!(std::io::stderr(), "{}", panic_line(info));
    }));
    let (json, outcome) = match Cli::try_parse() {
        Ok(cli) => (cli.json, cli.command.run(cli.json)),
        // Whoever asked for JSON gets it for a wrong argument, too; help and version are no errors.
        Err(error) if error.use_stderr() && std::env::args_os().any(|argument| argument == "--json") => {
            (true, Err(wrong_argument(&error)))
        }
        Err(error) => error.exit(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.show(json);
            ExitCode::from(failure.exit_code())
        }
    }
}

fn wrong_argument(error: &clap::Error) -> Failure {
    let text = error.to_string();
    // Usage and tips follow after an empty line; what is missing stands on lines of its own before it.
    let first: Vec<&str> = text.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    let first = first.join(" ");
    let what = first.strip_prefix("error: ").unwrap_or(&first);
    Failure::input(Fault::of_argument("", "", what, "see `concord --help`"))
}

fn panic_line(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let what = payload
        .downcast_ref::<&str>()
        .copied()
        .or(payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message");
    let at = info.location().map_or(String::new(), |at| format!(" at {}:{}", at.file(), at.line()));
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "concord {version}: a fault in the program itself{at}: {what}. Please report this line and the case to {REPORT_TO}."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    #[test]
    fn a_panic_is_one_line_that_says_where_and_asks_to_report_it() {
        let seen = Arc::new(Mutex::new(String::new()));
        let writer = Arc::clone(&seen);
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| *writer.lock().unwrap() = panic_line(info)));
        let outcome = std::panic::catch_unwind(|| panic!("the {} broke", "pump"));
        std::panic::set_hook(before);
        assert!(outcome.is_err());
        let line = seen.lock().unwrap().clone();
        assert_eq!(line.lines().count(), 1);
        for part in ["program.rs:", "the pump broke", "Please report"] {
            assert!(line.contains(part), "{line}");
        }
    }
}
