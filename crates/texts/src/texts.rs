//! The words of one language, read from its folder by Fluent.

use crate::language::Language;
use crate::pattern::{self, Pattern};
use crate::wording::{Arg, Wording};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use toml::Table;
use unic_langid::LanguageIdentifier;

static TEXTS: LazyLock<Vec<Texts>> = LazyLock::new(|| Language::all().map(Texts::read).collect());

/// The file of the forms of faults.
const PROBLEMS: &str = "problems.toml";

/// The words of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Sentences without places, ready: most of what a page says.
    plain: BTreeMap<String, String>,
    /// The places of every sentence.
    places: BTreeMap<String, BTreeSet<String>>,
    /// Of what is wrong with an input.
    patterns: Vec<Pattern>,
    faults: Vec<String>,
}

/// A key as Fluent has it: `account.close` is the message `account-close`.
fn id_of(key: &str) -> String {
    key.replace('.', "-")
}

impl Texts {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        // A language comes from the list of folders alone.
        &TEXTS[language.place()]
    }

    /// The words of English: those of files, logs and everything else that knows no reader.
    pub fn english() -> &'static Self {
        Self::of(Language::ENGLISH)
    }

    fn read(language: Language) -> Self {
        let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut texts = Self {
            language,
            bundle: FluentBundle::new_concurrent(vec![locale]),
            plain: BTreeMap::new(),
            places: BTreeMap::new(),
            patterns: vec![],
            faults: vec![],
        };
        texts.bundle.set_use_isolating(false);
        // A test asks for faults; should a file be broken all the same, pages still work, with keys for words.
        // A language that has no forms of faults says them as English says them to the person at a form.
        let own = language.files().any(|(name, _)| name.ends_with(PROBLEMS));
        let lent = Language::ENGLISH.files().filter(|(name, _)| !own && name.ends_with(PROBLEMS));
        for (name, source) in language.files().chain(lent) {
            if name.ends_with(".ftl") {
                texts.add(&name, source);
            } else {
                match toml::from_str::<Table>(source) {
                    Ok(table) => texts.patterns = pattern::all(table),
                    Err(error) => texts.faults.push(format!("{name}: {error}")),
                }
            }
        }
        let without_places = texts.places.iter().filter(|(_, places)| places.is_empty());
        let plain = without_places.map(|(id, _)| (id.clone(), texts.format(id, &FluentArgs::new())));
        texts.plain = plain.collect();
        texts
    }

    fn add(&mut self, name: &str, source: &str) {
        let resource = FluentResource::try_new(source.to_string()).unwrap_or_else(|(resource, errors)| {
            self.faults.extend(errors.iter().map(|error| format!("{name}: {error}")));
            resource
        });
        for entry in resource.entries() {
            if let ast::Entry::Message(ast::Message { id, value: Some(value), .. }) = entry {
                let mut places = BTreeSet::new();
                find_places(value, &mut places);
                if self.places.insert(id.name.to_string(), places).is_some() {
                    self.faults.push(format!("{name}: {} is there twice", id.name));
                }
            }
        }
        if let Err(errors) = self.bundle.add_resource(resource) {
            self.faults.extend(errors.iter().map(|error| format!("{name}: {error}")));
        }
    }

    /// What is wrong in the files of this language; a test holds that it is nothing.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// "en", "de".
    pub fn code(&self) -> &'static str {
        self.language.code()
    }

    /// What the language calls itself.
    pub fn name(&self) -> &str {
        self.say("language.name")
    }

    /// Every id with the places of its sentence.
    pub const fn ids(&self) -> &BTreeMap<String, BTreeSet<String>> {
        &self.places
    }

    /// What a key says; the key itself where no file knows it.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        let found = if key.contains('.') { self.plain.get(&id_of(key)) } else { self.plain.get(key) };
        found.map_or(key, String::as_str)
    }

    /// What a key says; none where no file knows it.
    pub fn known(&self, key: &str) -> Option<&str> {
        self.plain.get(&id_of(key)).map(String::as_str)
    }

    /// A short name that stands in English in a result or in a shipped file, in this language; a name of somebody else's as it is.
    pub fn named(&self, english: &str) -> String {
        let plain: String = english.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
        let words = plain.to_ascii_lowercase().split_ascii_whitespace().collect::<Vec<_>>().join("_");
        let short: String = words.chars().take(60).collect();
        self.known(&format!("named-{}", short.trim_end_matches('_'))).unwrap_or(english).to_string()
    }

    /// What a key says with its places filled, as they are given.
    pub fn fill(&self, key: &str, with: &[(&str, &str)]) -> String {
        let id = id_of(key);
        if !self.places.contains_key(&id) {
            return pattern::fill(key, |name| with.iter().find(|own| own.0 == name).map(|own| own.1.into()));
        }
        let args = with.iter().map(|(name, value)| (*name, FluentValue::from(*value)));
        self.format(&id, &args.collect())
    }

    /// A sentence that is data, in this language; its values, too.
    pub fn render(&self, wording: &Wording) -> String {
        if let Some(text) = wording.literal() {
            return text.into();
        }
        let id = id_of(wording.id());
        if !self.places.contains_key(&id) {
            return wording.id().into();
        }
        let mut args = FluentArgs::new();
        for (name, value) in wording.args() {
            args.set(name, self.value(value));
        }
        self.format(&id, &args)
    }

    fn value<'a>(&self, value: &'a Arg) -> FluentValue<'a> {
        match value {
            Arg::Count(count) => FluentValue::from(*count as f64),
            other => FluentValue::from(self.arg(other)),
        }
    }

    /// A value of a sentence in this language.
    pub fn arg(&self, value: &Arg) -> String {
        match value {
            Arg::Text(text) => text.clone(),
            Arg::Figure(figure) => self.figure(figure),
            Arg::Count(count) => count.to_string(),
            Arg::Wording(wording) => self.render(wording),
            Arg::List(items, join) => {
                items.iter().map(|item| self.arg(item)).collect::<Vec<_>>().join(if *join == ';' { "; " } else { ", " })
            }
        }
    }

    /// A number as English writes it, "8,600" or "1.5 kPa", as this language writes it.
    pub fn figure(&self, english: &str) -> String {
        if self.language == Language::ENGLISH {
            return english.into();
        }
        let letters: Vec<char> = english.chars().collect();
        let mut text = String::with_capacity(english.len());
        for (at, letter) in letters.iter().enumerate() {
            let digit = |place: Option<usize>| place.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
            let within = digit(at.checked_sub(1)) && digit(Some(at + 1));
            match letter {
                '.' if within => text.push_str(self.say("language.decimal")),
                ',' if within => text.push_str(self.say("language.thousands")),
                other => text.push(*other),
            }
        }
        text
    }

    /// A day of the calendar, as this language writes it.
    pub fn date(&self, year: i32, month: u8, day: u8) -> String {
        let [year, month, day] = [year.to_string(), format!("{month:02}"), format!("{day:02}")];
        self.fill("language.date", &[("year", &year), ("month", &month), ("day", &day)])
    }

    fn format(&self, id: &str, args: &FluentArgs<'_>) -> String {
        let message = self.bundle.get_message(id).and_then(|message| message.value());
        let Some(pattern) = message else { return id.into() };
        // What lacks a value is shown with its place's name, `{$name}`.
        let mut errors = vec![];
        self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned()
    }

    /// Whether there are words for a key.
    pub fn knows(&self, key: &str) -> bool {
        self.places.contains_key(&id_of(key))
    }

    /// What is wrong and what would be right, in one sentence of this language.
    pub fn sentence(&self, what: &str, expected: &str) -> String {
        let what = self.translate(what);
        if expected.is_empty() { what } else { format!("{what}; {}", self.translate(expected)) }
    }

    /// A fault's words in this language; as they are where no form of them is known.
    pub fn translate(&self, words: &str) -> String {
        pattern::translate(&self.patterns, words).unwrap_or_else(|| words.into())
    }

    /// Whether a fault's words have a form in this language.
    pub fn translates(&self, words: &str) -> bool {
        words.is_empty() || pattern::translate(&self.patterns, words).is_some()
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Texts").field(&self.code()).finish()
    }
}

/// The names of the places of a sentence, those of its variants with them.
fn find_places(pattern: &ast::Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else { continue };
        match expression {
            ast::Expression::Inline(inline) => of_inline(inline, found),
            ast::Expression::Select { selector, variants } => {
                of_inline(selector, found);
                variants.iter().for_each(|variant| find_places(&variant.value, found));
            }
        }
    }
}

fn of_inline(inline: &ast::InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_string());
        }
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|inline| of_inline(inline, found));
        }
        _ => {}
    }
}
