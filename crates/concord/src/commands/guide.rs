//! `concord guide`: how a person measures, casts, tries on and tests.

use clap::ValueEnum;
use report::guide::{self, Guide};
use serde::Serialize;
use std::path::PathBuf;
use texts::Texts;
use workup::library::Library;
use workup::output;
use workup::problem::Failure;

/// Tell how a person measures, casts, tries on and tests a socket: steps with their sources, a page with drawings
#[derive(Debug, clap::Args)]
#[command(after_help = "Field rules are labelled as assumed; no maker's course is replaced.\n\n\
                        Examples:\n  concord guide measuring\n  concord --language de guide casting --out casting.html")]
pub struct Args {
    /// Which guide
    #[arg(value_name = "GUIDE")]
    guide: GuideArg,
    /// Write it as a page to print, with its drawing
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum GuideArg {
    /// By tape: where, how tight, when
    Measuring,
    /// Position, wrap, pressure or vacuum, what is not reduced again
    Casting,
    /// What to look at through the clear wall
    CheckSocket,
    /// Before the first day, and after
    LeakTest,
}

#[derive(Serialize)]
struct Told {
    guide: &'static str,
    text: String,
}

/// Shows and writes.
///
/// # Errors
/// A page that cannot be written.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    let which = match args.guide {
        GuideArg::Measuring => Guide::Measuring,
        GuideArg::Casting => Guide::Casting,
        GuideArg::CheckSocket => Guide::CheckSocket,
        GuideArg::LeakTest => Guide::LeakTest,
    };
    let library = Library::embedded();
    if let Some(path) = &args.out {
        output::write_atomically(path, guide::file(texts, &library, which).as_bytes())?;
    }
    if json {
        return output::print_json(&Told { guide: which.name(), text: guide::text(Texts::english(), &library, which) });
    }
    output::print(&guide::text(texts, &library, which))
}
