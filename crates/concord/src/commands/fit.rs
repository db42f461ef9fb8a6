//! `concord fit`: is this person a candidate; which pump, size, liner and parts, and why.

use super::draw::DrawArgs;
use super::named::NamedArgs;
use report::{fit_text, order};
use std::path::PathBuf;
use texts::Texts;
use workup::compute;
use workup::input::read_case;
use workup::library::Library;
use workup::output;
use workup::problem::Failure;

/// Screen the person, choose and size the components, say why
#[derive(Debug, clap::Args)]
#[command(after_help = "Refusing is a result: the exit code is 0 and \"candidate\" is false.\n\n\
                        Examples:\n  concord fit cases/in_the_hole.toml\n  concord fit cases/mechanic.toml --order order.csv")]
pub struct Args {
    /// Case file; `-` for standard input
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// Show every conclusion with its rule, inputs and source
    #[arg(long)]
    all: bool,
    /// Write the order, too: a CSV file, a part a line, with what must still be asked
    #[arg(long, value_name = "FILE")]
    order: Option<PathBuf>,
    #[command(flatten)]
    draw: DrawArgs,
    #[command(flatten)]
    named: NamedArgs,
}

/// Fits the case.
///
/// # Errors
/// A broken case; an order that cannot be written.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    let read = read_case(&args.case, args.named.into())?;
    args.order.as_deref().map_or(Ok(()), output::can_write)?;
    let library = Library::embedded();
    let result = compute::fit(&read, &library, args.draw.into(), &|| Ok(()))?;
    if let Some(path) = &args.order {
        output::write_atomically(path, order::csv(&result.fitting.parts, &library).as_bytes())?;
    }
    if json {
        output::print_json(&result)
    } else {
        output::print(&fit_text::render(texts, &result, &library, args.all))
    }
}
