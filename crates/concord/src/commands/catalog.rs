//! `concord catalog`: what makers print about their articles, as printed.

use report::catalog_text;
use texts::Texts;
use workup::catalog::CatalogResult;
use workup::library::Library;
use workup::output;
use workup::problem::Failure;

/// Read the catalogue: every article, or one with all that is printed about it
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Read the catalogue: every article, or one with all that is printed about it\n\n\
                  Each value stands in the words of its source, with page and document. An article is found by its number \
                  or by what people call it (P3, \"P4 HD\").",
    after_help = "Example:\n  concord catalog P3"
)]
pub struct Args {
    /// Number or name of an article; all of them without
    article: Option<String>,
}

/// Shows it.
///
/// # Errors
/// An article that is not there, with those that are like it.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    let library = Library::embedded();
    let result = CatalogResult::of(&library, args.article.as_deref())?;
    if json {
        return output::print_json(&result);
    }
    output::print(&catalog_text::render(texts, &result, &library, args.article.is_some()))
}
