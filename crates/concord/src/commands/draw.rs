//! The options of everything that simulates persons.

use clap::value_parser;
use twin::ensemble::Draw;
use workup::compute::{MOST_PERSONS, USUAL_PERSONS};

/// How many persons, and which.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct DrawArgs {
    /// Persons whose parameters are drawn for the spread, beside the one with central parameter values
    #[arg(long, default_value_t = USUAL_PERSONS, value_parser = value_parser!(u32).range(0..=i64::from(MOST_PERSONS)))]
    persons: u32,
    /// Seed of the draw: the same seed gives the same numbers
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl From<DrawArgs> for Draw {
    fn from(args: DrawArgs) -> Self {
        Self { persons: args.persons, seed: args.seed }
    }
}
