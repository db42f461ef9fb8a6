//! `concord pump-settings`: what of the electronic pump's controller may be set, in a table that a case takes as it is.

use crate::output;
use crate::problem::Failure;
use control::SETTINGS;
use serde_json::{Value, json};
use twin::pump_settings::{default_of, template};

/// Print the electronic pump's settings with defaults, limits and sources, as a table for a case
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Print the electronic pump's settings with defaults, limits and sources, as a table for a case\n\n\
                  A case that has the table, or some lines of it, is simulated with them: by run, day and drive.",
    after_help = "Example:\n  concord pump-settings >> mechanic.toml"
)]
pub struct Args {}

/// Prints them.
///
/// # Errors
/// When stdout cannot be written.
pub fn run(_: &Args, json: bool) -> Result<(), Failure> {
    if !json {
        return output::print(&template());
    }
    let rows = SETTINGS.iter().map(|row| {
        let [low, high] = row.limits;
        let default: Value = serde_json::from_str(&default_of(row)).unwrap_or_default();
        json!({
            "name": row.name, "is": row.is.trim(), "unit": row.unit, "default": default, "low": low, "high": high, "from": row.from,
        })
    });
    output::print_json(&rows.collect::<Vec<_>>())
}
