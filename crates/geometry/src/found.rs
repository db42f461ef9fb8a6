//! On what a place or an axis stands: a person placed it, the scan shows it, or nothing does.

use texts::{Said, Wording};

/// On what a place or an axis stands, and how it was found. What is seen meets a stated criterion; there is no degree
/// between seen and assumed.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
#[serde(into = "Told")]
pub enum Found {
    /// A person said it.
    Placed {
        /// In words.
        how: Said,
    },
    /// The scan shows it: a bone, an opening, an edge. To be confirmed.
    Seen {
        /// In words.
        how: Said,
    },
    /// Neither: anatomy on the mean, or the file's own axes. To be placed.
    Assumed {
        /// In words.
        how: Said,
    },
}

/// [`Found`] as it is written down.
#[derive(serde::Serialize, schemars::JsonSchema)]
struct Told {
    /// On what it stands.
    found: Basis,
    /// In words.
    how: Said,
}

/// On what a place or an axis stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// A person said it.
    Placed,
    /// The scan shows it.
    Seen,
    /// Neither.
    Assumed,
}

impl From<Found> for Told {
    fn from(found: Found) -> Self {
        let (basis, how) = (found.basis(), found.how().clone());
        Self { found: basis, how }
    }
}

impl Found {
    /// How, in words.
    pub fn how(&self) -> &Said {
        match self {
            Self::Placed { how } | Self::Seen { how } | Self::Assumed { how } => how,
        }
    }

    /// On what it stands, without how.
    pub fn basis(&self) -> Basis {
        match self {
            Self::Placed { .. } => Basis::Placed,
            Self::Seen { .. } => Basis::Seen,
            Self::Assumed { .. } => Basis::Assumed,
        }
    }

    /// Whether a person said it or the scan shows it. Only then may a load hang on it.
    pub fn is_sure(&self) -> bool {
        self.basis() != Basis::Assumed
    }

    /// "placed", "seen in the scan, confirm", "assumed, place it".
    pub fn standing(&self) -> Said {
        Wording::new(match self {
            Self::Placed { .. } => "standing-placed",
            Self::Seen { .. } => "standing-seen",
            Self::Assumed { .. } => "standing-assumed",
        })
        .into()
    }

    /// A person said it.
    pub fn placed(how: Wording) -> Self {
        Self::Placed { how: how.into() }
    }

    /// The scan shows it.
    pub fn seen(how: Wording) -> Self {
        Self::Seen { how: how.into() }
    }

    /// Nobody said it, nothing shows it.
    pub fn assumed(how: Wording) -> Self {
        Self::Assumed { how: how.into() }
    }

    /// Seen where the criterion holds, else assumed.
    pub(crate) fn seen_if(holds: bool, how: Wording) -> Self {
        if holds { Self::seen(how) } else { Self::assumed(how) }
    }
}
