//! Every sentence that people read, in every language: one folder a language, `languages/en`, `languages/de`, read by Fluent.
//!
//! - [`Language`]: the languages that have a folder
//! - [`Texts`]: what a key says in a language
//! - [`Wording`]: a sentence as data, an id and its values; [`Said`]: the same as it stands in results, where it reads as English
//!
//! It uses nothing of the project and knows nothing of what is said. A new language is a new folder: `language.ftl` says how it
//! calls itself and how it writes numbers; a test holds that every folder has every id with the same places.
//!
//! What is not data yet is recognised by its English words: `problems.toml` has those of faults, `results.toml` those of results.

mod language;
mod pattern;
mod said;
mod texts;
mod wording;

pub use language::Language;
pub use said::Said;
pub use texts::Texts;
pub use wording::{Arg, Wording};
