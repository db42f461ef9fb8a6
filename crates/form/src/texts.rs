//! Every word a page says, in English and German: one file a language, `texts/en.toml` and `texts/de.toml`.
//!
//! Keys are dotted and grouped by area. A key that a file lacks is said as it is: a page with a strange word is better than
//! none. The English words of what a day shows come from its registry, `twin::quantity`. Faults of a case come in the program's English words; the German file has their forms under `[problem]`.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use toml::{Table, Value};
use twin::quantity::{OUTCOMES, QUANTITIES, Quantity};

mod pattern;

use pattern::Pattern;

/// A language the pages speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, where nothing else is asked for.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// "en", "de": as `<html lang>` has it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// What it calls itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language of a code; of "de-AT", too.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.code()))
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

/// The English words of what a day shows stand in its registry, since reports say them, too.
fn of_registry() -> impl Iterator<Item = (String, String)> {
    let drawn = Quantity::drawn(QUANTITIES.iter().copied()).into_iter().flat_map(|(_, drawn)| {
        let said = [("quantity", drawn.title), ("quantity_unit", drawn.unit)];
        said.map(|(area, text)| (format!("{area}.{}", drawn.name), text.to_string()))
    });
    let compared = OUTCOMES.iter().filter(|outcome| outcome.compared);
    drawn.chain(compared.map(|outcome| (format!("outcome.{}", outcome.id), outcome.label.to_string())))
}

/// The words of one language.
#[derive(Debug)]
pub struct Texts {
    language: Language,
    words: BTreeMap<String, String>,
    patterns: Vec<Pattern>,
}

static TEXTS: LazyLock<[Texts; 2]> = LazyLock::new(|| Language::ALL.map(Texts::read));

impl Texts {
    /// Every key with its sentence.
    pub const fn words(&self) -> &BTreeMap<String, String> {
        &self.words
    }

    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &TEXTS[0],
            Language::German => &TEXTS[1],
        }
    }

    fn read(language: Language) -> Self {
        let source = match language {
            Language::English => include_str!("../texts/en.toml"),
            Language::German => include_str!("../texts/de.toml"),
        };
        // A test reads both files; should one be broken all the same, the pages still work, with keys for words.
        let mut table: Table = toml::from_str(source).unwrap_or_default();
        let patterns = match table.remove("problem") {
            Some(Value::Table(patterns)) => pattern::all(patterns),
            _ => vec![],
        };
        let mut words = BTreeMap::new();
        flatten(table, "", &mut words);
        if language == Language::English {
            words.extend(of_registry());
        }
        Self { language, words, patterns }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// What a key says; the key itself where the file does not know it.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.get(key).map_or(key, String::as_str)
    }

    /// What a key says with its places, `{name}`, filled.
    pub fn fill(&self, key: &str, with: &[(&str, &str)]) -> String {
        pattern::fill(self.say(key), |name| with.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).into()))
    }

    /// Whether there are words for a key.
    pub fn knows(&self, key: &str) -> bool {
        self.words.contains_key(key)
    }

    /// What is wrong and what would be right, in one sentence of this language.
    pub fn sentence(&self, what: &str, expected: &str) -> String {
        let what = self.translate(what);
        if expected.is_empty() { what } else { format!("{what}; {}", self.translate(expected)) }
    }

    /// Words of the program in this language; as they are where no form of them is known.
    pub fn translate(&self, words: &str) -> String {
        pattern::translate(&self.patterns, words).unwrap_or_else(|| words.into())
    }

    /// Whether words of the program have a form in this language.
    pub fn translates(&self, words: &str) -> bool {
        words.is_empty() || pattern::translate(&self.patterns, words).is_some()
    }
}

fn flatten(table: Table, path: &str, words: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        let path = if path.is_empty() { key } else { format!("{path}.{key}") };
        match value {
            Value::Table(table) => flatten(table, &path, words),
            Value::String(text) => {
                words.insert(path, text);
            }
            _ => {}
        }
    }
}
