//! Pumps of one's own on the bench: files in the catalogue's form that lie elsewhere.

use crate::input::{Kind, name_of, read_text};
use crate::library::Library;
use crate::problem::Failure;
use std::path::Path;

/// Whether a pump is named by its file.
pub fn is_file(pump: &str) -> bool {
    let ends = Path::new(pump).extension();
    pump == "-" || ends.is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

/// The library with the pumps that are named by their files, and every pump by its article.
///
/// # Errors
/// A file that is none, too large or no pump; an article that the catalogue has already.
pub fn read(pumps: &[String]) -> Result<(Library, Vec<String>), Failure> {
    let mut library = Library::embedded();
    let mut articles = vec![];
    for pump in pumps {
        if !is_file(pump) {
            articles.push(pump.clone());
            continue;
        }
        let file = name_of(Path::new(pump));
        let text = read_text(Path::new(pump), &file, Kind::Pump)?;
        articles.push(library.add_pump(&file, text)?);
    }
    Ok((library, articles))
}
