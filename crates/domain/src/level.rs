//! The level of the amputation, and from where the heights of such a limb are counted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::{Texts, Wording};

/// Where the limb was amputated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AmputationLevel {
    /// Below the knee (TT); heights are below the mid-patellar tendon.
    Transtibial,
    /// Above the knee (TF); heights are below the ischial tuberosity.
    Transfemoral,
}

impl AmputationLevel {
    /// "transtibial".
    pub const fn label(self) -> &'static str {
        match self {
            Self::Transtibial => "transtibial",
            Self::Transfemoral => "transfemoral",
        }
    }

    /// The level in words for people.
    pub fn wording(self) -> Wording {
        Wording::new(match self {
            Self::Transtibial => "level-transtibial",
            Self::Transfemoral => "level-transfemoral",
        })
    }

    /// What seals the socket: below the knee a sleeve, above it whatever is worn.
    pub fn seal(self) -> Wording {
        Wording::new(match self {
            Self::Transtibial => "seal-sleeve",
            Self::Transfemoral => "seal-any",
        })
    }

    /// Both.
    pub const ALL: [Self; 2] = [Self::Transtibial, Self::Transfemoral];

    /// The id of the reference of heights, as short as a table or a drawing has it.
    pub const fn reference_short_id(self) -> &'static str {
        match self {
            Self::Transtibial => "reference_short-mid_patellar_tendon",
            Self::Transfemoral => "reference_short-ischial_tuberosity",
        }
    }

    /// The same in the name of a column.
    pub const fn reference_key(self) -> &'static str {
        match self {
            Self::Transtibial => "mpt",
            Self::Transfemoral => "it",
        }
    }

    /// From where heights are measured.
    pub fn heights_from(self) -> Wording {
        Wording::new(self.reference_id())
    }

    /// The same in English.
    pub fn reference(self) -> &'static str {
        Texts::english().say(self.reference_id())
    }

    /// The id of the name of the reference of heights.
    pub const fn reference_id(self) -> &'static str {
        match self {
            Self::Transtibial => "heights_from-mid_patellar_tendon",
            Self::Transfemoral => "heights_from-ischial_tuberosity",
        }
    }
}
