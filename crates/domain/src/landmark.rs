//! Places on a limb that a prosthetist names, and which limbs have them.

use crate::document::Violation;
use crate::limb::AmputationLevel;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::{Texts, Wording};

/// Places on a limb that rectifications and trim lines are tied to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Landmark {
    /// Mid-patellar tendon: anterior, and the level heights are counted from.
    MidPatellarTendon,
    /// Head of the fibula: lateral.
    FibularHead,
    /// Crest of the tibia, half way down the limb: anterior.
    TibialCrest,
    /// Cut end of the tibia: anterior, distal.
    DistalTibia,
    /// The popliteal area: posterior, opposite the mid-patellar tendon.
    Popliteal,
    /// The lowest point of the limb.
    DistalEnd,
}

impl Landmark {
    /// Every landmark.
    pub const ALL: [Self; 6] = [
        Self::MidPatellarTendon,
        Self::FibularHead,
        Self::TibialCrest,
        Self::DistalTibia,
        Self::Popliteal,
        Self::DistalEnd,
    ];

    /// The id of its name for people.
    const fn id(self) -> &'static str {
        match self {
            Self::MidPatellarTendon => "landmark-mid_patellar_tendon",
            Self::FibularHead => "landmark-fibular_head",
            Self::TibialCrest => "landmark-tibial_crest",
            Self::DistalTibia => "landmark-distal_tibia",
            Self::Popliteal => "landmark-popliteal",
            Self::DistalEnd => "landmark-distal_end",
        }
    }

    /// Its name for people.
    pub fn wording(self) -> Wording {
        Wording::new(self.id())
    }

    /// The same in English.
    pub fn label(self) -> &'static str {
        Texts::english().say(self.id())
    }

    /// Whether a limb of this level has it.
    pub const fn is_of(self, level: AmputationLevel) -> bool {
        match level {
            AmputationLevel::Transtibial => true,
            AmputationLevel::Transfemoral => matches!(self, Self::DistalEnd),
        }
    }

    /// A fault where a limb of this level does not have it.
    pub(crate) fn belongs(self, level: AmputationLevel, found: &mut Vec<Violation>, field: String) {
        if !self.is_of(level) {
            let what = format!("a {} limb has no {}", level.label(), self.label());
            found.push(Violation::new(field, what, self.instead(level)));
        }
    }

    /// What would be right in place of one that a limb of this level does not have.
    pub fn instead(self, level: AmputationLevel) -> String {
        let own: Vec<&str> =
            Self::ALL.into_iter().filter(|landmark| landmark.is_of(level)).map(|landmark| landmark.key()).collect();
        format!("name one that it has ({}), or take this out; or correct the amputation level", own.join(", "))
    }

    /// Its name in a file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::MidPatellarTendon => "mid_patellar_tendon",
            Self::FibularHead => "fibular_head",
            Self::TibialCrest => "tibial_crest",
            Self::DistalTibia => "distal_tibia",
            Self::Popliteal => "popliteal",
            Self::DistalEnd => "distal_end",
        }
    }
}
