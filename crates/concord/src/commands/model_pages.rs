//! `concord model-pages`: the equations, values and sources behind every curve, as pages to read.

use report::model_pages;
use serde_json::json;
use std::path::PathBuf;
use workup::library::Library;
use workup::output;
use workup::problem::Failure;

/// Write the model's pages: equations, symbols, values and sources
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  concord model-pages --out model")]
pub struct Args {
    /// Folder for the pages, one Markdown file each
    #[arg(long, default_value = "docs/model", value_name = "DIR")]
    out: PathBuf,
}

/// Writes the pages.
///
/// # Errors
/// A folder that cannot be written.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    let pages = model_pages::render(&Library::embedded());
    output::report_folder(&args.out)?;
    for (file, text) in &pages {
        output::write_atomically(&args.out.join(file), text.as_bytes())?;
    }
    if json {
        let files: Vec<&String> = pages.iter().map(|(file, _)| file).collect();
        return output::print_json(&json!({ "folder": args.out, "files": files }));
    }
    output::print(&format!("{} pages written; begin with {}\n", pages.len(), args.out.join("README.md").display()))
}
