//! `concord pump-settings`: what of the electronic pump's controller may be set, in a table that a case takes as it is; and a case's
//! settings as the record that a device reads.

use super::named::NamedArgs;
use control::{SETTINGS, write_settings};
use serde_json::{Value, json};
use std::path::PathBuf;
use twin::pump_settings::{default_of, template};
use workup::input::{Workup, read_case};
use workup::output;
use workup::problem::{Failure, Fault};

/// Print the electronic pump's settings with defaults, limits and sources, as a table for a case
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Print the electronic pump's settings with defaults, limits and sources, as a table for a case\n\n\
                  A case that has the table, or some lines of it, is simulated with them: by run, day and drive. No device learns of \
                  them by that. With --record they are written as the record that the firmware's board reads from its flash.",
    after_help = "Examples:\n  concord pump-settings >> mechanic.toml\n  concord pump-settings mechanic.toml --record settings.bin"
)]
pub struct Args {
    /// Case whose settings are written; `-` for standard input
    #[arg(value_name = "CASE", requires = "record")]
    case: Option<PathBuf>,
    /// Write the case's settings as the record that a device reads, all of them, whether given or not
    #[arg(long, value_name = "FILE", requires = "case")]
    record: Option<PathBuf>,
    #[command(flatten)]
    named: NamedArgs,
}

/// Prints them, or writes a record.
///
/// # Errors
/// When stdout or the record cannot be written; a broken case.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    if let (Some(case), Some(out)) = (&args.case, &args.record) {
        let Workup { settings, .. } = read_case(case, args.named.into())?;
        // `read_case` has refused what a record cannot hold.
        let refused =
            || Fault::of_file(case.display().to_string(), "has settings that no device takes", "see the limits");
        let record = write_settings(&settings).ok_or_else(|| Failure::input(refused()))?;
        output::write_atomically(out, &record)?;
        let told = json!({ "record": out.display().to_string(), "bytes": record.len() });
        return if json {
            output::print_json(&told)
        } else {
            output::print(&format!("{}: {} bytes\n", out.display(), record.len()))
        };
    }
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
