//! A sentence as data: an id and its values, so that each reader gets it in their language.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A sentence: the id of its words, and what fills its places. JSON: `{"id": "…", "args": {…}}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wording {
    id: Cow<'static, str>,
    args: BTreeMap<Cow<'static, str>, Arg>,
    /// Words of somebody else, said as they are.
    literal: Option<String>,
}

/// What fills a place of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// Names and words of people, as they are.
    Text(String),
    /// A number with or without its unit, written as English writes it; each language writes it its own way.
    Figure(String),
    /// A whole number that the sentence's grammar may follow.
    Count(u64),
    /// Words of ours.
    Wording(Wording),
    /// Several, joined by a comma or a semicolon.
    List(Vec<Arg>, char),
}

impl Wording {
    /// The sentence of an id.
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self { id: id.into(), args: BTreeMap::new(), literal: None }
    }

    /// What somebody else wrote: a name, a page as printed. No language changes it.
    pub fn as_written(text: impl Into<String>) -> Self {
        Self { id: "".into(), args: BTreeMap::new(), literal: Some(text.into()) }
    }

    /// With a value for a place.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Arg>) -> Self {
        self.args.insert(name.into(), value.into());
        self
    }

    /// The id of its words; empty for somebody else's.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What fills its places.
    pub fn args(&self) -> impl Iterator<Item = (&str, &Arg)> {
        self.args.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// Words of somebody else, where it is that.
    pub fn literal(&self) -> Option<&str> {
        self.literal.as_deref()
    }
}

impl Default for Wording {
    /// No words.
    fn default() -> Self {
        Self::as_written("")
    }
}

impl Serialize for Wording {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match &self.literal {
            Some(text) => map.serialize_entry("text", text)?,
            None => {
                map.serialize_entry("id", &self.id)?;
                if !self.args.is_empty() {
                    map.serialize_entry("args", &self.args)?;
                }
            }
        }
        map.end()
    }
}

impl Serialize for Arg {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) | Self::Figure(text) => serializer.serialize_str(text),
            Self::Count(count) => serializer.serialize_u64(*count),
            Self::Wording(wording) => wording.serialize(serializer),
            Self::List(items, _) => items.serialize(serializer),
        }
    }
}

impl JsonSchema for Wording {
    fn schema_name() -> Cow<'static, str> {
        "Wording".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "description": "A sentence as data: the id of its words in the folders of languages, and what fills its places; \
                            somebody else's words stand as `text`.",
            "properties": {
                "id": { "type": "string" },
                "args": { "type": "object", "description": "Text, a number with its unit, a sentence, or a list of these." },
                "text": { "type": "string" },
            },
        })
    }
}

impl From<Wording> for Arg {
    fn from(wording: Wording) -> Self {
        Self::Wording(wording)
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}
