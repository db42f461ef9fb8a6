//! `concord study`: virtual trials.

pub mod list;
pub mod power;
pub mod report;
pub mod run;

use clap::Subcommand;
use texts::Texts;
use workup::problem::Failure;

/// Ask many virtual persons: which suspension is better, for whom, by how much, and how sure
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  concord study run vacuum_or_valve --persons 2000 --out trial")]
pub struct Args {
    #[command(subcommand)]
    study: Study,
}

#[derive(Debug, Subcommand)]
enum Study {
    Run(run::Args),
    Report(report::Args),
    Power(power::Args),
    List(list::Args),
}

/// Runs the subcommand.
///
/// # Errors
/// A broken study, a folder that cannot be written or holds another study.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    match &args.study {
        Study::Run(args) => run::run(args, json, texts),
        Study::Report(args) => report::run(args, json, texts),
        Study::Power(args) => power::run(args, json, texts),
        Study::List(args) => list::run(args, json),
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::Cli;
    use clap::CommandFactory;

    #[test]
    fn every_one_ends_its_help_with_an_example() {
        let mut command = Cli::command();
        let study = command.find_subcommand_mut("study").unwrap();
        for subcommand in study.get_subcommands_mut() {
            let help = subcommand.render_long_help().to_string();
            let last = help.trim_end().lines().last().unwrap_or_default();
            assert!(help.contains("Example") && last.trim_start().starts_with("concord study "), "{help}");
        }
    }
}
