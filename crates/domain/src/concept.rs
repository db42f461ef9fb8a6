//! How a socket carries load, as its kind is called.

use crate::level::AmputationLevel;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a socket carries load.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SocketConcept {
    /// Total surface bearing (TSB), below the knee.
    TotalSurfaceBearing,
    /// Specific weight bearing of the patellar-tendon-bearing family (PTB), below the knee.
    PatellarTendonBearing,
    /// Ischial containment (IC), above the knee: the brim holds tuberosity and ramus.
    IschialContainment,
    /// Sub-ischial, above the knee: the brim ends below the tuberosity and the whole surface carries.
    SubIschial,
}

impl SocketConcept {
    /// Every concept.
    pub const ALL: [Self; 4] =
        [Self::TotalSurfaceBearing, Self::PatellarTendonBearing, Self::IschialContainment, Self::SubIschial];

    /// The one that carries on the whole surface, as active vacuum asks, of a limb of this level.
    pub const fn even(level: AmputationLevel) -> Self {
        match level {
            AmputationLevel::Transtibial => Self::TotalSurfaceBearing,
            AmputationLevel::Transfemoral => Self::SubIschial,
        }
    }

    /// The level it is made for.
    pub const fn level(self) -> AmputationLevel {
        match self {
            Self::TotalSurfaceBearing | Self::PatellarTendonBearing => AmputationLevel::Transtibial,
            Self::IschialContainment | Self::SubIschial => AmputationLevel::Transfemoral,
        }
    }

    /// Whether the whole surface carries, and no chosen place more.
    pub const fn is_even(self) -> bool {
        matches!(self, Self::TotalSurfaceBearing | Self::SubIschial)
    }

    /// Its short name, as a command and a file have it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TotalSurfaceBearing => "tsb",
            Self::PatellarTendonBearing => "ptb",
            Self::IschialContainment => "ic",
            Self::SubIschial => "sub",
        }
    }
}
