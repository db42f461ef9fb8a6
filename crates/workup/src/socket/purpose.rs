//! What is made of a shape: a socket of a scan, and of tape measurements alone a check of size.

use schemars::JsonSchema;
use serde::Serialize;
use texts::{Said, Texts, Wording};

/// What it may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A socket.
    Socket,
    /// A check of size: a tape says nothing of a limb's shape between its heights and around it.
    SizeCheck,
}

impl Purpose {
    /// What can be made of a shape: whether it is scanned.
    pub(super) const fn of(scanned: bool) -> Self {
        if scanned { Self::Socket } else { Self::SizeCheck }
    }

    /// The name of a file: `part` is "socket.stl", "model.stl" ...
    pub fn file(self, stem: &str, part: &str) -> String {
        match (self, part.strip_prefix("socket")) {
            (Self::Socket, _) => format!("{stem}-{part}"),
            (Self::SizeCheck, Some(ending)) => format!("{stem}-size-check{ending}"),
            (Self::SizeCheck, None) => format!("{stem}-size-check-{part}"),
        }
    }

    /// What it is called, first in a heading.
    pub fn wording(self) -> Wording {
        Wording::new(self.title_id())
    }

    /// The same in English.
    pub fn title(self) -> &'static str {
        Texts::english().say(self.title_id())
    }

    const fn title_id(self) -> &'static str {
        match self {
            Self::Socket => "purpose-socket",
            Self::SizeCheck => "purpose-size_check",
        }
    }

    /// What every sheet and file of it says first; nothing of a socket's.
    pub(super) fn mark(self) -> Option<Said> {
        match self {
            Self::Socket => None,
            Self::SizeCheck => Some(Wording::new("mark-size_check").into()),
        }
    }

    /// What stands in every picture of it, and in the heads of its files; nothing in a socket's.
    pub fn stamp(self) -> Option<&'static str> {
        match self {
            Self::Socket => None,
            Self::SizeCheck => Some(Texts::english().say("stamp-size_check")),
        }
    }
}
