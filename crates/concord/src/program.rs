//! What the program does with its arguments, faults and panics.

use crate::cli::Cli;
#[cfg(unix)]
use crate::signals;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::panic::PanicHookInfo;
use std::process::ExitCode;
use workup::output;
use workup::problem::{Failure, Fault};

/// Where a fault of the program itself is to be reported.
const REPORT_TO: &str = "the project's issue tracker";

/// Runs the program on the process's own arguments.
pub fn run() -> ExitCode {
    std::panic::set_hook(Box::new(|info| {
        output::note(&panic_line(info));
    }));
    #[cfg(unix)]
    signals::write_errors_are_told();
    let (json, outcome) = match Cli::read(std::env::args_os()) {
        Ok(cli) => {
            #[cfg(unix)]
            if !cli.command.ends_itself() {
                signals::end_without_leftovers();
            }
            (cli.json, cli.command.run(cli.json, cli.texts()))
        }
        // Whoever asked for JSON gets it for a wrong argument, too; help and version are no errors.
        Err(error) if error.kind() == ErrorKind::ValueValidation => {
            (std::env::args_os().any(|argument| argument == "--json"), Err(wrong_value(&error)))
        }
        Err(error) if error.use_stderr() && std::env::args_os().any(|argument| argument == "--json") => {
            (true, Err(wrong_argument(&error)))
        }
        Err(error) => return told(&error),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.show(json);
            ExitCode::from(failure.exit_code())
        }
    }
}

/// Help, the version, or what is wrong with the arguments, in the words of the one who reads them.
fn told(error: &clap::Error) -> ExitCode {
    let text = error.render().to_string();
    if error.use_stderr() {
        output::note(text.trim_end_matches('\n'));
    } else {
        // A reader that has gone has nothing to be told.
        let _ = output::print(&text);
    }
    u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
}

/// A value that an option does not take, with what would be right.
fn wrong_value(error: &clap::Error) -> Failure {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        _ => String::new(),
    };
    let (argument, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let (name, unit) = argument.split_once(' ').unwrap_or((&argument, ""));
    let unit = unit.trim_matches(['<', '>']).to_lowercase();
    let mut command = Cli::arguments();
    let known = option(&mut command, name);
    let about = known.as_ref().and_then(|arg| arg.get_help()).map(ToString::to_string).unwrap_or_default();
    let usual = known.as_ref().and_then(|arg| arg.get_default_values().first()?.to_str().map(str::to_string));
    let example = format!("for example {}", usual.unwrap_or_else(|| "10".into()));
    let (what, right) = match reason.as_str() {
        _ if reason.ends_with("digit found in string") || reason.starts_with("cannot parse integer") => {
            ("no whole number, 0 or more".to_string(), format!("give a whole number, {example}"))
        }
        _ if reason.ends_with("float literal") || reason.starts_with("cannot parse float") => {
            ("no number".to_string(), format!("give a number, {example}"))
        }
        _ if reason.starts_with("number too ") => {
            ("out of range".to_string(), format!("give a whole number, {example}"))
        }
        _ => match reason.split_once(" is not in ").and_then(|(_, range)| range.split_once("..=")) {
            Some((low, high)) => ("out of range".to_string(), format!("give {low} to {high}")),
            None if reason.contains("IP address") => {
                ("no address".to_string(), "give an address, for example 127.0.0.1".to_string())
            }
            None => match reason.split_once("; ") {
                Some((what, right)) => (what.to_string(), right.to_string()),
                None => (reason, "see `concord --help`".into()),
            },
        },
    };
    let what = format!("invalid value '{value}', {what}");
    let unit = if unit.len() <= 3 && !unit.is_empty() { format!(" {unit}") } else { String::new() };
    let about = if about.is_empty() { about } else { format!(": {about}") };
    Failure::input(Fault::of_argument(name, &value, what, format!("{right}{unit}{about}")))
}

/// The option of this name, of whatever command has it.
fn option(command: &mut clap::Command, name: &str) -> Option<clap::Arg> {
    let own = command.get_arguments().find(|arg| arg.get_long().is_some_and(|long| name == format!("--{long}")));
    own.cloned().or_else(|| command.get_subcommands_mut().find_map(|command| option(command, name)))
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

    /// Every option of a command and of those within it, with the words that lead to it.
    fn options(command: &clap::Command, words: &[String], found: &mut Vec<(Vec<String>, String)>) {
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            found.extend(arg.get_long().map(|long| (words.to_vec(), format!("--{long}"))));
        }
        for within in command.get_subcommands() {
            options(within, &[words, &[within.get_name().to_string()]].concat(), found);
        }
    }

    #[test]
    fn every_option_that_takes_a_number_says_what_was_given_and_what_would_be_right() {
        let mut found = vec![];
        options(&Cli::arguments(), &["concord".to_string()], &mut found);
        let mut numeric = 0;
        for (words, name) in found {
            for value in ["abc", "", "1e", "99999999999999999999999", "-5"] {
                let given = [words.clone(), vec![format!("{name}={value}")]].concat();
                let Err(error) = Cli::read(&given) else { continue };
                if error.kind() != ErrorKind::ValueValidation {
                    continue;
                }
                numeric += 1;
                let failure = wrong_value(&error);
                assert_eq!(failure.exit_code(), 2);
                let text = failure.text(false);
                let told = if value.is_empty() { format!("{name}: ") } else { format!("{name} = {value}: ") };
                assert!(text.contains(&told), "{given:?}: {text}");
                assert!(text.contains("help: give ") || text.contains("help: write "), "{given:?}: {text}");
                for foreign in ["digit found", "literal", "target type", "cannot parse", "concord --help"] {
                    assert!(!text.contains(foreign), "{given:?}: {text}");
                }
            }
        }
        assert!(numeric > 60, "{numeric}");
    }

    #[test]
    fn a_number_of_persons_that_is_none_is_told_with_its_range_or_an_example() {
        let of = |value: &str| {
            let error = Cli::read(["concord", "day", "x.toml", "--persons", value]).unwrap_err();
            wrong_value(&error).text(false)
        };
        assert!(
            of("abc").contains("--persons = abc: invalid value 'abc', no whole number, 0 or more"),
            "{}",
            of("abc")
        );
        assert!(of("abc").contains("help: give a whole number, for example 60"), "{}", of("abc"));
        assert!(of("200000").contains("out of range") && of("200000").contains("give 0 to 100000"), "{}", of("200000"));
    }

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
