//! The arguments. Adding a subcommand: one file in `commands/`, one line in [`Command`], one in [`Command::run`].

use crate::commands::serve;
use crate::commands::{
    bench, calibrate, catalog, check, compare_shapes, day, drive, fit, guide, identify, licences, monitor, new,
    pump_settings, run, schema, sensitivity, sleeve, socket, strength, study, validate,
};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use std::ffi::OsString;
use texts::{Language, Texts};
use workup::problem::Failure;

/// Concord: the open software twin of an active-vacuum prosthesis.
#[derive(Debug, Parser)]
#[command(
    name = "concord",
    version,
    about = "Concord: the open software twin of an active-vacuum prosthesis",
    after_help = "Start with `concord new NAME`, then `concord check NAME.toml`.\n\
                  Not affiliated with any maker; not a medical device.",
    max_term_width = 100
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// Print the result as JSON on stdout, errors as JSON on stderr
    #[arg(long, global = true)]
    pub json: bool,

    /// Language of reports and of what is printed; JSON stays English
    #[arg(long, global = true, value_name = "CODE", value_parser = language)]
    pub language: Option<Language>,
}

impl Cli {
    /// The words of the language that is asked for; English without.
    pub fn texts(&self) -> &'static Texts {
        Texts::of(self.language.unwrap_or_default())
    }
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| format!("no such language here; give one of {}", Language::codes()))
}

/// The subcommands.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum Command {
    Run(run::Args),
    Fit(fit::Args),
    Day(day::Args),
    Socket(socket::Args),
    CompareShapes(compare_shapes::Args),
    Guide(guide::Args),
    Strength(strength::Args),

    Serve(serve::Args),
    Drive(drive::Args),
    Monitor(monitor::Args),
    PumpSettings(pump_settings::Args),
    Bench(bench::Args),
    Study(study::Args),
    Validate(validate::Args),
    Sleeve(sleeve::Args),
    Calibrate(calibrate::Args),
    Catalog(catalog::Args),
    Sensitivity(sensitivity::Args),
    Identify(identify::Args),
    New(new::Args),
    Check(check::Args),
    Schema(schema::Args),
    Licences(licences::Args),
}

impl Cli {
    /// The arguments as they are read: "-5" is a number everywhere, so that it is told to be out of range.
    pub fn arguments() -> clap::Command {
        fn numbers(command: clap::Command) -> clap::Command {
            command.allow_negative_numbers(true).mut_subcommands(numbers)
        }
        numbers(Self::command())
    }

    /// Reads arguments.
    ///
    /// # Errors
    /// What clap finds wrong; help and version.
    pub fn read<T: Into<OsString> + Clone>(given: impl IntoIterator<Item = T>) -> Result<Self, clap::Error> {
        Self::from_arg_matches(&Self::arguments().try_get_matches_from(given)?)
    }
}

impl Command {
    /// Whether the command catches by itself what tells the program to end: it has something to put back first.
    pub fn ends_itself(&self) -> bool {
        match self {
            Self::Serve(_) => true,
            Self::Drive(args) => args.by_hand(),
            Self::Monitor(_) => true,
            _ => false,
        }
    }

    /// Runs the subcommand.
    ///
    /// # Errors
    /// What went wrong, ready to be shown.
    pub fn run(&self, json: bool, texts: &'static Texts) -> Result<(), Failure> {
        match self {
            Self::Run(args) => run::run(args, json, texts),
            Self::Fit(args) => fit::run(args, json, texts),
            Self::Day(args) => day::run(args, json, texts),
            Self::Socket(args) => socket::run(args, json, texts),
            Self::CompareShapes(args) => compare_shapes::run(args, json, texts),
            Self::Guide(args) => guide::run(args, json, texts),
            Self::Strength(args) => strength::run(args, json, texts),

            Self::Serve(args) => serve::run(args, json),
            Self::Drive(args) => drive::run(args, json, texts),
            Self::Monitor(args) => monitor::run(args, json, texts),
            Self::PumpSettings(args) => pump_settings::run(args, json),
            Self::Bench(args) => bench::run(args, json, texts),
            Self::Study(args) => study::run(args, json, texts),
            Self::Validate(args) => validate::run(args, json),
            Self::Sleeve(args) => sleeve::run(args, json, texts),
            Self::Calibrate(args) => calibrate::run(args, json, texts),
            Self::Catalog(args) => catalog::run(args, json, texts),
            Self::Sensitivity(args) => sensitivity::run(args, json),
            Self::Identify(args) => identify::run(args, json),
            Self::New(args) => new::run(args, json),
            Self::Check(args) => check::run(args, json),
            Self::Schema(args) => schema::run(args),
            Self::Licences(args) => licences::run(args, json),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_consistent_and_every_subcommand_ends_its_help_with_an_example() {
        let mut command = Cli::command();
        command.clone().debug_assert();
        for subcommand in command.get_subcommands_mut() {
            let help = subcommand.render_long_help().to_string();
            let last = help.trim_end().lines().last().unwrap_or_default();
            assert!(help.contains("Example") && last.trim_start().starts_with("concord "), "{help}");
        }
    }
}
