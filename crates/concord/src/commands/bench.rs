//! `concord bench`: pumps and sockets on virtual benches.

mod list;
pub mod pump;
pub mod socket;

use clap::Subcommand;
use texts::Texts;
use workup::problem::Failure;

/// Measure pumps on rigid chambers, or a socket on a stand
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  concord bench pump --pump P3 --leak-ml-per-min 5")]
pub struct Args {
    #[command(subcommand)]
    bench: Bench,
}

#[derive(Debug, Subcommand)]
enum Bench {
    Pump(pump::Args),
    Socket(socket::Args),
}

/// Runs the bench.
///
/// # Errors
/// Arguments out of range, an unknown pump, a file that cannot be written.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    match &args.bench {
        Bench::Pump(args) => pump::run(args, json, texts),
        Bench::Socket(args) => socket::run(args, json, texts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Cli;
    use clap::CommandFactory;

    #[test]
    fn every_bench_ends_its_help_with_an_example() {
        let mut command = Cli::command();
        let bench = command.find_subcommand_mut("bench").unwrap();
        for subcommand in bench.get_subcommands_mut() {
            let help = subcommand.render_long_help().to_string();
            let last = help.trim_end().lines().last().unwrap_or_default();
            assert!(help.contains("Example") && last.trim_start().starts_with("concord bench "), "{help}");
        }
    }

    #[test]
    fn numbers_stand_between_commas() {
        assert_eq!(list::list("--x", "33, 66,98.5").unwrap(), [33.0, 66.0, 98.5]);
        for wrong in ["33,,66", "a", ""] {
            assert!(list::list("--x", wrong).is_err(), "{wrong}");
        }
    }
}
