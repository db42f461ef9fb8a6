//! The languages: one folder each in `languages/`, English first.

use include_dir::{Dir, include_dir};
use std::sync::LazyLock;

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/languages");

/// One folder a language, English first, then by code.
static FOLDERS: LazyLock<Vec<(&'static str, &'static Dir<'static>)>> = LazyLock::new(|| {
    let code = |folder: &'static Dir<'static>| folder.path().to_str().unwrap_or_default();
    let mut folders: Vec<_> = FOLDER.dirs().map(|folder| (code(folder), folder)).collect();
    folders.sort_by_key(|(code, _)| (*code != "en", *code));
    folders
});

/// A language, by its folder in `languages/`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Language(usize);

impl Language {
    /// English, where nothing else is asked for. Every other language says what English says.
    pub const ENGLISH: Self = Self(0);

    /// Every language, English first, then by code.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        (0..FOLDERS.len()).map(Self)
    }

    /// Its place among all, from 0.
    pub const fn place(self) -> usize {
        self.0
    }

    /// Its files: (name, text).
    pub(crate) fn files(self) -> impl Iterator<Item = (String, &'static str)> {
        let folder = FOLDERS.get(self.0).map(|(_, folder)| *folder);
        let files = folder.into_iter().flat_map(Dir::files);
        files.map(|file| (file.path().display().to_string(), file.contents_utf8().unwrap_or_default()))
    }

    /// "en", "de": the folder's name, and what `<html lang>` has.
    pub fn code(self) -> &'static str {
        FOLDERS.get(self.0).map_or("en", |(code, _)| code)
    }

    /// The language of a code; of "de-AT", too.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.trim().split(['-', '_']).next().unwrap_or_default();
        Self::all().find(|language| primary.eq_ignore_ascii_case(language.code()))
    }

    /// The codes, for help and errors: "en, de".
    pub fn codes() -> String {
        Self::all().map(Self::code).collect::<Vec<_>>().join(", ")
    }

    /// The language a browser likes best of ours, by the header `Accept-Language`.
    pub fn from_accept_language(header: &str) -> Self {
        // A header is short; what is not is nobody's browser.
        let wishes = header.split(',').take(32).filter_map(|wish| {
            let (code, rest) = wish.split_once(';').unwrap_or((wish, ""));
            let weight = rest.trim().strip_prefix("q=").map_or(1.0, |q| q.trim().parse::<f64>().unwrap_or(0.0));
            let language = if code.trim() == "*" { Some(Self::default()) } else { Self::from_code(code) };
            language.filter(|_| weight > 0.0).map(|language| (weight, language))
        });
        let best = wishes.reduce(|best, wish| if wish.0 > best.0 { wish } else { best });
        best.map_or(Self::default(), |(_, language)| language)
    }
}
