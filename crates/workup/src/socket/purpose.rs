//! What is made of a shape: a socket of a scan, and of tape measurements alone a check of size.

use schemars::JsonSchema;
use serde::Serialize;

/// What it may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A socket.
    Socket,
    /// A check of size: a tape says nothing of a limb's shape between its heights and around it.
    SizeCheck,
}

/// What every sheet and file of a size check says.
pub(super) const SIZE_CHECK: &str = "SIZE CHECK ONLY, NOT TO BE WORN: made from tape measurements alone, with round sections; \
                                     above the first measurement nothing is known. A scan makes a socket";

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
    pub const fn title(self) -> &'static str {
        match self {
            Self::Socket => "The socket",
            Self::SizeCheck => "The size check (no socket)",
        }
    }

    /// What stands in every picture of it; nothing in a socket's.
    pub const fn stamp(self) -> Option<&'static str> {
        match self {
            Self::Socket => None,
            Self::SizeCheck => Some("SIZE CHECK ONLY, from tape"),
        }
    }
}
