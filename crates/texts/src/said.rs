//! What people read, whole: its English words at once, and in any other language when it is asked for.

use crate::texts::Texts;
use crate::wording::{Arg, Wording};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

/// Words for people. It reads as its English, which is what files and `--json` have; [`Said::in_words_of`] has the others.
#[derive(Clone, Debug)]
pub struct Said {
    what: Arg,
    english: OnceLock<String>,
}

impl Said {
    /// In a language.
    pub fn in_words_of(&self, texts: &Texts) -> String {
        texts.arg(&self.what)
    }

    /// In English.
    pub fn as_str(&self) -> &str {
        self
    }

    /// The words as data.
    pub const fn what(&self) -> &Arg {
        &self.what
    }

    /// The words as a sentence with an id; as they are where they are somebody else's.
    pub fn wording(&self) -> Wording {
        match &self.what {
            Arg::Wording(wording) => wording.clone(),
            other => Wording::as_written(Texts::english().arg(other)),
        }
    }
}

impl From<Arg> for Said {
    fn from(what: Arg) -> Self {
        Self { what, english: OnceLock::new() }
    }
}

impl From<Wording> for Said {
    fn from(wording: Wording) -> Self {
        Arg::from(wording).into()
    }
}

impl From<String> for Said {
    fn from(text: String) -> Self {
        Arg::from(text).into()
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        Arg::from(text).into()
    }
}

impl From<Said> for Arg {
    fn from(said: Said) -> Self {
        said.what
    }
}

impl From<&Said> for Arg {
    fn from(said: &Said) -> Self {
        said.what.clone()
    }
}

impl Deref for Said {
    type Target = str;

    fn deref(&self) -> &str {
        self.english.get_or_init(|| Texts::english().arg(&self.what))
    }
}

impl From<Said> for String {
    fn from(said: Said) -> Self {
        said.to_string()
    }
}

impl fmt::Display for Arg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&Texts::english().arg(self))
    }
}

impl Borrow<str> for Said {
    fn borrow(&self) -> &str {
        self
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl PartialEq for Said {
    fn eq(&self, other: &Self) -> bool {
        self.what == other.what
    }
}

impl Eq for Said {}

impl PartialEq<str> for Said {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Said {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl Serialize for Said {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Said {
    /// What was written reads as it is: its id is not with it.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl JsonSchema for Said {
    fn schema_name() -> Cow<'static, str> {
        "Said".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}
