//! The model pages: what opens each model file, set in type, with the twin's values and their sources.

mod context;
mod feeds;
mod index;
mod maths;
mod page;
mod parameter_table;
mod provenance;

use context::{Context, SOURCES};
use workup::library::Library;

/// Every page as (file name, text), the index first.
pub fn render(library: &Library) -> Vec<(String, String)> {
    let context = Context::new(library);
    let mut pages = vec![("README.md".to_string(), index::render(&context))];
    pages.extend(SOURCES.iter().map(|source| (format!("{}.md", source.name), page::render(source, &context))));
    pages
}
